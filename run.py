"""The commands of the toolbox: `python run.py VERB`, or `make VERB` where there is make.

It needs Python 3.11 and git only. What a command needs more, it installs into .venv/ from the lock files.
"""

from __future__ import annotations  # keeps the file readable for an older Python, so that it can say what is wrong

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
SITE = ROOT / "site"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
NEWEST, OLDEST = 14, 11


def site() -> int:
    """check the content and build the site into site/"""
    install("requirements.txt")
    if run(PYTHON, "-m", "macros"):
        return 1
    fresh, old = ROOT / ".site-new", ROOT / ".site-old"
    if run(PYTHON, "-m", "mkdocs", "build", "--strict", "--clean", "--site-dir", fresh):
        print("De site is niet gebouwd. Wat er in site/ stond, staat er nog.", file=sys.stderr)
        return 1
    # The good site is replaced in one go: a build that fails leaves it alone.
    shutil.rmtree(old, ignore_errors=True)
    if SITE.exists():
        SITE.rename(old)
    fresh.rename(SITE)
    shutil.rmtree(old, ignore_errors=True)
    print(f"\nThe site is in {SITE}\nOpen {SITE / 'index.html'} in a browser, or run `make serve` for a live view.")
    return 0


def offline() -> int:
    """build the site, and say where the zip is that works from a USB stick"""
    code = site()
    if code == 0:
        print(f"\nThe whole site for without a network: {SITE / 'downloads' / 'toolbox-offline.zip'}")
    return code


def serve() -> int:
    """build the site, show it at http://127.0.0.1:8000/ and rebuild at every change"""
    install("requirements.txt")
    before = snapshot()  # taken before the check: a mend made during it counts too
    while run(PYTHON, "-m", "macros"):
        print("Verbeter de bestanden; daarna gaat het vanzelf verder. Stoppen: Ctrl+C.", flush=True)
        while snapshot() == before:
            time.sleep(0.5)
        before = snapshot()
    return run(PYTHON, "-m", "mkdocs", "serve", "--livereload", *sys.argv[2:])


def check() -> int:
    """check the content and its language: what is wrong, where, how to mend it, and how each item reads (in Dutch)"""
    install("requirements-test.txt")
    return run(PYTHON, "-m", "macros", "check")


def test() -> int:
    """run the tests"""
    install("requirements-test.txt")
    # A file's tests stay together, because they share what they build; tests/conftest.py puts the files in order.
    spread = "-n", "auto", "--maxprocesses=4", "--dist=loadfile", "--no-loadscope-reorder"
    return install_test_tools() or run(PYTHON, "-m", "pytest", *spread, *sys.argv[2:])


def audit() -> int:
    """check the accessibility of all pages in all states, and write the evidence for the statement (half an hour)"""
    install("requirements-test.txt")
    os.environ["TOOLBOX_AUDIT"] = "1"
    wider = [f"tests/test_{name}.py" for name in ("site", "sheet_pdf", "sheet_pdf_check", "deck", "book", "print", "mutants")]
    return install_test_tools() or run(PYTHON, "-m", "pytest", "tests/access", *wider, *sys.argv[2:])


def redactie() -> int:
    """build the editing place, the forms for content, into redactie-site/ (--local: for a folder on this computer, and show it)"""
    install("requirements-test.txt")  # it has npm
    return run(PYTHON, "-m", "macros.editing", *sys.argv[2:])


def benchmark() -> int:
    """measure the build against a plain MkDocs site of the same size"""
    install("requirements.txt")
    return run(PYTHON, ROOT / "benchmarks" / "build.py", *sys.argv[2:])


def lock() -> int:
    """write the lock files anew from pyproject.toml (needs uv)"""
    compile_ = [
        "uv",
        "pip",
        "compile",
        "--universal",
        "--python-version",
        "3.11",
        "--generate-hashes",
        "--no-header",
        "--no-emit-index-url",
        "-q",
        "pyproject.toml",
    ]
    return run(*compile_, "-o", "requirements.txt") or run(*compile_, "--extra", "test", "-o", "requirements-test.txt")


def clean() -> int:
    """remove all that the commands made"""
    for folder in (VENV, SITE, ROOT / ".site-new", ROOT / ".site-old", ROOT / "redactie-site", ROOT / ".cache", ROOT / ".pytest_cache"):
        shutil.rmtree(folder, ignore_errors=True)
    return 0


VERBS = {verb.__name__: verb for verb in (site, offline, serve, check, test, audit, redactie, benchmark, lock, clean)}


def install_test_tools() -> int:
    """What the tests need besides Python packages: a browser, the judges of the built pages, and the editing place's parts."""
    parts = (ROOT / "tests" / "install_chromium.py",), (ROOT / "tests" / "install_checkers.py",), ("-m", "macros.editing", "--packages")
    return next(filter(None, (run(PYTHON, *part) for part in parts)), 0)


def run(*command: object) -> int:
    """Run a command in the root of the repository; its exit status."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    try:
        return subprocess.run([str(part) for part in command], cwd=ROOT, env=environment).returncode
    except KeyboardInterrupt:
        return 130


def snapshot() -> list[tuple[str, int]]:
    """What the content and the pages look like now: name and time of change."""
    files = [file for folder in ("toolbox_data", "docs") for file in (ROOT / folder).rglob("*")]
    return sorted((str(file), file.stat().st_mtime_ns) for file in files if file.is_file())


def install(lock_file: str) -> None:
    """Make .venv/ hold exactly what the lock file says, unless it already does."""
    wanted = hashlib.sha256((ROOT / lock_file).read_bytes()).hexdigest()
    stamp = VENV / f"{lock_file}.sha256"
    if stamp.exists() and stamp.read_text() == wanted and PYTHON.exists():
        return
    print(f"Installing {lock_file} into {VENV} …", flush=True)
    if not PYTHON.exists() or run(PYTHON, "-m", "pip", "--version"):
        make_environment()
    if run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", lock_file):
        sys.exit("Installing failed: see the lines above. Is there a network connection?")
    stamp.write_text(wanted)


def make_environment() -> None:
    """Make .venv/. Debian ships Python without the part that this needs: then that is installed first."""
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if subprocess.run(command).returncode == 0:
        return
    if shutil.which("apt-get"):
        sudo = [] if os.geteuid() == 0 else ["sudo"]
        package = f"python3.{sys.version_info.minor}-venv"
        run(*sudo, "apt-get", "update", "-q")
        if run(*sudo, "apt-get", "install", "-y", "-q", package) == 0 and subprocess.run(command).returncode == 0:
            return
    sys.exit("Python could not make a virtual environment. On Debian: sudo apt install python3-venv")


def use_new_python() -> None:
    """Start again with a newer Python when this one is too old."""
    if sys.version_info >= (3, OLDEST):
        return
    for minor in range(NEWEST, OLDEST - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer:
            os.execv(newer, [newer, *sys.argv])
    sys.exit(f"This needs Python 3.{OLDEST} or newer; this is {sys.version.split()[0]}.")


if __name__ == "__main__":
    use_new_python()
    verb = VERBS.get(sys.argv[1] if len(sys.argv) > 1 else "")
    if verb is None:
        sys.exit("python run.py VERB\n\n" + "\n".join(f"  {name:10} {function.__doc__}" for name, function in VERBS.items()))
    sys.exit(verb())
