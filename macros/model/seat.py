"""A seat at the table: a role that a phase needs, and how to invite who is missing."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, model_validator

from macros.model.choices import Role
from macros.model.fields import AnyId, Chosen, Line, Many, Part, PhaseId, Some, SourceId, Title, mistake
from macros.model.item import Entry, Kind

_HELPS = ("tips", "methods", "worksheets")  # the folders of what helps to invite somebody


def _something_that_helps(key: str) -> str:
    folder = key.partition("/")[0]
    if folder not in _HELPS:
        raise mistake(f"Uitnodigen kan niet met iets uit '{folder}'.", f"Kies uit: {', '.join(_HELPS)}.")
    return key


class Needed(Part):
    """A phase in which this seat should not be empty, and why."""

    phase: PhaseId = Field(description="de fase waarin deze plek telt")
    because: Line = Field(description="waarom, in één zin")
    sources: Many[SourceId] = Field((), description="id's uit sources.yml als een bron dit zegt; leeg is ons eigen voorstel")


class Way(Part):
    """One way to invite who sits here."""

    text: Line = Field(description="wat je doet, in één zin")
    leads_to: Annotated[AnyId, AfterValidator(_something_that_helps)] = Field(description="de tip, werkvorm of het werkblad, als map/id")
    phases: Many[PhaseId] = Field((), description="de fasen waarin deze manier past; leeg is alle fasen van deze plek")


class Seat(Entry):
    """A place at the table for a role, never for a name. They stand in the order of the file."""

    kind: ClassVar = Kind(
        "aan-tafel", "aan-tafel", "plek", "plekken", "Wie zit er niet aan tafel?", suffix=".yml", in_one_file=True, has_pages=False
    )

    title: Title = Field(description="wie hier zit, als rol en nooit als naam")
    role: Chosen[Role] = Field(description="de rol uit de vaste lijst")
    help: Line = Field(description="voorbeelden van wie dat kan zijn")
    needed: Some[Needed] = Field(description="de fasen waarin deze plek telt")
    ways: Some[Way] = Field(description="hoe je deze mensen uitnodigt")

    @property
    def order(self) -> int:
        """The place in the file."""
        return self.line

    def ways_in(self, phase: str) -> list[Way]:
        """The ways that fit in a phase."""
        return [way for way in self.ways if not way.phases or phase in way.phases]

    @model_validator(mode="after")
    def _says_it_once(self) -> Seat:
        for where, names in (("needed", [one.phase for one in self.needed]), ("ways", [way.leads_to for way in self.ways])):
            double = next((name for name in names if names.count(name) > 1), None)
            if double:
                raise mistake(f"'{double}' staat twee keer bij {where}.", "Haal er één weg.")
        return self
