"""What can be found: every item, term and signal of the toolbox, and every hand-written page, cut into what search needs of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.model import MODELS, Entry, Term
from macros.model.fields import Prose
from macros.model.item import Item
from macros.reader import read
from macros.render import plain_words
from macros.toolbox import Toolbox
from macros.walk import marked

FOUND = tuple(model for model in MODELS if issubclass(model, Item) or model is Term)
# Pages that are not found: where you look, and what only shows without a connection.
_NOT_FOUND = {"zoeken/index.md", "geen-verbinding/index.md"}

# Texts that stand in the index as they are, so that a hit can show its best sentence; of the others only the words are kept.
# The index has a budget of bytes: here stands what people ask about, not how it is done.
_SHOWN = {
    "phases": {"question", "guiding_questions.question", "ready_when"},
    "conditions": {"full_name", "questions", "warning_signs"},
    "tips": set[str](),
    "methods": set[str](),
    "worksheets": set[str](),
    "examples": {"place", "learned"},
    "signals": set[str](),
    "routes": set[str](),
    "glossary": set[str](),
}
# Left out altogether: who made it, what to lay ready, and what to do when it goes differently are much the same everywhere.
_LEFT_OUT = {"credit", "materials", "variants.if", "variants.then", "used_note", "parts.fields.options", "parts.fields.columns.options"}


@dataclass(frozen=True)
class Document:
    """One thing that can be found.

    `address` is its place on the site (`tips/begin-klein/`), `kind` what it is in Dutch, `words` what people type for it,
    `shown` the texts a hit may show, `rest` all its other text.
    """

    address: str
    kind: str
    phases: tuple[str, ...]
    title: str
    summary: str
    words: tuple[str, ...]
    shown: tuple[str, ...]
    rest: str


def documents(toolbox: Toolbox) -> Iterator[Document]:
    """Every item, in the order in which readers meet them."""
    for model in FOUND:
        for entry in toolbox[model.kind.folder]:
            yield _of_entry(entry)


def page_documents(docs: Path) -> Iterator[Document]:
    """Every hand-written page, by its path."""
    for where in sorted(docs.rglob("*.md")):
        path = where.relative_to(docs).as_posix()
        file = read(where, path, "text", plain_text=False)
        if path not in _NOT_FOUND and file.data is not None:
            text = re.sub(r"\{\{.*?\}\}|\{[^}]*\}|<[^>]*>", " ", str(file.data["text"]))
            title, summary = str(file.data["title"]), str(file.data["description"])
            typed = tuple(map(str, file.data.get("search_words") or ()))
            yield Document(path.removesuffix("index.md"), "pagina", (), title, summary, typed, (), _one_line(text))


def address(entry: Entry) -> str:
    """Where an item stands on the site: `tips/begin-klein/`, `begrippen/#mandaat`."""
    return entry.page.removesuffix("index.md").removesuffix(".md") + ("/" if entry.kind.has_pages else entry.anchor)


def _of_entry(entry: Entry) -> Document:
    folder = entry.kind.folder
    texts: dict[str, list[str]] = {}
    for loc, text, _ in marked(type(entry), entry.model_dump(by_alias=True), Prose):
        texts.setdefault(".".join(part for part in loc if isinstance(part, str)), []).append(_one_line(text))
    words = [word for name in ("search_words", "also", "forms") for word in texts.pop(name, [])]
    (title,) = texts.pop("title")
    summary = (texts.pop("summary", None) or texts.pop("definition"))[0]
    shown = [text for name in texts for text in texts[name] if name in _SHOWN[folder]]
    rest = [text for name in texts for text in texts[name] if name not in _SHOWN[folder] | _LEFT_OUT]
    phases = getattr(entry, "phases", (entry.id,) if folder == "phases" else ())
    return Document(address(entry), entry.kind.one, tuple(phases), title, summary, tuple(words), tuple(shown), " ".join(rest))


def _one_line(text: str) -> str:
    """A text without markup, list marks and line breaks."""
    return " ".join(re.sub(r"^\s*(?:\d+\.|[-#]+)\s", "", plain_words(text), flags=re.M).split())
