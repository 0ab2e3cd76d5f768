"""A worksheet → the data that the paper templates read. Text only: nothing in it is markup to Typst."""

from __future__ import annotations

from typing import Any

from macros.model.item import Placed
from macros.model.worksheet import SheetPart, Worksheet
from macros.model.worksheet_fields import AnyField, ChoiceField, NumberField, ScaleField, TableField, TextField
from macros.sheets.pdf.plain_text import blocks, plain, printable
from macros.sheets.pdf.qr_code import stretches
from macros.sheets.questions import Option, Question, field_questions, options_of, scale_options, statement_numbers
from macros.toolbox import Toolbox

Data = dict[str, Any]
LICENCE = "CC BY 4.0"
MAKER = "Toolbox Samenwerken in de wijk"


def sheet_data(sheet: Worksheet, toolbox: Toolbox, page_url: str) -> Data:
    """Everything that stands on a worksheet, in reading order."""
    numbers = statement_numbers(sheet, toolbox)
    return {
        **item_data(sheet, toolbox, page_url),
        "canvas": sheet.sort == "canvas",
        "right_to_left": sheet.fill_order == "right-to-left",
        "landscape": sheet.paper.orientation == "landscape",
        "version": sheet.version,
        "goal": blocks(sheet.goal),
        "personal_data": blocks(sheet.personal_data or ""),
        "instructions": [blocks(one) for one in sheet.instructions],
        "parts": [_part(number, part, sheet, toolbox, numbers) for number, part in enumerate(sheet.parts, 1)],
        "scale": _options(scale_options(sheet)),
        "unknown": printable(sheet.scale.unknown or "") if sheet.scale else "",
        "conversation": [plain(one) for one in sheet.conversation],
        "next": [_next(step.if_, toolbox.get(step.then)) for step in sheet.next],
    }


def item_data(item: Placed, toolbox: Toolbox, page_url: str) -> Data:
    """What every item has on paper: its name, its phases, where it comes from and where it stands."""
    kind = item.kind
    return {
        "id": item.id,
        "kind": kind.one,
        "title": printable(item.title),
        "summary": printable(item.summary),
        "phases": [
            {"title": printable(phase.title), "symbol": phase.symbol.value, "colour": phase.colour}
            for phase in toolbox["phases"]
            if phase.id in item.phases
        ],
        "origin": printable(item.origin.label),
        "credit": blocks(getattr(item, "credit", None) or ""),
        "licence": LICENCE,
        "maker": MAKER,
        "address": printable(page_url.split("://")[-1].rstrip("/")),
        "find": printable(f"Zoek in de toolbox: {kind.many} › {item.title}"),
        "qr": stretches(page_url) if page_url else [],
    }


def _next(what: str, then: Any) -> Data:
    name = getattr(then, "title", "") or then.term
    return {"if": plain(what), "then": printable(f"{then.kind.one} {name}")}


def _part(number: int, part: SheetPart, sheet: Worksheet, toolbox: Toolbox, numbers: dict[str, int]) -> Data:
    return {
        "number": str(number),
        "title": printable(part.title),
        "help": blocks(part.help or ""),
        "questions": [plain(one) for one in part.questions],
        "fields": [_field(field, list(field_questions(sheet, part, field, toolbox)), numbers) for field in part.fields],
    }


def _field(field: AnyField, asked: list[Question], numbers: dict[str, int]) -> Data:
    data: Data = {"id": field.id, "kind": field.type, "label": printable(field.label), "help": blocks(field.help or "")}
    if isinstance(field, TextField):
        return data | {"lines": field.lines}
    if isinstance(field, NumberField):
        return data | {"unit": printable(field.unit)}
    if isinstance(field, ChoiceField):
        return data | {"options": _options(asked[0].options), "several": field.several}
    if isinstance(field, ScaleField):
        return data | {"statements": [{"id": one.id, "number": str(numbers[one.id]), "text": printable(one.short)} for one in asked]}
    if isinstance(field, TableField):
        columns = [{"id": one.id, "label": printable(one.label), "options": _options(options_of(one.options))} for one in field.columns]
        return data | {"columns": columns, "rows": field.rows}
    return data


def _options(options: tuple[Option, ...]) -> list[Data]:
    return [{"value": one.value, "label": printable(one.label)} for one in options]
