"""A worksheet in the book: what it is for, how to fill it in, what it asks, and where to get it to print. Not to fill in here."""

from __future__ import annotations

from collections.abc import Iterator

from macros.model.worksheet import SheetPart, Worksheet
from macros.model.worksheet_fields import AnyField, ChoiceField, DateField, NumberField, ScaleField, TableField
from macros.sheets.pdf.book_blocks import Data, bullets, lead, line, para, section, texts
from macros.sheets.pdf.book_size import whole
from macros.sheets.pdf.plain_text import Block, Run, blocks, printable
from macros.toolbox import Toolbox


def sheet_sections(sheet: Worksheet, toolbox: Toolbox) -> Iterator[Data]:
    """The sections of a worksheet, in the order of its page on the site."""
    notice: list[Block] = []
    if sheet.personal_data:
        notice = [whole({"kind": "notice", "blocks": blocks(f"**Let op namen en gegevens.** {sheet.personal_data}")})]
    yield section("Waarvoor", [*blocks(sheet.goal), *notice])
    yield section("Zo vul je het in", [*texts(sheet.instructions, numbered=True), *_scale(sheet)])
    parts = [whole({"title": printable(part.title), "blocks": list(_part(part, toolbox))}, 10) for part in sheet.parts]
    yield section("Wat staat erop", [{"kind": "parts", "items": parts}])
    yield section("Praat erover", texts(sheet.conversation))
    yield section("En dan?", bullets([line(f"{step.if_}: "), lead(toolbox.get(step.then))] for step in sheet.next))


def _scale(sheet: Worksheet) -> Iterator[Block]:
    if sheet.scale:
        ends = f"{sheet.scale.min} ({sheet.scale.min_label}) tot {sheet.scale.max} ({sheet.scale.max_label})"
        unknown = f" Je mag ook kiezen: {sheet.scale.unknown}." if sheet.scale.unknown else ""
        yield para(line(f"De schaal loopt van {ends}.{unknown}"))


def _part(part: SheetPart, toolbox: Toolbox) -> Iterator[Block]:
    yield from blocks(part.help or "")
    yield from bullets([line(one)] for one in part.questions)
    yield {"kind": "fields", "items": [_field(field, toolbox) for field in part.fields]}


def _field(field: AnyField, toolbox: Toolbox) -> list[Block]:
    """What stands above a box, and what goes into it."""
    label: list[Run] = [line(field.label, bold=True)]
    if isinstance(field, TableField):
        label.append(line(f" (lijst: {'; '.join(column.label for column in field.columns)})"))
    elif isinstance(field, ChoiceField):
        label.append(line(f" ({'kies een of meer' if field.several else 'kies'}: {'; '.join(field.options)})"))
    elif isinstance(field, NumberField):
        label.append(line(f" ({field.unit})"))
    elif isinstance(field, DateField):
        label.append(line(" (datum)"))
    elif isinstance(field, ScaleField):
        label += [line(" (geef een cijfer bij de stellingen van "), lead(toolbox.get(f"conditions/{field.condition}")), line(")")]
    return [para(*label), *blocks(field.help or "")]
