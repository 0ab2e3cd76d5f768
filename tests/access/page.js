// What the looks share. Each look is a function that gives a list of [where, what]; this text is put in front of it.
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

/** A selector by which a person finds the element back: nearest id, then tags, with the text at the end. */
const place = (element) => {
  if (!element || element === document.documentElement) return "html";
  const steps = [];
  for (let one = element; one && one !== document.body && steps.length < 4; one = one.parentElement) {
    const step = one.id ? `#${one.id}` : one.localName + [...one.classList].slice(0, 2).map((name) => `.${name}`).join("");
    steps.unshift(step);
    if (one.id) break;
  }
  const text = (element.textContent || element.value || "").trim().replace(/\s+/g, " ").slice(0, 40);
  return steps.join(" > ") + (text ? ` "${text}"` : "");
};

/** Whether anything of it is drawn: not hidden, not empty, not clipped away for the eye only. */
const drawn = (element) => {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
};

/** Whether it is there for the ear only: drawn in a box of one pixel, or clipped to nothing. */
const heardOnly = (element) => {
  for (let one = element; one && one !== document.body; one = one.parentElement) {
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    if (style.clipPath === "inset(50%)" || style.clip === "rect(0px, 0px, 0px, 0px)") return true;
    if (box.width <= 1 && box.height <= 1 && style.overflow === "hidden") return true;
  }
  return false;
};

const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [role=button], [contenteditable=true]";

// What lies over the page for a while: what is under it is not there to be read or pointed at until it closes.
const OVER = "#tb-results, .tb-word-tip, dialog";
