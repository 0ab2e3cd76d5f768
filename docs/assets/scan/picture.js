// A row of the result as a picture: every answer a dot, a line from the lowest to the highest, a triangle under the middle.
// All of it is black, or the colour of text: shape and place say everything, on paper and in forced colours too.
"use strict";
(() => {
  const { spread: { points } } = toolboxScan;
  const COLUMN = 40; // wide, for each point and one for "weet ik niet"
  const HIGH = 22; // for the dots
  const WIDE = COLUMN * (points.length + 1);
  const STEPS = [7.6, 6.6, 5.6, 4.8, 4, 3.4, 3, 2.6, 2.2]; // between the middles of two dots
  const SVG = "http://www.w3.org/2000/svg";
  const centre = (place) => COLUMN * (place + 0.5);

  // The largest dots with which the highest pile fits.
  const stepFor = (most) => STEPS.find((step) => Math.ceil(most / Math.floor((COLUMN - 2) / step)) * step <= HIGH) ?? STEPS.at(-1);

  // A pile of dots on the line, row upon row, as one path.
  function pile(place, count, step) {
    const across = Math.floor((COLUMN - 2) / step);
    const radius = step * 0.43;
    let path = "";
    for (let dot = 0; dot < count; dot += 1) {
      const row = Math.floor(dot / across);
      const inRow = Math.min(across, count - row * across);
      const x = centre(place) + ((dot % across) - (inRow - 1) / 2) * step;
      path += `M${(x - radius).toFixed(1)} ${(HIGH - step * (row + 0.5)).toFixed(1)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`;
    }
    return path;
  }

  function make(tag, properties) {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(properties)) element.setAttribute(name, value);
    return element;
  }

  // An empty picture; its parts are found again by their class.
  function blank() {
    const svg = make("svg", { viewBox: `0 0 ${WIDE} ${HIGH + 10}`, class: "tb-dots", role: "img" });
    const ticks = points.map((_, place) => `M${centre(place)} ${HIGH + 1}v4`).join("");
    svg.append(make("path", { class: "tb-axis", d: `M${centre(0) - 12} ${HIGH + 3}H${centre(points.length - 1) + 12}${ticks}` }));
    for (const name of ["tb-range", "tb-dot", "tb-dot tb-unknown", "tb-middle"]) svg.append(make("path", { class: name }));
    return svg;
  }

  function draw(svg, { counts, unknown, middle, low, high }) {
    const step = stepFor(Math.max(unknown, ...counts));
    const [, range, dots, open, mark] = svg.children;
    const at = (value) => centre(value - points[0]);
    range.setAttribute("d", low === undefined ? "" : `M${at(low)} ${HIGH + 3}H${at(high)}`);
    dots.setAttribute("d", counts.map((count, place) => pile(place, count, step)).join(""));
    open.setAttribute("d", pile(points.length, unknown, step));
    mark.setAttribute("d", middle === null ? "" : `M${at(middle)} ${HIGH + 3}l4.500 6.500h-9z`);
    svg.setAttribute("aria-label", words({ counts, unknown }));
  }

  const times = (count) => (count === 1 ? "één keer" : `${count} keer`);

  // 2 keer 3, één keer 5, één keer weet ik niet
  function words({ counts, unknown }) {
    const chosen = counts.map((count, place) => count && `${times(count)} ${points[place]}`);
    return [...chosen, unknown && `${times(unknown)} weet ik niet`].filter(Boolean).join(", ") || "nog geen antwoorden";
  }

  const dutch = (number) => number.toLocaleString("nl", { maximumFractionDigits: 1 });
  const rangeWords = ({ low, high }) => (low === high ? `${low}` : `${low} tot ${high}`);

  toolboxScan.picture = { blank, draw, words, dutch, rangeWords };
})();
