"""The order in which a deck is read: the back of each card right after its front, wherever on the paper it stands."""

from __future__ import annotations

from pikepdf import Array, Name, Object, Pdf

from macros.sheets.pdf.structure import elements, kids

FRONT, BACK = Name.H3, Name.H4  # the headings with which they begin; no others of these levels are in a deck


def backs_after_fronts(pdf: Pdf) -> None:
    """Change the order of the tags, and of nothing else: on paper four fronts come before their four backs.

    Who reads page by page still meets the cards of a page in the same order. Raises ValueError when a card lacks a side.
    """
    document = next(elements(pdf))
    before, sides = _sides(document)
    fronts = [side for side in sides if side[0].S == FRONT]
    backs = [side for side in sides if side[0].S == BACK]
    cards = [part for front, back in zip(fronts, backs, strict=True) for part in (*front, *back)]
    document.K = Array([*before, *cards])


def _sides(document: Object) -> tuple[list[Object | int], list[list[Object]]]:
    """What stands before the cards, and each side of a card: its heading and all up to the next."""
    before: list[Object | int] = []
    sides: list[list[Object]] = []
    for kid in kids(document):
        if kid.S in (FRONT, BACK):
            sides.append([])
        (sides[-1] if sides else before).append(kid)
    return before, sides
