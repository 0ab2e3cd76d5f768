"""What every piece of content has. The descriptions are Dutch: editors read them."""

from __future__ import annotations

from typing import Annotated, ClassVar, NamedTuple

from pydantic import Field, model_validator
from pydantic.json_schema import SkipJsonSchema

from macros.model.choices import Origin, Relation, Role
from macros.model.fields import (
    AnyId,
    Chosen,
    ConditionId,
    Date,
    Line,
    Many,
    Part,
    PhaseId,
    SiteAddress,
    Some,
    SourceId,
    Summary,
    Text,
    Title,
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

    id: AnyId = Field(title="Het andere onderdeel", description="het andere item als map/id, bijvoorbeeld methods/dialoogtafel")
    how: Chosen[Relation] = Field(description="wat het andere item is: before, after, instead of with")


class Item(Entry):
    """What every kind with a file of its own has."""

    title: Title = Field(description="de naam, zoals die op kaartjes en in de zoekresultaten staat")
    summary: Summary = Field(description="één of twee gewone zinnen, hoogstens 40 woorden, voor kaartjes en zoekresultaten")
    sources: Many[SourceId] = Field(description="id's uit sources.yml waar dit op steunt; [] als alles van onszelf is")
    origin: Chosen[Origin] = Field(description="source (volgt de bron), adapted (bewerkt) of own (eigen voorstel)")
    reviewed: Date = Field(description="de dag waarop iemand dit voor het laatst nakeek, als 2026-11-21")
    roles: Many[Chosen[Role]] = Field((), description="voor wie dit vooral is; leeg is voor iedereen")
    search_words: Annotated[Many[Line], Field(max_length=15)] = Field(
        (), description="hoogstens vijftien woorden of korte vragen die mensen zouden typen"
    )
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
