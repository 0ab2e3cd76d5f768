"""The commands of the README, as a newcomer and an editor run them."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def python_m_macros(project: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "macros"], cwd=project, capture_output=True, text=True, env=os.environ | {"PYTHONUTF8": "1"} | environment
    )


def break_tip(project: Path) -> Path:
    file = project / "toolbox_data/tips/schrijf-op.md"
    file.write_text(file.read_text(encoding="utf-8").replace("summary:", "sumary:"), encoding="utf-8")
    return file


def test_check_is_content_with_good_content(project: Path) -> None:
    result = python_m_macros(project)
    assert (result.returncode, result.stderr) == (0, "")


def test_check_ends_with_the_count_and_status_1(project: Path) -> None:
    break_tip(project)
    result = python_m_macros(project)
    assert result.returncode == 1
    assert result.stdout.splitlines()[0].startswith("toolbox_data/tips/schrijf-op.md:3: ")
    assert result.stdout.splitlines()[-1] == "1 fout in 1 bestand."
    assert "Traceback" not in result.stdout + result.stderr


def test_in_github_actions_the_problems_are_annotations_too(project: Path) -> None:
    break_tip(project)
    result = python_m_macros(project, GITHUB_ACTIONS="true")
    assert result.stdout.splitlines()[0].startswith("::error file=toolbox_data/tips/schrijf-op.md,line=3,col=1::")
    assert result.stdout.splitlines()[-1] == "1 fout in 1 bestand."


def test_export_writes_every_page_for_another_engine(project: Path, tmp_path: Path) -> None:
    result = subprocess.run([sys.executable, "-m", "macros", "export", str(tmp_path / "out")], cwd=project, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "out/tips/drink-koffie.md").read_text(encoding="utf-8").startswith("---\ntitle:")
    assert (tmp_path / "out/tips/index.md").is_file()


@pytest.fixture
def ready(project: Path) -> Path:
    """A project whose environment is this one: what `make` would install is already there."""
    (project / ".venv").symlink_to(Path(sys.prefix))
    for lock in ("requirements.txt", "requirements-test.txt"):
        (project / lock).write_bytes((ROOT / lock).read_bytes())
    return project


def run_py(project: Path, verb: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "run.py", verb], cwd=project, capture_output=True, text=True)


in_an_environment = pytest.mark.skipif(sys.prefix == sys.base_prefix, reason="needs the environment that run.py makes")


@in_an_environment
def test_site_says_where_it_is_and_keeps_the_good_one_when_a_build_fails(ready: Path) -> None:
    good = run_py(ready, "site")
    assert good.returncode == 0, good.stdout + good.stderr
    assert str(ready / "site" / "index.html") in good.stdout
    before = (ready / "site/tips/schrijf-op/index.html").read_bytes()
    break_tip(ready)
    bad = run_py(ready, "site")
    assert bad.returncode == 1
    assert bad.stdout.splitlines()[-1] == "1 fout in 1 bestand."
    assert "Traceback" not in bad.stdout + bad.stderr
    assert (ready / "site/tips/schrijf-op/index.html").read_bytes() == before


@pytest.fixture
def serving(ready: Path) -> Iterator[Served]:
    """`make serve`, started on a project with a mistake in it."""
    break_tip(ready)
    served = Served(ready)
    yield served
    served.stop()


class Served:
    """A running `run.py serve`; `said` is what it has printed so far."""

    def __init__(self, project: Path) -> None:
        self.project, self.said = project, ""
        self.port = 8000 + os.getpid() % 2000
        command = [sys.executable, "-u", "run.py", "serve", "--dev-addr", f"127.0.0.1:{self.port}"]
        self._process = subprocess.Popen(
            command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
        )
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self.said += line

    def wait_for(self, ready: object, seconds: int = 60) -> None:
        """Look again and again until `ready()` is true."""
        end = time.monotonic() + seconds
        while not ready():  # type: ignore[operator]
            assert time.monotonic() < end and self._process.poll() is None, self.said
            threading.Event().wait(0.1)

    def page(self, address: str) -> str:
        """A page as it is served now; empty while there is none."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)) as connection:
            try:
                connection.request("GET", address)
                return connection.getresponse().read().decode()
            except OSError:
                return ""

    def stop(self) -> None:
        os.killpg(self._process.pid, signal.SIGTERM)
        self._process.wait()
        self._listener.join()
        assert self._process.stdout
        self._process.stdout.close()


@in_an_environment
@pytest.mark.skipif(os.name == "nt", reason="starts and stops a group of processes")
def test_serve_waits_for_the_mend_shows_the_page_and_recovers_from_the_next_mistake(serving: Served) -> None:
    tip = serving.project / "toolbox_data/tips/schrijf-op.md"
    serving.wait_for(lambda: "1 fout in 1 bestand." in serving.said)
    tip.write_text(tip.read_text(encoding="utf-8").replace("sumary:", "summary:"), encoding="utf-8")
    serving.wait_for(lambda: "Schrijf afspraken op" in serving.page("/tips/schrijf-op/"))

    good = tip.read_text(encoding="utf-8")
    tip.write_text(good.replace("title: Schrijf", "titel: Schrijf"), encoding="utf-8")
    serving.wait_for(lambda: "'titel' bestaat niet" in serving.said)

    tip.write_text(good.replace("Schrijf afspraken op", "Schrijf alles op"), encoding="utf-8")
    serving.wait_for(lambda: "Schrijf alles op" in serving.page("/tips/schrijf-op/"))
    assert "Traceback" not in serving.said


def test_the_two_commands_of_the_readme_are_what_ci_runs() -> None:
    commands = re.findall(r"^(make \w+|python3? run\.py \w+)", README, re.M)
    assert "make site" in commands and "make test" in commands
    ci = (ROOT / ".ci/run").read_text(encoding="utf-8")
    steps = [line for line in ci.splitlines() if line and not line.startswith(("#", "set ", "cd "))]
    assert steps == ["make test"]


def test_every_verb_of_make_is_one_of_run_py() -> None:
    verbs = subprocess.run([sys.executable, "run.py"], cwd=ROOT, capture_output=True, text=True).stderr
    named = re.findall(r"^([\w ]+):$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)[-1].split()
    assert named and all(re.search(rf"^  {verb} ", verbs, re.M) for verb in named)


def test_what_the_readme_names_is_there() -> None:
    for document in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"):
        text = (ROOT / document).read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
            assert (ROOT / target).exists(), f"{document} names {target}"


def test_the_style_is_kept() -> None:
    for command in (["check", "."], ["format", "--check", "."]):
        result = subprocess.run([sys.executable, "-m", "ruff", *command], cwd=ROOT, capture_output=True, text=True)
        assert result.returncode == 0, result.stdout + result.stderr
