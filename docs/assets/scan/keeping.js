// The scan that is open is kept in this browser, as the worksheets are: same file, same manners (macros/sheets/FORMAT.md).
// A person is a row of the table `antwoorden`. What another tab did is never written over.
"use strict";
(() => {
  const { root, data, code, group, answers: { NONE, UNKNOWN, person, given } } = toolboxScan;
  const { storage, messages, format, downloads } = toolboxForms;
  const shape = format.readShape(root.dataset.shape);
  const byId = (id) => document.getElementById(id);
  const COLUMNS = ["wie", "wat", "wanneer"];
  const PAUSE = 400; // ms of rest before a save
  let open = {}; // { key, mark: of our last write, aside, dirty: not saved yet, failed: why }
  let timer;

  const today = () => new Date().toLocaleDateString("sv"); // Sweden writes 2026-11-22
  const dayInWords = (day) => new Intl.DateTimeFormat("nl-NL", { dateStyle: "long" }).format(new Date(`${day}T12:00`));

  function valuesOf({ day, people, agreements }) {
    const values = new Map(day ? [["dag", day]] : []);
    people.forEach(({ mark, answers }, row) => {
      answers.forEach((answer, place) => answer !== NONE && values.set(`antwoorden.${row + 1}.${data.statements[place].id}`, answer === UNKNOWN ? "onbekend" : String(answer)));
      if (mark) values.set(`antwoorden.${row + 1}.merk`, String(mark));
    });
    agreements.forEach((one, row) => one.forEach((text, column) => text && values.set(`afspraken.${row + 1}.${COLUMNS[column]}`, text)));
    return values;
  }

  // A copy that was laid on the shape → a scan.
  function scanOf({ values, rows }) {
    const answer = (row, id) => {
      const value = values.get(`antwoorden.${row}.${id}`);
      return value === undefined ? NONE : Number(value) || UNKNOWN;
    };
    const number = (_, row) => row + 1;
    const people = Array.from({ length: rows.get("antwoorden") }, number).map((row) => {
      const mark = Number(values.get(`antwoorden.${row}.merk`));
      return person(data.statements.map(({ id }) => answer(row, id)), Number.isSafeInteger(mark) && mark > 0 && mark < code.MARKS ? mark : 0);
    });
    const agreements = Array.from({ length: data.agreements }, number).map((row) => COLUMNS.map((column) => values.get(`afspraken.${row}.${column}`) ?? ""));
    return { day: values.get("dag") ?? "", people: people.filter(given).slice(0, data.mostPeople), agreements };
  }

  // The open scan, as a copy for a file.
  function collect() {
    const scan = group.scan();
    const rows = new Map([["antwoorden", scan.people.length], ["afspraken", data.agreements]]);
    const name = byId("tb-name").value.replace(/\p{Cc}/gu, " ");
    return { sheet: shape.id, sheetVersion: shape.version, name, savedAt: new Date().toISOString(), values: valuesOf(scan), rows, aside: open.aside };
  }

  const isEmpty = () => !group.scan().people.some(given) && !group.scan().agreements.flat().some(Boolean);

  function lay(scan, { name, key = storage.keyOf(shape.id), mark = "", aside = new Map(), savedAt = "" } = {}) {
    clearTimeout(timer);
    open = { key, mark, aside, savedAt };
    byId("tb-name").value = storage.freeName(name ?? `Scan van ${dayInWords(scan.day || today())}`, key);
    group.put(scan);
    byId("tb-day").value = group.scan().day;
    clearTimeout(timer); // showing is no change
    open.dirty = false;
    if (mark) storage.remember(shape.id, key);
    show();
  }

  function show() {
    const where = open.savedAt ? `Laatst opgeslagen: ${downloads.readable(open.savedAt)}.` : "Er is nog niets opgeslagen.";
    byId("tb-where").hidden = Boolean(open.failed);
    byId("tb-saved").textContent = open.failed ? "Wat je nu invult, wordt niet opgeslagen." : where;
    const others = others_();
    byId("tb-choose").hidden = !others.length;
    const chosen = byId("tb-copy").value;
    byId("tb-copy").replaceChildren(...others.map(({ key, copy }) => new Option(copy.name || "Zonder naam", key, false, key === chosen)));
    byId("tb-print-name").textContent = byId("tb-name").value;
  }

  const others_ = () => storage.list(shape.id).filter(({ copy, key }) => copy && key !== open.key);

  function changed() {
    if (root.dataset.mode === "own") return;
    if (!group.scan().day && !isEmpty()) byId("tb-day").value = group.scan().day = today();
    open.dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  }

  function save() {
    clearTimeout(timer);
    if (!open.dirty || (!open.mark && isEmpty())) return;
    if (!storage.failure() && storage.markOf(open.key) !== open.mark) apart();
    const copy = collect();
    const { mark, failed } = storage.write(open.key, copy, open.mark);
    if (failed) return fail(failed);
    Object.assign(open, { mark, savedAt: copy.savedAt, dirty: false, failed: undefined });
    messages.hide("problem");
    storage.remember(shape.id, open.key);
    show();
  }

  // Another tab wrote or threw away this scan: what stands here goes on as one of its own.
  function apart() {
    Object.assign(open, { key: storage.keyOf(shape.id), mark: "" });
    byId("tb-name").value = storage.freeName(byId("tb-name").value, open.key);
    messages.say(`Deze scan is in een ander tabblad veranderd. Wat hier staat, is nu een aparte scan: ‘${byId("tb-name").value}’.`, byId("tb-fill-messages"));
  }

  // Another tab changed it and we did not: then its version comes here.
  function follow() {
    if (root.dataset.mode === "own") return;
    const kept = open.mark && !open.dirty && storage.markOf(open.key) !== open.mark && storage.read(open.key);
    if (kept?.copy) openKey(open.key);
    else show();
  }

  function fail(why) {
    if (open.failed !== why) messages.show("problem", storage.WHY[why], [], byId("tb-fill-messages"));
    open.failed = why;
    show();
  }

  function flush() {
    save();
    return !open.dirty || isEmpty() || root.dataset.mode === "own";
  }

  function openKey(key) {
    const kept = storage.read(key);
    if (!kept?.copy) return false;
    const copy = format.arrange(kept.copy, shape);
    lay(scanOf(copy), { ...copy, key, mark: kept.mark });
    return true;
  }

  // Before another scan comes, this one must be safe. False, and it says so, when that fails.
  function leave() {
    const safe = flush();
    if (!safe) messages.say("De scan die hier staat, kan niet opgeslagen worden. Bewaar hem eerst als bestand.", byId("tb-fill-messages"));
    return safe;
  }

  // Another scan on the screen. The same one that is kept already is opened, not doubled.
  function openScan(scan, details = {}) {
    if (!leave()) return false;
    const same = ({ copy }) => copy && sameAnswers(scanOf(format.arrange(copy, shape)), scan);
    const kept = !details.name && storage.list(shape.id).find(same);
    if (kept) return openKey(kept.key);
    lay(scan, details);
    open.dirty = true;
    save();
    return true;
  }

  const sameAnswers = (one, other) => one.day === other.day && JSON.stringify(one.people) === JSON.stringify(other.people);

  function startNew() {
    if (leave()) lay({});
  }

  function discard() {
    const { name } = collect();
    const scan = structuredClone(group.scan());
    storage.remove(open.key);
    lay({});
    const undo = () => {
      openScan(scan, { name });
      return byId("tb-name");
    };
    messages.offerUndo(`‘${name}’ is weggegooid.`, undo, byId("tb-import-messages"));
  }

  function openFirst() {
    const keys = storage.list(shape.id).filter(({ copy }) => copy).map(({ key }) => key);
    const wanted = [storage.keyOf(shape.id, location.hash.replace("#blad=", "")), storage.remembered(shape.id), keys[0]];
    const first = wanted.find((key) => keys.includes(key));
    if (!first || !openKey(first)) lay({});
    if (storage.failure()) fail(storage.failure());
  }

  function asTable() {
    const people = group.scan().people.filter(given);
    const lines = people.map(({ answers }, row) => [`Persoon ${row + 1}`, ...answers.map((answer) => (answer === UNKNOWN ? "?" : answer || ""))]);
    const field = { label: "antwoorden", columns: ["Persoon", ...data.statements.map(({ text }) => text)], lines: lines.map((line) => line.map(String)) };
    downloads.asTables(collect(), [{ title: shape.title, fields: [field] }]);
  }

  function listen() {
    group.watch((what) => what !== "person" && what !== "scan" && changed());
    byId("tb-name").addEventListener("input", () => { changed(); show(); });
    byId("tb-day").addEventListener("input", ({ target }) => { group.scan().day = target.value; changed(); });
    byId("tb-file").onclick = () => downloads.asFile(collect());
    byId("tb-sheet").onclick = asTable;
    byId("tb-new").onclick = startNew;
    byId("tb-delete").onclick = discard;
    addEventListener("storage", follow);
    addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", () => (document.hidden ? flush() : follow()));
    addEventListener("beforeunload", (event) => flush() || event.preventDefault()); // the browser asks first
  }

  toolboxScan.keeping = { shape, listen, leave, openFirst, openScan, openKey, scanOf, dayInWords, kept: (key) => storage.read(key)?.copy };
})();
