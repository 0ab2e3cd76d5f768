"""Markdown → sentences → words."""

from __future__ import annotations

import re

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_LIST = re.compile(r"^\s*(?:[-*+]|\d+[.)]|[a-z]\.)\s+|^\s*#+\s+|^\s*>\s?", re.M)
_END = re.compile(r"(?<=[.?!:])['”)*]*\s+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def plain(markdown: str) -> str:
    """The words that a reader sees: no marks, no addresses."""
    return _LINK.sub(r"\1", markdown).replace("*", "").replace("`", "")


def sentences(markdown: str) -> list[str]:
    """The sentences of a text. A list item, a heading and a paragraph end one too."""
    found: list[str] = []
    text = plain(markdown)
    # A new paragraph or list item starts a new sentence; a line that only wraps does not.
    for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)", text):
        flowing = re.sub(r"\s+", " ", _LIST.sub("", block)).strip()
        found += [sentence for sentence in _END.split(flowing) if words(sentence)]
    return found


def words(sentence: str) -> list[str]:
    """The words of a sentence, as they are written; numbers left out."""
    return _WORD.findall(sentence)
