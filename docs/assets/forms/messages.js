// What the form says: a box beside what it is about, and the same words for who listens.
"use strict";
(() => {
  const forms = toolboxForms;
  const byId = (id) => document.getElementById(id);
  const undos = []; // the newest last: taking one back shows the one before it

  // The same words twice are heard twice, because of a space behind them.
  function announce(text) {
    const status = byId("tb-status");
    status.textContent = status.textContent === text ? `${text}\u00a0` : text;
  }

  const hide = (name) => byId(`tb-message-${name}`)?.parentElement.remove();

  // A box with a text, and a button for each action: [label, what it does; it may give the element to go on at].
  function show(name, text, actions = [], place = byId("tb-messages")) {
    hide(name);
    const box = document.createElement("div");
    const words = document.createElement("p");
    box.className = "tb-message";
    words.id = `tb-message-${name}`;
    words.textContent = text;
    box.append(words, ...actions.map(([label, act]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.setAttribute("aria-describedby", words.id);
      button.addEventListener("click", () => {
        hide(name);
        (act() ?? byId("tb-name") ?? byId("tb-list-title")).focus();
      });
      return button;
    }));
    place.append(box);
    announce(text);
    return box;
  }

  function showUndo() {
    const last = undos.at(-1);
    if (!last) return hide("undo");
    const takeBack = () => {
      const next = undos.pop().undo();
      showUndo();
      announce("Teruggezet.");
      return next;
    };
    return show("undo", last.text, [["Ongedaan maken", takeBack], ["Sluiten", forgetUndo]], last.place);
  }

  function forgetUndo() {
    undos.length = 0;
    showUndo();
  }

  function offerUndo(text, undo, place) {
    undos.push({ text, undo, place });
    return showUndo();
  }

  const say = (text, place) => show("said", text, [["Sluiten", () => undefined]], place);

  forms.messages = { announce, show, hide, say, offerUndo, forgetUndo };
})();
