"""What the tests of accessibility share: the visits to all pages, and what an audit writes down."""

from __future__ import annotations

import datetime as dt
import json
import re
from importlib.metadata import version
from pathlib import Path

import pytest
from install_checkers import PINNED
from playwright.sync_api import Browser

from access.addresses import AUDIT, a_few, all_addresses, every_kind
from access.looks import LOOKS, axe_asleep
from access.states import NARROW, PLAIN, STATES
from access.sweep import State, Sweeper, Visit
from macros.accessibility.checks import CHECKS
from macros.accessibility.evidence import Measured, written

_visits: list[Visit] = []
_about: dict[str, str] = {}


@pytest.fixture(scope="session")
def everywhere(site: Path) -> list[str]:
    """The addresses of all pages."""
    return all_addresses(site)


@pytest.fixture(scope="session")
def visits(request: pytest.FixtureRequest, site: Path, server: str, browser: Browser, everywhere: list[str]) -> list[Visit]:
    """Every page as it opens, and every kind of page in every state (in an audit every page), as far as the chosen tests ask for it."""
    chosen = [getattr(item, "callspec", None) for item in request.session.items]
    asked = {one.params["state"].name for one in chosen if one and isinstance(one.params.get("state"), State)}
    kinds = everywhere if AUDIT else every_kind(site)
    few = everywhere if AUDIT else a_few(kinds)
    plain = any("plain" in getattr(item, "fixturenames", ()) for item in request.session.items)

    def states(address: str) -> list[State]:
        more = [state for state in STATES if state.name in asked and address in (few if state.few else kinds)]
        return [*((PLAIN, NARROW) if plain else ()), *more]

    _about["Chromium"] = browser.version
    sweeper = Sweeper(site, server, LOOKS, axe_asleep())
    _visits.extend(sweeper.over((address, states(address)) for address in everywhere))
    sweeper.close()
    return _visits


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """After an audit that found nothing: write down what was done. An audit of a part is none."""
    if not AUDIT or exitstatus != 0:
        return
    told = session.config.pluginmanager.get_plugin("terminalreporter")  # it hears of every test; a conftest only of those beside it
    passed = [re.sub(r"\[.*", "", report.nodeid).removeprefix("tests/") for report in told.stats.get("passed", [])]
    done = {check.id: measured for check in CHECKS if (measured := _measured(passed, check.tests, set(check.looks)))}
    if missing := {check.id for check in CHECKS} - set(done):
        told.write_line(f"\nNo evidence is written: not all tests were run of {', '.join(sorted(missing))}.")
        return
    pinned = json.loads((PINNED / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    tools = _about | {
        "axe-core": pinned["node_modules/axe-core"]["version"],
        "Nu HTML Checker": pinned["node_modules/vnu-jar"]["version"],
        "Playwright": version("playwright"),
    }
    written(dt.date.today(), len({visit.address for visit in _visits}), tools, done)


def _measured(passed: list[str], tests: tuple[str, ...], looks: set[str]) -> Measured | None:
    """What was done for one check; None when one of its tests was not run."""
    if not all(any(name.startswith(test) for name in passed) for test in tests):
        return None
    seen = [visit for visit in _visits if looks & set(visit.found)]
    states = sorted({visit.state for visit in seen})
    count = sum(name.startswith(tests) for name in passed)
    return Measured(tests=count, pages=len({visit.address for visit in seen}), visits=len(seen), states=states)
