"""What a reader would stumble over: long sentences, rare words, passives, misspellings. Each is a problem with a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.language.pieces import Piece
from macros.language.sentences import sentences, words
from macros.language.vocabulary import Vocabulary
from macros.problems import Problem

LONGEST = 25  # words in a sentence

# A small honest list: a form of `worden` with a past participle beside it in the same clause. `be-`, `ver-` and `ont-`
# only count with -d or -t: their participles in -en look like infinitives.
_PARTICIPLE = r"(?:(?:ge|aange|afge|uitge|opge|inge|voorge)[a-zëï]{3,}(?:d|t|en)|(?:be|ver|ont)[a-zëï]{3,}(?:d|t))"
_PASSIVE = re.compile(
    rf"\b(?:word|wordt|worden|werd|werden)\b[^.,;:?!]{{0,60}}?\b({_PARTICIPLE})\b|\b({_PARTICIPLE})\s(?:word|wordt|worden|werd|werden)\b"
)
_NO_PARTICIPLE = re.compile(
    r"gemeenten|gesprekken|gezinnen|gebieden|gedachten|gevallen|gebouwen|gewoonten|gezond|gesprek|gebied|gebeurt|bewoners?|bekend|ontmoet"
)


def stumbles(pieces: Iterable[Piece], vocabulary: Vocabulary) -> Iterator[Problem]:
    """Every problem with the language of these texts; one message for a word in a file."""
    said: set[tuple[str, str]] = set()
    for piece in pieces:
        if piece.strict:
            yield from _sentences(piece)
        for sentence in sentences(piece.text):
            for word in words(sentence):
                if (piece.file.path, word) in said:
                    continue
                wrong = _word(word, vocabulary, piece.strict)
                if wrong:
                    said.add((piece.file.path, word))
                    yield piece.file.problem(*piece.file.find(word, piece.line), *wrong)


def _sentences(piece: Piece) -> Iterator[Problem]:
    for sentence in sentences(piece.text):
        length = len(words(sentence))
        place = piece.file.find(" ".join(sentence.split()[:2]), piece.line)
        if length > LONGEST:
            yield piece.file.problem(*place, f"Deze zin telt {length} woorden; hoogstens {LONGEST} leest goed.", "Maak er twee zinnen van.")
        passive = _PASSIVE.search(sentence)
        if passive and not _NO_PARTICIPLE.fullmatch(passive[1] or passive[2]):
            yield piece.file.problem(
                *place,
                f"'{passive[0]}' zegt niet wie het doet.",
                "Noem eerst wie het doet: 'je schrijft' in plaats van 'er wordt geschreven'.",
            )


def _word(word: str, vocabulary: Vocabulary, strict: bool) -> tuple[str, str] | None:
    if vocabulary.is_misspelt(word):
        return f"'{word}' staat niet in het woordenboek.", "Kijk de spelling na. Klopt het woord? Zet het in toolbox_data/words.txt."
    if strict and vocabulary.is_rare(word):
        return f"'{word}' is een zeldzaam woord.", "Schrijf het gewoner, leg het uit in glossary.yml, of zet het in toolbox_data/words.txt."
    return None
