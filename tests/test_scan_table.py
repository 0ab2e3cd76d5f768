"""A whole table: eight people, one laptop, no network. They fill in, print, and next year somebody has only the paper."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pypdfium2
import zxingcpp
from conftest import until
from playwright.sync_api import Browser, Page, expect
from scan_pages import EIGHT, LAST_YEAR, laptop, lines, outcome, take, type_people

from macros.site.offline_edition import OFFLINE_ZIP


def printed(page: Page) -> list[pypdfium2.PdfPage]:
    """The sheets that come out of the printer."""
    return list(pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)))


def scanned(sheet: pypdfium2.PdfPage) -> str:
    """What a phone reads on a sheet of paper, at 150 dots an inch."""
    found = zxingcpp.read_barcodes(sheet.render(scale=150 / 72).to_pil(), formats=zxingcpp.BarcodeFormat.QRCode)
    assert len(found) == 1
    return found[0].text


def ready_for_no_network(page: Page, address: str) -> None:
    """Visit a page once, until the browser has kept it."""
    page.goto(address)
    until(page, "() => navigator.serviceWorker.controller")
    page.reload(wait_until="networkidle")
    page.context.set_offline(True)
    page.reload()


def test_a_table_without_a_network_fills_in_prints_restores_from_paper_and_compares(browser: Browser, server: str) -> None:
    with laptop(browser, service_workers="allow") as first, laptop(browser, service_workers="allow") as second:
        page = first.new_page()
        ready_for_no_network(page, f"{server}scan/")
        # Last year's scan, kept as a file.
        page.locator("#tb-paste").evaluate("(box) => { box.closest('details').open = true }")
        page.locator("#tb-paste").fill("\n".join(";".join(person) for person in LAST_YEAR))
        page.locator("#tb-paste-read").click()
        page.locator("#tb-day").fill("2025-11-20")
        with page.expect_download() as download:
            page.locator("#tb-file").click()
        last_year = download.value.path()
        # This year's: eight people in less than three minutes, at one key a second.
        page.locator("#tb-new").click()
        assert type_people(page) < 180
        expect(page.locator("#tb-outcome-count")).to_contain_text("8 mensen")
        page.locator('[data-row="0"][data-column="1"]').fill("Belt de buren over het plein")
        there = outcome(page)
        sheets = printed(page)
        assert len(sheets) == 1, "the outcome fits on one sheet"
        words = sheets[0].get_textpage().get_text_bounded()
        assert "Belt de buren" in words and all(line in words for line in lines(page))
        address = scanned(sheets[0])
        assert address.startswith(f"{server}scan/#scan=")

        other = second.new_page()
        ready_for_no_network(other, f"{server}scan/")
        other.goto(address)
        expect(other.locator("#tb-fill-messages")).to_contain_text("8 mensen")
        assert outcome(other) == there
        assert other.url == f"{server}scan/", "a reload must not open it twice"
        # Beside last year's, from the file.
        other.locator("#tb-import").set_input_files(last_year)
        other.get_by_role("button", name="Vergelijk met de scan van nu").click()
        rows = other.locator("#tb-compare-rows tr")
        expect(rows).to_have_count(5)
        expect(other.locator("#tb-compare-with")).to_contain_text("20 november 2025")
        assert all(re.search("middelste", text) for text in rows.locator("td:last-child").all_inner_texts())
        # And typed by hand from the paper, in small letters, without the spaces.
        assert "8 mensen" in take(other, "\n".join(lines(page)).lower().replace(" ", ""))
        page.close()


def test_the_stick_needs_no_server_and_its_paper_says_what_to_do(browser: Browser, site: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(site / OFFLINE_ZIP) as archive:
        archive.extractall(tmp_path)
    start = (tmp_path / "toolbox" / "scan" / "index.html").as_uri()
    with laptop(browser, offline=True) as first, laptop(browser, offline=True) as second:
        page = first.new_page()
        page.goto(start)
        type_people(page, EIGHT[:4])
        there = outcome(page)
        expect(page.locator("#tb-qr-bare")).to_be_visible()
        (sheet,) = printed(page)
        code = scanned(sheet)
        other = second.new_page()
        other.goto(start)
        assert "4 mensen" in take(other, code)
        other.get_by_role("button", name="Open deze scan").click()
        assert outcome(other) == there
