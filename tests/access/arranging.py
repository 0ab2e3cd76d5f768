"""How a page is brought into a state by what somebody does on it. Each takes a page that was just opened; one gives what undoes it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from playwright.sync_api import Page

SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }"


def anew(page: Page) -> None:
    """As it opens: for what must start at the top of a page that nobody has touched."""


def menu_open(page: Page) -> None:
    """Open the menu of a narrow screen, without moving the focus: a walk with the Tab key then starts at the top."""
    page.locator(".tb-menu-button").dispatch_event("click")


def searching(words: str) -> Callable[[Page], None]:
    """Type words in the search field of every page, and wait for the answer."""

    def arrange(page: Page) -> None:
        page.locator("#tb-q").fill(words)
        page.locator("#tb-results").wait_for(state="visible")
        page.wait_for_load_state("networkidle")

    return arrange


def finding(words: str) -> Callable[[Page], None]:
    """On the page for searching: open the filters, ask for words, and wait for the answer."""

    def arrange(page: Page) -> None:
        page.locator("#tb-filters summary").click()
        page.locator("#tb-find").fill(words)
        page.locator("#tb-find").press("Enter")
        page.locator("#tb-finder-status", has_text=re.compile(r"\S")).wait_for()
        page.wait_for_load_state("networkidle")

    return arrange


def explained(page: Page) -> None:
    """Show what a word of the glossary means."""
    page.keyboard.press("Tab")  # a browser marks the focus, and the page explains, once keys are used
    page.locator("a.tb-word").first.focus()
    page.locator("[role=tooltip]").wait_for()


def shown_the_way(page: Page) -> None:
    """Go to the last outcome of the guide."""
    last = page.locator("#wegwijzer .tb-place").last
    page.evaluate("id => { location.hash = id }", last.get_attribute("id"))
    last.wait_for()


def unfolded(page: Page) -> None:
    """Open all that is folded."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")


def filled(page: Page) -> None:
    """Put something in every field, make a second copy, and let the form say that a file is wrong."""
    page.evaluate(
        """() => { for (const field of document.querySelectorAll('.tb-part input, .tb-part textarea, .tb-part select')) {
            if (['radio', 'checkbox'].includes(field.type)) field.checked = true;
            else if (field.localName === 'select') field.selectedIndex = field.options.length - 1;
            else field.value = {number: '3', date: '2026-11-21'}[field.type] || 'Wat de buren zeiden over het plein';
            field.dispatchEvent(new Event('input', {bubbles: true}));
            field.dispatchEvent(new Event('change', {bubbles: true}));
        } }"""
    )
    page.locator("#tb-duplicate").click()
    page.locator("#tb-empty").click()
    page.locator("#tb-import").set_input_files({"name": "foto.json", "mimeType": "application/json", "buffer": b"geen werkblad"})
    page.locator("#tb-import-messages .tb-message").wait_for()


def with_copies(page: Page) -> None:
    """On the page of what is kept: two sheets in its list, and a message."""
    sheet = page.evaluate("JSON.parse(document.querySelector('#tb-sheets li').dataset.shape).id")
    for name in ("Netwerk Noord", ""):
        copy = {"format": "toolbox-samenwerken/ingevuld", "version": 1, "sheet": sheet, "sheetVersion": "1.0", "name": name}
        copy |= {"savedAt": "2026-11-21T10:00:00.000Z", "values": {}, "rows": {}}
        page.locator("#tb-import").set_input_files(
            {"name": "blad.json", "mimeType": "application/json", "buffer": json.dumps(copy).encode()}
        )
        page.locator("#tb-list li", has_text=name or "Zonder naam").wait_for()


def dialog(page: Page) -> None:
    """The question before everything is wiped."""
    with_copies(page)
    page.locator("#tb-wipe").click()
    page.locator("#tb-wipe-dialog").wait_for()


def scanned(page: Page) -> None:
    """On the page of the scan: five people, a message about a code, everything that can be shown, and an earlier scan beside it."""
    page.evaluate(
        """() => {
            const { group, data, answers, compare } = toolboxScan;
            const five = [0, 1, 2, 3, 4].map((who) => answers.person(data.statements.map((_, place) => 1 + (place * who + place) % 5)));
            five[4].answers.fill(answers.UNKNOWN, 3, 9);
            group.put({ people: five });
            compare.start({ day: "2025-11-20", people: five.slice(1) }, "Vorig jaar");
            document.querySelectorAll('#tb-scan details').forEach((one) => { one.open = true });
        }"""
    )
    page.locator("#tb-code").fill("ABC")
    page.locator("#tb-code-read").click()
    page.locator("#tb-rows-numbers tr").first.wait_for()
    page.locator("#tb-qr path[d*=h]").wait_for()


def on_own_device(page: Page) -> None:
    """On the page of the scan: filled in for one person, with a code."""
    page.evaluate("location.hash = 'alleen'")
    page.locator(".tb-scan .tb-scale-row input").nth(3).check()
    page.locator("#tb-own-code").wait_for()


def worked_out(page: Page) -> None:
    """On a sheet that calculates: an outcome with bars to both sides, all that is folded open, and an amount that can't be read."""
    page.evaluate(
        """() => { const set = (name, value) => { const field = document.querySelector(`[name="${name}"]`);
            field.value = value; field.dispatchEvent(new Event('input', { bubbles: true })); };
        const rows = [['Bewoners', '100-300', '0'], ['Gemeente', '500', '900-1200'], ['Een fonds met een lange naam', '20-80', '50']];
        rows.forEach(([party, given, without], place) => ['jaar-1', 'jaar-2'].forEach((year, second) => {
            const cells = { partij: party, soort: 'kosten', jaar: year, met: given, zonder: without };
            for (const [column, text] of Object.entries(cells)) set(`bedragen.${2 * place + second + 1}.${column}`, text); }));
        set('bedragen.7.met', '1,234');
        document.querySelector('#tb-outcome details').open = true; }"""
    )
    page.locator(".tb-problem").wait_for()


def some_missing(page: Page) -> None:
    """On the page of who is not at the table: somebody is there, and an address that is not wholly known."""
    page.evaluate("location.hash = '#verankeren+gemeente+bestaat-niet'")
    page.locator("#tb-seats-lost").wait_for()


def spaced(page: Page) -> None:
    """The spacing that a reader may ask for (WCAG 1.4.12)."""
    # A sheet that is made by script: the security policy of a page lets no style into its text.
    page.evaluate("text => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text); document.adoptedStyleSheets = [sheet] }", SPACED)
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).letterSpacing") != "normal"


def large_text(page: Page) -> Callable[[], object]:
    """Letters twice as large by the browser's own setting, the window as it was. Gives what makes them small again."""
    size = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
    before = page.evaluate(size)
    browser = page.context.new_cdp_session(page)
    browser.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    assert page.evaluate(size) == 2 * before
    return lambda: browser.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
