"""The texts of the toolbox, piece by piece, with the place where each stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.content_file import ContentFile
from macros.library import Library
from macros.model import Source, Synonym
from macros.model.fields import Prose
from macros.walk import Loc, marked


@dataclass(frozen=True)
class Piece:
    """One text in a content file. `strict` ones must be plain: summaries, tips and steps."""

    key: str
    text: str
    file: ContentFile
    line: int
    strict: bool


def pieces(library: Library) -> Iterator[Piece]:
    """Every text that readers read, in the order of the files. Titles of sources and search words are not ours."""
    for file in library.files.values():
        for model, entry_id, data in file.written:
            if model in (Source, Synonym):
                continue
            for loc, text, _ in marked(model, data, Prose):
                place = (entry_id, *loc) if model.kind.in_one_file else loc
                yield Piece(f"{model.kind.folder}/{entry_id}", text, file, file.place(place)[0], _is_strict(model.kind.folder, loc))


def _is_strict(folder: str, loc: Loc) -> bool:
    if loc[0] == "summary" or (folder == "tips" and loc[0] in ("why", "how")):
        return True
    return folder == "methods" and loc[0] == "steps" and loc[-1] == "text"
