"""What stands where on the sheet: the parts below or beside each other, and the fields of a part in forms and tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from macros.model.choices import FillOrder
from macros.model.worksheet import SheetPart, Worksheet
from macros.model.worksheet_fields import AnyField, ScaleField, TableField


@dataclass(frozen=True)
class Numbered:
    """A part with its number on the sheet."""

    number: int
    part: SheetPart


@dataclass(frozen=True)
class Band:
    """Parts that share a strip of the sheet. `beside`: next to each other, the first one on the right."""

    parts: tuple[Numbered, ...]
    beside: bool


def bands(sheet: Worksheet) -> list[Band]:
    """The strips of a sheet, from top to bottom, in the order of filling in.

    A sheet that goes from right to left has its steps beside each other. When there are more than four parts,
    the first and the last are no steps: who you are, and what you agreed.
    """
    parts = tuple(Numbered(number, part) for number, part in enumerate(sheet.parts, 1))
    if sheet.fill_order != FillOrder.RIGHT_TO_LEFT:
        return [Band(parts, False)]
    if len(parts) <= 4:
        return [Band(parts, True)]
    return [Band(parts[:1], False), Band(parts[1:-1], True), Band(parts[-1:], False)]


@dataclass(frozen=True)
class Block:
    """Fields of a part that make one table: the questions of a form, or one field that is a table itself."""

    kind: str  # form, table or scale
    fields: tuple[AnyField, ...]


def blocks(part: SheetPart) -> Iterator[Block]:
    """The tables of a part, in order: questions that follow each other share a form."""
    for kind, fields in groupby(part.fields, _kind):
        if kind == "form":
            yield Block(kind, tuple(fields))
        else:
            yield from (Block(kind, (field,)) for field in fields)


def _kind(field: AnyField) -> str:
    if isinstance(field, TableField):
        return "table"
    return "scale" if isinstance(field, ScaleField) else "form"
