"""Install Decap CMS and its helper for a local repository, for the test of the reserve.

Of Decap only the built script is used: npm fetches that one package, without the 700 that it was built from. It is pinned in
tests/node_decap/decap-cms.json as a lock file would do it; the helper's packages in the package-lock.json beside it.
"""

from __future__ import annotations

import base64
import hashlib
import json
import tarfile
from pathlib import Path

from macros.npm_packages import npm, packages

PINNED = Path(__file__).parent / "node_decap"


def server() -> Path:
    """The program of the helper, decap-server."""
    return packages(PINNED, "decap") / "node_modules" / "decap-server" / "dist" / "index.js"


def script() -> Path:
    """The script of Decap CMS. Raises NpmError when npm can't fetch it, and ValueError when it is another than the pinned one."""
    place = packages(PINNED, "decap")
    made = place / "package" / "dist" / "decap-cms.js"
    if not made.is_file():
        cms = json.loads((PINNED / "decap-cms.json").read_text())
        npm("pack", "--silent", cms["package"], folder=place)
        packed = place / (cms["package"].replace("@", "-") + ".tgz")
        found = base64.b64encode(hashlib.sha512(packed.read_bytes()).digest()).decode()
        if f"sha512-{found}" != cms["integrity"]:
            raise ValueError(f"{packed} is not the Decap CMS that was pinned")
        with tarfile.open(packed) as archive:
            archive.extractall(place, filter="data")
    return made
