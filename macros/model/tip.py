"""A tip: one thing to do."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from macros.model.fields import Text
from macros.model.item import Kind, Placed


class Tip(Placed):
    """One thing to do, why, and how to do it tomorrow."""

    kind: ClassVar = Kind("tips", "tips", "tip", "tips", "Tips", body="how")

    why: Text = Field(description="waarom dit helpt")
    how: Text = Field(title="Zo doe je het", description="zo doe je het, concreet genoeg voor morgen")
