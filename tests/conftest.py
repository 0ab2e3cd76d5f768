"""What the tests share: the sample content, a project made of it, the real site built once, a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, sync_playwright
from serving import served

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "tests" / "sample"
MACHINERY = ("macros", "mkdocs.yml", "mkdocs_hooks.py", "run.py")

# The files to begin with, so that none that takes long is begun last, when the other processes have nothing left to do. The first waits
# for the real site to be built. The next five do without; those after them find the PDFs made, kept in the cache.
LONG = (
    "access/test_visits",
    *("test_mutants", "test_editing_reserve", "test_editing_place", "test_editing_github", "test_commands", "test_content_cases"),
    *("test_sheet_pdf", "test_book", "test_deck", "test_print", "test_site", "test_scan", "test_offline", "test_terms"),
)

sys.path.insert(0, str(ROOT))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest."""
    place = {f"tests/{name}.py": at for at, name in enumerate(LONG)}
    items.sort(key=lambda item: place.get(item.nodeid.partition("::")[0], len(LONG)))


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
    with served(site) as root:
        yield root


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
    # A page lives too short here to earn back what the last compiler of its scripts costs.
    quiet.append("--js-flags=--no-opt")
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
