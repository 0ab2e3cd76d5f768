"""Typst: a template and its data → a tagged PDF (PDF/UA-1), the same bytes every time."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import typst

from macros.sheets.pdf.plain_text import FONTS

TEMPLATES = Path(__file__).parents[2] / "templates" / "typst"
LARGE = 1_000_000  # signs of data


def typeset(template: str, data: str) -> bytes:
    """Lay out a template of macros/templates/typst/ with data in JSON. Raises TypstError when the result would not be accessible.

    A fixed date and our own fonts only: neither the clock nor the machine can be seen in the file.
    """
    return (_apart if len(data) > LARGE else _typeset)(template, data)


def _apart(template: str, data: str) -> bytes:
    """The same in a process of its own. Typst keeps what it laid out: a whole book would take a gigabyte, as long as this process lives."""
    program = "import sys; from macros.sheets.pdf.typesetting import _typeset; "
    program += "sys.stdout.buffer.write(_typeset(sys.argv[1], sys.stdin.buffer.read().decode()))"
    command = [sys.executable, "-c", program, template]
    made = subprocess.run(command, input=data.encode(), capture_output=True, cwd=Path(__file__).parents[3])
    if made.returncode:
        raise typst.TypstError(made.stderr.decode(errors="replace"))
    return made.stdout


def _typeset(template: str, data: str) -> bytes:
    return typst.compile(
        TEMPLATES / template, root=TEMPLATES, sys_inputs={"data": data}, font_paths=_fonts(), pdf_standards=["ua-1"], timestamp=0
    )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
