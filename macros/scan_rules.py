"""The rules for the scan of a group: what its page and its codes need from the worksheet."""

from __future__ import annotations

import math
from collections.abc import Iterator

from macros.library import Library
from macros.model import Condition, Worksheet
from macros.model.choices import Sort
from macros.model.worksheet_fields import ScaleField
from macros.problems import Problem
from macros.toolbox import Toolbox

MOST_PEOPLE = 30  # whose answers fit in a QR code that a phone reads from paper
# The answers of one person are a line of at most 28 letters of 5 bits (docs/assets/scan/code.js).
LONGEST_LINE = 28 * 5


def scan_sheets(toolbox: Toolbox) -> Iterator[Worksheet]:
    """The worksheets that are a scan of statements, in reading order. There is one at most, or a rule complains."""
    for sheet in toolbox["worksheets"]:
        if sheet.sort == Sort.SCAN and sheet.scale and any(isinstance(field, ScaleField) for part in sheet.parts for field in part.fields):
            yield sheet


def scan_fits_its_page(library: Library) -> Iterator[Problem]:
    """One scan; a key for each number of its scale and for not knowing; answers that fit in a code that people can type."""
    for number, sheet in enumerate(scan_sheets(library.toolbox)):
        if number:
            what = "Er is al een scan met stellingen. De pagina Scan kan er één laten zien."
            yield library.problem(sheet, ["sort"], what, "Kies bij dit werkblad een andere sort.")
            continue
        scale = sheet.scale
        assert scale is not None  # scan_sheets gives no other
        if scale.min < 1 or scale.max > 9:
            what = "Op de pagina Scan is elk cijfer één toets, en de 0 is voor wie het niet weet."
            yield library.problem(sheet, ["scale"], what, "Kies een schaal die niet lager begint dan 1 en niet hoger eindigt dan 9.")
        if not scale.unknown:
            what = "Bij een scan moet je mogen zeggen dat je het niet weet."
            yield library.problem(sheet, ["scale"], what, "Voeg unknown toe, bijvoorbeeld unknown: weet ik niet.")
        known: dict[str, Condition] = dict(library.toolbox.kinds["conditions"])  # type: ignore[arg-type]
        fields = [field for part in sheet.parts for field in part.fields if isinstance(field, ScaleField)]
        count = sum(len(known[field.condition].statements) for field in fields if field.condition in known)
        most = math.floor((LONGEST_LINE - 1) / math.log2(len(scale.points) + 2))
        if count > most:
            what = f"Deze scan heeft {count} stellingen. Voor de code op papier mogen het er {most} zijn."
            yield library.problem(sheet, ["parts"], what, "Haal stellingen weg, of maak de schaal korter.")
