// How a hit looks, at the top of a page and on the page where you search; and what to do when nothing fits.
"use strict";
((scope) => {
  const root = new URL("../..", document.currentScript.src); // this file stands in assets/search/
  const { mail, repository } = document.querySelector("[data-mail]").dataset; // from mkdocs.yml, `extra`

  function make(tag, properties, ...inside) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...inside);
    return element;
  }

  const addressOf = (address) => new URL(address, root).href;
  const link = (address, text) => make("a", { href: addressOf(address) }, text);

  // Pieces of text as core.js gives them; what was looked for is marked.
  const marked = (pieces) => pieces.map(([text, found]) => (found ? make("mark", {}, text) : text));

  const withSign = ([, label, sign]) => [make("span", { ariaHidden: "true" }, sign), ` ${label}`];
  const phases = (list) => list.flatMap((phase) => [" · ", ...withSign(phase)]);

  // Title, kind and phases, the sentence that fits best.
  const parts = ({ address, title, kind, phases: list, sentence }) => [
    make("a", { href: addressOf(address) }, ...marked(title)),
    make("span", { className: "tb-hit-facts" }, " ", kind, ...(kind === "fase" ? [] : phases(list))),
    make("p", {}, ...marked(sentence)),
  ];

  const counted = (total) => `${total} gevonden`;
  const finder = (query) => addressOf(`zoeken/?${new URLSearchParams({ q: query })}`);

  // A draft or an issue with the query in it. Nothing is sent: that is up to the visitor.
  function letter(query) {
    const subject = "Niet gevonden in de toolbox";
    const body = `Ik zocht: ${query}\n\nIk hoopte dit te vinden:\n`;
    if (mail) return `mailto:${mail}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
    return repository ? `${repository.replace(/\/$/, "")}/issues/new?${new URLSearchParams({ title: `${subject}: ${query}`, body })}` : "";
  }

  function notFound(query) {
    const address = letter(query);
    const onward = address ? make("a", { href: address }, mail ? "Mail het ons" : "Meld het ons") : link("bijdragen/", "Laat het ons weten");
    return make("p", { className: "tb-not-found" }, "Niet gevonden wat je zocht? ", onward, ".");
  }

  // What to do when there are no hits.
  function nothing(query, filtered = false) {
    const shown = query.length > 60 ? `${query.slice(0, 60)}…` : query;
    const what = [...(query ? [" voor ‘", make("bdi", {}, shown), "’"] : []), filtered ? " met deze filters" : ""];
    const ways = [...(filtered ? ["wis een filter"] : []), ...(query ? ["probeer een ander woord, of één woord"] : [])].join(", of ");
    return make("div", { className: "tb-nothing" },
      make("p", {}, "Niets gevonden", ...what, ". ", ways.charAt(0).toUpperCase(), ways.slice(1), "."),
      make("p", {}, "Of kijk bij ", link("vastgelopen/", "Vastgelopen?"), ", bij ", link("begrippen/", "Begrippen"), " of bij ", link("zoeken/", "alles op een rij"), "."));
  }

  scope.toolboxSearch = Object.assign(scope.toolboxSearch ?? {}, { make, addressOf, parts, marked, counted, finder, notFound, nothing });
})(self);
