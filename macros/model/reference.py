"""The lists that stand in one file: terms, sources, search words."""

from __future__ import annotations

from typing import Annotated, ClassVar, TypeVar
from urllib.parse import urlsplit

from pydantic import Field, model_validator

from macros.model.fields import Date, Definition, Line, Many, Some, SourceId, Text, Title, WebAddress, mistake
from macros.model.item import Entry, Kind

English = Annotated[
    Many[Line],
    Field(description="de Engelse woorden die hierboven staan; een voorleesstem leest ze dan goed voor", examples=[["living lab"]]),
]
E = TypeVar("E", bound=Entry)


def _says_its_english(entry: E, wordings: tuple[str, ...]) -> E:
    """The entry, whose English words stand in one of its wordings. Raises a mistake for one that does not."""
    for phrase in entry.english:  # type: ignore[attr-defined]
        if not any(phrase.casefold() in wording.casefold() for wording in wordings):
            raise mistake(f"Bij 'english' staat '{phrase}', maar dat staat hier nergens.", "Schrijf het zoals het in de titel staat.")
    return entry


class Term(Entry):
    """A word that not everybody knows."""

    kind: ClassVar = Kind("glossary", "begrippen", "begrip", "begrippen", "Begrippen", suffix=".yml", in_one_file=True, has_pages=False)

    title: Title = Field(description="het woord", examples=["Leidvraag"])
    definition: Definition = Field(
        description="wat het betekent, in hoogstens 30 gewone woorden", examples=["Een vraag die je samen probeert te beantwoorden."]
    )
    also: Many[Line] = Field((), description="andere woorden voor hetzelfde", examples=[["hoofdvraag"]])
    forms: Many[Line] = Field(
        (), description="andere vormen van het woord, zoals het meervoud; de lezer ziet ze niet", examples=[["leidvragen"]]
    )
    example: Text | None = Field(None, description="een voorbeeld in een zin", examples=["Onze leidvraag was: wie missen we nog?"])
    source: SourceId | None = Field(None, description="id uit sources.yml", examples=["han-tips"])
    english: English = ()

    @model_validator(mode="after")
    def _english_is_here(self) -> Term:
        return _says_its_english(self, (self.title, *self.also, *self.forms))


class Source(Entry):
    """Where a fact or an idea comes from."""

    kind: ClassVar = Kind("sources", "bronnen", "bron", "bronnen", "Bronnen", suffix=".yml", in_one_file=True, has_pages=False)

    title: Annotated[str, Field(min_length=3, max_length=200)] = Field(
        description="de titel, precies zoals de maker die schrijft", examples=["Zo werk je samen in de wijk"]
    )
    makers: Some[Line] = Field(description="wie het maakten", examples=[["Naam van de organisatie"]])
    year: Annotated[int, Field(ge=1900, le=2100)] | None = Field(description="het jaar; null als het niet bekend is", examples=[2024])
    url: WebAddress | None = Field(description="het webadres; null als er geen is", examples=["https://www.voorbeeld.nl/artikel"])
    licence: Line = Field(description="de licentie, of unknown", examples=["CC BY 4.0", "unknown"])
    consulted: Date | None = Field(
        description="de dag waarop iemand de pagina zelf opende; null als we een kopie lazen", examples=["2026-11-21"]
    )

    english: English = ()

    @model_validator(mode="after")
    def _english_is_here(self) -> Source:
        return _says_its_english(self, (self.title,))

    @property
    def host(self) -> str:
        """The site where it stands: `www.han.nl`."""
        return urlsplit(self.url or "").netloc


class Synonym(Entry):
    """A word of the profession, and the words that people type for it."""

    kind: ClassVar = Kind("synonyms", "", "zoekwoord", "zoekwoorden", "Zoekwoorden", suffix=".yml", in_one_file=True, has_pages=False)

    term: Line = Field(description="het vakwoord, zoals het in de teksten staat", examples=["kartrekker"])
    words: Some[Line] = Field(description="wat mensen typen als ze dit zoeken", examples=[["trekker", "wie regelt het"]])
