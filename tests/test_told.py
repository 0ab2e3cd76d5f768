"""'Wij gebruikten dit': five answers in a browser become a file, and that file becomes a draft."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import until
from form_pages import FORBIDDEN, PHONE, sample_server, sample_site, visiting
from playwright.sync_api import Browser, Page

from macros.contribution import QUESTIONS, read_contribution
from macros.draft import draft
from macros.freshness import day_of_content
from macros.load import load
from macros.problems import ContentError

ANSWERS = {
    "over": "methods/rondje",
    "waar": "In een buurt, in 2026. Acht bewoners en twee wijkverpleegkundigen.",
    "wat": "We liepen een rondje: eerst langs het plein.\n\nDaarna dronken we koffie. #gezellig",
    "hielp": "Iedereen liep mee. Het regende, dus niet lang.",
    "advies": "- Neem paraplu's mee.\n- Begin om “tien” uur.",
}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with visiting(browser, viewport=PHONE) as visitor:
        yield visitor.context.new_page()
        assert visitor.complaints == []


def visit(page: Page) -> None:
    page.goto(f"{sample_server()}wij-gebruikten-dit/")
    page.wait_for_load_state()


def fill(page: Page, answers: dict[str, str]) -> None:
    for name, answer in answers.items():
        if name == "over":
            page.locator("#f-over").select_option(page.locator(f'#f-over option[value$="({answer})"]').get_attribute("value"))
        else:
            page.locator(f"#f-{name}").fill(answer)


def saved(page: Page) -> bytes:
    with page.expect_download() as download:
        page.locator("#tb-save").click()
    assert download.value.suggested_filename == "wij-gebruikten-dit.txt"
    return Path(download.value.path()).read_bytes()


def said(page: Page) -> str:
    return page.locator("#tb-status").inner_text()


def test_what_somebody_tells_becomes_a_draft_that_the_check_accepts(page: Page, project: Path) -> None:
    visit(page)
    fill(page, ANSWERS)
    page.locator("#f-akkoord").check()
    file = project / "van-iemand.txt"
    file.write_bytes(saved(page))
    assert "Downloads" in said(page)
    made = subprocess.run([sys.executable, "-m", "macros", "import", str(file)], cwd=project, capture_output=True, text=True)
    assert (made.returncode, made.stderr) == (0, ""), made.stdout
    toolbox = load(project / "toolbox_data")
    (new,) = [item for item in toolbox["examples"] if item.id.endswith("in-de-praktijk")]
    assert new.used == ("methods/rondje",) and new.period == "In 2026" and new.origin == "own"
    assert new.approach == ANSWERS["wat"]
    assert (new.worked, new.did_not_work) == (("Iedereen liep mee.",), ("Het regende, dus niet lang.",))
    assert new.learned == ("Neem paraplu's mee.", "Begin om “tien” uur.")
    assert new.phases == toolbox.get("methods/rondje").phases
    again = subprocess.run([sys.executable, "-m", "macros", "import", str(file)], cwd=project, capture_output=True, text=True)
    assert again.returncode == 0 and len(load(project / "toolbox_data")["examples"]) == len(toolbox["examples"]) + 1


def test_an_improvement_needs_two_answers_and_makes_no_draft(page: Page, project: Path) -> None:
    visit(page)
    fill(page, {"over": "tips/schrijf-op", "advies": "Zeg ook waar je het ophangt."})
    page.locator("#f-akkoord").check()
    file = project / "van-iemand.txt"
    file.write_bytes(saved(page))
    told = subprocess.run([sys.executable, "-m", "macros", "import", str(file)], cwd=project, capture_output=True, text=True)
    assert told.returncode == 0 and "tips/schrijf-op" in told.stdout and "Zeg ook waar" in told.stdout
    assert len(list((project / "toolbox_data/examples").glob("*.md"))) == 1


def test_what_is_missing_is_said_and_gets_the_focus(page: Page) -> None:
    visit(page)
    page.locator("#tb-save").click()
    assert "de vragen 1 en 5" in said(page) and "vinkje" in said(page)
    assert page.evaluate("document.activeElement.id") == "f-over"
    fill(page, ANSWERS | {"hielp": ""})
    page.locator("#f-akkoord").check()
    page.locator("#tb-save").click()
    assert "vraag 4" in said(page) and "vinkje" not in said(page)
    assert page.evaluate("document.activeElement.id") == "f-hielp"
    assert page.locator("[aria-invalid=true]").count() == 1


def test_a_draft_survives_a_reload_and_is_wiped_with_a_way_back(page: Page) -> None:
    visit(page)
    fill(page, ANSWERS)
    page.reload()
    assert page.locator("#f-wat").input_value() == ANSWERS["wat"] and page.locator("#f-over").input_value()
    page.locator("#tb-clear").click()
    assert page.locator("#f-wat").input_value() == ""
    page.get_by_role("button", name="Ongedaan maken").click()
    assert page.locator("#f-wat").input_value() == ANSWERS["wat"]
    page.locator("#tb-clear").click()
    page.reload()
    assert page.locator("#f-wat").input_value() == ""


def test_all_that_is_kept_can_be_wiped_on_the_page_for_that(page: Page) -> None:
    visit(page)
    fill(page, {"wat": "Iets"})
    page.goto(f"{sample_server()}opgeslagen/")
    page.locator("#tb-wipe").click()
    page.locator("#tb-wipe-yes").click()
    until(page, "() => document.getElementById('tb-status').textContent.includes('gewist')")
    visit(page)
    assert page.locator("#f-wat").input_value() == ""


@pytest.mark.parametrize("stored", ["{", "null", "[]", '"x"', '{"wat": 3, "akkoord": "ja"}'])
def test_a_damaged_draft_is_an_empty_form(page: Page, stored: str) -> None:
    visit(page)
    page.evaluate("(text) => localStorage.setItem('toolbox-samenwerken/wij-gebruikten-dit', text)", stored)
    page.reload()
    assert page.locator("#f-wat").input_value() == "" and not page.locator("#f-akkoord").is_checked()
    fill(page, {"wat": "Het werkt nog"})


def test_without_storage_the_form_works_and_says_once_that_nothing_is_kept(browser: Browser) -> None:
    with visiting(browser, FORBIDDEN, viewport=PHONE) as visitor:
        page = visitor.context.new_page()
        visit(page)
        fill(page, ANSWERS)
        assert "staat het niet toe" in said(page)
        page.locator("#f-akkoord").check()
        assert read_contribution(saved(page), "x").is_example


@pytest.mark.parametrize(
    ("data", "link", "start"),
    [
        ({"mail": "hulp@voorbeeld.nl"}, "#tb-mail", "mailto:hulp@voorbeeld.nl?subject=Wij%20gebruikten%20dit&body="),
        ({"repository": "https://github.com/iemand/toolbox/"}, "#tb-issue", "https://github.com/iemand/toolbox/issues/new?"),
    ],
    ids=["mail", "issue"],
)
def test_a_letter_has_the_text_in_it_or_asks_for_the_file(page: Page, data: dict[str, str], link: str, start: str) -> None:
    page.route("**/wij-gebruikten-dit/", lambda route: route.fulfill(body=with_data(data), content_type="text/html"))
    visit(page)
    # Where the link leads is looked at, and not gone to.
    page.evaluate("addEventListener('click', (event) => event.target.matches('a') && event.preventDefault())")
    assert page.locator("#tb-onward").is_hidden()
    page.locator(link).click()
    assert "vragen" in said(page)
    fill(page, ANSWERS | {"waar": "In 2026, hier.", "wat": "Wij & <b>zij</b>."})
    page.locator("#f-akkoord").check()
    page.locator(link).click()
    address = page.locator(link).get_attribute("href") or ""
    assert address.startswith(start) and "%26" in address and "<" not in address
    fill(page, dict.fromkeys(("wat", "hielp"), "Heel veel woorden. " * 250))
    with page.expect_download():
        page.locator(link).click()
    assert len(page.locator(link).get_attribute("href") or "") < 1000 and "bestand" in said(page)


def with_data(data: dict[str, str]) -> str:
    html = (sample_site() / "wij-gebruikten-dit/index.html").read_text(encoding="utf-8")
    for name, value in data.items():
        html, times = re.subn(f'data-{name}=""', f'data-{name}="{value}"', html)
        assert times == 1
    return html


def test_without_a_script_the_questions_are_there_to_copy(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{sample_server()}wij-gebruikten-dit/")
    assert page.locator("#f-wat").is_hidden() and page.locator("#tb-told .tb-notice").is_visible()
    text = page.locator("article").inner_text()
    assert all(question.text in text for question in QUESTIONS)
    context.close()


def letter(**changes: str) -> str:
    parts = [f"## {number}. {one.text}\n\n{(ANSWERS | changes)[one.id]}\n" for number, one in enumerate(QUESTIONS, 1)]
    return "\n".join([*parts, f"## Akkoord\n\n{changes.get('akkoord', 'Ja')}\n"])


@pytest.mark.parametrize(
    "text",
    [
        letter(),
        "﻿" + letter().replace("\n", "\r\n"),
        "Van: iemand\n\n" + re.sub(r"(?m)^", "> ", letter()).replace("> ## ", "> "),
        letter(akkoord="- [x] Ja, dat mag").replace("## ", "### "),
        letter(wat="We liepen.\n\n1. Eerst hier.\n2. Wat hielp?\n"),
        letter().partition("## Akkoord")[0].replace("## ", "") + "*Ja, deze tekst mag op de site, met de licentie CC BY 4.0.*",
        letter(wat="Zachte\u00adstreep en een\ttab"),
    ],
    ids=["as saved", "windows", "quoted mail", "issue form", "a list in an answer", "copied by hand", "pasted from Word"],
)
def test_a_file_a_mail_and_an_issue_are_read_alike(text: str) -> None:
    given = read_contribution(text.encode(), "x")
    assert given.key == "methods/rondje" and given.is_example


@pytest.mark.parametrize(
    ("raw", "line", "words"),
    [
        (b"", 1, "Wat gebruikten jullie"),
        (b"\x89PNG\x00\xff\xfe", 1, "UTF-8"),
        (letter().encode("cp1252"), 22, "UTF-8"),
        (b"x" * 200_000, 1, "te groot"),
        (letter(akkoord="Nee").encode(), 26, "akkoord"),
        (letter(over="").encode(), 1, "ontbreekt"),
        (letter(over="Iets anders").encode(), 3, "map/id"),
        (letter(advies="_No response_").encode(), 21, "ontbreekt"),
        (letter(hielp="Kijk op <a href=x>").encode(), 17, "HTML"),
        (letter(wat="Een {{ macro }}").encode(), 11, "accolades"),
        (letter().replace("4. Wat hielp", "Wat hielp").encode(), 1, "4. Wat hielp"),
    ],
    ids=[
        "empty",
        "picture",
        "windows-1252",
        "too big",
        "no consent",
        "nothing chosen",
        "unknown item",
        "no advice",
        "html",
        "template",
        "a question gone",
    ],
)
def test_a_damaged_file_is_said_in_dutch_at_its_line(raw: bytes, line: int, words: str) -> None:
    with pytest.raises(ContentError) as raised:
        read_contribution(raw, "brief.txt")
    problem = raised.value.problems[0]
    assert (problem.path, problem.line) == ("brief.txt", line) and words in f"{problem.what} {problem.fix}"


def test_an_item_that_is_gone_is_said(content: Path) -> None:
    toolbox = load(content)
    given = read_contribution(letter(over="methods/rondjes").encode(), "brief.txt")
    with pytest.raises(ContentError, match="Bedoelde je 'rondje'"):
        draft(given, toolbox, day_of_content(content, toolbox), "brief.txt")
