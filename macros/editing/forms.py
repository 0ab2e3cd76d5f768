"""The schema of a kind → the fields of a form, in the words that Sveltia CMS and Decap CMS share.

What the schema says of a field is all that decides: its label, its help, whether it must be there, what it may hold.
Two mistakes are said at the field before the check says them: HTML in a text, and a text of the wrong length or shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from macros.editing.hints import ONE_OF, SORTS, hint
from macros.json_schema import Schema

Field = dict[str, Any]
Choices = list[dict[str, str]]

_MARKS = ["bold", "italic", "link", "bulleted-list", "numbered-list"]
_NO_HTML = r"(?![\s\S]*<[A-Za-z/!])"
_HTML_FIX = "HTML, zoals <b>, kan hier niet: haal de tekens < en > weg."


class Items(NamedTuple):
    """What a form knows of other items: those to name as `folder/id`, folders that are one file with a list, closed choices by folder."""

    keys: Choices
    lists: frozenset[str]
    closed: Mapping[str, Choices]


def fields_of(schema: Schema, items: Items) -> list[Field]:
    """The fields of a form, in the order of the model, for an object in the schema. The field below the front matter comes last."""
    must = schema.get("required", ())
    return [_field(name, node, name in must, items) for name, node in schema["properties"].items()]


def body_field(schema: Schema, items: Items) -> list[Field]:
    """The prose below the front matter, as signs and all: a field that shows it laid out would write it anew. None for a YAML file."""
    node = dict(schema.get("x-body", {}))
    if not node:
        return []
    return [_field(node.pop("name"), node, True, items) | {"modes": ["raw"]}]


def every_field(fields: list[Field], before: str = "") -> Iterator[tuple[str, Field]]:
    """(place, field) of all fields of a form, those inside others too: `steps.minutes`."""
    for field in fields:
        place = f"{before}{field['name']}"
        yield place, field
        inner = [*field.get("fields", ()), *(one for kind in field.get("types", ()) for one in kind["fields"])]
        yield from every_field(inner, f"{place}.")


def _field(name: str, node: Mapping[str, Any], must: bool, items: Items) -> Field:
    types = node["type"] if isinstance(node.get("type"), list) else [node.get("type")]
    about = {"name": name, "label": node.get("title", name)}
    if node.get("description"):
        about["hint"] = hint(node["description"])
    # A list that must be there but may be empty is no duty for who fills in the form.
    needed = must and "null" not in types and not ("array" in types and not node.get("minItems"))
    made = _widget(node, types[0], items)
    one = {"label_singular": ONE_OF.get(name, "Regel")} if made["widget"] == "list" else {}
    return about | {"required": needed} | made | one


def _widget(node: Mapping[str, Any], kind: str | None, items: Items) -> Field:
    """What the field is made of, without its name and label."""
    if "x-refers-to" in node or "enum" in node:
        return _choice(node, items)
    if kind == "array":
        return _list(node, items)
    if kind == "object":
        return {"widget": "object", "collapsed": False, "fields": fields_of(node, items)}
    if kind == "boolean":
        return {"widget": "boolean", "default": node.get("default", False)}
    if kind == "integer":
        limits = {short: node[long] for short, long in (("min", "minimum"), ("max", "maximum")) if long in node}
        return {"widget": "number", "value_type": "int", "step": 1} | limits
    if node.get("format") == "date":
        return {"widget": "datetime", "format": "YYYY-MM-DD", "date_format": "DD-MM-YYYY", "time_format": False, "picker_utc": False}
    return _text(node)


def _text(node: Mapping[str, Any]) -> Field:
    """One line, a few lines, or a text with bold, italic, links and lists."""
    prose = node.get("x-prose", False)
    field: Field = {"widget": "string"}
    if prose and "maxLength" not in node:
        marks = {"widget": "markdown", "buttons": _MARKS, "editor_components": [], "modes": ["rich_text", "raw"], "minimal": True}
        field = {"widget": "text"} if "pattern" in node else marks
    lengths = {short: node[long] for short, long in (("minlength", "minLength"), ("maxlength", "maxLength")) if node.get(long, 0) > 1}
    shape = node.get("pattern", r"^[\s\S]*$" if prose else "")
    fix = node.get("patternErrorMessage") or node.get("errorMessage", "")
    if shape:
        field["pattern"] = [f"{_NO_HTML}{shape}", f"{fix} {_HTML_FIX}" if "pattern" in node else _HTML_FIX] if prose else [shape, fix]
    return field | (lengths if field["widget"] != "markdown" else {})


def _choice(node: Mapping[str, Any], items: Items) -> Field:
    """A choice from a closed list, or of another item."""
    folder = node.get("x-refers-to")
    if folder == "*":
        may = re.compile(node["pattern"])
        return {"widget": "select", "options": [one for one in items.keys if may.search(one["value"])]}
    if folder in items.closed:
        return {"widget": "select", "options": items.closed[folder]}
    if folder in items.lists:
        in_list = {
            "value_field": "entries.*.id",
            "display_fields": ["entries.*.title"],
            "search_fields": ["entries.*.title", "entries.*.id"],
        }
        return {"widget": "relation", "collection": folder, "file": folder} | in_list
    if folder:
        return {
            "widget": "relation",
            "collection": folder,
            "value_field": "{{slug}}",
            "display_fields": ["title"],
            "search_fields": ["title"],
        }
    return {
        "widget": "select",
        "options": [{"value": one, "label": word} for one, word in zip(node["enum"], node["enumDescriptions"], strict=True)],
    }


def _list(node: Mapping[str, Any], items: Items) -> Field:
    """Several choices, several texts, or several groups of fields."""
    inside = node["items"]
    limits = {short: node[long] for short, long in (("min", "minItems"), ("max", "maxItems")) if long in node}
    if "oneOf" in inside:
        types = [_sort(branch, items) for branch in inside["oneOf"]]
        return {"widget": "list", "typeKey": "type", "types": types, "collapsed": True, "summary": "{{fields.label}}"} | limits
    if "properties" in inside:
        fields = fields_of(inside, items)
        return {"widget": "list", "fields": fields, "collapsed": len(fields) > 2, "summary": f"{{{{fields.{_told_by(fields)}}}}}"} | limits
    one = _widget(inside, inside["type"], items)
    if one["widget"] in ("select", "relation"):
        return one | {"multiple": True} | limits
    # Without a field of its own a list is one line with commas, or a box with a text on each line.
    return {
        "widget": "list",
        "field": {"name": "item", "label": node.get("title", "Tekst"), "required": True} | one,
        "collapsed": False,
    } | limits


def _sort(branch: Schema, items: Items) -> Field:
    """One of the shapes that an item of a list may have; the CMS itself writes which one it is."""
    sort = branch["properties"]["type"]["const"]
    fields = [field for field in fields_of(branch, items) if field["name"] != "type"]
    return {"name": sort, "label": SORTS[sort], "widget": "object", "summary": "{{fields.label}}", "fields": fields}


def _told_by(fields: list[Field]) -> str:
    """The field by which a closed group is known."""
    names = [field["name"] for field in fields]
    return next((name for name in ("title", "question", "text", "label", "if", "condition", "how") if name in names), names[0])
