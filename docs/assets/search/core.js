// Searching in Dutch, without a page: `setup(index)`, then `search(query)`. Runs in a worker, in a page and in Node.
// Needs minisearch.js, dutch.js, synonyms.js and sentences.js. The format of the index is described in macros/search/index.py.
"use strict";
((scope) => {
  const { fold, wordsOf, wordsAndJoined, guesses, partsOf, withoutS, readSynonyms, hitOf } = scope.toolboxSearch;
  const LONGEST = 200; // signs of a query that are read
  const MOST_WORDS = 12;
  const BOOST = { title: 5, words: 3, summary: 2, shown: 1, rest: 0.7, titleForms: 2.5, forms: 0.8 };
  // Who looks for "geld" wants to do something, more than to read what a fund is.
  const WORTH = { begrip: 0.75, pagina: 0.7, route: 0.9, fase: 0.9, conditie: 0.9 };
  // Who asks what a word means, wants the term. And "hoe zorg ik dat" is not about care.
  const ASKS_MEANING = /^ (?:wat (?:is|zijn|betekent|betekenen|houdt) (?!er|ermee|nodig)|(?:de )?(?:betekenis|definitie|uitleg) van |(?:het )?verschil tussen )/;
  const SAYS_NOTHING = / (?:zorg(?:en|t)?(?= (?:(?:ik|je|jij|we|wij) )?(?:dat|er|ervoor) )|(?:het )?verschil tussen(?= )|(?:betekent|betekenis|definitie)(?= ))/g;
  const AS_IT_IS = { tokenize: (text) => [text], processTerm: (term) => term };

  let stop, docs, forms, engine, known, sorted, synonyms;

  const isStop = (word) => stop.has(word);
  const isKnown = (word) => known.has(word) || forms.has(word);
  const isWord = (word) => isKnown(word) || synonyms.has(word);
  const slug = (title) => fold(title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

  // Each base form in `rest`, put with the documents that have it; see `_coded` in macros/search/index.py.
  function spread(rest) {
    const texts = docs.map(() => []);
    for (const line of rest.split("!")) {
      const [form, code = ""] = line.split(" ");
      let number = 0;
      for (const sign of code) {
        const value = sign.charCodeAt(0);
        if (value > 92) number += (value - 93) * 57;
        else texts[(number += value - 35)].push(form);
      }
    }
    texts.forEach((words, id) => { docs[id].rest = words.join(" "); });
  }

  // `avonden 2` → avonden, [avond]: how many letters go, what comes instead, and the parts of a compound.
  function readForm(line) {
    const [word, bent, ...parts] = line.split(" ");
    const [, letters, end] = /^(\d+)(.*)/.exec(bent);
    return [word, [word.slice(0, word.length - letters) + end, ...parts]];
  }

  function setup(index) {
    stop = new Set(index.stop.split(" "));
    forms = new Map(index.forms.split("!").map(readForm));
    const [titles, summaries, shown, words] = [index.titles, index.summaries, index.shown, index.words].map((lines) => lines.split("\n"));
    const phrasesOf = (id) => [titles[id], ...words[id].split("|")].map(wordsOf);
    const asText = (phrase) => ` ${phrase.join(" ")} `;
    docs = index.docs.map(([own, kind, phases], id) => ({
      id,
      title: titles[id],
      summary: summaries[id],
      shown: shown[id],
      words: words[id],
      kind: index.kinds[kind][0],
      address: index.kinds[kind][1] + (own === 0 ? slug(titles[id]) : own) + index.kinds[kind][2],
      phases: [...phases].map((number) => index.phases[number]),
      phrases: phrasesOf(id).map(asText),
      telling: phrasesOf(id).map((phrase) => asText(phrase.filter((word) => !isStop(word)))),
    }));
    spread(index.rest);
    known = new Map(index.common.split(" ").map((word) => [word, docs.length / 4])); // word → in how many documents
    let reading, seen;
    const remember = (word) => {
      if (!seen.has(word)) known.set(word, (known.get(word) ?? 0) + 1);
      seen.add(word);
    };
    engine = new scope.MiniSearch({
      fields: Object.keys(BOOST),
      tokenize: wordsAndJoined,
      extractField: (doc, field) => {
        if (doc !== reading) [reading, seen] = [doc, new Set()];
        if (field === "titleForms") return `${doc.title} ${doc.words}`;
        return field === "forms" ? `${doc.summary} ${doc.shown}` : doc[field];
      },
      processTerm: (word, field) => {
        if (isStop(word)) return null;
        const own = field === "titleForms" || field === "forms" ? forms.get(word) : [word];
        own?.forEach(remember);
        return own ?? null;
      },
    });
    engine.addAll(docs);
    sorted = [...known.keys()].sort();
    synonyms = readSynonyms(index.synonyms.split("\n"), isStop);
  }

  // The base form of a word and, of a compound, its parts: from the index, or guessed when the site has the guess.
  const basesOf = (word) => forms.get(word) ?? (isWord(word) ? [] : guesses(word, isWord));

  // How much a word tells apart: 1 when it stands everywhere, more when it is rare.
  const rarity = (word) => 1 + Math.log(docs.length / Math.max(1, ...[word, ...basesOf(word)].map((one) => known.get(one) ?? 0)));

  const withBase = (word) => [word, ...basesOf(word).slice(0, 1)];
  const exactly = (word) => ({ queries: [word], prefix: false, fuzzy: false });
  const all = (queries) => ({ combineWith: "AND", queries });
  const any = (queries) => ({ combineWith: "OR", queries });

  function loosely(word) {
    const misspelt = word.length >= 4 && !isWord(word) && !basesOf(word).length;
    return { queries: [word], prefix: word.length >= 3, fuzzy: misspelt && 0.2, maxFuzzy: 2, weights: { prefix: 0.375, fuzzy: word.length > 7 ? 0.75 : 0.45 } };
  }

  // Words of the site that begin and end as an unknown compound does: `partnerkaart` → partnerschapskaart.
  function wordsLike(word) {
    for (let cut = word.length - 4; cut >= 3; cut -= 1) {
      const head = withoutS(word.slice(0, cut));
      const tail = word.slice(cut);
      const like = sorted.filter((other) => other.startsWith(head) && other.endsWith(tail) && other.length >= head.length + tail.length);
      if (like.length) return like.slice(0, 5);
    }
    return [];
  }

  // Every way in which words of a query can be meant: { at: which words, worth, query }. `said` holds its stop words too.
  function meanings(words, said) {
    const found = [];
    const add = (at, worth, query) => found.push({ at, worth, query });
    words.forEach((word, at) => {
      add([at], 1, loosely(word));
      basesOf(word).forEach((base, place) => add([at], place ? 0.25 : 0.9, exactly(base)));
      const rare = (known.get(word) ?? 0) < 3 && !forms.has(word);
      if (word.length < (isWord(word) ? 9 : 6) || !rare || synonyms.has(word)) return;
      // A known word in a form that the site does not have: the parts of that word, and no others. Else `verhaaltje` is `ver` and `haal`.
      if (!isWord(word) && basesOf(word).length) {
        const inside = basesOf(word).flatMap((base) => forms.get(base)?.slice(1) ?? []);
        if (inside.length) add([at], 0.4, any(inside.map(exactly)));
        return;
      }
      const parts = partsOf(word, isWord);
      if (parts.length > 1) add([at], isWord(word) ? 0.4 : 0.8, any(parts.flatMap(withBase).map(exactly)));
      if (isWord(word)) return;
      for (const like of wordsLike(word)) add([at], 1, exactly(like));
      // One part alone is a guess; a word that is only misspelt does better.
      if (parts.length === 1 && !engine.search(any([loosely(word)]), AS_IT_IS).length) add([at], 0.5, any(parts.flatMap(withBase).map(exactly)));
      for (const { worth, term } of synonyms.termsFor(parts, said, basesOf, isWord)) add([at], (worth * 0.6) / term.length, asTerm(term));
    });
    for (let at = 0; at + 1 < words.length; at += 1) {
      const joined = [words[at] + words[at + 1], `${words[at]}s${words[at + 1]}`];
      const there = joined.find(isKnown) ?? sorted.find((other) => joined.some((word) => other.startsWith(word) || (word.length > 7 && other.endsWith(word))));
      if (there) add([at, at + 1], 1, exactly(there));
      // A compound that people type, written apart: `dorps app`.
      const typed = joined.find(synonyms.has);
      if (typed) for (const { worth, term } of synonyms.termsFor([typed], said, basesOf, isWord)) add([at, at + 1], worth / term.length, asTerm(term));
    }
    for (const { at, worth, term } of synonyms.termsFor(words, said, basesOf, isWord)) add(at, worth / term.length, asTerm(term));
    return found;
  }

  const longer = (word, weight = 0.375) => ({ queries: [word], prefix: word.length >= 5, fuzzy: false, weights: { prefix: weight, fuzzy: 0 } });

  // What a term of the synonyms is looked for as. The scores of its words are added up, so its worth is divided by them. One word alone counts with its longer forms only a little,
  // or `financier`, of which the site has many forms, would outrun the word that was typed.
  function asTerm(term) {
    if (term.length === 1) return longer(term[0], 0.2);
    return all(term.map((word) => any([longer(word), ...basesOf(word).slice(0, 1).map(exactly)])));
  }

  // The query as somebody of the toolbox wrote it down, in a title or in the words that people type: 2 whole, 1 as a part, 0 not.
  function written(phrases, text) {
    if (phrases.includes(text)) return 2;
    return text.trim().includes(" ") && phrases.some((phrase) => phrase.includes(text)) ? 1 : 0;
  }

  function rank(words, text) {
    const scores = new Map();
    const worth = { ...WORTH, begrip: ASKS_MEANING.test(text) ? 1.2 : WORTH.begrip };
    const said = new Set(text.trim().split(" "));
    for (const meaning of meanings(words, said)) {
      const { at, query } = meaning;
      for (const { id, score, terms } of engine.search(any([query]), { ...AS_IT_IS, boost: BOOST })) {
        if (!scores.has(id)) scores.set(id, { doc: docs[id], each: words.map(() => 0), found: new Set() });
        const one = scores.get(id);
        for (const place of at) one.each[place] = Math.max(one.each[place], meaning.worth * score);
        for (const term of terms) one.found.add(term);
      }
    }
    const weights = words.map(rarity);
    const telling = ` ${words.join(" ")} `;
    const foreseen = ({ phrases, telling: short }) => Math.max(written(phrases, text), text === telling ? 0 : written(short, telling));
    for (const one of scores.values()) {
      const covered = sum(one.each.map((score, at) => (score ? weights[at] : 0))) / sum(weights);
      const told = sum(one.each.map((score, at) => score * Math.sqrt(weights[at])));
      one.score = told * covered ** 1.5 * (worth[one.doc.kind] ?? 1) * (1 + 0.5 * foreseen(one.doc));
    }
    // A whole sentence that somebody foresaw comes first, however common its words.
    const top = Math.max(...[...scores.values()].map(({ score }) => score));
    if (said.size > 1) for (const one of scores.values()) if (written(one.doc.phrases, text) === 2) one.score += top;
    return [...scores.values()].sort((a, b) => b.score - a.score || a.doc.id - b.doc.id);
  }

  // Only stop words, such as "wie doet wat": what has just that in its title or its words.
  function asWritten(text) {
    const found = new Set(text.trim().split(" "));
    const places = docs.filter((doc) => text.trim() && doc.phrases.some((phrase) => phrase.includes(text)));
    return places.sort((a, b) => written(b.phrases, text) - written(a.phrases, text) || a.id - b.id).map((doc) => ({ doc, found }));
  }

  // { total, addresses: all that was found, best first, hits: the first `limit` of them, to show }.
  // `only` (addresses) leaves the others out of the total and the hits.
  function search(query, { limit = 8, only = null } = {}) {
    const text = ` ${wordsOf(query.slice(0, LONGEST)).join(" ")} `;
    const contentOf = (said) => [...new Set(wordsOf(said))].filter((word) => !isStop(word)).slice(0, MOST_WORDS);
    const telling = contentOf(text.replace(SAYS_NOTHING, ""));
    const words = telling.length ? telling : contentOf(text);
    const ranked = words.length ? rank(words, text) : asWritten(text);
    const allowed = only && new Set(only);
    const chosen = allowed ? ranked.filter(({ doc }) => allowed.has(doc.address)) : ranked;
    return { total: chosen.length, addresses: ranked.map(({ doc }) => doc.address), hits: chosen.slice(0, limit).map(({ doc, found }) => hitOf(doc, found, forms)) };
  }

  Object.assign(scope.toolboxSearch, { setup, search });
})(self);
