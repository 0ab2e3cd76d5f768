"""What a proposal changes for readers, and which links to others are dead."""

from __future__ import annotations

import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros import renaming
from macros.changes import Snapshot, snapshot, summary
from macros.dead_links import dead_links, report
from macros.edits import write
from macros.load import load_library


def seen(root: Path) -> Snapshot:
    return snapshot(load_library(root / "toolbox_data"), root / "docs")


def told(root: Path, before: Snapshot) -> str:
    return "\n".join(summary(before, seen(root), lambda key: f" [{key}]"))


def test_nothing_for_readers_is_said_in_one_line(project: Path) -> None:
    before = seen(project)
    tip = project / "toolbox_data/tips/schrijf-op.md"
    tip.write_text(tip.read_text().replace("title:", "# voor ons\ntitle:"))
    assert "Niets" in told(project, before) and "###" not in told(project, before)


def test_new_and_changed_and_a_new_link_are_named_with_what_changed_in_dutch(project: Path) -> None:
    before = seen(project)
    tip = project / "toolbox_data/tips/schrijf-op.md"
    text = tip.read_text()
    (project / "toolbox_data/tips/nieuw.md").write_text(
        text.replace("title: Schrijf afspraken op", 'title: "Een *nieuwe* tip"\nrelated:\n  - id: tips/schrijf-op\n    how: with').replace(
            "https://voorbeeld.nl/afspraken", "https://voorbeeld.nl/nieuw"
        )
    )
    tip.write_text(text.replace("why: Zo", "why: Dan"))
    page = project / "docs/over/index.md"
    page.write_text(page.read_text() + "\nEn nog iets.\n")
    lines = told(project, before).split("\n")
    assert "1 nieuw, 2 veranderd, 0 weg. 1 nieuwe link naar buiten." in lines
    assert "- tip **Een \\*nieuwe\\* tip** (`toolbox_data/tips/nieuw.md`) [tips/nieuw]" in lines
    assert "- tip **Schrijf afspraken op** (`toolbox_data/tips/schrijf-op.md`): waarom [tips/schrijf-op]" in lines
    assert any(line.startswith("- pagina") and "docs/over/index.md" in line for line in lines)
    assert "- <https://voorbeeld.nl/nieuw> in `toolbox_data/tips/nieuw.md`" in lines


def test_what_is_gone_says_where_its_address_leads(project: Path) -> None:
    before = seen(project)
    change = renaming.rename(project, load_library(project / "toolbox_data"), "tip", "schrijf-op", "opschrijven")
    write(project, change.texts.items())
    (project / change.deleted[0]).unlink()
    text = told(project, before)
    assert "(`toolbox_data/tips/schrijf-op.md`); het oude adres leidt naar **Schrijf afspraken op**" in text


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(root), "-c", "user.name=x", "-c", "user.email=x@x", *arguments], check=True, capture_output=True)


def test_the_command_compares_with_a_commit(project: Path) -> None:
    def changes(base: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "macros", "changes", base]
        return subprocess.run(command, cwd=project, capture_output=True, text=True, env=os.environ | {"PYTHONUTF8": "1"})

    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "x")
    tip = project / "toolbox_data/tips/schrijf-op.md"
    tip.write_text(tip.read_text().replace("why: Zo", "why: Dan"))
    good, bad = changes("HEAD"), changes("--output=/tmp/x")
    assert (good.returncode, good.stderr) == (0, "") and "1 veranderd" in good.stdout and "woorden per zin" in good.stdout
    assert bad.returncode == 1 and "staat niet in git" in bad.stdout and "Traceback" not in bad.stderr


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """Another site: /goed answers, /weg is gone, /streng keeps programs out."""

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response({"/goed": 200, "/weg": 404, "/streng": 403, "/stuk": 503}[self.path])
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()


def test_only_what_is_really_gone_is_called_dead(elsewhere: str) -> None:
    asked = {f"{elsewhere}/{name}": "bestand.md" for name in ("goed", "weg", "streng", "stuk")} | {"http://127.0.0.1:1/": "bestand.md"}
    dead = list(dead_links(asked, patience=5))
    assert [link for link, _, _ in dead] == [f"{elsewhere}/weg", "http://127.0.0.1:1/"]
    text = report(dead, len(asked))
    assert "404" in text and "`bestand.md`" in text
    assert report([], 4) == ""
