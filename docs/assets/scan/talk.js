// From the outcome to the conversation: questions where people differ most, what to work on, and at most three agreements.
"use strict";
(() => {
  const { root, data, group, spread, result } = toolboxScan;
  const byId = (id) => document.getElementById(id);
  const MOST = 3; // statements to talk about, conditions to work on: more is too much for an evening
  const OF_KIND = { methods: 2, tips: 2, worksheets: 1 };
  const fields = [...root.querySelectorAll("#tb-agree [data-row]")];
  let shown = "";

  function make(tag, text, ...more) {
    const element = document.createElement(tag);
    element.append(text, ...more);
    return element;
  }

  function question(place) {
    const { text, question: asked } = data.statements[place];
    return make("li", make("p", make("strong", asked)), make("p", `Bij: ${text}`));
  }

  // Conditions where people differ, then those that are low, then those with one statement where they differ.
  function toWorkOn({ conditions, statements }) {
    const places = spread.ordered(conditions).filter((place) => ["apart", "low"].includes(spread.groupOf(conditions[place])));
    const others = spread.inGroup(statements, "apart").map((place) => data.statements[place].condition);
    return [...new Set([...places, ...others])].slice(0, MOST);
  }

  // What helps a condition; methods only when they are for this many people.
  function steps(condition, people) {
    const all = [...root.querySelectorAll(`#tb-steps [data-condition="${condition}"]`)];
    const fits = ({ dataset: { fewest, most } }) => !Number(most) || (people >= fewest && people <= most);
    const kind = (name) => all.filter((step) => step.dataset.kind === name && fits(step)).slice(0, OF_KIND[name]);
    return Object.keys(OF_KIND).flatMap(kind).map((step) => step.cloneNode(true));
  }

  function why(condition, { conditions, statements }) {
    const group_ = spread.groupOf(conditions[condition]);
    if (group_ === "apart") return "Hier liggen jullie antwoorden ver uit elkaar.";
    if (group_ === "low") return "Hier zijn jullie het eens, aan de lage kant.";
    const one = spread.inGroup(statements, "apart").find((place) => data.statements[place].condition === condition);
    return `Hier verschillen jullie bij één stelling: ${data.statements[one].text}`;
  }

  function draw() {
    const latest = result.latest();
    if (byId("tb-outcome-body").hidden) return;
    const apart = spread.inGroup(latest.statements, "apart").slice(0, MOST);
    const conditions = toWorkOn(latest);
    const now = JSON.stringify([apart, conditions.map((one) => why(one, latest)), conditions, latest.people]);
    if (now === shown) return;
    shown = now;
    byId("tb-questions").replaceChildren(...apart.map(question));
    byId("tb-no-questions").hidden = apart.length > 0;
    byId("tb-work").replaceChildren(...conditions.map((condition) => {
      const list = make("ul", "");
      list.append(...steps(condition, latest.people));
      return make("li", make("p", make("strong", data.conditions[condition]), `. ${why(condition, latest)}`), list);
    }));
    byId("tb-no-work").hidden = conditions.length > 0;
    byId("tb-work-people").textContent = `Gekozen voor jullie groep van ${latest.people} mensen.`;
  }

  function listen() {
    for (const field of fields) field.addEventListener("input", () => group.agree(field.dataset.row, field.dataset.column, field.value));
    group.watch((what) => {
      if (what === "agreement" || what === "person") return;
      if (what === "scan") for (const field of fields) field.value = group.scan().agreements[field.dataset.row][field.dataset.column];
      draw();
    });
  }

  toolboxScan.talk = { listen };
})();
