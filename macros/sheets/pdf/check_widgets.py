"""The widgets: where fields stand on the pages, whether they print, and their order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from pikepdf import Dictionary, Name, NumberTree, Object, Pdf

from macros.sheets.pdf.structure import elements, kids
from macros.sheets.questions import Question

LEAST_SIDE = 12  # points
PRINT, HIDDEN, NO_VIEW = 4, 2, 32


def wanted_widgets(asked: list[Question]) -> list[tuple[str, str]]:
    """(full name of the field, value) of every widget that the questions ask for, in order. A text has no value."""
    found = []
    for one in asked:
        if one.kind == "several":
            found += [(f"{one.id}.{option.value}", option.value) for option in one.options]
        else:
            found += [(one.id, option.value) for option in one.options] or [(one.id, "")]
    return found


def widget_faults(pdf: Pdf, asked: list[Question]) -> Iterator[str]:
    """Faults in the annotations, and in their order: tree, pages and questions must be the same row."""
    on_pages: list[Object] = []
    parents = NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    for number, page in enumerate(pdf.pages, 1):
        annotations = list(page.obj.get("/Annots", []))
        on_pages += annotations
        if annotations and page.obj.get("/Tabs") != Name.S:
            yield f"page {number} does not follow the tags when you press Tab"
        for one in annotations:
            yield from _place(one, page.obj, f"page {number}: {full_name(one)}")
            yield from _tag(one, parents)
        boxes = [[float(side) for side in one.Rect] for one in annotations]
        if any(_overlap(one, other) for one, other in combinations(boxes, 2)):
            yield f"fields overlap on page {number}"
    names = [(full_name(one), value_of(one)) for one in on_pages if one.get("/Subtype") == Name.Widget]
    if names != wanted_widgets(asked):
        yield f"the fields on the pages are not the questions in their order: {len(names)} fields"
    in_tree = [kid.Obj.objgen for element in elements(pdf) for kid in kids(element) if _reference(kid)]
    if in_tree != [one.objgen for one in on_pages]:
        yield "the tree has the fields in another order than the pages"


def full_name(widget: Object) -> str:
    """The name of a field with those of the fields it stands in: `actielijst.2.wie`."""
    parts = []
    while widget is not None:
        parts.append(str(widget.T)) if "/T" in widget else None
        widget = widget.get("/Parent")
    return ".".join(reversed(parts))


def value_of(widget: Object) -> str:
    """What a circle or a square stands for; empty for a text field."""
    states = widget.get("/AP", {}).get("/N", {})
    return next((name[1:] for name in states if name != "/Off"), "") if isinstance(states, Dictionary) else ""


def _reference(kid: Object | int) -> bool:
    return isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR


def _place(widget: Object, page: Object, name: str) -> Iterator[str]:
    if widget.get("/Subtype") != Name.Widget:
        yield f"{name}: an annotation is no field"
    flags = int(widget.get("/F", 0))
    if not flags & PRINT or flags & (HIDDEN | NO_VIEW):
        yield f"{name} is not printed or not shown"
    if "/P" not in widget or widget.P.objgen != page.objgen:
        yield f"{name} says that it stands on another page"
    left, bottom, right, top = (float(side) for side in widget.Rect)
    across, along = (float(side) for side in page.MediaBox[2:])
    if not (0 <= left < right <= across and 0 <= bottom < top <= along):
        yield f"{name} stands outside the page or is upside down"
    elif min(right - left, top - bottom) < LEAST_SIDE:
        yield f"{name} is smaller than {LEAST_SIDE} points"


def _tag(widget: Object, parents: NumberTree) -> Iterator[str]:
    key = widget.get("/StructParent")
    element = parents.get(int(key)) if key is not None else None
    if element is None or element.get("/S") != Name.Form:
        yield f"{full_name(widget)} is not tagged as a form field"
    elif not any(_reference(kid) and kid.Obj.objgen == widget.objgen for kid in kids(element)):
        yield f"the tag of {full_name(widget)} belongs to another field"


def _overlap(one: list[float], other: list[float]) -> bool:
    return min(one[2], other[2]) - max(one[0], other[0]) > 0.01 and min(one[3], other[3]) - max(one[1], other[1]) > 0.01
