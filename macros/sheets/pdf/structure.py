"""The structure tree of a PDF: what a screen reader reads, and in which order."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf


def kids(element: Object) -> list[Object | int]:
    """What an element holds, in order: elements, marks on a page (a number), references to annotations."""
    content = element.get("/K")
    if content is None:
        return []
    return list(content) if isinstance(content, Array) else [content]


def is_element(kid: Object | int) -> bool:
    """Whether this is a structure element."""
    return isinstance(kid, Dictionary) and "/S" in kid


def elements(pdf: Pdf) -> Iterator[Object]:
    """Every structure element, in reading order."""

    def below(element: Object) -> Iterator[Object]:
        for kid in kids(element):
            if is_element(kid):
                yield kid
                yield from below(kid)

    yield from below(pdf.Root.StructTreeRoot)


def add_row_headers(pdf: Pdf) -> None:
    """Make the first cell of each row the header of its row; Typst marks the headers of columns only.

    The lists of header ids go: scopes say the same, and the lists would leave out the rows.
    """
    in_head = False
    for element in elements(pdf):
        if element.S in (Name.THead, Name.TBody):
            in_head = element.S == Name.THead
        elif element.S == Name.TR:
            for place, cell in enumerate(kids(element)):
                if in_head or place == 0:
                    cell.S = Name.TH
                    cell.A = Dictionary(O=Name.Table, Scope=Name.Column if in_head else Name.Row)
                elif "/A" in cell:
                    del cell.A
