"""Scripts, styles and drawings of our own: each one that a page asks for must be there and be readable."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from macros.problems import Problem

_ASKED = re.compile(r"assets/[\w/.-]+\.(?:js|css|svg)")
_TEXTS = (".js", ".css", ".svg")


def problems(docs: Path, templates: Collection[Path], made: Collection[str]) -> Iterator[Problem]:
    """What is missing or can't be read. `templates` are folders of templates; `made` are paths on the site that the build makes itself."""
    for file in sorted((docs / "assets").rglob("*")):
        if file.suffix in _TEXTS:
            try:
                file.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError):
                path = f"{docs.name}/{file.relative_to(docs).as_posix()}"
                yield Problem(
                    path, 1, 1, "Dit bestand is geen leesbare tekst.", "Zet het oorspronkelijke bestand terug, of bewaar het als UTF-8."
                )
    asked = {path for folder in templates for file in folder.rglob("*") if file.is_file() for path in _ASKED.findall(_text(file))}
    for path in sorted(asked - set(made)):
        if not (docs / path).is_file():
            yield Problem(f"{docs.name}/{path}", 1, 1, "Dit bestand ontbreekt, en de pagina's vragen erom.", "Zet het terug.")


def _text(template: Path) -> str:
    return template.read_text(encoding="utf-8", errors="replace")
