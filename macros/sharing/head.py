"""Everything together: the files to add to the site, and what stands in the head of each page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.sharing.feed import FEED, ROBOTS, feed, robots
from macros.sharing.icons import icon_files
from macros.sharing.page_facts import HIDDEN, HOME, PageFacts, Site, all_pages
from macros.sharing.social_cards import SIZE, social_card, words_of
from macros.sharing.structured_data import structured_data
from macros.toolbox import Toolbox


@dataclass(frozen=True)
class Picture:
    """A picture for link previews: its full address, what it says, its size in pixels."""

    address: str
    words: str
    width: int = SIZE[0]
    height: int = SIZE[1]


@dataclass(frozen=True)
class Shared:
    """What the head of one page tells; macros/theme/partials/sharing.html prints it. Empty is: nothing to tell."""

    site: Site
    title: str
    description: str
    sort: str  # as Open Graph calls it: website or article
    section: str
    changed: str
    address: str
    picture: Picture | None
    structured_data: str
    hidden: bool  # search engines leave it out


class Sharing:
    """How the pages of one build are shown elsewhere.

    What can only be told with a full address, is told only where the site has one: pictures, the feed, robots.txt.
    `pages` holds what is known of each page, by its Markdown file.
    """

    hidden = HIDDEN  # for the sitemap

    def __init__(self, docs: Path, toolbox: Toolbox, site: Site) -> None:
        self._toolbox, self._site = toolbox, site
        self.pages = {facts.page: facts for facts in all_pages(docs, toolbox, site)}
        self._docs = docs

    def files(self) -> Iterator[tuple[str, bytes]]:
        """(path on the site, content) of every file to add. Raises ContentError, in Dutch, when the icon or a font can't be read."""
        yield from icon_files(self._docs, self._site).items()
        if self._site.address:
            for facts in (facts for facts in self.pages.values() if facts.has_card):
                yield facts.picture, social_card(facts, self._toolbox, self._site)
            yield FEED, feed(self.pages.values(), self._site).encode()
            yield ROBOTS, robots(self._site).encode()

    def changed(self, page: str) -> str:
        """The day on which a page changed last, as 2026-11-21; empty when nobody knows."""
        return str((page in self.pages and self.pages[page].changed) or "")

    def of_page(self, page: str, title: str, description: str) -> Shared:
        """What the head of a page tells. Title and description are for a page that is neither an item nor in docs/."""
        facts = self.pages.get(page) or PageFacts(page, title, description or self._site.description, has_card=False)
        on_card = facts if facts.has_card else self.pages[HOME]
        return Shared(
            site=self._site,
            title=facts.title,
            description=facts.description,
            sort="website" if page == HOME else "article",
            section=facts.item.kind.title if facts.item else "",
            changed=str(facts.changed or ""),
            address=self._site.at(facts.path),
            picture=Picture(self._site.at(facts.picture), words_of(on_card, self._toolbox)) if self._site.address else None,
            structured_data=structured_data(facts, self._toolbox, self._site),
            hidden=page in HIDDEN,
        )
