"""The online form of a worksheet: what its template shows, and what its scripts must know."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.model.calculation import Calculation
from macros.model.fields import slug
from macros.model.worksheet import SheetPart, Worksheet
from macros.model.worksheet_fields import AnyField, Column, TableField
from macros.sheets.questions import Question, field_questions, options_of, statement_numbers
from macros.toolbox import Toolbox

# In the order of loading: each file leans only on those before it.
SCRIPTS = ("format", "storage", "messages", "downloads", "opening", "controls", "typing", "copies", "sheet-page")
CALCULATING = ("amounts", "calculation", "outcome")  # before the last, which opens the first copy

LONGEST_TEXT = 20_000  # characters in one answer; docs/assets/forms/format.js and FORMAT.md hold the same limits
LONGEST_NUMBER = 40
LONGEST_NAME = 120


@dataclass(frozen=True)
class Control:
    """One question as the page shows it: its accessible name cut in what is heard only, what is seen, and what follows.

    `row` is the number inside `before` that changes when a row is added or taken away; 0 outside tables.
    """

    question: Question
    before: str
    after: str = ""
    row: int = 0

    @property
    def before_row(self) -> str:
        """What is heard before the number of the row."""
        return self.before.rpartition(str(self.row))[0]

    @property
    def after_row(self) -> str:
        """What is heard between the number of the row and the name of the column."""
        return self.before.rpartition(str(self.row))[2]


@dataclass(frozen=True)
class FormField:
    """A field of the definition with its controls; those of a table row by row."""

    field: AnyField
    controls: tuple[Control, ...]

    @property
    def rows(self) -> list[tuple[Control, ...]]:
        """The controls of a table, row by row."""
        width = len(self.field.columns) if isinstance(self.field, TableField) else 1
        return [self.controls[start : start + width] for start in range(0, len(self.controls), width)]


@dataclass(frozen=True)
class OnlineForm:
    """A worksheet to fill in on the page: its parts with their fields, and the shape that the scripts check files against."""

    parts: tuple[tuple[SheetPart, tuple[FormField, ...]], ...]
    shape: str
    has_table: bool
    has_scale: bool
    calculation: str  # what the scripts must know to work out the sums; empty where nothing is worked out
    numbers: dict[str, int]  # of the statements, by id
    by_hand: tuple[str, ...]  # the fields that stand folded away where the page works it out
    longest_text: int = LONGEST_TEXT
    longest_number: int = LONGEST_NUMBER
    longest_name: int = LONGEST_NAME
    scripts: tuple[str, ...] = SCRIPTS


def online_form(sheet: Worksheet, toolbox: Toolbox) -> OnlineForm:
    """The form of one sheet; its controls are exactly `questions(sheet, toolbox)`, in that order."""
    parts = tuple((part, tuple(_form_fields(sheet, part, toolbox))) for part in sheet.parts)
    types = {field.type for part in sheet.parts for field in part.fields}
    shape = json.dumps(_shape(sheet, toolbox), ensure_ascii=False, separators=(",", ":"))
    calculation = sheet.calculation
    scripts = (*SCRIPTS[:-1], *CALCULATING, SCRIPTS[-1]) if calculation else SCRIPTS
    sums = json.dumps(_sums(sheet, calculation), ensure_ascii=False, separators=(",", ":")) if calculation else ""
    by_hand = calculation.by_hand if calculation else ()
    numbers = statement_numbers(sheet, toolbox)
    return OnlineForm(parts, shape, "table" in types, "scale" in types, sums, numbers, by_hand, scripts=scripts)


def _form_fields(sheet: Worksheet, part: SheetPart, toolbox: Toolbox) -> Iterator[FormField]:
    for field in part.fields:
        asked = list(field_questions(sheet, part, field, toolbox))
        if isinstance(field, TableField):
            controls = [_cell(question, 1 + place // len(field.columns)) for place, question in enumerate(asked)]
        else:
            controls = [_control(question, f"{part.title}: ") for question in asked]
        yield FormField(field, tuple(controls))


def _control(question: Question, before: str) -> Control:
    return Control(question, before, question.label.removeprefix(before + question.short))


def _cell(question: Question, row: int) -> Control:
    return Control(question, question.label.removesuffix(question.short), row=row)


def _shape(sheet: Worksheet, toolbox: Toolbox) -> dict[str, Any]:
    """What may be filled in: of each field `text`, `number`, `date`, or the values to choose from.

    `{"one": ["ja", "nee"]}` is a choice of one, `{"several": […]}` of more. A table says how many rows stand on paper.
    """
    fields: dict[str, Any] = {}
    tables: dict[str, Any] = {}
    for part in sheet.parts:
        for field in part.fields:
            if isinstance(field, TableField):
                tables[field.id] = {"rows": field.rows, "columns": {column.id: _column_kind(column) for column in field.columns}}
                continue
            for question in field_questions(sheet, part, field, toolbox):
                values = [option.value for option in question.options]
                fields[question.id] = {question.kind: values} if values else question.kind
    return {"id": sheet.id, "title": sheet.title, "version": sheet.version, "fields": fields, "tables": tables}


def _column_kind(column: Column) -> str | dict[str, list[str]]:
    return {"one": [option.value for option in options_of(column.options)]} if column.options else "text"


def _sums(sheet: Worksheet, calculation: Calculation) -> dict[str, Any]:
    """The calculation as its script reads it: the columns by what they are, and what the chosen values are called."""
    tables = {field.id: field for part in sheet.parts for field in part.fields if isinstance(field, TableField)}
    columns = {(table.id, column.id): column for table in tables.values() for column in table.columns}

    def called(table: str, column: str | None) -> dict[str, str]:
        return {option.value: option.label for option in options_of(columns[table, column].options)} if column else {}

    sums = [
        {
            **one.model_dump(by_alias=True),
            "unit": columns[one.table, one.with_].amount,
            "labels": [columns[one.table, name].label for name in (one.with_, one.without)],
            "years": called(one.table, one.year),
            "sorts": called(one.table, one.sort),
            "gets": [slug(name) for name in one.gets],
        }
        for one in calculation.sums
    ]
    effects = calculation.effects
    how = {"known": called(effects.table, effects.how)} if effects else {}
    return {
        "sums": sums,
        "effects": effects and effects.model_dump() | how,
        "assumptions": calculation.assumptions and calculation.assumptions.model_dump(),
        "caution": calculation.caution,
    }
