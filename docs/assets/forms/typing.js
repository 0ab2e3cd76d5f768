// Help while typing: the text as it will print, a count where a text is long, and keys to choose on a scale.
"use strict";
(() => {
  const forms = toolboxForms;
  const { controls: { root }, messages: { announce } } = forms;
  const LONG = 1_000; // characters: counted from here
  const ALMOST = 0.9; // of what fits: said aloud from here
  const PAUSE = 1_500; // ms of rest before that
  let pause;

  // The text of a box beside a field; no text, no box.
  function beside(field, kind, text) {
    let box = field.parentElement.querySelector(`.${kind}`);
    if (!text) return box?.remove();
    if (!box) {
      box = document.createElement("div");
      box.className = kind;
      box.setAttribute("aria-hidden", "true");
      field.after(box);
    }
    box.textContent = text;
  }

  // A field prints only what shows, so a copy of its text stands beside it, for paper.
  function follow(field, aloud) {
    const { value: { length }, maxLength } = field;
    const dutch = (number) => number.toLocaleString("nl");
    const count = `${dutch(length)} tekens. Er passen er nog ${dutch(maxLength - length)} in dit vak.`;
    beside(field, "tb-print-text", field.value);
    beside(field, "tb-count", length >= LONG && count);
    clearTimeout(pause);
    if (aloud && length >= maxLength * ALMOST) pause = setTimeout(announce, PAUSE, count);
  }

  // Where a choice has the focus, nothing else gets these keys: the theme would leave the page at `n` and `p`.
  function press(event) {
    const { target, key } = event;
    if (target.type !== "radio" || event.ctrlKey || event.altKey || event.metaKey) return;
    if (key.length === 1 && key !== " ") event.stopPropagation();
    const group = target.closest(".tb-choice");
    const digit = group.matches(".tb-scale-row") && /^[0-9]$/.test(key) && group.querySelector(`[value="${key === "0" ? "onbekend" : key}"]`);
    if (digit) {
      digit.focus();
      digit.click();
    } else if (key === "Delete" || key === "Backspace") clear(group);
    else return;
    event.preventDefault();
  }

  function clear(group) {
    const chosen = group.querySelector(":checked");
    if (!chosen) return;
    chosen.checked = false;
    chosen.focus();
    chosen.dispatchEvent(new Event("input", { bubbles: true }));
    announce("Antwoord gewist.");
  }

  function listen() {
    root.addEventListener("input", ({ target }) => target.matches(".tb-part textarea") && follow(target, true));
    root.addEventListener("keydown", press);
    root.addEventListener("click", ({ target }) => target.closest(".tb-clear") && clear(target.closest(".tb-choice")));
  }

  forms.typing = { listen, refresh: (scope = root) => scope.querySelectorAll("textarea").forEach((field) => follow(field)) };
})();
