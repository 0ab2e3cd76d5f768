"""The online form on the page: every question is there, with its name, at any width, on paper and without a script."""

from __future__ import annotations

import gzip
import io
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from conftest import ROOT, SAMPLE
from form_pages import DESKTOP, PHONE, field, kept, sample_server, sample_site, until_kept, visiting
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from macros.load import load
from macros.sheets.questions import Question, questions

SCRIPTS = ROOT / "docs" / "assets" / "forms"
LONG = "Wij bellen eerst de bewoner zelf. " * 60 + "En dit is het eind."


def sheets(folder: Path) -> dict[str, list[Question]]:
    toolbox = load(folder)
    return {sheet.id: questions(sheet, toolbox) for sheet in toolbox["worksheets"]}


def spoken(page: Page) -> list[tuple[str, str]]:
    """(role, accessible name) of every group and control in the form, in order, as Chromium tells a screen reader."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    nodes = {node["nodeId"]: node for node in tree}
    found: list[tuple[str, str]] = []

    def walk(node: dict[str, Any]) -> None:
        role = node.get("role", {}).get("value", "")
        if role in ("group", "textbox", "combobox", "Date", "radio", "checkbox"):
            found.append((role, node.get("name", {}).get("value", "")))
        if role not in ("textbox", "Date", "combobox"):
            for child in node.get("childIds", []):
                walk(nodes[child])

    walk(next(node for node in tree if node.get("role", {}).get("value") == "form"))
    return found


def expected(asked: list[Question]) -> list[tuple[str, str]]:
    """What a screen reader should hear, in the order of the questions."""
    said = []
    for question in asked:
        if question.kind in ("one", "several") and "." not in question.id:
            said.append(("group", question.label))
            said += [("radio" if question.kind == "one" else "checkbox", option.label) for option in question.options]
        else:
            role = {"text": "textbox", "number": "textbox", "date": "Date", "one": "combobox"}[question.kind]
            said.append((role, question.label))
    return said


def in_form(heard: list[tuple[str, str]], asked: list[Question]) -> list[tuple[str, str]]:
    """What belongs to the questions: groups with other names (parts, tables) and the form's own tools left out."""
    labels = {question.label for question in asked}
    return [(role, name) for role, name in heard if role in ("radio", "checkbox") or name in labels]


def test_every_question_of_every_real_sheet_is_a_named_control_and_fits_a_phone(browser: Browser, site: Path, server: str) -> None:
    with visiting(browser, viewport=PHONE) as visitor:
        page = visitor.context.new_page()
        for sheet, asked in sheets(ROOT / "toolbox_data").items():
            page.goto(f"{server}werkbladen/{sheet}/")
            assert in_form(spoken(page), asked) == expected(asked), sheet
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), sheet
            names = page.locator(".tb-part [name]").evaluate_all("all => [...new Set(all.map((one) => one.name))]")
            assert names == [question.id for question in asked], sheet
            ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
            assert len(set(ids)) == len(ids), sheet


@pytest.mark.parametrize("sheet", ["blad", "meting"])
def test_the_values_of_choices_and_the_help_are_those_of_the_definition(sheet: str) -> None:
    soup = BeautifulSoup((sample_site() / "werkbladen" / sheet / "index.html").read_text("utf-8"), "html.parser")
    for question in sheets(SAMPLE / "toolbox_data")[sheet]:
        controls = soup.find_all(attrs={"name": question.id})
        values = [one.get("value") for control in controls for one in (control.find_all("option") or [control])]
        if question.options:
            assert [value for value in values if value] == [option.value for option in question.options]
        if question.help:
            described = controls[0].get("aria-describedby") or controls[0].find_parent("fieldset")["aria-describedby"]
            assert soup.find(id=described).get_text() == question.help


def test_markdown_leaves_the_form_alone() -> None:
    html = (sample_site() / "werkbladen/blad/index.html").read_text("utf-8")
    form = html[html.index('<div class="tb-form"') : html.index('<h2 id="praat-erover"')]
    assert "\n\n" not in form.strip() and "\n    " not in form
    assert BeautifulSoup(form, "html.parser").find("div").find_all("script")[-1]["src"].endswith("sheet-page.js")


def test_nothing_in_the_form_runs_inline() -> None:
    """A strict content security policy lets all of it through."""
    for sheet in ("werkbladen/blad", "werkbladen/meting", "opgeslagen"):
        form = BeautifulSoup((sample_site() / sheet / "index.html").read_text("utf-8"), "html.parser").select_one(".tb-form")
        assert form is not None
        assert all(script.get("src") and script.has_attr("defer") and not script.string for script in form.find_all("script"))
        assert not [tag for tag in form.find_all(True) if any(name == "style" or name.startswith("on") for name in tag.attrs)]
    for script in SCRIPTS.glob("*.js"):
        text = script.read_text("utf-8")
        assert not re.search(
            r"(inner|outer)HTML|insertAdjacentHTML|document\.write|\beval\b|new Function|\.style\b|\bfetch\(|https?:", text
        )


def test_the_scripts_of_a_page_are_small() -> None:
    for page in ("werkbladen/blad", "opgeslagen"):
        soup = BeautifulSoup((sample_site() / page / "index.html").read_text("utf-8"), "html.parser")
        files = [sample_site() / page / script["src"] for script in soup.select(".tb-form script")]
        assert sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) <= 15 * 1024
    assert b"assets/forms" not in (sample_site() / "index.html").read_bytes()


def test_a_phone_has_no_sideways_scroll_in_any_state(browser: Browser) -> None:
    with visiting(browser, viewport=PHONE) as visitor:
        page = visitor.sheet()
        field(page, "tevreden").fill("Eenlangwoordzonderspaties" * 20)
        page.get_by_role("button", name="Rij 2 weghalen").click()
        until_kept(page, "Eenlangwoord")
        page.locator("#tb-name").fill("Nogzolangwoord" * 8)
        until_kept(page, "Nogzolangwoord")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        page.goto(sample_server() + "opgeslagen/")
        page.locator(".tb-stored-list li").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_without_a_script_the_form_reads_and_prints_and_offers_nothing_dead(browser: Browser) -> None:
    with visiting(browser, java_script_enabled=False) as visitor:
        page = visitor.sheet()
        expect(page.locator("noscript p")).to_be_visible()
        for label in ("Wij zijn tevreden als", "Hoeveel tijd hebben we?", "Hoe spreken we af?", "Volgende keer"):
            expect(page.get_by_text(label)).to_be_visible()
        expect(page.get_by_role("textbox", name="Waarden: Wij zijn tevreden als")).to_be_editable()
        expect(page.locator(".tb-form button:visible")).to_have_count(0)
        expect(page.locator(".tb-form form")).to_have_count(0)


def test_paper_shows_the_whole_text_the_name_and_no_buttons(browser: Browser) -> None:
    with visiting(browser) as visitor:
        page = visitor.sheet()
        page.locator("#tb-name").fill("Netwerk Noord")
        field(page, "tevreden").fill(LONG)
        field(page, "actielijst.1.wat").fill("Een lange regel die niet in een vakje past. " * 5)
        until_kept(page, "niet in een vakje")
        page.emulate_media(media="print")
        expect(page.locator(".tb-form button:visible, .tb-keep:visible")).to_have_count(0)
        expect(page.locator("#tb-print-name")).to_have_text("Netwerk Noord")
        expect(field(page, "tevreden")).to_be_hidden()
        expect(page.locator(".tb-choices").first).to_be_visible()
        page.emulate_media(media="screen")
        text = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages)
        flat = re.sub(r"\s+", " ", text)
        assert flat.count("Wij bellen eerst de bewoner zelf.") == 60 and "En dit is het eind." in flat
        assert flat.count("niet in een vakje past.") == 5


def test_forced_colours_leave_every_field_an_edge(browser: Browser) -> None:
    with visiting(browser, forced_colors="active") as visitor:
        for sheet in ("blad", "meting"):
            page = visitor.sheet(sheet)
            edges = page.locator(".tb-part :is(textarea, select, [type=text], [type=date], .tb-options label)").evaluate_all(
                """all => all.map((one) => { const style = getComputedStyle(one);
                   return style.borderTopStyle === "solid" && parseFloat(style.borderTopWidth) >= 1
                     && style.borderTopColor !== getComputedStyle(document.body).backgroundColor; })"""
            )
            assert edges and all(edges)


def test_a_disk_will_do_for_a_server(browser: Browser) -> None:
    with visiting(browser) as visitor:
        page = visitor.context.new_page()
        page.goto((sample_site() / "werkbladen/blad/index.html").as_uri())
        field(page, "tevreden").fill("Van een schijf")
        until_kept(page, "Van een schijf")
        page.reload()
        expect(field(page, "tevreden")).to_have_value("Van een schijf")
        page.goto((sample_site() / "opgeslagen/index.html").as_uri())
        page.locator(".tb-stored-list").get_by_role("link", name="Open").click()
        expect(field(page, "tevreden")).to_have_value("Van een schijf")
        assert len(kept(page)) == 1


def test_a_long_text_is_counted_and_said_once_after_a_rest(browser: Browser) -> None:
    with visiting(browser, viewport=DESKTOP) as visitor:
        page = visitor.sheet()
        page.clock.install()
        answer = field(page, "tevreden")
        answer.fill("a" * 999)
        expect(page.locator(".tb-count")).to_have_count(0)
        answer.press_sequentially("b")
        expect(page.locator(".tb-count")).to_have_text("1.000 tekens. Er passen er nog 19.000 in dit vak.")
        answer.fill("a" * 18_000)
        expect(page.locator("#tb-status")).to_be_empty()
        page.clock.run_for(2_000)
        expect(page.locator("#tb-status")).to_have_text("18.000 tekens. Er passen er nog 2.000 in dit vak.")
        answer.evaluate("one => one.setSelectionRange(18000, 18000)")
        page.keyboard.insert_text("c" * 3_000)
        expect(page.locator(".tb-count")).to_have_text("20.000 tekens. Er passen er nog 0 in dit vak.")
