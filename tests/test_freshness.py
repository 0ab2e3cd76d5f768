"""An old review shows, seen from the content's own day and never from the clock."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import mkdocs

from macros.freshness import day_of_content, is_long_ago, review_list
from macros.load import load


@pytest.mark.parametrize(
    ("reviewed", "day", "old"),
    [
        ("2025-05-22", "2026-11-21", False),
        ("2025-05-21", "2026-11-21", True),
        ("2024-08-31", "2026-02-28", False),
        ("2027-01-01", "2026-01-01", False),
    ],
)
def test_long_ago_is_eighteen_whole_months(reviewed: str, day: str, old: bool) -> None:
    assert is_long_ago(dt.date.fromisoformat(reviewed), dt.date.fromisoformat(day)) is old


def commit(root: Path, day: str) -> None:
    who = {
        f"GIT_{one}_{what}": value
        for one in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "x"), ("EMAIL", "x@x"), ("DATE", f"{day}T12:00:00Z"))
    }
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "x"]):
        subprocess.run(["git", "-C", str(root), *command], env=os.environ | who, check=True)


def test_the_day_is_the_given_one_else_that_of_the_last_commit_else_that_of_the_newest_review(content: Path) -> None:
    toolbox = load(content)
    root = content.parent
    newest = max(item.reviewed for item in toolbox.reviewed)
    assert day_of_content(root, toolbox, "") == newest
    commit(root, "2028-02-03")
    assert day_of_content(root, toolbox, "") == dt.date(2028, 2, 3)
    assert day_of_content(root, toolbox, "0") == dt.date(1970, 1, 1)
    assert day_of_content(root, toolbox, "gisteren") == newest, "a day that can't be read is no day"


def test_the_list_begins_with_the_longest_ago_and_then_what_most_others_lean_on(content: Path) -> None:
    tip = content / "tips/schrijf-op.md"
    tip.write_text(tip.read_text().replace("2026-01-15", "2024-05-01"))
    toolbox = load(content)
    head, _, _, *rows = review_list(toolbox, dt.date(2026, 1, 20))
    assert "1 onderdeel is" in head
    assert rows[0].split() == ["2024-05-01", "20", str(len(toolbox.back_links["tips/schrijf-op"])), "toolbox_data/tips/schrijf-op.md"]
    order = [(row.split()[0], -int(row.split()[2])) for row in rows]
    assert order == sorted(order)


def test_one_commit_makes_one_site_and_an_old_page_says_so(project: Path, tmp_path: Path) -> None:
    tip = project / "toolbox_data/tips/schrijf-op.md"
    tip.write_text(tip.read_text().replace("2026-01-15", "2024-03-01"))
    commit(project, "2026-01-20")
    sites = []
    for name in ("one", "other"):
        built = mkdocs(project, "build", "-q", "--strict", "-d", tmp_path / name)
        assert built.returncode == 0, built.stderr
        sites.append({file.relative_to(tmp_path / name): file.read_bytes() for file in (tmp_path / name).rglob("*") if file.is_file()})
    assert sites[0] == sites[1]
    facts = {
        path: BeautifulSoup(sites[0][Path(path)], "html.parser").select_one(".tb-facts").get_text()
        for path in ("tips/schrijf-op/index.html", "tips/drink-koffie/index.html")
    }
    assert "in maart 2024" in facts["tips/schrijf-op/index.html"]
    assert "Nagekeken" not in facts["tips/drink-koffie/index.html"]


def test_the_command_lists_for_an_editor(project: Path) -> None:
    listed = subprocess.run([sys.executable, "-m", "macros", "review"], cwd=project, capture_output=True, text=True)
    assert (listed.returncode, listed.stderr) == (0, "") and "toolbox_data/tips/schrijf-op.md" in listed.stdout
