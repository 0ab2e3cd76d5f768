"""Files that cost time to make, kept on disk under a key of everything that went into them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

# TOOLBOX_CACHE names another folder: tests let their many small projects share one.
FOLDER = Path(os.environ.get("TOOLBOX_CACHE") or Path(__file__).parent.parent / ".cache" / "files")


def cached(key: Iterable[str], make: Callable[[], bytes]) -> bytes:
    """The bytes that `make` gives; made only when no file was kept under this key.

    The key must name everything that decides the bytes. Losing the folder costs time and nothing else.
    """
    file = FOLDER / hashlib.sha256("\0".join(key).encode()).hexdigest()
    if file.is_file():
        return file.read_bytes()
    content = make()
    try:
        FOLDER.mkdir(parents=True, exist_ok=True)
        # Renamed in one go: a build that is broken off, or runs beside this one, never leaves half a file.
        part = file.with_suffix(f".{os.getpid()}")
        part.write_bytes(content)
        part.replace(file)
    except OSError:
        pass  # a folder that can't be written to makes it slow, not wrong
    return content


@cache
def fingerprint(*folders: Path) -> str:
    """A digest of all files in these folders: code, templates, fonts. Part of a key, so that a changed template makes new files."""
    digest = hashlib.sha256()
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
