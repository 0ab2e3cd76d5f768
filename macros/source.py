"""One content file, read: its data, the place of every value, and every problem of its form."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from macros import prose, yaml_mistakes, yaml_tree
from macros.problems import Problem

Loc = Sequence[str | int]


@dataclass
class Source:
    """A file as it was read. `data` is None when it could not be understood at all."""

    path: str
    lines: list[str] = field(default_factory=list)
    data: Any = None
    tree: Node | None = None
    body_field: str = ""
    body_line: int = 0
    plain_text: bool = True
    problems: list[Problem] = field(default_factory=list)

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
        if loc and loc[0] == self.body_field and self.body_line:
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

    def item_links(self) -> Iterator[tuple[str, int, int]]:
        """(key, line, column) of every link in the texts to another item: `[tekst](methods/dialoogtafel)`."""
        for number, line in enumerate(self.lines, 1):
            for match in prose.ITEM_LINK.finditer(line):
                yield match[1], number, match.start(1) + 1


def read(file: Path, path: str, body_field: str = "", plain_text: bool = True) -> Source:
    """Read one YAML file, or one Markdown file with front matter when `body_field` names where its prose goes.

    `path` is how the file is named to the editor. With `plain_text` the texts may hold no HTML or template signs.
    All problems of form end up in `Source.problems`; nothing is raised.
    """
    source = Source(path, body_field=body_field, plain_text=plain_text)
    text = _text(file, source)
    if text is None:
        return source
    if not text.strip():
        source.report(1, 1, "Het bestand is leeg.", "Kopieer de inhoud van het bestand _template uit deze map, of haal het bestand weg.")
        return source
    yaml_lines, body = (_front_matter(source) if body_field else (source.lines, ""))
    if yaml_lines is None:
        return source
    tab = next(((row, line.index("\t")) for row, line in enumerate(yaml_lines, 1) if "\t" in line), None)
    if tab:
        source.report(tab[0], tab[1] + 1, "Hier staat een tab.", "Gebruik spaties om in te springen, twee per niveau.")
        return source
    try:
        _parse(source, "\n".join(yaml_lines))
    except RecursionError:
        source.report(1, 1, "In dit bestand zitten te veel lagen in elkaar.", "Kijk of er ergens te veel haken of streepjes staan.")
    if isinstance(source.data, dict) and body_field:
        if body_field in source.data:
            source.report(*source.place([body_field], of_key=True), f"Het veld '{body_field}' hoort niet tussen de streepjes.", "Zet de tekst onder de tweede regel met ---.")
        if body.strip():
            source.data[body_field] = body.strip()
        _check_prose(source, body, lambda position: source.body_line + body.count("\n", 0, position))
    return source


def _text(file: Path, source: Source) -> str | None:
    """The text of the file; None when it can't be read, with the problem noted."""
    try:
        raw = file.read_bytes()
    except OSError:
        source.report(1, 1, "Dit bestand kan niet gelezen worden.", "Kijk of het bestand er nog staat en of je het mag openen.")
        return None
    if raw.startswith(b"\xef\xbb\xbf"):
        source.report(1, 1, "Het bestand begint met een onzichtbaar teken (een BOM).", "Bewaar het als UTF-8 zonder BOM.")
        raw = raw[3:]
    try:
        text = raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        source.lines = raw.decode("utf-8", "replace").split("\n")
        source.report(before.count("\n") + 1, len(before) - before.rfind("\n"), "Dit bestand is niet opgeslagen als UTF-8; letters als é en ë gaan dan stuk.", "Kies bij het opslaan de codering UTF-8.")
        return None
    source.lines = text.split("\n")
    for row, line in enumerate(source.lines, 1):
        for column, sign in enumerate(line, 1):
            if not sign.isascii() or sign < " ":
                if sign != "\t" and unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"):
                    source.report(row, column, f"Hier staat een onzichtbaar teken (U+{ord(sign):04X}).", "Haal het weg; het komt vaak mee bij plakken uit Word of een pdf.")
                    return None
    return text


def _front_matter(source: Source) -> tuple[list[str] | None, str]:
    """The YAML lines between the first two lines of dashes (line numbers kept), and the prose below them."""
    if source.lines[0].rstrip() != "---":
        source.report(1, 1, "Het bestand begint niet met een regel met drie streepjes.", "Zet --- boven de velden, en nog eens eronder.")
        return None, ""
    end = next((row for row, line in enumerate(source.lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        source.report(1, 1, "Onder de velden ontbreekt de tweede regel met drie streepjes.", "Zet --- tussen de velden en de tekst.")
        return None, ""
    source.body_line = end + 2
    return ["", *source.lines[1:end]], "\n".join(source.lines[end + 1 :])


def _parse(source: Source, text: str) -> None:
    """Fill in the tree and the data, and note what is wrong with the YAML and the texts in it."""
    yaml_lines = text.split("\n")
    try:
        tree = yaml_tree.compose(text)
    except yaml.MarkedYAMLError as error:
        source.report(*yaml_mistakes.explain(error, yaml_lines))
        return
    except yaml.YAMLError:
        source.report(1, 1, "Dit bestand kan niet gelezen worden.", "Vergelijk het met het bestand _template in deze map.")
        return
    found = [source.problem(*mistake) for mistake in yaml_mistakes.silent(yaml_lines, 1)]
    if not isinstance(tree, MappingNode):
        source.problems += found or [source.problem(1, 1, "Hier horen regels te staan als 'veld: waarde'.", "Vergelijk het met het bestand _template in deze map.")]
        return
    for node, what, fix in yaml_tree.oddities(tree):
        found.append(source.problem(node.start_mark.line + 1, node.start_mark.column + 1, what, fix))
    source.problems += found
    if any("& en *" in problem.what or "dubbele punt" in problem.what for problem in found):
        return  # the values would not be what the editor meant: one message is enough
    source.tree, source.data = tree, yaml_tree.values(tree)
    for node in yaml_tree.scalars(tree):
        _check_prose(source, node.value, lambda position, node=node: _row_of(source, node, position))


def _row_of(source: Source, node: ScalarNode, position: int) -> int:
    """The line of a position in a text: the first line of the text that holds the words around it."""
    words = node.value[position : position + 12].split("\n")[0].strip()
    rows = range(node.start_mark.line, min(node.end_mark.line + 1, len(source.lines)))
    return next((row + 1 for row in rows if words in source.lines[row]), node.start_mark.line + 1)


def _check_prose(source: Source, text: str, row_of: Callable[[int], int]) -> None:
    """Note what may not stand in a text; `row_of` tells the line of a position in it."""
    if not source.plain_text:
        return
    for position, what, fix in prose.mistakes(text):
        row = row_of(position)
        words = text[position : position + 12].split("\n")[0].strip()
        line = source.lines[row - 1] if row <= len(source.lines) else ""
        source.report(row, max(line.find(words), 0) + 1, what, fix)
