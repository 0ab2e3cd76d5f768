"""Terms of the glossary in the text of a page: which words are marked and where, and how a visitor gets their explanation."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from complaints import complaining
from conftest import ROOT, make_project, mkdocs, until
from guests import guest
from playwright.sync_api import Browser, Page

from macros.load import load
from macros.model import Term
from macros.term_marks import LISTS, MOST, TermMarks
from macros.toolbox import build

HEAVY = "werkvormen/wijkgezondheidsprofiel/"  # a page with many terms
PHONE = {"width": 320, "height": 480}
SHOWN = "(nth) => document.querySelector('.tb-word-tip:not([hidden]) a')?.href === document.querySelectorAll('a.tb-word')[nth].href"


def term(title: str, definition: str = "Een uitleg.", *, also: tuple[str, ...] = (), forms: tuple[str, ...] = ()) -> Term:
    name = re.sub(r"\W+", "-", title.lower())
    return Term(id=name, path="glossary.yml", title=title, definition=definition, also=also, forms=forms)


GLOSSARY = (
    term("Kartrekker", also=("trekker",), forms=("kartrekkers",)),
    term("Sociaal domein"),
    term("Domein"),
    term("Welzijnswerk"),
    term("GGD"),
    term("ROS"),
    term("Co-creatie"),
    term("Pgb", forms=("pgb's",)),
    term("Enquête"),
)


def marked(html: str, *terms: Term) -> str:
    return TermMarks(build(terms or GLOSSARY)).in_page(html, "../begrippen/", "../assets/terms.js")


def found(html: str, *terms: Term) -> list[str]:
    """The words that are marked, as they stand in the text."""
    return [link.get_text() for link in BeautifulSoup(marked(html, *terms), "html.parser").select("a.tb-word")]


def unmarked(html: str) -> str:
    """The page as it was: without the links and the list."""
    return re.sub(r'<a class="tb-word"[^>]*>([^<]*)</a>', r"\1", html).partition('\n<aside class="tb-words"')[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("De kartrekker belt. Een kartrekker mailt.", ["kartrekker"]),
        ("Trekker worden? Vraag de kartrekkers.", ["Trekker"]),
        ("Twee kartrekkers.", ["kartrekkers"]),
        ("De <strong>trekkers</strong> en een trekkerstaak.", []),
        ("Het sociaal\ndomein.", ["sociaal\ndomein"]),
        ("Het domein en het sociaal domein.", ["domein", "sociaal domein"]),
        ("Sociaal: het domein.", ["domein"]),
        ("Vraag de GGD-arts, of de ggd.", []),
        ("Een roos, een ros, de ROS.", ["ROS"]),
        ("Zorg- en welzijnswerk, welzijnswerk-plus, kinderwelzijnswerk.", ["welzijnswerk"]),
        ("Zorg-welzijnswerk en welzijns-werk.", []),
        ("Co-creatie of cocreatie.", ["Co-creatie"]),
        ("Een pgb’tje, twee pgb's.", ["pgb's"]),
        ("Kartrekker: Anna.", []),
        ("Een enquête, geen enquete.", ["enquête"]),
        ("Jan &amp; de kartrekker &lt;hier&gt;", ["kartrekker"]),
        ("kartrekker", ["kartrekker"]),
        ("", []),
    ],
)
def test_a_term_is_a_whole_word_in_a_form_of_the_glossary(text: str, words: list[str]) -> None:
    assert found(f"<p>{text}</p>") == words


@pytest.mark.parametrize(
    "html",
    [
        *(
            f"<{tag}>de kartrekker</{tag}>"
            for tag in ("h1", "h2", "h3", "button", "label", "legend", "code", "pre", "blockquote", "em", "th", "dt")
        ),
        '<p><a href="x">de kartrekker</a></p>',
        "<form><p>de kartrekker</p></form>",
        '<div role="form"><p>de kartrekker</p></div>',
        "<nav><ol><li>de kartrekker</ol></nav>",
        '<div class="tb-cards x"><p>de kartrekker</p></div>',
        '<p class="tb-small">de kartrekker</p>',
        "<div hidden><p>de kartrekker</p></div>",
        "<script>let kartrekker</script>",
        "<!-- kartrekker -->",
        '<img alt="kartrekker" src="kartrekker.svg">',
        '<h2 id="herkomst">Waar komt dit vandaan?</h2><p>de kartrekker</p>',
        '<nav class="tb-crumbs">Kartrekkers</nav><h1>Een gesprek</h1><p>de kartrekker</p>',
        "<h1>Kartrekker</h1><p>de kartrekker</p>",
    ],
)
def test_no_term_where_you_act_look_up_say_aloud_or_read_about_it_already(html: str) -> None:
    assert marked(html) == html
    assert found(html + "<p>de GGD</p>") == ([] if "herkomst" in html else ["GGD"])


def test_a_title_with_more_in_it_than_the_term_does_not_explain_the_term() -> None:
    assert found("<h1>Bel de GGD</h1><p>De GGD weet meer.</p>") == ["GGD"]


def test_what_is_not_marked_stays_byte_for_byte() -> None:
    html = "<p\tclass=x >A &nbsp;&amp; 'b' <br/>\r\n  één kartrekker 👋 <b>x</B>&eacute;</p >\n<ul><li>de GGD<li>open\n<p>a < b</ul>"
    assert unmarked(marked(html)) == html
    assert found(html) == ["kartrekker", "GGD"]


def test_markup_in_a_definition_is_shown_as_it_is() -> None:
    html = marked("<p>x1 y</p>", term("X1 y", 'Kleiner < dan "een" & <script>alert(1)</script>'))
    page = BeautifulSoup(html, "html.parser")
    assert page.select_one("dd").get_text() == 'Kleiner < dan "een" & <script>alert(1)</script>'
    assert len(page.select("script")) == 1


def test_of_many_terms_the_rarest_are_explained() -> None:
    sample = load(ROOT / "tests/sample/toolbox_data")
    entries = [entry for found in sample.kinds.values() for entry in found.values()]
    words = ["Tekening", *(f"Zeldzaam{letter}" for letter in "abcdefgh")]  # `tekening` stands in the sample content
    marks = TermMarks(build([*entries, *map(term, words)]))
    page = BeautifulSoup(marks.in_page(f"<p>{' '.join(words)}</p>", "", ""), "html.parser")
    assert [link.get_text() for link in page.select("a.tb-word")] == words[1:]


# --- on the sample site ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, with a term in the text of one tip."""
    project = make_project(tmp_path_factory.mktemp("terms") / "project")
    file = project / "toolbox_data/tips/schrijf-op.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text + "\nGeef het daarna aan de kartrekker. Een trekker bewaart het.\n", encoding="utf-8")
    result = mkdocs(project, "build", "--strict")
    assert result.returncode == 0, result.stderr
    return project / "site"


def soup(site: Path, address: str) -> BeautifulSoup:
    return BeautifulSoup((site / address / "index.html").read_text(encoding="utf-8"), "html.parser")


def test_the_first_use_leads_to_the_glossary_and_is_described(built: Path) -> None:
    page = soup(built, "tips/schrijf-op")
    (link,) = page.select("a.tb-word")
    assert link.get_text() == "kartrekker" and link["href"] == "../../begrippen/#kartrekker"
    assert page.find(id=link["aria-describedby"]).get_text() == "Iemand die het netwerk gaande houdt."
    assert soup(built, "begrippen").find(id="kartrekker")


def test_the_words_stand_in_a_list_that_a_screen_hides(built: Path) -> None:
    page = soup(built, "tips/schrijf-op")
    words = page.select_one("article .tb-words")
    assert words.has_attr("hidden") and words.h2.get_text() == "Woorden op deze pagina"
    assert [one.get_text() for one in words.select("dt")] == ["Kartrekker"]
    assert page.select_one('script[src$="assets/terms.js"]')


def test_a_page_without_terms_loads_nothing_for_them(built: Path) -> None:
    for address in ("begrippen", "bronnen", "downloads"):
        page = soup(built, address)
        assert not page.select('.tb-word, .tb-words, script[src$="terms.js"]'), address


# --- on the real site -----------------------------------------------------------------------------------------------


def pages(site: Path) -> Iterator[tuple[str, BeautifulSoup]]:
    for file in sorted(site.rglob("index.html")):
        yield file.relative_to(site).as_posix(), BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")


def test_marks_stand_only_in_reading_text_and_each_has_its_explanation(site: Path) -> None:
    wrong: list[tuple[str, str]] = []
    with_marks = 0
    for path, page in pages(site):
        links = page.select("a.tb-word")
        with_marks += bool(links)
        ids = [link["href"].partition("#")[2] for link in links]
        listed = [one["id"].removeprefix("tb-word-") for one in page.select(".tb-words dd")]
        if len(set(ids)) != len(ids) or sorted(ids) != sorted(listed) or len(ids) > MOST or (links and path.replace("html", "md") in LISTS):
            wrong.append((path, "list"))
        outside = "h1, h2, h3, h4, form, [role=form], nav, button, label, legend, code, blockquote, em, .tb-cards, .tb-facts"
        wrong += [(path, link.get_text()) for link in links if link.find_parent("a") or within(link, page.select(outside))]
        wrong += [(path, link["href"]) for link in links if not link.find_parent("article")]
    assert wrong == []
    assert with_marks > 60


def within(tag: Tag, others: list[Tag]) -> bool:
    return any(parent is other for parent in tag.parents for other in others)


def test_the_script_is_small() -> None:
    assert len(gzip.compress((ROOT / "docs/assets/terms.js").read_bytes())) <= 1536


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with guest(browser, viewport={"width": 1000, "height": 700}) as context, complaining(context) as complaints:
        yield context.new_page()
    assert complaints == []


def explanation(page: Page, nth: int = 0) -> str:
    """What a term on the page means, as its link is described."""
    return (
        page.locator("a.tb-word").nth(nth).evaluate("(link) => document.getElementById(link.getAttribute('aria-describedby')).textContent")
    )


def test_hovering_shows_the_explanation_and_the_pointer_can_move_over_it(page: Page, server: str) -> None:
    page.clock.install()
    page.goto(server + HEAVY)
    tip = page.get_by_role("tooltip")
    page.locator("a.tb-word").nth(1).hover()
    assert not tip.is_visible()  # a pointer that only passes shows nothing
    page.clock.run_for(1000)
    assert tip.inner_text() == explanation(page, 1)
    box = tip.bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 10, steps=15)
    page.get_by_text("Lees meer bij Begrippen").hover()
    page.clock.run_for(60_000)
    assert tip.is_visible()
    page.mouse.move(2, 2)
    page.clock.run_for(1000)
    assert not tip.is_visible()


def test_escape_dismisses_it_without_moving_the_pointer_or_the_focus(page: Page, server: str) -> None:
    page.goto(server + HEAVY)
    tip, link = page.get_by_role("tooltip"), page.locator("a.tb-word").first
    link.hover()
    tip.wait_for()
    page.keyboard.press("Escape")
    assert not tip.is_visible()
    page.mouse.move(2, 2)
    tab_to_first_term(page)
    assert tip.is_visible()
    page.keyboard.press("Escape")
    assert not tip.is_visible()
    assert link.evaluate("(link) => link === document.activeElement")


def tab_to_first_term(page: Page) -> None:
    """Walk to the first term with the keyboard, from the link before it."""
    page.locator("a.tb-word").first.evaluate(
        """(link) => { const all = [...document.querySelectorAll('a[href], button, summary, input')].filter((one) => one.checkVisibility());
            all[all.indexOf(link) - 1].focus(); }"""
    )
    page.keyboard.press("Tab")


def test_focus_shows_it_leaving_hides_it_and_enter_leads_to_the_glossary(page: Page, server: str) -> None:
    page.goto(server + HEAVY)
    tip = page.get_by_role("tooltip")
    tab_to_first_term(page)
    assert tip.is_visible() and tip.inner_text() == explanation(page)
    page.keyboard.press("Tab")
    assert not tip.is_visible() or tip.inner_text() != explanation(page)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/begrippen/#*")


def test_the_first_tap_explains_and_what_it_shows_leads_on(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(server + HEAVY)
    tip, links = page.get_by_role("tooltip"), page.locator("a.tb-word")
    links.nth(0).tap()
    assert page.url == server + HEAVY and tip.inner_text() == explanation(page, 0)
    links.nth(2).tap()
    assert page.url == server + HEAVY and tip.inner_text() == explanation(page, 2)
    page.locator("article h1").tap()
    assert not tip.is_visible()
    links.nth(2).tap()
    page.get_by_text("Lees meer bij Begrippen").tap()
    page.wait_for_url("**/begrippen/#*")
    page.go_back()
    links.nth(1).tap()
    assert tip.is_visible()
    links.nth(1).tap()  # the word itself, for the second time
    page.wait_for_url("**/begrippen/#*")
    context.close()


@pytest.mark.parametrize("viewport", [PHONE, {"width": 320, "height": 256}], ids=["phone", "zoomed"])
def test_an_explanation_never_runs_off_the_screen(browser: Browser, server: str, viewport: dict[str, int]) -> None:
    context = browser.new_context(viewport=viewport)
    page = context.new_page()
    for address in (HEAVY, "praktijkvoorbeelden/proeftuin-ruwaard/", "werkbladen/vijf-condities-scan/"):
        page.goto(server + address)
        for nth in range(page.locator("a.tb-word").count()):
            page.locator("a.tb-word").nth(nth).focus()
            until(page, SHOWN, nth)
            box = page.locator(".tb-word-tip").bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= viewport["width"], (address, nth, box)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            page.keyboard.press("Escape")
    context.close()


def test_without_a_script_a_term_is_a_link_to_the_glossary(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + HEAVY)
    assert not page.locator(".tb-words").is_visible()
    page.locator("a.tb-word").first.click()
    page.wait_for_url("**/begrippen/#*")
    context.close()


def test_it_works_from_a_disk(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / HEAVY / "index.html").as_uri())
    page.locator("a.tb-word").first.hover()
    page.get_by_role("tooltip").wait_for()
    page.locator("a.tb-word").first.click()
    page.wait_for_url("**/begrippen/index.html#*")
    page.close()


def test_on_paper_the_words_stand_at_the_end(page: Page, server: str) -> None:
    page.goto(server + HEAVY)
    page.locator("a.tb-word").first.hover()
    page.get_by_role("tooltip").wait_for()
    page.emulate_media(media="print")
    words = page.locator(".tb-words")
    assert words.is_visible() and words.locator("dd").count() == page.locator("a.tb-word").count()
    assert not page.locator(".tb-word-tip").is_visible()
    assert page.evaluate(
        """() => { const words = document.querySelector('.tb-words').getBoundingClientRect();
            return [...document.querySelectorAll('article > :is(p, ul, ol, h2)')].every((one) => !one.checkVisibility() || one.getBoundingClientRect().bottom <= words.top + 1); }"""
    )
