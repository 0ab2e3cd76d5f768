"""An editor's text → plain runs for paper. Markdown's signs become bold and italic or go; nothing of it is markup any more."""

from __future__ import annotations

import io
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[2] / "fonts"
REGULAR = FONTS / "AtkinsonHyperlegibleNext-Regular.ttf"

Run = dict[str, Any]  # text: str, bold: bool, italic: bool; the words of a link also have `to`: str, where it leads
Block = dict[str, Any]  # kind: "p", "ul" or "ol"; items: a list of lists of runs (a "p" has one)

_ITEM = re.compile(r"\s{0,8}(?:([-*+])|(\d{1,3})[.)])\s+(.*)")
_SIGNS = re.compile(
    r"\\(?P<escaped>[\\`*_{}\[\]()#+.!|~-])|\[(?P<words>[^\]]*)\]\((?P<to>[^()\s]*)\)"
    r"|(?P<two>\*\*|__)(?=\S)(?P<strong>.+?)(?<=\S)(?P=two)|(?<![\w*])(?P<one>[*_])(?=\S)(?P<soft>.+?)(?<=\S)(?P=one)(?![\w*])|`(?P<code>[^`]+)`"
)
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*)")
_ENDLESS = re.compile(r"\S{60,}")
_INSTEAD = {
    "→": "›",
    "⇒": "›",
    "←": "‹",
    "✓": "v",
    "✔": "v",
    "≥": "minstens ",
    "≤": "hoogstens ",
    "‑": "-",
    "µ": "u",
    "\u00ad": "",
    "\t": " ",
    "\u200b": "",
}


def blocks(markdown: str) -> list[Block]:
    """Paragraphs and lists. A nested list becomes flat; a heading becomes a bold paragraph."""
    found: list[Block] = []
    goes_on = False  # whether a line without a sign of its own belongs to what stands before it
    for line in markdown.strip().split("\n"):
        item, heading = _ITEM.fullmatch(line), _HEADING.fullmatch(line)
        if not line.strip():
            goes_on = False
        elif item:
            kind = "ul" if item[1] else "ol"
            if not found or found[-1]["kind"] != kind:
                found.append({"kind": kind, "items": []})
            found[-1]["items"].append(item[3])
            goes_on = True
        elif goes_on:
            found[-1]["items"][-1] += " " + line.strip()
        else:
            found.append({"kind": "p", "items": [f"**{heading[1]}**" if heading else line.strip()]})
            goes_on = not heading
    return [block | {"items": [runs(item) for item in block["items"]]} for block in found]


def runs(markdown: str, bold: bool = False, italic: bool = False, to: str = "") -> list[Run]:
    """One line of Markdown as runs of text. A link keeps its words, and the name of its site when it leads out of the toolbox."""
    made: list[Run] = []

    def add(text: str) -> None:
        if text:
            made.append({"text": printable(text), "bold": bold, "italic": italic} | ({"to": to} if to else {}))

    end = 0
    for match in _SIGNS.finditer(markdown):
        add(markdown[end : match.start()])
        if match["to"] is not None:
            made += runs(match["words"], bold, italic, match["to"])
            add(_site(match["to"], match["words"]))
        elif match["strong"]:
            made += runs(match["strong"], True, italic, to)
        elif match["soft"]:
            made += runs(match["soft"], bold, True, to)
        else:
            add(match["escaped"] or match["code"])
        end = match.end()
    add(markdown[end:])
    return made


def plain(markdown: str) -> str:
    """One line of Markdown without its signs."""
    return "".join(run["text"] for run in runs(markdown))


def printable(text: str) -> str:
    """A text with only what the font can draw: a look-alike where there is one, else a question mark.

    A word that is longer than any Dutch word gets places to break it, so that it stays on the paper.
    """
    drawn = "".join(sign if sign in _signs() else _look_alike(sign) for sign in text.replace("\n", " "))
    return _ENDLESS.sub(lambda word: "\u200b".join(re.findall(".{1,15}", word[0])), drawn)


def _look_alike(sign: str) -> str:
    if sign in _INSTEAD:
        return _INSTEAD[sign]
    plain = "".join(part for part in unicodedata.normalize("NFKD", sign) if part in _signs())
    if plain or unicodedata.category(sign) in ("Cc", "Cf", "Mn", "Zs", "Zl", "Zp"):
        return plain or (" " if unicodedata.category(sign).startswith("Z") else "")
    return "?"


def _site(target: str, words: str) -> str:
    """The site that a link leads to, unless its words say so already."""
    site = (urlsplit(target).hostname or "").removeprefix("www.") if target.startswith("https://") else ""
    return f" ({site})" if site and site not in words else ""


@cache
def _signs() -> frozenset[str]:
    return frozenset(map(chr, TTFont(io.BytesIO(REGULAR.read_bytes())).getBestCmap()))
