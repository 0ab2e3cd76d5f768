"""Dutch words: folded, brought back to their base form, and compounds taken apart.

Only for the search index. Base forms come from simplemma, which has a dictionary and no rules of its own for Dutch compounds.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import cache

from simplemma import is_known, lemmatize


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that say nothing about what somebody looks for.
STOP_WORDS = _words(
    """aan af al als altijd alweer ander andere ben bent beste beter bij daar dan dat de der deze die dit doe doen doet door dus echt een
    eens elk elke en er erg even ga gaan gaat ge geen geweest ging gingen goed goede haar had heb hebben hebt heeft heel heet hem hen
    het hier hij hoe hun iets ik in is ja je jij jou jouw jullie kan kon kun kunnen kunt maak maakt maar mag maken me mee meer men met
    mij mijn moet moeten mogen n na naar niet nog nu of om omdat ons onze ook op over per precies s staan staat steeds t te tijdens toch
    toe toen tot tussen u uit uw vaak van veel voor waar waarin waarmee wanneer want waren was wat we weer wel welk welke werd wie wij
    word worden wordt z zal ze zelf zet zich zien zij zijn zit zo zonder zou"""
)

# What a compound never begins with here: prefixes, and small words that make verbs (`meedoen`) or adverbs (`daarna`).
_NOT_A_HEAD = _words(
    """aan achter alle ander bed been beter bij binnen boven bui daar door dwars even gelijk goed half hard heel her het hier hoe kapot
    langs laten lei los maat maken mee mis moe neer net omhoog onder ons ont over rond samen tegen terecht terug tijde toe tussen uit van
    vast ver vers vol voor vooraf voort vooruit waar want weer weg wel zich zelf zeven"""
)
_NOT_A_TAIL = _words(
    """aars achten achtig appen baar bare chap chappen daan ding eens eraf erbij eren eringen erkennen erop eruit gebaren gerichte heden heen
    heid ieder iers jongeren kennen kers lende lijk lijke lijken loop maal matig neer nemer nemers raar reef rijk rijkst rijkste ring rouwig
    schap schappen schappelijk schreven sing slab steen steld stellen sten ster stuk teen tien tijd uren uurt willig zelf zelfde"""
)
_SHORT_PARTS = _words("app bus dag eet kar vak arts")


def fold(text: str) -> str:
    """Small letters without accents. The browser's `fold` in assets/search/core.js does exactly the same."""
    plain = unicodedata.normalize("NFD", text.lower())
    return "".join(sign for sign in plain if not unicodedata.category(sign).startswith("M"))


def words(text: str) -> list[str]:
    """The words of a text in small letters, accents and all; one letter alone is no word."""
    return [word for word in re.findall(r"(?:[^\W_][\u0300-\u036f]*)+", unicodedata.normalize("NFC", text.lower())) if len(word) > 1]


@cache
def base(word: str) -> str:
    """The base form, folded: `cliënten` → `client`, `gezocht` → `zoeken`, `dorpsnetwerken` → `dorpsnetwerk`."""
    if is_known(word, lang="nl"):
        return fold(lemmatize(word, lang="nl")).replace("_", "")  # the dictionary writes some verbs as `aan_sluiten`
    # The last part of an unknown compound bends like the word it is.
    for start in range(3, len(word) - 3):
        tail = word[start:]
        if is_known(tail, lang="nl") and is_known(word[:start].removesuffix("s"), lang="nl"):
            return fold(word[:start] + lemmatize(tail, lang="nl"))
    return fold(word)


def parts(word: str, common: Collection[str]) -> tuple[str, ...]:
    """The base forms of the two parts of a compound, or nothing.

    `common` holds the base forms of the words around it: a part that is used by itself as well is most likely a part.
    """
    best: tuple[tuple[int, int], tuple[str, ...]] = ((0, 0), ())
    for start in range(3, len(word) - 2):
        tail = word[start:]
        for head in dict.fromkeys((word[:start], word[:start].removesuffix("s"))):
            found = _part(head, common), _part(tail, common)
            if 0 not in found and head not in _NOT_A_HEAD and tail not in _NOT_A_TAIL and fold(head) not in STOP_WORDS:
                rank = (sum(found), min(len(head), len(tail)))
                if sum(found) > 2 and rank > best[0]:
                    best = rank, (base(head), base(tail))
    return best[1]


def _part(word: str, common: Collection[str]) -> int:
    """How good a word is as a part: 2 when it is used by itself too, 1 when it is in the dictionary, 0 when it is no part."""
    if len(word) < 4 and word not in _SHORT_PARTS:
        return 0
    return 2 if base(word) in common else int(is_known(word, lang="nl"))
