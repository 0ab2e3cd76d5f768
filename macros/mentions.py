"""Every place where a file names an item: fields, links in texts, hand-written pages, files of the tests."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.hand_written import LINK
from macros.model import MODELS, Entry
from macros.model.item import Kind
from macros.reader import read
from macros.references import references

_ARGUMENT = {"phases": "phase", "conditions": "condition"}  # of the macros in docs/


@dataclass(frozen=True, order=True)
class Mention:
    """`text` stands at this place (counted from 1) and names the item; named `new`, the item would be `renamed` there."""

    path: str
    line: int
    column: int
    text: str
    renamed: str


def mentions(root: Path, kind: Kind, entry_id: str, new: str = "") -> Iterator[Mention]:
    """Every mention of the item `entry_id` of a kind, in the content (the _template files too), docs/ and the lists of the tests."""
    for model in MODELS:
        for where in _files(root / "toolbox_data", model):
            yield from _in_content(where, where.relative_to(root).as_posix(), model, f"{kind.folder}/{entry_id}", entry_id, new)
    for where in sorted((root / "docs").rglob("*.md")):
        yield from _in_page(where, where.relative_to(root).as_posix(), kind, entry_id, new)
    address = f"{kind.address}/{{}}/" if kind.has_pages else f"{kind.address}/#{{}}"
    found = re.compile(rf"(?<![\w/-]){re.escape(address.format(entry_id))}(?![\w-])")
    for where in sorted((root / "tests").glob("*.yml")):
        yield from _matches(where, where.relative_to(root).as_posix(), found, address.format(new))


def _files(content: Path, model: type[Entry]) -> list[Path]:
    kind = model.kind
    return [content / f"{kind.folder}.yml"] if kind.in_one_file else sorted((content / kind.folder).glob(f"*{kind.suffix}"))


def _in_content(where: Path, path: str, model: type[Entry], key: str, entry_id: str, new: str) -> Iterator[Mention]:
    file = read(where, path, model.kind.body)
    entries = file.data or {}
    for at, data in [((name,), one) for name, one in entries.items()] if model.kind.in_one_file else [((), entries)]:
        for found in references(model, data, at):
            if found.key == key:
                line, column = file.place(found.loc)
                # `folder/id` where any folder may stand, else the id alone.
                value = data
                for part in found.loc[len(at) :]:
                    value = value[part]
                yield Mention(path, line, column, value, value.removesuffix(entry_id) + new)
    for link, line, column in file.item_links():
        if link == key:
            yield Mention(path, line, column, link, link.removesuffix(entry_id) + new)


def _in_page(where: Path, path: str, kind: Kind, entry_id: str, new: str) -> Iterator[Mention]:
    page = f"{kind.address}/{entry_id}.md" if kind.has_pages else f"{kind.address}/index.md"
    here = path.removeprefix("docs/")
    for number, line in enumerate(where.read_text(encoding="utf-8").split("\n"), 1):
        for link in LINK.finditer(line):
            if link[1] and posixpath.normpath(posixpath.join(posixpath.dirname(here), link[1])) != page or not link[1] and here != page:
                continue
            if kind.has_pages:
                yield Mention(path, number, link.start(1) + 1, link[1], link[1].removesuffix(f"{entry_id}.md") + f"{new}.md")
            elif link[2] == entry_id:
                yield Mention(path, number, link.start(2) + 1, entry_id, new)
    if kind.folder in _ARGUMENT:
        name = _ARGUMENT[kind.folder]
        yield from _matches(where, path, re.compile(rf"(?<=\b{name}=\"){re.escape(entry_id)}(?=\")"), new)


def _matches(where: Path, path: str, found: re.Pattern[str], renamed: str) -> Iterator[Mention]:
    for number, line in enumerate(where.read_text(encoding="utf-8").split("\n"), 1):
        for match in found.finditer(line):
            yield Mention(path, number, match.start() + 1, match[0], renamed)
