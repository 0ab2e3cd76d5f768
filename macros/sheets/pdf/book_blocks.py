"""The pieces that a page of the book is made of, as its template reads them. Text only: nothing in it is markup to Typst.

A block is a paragraph or a list (as plain_text makes them), or one of those below. A run with `to` leads somewhere:
to an item of the toolbox (`methods/dialoogtafel`), a part of the book (`deel/begrippen`) or a web address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from macros.model import Entry
from macros.sheets.pdf.plain_text import Block, Run, blocks, printable

Data = dict[str, Any]


def line(text: str, *, bold: bool = False, italic: bool = False, to: str = "") -> Run:
    """A text without Markdown, as one run."""
    return {"text": printable(text), "bold": bold, "italic": italic} | ({"to": to} if to else {})


def address(url: str) -> Run:
    """A web address to type over from paper. It may be broken after a sign that is no letter; an endless word anywhere."""
    shown = re.sub(r"([/_=&?-]|[^/_=&?-]{30})(?=.)", "\\1\u200b", url.removeprefix("https://").rstrip("/"))
    return {"text": shown, "bold": False, "italic": False, "to": url}


def lead(entry: Entry) -> Run:
    """The title of an item, leading to it."""
    return line(entry.title, to=entry.key)  # type: ignore[attr-defined]


def leads(entries: Iterable[Entry]) -> list[Run]:
    """The titles of several items in one line, with commas."""
    return [run for place, one in enumerate(entries) for run in ([line(", ")] if place else []) + [lead(one)]]


def para(*found: Run) -> Block:
    """A paragraph."""
    return {"kind": "p", "items": [list(found)]}


def bullets(items: Iterable[list[Run]]) -> list[Block]:
    """A list of lines; no list at all when there are none."""
    made = list(items)
    return [{"kind": "ul", "items": made}] if made else []


def texts(many: Iterable[str], *, numbered: bool = False) -> list[Block]:
    """A list of editors' texts, each of which may be longer than a paragraph."""
    return [{"kind": "each", "numbered": numbered, "items": [blocks(one) for one in many]}]


def section(title: str, content: list[Block], *parts: Data) -> Data:
    """A piece of a page under a heading, with pieces of its own below it. It may be broken over two pages."""
    return {"title": printable(title), "blocks": content, "sections": list(parts), "whole": False}


def fact(name: str, *content: Block) -> Data:
    """Something to know at a glance."""
    return {"name": name, "blocks": list(content)}


def sentence(words: Iterable[str]) -> str:
    """a, b en c."""
    all_words = list(words)
    return " en ".join(filter(None, [", ".join(all_words[:-1]), *all_words[-1:]]))
