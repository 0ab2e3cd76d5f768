"""toolbox_data/README.md: what editors may write, made from the model."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic import BaseModel

from macros.model import MODELS
from macros.model.choices import Choice
from macros.model.item import Item, Kind
from macros.model.lookup import choices_in, models_in
from macros.render import TEMPLATES


@dataclass(frozen=True)
class FieldRow:
    """One field, for a table: its name in the file, whether it must be there, what it means."""

    name: str
    required: bool
    meaning: str
    choices: list[Choice]


def field_guide() -> str:
    """The Markdown of the guide."""
    tables: list[tuple[Kind, list[FieldRow]]] = [(model.kind, _own_rows(model)) for model in MODELS]
    env = Environment(loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    env.filters["cell"] = lambda text: text.replace("|", "\\|")
    return env.get_template("field_guide.md.jinja").render(common=_rows(Item), tables=tables) + "\n"


def _own_rows(model: type[BaseModel]) -> list[FieldRow]:
    """The fields of a kind beside the common ones; fields of its parts follow as `steps › minutes`."""
    common = set(Item.model_fields) if issubclass(model, Item) else set()
    return [row for row in _rows(model) if row.name.split(" › ")[0] not in common]


def _rows(model: type[BaseModel], before: str = "") -> list[FieldRow]:
    rows = []
    for name, info in model.model_fields.items():
        if info.description:
            shown = before + (info.alias or name)
            rows.append(FieldRow(shown, info.is_required(), info.description, choices_in(info.annotation)))
            for inner in models_in(info.annotation):
                known = {row.name for row in rows}
                rows += [row for row in _rows(inner, f"{shown} › ") if row.name not in known]
    return rows
