"""What a code editor is told of a content file is what the model says of it."""

from __future__ import annotations

import copy
import fnmatch
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from jsonschema import Draft7Validator
from jsonschema import ValidationError as SchemaError
from pydantic import BaseModel, ValidationError

from macros.model import MODELS, Entry
from macros.model.labels import LABELS
from macros.model.lookup import models_in
from macros.reader import read
from macros.schema_files import FOLDER, SETTINGS, plain, schema_files

CONTENT = ROOT / "toolbox_data"
Loc = tuple[str | int, ...]


@cache
def validator(model: type[Entry]) -> Draft7Validator:
    schema = json.loads((CONTENT / FOLDER / f"{model.kind.folder}.json").read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)


def files_of(model: type[Entry]) -> list[Path]:
    kind = model.kind
    return [CONTENT / f"{kind.folder}.yml"] if kind.in_one_file else sorted((CONTENT / kind.folder).glob(f"*{kind.suffix}"))


def data_of(file: Path, model: type[Entry]) -> dict[str, Any]:
    data = read(file, file.name, model.kind.body).data
    data.pop(model.kind.body, None)
    return data


def by_name(model: type[Entry]) -> str:
    return model.kind.folder


def test_the_committed_files_are_those_of_the_model() -> None:
    made = dict(schema_files(ROOT))
    there = {file.relative_to(ROOT).as_posix() for file in (CONTENT / FOLDER).iterdir()} | {SETTINGS}
    assert there == set(made)
    for path, text in made.items():
        assert (ROOT / path).read_text(encoding="utf-8") == text, f"{path} is old: run `python -m macros schema`"


@pytest.mark.parametrize("model", MODELS, ids=by_name)
def test_the_schema_accepts_all_content_that_there_is(model: type[Entry]) -> None:
    for file in files_of(model):
        wrong = [f"{file.name}: {list(error.path)} {error.message}" for error in validator(model).iter_errors(plain(data_of(file, model)))]
        assert not wrong


@pytest.mark.parametrize("model", MODELS, ids=by_name)
def test_the_schema_refuses_what_the_model_refuses_in_one_field(model: type[Entry]) -> None:
    """Not what fields say of each other: those errors stand at a group of fields, not at one."""
    whole = data_of(files_of(model)[0], model)
    if model.kind.in_one_file:
        whole = dict(list(whole.items())[:2])
    refused = 0
    for change, damaged in mutations(whole):
        # That a phase or condition does not exist is known to the schema, and to a rule; not to the model.
        errors = [error for error in validator(model).iter_errors(plain(damaged)) if not is_unknown_id(error)]
        accepts = not errors
        faults = faults_of(model, damaged)
        if not faults:
            assert accepts, f"{change}: only the schema refuses it: {errors[0].message}"
        elif any(fault["type"] != "dutch" or isinstance(fault["input"], str) for fault in faults):
            assert not accepts, f"{change}: only the model refuses it, {faults[0]['type']} at {faults[0]['loc']}"
            refused += 1
    assert refused > 20


def is_unknown_id(error: SchemaError) -> bool:
    branches: dict[Any, list[SchemaError]] = {}
    for inner in error.context:
        branches.setdefault(inner.schema_path[0], []).append(inner)
    if error.validator == "oneOf":
        return any(all(map(is_unknown_id, branch)) for branch in branches.values())
    return error.validator == "enum" and "x-refers-to" in error.schema and isinstance(error.instance, str)


def faults_of(model: type[Entry], data: dict[str, Any]) -> list[Any]:
    """What the model has against the data."""
    entries = data.values() if model.kind.in_one_file else [data]
    body = {model.kind.body: "Tekst."} if model.kind.body else {}
    faults: list[Any] = []
    for entry in entries:
        if not isinstance(entry, dict):
            return [{"type": "dict_type", "input": entry, "loc": ()}]
        try:
            model.model_validate(entry | body | {"id": "x", "path": "x"})
        except ValidationError as error:
            faults += error.errors()
    return faults


def mutations(data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """(what was changed, the changed data): at each place a field less, a field more, another value."""
    for loc in places(data):
        yield f"{loc} taken away", changed(data, loc, None, take_away=True)
        for value in (None, 7, -1, True, "x", "A B\nC", "woord " * 50, [], [[]], {}, "https://a b.nl", "tips/"):
            yield f"{loc} made {value!r}", changed(data, loc, value)
        if isinstance(at(data, loc), dict):
            yield f"{loc} with a field more", changed(data, (*loc, "zomaar"), "x")


def places(data: Any, loc: Loc = ()) -> Iterator[Loc]:
    inside = data.items() if isinstance(data, dict) else list(enumerate(data))[:2] if isinstance(data, list) else ()
    for key, value in inside:
        yield (*loc, key)
        yield from places(value, (*loc, key))


def at(data: Any, loc: Loc) -> Any:
    for part in loc:
        data = data[part]
    return data


def changed(data: dict[str, Any], loc: Loc, value: Any, take_away: bool = False) -> dict[str, Any]:
    copied = copy.deepcopy(data)
    parent = at(copied, loc[:-1])
    if take_away:
        del parent[loc[-1]]
    else:
        parent[loc[-1]] = value
    return copied


def test_every_field_has_a_dutch_name_and_every_name_is_used() -> None:
    names: set[str] = set()

    def walk(model: type[BaseModel]) -> None:
        for name, info in model.model_fields.items():
            if info.description or name == "type":
                names.add(name)
            for inner in models_in(info.annotation):
                walk(inner)

    for model in MODELS:
        walk(model)
    assert names == set(LABELS)


def test_every_field_in_a_schema_says_in_dutch_what_it_is_and_what_may_be_there() -> None:
    def walk(node: Any) -> Iterator[dict[str, Any]]:
        if isinstance(node, dict):
            yield from node.get("properties", {}).values()
        for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            yield from walk(inner)

    for model in MODELS:
        for field in walk(validator(model).schema):
            assert field["title"] and (field.get("description") or "const" in field), field
            assert "$ref" not in field and (field.get("errorMessage") or "oneOf" in field), field


def test_every_yaml_file_has_its_schema_in_the_settings_and_every_template_names_it() -> None:
    settings = json.loads((ROOT / SETTINGS).read_text(encoding="utf-8"))["yaml.schemas"]
    for file in CONTENT.rglob("*.yml"):
        path = file.relative_to(ROOT).as_posix()
        found = [schema for schema, files in settings.items() if any(fnmatch.fnmatch(path, one) for one in files)]
        assert len(found) == 1 and (ROOT / found[0]).is_file(), path
        if file.name.startswith("_template"):
            named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", file.read_text(encoding="utf-8"))
            assert named and (file.parent / named[1]).resolve() == (ROOT / found[0]).resolve()
