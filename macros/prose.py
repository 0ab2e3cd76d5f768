"""What the text of an editor may hold: plain words, bold, italic, lists, links. Nothing that runs.

Refused, with a message: raw HTML, template signs, attribute lists, pictures, entities and every link that
does not lead to a web address, a mail address, a phone number or another item of the toolbox.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

ITEM_LINK = re.compile(r"\]\(([a-z]+/[a-z0-9-]+)\)")
_SAFE_TARGET = re.compile(r"\]\((?:https://[^\s()<>\"'\[\]]+|mailto:[\w.+-]+@[\w.-]+|tel:\+?[\d-]+|[a-z]+/[a-z0-9-]+)\)")

_REFUSED = [  # (pattern, what, fix)
    (
        re.compile(r"(\{[{%#])[^{}]*[%#]?\}?\}?"),
        "Hier staat {0}; zulke tekens sturen de site aan.",
        "Haal de accolades weg, of gebruik ronde haakjes.",
    ),
    (re.compile(r"(\{)[^{}]*\}?|\}"), "Accolades kunnen niet in een tekst.", "Gebruik ronde haakjes."),
    (
        re.compile(r"<(?=[A-Za-z/!?])"),
        "HTML en links tussen < > kunnen niet in een tekst.",
        "Schrijf een link als [tekst](https://voorbeeld.nl), en nadruk met **sterretjes**.",
    ),
    (re.compile(r"\[(?:F|A|K|\?)\]"), "'{0}' is een merk uit de feitenbank.", "Zoek uit of het klopt, en haal het merk weg."),
    (re.compile(r"!\["), "Een plaatje kan niet in een tekst.", "Haal het uitroepteken weg, of maak er een link van."),
    (re.compile(r"&(?:#\w+|[A-Za-z]\w*);"), "'{0}' is een code voor een teken.", "Typ het teken zelf."),
    (
        re.compile(r"^[ ]{0,3}\[[^\]]+\]:", re.M),
        "Een link onderaan de tekst kan niet.",
        "Zet het adres direct achter de tekst: [tekst](https://voorbeeld.nl).",
    ),
    (
        re.compile(r"^[ ]{0,3}#(?!#{1,2} |[0-9a-f]{6}$)", re.M),
        "Een regel die met # begint, wordt een grote kop.",
        "Begin een tussenkop met ## en een spatie.",
    ),
    (re.compile(r"^(?:```|~~~)", re.M), "Een blok met code kan niet in een tekst.", "Haal de tekens ``` weg."),
    (re.compile(r"\]\s*\[[^\]]"), "Deze link heeft geen adres.", "Schrijf [tekst](https://voorbeeld.nl)."),
]


def mistakes(text: str) -> Iterator[tuple[int, str, str]]:
    """(position, what, fix) of everything that may not stand in a text; one message for one place."""
    taken: set[int] = set()
    for pattern, what, fix in _REFUSED:
        for match in pattern.finditer(text):
            if not taken.intersection(range(match.start() - 1, match.end())):
                taken.update(range(match.start(), match.end() + 1))
                yield match.start(), what.format(match[pattern.groups]), fix
    for match in re.finditer(r"\]\(", text):
        if not _SAFE_TARGET.match(text, match.start()) and match.start() not in taken:
            yield (
                match.start(),
                "Deze link leidt niet naar een webadres of een ander onderdeel.",
                "Schrijf [tekst](https://voorbeeld.nl) of [tekst](methods/dialoogtafel).",
            )
