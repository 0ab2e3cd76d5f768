"""Runs of text → whole sentences, so that a text can be made shorter without breaking one."""

from __future__ import annotations

import re

from macros.sheets.pdf.plain_text import Run

# A point, what closes a quote, a space, and a capital or an opening quote.
_END = re.compile(r"[.?!]['’”)]*(\s+)(?=['‘“(]?[^\W\d_a-zà-þ])")
_ABBREVIATION = re.compile(r"(?:^|[\s(.])(?:\w|bijv|bv|blz|ca|dhr|dr|drs|enz|etc|mr|mw|nr|st|vgl)\.$")
_FEWEST_WORDS = 3


def sentences(runs: list[Run]) -> list[list[Run]]:
    """The sentences of one paragraph, each as runs of its own.

    What is bold or italic is said in one breath and is never split. One or two words ("Let op.") go with what follows them,
    and so does a question ("Is er niets? Begin dan opnieuw."), unless it is italic: then it is one to ask.
    """
    text = "".join(run["text"] for run in runs)
    starts = [0]
    for match in _END.finditer(text):
        said = text[starts[-1] : match.start(1)]
        loose = len(said.split()) < _FEWEST_WORDS or _ABBREVIATION.search(said) or ("?" in match[0] and _is_plain(runs, match.start()))
        if not loose and _is_plain(runs, match.start(1)):
            starts.append(match.end())
    return [_cut(runs, start, len(text[:end].rstrip())) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _is_plain(runs: list[Run], place: int) -> bool:
    """Whether the sign at this place is neither bold nor italic."""
    run = _cut(runs, place, place + 1)[0]
    return not (run["bold"] or run["italic"])


def _cut(runs: list[Run], start: int, end: int) -> list[Run]:
    """The runs from one place in their text to another."""
    found, at = [], 0
    for run in runs:
        part = run["text"][max(0, start - at) : max(0, end - at)]
        at += len(run["text"])
        if part:
            found.append(run | {"text": part})
    return found
