// What came out: a row for each condition and each statement, in groups. Never a total, never a verdict.
"use strict";
(() => {
  const { root, data, say, group, spread, picture, answers: { ENOUGH, taking } } = toolboxScan;
  const { messages } = toolboxForms;
  const byId = (id) => document.getElementById(id);
  const cell = (row, text, tag = "td", role = "cell") => {
    const element = document.createElement(tag);
    element.setAttribute("role", role); // a table that is laid out as a list on a phone stays a table
    element.append(text);
    row.append(element);
    return element;
  };

  // A row with a picture, a middle and a range: { element, show(summary) }. Nothing is drawn twice.
  function makeRow(name, note = "") {
    const element = document.createElement("tr");
    element.setAttribute("role", "row");
    const head = cell(element, name, "th", "rowheader");
    head.scope = "row";
    if (note) head.append(Object.assign(document.createElement("span"), { className: "tb-of", textContent: ` ${note}` }));
    const svg = picture.blank();
    cell(element, svg).className = "tb-dots-cell";
    const [middle, range] = [cell(element, ""), cell(element, "")];
    middle.className = "tb-middle-cell";
    range.className = "tb-range-cell";
    let shown;
    const show = (summary) => {
      const now = `${summary.counts} ${summary.unknown} ${summary.enough}`;
      if (now === shown) return;
      shown = now;
      if (!summary.enough) return;
      picture.draw(svg, summary);
      middle.textContent = picture.dutch(summary.middle);
      range.textContent = picture.rangeWords(summary);
    };
    return { element, show };
  }

  const conditionRows = data.conditions.map((title) => makeRow(title));
  const statementRows = data.statements.map(({ text, condition }) => makeRow(text, data.conditions[condition]));
  const few = data.statements.map(({ text }) => Object.assign(document.createElement("li"), { textContent: text }));

  // Put elements in a place, in this order, with few moves: each costs its style and layout.
  function arrange(place, elements) {
    for (const gone of [...place.children].filter((one) => !elements.includes(one))) gone.remove();
    elements.forEach((one, at) => {
      const here = place.children[at];
      if (here?.nextSibling === one) here.remove(); // it belongs further on
      else if (here !== one) place.insertBefore(one, here ?? null);
    });
  }

  let visible = false;
  let latest;

  function draw() {
    latest = spread.ofScan(taking(group.scan().people));
    const { people, statements, conditions } = latest;
    const enough = people >= ENOUGH && statements.some((one) => one.enough);
    say("tb-outcome-count", sentence(people, enough));
    byId("tb-outcome-body").hidden = !enough;
    root.toggleAttribute("data-result", people > 0); // the paper keeps the code of two people too
    if (enough) {
      conditionRows.forEach((row, place) => row.show(conditions[place]));
      statementRows.forEach((row, place) => row.show(statements[place]));
      const withPicture = conditions.map((_, place) => place).filter((place) => conditions[place].enough);
      arrange(byId("tb-rows-conditions"), spread.ordered(conditions).filter((place) => withPicture.includes(place)).map((place) => conditionRows[place].element));
      for (const name of spread.groups) {
        const places = spread.inGroup(statements, name);
        byId(`tb-group-${name}`).hidden = !places.length;
        arrange(byId(`tb-rows-${name}`), places.map((place) => (name === "few" ? few[place] : statementRows[place].element)));
      }
      if (byId("tb-numbers").open) drawNumbers();
    }
    if (enough && !visible) messages.announce("De uitkomst staat nu onder de antwoorden. Ze verandert mee met wat je invult.");
    visible = enough;
  }

  function sentence(people, enough) {
    if (!people) return "Er is nog niets ingevuld.";
    const who = people === 1 ? "Eén persoon vulde iets in." : `${people} mensen vulden iets in.`;
    if (enough) return `${who} Elke stip is een antwoord.`;
    if (people < ENOUGH) return `${who} Er komt pas een plaatje als er ${ENOUGH} of meer mensen zijn. Met minder zie je wie wat invulde.`;
    return `${who} Bij elke stelling staan nog te weinig antwoorden om ze te laten zien.`;
  }

  // The same as numbers, for who asks: made when it is opened.
  function drawNumbers() {
    const { statements } = latest;
    const shown = spread.ordered(statements).filter((place) => statements[place].enough);
    byId("tb-rows-numbers").replaceChildren(...shown.map((place) => {
      const { counts, unknown, middle, difference } = statements[place];
      const row = document.createElement("tr");
      row.setAttribute("role", "row");
      cell(row, data.statements[place].text, "th", "rowheader").scope = "row";
      for (const number of [...counts, unknown]) cell(row, String(number));
      cell(row, picture.dutch(middle));
      cell(row, picture.dutch(difference));
      return row;
    }));
  }

  function listen() {
    byId("tb-numbers").style.setProperty("--tb-choices", spread.points.length + 1);
    byId("tb-numbers").addEventListener("toggle", () => latest && byId("tb-numbers").open && drawNumbers());
    group.watch((what) => what !== "agreement" && what !== "person" && draw());
  }

  toolboxScan.result = { listen, makeRow, cell, arrange, latest: () => latest };
})();
