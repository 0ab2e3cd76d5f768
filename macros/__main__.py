"""The commands of the content.

python -m macros             check the content
python -m macros check       check the content and its language, and show how each item reads
python -m macros export DIR  write all pages as Markdown for another site generator
python -m macros guide       write toolbox_data/README.md
python -m macros schema      write the JSON Schemas and the settings for a code editor
python -m macros review      list all items for a new look: the longest ago first, then what most others lean on
python -m macros rename KIND OLD NEW      give an item another id, and mend all that names it
python -m macros remove KIND ID INSTEAD   remove an item; its address leads to another, such as tips/begin-klein
python -m macros addresses   add the new addresses to the list of those that must go on working
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from macros import addresses as published_addresses
from macros import renaming
from macros.downloads import FOLDER, ZIP, downloads, in_one_zip
from macros.edits import write
from macros.field_guide import field_guide
from macros.freshness import day_of_content, review_list
from macros.problems import ContentError, Refused
from macros.project import Project, read_project
from macros.schema_files import schema_files
from macros.wording import counted

ROOT = Path(__file__).parent.parent


def main(arguments: list[str]) -> int:
    """Run a verb; the exit status is 1 when something is wrong, and 2 for a command that does not exist."""
    name, *rest = arguments or ["content"]
    number, verb = VERBS.get(name, (-1, print))
    if len(rest) != number:
        print(__doc__)
        return 2
    try:
        verb(*rest)
    except ContentError as error:
        if os.environ.get("GITHUB_ACTIONS"):
            print(*(problem.annotation() for problem in error.problems), sep="\n")
        print(error)
        return 1
    except Refused as refusal:
        print(refusal)
        return 1
    return 0


def content() -> None:
    """Check the content and the hand-written pages."""
    _all_is_well(read_project(ROOT))


def check() -> None:
    """Show how each item reads. Raises ContentError with what a reader would stumble over."""
    # Imported here: only this verb needs the packages for checking.
    from macros.language import report

    project = read_project(ROOT)
    problems, rows = report.check_language(project.library, ROOT / "toolbox_data", ROOT / "docs")
    print(*report.table(rows), sep="\n", end="\n\n")
    if problems:
        raise ContentError(problems)
    _all_is_well(project)


def export(target: str) -> None:
    """Write the hand-written and the generated pages, and the files to take along, to a folder that must not exist yet."""
    project = read_project(ROOT)
    shutil.copytree(ROOT / "docs", target)
    made = {file.path: file.text.encode() for file in project.files}
    made |= {download.path: download.make() for download in downloads(project.toolbox)}
    made[ZIP] = in_one_zip({path: content for path, content in made.items() if path.startswith(f"{FOLDER}/")})
    _write(Path(target), made)
    _all_is_well(project)


def guide() -> None:
    """Write the editors' guide to all fields."""
    _write(ROOT, {"toolbox_data/README.md": field_guide().encode()})


def schema() -> None:
    """Write what a code editor needs."""
    _write(ROOT, {path: text.encode() for path, text in schema_files(ROOT)})


def review() -> None:
    """List what to look at first."""
    toolbox = read_project(ROOT).toolbox
    print(*review_list(toolbox, day_of_content(ROOT, toolbox)), sep="\n")


def rename(kind: str, old: str, new: str) -> None:
    """Give an item another id. Raises Refused for a request that can't be."""
    _carry_out(renaming.rename(ROOT, read_project(ROOT).library, kind, old, new))


def remove(kind: str, entry_id: str, instead: str) -> None:
    """Remove an item, whose address then leads to another. Raises Refused for a request that can't be."""
    _carry_out(renaming.remove(ROOT, read_project(ROOT).library, kind, entry_id, instead))


def addresses() -> None:
    """Add the new addresses to the list."""
    known = published_addresses.there(ROOT / "docs", read_project(ROOT).files)
    write(ROOT, [(published_addresses.FILE, published_addresses.with_new(ROOT, known))])


def _carry_out(change: renaming.Change) -> None:
    write(ROOT, change.texts.items())
    for path in change.deleted:
        (ROOT / path).unlink()
    schema()  # a _template may have changed, and with it an example
    print(*change.notes, sep="\n")
    content()


def _write(folder: Path, files: dict[str, bytes]) -> None:
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _all_is_well(project: Project) -> None:
    print(f"De inhoud klopt: {counted(len(project.toolbox.links), 'onderdeel', 'onderdelen')}.")


VERBS: dict[str, tuple[int, Callable[..., None]]] = {
    "content": (0, content),
    "check": (0, check),
    "export": (1, export),
    "guide": (0, guide),
    "schema": (0, schema),
    "review": (0, review),
    "rename": (3, rename),
    "remove": (3, remove),
    "addresses": (0, addresses),
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
