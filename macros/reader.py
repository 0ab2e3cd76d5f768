"""Reads one content file: bytes → text → tree and data, with every problem of its form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, ScalarNode

from macros import prose, yaml_mistakes, yaml_tree
from macros.content_file import ContentFile
from macros.content_text import INVISIBLE, decode, split_front_matter


def read(where: Path, path: str, body_field: str = "", plain_text: bool = True) -> ContentFile:
    """Read one YAML file, or one Markdown file with front matter when `body_field` names where its prose goes.

    `path` is how the file is named to the editor. With `plain_text` the texts may hold no HTML or template signs.
    All problems of form end up in `ContentFile.problems`; nothing is raised.
    """
    file = ContentFile(path, body_field=body_field, plain_text=plain_text)
    try:
        text = decode(where.read_bytes())
    except OSError:
        file.report(1, 1, "Dit bestand kan niet gelezen worden.", "Kijk of het bestand er nog staat en of je het mag openen.")
        return file
    file.lines = text.lines
    yaml_lines, body_row = text.lines, len(text.lines)
    if text.usable and body_field:
        yaml_lines, body_row = split_front_matter(text)
    tab = next(((row, line.index("\t")) for row, line in enumerate(yaml_lines) if "\t" in line), None)
    if text.usable and tab:
        text.stop(tab[0] + 1, tab[1] + 1, "Hier staat een tab.", "Gebruik spaties om in te springen, twee per niveau.")
    for mistake in text.mistakes:
        file.report(*mistake)
    if not text.usable:
        return file
    try:
        _parse(file, "\n".join(yaml_lines))
    except RecursionError:
        file.report(1, 1, "In dit bestand zitten te veel lagen in elkaar.", "Kijk of er ergens te veel haken of streepjes staan.")
    if isinstance(file.data, dict) and body_field:
        _add_body(file, body_row)
    return file


def _add_body(file: ContentFile, row: int) -> None:
    """Put the prose below the front matter into the data, as the field that it is."""
    file.body_line = row + 1
    if file.body_field in file.data:
        place = file.place([file.body_field], of_key=True)
        file.report(*place, f"Het veld '{file.body_field}' hoort niet tussen de streepjes.", "Zet de tekst onder de tweede regel met ---.")
    body = "\n".join(file.lines[row:])
    if body.strip():
        file.data[file.body_field] = body.strip()
    _check_prose(file, body, lambda position: file.body_line + body.count("\n", 0, position))


def _parse(file: ContentFile, text: str) -> None:
    """Fill in the tree and the data, and note what is wrong with the YAML and the texts in it."""
    yaml_lines = text.split("\n")
    try:
        tree = yaml_tree.compose(text)
    except yaml.MarkedYAMLError as error:
        file.report(*yaml_mistakes.explain(error, yaml_lines))
        return
    except yaml.YAMLError:
        file.report(1, 1, "Dit bestand kan niet gelezen worden.", "Vergelijk het met het bestand _template in deze map.")
        return
    if not isinstance(tree, MappingNode):
        file.report(1, 1, "Hier horen regels te staan als 'veld: waarde'.", "Vergelijk het met het bestand _template in deze map.")
        return
    wrong = list(yaml_mistakes.distorted(yaml_lines))
    wrong += [(node.start_mark.line + 1, node.start_mark.column + 1, what, fix) for node, what, fix in yaml_tree.oddities(tree)]
    for mistake in (*wrong, *yaml_mistakes.eaten(yaml_lines)):
        file.report(*mistake)
    if wrong:
        return  # the values would not be what the editor meant: one message for one cause
    file.tree, file.data = tree, yaml_tree.values(tree)
    for node in yaml_tree.scalars(tree):
        hidden = INVISIBLE.search(node.value.replace("\n", " "))
        if hidden:  # written as an escape: "\\x07"
            place = node.start_mark.line + 1, node.start_mark.column + 1
            file.report(
                *place, f"In deze tekst zit een onzichtbaar teken (U+{ord(hidden[0]):04X}).", "Haal de code met de schuine streep weg."
            )
        _check_prose(file, node.value, lambda position, node=node: _row_of(file, node, position))


def _row_of(file: ContentFile, node: ScalarNode, position: int) -> int:
    """The line of a position in a text: the first line of the text that holds the words around it."""
    words = node.value[position : position + 12].split("\n")[0].strip()
    rows = range(node.start_mark.line, min(node.end_mark.line + 1, len(file.lines)))
    return next((row + 1 for row in rows if words in file.lines[row]), node.start_mark.line + 1)


def _check_prose(file: ContentFile, text: str, row_of: Callable[[int], int]) -> None:
    """Note what may not stand in a text; `row_of` tells the line of a position in it."""
    if not file.plain_text:
        return
    said: set[tuple[int, str]] = set()
    for position, what, fix in prose.mistakes(text):
        row = row_of(position)
        if (row, what) in said:
            continue
        said.add((row, what))
        words = text[position : position + 12].split("\n")[0].strip()
        line = file.lines[row - 1] if row <= len(file.lines) else ""
        file.report(row, max(line.find(words), 0) + 1, what, fix)
