"""The scripts of one page as one file: our sources are small and full of comments, and a visitor's phone needs neither."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from macros.problems import ContentError, Problem


def one_script(docs: Path, folder: str, names: Iterable[str]) -> str:
    """The files of a folder below docs/ in this order, without lines that are only comment and without indents.

    Each stays a function of its own; nothing else of a line changes. Raises ContentError, in Dutch, for a file that can't be read.
    """
    parts, problems = [], []
    for name in names:
        try:
            text = (docs / folder / f"{name}.js").read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            what = "Dit bestand ontbreekt of is geen leesbare tekst."
            problems.append(Problem(f"{docs.name}/{folder}/{name}.js", 1, 1, what, "Zet het oorspronkelijke bestand terug."))
            continue
        lines = (line.strip() for line in text.splitlines())
        parts.append("\n".join(line for line in lines if line and not line.startswith("//")))
    if problems:
        raise ContentError(problems)
    return "\n".join(parts) + "\n"
