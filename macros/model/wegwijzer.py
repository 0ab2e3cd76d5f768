"""The wegwijzer: a tree of short questions that ends in a phase, a condition and three next steps."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, model_validator

from macros.model.fields import SLUG, AnyId, ConditionId, Line, Many, Part, PhaseId, RefersTo, Shape, Slug, Some, Text, Title, mistake
from macros.model.item import Entry, Kind

STEPS = 3  # in every outcome
_LEADS_TO = ("tips", "methods", "worksheets", "signals", "examples", "routes")  # the folders of what somebody can do or read


def _half_sentence(text: str) -> str:
    if text.endswith(".") or text.startswith(("Omdat ", "omdat ", "dat ", "Dat ")):
        raise mistake(
            "Dit maakt de zin 'omdat je zei dat …' niet af.", "Schrijf het vervolg van die zin, zonder punt, zoals: je nog alleen bent"
        )
    return text


def _something_to_do(key: str) -> str:
    folder = key.partition("/")[0]
    if folder not in _LEADS_TO:
        raise mistake(f"Een stap kan niet naar '{folder}' leiden.", f"Kies uit: {', '.join(_LEADS_TO)}.")
    return key


_HALF_SENTENCE = Shape(r"^(?!\s*(?:[Oo]mdat|[Dd]at) )[^\n]*[^.\n]$", "Schrijf het vervolg van 'omdat je zei dat …', zonder punt.")
_SOMETHING_TO_DO = Shape(rf"^(?:{'|'.join(_LEADS_TO)})/{SLUG.pattern}$", f"Schrijf map/id, met een map uit: {', '.join(_LEADS_TO)}.")


class NextStep(Part):
    """One of the three steps of an outcome, with the answer that is the reason for it."""

    text: Line = Field(description="wat je doet, in één zin")
    leads_to: Annotated[AnyId, AfterValidator(_something_to_do), _SOMETHING_TO_DO] = Field(
        description="het onderdeel dat daarbij helpt, als map/id"
    )
    because_of: Slug = Field(description="de vraag waarvan het antwoord de reden is: deze vraag, of een eerdere op dezelfde weg")


class Answer(Part):
    """An answer that somebody may choose. It leads to the next question, or it is the end and has the steps."""

    id: Slug = Field(description="een vast kenmerk; het staat in het adres van de uitkomst")
    text: Line = Field(description="het antwoord, zoals iemand het kiest")
    because: Annotated[Line, AfterValidator(_half_sentence), _HALF_SENTENCE] = Field(description="maakt de zin af: omdat je zei dat …")
    phase: PhaseId | None = Field(None, description="de fase die bij dit antwoord hoort; op elke weg precies één keer")
    condition: ConditionId | None = Field(None, description="de conditie om naar te kijken; op elke weg precies één keer")
    next: Annotated[Slug, RefersTo("wegwijzer")] | None = Field(None, description="de volgende vraag; laat weg als dit het einde is")
    steps: Many[NextStep] = Field((), description="bij een einde: precies drie verschillende stappen, in volgorde")

    @model_validator(mode="after")
    def _leads_on_or_ends(self) -> Answer:
        if not self.next and not self.steps:
            raise mistake(f"Het antwoord '{self.id}' leidt nergens heen.", "Zet er next bij (een vraag) of steps (drie stappen).")
        if self.next and self.steps:
            raise mistake(f"Het antwoord '{self.id}' heeft next en ook steps.", "Kies één van de twee: een volgende vraag, of het einde.")
        if self.steps and len(self.steps) != STEPS:
            raise mistake(f"Bij '{self.id}' is het aantal stappen {len(self.steps)}.", "Het moeten er precies drie zijn.")
        items = [step.leads_to for step in self.steps]
        double = next((item for item in items if items.count(item) > 1), None)
        if double:
            raise mistake(f"'{double}' staat twee keer in de stappen van '{self.id}'.", "Kies drie verschillende onderdelen.")
        return self


class Question(Entry):
    """A question of the wegwijzer. The first one in the file is where everybody begins."""

    kind: ClassVar = Kind("wegwijzer", "wegwijzer", "vraag", "vragen", "Wegwijzer", suffix=".yml", in_one_file=True, has_pages=False)

    title: Title = Field(description="de vraag, in gewone woorden; de eerste vraag in het bestand is het begin")
    help: Text | None = Field(None, description="een hulpzin onder de vraag")
    answers: Annotated[Some[Answer], Field(min_length=2, max_length=7)] = Field(description="de antwoorden, twee tot zeven")

    @model_validator(mode="after")
    def _answers_differ(self) -> Question:
        ids = [answer.id for answer in self.answers]
        double = next((one for one in ids if ids.count(one) > 1), None)
        if double:
            raise mistake(f"Het kenmerk '{double}' staat bij twee antwoorden van deze vraag.", "Geef elk antwoord een eigen kenmerk.")
        return self
