"""A signal: what people notice when it gets stuck."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from macros.model.fields import Answers, ConditionId, Some
from macros.model.item import Item, Kind


class Signal(Item, Answers):
    """What people notice when it gets stuck, in their own words, and where to look."""

    kind: ClassVar = Kind("signals", "vastgelopen", "signaal", "signalen", "Vastgelopen?", suffix=".yml", has_pages=False)

    order: int = Field(ge=1, description="de plaats in de lijst")
    conditions: Some[ConditionId] = Field(description="de condities om naar te kijken")
