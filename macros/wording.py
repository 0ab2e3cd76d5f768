"""How we say a number, a day, a place in a file and a value."""

from __future__ import annotations

import datetime as dt
from typing import Any

_MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"]


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: `1 fout`, `3 fouten`."""
    return f"{number} {one if number == 1 else many}"


def dutch_date(day: dt.date) -> str:
    """21 november 2026."""
    return f"{day.day} {dutch_month(day)}"


def dutch_month(day: dt.date) -> str:
    """november 2026."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def name_of(loc: tuple[str | int, ...]) -> str:
    """The way to a value, as a reader would say it: `steps 2 › minutes`."""
    name = ""
    for part in loc:
        name += f" {part + 1}" if isinstance(part, int) else (" › " if name else "") + part
    return name or "het bestand"


def shown(value: Any) -> str:
    """A value as it stands in a message, cut short."""
    if value is None:
        return "niets"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return "een lijst"
    if isinstance(value, dict):
        return "een groep velden"
    text = str(value).replace("\n", " ")
    return f"'{text[:37]}…'" if len(text) > 40 else f"'{text}'"
