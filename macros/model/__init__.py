"""The content model: one module for each kind, and the list of them all."""

from macros.model.condition import Condition
from macros.model.example import Example
from macros.model.item import Entry
from macros.model.method import Method
from macros.model.phase import Phase
from macros.model.reference import Source, Synonym, Term
from macros.model.route import Route
from macros.model.seat import Seat
from macros.model.signal import Signal
from macros.model.tip import Tip
from macros.model.wegwijzer import Question
from macros.model.worksheet import Worksheet

MODELS: tuple[type[Entry], ...] = (Phase, Condition, Tip, Method, Worksheet, Example, Signal, Route, Term, Source, Synonym, Question, Seat)
MODEL_OF = {model.kind.folder: model for model in MODELS}
