"""One content file after reading: its data, the place of every value, and every problem of its form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from macros import prose, yaml_tree
from macros.problems import Problem

Loc = Sequence[str | int]


@dataclass
class ContentFile:
    """A file as it was read. `data` is None when it could not be understood at all."""

    path: str
    lines: list[str] = field(default_factory=list)
    data: Any = None
    tree: Node | None = None
    body_field: str = ""
    body_line: int = 0
    plain_text: bool = True
    problems: list[Problem] = field(default_factory=list)
    written: list[tuple[type, str, dict[str, Any]]] = field(default_factory=list)  # model, id, the data of its good fields

    def problem(self, line: int, column: int, what: str, fix: str = "") -> Problem:
        """A problem at a place in this file, with the line itself to show."""
        excerpt = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Problem(self.path, line, column, what, fix, excerpt)

    def report(self, line: int, column: int, what: str, fix: str = "") -> None:
        """Note a problem with the form of this file."""
        self.problems.append(self.problem(line, column, what, fix))

    def place(self, loc: Loc, of_key: bool = False) -> tuple[int, int]:
        """(line, column) of a value in the data, or of the nearest thing around it that is there.

        Parts of `loc` that are not in the file are passed over: a missing field, the name of a union's branch.
        """
        if loc and loc[0] == self.body_field and self.body_line and not of_key:
            return self.body_line, 1
        node, mark = self.tree, self.tree.start_mark if self.tree else None
        for part in loc:
            if isinstance(node, MappingNode):
                pair = next(((key, value) for key, value in node.value if key.value == part), None)
                if pair:
                    key, node = pair
                    on_value = isinstance(node, ScalarNode) and node.value and not of_key
                    mark = node.start_mark if on_value else key.start_mark
            elif isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
                node = node.value[part]
                mark = node.start_mark
        return (mark.line + 1, mark.column + 1) if mark else (1, 1)

    def paragraphs(self) -> Iterator[tuple[str, int]]:
        """Every text in the fields and every paragraph of the prose, with the line on which it begins."""
        for node in yaml_tree.scalars(self.tree) if self.tree else ():
            yield node.value, node.start_mark.line + 1
        start = self.body_line
        for paragraph in "\n".join(self.lines[start - 1 :] if start else []).split("\n\n"):
            if paragraph.strip():
                yield paragraph, start
            start += paragraph.count("\n") + 2

    def find(self, words: str, first: int) -> tuple[int, int]:
        """(line, column) of the first place from line `first` on where these words stand, in any case of letters."""
        for number, line in enumerate(self.lines[first - 1 :], first):
            at = line.lower().find(words.lower())
            if at >= 0:
                return number, at + 1
        return first, 1

    def item_links(self) -> Iterator[tuple[str, int, int]]:
        """(key, line, column) of every link in the texts to another item: `[tekst](methods/dialoogtafel)`."""
        for number, line in enumerate(self.lines, 1):
            for match in prose.ITEM_LINK.finditer(line):
                yield match[1], number, match.start(1) + 1
