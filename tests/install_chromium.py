"""Make sure that there is a Chromium to test with. Prints its path."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLACES = ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium")


def find() -> str | None:
    """The path of a Chromium: the one named in $CHROMIUM, one on the machine, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    installed = next((path for name in NAMES if (path := shutil.which(name))), None) or next(
        (path for path in PLACES if Path(path).exists()), None
    )
    if installed:
        return installed
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def install() -> None:
    """Install one: Debian's package where we may, else Playwright's build with what it needs."""
    root = getattr(os, "geteuid", lambda: 1)() == 0
    if root and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-q"])
        if subprocess.run(["apt-get", "install", "-y", "-q", "chromium"]).returncode == 0:
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", *(["--with-deps"] if root else []), "chromium"])


if __name__ == "__main__":
    if not find():
        print("No Chromium found: installing one.", flush=True)
        install()
    path = find()
    if not path:
        sys.exit("There is no Chromium and it could not be installed. Install Chrome or Chromium, or name one in $CHROMIUM.")
    print(f"Chromium: {path}", flush=True)
