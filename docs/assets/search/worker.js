// The search beside the page, so that typing never waits for it: { id, query, options } in, { id, result } out.
"use strict";
importScripts("minisearch.js", "dutch.js", "synonyms.js", "sentences.js", "core.js", "index.js");
toolboxSearch.setup(toolboxIndex);
addEventListener("message", ({ data: { id, query, options } }) => postMessage({ id, result: toolboxSearch.search(query, options) }));
