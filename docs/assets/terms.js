// Shows what a term of the glossary means where it stands: on hover, focus and a first tap. Loaded by pages that have terms.
// The link itself leads to the glossary, and its description is on the page already: that works without this script.
"use strict";
(() => {
  const WAIT = 250; // ms: a pointer that only passes shows nothing, and there is time to reach what is shown
  const EDGE = 8; // px between the explanation and the edge of the window
  const article = document.querySelector("article");
  const tip = Object.assign(document.createElement("div"), { className: "tb-word-tip", hidden: true });
  const text = document.createElement("span");
  const { href } = article.querySelector("a.tb-word");
  const more = Object.assign(document.createElement("a"), { href, textContent: "Lees meer bij Begrippen" });
  text.setAttribute("role", "tooltip");
  tip.append(text, more);
  article.append(tip);

  let shown = null; // the link whose explanation is shown
  let timer;
  let tapped = null; // the link that a finger touches while its explanation isn't there yet

  const linkOf = (target) => target.closest?.("a.tb-word");
  const inside = (target) => tip.contains(target) || (shown?.contains(target) ?? false);
  const later = (action) => {
    clearTimeout(timer);
    timer = setTimeout(action, WAIT);
  };

  function show(link) {
    clearTimeout(timer);
    shown = link;
    text.textContent = document.getElementById(link.getAttribute("aria-describedby")).textContent;
    more.href = link.href;
    tip.hidden = false;
    place();
  }

  function hide() {
    clearTimeout(timer);
    if (tip.contains(document.activeElement)) shown.focus();
    shown = null;
    tip.hidden = true;
  }

  // Under the word, or above it where there is more room; never past the sides of the window.
  function place() {
    Object.assign(tip.style, { left: "0", top: "0" });
    const lines = shown.getClientRects();
    const [first, last] = [lines[0], lines[lines.length - 1]];
    const { left, top, width, height } = tip.getBoundingClientRect();
    const wide = document.documentElement.clientWidth;
    const above = last.bottom + EDGE + height > innerHeight && first.top - EDGE - height > 0;
    const x = Math.max(EDGE, Math.min(last.left, wide - width - EDGE));
    const y = above ? first.top - EDGE - height : last.bottom + EDGE;
    Object.assign(tip.style, { left: `${x - left}px`, top: `${y - top}px` });
  }

  article.addEventListener("pointerover", ({ target, pointerType }) => {
    const link = linkOf(target);
    if (pointerType === "touch") return;
    if (link && link !== shown) later(() => show(link));
    else if (inside(target)) clearTimeout(timer);
  });
  article.addEventListener("pointerout", ({ target, pointerType }) => {
    if (pointerType === "touch" || !(linkOf(target) || inside(target))) return;
    later(() => inside(document.activeElement) || hide());
  });
  article.addEventListener("focusin", ({ target }) => {
    const link = linkOf(target);
    if (link && link.matches(":focus-visible")) show(link);
  });
  article.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (shown && inside(target) && !inside(relatedTarget)) hide();
  });
  document.addEventListener("pointerdown", ({ target, pointerType }) => {
    const link = linkOf(target);
    tapped = link && pointerType === "touch" && link !== shown ? link : null;
    if (shown && !inside(target)) hide();
  });
  article.addEventListener("click", (event) => {
    if (!tapped || linkOf(event.target) !== tapped) return;
    event.preventDefault(); // the next tap follows the link
    show(tapped);
    tapped = null;
  });
  document.addEventListener("keydown", ({ key }) => key === "Escape" && (shown ? hide() : clearTimeout(timer)));
  addEventListener("resize", () => shown && place());
  addEventListener("pagehide", hide);
})();
