"""A phase: a stretch of the road that a group travels."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.choices import Symbol
from macros.model.fields import Answers, Chosen, ConditionId, Line, Many, Part, Some, Text
from macros.model.item import Item, Kind


class GuidingQuestion(Answers):
    """A question that a phase answers."""

    question: Line = Field(description="de vraag, zoals je die in de groep stelt")


class NotYet(Part):
    """A condition that can wait in this phase, and why."""

    condition: ConditionId = Field(description="id van de conditie die nog kan wachten")
    why: Line = Field(description="waarom, in één zin")


class Phase(Item):
    """A stretch of the road: exploring, shaping, deepening, anchoring."""

    kind: ClassVar = Kind("phases", "fasen", "fase", "fasen", "Fasen", body="about")

    order: int = Field(ge=1, description="het nummer op de route")
    question: Line = Field(description="de vraag van deze fase in één zin")
    symbol: Chosen[Symbol] = Field(description="het teken van de fase, ook zwart-wit te herkennen")
    colour: Annotated[str, Field(pattern="^#[0-9a-f]{6}$")] = Field(description="de kleur, als #1a2b3c")
    about: Text = Field(description="waar het in deze fase om gaat")
    first_step: Text = Field(description="wat je morgen al kunt doen")
    guiding_questions: Some[GuidingQuestion] = Field(description="de leidvragen, elk met wat daarbij helpt")
    steps: Some[Text] = Field(description="de stappen, in volgorde")
    pitfalls: Some[Text] = Field(description="waar het vaak misgaat")
    ready_when: Some[Text] = Field(description="waaraan je merkt dat je verder kunt")
    not_yet: Many[NotYet] = Field((), description="condities die in deze fase nog kunnen wachten")
