"""What the tests of the online form share: the sample site, served once per run, and a visitor who fills in a sheet."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from complaints import DISK, SERVER, complaining
from conftest import make_project, mkdocs, until
from guests import guest
from playwright.sync_api import Browser, BrowserContext, Download, Page
from serving import served

PHONE, DESKTOP = {"width": 320, "height": 640}, {"width": 1280, "height": 900}
KEPT = "toolbox-samenwerken/blad/"

# The browser's own behaviour where a visitor forbids storage: looking at `localStorage` throws.
FORBIDDEN = """Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
Object.defineProperty(window, "sessionStorage", { get() { throw new DOMException("no", "SecurityError"); } });"""


@cache
def sample_site() -> Path:
    """The sample project, built strictly."""
    folder = Path(tempfile.mkdtemp(prefix="form-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    project = make_project(folder / "project")
    built = mkdocs(project, "build", "--strict")
    assert built.returncode == 0, built.stdout + built.stderr
    return project / "site"


@cache
def sample_server() -> str:
    """The address of the sample site; the server ends with the tests."""
    running = served(sample_site())
    atexit.register(running.__exit__, None, None, None)
    return running.__enter__()


class Visitor:
    """Somebody with one browser profile, and what it complains of."""

    def __init__(self, context: BrowserContext, complaints: list[str]) -> None:
        self.context, self.complaints = context, complaints

    def go(self, address: str) -> Page:
        """A new tab at an address of the sample site."""
        page = self.context.new_page()
        page.goto(sample_server() + address)
        return page

    def sheet(self, name: str = "blad") -> Page:
        """A new tab with a worksheet."""
        return self.go(f"werkbladen/{name}/")


@contextmanager
def visiting(browser: Browser, script: str = "", **options: Any) -> Iterator[Visitor]:
    """A visitor with a fresh profile, in Dutch, who leaves without complaints."""
    with guest(browser, script, **{"viewport": DESKTOP, "locale": "nl-NL", "accept_downloads": True} | options) as context:
        context.set_default_timeout(8_000)
        with complaining(context, SERVER, DISK) as complaints:
            yield Visitor(context, complaints)
    assert complaints == [], complaints


def kept(page: Page) -> dict[str, str]:
    """What stands in storage for the sheets, by key."""
    return page.evaluate("start => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(start)))", KEPT)


def until_kept(page: Page, text: str) -> None:
    """Wait until a copy with this text is saved."""
    until(page, "(text) => Object.values(localStorage).some((value) => value.includes(text))", text)


def field(page: Page, question: str) -> Any:
    """The control of a question."""
    return page.locator(f'.tb-part [name="{question}"]')


def message(page: Page, name: str) -> Any:
    """A box in which the form says something."""
    return page.locator(f".tb-message:has(#tb-message-{name})")


def press(page: Page, label: str) -> None:
    """Click the button with these words."""
    page.get_by_role("button", name=label, exact=True).click()


def download(page: Page, label: str) -> tuple[str, bytes]:
    """The name and the bytes of the file that a button gives."""
    with page.expect_download() as started:
        press(page, label)
    file: Download = started.value
    return file.suggested_filename, Path(file.path()).read_bytes()


def open_file(page: Page, name: str, content: bytes) -> None:
    """Choose a file in the file field, and wait for the answer."""
    page.evaluate("document.getElementById('tb-message-import')?.parentElement.remove()")
    page.locator("#tb-import").set_input_files({"name": name, "mimeType": "application/json", "buffer": content})
    until(page, "() => !document.getElementById('tb-import').value && document.querySelector('.tb-message')")
