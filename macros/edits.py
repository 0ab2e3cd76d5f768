"""Small changes at known places in texts; every other byte stays as it was."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from macros.problems import ContentError, Problem


class Edits:
    """Changes to files below `root`, noted first and written at once: one that can't be made stops them all."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._texts: dict[str, list[str]] = {}  # path → lines, with the line endings that the file has
        self._replaced: dict[str, set[tuple[int, int, str, str]]] = {}

    def lines(self, path: str) -> list[str]:
        """The lines of a file, to look at or to change in place. Raises FileNotFoundError."""
        if path not in self._texts:
            self._texts[path] = (self._root / path).read_bytes().decode("utf-8").split("\n")
        return self._texts[path]

    def replace(self, path: str, line: int, column: int, old: str, new: str) -> None:
        """Note that `old`, perhaps between quotes, stands at this place (counted from 1) and becomes `new`.

        Raises ContentError when something else stands there.
        """
        row = self.lines(path)[line - 1]
        start = next((at for at in (column - 1, column) if row.startswith(old, at)), None)
        if start is None:
            fix = f"Zet '{old}' zelf op één regel, en doe het opnieuw."
            raise ContentError([Problem(path, line, column, "Hier staat een naam op een manier die niet vanzelf mee verandert.", fix, row)])
        self._replaced.setdefault(path, set()).add((line - 1, start, old, new))

    def carry_out(self) -> dict[str, str]:
        """The changed files: path → text. Nothing is written."""
        for path, places in self._replaced.items():
            lines = self.lines(path)
            for row, start, old, new in sorted(places, reverse=True):
                lines[row] = lines[row][:start] + new + lines[row][start + len(old) :]
        self._replaced.clear()
        texts = {path: "\n".join(lines) for path, lines in self._texts.items()}
        return {path: text for path, text in texts.items() if text.encode() != (self._root / path).read_bytes()}


def write(root: Path, texts: Iterable[tuple[str, str]]) -> None:
    """Write texts to files below `root`, byte for byte."""
    for path, text in texts:
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())
