"""Our letters for the browser: the same font files as on paper, in the form that browsers load."""

from __future__ import annotations

import io
from importlib.metadata import version
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

from macros.file_cache import cached, fingerprint
from macros.problems import ContentError, Problem

FONTS = Path(__file__).parents[1] / "fonts"
WEIGHTS = ("Regular", "Bold", "Italic")  # only what the pages use


def web_fonts() -> dict[str, bytes]:
    """Each weight as WOFF2, by its path on the site. Raises ContentError, in Dutch, for a font that can't be read."""
    return {f"assets/fonts/{weight.lower()}.woff2": _woff2(f"AtkinsonHyperlegibleNext-{weight}.ttf") for weight in WEIGHTS}


def _woff2(name: str) -> bytes:
    try:
        return cached((fingerprint(FONTS), name, version("fonttools"), version("brotli")), lambda: _packed(FONTS / name))
    except (OSError, TTLibError) as error:
        what = f"Dit lettertype is niet te lezen ({error})."
        raise ContentError([Problem(f"macros/fonts/{name}", 1, 1, what, "Zet het oorspronkelijke bestand terug.")]) from None


def _packed(file: Path) -> bytes:
    made = io.BytesIO()
    with TTFont(file, recalcTimestamp=False) as font:
        font.flavor = "woff2"
        font.save(made)
    return made.getvalue()
