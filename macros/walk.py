"""Finds values in the data of an item by a mark on their type in the model."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel

Loc = tuple[str | int, ...]
Mark = TypeVar("Mark")
Fields = Mapping[str, tuple[Any, tuple[type[BaseModel], ...]]]


def marked(model: type[BaseModel], data: Mapping[str, Any], mark: type[Mark], at: Loc = ()) -> Iterator[tuple[Loc, str, Mark]]:
    """(place, text, mark) of every text whose type carries a mark of this kind, in the order of the model's fields.

    The data need not be valid: what has another shape than the model asks is passed over. `at` is put before each place.
    """
    for name, (found, parts) in _fields(model, mark).items():
        yield from _in(data.get(name), mark, found, parts, (*at, name))


def _in(value: Any, kind: type[Mark], mark: Mark | None, parts: tuple[type[BaseModel], ...], loc: Loc) -> Iterator[tuple[Loc, str, Mark]]:
    if isinstance(value, list | tuple):
        for index, one in enumerate(value):
            yield from _in(one, kind, mark, parts, (*loc, index))
    elif isinstance(value, dict):
        # The branches of a union share fields: what two of them find at one place is one value.
        yield from dict.fromkeys(found for part in parts for found in marked(part, value, kind, loc))
    elif isinstance(value, str) and mark:
        yield loc, value, mark


@cache
def _fields(model: type[BaseModel], kind: type) -> Fields:
    """The fields in which a marked text may stand: name in the file → (the mark, the models inside it)."""
    found = {}
    for name, info in model.model_fields.items():
        types = list(_types(info.annotation))
        mark = next((one for one in (*info.metadata, *types) if isinstance(one, kind)), None)
        parts = tuple(one for one in types if isinstance(one, type) and issubclass(one, BaseModel))
        if mark or parts:
            found[info.alias or name] = (mark, parts)
    return found


def _types(annotation: Any) -> Iterator[Any]:
    """A type and all that stands inside it, marks of Annotated included."""
    yield annotation
    yield from getattr(annotation, "__metadata__", ())
    for inner in typing.get_args(annotation):
        yield from _types(inner)
