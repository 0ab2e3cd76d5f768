"""The font in which people type: a simple TrueType font with the letters of Windows-1252, which every PDF viewer can write in."""

from __future__ import annotations

import io
from functools import cache
from typing import NamedTuple

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, Pdf

from macros.sheets.pdf.plain_text import REGULAR

FIRST, LAST = 32, 255
FIELD_FONT = Name("/ToolboxField")


class FieldFont(NamedTuple):
    """A font file and what a PDF says of it; sizes in thousandths of the letter size."""

    file: bytes
    widths: list[int]
    ascent: int
    descent: int
    cap_height: int
    box: list[int]
    letters: dict[int, int]  # code → Unicode


def add_field_font(pdf: Pdf) -> Object:
    """Embed the font in a PDF; gives the font dictionary."""
    font = _font()
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name("/TLBXFD+AtkinsonHyperlegibleNext-Regular"),
        Flags=32,  # not symbolic
        FontBBox=font.box,
        ItalicAngle=0,
        Ascent=font.ascent,
        Descent=font.descent,
        CapHeight=font.cap_height,
        StemV=80,
        FontFile2=pdf.make_stream(font.file, Length1=len(font.file)),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=descriptor.FontName,
            FirstChar=FIRST,
            LastChar=LAST,
            Widths=Array(font.widths),
            Encoding=Name.WinAnsiEncoding,
            FontDescriptor=pdf.make_indirect(descriptor),
            ToUnicode=pdf.make_stream(_to_unicode(font.letters)),
        )
    )


def windows_1252() -> dict[int, int]:
    """Code → Unicode of what WinAnsiEncoding has; five codes of the 224 have no letter."""
    found = {}
    for code in range(FIRST, LAST + 1):
        letter = bytes([code]).decode("cp1252", "ignore")
        if letter and code != 127:
            found[code] = ord(letter)
    return found


@cache
def _font() -> FieldFont:
    """The house font with only those letters. Made once per process, and the same every time."""
    font = TTFont(io.BytesIO(REGULAR.read_bytes()), recalcTimestamp=False)
    has = font.getBestCmap()
    letters = {code: letter for code, letter in windows_1252().items() if letter in has}
    options = Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=[1, 2, 6], name_languages=[0x409])
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "STAT", "MVAR", "HVAR"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=set(letters.values()))
    subsetter.subset(font)
    font.recalcTimestamp = False
    file = io.BytesIO()
    font.save(file, reorderTables=True)
    scale = 1000 / font["head"].unitsPerEm
    advance = font["hmtx"].metrics
    names = font.getBestCmap()
    head, hhea, os2 = font["head"], font["hhea"], font["OS/2"]
    return FieldFont(
        file.getvalue(),
        [round(advance[names[letters[code]]][0] * scale) if code in letters else 0 for code in range(FIRST, LAST + 1)],
        round(hhea.ascent * scale),
        round(hhea.descent * scale),
        round(os2.sCapHeight * scale),
        [round(side * scale) for side in (head.xMin, head.yMin, head.xMax, head.yMax)],
        letters,
    )


def _to_unicode(letters: dict[int, int]) -> bytes:
    """A CMap from code to Unicode, so that what is typed can be copied and read aloud."""
    lines = [f"<{code:02X}> <{letter:04X}>" for code, letter in sorted(letters.items())]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
