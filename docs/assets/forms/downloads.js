// Files for the visitor: the filled-in sheet to open again, as a text for the minutes, and as tables.
"use strict";
(() => {
  const forms = toolboxForms;
  const NOTHING = "–";

  // 21 november 2026 om 14:03, by the browser's clock.
  const readable = (moment) => new Intl.DateTimeFormat("nl-NL", { dateStyle: "long", timeStyle: "short" }).format(new Date(moment));

  // `Netwerk Noord, november 2026` → netwerk-noord-november-2026, after the sheet's own name.
  function fileName({ sheet, name }, ending) {
    const plain = `${sheet}-${name}`.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-");
    return plain.slice(0, 80).replace(/-$/, "") + ending;
  }

  function download(name, type, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // a browser may ask first
  }

  const indented = (text) => (text || NOTHING).replaceAll("\n", "\n    ");

  // Plain text that is Markdown as well: headings, and each answer under its question.
  function writeText(copy, title, outline) {
    const lines = [`# ${title}`, "", copy.name || "Zonder naam", `Bewaard op ${readable(copy.savedAt)}`, ""];
    for (const part of outline) {
      lines.push(`## ${part.title}`, "");
      for (const field of part.fields) lines.push(`### ${field.label}`, "", ...answers(field), "");
    }
    if (copy.aside.size) lines.push("## Heeft geen plek meer op dit blad", "");
    for (const [id, value] of copy.aside) lines.push(`- ${id}: ${indented([value].flat().join(", "))}`);
    return `${lines.join("\n").trimEnd()}\n`;
  }

  function answers({ answer, rows, columns, lines }) {
    if (rows) return rows.map((row) => `- ${row.label}: ${row.answer || NOTHING}`);
    const filled = lines?.filter((line) => line.some(Boolean)) ?? [];
    if (!filled.length) return [answer || NOTHING];
    return filled.flatMap((line, row) => [`${row + 1}.`, ...columns.map((column, place) => `    - ${column}: ${indented(line[place])}`)]);
  }

  // A spreadsheet takes a cell that starts like a formula for text when an apostrophe stands before it.
  const cell = (text) => `"${(/^\s*[=+@-]|^[\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const csvLine = (cells) => cells.map(cell).join(";");

  // The tables and scales of a sheet, with an empty line between them. Dutch Excel wants semicolons and a byte order mark.
  function writeTables(outline) {
    const blocks = outline.flatMap(({ title, fields }) => fields.filter(({ lines, rows }) => lines || rows).map(
      ({ label, columns = ["Stelling", "Antwoord"], lines, rows }) => [
        [`${title}: ${label}`], columns, ...(lines ?? rows.map((row) => [row.label, row.answer])),
      ].map(csvLine).join("\r\n"),
    ));
    return `\ufeff${blocks.join("\r\n\r\n")}\r\n`;
  }

  forms.downloads = {
    readable, download,
    asFile: (copy) => download(fileName(copy, ".json"), "application/json", forms.format.write(copy)),
    asText: (copy, title, outline) => download(fileName(copy, ".txt"), "text/plain", writeText(copy, title, outline)),
    asTables: (copy, outline) => download(fileName(copy, ".csv"), "text/csv", writeTables(outline)),
  };
})();
