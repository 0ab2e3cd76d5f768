"""Pages on paper: printed by a real browser, read back as somebody who holds the sheet.

A page of every kind is printed; with TOOLBOX_AUDIT=1 (`make audit`) all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import segno
from access.addresses import AUDIT, all_addresses, every_kind, text_of
from bs4 import BeautifulSoup
from conftest import ROOT, make_project, mkdocs
from guests import guest
from PIL import Image, ImageFilter
from playwright.sync_api import Browser
from serving import served

from macros.load import load
from macros.one_sheet import closeness, lines

SITE_NAME = "Toolbox Samenwerken in de wijk"
ADDRESS = "https://voorbeeld.nl/wijk/"
SCALE = 4  # pixels for each point of 1/72 inch
MM = SCALE * 72 / 25.4
SMALLEST = 8.85  # points: 9, as the browser rounds it
SCREEN_ONLY = ["Ga naar de inhoud", "Meenemen en bewaren", "Zoek in de toolbox\n", "Druk deze pagina af", "toolbox_data/", "../"]


@dataclass
class Paper:
    """What came out of the printer."""

    data: bytes

    @cached_property
    def sheets(self) -> pypdfium2.PdfDocument:
        """The sheets."""
        return pypdfium2.PdfDocument(self.data)

    @cached_property
    def text(self) -> str:
        """All that can be read on it."""
        return "\n".join(sheet.get_textpage().get_text_bounded().replace("\r\n", "\n") for sheet in self.sheets)

    def picture(self, sheet: int = 0, scale: float = SCALE) -> Image.Image:
        """A sheet as the eye sees it."""
        return self.sheets[sheet].render(scale=scale).to_pil().convert("RGB")

    def filled(self, sheet: int) -> float:
        """How far down a sheet is used, as part of the height of its text; the number of the page doesn't count."""
        scale = 72 / 25.4
        picture = self.picture(sheet, scale=1).convert("L")
        top, bottom = 12 * scale, picture.height - 15 * scale
        ink = picture.crop((0, 0, picture.width, int(bottom))).point(lambda value: 255 * (value < 160)).getbbox()
        return (ink[3] - top) / (bottom - top) if ink else 0

    def letters(self) -> Iterator[tuple[float, str]]:
        """Every letter with its size in points."""
        for sheet in self.sheets:
            text, matrix = sheet.get_textpage(), pdfium.FS_MATRIX()
            for place in range(text.count_chars()):
                pdfium.FPDFText_GetMatrix(text, place, matrix)
                yield pdfium.FPDFText_GetFontSize(text, place) * abs(matrix.d), chr(pdfium.FPDFText_GetUnicode(text, place))


def printed(browser: Browser, address: str, prepare: str = "", **how: Any) -> Paper:
    """A page of the site on paper. `prepare` is JavaScript that is run on the page first; `how` sets the browser."""
    with guest(browser, **how) as context:
        page = context.new_page()
        page.goto(address)
        if prepare:
            page.evaluate(prepare)
        return Paper(page.pdf(prefer_css_page_size=True))


@pytest.fixture(scope="module")
def kinds(site: Path) -> list[str]:
    """A page of every kind; in an audit all pages."""
    return all_addresses(site) if AUDIT else every_kind(site)


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample project, built for an address and with a folded text; where it is served here."""
    project = make_project(tmp_path_factory.mktemp("linked") / "project")
    page = project / "docs" / "gevouwen" / "index.md"
    page.parent.mkdir()
    page.write_text(
        "---\ntitle: Gevouwen\ndescription: Een tekst.\n---\n\n# Gevouwen\n\n<details><summary>Meer</summary><p>Diep weggestopt.</p></details>\n"
    )
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SITE_URL", ADDRESS)
        built = mkdocs(project, "build", "--strict")
    assert built.returncode == 0, built.stdout + built.stderr
    with served(project / "site") as root:
        yield root


def letters_of(text: str) -> str:
    """A text without what is lost where it runs over two lines."""
    return "".join(letter for letter in text if letter.isascii() and letter.isalnum())


def title_of(site: Path, address: str) -> str:
    """The title on a page."""
    return BeautifulSoup(text_of(site, address), "html.parser").h1.get_text()


def test_every_kind_of_page_prints_well(browser: Browser, server: str, site: Path, kinds: list[str]) -> None:
    wrong = []
    for address in kinds:
        paper = printed(browser, server + address)
        sizes = {tuple(sorted(round(side) for side in sheet.get_size())) for sheet in paper.sheets}
        name = paper.sheets[0].get_textpage().get_text_bounded()
        wrong += [f"{address}: no title"] if letters_of(title_of(site, address)) not in letters_of(name) else []
        wrong += [f"{address}: {sizes}"] if sizes != {(595, 842)} else []
        wrong += [f"{address}: no name of the site"] if SITE_NAME not in name else []
        wrong += [f"{address}: {words!r}" for words in SCREEN_ONLY if words in paper.text]
        last = paper.filled(len(paper.sheets) - 1)
        wrong += [f"{address}: the last of {len(paper.sheets)} sheets holds {last:.0%}"] if last < 0.08 else []
        small = {letter for size, letter in paper.letters() if size < SMALLEST and letter.strip()}
        wrong += [f"{address}: small letters {sorted(small)}"] if small else []
    assert wrong == []


def test_a_method_is_one_sheet_or_two_full_ones(browser: Browser, server: str) -> None:
    toolbox = load(ROOT / "toolbox_data")
    by_length = sorted(toolbox["methods"], key=lambda method: lines(method, toolbox))
    fitting = [method for method in by_length if "tb-one-sheet" in closeness(method.page, toolbox)]
    assert len(fitting) >= len(by_length) * 3 // 4
    # The hard ones: those that only just fit or just don't, and the longest.
    for method in by_length if AUDIT else [*fitting[-4:], *by_length[len(fitting) :][:2], by_length[-1]]:
        paper = printed(browser, f"{server}{method.page.removesuffix('.md')}/")
        fits = method in fitting
        assert len(paper.sheets) == (1 if fits else 2), f"{method.id}: {len(paper.sheets)} sheets. Mend macros/one_sheet.py."
        assert fits or paper.filled(1) > 0.2, method.id
        assert method.steps[-1].title[:20] in paper.text and method.pitfalls[-1].split()[0] in paper.text


def test_dark_on_the_screen_is_black_on_white_on_paper(browser: Browser, server: str) -> None:
    choose_dark = "localStorage.setItem('toolbox-samenwerken/weergave', 'dark'); document.documentElement.dataset.mdColorScheme = 'slate'"
    sheet = load(ROOT / "toolbox_data")["worksheets"][0]
    for address in ("fasen/verdiepen/", f"werkbladen/{sheet.id}/", "werkvormen/wereldcafe/", ""):
        light = printed(browser, server + address)
        dark = printed(browser, server + address, choose_dark, color_scheme="dark", contrast="more")
        for sheet in range(len(light.sheets)):
            picture = dark.picture(sheet, scale=1)
            assert picture.getpixel((3, 3)) == (255, 255, 255)
            grey = picture.convert("L")
            assert sum(grey.histogram()[200:]) > 0.6 * grey.width * grey.height, f"{address} has a dark ground"
            assert max(max(pixel) - min(pixel) for _, pixel in picture.getcolors(1 << 24)) < 8, f"{address} has colours"
        assert dark.text == light.text


def test_the_mark_of_a_phase_stays_without_colours(browser: Browser, server: str) -> None:
    for phase in load(ROOT / "toolbox_data")["phases"]:
        paper = printed(browser, f"{server}fasen/{phase.id}/")
        beside_title = paper.picture().crop((int(11 * MM), int(18 * MM), int(22 * MM), int(35 * MM))).convert("L")
        solid = beside_title.filter(ImageFilter.MaxFilter(2 * int(MM) // 2 * 2 + 1))  # black stays where a square of 2 mm is all black
        assert solid.getextrema()[0] < 60, phase.id
        assert phase.title in paper.text.split(phase.summary[:10])[0]


def test_links_to_elsewhere_say_where(browser: Browser, server: str) -> None:
    toolbox = load(ROOT / "toolbox_data")
    text = letters_of(printed(browser, server + "bronnen/").text)
    known = [source.url for source in toolbox["sources"] if source.url]
    assert len(known) > 20 and [url for url in known if letters_of(url) not in text] == []
    assert "http" not in printed(browser, server + "tips/").text, "a link within the site needs no address"


def test_the_address_and_its_code_stand_on_the_sheet(browser: Browser, linked: str) -> None:
    paper = printed(browser, linked + "tips/drink-koffie/")
    assert "voorbeeld.nl/wijk/tips/drink-koffie/" in paper.text and "https://voorbeeld" not in paper.text
    corner = (
        paper.picture()
        .crop((int(176.5 * MM), int(18.6 * MM), int(200 * MM), int(45 * MM)))
        .convert("L")
        .point(lambda value: 255 * (value < 128))
    )
    code = corner.crop(corner.getbbox())
    assert abs(code.width - code.height) <= 2 and code.width > 17 * MM, "a code of some 20 mm, and nothing near it"
    wanted = [[bool(module) for module in row] for row in segno.make(ADDRESS + "tips/drink-koffie/", error="m", micro=False).matrix]
    module = code.width / len(wanted)
    seen = [[code.getpixel((int((x + 0.5) * module), int((y + 0.5) * module))) > 0 for x in range(len(wanted))] for y in range(len(wanted))]
    assert seen == wanted


def test_without_an_address_words_say_where_to_look(browser: Browser, server: str) -> None:
    assert "Zoek in de toolbox op ‘Begrippen’" in printed(browser, server + "begrippen/").text


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_what_is_folded_is_printed(browser: Browser, linked: str, script: bool) -> None:
    assert "Diep weggestopt." in printed(browser, linked + "gevouwen/", java_script_enabled=script).text


def test_a_worksheet_prints_with_its_fields_and_what_was_filled_in(browser: Browser, server: str) -> None:
    sheet = load(ROOT / "toolbox_data")["worksheets"][0]
    fill = """() => { const field = document.querySelector('.tb-part textarea'); field.value = 'Koffie op het plein';
        field.dispatchEvent(new Event('input', {bubbles: true})); }"""
    paper = printed(browser, f"{server}werkbladen/{sheet.id}/", fill)
    assert "Koffie op het plein" in paper.text
    for part in sheet.parts:
        assert part.title[:20] in paper.text


def test_the_print_button_stands_where_it_works(browser: Browser, server: str) -> None:
    page = browser.new_page()
    page.add_init_script("window.asked = 0; window.print = () => { window.asked += 1 }")
    for asked, address in enumerate(("tips/", "begrippen/", "kaart/", "vastgelopen/", "werkvormen/wereldcafe/", "over/")):
        page.goto(server + address)
        button = page.get_by_role("button", name="Druk deze pagina af")
        assert button.count() == 1, (asked, address)
        button.click()
        assert page.evaluate("window.asked") == 1, address
    for address in ("downloads/", "opgeslagen/"):
        page.goto(server + address)
        assert page.get_by_role("button", name="Druk deze pagina af").count() == 0, address
    page.close()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for address in ("begrippen/", "werkvormen/wereldcafe/"):
        page.goto(server + address)
        assert not page.locator(".tb-print-button").is_visible(), "a button that does nothing"
        assert not page.locator(".tb-paper-only").is_visible()
    context.close()
