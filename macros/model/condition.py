"""A condition for working together, with the statements of the scan."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.fields import Answers, Line, Part, Some, Text
from macros.model.item import Item, Kind


class Statement(Part):
    """A statement of the scan that each person scores alone."""

    id: Annotated[str, Field(pattern="^[a-z]+[0-9]$")] = Field(description="een vast kenmerk, bijvoorbeeld ambitie1")
    text: Line = Field(description="de stelling, in de ik- of wij-vorm")
    question: Line | None = Field(None, description="de vraag om over te praten als de antwoorden ver uit elkaar liggen")


class Condition(Item):
    """One of the five conditions for working together, after Common Eye."""

    kind: ClassVar = Kind("conditions", "condities", "conditie", "condities", "Condities", body="meaning")

    order: int = Field(ge=1, description="het nummer in de rij")
    full_name: Line = Field(description="de volledige naam, bijvoorbeeld gedeelde ambitie")
    meaning: Text = Field(description="wat deze conditie betekent")
    questions: Some[Text] = Field(description="vragen om samen te bespreken")
    goes_well_when: Some[Text] = Field(description="waaraan je merkt dat het goed gaat")
    warning_signs: Some[Text] = Field(description="waaraan je merkt dat het wringt")
    statements: Some[Statement] = Field(description="de stellingen in de scan")
    helps: Answers = Field(description="wat helpt om deze conditie sterker te maken")
