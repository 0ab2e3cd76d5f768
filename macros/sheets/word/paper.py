"""The sheet of paper and what fits on it, in twips: a twentieth of a point, 1440 to the inch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.model.choices import Orientation, PaperSize
from macros.model.worksheet import Paper
from macros.model.worksheet_fields import Column

_SHORT_AND_LONG = {PaperSize.A4: (210, 297), PaperSize.A3: (297, 420)}  # millimetres, ISO 216
_MARGIN = 17  # millimetres; no printer loses anything
_LINE = 8  # millimetres for a line of handwriting

PADDING = 96  # twips, at the left and the right of a cell


def twips(millimetres: float) -> int:
    """Millimetres as Word counts."""
    return round(millimetres * 1440 / 25.4)


@dataclass(frozen=True)
class Sheet:
    """A sheet that lies in one direction. All lengths in twips."""

    width: int
    height: int
    landscape: bool
    margin: int = twips(_MARGIN)

    @classmethod
    def of(cls, paper: Paper) -> Sheet:
        """The sheet that a worksheet asks for."""
        short, long = map(twips, _SHORT_AND_LONG[paper.size])
        lies = paper.orientation == Orientation.LANDSCAPE
        return cls(long, short, True) if lies else cls(short, long, False)

    @property
    def text_width(self) -> int:
        """What is left between the margins."""
        return self.width - 2 * self.margin

    @property
    def text_columns(self) -> int:
        """Running text stands in two columns where one would be too wide to read."""
        return 2 if self.landscape else 1

    def lines(self, number: int) -> int:
        """The height of so many lines of handwriting; never more than most of a page."""
        return min(twips(_LINE * number + 2), (self.height - 2 * self.margin) * 3 // 4)

    @property
    def tick(self) -> int:
        """The height of a row in which you only set a cross."""
        return twips(_LINE)

    def holds(self, rows: int) -> bool:
        """Whether so many rows of one line are better kept together than spread over two pages."""
        return rows * self.lines(1) <= (self.height - 2 * self.margin) // 2


def inside(width: int) -> int:
    """What a cell of this width has room for."""
    return width - 2 * PADDING


def shared(total: int, weights: Sequence[float]) -> list[int]:
    """A width divided by weight; the parts add up to the whole."""
    edges = [round(total * sum(weights[:place]) / sum(weights)) for place in range(len(weights) + 1)]
    return [after - before for before, after in zip(edges, edges[1:], strict=False)]


def table_columns(total: int, columns: Sequence[Column]) -> list[int]:
    """The widths of a table's columns: to choose takes less room than to write."""
    return shared(total, [0.75 if column.options else 1 for column in columns])


def scale_columns(total: int, points: int, unknown: bool) -> list[int]:
    """The widths of a table with statements: the statement, a narrow column for each point, a wider one for 'weet ik niet'."""
    narrow = [twips(10)] * points + [twips(17)] * unknown
    return [total - sum(narrow), *narrow]
