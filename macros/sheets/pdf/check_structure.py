"""The structure tree: all that is painted is in it or is decoration; headings, figures, tables and fields are whole."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Dictionary, Name, Object, Page, Pdf, parse_content_stream

from macros.sheets.pdf.structure import elements, is_element, kids

_PAINTS = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "BI", "ID", "EI"}
_INLINE = "INLINE IMAGE"  # how pikepdf gives BI, ID and EI together
_MARKS = {"BDC", "BMC", "EMC"}


def structure_faults(pdf: Pdf, *, links: bool = False) -> Iterator[str]:
    """Faults in tags and their marks on the pages. `links` says whether this paper may have links."""
    used: set[tuple[int, int]] = set()
    for number, page in enumerate(pdf.pages):
        marks, loose = _marks(page)
        used |= {(number, mark) for mark in marks}
        if loose:
            yield f"page {number + 1} paints {loose} times outside the tags"
    known = set(_known_marks(pdf))
    if used - known:
        yield f"{len(used - known)} marks on the pages are not in the tree"
    if known - used:
        yield f"{len(known - used)} marks in the tree are on no page"
    yield from _headings(pdf)
    for element in elements(pdf):
        if element.S == Name.Figure and not str(element.get("/Alt", "")).strip():
            yield "a figure has no Alt"
        if element.S == Name.Link and not links:
            yield "there is a link on paper"
        if element.S == Name.Form and (len(kids(element)) != 1 or not _is_reference(kids(element)[0])):
            yield "a form element holds more than its field"
        if element.S == Name.Form and not str(element.get("/Alt", "")).strip():
            yield "a form element has no Alt"
        if element.S == Name.Table:
            yield from _table(element)


def _is_reference(kid: Object | int) -> bool:
    return isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR


def _marks(page: Page) -> tuple[set[int], int]:
    """The numbers that a page marks its content with, and how often it paints outside them and outside decoration."""
    found: set[int] = set()
    loose = 0
    inside: list[bool] = []
    for operands, operator in parse_content_stream(page, " ".join(sorted(_PAINTS | _MARKS))):
        name = str(operator)
        if name in ("BDC", "BMC"):
            properties = operands[1] if name == "BDC" else None
            number = properties.get("/MCID") if isinstance(properties, Dictionary) else None
            if number is not None:
                found.add(int(number))
            inside.append(number is not None or str(operands[0]) == "/Artifact")
        elif name == "EMC":
            inside.pop()
        elif (name in _PAINTS or name == _INLINE) and not any(inside):
            loose += 1
    return found, loose


def _known_marks(pdf: Pdf) -> Iterator[tuple[int, int]]:
    """(page, number) of every mark in the tree."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}

    def on(page: Object | None) -> int:
        return -1 if page is None else numbers.get(page.objgen, -1)

    for element in elements(pdf):
        for kid in kids(element):
            if isinstance(kid, int):
                yield on(element.get("/Pg")), kid
            elif isinstance(kid, Dictionary) and kid.get("/Type") == Name.MCR:
                yield on(kid.get("/Pg", element.get("/Pg"))), int(kid.MCID)


def _headings(pdf: Pdf) -> Iterator[str]:
    levels = [int(str(element.S)[2:]) for element in elements(pdf) if str(element.S)[1:] in ("H1", "H2", "H3", "H4", "H5", "H6")]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"there are {levels.count(1)} headings of level 1, or it is not the first"
    if any(later > earlier + 1 for earlier, later in zip(levels, levels[1:], strict=False)):
        yield "a level of heading is skipped"


def _table(table: Object) -> Iterator[str]:
    rows = [row for part in kids(table) if is_element(part) for row in ([part] if part.S == Name.TR else kids(part)) if is_element(row)]
    cells = [[cell for cell in kids(row) if is_element(cell)] for row in rows]
    if len({len(row) for row in cells}) != 1:
        yield "the rows of a table are not equally long"
    if any(row[0].S != Name.TH for row in cells if row):
        yield "a row of a table has no header"
    if any(_scope(cell) not in ("/Row", "/Column", "/Both") for row in cells for cell in row if cell.S == Name.TH):
        yield "a header of a table has no scope"


def _scope(cell: Object) -> str:
    attributes = cell.get("/A", [])
    return next((str(one.Scope) for one in ([attributes] if isinstance(attributes, Dictionary) else attributes) if "/Scope" in one), "")
