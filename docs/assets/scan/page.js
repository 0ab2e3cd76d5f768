// The page of the scan: everything starts here.
"use strict";
(() => {
  const { root, entry, result, talk, paper, keeping, compare, receive, own } = toolboxScan;

  function begin() {
    const were = root.dataset.mode;
    if (own.isOwn() && keeping.leave()) own.start(); // the scan of the group must be safe first
    else {
      root.dataset.mode = "group";
      if (were !== "group") keeping.openFirst();
      receive.readAddress();
    }
  }

  for (const part of [entry, result, talk, paper, keeping, compare, receive, own]) part.listen();
  addEventListener("hashchange", () => {
    if (own.isOwn() && root.dataset.mode === "own") return;
    begin();
  });
  begin();
})();
