"""A practice example, what failed included."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from macros.model.fields import AnyId, Line, Some, Text
from macros.model.item import Kind, Placed


class Example(Placed):
    """What a group somewhere did, what worked and what did not."""

    kind: ClassVar = Kind(
        "examples", "praktijkvoorbeelden", "praktijkvoorbeeld", "praktijkvoorbeelden", "Praktijkvoorbeelden", body="approach"
    )

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
