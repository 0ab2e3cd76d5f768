"""Take looks over many pages: two browsers at once, each in a thread of its own.

To start a tab costs more than most looks, so each browser keeps two, one with JavaScript and one without, and a page is opened once for all
states that are a setting of the browser.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from complaints import complaining
from conftest import launched
from guests import NO_WORKERS
from playwright.sync_api import Error, Page

from access.addresses import text_of

WORKERS = 2
WIDE, PHONE = (1280, 900), (320, 640)
USUAL = {"media": "screen", "color_scheme": "light", "forced_colors": "none", "reduced_motion": "no-preference"}
# Colours that are still on their way from the last state to this one are neither's. The page may hear of a setting a frame later.
SETTLED = """new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    .then(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)))"""
KEPT = "[localStorage, sessionStorage]"
COMPLAINTS = "complaints"
Found = list[tuple[str, str]]  # where on the page (a selector), and what is wrong there
Look = Callable[[Page], Found]


@dataclass(frozen=True)
class State:
    """A way in which a page can stand before somebody, and the looks to take at it then.

    `window` and `media` are settings of the browser; `arrange` is what is done on a page that was just opened, and may give what undoes it
    (reloading the page does the rest). `needs` is what the HTML of a page must hold for it to have the state at all. With `few` it looks the
    same on every page: a few pages are enough in `make test`.
    """

    name: str
    looks: tuple[str, ...]
    window: tuple[int, int] = WIDE
    media: Mapping[str, Any] = field(default_factory=dict)
    arrange: Callable[[Page], Callable[[], object] | None] | None = None
    needs: str = ""
    few: bool = False
    script: bool = True


@dataclass(frozen=True)
class Visit:
    """One page in one state, and what each look found there; under COMPLAINTS what the browser complained of on the way."""

    address: str
    state: str
    found: dict[str, Found]


class Sweeper:
    """Visits pages of the site in a folder, served at `root`, with the looks of `looks`, by name; each page begins with `script`."""

    def __init__(self, site: Path, root: str, looks: Mapping[str, Look], script: str) -> None:
        self._site, self._root, self._looks, self._script = site, root, looks, script
        self._here = threading.local()
        self._pool = ThreadPoolExecutor(WORKERS, initializer=self._begin)

    def over(self, plan: Iterable[tuple[str, Sequence[State]]]) -> list[Visit]:
        """Every page (by its address) in every state that it has."""
        heaviest_first = sorted(plan, key=lambda one: -len(text_of(self._site, one[0])))
        return [visit for visits in self._pool.map(lambda one: list(self._visits(*one)), heaviest_first) for visit in visits]

    def close(self) -> None:
        """End the browsers."""
        both = threading.Barrier(WORKERS)
        list(self._pool.map(lambda _: (both.wait(), self._here.running.__exit__(None, None, None)), range(WORKERS)))
        self._pool.shutdown()

    def _begin(self) -> None:
        self._here.running = launched()
        browser = self._here.running.__enter__()
        self._here.tabs, self._here.media = {}, {}
        for script in (True, False):
            context = browser.new_context(java_script_enabled=script)
            context.add_init_script(f"{NO_WORKERS}; {self._script}")
            context.set_default_timeout(10_000)
            self._here.tabs[script] = context.new_page()

    def _visits(self, address: str, states: Sequence[State]) -> Iterator[Visit]:
        html = text_of(self._site, address)
        own = [state for state in states if state.needs in html]
        opened: set[bool] = set()
        for state in sorted(own, key=lambda state: state.arrange is not None):
            fresh = state.arrange is not None or state.script not in opened
            opened.add(state.script)
            yield self._heard(self._here.tabs[state.script], address, state, fresh)

    def _heard(self, page: Page, address: str, state: State, fresh: bool) -> Visit:
        with complaining(page.context) as complaints:
            visit = self._looked(page, address, state, fresh)
        complaints += [f"cookie: {one['name']}" for one in page.context.cookies()]
        return replace(visit, found=visit.found | {COMPLAINTS: [("html", one) for one in complaints]})

    def _looked(self, page: Page, address: str, state: State, fresh: bool) -> Visit:
        width, height = state.window
        undo = None
        try:
            page.set_viewport_size({"width": width, "height": height})
            media = USUAL | dict(state.media)
            if self._here.media.get(page) != media:
                page.emulate_media(**media)  # type: ignore[arg-type]
                self._here.media[page] = media
            if fresh:
                page.goto(self._root + address)
                # What another state left behind in the browser must not be there in this one.
                if page.evaluate(f"{KEPT}.reduce((sum, kept) => sum + kept.length, 0)"):
                    page.evaluate(f"{KEPT}.forEach((kept) => kept.clear())")
                    page.goto(self._root + address)
            if state.arrange:
                undo = state.arrange(page)
            if state.script:
                page.evaluate(SETTLED)
            return Visit(address, state.name, {name: self._looks[name](page) for name in state.looks})
        except (Error, AssertionError) as error:
            return Visit(address, state.name, {name: [("html", f"cannot be looked at: {error!r}")] for name in state.looks})
        finally:
            if undo:
                undo()


def told(visits: Iterable[Visit], look: str) -> str:
    """What a look found, one line each: page, state, place, what is wrong. Empty when all is well."""
    return "\n".join(f"/{visit.address} [{visit.state}] {where}: {what}" for visit in visits for where, what in visit.found.get(look, []))
