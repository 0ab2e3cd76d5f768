"""The page where you search and choose, in a real Chromium: with and without a script, by mouse, keyboard and address."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from complaints import complaining
from conftest import ROOT, until
from guests import guest
from playwright.sync_api import Browser, BrowserContext, Page

from macros.load import load
from macros.search.finder import rows
from macros.toolbox import Toolbox

PHONE, DESKTOP = {"width": 320, "height": 640}, {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def toolbox() -> Toolbox:
    return load(ROOT / "toolbox_data")


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A visitor who leaves without complaints in the console."""
    with guest(browser, viewport=request.param) as made, complaining(made) as complaints:
        yield made
    assert complaints == []


def opened(context: BrowserContext, server: str, query: str = "") -> Page:
    page = context.new_page()
    page.goto(f"{server}zoeken/{query}")
    settled(page)
    return page


def settled(page: Page) -> str:
    """What the page says about its list, once it says anything."""
    until(page, "() => document.getElementById('tb-finder-status').textContent")
    return page.locator("#tb-finder-status").inner_text()


def says(page: Page, text: str) -> None:
    until(page, "(text) => document.getElementById('tb-finder-status').textContent.includes(text)", text)


def tick(page: Page, name: str, value: str) -> None:
    if not page.locator("#tb-filters").evaluate("(filters) => filters.open"):
        page.locator("#tb-filters summary").click()
    page.locator(f"#tb-filters [name={name}][value={value}]").click()


def state(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_without_a_script_everything_is_listed(browser: Browser, server: str, toolbox: Toolbox) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(server + "zoeken/?q=geld")
    assert page.locator(".tb-all li").count() == sum(len(found) for _, found in rows(toolbox))
    assert page.locator(".tb-all li a").first.is_visible()
    for unusable in ("#tb-finder-form", "#tb-filters", "#tb-more"):
        assert not page.locator(unusable).is_visible(), unusable
    context.close()


def test_it_starts_with_everything_and_shows_more_on_request(context: BrowserContext, server: str, toolbox: Toolbox) -> None:
    page = opened(context, server)
    total = sum(len(found) for _, found in rows(toolbox))
    assert settled(page) == f"{total} gevonden. Je ziet de eerste 60."
    assert page.locator("#tb-found > li").count() == 60
    page.locator("#tb-more").click()
    says(page, "Je ziet de eerste 120.")
    assert page.locator("#tb-found > li").nth(60).locator("a").evaluate("(link) => link === document.activeElement")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_filters_choose_count_and_stand_in_the_address(context: BrowserContext, server: str, toolbox: Toolbox) -> None:
    page = opened(context, server)
    tick(page, "soort", "werkvorm")
    says(page, f"{len(toolbox['methods'])} gevonden")
    tick(page, "fase", "verkennen")
    wanted = [method.title for method in toolbox["methods"] if "verkennen" in method.phases]
    says(page, f"{len(wanted)} gevonden")
    assert page.locator("#tb-found > li > a").all_inner_texts() == wanted
    assert state(page) == {"soort": ["werkvorm"], "fase": ["verkennen"]}
    # The count of another phase says what it would add; that of a kind what it would show with this phase.
    tips = sum("verkennen" in tip.phases for tip in toolbox["tips"])
    assert f"({tips})" in page.locator("label:has([value=tip])").inner_text()
    page.locator("#tb-find-time").select_option("60")
    page.locator("#tb-find-people").fill("30")
    page.locator("#tb-find-people").blur()
    fitting = [
        method.title
        for method in toolbox["methods"]
        if "verkennen" in method.phases and method.minutes.min <= 60 and method.people.min <= 30 <= method.people.max
    ]
    until(page, "(wanted) => document.querySelectorAll('#tb-found > li').length === wanted", len(fitting))
    assert page.locator("#tb-found > li > a").all_inner_texts() == fitting
    assert state(page)["mensen"] == ["30"]


def test_back_takes_a_choice_back_and_clear_takes_all(context: BrowserContext, server: str) -> None:
    page = opened(context, server, "?q=bewoners")
    before = settled(page)
    tick(page, "soort", "tip")
    until(page, "(before) => document.getElementById('tb-finder-status').textContent !== before", before)
    tick(page, "fase", "verankeren")
    until(page, "() => location.search.includes('verankeren')")
    page.go_back()
    until(page, "() => !location.search.includes('verankeren')")
    assert page.locator("[value=tip]").is_checked() and not page.locator("#tb-filters [value=verankeren]").is_checked()
    page.locator("#tb-filters-clear").click()
    says(page, before)
    assert state(page) == {"q": ["bewoners"]}
    assert page.locator("#tb-find").input_value() == "bewoners"


def test_an_address_can_be_shared(context: BrowserContext, server: str) -> None:
    page = opened(context, server, "?q=geld&soort=tip&soort=werkblad&fase=verankeren")
    assert page.locator("#tb-found .tb-hit-facts").evaluate_all(
        "(all) => all.every((one) => /^ ?(tip|werkblad) /.test(one.textContent) && one.textContent.includes('Verankeren'))"
    )
    assert page.locator("#tb-found mark").count() > 0
    assert "2 gekozen" in page.locator("#tb-filters summary").inner_text()


@pytest.mark.parametrize(
    "query", ["?soort=bestaatniet&fase=%3Cscript%3E&tijd=-1&mensen=1e9&rol=&werkblad=misschien&onbekend=1", "?mensen=abc&tijd=61"]
)
def test_an_unknown_filter_in_the_address_is_left_out(context: BrowserContext, server: str, query: str) -> None:
    page = opened(context, server, query)
    assert "Je ziet de eerste 60" in settled(page)
    assert page.locator("#tb-filters-clear").is_hidden()


@pytest.mark.parametrize(
    "query",
    [
        "?q=" + "wijk%20" * 1000,
        "?q=%3Cimg%20src=x%20onerror=alert(1)%3E",
        "?q=%F0%9F%99%82",
        "?q=de%20het%20een",
        "?q=%E2%80%AE%D9%85%D8%B1",
    ],
)
def test_a_bad_query_in_the_address_gets_an_answer(context: BrowserContext, server: str, query: str) -> None:
    page = opened(context, server, query)
    assert settled(page)
    assert page.locator("#tb-finder img").count() == 0
    assert page.locator(".tb-not-found").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_left_leads_on(context: BrowserContext, server: str) -> None:
    page = opened(context, server, "?q=qzxqzx&fase=verkennen")
    assert settled(page) == "0 gevonden."
    text = page.locator("#tb-finder-end").inner_text()
    assert "Niets gevonden voor ‘qzxqzx’ met deze filters. Wis een filter" in text
    assert "Niet gevonden wat je zocht?" in text


def test_typing_searches_and_keeps_the_address(context: BrowserContext, server: str) -> None:
    page = opened(context, server)
    before = page.evaluate("history.length")
    page.locator("#tb-find").press_sequentially("downloads", delay=10)
    until(page, "() => document.querySelector('#tb-found > li > a')?.textContent === 'Downloads'")  # a page, which has no row of its own
    assert state(page) == {"q": ["downloads"]}
    assert page.evaluate("history.length") == before


def test_the_keyboard_alone_is_enough(context: BrowserContext, server: str) -> None:
    page = opened(context, server)
    page.locator("#tb-find").focus()
    page.keyboard.type("kartrekker")
    says(page, "gevonden")
    page.keyboard.press("Tab")  # Zoek
    page.keyboard.press("Tab")  # Filters
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    if not page.locator("#tb-filters").evaluate("(filters) => filters.open"):
        page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    until(page, "() => location.search.includes('soort=tip')")
    until(page, "() => document.querySelector('#tb-found .tb-hit-facts')?.textContent.includes('tip')")


def test_it_works_from_a_disk(browser: Browser, site: object) -> None:
    page = browser.new_page()
    page.goto((site / "zoeken/index.html").as_uri() + "?q=kartrekker")  # type: ignore[operator]
    settled(page)
    page.locator("#tb-found > li > a").first.click()
    page.wait_for_url("**/index.html*")
    page.close()


def test_there_is_one_search_field_on_the_page(context: BrowserContext, server: str) -> None:
    page = opened(context, server)
    assert page.locator("input[type=search]").count() == 1
    assert page.get_by_role("search").count() == 1
