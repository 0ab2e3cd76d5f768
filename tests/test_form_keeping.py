"""What a visitor fills in is kept, in copies with a name, and never lost without asking."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from form_pages import FORBIDDEN, KEPT, Visitor, download, field, kept, message, press, sample_server, until_kept, visiting
from playwright.sync_api import Browser, Page, expect

# Really fills the browser's storage, down to the last character that fits.
FILL_UP = """() => { let step = 2 ** 23; let fill = ""; while (step >= 1) {
  try { localStorage.setItem("vol", fill + "x".repeat(step)); fill += "x".repeat(step); } catch { step = Math.floor(step / 2); } } }"""


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Visitor]:
    with visiting(browser) as made:
        yield made


def copies(page: Page) -> dict[str, dict[str, object]]:
    """The files in storage by the name of the copy."""
    files = [json.loads(value.partition("\n")[2]) for value in kept(page).values()]
    return {file["name"]: file for file in files}


def test_a_sheet_can_be_filled_in_with_the_keyboard_alone(visitor: Visitor) -> None:
    page = visitor.sheet()
    keys = page.keyboard

    def tab_to(name: str) -> None:
        for _ in range(60):
            if page.evaluate("document.activeElement.name") == name:
                return
            keys.press("Tab")
        raise AssertionError(f"no Tab leads to {name}")

    tab_to("tevreden")
    keys.type("Eén\nTwee")
    tab_to("uren")
    keys.type("2,5")
    tab_to("actielijst.1.wat")
    keys.type("Bellen")
    tab_to("actielijst.1.klaar")
    keys.type("nee")
    tab_to("vorm")
    keys.press("Space")
    tab_to("volgende")
    keys.type("03")
    keys.type("12")
    keys.type("2026")
    until_kept(page, "2026-")
    file = next(iter(copies(page).values()))
    day = file["values"].pop("volgende")  # type: ignore[attr-defined]
    assert day in ("2026-12-03", "2026-03-12")  # the order of day and month is the browser's own language
    assert file["values"] == {
        "tevreden": "Eén\nTwee",
        "uren": "2,5",
        "actielijst.1.wat": "Bellen",
        "actielijst.1.klaar": "nee",
        "vorm": ["samen"],
    }


def test_digits_choose_on_a_scale_and_leave_the_page_where_it_is(visitor: Visitor) -> None:
    page = visitor.sheet("meting")
    radios = page.locator(".tb-scale-row").first.locator("input")
    radios.first.focus()
    page.keyboard.press("4")
    expect(radios.nth(3)).to_be_checked()
    page.keyboard.press("ArrowRight")
    expect(radios.nth(4)).to_be_checked()
    page.keyboard.press("0")
    expect(radios.last).to_be_checked()
    for theme_key in "npfs9":
        page.keyboard.press(theme_key)
    expect(radios.last).to_be_focused()
    page.keyboard.press("Delete")
    expect(page.locator(".tb-scale-row input:checked")).to_have_count(0)
    page.keyboard.press("2")
    page.locator(".tb-scale-row").first.get_by_role("button", name="Wis").click()
    expect(page.locator(".tb-scale-row input:checked")).to_have_count(0)
    assert page.url == sample_server() + "werkbladen/meting/"


def test_a_reload_keeps_everything_and_says_when_it_was_saved(visitor: Visitor) -> None:
    page = visitor.sheet()
    expect(page.locator("#tb-saved")).to_have_text("Er is nog niets opgeslagen.")
    field(page, "tevreden").fill("Alles")
    page.locator('[name="vorm"]').last.check()
    field(page, "volgende").fill("2026-12-03")
    field(page, "actielijst.2.klaar").select_option("ja")
    page.reload()  # at once: leaving the page saves as well
    for question, value in {"tevreden": "Alles", "volgende": "2026-12-03", "actielijst.2.klaar": "ja"}.items():
        expect(field(page, question)).to_have_value(value)
    expect(page.locator('[name="vorm"]').last).to_be_checked()
    expect(page.locator("#tb-saved")).to_contain_text("Laatst opgeslagen: ")
    expect(page.get_by_text("Alleen opgeslagen in deze browser op dit apparaat.")).to_be_visible()


def test_looking_alone_keeps_nothing(visitor: Visitor) -> None:
    page = visitor.sheet()
    page.reload()
    press(page, "Nieuw leeg blad")
    assert kept(page) == {}


def test_copies_have_names_and_stand_beside_each_other(visitor: Visitor) -> None:
    page = visitor.sheet()
    page.locator("#tb-name").fill("Netwerk Noord")
    field(page, "tevreden").fill("Noord")
    press(page, "Nieuw leeg blad")
    expect(page.locator("#tb-name")).to_be_focused()
    expect(field(page, "tevreden")).to_have_value("")
    page.keyboard.type("Netwerk Zuid")
    field(page, "tevreden").fill("Zuid")
    press(page, "Maak een kopie")
    expect(page.locator("#tb-name")).to_have_value("Netwerk Zuid (2)")
    field(page, "tevreden").fill("Zuid, anders")
    until_kept(page, "Zuid, anders")
    assert {name: file["values"] for name, file in copies(page).items()} == {
        "Netwerk Noord": {"tevreden": "Noord"},
        "Netwerk Zuid": {"tevreden": "Zuid"},
        "Netwerk Zuid (2)": {"tevreden": "Zuid, anders"},
    }
    options = page.locator("#tb-copy option")
    noord = next(text for text in options.all_inner_texts() if text.startswith("Netwerk Noord"))
    page.get_by_label("Kies een ingevuld blad").select_option(label=noord)
    press(page, "Open dit blad")
    expect(field(page, "tevreden")).to_have_value("Noord")
    page.reload()
    expect(page.locator("#tb-name")).to_have_value("Netwerk Noord")
    page.locator("#tb-name").fill("Noord,")
    page.keyboard.insert_text("\tanders genoemd")  # as pasted from a spreadsheet
    until_kept(page, "anders genoemd")
    assert set(copies(page)) == {"Noord, anders genoemd", "Netwerk Zuid", "Netwerk Zuid (2)"}
    page.reload()
    expect(page.locator("#tb-name")).to_have_value("Noord, anders genoemd")


def test_a_copy_thrown_away_or_emptied_comes_back(visitor: Visitor) -> None:
    page = visitor.sheet()
    page.locator("#tb-name").fill("Noord")
    field(page, "tevreden").fill("Blijf")
    until_kept(page, "Blijf")
    before = copies(page)["Noord"]["values"]
    press(page, "Wis alle antwoorden")
    expect(field(page, "tevreden")).to_have_value("")
    press(page, "Gooi dit blad weg")
    assert kept(page) == {}
    press(page, "Ongedaan maken")
    press(page, "Ongedaan maken")
    expect(field(page, "tevreden")).to_have_value("Blijf")
    expect(page.get_by_role("button", name="Ongedaan maken")).to_have_count(0)
    assert {name: file["values"] for name, file in copies(page).items()} == {"Noord": before}
    assert page.evaluate("document.activeElement !== document.body")


def test_what_was_typed_after_throwing_away_stays_when_the_old_comes_back(visitor: Visitor) -> None:
    page = visitor.sheet()
    page.locator("#tb-name").fill("Noord")
    field(page, "tevreden").fill("Oud")
    until_kept(page, "Oud")
    press(page, "Wis alle antwoorden")
    field(page, "tevreden").fill("Nieuw")
    press(page, "Ongedaan maken")
    expect(field(page, "tevreden")).to_have_value("Oud")
    assert sorted(file["values"]["tevreden"] for file in copies(page).values()) == ["Nieuw", "Oud"]  # type: ignore[index]


def test_rows_come_and_go_and_come_back(visitor: Visitor) -> None:
    page = visitor.sheet()
    for row, text in enumerate(["a", "b", "c"], 1):
        field(page, f"actielijst.{row}.wat").fill(text)
    field(page, "actielijst.2.klaar").select_option("nee")
    press(page, "Rij toevoegen aan Wie doet wat")
    expect(field(page, "actielijst.4.wat")).to_be_focused()
    page.keyboard.type("d")
    expect(page.get_by_role("textbox", name="Acties: Wie doet wat, rij 4, Wat")).to_have_value("d")
    press(page, "Rij 2 weghalen")
    expect(page.get_by_role("button", name="Ongedaan maken")).to_be_focused()
    assert [field(page, f"actielijst.{row}.wat").input_value() for row in (1, 2, 3)] == ["a", "c", "d"]
    expect(page.locator("li.tb-row")).to_have_count(3)
    page.keyboard.press("Enter")
    assert [field(page, f"actielijst.{row}.wat").input_value() for row in (1, 2, 3, 4)] == ["a", "b", "c", "d"]
    expect(field(page, "actielijst.2.klaar")).to_have_value("nee")
    expect(field(page, "actielijst.2.wat")).to_be_focused()
    until_kept(page, '"actielijst": 4')
    page.reload()
    expect(field(page, "actielijst.4.wat")).to_have_value("d")


def test_a_row_comes_back_in_the_copy_it_was_taken_from(visitor: Visitor) -> None:
    page = visitor.sheet()
    page.locator("#tb-name").fill("Noord")
    field(page, "actielijst.1.wat").fill("Bellen")
    press(page, "Rij 1 weghalen")
    press(page, "Nieuw leeg blad")
    field(page, "actielijst.1.wat").fill("Iets anders")
    press(page, "Ongedaan maken")
    expect(page.locator("#tb-name")).to_have_value("Noord")
    expect(field(page, "actielijst.1.wat")).to_have_value("Bellen")
    until_kept(page, "Bellen")
    assert sorted(file["values"]["actielijst.1.wat"] for file in copies(page).values()) == ["Bellen", "Iets anders"]  # type: ignore[index]


def test_two_tabs_never_overwrite_each_other(visitor: Visitor) -> None:
    first = visitor.sheet()
    first.locator("#tb-name").fill("Samen")
    field(first, "tevreden").fill("Eerste")
    until_kept(first, "Eerste")
    second = visitor.sheet()
    field(second, "tevreden").fill("Tweede")
    until_kept(second, "Tweede")
    behind = message(first, "behind")
    expect(behind).to_contain_text("Dit blad is in een ander tabblad veranderd.")
    expect(first.locator("#tb-saved")).to_have_text("Wat je nu typt, wordt niet opgeslagen.")
    first.clock.install()
    field(first, "tevreden").fill("Van mij")
    first.clock.run_for(5_000)
    assert [file["values"] for file in copies(first).values()] == [{"tevreden": "Tweede"}]
    behind.get_by_role("button", name="Houd wat hier staat als apart blad").click()
    assert {name: file["values"] for name, file in copies(first).items()} == {
        "Samen": {"tevreden": "Tweede"},
        "Samen (2)": {"tevreden": "Van mij"},
    }
    expect(behind).to_have_count(0)


def test_a_tab_that_is_behind_can_take_the_other_version_and_go_back(visitor: Visitor) -> None:
    first = visitor.sheet()
    field(first, "tevreden").fill("Eerste")
    until_kept(first, "Eerste")
    second = visitor.sheet()
    field(second, "tevreden").fill("Tweede")
    until_kept(second, "Tweede")
    message(first, "behind").get_by_role("button", name="Neem de andere versie over").click()
    expect(field(first, "tevreden")).to_have_value("Tweede")
    press(first, "Ongedaan maken")
    expect(field(first, "tevreden")).to_have_value("Eerste")
    assert sorted(file["values"]["tevreden"] for file in copies(first).values()) == ["Eerste", "Tweede"]  # type: ignore[index]


def test_a_tab_that_is_behind_and_closes_leaves_its_text_as_a_copy(visitor: Visitor) -> None:
    first = visitor.sheet()
    field(first, "tevreden").fill("Eerste")
    until_kept(first, "Eerste")
    second = visitor.sheet()
    press(second, "Gooi dit blad weg")
    expect(message(first, "behind")).to_contain_text("weggegooid")
    field(first, "tevreden").fill("Toch nog iets")
    first.goto(sample_server())
    assert [file["values"] for file in copies(second).values()] == [{"tevreden": "Toch nog iets"}]


def test_full_storage_is_said_and_typing_and_taking_along_go_on(visitor: Visitor) -> None:
    page = visitor.sheet()
    field(page, "tevreden").fill("Past nog")
    until_kept(page, "Past nog")
    page.evaluate(FILL_UP)
    field(page, "tevreden").fill("Past niet meer " * 20)
    expect(message(page, "problem")).to_contain_text("de opslag van deze browser is vol")
    press(page, "Nieuw leeg blad")
    expect(message(page, "said")).to_contain_text("Bewaar het eerst als bestand")
    _, content = download(page, "Bewaar als bestand")
    assert json.loads(content)["values"]["tevreden"] == "Past niet meer " * 20
    page.evaluate("localStorage.removeItem('vol')")
    field(page, "uren").fill("3")
    until_kept(page, '"uren": "3"')
    expect(message(page, "problem")).to_have_count(0)


def test_forbidden_storage_is_said_at_once_and_leaving_is_asked(browser: Browser) -> None:
    with visiting(browser, FORBIDDEN) as visitor:
        page = visitor.sheet()
        expect(message(page, "problem")).to_contain_text("deze browser staat het niet toe")
        expect(page.get_by_text("Alleen opgeslagen in deze browser")).to_be_hidden()
        field(page, "tevreden").press_sequentially("Alleen hier")
        press(page, "Wis alle antwoorden")
        press(page, "Ongedaan maken")
        expect(field(page, "tevreden")).to_have_value("Alleen hier")
        _, content = download(page, "Bewaar als bestand")
        assert json.loads(content)["values"] == {"tevreden": "Alleen hier"}
        asked = []
        page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
        page.close(run_before_unload=True)
        page.wait_for_event("close") if not page.is_closed() else None
        assert asked == ["beforeunload"]


def test_damaged_copies_are_named_and_left_as_they_are(visitor: Visitor) -> None:
    of_another_sheet = "1.a\n" + (ROOT / "tests/filled_in/version-1.json").read_text("utf-8").replace('"blad"', '"meting"')
    texts = [of_another_sheet, "niets", "", '1.a\n{"format":', "1.a\n[]", '1.a\n{"format":"toolbox-samenwerken/ingevuld","version":99}']
    damaged = {f"{KEPT}blad/{number}": text for number, text in enumerate(texts)}
    page = visitor.sheet()
    page.evaluate("damaged => Object.assign(localStorage, damaged)", damaged)
    page.reload()
    expect(message(page, "damage")).to_contain_text("Ze zijn niet weggegooid")
    field(page, "tevreden").fill("Gewoon verder")
    until_kept(page, "Gewoon verder")
    assert damaged.items() <= kept(page).items()
    page.goto(sample_server() + "opgeslagen/")
    broken = page.locator(".tb-stored-list li", has_text="Beschadigd blad")
    expect(broken).to_have_count(6)
    with page.expect_download() as started:
        broken.nth(1).get_by_role("button", name="Bewaar als bestand").click()
    assert started.value.suggested_filename == "blad-beschadigd.txt"
    assert Path(started.value.path()).read_text("utf-8") == texts[1]
    broken.first.get_by_role("button", name="Gooi weg").click()
    expect(broken).to_have_count(5)
    press(page, "Ongedaan maken")
    assert damaged.items() <= kept(page).items()
