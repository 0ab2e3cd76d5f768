// This scan beside an earlier one: the change of each condition, in the same picture. Nothing is summed up.
"use strict";
(() => {
  const { data, group, spread, picture, result, keeping, answers: { ENOUGH, taking } } = toolboxScan;
  const { messages } = toolboxForms;
  const byId = (id) => document.getElementById(id);
  const NOTICED = 0.25; // points of difference: less is no news
  let earlier; // what an earlier scan came to
  let rows;

  function makeRow(title) {
    const row = document.createElement("tr");
    row.setAttribute("role", "row");
    result.cell(row, title, "th", "rowheader").scope = "row";
    const pictures = [picture.blank(), picture.blank()];
    for (const [place, svg] of pictures.entries()) result.cell(row, svg).dataset.label = ["Eerder", "Nu"][place];
    return { row, pictures, words: result.cell(row, "") };
  }

  function change(before, now) {
    const middle = before.middle === now.middle ? `De middelste bleef ${picture.dutch(now.middle)}.` : `De middelste ging van ${picture.dutch(before.middle)} naar ${picture.dutch(now.middle)}.`;
    const apart = now.difference - before.difference;
    const spreadWords = Math.abs(apart) < NOTICED ? "even ver uit elkaar als eerst" : apart < 0 ? "dichter bij elkaar" : "verder uit elkaar";
    return `${middle} De antwoorden liggen ${spreadWords}.`;
  }

  function draw() {
    if (!earlier || byId("tb-compare").hidden) return;
    const now = result.latest();
    data.conditions.forEach((_, place) => {
      const both = [earlier.conditions[place], now.conditions[place]];
      const { pictures, words } = rows[place];
      both.forEach((one, at) => picture.draw(pictures[at], one.enough ? one : { ...one, counts: one.counts.map(() => 0), unknown: 0, middle: null, low: undefined }));
      words.textContent = both.every(({ enough }) => enough) ? change(...both) : "Er zijn te weinig antwoorden om te vergelijken.";
    });
  }

  // With another scan; `name` is what people call it.
  function start(scan, name) {
    const found = spread.ofScan(taking(scan.people));
    if (found.people < ENOUGH) return messages.say(`In ‘${name}’ staan antwoorden van minder dan ${ENOUGH} mensen. Die laten we niet zien.`, byId("tb-import-messages"));
    if (byId("tb-outcome-body").hidden) return messages.say("Vul eerst de scan van nu in. Dan kun je vergelijken.", byId("tb-import-messages"));
    earlier = found;
    rows ??= data.conditions.map(makeRow);
    byId("tb-compare-rows").replaceChildren(...rows.map(({ row }) => row));
    const when = scan.day ? ` van ${keeping.dayInWords(scan.day)}` : "";
    byId("tb-compare-with").textContent = `Eerder: ‘${name}’${when}, ${found.people} mensen. Nu: ${result.latest().people} mensen. Het kunnen andere mensen zijn.`;
    byId("tb-compare").hidden = false;
    draw();
    byId("tb-compare-title").focus();
    return messages.announce("De vergelijking staat op de pagina.");
  }

  function stop() {
    byId("tb-compare").hidden = true;
    earlier = undefined;
    byId("tb-code").focus();
  }

  function listen() {
    byId("tb-compare-stop").onclick = stop;
    group.watch((what) => {
      if (what === "scan") byId("tb-compare").hidden = true;
      if (what !== "person" && what !== "agreement") draw();
    });
  }

  toolboxScan.compare = { listen, start };
})();
