// Rows that were copied from a spreadsheet → people. Names in it are not read: only what stands where the scores stand.
"use strict";
(() => {
  const { data, answers: { NONE, UNKNOWN, person } } = toolboxScan;
  const WIDE = data.statements.length;
  const DONT_KNOW = new Set(["0", "?", "weet ik niet", "weet niet", "onbekend"]);
  const LONGEST = 200_000; // characters

  // The sign between cells is what most lines have outside quotes: a tab before a semicolon before a comma.
  function cellsOf(text) {
    const lines = text.replaceAll("\r", "").split("\n").filter((line) => line.trim());
    const bare = lines.map((line) => line.replace(/"[^"]*"/g, ""));
    const between = ["\t", ";", ","].find((sign) => bare.filter((line) => line.includes(sign)).length * 2 > lines.length) ?? "\t";
    return lines.map((line) => split(line, between));
  }

  // What stands between quotes is one cell, with its commas.
  function split(line, between) {
    const cells = [""];
    let quoted = false;
    for (const sign of line) {
      if (sign === '"') quoted = !quoted;
      else if (sign === between && !quoted) cells.push("");
      else cells[cells.length - 1] += sign;
    }
    return cells.map((cell) => cell.trim());
  }

  function answerOf(cell) {
    if (cell === "") return NONE;
    if (DONT_KNOW.has(cell.toLowerCase())) return UNKNOWN;
    const score = /^[0-9]+$/.test(cell) ? Number(cell) : -1;
    return score >= data.min && score <= data.max ? score : undefined;
  }

  const isNumbering = (cells) => cells.length > 2 && cells.every((cell, at) => cell === String(at + 1));

  // Words above or beside the scores: the line or column goes when not one cell in it can be an answer.
  const isHead = (cells) => cells.some(Boolean) && cells.every((cell) => answerOf(cell) === undefined || cell === "");
  const turn = (rows) => rows[0].map((_, column) => rows.map((row) => row[column] ?? ""));

  // Text → { people } or { problems } in Dutch. People stand in rows; when the statements do, the table is turned.
  function read(text) {
    const refused = (...problems) => ({ problems });
    if (text.length > LONGEST) return refused("Dit is te veel tekst voor een scan.");
    const lines = cellsOf(text);
    const above = lines.findIndex((row) => row.length > 1 && !isHead(row.slice(1)));
    if (!lines.length) return refused("Er staan nog geen rijen.");
    if (above < 0) return refused("Er staan geen cijfers in deze rijen. Kopieer de cellen met de antwoorden uit je spreadsheet.");
    const width = Math.max(...lines.map((row) => row.length));
    const rows = lines.slice(above).map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ""));
    const fits = width === WIDE || width === WIDE + 1;
    const turned = !fits && rows.length === WIDE;
    if (!fits && !turned) return refused(`Ik zie ${rows.length} rijen van ${width} cellen. Een rij per persoon heeft er ${WIDE}: één per stelling.`);
    const [start] = turn(rows);
    const beside = turned ? Number(isHead(start) || isNumbering(start)) : width - WIDE;
    const table = rows.map((row) => row.slice(beside));
    const strange = table.flatMap((row, line) => row.flatMap((cell, column) => (answerOf(cell) === undefined ? [[line, column, cell]] : [])));
    const at = ([line, column, cell]) => `Rij ${line + above + 1}, kolom ${column + beside + 1}: ‘${cell.slice(0, 30)}’ is geen cijfer van ${data.min} tot en met ${data.max}.`;
    if (strange.length) return refused(...strange.slice(0, 5).map(at), ...(strange.length > 5 ? [`En nog ${strange.length - 5} andere.`] : []));
    const people = (turned ? turn(table) : table).map((row) => person(row.map(answerOf)));
    return { people: people.filter(({ answers }) => answers.some((answer) => answer !== NONE)) };
  }

  toolboxScan.paste = { read };
})();
