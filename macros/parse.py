"""From a file's data to an item of the model, or to every problem in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from macros import dutch
from macros.fields import SLUG
from macros.items import Entry
from macros.problems import Problem, did_you_mean
from macros.source import Source

_OURS = ("id", "path", "line")  # added by the loader, never written by an editor


def item(model: type[Entry], entry_id: str, source: Source) -> Entry | None:
    """The item in a file of its own; None when it does not validate, with the problems noted in `source`."""
    return _entry(model, entry_id, source, source.data, ())


def entries(model: type[Entry], source: Source) -> Iterator[Entry]:
    """The valid entries of a file that holds a whole list, such as the glossary."""
    for entry_id, data in source.data.items():
        problem = bad_id(entry_id)
        if problem:
            source.report(*source.place([entry_id], of_key=True), *problem)
        entry = _entry(model, entry_id, source, data, (entry_id,))
        if entry and not problem:
            yield entry


def bad_id(name: str) -> tuple[str, str] | None:
    """(what, fix) when a file name or key can't be an address on the site."""
    if SLUG.fullmatch(name) and len(name) <= 60:
        return None
    return f"'{name}' kan geen adres op de site zijn.", "Gebruik hoogstens 60 kleine letters, cijfers en koppeltekens, bijvoorbeeld begin-klein."


def _entry(model: type[Entry], entry_id: str, source: Source, data: Any, at: tuple[str, ...]) -> Entry | None:
    if not isinstance(data, dict):
        source.report(*source.place(at), f"Bij '{entry_id}' horen velden te staan.", "Spring de velden eronder in.")
        return None
    written = [name for name in _OURS if name in data]
    for name in written:
        source.report(*source.place((*at, name), of_key=True), f"Het veld '{name}' bestaat niet.", "Haal de regel weg: de naam van het bestand of de regel erboven is het kenmerk.")
    line = source.place(at, of_key=True)[0] if at else 1
    try:
        return model.model_validate(data | {"id": entry_id, "path": source.path, "line": line})
    except ValidationError as error:
        source.problems += _problems(error, model, source, at)
        return None


def _problems(error: ValidationError, model: type[BaseModel], source: Source, at: tuple[str, ...]) -> Iterator[Problem]:
    errors = error.errors(include_url=False)
    unknown = {(fault["loc"][:-1], str(fault["loc"][-1])) for fault in errors if fault["type"] == "extra_forbidden"}
    for fault in errors:
        *parent, name = fault["loc"] or ("",)
        if fault["type"] == "missing":
            # A mistyped field is reported once, as unknown; that it is missing too is the same mistake.
            if any(place == tuple(parent) and did_you_mean(word, [str(name)]) for place, word in unknown):
                continue
            # So is prose that is missing because the front matter already has a problem of its own.
            if name == source.body_field and not parent:
                meaning = model.model_fields[name].description
                row = source.body_line or 1
                yield source.problem(min(row, len(source.lines)), 1, f"Onder de velden ontbreekt de tekst: {meaning}.", "Schrijf die onder de tweede regel met ---.")
                continue
        place = source.place((*at, *fault["loc"]), of_key=fault["type"] == "extra_forbidden")
        yield source.problem(*place, *dutch.sentence(fault, model))
