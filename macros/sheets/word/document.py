"""From a worksheet to the parts of a Word file. The folder templates/ is such a file, unzipped."""

from __future__ import annotations

import io
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import segno
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.model.worksheet import SheetPart, Worksheet
from macros.model.worksheet_fields import AnyField
from macros.sheets.questions import Option, Question, field_questions
from macros.sheets.word import controls, layout, paper
from macros.sheets.word.links import Links, site_root, well_formed
from macros.sheets.word.lists import BULLETS, Lists
from macros.sheets.word.package import packed
from macros.sheets.word.rich_text import words
from macros.toolbox import Toolbox

# The text comes first: what it needs of links and lists stands in the parts after it.
_TEXT = "word/document.xml"
_PARTS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/core.xml",
    _TEXT,
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/fontTable.xml",
    "word/footer1.xml",
)
_QR = "word/media/qr.png"


def sheet_docx(sheet: Worksheet, toolbox: Toolbox, page_url: str = "") -> bytes:
    """The Word file of a worksheet.

    `page_url` is the full address of its page; without it the file names no address, and links to other items are text.
    Every question of `questions(sheet, toolbox)` has a content control with its id as the tag, in the same order.
    An answer that has a box of its own is `id=value`. The same input gives the same bytes.
    """
    values = _values(sheet, toolbox, page_url)
    rendered = {_TEXT: _render(_TEXT, values)}
    parts = {name: rendered.get(name) or _render(name, values) for name in _PARTS}
    return packed({**parts, _QR: _qr(values["page_url"])} if page_url else parts)


def _render(name: str, values: dict[str, Any]) -> bytes:
    return _templates().get_template(f"{name}.jinja").render(values).encode()


def _values(sheet: Worksheet, toolbox: Toolbox, page_url: str) -> dict[str, Any]:
    """What the templates see."""
    links, lists, numbers = Links(toolbox, site_root(sheet, page_url)), Lists(), count(1)

    def asked(part: SheetPart, field: AnyField) -> list[Question]:
        return list(field_questions(sheet, part, field, toolbox))

    part_of = {question.id: part.title for part in sheet.parts for field in part.fields for question in asked(part, field)}

    def control(question: Question, option: Option | None = None) -> controls.Control:
        name = controls.title(part_of[question.id], question, option)
        return controls.Control(next(numbers), name, controls.tag(question, option))

    return {
        "sheet": sheet,
        "toolbox": toolbox,
        "page": paper.Sheet.of(sheet.paper),
        "page_url": well_formed(page_url),
        "links": links,
        "lists": lists,
        "asked": asked,
        "control": control,
    }


@cache
def _templates() -> Environment:
    folder = FileSystemLoader(Path(__file__).parent / "templates")
    made = Environment(loader=folder, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.globals.update(bands=layout.bands, blocks=layout.blocks, paper=paper, BULLETS=BULLETS)
    made.filters["words"] = words
    return made


def _qr(address: str) -> bytes:
    """A black-and-white picture that leads a phone to the address."""
    picture = io.BytesIO()
    segno.make(address, error="m", micro=False).save(picture, kind="png", scale=8, border=4)
    return picture.getvalue()
