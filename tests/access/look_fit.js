// Does all of the page fit? No sideways scrolling, no text cut off or drawn over other text, nothing that keeps hanging before the page.
// Only a table or drawing in a box that scrolls by itself, and that the keyboard can reach, may be wider.
() => {
  const found = [];
  const root = document.scrollingElement;
  const wide = document.documentElement.clientWidth;
  const scrolls = (one) => {
    for (let box = one.parentElement; box && box !== document.body; box = box.parentElement)
      if (["auto", "scroll"].includes(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth) return box;
    return null;
  };
  const shown = all("body *").filter((one) => one.checkVisibility({ visibilityProperty: true }) && !heardOnly(one) && !one.closest("svg *"));
  if (root.scrollWidth > wide) found.push(["html", `scrolls sideways: ${root.scrollWidth} px in ${wide}`]);
  const sticking = new Set();
  for (const one of shown) {
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    if (!box.width || !box.height) continue;
    if (box.right > wide + 1 && !scrolls(one) && ![...one.children].some((child) => child.getBoundingClientRect().right > wide + 1))
      found.push([place(one), `sticks out to ${Math.round(box.right)} px of ${wide}`]);
    const hides = ["hidden", "clip"].includes(style.overflowX) || ["hidden", "clip"].includes(style.overflowY);
    const text = one.textContent.trim() && !["html", "body"].includes(one.localName);
    if (hides && text && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1))
      found.push([place(one), `cut off: ${one.scrollWidth} × ${one.scrollHeight} px in ${one.clientWidth} × ${one.clientHeight}`]);
    if (style.textOverflow === "ellipsis" && one.scrollWidth > one.clientWidth) found.push([place(one), "ends in an ellipsis"]);
    if (["auto", "scroll"].includes(style.overflowX) && one.scrollWidth > one.clientWidth + 1) {
      const reached = one.tabIndex >= 0 || one.querySelector(CONTROLS);
      if (!["textarea", "input", "select"].includes(one.localName) && !reached) found.push([place(one), "scrolls sideways, and no key can reach it"]);
    }
    if (["fixed", "sticky"].includes(style.position)) sticking.add(one);
  }
  // What sticks to the window takes at most a fifth of its height. Looked at with the page scrolled half-way.
  root.scrollTo(0, root.scrollHeight / 2);
  for (const one of sticking) {
    const box = one.getBoundingClientRect();
    const seen = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
    const beside = getComputedStyle(one).position === "sticky" && box.width < wide / 2;
    if (seen > innerHeight / 5 && box.width > 1 && !beside && !one.closest("dialog")) found.push([place(one), `takes ${Math.round((100 * seen) / innerHeight)}% of the window's height`]);
  }
  root.scrollTo(0, 0);
  return found;
}
