"""The rules for what a text claims: figures with their year, names that belong to somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.library import Library
from macros.problems import Problem

# A number with what it counts. Times and sizes of a meeting are no figures; they don't go out of date.
_FIGURE = re.compile(
    r"\b\d[\d.,]*\s*(?:%|procent|miljoen|euro|leden|vrijwilligers|inwoners|bewoners|gemeenten|organisaties|netwerken|coalities|"
    r"praktijken|huisartsenpraktijken|partijen|initiatieven|burgerinitiatieven|huizen|plekken|wijken|aanvragen|projecten|gesprekken)\b|€\s*\d"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|noemt? geen jaar")

# Names that may only be used together with their owner.
PROTECTED_NAMES = {
    "Alzheimer Café": "Alzheimer Nederland",
    "Alzheimer Trefpunt": "Alzheimer Nederland",
    "Alzheimer Theehuis": "Alzheimer Nederland",
}


def figures_have_a_year(library: Library) -> Iterator[Problem]:
    """In an example a figure stands with its year: in two years somebody will read it as today's."""
    for file in library.files.values():
        if "/examples/" in file.path:
            for text, line in file.paragraphs():
                figure = _FIGURE.search(text)
                if figure and not _YEAR.search(text):
                    row, column = file.find(figure[0], line)
                    fix = "Schrijf het jaar in dezelfde alinea, of: de bron noemt geen jaar."
                    yield file.problem(row, column, f"Bij '{figure[0]}' staat geen jaar.", fix)


def protected_names_have_their_owner(library: Library) -> Iterator[Problem]:
    """A protected name stands only in a text that says whose it is."""
    for file in library.files.values():
        if file.path.endswith(("sources.yml", "synonyms.yml")):
            continue
        text = "\n".join(file.lines)
        for name, owner in PROTECTED_NAMES.items():
            if name.lower() in text.lower() and owner not in text:
                row, column = file.find(name, 1)
                yield file.problem(
                    row, column, f"'{name}' is een beschermde naam van {owner}.", f"Noem {owner} erbij, of schrijf het anders."
                )
