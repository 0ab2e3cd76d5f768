// The sums of a sheet: what each party gives and gets, with the network and without it. Knows no page.
"use strict";
(() => {
  const { parse, add, subtract, NONE } = toolboxForms.amounts;
  const tidy = (text = "") => text.replace(/\s+/g, " ").trim();
  const isKnown = ({ low }) => low !== undefined;

  // One row of a table of amounts; null when nothing is in it. `why` says what keeps it out of the sums.
  function readRow(sum, row, values) {
    const cell = (column) => tidy(values.get(`${sum.table}.${row}.${column}`));
    const party = cell(sum.party);
    const amounts = [sum.with, sum.without].map((column) => parse(cell(column)));
    if (!party && amounts.every(({ empty }) => empty)) return null;
    const [year, sort] = [cell(sum.year), sum.sort ? cell(sum.sort) : ""];
    const wrong = amounts.findIndex(({ problem }) => problem);
    const open = amounts.flatMap((amount, side) => (isKnown(amount) ? [] : [`‘${sum.labels[side].toLowerCase()}’`]));
    let why = "";
    if (!party) why = "er staat geen partij";
    else if (wrong >= 0) why = `het getal bij ‘${sum.labels[wrong].toLowerCase()}’ is niet goed te lezen`;
    else if (open.length) why = `${open.join(" en ")} is niet bekend`;
    else if (sum.sort && !sort) why = `kies nog ${Object.values(sum.sorts).join(" of ")}`;
    else if (!year) why = "kies nog een jaar";
    return { sum, row, party, year, sort, with: amounts[0], without: amounts[1], why };
  }

  // Rows that count → lines: one for each sort, with what there is with, without, and the difference.
  function linesOf(rows) {
    const lines = new Map();
    for (const { sum, sort, ...row } of rows) {
      const key = `${sum.table}/${sort}`;
      const line = lines.get(key) ?? { sum, sort, with: NONE, without: NONE };
      lines.set(key, { ...line, with: add(line.with, row.with), without: add(line.without, row.without) });
    }
    const place = ({ sum, sort }) => Object.keys(sum.sorts).indexOf(sort);
    return [...lines.values()].sort((a, b) => (a.sum === b.sum ? place(a) - place(b) : 0));
  }

  // What a party keeps: all it gets less all it gives. Unpaid hours are given, so more of them is less.
  function balance(sum, lines) {
    const side = (name) => lines.filter((line) => line.sum === sum).reduce((total, line) => (
      sum.gets.includes(line.sort) ? add(total, line[name]) : subtract(total, line[name])
    ), NONE);
    return { sum, with: side("with"), without: side("without"), change: subtract(side("with"), side("without")) };
  }

  function group(name, rows) {
    const lines = linesOf(rows);
    const sums = [...new Set(lines.map(({ sum }) => sum))];
    return { name, lines, balances: sums.map((sum) => balance(sum, lines)), effects: [] };
  }

  // Parties in the order in which they are met; `Gemeente` and `gemeente` are one.
  function byParty(rows) {
    const found = new Map();
    for (const row of rows) {
      const key = row.party.toLowerCase();
      found.set(key, [...(found.get(key) ?? []), row]);
    }
    return [...found.values()].map((own) => group(own[0].party, own));
  }

  // `definition` as macros/sheets/form.py makes it; `values` by question; `counts` the rows of each table.
  function calculate(definition, values, counts) {
    const rowsOf = (table) => Array.from({ length: counts.get(table) ?? 0 }, (_, place) => place + 1);
    const cell = (part, row, column) => tidy(values.get(`${part.table}.${row}.${part[column]}`));
    const rows = definition.sums.flatMap((sum) => rowsOf(sum.table).map((row) => readRow(sum, row, values)).filter(Boolean));
    const counted = rows.filter(({ why }) => !why);
    const parties = byParty(counted);
    const { effects, assumptions } = definition;
    for (const row of effects ? rowsOf(effects.table) : []) {
      const [party, text, how] = ["party", "text", "how"].map((column) => cell(effects, row, column));
      if (!party || !text) continue;
      let owner = parties.find(({ name }) => name.toLowerCase() === party.toLowerCase());
      if (!owner) parties.push((owner = group(party, [])));
      owner.effects.push(how ? `${text} (${effects.known[how]})` : text);
    }
    const used = [...new Set(definition.sums.flatMap(({ years }) => Object.entries(years)).map(([year, label]) => `${year}\n${label}`))];
    const years = used.map((one) => one.split("\n")).map(([year, label]) => ({ label, rows: counted.filter((row) => row.year === year) }));
    return {
      parties,
      together: group("Alle partijen samen", counted),
      years: years.filter((one) => one.rows.length).map((one) => ({ label: one.label, parties: byParty(one.rows) })),
      left: rows.filter(({ why }) => why),
      assumptions: assumptions ? rowsOf(assumptions.table).map((row) => cell(assumptions, row, "text")).filter(Boolean) : [],
    };
  }

  toolboxForms.calculation = { calculate };
})();
