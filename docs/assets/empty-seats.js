// Who is not at the table: one phase, without the roles that are there. The address holds it all: #verkennen+gemeente+kartrekker.
"use strict";
(() => {
  const root = document.getElementById("aan-tafel");
  const all = (selector) => [...root.querySelectorAll(selector)];
  const [phases, seats, sections] = [all("[name=fase]"), all("[name=plek]"), all("[data-phase]")];
  const status = document.getElementById("tb-seats-status");
  const lost = document.getElementById("tb-seats-lost");
  for (const field of [...phases, ...seats]) field.autocomplete = "off"; // the address says what is ticked, not the memory of a browser
  const PAUSE = 1_000; // ms of rest before it is said aloud
  let pause;
  let mine; // the address as we last wrote it

  const chosen = () => phases.find(({ checked }) => checked).value;
  const present = () => seats.filter(({ checked }) => checked).map(({ value }) => value);

  // What is still missing, in one sentence.
  function sentence(missing, needed) {
    if (!missing) return `Alle ${needed} rollen uit onze lijst voor deze fase zitten aan tafel. Vraag nog wel: wie missen we zelf?`;
    if (missing === needed) return `Voor deze fase noemen we ${needed} rollen. Vink aan wie er al bij zijn.`;
    return `Jullie missen nog ${missing} van de ${needed} rollen die in deze fase tellen.`;
  }

  function draw() {
    const there = present();
    for (const section of sections) {
      section.hidden = section.dataset.phase !== chosen();
      const rows = [...section.querySelectorAll("[data-seat]")];
      for (const row of rows) row.hidden = there.includes(row.dataset.seat);
      const missing = rows.filter(({ hidden }) => !hidden).length;
      section.querySelector(".tb-seats-count").textContent = sentence(missing, rows.length);
    }
    return sections.find(({ hidden }) => !hidden).querySelector(".tb-seats-count").textContent;
  }

  function changed() {
    const words = draw();
    mine = `#${[chosen(), ...present()].join("+")}`;
    history.replaceState(null, "", mine);
    clearTimeout(pause);
    pause = setTimeout(() => { status.textContent = words; }, PAUSE);
    lost.hidden = true;
  }

  // Follow the address; a place elsewhere on the page, such as where the skip link leads to, changes nothing.
  function follow(opening) {
    const [phase, ...there] = location.hash.slice(1).replaceAll("%2B", "+").split("+");
    const known = phases.find(({ value }) => value === phase);
    const elsewhere = !known && document.getElementById(phase);
    if (location.hash === mine || (!opening && elsewhere)) return;
    if (known) known.checked = true;
    if (known) for (const seat of seats) seat.checked = there.includes(seat.value);
    const values = seats.map(({ value }) => value);
    lost.hidden = location.hash.length < 2 || Boolean(elsewhere) || Boolean(known && there.every((one) => values.includes(one)));
    draw();
    if (known && opening) scrollTo(0, 0); // the browser went to the phase: without a script that is the place to be
  }

  function again() {
    for (const seat of seats) seat.checked = false;
    changed();
    phases.find(({ checked }) => checked).focus();
  }

  root.addEventListener("change", changed);
  root.querySelector(".tb-seats-again").addEventListener("click", again);
  addEventListener("hashchange", () => follow(false));
  for (const one of all(".tb-seats-phase, .tb-seats-again, .tb-seats-keep")) one.hidden = false;
  follow(true);
})();
