"""A method (werkvorm): a way to work together in a meeting."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, model_validator

from macros.model.choices import SessionRole
from macros.model.fields import Chosen, Line, Many, Part, Range, Some, Text, WorksheetId, mistake
from macros.model.item import Kind, Placed


class Step(Part):
    """One step of a method."""

    title: Line = Field(description="de stap in een paar woorden")
    minutes: int = Field(ge=1, description="hoe lang de stap duurt, in minuten")
    text: Text = Field(description="wat je doet")


class Variant(Part):
    """What to do when it goes differently."""

    if_: Line = Field(alias="if", description="wat er anders is")
    then: Text = Field(description="wat je dan doet")


class Method(Placed):
    """A way to work together in a meeting, step by step."""

    kind: ClassVar = Kind("methods", "werkvormen", "werkvorm", "werkvormen", "Werkvormen", suffix=".yml")

    goal: Text = Field(description="waar het goed voor is")
    result: Text = Field(description="wat je na afloop hebt")
    minutes: Range = Field(description="hoe lang het duurt, van en tot, in minuten")
    people: Range = Field(description="met hoeveel mensen het kan")
    preparation_minutes: int = Field(ge=0, description="hoe lang het voorbereiden duurt, in minuten")
    materials: Many[Line] = Field(description="wat je klaarlegt")
    steps: Some[Step] = Field(description="de stappen met hun minuten; samen passen ze in de totale tijd")
    opening_line: Text = Field(description="een eerste zin om hardop te zeggen")
    variants: Some[Variant] = Field(description="als het anders loopt: minder mensen, minder tijd, één luide stem")
    pitfalls: Some[Text] = Field(description="waar het vaak misgaat")
    equal_voice: Text = Field(description="wat de stem van bewoners beschermt")
    role_in_session: Some[Chosen[SessionRole]] = Field(description="waar in een bijeenkomst dit past")
    worksheets: Many[WorksheetId] = Field((), description="werkbladen die erbij horen")
    credit: Text | None = Field(None, description="van wie de werkvorm is, en wat we over toestemming weten")

    @property
    def step_minutes(self) -> int:
        """All steps together, in minutes."""
        return sum(step.minutes for step in self.steps)

    @model_validator(mode="after")
    def _steps_fit(self) -> Method:
        if not self.minutes.min <= self.step_minutes <= self.minutes.max:
            raise mistake(
                f"De stappen duren samen {self.step_minutes} minuten, maar bij 'minutes' staat {self.minutes}.",
                "Pas de stappen of de totale tijd aan.",
            )
        return self
