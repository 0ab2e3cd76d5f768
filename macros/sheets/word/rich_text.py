"""An editor's Markdown → paragraphs of runs: bold, italic, links, lists, small headings.

Only what `macros.prose` lets through has to be understood; any other sign stays the sign it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

_ITEM = re.compile(r"(?P<indent> *)(?P<mark>[-*+]|\d+[.)]) +(?P<text>.*)")
_HEADING = re.compile(r"#{2,6} +(?P<text>.*?)[ #]*")
_INLINE = re.compile(
    r"""
      \\(?P<sign>[^\w\s])                                            # \* is a star
    | `(?P<code>[^`]+)`
    | \[(?P<text>[^\]]*)\]\((?P<to>[^()\s]*)\)                       # [text](address)
    | (?P<three>\*\*\*|___)(?=\S)(?P<both>.+?)(?<!\s)(?P=three)
    | (?P<two>\*\*|(?<!\w)__)(?=\S)(?P<bold>.+?)(?<!\s)(?P=two)(?!\*)
    | (?P<one>\*|(?<!\w)_)(?=\S)(?P<italic>.+?)(?<![\s*])(?P=one)(?!\*)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class Run:
    """A stretch of text that looks the same all through. `to` is where a link leads, as the editor wrote it."""

    text: str
    bold: bool = False
    italic: bool = False
    to: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph. `level` counts the lists that it stands in: 0 is the list itself, 1 a list in a list."""

    runs: tuple[Run, ...]
    kind: Literal["plain", "heading", "bullet", "number"] = "plain"
    level: int = 0


def paragraphs(markdown: str) -> Iterator[Paragraph]:
    """The paragraphs of a text, in order. A line that starts nothing new belongs to the paragraph before it."""
    kind, level, lines = "plain", 0, []

    def finished() -> Iterator[Paragraph]:
        text = " ".join(" ".join(lines).split())
        lines.clear()
        if text:
            yield Paragraph(tuple(runs(text)), kind, level)  # type: ignore[arg-type]

    for line in markdown.split("\n"):
        item, heading = _ITEM.fullmatch(line), _HEADING.fullmatch(line)
        if item or heading or not line.strip():
            yield from finished()
            kind, level = "plain", 0
        if item:
            kind, level = "bullet" if item["mark"] in "-*+" else "number", min(len(item["indent"]) // 2, 2)
            lines.append(item["text"])
        elif heading:
            kind = "heading"
            lines.append(heading["text"])
        else:
            lines.append(line)
    yield from finished()


def runs(text: str, style: Run = Run("")) -> Iterator[Run]:
    """The runs of one paragraph; `style` is what already holds for all of it."""
    here = 0
    for match in _INLINE.finditer(text):
        if match.start() > here:
            yield replace(style, text=text[here : match.start()])
        here = match.end()
        if match["sign"] or match["code"]:
            yield replace(style, text=match["sign"] or match["code"])
        elif match["text"] is not None:
            yield from runs(match["text"], replace(style, to=match["to"]))
        else:
            bold, italic = bool(match["two"] or match["three"]), bool(match["one"] or match["three"])
            inner = match["both"] or match["bold"] or match["italic"]
            yield from runs(inner, replace(style, bold=style.bold or bold, italic=style.italic or italic))
    if here < len(text):
        yield replace(style, text=text[here:])


def words(markdown: str) -> str:
    """The bare words of a text."""
    return " ".join("".join(run.text for run in paragraph.runs) for paragraph in paragraphs(markdown))
