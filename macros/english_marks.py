"""Say in a page which words are English, so that a voice reads them as English (WCAG 3.1.2).

Which words those are, the glossary and the list of sources say: `english` in glossary.yml and sources.yml. Names of people, places and
organisations stay as they are, and so do words that have become Dutch, such as feedback.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.toolbox import Toolbox

_TAG = re.compile(r"(<!--.*?-->|<[^>]+>)", re.DOTALL)
_NAME = re.compile(r"</?([a-zA-Z0-9]+)")
# What is in these is no text for a reader, or can hold no mark.
_CLOSED = frozenset({"head", "script", "style", "textarea", "option", "svg", "noscript"})


class EnglishMarks:
    """Marks the English words of a toolbox in the HTML of its pages."""

    def __init__(self, toolbox: Toolbox) -> None:
        phrases = {phrase for folder in ("glossary", "sources") for entry in toolbox[folder] for phrase in entry.english}
        spaced = (r"\s+".join(map(re.escape, phrase.split())) for phrase in sorted(phrases, key=lambda one: (-len(one), one)))
        self._phrase = re.compile(rf"(?<![\w-])(?:{'|'.join(spaced)})(?![\w-])", re.IGNORECASE) if phrases else None

    def in_page(self, html: str) -> str:
        """The page with `<span lang="en">` around each English phrase in its text."""
        return "".join(self._marked(html)) if self._phrase and self._phrase.search(html) else html

    def _marked(self, html: str) -> Iterator[str]:
        within = ""  # the element in which nothing is marked, while we are in one
        for part in _TAG.split(html):
            name = _NAME.match(part)
            if (
                name
                and not within
                and (name[1].lower() in _CLOSED or " lang=" in part)
                and not part.startswith("</")
                and name[1].lower() != "html"
            ):
                within = name[1].lower()
            elif within and part.lower() == f"</{within}>":
                within = ""
            elif not within and not part.startswith("<"):
                part = self._phrase.sub(r'<span lang="en">\g<0></span>', part)  # type: ignore[union-attr]
            yield part
