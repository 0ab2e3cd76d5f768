"""A route: a short way through the toolbox for somebody with one role at the table."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from macros.model.choices import Role
from macros.model.fields import AnyId, Chosen, Line, Part, Some, Text
from macros.model.item import Item, Kind


class Stop(Part):
    """One stop on the route: something to do, and the item that helps with it."""

    text: Line = Field(description="wat je hier doet, in één zin")
    leads_to: AnyId = Field(description="het onderdeel dat daarbij helpt, als map/id")


class Route(Item):
    """What somebody can do from their own role, and where to begin."""

    kind: ClassVar = Kind("routes", "voor-wie", "route", "routes", "Voor wie?", body="about")

    order: int = Field(ge=1, description="het nummer in de rij")
    role: Chosen[Role] = Field(description="voor wie deze route is")
    about: Text = Field(description="wat je vanuit deze rol kunt doen")
    first_step: Text = Field(description="wat je morgen al kunt doen")
    stops: Some[Stop] = Field(description="de route, in volgorde: wat je doet en wat daarbij helpt")
    watch_out: Some[Text] = Field(description="waar je vanuit deze rol op let")
