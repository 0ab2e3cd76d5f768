// After the walk: what could have been reached and was not, and what only a mouse can work.
() => {
  const found = [];
  const stops = new Set(window.stops || []);
  const modal = document.querySelector("dialog:modal");
  const reachable = (one) => one.tabIndex >= 0 && !one.disabled && !one.closest("[inert]") && drawn(one) && (!modal || modal.contains(one));
  for (const one of all(CONTROLS).filter(reachable)) {
    if (stops.has(one)) continue;
    // Of a group of radio buttons the Tab key takes one; the arrows take the others.
    if (one.type === "radio" && [...stops].some((other) => other.name === one.name && other.type === "radio")) continue;
    found.push([place(one), "the Tab key passes it by"]);
  }
  for (const one of all("body *")) {
    // A label is as good as its field, where the keyboard reaches that.
    const label = one.closest("label");
    if (!drawn(one) || one.closest(`option, ${CONTROLS}`) || label?.control?.checkVisibility({ visibilityProperty: true })) continue;
    if (getComputedStyle(one).cursor === "pointer" && getComputedStyle(one.parentElement).cursor !== "pointer") found.push([place(one), "works with the mouse alone"]);
  }
  return found;
}
