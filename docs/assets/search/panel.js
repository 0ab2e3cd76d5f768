// The results under the search field at the top of a page: a list of links, no more. Loaded when somebody turns to the field.
"use strict";
(() => {
  const { ask, make, parts, counted, finder, notFound, nothing } = toolboxSearch;
  const field = document.getElementById("tb-q");
  const panel = document.getElementById("tb-results");
  const status = document.getElementById("tb-results-status");
  const around = panel.parentElement;
  const MOST = 8;
  const PAUSE = 120; // ms without typing before it searches
  const SPEAK = 600; // ms more before a screen reader hears how many: not at every letter
  let typing, speaking, asked = "";

  const links = () => [...panel.querySelectorAll("ol a")];

  function show(...inside) {
    panel.replaceChildren(...inside);
    panel.hidden = false;
  }

  function close() {
    clearTimeout(typing);
    clearTimeout(speaking);
    asked = "";
    status.textContent = "";
    panel.hidden = true;
  }

  function say(text) {
    clearTimeout(speaking);
    speaking = setTimeout(() => { status.textContent = text; }, SPEAK);
  }

  function draw(query, { total, hits }) {
    if (!total) {
      show(nothing(query), notFound(query));
      return say("Niets gevonden.");
    }
    const all = make("p", {}, make("a", { href: finder(query) }, total > MOST ? `Alle ${total} resultaten` : "Zoeken met filters"));
    show(make("ol", {}, ...hits.map((hit) => make("li", {}, ...parts(hit)))), all, notFound(query));
    return say(`${counted(total)}. Met pijl omlaag ga je naar de lijst.`);
  }

  async function search() {
    const query = field.value.trim();
    if (query.length < 2) return close();
    if (query === asked) return undefined;
    asked = query;
    const slow = setTimeout(() => show(make("p", {}, "Even zoeken…")), 300);
    try {
      const answer = await ask(query, { limit: MOST });
      clearTimeout(slow);
      if (query === asked) draw(query, answer); // else somebody typed on, or went away
    } catch {
      clearTimeout(slow);
      if (query !== asked) return undefined;
      show(make("p", {}, "Zoeken lukt nu niet. Heb je internet?"));
      say("Zoeken lukt nu niet.");
      asked = "";
    }
    return undefined;
  }

  field.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(search, PAUSE);
  });
  field.addEventListener("focus", search);

  around.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) {
      event.preventDefault(); // a browser would wipe what was typed
      close();
      field.focus();
      close(); // focus opened it again
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === 1 && panel.hidden) search(); // after Escape
    const row = [field, ...links()];
    const at = row.indexOf(document.activeElement);
    if (!step || panel.hidden || at < 0) return;
    event.preventDefault();
    row[Math.min(Math.max(at + step, 0), row.length - 1)].focus();
  });

  // Whoever goes on with the page doesn't want it in the way.
  around.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !around.contains(relatedTarget) && close());
  document.addEventListener("pointerdown", ({ target }) => around.contains(target) || close());

  if (field === document.activeElement) search();
})();
