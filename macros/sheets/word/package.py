"""The parts of a Word file → its bytes: a zip with nothing in it that differs from one day or machine to another."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip of the parts in the order given; the list of content types has to be the first."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))  # the first date that a zip knows
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # as Word writes it; Python would name this machine's
            archive.writestr(entry, content)
    return made.getvalue()
