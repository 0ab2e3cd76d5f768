"""Toolbox and pages → assets/search/index.js: all that the search in the browser knows, in as few bytes as we can.

The format is read by docs/assets/search/core.js:

- `stop`: words that are not looked for;
- `kinds`: of each kind its name, and what stands before and behind an id in an address;
- `phases`: of each phase its id, name and sign;
- `docs`: for each document its id (0 when it follows from the title), kind and phases (places in those lists);
- `titles`, `summaries`, `shown`, `words`: of all documents, one to a line (the shown texts with tabs between, the words with bars).
  Like beside like costs an eighth fewer bytes, once compressed, than document after document;
- `rest`: for each base form that tells what the other texts are about, the documents that say it (see `_rest` and `_coded`);
- `common`: the base forms that are in so many documents that `rest` leaves them out;
- `forms`: for each word its base form (how many letters go and what comes instead), and for a compound its parts;
- `synonyms`: on each line a word of the site and what people type for it, with bars between.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable
from importlib.metadata import version
from os.path import commonprefix
from pathlib import Path

from macros.file_cache import cached
from macros.search.documents import Document, documents, page_documents
from macros.search.words import STOP_WORDS, base, fold, parts, words
from macros.toolbox import Toolbox

INDEX = "assets/search/index.js"
_COMMON = 0.02  # a word in more than this part of the documents tells nothing apart
_SEPARATOR = "!"


def search_index(toolbox: Toolbox, docs: Path) -> str:
    """The text of the index; `docs` is the folder with the hand-written pages."""
    found = [*documents(toolbox), *page_documents(docs)]
    synonyms = [(one.term, one.words) for one in toolbox["synonyms"]]
    phases = [[one.id, one.title, one.symbol.label] for one in toolbox["phases"]]
    key = ("search index", json.dumps([repr(found), synonyms, phases]), version("simplemma"), *_own_code())
    return cached(key, lambda: index_text(found, synonyms, phases).encode()).decode()


def _own_code() -> list[str]:
    return [(Path(__file__).parent / f"{name}.py").read_text(encoding="utf-8") for name in ("words", "index")]


def index_text(found: list[Document], synonyms: list[tuple[str, tuple[str, ...]]], phases: list[list[str]]) -> str:
    """The index of these documents; `synonyms` as (term, what is typed), `phases` as (id, name, sign)."""
    kinds = list(dict.fromkeys((one.kind, *_around(one.address)) for one in found))
    numbers = {phase[0]: str(number) for number, phase in enumerate(phases)}
    rows = [
        [
            0 if _id(one.address) == _slug(one.title) else _id(one.address),
            kinds.index((one.kind, *_around(one.address))),
            "".join(numbers[phase] for phase in one.phases),
        ]
        for one in found
    ]
    rest, common = _rest(found, {base(word) for term, _ in synonyms for word in words(term)})
    index = {
        "stop": " ".join(sorted(STOP_WORDS)),
        "kinds": kinds,
        "phases": phases,
        "docs": rows,
        "titles": "\n".join(one.title for one in found),
        "summaries": "\n".join(one.summary for one in found),
        "shown": "\n".join("\t".join(one.shown) for one in found),
        "words": "\n".join("|".join(one.words) for one in found),
        "synonyms": "\n".join("|".join((term, *typed)) for term, typed in synonyms),
        "rest": _SEPARATOR.join(f"{form} {_coded(places)}" for form, places in rest.items()),
        "common": " ".join(common),
        "forms": _forms(found),
    }
    return f"self.toolboxIndex={json.dumps(index, ensure_ascii=False, separators=(',', ':'))};\n"


def _around(address: str) -> tuple[str, str]:
    """What stands before and behind the id in an address: `tips/begin-klein/` → `tips/`, `/`."""
    before, _, after = address.rpartition(_id(address)) if address else ("", "", "")
    return before, after


def _id(address: str) -> str:
    """The id of an item; nothing for the home page."""
    return re.split(r"[/#]", address.strip("/"))[-1]


def _slug(title: str) -> str:
    """A title as an id, exactly as core.js makes it."""
    return re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-")


def _read(one: Document) -> str:
    """What stands in the index as it is."""
    return " ".join((one.title, one.summary, *one.words, *one.shown))


def _rest(found: list[Document], asked: Collection[str]) -> tuple[dict[str, list[int]], list[str]]:
    """The words that the other texts say: their base forms with the documents in which they stand, and those that are too common.

    A word that a text says once or twice is seldom what it is about, and such words would take a tenth of all bytes: without them,
    the judged queries find as much. They are left out, but for those in `asked`: what synonyms stand for must be found.
    """
    places: dict[str, list[int]] = {}
    for number, one in enumerate(found):
        known = {base(word) for word in words(_read(one))} | STOP_WORDS
        said = Counter(base(word) for word in words(one.rest) if not word.isdigit())
        for form in sorted(form for form, times in said.items() if (times > 2 or form in asked) and form not in known):
            places.setdefault(form, []).append(number)
    limit = max(2, len(found) * _COMMON)
    rare = {form: numbers for form, numbers in sorted(places.items()) if len(numbers) < limit}
    return rare, sorted(places.keys() - rare.keys())


def _coded(numbers: Iterable[int]) -> str:
    """Rising numbers as signs: the gap to the one before, as `#` … `[` for 0 … 56, after signs from `]` on for each 57 more."""
    coded, last = "", 0
    for number in numbers:
        gap, last = number - last, number
        while gap > 56:
            many = min(gap // 57, 33)
            coded, gap = coded + chr(93 + many), gap - many * 57
        coded += chr(35 + gap)
    return coded


def _forms(found: list[Document]) -> str:
    """`word base part part` for every word that is not its own base form or is a compound."""
    shown = {word for one in found for word in words(_read(one))}
    common = {base(word) for word in shown} - STOP_WORDS
    lines: dict[str, str] = {}
    for word in sorted(shown):
        pieces = parts(word, common) if len(word) > 6 else ()
        if fold(word) not in STOP_WORDS and (pieces or base(word) != fold(word)):
            same = len(commonprefix((fold(word), base(word))))
            bent = f"{len(fold(word)) - same}{base(word)[same:]}"
            lines[fold(word)] = " ".join((fold(word), bent, *pieces))
    return _SEPARATOR.join(lines.values())
