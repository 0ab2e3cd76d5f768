"""Placeholder links `field:<id>` → AcroForm fields. Place, order of reading and tags are already there; nothing moves.

A template draws each field as an empty link. Here the link annotation becomes a widget and its structure element a Form.
An id with dots (`actielijst.2.wie`) becomes a field in a field in a field, because a name of one may hold no dot.
PDF 1.7 (ISO 32000-1), 12.7; PDF/UA-1 (ISO 14289-1), 7.18.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, NumberTree, Object, Pdf, String

from macros.sheets.pdf.field_font import FIELD_FONT, add_field_font
from macros.sheets.pdf.field_look import Looks
from macros.sheets.questions import Question

LINK = "field:"
PRINT = 4
MULTILINE, RADIO = 1 << 12, 1 << 15


class FormError(ValueError):
    """The fields on the paper are not the questions of the worksheet."""


def add_fields(pdf: Pdf, questions: Iterable[Question], text_size: float) -> None:
    """Turn every placeholder link of `pdf` into a field of `questions`; typed text is `text_size` points high.

    Raises FormError when a question has no place, a place no question, or one stands in another order.
    """
    asked = {question.id: question for question in questions}
    form = _Form(pdf, asked, text_size)
    elements = NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    for page, annotation, target in _placeholders(pdf):
        form.add(page, annotation, elements[int(annotation.StructParent)], *target.partition("=")[::2])
    wanted = [(one.id, value) for one in asked.values() for value in ([option.value for option in one.options] or [""])]
    if form.seen != wanted:
        raise FormError(
            f"The paper has other fields than the worksheet asks for: {sorted(set(form.seen) ^ set(wanted))[:5] or 'the order'}"
        )
    pdf.Root.AcroForm = pdf.make_indirect(
        Dictionary(
            Fields=Array(form.top),
            DR=Dictionary(Font=Dictionary({str(FIELD_FONT): add_field_font(pdf)})),
            DA=String(f"{FIELD_FONT} {text_size:g} Tf 0 g"),
        )
    )


def _placeholders(pdf: Pdf) -> Iterator[tuple[Object, Object, str]]:
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", []):
            target = str(annotation.A.URI)
            if target.startswith(LINK):
                yield page.obj, annotation, target.removeprefix(LINK)


class _Form:
    """The tree of fields while it grows. `seen` lists (id, value) in the order of the pages; the value of a text is empty."""

    def __init__(self, pdf: Pdf, asked: dict[str, Question], text_size: float) -> None:
        self._pdf, self._asked, self._text_size = pdf, asked, text_size
        self._looks = Looks(pdf)
        self._groups: dict[str, Object] = {}
        self.top: list[Object] = []
        self.seen: list[tuple[str, str]] = []

    def add(self, page: Object, widget: Object, element: Object, key: str, value: str) -> None:
        """Make one placeholder the widget of the question `key`, or of its answer `value`."""
        question = self._asked.get(key)
        if question is None or (bool(value) != bool(question.options)):
            raise FormError(f"No question of the worksheet is called {key!r}")
        self.seen.append((key, value))
        name = question.label
        if value:
            name += ": " + next(option.label for option in question.options if option.value == value)
        for leftover in ("/A", "/Border", "/Contents"):
            if leftover in widget:
                del widget[leftover]
        widget.Subtype, widget.F, widget.P, widget.TU = Name.Widget, PRINT, page, String(name)
        left, bottom, right, top = (float(side) for side in widget.Rect)
        if question.kind == "one":
            self._radio(widget, question, value, right - left)
        elif question.kind == "several":
            self._check_box(widget, question, value, right - left)
        else:
            self._text(widget, question, right - left, top - bottom)
        _make_form_element(element, name)

    def _text(self, widget: Object, question: Question, width: float, height: float) -> None:
        widget.FT, widget.V = Name.Tx, String("")
        # A cell of a table is one line to fill in, but people write more in it than fits on one.
        if question.lines > 1 or "." in question.id:
            widget.Ff = MULTILINE
        widget.DA = String(f"{FIELD_FONT} {self._text_size:g} Tf 0.05 0.1 0.2 rg")
        widget.AP = Dictionary(N=self._looks.empty(width, height))
        widget.BS = Dictionary(W=2, S=Name.S)  # no line, for it has no colour: room between the box on the page and the text
        self._hang(widget, _path(question))

    def _radio(self, widget: Object, question: Question, value: str, size: float) -> None:
        group = self._groups.get(question.id)
        if group is None:
            # Without NoToggleToOff: a choice can be taken back.
            group = Dictionary(FT=Name.Btn, Ff=RADIO, TU=String(question.label), V=Name.Off, Kids=Array())
            group = self._groups[question.id] = self._pdf.make_indirect(group)
            self._hang(group, _path(question))
        widget.AP = Dictionary(N=Dictionary({f"/{value}": self._looks.dot(size), "/Off": self._looks.off(size)}))
        widget.AS, widget.Parent = Name.Off, group
        group.Kids.append(widget)

    def _check_box(self, widget: Object, question: Question, value: str, size: float) -> None:
        widget.FT, widget.V, widget.AS = Name.Btn, Name.Off, Name.Off
        widget.AP = Dictionary(N=Dictionary({f"/{value}": self._looks.cross(size), "/Off": self._looks.off(size)}))
        self._hang(widget, [*_path(question), (value, "")])

    def _hang(self, field: Object, path: list[tuple[str, str]]) -> None:
        """Put a field in its place: under its parents, which are made when they are not there yet."""
        *above, (field.T, _) = path
        if not above:
            self.top.append(field)
            return
        key = ".".join(name for name, _ in above)
        if key not in self._groups:
            self._groups[key] = self._pdf.make_indirect(Dictionary(TU=String(above[-1][1]), Kids=Array()))
            self._hang(self._groups[key], above)
        field.Parent = self._groups[key]
        field.Parent.Kids.append(field)


def _path(question: Question) -> list[tuple[str, str]]:
    """The names of the fields from the outermost to the question itself, each with what it is called."""
    if "." not in question.id:
        return [(question.id, question.label)]
    table, row, column = question.id.split(".")
    called = question.label.rpartition(f", rij {row}, ")[0]
    return [(table, called), (row, f"{called}, rij {row}"), (column, question.label)]


def _make_form_element(element: Object, name: str) -> None:
    """Make the structure element of a link that of a form field, with its name also as Alt: some viewers read only that."""
    content: Any = element.K
    parts = list(content) if isinstance(content, Array) else [content]
    if len(parts) != 1 or parts[0].get("/Type") != Name.OBJR:
        raise FormError(f"The place of {name!r} is not empty")
    element.S, element.K, element.Alt = Name.Form, parts[0], String(name)
