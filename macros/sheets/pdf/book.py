"""The whole toolbox as one book to print: contents with page numbers, every item, and links that also work on paper."""

from __future__ import annotations

from macros.sheets.pdf.book_blocks import Data
from macros.sheets.pdf.book_parts import parts
from macros.sheets.pdf.making import make
from macros.sheets.pdf.plain_text import printable
from macros.sheets.pdf.qr_code import stretches
from macros.sheets.pdf.sheet_data import LICENCE, MAKER
from macros.toolbox import Toolbox
from macros.wording import dutch_date

TITLE = f"{MAKER}: het boek"


def book_pdf(toolbox: Toolbox, site_url: str) -> bytes:
    """The book: A4, standing. `site_url` is the address of the site, or empty; then the book names pages in words.

    A page has the number of its place in the file, the cover being 1. The same content gives the same bytes.
    """
    return make("book.typ", book_data(toolbox, site_url))


def book_data(toolbox: Toolbox, site_url: str) -> Data:
    """Everything that stands in the book, in reading order."""
    made = parts(toolbox, site_url)
    items = [item for part in made for group in part["groups"] for item in group["items"]]
    entries = [entry for part in made for entry in part.get("entries", ())]
    return {
        "title": TITLE,
        "maker": MAKER,
        "licence": LICENCE,
        "date": dutch_date(toolbox.newest_review),
        "site": site_url.rstrip("/") + "/" if site_url else "",
        "address": printable(site_url.split("://")[-1].rstrip("/")),
        "qr": stretches(site_url) if site_url else [],
        "phases": [
            {
                "id": phase.id,
                "title": printable(phase.title),
                "question": printable(phase.question),
                "symbol": phase.symbol.value,
                "colour": phase.colour,
            }
            for phase in toolbox["phases"]
        ],
        "conditions": {condition.id: condition.order for condition in toolbox["conditions"]},
        # What a reference may lead to: only what stands in this book.
        "places": {key: True for key in [*(one["key"] for one in [*items, *entries]), *(f"deel/{part['name']}" for part in made)]},
        "parts": made,
        "large": False,
        "fillable": False,
    }
