"""What the tests share: the sample content, a project made of it, the real site built once, a browser."""

from __future__ import annotations

import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "tests" / "sample"
MACHINERY = ("macros", "mkdocs.yml", "mkdocs_hooks.py", "run.py")

sys.path.insert(0, str(ROOT))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the sample content, to damage."""
    return Path(shutil.copytree(SAMPLE / "toolbox_data", tmp_path / "toolbox_data"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A whole project: the real machinery with the sample content and pages."""
    return make_project(tmp_path / "project")


def make_project(folder: Path) -> Path:
    """Copy the real machinery and the sample content into a folder."""
    shutil.copytree(SAMPLE, folder)
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
    for name in MACHINERY:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    return folder


def mkdocs(folder: Path, *arguments: object, cache: Path = ROOT / ".cache" / "files") -> subprocess.CompletedProcess[str]:
    """Run `mkdocs` in a folder. Files that cost time to make are shared by all projects, unless another `cache` is given."""
    command = [sys.executable, "-m", "mkdocs", *map(str, arguments)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "TOOLBOX_CACHE": str(cache)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The real site, built strictly, once per run: the workers of a run share it."""
    ours = tmp_path_factory.getbasetemp()
    folder = (ours if worker_id == "master" else ours.parent) / "real-site"
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            built = mkdocs(ROOT, "build", "--strict", "--site-dir", f"{folder}.new")
            assert built.returncode == 0, built.stdout + built.stderr
            Path(f"{folder}.new").rename(folder)
    return folder


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The real site, served; the address of its root."""
    handler = partial(QuietHandler, directory=str(site))
    with QuietServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}/"
        running.shutdown()


class QuietServer(http.server.ThreadingHTTPServer):
    """A server that a browser may leave in the middle of an answer."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say what is wrong, unless the browser has gone on to another page."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium."""
    with launched() as running:
        yield running


@contextmanager
def launched() -> Iterator[Browser]:
    """A real Chromium, for as long as it is needed. Each thread needs its own."""
    from install_chromium import find

    # A browser that phones home would hang on a closed network; as root it needs no sandbox of its own.
    quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
    root = getattr(os, "geteuid", lambda: 1)() == 0
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=find(), args=[*quiet, *(["--no-sandbox"] if root else [])])


def until(page: Page, function: str, argument: Any = None) -> None:
    """Wait until a JavaScript function says yes, at most ten seconds.

    Playwright's own `wait_for_function` makes code of text in the page, which our security policy forbids.
    """
    program = """async ([argument, end]) => {
        const holds = FUNCTION;
        while (!(await holds(argument))) {
            if (Date.now() > end) throw new Error("this did not come true: " + holds);
            await new Promise((resolve) => setTimeout(resolve, 20));
        }
    }"""
    page.evaluate(program.replace("FUNCTION", function), [argument, page.evaluate("Date.now()") + 10_000])
