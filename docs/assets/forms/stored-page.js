// The page that lists all that is kept on this device, over all worksheets.
"use strict";
(() => {
  const forms = toolboxForms;
  const { storage, messages, downloads, format } = forms;
  const byId = (id) => document.getElementById(id);
  const dialog = byId("tb-wipe-dialog");
  const sheets = new Map([...document.querySelectorAll("#tb-sheets li")].map((item) => {
    const shape = format.readShape(item.dataset.shape);
    return [shape.id, { ...shape, href: item.querySelector("a").href }];
  }));

  function make(tag, text, ...more) {
    const element = document.createElement(tag);
    element.append(text, ...more);
    return element;
  }

  // A button or link whose name also says what it is about, for who only hears it.
  function control(tag, label, about, properties) {
    const heard = Object.assign(make("span", ` ${about}`), { className: "tb-heard" });
    return Object.assign(make(tag, label, heard), properties);
  }

  const button = (label, about, onclick) => control("button", label, about, { type: "button", onclick });

  function kilobytes(entries) {
    const bytes = entries.reduce((sum, { raw }) => sum + raw.length * 2, 0); // a browser counts two bytes a character
    return `${Math.max(1, Math.round(bytes / 1000)).toLocaleString("nl")} kB`;
  }

  const count = (entries) => (entries.length === 1 ? "één blad" : `${entries.length} bladen`);

  function draw() {
    const entries = storage.list();
    const nothing = storage.failure() ? "Deze browser staat opslaan niet toe. Er wordt hier niets bewaard." : "Er is niets opgeslagen.";
    const total = `Samen ${count(entries)} (${kilobytes(entries)}). Alleen opgeslagen in deze browser op dit apparaat.`;
    byId("tb-total").textContent = entries.length ? total : nothing;
    byId("tb-list").replaceChildren(...entries.map(drawOne));
    byId("tb-own-keys").textContent = storage.ownKeys().join(", ") || "nu is dat niets";
  }

  function drawOne(entry) {
    const { key, copy } = entry;
    const sheet = sheets.get(storage.sheetOf(key));
    const name = copy ? copy.name || "Zonder naam" : "Beschadigd blad";
    const broken = "Kan hier niet open: het is beschadigd, of gemaakt met een nieuwere toolbox";
    const facts = copy ? `Opgeslagen op ${downloads.readable(copy.savedAt)}` : broken;
    const href = `${sheet?.href}#blad=${storage.idOf(key)}`;
    const acts = [button("Bewaar als bestand", name, () => keep(entry)), button("Gooi weg", name, () => discard(entry, name))];
    if (sheet && copy) acts.unshift(control("a", "Open", name, { href, className: "tb-open" }));
    return make(
      "li",
      make("strong", name),
      make("p", sheet?.title ?? `Werkblad ‘${storage.sheetOf(key)}’, dat er niet meer is`),
      make("p", `${facts}, ${kilobytes([entry])}`),
      Object.assign(make("p", ...acts), { className: "tb-buttons" }),
    );
  }

  // A damaged copy goes into the file as it is: somebody may still be able to read it.
  function keep({ key, copy, raw }) {
    if (copy) downloads.asFile(copy);
    else downloads.download(`${storage.sheetOf(key)}-beschadigd.txt`, "text/plain", raw);
  }

  function discard({ key, raw }, name) {
    if (storage.remove(key)) return;
    const undo = () => {
      const failed = storage.putBack(key, raw);
      if (failed) messages.say(storage.WHY[failed]);
      draw();
    };
    draw();
    messages.offerUndo(`‘${name}’ is weggegooid.`, undo).querySelector("button").focus();
  }

  function receive(copy, shape, notes, place) {
    const { failed } = storage.write(storage.keyOf(shape.id), copy);
    const opened = `‘${copy.name || "Zonder naam"}’ staat nu in de lijst als nieuw blad bij ‘${shape.title}’.`;
    draw();
    messages.show("import", failed ? storage.WHY[failed] : [opened, ...notes].join(" "), [], place);
  }

  async function wipe() {
    const keys = [...storage.list().map(({ key }) => key), ...storage.ownKeys()];
    const failed = keys.map(storage.remove).some(Boolean);
    for (const sheet of sheets.keys()) storage.forget(sheet);
    dialog.close();
    await toolboxOffline.forget(); // what is kept of visited pages
    messages.forgetUndo();
    draw();
    messages.say(failed ? "Niet alles kon weg. Wis de gegevens van deze site in je browser." : "Alles is gewist.");
    byId("tb-list-title").focus();
  }

  byId("tb-wipe").onclick = () => {
    byId("tb-wipe-question").textContent = `Weet je het zeker? Je gooit ${count(storage.list())} weg. Je kunt niets terughalen.`;
    dialog.showModal();
  };
  byId("tb-wipe-no").onclick = () => dialog.close();
  byId("tb-wipe-yes").onclick = wipe;
  forms.opening.listen(sheets, (sheet) => `Deze toolbox heeft geen werkblad ‘${sheet}’.`, receive);
  addEventListener("storage", draw);
  addEventListener("pageshow", draw); // also when the browser brings the page back from its memory
  draw();
})();
