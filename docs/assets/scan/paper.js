// The sheet of paper is the save file: a QR code whose address holds the whole scan, and the same code to type.
"use strict";
(() => {
  const { root, code, group, answers: { given } } = toolboxScan;
  const byId = (id) => document.getElementById(id);
  const PAUSE = 300; // ms of rest before it is drawn: nobody scans while typing
  const QUIET = 4; // empty modules round a QR code (ISO/IEC 18004)
  let timer;

  // Where a code opens: the address of the site, else that of this page; from a disk there is none that a phone can open.
  const address = () => root.dataset.address || (/^https?:$/.test(location.protocol) ? location.origin + location.pathname : "");

  function drawQr(svg, text) {
    const bitmap = leanQr.generate(text, { minCorrectionLevel: leanQr.correction.M });
    const size = bitmap.size + 2 * QUIET;
    let path = "";
    for (let y = 0; y < bitmap.size; y += 1) {
      for (let x = 0; x < bitmap.size; x += 1) if (bitmap.get(x, y)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
    }
    svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
    svg.lastElementChild.setAttribute("d", path);
  }

  function draw() {
    clearTimeout(timer);
    const { day, people } = group.scan();
    const filled = people.filter(given);
    byId("tb-paper").hidden = !filled.length;
    if (!filled.length) return;
    const lines = code.write({ day, people: filled });
    const here = address();
    drawQr(byId("tb-qr"), here ? `${here}#scan=${lines.join("")}` : lines.join(""));
    byId("tb-qr-address").textContent = here.replace(/^https?:\/\//, "");
    byId("tb-qr-how").hidden = !here;
    byId("tb-qr-bare").hidden = Boolean(here);
    byId("tb-lines").replaceChildren(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: code.grouped(line) })));
  }

  function listen() {
    group.watch((what) => {
      if (what === "person" || what === "agreement") return;
      clearTimeout(timer);
      timer = setTimeout(draw, PAUSE);
    });
    addEventListener("beforeprint", draw);
    byId("tb-print").onclick = () => print();
  }

  toolboxScan.paper = { listen, draw, drawQr, address };
})();
