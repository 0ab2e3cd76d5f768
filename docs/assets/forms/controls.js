// The controls on the page: what is in them, what they ask, and the rows of tables.
"use strict";
(() => {
  const forms = toolboxForms;
  const { messages, format } = forms;
  const root = document.getElementById("tb-form");
  const all = (scope, selector) => [...scope.querySelectorAll(selector)];
  const named = (scope) => all(scope, "[name]");
  const controls = () => named(root);

  // The answers by question: a text, or a list of values where several may be chosen. No answer, no entry.
  function read() {
    const values = new Map();
    for (const { type, name, value, checked } of controls()) {
      if (type === "checkbox" && checked) values.set(name, [...(values.get(name) ?? []), value]);
      else if (type === "radio" ? checked : type !== "checkbox" && value !== "") values.set(name, value);
    }
    return values;
  }

  // Put answers in; what has no answer becomes empty.
  function write(values) {
    for (const control of controls()) {
      const value = values.get(control.name) ?? "";
      if (control.type === "checkbox") control.checked = value.includes(control.value);
      else if (control.type === "radio") control.checked = value === control.value;
      else control.value = value;
    }
  }

  function seen(element) {
    const nodes = [...element.childNodes].filter((node) => !node.classList?.contains("tb-heard"));
    return nodes.map((node) => node.textContent).join("").trim();
  }

  function answer(scope) {
    const texts = named(scope).map((control) => {
      if (control.matches("[type=radio], [type=checkbox]")) return control.checked && control.parentElement.textContent.trim();
      if (control.type === "date") return control.value.split("-").reverse().join("-");
      return control.selectedOptions && control.value ? control.selectedOptions[0].textContent : control.value;
    });
    return texts.filter(Boolean).join(", ");
  }

  // The sheet as it is filled in: parts with fields. A field has a label and an answer; a scale has `rows` of these instead,
  // and a table has `columns` and `lines`.
  function outline() {
    const fields = (part) => all(part, ".tb-field").map(outlineField);
    return all(root, ".tb-part").map((part) => ({ title: seen(part.querySelector("legend")), fields: fields(part) }));
  }

  function outlineField(field) {
    const label = seen(field.querySelector(".tb-label, legend"));
    const lines = rowsOf(field).map((row) => all(row, ".tb-cell"));
    const rows = all(field, ".tb-scale-row").map((row) => ({ label: seen(row.querySelector("legend")), answer: answer(row) }));
    if (rows.length) return { label, rows };
    if (!lines.length) return { label, answer: answer(field) };
    return { label, columns: lines[0].map((cell) => seen(cell.querySelector("label"))), lines: lines.map((cells) => cells.map(answer)) };
  }

  const tables = () => all(root, "[data-table]");
  const rowsOf = (table) => all(table, "li.tb-row");
  const countRows = () => new Map(tables().map((table) => [table.dataset.table, rowsOf(table).length]));
  const setRows = (wanted) => tables().forEach((table) => setCount(table, wanted.get(table.dataset.table)));

  // A new row is a copy of the last one with the next number, in its names (`actielijst.4.wat`) and its labels.
  function setCount(table, wanted) {
    const rows = rowsOf(table);
    for (const row of rows.slice(wanted)) row.remove();
    for (let place = rows.length + 1; place <= wanted; place += 1) {
      const row = rows.at(-1).cloneNode(true);
      for (const extra of all(row, ".tb-print-text, .tb-count, .tb-problem")) extra.remove();
      for (const control of named(row)) control.value = "";
      for (const shown of all(row, ".tb-n")) shown.textContent = place;
      for (const element of all(row, "[id], [for]")) {
        for (const { name, value } of element.attributes) element.setAttribute(name, value.replace(/^([^.]+)\.[0-9]+\./, `$1.${place}.`));
      }
      rows[0].parentElement.append(row);
    }
  }

  // The answers of all rows, and back: so a row can go or come anywhere.
  const take = (table) => rowsOf(table).map((row) => named(row).map((control) => control.value));
  function give(table, answers) {
    setCount(table, answers.length);
    rowsOf(table).forEach((row, place) => named(row).forEach((control, column) => { control.value = answers[place][column]; }));
    forms.typing.refresh(table);
  }

  function add(table, { changed }) {
    const wanted = rowsOf(table).length + 1;
    if (wanted > format.LIMITS.rows) return messages.say(`Er passen hoogstens ${format.LIMITS.rows} rijen in.`, table);
    setCount(table, wanted);
    changed();
    named(rowsOf(table).at(-1))[0].focus();
    return messages.announce(`Rij ${wanted} is toegevoegd.`);
  }

  function remove(table, place, { changed, key, openKey }) {
    const copy = key();
    const answers = take(table);
    const [gone] = answers.splice(place, 1);
    give(table, answers);
    changed();
    const undo = () => {
      if (!openKey(copy)) return undefined;
      give(table, take(table).toSpliced(place, 0, gone));
      changed();
      return named(rowsOf(table)[place])[0];
    };
    messages.offerUndo(`Rij ${place + 1} is weggehaald. De rijen erna schoven op.`, undo, table).querySelector("button").focus();
  }

  function listenToRows(copies) {
    root.addEventListener("click", ({ target }) => {
      const table = target.closest("[data-table]");
      if (target.closest(".tb-add")) add(table, copies);
      else if (target.closest(".tb-remove")) remove(table, rowsOf(table).indexOf(target.closest(".tb-row")), copies);
    });
  }

  forms.controls = { root, read, write, outline, countRows, setRows, listenToRows };
})();
