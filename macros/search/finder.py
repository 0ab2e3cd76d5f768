"""The page where you search and choose: every item as a row, with what it can be chosen by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.model import Entry, Worksheet
from macros.model.choices import Role
from macros.search.documents import FOUND, address
from macros.toolbox import Toolbox

MINUTES = (30, 45, 60, 90, 120, 180)  # how much time somebody may have


@dataclass(frozen=True)
class Row:
    """One item. The names of phases, conditions and roles stand in one text each, with spaces between."""

    entry: Any
    address: str
    summary: str
    phases: str
    conditions: str
    roles: str
    minutes: int | None  # the least time it takes
    people: str  # from and to; empty when any number will do
    has_sheet: bool


def rows(toolbox: Toolbox) -> list[tuple[Any, list[Row]]]:
    """(kind, its rows), in the order in which readers meet them."""
    return [(model.kind, [_row(entry, toolbox) for entry in toolbox[model.kind.folder]]) for model in FOUND]


def choices(toolbox: Toolbox) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """(name in the address, legend, its options as value and label) of the filters of which you may tick several."""
    kinds = [(kind.one, kind.title) for kind, found in rows(toolbox) if found]
    phases = [(phase.id, phase.title) for phase in toolbox["phases"]]
    conditions = [(condition.id, condition.title) for condition in toolbox["conditions"]]
    roles = [(role.value, role.label) for role in Role]
    return [("soort", "Soort", kinds), ("fase", "Fase", phases), ("conditie", "Conditie", conditions), ("rol", "Vooral voor", roles)]


def _row(entry: Entry, toolbox: Toolbox) -> Row:
    own = {"phases": entry.id, "conditions": entry.id}.get(entry.kind.folder)
    minutes, people = getattr(entry, "minutes", None), getattr(entry, "people", None)
    roles = (*getattr(entry, "roles", ()), *((entry.role,) if entry.kind.folder == "routes" else ()))  # type: ignore[attr-defined]
    return Row(
        entry,
        address(entry),
        getattr(entry, "summary", None) or entry.definition,  # type: ignore[attr-defined]
        " ".join(getattr(entry, "phases", ()) or ([own] if entry.kind.folder == "phases" else [])),
        " ".join(getattr(entry, "conditions", ()) or ([own] if entry.kind.folder == "conditions" else [])),
        " ".join(dict.fromkeys(role.value for role in roles)),
        minutes.min if minutes else None,
        f"{people.min} {people.max}" if people else "",
        isinstance(entry, Worksheet) or any(key.startswith("worksheets/") for key in toolbox.links[entry.key]),
    )
