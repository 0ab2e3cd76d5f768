"""Checks the language of the whole toolbox, and shows how each item reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.language.pieces import Piece, page_pieces, pieces
from macros.language.readability import Readability, readability
from macros.language.rules import stumbles
from macros.language.vocabulary import Vocabulary, word_list
from macros.library import Library
from macros.problems import Problem

ENOUGH = 40  # words; below that the formula says nothing


def check_language(library: Library, folder: Path, docs: Path) -> tuple[list[Problem], list[Readability]]:
    """(what a reader would stumble over, how each item and page reads). `folder` is toolbox_data/, for its words.txt."""
    terms = [
        word for term in library.toolbox["glossary"] for name in (term.title, *term.also, *term.forms) for word in name.lower().split()
    ]
    vocabulary = Vocabulary(terms, word_list(folder / "words.txt"))
    by_item: dict[str, list[Piece]] = {}
    for piece in (*pieces(library), *page_pieces(docs)):
        by_item.setdefault(piece.key, []).append(piece)
    found = [piece for own in by_item.values() for piece in own]
    return list(stumbles(found, vocabulary)), [readability(key, own, vocabulary) for key, own in by_item.items()]


def table(rows: list[Readability], hardest: int = 10) -> Iterator[str]:
    """A line for each item, then the hardest ones."""
    head = f"{'onderdeel':60} {'woorden/zin':>11} {'langste':>7} {'zeldzaam':>8} {'Douma':>6}"
    yield head
    yield from map(_row, rows)
    yield f"\nDe {hardest} moeilijkste van minstens {ENOUGH} woorden (Flesch–Douma; een formule herkent geen B1):"
    yield head
    yield from map(_row, sorted((row for row in rows if row.words >= ENOUGH), key=lambda row: (row.douma, row.key))[:hardest])


def _row(row: Readability) -> str:
    return f"{row.key:60} {row.words_a_sentence:11.1f} {row.longest:7} {row.rare:8.1%} {row.douma:6.0f}"
