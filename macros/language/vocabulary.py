"""Which words a Dutch reader knows.

Frequencies: wordfreq (Speer, 2022, https://doi.org/10.5281/zenodo.7199437), as a Zipf value: the base-10 logarithm of
how often a word occurs in a billion words. Spelling: the Dutch list of pyspellchecker.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pyphen
from spellchecker import SpellChecker
from wordfreq import zipf_frequency

RARE = 3.0  # fewer than one in a million
COMMON_PART = 3.5  # a compound reads easily when its parts are common
_ENDINGS = ("", "s", "'s", "en", "n", "e", "es", "ën", "tje", "tjes", "je", "jes")
_LINKS = ("", "s", "e", "en", "n", "-")


class Vocabulary:
    """The common words, those that the glossary explains and those that an editor excused."""

    def __init__(self, explained: Iterable[str], excused: Iterable[str]) -> None:
        self._rare: dict[str, bool] = {}
        self._misspelt: dict[str, bool] = {}
        self._own = frozenset(word.casefold() for word in explained) | frozenset(word.casefold() for word in excused)

    def is_rare(self, word: str) -> bool:
        """Whether a reader may not know this word, and nobody explains or excuses it."""
        word = word.casefold()
        if word not in self._rare:
            self._rare[word] = frequency(word) < RARE and not self._is_ours(word) and not is_compound(word, COMMON_PART)
        return self._rare[word]

    def is_misspelt(self, word: str) -> bool:
        """Whether no list holds this word, nor both parts of it."""
        word = word.casefold().removesuffix("'s")
        if word not in self._misspelt:
            self._misspelt[word] = self._looks_misspelt(word)
        return self._misspelt[word]

    def _looks_misspelt(self, word: str) -> bool:
        if "-" in word:
            return any(self.is_misspelt(part) for part in word.split("-") if part)
        return len(word) > 1 and not in_dictionary(word) and not self._is_ours(word) and not is_compound(word, RARE - 0.5)

    def _is_ours(self, word: str) -> bool:
        if any(word.removesuffix(ending) in self._own for ending in _ENDINGS if word.endswith(ending)):
            return True
        return "-" in word and all(self._is_ours(part) or frequency(part) >= RARE for part in word.split("-") if part)


@cache
def frequency(word: str) -> float:
    """The Zipf value of a word in Dutch: 3 is once in a million words, 6 once in a thousand; 0 is unknown."""
    return zipf_frequency(word.replace("’", "'"), "nl")


@cache
def is_compound(word: str, least: float) -> bool:
    """Whether a word is two words written as one, both at least this frequent: `plak` + `briefjes`."""
    for cut in range(3, len(word) - 2):
        left, right = word[:cut], word[cut:]
        if frequency(right) >= least and any(
            left.endswith(link) and len(left) - len(link) >= 3 and frequency(left.removesuffix(link) if link else left) >= least
            for link in _LINKS
        ):
            return True
    return False


def in_dictionary(word: str) -> bool:
    """Whether the Dutch word list holds this word, or it is a common word of the language."""
    return word in _speller() or frequency(word) >= RARE


@cache
def syllables(word: str) -> int:
    """How many syllables, by the places where the word may be broken off (pyphen, nl_NL)."""
    return len(_hyphens().positions(word)) + 1


@cache
def _speller() -> SpellChecker:
    return SpellChecker(language="nl")


@cache
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL")


def word_list(file: Path) -> list[str]:
    """The project's own words: one a line, `#` starts a remark."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [word for line in lines if (word := line.partition("#")[0].strip())]
