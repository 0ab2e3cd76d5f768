"""The looks, by name: axe-core, and our own for what axe cannot see."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from install_checkers import axe as axe_script
from playwright.sync_api import Page

from access import keyboard
from access.sweep import Found, Look

HERE = Path(__file__).parent
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Why axe could not decide about a contrast, where we can: for a single sign, for text that a box beside it touches, for text outside the window.
DECIDED_HERE = {"nonBmp", "shortTextContent", "bgOverlap", "elmPartiallyObscured", "elmPartiallyObscuring", "outsideViewport"}

# What axe leaves to a person ("needs review") and a person has looked at: the rule, the place, and why it is right. Anything else is a fault.
LOOKED_AT = {
    ("aria-required-children", "#tb-list"): "the list of kept sheets is empty until something is kept, and a text above it says so"
}


def axe(page: Page) -> Found:
    """What axe-core finds wrong (A, AA, best practice), and what it cannot decide, we cannot, and nobody has looked at."""
    return _by_axe(page, "tag", TAGS)


def axe_colours(page: Page) -> Found:
    """The part of that which other colours can change; for a state that has the same elements as another."""
    return _by_axe(page, "rule", ["color-contrast"])


def axe_asleep() -> str:
    """A script that each page must begin with: axe can be woken there. To send half a megabyte for each look costs as much as the look."""
    return f"window.wakeAxe = () => {{ {_text(axe_script())}; return axe; }}"


def _by_axe(page: Page, sort: str, values: list[str]) -> Found:
    # `preload` fetches the stylesheets again, for a rule that is not among these tags.
    result = page.evaluate(
        # What it found right stays in the page: that is most of it.
        """([type, values]) => (window.axe ?? wakeAxe()).run({runOnly: {type, values}, resultTypes: ['violations', 'incomplete'], preload: false})
            .then(({violations, incomplete}) => ({violations, incomplete}))""",
        [sort, values],
    )
    found = [(_where(node), f"{rule['id']}: {_why(node)}") for rule in result["violations"] for node in rule["nodes"]]
    for rule in result["incomplete"]:
        found += [(_where(node), fault) for node in rule["nodes"] if (fault := _undecided(page, rule["id"], node))]
    return found


def _undecided(page: Page, rule: str, node: dict[str, Any]) -> str:
    """What is wrong with a place that axe could not decide about; empty when nothing is."""
    if (rule, _where(node)) in LOOKED_AT:
        return ""
    if rule == "color-contrast" and node["any"][0]["data"].get("messageKey") in DECIDED_HERE:
        decided = page.evaluate(f"(at) => {{ {_text(HERE / 'page.js')}\nreturn ({_text(HERE / 'contrast.js')})(at) }}", _where(node))
        return f"{rule}: {decided}" if decided else ""
    return f"undecided: {rule}: {_why(node)}"


def _where(node: dict[str, Any]) -> str:
    return " ".join(map(str, node["target"]))


def _why(node: dict[str, Any]) -> str:
    """Axe's own words on what is wrong with a place, on one line."""
    lines = [check["message"] for part in ("any", "all", "none") for check in node[part]]
    return "; ".join(lines or [node.get("failureSummary") or "?"]).replace("\n", " ")


def by_script(name: str) -> Look:
    """A look that is written in JavaScript, in `look_NAME.js`."""

    def look(page: Page) -> Found:
        script = f"() => {{ {_text(HERE / 'page.js')}\nreturn ({_text(HERE / f'look_{name}.js')})() }}"
        return [(where, what) for where, what in page.evaluate(script)]

    return look


@cache
def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


LOOKS: dict[str, Look] = {"axe": axe, "axe colours": axe_colours, "keyboard": keyboard.walk} | {
    name: by_script(name) for name in ("structure", "targets", "fit", "forced", "still", "no_script")
}
