// The page of a worksheet: which copy opens, and what the buttons do.
"use strict";
(() => {
  const forms = toolboxForms;
  const { storage, controls, copies, messages, downloads } = forms;
  const { shape } = copies;
  const byId = (id) => document.getElementById(id);
  const nameField = byId("tb-name");
  const list = byId("tb-copy");

  // The other copies of this sheet, to open.
  function showOthers() {
    const others = storage.list(shape.id).filter(({ copy, key }) => copy && key !== copies.key());
    const chosen = list.value;
    const label = ({ name, savedAt }) => `${name || "Zonder naam"} (${downloads.readable(savedAt)})`;
    list.replaceChildren(...others.map(({ copy, key }) => new Option(label(copy), key, false, key === chosen)));
    byId("tb-choose").hidden = !others.length;
    storage.remember(shape.id, copies.key());
  }

  // The copy to start with: the one the address names, the one this tab had, the one saved last.
  function openFirst() {
    const readable = storage.list(shape.id).filter(({ copy }) => copy).map(({ key }) => key);
    const keys = [storage.keyOf(shape.id, location.hash.replace("#blad=", "")), storage.remembered(shape.id)];
    if (performance.getEntriesByType("navigation")[0].type !== "navigate") keys.reverse(); // a reload keeps what was open
    return copies.openKey([...keys, readable[0]].find((key) => readable.includes(key))) || copies.openNew();
  }

  // So that nobody thinks it is gone.
  function tellOfDamage() {
    const text = "Er zijn opgeslagen bladen die niet open kunnen. Ze zijn niet weggegooid: kijk bij ‘Opgeslagen op dit apparaat’.";
    if (storage.list(shape.id).some(({ copy }) => !copy)) messages.show("damage", text);
  }

  function toName() {
    nameField.focus();
    nameField.select();
  }

  function receive(copy, _, notes, place) {
    if (!copies.openNew(copy, place)) return;
    messages.show("import", [`‘${nameField.value}’ staat nu als nieuw blad op het scherm.`, ...notes].join(" "), [], place);
  }

  const BUTTONS = {
    "tb-open": () => copies.openKey(list.value) && toName(),
    "tb-new": () => copies.openNew() && toName(),
    "tb-duplicate": () => copies.openNew(copies.collect()) && toName(),
    "tb-empty": copies.empty,
    "tb-delete": copies.discard,
    "tb-file": () => downloads.asFile(copies.collect()),
    "tb-text": () => downloads.asText(copies.collect(), shape.title, controls.outline()),
    "tb-sheet": () => downloads.asTables(copies.collect(), controls.outline()),
    "tb-print": () => print(),
  };

  function listen() {
    controls.root.addEventListener("input", ({ target }) => (target === nameField || target.closest(".tb-part")) && copies.changed());
    for (const [id, act] of Object.entries(BUTTONS)) byId(id)?.addEventListener("click", act);
    forms.typing.listen();
    controls.listenToRows(copies);
    const elsewhere = () => "Het hoort bij een ander werkblad. Open het op dat blad, of bij ‘Opgeslagen op dit apparaat’.";
    forms.opening.listen(new Map([[shape.id, shape]]), elsewhere, receive);
    addEventListener("storage", () => {
      copies.compare();
      showOthers();
    });
    addEventListener("pagehide", copies.flush);
    addEventListener("pageshow", copies.compare);
    document.addEventListener("visibilitychange", () => (document.hidden ? copies.flush() : copies.compare()));
    addEventListener("beforeunload", (event) => copies.flush() || event.preventDefault()); // the browser asks first
  }

  copies.watch(showOthers);
  openFirst();
  listen();
  tellOfDamage();
  const failure = storage.failure();
  if (failure) copies.fail(failure);
})();
