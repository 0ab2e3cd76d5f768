"""What is wrong with a content file, and how an editor can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from macros.wording import counted


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake at one place. `what` and `fix` are Dutch sentences, for the editor.

    `line` and `column` count from 1; `excerpt` is the line of the file, if there is one to show.
    """

    path: str
    line: int
    column: int
    what: str
    fix: str = ""
    excerpt: str = ""

    def __str__(self) -> str:
        text = f"{self.path}:{self.line}: {self.what} {self.fix}".rstrip()
        if not self.excerpt.strip():
            return text
        # A long line is cut around the place, so that the caret stays in sight.
        start = max(0, self.column - 61)
        shown = self.excerpt.rstrip("\r\n").replace("\t", " ")[start : start + 120]
        return f"{text}\n    {shown}\n    {' ' * (self.column - 1 - start)}^"

    def annotation(self) -> str:
        """The same problem as a GitHub Actions workflow command: it appears in the pull request at its line."""
        message = f"{self.what} {self.fix}".rstrip().replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        place = self.path.replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
        return f"::error file={place},line={self.line},col={self.column}::{message}"


class ContentError(Exception):
    """All problems of all content files, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)) + "\n" + self.count())

    def count(self) -> str:
        """How many problems there are, in one Dutch line."""
        problems, files = len(self.problems), len({problem.path for problem in self.problems})
        return f"{counted(problems, 'fout', 'fouten')} in {counted(files, 'bestand', 'bestanden')}."


def did_you_mean(word: object, known: Iterable[str], otherwise: str = "") -> str:
    """`Bedoelde je 'x'?` when one of the known words is really close, else `otherwise`."""
    by_lower = {name.lower(): name for name in known}
    close = get_close_matches(str(word).strip().lower().replace(" ", "-"), by_lower, n=1, cutoff=0.65)
    return f"Bedoelde je '{by_lower[close[0]]}'?" if close else otherwise


class Refused(Exception):
    """What a command was asked but can't do: a Dutch sentence with a way out."""
