"""Items that may help as well, beside those the editors chose: what else hangs on the same threads, each with the reason.

A thread is something that items share: a signal they help with, an item they both go with, words that people type for them, a phase.
The fewer items share it, the more it says: it counts for one divided by the number of others on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from macros import prose
from macros.model import Example, Method, Tip, Worksheet
from macros.model.choices import Role
from macros.model.fields import Prose
from macros.model.item import Placed
from macros.toolbox import Toolbox
from macros.walk import marked

MOST = 4
MOST_OF_A_KIND = 2
_KINDS = (Tip, Method, Worksheet, Example)


@dataclass(frozen=True)
class Thread:
    """What items share; `reason` says it in Dutch, and is true of each of them, seen from any other."""

    reason: str
    keys: frozenset[str]

    @property
    def weight(self) -> float:
        """How much it says that two items share this: at most 1."""
        return 1 / (len(self.keys) - 1)


class Related:
    """What may help as well, for every tip, method, worksheet and example of a toolbox."""

    def __init__(self, toolbox: Toolbox) -> None:
        self._toolbox = toolbox

    def also(self, item: Placed) -> list[tuple[Placed, str]]:
        """At most four items that the page of `item` does not name, no more than two of a kind, the nearest first; each with a reason."""
        named = self.named_on_page(item)
        shared: dict[str, list[Thread]] = {}
        for thread in self._threads.get(item.key, ()):
            for key in thread.keys - named:
                shared.setdefault(key, []).append(thread)
        chosen: list[tuple[Placed, str]] = []
        for key in sorted(shared, key=lambda key: (-self._nearness(item, key, shared[key]), self._toolbox.places[key])):
            other = self._toolbox.get(key)
            if sum(one.kind is other.kind for one, _ in chosen) < MOST_OF_A_KIND:
                chosen.append((other, shared[key][0].reason))
        return chosen[:MOST]

    def named_on_page(self, item: Placed) -> set[str]:
        """Itself, what it names and what names it, what its text links to, and the items before and after it."""
        beside = (one.key for one in self._toolbox.neighbours(item) if one)
        texts = (text for _, text, _ in marked(type(item), item.model_dump(by_alias=True), Prose))
        in_text = (match[1] for text in texts for match in prose.ITEM_LINK.finditer(text))
        return {item.key, *self._toolbox.links[item.key], *self._toolbox.back_links.get(item.key, ()), *in_text, *beside}

    def _nearness(self, item: Placed, key: str, shared: Iterable[Thread]) -> float:
        """All that they share, counted again for a common phase, a common condition and a common role."""
        other = self._toolbox.get(key)
        common = ({*item.phases} & {*other.phases}, {*item.conditions} & {*other.conditions}, {*item.roles} & {*other.roles})
        return (1 + sum(map(bool, common))) * sum(thread.weight for thread in shared)

    @cached_property
    def _items(self) -> dict[str, Placed]:
        return {item.key: item for model in _KINDS for item in self._toolbox[model.kind.folder]}

    @cached_property
    def _threads(self) -> dict[str, list[Thread]]:
        """The threads of each item, first those whose reason tells a reader most."""
        found: dict[str, list[Thread]] = {}
        for reason, keys in (*self._asked_alike(), *self._used_together(), *self._same_place()):
            thread = Thread(reason, frozenset(keys) & self._items.keys())
            if len(thread.keys) > 1:
                for key in thread.keys:
                    found.setdefault(key, []).append(thread)
        return found

    def _asked_alike(self) -> Iterator[tuple[str, Iterable[str]]]:
        for signal in self._toolbox["signals"]:
            yield f"helpt ook bij ‘{signal.title}’", self._toolbox.links[signal.key]
        typed: dict[str, tuple[str, list[str]]] = {}
        for item in self._items.values():
            for words in item.search_words:
                typed.setdefault(words.casefold(), (words, []))[1].append(item.key)
        for words, keys in typed.values():
            yield f"ook voor wie zoekt op ‘{words}’", keys

    def _used_together(self) -> Iterator[tuple[str, Iterable[str]]]:
        toolbox = self._toolbox
        for item in self._items.values():
            yield f"hoort ook bij ‘{item.title}’", (*toolbox.links[item.key], *toolbox.back_links.get(item.key, ()))
        for route in toolbox["routes"]:
            yield f"staat ook op de route ‘{route.title}’", toolbox.links[route.key]

    def _same_place(self) -> Iterator[tuple[str, Iterable[str]]]:
        phases = {phase.title.lower(): self._with("phases", phase.id) for phase in self._toolbox["phases"]}
        conditions = {condition.title.lower(): self._with("conditions", condition.id) for condition in self._toolbox["conditions"]}
        for phase, condition in product(phases, conditions):
            yield f"ook voor {phase}, werkt ook aan {condition}", phases[phase] & conditions[condition]
        for phase, keys in phases.items():
            yield f"ook voor {phase}", keys
        for condition, keys in conditions.items():
            yield f"werkt ook aan {condition}", keys
        for role in Role:
            yield f"is ook vooral voor: {role.label}", self._with("roles", role)

    def _with(self, field: str, value: str) -> frozenset[str]:
        """The keys of the items that have this among their phases, conditions or roles."""
        return frozenset(key for key, item in self._items.items() if value in getattr(item, field))
