"""A Typst template and its data → a small PNG, the same bytes every time."""

from __future__ import annotations

import io
import json
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import typst
from PIL import Image

from macros.file_cache import cached, fingerprint
from macros.problems import ContentError, Problem

HERE = Path(__file__).parent
FONTS = HERE.parent / "fonts"
COLOURS = 32  # enough for smooth letters; a picture of thousands of colours is three times as large


def draw(template: str, data: dict[str, Any], few_colours: bool = True) -> bytes:
    """The first page of a template in macros/sharing/templates/ as a PNG, one pixel for each point.

    With `few_colours` it has a palette, and no transparency. Raises TypstError when the template can't make anything of the
    data, and ContentError, in Dutch, when a font can't be read.
    """
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return cached((_tools(), template, text, str(few_colours)), lambda: _draw(template, text, few_colours))


def _draw(template: str, data: str, few_colours: bool) -> bytes:
    folder = HERE / "templates"
    made = typst.compile(folder / template, root=folder, sys_inputs={"data": data}, font_paths=_fonts(), format="png", ppi=72)
    picture = Image.open(io.BytesIO(made))
    if few_colours:
        picture = picture.convert("RGB").quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    small = io.BytesIO()
    picture.save(small, "PNG", optimize=True)
    return small.getvalue()


@cache
def _fonts() -> typst.Fonts:
    """Our own fonts. Typst passes over a font that it can't read and draws something else: that is an error here."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    read = {Path(font.path).name for font in fonts.fonts() if font.path}
    lost = sorted({"AtkinsonHyperlegibleNext-Regular.ttf", "AtkinsonHyperlegibleNext-Bold.ttf"} - read)
    if lost:
        what, fix = "Dit lettertype is niet te lezen.", "Zet het oorspronkelijke bestand terug."
        raise ContentError(Problem(f"macros/fonts/{name}", 1, 1, what, fix) for name in lost)
    return fonts


@cache
def _tools() -> str:
    """What beside the data decides the bytes: this code and the templates, the fonts, the libraries."""
    code = Path(__file__).read_text(encoding="utf-8")
    return f"{fingerprint(HERE / 'templates', FONTS)} {code} typst {version('typst')} pillow {version('pillow')}"
