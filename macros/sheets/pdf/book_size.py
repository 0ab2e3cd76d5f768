"""How much room a piece of the book takes: what stays together on a page, and in which letters an item fits on its pages.

It is counted in lines and not measured: to lay out every item twice would take as long as the whole book.
"""

from __future__ import annotations

import math
from typing import Any

from macros.sheets.pdf.book_blocks import Data

LARGEST, SMALLEST = 10.0, 8.75  # points
LINE = 70  # signs
PAGE = 66  # lines of the largest letters that fit on a page, as counted here
WIDE = 1.35  # how much more fits when the text takes the whole width of the page, in two columns


def lines(piece: Any, line: int = LINE) -> int:
    """About how many lines a piece takes in the column of the text; rather more than less. A heading counts for two."""
    if isinstance(piece, dict):
        if piece.get("kind") in ("answers", "index"):  # two columns
            return math.ceil(lines(piece["items"], line // 2) / 2) + 1
        return sum(lines(one, line) for one in piece.values()) + (2 if piece.get("title") else 0)
    if isinstance(piece, list):
        # What leads somewhere gets its page behind it.
        signs = sum(len(one["text"]) + (9 if "to" in one else 0) for one in piece if isinstance(one, dict) and "text" in one)
        return math.ceil(signs / line) + sum(lines(one, line) for one in piece)
    return 0


def whole(piece: Data, most: int = 30) -> Data:
    """A piece that is not broken over two pages, unless it takes more lines than this."""
    return piece | {"whole": lines(piece) <= most}


def balance(left: Any, right: Any) -> float:
    """How much wider the right one of two columns should be than the left one, to end at about the same height."""
    return round(min(max(lines(right) / max(lines(left), 1), 0.8), 1.8), 2)


def fitted(item: Data, most_pages: int) -> Data:
    """An item with the size of its letters, so that it fills one page, or two …, and not a bit of the next.

    Smaller letters make lines lower and longer, so what fits goes with the square. What takes too many pages gets
    the whole width of the page (`wide`) and stands in two columns.
    """
    needed = lines(item)
    for wide, pages in [(False, pages) for pages in range(1, most_pages + 1)] + [(True, most_pages)]:
        size = LARGEST * math.sqrt(pages * PAGE * (WIDE if wide else 1) / needed)
        if size >= SMALLEST:
            break
    return item | {"size": round(min(max(size, SMALLEST), LARGEST), 2), "wide": wide}
