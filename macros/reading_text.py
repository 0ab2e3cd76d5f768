"""Where on a page its reading text stands: the sentences, without what a reader acts on, looks up or says aloud.

A parser reads the HTML and tells the place of each text, so that others can change only that and leave the rest byte for byte.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

_HEADINGS = "h1 h2 h3 h4 h5 h6 dt th caption strong b"  # bold is the title of a step
_TO_ACT_ON = "a button label legend fieldset form summary nav"
_SAID_ALOUD = "blockquote q em i"  # italics are what to say, or the title of a book
_NOT_PROSE = "code pre kbd samp script style svg"
_NOT_IN = frozenset(f"{_HEADINGS} {_TO_ACT_ON} {_SAID_ALOUD} {_NOT_PROSE}".split())
# A card is one link; facts and marks are words from a closed list; small print says why or where from.
_NOT_IN_CLASS = frozenset({"tb-cards", "tb-actions", "tb-facts", "tb-mark", "tb-minutes", "tb-small"})
_ENDS_AT = "herkomst"  # the heading under which a page says where it comes from
_VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])


@dataclass(frozen=True)
class Run:
    """A piece of reading text without tags, and where it starts in the HTML (in characters)."""

    start: int
    text: str


class ReadingText(HTMLParser):
    """The reading text of a page's HTML in `runs`; in `about` the page's title and the sections it stands in."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.runs: list[Run] = []
        self.about: list[str] = []
        self._open: list[tuple[str, bool, bool]] = []  # each open tag: its name, whether it is no reading text, whether it is `about`
        self._ended = False
        self._lines = [0, *(match.end() for match in re.finditer("\n", html))]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note whether what follows is reading text. Called by the parser."""
        if tag in _VOID:
            return
        attributes = dict(attrs)
        classes = set((attributes.get("class") or "").split())
        self._ended = self._ended or attributes.get("id") == _ENDS_AT
        no_text = tag in _NOT_IN or bool(classes & _NOT_IN_CLASS) or attributes.get("role") == "form" or "hidden" in attributes
        self._open.append((tag, no_text, tag == "h1" or "tb-crumbs" in classes))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<br/>` opens nothing. Called by the parser."""

    def handle_endtag(self, tag: str) -> None:
        """Close the tag, and with it those inside it that need no end (`<li>`, `<p>`). Called by the parser."""
        for place in reversed(range(len(self._open))):
            if self._open[place][0] == tag:
                del self._open[place:]
                break

    def handle_data(self, data: str) -> None:
        """Keep a text, or pass it over. Called by the parser."""
        if any(about for _, _, about in self._open) and data.strip():
            self.about.append(data.strip())
        if not self._ended and not any(no_text for _, no_text, _ in self._open):
            line, column = self.getpos()
            self.runs.append(Run(self._lines[line - 1] + column, data))
