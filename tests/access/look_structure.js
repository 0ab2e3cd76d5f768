// Landmarks, headings and language: what a screen reader jumps along.
() => {
  const found = [];
  const once = { "main, [role=main]": "main", "body > header, body > div > header, [role=banner]": "banner", "body > footer, body > div > footer, [role=contentinfo]": "contentinfo" };
  for (const [selector, name] of Object.entries(once)) {
    const number = all(selector).filter((one) => !one.closest("article")).length;
    if (number !== 1) found.push(["html", `${number} landmarks of the kind ${name}, one is right`]);
  }
  const name = (element) =>
    element.getAttribute("aria-label") ||
    (element.getAttribute("aria-labelledby") || "").split(/\s+/).map((id) => document.getElementById(id)?.textContent.trim()).filter(Boolean).join(" ");
  const names = new Set();
  for (const landmark of all("nav, [role=navigation], [role=search], search, [role=form], [role=region], section[aria-label], section[aria-labelledby], aside")) {
    if (!landmark.checkVisibility()) continue;
    const sort = landmark.getAttribute("role") || landmark.localName;
    const called = `${sort} ${name(landmark)}`;
    if (!name(landmark) && !["search"].includes(sort)) found.push([place(landmark), "a landmark without a name"]);
    else if (names.has(called)) found.push([place(landmark), `two landmarks are called "${called}"`]);
    names.add(called);
    if (["nav", "navigation"].includes(sort) && landmark.parentElement.closest("nav")) found.push([place(landmark), "a navigation inside a navigation"]);
  }
  const headings = all("h1, h2, h3, h4, h5, h6").filter((one) => one.checkVisibility());
  const main = headings.filter((one) => one.closest("main"));
  if (main.filter((one) => one.localName === "h1").length !== 1) found.push(["main", "a page has one h1, in main"]);
  let before = 0;
  for (const heading of main) {
    const rank = Number(heading.localName[1]);
    if (rank > before + 1) found.push([place(heading), `h${before} is followed by h${rank}`]);
    if (!heading.textContent.trim()) found.push([place(heading), "an empty heading"]);
    before = rank;
  }
  if (document.documentElement.lang !== "nl") found.push(["html", `the language is "${document.documentElement.lang}"`]);
  for (const one of all("[lang]")) if (!/^[a-z]{2}(-[A-Z]{2})?$/.test(one.lang)) found.push([place(one), `no language: ${one.lang}`]);
  if (!document.title.trim()) found.push(["head", "no title"]);
  const skip = document.querySelector("a[href]");
  const goal = skip && skip.hash && document.getElementById(skip.hash.slice(1));
  if (!goal || !goal.closest("main")) found.push([place(skip), "the first link does not lead to the content"]);
  const here = all("[aria-current=page]").filter((one) => one.href && new URL(one.href).pathname !== location.pathname);
  for (const one of here) found.push([place(one), "says that it is the current page, and is not"]);
  // One with an id may wait for an address that a visitor makes.
  for (const one of all("a:not([href], [id])")) found.push([place(one), "a link that leads nowhere"]);
  const viewport = document.querySelector("meta[name=viewport]")?.content || "";
  if (!viewport.includes("width=device-width") || /user-scalable\s*=\s*(no|0)|maximum-scale/.test(viewport)) found.push(["head", `viewport: ${viewport}`]);
  return found;
}
