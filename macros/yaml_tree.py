"""YAML as an editor means it: text → tree of nodes that know their place, and tree → plain values.

YAML 1.2 words only: `nee`, `on`, `08:30` and `012` are text; `true`, `12` and `2026-11-21` are not.
Anchors, tags and keys that are no text are refused: an editor never means them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_WORDS = {
    "bool": (r"true|false", "tf"),
    "int": (r"[-+]?(?:0|[1-9][0-9]{0,14})", "-+0123456789"),
    "float": (r"[-+]?[0-9]{1,15}\.[0-9]{1,15}", "-+0123456789"),
    "null": (r"~|null|", ["~", "n", ""]),
    "timestamp": (r"\d{4}-\d\d-\d\d", "0123456789"),
}


def _loader(base: type) -> type:
    class Loader(base):  # type: ignore[misc, valid-type]
        yaml_implicit_resolvers: dict[str, Any] = {}

    for name, (pattern, first) in _WORDS.items():
        Loader.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(f"^(?:{pattern})$"), list(first))
    return Loader


_Fast = _loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader))
_Precise = _loader(yaml.SafeLoader)


def compose(text: str) -> Node | None:
    """The tree of the one document in `text`, or None when there is nothing in it.

    Raises yaml.MarkedYAMLError with the place of the mistake.
    """
    try:
        return _Fast(text).get_single_node()
    except yaml.YAMLError:
        # libyaml is ten times faster; PyYAML's own parser says better what is wrong.
        return _Precise(text).get_single_node()


def values(node: Node) -> Any:
    """The plain Python value of a tree: dict, list, str, int, float, bool, date or None."""
    if isinstance(node, MappingNode):
        return {key.value: values(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [values(value) for value in node.value]
    kind, text = node.tag.rpartition(":")[2], node.value
    if kind == "bool":
        return text == "true"
    if kind == "null":
        return None
    if kind in ("int", "float"):
        return int(text) if kind == "int" else float(text)
    if kind == "timestamp":
        try:
            return dt.date.fromisoformat(text)
        except ValueError:  # 2026-02-30: leave the text, so that the model says it is no date
            return text
    return text


def scalars(node: Node) -> Iterator[ScalarNode]:
    """Every text and number in a tree, keys left out."""
    if isinstance(node, ScalarNode):
        yield node
    for child in node.value if not isinstance(node, ScalarNode) else ():
        yield from scalars(child[1] if isinstance(node, MappingNode) else child)


def oddities(root: Node) -> Iterator[tuple[Node, str, str]]:
    """What YAML takes but an editor can't mean, as (node, what, fix): a key twice, an anchor, a tag, an odd key."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            yield (node, "Dit stuk wordt met & en * op twee plekken gebruikt; dat kan hier niet.", "Schrijf het op beide plekken uit.")
            continue
        seen.add(id(node))
        if not node.tag.startswith("tag:yaml.org,2002:") or "/" in node.tag:
            yield (node, f"'{node.tag}' kan hier niet.", "Een tekst die met ! begint, zet je tussen enkele aanhalingstekens.")
        if isinstance(node, SequenceNode):
            waiting.extend(node.value)
        elif isinstance(node, MappingNode):
            first: dict[str, int] = {}
            for key, value in node.value:
                if not isinstance(key, ScalarNode):
                    yield (key, "Voor de dubbele punt hoort één woord te staan.", "Schrijf de naam van een veld, zoals title.")
                elif key.value in first:
                    yield (key, f"'{key.value}' staat er twee keer; de eerste staat op regel {first[key.value]}.", "Haal er één weg.")
                else:
                    first[key.value] = key.start_mark.line + 1
                    waiting.append(value)
