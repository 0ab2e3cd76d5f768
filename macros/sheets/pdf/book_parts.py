"""The parts of the book, in order. What stands in a part is laid out by its `form`: whole pages, a row of blocks, a list, or words only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from macros.sheets.pdf.book_blocks import Data, line
from macros.sheets.pdf.book_item import book_item
from macros.sheets.pdf.book_lists import sources, terms
from macros.sheets.pdf.book_size import fitted
from macros.sheets.pdf.book_words import words
from macros.sheets.pdf.plain_text import printable
from macros.toolbox import Toolbox

Columns = dict[str, Callable[[Any], str]]  # the name of a column of the overview, and what stands in it
METHOD: Columns = {"Minuten": lambda one: str(one.minutes), "Mensen": lambda one: str(one.people)}
SHEET: Columns = {"Soort": lambda one: one.sort.label, "Papier": lambda one: one.paper.size.label}
SUMMARY: Columns = {"Waar gaat het om?": lambda one: one.summary}


def parts(toolbox: Toolbox, site_url: str) -> list[Data]:
    """Every part; one without items is left out. `site_url` is the address of the site, or empty."""
    book = _Book(toolbox, site_url)
    made = [
        book.words("gebruik", "Zo gebruik je dit boek"),
        book.one_by_one("fasen", "De vier fasen", "phases", {"De vraag": lambda one: one.question}),
        book.one_by_one("condities", "De vijf condities", "conditions", SUMMARY),
        book.by_phase("tips", "Tips", "tips", {}, form="row"),
        book.by_phase("werkvormen", "Werkvormen", "methods", METHOD, spread=True),
        book.by_phase("werkbladen", "Werkbladen", "worksheets", SHEET),
        book.by_phase("praktijkvoorbeelden", "Praktijkvoorbeelden", "examples", {"Waar": lambda one: one.place}),
        book.one_by_one("vastgelopen", "Vastgelopen?", "signals", {}, form="row"),
        book.one_by_one("voor-wie", "Voor wie?", "routes", SUMMARY),
        book.words("begrippen", "Begrippen", form="entries", entries=terms(toolbox)),
        book.words("bronnen", "Bronnen", form="entries", entries=sources(toolbox)),
        book.words("over", "Over deze toolbox"),
    ]
    return [part for part in made if part["form"] == "words" or part["entries"] or part["groups"]]


class _Book:
    """Makes parts of one toolbox. What every part has: its own words, groups of items, columns for their overview, and entries."""

    def __init__(self, toolbox: Toolbox, site_url: str) -> None:
        self._toolbox, self._site_url = toolbox, site_url

    def words(self, name: str, title: str, form: str = "words", **more: Any) -> Data:
        """A part that only says something, unless there is more. `spread`: two pages that lie beside each other."""
        intro, sections = words(title)
        nothing: Data = {"groups": [], "columns": [], "entries": [], "spread": False}
        return {"name": name, "title": title, "form": form, "intro": intro, "sections": sections} | nothing | more

    def one_by_one(self, name: str, title: str, folder: str, columns: Columns, form: str = "pages") -> Data:
        """All items of a kind after each other."""
        group = self._group("", "", self._toolbox[folder], columns, 3)
        return self.words(name, title, form, columns=list(columns), groups=[group] if group["items"] else [])

    def by_phase(self, name: str, title: str, folder: str, columns: Columns, form: str = "pages", spread: bool = False) -> Data:
        """The items of a kind under a heading for each phase; an item stands with the first of its phases."""
        groups = []
        for phase in self._toolbox["phases"]:
            items = [item for item in self._toolbox[folder] if self._toolbox.first_phase(item) == phase]
            if items:
                groups.append(self._group(phase.id, f"{title} bij {phase.title.lower()}", items, columns, 2 if spread else 3))
        return self.words(name, title, form, columns=list(columns), groups=groups, spread=spread)

    def _group(self, phase: str, title: str, items: Any, columns: Columns, most_pages: int) -> Data:
        """Items under one heading. Each has its row for the overview at the start of the part."""
        made = []
        for item in items:
            row = [[line(text(item))] for text in columns.values()]
            made.append(fitted(book_item(item, self._toolbox, self._site_url), most_pages) | {"row": row})
        return {"phase": phase, "title": printable(title), "items": made}
