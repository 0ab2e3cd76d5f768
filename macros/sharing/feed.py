"""What is new or changed, as an Atom feed for feed readers; and the word to robots where all pages are listed."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.sharing.page_facts import PageFacts, Site

FEED, ROBOTS = "feed.xml", "robots.txt"
MOST = 50  # entries; more is for the site itself
_OURS = uuid.UUID("5b0f3a52-7f0e-5d2c-9a3e-0f6f2b7c9d41")  # any number will do, as long as it stays the same


@dataclass(frozen=True)
class Entry:
    """One page in the feed."""

    facts: PageFacts

    @property
    def id(self) -> str:
        """Stays the same when the site moves (it holds no host) and when the item is renamed (it is made of its first address)."""
        old = getattr(self.facts.item, "old_addresses", ())
        return _urn(old[0].rstrip("/") if old else self.facts.path.rstrip("/"))

    @property
    def updated(self) -> str:
        """The day of the last review. Of the hour nothing is known: midnight, UTC."""
        return f"{self.facts.changed}T00:00:00Z"


def feed(pages: Iterable[PageFacts], site: Site) -> str:
    """The items that were reviewed last, the newest first. Items of one day stand in the order in which they come."""
    entries = sorted((Entry(facts) for facts in pages if facts.item), key=lambda entry: entry.updated, reverse=True)[:MOST]
    return _rendered("feed.xml.jinja", site=site, entries=entries, feed_id=_urn(FEED), path=FEED)


def robots(site: Site) -> str:
    """Everybody may read everything, and finds the list of pages."""
    return _rendered("robots.txt.jinja", site=site)


def _urn(name: str) -> str:
    return uuid.uuid5(_OURS, name).urn


def _rendered(template: str, **values: object) -> str:
    loader = FileSystemLoader(Path(__file__).parent / "templates")
    return (
        Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, keep_trailing_newline=True)
        .get_template(template)
        .render(values)
    )
