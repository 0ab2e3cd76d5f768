"""A worksheet: one definition from which every form of it is made (page, online form, PDF, Word)."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from macros.choices import FillOrder, Orientation, PaperSize, Sort
from macros.fields import AnyId, Chosen, ConditionId, Line, Many, Part, Slug, Some, Text, mistake
from macros.items import Kind, Placed


class FieldBase(Part):
    """What every field on a worksheet has. An id never changes: what somebody filled in hangs on it."""

    id: Slug = Field(description="een vast kenmerk; verander het nooit meer")
    label: Line = Field(description="wat er boven het invulvak staat")
    help: Text | None = Field(None, description="een hulpzin bij het invullen")


class TextField(FieldBase):
    """Free text."""

    type: Literal["text"]
    lines: int = Field(3, ge=1, le=30, description="hoeveel regels er op papier staan")


class NumberField(FieldBase):
    """A number with a unit."""

    type: Literal["number"]
    unit: Line = Field(description="de eenheid, bijvoorbeeld uren per week")


class DateField(FieldBase):
    """A day."""

    type: Literal["date"]


class ChoiceField(FieldBase):
    """One or more of a few answers."""

    type: Literal["choice"]
    options: Annotated[Many[Line], Field(min_length=2)] = Field(description="de antwoorden waaruit je kiest")
    several: bool = Field(False, description="true als je er meer mag kiezen")


class ScaleField(FieldBase):
    """The statements of one condition, each scored on the worksheet's scale."""

    type: Literal["scale"]
    condition: ConditionId = Field(description="de conditie waarvan de stellingen hier staan")


class Column(Part):
    """A column of a table."""

    id: Slug = Field(description="een vast kenmerk; verander het nooit meer")
    label: Line = Field(description="wat er boven de kolom staat")
    options: Many[Line] = Field((), description="de antwoorden waaruit je kiest; leeg is vrije tekst")


class TableField(FieldBase):
    """Rows of the same columns; people may add rows."""

    type: Literal["table"]
    columns: Annotated[Many[Column], Field(min_length=2)] = Field(description="de kolommen")
    rows: int = Field(4, ge=1, le=40, description="hoeveel lege rijen er op papier staan")


AnyField = Annotated[
    TextField | NumberField | DateField | ChoiceField | ScaleField | TableField, Field(discriminator="type")
]


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
    version: Annotated[str, Field(pattern=r"^[0-9]+\.[0-9]+$")] = Field(description="het versienummer tussen aanhalingstekens, bijvoorbeeld '1.0'")
    personal_data: Text | None = Field(None, description="waarschuwing over namen en gegevens van mensen")
    instructions: Some[Text] = Field(description="zo vul je het in")
    scale: Scale | None = Field(None, description="de schaal; nodig als er een veld van het type scale is")
    parts: Some[SheetPart] = Field(description="de onderdelen, in de volgorde van invullen")
    conversation: Some[Line] = Field(description="vragen om na het invullen te bespreken")
    next: Some[NextStep] = Field(description="hoe het verder gaat")
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
    def _has_scale(self) -> Worksheet:
        scaled = any(isinstance(field, ScaleField) for part in self.parts for field in part.fields)
        if scaled and self.scale is None:
            raise mistake("Er is een veld met een schaal, maar 'scale' ontbreekt.", "Voeg scale toe met min, max, min_label en max_label.")
        if self.scale and not 2 <= len(self.scale.points) <= 10:
            raise mistake("De schaal klopt niet: 'max' moet een paar groter zijn dan 'min'.", "Kies bijvoorbeeld min 1 en max 5.")
        return self
