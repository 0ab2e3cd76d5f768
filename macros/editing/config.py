"""The configuration of the editing place: every kind of content as a collection with its form, for Sveltia CMS and for Decap CMS."""

from __future__ import annotations

from typing import Any

from macros.editing.forms import Choices, Items, body_field, every_field, fields_of
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
}
_COMMITS = {
    "create": "Nieuw in {{collection}}: {{slug}}",
    "update": "{{collection}}: {{slug}} verbeterd",
    "delete": "Weg uit {{collection}}: {{slug}}",
    "uploadMedia": "Bestand erbij: {{path}}",
    "deleteMedia": "Bestand weg: {{path}}",
    "openAuthoring": "{{message}}",
}


def sveltia(library: Library, repository: str, sign_in: str = "") -> Config:
    """The configuration for Sveltia CMS.

    `repository` is `owner/name` on GitHub; empty is for a folder on this computer only. `sign_in` is the address of a helper that
    signs people in; without it they paste a token of their own.
    """
    backend: Config = {"name": "github", "repo": repository or "eigen-computer/toolbox", "branch": "main", "commit_messages": _COMMITS}
    if repository:
        backend |= {"open_authoring": True, "auth_scope": "public_repo", "squash_merges": True}
    backend["auth_methods"] = ["oauth", "token"] if repository and sign_in else ["token"]
    if repository and sign_in:
        backend["base_url"] = sign_in
    own = {"app_title": "Redactie van de toolbox", "output": {"omit_empty_optional_fields": True}, "logo": {"src": "/icon.svg"}}
    media = {"media_libraries": {"default": {"config": {"max_file_size": 1}}}}
    config = {"load_config_file": False, "backend": backend, **_shared(library), **own, **media}
    for collection in config["collections"]:
        for _, field in every_field(collection.get("fields") or collection["files"][0]["fields"]):
            if field["widget"] == "list" and field.get("field", {}).get("widget") == "string" and "pattern" in field["field"]:
                # Sveltia shows a box for each text; Decap would show one line with commas.
                del field["field"], field["collapsed"]
        if "folder" in collection:
            # The name of a file is the address of its page: only `python -m macros rename` may change it.
            collection["slug"] = {"template": collection["slug"], "editable": ["create"]}
    return config


def decap(library: Library, backend: Config) -> Config:
    """The configuration for Decap CMS, the reserve: the same collections, with its own word for the language."""
    return {"backend": backend, "locale": "nl", **_shared(library)}


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


def _shared(library: Library) -> Config:
    items = Items(_keys(library), frozenset(model.kind.folder for model in MODELS if model.kind.in_one_file))
    return {
        "publish_mode": "editorial_workflow",
        "media_folder": "docs/assets/bijdragen",
        "public_folder": "/assets/bijdragen",
        "show_preview_links": True,
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": [_list_file(model, items) if model.kind.in_one_file else _folder(model, items) for model in MODELS],
    }


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


def repository_of(address: str) -> str:
    """`owner/name` from the address of a repository on GitHub, or from that short name itself; empty when it is neither."""
    short = address.strip().removeprefix("https://github.com/").removesuffix("/").removesuffix(".git")
    parts = short.split("/")
    return short if len(parts) == 2 and all(parts) and ":" not in short else ""
