"""The core stands on its own: no MkDocs, and imports that go one way."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from conftest import ROOT

# From the bottom to the top: a module may import what stands before it.
ORDER = [
    "model",
    "file_cache",
    "wording",
    "problems",
    "npm_packages",
    "walk",
    "references",
    "toolbox",
    "wegwijzer",
    "prose",
    "yaml_tree",
    "yaml_mistakes",
    "content_text",
    "content_file",
    "reader",
    "dutch",
    "parse",
    "library",
    "claim_rules",
    "reference_rules",
    "seat_rules",
    "wegwijzer_rules",
    "scan_rules",
    "rules",
    "load",
    "sheets",
    "scan",
    "downloads",
    "related",
    "contribution",
    "draft",
    "render",
    "reading_text",
    "term_marks",
    "english_marks",
    "one_sheet",
    "print_foot",
    "freshness",
    "pages",
    "accessibility",
    "search",
    "site",
    "page_macros",
    "hand_written",
    "addresses",
    "project",
    "field_guide",
    "json_schema",
    "schema_files",
    "editing",
    "edits",
    "mentions",
    "old_addresses",
    "renaming",
    "language",
    "changes",
    "dead_links",
    "editor_commands",
    "sharing",
    "__init__",
    "__main__",
]


def files(name: str) -> list[Path]:
    """The files of a module, or of all modules in a package."""
    folder = ROOT / "macros" / name
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [ROOT / "macros" / f"{name}.py"]


def imports(name: str) -> set[str]:
    found: set[str] = set()
    for file in files(name):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found |= {f"macros.{alias.name}" for alias in node.names} if node.module == "macros" else {node.module}
    return found


def test_every_module_has_its_place() -> None:
    there = {file.relative_to(ROOT / "macros").parts[0].removesuffix(".py") for file in (ROOT / "macros").rglob("*.py")}
    assert sorted(ORDER) == sorted(there)


def test_imports_go_one_way() -> None:
    for place, name in enumerate(ORDER):
        ours = {module.split(".")[1] for module in imports(name) if module.startswith("macros.")} - {name}
        assert ours <= set(ORDER[:place]), f"{name} imports {ours - set(ORDER[:place])}"


def test_the_core_runs_without_mkdocs(project: Path) -> None:
    """Not only the text of the imports: with MkDocs out of reach, everything but the hook still works."""
    program = """
import sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("mkdocs", "mkdocs_macros", "material", "markdown"):
            raise ImportError(name)
sys.meta_path.insert(0, Refuse())
from pathlib import Path
from macros.project import read_project
print(len(read_project(Path(sys.argv[1])).files))
"""
    result = subprocess.run([sys.executable, "-c", program, str(project)], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr


def test_modules_are_small() -> None:
    sizes = {file.name: len(file.read_text(encoding="utf-8").splitlines()) for file in (ROOT / "macros").rglob("*.py")}
    assert {name: size for name, size in sizes.items() if size > 160} == {}
