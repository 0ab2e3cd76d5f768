"""Which fields may stand at a place in a file: read from the model's own types."""

from __future__ import annotations

import typing
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.model.choices import Choice


def fields_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> dict[str, FieldInfo]:
    """The fields that may stand at this place, by the name that stands in the file."""
    current: Any = model
    for part in loc:
        if isinstance(part, int) or current is None:
            continue
        field = _named(current).get(part)
        options = models_in(field.annotation) if field else models_in(current)
        tagged = [option for option in options if part in _tags(option)]
        current = (tagged or options or [None])[0]
    return _named(current) if current else {}


def _named(model: Any) -> dict[str, FieldInfo]:
    fields = getattr(model, "model_fields", {})
    return {info.alias or name: info for name, info in fields.items() if name not in ("id", "path", "line") or info.description}


def models_in(annotation: Any) -> list[type[BaseModel]]:
    """The models that a field may hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in typing.get_args(annotation) for model in models_in(part)]


def _tags(model: type[BaseModel]) -> tuple[str, ...]:
    kind = model.model_fields.get("type")
    return typing.get_args(kind.annotation) if kind else ()


def choices_in(annotation: Any) -> list[Choice]:
    """The values of a closed list that a field may hold."""
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        return list(annotation)
    return [choice for part in typing.get_args(annotation) for choice in choices_in(part)]
