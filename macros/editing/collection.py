"""The kinds of content as collections of a CMS: where the files stand, what a form for one holds, how its files are read and written."""

from __future__ import annotations

from typing import Any

from macros.editing.forms import Choices, Items, body_field, fields_of
from macros.json_schema import json_schema
from macros.library import Library
from macros.model import MODELS, Entry
from macros.model.item import Item

Config = dict[str, Any]
_FIXED = ("phases", "conditions")  # the axes of the toolbox: an editor improves them, and adds none
_FIRST = ("title", "summary")
_SIGNS = {
    "phases": "route",
    "conditions": "handshake",
    "tips": "lightbulb",
    "methods": "groups",
    "worksheets": "assignment",
    "examples": "location_city",
    "signals": "warning",
    "routes": "signpost",
    "glossary": "menu_book",
    "sources": "library_books",
    "synonyms": "search",
    "wegwijzer": "account_tree",
    "aan-tafel": "event_seat",
}


def formats(library: Library) -> dict[str, Config]:
    """For each kind what `house_style.mjs` must know to read and write its files: schema, field of the prose, whether it is one file."""
    return {
        model.kind.folder: {
            "extension": model.kind.suffix.lstrip("."),
            "schema": _schema(model),
            "body": model.kind.body,
            "inOneFile": model.kind.in_one_file,
        }
        for model in MODELS
    }


def collections(library: Library) -> list[Config]:
    """All kinds, with the items of the library to choose from."""
    axes = {folder: [{"value": one.id, "label": one.title} for one in library.toolbox[folder]] for folder in _FIXED}
    items = Items(_keys(library), frozenset(model.kind.folder for model in MODELS if model.kind.in_one_file), axes)
    return [_list_file(model, items) if model.kind.in_one_file else _folder(model, items) for model in MODELS]


def _about(model: type[Entry]) -> Config:
    kind = model.kind
    return {"name": kind.folder, "label": kind.title, "label_singular": kind.one.capitalize(), "icon": _SIGNS[kind.folder]}


def _folder(model: type[Entry], items: Items) -> Config:
    """A kind with a file for each item. Its _template is no item: the filter leaves it out."""
    schema, kind = _schema(model), model.kind
    hidden = [{"name": "_was", "widget": "hidden"}, {"name": "_sort", "widget": "hidden", "default": "item"}]
    may = kind.folder not in _FIXED
    return _about(model) | {
        "folder": f"toolbox_data/{kind.folder}",
        "format": f"toolbox-{kind.folder}",  # it says the extension too
        "create": may,
        "delete": may,
        "identifier_field": "title",
        "slug": "{{title}}",
        "summary": "{{title}}",
        "filter": {"field": "_sort", "value": "item"},
        "fields": _in_order(fields_of(schema, items) + body_field(schema, items)) + hidden,
    }


def _in_order(fields: list[Config]) -> list[Config]:
    """First what the item is and says, then what every kind has. The file keeps the order of the model."""
    last = [name for name in Item.model_fields if name not in _FIRST]
    return sorted(fields, key=lambda field: (field["name"] in last, field["name"] not in _FIRST))


def _list_file(model: type[Entry], items: Items) -> Config:
    """A kind that stands in one file: one form with a list, in which each entry has its id."""
    schema, kind = _schema(model), model.kind
    an_id = {
        "name": "id",
        "label": "Kenmerk",
        "hint": "Kleine letters, cijfers en koppeltekens. Verander het daarna nooit meer.",
        "required": True,
        "widget": "string",
        "pattern": ["^[a-z0-9]+(?:-[a-z0-9]+)*$", "Gebruik alleen kleine letters, cijfers en koppeltekens."],
    }
    fields = [an_id, *fields_of(schema, items)]
    told_by = "title" if "title" in schema["properties"] else fields[1]["name"]
    entries = {
        "name": "entries",
        "label": kind.title,
        "label_singular": kind.one,
        "widget": "list",
        "collapsed": True,
        "summary": f"{{{{fields.{told_by}}}}}",
        "fields": fields,
    }
    file = {
        "name": kind.folder,
        "label": kind.title,
        "file": f"toolbox_data/{kind.folder}.yml",
        "fields": [entries, {"name": "_was", "widget": "hidden"}],
    }
    return _about(model) | {"format": f"toolbox-{kind.folder}", "files": [file]}


def _schema(model: type[Entry]) -> Config:
    """The schema of one item, also for a kind that stands in one file."""
    schema = json_schema(model, {}, {})
    return schema["additionalProperties"] if model.kind.in_one_file else schema


def _keys(library: Library) -> Choices:
    """All items with a page that others may name as `folder/id`, with their kind and title."""
    named = [(model.kind.one, entry) for model in MODELS if issubclass(model, Item) for entry in library.toolbox[model.kind.folder]]
    return [{"value": entry.key, "label": f"{one.capitalize()}: {entry.title}"} for one, entry in named]
