// Filling in one person: a key for each answer, or a finger. The fields are those of the worksheet's online form.
"use strict";
(() => {
  const { root, data, say, group, answers: { NONE, UNKNOWN, given, twin } } = toolboxScan;
  const { messages } = toolboxForms;
  const byId = (id) => document.getElementById(id);
  const rows = data.statements.map(({ id }) => root.querySelector(`.tb-scale-row:has([name="${id}"])`));
  const radios = rows.map((row) => new Map([...row.querySelectorAll("[type=radio]")].map((radio) => [Number(radio.value) || UNKNOWN, radio])));
  const people = byId("tb-people");

  const chosen = (place) => [...radios[place]].find(([, radio]) => radio.checked)?.[0] ?? NONE;

  // To a statement: its answer, or the first one to choose.
  function go(place) {
    const options = [...radios[place].values()];
    (options.find((radio) => radio.checked) ?? options[0]).focus();
  }

  function put(place, value) {
    for (const [own, radio] of radios[place]) radio.checked = own === value;
    group.answer(place, value);
  }

  function press(event) {
    const { target, key } = event;
    const place = rows.indexOf(target.closest(".tb-scale-row"));
    if (place < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const value = key === "0" || key === "?" ? UNKNOWN : /^[1-9]$/.test(key) ? Number(key) : undefined;
    const steps = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: rows.length - 1 };
    if (value !== undefined && radios[place].has(value)) {
      // The focus goes on first: to move it when the outcome has just changed, a browser must lay out the page twice.
      if (place + 1 < rows.length) go(place + 1);
      else byId("tb-next").focus();
      put(place, value);
    } else if (key in steps) go(Math.max(0, Math.min(steps[key], rows.length - 1)));
    else if (key === "Delete" || (key === "Backspace" && chosen(place))) {
      put(place, NONE);
      go(place);
      messages.announce("Antwoord gewist.");
    } else if (key === "Backspace") go(Math.max(0, place - 1));
    else if (key === "Enter" && target.type === "radio") next();
    else return;
    event.preventDefault();
  }

  // Backspace goes back from the button behind the last statement too.
  function pressNext(event) {
    if (event.key !== "Backspace" && event.key !== "ArrowUp") return;
    go(rows.length - 1);
    event.preventDefault();
  }

  function next() {
    if (root.dataset.mode === "own") return byId("tb-own-code").focus();
    if (group.next()) {
      go(0);
      return messages.announce(`Persoon ${group.current() + 1}.`);
    }
    const full = group.current() + 1 === data.mostPeople;
    return messages.announce(full ? `Er passen hoogstens ${data.mostPeople} mensen in één scan.` : "Deze persoon heeft nog niets ingevuld.");
  }

  function remove() {
    const place = group.current();
    const gone = group.remove(place);
    const undo = () => {
      group.insert(place, gone);
      return people.children[place].firstElementChild;
    };
    messages.offerUndo(`Persoon ${place + 1} is weggehaald.`, undo, byId("tb-fill-messages")).querySelector("button").focus();
  }

  // A button for each person; only what changed is drawn.
  function showPeople() {
    const all = group.scan().people;
    while (people.children.length > all.length) people.lastChild.remove();
    while (people.children.length < all.length) people.append(personButton(people.children.length));
    all.forEach(showOne);
  }

  function showOne(one, place) {
    const button = people.children[place].firstChild;
    const count = given(one);
    const state = count === data.statements.length ? "ingevuld" : `${count} van ${data.statements.length}`;
    button.setAttribute("aria-label", `Persoon ${place + 1}, ${state}`);
    button.dataset.state = count === data.statements.length ? "done" : count ? "begun" : "empty";
    if (place === group.current()) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }

  function personButton(place) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = place + 1;
    button.onclick = () => {
      group.choose(place);
      go(0);
    };
    item.append(button);
    return item;
  }

  function showPerson() {
    const one = group.scan().people[group.current()];
    radios.forEach((options, place) => options.forEach((radio, value) => { radio.checked = one.answers[place] === value; }));
  }

  function showCount() {
    const { people: all } = group.scan();
    const place = group.current();
    const other = twin(all, place);
    say("tb-person", root.dataset.mode === "own" ? "Jouw antwoorden" : `Persoon ${place + 1}`);
    say("tb-given", `${given(all[place])} van ${data.statements.length} ingevuld`);
    say("tb-remove", `Haal persoon ${place + 1} weg`);
    byId("tb-twin").hidden = other < 0;
    say("tb-twin", other < 0 ? "" : `Persoon ${place + 1} en persoon ${other + 1} hebben dezelfde antwoorden. Is dat twee keer hetzelfde kaartje? Haal er dan één weg.`);
  }

  function listen() {
    root.addEventListener("keydown", press);
    byId("tb-next").addEventListener("keydown", pressNext);
    byId("tb-next").onclick = next;
    byId("tb-remove").onclick = remove;
    for (const [place, row] of rows.entries()) {
      row.addEventListener("input", () => group.answer(place, chosen(place)));
      row.querySelector(".tb-clear").onclick = () => {
        put(place, NONE);
        go(place);
        messages.announce("Antwoord gewist.");
      };
    }
    group.watch((what) => {
      if (what === "agreement") return;
      if (what === "answer") showOne(group.scan().people[group.current()], group.current());
      else {
        showPerson();
        showPeople();
      }
      showCount();
    });
  }

  toolboxScan.entry = { listen, go };
})();
