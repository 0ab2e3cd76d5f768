"""What is wrong with a finished PDF. It reads the file as a stranger would, and knows nothing of how it was made.

The rules are those of PDF/UA-1 (ISO 14289-1, as in the Matterhorn Protocol 1.1) that a machine can see, and some of our own.
"""

from __future__ import annotations

import io
from typing import Literal

import pikepdf

from macros.model import Method, Worksheet
from macros.sheets.pdf.check_document import document_faults
from macros.sheets.pdf.check_fields import field_faults
from macros.sheets.pdf.check_fonts import font_faults
from macros.sheets.pdf.check_structure import structure_faults
from macros.sheets.pdf.check_widgets import widget_faults
from macros.sheets.questions import Question, questions
from macros.toolbox import Toolbox

MOST_BYTES = 200 * 1024
Size = tuple[int, int]
SIZES = {"A4": (595, 842), "A3": (842, 1191)}  # points, rounded
PREFIX = {"sheet": "", "cards": "Scorekaarten: ", "answer cards": "Antwoordkaartjes: ", "poster": "Poster: "}


def faults(
    pdf: bytes,
    sheet: Worksheet,
    toolbox: Toolbox,
    *,
    paper: Literal["A4", "A3"] = "A4",
    large: bool = False,
    form: Literal["sheet", "cards", "answer cards", "poster"] = "sheet",
    most_pages: int | None = None,
) -> list[str]:
    """Every fault of a worksheet's PDF, of its score cards, its answer cards or its poster; empty when it is good.

    A poster has one page, a canvas on A3 at most two, everything else `most_pages` or 40.
    """
    size = SIZES["A3" if form == "poster" else paper]
    lying = form == "poster" or (form == "sheet" and sheet.paper.orientation == "landscape" and not large)
    asked = questions(sheet, toolbox) if form == "sheet" else []
    most = most_pages or (1 if form == "poster" else 2 if paper == "A3" and sheet.sort == "canvas" else 40)
    return _faults(pdf, PREFIX[form] + sheet.title, {size[::-1] if lying else size}, most, asked)


def pack_faults(pdf: bytes, method: Method) -> list[str]:
    """Every fault of a method's pack; its pages stand and lie."""
    return _faults(pdf, "Pakket: " + method.title, {SIZES["A4"], SIZES["A4"][::-1]}, 40, [])


def deck_faults(pdf: bytes, title: str, most_pages: int) -> list[str]:
    """Every fault of a deck of cards; a page of it, with four codes, may take 10 KB."""
    return _faults(pdf, title, {SIZES["A4"]}, most_pages, [], MOST_BYTES + most_pages * 10 * 1024)


def _faults(data: bytes, title: str, sizes: set[Size], most_pages: int, asked: list[Question], most_bytes: int = MOST_BYTES) -> list[str]:
    found = [] if len(data) <= most_bytes else [f"the file is {len(data) // 1024} KB"]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        try:
            found += [f"syntax: {problem}" for problem in pdf.check_pdf_syntax()]
        except pikepdf.PdfError as problem:
            return [*found, f"syntax: {problem}"]
        found += document_faults(pdf, title, sizes, most_pages)
        found += font_faults(pdf)
        if "/StructTreeRoot" not in pdf.Root or "/ParentTree" not in pdf.Root.StructTreeRoot:
            return [*found, "there is no structure tree"]
        found += structure_faults(pdf)
        found += widget_faults(pdf, asked)
        found += field_faults(pdf, asked)
    return found
