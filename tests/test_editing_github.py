"""The editing place as it stands on the web: Sveltia CMS with GitHub, whose part tests/github_stand_in.py plays on a real git repository."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import ROOT, SAMPLE, make_project
from github_stand_in import API, REPOSITORY, GitHub
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect
from serving import served

from macros.editing.place import build
from macros.load import load_library

KAART, NEW_TITLE = "toolbox_data/methods/kaart.yml", "De kaart tekenen"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the editing place for a repository on GitHub."""
    folder = tmp_path_factory.mktemp("editing") / "place"
    build(load_library(SAMPLE / "toolbox_data"), ROOT, folder, REPOSITORY)
    with served(folder, "localhost") as root:
        yield root


@pytest.fixture
def github(tmp_path: Path) -> GitHub:
    """The repository with the sample content; els may write in it."""
    project = make_project(tmp_path / "project")
    for command in (["init", "-qb", "main"], ["add", "-A"], ["-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "before"]):
        subprocess.run(["git", *command], cwd=project, check=True)
    return GitHub(tmp_path, project, writers=("els",))


@contextmanager
def editor(browser: Browser, place: str, github: GitHub, name: str) -> Iterator[Page]:
    """Somebody who signed in by name, with a token that is that name."""
    context = browser.new_context(viewport={"width": 1280, "height": 3000})
    context.set_default_timeout(30_000)
    context.route(f"{API}/**", github.answer)
    page = context.new_page()
    # Who comes back to a form that was not saved is offered what was typed.
    page.add_locator_handler(page.get_by_role("button", name="Verwerpen"), lambda button: button.click())
    page.goto(place)
    page.get_by_role("button", name="Inloggen met een").click()
    page.get_by_label("Persoonlijk toegangstoken").fill(name)
    page.get_by_role("button", name="Inloggen", exact=True).click()
    copy, ready = page.get_by_role("button", name="Kopie maken"), page.get_by_text("Werkvormen").first
    copy.or_(ready).first.wait_for()
    if copy.is_visible():
        copy.click()
    ready.wait_for()
    yield page
    context.close()


def field(page: Page, key: str) -> Locator:
    return page.locator(f'[data-key-path="{key}"]')


def open_form(page: Page) -> None:
    page.goto(f"{page.url.partition('#')[0]}#/collections/methods/entries/kaart")
    field(page, "title").locator("input").wait_for()


def change_title(page: Page) -> None:
    open_form(page)
    field(page, "title").locator("input").fill(NEW_TITLE)


def save(page: Page) -> None:
    page.get_by_role("button", name="Opslaan").click()


def saved(page: Page, then: str = "Later") -> None:
    """Answer whether the editors may look at it, and wait until the CMS is back at its list."""
    page.get_by_role("button", name=then, exact=True).click()
    page.wait_for_url(re.compile(r"#/collections/[a-z-]+$"))
    field(page, "title").wait_for(state="detached")


def test_a_save_becomes_a_proposal_and_main_stays_as_it_was(browser: Browser, place: str, github: GitHub) -> None:
    before = github.git(REPOSITORY, "rev-parse", "main")
    with editor(browser, place, github, "els") as page:
        change_title(page)
        save(page)
        saved(page)
        [proposal] = github.proposals
        assert (proposal.branch, proposal.draft, proposal.state) == ("cms/methods/kaart", True, "OPEN")
        assert github.git(REPOSITORY, "rev-parse", "main") == before
        assert github.git(REPOSITORY, "diff", "--numstat", f"main...{proposal.branch}").split() == ["1", "1", KAART]

        open_form(page)  # on with the same proposal
        field(page, "summary").locator("input, textarea").fill("Teken samen wie er meedoet.")
        save(page)
        saved(page)
    assert len(github.proposals) == 1
    assert github.git(REPOSITORY, "diff", "--numstat", f"main...{proposal.branch}").split() == ["2", "2", KAART]


def test_what_is_not_finished_is_kept_and_says_what_it_misses(browser: Browser, place: str, github: GitHub) -> None:
    with editor(browser, place, github, "els") as page:
        page.goto(f"{page.url.partition('#')[0]}#/collections/tips/new")
        field(page, "title").locator("input").fill("Zet een bankje neer")
        save(page)
        page.get_by_text("Zet een bankje neer").first.click()  # in the list, to go on
        page.get_by_role("button", name="Status: ").click()
        page.get_by_role("menu").get_by_text("Bij de redactie").click()
        expect(field(page, "summary").get_by_text("verplicht")).to_be_visible()
        field(page, "summary").locator("input, textarea").fill("Wie zit, praat met buren.")
        save(page)
        page.wait_for_url(re.compile(r"#/collections/tips$"))
    [proposal] = github.proposals
    assert b"praat met buren" in (github.blob(REPOSITORY, proposal.branch, "toolbox_data/tips/zet-een-bankje-neer.md") or b"")
    assert (proposal.branch, proposal.draft) == ("cms/tips/zet-een-bankje-neer", True)


def test_who_may_not_write_proposes_from_a_copy_of_their_own(browser: Browser, place: str, github: GitHub) -> None:
    with editor(browser, place, github, "amira") as page:
        change_title(page)
        save(page)
        saved(page, "Naar de redactie")
    [proposal] = github.proposals
    assert (proposal.owner, proposal.branch, proposal.draft) == ("amira", "cms/amira/toolbox/methods/kaart", False)
    assert github.git("amira/toolbox", "diff", "--numstat", f"main...{proposal.branch}").split() == ["1", "1", KAART]
    assert "cms/" not in github.git(REPOSITORY, "branch", "--list")


def test_two_editors_of_one_item_do_not_undo_each_other_unseen(browser: Browser, place: str, github: GitHub) -> None:
    with editor(browser, place, github, "els") as page:
        change_title(page)
        theirs = github.git(REPOSITORY, "show", f"main:{KAART}").replace("Een doel dat iedereen kent.", "Een doel van iedereen.")
        merged = github.commit(REPOSITORY, "main", {KAART: f"{theirs}\n".encode()}, "Iemand anders")
        save(page)
        page.get_by_text("Iemand anders veranderde dit ook").wait_for()
        page.get_by_role("button", name="Annuleren", exact=True).click()
        assert field(page, "title").locator("input").input_value() == NEW_TITLE  # what was typed is still there, to copy
        assert github.proposals == [] and github.git(REPOSITORY, "rev-parse", "main") == merged

        page.reload()
        change_title(page)  # on what the other made of it
        save(page)
        saved(page)
    assert github.git(REPOSITORY, "diff", "--numstat", f"main...{github.proposals[0].branch}").split() == ["1", "1", KAART]


def test_a_page_can_be_enlarged(browser: Browser, place: str) -> None:
    page = browser.new_page()
    page.goto(place)
    page.get_by_role("button", name="Inloggen met een").wait_for()
    asked = page.locator("meta[name=viewport]").evaluate_all("all => all.map((one) => one.content)")
    page.close()
    assert len(asked) > 1 and not any("maximum-scale" in one for one in asked)  # one is ours, the other is Sveltia's


def test_a_picture_is_refused_with_the_reason(browser: Browser, place: str, github: GitHub) -> None:
    photo = io.BytesIO()
    Image.new("RGB", (2000, 1800)).save(photo, "PNG", compress_level=0)
    assert len(photo.getvalue()) > 10_000_000
    before = github.git(REPOSITORY, "for-each-ref")
    with editor(browser, place, github, "els") as page:
        page.goto(f"{page.url.partition('#')[0]}#/assets")
        page.get_by_role("button", name="Uploaden").wait_for()
        page.locator("input[type=file]").set_input_files({"name": "foto.png", "mimeType": "image/png", "buffer": photo.getvalue()})
        box = page.get_by_role("alertdialog").or_(page.get_by_role("dialog"))
        box.get_by_text("alleen tekst").first.wait_for()
        expect(box.get_by_role("button", name="Uploaden", exact=True)).to_be_disabled()
    assert github.git(REPOSITORY, "for-each-ref") == before
