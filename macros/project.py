"""The whole project: content and hand-written pages, checked and ready for a site generator."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from macros import addresses, hand_written
from macros.freshness import day_of_content
from macros.library import Library
from macros.load import load_library
from macros.pages import GeneratedFile, generated_files
from macros.problems import ContentError
from macros.search.index import INDEX, search_index
from macros.toolbox import Toolbox


@dataclass(frozen=True)
class Project:
    """The content, and the files to add to docs/."""

    library: Library
    files: list[GeneratedFile]

    @property
    def toolbox(self) -> Toolbox:
        """The content."""
        return self.library.toolbox


def read_project(root: Path, today: dt.date | None = None) -> Project:
    """Read and check everything below `root`.

    Raises ContentError with all problems. The pages in docs/ lean on the content: they are checked once that is right.
    """
    library = load_library(root / "toolbox_data", today)
    files = list(generated_files(library.toolbox, day_of_content(root, library.toolbox)))
    problems = list(hand_written.problems(root / "docs", library.toolbox, files))
    problems += addresses.problems(root, addresses.there(root / "docs", files))
    if problems:
        raise ContentError(problems)
    files.append(GeneratedFile(INDEX, search_index(library.toolbox, root / "docs")))
    return Project(library, files)
