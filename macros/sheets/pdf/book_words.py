"""What we wrote for the book itself: the introduction of each part, how to use the book, and where it comes from."""

from __future__ import annotations

import re
from functools import cache

from macros.sheets.pdf.book_blocks import Data, section
from macros.sheets.pdf.plain_text import Block, blocks
from macros.sheets.pdf.typesetting import TEMPLATES

FILE = TEMPLATES / "book_words.md"


def words(part: str) -> tuple[list[Block], list[Data]]:
    """The introduction of the part with this title, and its pieces under a heading. Raises KeyError when nothing was written for it."""
    intro, *pieces = _heading(2).split(_all()[part])
    return blocks(intro), [section(title, blocks(text)) for title, text in zip(pieces[::2], pieces[1::2], strict=True)]


@cache
def _all() -> dict[str, str]:
    _, *pieces = _heading(1).split(FILE.read_text(encoding="utf-8"))
    return dict(zip(pieces[::2], pieces[1::2], strict=True))


def _heading(level: int) -> re.Pattern[str]:
    return re.compile(rf"^#{{{level}}} +(.+)$", re.M)
