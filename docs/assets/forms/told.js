// 'Wij gebruikten dit': five answers become a text to save, to mail or to put in an issue. Nothing is sent by the page itself.
"use strict";
(() => {
  const { storage, messages, downloads } = toolboxForms;
  const KEY = "toolbox-samenwerken/wij-gebruikten-dit";
  const FILE = "wij-gebruikten-dit.txt";
  const LONGEST = { mail: 1_800, issue: 6_000 }; // characters of an address: programs cut off longer ones
  const byId = (id) => document.getElementById(id);
  const root = byId("tb-told");
  const { title, consent, yes } = root.dataset;
  const { mail = "", repository = "" } = document.querySelector("[data-mail]")?.dataset ?? {}; // from mkdocs.yml, `extra`
  const agreed = byId("f-akkoord");
  const fields = [...root.querySelectorAll("select, textarea")];

  // The same headings as in macros/contribution.py, which reads this text back.
  function text() {
    const answers = fields.map((field) => `## ${field.closest("[data-question]").dataset.question}\n\n${field.value.trim() || "–"}\n`);
    return `# ${title}\n\n${answers.join("\n")}\n## ${consent}\n\n${agreed.checked ? yes : "Nee"}\n`;
  }

  const isEmpty = (field) => (field === agreed ? !field.checked : !field.value.trim());

  // Every question that must have an answer and has none. The first gets the focus.
  function incomplete() {
    const example = fields.some((field) => !("always" in field.dataset) && !isEmpty(field));
    const empty = [...fields, agreed].filter((field) => isEmpty(field) && (example || "always" in field.dataset));
    for (const field of [...fields, agreed]) field.setAttribute("aria-invalid", empty.includes(field));
    if (!empty.length) return false;
    const asked = empty.filter((field) => field !== agreed).map((field) => field.closest("[data-question]").dataset.question.split(".")[0]);
    const numbers = asked.length > 1 ? `de vragen ${asked.slice(0, -1).join(", ")} en ${asked.at(-1)}` : `vraag ${asked[0]}`;
    const parts = [asked.length && `Vul ${numbers} nog in.`, empty.includes(agreed) && "Zet een vinkje als de tekst op de site mag."];
    messages.say(parts.filter(Boolean).join(" "));
    empty[0].focus();
    return true;
  }

  function save() {
    downloads.download(FILE, "text/plain", text());
  }

  // The address of a letter with the text in it; when that is too long, the file goes along by hand.
  function address(kind, make) {
    const whole = make(text());
    if (whole.length <= LONGEST[kind]) return whole;
    save();
    messages.say(`De tekst is lang. Daarom staat hij in het bestand ‘${FILE}’, dat nu is bewaard. Voeg dat toe.`);
    return make(`${title}. De tekst staat in het bestand ${FILE}, dat hierbij zit.`);
  }

  const ways = {
    mail: (body) => `mailto:${mail}?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`,
    issue: (body) => `${repository.replace(/\/$/, "")}/issues/new?${new URLSearchParams({ title, body })}`,
  };

  function offer(link, kind) {
    link.hidden = false;
    link.href = "#vertel";
    link.addEventListener("click", (event) => {
      if (incomplete()) event.preventDefault();
      else link.href = address(kind, ways[kind]);
    });
  }

  // The draft, so that a closed tab loses nothing. It is wiped here, and with all the rest on /opgeslagen/.
  const failures = new Set();
  function keep() {
    const draft = { akkoord: agreed.checked, ...Object.fromEntries(fields.map((field) => [field.name, field.value])) };
    const failed = storage.putBack(KEY, JSON.stringify(draft));
    if (failed && !failures.has(failed)) messages.say(storage.WHY[failed]);
    if (failed) failures.add(failed);
  }

  function fill(draft) {
    for (const field of fields) field.value = typeof draft[field.name] === "string" ? draft[field.name] : "";
    agreed.checked = draft.akkoord === true;
  }

  function restore() {
    let draft = {};
    try {
      draft = JSON.parse(storage.rawOf(KEY)) ?? {};
    } catch {
      storage.remove(KEY); // damaged, so of no use to anybody
    }
    fill(draft);
  }

  function clear() {
    const before = storage.rawOf(KEY);
    fill({});
    storage.remove(KEY);
    const undo = () => {
      if (before) storage.putBack(KEY, before);
      restore();
      return fields[0];
    };
    messages.offerUndo("Alles is gewist.", undo).querySelector("button").focus();
  }

  byId("tb-save").addEventListener("click", () => {
    if (incomplete()) return;
    save();
    messages.say(`Bewaard als ‘${FILE}’, meestal in de map Downloads. Stuur dat bestand naar de redactie.`);
  });
  byId("tb-clear").addEventListener("click", clear);
  root.addEventListener("input", keep);
  if (mail) offer(byId("tb-mail"), "mail");
  if (repository) offer(byId("tb-issue"), "issue");
  byId("tb-onward").hidden = Boolean(mail || repository);
  restore();
})();
