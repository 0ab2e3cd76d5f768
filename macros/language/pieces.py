"""The texts of the toolbox, piece by piece, with the place where each stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.content_file import ContentFile
from macros.library import Library
from macros.model import Source, Synonym
from macros.model.fields import Prose
from macros.reader import read
from macros.walk import Loc, marked

_MACHINERY = re.compile(r"\{\{.*?\}\}|\{[^}]*\}|<[^>]*>")  # macros, attribute lists, tags


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
                if loc[0] == "search_words":  # nobody reads them: they say what people type
                    continue
                place = (entry_id, *loc) if model.kind.in_one_file else loc
                yield Piece(f"{model.kind.folder}/{entry_id}", text, file, file.place(place)[0], _is_strict(model.kind.folder, loc))


def page_pieces(docs: Path) -> Iterator[Piece]:
    """The text of every hand-written page, without its macros and tags."""
    for where in sorted(docs.rglob("*.md")):
        address = where.relative_to(docs).as_posix()
        file = read(where, f"{docs.name}/{address}", "text", plain_text=False)
        text = _MACHINERY.sub(" ", "\n".join(file.lines[file.body_line - 1 :]))
        yield Piece(f"docs/{address.removesuffix('.md').removesuffix('/index')}", text, file, file.body_line, False)


def _is_strict(folder: str, loc: Loc) -> bool:
    if folder in ("wegwijzer", "aan-tafel") or loc[0] == "summary" or (folder == "tips" and loc[0] in ("why", "how")):
        return True
    return folder == "methods" and loc[0] == "steps" and loc[-1] == "text"
