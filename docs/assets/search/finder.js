// The page where you search and choose. Its rows stand in the page; what it shows follows from its address.
"use strict";
(() => {
  const { ask, make, parts, marked, counted, notFound, nothing, facets } = toolboxSearch;
  const byId = (id) => document.getElementById(id);
  const form = byId("tb-finder-form");
  const list = byId("tb-found");
  const more = byId("tb-more");
  const PAGE = 60; // rows at once: five hundred hold up a phone for a second
  const PAUSE = 200; // ms without typing before it searches

  const words = (text) => (text ?? "").split(" ").filter(Boolean);
  const items = [...document.querySelectorAll(".tb-all li")].map((row) => ({
    row,
    address: row.querySelector("a").getAttribute("href").replace("../", "").replace(/index\.html(?=#|$)/, ""),
    summary: row.querySelector("p").textContent,
    soort: [row.dataset.soort],
    fase: words(row.dataset.fase),
    conditie: words(row.dataset.conditie),
    rol: words(row.dataset.rol),
    tijd: row.dataset.tijd ? Number(row.dataset.tijd) : null,
    mensen: row.dataset.mensen ? words(row.dataset.mensen).map(Number) : null,
    werkblad: row.dataset.werkblad === "ja",
  }));
  const itemAt = new Map(items.map((item) => [item.address, item]));
  const filterBox = byId("tb-filters");
  const boxes = [...filterBox.querySelectorAll("input[type=checkbox]")];
  const options = Object.fromEntries(["soort", "fase", "conditie", "rol", "tijd"].map((name) => [
    name, [...filterBox.querySelectorAll(`[name=${name}][value], [name=${name}] option`)].map(({ value }) => value).filter(Boolean),
  ]));
  for (const section of document.querySelectorAll(".tb-all")) section.remove();
  list.hidden = false;

  let typing, drawing = 0, shown = PAGE;
  const wanted = () => ({ query: form.elements.q.value.trim(), filters: facets.read(new FormData(form), options) });

  // The row of an item as a hit of a query: with the sentence that fits, marked. A page has no row yet.
  function rowOf(hit) {
    const item = itemAt.get(hit.address);
    if (!item) return make("li", {}, ...parts(hit));
    item.row.querySelector("a").replaceChildren(...marked(hit.title));
    item.row.querySelector("p").replaceChildren(...marked(hit.sentence));
    return item.row;
  }

  function plainRow({ row, summary }) {
    const title = row.querySelector("a");
    title.textContent = title.textContent; // without marks
    row.querySelector("p").textContent = summary;
    return row;
  }

  function drawCounts(found, filters) {
    for (const { name, value, parentElement } of boxes) {
      parentElement.querySelector(".tb-count").textContent = `(${facets.count(found, filters, name, value)})`;
    }
    const set = facets.names(filters).length;
    byId("tb-filters-set").textContent = set ? ` (${set} gekozen)` : "";
    byId("tb-filters-clear").hidden = !set;
  }

  async function draw() {
    const { query, filters } = wanted();
    drawing += 1;
    const mine = drawing;
    const allowed = items.filter((item) => facets.passes(item, filters));
    const only = facets.names(filters).length ? allowed.map(({ address }) => address) : null;
    let rows, total, found = items;
    if (query) {
      const answer = await ask(query, { limit: shown, only }).catch(() => null);
      if (mine !== drawing) return; // somebody typed on
      if (!answer) {
        byId("tb-finder-status").textContent = "Zoeken lukt nu niet. Heb je internet? Kiezen met de filters lukt wel.";
        return;
      }
      found = answer.addresses.map((address) => itemAt.get(address)).filter(Boolean);
      total = answer.total;
      rows = answer.hits.map(rowOf);
    } else {
      total = allowed.length;
      rows = allowed.slice(0, shown).map(plainRow);
    }
    list.replaceChildren(...rows);
    more.hidden = total <= rows.length;
    drawCounts(found, filters);
    byId("tb-finder-end").replaceChildren(...(total ? [] : [nothing(query, Boolean(only))]), ...(query ? [notFound(query)] : []));
    const part = total > rows.length ? ` Je ziet de eerste ${rows.length}.` : "";
    byId("tb-finder-status").textContent = `${counted(total)}.${part}`;
  }

  // Typing changes the address in place; a choice is a step that the back button takes back.
  function keep(step) {
    const { query, filters } = wanted();
    const address = `${location.pathname}${`?${facets.write(query, filters)}`.replace(/^\?$/, "")}`;
    shown = PAGE;
    try {
      if (address !== location.pathname + location.search) history[step ? "pushState" : "replaceState"](null, "", address);
    } catch {
      // a browser may forbid it for a site opened from a disk
    }
    draw();
  }

  function readAddress() {
    const params = new URLSearchParams(location.search);
    const filters = facets.read(params, options);
    form.elements.q.value = (params.get("q") ?? "").slice(0, 200);
    for (const box of boxes) box.checked = box.name === "werkblad" ? filters.werkblad : filters[box.name].includes(box.value);
    form.elements.tijd.value = filters.tijd;
    form.elements.mensen.value = filters.mensen;
    shown = PAGE;
    draw();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typing);
    keep(true);
  });
  filterBox.addEventListener("change", () => keep(true));
  form.elements.q.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => keep(false), PAUSE);
  });
  byId("tb-filters-clear").addEventListener("click", () => {
    const query = form.elements.q.value;
    form.reset();
    form.elements.q.value = query;
    keep(true);
    filterBox.querySelector("summary").focus(); // the button itself goes
  });
  more.addEventListener("click", async () => {
    const first = list.children.length;
    shown += PAGE;
    await draw();
    list.children[first]?.querySelector("a").focus();
  });
  addEventListener("popstate", readAddress);
  // Beside the results there is room for the filters; on a narrow screen they would push the results away.
  filterBox.open = matchMedia("(min-width: 60em)").matches;
  readAddress();
  ask("").catch(() => {}); // who is on this page will search: have it at hand, also for when the connection goes
})();
