// The page for when there is no connection: a list of what can be read without one.
"use strict";
(async () => {
  const pages = new Map();
  for (const name of await toolboxOffline.visited()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      if (!url.endsWith("/") || url.endsWith("/geen-verbinding/")) continue;
      const page = new DOMParser().parseFromString(await (await cache.match(url)).text(), "text/html");
      pages.set(url, page.querySelector("h1")?.textContent ?? url);
    }
  }
  const sorted = [...pages].sort((a, b) => a[1].localeCompare(b[1], "nl"));
  document.getElementById("tb-visited").replaceChildren(...sorted.map(([href, textContent]) => {
    const item = document.createElement("li");
    item.append(Object.assign(document.createElement("a"), { href, textContent }));
    return item;
  }));
})();
