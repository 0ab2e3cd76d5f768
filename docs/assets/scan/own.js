// Filling in on an own device: one person, and a short code to hand over. It is kept in the address, and nowhere else.
"use strict";
(() => {
  const { root, code, group, paper, answers: { person, given } } = toolboxScan;
  const byId = (id) => document.getElementById(id);
  const isOwn = () => /^#alleen(=|$)/.test(location.hash);
  let mark;

  function show() {
    const [one] = group.scan().people;
    byId("tb-own-result").hidden = !given(one);
    if (!given(one)) return;
    const line = code.writePerson({ ...one, mark });
    byId("tb-own-code").textContent = code.grouped(line);
    const here = paper.address();
    byId("tb-own-qr").parentElement.hidden = !here;
    if (here) paper.drawQr(byId("tb-own-qr"), `${here}#antwoorden=${line}`);
    history.replaceState(null, "", `#alleen=${line}`);
  }

  function start() {
    root.dataset.mode = "own";
    const [one] = code.read(location.hash.replace(/^#alleen=?/, "")).people ?? [];
    mark = one?.mark || code.anyMark();
    group.put({ people: [one ?? person()] });
  }

  function listen() {
    group.watch((what) => root.dataset.mode === "own" && what !== "person" && show());
  }

  toolboxScan.own = { listen, isOwn, start };
})();
