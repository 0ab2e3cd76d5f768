"""The closed lists: what a field may be, with the Dutch words that readers see."""

from __future__ import annotations

from enum import StrEnum
from typing import Any


class Choice(StrEnum):
    """A value that stands in a file, with the Dutch word for it in `label`."""

    label: str

    def __new__(cls, value: str, label: str) -> Choice:
        """A member, as `value, label` in its class."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: Any) -> dict[str, Any]:
        """The values with their words, for an editor that shows a list to choose from."""
        return {"type": "string", "enum": [one.value for one in cls], "enumDescriptions": [one.label for one in cls]}


class Role(Choice):
    """Who somebody is at the table."""

    RESIDENT = "resident", "actieve bewoner"
    PROFESSIONAL = "professional", "professional"
    COORDINATOR = "coordinator", "kartrekker"
    FUNDER = "funder", "gemeente of financier"
    STUDENT = "student", "student of docent"


class Origin(Choice):
    """How much of an item is ours."""

    SOURCE = "source", "Volgt de bron, in onze eigen woorden."
    ADAPTED = "adapted", "Door ons bewerkt op basis van de bron. Tijden en varianten zijn onze eigen schatting."
    OWN = "own", "Ons eigen voorstel. Het is niet onderzocht."


class Relation(Choice):
    """How another item relates to this one: before it, after it, in its place, beside it."""

    BEFORE = "before", "doe dit eerst"
    AFTER = "after", "doe dit daarna"
    INSTEAD = "instead", "in plaats hiervan"
    WITH = "with", "past hierbij"

    @property
    def inverse(self) -> Relation:
        """What this item is, seen from the other one."""
        return {Relation.BEFORE: Relation.AFTER, Relation.AFTER: Relation.BEFORE}.get(self, self)


class SessionRole(Choice):
    """Where in a meeting a method fits."""

    OPENING = "opening", "begin van een bijeenkomst"
    DEEPENING = "deepening", "midden van een bijeenkomst"
    CLOSING = "closing", "eind van een bijeenkomst"
    WHOLE = "whole", "hele bijeenkomst of traject"


class Symbol(Choice):
    """The mark of a phase; it survives a black-and-white printer. The label is the sign itself."""

    CIRCLE = "circle", "●"
    SQUARE = "square", "■"
    TRIANGLE = "triangle", "▲"
    DIAMOND = "diamond", "◆"


class Sort(Choice):
    """What kind of worksheet it is."""

    CANVAS = "canvas", "canvas"
    SCAN = "scan", "scan"
    LIST = "list", "lijst"
    AGREEMENT = "agreement", "afspraken"
    CALCULATION = "calculation", "berekening"


class Unit(Choice):
    """What is counted in a column of amounts."""

    EURO = "euro", "euro"
    HOURS = "hours", "uur"


class FillOrder(Choice):
    """Where the first part of a worksheet stands. Parts are always listed in the order of filling in."""

    TOP_DOWN = "top-down", "van boven naar beneden"
    RIGHT_TO_LEFT = "right-to-left", "van rechts naar links"


class PaperSize(Choice):
    """The sheet it is printed on."""

    A4 = "A4", "A4"
    A3 = "A3", "A3"


class Orientation(Choice):
    """How the sheet lies."""

    PORTRAIT = "portrait", "staand"
    LANDSCAPE = "landscape", "liggend"
