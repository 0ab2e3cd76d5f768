"""From an item to Markdown, by the template files in macros/templates/."""

from __future__ import annotations

import posixpath
import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from macros import prose
from macros.downloads import of_item
from macros.model import Entry
from macros.related import Related
from macros.sheets.form import online_form
from macros.toolbox import Toolbox
from macros.wording import dutch_date, dutch_month

TEMPLATES = Path(__file__).parent / "templates"


class Renderer:
    """Fills in templates. Every template sees `toolbox`, `page` (its own path) and the functions below."""

    def __init__(self, toolbox: Toolbox) -> None:
        self._env = Environment(
            loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
        )
        self._env.globals.update(
            toolbox=toolbox,
            link=_link,
            to=_to,
            downloads_of=lambda item: of_item(item, toolbox),
            also_helpful=Related(toolbox).also,
            online_form=lambda sheet: online_form(sheet, toolbox),
        )
        self._env.filters.update(
            text=_text, line=plain_line, words=plain_words, date=dutch_date, month=dutch_month, sentence=_sentence, size=readable_size
        )

    def render(self, template: str, page: str, **values: Any) -> str:
        """The Markdown of a template, for the page at this path (such as `tips/begin-klein.md`)."""
        return self._env.get_template(template).render(page=page, **values)


@cache
def relative(target: str, page: str) -> str:
    """The way from one page to another, as MkDocs wants it: from file to file."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


@pass_context
def _to(context: Context, target: str) -> str:
    """The address of a page or file (`tips/index.md`, `tips/index.md#verkennen`) seen from this page."""
    path, sign, anchor = target.partition("#")
    return relative(path, context["page"]) + sign + anchor


@pass_context
def _link(context: Context, entry: Entry, label: str = "") -> str:
    """A Markdown link to an item."""
    text = plain_line(label or entry.title)  # type: ignore[attr-defined]
    return f"[{text}]({relative(entry.page, context['page'])}{entry.anchor})"


@pass_context
def _text(context: Context, markdown: str) -> str:
    """An editor's text, with its links to other items (`methods/dialoogtafel`) made to lead there."""
    toolbox: Toolbox = context["toolbox"]

    def resolved(match: re.Match[str]) -> str:
        entry = toolbox.get(match[1])
        return f"]({relative(entry.page, context['page'])}{entry.anchor})"

    return prose.ITEM_LINK.sub(resolved, markdown)


def plain_line(text: str) -> str:
    """A text without markup, safe inside Markdown: `2 * 3` stays `2 * 3`."""
    return re.sub(r"([\\`*_\[\]#|~])", r"\\\1", text)


def plain_words(markdown: str) -> str:
    """The bare words of an editor's text, for a description or a title attribute."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown).replace("*", "").replace("`", "")


def _sentence(words: list[str]) -> str:
    """a, b en c."""
    return " en ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def readable_size(number: int) -> str:
    """A number of bytes as people say it: 42 kB, 1,3 MB."""
    return f"{number / 1e6:.1f} MB".replace(".", ",") if number >= 1_000_000 else f"{max(1, round(number / 1000))} kB"
