"""The model → JSON Schema: what a code editor needs to complete, explain and check a content file while somebody writes it.

Pydantic makes the schema; here it becomes one that an editor of texts can read: Dutch names and messages, no `$ref`, examples.
It is also the one description of fields that a form can be made of: `title`, `description`, `examples`, `enum` with `enumDescriptions`,
`x-refers-to` (the folder of the items to choose from), `x-prose` (text that readers read) and `x-body` (the field below the front matter).

What only `python -m macros` can say is left out: what fields say of each other, and what must hold between files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import TypeAdapter

from macros.model import Entry
from macros.model.fields import Slug

Schema = dict[str, Any]
_EXPECTED = {
    "string": "Hier hoort tekst te staan.",
    "integer": "Hier hoort een heel getal te staan, zonder woorden.",
    "boolean": "Schrijf true voor ja of false voor nee.",
    "array": "Zet elk onderdeel op een eigen regel met een streepje ervoor, of schrijf [] voor een lege lijst.",
}
_AN_ID = ("Gebruik alleen kleine letters, cijfers en koppeltekens.", "Schrijf map/id, bijvoorbeeld methods/dialoogtafel.")
_OF_CLASSES = ("title", "description")  # for developers, in English


def json_schema(model: type[Entry], ids: Mapping[str, Iterable[str]], example: Mapping[str, Any]) -> Schema:
    """The schema of a file with an item of this kind, or with all entries of it.

    `ids` are the ids that a field may hold, by folder: only for folders that hardly ever change. `example` is a filled-in item.
    """
    made = model.model_json_schema()
    fields = _inlined(made, made.get("$defs", {}))
    body = {}
    if model.kind.body:
        fields["required"].remove(model.kind.body)
        body = {"x-body": {"name": model.kind.body} | _readable(fields["properties"].pop(model.kind.body), ids, None)}
    fields = _readable(fields, ids, example) | body
    if model.kind.in_one_file:
        fields = {"type": "object", "propertyNames": TypeAdapter(Slug).json_schema(), "additionalProperties": fields}
    file = f"{model.kind.folder}.yml" if model.kind.in_one_file else f"{model.kind.folder}/*{model.kind.suffix}"
    about = {"title": model.kind.title, "description": f"De velden van een {model.kind.one}, in toolbox_data/{file}."}
    return {"$schema": "http://json-schema.org/draft-07/schema#", **about, **fields}


def _inlined(node: Any, definitions: Mapping[str, Schema]) -> Any:
    """The same schema with each `$ref` replaced by what it refers to; the model holds no loops."""
    if isinstance(node, list):
        return [_inlined(one, definitions) for one in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        target = definitions[node["$ref"].rpartition("/")[2]]
        node = {key: value for key, value in target.items() if key not in _OF_CLASSES} | node
    elif "properties" in node:
        node = {key: value for key, value in node.items() if key not in _OF_CLASSES}
    properties = {name: _inlined(one, definitions) for name, one in node.get("properties", {}).items()}
    rest = {key: _inlined(value, definitions) for key, value in node.items() if key not in ("$ref", "$defs", "discriminator", "properties")}
    return rest | ({"properties": properties} if "properties" in node else {})


def _readable(node: Schema, ids: Mapping[str, Iterable[str]], example: Any) -> Schema:
    """A schema without the traces of how it was made, with a Dutch message for what does not fit and an example."""
    if "anyOf" in node:  # a field that may be left empty
        one = next(branch for branch in node.pop("anyOf") if branch["type"] != "null")
        node = one | node | {"type": [one["type"], "null"]}
    if node.get("default", "") in (None, []):
        del node["default"]
    if node.get("type") == "array":
        for text, many in (("minLength", "minItems"), ("maxLength", "maxItems")):
            if text in node:
                node[many] = node.pop(text)
        node["items"] = _readable(node["items"], ids, example[0] if isinstance(example, list) and example else None)
    if node.get("x-refers-to") in ids:
        node["enum"] = sorted(ids[node["x-refers-to"]]) + ([None] if "null" in node["type"] else [])
    if "properties" in node:
        known = example if isinstance(example, dict) else {}
        node["properties"] = {name: _readable(field, ids, known.get(name)) for name, field in node["properties"].items()}
    if "oneOf" in node:
        node["oneOf"] = [_readable(branch, ids, example) for branch in node["oneOf"]]
    elif example not in (None, [], {}) and "properties" not in node and "const" not in node:
        node.setdefault("examples", [example])
    return node | _message(node)


def _message(node: Schema) -> Schema:
    """What a code editor says of a value that does not fit; it knows no Dutch of its own."""
    if "properties" in node:
        may = [name for name in node["properties"] if name not in node["required"]] if "required" in node else list(node["properties"])
        must = f" Deze moeten erbij: {', '.join(node['required'])}." if node.get("required") else ""
        return {
            "errorMessage": f"Er ontbreekt een veld, of een veld bestaat niet.{must}" + (f" Deze mogen: {', '.join(may)}." if may else "")
        }
    if "enum" in node:
        return {"errorMessage": f"Kies uit: {', '.join(filter(None, node['enum']))}."}
    if node.get("format") == "date":
        return {"errorMessage": "Schrijf een bestaande dag als jaar-maand-dag, bijvoorbeeld 2026-11-21."}
    if "pattern" in node and "patternErrorMessage" not in node:
        meaning = node.get("description", "")
        return {
            "errorMessage": f"Dit past hier niet. {meaning[:1].upper()}{meaning[1:]}."
            if meaning
            else _AN_ID[node.get("x-refers-to") == "*"]
        }
    kind = node.get("type")
    return {"errorMessage": _EXPECTED[kind[0] if isinstance(kind, list) else kind]} if kind else {}
