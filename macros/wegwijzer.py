"""The ways through the wegwijzer: every question and every outcome, with the answers that lead there.

It is a tree: to each question leads one answer, so a place in it tells all that was said before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros.model.wegwijzer import Answer, NextStep, Question
from macros.toolbox import Toolbox

MOST = 6  # questions that somebody answers at most


@dataclass(frozen=True)
class Given:
    """An answer that somebody gave to a question."""

    question: Question
    answer: Answer


@dataclass(frozen=True)
class Place:
    """Where somebody can be: at a question, or past the last answer, with the steps. `given` are all answers before it."""

    given: tuple[Given, ...]
    question: Question | None = None

    @property
    def id(self) -> str:
        """Its name in the address: of a question its own, of an outcome that of the last question and answer."""
        last = self.given[-1] if self.given else None
        return self.question.id if self.question or not last else f"{last.question.id}--{last.answer.id}"  # type: ignore[union-attr]

    @property
    def before(self) -> str:
        """The place one question back; empty at the first."""
        return self.given[-1].question.id if self.given else ""

    @property
    def said(self) -> list[str]:
        """What was said, as halves of sentences: `dat je nog alleen bent`."""
        return [f"dat {one.answer.because}" for one in self.given]

    @property
    def steps(self) -> tuple[NextStep, ...]:
        """The steps of an outcome, in order."""
        return self.given[-1].answer.steps

    def named(self, name: str) -> str:
        """The `phase` or `condition` that the answers speak of; empty when they don't."""
        return next((getattr(one.answer, name) for one in self.given if getattr(one.answer, name)), "")

    def reason(self, step: NextStep) -> str:
        """What was said that makes this the step to take: `je nog alleen bent`."""
        return next(one.answer.because for one in self.given if one.question.id == step.because_of)


class Wegwijzer:
    """The questions as a tree, from the first one in the file."""

    def __init__(self, questions: Mapping[str, Any]) -> None:
        self._questions: Mapping[str, Question] = questions
        self.start: Question = min(questions.values(), key=lambda question: question.line)

    @classmethod
    def of(cls, toolbox: Toolbox) -> Wegwijzer:
        """That of the content."""
        return cls(toolbox.kinds["wegwijzer"])

    @cached_property
    def places(self) -> list[Place]:
        """Every question and every outcome, each before those that follow from it."""
        return list(self._from(self.start, ()))

    @property
    def ends(self) -> list[Place]:
        """Every outcome."""
        return [place for place in self.places if not place.question]

    def left(self, place: Place) -> int:
        """How many questions can still follow the one at this place."""
        at = len(place.given)
        return max(len(end.given) for end in self.ends if end.given[:at] == place.given) - at - 1

    def _from(self, question: Question, given: tuple[Given, ...]) -> Iterator[Place]:
        yield Place(given, question)
        for answer in question.answers:
            way = (*given, Given(question, answer))
            if not answer.next:
                yield Place(way)
            elif answer.next not in {one.question.id for one in way}:  # a circle is reported by the rules, not walked
                yield from self._from(self._questions[answer.next], way)
