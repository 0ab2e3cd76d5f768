"""The commands of the content.

python -m macros             check the content
python -m macros check       check the content and its language, and show how each item reads
python -m macros export DIR  write all pages as Markdown for another site generator
python -m macros guide       write toolbox_data/README.md
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from macros.downloads import FOLDER, ZIP, downloads, in_one_zip
from macros.field_guide import field_guide
from macros.problems import ContentError
from macros.project import Project, read_project
from macros.wording import counted

ROOT = Path(__file__).parent.parent


def main(arguments: list[str]) -> int:
    """Run a verb; the exit status is 1 when the content is wrong, with the count as the last line."""
    verb, *rest = arguments or ["content"]
    if (verb, len(rest)) not in (("content", 0), ("check", 0), ("guide", 0), ("export", 1)):
        print(__doc__)
        return 2
    if verb == "guide":
        (ROOT / "toolbox_data" / "README.md").write_text(field_guide(), encoding="utf-8")
        return 0
    try:
        project = read_project(ROOT)
        if verb == "check":
            check_language(project)
    except ContentError as error:
        if os.environ.get("GITHUB_ACTIONS"):
            print(*(problem.annotation() for problem in error.problems), sep="\n")
        print(error)
        return 1
    if verb == "export":
        export(project, Path(rest[0]))
    print(f"De inhoud klopt: {counted(len(project.toolbox.links), 'onderdeel', 'onderdelen')}.")
    return 0


def check_language(project: Project) -> None:
    """Show how each item reads. Raises ContentError with what a reader would stumble over."""
    # Imported here: only this verb needs the packages for checking.
    from macros.language import report

    problems, rows = report.check_language(project.library, ROOT / "toolbox_data", ROOT / "docs")
    print(*report.table(rows), sep="\n", end="\n\n")
    if problems:
        raise ContentError(problems)


def export(project: Project, folder: Path) -> None:
    """Write the hand-written and the generated pages, and the files to take along, to a folder that must not exist yet."""
    shutil.copytree(ROOT / "docs", folder)
    made = {file.path: file.text.encode() for file in project.files}
    made |= {download.path: download.make() for download in downloads(project.toolbox)}
    made[ZIP] = in_one_zip({path: content for path, content in made.items() if path.startswith(f"{FOLDER}/")})
    for path, content in made.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
