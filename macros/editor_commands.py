"""The commands that change content for an editor, or say what there is to do. Each says in Dutch what it did."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from macros import addresses, changes, dead_links, renaming
from macros.contribution import read_contribution
from macros.draft import draft
from macros.edits import write
from macros.freshness import day_of_content, review_list
from macros.load import load_library
from macros.problems import ContentError, Refused
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


def tell_changes(root: Path, base: str) -> None:
    """Say what changed for readers since a commit. Raises Refused when git doesn't have it."""
    # Imported here: only this needs the packages for checking.
    from macros.language.report import check_language

    library = read_project(root).library
    reading = {row.key: row for row in check_language(library, root / "toolbox_data", root / "docs")[1]}

    def reads(key: str) -> str:
        row = reading.get(key)
        return f" – gemiddeld {row.words_a_sentence:.0f} woorden per zin, de langste {row.longest}" if row and row.words else ""

    with TemporaryDirectory() as folder:
        old = Path(folder)
        changes.content_at(root, base, old)
        try:
            before = changes.snapshot(load_library(old / "toolbox_data"), old / "docs")
        except ContentError:
            raise Refused(f"De inhoud van '{base}' klopt niet meer met het model van nu, dus vergelijken kan niet.") from None
        print(*changes.summary(before, changes.snapshot(library, root / "docs"), reads), sep="\n")


def check_links(root: Path) -> None:
    """Ask every site that a link leads to whether the page is still there. This needs a network."""
    links = changes.snapshot(read_project(root).library, root / "docs").links
    print(dead_links.report(dead_links.dead_links(links), len(links)), end="")


def _carry_out(root: Path, change: renaming.Change) -> None:
    write(root, change.texts.items())
    for path in change.deleted:
        (root / path).unlink()
    write(root, schema_files(root))  # a _template may have changed, and with it an example
    print(*change.notes, sep="\n")
    all_is_well(read_project(root))
