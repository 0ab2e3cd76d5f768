"""From a validation error to a Dutch sentence with a way out.

The errors are pydantic's: https://docs.pydantic.dev/latest/errors/validation_errors/
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

from macros.model.lookup import fields_at
from macros.problems import did_you_mean
from macros.wording import name_of, shown

Error = dict[str, Any]  # one of ValidationError.errors(): type, loc, input, ctx; `shown` is loc as it stands in the file


def sentence(error: Error, model: type[BaseModel]) -> tuple[str, str]:
    """(what, fix) for one validation error of `model`."""
    if error["type"] == "dutch":
        return error["ctx"]["what"], error["ctx"]["fix"]
    say = _SENTENCES.get(error["type"], _other)
    return say(error, model)


def _missing(error: Error, model: type[BaseModel]) -> tuple[str, str]:
    *around, name = error["loc"]
    parent = error["shown"][:-1]
    info = fields_at(model, tuple(around)).get(name)
    meaning = f" ({info.description})" if info and info.description else ""
    where = f" bij {name_of(parent)}" if parent else ""
    return f"Het veld '{name}' ontbreekt{where}{meaning}.", f"Voeg een regel toe die begint met {name}:"


def _unknown(error: Error, model: type[BaseModel]) -> tuple[str, str]:
    *around, name = error["loc"]
    parent = error["shown"][:-1]
    known = fields_at(model, tuple(around))
    where = f" bij {name_of(parent)}" if parent else ""
    return f"Het veld '{name}' bestaat niet{where}.", did_you_mean(name, known, f"Dit kan wel: {', '.join(known)}.")


def _choice(error: Error, _: type[BaseModel]) -> tuple[str, str]:
    allowed = re.findall(r"'([^']+)'", str(error["ctx"].get("expected", error["ctx"].get("expected_tags", ""))))
    value = error["ctx"].get("tag", error["input"])
    return (
        f"'{name_of(error['shown'])}' kan niet {shown(value)} zijn.",
        f"{did_you_mean(value, allowed)} Kies uit: {', '.join(allowed)}.".strip(),
    )


def _text(error: Error, _: type[BaseModel]) -> tuple[str, str]:
    name, value = name_of(error["shown"]), error["input"]
    if value is None:
        return f"'{name}' is leeg.", "Vul de tekst in, of haal de regel weg als het veld niet verplicht is."
    if isinstance(value, (dict, list, tuple)):
        return (
            f"'{name}' moet tekst zijn, maar er staat {shown(value)}.",
            "Schrijf de tekst achter de dubbele punt. Staat er een dubbele punt in de tekst, zet dan alles tussen enkele aanhalingstekens.",
        )
    return f"'{name}' moet tekst zijn, maar er staat {shown(value)}.", f"Zet er enkele aanhalingstekens om: '{value}'."


def _number(error: Error, _: type[BaseModel]) -> tuple[str, str]:
    return (
        f"'{name_of(error['shown'])}' moet een heel getal zijn, maar er staat {shown(error['input'])}.",
        "Schrijf alleen het getal in cijfers, zonder woorden.",
    )


def _list(error: Error, _: type[BaseModel]) -> tuple[str, str]:
    return (
        f"'{name_of(error['shown'])}' moet een lijst zijn, maar er staat {shown(error['input'])}.",
        "Zet elk onderdeel op een eigen regel met een streepje ervoor, of schrijf [] voor een lege lijst.",
    )


def _group(error: Error, model: type[BaseModel]) -> tuple[str, str]:
    fields = ", ".join(f"{name}:" for name in fields_at(model, error["loc"]))
    return (
        f"Bij '{name_of(error['shown'])}' horen velden, maar er staat {shown(error['input'])}.",
        f"Schrijf op de regels eronder: {fields}." if fields else "",
    )


def _pattern(error: Error, _: type[BaseModel]) -> tuple[str, str]:
    name, value = name_of(error["shown"]), shown(error["input"])
    pattern = error["ctx"]["pattern"]
    if pattern.startswith("^#"):
        return f"'{name}' is geen kleur: {value}.", "Schrijf een kleur als '#00594f', met kleine letters."
    if "/[a-z0-9]" in pattern and "[-/]" not in pattern:
        return f"'{name}' is geen verwijzing: {value}.", "Schrijf map/id, bijvoorbeeld methods/dialoogtafel."
    if "\\." in pattern:
        return f"'{name}' is geen versienummer: {value}.", "Schrijf bijvoorbeeld '1.0'."
    return f"'{name}' klopt niet: {value}.", "Gebruik alleen kleine letters, cijfers en koppeltekens, zonder spaties."


def _other(error: Error, _: type[BaseModel]) -> tuple[str, str]:
    return (
        f"'{name_of(error['shown'])}' klopt niet: er staat {shown(error['input'])}.",
        "Vergelijk het met het bestand _template in deze map.",
    )


def _limit(words: str, fix: str) -> Callable[[Error, type[BaseModel]], tuple[str, str]]:
    def say(error: Error, _: type[BaseModel]) -> tuple[str, str]:
        size = len(error["input"]) if hasattr(error["input"], "__len__") else error["input"]
        return (f"'{name_of(error['shown'])}' {words.format(size=size, shown=shown(error['input']), **error['ctx'])}.", fix)

    return say


_DATE = _limit("is geen datum: {shown}", "Schrijf een bestaande dag als jaar-maand-dag, bijvoorbeeld 2026-11-21.")
_SENTENCES: dict[str, Callable[[Error, type[BaseModel]], tuple[str, str]]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "enum": _choice,
    "literal_error": _choice,
    "union_tag_invalid": _choice,
    "union_tag_not_found": lambda error, model: (
        f"Het veld 'type' ontbreekt bij {name_of(error['shown'])}.",
        "Schrijf type: text, number, date, choice, scale of table.",
    ),
    "string_type": _text,
    "string_too_short": _limit(
        "is te kort: {size} tekens, minstens {min_length}", "Schrijf iets meer, of haal de regel weg als het veld niet verplicht is."
    ),
    "string_too_long": _limit("is te lang: {size} tekens, hoogstens {max_length}", "Schrijf het korter."),
    "string_pattern_mismatch": _pattern,
    "int_type": _number,
    "int_parsing": _number,
    "int_from_float": _number,
    "bool_type": lambda error, model: (
        f"'{name_of(error['shown'])}' moet true of false zijn, maar er staat {shown(error['input'])}.",
        "Schrijf true voor ja en false voor nee.",
    ),
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
