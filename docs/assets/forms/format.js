// The file of a filled-in sheet: what may be in it, and how an old one becomes new. See macros/sheets/FORMAT.md.
//
// Classic scripts with `defer`, which share the name toolboxForms: from a disk (file://) browsers load no ES modules.
"use strict";
(() => {
  const forms = (globalThis.toolboxForms = {});
  const FORMAT = "toolbox-samenwerken/ingevuld";
  const LIMITS = { file: 5_000_000, text: 20_000, number: 40, name: 120, answers: 20_000, chosen: 50, rows: 200 };
  const SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*";
  const TABLE = new RegExp(`^${SLUG}$`);
  const ID = new RegExp(`^${SLUG}(?:\\.[1-9][0-9]{0,3}\\.${SLUG})?$`);

  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const entries = (value) => (isObject(value) ? Object.entries(value) : []);
  const short = (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

  // Version 0 kept tables as lists of rows, and the time as a number.
  function fromVersion0({ sheet, name, saved, answers: values, tables }) {
    const lists = entries(tables).filter(([, lines]) => Array.isArray(lines));
    const cellsOf = (table, line, place) => entries(line).map(([column, value]) => [`${table}.${place + 1}.${column}`, value]);
    const cells = lists.flatMap(([table, lines]) => lines.flatMap((line, place) => cellsOf(table, line, place)));
    return {
      sheet, name, sheetVersion: "1.0",
      savedAt: saved >= 0 && saved < 1e14 ? new Date(saved).toISOString() : null,
      values: Object.fromEntries([...entries(values), ...cells]),
      rows: Object.fromEntries(lists.map(([table, lines]) => [table, lines.length])),
    };
  }
  const MIGRATIONS = [fromVersion0]; // the first makes version 1 of version 0
  const VERSION = MIGRATIONS.length;

  // The text of a file → { copy }, with its answers in Maps, or { problems } in Dutch. Nothing in the file is trusted.
  function parse(text) {
    const refused = (what, way = "Kies een .json-bestand dat je hier eerder hebt bewaard.") => ({ problems: [`${what} ${way}`] });
    let data;
    try {
      data = JSON.parse(text);
    } catch {
      return refused("Dit bestand is niet te lezen.");
    }
    const known = isObject(data) && data.format === FORMAT && Number.isInteger(data.version) && data.version >= 0;
    if (!known) return refused("Dit is geen ingevuld werkblad van deze toolbox.");
    if (data.version > VERSION) return refused("Dit bestand is gemaakt met een nieuwere toolbox.", "Laad de pagina opnieuw.");
    for (const migrate of MIGRATIONS.slice(data.version)) data = migrate(data);
    return check(data);
  }

  function check(data) {
    const problems = [];
    const wrong = (part) => problems.push(`Het onderdeel ‘${part}’ ontbreekt of klopt niet.`);
    const text = (part, pattern) => (typeof data[part] === "string" && pattern.test(data[part]) ? data[part] : wrong(part));
    const copy = {
      sheet: text("sheet", TABLE),
      sheetVersion: text("sheetVersion", /^[0-9]{1,4}\.[0-9]{1,4}$/),
      name: text("name", new RegExp(`^\\P{Cc}{0,${LIMITS.name}}$`, "u")),
      savedAt: text("savedAt", /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,12}Z$/),
      values: answers(data.values),
      aside: answers(data.aside ?? {}),
      rows: new Map(),
    };
    if (copy.savedAt && Number.isNaN(Date.parse(copy.savedAt))) wrong("savedAt");
    if (!isObject(data.rows)) wrong("rows");
    for (const [table, count] of entries(data.rows)) {
      if (TABLE.test(table) && Number.isInteger(count) && count >= 1 && count <= LIMITS.rows) copy.rows.set(table, count);
      else problems.push(`Het aantal rijen van ‘${short(table)}’ klopt niet: het moet van 1 tot en met ${LIMITS.rows} zijn.`);
    }
    return problems.length ? { problems } : { copy };

    function answers(part) {
      const all = entries(part);
      const found = new Map();
      if (!isObject(part)) wrong("values");
      if (all.length > LIMITS.answers) return problems.push(`Er staan te veel antwoorden in: ${all.length}.`);
      for (const [id, value] of all) {
        const texts = [value].flat();
        const at = `Het antwoord bij ‘${short(id)}’ is`;
        if (!ID.test(id)) problems.push(`‘${short(id)}’ kan geen naam van een vraag zijn.`);
        else if (texts.length > LIMITS.chosen || !texts.every((one) => typeof one === "string")) problems.push(`${at} geen tekst.`);
        else if (texts.some((one) => one.length > LIMITS.text)) problems.push(`${at} te lang: hoogstens ${LIMITS.text} tekens.`);
        else found.set(id, value);
      }
      return found;
    }
  }

  // What a sheet asks, as Maps: there a name like `constructor` finds nothing.
  function readShape(json) {
    const { fields, tables, ...about } = JSON.parse(json);
    const asMap = Object.entries(tables).map(([id, { rows, columns }]) => [id, { rows, columns: new Map(Object.entries(columns)) }]);
    return { ...about, fields: new Map(Object.entries(fields)), tables: new Map(asMap) };
  }

  // A date field takes real days only.
  const isDay = (text) => Object.assign(document.createElement("input"), { type: "date", value: text }).value === text;

  function fits(id, value, shape) {
    const [table, row, column] = id.split(".");
    const kind = column ? row <= LIMITS.rows && shape.tables.get(table)?.columns.get(column) : shape.fields.get(id);
    if (kind?.several) return Array.isArray(value) && value.every((one) => kind.several.includes(one));
    if (!kind || typeof value !== "string") return false;
    if (kind.one) return kind.one.includes(value);
    if (kind === "number") return value.length <= LIMITS.number && !/[\r\n]/.test(value);
    return kind !== "date" || isDay(value);
  }

  // Lay a copy on a sheet as it is now. Answers without a place go aside, and back when their place is there again.
  function arrange(copy, shape) {
    const values = new Map();
    const aside = new Map();
    const rows = new Map([...shape.tables].map(([id, table]) => [id, copy.rows.get(id) ?? table.rows]));
    for (const [id, value] of [...copy.values, ...copy.aside]) {
      const fitting = fits(id, value, shape) && !values.has(id);
      const [table, row] = id.split(".");
      (fitting ? values : aside).set(id, value);
      if (fitting && row) rows.set(table, Math.max(rows.get(table), row));
    }
    return { ...copy, values, aside, rows };
  }

  // A copy as the text of a file.
  function write({ sheet, sheetVersion, name, savedAt, values, rows, aside }) {
    const file = { format: FORMAT, version: VERSION, sheet, sheetVersion, name, savedAt, values, rows };
    if (aside.size) file.aside = aside;
    return JSON.stringify(file, (_, value) => (value instanceof Map ? Object.fromEntries(value) : value), 1);
  }

  forms.format = { LIMITS, parse, readShape, arrange, write };
})();
