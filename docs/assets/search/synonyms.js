// Words of the site, and what people type for them: `beleid van de gemeente` → beleid. Needs minisearch.js and dutch.js.
"use strict";
((scope) => {
  const { wordsOf } = scope.toolboxSearch;
  const AS_IT_IS = { tokenize: (text) => text.split(" "), processTerm: (term) => term };
  const WHOLE = 0.7; // what a term is worth beside the word itself, when its phrase was typed exactly
  const NEARLY = 0.5;
  const MORE = 0.3; // what each further word of a phrase adds: two words together are seldom chance

  // `lines` as they stand in the index: `term|phrase|phrase`. A phrase is a document: a query that holds its words asks for the term.
  function readSynonyms(lines, isStop) {
    const content = (text) => wordsOf(text).filter((word) => !isStop(word));
    const phrases = lines
      .map((line) => line.split("|"))
      .flatMap(([term, ...typed], group) => typed.map((phrase) => ({ group, term: content(term), words: content(phrase), small: wordsOf(phrase).filter(isStop) })))
      .filter(({ words, term }) => words.length && term.length)
      .map((phrase, id) => ({ id, text: phrase.words.join(" "), ...phrase }));
    const engine = new scope.MiniSearch({ fields: ["text"], ...AS_IT_IS });
    engine.addAll(phrases);
    const typed = new Set(phrases.flatMap(({ words }) => words));

    // Phrase → its words that were said → by which word of the query, and whether exactly.
    function phrasesWith(words, basesOf, isWord) {
      const hits = new Map();
      words.forEach((word, at) => {
        const options = { prefix: word.length >= 4, fuzzy: word.length >= 5 && !isWord(word) ? 0.2 : false, maxFuzzy: 1 };
        for (const { id, match } of engine.search({ queries: [word, ...basesOf(word).slice(0, 1)], ...options }, AS_IT_IS)) {
          for (const one of Object.keys(match)) {
            if (Math.abs(one.length - word.length) > 2) continue;
            if (!hits.has(id)) hits.set(id, new Map());
            if (one === word || !hits.get(id).has(one)) hits.get(id).set(one, { at, exact: one === word });
          }
        }
      });
      return hits;
    }

    // The terms for which these words say a phrase, each once: { at: which words say it, worth, term: its words }.
    // `said` holds the small words of the query too.
    function termsFor(words, said, basesOf, isWord) {
      const best = new Map();
      for (const [id, found] of phrasesWith(words, basesOf, isWord)) {
        const { group, term, words: wanted, small } = phrases[id];
        if (found.size < new Set(wanted).size) continue;
        // `geld op` is not said by `geld` alone: its small words count a bit.
        const whole = (wanted.length + small.filter((word) => said.has(word)).length) / (wanted.length + small.length);
        const worth = ([...found.values()].every(({ exact }) => exact) ? WHOLE : NEARLY) * (0.4 + 0.6 * whole) * (1 + MORE * (wanted.length - 1));
        const at = [...new Set([...found.values()].map((one) => one.at))];
        const old = best.get(group);
        if (!old || at.length * worth > old.at.length * old.worth) best.set(group, { at, worth, term });
      }
      return [...best.values()];
    }

    return { has: (word) => typed.has(word), termsFor };
  }

  Object.assign(scope.toolboxSearch, { readSynonyms });
})(self);
