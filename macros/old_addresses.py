"""The old addresses in the text of a content file: one more, or one less, without touching anything else."""

from __future__ import annotations

from yaml.nodes import MappingNode, Node, SequenceNode

from macros import yaml_tree
from macros.content_text import decode, split_front_matter
from macros.model.item import Kind

FIELD = "old_addresses"


def add_old_address(text: str, kind: Kind, address: str) -> str:
    """The text of a valid content file, with one old address more."""
    lines = text.split("\n")
    end, tree = _fields(text, kind)
    found = _value(tree)
    ending = "\r" if lines[0].endswith("\r") else ""
    if found is None:
        lines[end:end] = [f"{FIELD}:{ending}", f"  - {address}{ending}"]
    elif isinstance(found, SequenceNode) and found.value and not found.flow_style:
        first = found.value[0].start_mark
        dash = lines[first.line].index("-")
        lines.insert(first.line, f"{' ' * dash}- {address}{ending}")
    elif isinstance(found, SequenceNode) and found.value:
        at = found.value[0].start_mark
        lines[at.line] = f"{lines[at.line][: at.column]}{address}, {lines[at.line][at.column :]}"
    else:  # [] or nothing
        row = _key_row(tree)
        lines[row] = f"{FIELD}:{ending}"
        lines.insert(row + 1, f"  - {address}{ending}")
    return "\n".join(lines)


def take_off_old_address(text: str, kind: Kind, address: str) -> str:
    """The text of a valid content file, without this old address: it is the address of the page again."""
    _, tree = _fields(text, kind)
    found = _value(tree)
    addresses = found.value if isinstance(found, SequenceNode) else []
    here = next((one for one in addresses if one.value.rstrip("/") == address), None)
    if here is None:
        return text
    lines = text.split("\n")
    row = here.start_mark.line
    if found.flow_style:
        start, end = here.start_mark.column, here.end_mark.column
        left, right = lines[row][:start].rstrip(), lines[row][end:].lstrip()
        lines[row] = left + right.removeprefix(",").lstrip() if not left.endswith(",") else left.removesuffix(",") + right
    elif len(addresses) == 1:
        lines[_key_row(tree) : row + 1] = []
    else:
        del lines[row]
    return "\n".join(lines)


def _fields(text: str, kind: Kind) -> tuple[int, MappingNode]:
    """The row after the last field (from 0), and the tree of the fields."""
    decoded = decode(text.encode())
    if kind.body:
        lines, body = split_front_matter(decoded)
        end = body - 1
    else:
        lines = decoded.lines
        end = next(row for row in range(len(lines), 0, -1) if lines[row - 1].strip())
    tree = yaml_tree.compose("\n".join(lines))
    assert isinstance(tree, MappingNode)
    return end, tree


def _value(tree: MappingNode) -> Node | None:
    return next((value for key, value in tree.value if key.value == FIELD), None)


def _key_row(tree: MappingNode) -> int:
    return next(key.start_mark.line for key, _ in tree.value if key.value == FIELD)
