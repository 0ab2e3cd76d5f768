"""Walk through a page with the Tab key: every stop seen, named, marked and in order; nothing passed by, no way to get stuck."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops
from playwright.sync_api import Page

from access.sweep import Found

HERE = Path(__file__).parent
AROUND = 8  # px around an element in which its focus mark is drawn
_marked: set[tuple[int, str]] = set()  # sorts of controls whose mark has been seen, per width of the window


def walk(page: Page) -> Found:
    """Every fault on the way from the top of the page to its end."""
    found: Found = []
    page.evaluate(_script("keyboard"))
    most = page.evaluate("document.querySelectorAll('*').length")
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate("stopped()")
        if stop is None or stop["again"]:
            break
        if stop["stuck"]:
            found.append((stop["where"], "the Tab key does not get past it"))
            break
        found += [(stop["where"], wrong) for wrong in stop["wrong"]]
        if not stop["wrong"]:
            found += mark(page, stop)
    return found + [(where, what) for where, what in page.evaluate(_script("keyboard_left_out") + "()")]


def mark(page: Page, stop: dict[str, Any]) -> Found:
    """Whether the focus shows: around and in the element, enough pixels change by a contrast of 3:1 or more (WCAG 2.4.7, 1.4.11).

    A picture is taken once for each sort of control, as its style is the same everywhere.
    """
    width = page.viewport_size["width"] if page.viewport_size else 0
    sort = (width, stop["like"])
    if sort in _marked:
        return []
    _marked.add(sort)
    box = {side: max(0, stop["box"][side] - AROUND) for side in ("x", "y")}
    box |= {side: stop["box"][side] + 2 * AROUND for side in ("width", "height")}
    with_focus = _picture(page, box)
    page.evaluate("window.focused = document.activeElement; focused.blur()")
    without = _picture(page, box)
    page.evaluate("focused.focus({preventScroll: true})")
    least = (stop["box"]["width"] + stop["box"]["height"]) / 2
    changed = changed_by_contrast(without, with_focus)
    return (
        [] if changed >= least else [(stop["where"], f"hardly shows that it has the focus: {changed} px change, {least:.0f} is the least")]
    )


def forget() -> None:
    """Take pictures of every sort of control again, for another site."""
    _marked.clear()


def changed_by_contrast(one: Image.Image, other: Image.Image, least: float = 3.0) -> int:
    """How many pixels differ by a contrast ratio of at least `least` (WCAG's formula of relative luminance)."""
    if not ImageChops.difference(one, other).getbbox():
        return 0
    pairs = zip(_luminances(one), _luminances(other), strict=True)
    return sum((max(a, b) + 0.05) / (min(a, b) + 0.05) >= least for a, b in pairs)


def _luminances(image: Image.Image) -> list[float]:
    channels = [
        [(v / 255 / 12.92 if v / 255 <= 0.04045 else ((v / 255 + 0.055) / 1.055) ** 2.4) * weight for v in range(256)]
        for weight in (0.2126, 0.7152, 0.0722)
    ]
    red, green, blue = channels
    data = image.tobytes()
    return [red[data[at]] + green[data[at + 1]] + blue[data[at + 2]] for at in range(0, len(data), 3)]


def _picture(page: Page, box: dict[str, float]) -> Image.Image:
    # The caret blinks, and would count as a change.
    return Image.open(io.BytesIO(page.screenshot(clip=box, caret="hide"))).convert("RGB")  # type: ignore[arg-type]


def _script(name: str) -> str:
    return (
        f"(() => {{ {(HERE / 'page.js').read_text(encoding='utf-8')}\nreturn (\n{(HERE / f'{name}.js').read_text(encoding='utf-8')}) }})()"
    )
