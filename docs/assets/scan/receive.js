// What comes in from elsewhere: a code that is typed or pasted, an address, a file, rows of a spreadsheet, a kept scan.
"use strict";
(() => {
  const { data, code, paste, group, keeping, compare, entry, answers: { given, twin } } = toolboxScan;
  const { messages, opening } = toolboxForms;
  const byId = (id) => document.getElementById(id);
  const others = byId("tb-import-messages");

  const refuse = (problems, place, before = "Dit is niet gelukt.") => messages.show("code", [before, ...problems].join(" "), [], place);

  // Another scan: open it, or lay it beside this one.
  function offer(scan, name, place, details = {}) {
    const open = () => {
      if (keeping.openScan(scan, details)) messages.announce(`‘${name}’ staat nu op het scherm.`);
      return byId("tb-outcome-title");
    };
    const beside = () => {
      compare.start(scan, name);
      return document.activeElement;
    };
    const count = scan.people.length;
    messages.show("code", `‘${name}’ is gelezen: ${count === 1 ? "één persoon" : `${count} mensen`}. Wat wil je ermee?`, [["Vergelijk met de scan van nu", beside], ["Open deze scan", open]], place).querySelector("button").focus();
  }

  function addAll(people, place) {
    const before = structuredClone(group.scan().people);
    const over = group.add(people);
    const last = group.scan().people.length;
    const added = people.length - over;
    const who = added === 1 ? `Persoon ${last} is erbij gekomen.` : `Er zijn ${added} mensen bij gekomen.`;
    const undo = () => {
      group.put({ ...group.scan(), people: before });
      group.add([]);
      return byId("tb-next");
    };
    messages.offerUndo(over ? `${who} Er passen hoogstens ${data.mostPeople} mensen in: ${over} niet.` : who, undo, place);
  }

  // People from codes. The same answers twice: ask, because it may be one person or two.
  function addPeople(people, place) {
    const there = group.scan().people.filter(given);
    const doubled = people.filter((one, at) => twin([...there, ...people.slice(0, at), one], there.length + at) >= 0);
    const fresh = people.filter((one) => !doubled.includes(one));
    if (fresh.length) addAll(fresh, place);
    if (!doubled.length) return;
    const add = () => {
      addAll(doubled, place);
      return byId("tb-next");
    };
    const many = doubled.length === 1 ? "Deze antwoorden staan er al. Is het dezelfde persoon?" : `${doubled.length} mensen staan er al met dezelfde antwoorden.`;
    messages.show("double", many, [["Niet toevoegen", () => byId("tb-code")], ["Toch toevoegen", add]], place);
  }

  function readCode() {
    const place = byId("tb-code-messages");
    const { scan, people, problems } = code.read(byId("tb-code").value);
    messages.hide("code");
    messages.hide("double");
    if (problems) return refuse(problems, place, "Deze code klopt niet.");
    byId("tb-code").value = "";
    return scan ? offer(scan, "Scan uit een code", place) : addPeople(people, place);
  }

  function readRows() {
    const place = byId("tb-paste-messages");
    const { people, problems } = paste.read(byId("tb-paste").value);
    if (problems) return refuse(problems, place, "Deze rijen kan ik niet lezen.");
    messages.hide("code");
    byId("tb-paste").value = "";
    addAll(people, place);
    return entry.go(0);
  }

  // What stands after the # of the address; then it goes, so that a reload doesn't do it twice.
  function readAddress() {
    const [, kind, text] = /^#(scan|antwoorden)=(.*)$/s.exec(location.hash) ?? [];
    if (!kind) return;
    const place = byId("tb-fill-messages");
    const { scan, people, problems } = code.read(text);
    messages.hide("code");
    messages.hide("double");
    const wanted = kind === "scan" ? scan : people;
    if (!wanted) refuse(problems ?? ["Deze code is van een ander soort."], place, "De code in het adres kan niet open.");
    else if (scan) {
      if (!keeping.openScan(scan)) return;
      messages.show("code", `De scan van ${scan.people.length} mensen is geopend uit het adres.`, [], place);
    } else addPeople(people, place);
    if (wanted && toolboxForms.storage.failure()) return; // then the address is all that keeps it
    history.replaceState(null, "", location.pathname + location.search);
  }

  function receiveFile(copy, shape, notes, place) {
    const scan = keeping.scanOf(copy);
    if (!scan.people.length && !scan.agreements.flat().some(Boolean)) return refuse(["Er staan geen antwoorden in die bij deze scan horen. Hoort het bestand bij een andere site?"], place);
    const name = copy.name || "Zonder naam";
    offer(scan, name, place, { name, aside: copy.aside });
    return notes.length ? messages.say(notes.join(" "), place) : undefined;
  }

  function listen() {
    byId("tb-code-read").onclick = readCode;
    byId("tb-paste-read").onclick = readRows;
    byId("tb-open").onclick = () => {
      const key = byId("tb-copy").value;
      keeping.openKey(key);
      byId("tb-outcome-title").focus();
    };
    byId("tb-beside").onclick = () => {
      const copy = keeping.kept(byId("tb-copy").value);
      if (copy) compare.start(keeping.scanOf(toolboxForms.format.arrange(copy, keeping.shape)), copy.name);
    };
    const elsewhere = () => "Het is geen scan van een groep. Open het bij ‘Opgeslagen op dit apparaat’.";
    opening.listen(new Map([[keeping.shape.id, keeping.shape]]), elsewhere, receiveFile);
    others.hidden = false;
  }

  toolboxScan.receive = { listen, readAddress };
})();
