// The outcome of a calculation, while you type: a word at an amount that can't be read, one picture, and tables that say the same.
"use strict";
(() => {
  const { amounts, calculation, controls, messages } = toolboxForms;
  const { root } = controls;
  const box = document.getElementById("tb-outcome");
  const byHand = document.getElementById("tb-by-hand");
  const definition = JSON.parse(box.dataset.calculation);
  const SVG = document.querySelector("svg").namespaceURI;
  const PAUSE = 1_500; // ms of rest before something is said aloud
  const MOST_LEFT = 20; // rows that are named one by one
  const WORDS = {
    euro: { less: "legt", more: "houdt", lessEnd: "meer bij", moreEnd: "meer over" },
    hours: { less: "geeft", more: "geeft", lessEnd: "meer", moreEnd: "minder" },
  };
  let pause;
  let said = "";
  let typed = false;

  function make(tag, properties, ...inside) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...inside);
    return element;
  }

  function draw(tag, attributes) {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }

  // What is wrong with an amount stands under it. While somebody is typing it only goes, it doesn't come.
  function judge(field, leaving) {
    const { problem } = amounts.parse(field.value);
    const id = `${field.id}-problem`;
    const shown = field.parentElement.querySelector(".tb-problem");
    if (problem && field === document.activeElement && !shown && !leaving) return;
    shown?.remove();
    field.toggleAttribute("aria-invalid", false);
    field.removeAttribute("aria-describedby");
    if (!problem) return;
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", id);
    field.after(make("p", { className: "tb-problem", id, textContent: problem }));
    if (leaving) messages.announce(`${field.labels[0].textContent}: ${problem}`);
  }

  // −40 is `legt € 40 meer bij`; from −40 to 20 is both.
  function inWords({ sum, change: { low, high } }) {
    const { less, more, lessEnd, moreEnd } = WORDS[sum.unit];
    const amount = (one, other) => amounts.write({ low: one, high: other }, sum.unit);
    if (!low && !high) return `${sum.what}: geen verschil`;
    if (high <= 0) return `${sum.what}: ${less} ${amount(-high, -low)} ${lessEnd}`;
    if (low >= 0) return `${sum.what}: ${more} ${amount(low, high)} ${moreEnd}`;
    return `${sum.what}: nog niet te zeggen, van ${amount(-low, -low)} ${lessEnd} tot ${amount(high, high)} ${moreEnd}`;
  }

  // A bar from the middle: what is sure is striped to the left and full to the right, what may be is a dotted frame.
  function bar({ low, high }, most) {
    const at = (value) => 200 + (190 * value) / (most || 1);
    const sure = [Math.max(0, low), Math.min(0, high)].find(Boolean) ?? 0;
    const [from, to] = [at(Math.min(0, sure)), at(Math.max(0, sure))];
    const stripes = Array.from({ length: Math.floor((to - from) / 6) }, (_, place) => `M${from + 6 * place + 3} 4V20`);
    const parts = [draw("path", { class: "tb-zero", d: "M200 0V24" })];
    if (low !== high) parts.push(draw("rect", { class: "tb-maybe", x: at(low), y: 4, width: Math.max(1, at(high) - at(low)), height: 16 }));
    if (sure) parts.push(draw("rect", { class: sure > 0 ? "tb-sure" : "tb-sure tb-less", x: from, y: 4, width: Math.max(1.5, to - from), height: 16 }));
    if (sure < 0) parts.push(draw("path", { class: "tb-stripes", d: stripes.join("") }));
    const svg = draw("svg", { viewBox: "0 0 400 24", "aria-hidden": "true", focusable: "false" });
    svg.append(...parts);
    return svg;
  }

  // One party below the other, who gives more first: { name, balances, effects }.
  function picture(parties) {
    const balances = parties.flatMap((party) => party.balances);
    const most = (sum) => Math.max(...balances.filter((one) => one.sum === sum).flatMap(({ change }) => [-change.low, change.high]));
    const bars = (party) => party.balances.map((one) => make("div", { className: "tb-bar" }, make("p", {}, inWords(one)), bar(one.change, most(one.sum))));
    const effects = (texts) => (texts.length ? [make("ul", { className: "tb-effects" }, ...texts.map((text) => make("li", {}, text)))] : []);
    const rows = parties.map((party) => make("li", {}, make("strong", {}, party.name), ...bars(party), ...effects(party.effects)));
    const legend = "Streepjes naar links: geeft meer dan zonder netwerk. Dicht naar rechts: houdt meer over, of geeft minder. "
      + `Open stippelvak: zo ver kan het uit elkaar liggen. Er is een eigen maat voor ${definition.sums.map(({ what }) => what).join(" en voor ")}.`;
    return make("figure", {}, make("figcaption", {}, "Wie geeft meer, en wie houdt meer over?"),
      make("p", { className: "tb-ends", ariaHidden: "true" }, make("span", {}, "◂ geeft meer"), make("span", {}, "houdt meer over ▸")),
      make("ul", { className: "tb-parties" }, ...rows), make("p", { className: "tb-help" }, legend));
  }

  const HEADS = ["Wat", "Met netwerk", "Zonder netwerk", "Verschil"];
  // With a role of its own an element stays what it is when a narrow screen stacks the cells.
  const row = (...cells) => make("tr", { role: "row" }, ...cells);
  // Who listens hears the party with each row: few screen readers tell the head of a group.
  const rowHead = (party, text, properties) => make("th", { role: "rowheader", scope: "row", ...properties },
    make("span", { className: "tb-heard" }, `${party}: `), text[0].toUpperCase() + text.slice(1));

  // Groups of { name, lines, balances } as a table: a head for each, a row for each sort and for what is left of it.
  function table(caption, groups) {
    const cells = (...all) => all.map(([place, range, sum, signed]) => {
      const one = make("td", { role: "cell" }, amounts.write(range, sum.unit, signed));
      one.dataset.head = HEADS[place];
      return one;
    });
    const lineRow = (party) => ({ sum, sort, ...line }) => row(rowHead(party, sum.sorts[sort] ?? sum.what),
      ...cells([1, line.with, sum], [2, line.without, sum], [3, amounts.subtract(line.with, line.without), sum, true]));
    const leftRow = (party, { sum, change }) => row(rowHead(party, "houdt meer of minder over", { colSpan: 3 }), ...cells([3, change, sum, true]));
    const bodies = groups.map(({ name, lines, balances }) => make(
      "tbody", { role: "rowgroup" }, row(make("td", { role: "cell", colSpan: HEADS.length, className: "tb-party" }, name)),
      ...balances.flatMap((one) => [...lines.filter(({ sum }) => sum === one.sum).map(lineRow(name)), ...(one.sum.sort ? [leftRow(name, one)] : [])]),
    ));
    const heads = make("thead", { role: "rowgroup" }, row(...HEADS.map((name) => make("th", { role: "columnheader", scope: "col" }, name))));
    return make("table", { role: "table" }, make("caption", {}, caption), heads, ...bodies);
  }

  const list = (title, texts) => (texts.length ? [make("h4", {}, title), make("ul", {}, ...texts.map((text) => make("li", {}, text)))] : []);

  function leftOut(left) {
    const texts = left.slice(0, MOST_LEFT).map(({ sum, row, party, why }) => `${sum.what}, rij ${row}${party && ` (${party})`}: ${why}`);
    return left.length > MOST_LEFT ? [...texts, `en nog ${left.length - MOST_LEFT} rijen`] : texts;
  }

  // Gives how many parties there are sums of.
  function show({ parties, together, years, left, assumptions }) {
    const [{ what: money }] = definition.sums;
    const kept = ({ balances }) => balances.filter(({ sum }) => sum.what === money).reduce((_, { change }) => change.low + change.high, 0);
    const ordered = (some) => some.toSorted((a, b) => kept(a) - kept(b));
    const summed = ordered(parties).filter(({ lines }) => lines.length);
    const parts = [make("p", {}, definition.caution)];
    if (!summed.length) parts.push(make("p", {}, "Er valt nog niets op te tellen. Vul bij een partij een bedrag of uren in, met netwerk en zonder."));
    if (parties.length) parts.push(picture(ordered(parties)));
    if (summed.length) parts.push(table("Alle jaren samen", summed.length > 1 ? [...summed, together] : summed));
    if (years.length > 1) {
      const groups = years.flatMap((year) => ordered(year.parties).map((party) => ({ ...party, name: `${year.label}: ${party.name}` })));
      const open = Boolean(box.querySelector("details")?.open);
      parts.push(make("details", { open }, make("summary", {}, "Bekijk het per jaar"), table("Per jaar", groups)));
    }
    parts.push(...list("Dit doet niet mee", leftOut(left)), ...list("Dit nemen we aan", assumptions));
    box.replaceChildren(make("h4", {}, "De uitkomst tot nu toe"), ...parts);
    box.hidden = false;
    return summed.length;
  }

  const fields = () => [...root.querySelectorAll("[data-amount]")];
  const count = (number, one, more) => (number === 1 ? `1 ${one}` : `${number} ${more}`);

  function refresh() {
    fields().forEach((field) => judge(field));
    const found = calculation.calculate(definition, controls.read(), controls.countRows());
    const filled = show(found);
    const own = [...byHand.querySelectorAll("[name]")].some(({ value }) => value);
    const spare = Boolean(filled && !own); // folded away, and left out on paper
    if (byHand.classList.toggle("tb-spare", spare) === byHand.open) byHand.open = !spare;
    const text = box.textContent;
    clearTimeout(pause);
    if (typed && text !== said) {
      const out = found.left.length ? `${count(found.left.length, "rij doet", "rijen doen")} niet mee` : "alle rijen doen mee";
      pause = setTimeout(() => {
        messages.announce(`De uitkomst is bijgewerkt: ${count(filled, "partij", "partijen")}, ${out}.`);
        said = text;
        typed = false;
      }, PAUSE);
    } else if (!typed) said = text;
  }

  root.addEventListener("tb-laid", refresh); // another copy is on the screen
  root.addEventListener("input", ({ target }) => {
    typed ||= Boolean(target.closest(".tb-part"));
    refresh();
  });
  root.addEventListener("click", ({ target }) => target.closest("button") && setTimeout(refresh)); // once a row has come or gone
  root.addEventListener("focusout", ({ target }) => target.matches("[data-amount]") && !target.matches("[aria-invalid]") && judge(target, true));
})();
