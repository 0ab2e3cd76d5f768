"""Which items an item names, and where: read from the model's own types."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from macros.model.fields import RefersTo


@dataclass(frozen=True)
class Reference:
    """One item names another: `key` is the other one (`tips/begin-klein`), `loc` the place in the data of the first."""

    key: str
    loc: tuple[str | int, ...]


def references(model: type[BaseModel], data: Mapping[str, Any], at: tuple[str | int, ...] = ()) -> Iterator[Reference]:
    """Every reference in the data of an item, in the order of the model's fields.

    The data need not be valid: what has another shape than the model asks is passed over. `at` is put before each `loc`.
    """
    for name, (mark, parts) in _fields(model).items():
        yield from _in(data.get(name), mark, parts, (*at, name))


def _in(value: Any, mark: RefersTo | None, parts: tuple[type[BaseModel], ...], loc: tuple[str | int, ...]) -> Iterator[Reference]:
    if isinstance(value, list | tuple):
        for index, one in enumerate(value):
            yield from _in(one, mark, parts, (*loc, index))
    elif isinstance(value, dict):
        yield from dict.fromkeys(found for part in parts for found in references(part, value, loc))
    elif isinstance(value, str) and mark:
        yield Reference(value if mark.folder == "*" else f"{mark.folder}/{value}", loc)


@cache
def _fields(model: type[BaseModel]) -> Mapping[str, tuple[RefersTo | None, tuple[type[BaseModel], ...]]]:
    """The fields in which a reference may stand: name in the file → (the mark on its text, the models inside it)."""
    found = {}
    for name, info in model.model_fields.items():
        types = list(_types(info.annotation))
        mark = next((mark for mark in (*info.metadata, *types) if isinstance(mark, RefersTo)), None)
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
