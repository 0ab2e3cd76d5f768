// Makes window.stopped(): one stop of the Tab key, what has the focus and what is wrong with that; null where the focus has left the page.
window.stopped = () => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const stops = (window.stops ??= []);
  const wrong = [];
  const before = stops.at(-1);
  const again = stops.indexOf(element);
  if (again < 0) stops.push(element);
  // What a person sees and points at: a tick box that is drawn by its label is seen there.
  const faces = [element, ...(element.labels || [])].filter((one) => drawn(one) && !heardOnly(one));
  const boxes = faces.flatMap((one) => [...one.getClientRects()]).filter((box) => box.width > 1 && box.height > 1);
  const inside = boxes.filter((box) => box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth);
  if (!boxes.length) wrong.push("has the focus and cannot be seen");
  else if (!inside.length) wrong.push("has the focus outside the window");
  else {
    const points = inside.flatMap((box) => [0.5, 0.1, 0.9].map((part) => [
      Math.min(Math.max(box.left + box.width * part, 0), innerWidth - 1), Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1)]));
    const open = points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && faces.some((one) => one.contains(top) || top.contains(one));
    });
    if (!open) wrong.push("is covered while it has the focus");
  }
  const named = element.getAttribute("aria-label") || element.getAttribute("aria-labelledby") || (element.labels && element.labels.length) ||
    element.textContent.trim() || element.querySelector("img[alt], svg title") || element.title || (["button", "submit"].includes(element.type) && element.value);
  if (!named) wrong.push("has no name");
  if (element.closest("[aria-hidden=true]")) wrong.push("has the focus and is hidden from who listens");
  if (element.tabIndex > 0) wrong.push(`stands out of order by tabindex=${element.tabIndex}`);
  if (before && again < 0 && !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) wrong.push(`comes after ${place(before)}, and stands before it`);
  if (before && again < 0 && before.closest("nav, form, article, footer, header") === element.closest("nav, form, article, footer, header")) {
    const [one, other] = [before.getBoundingClientRect(), element.getBoundingClientRect()];
    if (other.bottom <= one.top && other.left < one.right) wrong.push(`stands above ${place(before)}, which comes before it`);
  }
  const box = (inside[0] || boxes[0] || element.getBoundingClientRect());
  const parts = ["date", "time", "month", "week", "datetime-local", "file"]; // such a field has stops inside it
  return {
    where: place(element), wrong, again: again >= 0 && again !== stops.length - 1,
    stuck: again === stops.length - 1 && again >= 0 && !parts.includes(element.type),
    like: [element.localName, element.type || "", element.className, element.closest("nav, form, article, footer, header, dialog")?.className].join("|"),
    box: { x: box.left, y: box.top, width: box.width, height: box.height },
  };
}
