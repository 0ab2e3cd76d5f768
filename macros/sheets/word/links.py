"""Where the links of a worksheet lead from a file that somebody took along: always to a full address."""

from __future__ import annotations

import re
from urllib.parse import quote

from macros.model.worksheet import Worksheet
from macros.toolbox import Toolbox

_ITEM = re.compile(r"[a-z]+/[a-z0-9-]+")


def site_root(sheet: Worksheet, page_url: str) -> str:
    """The address of the site, read from that of the sheet's own page; empty when it can't be told."""
    own = f"{sheet.page.removesuffix('.md')}/"
    return page_url.removesuffix(own) if page_url.endswith(f"/{own}") else ""


class Links:
    """The links of one file. `targets` is what stands in its list of relations: id → address."""

    def __init__(self, toolbox: Toolbox, root: str) -> None:
        self._toolbox, self._root = toolbox, root
        self._ids: dict[str, str] = {}

    @property
    def targets(self) -> dict[str, str]:
        """Every address that was asked for, by the id it got."""
        return {relation: address for address, relation in self._ids.items()}

    def relation(self, to: str) -> str:
        """The id of the relation for a link as an editor writes it; empty when there is nowhere to lead to."""
        address = self._address(to)
        return self._ids.setdefault(address, f"link{len(self._ids) + 1}") if address else ""

    def _address(self, to: str) -> str:
        if not _ITEM.fullmatch(to):
            return well_formed(to)
        if not self._root:
            return ""
        item = self._toolbox.get(to)
        path = item.page.removesuffix(".md").removesuffix("index").rstrip("/")
        return well_formed(f"{self._root}{path}/{item.anchor}")


def well_formed(address: str) -> str:
    """An address with every sign that RFC 3986 forbids written as %xx. Word won't open a file with another."""
    return quote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", address), safe="%:/?#@!$&'()*+,;=~")
