"""'Wij gebruikten dit': the questions of the form, and the text that it makes, read back.

That text is the same in a saved file, a mail and an issue: each question as a heading, its answer below it. So whatever reaches the editors
can be read by people, and by `python -m macros import`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from macros import prose
from macros.content_text import INVISIBLE, decode
from macros.model.fields import SLUG
from macros.problems import ContentError, Problem

TITLE = "Wij gebruikten dit"
CONSENT = "Akkoord"
_CONSENTS = "Ja, deze tekst mag op de site"
YES = f"{_CONSENTS}, met de licentie CC BY 4.0. Er staan geen namen of gegevens van mensen in."
LONGEST = 100_000  # bytes of a file that somebody filled in by hand
FOLDERS = ("methods", "worksheets", "tips")  # of what somebody may have used


@dataclass(frozen=True)
class Asked:
    """A question of the form."""

    id: str
    text: str
    help: str
    lines: int = 0  # of the box to type in; 0: an item to choose
    always: bool = True  # False: an improvement needs no answer


QUESTIONS = (
    Asked("over", "Wat gebruikten jullie, of wat wil je verbeteren?", "Kies de werkvorm, het werkblad of de tip."),
    Asked(
        "waar",
        "Waar en wanneer was het, en wie deden er mee?",
        "Schrijf geen namen van mensen. Wel: drie bewoners en een wijkverpleegkundige, in een dorp, in 2026.",
        3,
        False,
    ),
    Asked("wat", "Wat deden jullie?", "Vertel het in gewone woorden, van begin tot eind.", 6, False),
    Asked("hielp", "Wat hielp, en wat lukte niet?", "Wat niet lukte, is net zo leerzaam.", 6, False),
    Asked("advies", "Wat raad je een ander aan? Of wat moet er anders op deze site?", "Eén of twee zinnen zijn genoeg.", 4),
)


def heading(number: int) -> str:
    """A question as it stands in the text, counted from 1."""
    return f"{number}. {QUESTIONS[number - 1].text}"


@dataclass
class Contribution:
    """What somebody filled in: the answers by the id of the question, and the line (from 1) on which each begins."""

    answers: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    @property
    def is_example(self) -> bool:
        """Whether it tells of a practice example; else it asks for an improvement."""
        return all(self.answers[one.id] for one in QUESTIONS)

    @property
    def key(self) -> str:
        """The item that it is about, as `methods/dialoogtafel`; empty when it names none."""
        found = re.search(rf"(?<![\w/])(?:{'|'.join(FOLDERS)})/{SLUG.pattern}", self.answers["over"])
        return found[0] if found else ""


def read_contribution(raw: bytes, path: str) -> Contribution:
    """The answers in a file, a mail or an issue. Raises ContentError with all that is wrong with it, at its lines."""
    if len(raw) > LONGEST:
        raise ContentError([Problem(path, 1, 1, "Dit bestand is te groot.", "Kies het bestand dat iemand met het formulier maakte.")])
    text = decode(raw.removeprefix(b"\xef\xbb\xbf"))
    if not text.usable and "UTF-8" in text.mistakes[0][2]:
        raise ContentError(Problem(path, *mistake) for mistake in text.mistakes)
    # What programs for mail and text bring along: invisible signs, tabs, the mark of a quoted line.
    lines = [re.sub(r"^(?:> ?)+", "", INVISIBLE.sub("", line.replace("\t", " "))).rstrip() for line in text.lines]
    found, consent = _parts(lines)
    problems = list(_wrong(found, consent, path, lines))
    if problems:
        raise ContentError(problems)
    return found


def _plain(line: str) -> str:
    return re.sub(r"\s+", " ", line.strip(" #*_=")).casefold()


def _parts(lines: list[str]) -> tuple[Contribution, str]:
    """The answers, and what stands under the consent."""
    headings = {_plain(heading(number)): one.id for number, one in enumerate(QUESTIONS, 1)} | {_plain(CONSENT): CONSENT}
    found, now, texts = Contribution(), "", dict[str, list[str]]()
    for row, line in enumerate(lines, 1):
        name = headings.get(_plain(line), "")
        if name and name not in texts:
            now, texts[name], found.lines[name] = name, [], row
        elif CONSENT not in texts and _plain(line).startswith(_plain(_CONSENTS)):  # somebody copied the questions by hand
            texts[CONSENT], found.lines[CONSENT] = [line], row - 1
        elif now:
            texts[now].append(line)
    for name, answer in texts.items():
        text = "\n".join(answer).strip()
        # GitHub writes this for a field that was left empty.
        found.answers[name] = "" if text in ("_No response_", "–", "-") else text
        found.lines[name] += next((at for at, line in enumerate(answer, 1) if line.strip()), 0)
    return found, found.answers.pop(CONSENT, "")


def _wrong(found: Contribution, consent: str, path: str, lines: list[str]) -> Iterator[Problem]:
    missing = [number for number, one in enumerate(QUESTIONS, 1) if one.id not in found.answers]
    if missing:
        what = f"Deze vraag staat er niet in: {heading(missing[0])}"
        yield Problem(path, 1, 1, what, "Gebruik het bestand zoals het formulier het maakte, of zet de vraag er op een eigen regel bij.")
        return
    if not re.match(r"(?:- ?\[x\] ?)?ja\b", consent.lstrip("*_ "), re.I):
        line = found.lines.get(CONSENT, len(lines))
        yield Problem(path, line, 1, "Hier staat niet dat de maker akkoord is.", f"Vraag het na. Schrijf dan onder '{CONSENT}': {YES}")
    for one in QUESTIONS:
        if one.always and not found.answers[one.id]:
            yield Problem(path, found.lines[one.id], 1, f"Het antwoord op deze vraag ontbreekt: {one.text}", "Vraag het na, en vul het in.")
        for position, what, fix in prose.mistakes(found.answers[one.id]):
            line = found.lines[one.id] + found.answers[one.id].count("\n", 0, position)
            yield Problem(path, line, 1, what, fix, lines[line - 1])
    if found.answers["over"] and not found.key:
        fix = "Schrijf map/id, bijvoorbeeld methods/dialoogtafel."
        yield Problem(path, found.lines["over"], 1, "Hier staat niet welk onderdeel het is.", fix, lines[found.lines["over"] - 1])
