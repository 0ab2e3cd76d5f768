"""The real content is whole: enough of everything, links that carry, our own words. Never its wording."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

import pytest
from conftest import ROOT

from macros.load import load
from macros.toolbox import Toolbox


@pytest.fixture(scope="module")
def toolbox() -> Toolbox:
    return load(ROOT / "toolbox_data")


LEAST = {
    "phases": 4,
    "conditions": 5,
    "tips": 67,
    "methods": 28,
    "worksheets": 12,
    "examples": 18,
    "signals": 15,
    "routes": 5,
    "glossary": 55,
    "synonyms": 120,
}


@pytest.mark.parametrize(("kind", "number"), LEAST.items())
def test_there_is_enough_of_every_kind(toolbox: Toolbox, kind: str, number: int) -> None:
    assert len(toolbox[kind]) >= number


@pytest.mark.parametrize(("kind", "number"), {"tips": 10, "methods": 6, "worksheets": 3, "examples": 4}.items())
def test_every_phase_has_enough_to_work_with(toolbox: Toolbox, kind: str, number: int) -> None:
    found = {phase.id: len(toolbox.placed(kind, phase=phase.id)) for phase in toolbox["phases"]}
    assert all(count >= number for count in found.values()), found


@pytest.mark.parametrize("kind", ["tips", "methods"])
def test_every_condition_has_enough_to_work_with(toolbox: Toolbox, kind: str) -> None:
    found = {condition.id: len(toolbox.placed(kind, condition=condition.id)) for condition in toolbox["conditions"]}
    assert all(count >= 3 for count in found.values()), found


def test_every_question_of_a_phase_leads_to_something_to_do(toolbox: Toolbox) -> None:
    for phase in toolbox["phases"]:
        assert len(phase.guiding_questions) >= 5 and len(phase.ready_when) >= 3
        for question in phase.guiding_questions:
            assert question.tips or question.methods or question.worksheets


def test_every_method_is_prepared_for_what_goes_differently(toolbox: Toolbox) -> None:
    for method in toolbox["methods"]:
        assert len(method.variants) >= 3 and len(method.pitfalls) >= 2, method.key
        assert toolbox.related(method), f"{method.key} says nothing of before, after or instead"


def test_every_worksheet_and_every_example_is_tied_to_a_method(toolbox: Toolbox) -> None:
    for sheet in toolbox["worksheets"]:
        assert toolbox.used_by(sheet, "methods") or any(step.then.startswith("methods/") for step in sheet.next), sheet.key
    for example in toolbox["examples"]:
        assert any(key.startswith("methods/") for key in example.used), example.key


def test_most_methods_show_where_they_were_used(toolbox: Toolbox) -> None:
    shown = [method.id for method in toolbox["methods"] if toolbox.used_by(method, "examples")]
    assert len(shown) >= len(toolbox["methods"]) / 2


def test_every_role_has_a_route_of_its_own(toolbox: Toolbox) -> None:
    assert len({route.role for route in toolbox["routes"]}) == 5


def test_every_route_carries_on_for_at_least_five_stops(toolbox: Toolbox) -> None:
    assert all(len(route.stops) >= 5 for route in toolbox["routes"])


WRITTEN = sorted(file for folder in ("toolbox_data", "docs") for file in (ROOT / folder).rglob("*") if file.suffix in (".md", ".yml"))


@pytest.mark.parametrize("file", WRITTEN, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_eight_words_in_a_row_are_somebody_elses(file: Path, source_phrases: frozenset[str]) -> None:
    """The file of hashes holds every run of eight words of the source articles; the articles themselves are not ours to keep."""
    text = unicodedata.normalize("NFKC", file.read_text(encoding="utf-8")).lower()
    words = re.findall(r"[a-z0-9\u00e0-\u00ff]+", text)
    runs = [" ".join(words[start : start + 8]) for start in range(len(words) - 7)]
    assert [run for run in runs if hashlib.sha256(run.encode()).hexdigest()[:12] in source_phrases] == []


@pytest.fixture(scope="module")
def source_phrases() -> frozenset[str]:
    return frozenset((ROOT / "tests/source_phrases.sha").read_text(encoding="ascii").split())
