// WCAG 2.5.8: what is pointed at is 24 by 24 px, or has so much room that a circle of 24 px around its middle touches no other target.
// Links in a running sentence are excepted, and so is what the browser draws itself and nobody changed.
() => {
  const LEAST = 24;
  const inSentence = (link) => {
    if (link.localName !== "a") return false;
    const block = link.closest("p, li, dd, dt, td, th, blockquote, figcaption, label, span, div");
    const holder = block && getComputedStyle(link).display.startsWith("inline") ? block : null;
    if (!holder) return false;
    const own = link.textContent.trim().length;
    return holder.textContent.trim().length > own + 1;
  };
  const boxOf = (element) => {
    // A ticked box is pointed at through its label as well.
    const boxes = [element, ...(element.labels || [])].filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect());
    return boxes.reduce((largest, box) => (box.width * box.height > largest.width * largest.height ? box : largest), boxes[0]);
  };
  const targets = all(CONTROLS).filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }) && !heardOnly(one));
  const boxes = targets.map(boxOf);
  const found = [];
  targets.forEach((target, index) => {
    const box = boxes[index];
    if (!box || (box.width >= LEAST - 0.5 && box.height >= LEAST - 0.5) || inSentence(target)) return;
    const x = box.left + box.width / 2;
    const y = box.top + box.height / 2;
    const near = boxes.findIndex((other, at) => {
      if (at === index || !other || targets[at].closest(OVER) !== target.closest(OVER) || targets[at].contains(target) || target.contains(targets[at])) return false;
      const across = Math.max(other.left - x, 0, x - other.right);
      const down = Math.max(other.top - y, 0, y - other.bottom);
      const small = other.width < LEAST || other.height < LEAST;
      const between = Math.hypot(x - (other.left + other.width / 2), y - (other.top + other.height / 2));
      return small ? between < LEAST : Math.hypot(across, down) < LEAST / 2;
    });
    if (near >= 0) found.push([place(target), `${Math.round(box.width)} × ${Math.round(box.height)} px, close to ${place(targets[near])}`]);
  });
  return found;
}
