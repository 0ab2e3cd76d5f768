"""The fields of a worksheet, flat and in the order of filling in.

Every form (online, PDF, Word) is made from this list, and names its fields by these ids: what somebody filled in can go
from one form to another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from macros.model.fields import slug
from macros.model.worksheet import SheetPart, Worksheet
from macros.model.worksheet_fields import AnyField, ChoiceField, NumberField, ScaleField, TableField, TextField
from macros.toolbox import Toolbox

UNKNOWN = "onbekend"  # the value of "weet ik niet"


@dataclass(frozen=True)
class Option:
    """One answer to choose: the value that is kept, and what people read."""

    value: str
    label: str


@dataclass(frozen=True)
class Question:
    """One thing to fill in.

    `id` is unique on the sheet: `gedeelde-waarden`, `actielijst.2.wie` (row 2, column wie), `ambitie1` (a statement).
    `label` is the whole accessible name; `short` what stands right above or beside the field.
    """

    id: str
    kind: Literal["text", "number", "date", "one", "several"]
    label: str
    short: str
    help: str = ""
    lines: int = 1
    options: tuple[Option, ...] = ()
    amount: bool = False  # a number, a range or a question mark, of which a page can make sums


def questions(sheet: Worksheet, toolbox: Toolbox) -> list[Question]:
    """Every question of a sheet, part by part; a table counts the rows that stand on paper."""
    return [one for part in sheet.parts for field in part.fields for one in field_questions(sheet, part, field, toolbox)]


def field_questions(sheet: Worksheet, part: SheetPart, field: AnyField, toolbox: Toolbox) -> Iterator[Question]:
    """The questions that one field of the definition stands for: one, or one for each statement or cell."""
    name = f"{part.title}: {field.label}"
    help_text = field.help or ""
    if isinstance(field, TableField):
        for row in range(1, field.rows + 1):
            for column in field.columns:
                kind = "one" if column.options else "text"
                label = f"{name}, rij {row}, {column.label}"
                name_of_cell, options = f"{field.id}.{row}.{column.id}", options_of(column.options)
                yield Question(name_of_cell, kind, label, column.label, options=options, amount=bool(column.amount))
    elif isinstance(field, ScaleField):
        answers = scale_options(sheet)
        for statement in toolbox.get(f"conditions/{field.condition}").statements:
            yield Question(statement.id, "one", f"{part.title}: {statement.text}", statement.text, options=answers)
    elif isinstance(field, ChoiceField):
        yield Question(field.id, "several" if field.several else "one", name, field.label, help_text, options=options_of(field.options))
    elif isinstance(field, NumberField):
        yield Question(field.id, "number", f"{name} ({field.unit})", field.label, help_text)
    elif isinstance(field, TextField):
        yield Question(field.id, "text", name, field.label, help_text, lines=field.lines)
    else:
        yield Question(field.id, "date", name, field.label, help_text)


def statement_numbers(sheet: Worksheet, toolbox: Toolbox) -> dict[str, int]:
    """The number of each statement by its id, counted from 1 through the whole sheet.

    It stands beside the statement wherever people read it, and alone on the answer cards. It is no part of a label or an id.
    """
    scored = [(part, field) for part in sheet.parts for field in part.fields if isinstance(field, ScaleField)]
    asked = [one.id for part, field in scored for one in field_questions(sheet, part, field, toolbox)]
    return {name: number for number, name in enumerate(asked, 1)}


def scale_options(sheet: Worksheet) -> tuple[Option, ...]:
    """The points of the sheet's scale; the ends say what they mean, and the last may be that somebody doesn't know."""
    scale = sheet.scale
    if scale is None:
        return ()
    meaning = {scale.min: f" ({scale.min_label})", scale.max: f" ({scale.max_label})"}
    points = tuple(Option(str(point), f"{point}{meaning.get(point, '')}") for point in scale.points)
    return (*points, Option(UNKNOWN, scale.unknown)) if scale.unknown else points


def options_of(labels: tuple[str, ...]) -> tuple[Option, ...]:
    """Options whose value is made of their label: `nog niet` → `nog-niet`."""
    return tuple(Option(slug(label), label) for label in labels)
