"""What we take of Material's own files: the main stylesheet. Its scripts, maps and pictures stay behind."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from macros.problems import ContentError, Problem

SITE_STYLE = "assets/site.css"
OWN_STYLES = "assets/style/"
_THEIRS = ("assets/javascripts/", "assets/stylesheets/", "assets/images/favicon")
_LEANED_ON = (".md-typeset", ".md-grid", "--md-text-font", "--md-typeset-a-color", "--md-default-fg-color--lightest")


def is_of_theme(path: str) -> bool:
    """Whether a file of the site came along with the theme."""
    return path.startswith(_THEIRS)


def theme_stylesheet(folders: Iterable[Path]) -> str:
    """The main stylesheet of the theme that stands in one of these folders.

    Raises ContentError when there is not exactly one, or when what our styles lean on is no longer in it: then the theme has
    changed under us, and somebody must look.
    """
    found = [file for folder in folders for file in sorted(folder.glob("assets/stylesheets/main.*.min.css"))]
    css = found[0].read_text(encoding="utf-8") if len(found) == 1 else ""
    missing = [one for one in _LEANED_ON if one not in css]
    if missing:
        what = f"Het thema Material is veranderd: van main.*.min.css zijn er {len(found)}, en dit ontbreekt: {', '.join(missing)}."
        raise ContentError(
            [Problem("macros/site/theme_files.py", 1, 1, what, "Zet de versie in pyproject.toml terug, of pas docs/assets/style/ aan.")]
        )
    return css
