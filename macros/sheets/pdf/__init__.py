"""Worksheets and methods on paper: tagged PDFs (PDF/UA-1), the same bytes every time.

Every function gives the bytes of one file. `page_url` is the whole address of the item's page, or empty when the site has none;
then the paper says where to look instead of showing a QR code. Nothing reads a clock, a network or a font of the machine.
Raises typst.TypstError or FormError when a file would not be accessible or would miss a field.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from macros.model import Method, Phase, Worksheet
from macros.model.worksheet_fields import ScaleField
from macros.sheets.pdf.book import book_pdf
from macros.sheets.pdf.deck_data import deck_data
from macros.sheets.pdf.deck_order import backs_after_fronts
from macros.sheets.pdf.form_fields import FormError
from macros.sheets.pdf.making import make
from macros.sheets.pdf.method_data import method_data
from macros.sheets.pdf.sheet_data import sheet_data
from macros.sheets.questions import questions
from macros.toolbox import Toolbox

Paper = Literal["A4", "A3"]

__all__ = [
    "FormError",
    "Paper",
    "answer_cards_pdf",
    "book_pdf",
    "deck_pdf",
    "has_score_cards",
    "pack_pdf",
    "papers",
    "poster_pdf",
    "score_cards_pdf",
    "sheet_pdf",
]


def papers(sheet: Worksheet) -> tuple[Paper, ...]:
    """The sizes of paper that a worksheet is made on. A canvas gains by a large one; else the sheet must ask for it."""
    return ("A4", "A3") if sheet.sort == "canvas" or sheet.paper.size == "A3" else ("A4",)


def has_score_cards(sheet: Worksheet) -> bool:
    """Whether people score statements on this sheet, each alone."""
    return any(isinstance(field, ScaleField) for part in sheet.parts for field in part.fields)


def sheet_pdf(sheet: Worksheet, toolbox: Toolbox, page_url: str, *, paper: Paper = "A4", large: bool = False) -> bytes:
    """A worksheet to fill in, on screen or on paper.

    The parts of a canvas stand side by side, from right to left when the worksheet says so. Everything else runs from top to
    bottom, and so does large print (letters of 18 points), on A4. A paper that is not in `papers` raises ValueError.
    """
    if paper not in papers(sheet) or (large and paper != "A4"):
        raise ValueError(f"{sheet.key} is not made on {paper}{' in large print' if large else ''}.")
    data = {"sheet": sheet_data(sheet, toolbox, page_url), "paper": paper.lower(), "large": large, "fillable": True}
    return make("sheet.typ", data, tuple(questions(sheet, toolbox)), 16 if large else 10)


def score_cards_pdf(sheet: Worksheet, toolbox: Toolbox, page_url: str) -> bytes:
    """Eight equal cards with all statements of a scan, to cut out and fill in without a name.

    Four on a page when the statements then fit in letters of 8 points or more, else two, else one.
    Raises ValueError when there is nothing to score.
    """
    if not has_score_cards(sheet):
        raise ValueError(f"{sheet.key} has no statements to score.")
    return make("score_cards.typ", {"sheet": sheet_data(sheet, toolbox, page_url), "large": False, "fillable": False})


def answer_cards_pdf(sheet: Worksheet, toolbox: Toolbox, page_url: str) -> bytes:
    """The small score cards: eight on a page, with the numbers of the statements only, and before them the statements to read aloud.

    Four on a page when there are so many statements that eight would not be legible. Raises ValueError when there is nothing to score.
    """
    if not has_score_cards(sheet):
        raise ValueError(f"{sheet.key} has no statements to score.")
    return make("answer_cards.typ", {"sheet": sheet_data(sheet, toolbox, page_url), "large": False, "fillable": False})


def poster_pdf(sheet: Worksheet, toolbox: Toolbox, page_url: str) -> bytes:
    """An empty canvas on A3, lying: titles, a line of help, and room. Raises ValueError for what is no canvas."""
    if sheet.sort != "canvas":
        raise ValueError(f"{sheet.key} is no canvas.")
    return make("poster.typ", {"sheet": sheet_data(sheet, toolbox, page_url), "large": False, "fillable": False})


def pack_pdf(method: Method, toolbox: Toolbox, page_urls: Mapping[str, str]) -> bytes:
    """A method on two pages, then its worksheets and their score cards, all on A4 to print.

    `page_urls` gives the address of each item by its key, such as `worksheets/dagboek`; what is not in it gets no QR code.
    """
    sheets = toolbox.pick("worksheets", method.worksheets)
    data = {
        "method": method_data(method, toolbox, page_urls.get(method.key, "")),
        "sheets": [sheet_data(one, toolbox, page_urls.get(one.key, "")) | {"cards": has_score_cards(one)} for one in sheets],
        "large": False,
        "fillable": False,
    }
    return make("pack.typ", data)


def deck_pdf(toolbox: Toolbox, page_urls: Mapping[str, str], phase: Phase | None = None) -> bytes:
    """All tips and methods, or those of one phase, as cards of A6 to print on two sides: four on an A4, fronts and then their backs.

    `page_urls` gives the address of each item by its key; what is not in it gets no QR code.
    """
    return make("deck.typ", deck_data(toolbox, page_urls, phase), finish=backs_after_fronts)
