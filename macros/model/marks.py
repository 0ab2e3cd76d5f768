"""Marks on the types of the model: what a walk through the content, or a JSON Schema, should know of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema


class Mark:
    """Says something of a type. `schema` is what a JSON Schema of the type says more because of it."""

    @property
    def schema(self) -> dict[str, Any]:
        """What it adds to the JSON Schema."""
        return {}

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return handler(core) | self.schema


@dataclass(frozen=True)
class RefersTo(Mark):
    """Marks a text as the id of an item in this folder. `*` is any folder: then the text is `folder/id`."""

    folder: str

    @property
    def schema(self) -> dict[str, Any]:
        """The folder, for a form that offers the items to choose from."""
        return {"x-refers-to": self.folder}


@dataclass(frozen=True)
class Prose(Mark):
    """Marks a text that readers read: its spelling and its words are checked."""

    @property
    def schema(self) -> dict[str, Any]:
        """That it is prose, for a form that offers bold, italic, lists and links."""
        return {"x-prose": True}


@dataclass(frozen=True)
class Shape(Mark):
    """The pattern that the validator beside it checks, for an editor that knows JSON Schema only, with the way out in Dutch."""

    pattern: str
    fix: str

    @property
    def schema(self) -> dict[str, Any]:
        """The pattern with its message."""
        return {"pattern": self.pattern, "patternErrorMessage": self.fix}
