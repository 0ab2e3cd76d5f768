"""Whether a method fits on one sheet of A4 when its text stands close (docs/assets/print.css), by counting its lines.

A browser tells nobody how long a page becomes on paper before it prints, and a style sheet can't try two sizes.
The count is rough: a line holds so many letters on average. tests/test_print.py prints every method and sees whether it was right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

from macros.model import Method
from macros.toolbox import Toolbox

LETTERS = 58  # in a line of a column of 92.5 mm, at 9 pt
INDENT = 4  # letters less where a line stands behind a number or a dot
ONE_SHEET = 133  # lines under the facts: measured, 131 fit and 138 don't
TWO_SHEETS = 160  # above this a third sheet would be needed in letters of 10.5 pt
_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")


def closeness(page: str, toolbox: Toolbox) -> str:
    """The classes that say how the page at this path (`werkvormen/dialoogtafel.md`) is printed; none for most pages."""
    folder, _, name = page.partition("/")
    method = toolbox.kinds["methods"].get(name.removesuffix(".md")) if folder == Method.kind.address else None
    if not method:
        return ""
    count = lines(method, toolbox)
    if count <= ONE_SHEET:
        return "tb-close tb-one-sheet"
    return "tb-close" if count > TWO_SHEETS else ""


def lines(method: Method, toolbox: Toolbox) -> int:
    """How many lines of a column the text of a method takes, about."""
    return sum(_parts(method, toolbox))


def _parts(method: Method, toolbox: Toolbox) -> Iterator[int]:
    """How many lines each part takes, in the order of templates/pages/method.md.jinja."""
    sources = (f"{one.title} — {', '.join(one.makers)}, {one.year or ''}" for one in toolbox.pick("sources", method.sources))
    whole = [method.goal, f"Na afloop: {method.result}", "Begin met een zin als deze:"]
    whole += [f"{one.if_}. {one.then}" for one in method.variants]
    whole += [method.equal_voice, f"{method.credit or ''} {method.origin.label} Nagekeken op 21 november 2026. {' • '.join(sources)}"]
    indented = [*method.materials, *(f"Werkblad: {one.title}" for one in toolbox.pick("worksheets", method.worksheets))]
    indented += [method.opening_line, *(f"{one.title} ({one.minutes} minuten) {one.text}" for one in method.steps), *method.pitfalls]
    yield from (_wrapped(text, LETTERS) for text in whole)
    yield from (_wrapped(text, LETTERS - INDENT) for text in indented)


def _wrapped(text: str, letters: int) -> int:
    """The lines of a text; a link to another site is printed with its address."""
    printed = _LINK.sub(lambda link: f"{link[1]} ({link[2]})" if link[2].startswith("http") else link[1], text).replace("*", "")
    return sum(ceil(len(one) / letters) for one in printed.split("\n") if one.strip())
