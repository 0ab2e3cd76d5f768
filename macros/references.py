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


def references(part: BaseModel) -> Iterator[Reference]:
    """Every reference in an item, in the order of its fields."""
    for name, (loc, mark) in _fields(type(part)).items():
        yield from _in(getattr(part, name), mark, (loc,))


def _in(value: Any, mark: RefersTo | None, loc: tuple[str | int, ...]) -> Iterator[Reference]:
    if isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _in(one, mark, (*loc, index))
    elif isinstance(value, BaseModel):
        yield from (Reference(found.key, loc + found.loc) for found in references(value))
    elif isinstance(value, str) and mark:
        yield Reference(value if mark.folder == "*" else f"{mark.folder}/{value}", loc)


@cache
def _fields(model: type[BaseModel]) -> Mapping[str, tuple[str, RefersTo | None]]:
    """The fields in which a reference may stand: name → (name in the file, the mark on its text)."""
    found = {}
    for name, info in model.model_fields.items():
        types = list(_types(info.annotation))
        mark = next((mark for mark in (*info.metadata, *types) if isinstance(mark, RefersTo)), None)
        if mark or any(isinstance(one, type) and issubclass(one, BaseModel) for one in types):
            found[name] = (info.alias or name, mark)
    return found


def _types(annotation: Any) -> Iterator[Any]:
    """A type and all that stands inside it, marks of Annotated included."""
    yield annotation
    yield from getattr(annotation, "__metadata__", ())
    for inner in typing.get_args(annotation):
        yield from _types(inner)
