"""The commands that change content for an editor, or say what there is to do. Each says in Dutch what it did."""

from __future__ import annotations

from pathlib import Path

from macros import addresses, renaming
from macros.contribution import read_contribution
from macros.draft import draft
from macros.edits import write
from macros.freshness import day_of_content, review_list
from macros.problems import Refused
from macros.project import Project, read_project
from macros.schema_files import schema_files
from macros.wording import counted


def all_is_well(project: Project) -> None:
    """Say that the content is right, and how much there is."""
    print(f"De inhoud klopt: {counted(len(project.toolbox.links), 'onderdeel', 'onderdelen')}.")


def review(root: Path) -> None:
    """List what to look at first."""
    toolbox = read_project(root).toolbox
    print(*review_list(toolbox, day_of_content(root, toolbox)), sep="\n")


def rename(root: Path, kind: str, old: str, new: str) -> None:
    """Give an item another id. Raises Refused for a request that can't be."""
    _carry_out(root, renaming.rename(root, read_project(root).library, kind, old, new))


def remove(root: Path, kind: str, entry_id: str, instead: str) -> None:
    """Remove an item, whose address then leads to another. Raises Refused for a request that can't be."""
    _carry_out(root, renaming.remove(root, read_project(root).library, kind, entry_id, instead))


def import_contribution(root: Path, name: str) -> None:
    """Make a draft of what somebody sent. Raises Refused when it can't be read, ContentError for what is wrong in it."""
    try:
        raw = Path(name).read_bytes()
    except OSError:
        raise Refused(f"Het bestand '{name}' kan niet gelezen worden. Kijk of de naam klopt.") from None
    given = read_contribution(raw, name)
    toolbox = read_project(root).toolbox
    if not given.is_example:
        print(f"Dit is een verbetering van {given.key}:\n\n{given.answers['advies']}\n\nPas dat onderdeel zelf aan.")
        return
    path, text = draft(given, toolbox, day_of_content(root, toolbox), name)
    write(root, [(path, text)])
    print(f"Het concept staat in {path}. Kijk het na: een regel met # zegt wat je doet.")
    all_is_well(read_project(root))


def add_addresses(root: Path) -> None:
    """Add the new addresses to the list of those that must go on working."""
    known = addresses.there(root / "docs", read_project(root).files)
    new = known - set(addresses.published(root))
    write(root, [(addresses.FILE, addresses.with_new(root, known))])
    print(f"{counted(len(new), 'nieuw adres', 'nieuwe adressen')} in {addresses.FILE}.")


def _carry_out(root: Path, change: renaming.Change) -> None:
    write(root, change.texts.items())
    for path in change.deleted:
        (root / path).unlink()
    write(root, schema_files(root))  # a _template may have changed, and with it an example
    print(*change.notes, sep="\n")
    all_is_well(read_project(root))
