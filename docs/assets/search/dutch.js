// Dutch words: how they are folded, bent and joined. No page, no index: works wherever JavaScript does.
"use strict";
((scope) => {
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  // The words of a text; one letter alone is no word. The same as `words` and `fold` in macros/search/words.py.
  const wordsOf = (text) => (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1);

  // The words of a text, and of `to-do` also `todo`.
  function wordsAndJoined(text) {
    const joined = fold(text).match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? [];
    return [...wordsOf(text), ...joined.map((word) => word.replaceAll("-", ""))];
  }

  const ENDINGS = ["en", "s", "e", "t", "d", "te", "de", "ten", "den", "er", "ers", "je", "jes", "tje", "tjes", "etje", "etjes", "pje", "pjes", "ing", "ingen", "end", "ende"];

  const SEPARABLE = /^(|aan|af|bij|door|in|mee|na|om|op|over|rond|samen|terug|toe|uit|vast|voor|weg)ge(.{3,})$/;

  // What a bent word can be the form of: `gevierde` → vieren, `buren` → buur. Many guesses are no words at all: `isWord` chooses.
  function guesses(word, isWord) {
    const stems = ENDINGS.filter((end) => word.endsWith(end) && word.length - end.length >= 3).map((end) => word.slice(0, -end.length));
    // `begrotinkje` → begroting.
    if (/inkjes?$/.test(word)) stems.push(word.replace(/kjes?$/, "g"));
    // A past participle: `gevierd`, `afgehaakt`.
    for (const stem of [word, ...stems]) if (SEPARABLE.test(stem)) stems.push(stem.replace(SEPARABLE, "$1$2"));
    const found = new Set([...stems.flatMap(spellings), `${word}en`, `${word}s`].filter((guess) => guess !== word && isWord(guess)));
    return [...found].slice(0, 3);
  }

  // A stem as it is written alone, in the infinitive or as a noun: `stukk` → stuk, `bur` → buur, `woon` → wonen, `borg` → borging.
  function spellings(stem) {
    const single = stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem;
    const long = stem.replace(/([aeou])([^aeiou])$/, "$1$1$2");
    const short = stem.replace(/([aeou])\1([^aeiou])$/, "$1$2");
    const hard = long.replace(/v$/, "f").replace(/z$/, "s");
    return [stem, single, long, hard, `${stem}en`, `${short}en`, `${stem}${stem.at(-1)}en`, `${stem}ing`];
  }

  // `dorps` → dorp, as the head of a compound.
  const withoutS = (word) => (word.length > 3 && word.endsWith("s") ? word.slice(0, -1) : word);

  // The parts of a compound that are words: both, or one that is no chance run of letters. `buurtrestaurant` → buurt, restaurant.
  function partsOf(word, isWord) {
    const isForm = (part) => isWord(part) || guesses(part, isWord).length > 0;
    let best = { rank: 0, parts: [] };
    for (let cut = 3; cut <= word.length - 3; cut += 1) {
      const heads = [word.slice(0, cut), withoutS(word.slice(0, cut))];
      const pair = [heads.find(isForm) ?? heads[0], word.slice(cut)];
      const parts = pair.filter(isForm);
      const least = Math.min(...pair.map((part) => part.length));
      const alone = parts.length === 1 && isWord(parts[0]) && parts[0].length >= 5 ? parts[0].length : 0;
      const rank = parts.length === 2 ? 100 + least : alone;
      if (rank > best.rank) best = { rank, parts };
    }
    return best.parts;
  }

  scope.toolboxSearch = Object.assign(scope.toolboxSearch ?? {}, { fold, wordsOf, wordsAndJoined, guesses, partsOf, withoutS });
})(self);
