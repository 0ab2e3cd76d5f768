"""Every page as it opens, in a wide window and in one of 320 px; and every kind of page in every state it can be in (in an audit every page).

All in one file: where tests run on several cores a file stays on one, and these share one round over the site.
"""

from __future__ import annotations

import pytest

from access.states import NARROW, PLAIN, STATES
from access.sweep import COMPLAINTS, State, Visit, told

EVERYWHERE = {PLAIN.name, NARROW.name}


@pytest.fixture
def plain(visits: list[Visit], everywhere: list[str]) -> list[Visit]:
    """Every page, wide and narrow."""
    found = [visit for visit in visits if visit.state in EVERYWHERE]
    assert {(visit.address, visit.state) for visit in found} == {(address, state) for address in everywhere for state in EVERYWHERE}
    return found


def test_axe_finds_nothing_on_any_page(plain: list[Visit]) -> None:
    assert not (faults := told(plain, "axe")), faults


def test_landmarks_headings_and_language_are_right_on_every_page(plain: list[Visit]) -> None:
    assert not (faults := told(plain, "structure")), faults


def test_every_page_fits_at_320_px_as_well(plain: list[Visit]) -> None:
    assert not (faults := told(plain, "fit")), faults


def test_what_is_pointed_at_is_large_enough_on_every_page(plain: list[Visit]) -> None:
    assert not (faults := told(plain, "targets")), faults


def test_no_page_asks_another_host_sets_a_cookie_or_breaks_its_policy_in_any_state(plain: list[Visit], visits: list[Visit]) -> None:
    assert len({visit.address for visit in plain}) > 150
    assert not (faults := told(visits, COMPLAINTS)), faults


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_a_page_stays_accessible(visits: list[Visit], state: State) -> None:
    found = [visit for visit in visits if visit.state == state.name]
    assert found, "no page has this state: is what it needs still called so?"
    assert not (faults := "\n".join(filter(None, (told(found, look) for look in state.looks)))), faults
