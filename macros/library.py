"""All that the rules need: the valid content, and the files it came from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from macros.content_file import ContentFile, Loc
from macros.model import MODELS, Entry
from macros.problems import Problem
from macros.toolbox import Toolbox


@dataclass(frozen=True)
class Library:
    """The valid content, the files it came from, and every id that exists, valid or not."""

    toolbox: Toolbox
    files: dict[str, ContentFile]
    names: dict[str, set[str]]
    today: dt.date

    def entries(self) -> Iterator[Entry]:
        """Everything, kind by kind."""
        for model in MODELS:
            yield from self.toolbox[model.kind.folder]

    def problem(self, entry: Entry, loc: Loc, what: str, fix: str = "") -> Problem:
        """A problem at a value of an entry."""
        file = self.files[entry.path]
        place = (entry.id, *loc) if entry.kind.in_one_file else loc
        return file.problem(*file.place(place, of_key=not loc), what, fix)
