"""A worksheet: one definition from which every form of it is made (page, online form, PDF, Word)."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from macros.model.calculation import Calculation
from macros.model.choices import FillOrder, Orientation, PaperSize, Sort
from macros.model.fields import AnyId, Chosen, Line, Many, Part, Slug, Some, Text, mistake, slug
from macros.model.item import Kind, Placed
from macros.model.worksheet_fields import AnyField, ChoiceField, ScaleField, TableField


class SheetPart(Part):
    """A block of the sheet, with questions that help to fill it in."""

    id: Slug = Field(description="een vast kenmerk; verander het nooit meer")
    title: Line = Field(description="de kop van het onderdeel")
    help: Text | None = Field(None, description="wat je hier doet")
    questions: Many[Line] = Field((), description="vragen die helpen bij het invullen")
    fields: Some[AnyField] = Field(description="de invulvakken")


class Scale(Part):
    """The scale of a scan."""

    min: int = Field(description="het laagste cijfer")
    max: int = Field(description="het hoogste cijfer")
    min_label: Line = Field(description="wat het laagste cijfer betekent")
    max_label: Line = Field(description="wat het hoogste cijfer betekent")
    unknown: Line | None = Field(None, description="het antwoord voor wie het niet weet")

    @property
    def points(self) -> range:
        """The numbers to choose from."""
        return range(self.min, self.max + 1)


class Paper(Part):
    """The sheet it is printed on."""

    size: Chosen[PaperSize] = Field(description="A4 of A3")
    orientation: Chosen[Orientation] = Field(description="portrait (staand) of landscape (liggend)")


class NextStep(Part):
    """Where to go from a filled-in sheet."""

    if_: Line = Field(alias="if", description="wat er uit kwam")
    then: AnyId = Field(description="wat je dan doet, als map/id")


class Worksheet(Placed):
    """A sheet to fill in together."""

    kind: ClassVar = Kind("worksheets", "werkbladen", "werkblad", "werkbladen", "Werkbladen", suffix=".yml")

    sort: Chosen[Sort] = Field(description="canvas, scan, list, agreement of calculation")
    goal: Text = Field(description="waar het blad voor is")
    fill_order: Chosen[FillOrder] = Field(description="top-down, of right-to-left als stap 1 rechts staat")
    paper: Paper = Field(description="het papier")
    version: Annotated[str, Field(pattern=r"^[0-9]+\.[0-9]+$")] = Field(
        description="het versienummer tussen aanhalingstekens, bijvoorbeeld '1.0'"
    )
    personal_data: Text | None = Field(None, description="waarschuwing over namen en gegevens van mensen")
    instructions: Some[Text] = Field(description="zo vul je het in")
    scale: Scale | None = Field(None, description="de schaal; nodig als er een veld van het type scale is")
    parts: Some[SheetPart] = Field(description="de onderdelen, in de volgorde van invullen")
    calculation: Calculation | None = Field(None, description="wat het scherm optelt; alleen bij een berekening")
    conversation: Some[Line] = Field(description="vragen om na het invullen te bespreken")
    next: Some[NextStep] = Field(title="Hoe verder", description="hoe het verder gaat")
    credit: Text | None = Field(None, description="van wie het idee is, en wat we over toestemming weten")

    @model_validator(mode="after")
    def _ids_differ(self) -> Worksheet:
        ids = [part.id for part in self.parts] + [field.id for part in self.parts for field in part.fields]
        for part in self.parts:
            for field in part.fields:
                columns = field.columns if isinstance(field, TableField) else ()
                ids += [f"{field.id}.{column.id}" for column in columns]
        twice = sorted(name for name, times in Counter(ids).items() if times > 1)
        if twice:
            raise mistake(f"Het kenmerk '{twice[0]}' staat er twee keer.", "Geef elk onderdeel, veld en elke kolom een eigen id.")
        return self

    @model_validator(mode="after")
    def _answers_differ(self) -> Worksheet:
        for field in (field for part in self.parts for field in part.fields):
            lists = [field.options] if isinstance(field, ChoiceField) else []
            lists += [column.options for column in field.columns] if isinstance(field, TableField) else []
            for options in lists:
                values = [slug(option) for option in options]
                if "" in values or len(set(values)) < len(values):
                    raise mistake(
                        f"De antwoorden bij '{field.id}' lijken te veel op elkaar.", "Geef elk antwoord andere letters of cijfers."
                    )
        return self

    @model_validator(mode="after")
    def _has_scale(self) -> Worksheet:
        scaled = any(isinstance(field, ScaleField) for part in self.parts for field in part.fields)
        if scaled and self.scale is None:
            raise mistake("Er is een veld met een schaal, maar 'scale' ontbreekt.", "Voeg scale toe met min, max, min_label en max_label.")
        if self.scale and not 2 <= len(self.scale.points) <= 10:
            raise mistake("De schaal klopt niet: 'max' moet een paar groter zijn dan 'min'.", "Kies bijvoorbeeld min 1 en max 5.")
        return self

    @model_validator(mode="after")
    def _calculates_what_is_there(self) -> Worksheet:
        if self.calculation:
            self.calculation.check([part.fields for part in self.parts])
        return self
