"""What a content control of Word is called: the title that people see, the tag that a program reads."""

from __future__ import annotations

from dataclasses import dataclass

from macros.sheets.questions import Option, Question

# Word shows no more of a title than this, counted in UTF-16 units, and calls it by design:
# https://github.com/OfficeDev/office-js-docs-reference/issues/1238
LONGEST_TITLE = 64


@dataclass(frozen=True)
class Control:
    """A place to fill in. `number` is unique in the file."""

    number: int
    title: str
    tag: str


def title(part: str, question: Question, option: Option | None = None) -> str:
    """The label of a question, or of one of its answers, so short that Word shows all of it.

    What is too long loses the title of its part first: that is the heading above it. What tells it from its neighbours
    stands at the end (the row and the column, the answer) and stays when the rest has to be cut off too.
    """
    for label in (question.label, question.label.removeprefix(f"{part}: ")):
        start, row, cell = label.rpartition(", rij ")
        end = row + cell
        if option or not row:
            start, end = label, f": {option.label}" if option else ""
        if _length(start + end) <= LONGEST_TITLE:
            return start + end
    end = _cut(end, LONGEST_TITLE * 3 // 4)
    return _cut(start, LONGEST_TITLE - _length(end)) + end


def tag(question: Question, option: Option | None = None) -> str:
    """The id of a question; for an answer with a box of its own the value too: `ambitie1=3`."""
    return f"{question.id}={option.value}" if option else question.id


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, most: int) -> str:
    """A text of at most so many UTF-16 units; three dots in one sign say that something is gone."""
    if _length(text) <= most:
        return text
    return text.encode("utf-16-le")[: 2 * (most - 1)].decode("utf-16-le", "ignore").rstrip() + "…"
