"""Who is not at the table: each role can be invited in each phase, by the page, its address, a keyboard, paper and no script."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import ROOT, until
from form_pages import PHONE, visiting
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from macros.load import load
from macros.model.choices import Role
from macros.toolbox import Toolbox

PAGE = "aan-tafel/"
PHASE = "vormgeven"


@pytest.fixture(scope="module")
def toolbox() -> Toolbox:
    return load(ROOT / "toolbox_data")


def needed(toolbox: Toolbox, phase: str) -> list[str]:
    """The ids of the seats that a phase needs."""
    return [seat.id for seat in toolbox["aan-tafel"] if phase in {one.phase for one in seat.needed}]


def missing(page: Page) -> list[str]:
    """The seats that the page shows as missing."""
    rows = page.locator("[data-seat]").all()
    return [row.get_attribute("data-seat") or "" for row in rows if row.is_visible()]


def opened(page: Page, server: str, fragment: str = "") -> Page:
    page.goto(f"{server}{PAGE}{fragment}")
    page.locator(".tb-seats-phase").wait_for()
    return page


def test_every_role_has_a_seat_and_every_way_leads_to_a_page(toolbox: Toolbox, site: Path) -> None:
    assert {seat.role for seat in toolbox["aan-tafel"]} == set(Role)
    html = BeautifulSoup((site / PAGE / "index.html").read_text(encoding="utf-8"), "html.parser")
    for phase in toolbox["phases"]:
        section = html.find(id=phase.id)
        assert [row["data-seat"] for row in section.select("[data-seat]")] == needed(toolbox, phase.id)
        for row in section.select("[data-seat]"):
            links = [link["href"] for link in row.select(".tb-seats-how a:not(.tb-word)")]
            assert links and all((site / PAGE / link / "index.html").is_file() for link in links), row["data-seat"]


def test_phases_home_the_network_analysis_and_the_network_sheet_lead_here(toolbox: Toolbox, site: Path) -> None:
    pages = ["", "wegwijzer/", "werkvormen/netwerkanalyse/", "werkbladen/netwerkkaart/", "werkbladen/verkenningsgesprek/"]
    for page in pages + [f"fasen/{phase.id}/" for phase in toolbox["phases"]]:
        html = BeautifulSoup((site / page / "index.html").read_text(encoding="utf-8"), "html.parser")
        assert html.select_one('article a[href*="aan-tafel/"]'), page


def test_with_the_keyboard_alone_you_see_who_is_missing(browser: Browser, server: str, toolbox: Toolbox) -> None:
    with visiting(browser) as visitor:
        page = opened(visitor.context.new_page(), server)
        first, second = toolbox["phases"][:2]
        assert missing(page) == needed(toolbox, first.id)
        page.locator(f"[name=fase][value={first.id}]").focus()
        page.keyboard.press("ArrowDown")  # the next phase
        assert missing(page) == needed(toolbox, second.id)
        there = [seat.id for seat in toolbox["aan-tafel"]][:2]
        for _ in there:
            page.keyboard.press("Tab")
            page.keyboard.press("Space")
        assert missing(page) == [seat for seat in needed(toolbox, second.id) if seat not in there]
        assert page.evaluate("location.hash") == f"#{second.id}+{'+'.join(there)}"
        until(page, "() => /nog \\d+ van de \\d+ rollen/.test(document.getElementById('tb-seats-status').textContent)")
        page.get_by_role("button", name="Begin opnieuw").press("Enter")
        assert missing(page) == needed(toolbox, second.id)
        for seat in needed(toolbox, second.id):
            page.locator(f"[name=plek][value={seat}]").check()
        assert missing(page) == []
        expect(page.locator(f"[data-phase={second.id}]")).to_contain_text("zitten aan tafel")


def test_an_address_holds_the_roles_and_nothing_else(browser: Browser, server: str, toolbox: Toolbox) -> None:
    there = needed(toolbox, PHASE)[:3]
    with visiting(browser, viewport=PHONE) as visitor:
        page = opened(visitor.context.new_page(), server, f"#{PHASE}+{'+'.join(there)}")
        assert missing(page) == needed(toolbox, PHASE)[3:]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate("scrollY") == 0
        expect(page.locator("#tb-seats-lost")).to_be_hidden()
        page.reload()
        assert missing(page) == needed(toolbox, PHASE)[3:]
        page.locator(".md-skip").focus()
        page.keyboard.press("Enter")  # leads elsewhere on the page, and loses nothing
        assert missing(page) == needed(toolbox, PHASE)[3:]
        assert page.evaluate("[localStorage.length, document.cookie]") == [0, ""]


def test_an_address_that_nobody_knows_shows_the_first_phase(browser: Browser, server: str, toolbox: Toolbox) -> None:
    with visiting(browser) as visitor:
        page = visitor.context.new_page()
        for wrong in ("%00%ff", "x" * 10_000, "<script>alert(1)</script>+__proto__", "+++"):
            page.goto("about:blank")
            opened(page, server, f"#{wrong}")
            assert missing(page) == needed(toolbox, toolbox["phases"][0].id), wrong
            expect(page.locator("#tb-seats-lost")).to_be_visible()
        page.goto("about:blank")
        opened(page, server, f"#{PHASE}+jan-de-vries+gemeente")  # what is known counts, and it says that something is not
        assert "gemeente" not in missing(page)
        expect(page.locator("#tb-seats-lost")).to_be_visible()


def test_it_prints_as_an_action_list(browser: Browser, server: str, toolbox: Toolbox) -> None:
    there = needed(toolbox, PHASE)[:4]
    with visiting(browser) as visitor:
        page = opened(visitor.context.new_page(), server, f"#{PHASE}+{'+'.join(there)}")
        reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    text = " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())
    gone = needed(toolbox, PHASE)[4:]
    assert text.count("Wie nodigt uit") == text.count("Wanneer") == len(gone)
    for seat in toolbox["aan-tafel"]:
        because = next((one.because for one in seat.needed if one.phase == PHASE), "")
        assert bool(because and because in text) == (seat.id in gone), seat.id
    assert len(reader.pages) <= 2


def test_without_a_script_every_phase_can_be_read(browser: Browser, server: str, toolbox: Toolbox) -> None:
    with visiting(browser, java_script_enabled=False) as visitor:
        page = visitor.context.new_page()
        page.goto(f"{server}{PAGE}")
        assert len(missing(page)) == sum(len(needed(toolbox, phase.id)) for phase in toolbox["phases"])
        expect(page.locator(".tb-seats-phase")).to_be_hidden()  # nothing to choose that does nothing
