"""The scan that a group does on its page: what the page shows of it, and what its scripts must know."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros.model import Condition, Method, Tip, Worksheet
from macros.model.condition import Statement
from macros.model.worksheet import Scale
from macros.model.worksheet_fields import ScaleField
from macros.scan_rules import MOST_PEOPLE, scan_sheets
from macros.sheets.questions import UNKNOWN
from macros.toolbox import Toolbox

# In the order of loading: each file leans only on those before it. The first are shared with the worksheets.
SHARED_SCRIPTS = ("format", "storage", "messages", "downloads", "opening")
FOLDER, SCRIPT = "assets/scan", "assets/scan.js"  # the sources, and the one file that is made of them
SCRIPTS = ("answers", "group", "spread", "letters", "code", "paste", "picture", "entry", "result", "talk", "keeping", "qr-encoder", "paper")
SCRIPTS += ("compare", "receive", "own", "page")
AGREEMENTS = 3
AGREEMENT_COLUMNS = ("wie", "wat", "wanneer")


@dataclass(frozen=True)
class Step:
    """Something to do for a condition. `fewest` and `most` are the people it is for; 0 and 0 when that says nothing."""

    item: Method | Tip | Worksheet
    fewest: int = 0
    most: int = 0


@dataclass(frozen=True)
class Scan:
    """The worksheet of the scan with its conditions, in the order of the sheet."""

    sheet: Worksheet
    conditions: tuple[Condition, ...]
    toolbox: Toolbox

    @classmethod
    def of(cls, toolbox: Toolbox) -> Scan:
        """That of the content. Raises ValueError, in Dutch, when there is none."""
        sheet = next(scan_sheets(toolbox), None)
        if sheet is None:
            raise ValueError("Er is geen scan. Zet in een bestand in worksheets: sort: scan, met een schaal en velden van het type scale.")
        fields = [field for part in sheet.parts for field in part.fields if isinstance(field, ScaleField)]
        return cls(sheet, tuple(toolbox.get(f"conditions/{field.condition}") for field in fields), toolbox)

    @property
    def scale(self) -> Scale:
        """The numbers to choose from."""
        assert self.sheet.scale is not None  # the rules hold it
        return self.sheet.scale

    @property
    def id(self) -> str:
        """The id under which a browser keeps the answers of a group; that of the worksheet is for one person."""
        return f"groep-{self.sheet.id}"

    @property
    def statements(self) -> list[tuple[int, Statement]]:
        """(place of its condition, statement), in the order of the sheet."""
        return [(place, statement) for place, condition in enumerate(self.conditions) for statement in condition.statements]

    @cached_property
    def mark(self) -> int:
        """A number of 15 bits that tells this scan from another: a code of the one can't be read as a code of the other.

        It hangs on what an answer means (which statements, which scale) and not on wording, so that a corrected comma
        leaves every printed code readable. CRC-32 (zlib), cut off.
        """
        meaning = [self.sheet.id, str(self.scale.min), str(self.scale.max), *(one.id for _, one in self.statements)]
        return zlib.crc32("|".join(meaning).encode()) & 0x7FFF

    @property
    def data(self) -> str:
        """What the scripts of the page know, as JSON."""
        general = {condition.id: condition.questions[0] for condition in self.conditions}
        known = {
            "mark": self.mark,
            "min": self.scale.min,
            "max": self.scale.max,
            "mostPeople": MOST_PEOPLE,
            "agreements": AGREEMENTS,
            "conditions": [condition.title for condition in self.conditions],
            "statements": [
                {"id": one.id, "text": one.text, "condition": place, "question": one.question or general[self.conditions[place].id]}
                for place, one in self.statements
            ],
        }
        return _json(known)

    @property
    def shape(self) -> str:
        """What a kept scan may hold, as the scripts of the forms want it: a row for each person, and one for each agreement."""
        answers = [str(point) for point in self.scale.points] + [UNKNOWN]
        people = {statement.id: {"one": answers} for _, statement in self.statements} | {"merk": "text"}
        tables = {
            "antwoorden": {"rows": 1, "columns": people},
            "afspraken": {"rows": AGREEMENTS, "columns": dict.fromkeys(AGREEMENT_COLUMNS, "text")},
        }
        title = f"{self.sheet.title}, met de groep"
        return _json({"id": self.id, "title": title, "version": self.sheet.version, "fields": {"dag": "date"}, "tables": tables})

    def steps(self, condition: Condition) -> list[Step]:
        """What helps a condition, the scan itself left out: methods with the people they are for, tips, worksheets."""
        helps = condition.helps
        methods = [Step(one, one.people.min, one.people.max) for one in self.toolbox.pick("methods", helps.methods)]
        others = [*self.toolbox.pick("tips", helps.tips), *self.toolbox.pick("worksheets", helps.worksheets)]
        return [
            step for step in (*methods, *map(Step, others)) if self.sheet.id not in (step.item.id, *getattr(step.item, "worksheets", ()))
        ]


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
