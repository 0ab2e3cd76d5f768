"""`python -m macros` checks the content.

`python -m macros export DIR` writes all pages for another site generator; `python -m macros guide` writes toolbox_data/README.md.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from macros.field_guide import field_guide
from macros.problems import ContentError
from macros.project import Project, read_project
from macros.wording import counted

ROOT = Path(__file__).parent.parent


def main(arguments: list[str]) -> int:
    """Run a verb; the exit status is 1 when the content is wrong, with the count as the last line."""
    if arguments == ["guide"]:
        (ROOT / "toolbox_data" / "README.md").write_text(field_guide(), encoding="utf-8")
        return 0
    try:
        project = read_project(ROOT)
    except ContentError as error:
        if os.environ.get("GITHUB_ACTIONS"):
            print(*(problem.annotation() for problem in error.problems), sep="\n")
        print(error)
        return 1
    if arguments[:1] == ["export"] and len(arguments) == 2:
        export(project, Path(arguments[1]))
    elif arguments not in ([], ["check"]):
        print(__doc__)
        return 2
    print(f"De inhoud klopt: {counted(len(project.toolbox.links), 'onderdeel', 'onderdelen')}.")
    return 0


def export(project: Project, folder: Path) -> None:
    """Write the hand-written and the generated pages to a folder, which must not exist yet."""
    shutil.copytree(ROOT / "docs", folder)
    for file in project.files:
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(file.text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
