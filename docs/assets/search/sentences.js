// What a hit shows: its title and the sentence that says most of what was looked for. Needs dutch.js.
"use strict";
((scope) => {
  const { fold } = scope.toolboxSearch;

  // A text as [piece, was it looked for] pairs, so that a page can mark words without making HTML. `found` holds words and base forms.
  function pieces(text, found, forms) {
    const isFound = (word) => found.has(word) || found.has(forms.get(word)?.[0]);
    return text.split(/([\p{L}\p{N}\p{M}]+)/u).filter(Boolean).map((piece) => [piece, isFound(fold(piece))]);
  }

  // The summary, unless another sentence of the document says more.
  function bestSentence({ summary, shown }, found, forms) {
    const sentences = [summary, ...(shown.match(/[^.!?\t]+[.!?]*/g) ?? [])];
    const counts = sentences.map((text) => new Set(pieces(text, found, forms).filter(([, hit]) => hit).map(([word]) => fold(word))).size);
    return sentences[counts.indexOf(Math.max(...counts))].trim();
  }

  function hitOf(doc, found, forms) {
    const { address, title, kind, phases } = doc;
    return { address, title: pieces(title, found, forms), kind, phases, sentence: pieces(bestSentence(doc, found, forms), found, forms) };
  }

  Object.assign(scope.toolboxSearch, { hitOf });
})(self);
