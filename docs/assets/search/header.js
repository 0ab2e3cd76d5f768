// The search field at the top of every page. This file is all of the search that a page loads, until somebody turns to the field.
"use strict";
(() => {
  const here = document.currentScript.src;
  const field = document.getElementById("tb-q");

  function load() {
    field.removeEventListener("focus", load);
    for (const name of ["client", "hits", "panel"]) {
      const script = document.createElement("script");
      script.src = new URL(`${name}.js`, here);
      script.async = false; // in this order
      document.head.append(script);
    }
  }

  // The page where you search has no second field.
  field?.addEventListener("focus", load);
  if (field && field === document.activeElement) load(); // somebody was faster than this script
})();
