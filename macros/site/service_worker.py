"""The service worker of a built site: what it keeps at hand, and the version that follows from that."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

FILE = "service-worker.js"
_SECTION_PAGE = re.compile(r"(?:[\w-]+/)?index\.html")  # the home page and the pages one level down
_LONG = 60_000  # bytes: a list as long as this comes along once somebody opens it
# Not the pictures: those come along with the page that somebody opens.
_LOADED = re.compile(r'<(?:link|script)\b[^>]*?\s(?:href|src)="([^"#?]+)"')
_LOADED_BY_STYLE = re.compile(r"""url\(\s*["']?([^"')#?]+)""")


def service_worker(site: Mapping[str, bytes]) -> str:
    """The script for a site; `site` holds its files by path. The same site gives the same script."""
    at_hand = sorted(_at_hand(site))
    template = Environment(loader=FileSystemLoader(Path(__file__).parents[1] / "templates"), undefined=StrictUndefined).get_template(
        f"{FILE}.jinja"
    )
    digest = hashlib.sha256()
    for path in at_hand:
        digest.update(path.encode() + b"\0" + hashlib.sha256(site[path]).digest())
    return template.render(version=digest.hexdigest()[:12], at_hand=[path.removesuffix("index.html") for path in at_hand])


def _at_hand(site: Mapping[str, bytes]) -> set[str]:
    """The section pages but for the longest lists, every file that they need to look and work as they should, and the search."""
    pages = {path for path in site if _SECTION_PAGE.fullmatch(path) and len(site[path]) < _LONG}
    loaded = {found for path in pages for found in _targets(_LOADED, path, site)}
    by_style = {found for path in loaded if path.endswith(".css") for found in _targets(_LOADED_BY_STYLE, path, site)}
    search = {path for path in site if path.startswith("assets/search/") and path.endswith(".js")}  # loaded once somebody searches
    return pages | loaded | by_style | search


def _targets(pattern: re.Pattern[str], path: str, site: Mapping[str, bytes]) -> Iterator[str]:
    """The files of the site that a page or stylesheet names."""
    for address in pattern.findall(site[path].decode("utf-8")):
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
        if target in site and target.startswith("assets/"):
            yield target
