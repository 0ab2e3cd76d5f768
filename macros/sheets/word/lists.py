"""Which list of the file every paragraph stands in. Word numbers a list by its id; a new numbered list needs a new one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.sheets.word.rich_text import Paragraph, Run, paragraphs

BULLETS = 1


@dataclass(frozen=True)
class Line:
    """A paragraph in its place. `style` is the name of a style in the file, or empty for that of the surroundings."""

    runs: tuple[Run, ...]
    style: str = ""
    list_id: int = 0
    level: int = 0


class Lists:
    """Hands out the lists of one file. `numbered` holds the ids of those that count from 1."""

    def __init__(self) -> None:
        self.numbered: list[int] = []

    def text(self, markdown: str) -> Iterator[Line]:
        """The lines of an editor's text."""
        yield from self._placed(paragraphs(markdown), 0)

    def items(self, texts: Iterable[str], numbered: bool = False) -> Iterator[Line]:
        """The lines of a list of texts. What an item holds beyond its first paragraph stands under it."""
        list_id = self._new() if numbered else BULLETS
        for text in texts:
            first, *rest = [*paragraphs(text)] or [Paragraph(())]
            yield Line(first.runs, "ListParagraph", list_id)
            yield from self._placed(rest, 1)

    def _new(self) -> int:
        self.numbered.append(BULLETS + 1 + len(self.numbered))
        return self.numbered[-1]

    def _placed(self, found: Iterable[Paragraph], depth: int) -> Iterator[Line]:
        running: dict[int, int] = {}  # the numbered list that goes on, by level
        for paragraph in found:
            level = depth + paragraph.level
            listed = paragraph.kind in ("bullet", "number")
            running = {at: list_id for at, list_id in running.items() if listed and at <= level}
            if paragraph.kind == "number":
                list_id = running.get(level) or self._new()
                running[level] = list_id
                yield Line(paragraph.runs, "ListParagraph", list_id, level)
            elif paragraph.kind == "bullet":
                running.pop(level, None)
                yield Line(paragraph.runs, "ListParagraph", BULLETS, level)
            elif paragraph.kind == "heading":
                yield Line(paragraph.runs, "Heading3")
            else:
                yield Line(paragraph.runs, "ListParagraph" if depth else "")
