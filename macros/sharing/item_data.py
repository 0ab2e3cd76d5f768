"""What only pages of items have in schema.org's words: steps and materials, phases, sources, files."""

from __future__ import annotations

import re
from typing import Any

from macros.downloads import Download, of_item
from macros.model import Example, Method, Source, Worksheet
from macros.model.item import Item
from macros.render import plain_words
from macros.sharing.page_facts import Site, path_of
from macros.toolbox import Toolbox

Data = dict[str, Any]

_FILE_TYPES = {"PDF": "application/pdf", "Word": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}


def item_data(item: Item, toolbox: Toolbox, site: Site) -> Data:
    """The type of an item's page, and the properties that go with it."""
    if isinstance(item, Method):
        own = _method(item, toolbox)
    elif isinstance(item, Example):
        own = _example(item)
    else:
        own = {"@type": "LearningResource", "learningResourceType": item.kind.one}
    return own | {
        "about": [{"@type": "Thing", "name": one.title, "url": site.at(path_of(one.page))} for one in _subjects(item, toolbox)],
        "audience": [{"@type": "Audience", "audienceType": role.label} for role in item.roles],
        "keywords": list(item.search_words),
        "citation": [_citation(source) for source in toolbox.pick("sources", item.sources)],
        "encoding": [_file(file, site) for file in of_item(item, toolbox)] if site.address else [],
    }


def _method(method: Method, toolbox: Toolbox) -> Data:
    """A method as a HowTo. `totalTime` counts the preparation too, as schema.org wants it."""
    sheets: list[Worksheet] = toolbox.pick("worksheets", method.worksheets)
    return {
        "@type": "HowTo",
        "prepTime": duration(method.preparation_minutes),
        "performTime": duration(method.step_minutes),
        "totalTime": duration(method.preparation_minutes + method.step_minutes),
        "supply": [
            {"@type": "HowToSupply", "name": name} for name in (*method.materials, *(f"Werkblad: {sheet.title}" for sheet in sheets))
        ],
        "yield": bare(method.result),
        "step": [
            {"@type": "HowToStep", "position": number, "name": step.title, "text": bare(step.text), "timeRequired": duration(step.minutes)}
            for number, step in enumerate(method.steps, 1)
        ],
    }


def duration(minutes: int) -> str:
    """ISO 8601: 0 → PT0M, 45 → PT45M, 120 → PT2H, 135 → PT2H15M."""
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")


def bare(markdown: str) -> str:
    """An editor's text as one line without markup."""
    return " ".join(re.sub(r"(?m)^\s*[-+]\s+", "", plain_words(markdown)).split())


def _subjects(item: Item, toolbox: Toolbox) -> list[Item]:
    """The phases and conditions that an item belongs to."""
    return toolbox.pick("phases", getattr(item, "phases", ())) + toolbox.pick("conditions", getattr(item, "conditions", ()))


def _example(example: Example) -> Data:
    return {
        "@type": "Article",
        "headline": example.title,
        "contentLocation": {"@type": "Place", "name": example.place},
        "temporalCoverage": example.period,
    }


def _file(file: Download, site: Site) -> Data:
    return {
        "@type": "MediaObject",
        "name": f"{file.item.title}, {file.form}",
        "contentUrl": site.at(file.path),
        "encodingFormat": _FILE_TYPES[file.kind],
    }


def _citation(source: Source) -> Data:
    return {"@type": "CreativeWork", "name": source.title, "url": source.url, "datePublished": str(source.year or "")}
