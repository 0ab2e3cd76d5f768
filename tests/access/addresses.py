"""Which pages there are, and which few stand for every kind of page."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

AUDIT = os.environ.get("TOOLBOX_AUDIT") == "1"  # set by `make audit`: all pages in all states


def all_addresses(site: Path) -> list[str]:
    """The address of every page, from the root of the site: `tips/begin-klein/`; a page that only sends on is left out."""
    return [address(site, file) for file in sorted(site.rglob("*.html")) if 'http-equiv="refresh"' not in file.read_text(encoding="utf-8")]


def address(site: Path, file: Path) -> str:
    """Where a file of the site is found."""
    return re.sub(r"(^|/)index\.html$", r"\1", file.relative_to(site).as_posix())


def every_kind(site: Path) -> list[str]:
    """One page of every kind: of every sort of item the heaviest one, and each other page, unless all it is made of stands on one of these.

    Worksheets count as of one sort where their forms are made of the same controls.
    """
    chosen: dict[tuple[str, ...], str] = {}
    for one in sorted(all_addresses(site), key=lambda one: -len(text_of(site, one))):
        parts = one.strip("/").split("/")
        controls = re.findall(r'<(?:table|textarea|select|input type="\w+")', text_of(site, one).partition('class="tb-part"')[2])
        chosen.setdefault((one if len(parts) == 1 else parts[0], *sorted(set(controls))), one)
    items = {folder: one for (folder, *_), one in chosen.items() if one.count("/") > 1}  # of each folder one stays, whatever it is made of
    kinds: list[str] = []
    for one in sorted(chosen.values(), key=lambda one: -len(parts_of(site, one))):
        if one in ("", "404.html", *items.values()) or not any(parts_of(site, one) <= parts_of(site, other) for other in kinds):
            kinds.append(one)
    return sorted(kinds)


@cache
def parts_of(site: Path, one: str) -> frozenset[str]:
    """What the text of a page is made of: sorts of elements, and our own classes."""
    article = text_of(site, one).partition("<article")[2].partition("</article>")[0]
    classes = {name for names in re.findall(r'class="([^"]*)"', article) for name in names.split()}
    elements = re.findall(
        r'<(h[1-6]|table|details|dl|[ou]l|fieldset|input type="\w+"|select|textarea|button|figure|blockquote|nav)', article
    )
    return frozenset({name for name in classes if name.startswith("tb-")} | set(elements))


def a_few(addresses: list[str]) -> set[str]:
    """Of these pages a few that differ most, for what looks the same on all of them."""
    starts = ("404.html", "kaart/", "werkvormen/", "werkbladen/")
    return {"", *(max((one for one in addresses if one.startswith(start)), key=len) for start in starts)}


@cache
def text_of(site: Path, one: str) -> str:
    """The HTML of a page."""
    return (site / one / "index.html" if one.endswith("/") or not one else site / one).read_text(encoding="utf-8")
