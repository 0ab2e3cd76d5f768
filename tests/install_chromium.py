"""Make sure that there is a Chromium to test with, and that Playwright can drive it. Prints its path."""

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
    if named := os.environ.get("CHROMIUM"):
        return named
    installed = (path for name in NAMES if (path := shutil.which(name)))
    return next(installed, None) or next((path for path in PLACES if Path(path).exists()), None) or _own()


def _own() -> str | None:
    if not driver_runs():
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def driver_runs() -> bool:
    """Whether Playwright's driver starts: it is a program of its own, and needs a library that a bare Debian lacks."""
    return subprocess.run([sys.executable, "-m", "playwright", "--version"], capture_output=True).returncode == 0


def install() -> None:
    """Install what is missing: Debian's packages where there is apt, else Playwright's own build of Chromium."""
    if shutil.which("apt-get"):
        root = [] if os.geteuid() == 0 else ["sudo"]
        subprocess.run([*root, "apt-get", "update", "-q"])
        if subprocess.run([*root, "apt-get", "install", "-y", "-q", "libatomic1", "chromium"]).returncode == 0:
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"])


if __name__ == "__main__":
    if not (driver_runs() and find()):
        print("No Chromium to test with: installing one.", flush=True)
        install()
    chromium = find()
    if not (driver_runs() and chromium):
        sys.exit("There is no Chromium and it could not be installed. Install Chrome or Chromium, or name one in $CHROMIUM.")
    print(f"Chromium: {chromium}", flush=True)
