"""All content together, frozen, with every link in both directions."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

from macros.model import MODELS, Condition, Entry, Example, Method, Phase, Route, Signal, Source, Synonym, Tip, Worksheet
from macros.model.choices import Relation, Role
from macros.model.item import Item, Kind, Placed
from macros.references import references


@dataclass(frozen=True)
class Toolbox:
    """Every item, by kind and id. Each kind stands in the order in which readers see it."""

    kinds: Mapping[str, Mapping[str, Entry]]
    links: Mapping[str, tuple[str, ...]]  # item → the items it names
    back_links: Mapping[str, tuple[str, ...]]  # item → the items that name it
    places: Mapping[str, int]  # item → its place when everything stands in a row, kind after kind

    def __getitem__(self, folder: str) -> tuple[Any, ...]:
        """All items of a kind, in order: `toolbox["tips"]`."""
        return tuple(self.kinds[folder].values())

    def get(self, key: str) -> Any:
        """The item of `tips/begin-klein`. Raises KeyError when there is none."""
        folder, _, entry_id = key.partition("/")
        return self.kinds[folder][entry_id]

    def pick(self, folder: str, ids: Iterable[str]) -> list[Any]:
        """The items of these ids, in the order given."""
        return [self.kinds[folder][entry_id] for entry_id in ids]

    def in_order(self, keys: Iterable[str]) -> list[Any]:
        """The items of these keys, in reading order."""
        return [self.get(key) for key in sorted(set(keys), key=self.places.__getitem__)]

    def used_by(self, entry: Entry, folder: str) -> list[Any]:
        """The items of one kind that name this one, in reading order."""
        return self.in_order(key for key in self.back_links.get(entry.key, ()) if key.startswith(f"{folder}/"))

    def related(self, item: Item) -> list[tuple[Relation, Any]]:
        """What belongs with this item, as said here or, the other way round, by the other item."""
        found = {other.id: other.how for other in item.related}
        for key in self.back_links.get(item.key, ()):
            other = self.get(key)
            for back in getattr(other, "related", ()):
                if back.id == item.key:
                    found.setdefault(key, back.how.inverse)
        return [(how, self.get(key)) for key, how in found.items()]

    def connections(self, item: Item) -> list[tuple[Kind, list[Any]]]:
        """What this item names and what names it, kind by kind; related items, phases and conditions left out.

        The page of a phase, a condition or a route shows its items already: there only the signals are left.
        """
        related = {other.key for _, other in self.related(item)}
        as_cards = isinstance(item, Phase | Condition | Route)
        shown = [model.kind for model in ((Signal,) if as_cards else (Tip, Method, Worksheet, Example, Signal))]
        found: dict[str, list[Any]] = {kind.folder: [] for kind in shown}
        for other in self.in_order((*self.links[item.key], *self.back_links.get(item.key, ()))):
            if other.kind.folder in found and other.key not in related:
                found[other.kind.folder].append(other)
        return [(kind, found[kind.folder]) for kind in shown if found[kind.folder]]

    @property
    def reviewed(self) -> list[Item]:
        """Everything that has a review date, in reading order."""
        return [entry for found in self.kinds.values() for entry in found.values() if isinstance(entry, Item)]

    @property
    def newest_review(self) -> dt.date:
        """The last day on which somebody looked whether an item still holds."""
        return max(item.reviewed for item in self.reviewed)

    def placed(self, folder: str, phase: str = "", condition: str = "") -> list[Any]:
        """The items of a kind that belong to a phase, a condition, or both; all of them when neither is given."""
        return [item for item in self[folder] if (not phase or phase in item.phases) and (not condition or condition in item.conditions)]

    def for_role(self, role: Role) -> list[Any]:
        """The tips, methods and worksheets that are above all for one role."""
        return [item for folder in ("methods", "worksheets", "tips") for item in self[folder] if role in item.roles]

    def first_phase(self, item: Placed) -> Phase:
        """The first of an item's phases on the road."""
        return next(phase for phase in self["phases"] if phase.id in item.phases)

    def users(self, source: Source) -> list[Any]:
        """Everything that leans on a source, in reading order."""
        return self.in_order(self.back_links.get(source.key, ()))

    def neighbours(self, item: Item) -> tuple[Any | None, Any | None]:
        """The items before and after this one in its section."""
        row = self._keys
        before, after = self.places[item.key] - 1, self.places[item.key] + 1
        same = f"{item.kind.folder}/"
        return (
            self.get(row[before]) if before >= 0 and row[before].startswith(same) else None,
            self.get(row[after]) if after < len(row) and row[after].startswith(same) else None,
        )

    @cached_property
    def _keys(self) -> tuple[str, ...]:
        return tuple(self.places)


def build(entries: Iterable[Entry]) -> Toolbox:
    """Put valid entries in order and link them both ways. References that lead nowhere are left out."""
    by_kind: dict[str, dict[str, Entry]] = {model.kind.folder: {} for model in MODELS}
    for entry in entries:
        by_kind[entry.kind.folder][entry.id] = entry
    phase_order = {phase.id: phase.order for phase in by_kind["phases"].values()}  # type: ignore[attr-defined]

    def rank(entry: Entry) -> tuple[Any, ...]:
        if isinstance(entry, Placed):
            return min(phase_order.get(phase, 99) for phase in entry.phases), _sort_key(entry.title)
        if isinstance(entry, Synonym):
            return (_sort_key(entry.term),)
        return getattr(entry, "order", 0), _sort_key(entry.title)  # type: ignore[attr-defined]

    kinds = {folder: dict(sorted(found.items(), key=lambda pair: (rank(pair[1]), pair[0]))) for folder, found in by_kind.items()}
    places = {entry.key: place for place, entry in enumerate(entry for found in kinds.values() for entry in found.values())}
    links: dict[str, tuple[str, ...]] = {}
    back: dict[str, list[str]] = {}
    for found in kinds.values():
        for entry in found.values():
            links[entry.key] = tuple(
                dict.fromkeys(ref.key for ref in references(type(entry), entry.model_dump(by_alias=True)) if ref.key in places)
            )
            for key in links[entry.key]:
                back.setdefault(key, []).append(entry.key)
    return Toolbox(
        MappingProxyType({folder: MappingProxyType(found) for folder, found in kinds.items()}),
        MappingProxyType(links),
        MappingProxyType({key: tuple(names) for key, names in back.items()}),
        MappingProxyType(places),
    )


def _sort_key(text: str) -> str:
    """As in a Dutch dictionary: capitals, accents and quotes don't count."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if sign.isalnum() or sign == " ").strip()
