// The page that lists all that is kept on this device, over all worksheets.
"use strict";
(() => {
  const forms = globalThis.toolboxForms;
  const { storage, messages, downloads, format } = forms;
  const byId = (id) => document.getElementById(id);
  const list = byId("tb-list");
  const dialog = byId("tb-wipe-dialog");
  const site = new URL("..", location.href).pathname; // the theme's keys start with it
  const sheets = new Map([...document.querySelectorAll("#tb-sheets li")].map((item) => {
    const shape = format.readShape(item.dataset.shape);
    return [shape.id, { ...shape, href: item.querySelector("a").href }];
  }));

  const make = (tag, text, ...more) => {
    const element = document.createElement(tag);
    element.textContent = text;
    element.append(...more);
    return element;
  };

  function button(label, of, act) {
    const made = make("button", label);
    const name = make("span", ` ${of}`);
    name.className = "tb-heard";
    made.type = "button";
    made.append(name);
    made.addEventListener("click", act);
    return made;
  }

  const kilobytes = (entries) => `${Math.max(1, Math.round(entries.reduce((sum, { raw }) => sum + raw.length * 2, 0) / 1000)).toLocaleString("nl")} kB`; // a browser counts two bytes a character

  function draw() {
    const entries = storage.list();
    list.replaceChildren(...entries.map(drawOne));
    byId("tb-total").textContent = entries.length
      ? `${entries.length === 1 ? "Eén blad," : `${entries.length} bladen, samen`} ${kilobytes(entries)}. Alleen opgeslagen in deze browser op dit apparaat.`
      : storage.failure() ? "Deze browser staat opslaan niet toe. Er wordt hier niets bewaard." : "Er is niets opgeslagen.";
    const own = storage.themeKeys(site);
    byId("tb-own-keys").textContent = own.length ? own.join(", ") : "nu is dat niets";
  }

  function drawOne(entry) {
    const sheet = sheets.get(storage.sheetOf(entry.key));
    const name = entry.copy ? entry.copy.name || "Zonder naam" : "Beschadigd blad";
    const title = sheet?.title ?? `werkblad ‘${storage.sheetOf(entry.key)}’, dat er niet meer is`;
    const facts = entry.copy ? `Opgeslagen op ${downloads.readable(entry.copy.savedAt)}` : "Kan hier niet open: het is beschadigd, of gemaakt met een nieuwere toolbox";
    const acts = make("p", "");
    acts.className = "tb-buttons";
    if (sheet && entry.copy) {
      const open = make("a", "Open", Object.assign(make("span", ` ${name}`), { className: "tb-heard" }));
      open.className = "tb-open";
      open.href = `${sheet.href}#blad=${storage.idOf(entry.key)}`;
      acts.append(open);
    }
    acts.append(button("Bewaar als bestand", name, () => keep(entry)), button("Gooi weg", name, () => discard(entry, name)));
    return make("li", "", make("strong", name), make("p", title), make("p", `${facts}, ${kilobytes([entry])}`), acts);
  }

  // A damaged copy goes into the file as it is: somebody may still be able to read it.
  function keep({ key, copy, raw }) {
    if (copy) downloads.asFile(copy);
    else downloads.download(`${storage.sheetOf(key)}-beschadigd.txt`, "text/plain;charset=utf-8", raw);
  }

  function discard({ key, raw }, name) {
    if (storage.remove(key)) return messages.say(storage.WHY.forbidden);
    draw();
    return messages.offerUndo(`‘${name}’ is weggegooid.`, () => {
      const failed = storage.putBack(key, raw);
      if (failed) messages.say(storage.WHY[failed]);
      draw();
    }).querySelector("button").focus();
  }

  function receive(copy, shape, notes, place) {
    const key = storage.keyOf(shape.id);
    const { failed } = storage.write(key, copy);
    draw();
    const text = failed ? `Het blad is niet opgeslagen. ${storage.WHY[failed]}` : [`‘${copy.name || "Zonder naam"}’ staat nu in de lijst als nieuw blad bij ‘${shape.title}’.`, ...notes].join(" ");
    messages.show("import", text, [], place);
  }

  function wipe() {
    const keys = [...storage.list().map((entry) => entry.key), ...storage.themeKeys(site)];
    const failed = keys.map(storage.remove).some(Boolean);
    try {
      sessionStorage.clear();
    } catch {
      // Nothing is kept there either, then.
    }
    dialog.close();
    messages.forgetUndo();
    draw();
    messages.say(failed ? "Niet alles kon weg. Wis de gegevens van deze site in je browser." : "Alles is gewist.");
    byId("tb-list-title").focus();
  }

  byId("tb-wipe").addEventListener("click", () => {
    const { length } = storage.list();
    byId("tb-wipe-question").textContent = `Weet je het zeker? Je gooit ${length === 1 ? "één ingevuld blad" : `${length} ingevulde bladen`} weg. Dat kun je niet terughalen.`;
    dialog.showModal();
  });
  byId("tb-wipe-no").addEventListener("click", () => dialog.close());
  byId("tb-wipe-yes").addEventListener("click", wipe);
  forms.opening.listen(sheets, (sheet) => `Deze toolbox heeft geen werkblad ‘${sheet}’.`, receive);
  addEventListener("storage", draw);
  addEventListener("pageshow", draw); // also when the browser brings the page back from its memory
  draw();
})();
