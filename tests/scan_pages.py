"""What the tests of the scan share: eight people round a table, and hands that type what they wrote on their cards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from complaints import DISK, SERVER, complaining
from conftest import until
from guests import guest
from playwright.sync_api import Browser, BrowserContext, Page

STATEMENTS = 20
# Twenty answers each, as keys; 0 is "weet ik niet" and a space a statement that somebody left open.
EIGHT = (
    "42334323544421224324",
    "41334412544521124313",
    "44224223543411222324",
    "41 33221 544420224125",
    "44324253550421034424",
    "41334414544411222324",
    "42033323534421124304",
    "44334212544421224414",
)
LAST_YEAR = tuple("".join(str(min(5, 1 + (place * (who + 3)) % 5)) for place in range(STATEMENTS)) for who in range(6))


def type_people(page: Page, people: tuple[str, ...] = EIGHT) -> int:
    """Type people with the keyboard alone, Enter between them. Gives how many keys that took."""
    page.locator(".tb-scan .tb-scale-row input").first.focus()
    keys = [key for person in people for key in (*person.replace(" ", "↓"), "Enter")][:-1]
    for key in keys:
        page.keyboard.press("ArrowDown" if key == "↓" else key)
    return len(keys)


def outcome(page: Page) -> Any:
    """All that the page shows of a scan: the lines of its code and the numbers of every statement."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # what waits for a rest is drawn at once
    until(page, "() => !document.getElementById('tb-paper').hidden && !document.getElementById('tb-outcome-body').hidden")
    page.locator("#tb-numbers").evaluate("(one) => { one.open = true }")
    until(page, "() => document.querySelectorAll('#tb-rows-numbers tr').length > 0")
    return page.evaluate("""() => ["tb-lines", "tb-rows-numbers", "tb-rows-conditions", "tb-rows-apart", "tb-rows-low", "tb-rows-high"].map(
        (id) => [...document.getElementById(id).children].map((row) => row.innerText))""")


def lines(page: Page) -> list[str]:
    """The code on paper, line by line."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    return page.locator("#tb-lines li").all_inner_texts()


def take(page: Page, text: str) -> str:
    """Type a code in the box for codes; gives what the page says."""
    page.locator("#tb-code").evaluate("(box) => { box.closest('details').open = true }")
    page.locator("#tb-code").fill(text)
    page.locator("#tb-code-read").click()
    return page.locator("#tb-code-messages").inner_text()


@contextmanager
def laptop(browser: Browser, script: str = "", **options: Any) -> Iterator[BrowserContext]:
    """A browser of its own, in Dutch; nothing on its pages may go wrong unseen."""
    usual = {"locale": "nl-NL", "accept_downloads": True, "viewport": {"width": 1280, "height": 900}}
    with guest(browser, script, **usual | options) as context:
        context.set_default_timeout(8_000)
        with complaining(context, SERVER, DISK) as complaints:
            yield context
    assert complaints == [], complaints
