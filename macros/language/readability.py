"""Numbers that say how hard a text reads. A formula can't tell B1: they are shown, they block nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.language.pieces import Piece
from macros.language.sentences import sentences, words
from macros.language.vocabulary import Vocabulary, syllables


@dataclass(frozen=True)
class Readability:
    """How one item reads.

    `words_a_sentence` and `longest` count words too; `rare` is a share from 0 to 1; `douma` is Flesch–Douma, higher is easier.
    """

    key: str
    words: int
    words_a_sentence: float
    longest: int
    rare: float
    douma: float


def flesch_douma(words_a_sentence: float, syllables_a_word: float) -> float:
    """Reading ease for Dutch, about 0 (hard) to 100 (easy).

    W.H. Douma, De leesbaarheid van landbouwbladen (Wageningen, 1960): 206.84 - 0.93 × words a sentence - 77 × syllables a word.
    """
    return 206.84 - 0.93 * words_a_sentence - 77 * syllables_a_word


def readability(key: str, pieces: Iterable[Piece], vocabulary: Vocabulary) -> Readability:
    """The numbers of one item, over all its texts."""
    lengths: list[int] = []
    all_words: list[str] = []
    for piece in pieces:
        for sentence in sentences(piece.text):
            found = words(sentence)
            lengths.append(len(found))
            all_words += found
    total = len(all_words)
    a_sentence = total / len(lengths)
    return Readability(
        key,
        total,
        a_sentence,
        max(lengths),
        sum(vocabulary.is_rare(word) for word in all_words) / total,
        flesch_douma(a_sentence, sum(map(syllables, all_words)) / total),
    )
