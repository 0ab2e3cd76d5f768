// What every page does: the menu on a narrow screen, light or dark, printing, the contents beside the text.
"use strict";
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];

  // The menu. Without this script it is a plain list under the name of the site.
  const button = document.querySelector(".tb-menu-button");
  const menu = document.getElementById("tb-menu");
  const narrow = matchMedia("(max-width: 59.99em)");
  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.classList.toggle("tb-menu--open", open);
  };
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") === "false"));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || button.getAttribute("aria-expanded") === "false") return;
    if (menu.contains(document.activeElement)) button.focus();
    show(false);
  });

  // The contents of a page stand open where there is room beside the text.
  const contents = document.querySelector(".tb-contents details");
  const beside = () => contents && (contents.open = !narrow.matches);
  narrow.addEventListener("change", beside);
  beside();

  // Light or dark. "Als apparaat" keeps nothing and follows the device.
  const KEY = "toolbox-samenwerken/weergave";
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const attempt = (action) => {
    try {
      return action();
    } catch {
      return null; // a browser that forbids storage forgets the choice, and that is all
    }
  };
  const chosen = () => attempt(() => localStorage.getItem(KEY)) ?? "";
  const draw = (choice) => {
    const isDark = choice === "dark" || (choice !== "light" && dark.matches);
    document.documentElement.dataset.mdColorScheme = isDark ? "slate" : "default";
  };
  const display = document.querySelector(".tb-display");
  display.hidden = false;
  for (const radio of display.querySelectorAll("input")) radio.checked = radio.value === chosen();
  display.addEventListener("change", ({ target }) => {
    attempt(() => (target.value ? localStorage.setItem(KEY, target.value) : localStorage.removeItem(KEY)));
    draw(target.value);
  });
  dark.addEventListener("change", () => draw(display.querySelector(":checked").value));

  // Printing: what is folded opens, and folds again.
  for (const one of all(".tb-print-button")) {
    one.hidden = false;
    one.addEventListener("click", () => print());
  }
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("article details:not([open])");
    for (const one of folded) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of folded) one.open = false;
  });
})();
