"""What is wrong with a finished book. Like `check`, it reads the file as a stranger would; here links belong on the paper."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Dictionary, Name, NameTree, NumberTree, Object, Pdf, String

from macros.sheets.pdf.check import SIZES
from macros.sheets.pdf.check_document import document_faults
from macros.sheets.pdf.check_fonts import font_faults
from macros.sheets.pdf.check_structure import structure_faults
from macros.sheets.pdf.structure import kids

MOST_PAGES, MOST_BYTES = 600, 15 * 1024  # of the book, and of a page
PRINT = 4


def book_faults(data: bytes, title: str) -> list[str]:
    """Every fault of the book with this title; empty when it is good."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = [f"syntax: {problem}" for problem in pdf.check_pdf_syntax()]
        found += document_faults(pdf, title, {SIZES["A4"]}, MOST_PAGES)
        found += font_faults(pdf)
        found += structure_faults(pdf, links=True)
        found += _link_faults(pdf)
        if len(data) > MOST_BYTES * len(pdf.pages):
            found.append(f"the file is {len(data) // 1024} KB")
        if "/AcroForm" in pdf.Root:
            found.append("there is a form in the book")
        if "/Outlines" not in pdf.Root:
            found.append("there are no bookmarks")
    return found


def _link_faults(pdf: Pdf) -> Iterator[str]:
    parents = NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    places = set(NameTree(pdf.Root.Names.Dests).keys()) if "/Dests" in pdf.Root.get("/Names", {}) else set()
    numbers = {page.obj.objgen for page in pdf.pages}
    for number, page in enumerate(pdf.pages, 1):
        links = list(page.obj.get("/Annots", []))
        if links and page.obj.get("/Tabs") != Name.S:
            yield f"page {number} does not follow the tags when you press Tab"
        across, along = (float(side) for side in page.obj.MediaBox[2:])
        for link in links:
            name = f"page {number}: {link.get('/Contents', 'a link without a name')}"
            if link.get("/Subtype") != Name.Link or not int(link.get("/F", 0)) & PRINT:
                yield f"{name} is no link, or is not printed"
            if not str(link.get("/Contents", "")).strip():
                yield f"{name}: nothing to hear"
            left, bottom, right, top = (float(side) for side in link.Rect)
            if not (0 <= left < right <= across and 0 <= bottom < top <= along):
                yield f"{name} stands outside the page or is upside down"
            if not _is_tagged(link, parents):
                yield f"{name} is not tagged as a link"
            if not _leads_somewhere(link, places, numbers):
                yield f"{name} leads nowhere"


def _is_tagged(link: Object, parents: NumberTree) -> bool:
    key = link.get("/StructParent")
    element = parents.get(int(key)) if key is not None else None
    if element is None or element.get("/S") != Name.Link:
        return False
    return any(isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR and kid.Obj.objgen == link.objgen for kid in kids(element))


def _leads_somewhere(link: Object, places: set[str], pages: set[tuple[int, int]]) -> bool:
    """To a web address, to a named place, or to a page of this file."""
    if "/A" in link:
        return link.A.get("/S") == Name.URI and str(link.A.URI).startswith("https://")
    to = link.get("/Dest")
    if isinstance(to, String):
        return str(to) in places
    return to is not None and to[0].objgen in pages
