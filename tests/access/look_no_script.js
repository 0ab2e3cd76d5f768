// Without a script: everything can be read and followed, and nothing is shown that would do nothing.
() => {
  const found = [];
  const see = (selector, what) => {
    const there = all(selector);
    if (there.length && !there.some(drawn)) found.push([selector, what]);
  };
  see("#tb-menu a[href]", "the menu is not to be seen");
  see(".tb-contents a[href], .tb-contents summary", "the contents of the page are not to be seen");
  see("main h1", "the title is not to be seen");
  if (!all("footer a[href]").some(drawn)) found.push(["footer", "no way on at the end of the page"]);
  for (const one of all("article h2, article h3, article p, article li, article td, article dd"))
    if (one.textContent.trim() && !one.closest("noscript, details, .tb-live, .tb-print-only, .tb-heard, [hidden]") && !one.checkVisibility()) found.push([place(one), "cannot be read"]);
  for (const button of all("button, [role=button], input[type=button]").filter(drawn)) {
    const sends = button.type === "submit" && button.form && button.form.getAttribute("action");
    if (!sends) found.push([place(button), "a button that does nothing without a script"]);
  }
  for (const field of all("fieldset input, fieldset textarea, fieldset select"))
    if (!field.closest("[hidden], .tb-live") && !field.checkVisibility()) found.push([place(field), "a field that is not to be seen"]);
  return found;
}
