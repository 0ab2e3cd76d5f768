"""From a validation error to a Dutch sentence with a way out.

The errors are pydantic's: https://docs.pydantic.dev/latest/errors/validation_errors/
"""

from __future__ import annotations

import re
import typing
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.problems import did_you_mean

Error = dict[str, Any]  # one of ValidationError.errors(): type, loc, input, ctx


def sentence(error: Error, model: type[BaseModel]) -> tuple[str, str]:
    """(what, fix) for one validation error of `model`."""
    if error["type"] == "dutch":
        return error["ctx"]["what"], error["ctx"]["fix"]
    say = _SENTENCES.get(error["type"], _other)
    return say(error, model)


def name_of(loc: tuple[str | int, ...]) -> str:
    """The way to a value, as a reader would say it: `steps 2 › minutes`."""
    name = ""
    for part in loc:
        name += f" {part + 1}" if isinstance(part, int) else (" › " if name else "") + part
    return name or "het bestand"


def _fields_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> dict[str, FieldInfo]:
    """The fields that may stand at this place, by the name that stands in the file."""
    current: Any = model
    for part in loc:
        if isinstance(part, int) or current is None:
            continue
        field = _named(current).get(part)
        options = _models_in(field.annotation) if field else _models_in(current)
        tagged = [option for option in options if part in _tags(option)]
        current = (tagged or options or [None])[0]
    return _named(current) if current else {}


def _named(model: Any) -> dict[str, FieldInfo]:
    fields = getattr(model, "model_fields", {})
    return {info.alias or name: info for name, info in fields.items() if name not in ("id", "path", "line") or info.description}


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in typing.get_args(annotation) for model in _models_in(part)]


def _tags(model: type[BaseModel]) -> tuple[str, ...]:
    kind = model.model_fields.get("type")
    return typing.get_args(kind.annotation) if kind else ()


def _shown(value: Any) -> str:
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


def _missing(error: Error, model: type[BaseModel]) -> tuple[str, str]:
    *parent, name = error["loc"]
    info = _fields_at(model, tuple(parent)).get(name)
    meaning = f" ({info.description})" if info and info.description else ""
    where = f" bij {name_of(tuple(parent))}" if parent else ""
    return f"Het veld '{name}' ontbreekt{where}{meaning}.", f"Voeg een regel toe die begint met {name}:"


def _unknown(error: Error, model: type[BaseModel]) -> tuple[str, str]:
    *parent, name = error["loc"]
    known = _fields_at(model, tuple(parent))
    where = f" bij {name_of(tuple(parent))}" if parent else ""
    return f"Het veld '{name}' bestaat niet{where}.", did_you_mean(name, known, f"Dit kan wel: {', '.join(known)}.")


def _choice(error: Error, _: type[BaseModel]) -> tuple[str, str]:
    allowed = re.findall(r"'([^']+)'", str(error["ctx"].get("expected", error["ctx"].get("expected_tags", ""))))
    value = error["ctx"].get("tag", error["input"])
    return (
        f"'{name_of(error['loc'])}' kan niet {_shown(value)} zijn.",
        f"{did_you_mean(value, allowed)} Kies uit: {', '.join(allowed)}.".strip(),
    )


def _text(error: Error, _: type[BaseModel]) -> tuple[str, str]:
    name, value = name_of(error["loc"]), error["input"]
    if value is None:
        return f"'{name}' is leeg.", "Vul de tekst in, of haal de regel weg als het veld niet verplicht is."
    if isinstance(value, (dict, list, tuple)):
        return f"'{name}' moet tekst zijn, maar er staat {_shown(value)}.", "Schrijf de tekst achter de dubbele punt. Staat er een dubbele punt in de tekst, zet dan alles tussen enkele aanhalingstekens."
    return f"'{name}' moet tekst zijn, maar er staat {_shown(value)}.", f"Zet er enkele aanhalingstekens om: '{value}'."


def _number(error: Error, _: type[BaseModel]) -> tuple[str, str]:
    return f"'{name_of(error['loc'])}' moet een heel getal zijn, maar er staat {_shown(error['input'])}.", "Schrijf alleen het getal in cijfers, zonder woorden."


def _list(error: Error, _: type[BaseModel]) -> tuple[str, str]:
    return f"'{name_of(error['loc'])}' moet een lijst zijn, maar er staat {_shown(error['input'])}.", "Zet elk onderdeel op een eigen regel met een streepje ervoor, of schrijf [] voor een lege lijst."


def _group(error: Error, model: type[BaseModel]) -> tuple[str, str]:
    fields = ", ".join(f"{name}:" for name in _fields_at(model, error["loc"]))
    return f"Bij '{name_of(error['loc'])}' horen velden, maar er staat {_shown(error['input'])}.", f"Schrijf op de regels eronder: {fields}." if fields else ""


def _pattern(error: Error, _: type[BaseModel]) -> tuple[str, str]:
    name, value = name_of(error["loc"]), _shown(error["input"])
    pattern = error["ctx"]["pattern"]
    if pattern.startswith("^#"):
        return f"'{name}' is geen kleur: {value}.", "Schrijf een kleur als '#00594f', met kleine letters."
    if "/[a-z0-9]" in pattern and "[-/]" not in pattern:
        return f"'{name}' is geen verwijzing: {value}.", "Schrijf map/id, bijvoorbeeld methods/dialoogtafel."
    if "\\." in pattern:
        return f"'{name}' is geen versienummer: {value}.", "Schrijf bijvoorbeeld '1.0'."
    return f"'{name}' klopt niet: {value}.", "Gebruik alleen kleine letters, cijfers en koppeltekens, zonder spaties."


def _other(error: Error, _: type[BaseModel]) -> tuple[str, str]:
    return f"'{name_of(error['loc'])}' klopt niet: er staat {_shown(error['input'])}.", "Vergelijk het met het bestand _template in deze map."


def _limit(words: str, fix: str) -> Callable[[Error, type[BaseModel]], tuple[str, str]]:
    def say(error: Error, _: type[BaseModel]) -> tuple[str, str]:
        size = len(error["input"]) if hasattr(error["input"], "__len__") else error["input"]
        return f"'{name_of(error['loc'])}' {words.format(size=size, shown=_shown(error['input']), **error['ctx'])}.", fix

    return say


_DATE = _limit("is geen datum: {shown}", "Schrijf een bestaande dag als jaar-maand-dag, bijvoorbeeld 2026-11-21.")
_SENTENCES: dict[str, Callable[[Error, type[BaseModel]], tuple[str, str]]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "enum": _choice,
    "literal_error": _choice,
    "union_tag_invalid": _choice,
    "union_tag_not_found": lambda error, model: (f"Het veld 'type' ontbreekt bij {name_of(error['loc'])}.", "Schrijf type: text, number, date, choice, scale of table."),
    "string_type": _text,
    "string_too_short": _limit("is te kort: {size} tekens, minstens {min_length}", "Schrijf iets meer, of haal de regel weg als het veld niet verplicht is."),
    "string_too_long": _limit("is te lang: {size} tekens, hoogstens {max_length}", "Schrijf het korter."),
    "string_pattern_mismatch": _pattern,
    "int_type": _number,
    "int_parsing": _number,
    "int_from_float": _number,
    "bool_type": lambda error, model: (f"'{name_of(error['loc'])}' moet true of false zijn, maar er staat {_shown(error['input'])}.", "Schrijf true voor ja en false voor nee."),
    "date_type": lambda error, model: _DATE(error | {"ctx": {}}, model),
    "tuple_type": _list,
    "too_short": _limit("telt {actual_length}; het moeten er minstens {min_length} zijn", "Voeg een regel met een streepje toe."),
    "too_long": _limit("telt {actual_length}; het mogen er hoogstens {max_length} zijn", "Haal er een paar weg."),
    "model_type": _group,
    "model_attributes_type": _group,
    "dict_type": _group,
    "greater_than_equal": _limit("moet minstens {ge} zijn, maar er staat {shown}", "Kijk het getal na."),
    "less_than_equal": _limit("mag hoogstens {le} zijn, maar er staat {shown}", "Kijk het getal na."),
}
