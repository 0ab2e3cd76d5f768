"""The commands of the content.

python -m macros             check the content
python -m macros check       check the content and its language, and show how each item reads
python -m macros export DIR  write all pages as Markdown for another site generator
python -m macros guide       write toolbox_data/README.md
python -m macros schema      write the JSON Schemas and the settings for a code editor
python -m macros review      list all items for a new look: the longest ago first, then what most others lean on
python -m macros rename KIND OLD NEW      give an item another id, and mend all that names it
python -m macros remove KIND ID INSTEAD   remove an item; its address leads to another, such as tips/begin-klein
python -m macros import FILE  make a draft of a practice example from what somebody sent with 'Wij gebruikten dit'
python -m macros changes BASE  say what changed for readers since a commit, such as main
python -m macros links       ask every site that we link to whether the page is still there (needs a network)
python -m macros addresses   add the new addresses to the list of those that must go on working
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from macros import editor_commands
from macros.downloads import FOLDER, ZIP, downloads, in_one_zip
from macros.editor_commands import all_is_well
from macros.edits import write
from macros.field_guide import field_guide
from macros.problems import ContentError, Refused
from macros.project import read_project
from macros.schema_files import schema_files

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
    all_is_well(read_project(ROOT))


def check() -> None:
    """Show how each item reads. Raises ContentError with what a reader would stumble over."""
    # Imported here: only this verb needs the packages for checking.
    from macros.language import report

    project = read_project(ROOT)
    problems, rows = report.check_language(project.library, ROOT / "toolbox_data", ROOT / "docs")
    print(*report.table(rows), sep="\n", end="\n\n")
    if problems:
        raise ContentError(problems)
    all_is_well(project)


def export(target: str) -> None:
    """Write the hand-written and the generated pages, and the files to take along, to a folder that must not exist yet."""
    project = read_project(ROOT)
    shutil.copytree(ROOT / "docs", target)
    made = {file.path: file.text.encode() for file in project.files}
    made |= {download.path: download.make() for download in downloads(project.toolbox)}
    made[ZIP] = in_one_zip({path: content for path, content in made.items() if path.startswith(f"{FOLDER}/")})
    for path, content in made.items():
        where = Path(target) / path
        where.parent.mkdir(parents=True, exist_ok=True)
        where.write_bytes(content)
    all_is_well(project)


def guide() -> None:
    """Write the editors' guide to all fields."""
    write(ROOT, [("toolbox_data/README.md", field_guide())])


def schema() -> None:
    """Write what a code editor needs."""
    write(ROOT, schema_files(ROOT))


VERBS: dict[str, tuple[int, Callable[..., None]]] = {
    "content": (0, content),
    "check": (0, check),
    "export": (1, export),
    "guide": (0, guide),
    "schema": (0, schema),
    "review": (0, partial(editor_commands.review, ROOT)),
    "rename": (3, partial(editor_commands.rename, ROOT)),
    "remove": (3, partial(editor_commands.remove, ROOT)),
    "import": (1, partial(editor_commands.import_contribution, ROOT)),
    "changes": (1, partial(editor_commands.tell_changes, ROOT)),
    "links": (0, partial(editor_commands.check_links, ROOT)),
    "addresses": (0, partial(editor_commands.add_addresses, ROOT)),
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
