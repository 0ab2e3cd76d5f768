"""What each page is about, as far as others need to know: its title, its description, its item, its address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.hand_written import HandWrittenPage
from macros.model import MODELS
from macros.model.item import Item, Kind
from macros.reader import read
from macros.render import plain_words
from macros.toolbox import Toolbox

HOME = "index.md"
# Pages that hold something only for who is on the site already: search engines leave them out.
HIDDEN = frozenset({"geen-verbinding/index.md", "opgeslagen/index.md", "zoeken/index.md"})


@dataclass(frozen=True)
class Site:
    """The site as a whole. `address` is where it stands, with a stroke at the end; empty when nobody knows yet."""

    name: str
    description: str
    address: str = ""

    def at(self, path: str) -> str:
        """The full address of a file or page by its path on the site; empty without an address of the site."""
        return f"{self.address.rstrip('/')}/{path}" if self.address else ""


@dataclass(frozen=True)
class PageFacts:
    """One page. `page` is its Markdown file from the root of the pages, `section` the kind whose overview it is."""

    page: str
    title: str
    description: str
    item: Item | None = None
    section: Kind | None = None
    changed: dt.date | None = None
    has_card: bool = True

    @property
    def path(self) -> str:
        """Its place on the site: `tips/index.md` → `tips/`."""
        return path_of(self.page)

    @property
    def picture(self) -> str:
        """The place on the site of the card that link previews show: its own, or that of the start."""
        return f"assets/social/{(self.page if self.has_card else HOME).removesuffix('.md')}.png"


def path_of(page: str) -> str:
    """The place on the site of a Markdown page: `index.md` → nothing, `tips/begin-klein.md` → `tips/begin-klein/`."""
    return "" if page == HOME else page.removesuffix(".md").removesuffix("/index") + "/"


def all_pages(docs: Path, toolbox: Toolbox, site: Site) -> Iterator[PageFacts]:
    """Every page of an item, and every hand-written page below `docs`, in a fixed order."""
    for model in MODELS:
        if model.kind.has_pages:
            yield from (of_item(item) for item in toolbox[model.kind.folder])
    for where in sorted(docs.rglob("*.md")):
        page = where.relative_to(docs).as_posix()
        data = read(where, page, HandWrittenPage.kind.body, plain_text=False).data
        yield of_hand_written(page, data["title"], data["description"], toolbox, site)


def of_item(item: Item) -> PageFacts:
    """The page of an item."""
    return PageFacts(item.page, item.title, plain_words(item.summary), item=item, changed=item.reviewed)


def of_hand_written(page: str, title: str, description: str, toolbox: Toolbox, site: Site) -> PageFacts:
    """A page that people wrote by hand. An overview changed when the last of its items did; of other pages nobody knows."""
    section = next((model.kind for model in MODELS if model.kind.address and page == f"{model.kind.address}/index.md"), None)
    folders = [section.folder] if section else [model.kind.folder for model in MODELS] if page == HOME else []
    days = [item.reviewed for folder in folders for item in toolbox[folder] if isinstance(item, Item)]
    name = site.name if page == HOME else title
    return PageFacts(page, name, description, section=section, changed=max(days, default=None), has_card=page not in HIDDEN)
