"""The worksheet that calculates: amounts as people write them, sums for each party, one picture and a table that say the same."""

from __future__ import annotations

import gzip
import io
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT, until
from form_pages import DESKTOP, PHONE, Visitor, download, field, message, open_file, press, until_kept, visiting
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from macros.load import load
from macros.problems import ContentError

HERE = Path(__file__).parent / "calculating"
SHEET = "werkbladen/effectencalculatie/"
SCRIPTS = ("amounts", "calculation", "outcome")

# What somebody writes → the lowest and the highest in hundredths, "?" for not known, or a word of the message.
WRITTEN: dict[str, Any] = {
    "1500": (150000, 150000),
    "€ 1.234,56": (123456, 123456),
    "1234.56": (123456, 123456),
    "1,234.50": (123450, 123450),
    "1.234": (123400, 123400),
    "12,5": (1250, 1250),
    "100,-": (10000, 10000),
    "€100,– euro": (10000, 10000),
    "0": (0, 0),
    "100-200": (10000, 20000),
    "€ 100,- – € 200,-": (10000, 20000),
    "tussen 1.000 en 2.000 euro": (100000, 200000),
    "van 10 tot 20 uur": (1000, 2000),
    "40 t/m 60": (4000, 6000),
    "1000000000": (100000000000, 100000000000),
    "?": "?",
    "weet ik niet": "?",
    "1,234": "1234 of 1,23",
    "1 234": "één getal",
    "200-100": "100-200",
    "-50": "onder nul",
    "100 - -50": "onder nul",
    "100-?": "één kant",
    "tot 200": "één kant",
    "ongeveer 100": "90-110",
    "±100": "90-110",
    "5k": "alle nullen",
    "2 miljoen": "alle nullen",
    "veel": "Schrijf een getal",
    "1.23.456": "geen getal",
    "10-11-2026": "Schrijf een getal",
    "1e9": "Schrijf een getal",
    "9" * 40: "miljard",
    "€": "Schrijf een getal",
    "<b>100</b>": "Schrijf het",
    "٣٤": "Schrijf een getal",
}

# party, what for, sort, year, with, without
AMOUNTS = (
    ("Gemeente", "Subsidie", "kosten", "jaar 1", "5000", "0"),
    ("gemeente ", "Hulp thuis", "kosten", "jaar 1", "12000-15000", "tussen 18.000 en 22.000"),
    ("Gemeente", "Hulp thuis", "kosten", "jaar 2", "12000", "18000-22000"),
    ("Welzijn", "Subsidie", "opbrengst", "jaar 1", "5000", "0"),
    ("Welzijn", "Kartrekker", "kosten", "jaar 1", "€ 6.000,-", "0"),
    ("Verzekeraar", "Verpleging", "kosten", "jaar 1", "?", "900"),
    ("Buurthuis", "Zaal", "kosten", "jaar 1", "300-500", "200-400"),
)


COLUMNS = ("partij", "waarvoor", "soort", "jaar", "met", "zonder")
REST = {
    **{
        f"onbetaalde-uren.1.{column}": text
        for column, text in zip(COLUMNS, ("Bewoners", "", "", "jaar-1", "200-300", "50"), strict=True)
        if text
    },
    **{
        f"onbetaalde-uren.2.{column}": text
        for column, text in zip(COLUMNS, ("Mantelzorgers", "", "", "jaar-1", "100", "150-200"), strict=True)
        if text
    },
    "effecten.1.partij": "bewoners",
    "effecten.1.wat": "<i>vaker</i> iemand spreken",
    "aannames.1.aanname": "De zaal blijft gratis",
}


def go(visitor: Visitor, server: str) -> Page:
    """The page of the sheet, empty."""
    page = visitor.context.new_page()
    page.goto(server + SHEET)
    return page


def lay(page: Page, values: dict[str, str], rows: int) -> None:
    """Open a file with these answers."""
    copy = {
        "format": "toolbox-samenwerken/ingevuld",
        "version": 1,
        "sheet": "effectencalculatie",
        "sheetVersion": "2.0",
        "name": "Ons plein",
    }
    copy |= {"savedAt": "2026-11-21T10:00:00.000Z", "values": values, "rows": {"bedragen": rows}}
    open_file(page, "ons-plein.json", json.dumps(copy).encode())


def lay_all(page: Page, first: int = 1) -> None:
    """The amounts from this row on, hours, an effect and an assumption, from a file."""
    rows = list(enumerate(AMOUNTS, 1))[first - 1 :]
    cells = {f"bedragen.{row}.{column}": text for row, texts in rows for column, text in zip(COLUMNS, texts, strict=True)}
    lay(page, {name: text.replace("jaar ", "jaar-") for name, text in cells.items()} | REST, 12)


def type_rows(page: Page, most: int) -> None:
    """The first amounts with the keyboard alone."""
    field(page, "bedragen.1.partij").focus()
    for row in AMOUNTS[:most]:
        for text in row:
            page.keyboard.type(text)  # in a list of choices the letters choose
            page.keyboard.press("Tab")
        page.keyboard.press("Tab")  # past the source
        page.keyboard.press("Tab")  # past the button that takes the row away


def summed(page: Page, caption: str = "Alle jaren samen") -> dict[str, dict[str, list[str]]]:
    """The table: party → what → the cells."""
    return page.locator(f"#tb-outcome table:has(caption:text-is('{caption}'))").evaluate(
        """(table) => Object.fromEntries([...table.tBodies].map((body) => [
            body.rows[0].cells[0].textContent,
            Object.fromEntries([...body.rows].slice(1).map((row) => [row.cells[0].lastChild.textContent.toLowerCase(),
                [...row.cells].slice(1).map((cell) => cell.textContent.replaceAll("\\u00a0", " "))])),
        ]))"""
    )


def pictured(page: Page) -> dict[str, list[dict[str, Any]]]:
    """The picture: party → each bar with its words, and where what is sure and what may be begin and end, from the middle."""
    return page.locator(".tb-parties > li").evaluate_all(
        """(rows) => Object.fromEntries(rows.map((row) => [row.querySelector("strong").textContent, [...row.querySelectorAll(".tb-bar")].map((bar) => {
            const span = (rect) => rect && [rect.x.baseVal.value - 200, rect.x.baseVal.value + rect.width.baseVal.value - 200].map(Math.round);
            return { words: bar.querySelector("p").textContent.replaceAll("\\u00a0", " "), sure: span(bar.querySelector(".tb-sure")),
                maybe: span(bar.querySelector(".tb-maybe")), striped: Boolean(bar.querySelector(".tb-stripes")) };
        })]))"""
    )


def numbers(text: str) -> list[int]:
    return [int(found.replace(".", "")) for found in re.findall(r"\d[\d.]*", text)]


def test_an_amount_is_read_as_it_is_written(browser: Browser, server: str) -> None:
    with visiting(browser) as visitor:
        page = go(visitor, server)
        read = page.evaluate("(texts) => texts.map((text) => toolboxForms.amounts.parse(text))", list(WRITTEN))
    for (text, wanted), found in zip(WRITTEN.items(), read, strict=True):
        if isinstance(wanted, tuple):
            assert (found.get("low"), found.get("high")) == wanted, (text, found)
        elif wanted == "?":
            assert found == {"unknown": True}, (text, found)
        else:
            assert wanted in found["problem"], (text, found)


def test_the_sums_follow_what_is_typed_and_the_picture_says_the_same(browser: Browser, server: str) -> None:
    with visiting(browser) as visitor:
        page = go(visitor, server)
        lay_all(page, first=3)
        type_rows(page, 2)
        table = summed(page)
        assert table["Gemeente"]["kosten"] == ["€ 29.000 tot 32.000", "€ 36.000 tot 44.000", "€ −15.000 tot −4.000"]
        assert table["Gemeente"]["houdt meer of minder over"] == ["€ +4.000 tot +15.000"]
        assert table["Welzijn"] == {
            "kosten": ["€ 6.000", "€ 0", "€ +6.000"],
            "opbrengst": ["€ 5.000", "€ 0", "€ +5.000"],
            "houdt meer of minder over": ["€ −1.000"],
        }
        assert table["Buurthuis"]["houdt meer of minder over"] == ["€ −300 tot +100"]
        assert table["Bewoners"]["onbetaalde uren"] == ["200 tot 300 uur", "50 uur", "+150 tot +250 uur"]
        assert "Verzekeraar" not in table
        assert table["Alle partijen samen"]["kosten"] == ["€ 35.300 tot 38.500", "€ 36.200 tot 44.400", "€ −9.100 tot +2.300"]
        assert summed(page, "Per jaar")["jaar 2: Gemeente"]["kosten"] == ["€ 12.000", "€ 18.000 tot 22.000", "€ −10.000 tot −6.000"]

        picture = pictured(page)
        assert list(picture) == [name for name in table if name != "Alle partijen samen"]  # who gives most stands first, in both
        for party, bars in picture.items():
            differences = [cells[-1] for what, cells in table[party].items() if what in ("houdt meer of minder over", "onbetaalde uren")]
            for bar, difference in zip(bars, differences, strict=True):
                assert sorted(numbers(bar["words"])) == sorted(numbers(difference)), (party, bar, difference)
        (town,), (welfare,), (house,), (people,) = (picture[name] for name in ("Gemeente", "Welzijn", "Buurthuis", "Bewoners"))
        assert town == {"words": "geld: houdt € 4.000 tot 15.000 meer over", "sure": [0, 51], "maybe": [51, 190], "striped": False}
        assert welfare["striped"] and welfare["sure"] == [-13, 0] and welfare["maybe"] is None
        assert house["sure"] is None and house["maybe"][0] < 0 < house["maybe"][1] and "nog niet te zeggen" in house["words"]
        assert people["sure"] == [-114, 0] and people["maybe"] == [-190, -114] and people["striped"]

        outcome = page.locator("#tb-outcome")
        expect(outcome).to_contain_text("<i>vaker</i> iemand spreken")  # what somebody types is text
        expect(outcome).to_contain_text("rij 6 (Verzekeraar): ‘met netwerk’ is niet bekend")
        expect(outcome).to_contain_text("De zaal blijft gratis")
        expect(outcome).to_contain_text("geen bewijs")
        expect(page.locator("#tb-by-hand")).not_to_have_attribute("open", "")
        until(page, "() => document.getElementById('tb-status').textContent.startsWith('De uitkomst is bijgewerkt: 5 partijen, 1 rij')")


def test_what_is_filled_in_comes_back_from_a_file_with_the_same_outcome(browser: Browser, server: str) -> None:
    with visiting(browser) as visitor:
        page = go(visitor, server)
        lay_all(page)
        before = page.locator("#tb-outcome").text_content()
        name, content = download(page, "Bewaar als bestand")
    assert json.loads(content)["values"]["bedragen.2.zonder"] == "tussen 18.000 en 22.000"  # kept as it was written
    with visiting(browser) as visitor:
        page = go(visitor, server)
        open_file(page, name, content)
        expect(page.locator("#tb-outcome")).to_have_text(before or "")
        assert page.locator("#tb-status").text_content() != ""  # of the opening; the outcome is not read out
        press(page, "Wis alle antwoorden")
        expect(page.locator("#tb-outcome figure")).to_have_count(0)


@pytest.mark.parametrize(("text", "better"), [("veel geld", "1500"), ("200-100", "100-200"), ("-50", "50"), ("9" * 30, "900")])
def test_what_cannot_be_read_is_said_at_the_field_and_nothing_is_lost(browser: Browser, server: str, text: str, better: str) -> None:
    with visiting(browser) as visitor:
        page = go(visitor, server)
        for column, value in (("partij", "Gemeente"), ("zonder", "100")):
            field(page, f"bedragen.1.{column}").fill(value)
        field(page, "bedragen.1.soort").select_option("kosten")
        field(page, "bedragen.1.jaar").select_option("jaar-1")
        amount = field(page, "bedragen.1.met")
        amount.press_sequentially(text)
        expect(amount).not_to_have_attribute("aria-invalid", "true")  # while typing nobody is corrected
        page.keyboard.press("Tab")
        expect(amount).to_have_attribute("aria-invalid", "true")
        problem = page.locator(f"#{amount.get_attribute('aria-describedby')}".replace(".", "\\."))
        expect(page.locator("#tb-status")).to_contain_text("rij 1, Met netwerk: " + (problem.text_content() or "?"))
        expect(amount).to_have_value(text)
        expect(page.locator("#tb-outcome")).to_contain_text("rij 1 (Gemeente): het getal bij ‘met netwerk’ is niet goed te lezen")
        until_kept(page, text)
        page.reload()
        expect(amount).to_have_value(text)
        expect(amount).to_have_attribute("aria-invalid", "true")
        page.locator('[data-table="bedragen"] .tb-add').click()
        expect(page.locator(".tb-problem")).to_have_count(1)  # a new row is clean
        amount.fill(better)
        expect(page.locator(".tb-problem")).to_have_count(0)
        assert "Gemeente" in summed(page)


def test_two_hundred_rows_are_summed_at_once_and_one_more_is_refused(browser: Browser, server: str) -> None:
    values = {}
    for row in range(1, 201):
        cells = {
            "partij": f"Partij {row % 20}",
            "soort": "kosten",
            "jaar": f"jaar-{1 + row % 3}",
            "met": f"{row}-{row + 10}",
            "zonder": "?" if row % 9 == 0 else "5",
        }
        values |= {f"bedragen.{row}.{column}": text for column, text in cells.items()}
    with visiting(browser, viewport=PHONE) as visitor:
        page = go(visitor, server)
        lay(page, values, 200)
        table = summed(page)
        counted = [row for row in range(1, 201) if row % 9]
        low, high = sum(counted), sum(row + 10 for row in counted)
        assert numbers(table["Alle partijen samen"]["kosten"][0]) == [low, high]
        expect(page.locator("#tb-outcome")).to_contain_text("en nog 2 rijen")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        took = page.evaluate(
            """() => { const field = document.querySelector('[name="bedragen.7.met"]');
                const start = performance.now();
                field.value = '8'; field.dispatchEvent(new Event('input', { bubbles: true }));
                return performance.now() - start; }"""
        )
        assert took < 250, took
        page.locator('[data-table="bedragen"] .tb-add').click()
        expect(message(page, "said")).to_contain_text("hoogstens 200 rijen")


def test_on_paper_the_outcome_stands_where_else_you_would_calculate(browser: Browser, server: str) -> None:
    with visiting(browser, viewport=DESKTOP) as visitor:
        page = go(visitor, server)
        by_hand, outcome = field(page, "regels-niet-mee"), page.locator("#tb-outcome")
        page.emulate_media(media="print")
        expect(by_hand).to_be_visible()
        expect(outcome).to_be_hidden()
        lay_all(page)
        paper = printed(page)
        assert "4.000 tot 15.000 meer over" in paper and "29.000 tot 32.000" in paper
        assert "aar 2: Gemeente" in paper  # what is folded on the screen
        assert "Hoeveel regels doen niet mee" not in paper
        by_hand.evaluate("(field) => { field.value = '3'; field.dispatchEvent(new Event('input', { bubbles: true })) }")
        expect(by_hand).to_be_visible()  # what somebody filled in is never left out


def printed(page: Page) -> str:
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return " ".join(" ".join(sheet.extract_text().replace("\xa0", " ").split()) for sheet in reader.pages)


def test_without_a_script_you_calculate_on_the_sheet(browser: Browser, server: str) -> None:
    with visiting(browser, java_script_enabled=False) as visitor:
        page = go(visitor, server)
        expect(field(page, "verschil-per-partij.1.kosten")).to_be_visible()
        expect(page.locator("#tb-outcome")).to_be_hidden()


def test_the_scripts_load_only_where_something_is_calculated_and_are_small(site: Path) -> None:
    for sheet in load(ROOT / "toolbox_data")["worksheets"]:
        page = (site / "werkbladen" / sheet.id / "index.html").read_text(encoding="utf-8")
        assert ("forms/outcome.js" in page) == bool(sheet.calculation) == ("assets/outcome.css" in page), sheet.id
    total = sum(len(gzip.compress((ROOT / "docs/assets/forms" / f"{name}.js").read_bytes())) for name in SCRIPTS)
    assert total < 8_000, total


MISTAKES = yaml.safe_load((HERE / "mistakes.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", MISTAKES)
def test_an_editor_reads_what_is_wrong_in_a_calculation(content: Path, name: str) -> None:
    file = Path(shutil.copy(HERE / "rekenblad.yml", content / "worksheets"))
    text = file.read_text(encoding="utf-8")
    case = MISTAKES[name]
    assert case["change"] in text
    file.write_text(text.replace(case["change"], case["to"], 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(content)
    (problem,) = caught.value.problems
    place, _, words = case["reads"][0].partition(" ")
    assert f"{problem.line}:{problem.column}" == place, problem
    assert problem.fix and all(word in f"{problem.what} {problem.fix}" for word in words.split("|")), problem


def test_a_calculation_without_a_mistake_is_accepted(content: Path) -> None:
    shutil.copy(HERE / "rekenblad.yml", content / "worksheets")
    assert load(content).get("worksheets/rekenblad").calculation
