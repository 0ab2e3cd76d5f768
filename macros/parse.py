"""From a file's data to an item of the model, or to every problem in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from macros import dutch
from macros.content_file import ContentFile
from macros.model import Entry
from macros.model.fields import SLUG
from macros.problems import Problem, did_you_mean

TRANSLATION = re.compile(r"[a-z0-9-]+\.[a-z]{2}")  # begin-klein.en: kept for a second language, see ARCHITECTURE.md
_OURS = ("id", "path", "line")  # added by the loader, never written by an editor


def item(model: type[Entry], entry_id: str, file: ContentFile) -> Iterator[Entry]:
    """The one item in a file of its own; none when it does not validate, with the problems noted in `file`."""
    entry = _entry(model, entry_id, file, file.data, ())
    if entry:
        yield entry


def entries(model: type[Entry], file: ContentFile) -> Iterator[Entry]:
    """The valid entries of a file that holds a whole list, such as the glossary."""
    for entry_id, data in file.data.items():
        problem = bad_id(entry_id)
        if problem:
            file.report(*file.place([entry_id], of_key=True), *problem)
        entry = _entry(model, entry_id, file, data, (entry_id,))
        if entry and not problem:
            yield entry


def bad_id(name: str) -> tuple[str, str] | None:
    """(what, fix) when a file name or key can't be an address on the site."""
    if SLUG.fullmatch(name) and len(name) <= 60:
        return None
    if TRANSLATION.fullmatch(name):
        return (
            "Een vertaling kan hier nog niet: de toolbox is er alleen in het Nederlands.",
            "Haal het bestand weg. Wil je een tweede taal? Overleg eerst met de redactie.",
        )
    return (
        f"'{name}' kan geen adres op de site zijn.",
        "Gebruik hoogstens 60 kleine letters, cijfers en koppeltekens, bijvoorbeeld begin-klein.",
    )


def _entry(model: type[Entry], entry_id: str, file: ContentFile, data: Any, at: tuple[str, ...]) -> Entry | None:
    if not isinstance(data, dict):
        file.report(*file.place(at), f"Bij '{entry_id}' horen velden te staan.", "Spring de velden eronder in.")
        return None
    written = [name for name in _OURS if name in data]
    for name in written:
        file.report(
            *file.place((*at, name), of_key=True),
            f"Het veld '{name}' bestaat niet.",
            "Haal de regel weg: de naam van het bestand of de regel erboven is het kenmerk.",
        )
    line = file.place(at, of_key=True)[0] if at else 1
    good = dict(data)
    try:
        return model.model_validate(data | {"id": entry_id, "path": file.path, "line": line})
    except ValidationError as error:
        file.problems += _problems(error, model, file, at)
        for fault in error.errors():
            good.pop(str(fault["loc"][0]) if fault["loc"] else "", None)
        return None
    finally:
        file.written.append((model, entry_id, good))


def _problems(error: ValidationError, model: type[BaseModel], file: ContentFile, at: tuple[str, ...]) -> Iterator[Problem]:
    errors = error.errors(include_url=False)
    unknown = {(fault["loc"][:-1], str(fault["loc"][-1])) for fault in errors if fault["type"] == "extra_forbidden"}
    for fault in errors:
        fault["shown"] = _in_file(fault["loc"], fault["type"], file.data, at)
        *parent, name = fault["loc"] or ("",)
        if fault["type"] == "missing":
            # A mistyped field is reported once, as unknown; that it is missing too is the same mistake.
            if any(place == tuple(parent) and did_you_mean(word, [str(name)]) for place, word in unknown):
                continue
            # So is prose that is missing because the front matter already has a problem of its own.
            if name == file.body_field and not parent:
                meaning = model.model_fields[name].description
                row = file.body_line or 1
                yield file.problem(
                    min(row, len(file.lines)),
                    1,
                    f"Onder de velden ontbreekt de tekst: {meaning}.",
                    "Schrijf die onder de tweede regel met ---.",
                )
                continue
        loc = (*at, *fault["loc"], "type") if fault["type"] == "union_tag_invalid" else (*at, *fault["loc"])
        place = file.place(loc, of_key=fault["type"] == "extra_forbidden")
        yield file.problem(*place, *dutch.sentence(fault, model))


def _in_file(loc: tuple[str | int, ...], kind: str, data: Any, at: tuple[str, ...]) -> tuple[str | int, ...]:
    """The way to a value as it stands in the file: without the names of branches that the model adds."""
    shown: list[str | int] = []
    for part in at:
        data = data[part]
    for index, part in enumerate(loc):
        if isinstance(data, dict) and part not in data and not (kind == "missing" and index == len(loc) - 1):
            continue
        shown.append(part)
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            data = None
    return tuple(shown)
