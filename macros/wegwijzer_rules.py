"""The rules for the wegwijzer: every way ends, and every outcome follows from what was said."""

from __future__ import annotations

from collections.abc import Iterator

from macros.library import Library
from macros.model.wegwijzer import Question
from macros.problems import Problem, did_you_mean
from macros.wegwijzer import MOST, Place, Wegwijzer


def wegwijzer_is_whole(library: Library) -> Iterator[Problem]:
    """The questions are one tree, at most six deep; every way names one phase and one condition; every reason was said on it."""
    if not library.toolbox["wegwijzer"]:
        return
    wegwijzer = Wegwijzer.of(library.toolbox)
    shape = list(_shape(library, wegwijzer.start))
    yield from shape
    if not shape:
        for place in wegwijzer.places:
            yield from _question(library, place) if place.question else _outcome(library, place)


def _shape(library: Library, start: Question) -> Iterator[Problem]:
    """Every question but the first has exactly one answer that leads to it, and can be reached."""
    questions: dict[str, Question] = dict(library.toolbox.kinds["wegwijzer"])  # type: ignore[arg-type]
    first: dict[str, str] = {}
    for question in sorted(questions.values(), key=lambda one: one.line):
        for index, answer in enumerate(question.answers):
            if answer.next == start.id:
                what, fix = "Dit leidt terug naar de eerste vraag.", "Kies een andere vraag, of maak hier een einde met steps."
                yield library.problem(question, ["answers", index, "next"], what, fix)
            elif answer.next in first:
                what = f"Naar de vraag '{answer.next}' leidt al een antwoord bij '{first[answer.next]}'."
                fix = "Maak er een tweede vraag van: wat iemand eerder zei, is daar anders."
                yield library.problem(question, ["answers", index, "next"], what, fix)
            elif answer.next:
                first[answer.next] = question.id
    reached, waiting = set[str](), [start.id]
    while waiting:
        here = waiting.pop()
        if here in questions and here not in reached:
            reached.add(here)
            waiting += [answer.next for answer in questions[here].answers if answer.next]
    for name in sorted(questions.keys() - reached):
        what = f"Niemand komt bij de vraag '{name}'."
        yield library.problem(questions[name], [], what, f"Zet bij een antwoord next: {name}, of haal de vraag weg.")


def _question(library: Library, place: Place) -> Iterator[Problem]:
    if len(place.given) == MOST:
        last = place.given[-1]
        loc = ["answers", last.question.answers.index(last.answer), "next"]
        yield library.problem(last.question, loc, f"Dit is op deze weg vraag {MOST + 1}.", f"Het mogen er hoogstens {MOST} zijn.")


def _outcome(library: Library, place: Place) -> Iterator[Problem]:
    last = place.given[-1]
    at = ["answers", last.question.answers.index(last.answer)]
    for name, dutch in (("phase", "fase"), ("condition", "conditie")):
        named = [one for one in place.given if getattr(one.answer, name)]
        if not named:
            fix = f"Zet {name} bij dit antwoord, of bij een antwoord dat hierheen leidt."
            yield library.problem(last.question, [*at, "id"], f"Op de weg naar dit einde staat geen {dutch}.", fix)
        elif len(named) > 1:
            second = named[1]
            loc = ["answers", second.question.answers.index(second.answer), name]
            what = f"Op deze weg staat al een {dutch}, bij de vraag '{named[0].question.id}'."
            yield library.problem(second.question, loc, what, "Haal er één weg.")
    way = [one.question.id for one in place.given]
    for index, step in enumerate(last.answer.steps):
        if step.because_of not in way:
            what = f"'{step.because_of}' is geen vraag op de weg naar dit einde."
            fix = did_you_mean(step.because_of, way, f"Kies uit: {', '.join(way)}.")
            yield library.problem(last.question, [*at, "steps", index, "because_of"], what, fix)
