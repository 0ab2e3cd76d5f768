"""Toolbox → the files that a site generator should see: a page for each item, a redirect for each old address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from macros.freshness import is_long_ago
from macros.model import MODELS
from macros.render import Renderer, relative
from macros.toolbox import Toolbox


@dataclass(frozen=True)
class GeneratedFile:
    """A file to add to docs/: its path, its text, and the content file it came from (for the edit link)."""

    path: str
    text: str
    made_from: str = ""


def generated_files(toolbox: Toolbox, day: dt.date | None = None) -> Iterator[GeneratedFile]:
    """Every generated file, in a fixed order. A page reviewed long before `day` says so; without a day none does."""
    renderer = Renderer(toolbox)
    for model in MODELS:
        if not model.kind.has_pages:
            continue
        template = f"pages/{model.__name__.lower()}.md.jinja"
        for item in toolbox[model.kind.folder]:
            long_ago = day is not None and is_long_ago(item.reviewed, day)
            yield GeneratedFile(item.page, renderer.render(template, item.page, item=item, long_ago=long_ago), item.path)
    for model in MODELS:
        for item in toolbox[model.kind.folder]:
            for old in getattr(item, "old_addresses", ()):
                path = f"{old.rstrip('/')}/index.html"
                target = relative(item.page.removesuffix("index.md").removesuffix(".md").rstrip("/"), path) + "/" + item.anchor
                yield GeneratedFile(path, renderer.render("redirect.html.jinja", path, item=item, target=target))
    yield GeneratedFile("assets/phases.css", renderer.render("phases.css.jinja", "assets/phases.css"))
