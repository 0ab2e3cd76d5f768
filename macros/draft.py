"""A contribution → a draft of a practice example: valid, and with a note at everything that an editor should look at."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import yaml

from macros.contribution import Contribution
from macros.model.fields import slug
from macros.problems import ContentError, Problem, did_you_mean
from macros.toolbox import Toolbox

_NOT = re.compile(r"\b(?:niet|niets|nooit|geen|lastig|moeilijk|jammer|helaas|mislukt\w*|tegen)\b", re.I)
_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-ZÀ-Ý0-9'‘\"])|\n+")
_NOTES = {
    "title": "Kies een eigen naam voor dit voorbeeld. Verander dan ook de naam van dit bestand.",
    "summary": "Vat samen wat er gebeurde, in een of twee zinnen.",
    "place": "Alleen waar het was.",
    "period": "Alleen wanneer het was; zet bij elk cijfer het jaar.",
    "occasion": "Waarom ze begonnen.",
    "partners": "Wie er meededen, elk op een eigen regel. Geen namen van mensen.",
    "worked": "Wat hielp.",
    "did_not_work": "Wat lastig was of niet lukte.",
    "phases": "Deze horen bij wat ze gebruikten. Klopt dat ook hier?",
}


class _Indented(yaml.SafeDumper):
    """Lists stand two spaces to the right, as in all content."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Called by the writer at each level."""
        super().increase_indent(flow, False)


def draft(given: Contribution, toolbox: Toolbox, day: dt.date, path: str) -> tuple[str, str]:
    """(path from the root, text) of a new example. `day` stands in it as the day of review; `path` is how problems name the contribution.

    Raises ContentError when the item that was used does not exist.
    """
    folder, _, entry_id = given.key.partition("/")
    known = toolbox.kinds[folder]
    if entry_id not in known:
        fix = did_you_mean(entry_id, known, f"Kijk in toolbox_data/{folder} welke er zijn.")
        raise ContentError([Problem(path, given.lines["over"], 1, f"'{given.key}' bestaat niet.", fix)])
    used = known[entry_id]
    title = _free(f"{used.title[:40].strip()} in de praktijk", toolbox)  # type: ignore[attr-defined]
    where, story = _sentences(given.answers["waar"]), _sentences(given.answers["wat"])
    years = sorted(set(re.findall(r"\b(?:19|20)\d\d\b", given.answers["waar"])))
    helped = _sentences(given.answers["hielp"])
    fields = {
        "title": title,
        "summary": _short(" ".join(story)),
        "phases": list(used.phases),  # type: ignore[attr-defined]
        "conditions": list(used.conditions),  # type: ignore[attr-defined]
        "sources": [],
        "origin": "own",
        "reviewed": day,
        "place": _line(where[0]),
        "period": f"In {' en '.join(years)}" if years else "Het jaar is niet bekend",
        "occasion": story[0],
        "partners": [_line(one) for one in where],
        "used": [given.key],
        "worked": [one for one in helped if not _NOT.search(one)] or helped,
        "did_not_work": [one for one in helped if _NOT.search(one)] or helped,
        "learned": _sentences(given.answers["advies"]),
    }
    return f"toolbox_data/examples/{slug(title)}.md", "".join(_file(fields, given.answers["wat"]))


def _file(fields: dict[str, object], body: str) -> Iterator[str]:
    yield "---\n# Een concept uit 'Wij gebruikten dit'. Kijk alles na, en haal daarna de regels met # weg.\n"
    for name, value in fields.items():
        if name in _NOTES:
            yield f"# {_NOTES[name]}\n"
        yield yaml.dump({name: value}, Dumper=_Indented, allow_unicode=True, width=10_000)
    yield f"---\n{body}\n"


def _sentences(text: str) -> list[str]:
    """The sentences and the items of a list, each on one line."""
    found = (re.sub(r"^(?:[-*•–]|\d+[.)])\s+", "", one.strip()) for one in _SENTENCE.split(text))
    return [re.sub(r"\s+", " ", one) for one in found if one]


def _line(text: str) -> str:
    return text if len(text) <= 200 else text[:199].rsplit(" ", 1)[0] + "…"


def _short(text: str) -> str:
    words = text.split()
    short = text if len(words) <= 40 else " ".join(words[:39]) + " …"
    return short if len(short) >= 10 else f"Een voorbeeld: {short}"


def _free(title: str, toolbox: Toolbox) -> str:
    """The title, with a number when an example has it, or its address, already."""
    taken = {one.title.casefold() for one in toolbox["examples"]}
    names = (title, *(f"{title} {number}" for number in range(2, 1000)))
    return next(name for name in names if name.casefold() not in taken and slug(name) not in toolbox.kinds["examples"])
