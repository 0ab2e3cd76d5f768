"""Without a mouse: the tasks that people come for. The walk over every page with the Tab key is one of the looks in test_visits.py."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from access.arranging import with_copies


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window of a phone; nothing in it has been clicked."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce", service_workers="block")
    yield context.new_page()
    context.close()


def focused(page: Page) -> str:
    """The text of what has the focus."""
    return page.evaluate("document.activeElement.textContent.trim()")


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until this has the focus."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the Tab key does not reach {selector}")


def test_the_first_stop_leads_past_the_menu(page: Page, server: str) -> None:
    page.goto(server + "tips/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_opens_and_closes_and_gives_the_focus_back(page: Page, server: str, key: str) -> None:
    page.goto(server)
    tab_to(page, ".tb-menu-button")
    page.keyboard.press(key)
    assert page.locator(".tb-menu-button").get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#tb-menu') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.tb-menu-button')")
    assert page.locator(".tb-menu-button").get_attribute("aria-expanded") == "false"
    assert not page.locator("#tb-menu").is_visible()


def test_somebody_finds_a_method_by_the_menu(page: Page, server: str) -> None:
    page.goto(server)
    tab_to(page, ".tb-menu-button")
    page.keyboard.press("Enter")
    tab_to(page, "#tb-menu a[href$='werkvormen/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/werkvormen/")
    tab_to(page, "article a[href$='partnerschapskaart/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/werkvormen/partnerschapskaart/")


def test_somebody_searches_and_opens_a_result(page: Page, server: str) -> None:
    page.goto(server)
    tab_to(page, "#tb-q")
    page.keyboard.type("partnerschapskaart")
    page.locator("#tb-results").wait_for(state="visible")
    page.locator("#tb-results a").first.wait_for()
    tab_to(page, "#tb-results a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/partnerschapskaart/")


def test_escape_leaves_the_search_and_keeps_the_focus_in_its_field(page: Page, server: str) -> None:
    page.goto(server)
    tab_to(page, "#tb-q")
    page.keyboard.type("wijk")
    page.locator("#tb-results").wait_for(state="visible")
    page.keyboard.press("Escape")
    page.locator("#tb-results").wait_for(state="hidden")
    assert page.evaluate("document.activeElement.id") == "tb-q"


def test_what_is_folded_opens_with_enter_and_space(page: Page, server: str) -> None:
    page.goto(server + "werkvormen/partnerschapskaart/")
    tab_to(page, ".tb-contents summary")
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.parentElement.open") is True
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.parentElement.open") is False


def test_an_answer_is_chosen_with_the_arrows(page: Page, server: str) -> None:
    page.goto(server + "werkbladen/vijf-condities-scan/")
    tab_to(page, ".tb-part input[type=radio]")
    page.keyboard.press("Space")
    first = page.evaluate("document.activeElement.value")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.checked") is True
    assert page.evaluate("document.activeElement.value") != first


def test_the_question_before_wiping_keeps_the_focus_and_gives_it_back(page: Page, server: str) -> None:
    page.goto(server + "opgeslagen/")
    with_copies(page)
    page.reload()
    tab_to(page, "#tb-wipe")
    page.keyboard.press("Enter")
    for _ in range(6):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || document.activeElement.closest('#tb-wipe-dialog') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "tb-wipe"
    assert page.locator("#tb-list li").count() == 2


def test_no_single_letter_does_anything(page: Page, server: str) -> None:
    """WCAG 2.1.4: somebody who speaks to the computer types letters without meaning to."""
    page.goto(server + "tips/begin-klein/")
    before = page.evaluate("document.documentElement.outerHTML")
    for letter in "abcdefghijklmnopqrstuvwxyz0123456789.,/?":
        page.keyboard.press(letter)
    assert page.url == server + "tips/begin-klein/"
    assert page.evaluate("document.activeElement === document.body")
    assert page.evaluate("document.documentElement.outerHTML") == before


def test_an_explanation_stays_and_goes_with_escape(page: Page, server: str) -> None:
    """WCAG 1.4.13: what appears at a word can be sent away, and stays for who reads slowly or moves onto it."""
    page.goto(server)
    tab_to(page, "a.tb-word")
    explanation = page.locator("[role=tooltip]")
    explanation.wait_for()
    page.keyboard.press("Escape")
    explanation.wait_for(state="hidden")
    assert page.evaluate("document.activeElement.matches('a.tb-word')")
    page.locator("a.tb-word").first.hover()
    explanation.wait_for()
    explanation.hover()
    assert explanation.is_visible()
