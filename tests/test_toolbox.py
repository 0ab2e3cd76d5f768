"""The content as a whole: linked both ways, in order, frozen."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import SAMPLE
from pydantic import ValidationError

from macros.load import load
from macros.model.choices import Relation
from macros.toolbox import Toolbox


@pytest.fixture(scope="module")
def toolbox() -> Toolbox:
    return load(SAMPLE / "toolbox_data")


def names(items: list) -> list[str]:
    return [item.key for item in items]


def test_a_tip_knows_what_uses_it(toolbox: Toolbox) -> None:
    tip = toolbox.get("tips/drink-koffie")
    assert names(toolbox.used_by(tip, "phases")) == ["phases/begin"]
    assert names(toolbox.used_by(tip, "signals")) == ["signals/stil"]


def test_a_method_knows_the_examples_that_used_it(toolbox: Toolbox) -> None:
    assert names(toolbox.used_by(toolbox.get("methods/kaart"), "examples")) == ["examples/plein"]


def test_a_source_knows_all_that_leans_on_it(toolbox: Toolbox) -> None:
    users = names(toolbox.users(toolbox.get("sources/boek")))
    assert users == [
        "phases/begin",
        "conditions/doel",
        "tips/drink-koffie",
        "methods/kaart",
        "worksheets/blad",
        "glossary/kartrekker",
        "aan-tafel/buren",
    ]


def test_every_link_is_there_in_both_directions(toolbox: Toolbox) -> None:
    forward = {(key, other) for key, others in toolbox.links.items() for other in others}
    back = {(other, key) for key, others in toolbox.back_links.items() for other in others}
    assert forward == back and len(forward) > 30


def test_a_relation_is_read_the_other_way_round_at_the_other_end(toolbox: Toolbox) -> None:
    coffee, notes = toolbox.get("tips/drink-koffie"), toolbox.get("tips/schrijf-op")
    assert toolbox.related(coffee) == [(Relation.BEFORE, notes)]
    assert toolbox.related(notes) == [(Relation.AFTER, coffee)]


def test_connections_leave_out_what_is_already_related(toolbox: Toolbox) -> None:
    shown = {kind.folder: names(items) for kind, items in toolbox.connections(toolbox.get("methods/kaart"))}
    assert shown == {"worksheets": ["worksheets/blad"], "examples": ["examples/plein"]}


def test_items_stand_in_the_order_of_their_first_phase_and_then_by_title(toolbox: Toolbox) -> None:
    assert names(toolbox["worksheets"]) == ["worksheets/blad", "worksheets/meting"]
    assert names(toolbox["phases"]) == ["phases/begin", "phases/vervolg"]


def test_neighbours_stop_at_the_ends(toolbox: Toolbox) -> None:
    first, last = toolbox["tips"]
    assert toolbox.neighbours(first) == (None, last)
    assert toolbox.neighbours(last) == (first, None)


def test_nothing_can_be_changed_after_loading(toolbox: Toolbox) -> None:
    tip = toolbox.get("tips/drink-koffie")
    with pytest.raises(ValidationError):
        tip.title = "Anders"
    with pytest.raises(TypeError):
        toolbox.kinds["tips"]["nieuw"] = tip  # type: ignore[index]
    assert isinstance(tip.phases, tuple)


def test_words_that_yaml_1_1_would_change_stay_words(content: Path) -> None:
    file = content / "methods/kaart.yml"
    file.write_text(
        file.read_text(encoding="utf-8")
        .replace("opening_line: Pak een stift.", "opening_line: on")
        .replace("goal: Een doel dat iedereen kent.", "goal: 10:30"),
        encoding="utf-8",
    )
    method = load(content).get("methods/kaart")
    assert (method.opening_line, method.goal) == ("on", "10:30")


def test_windows_line_ends_change_nothing(content: Path) -> None:
    before = load(content).get("tips/drink-koffie")
    file = content / "tips/drink-koffie.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert load(content).get("tips/drink-koffie") == before
