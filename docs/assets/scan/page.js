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

  // On a phone the tables are laid out as lists, and would be no tables any more for who listens to them.
  const ROLES = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", th: "columnheader" };
  for (const one of root.querySelectorAll(Object.keys(ROLES).join())) one.setAttribute("role", ROLES[one.localName]);

  for (const part of [entry, result, talk, paper, keeping, compare, receive, own]) part.listen();
  addEventListener("hashchange", () => {
    if (own.isOwn() && root.dataset.mode === "own") return;
    begin();
  });
  begin();
})();
