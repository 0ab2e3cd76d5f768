"""An item gets another name, or goes, and nobody finds a closed door."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from macros import addresses, renaming
from macros.edits import write
from macros.load import load_library
from macros.model import MODEL_OF
from macros.old_addresses import add_old_address, take_off_old_address
from macros.pages import generated_files
from macros.problems import ContentError, Refused
from macros.project import read_project
from macros.renaming import Change


def carry_out(root: Path, change: Change) -> None:
    write(root, change.texts.items())
    for path in change.deleted:
        (root / path).unlink()


def rename(root: Path, kind: str, old: str, new: str) -> Change:
    change = renaming.rename(root, load_library(root / "toolbox_data"), kind, old, new)
    carry_out(root, change)
    return change


def texts(root: Path) -> dict[str, bytes]:
    files = [file for folder in ("toolbox_data", "docs", "tests") for file in (root / folder).rglob("*") if file.is_file()]
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in files if "assets" not in file.parts}


def test_a_rename_changes_the_name_everywhere_and_nothing_else(project: Path) -> None:
    page = project / "docs/tips/index.md"
    page.write_bytes(page.read_bytes() + b"\nZie [het rondje](../werkvormen/rondje.md#herkomst).\n")
    (project / "tests").mkdir()
    (project / "tests/queries.yml").write_text("pages: [werkvormen/rondje/, werkvormen/rondje-twee/]\n")
    before = texts(project)
    change = rename(project, "werkvorm", "rondje", "wandeling")
    after = texts(project)
    assert change.deleted == ("toolbox_data/methods/rondje.yml",)
    moved = after.pop("toolbox_data/methods/wandeling.yml")
    assert moved == before.pop("toolbox_data/methods/rondje.yml") + b"old_addresses:\n  - werkvormen/rondje\n"
    assert set(after) == set(before)
    changed = {path for path in after if after[path] != before[path]}
    assert {"docs/tips/index.md", "tests/queries.yml", "toolbox_data/tips/drink-koffie.md"} <= changed
    for path in changed:
        assert after[path].replace(b"wandeling", b"rondje") == before[path], path
    assert b"werkvormen/rondje-twee/" in after["tests/queries.yml"]
    made = {file.path: file.text for file in generated_files(read_project(project).toolbox)}
    assert "../wandeling/" in made["werkvormen/rondje/index.html"]


def test_a_rename_there_and_back_leaves_no_trace_but_the_other_address(project: Path) -> None:
    before = texts(project)
    rename(project, "tips", "schrijf-op", "opschrijven")
    rename(project, "tips", "opschrijven", "schrijf-op")
    after = texts(project)
    path = "toolbox_data/tips/schrijf-op.md"
    assert after.pop(path).replace(b"old_addresses:\n  - tips/opschrijven\n", b"") == before.pop(path)
    assert after == before


def test_every_kind_of_item_can_be_renamed(content: Path) -> None:
    root, library = content.parent, load_library(content)
    for folder in MODEL_OF:
        for old in list(library.toolbox.kinds[folder])[:1] if folder != "wegwijzer" else []:
            carry_out(root, renaming.rename(root, library, folder, old, f"{old}x"))
            library = load_library(content)
            found = library.toolbox.kinds[folder]
            assert f"{old}x" in found and old not in found


def front(fields: str) -> str:
    return f"---\ntitle: X\n{fields}---\nTekst.\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "old_addresses:\n  - tips/oud\n"),
        ("old_addresses: []\n", "old_addresses:\n  - tips/oud\n"),
        ("old_addresses:\n- tips/a # uitleg\n", "old_addresses:\n- tips/oud\n- tips/a # uitleg\n"),
        ("old_addresses: [tips/a]\nwhy: x\n", "old_addresses: [tips/oud, tips/a]\nwhy: x\n"),
        ("old_addresses:\n    - 'tips/a'\n", "old_addresses:\n    - tips/oud\n    - 'tips/a'\n"),
    ],
)
def test_an_old_address_comes_on_and_off_the_list(before: str, after: str) -> None:
    kind = MODEL_OF["tips"].kind
    assert add_old_address(front(before), kind, "tips/oud") == front(after)
    back = take_off_old_address(front(after), kind, "tips/oud")
    assert back == front("" if before == "old_addresses: []\n" else before)
    assert take_off_old_address(back, kind, "tips/oud") == back


def test_line_endings_of_windows_stay() -> None:
    kind = MODEL_OF["methods"].kind
    assert add_old_address("title: X\r\n", kind, "werkvormen/a") == "title: X\r\nold_addresses:\r\n  - werkvormen/a\r\n"


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        (("tup", "schrijf-op", "x"), "Bedoelde je 'tip'?"),
        (("tip", "schrijf-up", "x"), "Bedoelde je 'schrijf-op'?"),
        (("tip", "schrijf-op", "Nieuwe Naam"), "geen adres"),
        (("tip", "schrijf-op", "drink-koffie"), "Er is al een tip"),
        (("tip", "schrijf-op", "schrijf-op"), "De naam is al"),
        (("tip", "schrijf-op", "koffie-drinken"), "oud adres van toolbox_data/tips/drink-koffie.md"),
        (("wegwijzer", "x", "y"), "wegwijzer.yml"),
    ],
)
def test_what_cant_be_is_refused_in_dutch(project: Path, request_: tuple[str, str, str], words: str) -> None:
    with pytest.raises(Refused, match=re.escape(words)):
        renaming.rename(project, load_library(project / "toolbox_data"), *request_)


def test_the_commands_speak_dutch_and_carry_out(project: Path) -> None:
    def macros(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "-m", "macros", *arguments], cwd=project, capture_output=True, text=True)

    before = texts(project)
    refused = macros("rename", "tip", "schrijf-up", "x")
    assert (refused.returncode, refused.stderr) == (1, "") and "Bedoelde je 'schrijf-op'?" in refused.stdout
    assert texts(project) == before
    done = macros("rename", "tip", "schrijf-op", "opschrijven")
    assert (done.returncode, done.stderr) == (0, "") and "/tips/schrijf-op/" in done.stdout
    assert (project / "toolbox_data/tips/opschrijven.md").exists()


def test_an_item_that_is_still_named_is_not_removed(project: Path) -> None:
    with pytest.raises(ContentError) as raised:
        renaming.remove(project, load_library(project / "toolbox_data"), "tip", "schrijf-op", "tips/drink-koffie")
    for problem in raised.value.problems:
        assert "schrijf-op" in problem.excerpt and problem.path != "toolbox_data/tips/schrijf-op.md"
    assert {"toolbox_data/tips/drink-koffie.md", "toolbox_data/phases/vervolg.md"} <= {problem.path for problem in raised.value.problems}


def test_a_removed_item_leaves_its_addresses_to_another(project: Path) -> None:
    tip = (project / "toolbox_data/tips/schrijf-op.md").read_text()
    new = tip.replace("title: Schrijf afspraken op", "title: Nog een tip\nrelated:\n  - id: tips/schrijf-op\n    how: with")
    (project / "toolbox_data/tips/nog-een.md").write_text(new.replace("reviewed:", "old_addresses: [tips/ooit]\nreviewed:"))
    carry_out(project, renaming.remove(project, load_library(project / "toolbox_data"), "tips", "nog-een", "tips/schrijf-op"))
    made = {file.path: file.text for file in generated_files(read_project(project).toolbox)}
    for old in ("tips/nog-een/index.html", "tips/ooit/index.html"):
        assert "../schrijf-op/" in made[old]
    assert not (project / "toolbox_data/tips/nog-een.md").exists()


@pytest.mark.parametrize("instead", ["tips/nergens", "tips/schrijf-op", "signals/stil", "zomaar"])
def test_a_removed_item_needs_a_real_successor(project: Path, instead: str) -> None:
    with pytest.raises(Refused):
        renaming.remove(project, load_library(project / "toolbox_data"), "tips", "schrijf-op", instead)


def test_a_published_address_that_is_gone_stops_the_build_until_it_sends_on(project: Path) -> None:
    known = addresses.there(project / "docs", read_project(project).files)
    write(project, [(addresses.FILE, addresses.with_new(project, known))])
    assert {"/", "/tips/", "/tips/schrijf-op/", "/tips/koffie-drinken/"} <= known
    read_project(project)
    # An editor who knows no command renames the file by hand, with all that names it.
    for path, text in texts(project).items():
        if path != addresses.FILE:
            (project / path).write_bytes(text.replace(b"schrijf-op", b"schrijf-alles-op"))
    (project / "toolbox_data/tips/schrijf-op.md").rename(project / "toolbox_data/tips/schrijf-alles-op.md")
    with pytest.raises(ContentError) as raised:
        read_project(project)
    (problem,) = raised.value.problems
    assert (problem.path, problem.excerpt) == (addresses.FILE, "/tips/schrijf-op/")
    assert "Bedoelde je 'tips/schrijf-alles-op'?" in problem.what and "old_addresses" in problem.fix
    file = project / "toolbox_data/tips/schrijf-alles-op.md"
    file.write_text(file.read_text().replace("reviewed:", "old_addresses:\n  - tips/schrijf-op/\nreviewed:"))
    read_project(project)
    assert "/tips/schrijf-op/" in addresses.with_new(project, set()).split("\n"), "an address never goes off the list"


def test_every_published_address_opens_on_the_built_site(site: Path) -> None:
    listed = addresses.published(ROOT)
    assert len(listed) > 150
    gone = [address for address in listed if not (site / address.strip("/") / "index.html").is_file()]
    assert not gone, "Add the old address to `old_addresses` of the page that took its place; `python -m macros rename` does so."
