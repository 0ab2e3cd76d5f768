"""What a page says on paper about where it came from: its address, to type over and as a QR code."""

from __future__ import annotations

from dataclasses import dataclass

from macros.sheets.pdf.qr_code import stretches

QUIET = 4  # modules of white around a code, as ISO 18004 asks


@dataclass(frozen=True)
class PrintFoot:
    """An address as people type it, and its QR code as a drawing: `path` is drawn with a line of one module thick through the middle of
    each row, in a square of `size` modules."""

    address: str
    path: str
    size: int


def print_foot(url: str | None) -> PrintFoot | None:
    """What to print for the page at this address; nothing when the site has no address (yet)."""
    if not url:
        return None
    rows = stretches(url)
    path = "".join(f"M{QUIET + start} {QUIET + y}h{many}" for y, row in enumerate(rows) for start, many in row)
    return PrintFoot(url.partition("://")[2], path, len(rows) + 2 * QUIET)
