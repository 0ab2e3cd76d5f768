"""The icon, drawn once in docs/assets/icon.svg → all that browsers, phones and feed readers ask for."""

from __future__ import annotations

import io
import json
import struct
from pathlib import Path

import typst
from PIL import Image

from macros.problems import ContentError, Problem
from macros.sharing.drawing import draw
from macros.sharing.page_facts import Site

SVG = "assets/icon.svg"
COLOUR = "#00594f"  # of its tile, and of what is drawn around it
GROUND = "#faf6ef"
_ICO_SIZES = (16, 32, 48)


def icon_files(docs: Path, site: Site) -> dict[str, bytes]:
    """Every icon and the manifest that names them, by path on the site. Raises ContentError, in Dutch, when the drawing is no good."""
    svg = _drawing(docs)
    return {
        "favicon.ico": _ico({size: _png(svg, docs, size) for size in _ICO_SIZES}),
        # iOS cuts off the corners itself, and Android cuts out a circle: those get a full ground, and marks that keep clear of the edge.
        "apple-touch-icon.png": _png(svg, docs, 180, share=86, ground=COLOUR),
        "assets/icon-192.png": _png(svg, docs, 192),
        "assets/icon-512.png": _png(svg, docs, 512),
        "assets/icon-512-full.png": _png(svg, docs, 512, share=74, ground=COLOUR),
        "manifest.json": _manifest(site).encode(),
    }


def _drawing(docs: Path) -> str:
    try:
        return (docs / SVG).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise _wrong(docs, "Dit plaatje ontbreekt.") from None
    except (OSError, UnicodeDecodeError):
        raise _wrong(docs, "Dit plaatje is niet te lezen.") from None


def _png(svg: str, docs: Path, size: int, share: int = 100, ground: str = "") -> bytes:
    """The drawing as a square of `size` pixels; it takes `share` per cent of the width, on a ground or on none."""
    try:
        made = draw("icon.typ", {"svg": svg, "size": size, "share": share, "ground": ground}, few_colours=bool(ground))
    except typst.TypstError:
        raise _wrong(docs, "Dit is geen SVG die wij kunnen tekenen.") from None
    if Image.open(io.BytesIO(made)).getcolors(1):  # None when there are more
        raise _wrong(docs, "Op dit plaatje staat niets.")
    return made


def _wrong(docs: Path, what: str) -> ContentError:
    return ContentError([Problem(f"{docs.name}/{SVG}", 1, 1, what, "Zet er een SVG-tekening van het icoon neer.")])


def _ico(pngs: dict[int, bytes]) -> bytes:
    """PNGs in one .ico: a header, a line of 16 bytes for each (width, height, colours, planes, bits, length, place), the PNGs."""
    header, lines, place = struct.pack("<HHH", 0, 1, len(pngs)), b"", 6 + 16 * len(pngs)
    for size, png in pngs.items():
        lines += struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(png), place)
        place += len(png)
    return header + lines + b"".join(pngs.values())


def _manifest(site: Site) -> str:
    """What a phone needs to put the site among its apps. It opens in the browser, for links lead to many other places."""
    icons = [("icon-192.png", 192, "any"), ("icon-512.png", 512, "any"), ("icon-512-full.png", 512, "maskable")]
    return json.dumps(
        {
            "name": site.name,
            "short_name": site.name.split()[0],
            "description": site.description,
            "lang": "nl",
            "dir": "ltr",
            "start_url": "./",
            "scope": "./",
            "display": "browser",
            "theme_color": COLOUR,
            "background_color": GROUND,
            "icons": [
                {"src": f"assets/{name}", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
                for name, size, purpose in icons
            ],
        },
        ensure_ascii=False,
        indent=1,
    )
