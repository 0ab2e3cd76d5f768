"""The site as a visitor meets it, in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from complaints import complaining
from guests import guest
from playwright.sync_api import Browser, BrowserContext, Page

PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
PAGES = ["", "fasen/verkennen/", "werkvormen/partnerschapskaart/", "werkbladen/vijf-condities-scan/", "vastgelopen/"]


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    with guest(browser, viewport=request.param) as made:
        yield made


@pytest.fixture
def complaints(context: BrowserContext) -> Iterator[list[str]]:
    with complaining(context) as heard:
        yield heard


@pytest.mark.parametrize("address", PAGES)
def test_a_page_opens_without_complaints_and_fits_the_width(
    context: BrowserContext, complaints: list[str], server: str, address: str
) -> None:
    page = context.new_page()
    page.goto(server + address)
    page.wait_for_load_state("networkidle")
    assert page.locator("article h1").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert complaints == []


def test_a_visitor_walks_from_home_to_a_source_and_back(context: BrowserContext, complaints: list[str], server: str) -> None:
    page = context.new_page()
    page.goto(server)
    follow(page, "fasen/verkennen/")
    assert page.locator("#vraag-1").is_visible()
    follow(page, "werkvormen/partnerschapskaart/")
    follow(page, "praktijkvoorbeelden/dementiecafe-of-wandelclub/")
    follow(page, "bronnen/#samenwerken-doe-je-zo")
    assert page.locator("#samenwerken-doe-je-zo").is_visible()
    page.go_back()
    assert page.url.endswith("praktijkvoorbeelden/dementiecafe-of-wandelclub/")
    assert complaints == []


def follow(page: Page, address: str) -> None:
    """Click the first link in the text that leads there."""
    page.locator("article a").evaluate_all("(links, address) => links.find((link) => link.href.endsWith(address)).click()", address)
    page.wait_for_url(f"**/{address}")


def test_the_site_works_from_a_disk(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.locator("article a", has_text="Verkennen").first.click()
    page.wait_for_url("**/fasen/verkennen/index.html")
    assert page.locator("article h1").inner_text().strip() == "Verkennen"
    page.locator("article a", has_text="Partnerschapskaart").first.click()
    page.wait_for_url("**/werkvormen/partnerschapskaart/index.html")
    page.close()


def test_without_javascript_a_page_reads_whole(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(server + "werkvormen/partnerschapskaart/")
    for heading in ("#zo-doe-je-het", "#als-het-anders-loopt", "#herkomst"):
        assert page.locator(heading).is_visible()
    context.close()


def test_print_leaves_out_what_only_works_on_a_screen(browser: Browser, server: str) -> None:
    page = browser.new_page()
    page.goto(server + "werkvormen/partnerschapskaart/")
    page.emulate_media(media="print")
    assert page.locator("article h1").is_visible()
    for screen_only in (
        ".tb-search",
        ".tb-menu",
        ".tb-contents",
        ".tb-crumbs",
        ".tb-actions",
        ".tb-neighbours",
        ".tb-improve",
        ".tb-footer",
    ):
        assert not page.locator(screen_only).is_visible(), screen_only
    page.close()
