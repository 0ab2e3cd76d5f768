"""Page → what it is in the words of schema.org, for search engines. Without an address of the site, addresses are left out."""

from __future__ import annotations

import json
from typing import Any

from macros.model import Term
from macros.sharing.item_data import Data, item_data
from macros.sharing.page_facts import HOME, PageFacts, Site
from macros.toolbox import Toolbox

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_FOR_A_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def structured_data(facts: PageFacts, toolbox: Toolbox, site: Site) -> str:
    """JSON-LD, to print as it is in a script element: no text in it can end that element."""
    nodes = [_page(facts, toolbox, site), *_breadcrumbs(facts, site)]
    graph = {"@context": "https://schema.org", "@graph": [_without_gaps(node) for node in nodes]}
    return json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(_FOR_A_SCRIPT)


def _page(facts: PageFacts, toolbox: Toolbox, site: Site) -> Data:
    """The page itself. What an item adds comes last: its type is more than a page."""
    return {
        "@type": "WebPage",
        "name": facts.title,
        "description": facts.description,
        "url": site.at(facts.path),
        "image": site.at(facts.picture),
        "inLanguage": "nl",
        "license": LICENCE,
        "isAccessibleForFree": True,
        "dateModified": str(facts.changed or ""),
        "isPartOf": None if facts.page == HOME else {"@type": "WebSite", "name": site.name, "url": site.at("")},
    } | (item_data(facts.item, toolbox, site) if facts.item else _hand_written(facts, toolbox, site))


def _hand_written(facts: PageFacts, toolbox: Toolbox, site: Site) -> Data:
    if facts.page == HOME:
        return {"@type": "WebSite"}
    if facts.section == Term.kind:
        return {"@type": "DefinedTermSet", "hasDefinedTerm": [_term(term, site) for term in toolbox[Term.kind.folder]]}
    return {"@type": "CollectionPage"} if facts.section else {"@type": "AboutPage"} if facts.page == "over/index.md" else {}


def _term(term: Term, site: Site) -> Data:
    return {
        "@type": "DefinedTerm",
        "name": term.title,
        "description": term.definition,
        "alternateName": list(term.also),
        "url": site.at(f"{term.kind.address}/{term.anchor}"),
    }


def _breadcrumbs(facts: PageFacts, site: Site) -> list[Data]:
    """The way from the start to this page, as the page itself shows it; none on the start."""
    if facts.page == HOME:
        return []
    way = [("Start", "")]
    if facts.item:
        way.append((facts.item.kind.title, f"{facts.item.kind.address}/"))
    way.append((facts.title, facts.path))
    stops = [
        {"@type": "ListItem", "position": place, "name": name, "item": {"@type": "WebPage", "@id": site.at(path)} if site.address else None}
        for place, (name, path) in enumerate(way, 1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": stops}]


def _without_gaps(value: Any) -> Any:
    """Without what is not known: None, and empty texts and lists."""
    if isinstance(value, list):
        return [_without_gaps(one) for one in value]
    if isinstance(value, dict):
        return {name: _without_gaps(one) for name, one in value.items() if one not in (None, "", [])}
    return value
