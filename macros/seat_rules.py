"""The rules for who should be at the table: no role is forgotten, no phase is empty, and who is missing can always be invited."""

from __future__ import annotations

from collections.abc import Iterator

from macros.library import Library
from macros.model.choices import Role
from macros.model.seat import Seat
from macros.problems import Problem

FEWEST = 2  # seats in each phase


def seats_are_whole(library: Library) -> Iterator[Problem]:
    """Every role has a seat, every phase has seats, and a missing seat has a way to invite in each phase that needs it."""
    seats: tuple[Seat, ...] = library.toolbox["aan-tafel"]
    if not seats:
        return
    for role in Role:
        if not any(seat.role == role for seat in seats):
            yield library.problem(
                seats[0], [], f"Geen enkele plek is voor de rol '{role}' ({role.label}).", f"Voeg een plek toe met role: {role}."
            )
    for phase in library.toolbox["phases"]:
        count = sum(phase.id in {one.phase for one in seat.needed} for seat in seats)
        if count < FEWEST:
            what = f"In de fase '{phase.id}' tellen {count} plekken." if count != 1 else f"In de fase '{phase.id}' telt 1 plek."
            yield library.problem(seats[0], [], what, f"Zet de fase bij needed van minstens {FEWEST} plekken.")
    for seat in seats:
        yield from _ways(library, seat)


def _ways(library: Library, seat: Seat) -> Iterator[Problem]:
    phases = [one.phase for one in seat.needed]
    for index, one in enumerate(seat.needed):
        if not seat.ways_in(one.phase):
            fix = f"Voeg bij ways een manier toe voor '{one.phase}', of haal phases weg bij een manier die altijd past."
            yield library.problem(
                seat, ["needed", index, "phase"], f"In de fase '{one.phase}' staat niet hoe je deze mensen uitnodigt.", fix
            )
    for index, way in enumerate(seat.ways):
        for place, phase in enumerate(way.phases):
            if phase not in phases:
                what = f"Deze plek telt niet in de fase '{phase}'."
                yield library.problem(seat, ["ways", index, "phases", place], what, f"Kies uit: {', '.join(phases)}.")
