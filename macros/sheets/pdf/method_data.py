"""A method → the data that the paper templates read."""

from __future__ import annotations

from macros.model import Method
from macros.sheets.pdf.plain_text import blocks, plain, printable
from macros.sheets.pdf.sheet_data import Data, item_data
from macros.toolbox import Toolbox


def method_data(method: Method, toolbox: Toolbox, page_url: str) -> Data:
    """Everything that stands on a method's pages, in reading order."""
    return {
        **item_data(method, toolbox, page_url),
        "facts": [
            ["Tijd", f"{method.minutes} minuten"],
            ["Met wie", f"{method.people} mensen"],
            ["Voorbereiden", f"{method.preparation_minutes} minuten"],
            ["Past bij", printable(", ".join(role.label for role in method.role_in_session))],
        ],
        "goal": blocks(method.goal),
        "result": blocks(method.result),
        "materials": [plain(one) for one in method.materials],
        "opening": blocks(method.opening_line),
        "steps": [{"title": printable(step.title), "minutes": step.minutes, "text": blocks(step.text)} for step in method.steps],
        "step_minutes": method.step_minutes,
        "variants": [{"if": plain(one.if_), "then": blocks(one.then)} for one in method.variants],
        "equal_voice": blocks(method.equal_voice),
        "pitfalls": [blocks(one) for one in method.pitfalls],
    }
