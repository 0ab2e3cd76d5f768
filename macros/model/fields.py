"""The types of which every content file is made."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from macros.model.labels import label_of
from macros.model.marks import Prose, RefersTo, Shape

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
T = TypeVar("T")


def slug(text: str) -> str:
    """Small letters, digits and hyphens: `Nog niet!` → `nog-niet`. Empty when there are none."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def mistake(what: str, fix: str = "") -> PydanticCustomError:
    """A validation error that already is a Dutch sentence."""
    return PydanticCustomError("dutch", "{what} {fix}", {"what": what, "fix": fix})


def _tuple(value: Any) -> Any:
    # Strict validation takes no list for a tuple, and only a tuple stays frozen.
    return tuple(value) if isinstance(value, list) else value


def _at_most_words(limit: int) -> AfterValidator:
    def check(text: str) -> str:
        words = len(text.split())
        if words > limit:
            raise mistake(f"Deze tekst telt {words} woorden; het mogen er hoogstens {limit} zijn.", "Schrijf het korter.")
        return text

    return AfterValidator(check)


def _one_line(text: str) -> str:
    if "\n" in text:
        raise mistake("Deze tekst moet op één regel staan.", "Haal de regeleinden weg.")
    return text


_WEB_ADDRESS = r"https://[a-z0-9.-]+\.[a-z]{2,}(?::\d+)?(?:[/?#][^\s\[\]<>\"'(){}|\\^`]*)?"


def _web_address(text: str) -> str:
    if not re.fullmatch(_WEB_ADDRESS, text):
        raise mistake(f"'{text}' is geen webadres.", "Een webadres begint met https:// en heeft geen spaties.")
    return text


_ONE_LINE = Shape(r"^\s*[^\n]*\s*$", "Deze tekst moet op één regel staan.")


def _words_in_a_line(limit: int) -> Shape:
    return Shape(rf"^\s*\S+([^\S\n]+\S+){{0,{limit - 1}}}\s*$", f"Deze tekst staat op één regel en telt hoogstens {limit} woorden.")


Many = Annotated[tuple[T, ...], BeforeValidator(_tuple)]
Some = Annotated[tuple[T, ...], BeforeValidator(_tuple), Field(min_length=1)]

Chosen = Annotated[T, Field(strict=False)]  # a choice stands in the file as its text

Text = Annotated[str, Field(min_length=1), Prose()]
Line = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_one_line), _ONE_LINE, Prose()]
Title = Annotated[str, Field(min_length=3, max_length=80), AfterValidator(_one_line), _ONE_LINE, Prose()]
Summary = Annotated[str, Field(min_length=10), AfterValidator(_one_line), _at_most_words(40), _words_in_a_line(40), Prose()]
Definition = Annotated[str, Field(min_length=3), AfterValidator(_one_line), _at_most_words(30), _words_in_a_line(30), Prose()]
WebAddress = Annotated[
    str, AfterValidator(_web_address), Shape(f"^{_WEB_ADDRESS}$", "Een webadres begint met https:// en heeft geen spaties.")
]
Slug = Annotated[str, Field(pattern=f"^{SLUG.pattern}$", max_length=60)]
SiteAddress = Annotated[str, Field(pattern=r"^[a-z0-9]+(?:[-/][a-z0-9]+)*/?$")]
Date = dt.date

PhaseId = Annotated[Slug, RefersTo("phases")]
ConditionId = Annotated[Slug, RefersTo("conditions")]
TipId = Annotated[Slug, RefersTo("tips")]
MethodId = Annotated[Slug, RefersTo("methods")]
WorksheetId = Annotated[Slug, RefersTo("worksheets")]
SourceId = Annotated[Slug, RefersTo("sources")]
AnyId = Annotated[str, Field(pattern=r"^[a-z]+/[a-z0-9]+(?:-[a-z0-9]+)*$"), RefersTo("*")]


class Part(BaseModel):
    """A piece of content: strict (no text for a number), closed (no unknown fields), frozen."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", str_strip_whitespace=True, field_title_generator=label_of)


class Range(Part):
    """From the least to the most: minutes, people."""

    min: int = Field(ge=1, description="het kleinste getal")
    max: int = Field(ge=1, description="het grootste getal")

    @model_validator(mode="after")
    def _in_order(self) -> Range:
        if self.min > self.max:
            raise mistake(f"'min' ({self.min}) is groter dan 'max' ({self.max}).", "Draai de twee getallen om.")
        return self

    def __str__(self) -> str:
        return str(self.min) if self.min == self.max else f"{self.min}–{self.max}"


class Answers(Part):
    """What helps: the tips, methods and worksheets that answer a question."""

    tips: Many[TipId] = Field((), description="id's van tips")
    methods: Many[MethodId] = Field((), description="id's van werkvormen")
    worksheets: Many[WorksheetId] = Field((), description="id's van werkbladen")

    @model_validator(mode="after")
    def _not_empty(self) -> Answers:
        if not (self.tips or self.methods or self.worksheets):
            raise mistake("Hier staat niets dat helpt.", "Noem minstens één tip, werkvorm of werkblad.")
        return self
