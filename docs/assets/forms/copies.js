// The copy that is open: kept while you type, and never over the work of another tab.
"use strict";
(() => {
  const forms = toolboxForms;
  const { storage, controls, messages, format, downloads } = forms;
  const shape = format.readShape(controls.root.dataset.shape);
  const byId = (id) => document.getElementById(id);
  const nameField = byId("tb-name");
  const PAUSE = 400; // ms of rest before a save
  let open; // { key, mark: of our last write, savedAt, aside, dirty: not saved yet, behind: another tab wrote, failed: why }
  let timer;
  let shown; // what the page does when the list of copies may have changed

  function blank() {
    const name = `Blad van ${new Intl.DateTimeFormat("nl-NL", { dateStyle: "long" }).format(new Date())}`;
    return { sheet: shape.id, sheetVersion: shape.version, name, savedAt: "", values: new Map(), rows: new Map(), aside: new Map() };
  }

  // What is on the screen, as a copy.
  function collect() {
    const name = nameField.value.replace(/\p{Cc}/gu, " ");
    return { ...blank(), name, savedAt: new Date().toISOString(), values: controls.read(), rows: controls.countRows(), aside: open.aside };
  }

  const isEmpty = () => !controls.read().size && !open.aside.size;

  // Put a copy on the screen. Without a mark it is not in storage yet.
  function lay(copy, key = storage.keyOf(shape.id), mark = "") {
    const { aside, rows, values, name, savedAt } = format.arrange(copy, shape);
    clearTimeout(timer);
    messages.hide("behind");
    open = { key, mark, aside, savedAt: mark && savedAt };
    controls.setRows(rows);
    controls.write(values);
    nameField.value = storage.freeName(name, key);
    forms.typing.refresh();
    show();
    shown();
    controls.root.dispatchEvent(new Event("tb-laid"));
  }

  function show() {
    const saved = open.savedAt ? `Laatst opgeslagen: ${downloads.readable(open.savedAt)}.` : "Er is nog niets opgeslagen.";
    const stopped = open.behind || open.failed;
    byId("tb-where").hidden = stopped;
    byId("tb-saved").textContent = stopped ? "Wat je nu typt, wordt niet opgeslagen." : saved;
    byId("tb-print-name").textContent = nameField.value;
  }

  function changed() {
    open.dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  }

  function save() {
    clearTimeout(timer);
    if (!open.dirty || compare()) return;
    const copy = collect();
    const { mark, failed } = storage.write(open.key, copy, open.mark);
    if (failed) return fail(failed);
    const first = !open.mark;
    Object.assign(open, { mark, savedAt: copy.savedAt, dirty: false, failed: undefined });
    messages.hide("problem");
    show();
    if (first) shown();
  }

  function fail(why) {
    if (open.failed !== why) messages.show("problem", storage.WHY[why]);
    open.failed = why;
    show();
  }

  // Has another tab written or thrown away this copy since we read it? Then save nothing until the visitor has chosen.
  function compare() {
    if (open.behind || storage.failure() || storage.markOf(open.key) === open.mark) return open.behind;
    const changed = ["veranderd", "Neem de andere versie over"];
    const [what, other] = storage.markOf(open.key) ? changed : ["weggegooid", "Ga verder met een leeg blad"];
    open.behind = true;
    const text = `Dit blad is in een ander tabblad ${what}. Wat hier staat, wordt nu niet opgeslagen. Wat wil je?`;
    messages.show("behind", text, [["Houd wat hier staat als apart blad", keepMine], [other, takeOther]]);
    show();
    return true;
  }

  // Put a copy on the screen and in storage.
  function adopt(copy, key, mark) {
    lay(copy, key, mark);
    open.dirty = true;
    save();
  }

  function keepMine() {
    adopt(collect());
    if (!open.dirty) messages.say(`Wat hier staat, is nu een apart blad: ‘${nameField.value}’.`);
  }

  function takeOther() {
    const mine = !isEmpty() && collect();
    const other = storage.read(open.key);
    if (other?.copy) lay(other.copy, other.key, other.mark);
    else lay(blank());
    if (mine) messages.offerUndo("Wat hier stond, is vervangen.", () => restore(mine, storage.keyOf(shape.id)));
  }

  // Bring what was typed into safety. False when that fails.
  function flush() {
    if (open.dirty && compare()) keepMine();
    else save();
    return !open.dirty;
  }

  // As flush, before another copy comes: when it fails, this one must stay, and it says so.
  function leave(place) {
    const safe = !open || flush() || isEmpty();
    if (!safe) messages.say("Dit blad kan nu niet opgeslagen worden. Bewaar het eerst als bestand en wis dan de antwoorden.", place);
    return safe;
  }

  function openKey(key) {
    if (open && key === open.key) return true;
    const { copy, mark } = storage.read(key) ?? {};
    if (!copy || !leave()) return false;
    lay(copy, key, mark);
    if (open.aside.size) messages.say(forms.opening.asideNote(open));
    return true;
  }

  // A new copy; in storage too unless it is empty.
  function openNew(copy = blank(), place = undefined) {
    if (!leave(place)) return false;
    if (copy.values.size || copy.aside.size) adopt(copy);
    else lay(copy);
    return true;
  }

  // What was thrown away or emptied comes back: in its own place, or apart when something else stands there now.
  function restore(copy, key) {
    if (!leave()) return void messages.offerUndo("Het terugzetten is nog niet gelukt.", () => restore(copy, key));
    const kept = storage.read(key);
    const free = !kept || kept.copy?.values.size === 0;
    if (free && (open.key !== key || isEmpty())) adopt(copy, key, kept?.mark);
    else adopt(copy);
  }

  // Take the answers away, or the whole copy; what another tab made of it stays.
  function empty() {
    if (compare()) keepMine();
    const copy = collect();
    const { key, mark } = open;
    adopt({ ...copy, values: new Map(), aside: new Map(), rows: new Map() }, key, mark);
    messages.offerUndo("Alle antwoorden op dit blad zijn gewist.", () => restore(copy, key));
  }

  function discard() {
    if (compare()) keepMine();
    const copy = collect();
    const { key } = open;
    storage.remove(key);
    lay(blank());
    messages.offerUndo(`‘${copy.name}’ is weggegooid. Dit is een leeg blad.`, () => restore(copy, key));
  }

  forms.copies = {
    shape, changed, compare, flush, fail, collect, openKey, openNew, empty, discard,
    key: () => open.key,
    watch: (act) => { shown = act; },
  };
})();
