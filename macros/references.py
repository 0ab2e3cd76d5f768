"""Which items an item names, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from macros.model.fields import RefersTo
from macros.walk import Loc, marked


@dataclass(frozen=True)
class Reference:
    """One item names another: `key` is the other one (`tips/begin-klein`), `loc` the place in the data of the first."""

    key: str
    loc: Loc


def references(model: type[BaseModel], data: Mapping[str, Any], at: Loc = ()) -> Iterator[Reference]:
    """Every reference in the data of an item, valid or not, in the order of the model's fields."""
    for loc, text, mark in marked(model, data, RefersTo, at):
        yield Reference(text if mark.folder == "*" else f"{mark.folder}/{text}", loc)
