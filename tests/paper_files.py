"""Every PDF of a toolbox, as the site would make it; shared by the tests of paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from macros.model import Method, Worksheet
from macros.sheets.pdf import answer_cards_pdf, has_score_cards, pack_pdf, papers, poster_pdf, score_cards_pdf, sheet_pdf
from macros.sheets.pdf.check import faults, pack_faults
from macros.toolbox import Toolbox

SITE = "https://toolbox.voorbeeld.nl"


@dataclass(frozen=True)
class PaperFile:
    """One PDF: a name to find it by, its bytes, the item it is made of, and how the checker should look at it."""

    name: str
    data: bytes
    item: Worksheet | Method
    toolbox: Toolbox
    asked: dict[str, Any] = field(default_factory=dict)

    def faults(self) -> list[str]:
        """What the checker finds."""
        if isinstance(self.item, Method):
            return pack_faults(self.data, self.item)
        return faults(self.data, self.item, self.toolbox, **self.asked)

    @property
    def to_fill_in(self) -> bool:
        """Whether it has fields."""
        return isinstance(self.item, Worksheet) and "form" not in self.asked


def address(item: Worksheet | Method) -> str:
    """Where the page of an item would stand."""
    return f"{SITE}/{item.page.removesuffix('.md')}/"


def paper_files(toolbox: Toolbox, address: Callable[[Worksheet | Method], str] = address) -> Iterator[PaperFile]:
    """All PDFs of all worksheets, and the packs of the methods that have worksheets; `address` gives where the page of an item stands."""
    for sheet in toolbox["worksheets"]:
        for paper in papers(sheet):
            data = sheet_pdf(sheet, toolbox, address(sheet), paper=paper)
            yield PaperFile(f"{sheet.id}-{paper}", data, sheet, toolbox, {"paper": paper})
        yield PaperFile(f"{sheet.id}-large", sheet_pdf(sheet, toolbox, address(sheet), large=True), sheet, toolbox, {"large": True})
        if has_score_cards(sheet):
            yield PaperFile(f"{sheet.id}-cards", score_cards_pdf(sheet, toolbox, address(sheet)), sheet, toolbox, {"form": "cards"})
            small = answer_cards_pdf(sheet, toolbox, address(sheet))
            yield PaperFile(f"{sheet.id}-answer-cards", small, sheet, toolbox, {"form": "answer cards"})
        if sheet.sort == "canvas":
            yield PaperFile(f"{sheet.id}-poster", poster_pdf(sheet, toolbox, address(sheet)), sheet, toolbox, {"form": "poster"})
    addresses = {item.key: address(item) for kind in ("worksheets", "methods") for item in toolbox[kind]}
    for method in (one for one in toolbox["methods"] if one.worksheets):
        yield PaperFile(f"{method.id}-pack", pack_pdf(method, toolbox, addresses), method, toolbox)
