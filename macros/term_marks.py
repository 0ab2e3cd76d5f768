"""The first use of each term of the glossary on a page: a link to its explanation, and a list of these words for on paper.

A word is found as it stands in the glossary (`title`, `also`, `forms`), never inside another word, never on the page that is about it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from macros.model import Term
from macros.model.fields import Prose
from macros.reading_text import ReadingText
from macros.render import Renderer
from macros.toolbox import Toolbox
from macros.walk import marked

MOST = 8  # on one page, the rarest first: more would make a text restless
GLOSSARY = "begrippen/index.md"
SCRIPT = "assets/terms.js"
LISTS = frozenset({GLOSSARY, "bronnen/index.md", "zoeken/index.md"})  # pages that list everything are no reading text

# A compound is one word: `GGD-arts`, `pgb's`.
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


@dataclass(frozen=True)
class Use:
    """A term in a text, from `start` to `end`."""

    term: Term
    start: int
    end: int


class TermMarks:
    """Marks the terms of a toolbox's glossary in pages."""

    def __init__(self, toolbox: Toolbox) -> None:
        self._renderer = Renderer(toolbox)
        self._by_first_word: dict[str, list[tuple[tuple[str, ...], str, Term]]] = {}
        for term in toolbox["glossary"]:
            for wording in wordings(term):
                if words := tuple(word.casefold() for word in _WORD.findall(wording)):
                    self._by_first_word.setdefault(words[0], []).append((words, wording, term))
        for found in self._by_first_word.values():
            found.sort(key=lambda one: -len(one[0]))  # the longest first
        self._used = Counter(
            term_id
            for folder, entries in toolbox.kinds.items()
            if folder != "glossary"
            for entry in entries.values()
            for term_id in {
                use.term.id for _, text, _ in marked(type(entry), entry.model_dump(by_alias=True), Prose) for use in self.uses(text)
            }
        )

    def uses(self, text: str) -> Iterator[Use]:
        """Every term in a text without tags, in order; none lies within another."""
        words = list(_WORD.finditer(text))
        place = 0
        while place < len(words):
            found = next(self._at(words, place, text), None)
            if found:
                yield found[1]
            place += found[0] if found else 1

    def in_page(self, html: str, glossary: str, script: str) -> str:
        """The HTML of a page with its terms marked; the same HTML when it has none.

        `glossary` and `script` are the addresses, seen from the page, of the glossary and of the script that shows explanations.
        """
        page = ReadingText(html)
        about = {_folded(text) for text in page.about}
        first: dict[str, Use] = {}
        for run in page.runs:
            for use in self.uses(run.text):
                if not about & {_folded(wording) for wording in wordings(use.term)}:
                    first.setdefault(use.term.id, Use(use.term, run.start + use.start, run.start + use.end))
        rarest = sorted(first.values(), key=lambda use: (self._used[use.term.id], use.start))[:MOST]
        shown = sorted(rarest, key=lambda use: use.start)
        if not shown:
            return html
        parts, done = [], 0
        for use in shown:
            link = self._part("term_link", term=use.term, text=html[use.start : use.end], glossary=glossary)
            parts += [html[done : use.start], link]
            done = use.end
        by_name = sorted((use.term for use in shown), key=lambda term: _folded(term.title))
        return "".join([*parts, html[done:], "\n", self._part("term_list", terms=by_name, script=script)])

    def _at(self, words: list[re.Match[str]], place: int, text: str) -> Iterator[tuple[int, Use]]:
        """The terms that start at a word, the longest first, each with its number of words."""
        for wanted, wording, term in self._by_first_word.get(words[place][0].casefold(), ()):
            there = words[place : place + len(wanted)]
            if tuple(word[0].casefold() for word in there) != wanted:
                continue
            start, end = there[0].start(), there[-1].end()
            spaced = all(not text[one.end() : next_.start()].strip() for one, next_ in zip(there, there[1:], strict=False))
            if spaced and _stands_alone(text, start, end) and (not _is_abbreviation(wording) or text[start:end] == wording):
                yield len(wanted), Use(term, start, end)

    def _part(self, name: str, **values: object) -> str:
        return self._renderer.render(f"parts/{name}.html.jinja", "", **values).rstrip("\n")


def wordings(term: Term) -> tuple[str, ...]:
    """All ways to write a term."""
    return (term.title, *term.also, *term.forms)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _stands_alone(text: str, start: int, end: int) -> bool:
    """No part of a compound that was cut (`zorg- en welzijnswerk`), and no label (`Werkvorm: De kaart`)."""
    return text[end : end + 1] != "-" and text[start - 1 : start] != "-" and not text[end:].lstrip().startswith(":")


def _is_abbreviation(wording: str) -> bool:
    """Written in capitals: `ROS` is no `ros`."""
    return len(wording) > 1 and wording.isupper()
