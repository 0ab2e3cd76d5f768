"""The scan of a group: what it takes in, what it shows and what it never shows. In a real browser, on the real site."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path

import pypdfium2
import pytest
from bs4 import BeautifulSoup
from conftest import ROOT, until
from form_pages import FORBIDDEN
from playwright.sync_api import Browser, Page, expect
from scan_pages import EIGHT, STATEMENTS, laptop, lines, outcome, take, type_people

MOST = 20_000  # bytes of script beside those of the worksheets, packed


@pytest.fixture
def page(browser: Browser, server: str) -> Page:
    with laptop(browser) as context:
        page = context.new_page()
        page.goto(f"{server}scan/")
        yield page


@pytest.fixture(scope="module")
def filled(browser: Browser, server: str) -> Page:
    """A scan of eight people; for what only reads."""
    with laptop(browser) as context:
        page = context.new_page()
        page.goto(f"{server}scan/")
        type_people(page)
        outcome(page)
        yield page


def put(page: Page, people: list[list[int]]) -> None:
    """A scan of these answers, as if typed."""
    page.evaluate("people => toolboxScan.group.put({ people: people.map((answers) => toolboxScan.answers.person(answers)) })", people)


# --- filling in ----------------------------------------------------------------------------------------------------------------------


def test_every_mistake_is_mended_without_a_mouse(page: Page) -> None:
    type_people(page, ("12",))
    for key in ("ArrowUp", "Backspace", "5", "?", "Backspace", "ArrowUp", "ArrowUp", "Delete", "Home", "3", "End", "4"):
        page.keyboard.press(key)
    answers = page.evaluate("toolboxScan.group.scan().people[0].answers")
    assert (answers[0], answers[-1]) == (3, 4)
    page.keyboard.press("Enter")
    expect(page.locator("#tb-person")).to_have_text("Persoon 2")
    page.keyboard.press("Enter")
    expect(page.locator("#tb-status")).to_contain_text("nog niets ingevuld")


def test_a_person_who_is_taken_away_comes_back(page: Page) -> None:
    type_people(page, EIGHT[:3])
    page.locator("#tb-people button").nth(1).click()
    before = page.evaluate("JSON.stringify(toolboxScan.group.scan().people)")
    page.locator("#tb-remove").click()
    expect(page.locator("#tb-people li")).to_have_count(2)
    page.get_by_role("button", name="Ongedaan maken").click()
    assert page.evaluate("JSON.stringify(toolboxScan.group.scan().people)") == before


def test_the_same_card_typed_twice_is_noticed(page: Page) -> None:
    type_people(page, (EIGHT[0], EIGHT[1], EIGHT[0]))
    expect(page.locator("#tb-twin")).to_contain_text("Persoon 3 en persoon 1")


def test_more_than_thirty_people_are_not_taken_and_it_says_so(page: Page) -> None:
    page.locator("#tb-paste").evaluate("(box) => { box.closest('details').open = true }")
    page.locator("#tb-paste").fill("\n".join("\t".join("12345" * 4) for _ in range(33)))
    page.locator("#tb-paste-read").click()
    expect(page.locator("#tb-paste-messages")).to_contain_text("hoogstens 30")
    expect(page.locator("#tb-people li")).to_have_count(30)


SCORES = ["1", "2", "3", "4", "5"] * 4
HEADED = ["Naam", *(f"Stelling {number}" for number in range(20))]
ROWS = {
    "tabs": ("\n".join("\t".join(SCORES) for _ in range(3)), 3),
    "semicolons, a head and names": ("\r\n".join([";".join(HEADED), *(";".join([name, *SCORES]) for name in ("Fatima", "Jan"))]), 2),
    "commas and quotes": ("\n".join(",".join(f'"{score}"' for score in SCORES) for _ in range(2)), 2),
    "statements in rows": ("\n".join(f'"Ik weet, dat; {score}",{score},0,' for score in SCORES), 2),
    "holes and words": ("\t".join(["", "?", "weet ik niet", "0", *SCORES[4:]]), 1),
}


@pytest.mark.parametrize("text, people", ROWS.values(), ids=ROWS)
def test_rows_of_a_spreadsheet_become_people_without_their_names(filled: Page, text: str, people: int) -> None:
    read = filled.evaluate("text => toolboxScan.paste.read(text)", text)
    assert len(read["people"]) == people, read
    assert "Fatima" not in json.dumps(read)


WRONG_ROWS = {
    "outside the scale": ("\t".join([*SCORES[:6], "7", *SCORES[7:]]), r"Rij 1, kolom 7: ‘7’"),
    "too few": ("1\t2\t3\n4\t5\t1", r"2 rijen van 3 cellen"),
    "no scores": ("Jan\tPiet\nKlaas\tMarie", r"geen cijfers"),
    "nothing": (" \n ", r"nog geen rijen"),
    "too much": ("1\t" * 120_000, r"te veel"),
}


@pytest.mark.parametrize("text, says", WRONG_ROWS.values(), ids=WRONG_ROWS)
def test_rows_that_are_no_scan_say_what_is_wrong(filled: Page, text: str, says: str) -> None:
    assert re.search(says, " ".join(filled.evaluate("text => toolboxScan.paste.read(text)", text)["problems"]))


def test_what_is_pasted_is_text_and_never_runs(page: Page) -> None:
    page.locator("#tb-paste").evaluate("(box) => { box.closest('details').open = true }")
    page.locator("#tb-paste").fill("\t".join(["<img src=x onerror=alert(1)>", *SCORES[1:]]))
    page.locator("#tb-paste-read").click()
    expect(page.locator("#tb-paste-messages")).to_contain_text("<img src=x")
    assert page.locator("#tb-paste-messages img").count() == 0
    assert page.locator("#tb-paste").input_value(), "what was pasted stays, to mend"


# --- codes ---------------------------------------------------------------------------------------------------------------------------


def test_each_wrong_letter_of_a_code_is_named_and_mended(filled: Page) -> None:
    """All of them, at each place of the first line and of a person's: 930 mistakes."""
    missed = filled.evaluate("""() => {
        const { code, letters, group, answers } = toolboxScan;
        const lines = code.write({ ...group.scan(), people: group.scan().people.filter(answers.given) });
        const missed = [];
        for (const line of [0, 3]) {
            for (let at = 0; at < lines[line].length; at += 1) {
                for (const sign of letters.SIGNS) {
                    if (sign === lines[line][at]) continue;
                    const wrong = lines.with(line, lines[line].slice(0, at) + sign + lines[line].slice(at + 1));
                    const said = code.read(wrong.join("\\n")).problems?.join() ?? "";
                    const place = `Regel ${line + 1}, groep ${Math.floor(at / 5) + 1}, teken ${(at % 5) + 1}: `;
                    if (!said.startsWith(place) || !said.includes(`een ‘${lines[line][at]}’`)) missed.push([line, at, sign, said]);
                }
            }
        }
        return missed;
    }""")
    assert missed == []


def test_two_letters_in_each_others_place_are_noticed(filled: Page) -> None:
    unnoticed = filled.evaluate("""() => {
        const { code, group } = toolboxScan;
        const line = code.writePerson(group.scan().people[1]);
        const swap = (at) => line.slice(0, at) + line[at + 1] + line[at] + line.slice(at + 2);
        return [...line].slice(1).map((sign, at) => swap(at)).filter((other) => other !== line && !code.read(other).problems);
    }""")
    assert unnoticed == []


def test_any_scan_comes_back_from_its_code(filled: Page) -> None:
    """Of 1 to 30 people with any answers; and the QR codes are as small as promised, with a long address."""
    versions = filled.evaluate("""() => {
        const { code, answers, data } = toolboxScan;
        const address = `https://${"samenwerken-in-de-wijk.".repeat(2)}nl/toolbox/scan/#scan=`;
        let seed = 7;
        const any = (many) => (seed = (seed * 48271) % 2147483647) % many;
        return Array.from({ length: 30 }, (_, one) => one + 1).map((count) => {
            const person = () => answers.person(data.statements.map(() => [0, 10, 1, 2, 3, 4, 5][any(7)]), any(14));
            const scan = { day: "2026-11-22", people: Array.from({ length: count }, person) };
            const text = code.write(scan).join("");
            if (JSON.stringify(code.read(text).scan) !== JSON.stringify(scan)) throw new Error(text);
            return (leanQr.generate(address + text, { minCorrectionLevel: leanQr.correction.M }).size - 17) / 4;
        });
    }""")
    assert versions[7] <= 10 and versions[29] <= 25, versions


def test_a_code_that_is_none_says_why_and_stays_to_mend(page: Page) -> None:
    type_people(page)
    own = lines(page)
    head = page.evaluate("toolboxScan.letters.write((2n << 56n) | 5n, 12, 0)")
    said = {
        "": "nog geen code",
        "U" * 15: "‘U’ komt in geen enkele code voor",
        own[1][:-1]: "14 letters",
        "0" * 4_001: "te lang",
        "\n".join([head, *own[1:]]): "andere versie",
        "\n".join(own[:-1]): "8 regels",
        "\n".join([own[0], own[2], own[1], *own[3:]]): "goede volgorde",
        "7" * 15: "andere scan",
    }
    for text, words in said.items():
        assert words in take(page, text), text[:40]
        assert page.locator("#tb-code").input_value() == text
    before = own
    page.evaluate("toolboxScan.data.mark ^= 5")  # as on a site with other statements
    assert "andere scan" in take(page, "\n".join(before))


@pytest.mark.parametrize(
    "fragment, says", [("scan=" + "7" * 1_000_000, "te lang"), ("scan=%3Cscript%3E", "geen enkele code"), ("antwoorden=ABC", "3 letters")]
)
def test_an_address_that_is_no_scan_says_so_and_leaves_what_was_there(page: Page, fragment: str, says: str) -> None:
    type_people(page, EIGHT[:3])
    before = lines(page)
    page.evaluate("fragment => { location.hash = fragment }", fragment)
    expect(page.locator("#tb-fill-messages")).to_contain_text(says)
    assert lines(page) == before and not page.url.endswith(fragment[-3:])


OTHER_MARK = """(text) => {
    const [one] = toolboxScan.code.read(text).people;
    return toolboxScan.code.writePerson({ ...one, mark: (one.mark % 13) + 1 });
}"""


def test_own_devices_give_a_code_each_and_the_same_one_twice_is_asked_about(browser: Browser, server: str, page: Page) -> None:
    codes = []
    with laptop(browser, viewport={"width": 360, "height": 740}) as phone:
        for keys in (EIGHT[0], EIGHT[0], EIGHT[1]):
            own = phone.new_page()
            own.goto(f"{server}scan/#alleen")
            type_people(own, (keys,))
            expect(own.locator("#tb-given")).to_contain_text("20 van 20")
            codes.append(own.locator("#tb-own-code").inner_text())
            own.reload()
            assert own.locator("#tb-own-code").inner_text() == codes[-1], "a reload keeps what was filled in"
        assert own.evaluate("Object.keys(localStorage)") == []
    if codes[1] == codes[0]:  # the marks are by chance: one in thirteen times they are the same
        codes[1] = page.evaluate(OTHER_MARK, codes[0])
    take(page, "\n".join(codes))
    expect(page.locator("#tb-people li")).to_have_count(3)
    assert "staan er al" in take(page, codes[2])
    page.get_by_role("button", name="Niet toevoegen").click()
    expect(page.locator("#tb-people li")).to_have_count(3)
    page.goto(f"{server}scan/#antwoorden={codes[2].replace(' ', '')}")
    expect(page.get_by_role("button", name="Toch toevoegen")).to_be_visible()


def test_filling_in_for_yourself_leaves_the_scan_of_the_group_alone(page: Page) -> None:
    type_people(page, EIGHT[:3])
    page.evaluate("location.hash = 'alleen'")  # before the rest after which a scan is saved
    expect(page.locator("#tb-given")).to_contain_text("0 van 20")
    page.locator(".tb-scan .tb-scale-row input").first.check()
    expect(page.locator("#tb-own-code")).to_be_visible()
    page.get_by_role("link", name="Terug naar de scan van de groep").click()
    expect(page.locator("#tb-people li")).to_have_count(3)
    expect(page.locator("#tb-outcome-count")).to_contain_text("3 mensen")


# --- the outcome ---------------------------------------------------------------------------------------------------------------------


def test_fewer_than_three_people_see_no_picture(page: Page) -> None:
    type_people(page, EIGHT[:2])
    expect(page.locator("#tb-outcome-body")).to_be_hidden()
    expect(page.locator("#tb-outcome-count")).to_contain_text("3 of meer")
    page.keyboard.press("Enter")
    page.keyboard.type("44")
    expect(page.locator("#tb-outcome-body")).to_be_visible()
    few = page.locator("#tb-rows-few li")
    expect(few).to_have_count(18)  # what only two people answered shows who said what
    expect(page.locator("#tb-status")).to_contain_text("uitkomst")


def test_the_paper_of_two_people_keeps_what_they_filled_in(page: Page) -> None:
    type_people(page, EIGHT[:2])
    page.emulate_media(media="print")
    assert lines(page) and page.locator("#tb-qr").is_visible() and page.locator("#tb-agree").is_visible()


def test_where_people_differ_comes_first_then_what_is_low_then_what_is_high(page: Page) -> None:
    answers = [[3] * 20 for _ in range(4)]
    for person, (split, some, low, high) in zip(answers, [(1, 2, 1, 5), (1, 3, 1, 5), (5, 4, 2, 4), (5, 4, 1, 5)], strict=True):
        person[7], person[2], person[11], person[15] = split, some, low, high
    put(page, answers)
    rows = {name: page.locator(f"#tb-rows-{name} tr") for name in ("apart", "low", "high")}
    texts = page.evaluate("toolboxScan.data.statements.map(({ text }) => text)")
    assert [texts[7], texts[2]] == [text for row in rows["apart"].all() for text in texts if text in row.inner_text()]
    assert texts[11] in rows["low"].first.inner_text() and texts[15] in rows["high"].first.inner_text()
    # Two people of the four differ four points in four of the six pairs.
    page.locator("#tb-numbers").evaluate("(one) => { one.open = true }")
    first = page.locator("#tb-rows-numbers tr").first
    expect(first.locator("td")).to_have_text(["2", "0", "0", "0", "2", "0", "3", "2,7"])
    assert page.locator("#tb-rows-apart tr").first.get_by_role("img").get_attribute("aria-label") == "2 keer 1, 2 keer 5"
    expect(page.locator("#tb-questions li")).to_have_count(2)


def test_nothing_is_summed_up_to_a_mark(filled: Page) -> None:
    assert not re.search(r"\bgemiddelde score|\btotaal|\brapportcijfer is|voldoende", filled.locator(".tb-outcome").inner_text().lower())


def test_what_to_do_next_is_for_as_many_people_as_there_are(filled: Page) -> None:
    fits = filled.evaluate("[...document.querySelectorAll('#tb-work [data-most]')].map(({ dataset }) => [+dataset.fewest, +dataset.most])")
    assert fits and all(not most or fewest <= 8 <= most for fewest, most in fits)
    assert filled.locator("#tb-work > li").count() <= 3


# --- keeping -------------------------------------------------------------------------------------------------------------------------


def test_a_scan_stays_and_is_listed_with_what_is_kept(page: Page, server: str) -> None:
    type_people(page, EIGHT[:4])
    there = outcome(page)
    until(page, "() => Object.keys(localStorage).some((key) => key.includes('/blad/groep-'))")
    page.reload()
    assert outcome(page) == there
    page.goto(f"{server}opgeslagen/")
    page.locator("#tb-list a").click()
    assert outcome(page) == there


def test_two_tabs_never_write_over_each_other(page: Page) -> None:
    type_people(page, EIGHT[:3])
    until(page, "() => Object.keys(localStorage).some((key) => key.includes('/blad/groep-'))")
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator("#tb-people li")).to_have_count(3)
    other.locator("#tb-people button").last.click()
    other.keyboard.press("Enter")
    other.keyboard.type(EIGHT[3])
    expect(page.locator("#tb-people li")).to_have_count(4)  # the first tab did nothing since: it follows
    assert outcome(page) == outcome(other)


def test_where_storage_is_forbidden_it_says_so_and_works_on(browser: Browser, server: str) -> None:
    with laptop(browser, FORBIDDEN) as context:
        page = context.new_page()
        page.goto(f"{server}scan/")
        expect(page.locator("#tb-fill-messages")).to_contain_text("staat het niet toe")
        type_people(page, EIGHT[:3])
        assert len(lines(page)) == 4


def test_a_file_of_something_else_is_refused(page: Page) -> None:
    base = {
        "format": "toolbox-samenwerken/ingevuld",
        "version": 1,
        "sheetVersion": "1.0",
        "name": "x",
        "savedAt": "2026-11-21T10:00:00.000Z",
    }
    for sheet, values, says in (
        ("partnerschapskaart", {}, "geen scan van een groep"),
        ("groep-vijf-condities-scan", {"antwoorden.1.anders1": "4"}, "andere site"),
    ):
        content = json.dumps(base | {"sheet": sheet, "values": values, "rows": {}}).encode()
        page.locator("#tb-import").set_input_files({"name": "scan.json", "mimeType": "application/json", "buffer": content})
        expect(page.locator("#tb-import-messages")).to_contain_text(says)


# --- the page ------------------------------------------------------------------------------------------------------------------------


def test_it_is_found_and_says_what_it_is(site: Path) -> None:
    for page in (
        "index.html",
        "werkbladen/vijf-condities-scan/index.html",
        *(f"condities/{name}/index.html" for name in ("ambitie", "proces")),
    ):
        assert re.search(r'href="[./]*scan/"', (site / page).read_text(encoding="utf-8")), page
    soup = BeautifulSoup((site / "scan" / "index.html").read_text(encoding="utf-8"), "html.parser")
    words = soup.article.get_text(" ")
    assert "Common Eye" in words and "niet onderzocht" in words or "niemand heeft onderzocht" in words
    assert "scorekaarten.pdf" in str(soup.noscript)


def test_a_statement_has_one_number_on_the_page_and_on_every_paper(site: Path) -> None:
    """Who has an answer card with numbers only finds the same statement behind a number, whatever lies on the table."""

    def squeezed(text: str) -> str:
        return re.sub(r"[\s\u00ad\u0002\ufffe-]", "", text)

    pages = [site / name / "index.html" for name in ("scan", "werkbladen/vijf-condities-scan")]
    soups = [BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser") for page in pages]
    shown = [
        [
            (row.select_one(".tb-number").find(string=True, recursive=False), row.select_one("legend .tb-short").get_text())
            for row in soup.select(".tb-scale-row")
        ]
        for soup in soups
    ]
    assert shown[0] == shown[1] and [number for number, _ in shown[0]] == [str(number) for number in range(1, STATEMENTS + 1)]
    step_one = [a["href"] for a in soups[0].select("#zo-doe-je-het + ol > li:first-child a")]
    for kind in ("", "-scorekaarten", "-grote-letters", "-antwoordkaartjes"):
        name = f"vijf-condities-scan{kind}.pdf"
        document = pypdfium2.PdfDocument(site / "downloads" / name)
        paper = squeezed("".join(page.get_textpage().get_text_range() for page in document))
        assert all(squeezed(f"{number}. {text}") in paper for number, text in shown[0]), name
        assert not kind.endswith(("kaarten", "kaartjes")) or f"../downloads/{name}" in step_one


def test_its_scripts_are_small_and_the_encoder_is_the_one_of_npm(site: Path) -> None:
    assert len(gzip.compress((site / "assets" / "scan.js").read_bytes(), 9)) <= MOST
    vendored = (ROOT / "docs" / "assets" / "scan" / "qr-encoder.js").read_text(encoding="utf-8")
    inside = vendored.split("(function (exports) {\n", 1)[1].rsplit("\n})(", 1)[0]
    # lean-qr 2.7.4, index.js
    assert hashlib.sha256(inside.strip().encode()).hexdigest() == "cdcc67c050c4b17639271fb06cddf39637e9e74621e6bf1007fba3992bfdf44a"
