// The wegwijzer: one question or outcome at a time. The place is what stands after the # in the address; nothing else is kept.
"use strict";
(() => {
  const root = document.getElementById("wegwijzer");
  const lost = document.getElementById("tb-wegwijzer-lost");
  const places = new Map([...root.querySelectorAll(".tb-place")].map((place) => [place.id, place]));
  const [first] = places.values();
  const pageTitle = document.title;

  const show = (place) => {
    for (const one of places.values()) one.hidden = one !== place;
    root.dataset.ready = "";
    document.title = place === first ? pageTitle : `${place.querySelector("h2").textContent} – ${pageTitle}`;
  };

  const follow = (opening) => {
    const name = location.hash.slice(1);
    const known = places.get(name);
    const elsewhere = !known && document.getElementById(name); // on this page, such as where the skip link leads to
    if (elsewhere && !opening) return;
    lost.hidden = !name || Boolean(known ?? elsewhere);
    show(known ?? first);
    if (!known && opening) return;
    (known ?? first).focus({ preventScroll: true });
    (known ?? first).scrollIntoView();
  };

  addEventListener("hashchange", () => follow(false));
  follow(true);
})();
