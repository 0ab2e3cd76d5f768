// The site without a network: opened from a disk, or visited before. Loaded by every page.
"use strict";
(() => {
  const root = new URL("..", document.currentScript.src); // this file stands in assets/
  const OURS = `toolbox-samenwerken/bezocht ${root.pathname} `; // as in the service worker

  // A disk has no server that turns `tips/` into `tips/index.html`: say it in full.
  function inFull(address) {
    if (address?.protocol === "file:" && address.pathname.endsWith("/")) address.pathname += "index.html";
    return address;
  }

  function fromDisk() {
    const before = { capture: true };
    for (const kind of ["pointerdown", "focusin", "click"]) {
      document.addEventListener(kind, ({ target }) => inFull(target.closest?.("a[href]")), before);
    }
    document.addEventListener("submit", ({ target }) => (target.action = inFull(new URL(target.action)).href), before);
  }

  // Where the connection is not safe there are no workers; where the browser forbids them, even looking at them can throw.
  const attempt = (action, otherwise) => Promise.resolve().then(action).catch(() => otherwise);

  // Names of what is kept of visited pages.
  const visited = () => attempt(async () => (await caches.keys()).filter((name) => name.startsWith(OURS)), []);

  async function forget() {
    const worker = await attempt(() => navigator.serviceWorker.getRegistration(root));
    await worker?.unregister(); // the next page that is opened starts a new one
    await Promise.all((await visited()).map((name) => caches.delete(name)));
  }

  async function start() {
    const workers = navigator.serviceWorker;
    if (!workers || navigator.connection?.saveData) return; // who saves on data gets nothing that was not asked for
    const first = !workers.controller;
    await workers.register(new URL("service-worker.js", root));
    const { active } = await workers.ready;
    // What was loaded before the worker ran went past it: hand it over.
    if (first) active.postMessage([location.href, ...performance.getEntriesByType("resource").map(({ name }) => name)]);
  }

  globalThis.toolboxOffline = { visited, forget };
  if (location.protocol === "file:") fromDisk();
  else addEventListener("load", () => attempt(start)); // after all that the page itself needs
})();
