"""Fonts: all embedded, all readable back to letters, and a field font in which Dutch can be typed."""

from __future__ import annotations

import io
from collections.abc import Iterator

from fontTools.ttLib import TTFont
from pikepdf import Name, Object, Pdf

DUTCH = "éèëêïíóöüúáàçñÉË€–—‘’“”•…"


def font_faults(pdf: Pdf) -> Iterator[str]:
    """Faults in the fonts of the pages and of the form."""
    for page in pdf.pages:
        for name, font in page.obj.get("/Resources", {}).get("/Font", {}).items():
            yield from _one(f"font {name}", font)
    for name, font in pdf.Root.get("/AcroForm", {}).get("/DR", {}).get("/Font", {}).items():
        yield from _one(f"field font {name}", font)
        yield from _for_typing(f"field font {name}", font)


def _one(name: str, font: Object) -> Iterator[str]:
    if _file(font) is None:
        yield f"{name} is not embedded"
    if "/ToUnicode" not in font:
        yield f"{name} has no ToUnicode"


def _file(font: Object) -> Object | None:
    """The embedded font file, of a simple or a composite font."""
    holder = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    descriptor = holder.get("/FontDescriptor", {})
    return next((descriptor[key] for key in ("/FontFile2", "/FontFile3", "/FontFile") if key in descriptor), None)


def _for_typing(name: str, font: Object) -> Iterator[str]:
    if font.Subtype != Name.TrueType or font.get("/Encoding") != Name.WinAnsiEncoding:
        yield f"{name} is no TrueType font in WinAnsiEncoding, so some viewers cannot type in it"
    file = _file(font)
    if file is not None:
        has = TTFont(io.BytesIO(file.read_bytes())).getBestCmap()
        missing = [letter for letter in DUTCH if ord(letter) not in has]
        if missing:
            yield f"{name} lacks {''.join(missing)}"
