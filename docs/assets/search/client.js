// Asks the search: in a worker, or in the page itself where a browser allows no worker (a site opened from a disk).
"use strict";
((scope) => {
  const here = document.currentScript.src;
  const waiting = new Map(); // the number of a question → what to do with its answer
  let ready, count = 0;

  const addressOf = (name) => new URL(`${name}.js`, here);

  const inWorker = () => new Promise((resolve, reject) => {
    const worker = new Worker(addressOf("worker"));
    worker.onerror = reject;
    worker.onmessage = ({ data: { id, result } }) => {
      waiting.get(id)(result);
      waiting.delete(id);
    };
    const ask = (query, options) => new Promise((answer) => {
      count += 1;
      waiting.set(count, answer);
      worker.postMessage({ id: count, query, options });
    });
    ask("", {}).then(() => resolve(ask)); // an answer shows that everything is loaded
  });

  const inPage = () => ["minisearch", "dutch", "synonyms", "sentences", "core", "index"].reduce((before, name) => before.then(() => new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: addressOf(name), onload: resolve, onerror: reject });
    document.head.append(script);
  })), Promise.resolve()).then(() => {
    scope.toolboxSearch.setup(scope.toolboxIndex);
    return async (query, options) => scope.toolboxSearch.search(query, options);
  });

  function start() {
    const tried = location.protocol === "file:" ? inPage() : inWorker().catch(inPage);
    return tried.catch((error) => {
      ready = undefined; // without a connection: the next question tries again
      throw error;
    });
  }

  // The answer of core.js to a query, as a promise. The first question loads all that is needed.
  const ask = async (query, options) => (await (ready ??= start()))(query, options);

  scope.toolboxSearch = Object.assign(scope.toolboxSearch ?? {}, { ask });
})(self);
