"""The files for a code editor: a JSON Schema for each kind of content, and which files each is for."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.json_schema import json_schema
from macros.model import MODELS, Entry
from macros.reader import read

FOLDER = "_schema"  # in toolbox_data/; names with a _ are no content
SETTINGS = ".vscode/settings.json"
_FIXED = ("phases", "conditions")  # the axes of the toolbox: a field that names one offers them all


def schema_files(root: Path) -> Iterator[tuple[str, str]]:
    """(path from the root, text) of every file, made from the model, the ids of phases and conditions, and the _template of each folder."""
    content = root / "toolbox_data"
    ids = {folder: [file.stem for file in (content / folder).glob("[!_.]*")] for folder in _FIXED}
    for model in MODELS:
        schema = json_schema(model, ids, _example(content, model))
        yield f"{content.name}/{FOLDER}/{model.kind.folder}.json", _as_json(schema)
    yield SETTINGS, _as_json(_settings(content.name))


def plain(value: Any) -> Any:
    """Content as JSON knows it: a day is a text."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def _example(content: Path, model: type[Entry]) -> Any:
    """The data of the _template of a kind; nothing for kinds that stand in one file, which say their examples in the model."""
    where = content / model.kind.folder / f"_template{model.kind.suffix}"
    return plain(read(where, where.name, model.kind.body).data) if where.is_file() else {}


def _settings(content: str) -> dict[str, Any]:
    """Settings for Visual Studio Code. A schema is for YAML files only: no code editor checks the fields above a Markdown text."""
    of_yaml = [model.kind for model in MODELS if model.kind.suffix == ".yml"]
    files = {kind.folder: f"{content}/{kind.folder}{'.yml' if kind.in_one_file else '/*.yml'}" for kind in of_yaml}
    return {
        "yaml.schemas": {f"./{content}/{FOLDER}/{folder}.json": [file] for folder, file in files.items()},
        "yaml.schemaStore.enable": False,
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "editor.insertSpaces": True,
        "editor.tabSize": 2,
        "[yaml]": {"editor.wordWrap": "on"},
        "[markdown]": {"editor.wordWrap": "on"},
    }


def _as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
