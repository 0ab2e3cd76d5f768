"""Every kind of page in every state it can be in; in an audit every page."""

from __future__ import annotations

import pytest

from access.states import STATES
from access.sweep import State, Visit, told


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_a_page_stays_accessible(visits: list[Visit], state: State) -> None:
    found = [visit for visit in visits if visit.state == state.name]
    assert found, "no page has this state: is what it needs still called so?"
    assert not (faults := "\n".join(filter(None, (told(found, look) for look in state.looks)))), faults
