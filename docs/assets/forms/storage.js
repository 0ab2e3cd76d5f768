// What is kept in this browser: a key for each filled-in copy, with a mark, a line break and the text of the file.
"use strict";
(() => {
  const forms = toolboxForms;
  const PREFIX = "toolbox-samenwerken/blad/"; // then the sheet, a slash, the id of the copy
  const OWN = "toolbox-samenwerken/"; // what the site keeps for itself, such as light or dark
  const TAB = randomId(); // tells one tab from another
  const WHY = {
    full: "Opslaan lukt niet: de opslag van deze browser is vol. Je kunt doorgaan met invullen. Bewaar je werk als bestand.",
    forbidden: "Opslaan lukt niet: deze browser staat het niet toe. Je kunt doorgaan met invullen. Bewaar je werk als bestand.",
  };

  function randomId() {
    return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  // Where storage is forbidden, even looking at `localStorage` throws.
  function attempt(action, store = "localStorage") {
    try {
      return { value: action(window[store]) };
    } catch (error) {
      return { failed: error.name === "QuotaExceededError" ? "full" : "forbidden" };
    }
  }

  const rawOf = (key) => attempt((store) => store.getItem(key)).value ?? null;

  // Every write gets a new mark: a number that counts, and the tab. A mark you don't know is another tab's work.
  const markOf = (key) => rawOf(key)?.split("\n", 1)[0] ?? "";

  function write(key, copy, oldMark = "") {
    const mark = `${(Number.parseInt(oldMark, 10) || 0) + 1}.${TAB}`;
    return { mark, ...attempt((store) => store.setItem(key, `${mark}\n${forms.format.write(copy)}`)) };
  }

  // { key, raw, mark, copy }, without the last two when it can't be read. Null when there is nothing.
  function read(key) {
    const raw = rawOf(key);
    if (raw === null) return null;
    const end = raw.indexOf("\n");
    const { copy } = forms.format.parse(raw.slice(end + 1));
    return copy && end > 0 && copy.sheet === sheetOf(key) ? { key, raw, mark: raw.slice(0, end), copy } : { key, raw };
  }

  // Everything that is kept, or that of one sheet; what was saved last stands on top.
  function list(sheet = "") {
    const start = sheet ? `${PREFIX}${sheet}/` : PREFIX;
    const keys = attempt((store) => Object.keys(store).filter((key) => key.startsWith(start)).sort()).value ?? [];
    const when = (entry) => entry.copy?.savedAt ?? "";
    return keys.map(read).filter(Boolean).sort((a, b) => when(b).localeCompare(when(a)));
  }

  // The name, with a number behind it when another copy of this sheet has it.
  function freeName(name, key) {
    const taken = list(sheetOf(key)).map((entry) => entry.key !== key && entry.copy?.name);
    let found = name;
    for (let number = 2; taken.includes(found); number += 1) found = `${name.slice(0, forms.format.LIMITS.name - 6)} (${number})`;
    return found;
  }

  // Which copy a tab has open: kept for a reload, until the tab closes.
  const tab = (action, sheet, ...more) => attempt((store) => store[action](`toolbox-samenwerken/open/${sheet}`, ...more), "sessionStorage");

  const sheetOf = (key) => key.slice(PREFIX.length).split("/")[0];

  forms.storage = {
    PREFIX, WHY, rawOf, markOf, read, write, list, sheetOf, freeName,
    keyOf: (sheet, id = randomId()) => `${PREFIX}${sheet}/${id}`,
    idOf: (key) => key.slice(PREFIX.length).split("/")[1],
    remove: (key) => attempt((store) => store.removeItem(key)).failed,
    putBack: (key, raw) => attempt((store) => store.setItem(key, raw)).failed,
    remember: (sheet, key) => tab("setItem", sheet, key),
    remembered: (sheet) => tab("getItem", sheet).value,
    forget: (sheet) => tab("removeItem", sheet),
    failure: () => attempt((store) => store.getItem(PREFIX)).failed, // why nothing can be kept
    ownKeys: () => attempt((store) => Object.keys(store).filter((key) => key.startsWith(OWN) && !key.startsWith(PREFIX)).sort()).value ?? [],
  };
})();
