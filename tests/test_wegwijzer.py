"""The wegwijzer: every way through the real one ends well, and a visitor walks it with a keyboard, a shared address, or no script."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path

import pypdfium2
import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from complaints import DISK, SERVER, complaining
from conftest import ROOT, until
from guests import guest
from playwright.sync_api import Browser, Page, expect

from macros.load import load
from macros.model.wegwijzer import STEPS
from macros.problems import ContentError
from macros.toolbox import Toolbox
from macros.wegwijzer import MOST, Wegwijzer

PAGE = "wegwijzer/"
HOSTILE = [
    "bestaat-niet",
    "<script>alert(1)</script>",
    "%",
    "%00%ff",
    "x" * 10_000,
    "a=b,c",
    "groep=alleen",
    "‮sdrawkcab",
    "🧭",
    "__proto__",
]


@pytest.fixture(scope="module")
def toolbox() -> Toolbox:
    return load(ROOT / "toolbox_data")


@pytest.fixture(scope="module")
def wegwijzer(toolbox: Toolbox) -> Wegwijzer:
    return Wegwijzer.of(toolbox)


@pytest.fixture(scope="module")
def places(site: Path) -> dict[str, Tag]:
    """The sections of the built page, by the name that stands in the address."""
    html = BeautifulSoup((site / PAGE / "index.html").read_text(encoding="utf-8"), "html.parser")
    return {section["id"]: section for section in html.select("section.tb-place")}


# The definition


def test_every_way_ends_within_six_questions(wegwijzer: Wegwijzer) -> None:
    assert 20 <= len(wegwijzer.ends) <= 60
    assert max(len(end.given) for end in wegwijzer.ends) <= MOST
    assert all(end.given[0].question is wegwijzer.start for end in wegwijzer.ends)


def test_every_outcome_has_a_phase_a_condition_and_three_steps_that_exist(toolbox: Toolbox, wegwijzer: Wegwijzer) -> None:
    for end in wegwijzer.ends:
        assert end.named("phase") in toolbox.kinds["phases"] and end.named("condition") in toolbox.kinds["conditions"]
        assert len({toolbox.get(step.leads_to).key for step in end.steps}) == STEPS


def test_every_reason_is_an_answer_given_on_the_way(wegwijzer: Wegwijzer) -> None:
    for end in wegwijzer.ends:
        said = {one.answer.because for one in end.given}
        assert {end.reason(step) for step in end.steps} <= said
        # The last answer is why somebody is here and not at another outcome: it counts.
        assert end.given[-1].answer.because in {end.reason(step) for step in end.steps}, end.id


def test_every_phase_and_every_condition_is_an_outcome(toolbox: Toolbox, wegwijzer: Wegwijzer) -> None:
    for name, folder in (("phase", "phases"), ("condition", "conditions")):
        assert {end.named(name) for end in wegwijzer.ends} == set(toolbox.kinds[folder])


def test_a_seventh_question_is_a_problem(content: Path) -> None:
    file = content / "wegwijzer.yml"
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    end = data["doel"]["answers"][0]
    for number in range(3, 8):
        name = f"vraag-{number}"
        steps = [step | {"because_of": name} for step in end["steps"]]
        last = {"because": "je dat zei", "condition": "doel", "steps": steps}
        data[name] = {
            "title": f"Vraag nummer {number}?",
            "answers": [{"id": "ja", "text": "Ja"} | last, {"id": "nee", "text": "Nee"} | deepcopy(last)],
        }
        before = data["doel" if number == 3 else f"vraag-{number - 1}"]["answers"][1]
        before.pop("steps")
        before.pop("condition")
        before["next"] = name
    file.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(content)
    (problem,) = caught.value.problems
    assert "vraag 7" in problem.what and "next: vraag-7" in problem.excerpt


# The page without a script


def test_the_page_holds_every_question_and_outcome_once(wegwijzer: Wegwijzer, places: dict[str, Tag]) -> None:
    assert list(places) == [place.id for place in wegwijzer.places]


def test_every_answer_leads_to_a_place_on_the_page_and_back(places: dict[str, Tag]) -> None:
    led = [link["href"].removeprefix("#") for place in places.values() for link in place.select(".tb-answers a")]
    assert sorted(led) == sorted(name for name in places if name != next(iter(places)))
    for name, place in places.items():
        for link in place.select(".tb-answers a"):
            assert places[link["href"][1:]].select_one(".tb-actions a")["href"] == f"#{name}"


def test_every_step_links_to_a_page_of_the_site_and_says_why(site: Path, wegwijzer: Wegwijzer, places: dict[str, Tag]) -> None:
    for end in wegwijzer.ends:
        steps = places[end.id].select("ol > li")
        assert len(steps) == STEPS
        for shown, step in zip(steps, end.steps, strict=True):
            path, _, anchor = shown.select_one("a")["href"].partition("#")
            page = (site / PAGE / path / "index.html").resolve()
            assert page.is_file() and (not anchor or f'id="{anchor}"' in page.read_text(encoding="utf-8"))
            assert f"Omdat je zei dat {end.reason(step)}." in shown.get_text()


def test_the_result_says_that_it_is_no_test(wegwijzer: Wegwijzer, places: dict[str, Tag]) -> None:
    assert all("geen test" in places[end.id].get_text() for end in wegwijzer.ends)


def test_other_pages_lead_here(site: Path) -> None:
    for address in ("", "fasen/", "vastgelopen/"):
        html = BeautifulSoup((site / address / "index.html").read_text(encoding="utf-8"), "html.parser")
        assert any(link["href"].endswith(PAGE) for link in html.select("article a[href]")), address


# In a browser


@contextmanager
def visiting(browser: Browser, address: str, **options: object) -> Iterator[Page]:
    """A visit in an empty profile that makes no complaint and asks nothing of another host."""
    with guest(browser, **{"viewport": {"width": 1280, "height": 900}} | options) as context:
        page = context.new_page()
        with complaining(context, DISK if address.startswith(DISK) else SERVER) as complaints:
            page.on("dialog", lambda dialog: complaints.append(dialog.message) or dialog.dismiss())
            page.goto(address)
            yield page
    assert complaints == []


def shown(page: Page) -> list[str]:
    """The names of the places that can be seen."""
    return page.locator(".tb-place:visible").evaluate_all("all => all.map(one => one.id)")


def focused(page: Page) -> str:
    """What has the focus: the text of a control, or the name of a place."""
    return page.evaluate("document.activeElement.id || document.activeElement.textContent")


def tab_to(page: Page, text: str) -> None:
    """Press Tab until a control with this text has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if focused(page) == text:
            return
    raise AssertionError(f"no Tab leads to {text}")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_longest_ways_are_walked_with_the_keyboard(browser: Browser, server: str, wegwijzer: Wegwijzer, width: int) -> None:
    """Each place appears alone, takes the focus and fits."""
    longest = [end for end in wegwijzer.ends if len(end.given) == max(len(one.given) for one in wegwijzer.ends)]
    with visiting(browser, server + PAGE, viewport={"width": width, "height": 700}) as page:
        for end in longest[:2]:
            for number, one in enumerate(end.given):
                assert shown(page) == [one.question.id]
                tab_to(page, one.answer.text)
                page.keyboard.press("Enter")
                here = (*[given.question.id for given in end.given], end.id)[number + 1]
                until(page, "name => document.activeElement.id === name", here)
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert shown(page) == [end.id] and page.url.endswith(f"#{end.id}")
            assert "Een richting" in page.title()
            tab_to(page, "Opnieuw beginnen")
            page.keyboard.press("Enter")
            until(page, "name => document.activeElement.id === name", wegwijzer.start.id)


def test_the_back_button_goes_one_question_back(browser: Browser, server: str, wegwijzer: Wegwijzer) -> None:
    end = wegwijzer.ends[-1]
    with visiting(browser, server + PAGE) as page:
        for one in end.given:
            page.locator(f"#{one.question.id} .tb-answers a", has_text=one.answer.text).click()
        until(page, "name => document.activeElement.id === name", end.id)
        for one in reversed(end.given[1:]):
            page.go_back()
            until(page, "name => document.activeElement.id === name", one.question.id)
            assert shown(page) == [one.question.id]
        page.go_back()
        assert shown(page) == [wegwijzer.start.id]
        page.go_forward()
        assert shown(page) == [end.given[1].question.id]


@pytest.mark.parametrize("scripted", [True, False], ids=["script", "no script"])
def test_a_shared_address_leads_to_the_outcome(browser: Browser, server: str, wegwijzer: Wegwijzer, scripted: bool) -> None:
    end = wegwijzer.ends[7]
    with visiting(browser, f"{server}{PAGE}#{end.id}", java_script_enabled=scripted) as page:
        assert page.locator(f"#{end.id}").is_visible()
        assert shown(page) == [end.id] if scripted else len(shown(page)) == len(wegwijzer.places)
        if scripted:
            until(page, "name => document.activeElement.id === name", end.id)
            assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_an_address_that_nobody_knows_begins_at_the_first_question(browser: Browser, server: str, wegwijzer: Wegwijzer, name: str) -> None:
    with visiting(browser, f"{server}{PAGE}#{name}") as page:
        assert shown(page) == [wegwijzer.start.id]
        assert page.locator("#tb-wegwijzer-lost").is_visible()
        page.locator(".tb-answers a:visible").first.click()
        expect(page.locator("#tb-wegwijzer-lost")).to_be_hidden()
        page.evaluate("name => { location.hash = name }", name)
        until(page, "() => document.querySelector('#tb-wegwijzer-lost').checkVisibility()")
        assert shown(page) == [wegwijzer.start.id]


def test_the_skip_link_does_not_lose_the_place(browser: Browser, server: str, wegwijzer: Wegwijzer) -> None:
    end = wegwijzer.ends[0]
    with visiting(browser, f"{server}{PAGE}#{end.id}") as page:
        page.locator(".md-skip").dispatch_event("click")
        page.wait_for_url("**/#inhoud")
        assert shown(page) == [end.id]


def test_it_works_from_a_disk(browser: Browser, site: Path, wegwijzer: Wegwijzer) -> None:
    end = wegwijzer.ends[0]
    with visiting(browser, (site / PAGE / "index.html").as_uri()) as page:
        for one in end.given:
            page.locator(f"#{one.question.id} .tb-answers a", has_text=one.answer.text).click()
        until(page, "name => document.activeElement.id === name", end.id)
        assert shown(page) == [end.id]
        page.locator(f"#{end.id} ol a").first.click(no_wait_after=True)


def test_where_the_script_does_not_come_one_question_shows_all_the_same(browser: Browser, server: str, wegwijzer: Wegwijzer) -> None:
    context = browser.new_context(service_workers="block")
    context.route("**/assets/wegwijzer.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(server + PAGE)
    assert shown(page) == [wegwijzer.start.id]
    page.locator(".tb-answers a:visible").first.click()
    assert shown(page) == [wegwijzer.start.answers[0].next]
    context.close()


def test_every_outcome_prints_on_one_sheet(browser: Browser, server: str, wegwijzer: Wegwijzer, tmp_path: Path) -> None:
    longest = max(wegwijzer.ends, key=lambda end: len(end.given) * 1000 + sum(len(step.text) for step in end.steps))
    with visiting(browser, f"{server}{PAGE}#{longest.id}") as page:
        page.pdf(path=tmp_path / "uitkomst.pdf", prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(tmp_path / "uitkomst.pdf")
    assert len(document) == 1
    text = document[0].get_textpage().get_text_range()
    assert "Drie stappen" in text and "Vorige vraag" not in text and wegwijzer.start.title not in text
