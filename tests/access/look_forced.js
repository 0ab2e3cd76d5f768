// Forced colours: the colours of the page are gone. What was said by a background, a shadow or a colour must still be there.
() => {
  const found = [];
  const canvas = getComputedStyle(document.body).backgroundColor;
  const edges = (style) =>
    ["Top", "Right", "Bottom", "Left"].filter((side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) >= 1 && style[`border${side}Color`] !== canvas);
  const marked = (style) => `${style.fontWeight} ${style.textDecorationLine} ${edges(style)} ${style.borderBottomWidth} ${style.outlineStyle} ${style.borderStyle}`;
  for (const one of all("button, input:not([type=hidden]), select, textarea, [role=button]").filter((one) => drawn(one) && !heardOnly(one))) {
    if (one.type === "file" || (["checkbox", "radio", "range"].includes(one.type) && getComputedStyle(one).appearance !== "none")) continue; // drawn by the browser
    const style = getComputedStyle(one);
    const holder = one.parentElement ? edges(getComputedStyle(one.parentElement)).length : 0;
    if (edges(style).length < 1 && holder < 4 && style.textDecorationLine !== "underline") found.push([place(one), "a control without an edge"]);
    if (["checkbox", "radio"].includes(one.type) && style.appearance === "none" && style.forcedColorAdjust !== "none" && one.checked) {
      const sign = getComputedStyle(one, "::before").content + getComputedStyle(one, "::after").content;
      if (sign === "nonenone") found.push([place(one), "ticked and not ticked look the same"]);
    }
  }
  for (const one of all("[aria-current], [aria-pressed=true], [aria-selected=true]").filter(drawn)) {
    const other = all(one.localName, one.closest("ul, ol, nav, header, form") || document).find((like) => like !== one && drawn(like) && !like.matches("[aria-current], [aria-pressed=true], [aria-selected=true]"));
    if (other && marked(getComputedStyle(one)) === marked(getComputedStyle(other))) found.push([place(one), "what it says (current, chosen) is said by colour alone"]);
  }
  // A picture drawn as a mask disappears: its background takes the colour of the page.
  for (const one of all("body *").filter((one) => one.checkVisibility())) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(one, part);
      if (part && (style.content === "none" || style.display === "none")) continue;
      if (style.maskImage && style.maskImage !== "none" && style.forcedColorAdjust !== "none" && style.backgroundColor === canvas) found.push([place(one) + (part || ""), "an icon that disappears"]);
    }
  }
  // Links in running text need more than their colour.
  for (const link of all("article p a[href], article li a[href], article dd a[href]").filter(drawn))
    if (link.closest("p, li, dd").textContent.trim() !== link.textContent.trim() && getComputedStyle(link).textDecorationLine !== "underline" && !edges(getComputedStyle(link)).length && !edges(getComputedStyle(link.parentElement)).length)
      found.push([place(link), "a link in a text without a line under it"]);
  return found;
}
