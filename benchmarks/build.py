"""How build time and size grow: our site against a plain MkDocs + Material site with the same pages as Markdown.

    make benchmark              50, 200 and 1000 items
    python run.py benchmark 50  other numbers

Three builds for each N, each in a process of its own: ours (content checked, pages made), the plain site as MkDocs
makes it by default (every page in the menu), and the same with the items kept out of the menu, as ours does.
CPU seconds are user + system of the whole build; bytes are what stands in the site folder. The copies have no worksheets: what the PDFs and Word files cost is measured by benchmarks/sheets.py. Nothing here is a test:
a machine has its moods. Compare the columns of one run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "tests" / "sample"
MACHINERY = ("macros", "mkdocs.yml", "mkdocs_hooks.py")
PLAIN_CONFIG = """\
site_name: Voorbeeld
theme:
  name: material
  language: nl
  font: false
plugins:
  - search:
      lang: nl
markdown_extensions: [attr_list, def_list, md_in_html, tables]
"""


def our_project(folder: Path, items: int) -> Path:
    """The sample project with N more tips and methods, made by copying the sample's."""
    shutil.copytree(SAMPLE, folder)
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
    for name in MACHINERY:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    content = folder / "toolbox_data"
    tip, method = (
        (content / "tips/schrijf-op.md").read_text("utf-8"),
        (content / "methods/kaart.yml").read_text("utf-8").replace("worksheets:\n  - blad\n", ""),
    )
    for number in range(items):
        if number % 2:
            text = tip.replace("title: Schrijf afspraken op", f"title: Tip nummer {number}\nrelated:\n  - id: methods/kaart\n    how: with")
            (content / f"tips/tip-{number}.md").write_text(text, "utf-8")
        else:
            (content / f"methods/methode-{number}.yml").write_text(
                method.replace("title: De kaart", f"title: Werkvorm nummer {number}"), "utf-8"
            )
    return folder


def plain_project(folder: Path, ours: Path, lean: bool) -> Path:
    """A plain MkDocs project with the very Markdown that our project gives."""
    subprocess.run([sys.executable, "-m", "macros", "export", str(folder / "docs")], cwd=ours, check=True, capture_output=True)
    for page in (folder / "docs").rglob("*.md"):  # the macros of the section pages are not part of a plain site
        page.write_text("\n".join(line for line in page.read_text("utf-8").split("\n") if "{{" not in line), "utf-8")
    config = PLAIN_CONFIG
    if lean:
        sections = sorted(page.relative_to(folder / "docs").as_posix() for page in (folder / "docs").rglob("index.md"))
        config += "not_in_nav: '*'\nnav:\n" + "".join(f"  - {page}\n" for page in sections)
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    return folder


def measure(project: Path) -> tuple[float, float, int]:
    """(CPU seconds, wall seconds, bytes) of one build from nothing."""
    shutil.rmtree(project / "site", ignore_errors=True)
    before, start = os.times(), time.perf_counter()
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=project, check=True, env=environment, stderr=subprocess.DEVNULL)
    wall, after = time.perf_counter() - start, os.times()
    cpu = after.children_user - before.children_user + after.children_system - before.children_system
    return cpu, wall, sum(file.stat().st_size for file in (project / "site").rglob("*") if file.is_file())


def main(sizes: list[int]) -> None:
    """Print a table, one row for each N."""
    print(f"{'N':>6} | {'ours':^28} | {'plain, all in the menu':^28} | {'plain, lean menu':^28}")
    print(f"{'':>6} |" + " |".join(f"{'CPU s':>8} {'wall s':>9} {'MB':>10}" for _ in range(3)))
    for items in sizes:
        with tempfile.TemporaryDirectory() as temporary:
            ours = our_project(Path(temporary) / "ours", items)
            projects = [
                ours,
                plain_project(Path(temporary) / "plain", ours, lean=False),
                plain_project(Path(temporary) / "lean", ours, lean=True),
            ]
            rows = [measure(project) for project in projects]
        print(f"{items:>6} |" + " |".join(f"{cpu:>8.2f} {wall:>9.2f} {size / 1e6:>10.1f}" for cpu, wall, size in rows), flush=True)


if __name__ == "__main__":
    main([int(number) for number in sys.argv[1:]] or [50, 200, 1000])
