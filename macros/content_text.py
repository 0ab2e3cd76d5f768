"""The text of a content file, before its meaning: encoding, invisible signs, front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

Mistake = tuple[int, int, str, str]  # line, column, what, fix

# Control signs (a tab is reported on its own), soft hyphens, zero-width and direction marks, line separators, private use.
INVISIBLE = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\xad\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ue000-\\uf8ff\\ufeff\\ufff0-\\uffff]"
)


LARGEST = 500_000  # bytes; the largest list we have is a tenth of it
_TWO_VERSIONS = ("<<<<<<< ", ">>>>>>> ")  # what git writes where two people changed the same lines


@dataclass
class Text:
    """The lines of a file, and what is wrong with them. `usable` is False when it makes no sense to go on."""

    lines: list[str] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    usable: bool = True

    def stop(self, line: int, column: int, what: str, fix: str) -> Text:
        """Note a mistake after which nothing else can be said of the file."""
        self.mistakes.append((line, column, what, fix))
        self.usable = False
        return self


def decode(raw: bytes) -> Text:
    """The text of the bytes of a file, which must be UTF-8 and hold only what can be seen."""
    text = Text()
    if len(raw) > LARGEST:
        fix = "Kijk of hier per ongeluk een heel ander bestand staat, of verdeel de tekst over meer bestanden."
        return text.stop(1, 1, f"Dit bestand is te groot: {len(raw) // 1000} kB.", fix)
    if raw.startswith(b"\xef\xbb\xbf"):
        text.mistakes.append((1, 1, "Het bestand begint met een onzichtbaar teken (een BOM).", "Bewaar het als UTF-8 zonder BOM."))
        raw = raw[3:]
    raw = raw.replace(b"\r\n", b"\n")
    text.lines = raw.decode("utf-8", "replace").split("\n")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        what = "Dit bestand is niet opgeslagen als UTF-8; letters als é en ë gaan dan stuk."
        return text.stop(before.count("\n") + 1, len(before) - before.rfind("\n"), what, "Kies bij het opslaan de codering UTF-8.")
    for row, line in enumerate(text.lines, 1):
        if line.startswith(_TWO_VERSIONS):
            what = "Hier staan twee versies door elkaar: iemand anders veranderde dezelfde regels."
            return text.stop(row, 1, what, "Kies wat moet blijven, en haal de regels met <<<<<<<, ======= en >>>>>>> weg.")
        invisible = INVISIBLE.search(line)
        if invisible:
            what = f"Hier staat een onzichtbaar teken (U+{ord(invisible[0]):04X})."
            return text.stop(row, invisible.start() + 1, what, "Haal het weg; het komt vaak mee bij plakken uit Word of een pdf.")
    if not any(line.strip() for line in text.lines):
        return text.stop(1, 1, "Het bestand is leeg.", "Kopieer de inhoud van het bestand _template uit deze map, of haal het bestand weg.")
    return text


def split_front_matter(text: Text) -> tuple[list[str], int]:
    """The YAML lines between the first two lines of dashes, at their own line numbers, and the row of the first line of prose.

    Rows count from 0. When a line of dashes is missing, the text is no longer usable.
    """
    if text.lines[0].rstrip() != "---":
        text.stop(1, 1, "Het bestand begint niet met een regel met drie streepjes.", "Zet --- boven de velden, en nog eens eronder.")
        return [], 0
    end = next((row for row, line in enumerate(text.lines[1:], 1) if line.rstrip() == "---"), 0)
    if not end:
        text.stop(1, 1, "Onder de velden ontbreekt de tweede regel met drie streepjes.", "Zet --- tussen de velden en de tekst.")
        return [], 0
    return ["", *text.lines[1:end]], end + 1
