"""The fields that a worksheet is made of."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from macros.model.choices import Unit
from macros.model.fields import Chosen, ConditionId, Line, Many, Part, Slug, Text, mistake


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
    amount: Chosen[Unit] | None = Field(None, description="euro of hours, als hier een getal komt: 100, 100-200 of een vraagteken")

    @model_validator(mode="after")
    def _is_one_thing(self) -> Column:
        if self.amount and self.options:
            raise mistake(f"De kolom '{self.id}' heeft amount en ook options.", "Kies één van de twee: een getal, of antwoorden.")
        return self


class TableField(FieldBase):
    """Rows of the same columns; people may add rows."""

    type: Literal["table"]
    columns: Annotated[Many[Column], Field(min_length=2)] = Field(description="de kolommen")
    rows: int = Field(4, ge=1, le=40, description="hoeveel lege rijen er op papier staan")


AnyField = Annotated[TextField | NumberField | DateField | ChoiceField | ScaleField | TableField, Field(discriminator="type")]
