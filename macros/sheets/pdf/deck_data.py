"""Tips and methods → the cards of the deck: which, in which order, and all that may stand on each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from macros.model import Method, Phase, Tip
from macros.sheets.pdf.method_data import method_data
from macros.sheets.pdf.plain_text import Block, Run, blocks, printable
from macros.sheets.pdf.sentences import sentences
from macros.sheets.pdf.sheet_data import LICENCE, MAKER, Data, item_data
from macros.toolbox import Toolbox
from macros.wording import counted

_ENDLESS = re.compile(r"[^\s\u200b/-]{41,}")  # signs without a place to break; a card is narrow

LONG = 22  # letters; a longer word may be hyphenated on the back of a card


def deck_title(phase: Phase | None) -> str:
    """What the deck is called, of one phase or of all."""
    return f"Kaarten: {printable(phase.title)}" if phase else "Kaarten: alle tips en werkvormen"


def deck_items(toolbox: Toolbox, phase: Phase | None = None) -> list[Tip | Method]:
    """What gets a card: phase after phase, tips before methods, by title. An item stands under its first phase.

    With a phase only the items that help in it, the ones that also help earlier first.
    """
    found = [item for folder in ("tips", "methods") for item in toolbox.placed(folder, phase.id if phase else "")]
    return sorted(found, key=lambda item: toolbox.first_phase(item).order)  # a kind is in order already


def deck_data(toolbox: Toolbox, page_urls: Mapping[str, str], phase: Phase | None = None) -> Data:
    """Everything that stands in a deck. `page_urls` gives the address of an item's page by its key; without it no QR code."""
    items = deck_items(toolbox, phase)
    tips = sum(isinstance(item, Tip) for item in items)
    return {
        "title": deck_title(phase),
        "counted": f"{counted(tips, 'tip', 'tips')} en {counted(len(items) - tips, 'werkvorm', 'werkvormen')}",
        "phase": printable(phase.title) if phase else "",
        "phases": [
            {"title": printable(one.title), "symbol": one.symbol.value, "colour": one.colour, "question": printable(one.question)}
            for one in toolbox["phases"]
        ],
        "cards": [_breakable(_card(item, toolbox, page_urls.get(item.key, ""))) for item in items],
        "maker": MAKER,
        "licence": LICENCE,
        "large": False,
        "fillable": False,
    }


def _card(item: Tip | Method, toolbox: Toolbox, page_url: str) -> Data:
    if isinstance(item, Tip):
        data = item_data(item, toolbox, page_url)
        own = {"why": blocks(item.why), "how": blocks(item.how)}
    else:
        data = method_data(item, toolbox, page_url)
        own = {name: data[name] for name in ("facts", "goal", "opening")}
        own["steps"] = [step | {"short": _short(step["text"])} for step in data["steps"]]
    own["long_words"] = any(len(word) > LONG for text in _texts(own) for word in text.split())
    own["address"] = data["address"].replace("\u200b", "")  # it breaks after its own strokes and hyphens
    return own | {name: data[name] for name in ("id", "kind", "title", "summary", "phases", "qr")}


def _short(text: list[Block]) -> list[list[Run]]:
    """The sentences with which a text begins, up to its first list and to what announces that list.

    A paragraph that opens in bold ("**Vooraf.** …") stands beside the step and not in it.
    """
    found: list[list[Run]] = []
    for block in text:
        first = block["items"][0]
        if block["kind"] != "p":
            break
        if not first[0]["bold"]:
            found += sentences(first)
    while found and found[-1][-1]["text"].rstrip().endswith(":"):
        found.pop()
    return found


def _texts(data: Any) -> Iterator[str]:
    """Every text in the data that is read; where a link leads is not."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for value in (data[name] for name in data if name != "to") if isinstance(data, dict) else data:
            yield from _texts(value)


def _breakable(data: Any) -> Any:
    """The same data, with places to break in words that are wider than a card."""
    if isinstance(data, str):
        return _ENDLESS.sub(lambda word: "\u200b".join(re.findall(".{1,15}", word[0])), data)
    if isinstance(data, dict):
        return {name: _breakable(value) for name, value in data.items()}
    return [_breakable(one) for one in data] if isinstance(data, list) else data
