// The contrast of a text that axe-core could not decide about: its colour against the nearest ground behind it that is not see-through.
// Gives what is wrong, or an empty text. `at` is the element's selector.
(at) => {
  const element = document.querySelector(at);
  const numbers = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
  const over = ([r, g, b, a = 1], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a)];
  const channel = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const layers = [];
  for (let one = element; one; one = one.parentElement) {
    const style = getComputedStyle(one);
    if (style.backgroundImage !== "none") return "stands on a picture";
    if (Number(style.opacity) < 1) return "is partly see-through";
    if (!/^(rgb|rgba)\(/.test(style.backgroundColor)) return `stands on a ground that cannot be read: ${style.backgroundColor}`;
    layers.unshift(numbers(style.backgroundColor));
    if ((layers[0][3] ?? 1) === 1) break;
  }
  const ground = layers.reduce((below, layer) => over(layer, below), [255, 255, 255]);
  element.scrollIntoView({ block: "center", inline: "center" });
  const box = element.getBoundingClientRect();
  // A link may lie over its whole card: what is drawn nowhere covers nothing.
  const clear = (style) => style.backgroundImage === "none" && numbers(style.backgroundColor)[3] === 0;
  for (const above of document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2)) {
    if (above === element || above.contains(element) || element.contains(above)) break;
    if (above.closest(OVER)) return "";
    if (![null, "::before", "::after"].every((part) => clear(getComputedStyle(above, part)))) return `is covered by ${above.localName}.${above.className}`;
  }
  const style = getComputedStyle(element);
  const [one, other] = [luminance(over(numbers(style.color), ground)), luminance(ground)];
  const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
  return ratio >= (large ? 3 : 4.5) ? "" : `contrast ${ratio.toFixed(2)}`;
}
