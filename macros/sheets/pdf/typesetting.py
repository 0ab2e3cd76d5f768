"""Typst: a template and its data → a tagged PDF (PDF/UA-1), the same bytes every time."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import typst

from macros.sheets.pdf.plain_text import FONTS

TEMPLATES = Path(__file__).parents[2] / "templates" / "typst"


def typeset(template: str, data: str) -> bytes:
    """Lay out a template of macros/templates/typst/ with data in JSON. Raises TypstError when the result would not be accessible.

    A fixed date and our own fonts only: neither the clock nor the machine can be seen in the file.
    """
    return typst.compile(
        TEMPLATES / template, root=TEMPLATES, sys_inputs={"data": data}, font_paths=_fonts(), pdf_standards=["ua-1"], timestamp=0
    )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
