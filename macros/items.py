"""The kinds of content, and what each field means. The descriptions are Dutch: editors read them."""

from __future__ import annotations

from typing import Annotated, ClassVar, NamedTuple

from pydantic import Field, model_validator
from pydantic.json_schema import SkipJsonSchema

from macros.choices import Origin, Relation, Role, SessionRole, Symbol
from macros.fields import (
    AnyId,
    Answers,
    Chosen,
    ConditionId,
    Date,
    Definition,
    Line,
    Many,
    Part,
    PhaseId,
    Range,
    SiteAddress,
    Some,
    SourceId,
    Summary,
    Text,
    Title,
    WebAddress,
    WorksheetId,
    mistake,
)


class Kind(NamedTuple):
    """What a kind of content is called, and where its files and pages stand."""

    folder: str  # in toolbox_data/; for a list in one file: its name without .yml
    address: str  # of the section page on the site
    one: str  # Dutch, as in "deze tip"
    many: str
    title: str  # of the section
    suffix: str = ".md"
    body: str = ""  # the field that holds the prose of a Markdown file
    in_one_file: bool = False
    has_pages: bool = True  # False: the entries stand together on the section page


class Entry(Part):
    """Anything with an id. The loader adds where it was read; an editor never writes these three fields."""

    kind: ClassVar[Kind]
    id: SkipJsonSchema[str]
    path: SkipJsonSchema[str]
    line: SkipJsonSchema[int] = 1

    @property
    def key(self) -> str:
        """The name by which any other item may refer to this one: `tips/begin-klein`."""
        return f"{self.kind.folder}/{self.id}"

    @property
    def page(self) -> str:
        """The Markdown page it stands on, from the root of the site's pages."""
        return f"{self.kind.address}/{self.id}.md" if self.kind.has_pages else f"{self.kind.address}/index.md"

    @property
    def anchor(self) -> str:
        """The place on that page; empty for an item with a page of its own."""
        return "" if self.kind.has_pages else f"#{self.id}"


class RelatedItem(Part):
    """Another item, and how it relates to this one."""

    id: AnyId = Field(description="het andere item als map/id, bijvoorbeeld methods/dialoogtafel")
    how: Chosen[Relation] = Field(description="wat het andere item is: before, after, instead of with")


class Item(Entry):
    """What every kind with a file of its own has."""

    title: Title = Field(description="de naam, zoals die op kaartjes en in de zoekresultaten staat")
    summary: Summary = Field(description="één of twee gewone zinnen, hoogstens 40 woorden, voor kaartjes en zoekresultaten")
    sources: Many[SourceId] = Field(description="id's uit sources.yml waar dit op steunt; [] als alles van onszelf is")
    origin: Chosen[Origin] = Field(description="source (volgt de bron), adapted (bewerkt) of own (eigen voorstel)")
    reviewed: Date = Field(description="de dag waarop iemand dit voor het laatst nakeek, als 2026-11-21")
    roles: Many[Chosen[Role]] = Field((), description="voor wie dit vooral is; leeg is voor iedereen")
    search_words: Annotated[Many[Line], Field(max_length=5)] = Field((), description="hoogstens vijf woorden die mensen zouden typen")
    related: Many[RelatedItem] = Field((), description="items die hierbij horen")
    old_addresses: Many[SiteAddress] = Field((), description="vroegere adressen op de site, bijvoorbeeld tips/oude-naam")
    plain: Text | None = Field(None, description="een versie in eenvoudige taal van een moeilijk stuk")

    @model_validator(mode="after")
    def _has_source(self) -> Item:
        if self.origin != Origin.OWN and not self.sources:
            raise mistake("Hier staat geen bron bij.", "Noem een bron uit sources.yml, of zet origin op own.")
        return self


class Placed(Item):
    """An item that belongs to phases, and perhaps to conditions."""

    phases: Some[PhaseId] = Field(description="de fasen waarin dit helpt")
    conditions: Many[ConditionId] = Field((), description="de condities waaraan dit werkt")


class GuidingQuestion(Answers):
    """A question that a phase answers."""

    question: Line = Field(description="de vraag, zoals je die in de groep stelt")


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


class Statement(Part):
    """A statement of the scan that each person scores alone."""

    id: Annotated[str, Field(pattern="^[a-z]+[0-9]$")] = Field(description="een vast kenmerk, bijvoorbeeld ambitie1")
    text: Line = Field(description="de stelling, in de ik- of wij-vorm")


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


class Tip(Placed):
    """One thing to do, why, and how to do it tomorrow."""

    kind: ClassVar = Kind("tips", "tips", "tip", "tips", "Tips", body="how")

    why: Text = Field(description="waarom dit helpt")
    how: Text = Field(description="zo doe je het, concreet genoeg voor morgen")


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


class Example(Placed):
    """What a group somewhere did, what worked and what did not."""

    kind: ClassVar = Kind("examples", "praktijkvoorbeelden", "praktijkvoorbeeld", "praktijkvoorbeelden", "Praktijkvoorbeelden", body="approach")

    place: Line = Field(description="waar het was")
    period: Line = Field(description="wanneer het was; zet bij elk cijfer het jaar")
    occasion: Text = Field(description="waarom ze begonnen")
    partners: Some[Line] = Field(description="wie er meededen")
    approach: Text = Field(description="wat ze deden")
    used: Some[AnyId] = Field(description="tips, werkvormen en werkbladen die hierbij passen, als map/id")
    used_note: Line | None = Field(None, description="wat ze zelf gebruikten en wat wij erbij leggen")
    worked: Some[Text] = Field(description="wat hielp")
    did_not_work: Some[Text] = Field(description="wat lastig was of niet lukte")
    learned: Some[Text] = Field(description="wat je ervan kunt leren")


class Signal(Item, Answers):
    """What people notice when it gets stuck, in their own words, and where to look."""

    kind: ClassVar = Kind("signals", "vastgelopen", "signaal", "signalen", "Vastgelopen?", suffix=".yml", has_pages=False)

    order: int = Field(ge=1, description="de plaats in de lijst")
    conditions: Some[ConditionId] = Field(description="de condities om naar te kijken")


class Term(Entry):
    """A word that not everybody knows."""

    kind: ClassVar = Kind("glossary", "begrippen", "begrip", "begrippen", "Begrippen", suffix=".yml", in_one_file=True, has_pages=False)

    title: Title = Field(description="het woord")
    definition: Definition = Field(description="wat het betekent, in hoogstens 30 gewone woorden")
    also: Many[Line] = Field((), description="andere woorden voor hetzelfde")
    example: Text | None = Field(None, description="een voorbeeld in een zin")
    source: SourceId | None = Field(None, description="id uit sources.yml")


class Source(Entry):
    """Where a fact or an idea comes from."""

    kind: ClassVar = Kind("sources", "bronnen", "bron", "bronnen", "Bronnen", suffix=".yml", in_one_file=True, has_pages=False)

    title: Annotated[str, Field(min_length=3, max_length=200)] = Field(description="de titel, precies zoals de maker die schrijft")
    makers: Some[Line] = Field(description="wie het maakten")
    year: Annotated[int, Field(ge=1900, le=2100)] | None = Field(description="het jaar; null als het niet bekend is")
    url: WebAddress | None = Field(description="het webadres; null als er geen is")
    licence: Line = Field(description="de licentie, of unknown")
    consulted: Date | None = Field(description="de dag waarop iemand de pagina zelf opende; null als we een kopie lazen")


class Synonym(Entry):
    """A word of the profession, and the words that people type for it."""

    kind: ClassVar = Kind("synonyms", "", "zoekwoord", "zoekwoorden", "Zoekwoorden", suffix=".yml", in_one_file=True, has_pages=False)

    term: Line = Field(description="het vakwoord, zoals het in de teksten staat")
    words: Some[Line] = Field(description="wat mensen typen als ze dit zoeken")


