"""The page that lists all that is kept on this device."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from conftest import ROOT, until
from form_pages import FORBIDDEN, download, field, kept, message, open_file, press, until_kept, visiting
from playwright.sync_api import Browser, Page, StorageState, expect

FILE = ROOT / "tests" / "filled_in" / "version-1.json"


@pytest.fixture(scope="module")
def filled(browser: Browser) -> StorageState:
    """What a browser keeps after a copy was made on each of two sheets."""
    with visiting(browser) as visitor:
        page = visitor.sheet("blad")
        page.locator("#tb-name").fill("Werk aan blad")
        field(page, "tevreden").fill("Antwoord")
        until_kept(page, "Antwoord")
        page = visitor.sheet("meting")
        page.locator("#tb-name").fill("Werk aan meting")
        page.locator(".tb-scale-row input").first.check()
        until_kept(page, "Werk aan meting")
        return visitor.context.storage_state()


@pytest.fixture
def page(browser: Browser, filled: StorageState) -> Iterator[Page]:
    """The page, in such a browser."""
    with visiting(browser, storage_state=filled) as visitor:
        yield visitor.go("opgeslagen/")


def test_it_lists_every_copy_of_every_sheet_with_its_size(page: Page) -> None:
    items = page.locator(".tb-stored-list li")
    expect(items).to_have_count(2)
    expect(items.first).to_contain_text("Werk aan meting")  # what was saved last stands on top
    for text in ("De meting", "Opgeslagen op ", " kB"):
        expect(items.first).to_contain_text(text)
    expect(page.locator("#tb-total")).to_contain_text("Samen 2 bladen (1 kB).")


def test_a_copy_opens_on_its_sheet_and_a_reload_stays_there(page: Page) -> None:
    page.get_by_role("link", name="Open Werk aan blad").click()
    expect(page.locator("#tb-name")).to_have_value("Werk aan blad")
    expect(field(page, "tevreden")).to_have_value("Antwoord")
    press(page, "Maak een kopie")
    page.reload()
    expect(page.locator("#tb-name")).to_have_value("Werk aan blad (2)")


def test_a_copy_goes_along_as_a_file_and_comes_back_in(page: Page) -> None:
    name, content = download(page, "Bewaar als bestand Werk aan blad")
    assert name == "blad-werk-aan-blad.json" and json.loads(content)["values"] == {"tevreden": "Antwoord"}
    open_file(page, name, content)
    expect(message(page, "import")).to_contain_text("staat nu in de lijst als nieuw blad bij ‘Het blad’.")
    expect(page.locator(".tb-stored-list li")).to_have_count(3)


def test_a_file_of_an_unknown_sheet_or_with_a_mistake_is_refused(page: Page) -> None:
    file = json.loads(FILE.read_text("utf-8"))
    open_file(page, "x.json", json.dumps(file | {"sheet": "verdwenen"}).encode())
    expect(message(page, "import")).to_contain_text("Deze toolbox heeft geen werkblad ‘verdwenen’.")
    open_file(page, "x.json", json.dumps(file | {"values": {"oud": "1", "uren": 3}}).encode())
    expect(message(page, "import")).to_contain_text("‘uren’ is geen tekst")
    open_file(page, "x.json", json.dumps(file | {"values": {"oud": "1"}}).encode())
    expect(message(page, "import")).to_contain_text("geen plek op dit blad: oud")
    assert len(kept(page)) == 3


def test_throwing_away_can_be_taken_back(page: Page) -> None:
    before = kept(page)
    press(page, "Gooi weg Werk aan blad")
    expect(page.locator(".tb-stored-list li")).to_have_count(1)
    expect(page.get_by_role("button", name="Ongedaan maken")).to_be_focused()
    press(page, "Gooi weg Werk aan meting")
    press(page, "Ongedaan maken")
    press(page, "Ongedaan maken")
    assert kept(page) == before
    expect(page.locator(".tb-stored-list li")).to_have_count(2)


def test_wiping_asks_names_what_the_site_keeps_itself_and_leaves_what_is_not_ours(page: Page) -> None:
    page.evaluate("localStorage.setItem('van-een-ander', 'blijft')")
    page.get_by_role("radio", name="Donker").check()
    page.evaluate("caches.open('van-een-ander')")
    until(page, "async () => (await caches.keys()).some((name) => name.startsWith('toolbox-samenwerken/bezocht / '))")
    page.reload()
    expect(page.locator("#tb-own-keys")).to_contain_text("toolbox-samenwerken/weergave")
    press(page, "Wis alles op dit apparaat")
    expect(page.get_by_role("dialog", name="Weet je het zeker?")).to_be_visible()
    page.keyboard.press("Escape")
    assert len(kept(page)) == 2
    press(page, "Wis alles op dit apparaat")
    press(page, "Niet wissen")
    assert len(kept(page)) == 2
    press(page, "Wis alles op dit apparaat")
    press(page, "Ja, wis alles")
    expect(page.locator("#tb-messages")).to_contain_text("Alles is gewist.")
    assert page.evaluate("Object.entries(localStorage)") == [["van-een-ander", "blijft"]]
    assert page.evaluate("caches.keys()") == ["van-een-ander"]
    expect(page.locator("#tb-total")).to_have_text("Er is niets opgeslagen.")
    expect(page.get_by_role("heading", name="Jouw ingevulde bladen")).to_be_focused()


def test_another_tab_is_followed(browser: Browser) -> None:
    with visiting(browser) as visitor:
        page = visitor.go("opgeslagen/")
        expect(page.locator("#tb-total")).to_have_text("Er is niets opgeslagen.")
        field(visitor.sheet(), "tevreden").fill("Nieuw")
        expect(page.locator(".tb-stored-list li")).to_have_count(1)


def test_forbidden_storage_is_said(browser: Browser) -> None:
    with visiting(browser, FORBIDDEN) as visitor:
        page = visitor.go("opgeslagen/")
        expect(page.locator("#tb-total")).to_have_text("Deze browser staat opslaan niet toe. Er wordt hier niets bewaard.")
        open_file(page, "x.json", FILE.read_bytes())
        expect(message(page, "import")).to_contain_text("Opslaan lukt niet")
