"""What every item in the book has around its own content, in the order of its page on the site (templates/pages/item.md.jinja)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.model import Method, Source, Worksheet
from macros.model.fields import Prose
from macros.model.item import Item, Placed
from macros.sheets.pdf.book_blocks import Data, address, bullets, fact, lead, leads, line, para, section, sentence
from macros.sheets.pdf.book_kinds import facts_of, sections_of
from macros.sheets.pdf.book_size import balance, whole
from macros.sheets.pdf.plain_text import Block, blocks, printable
from macros.sheets.pdf.qr_code import stretches
from macros.toolbox import Toolbox
from macros.walk import marked
from macros.wording import dutch_date

_WEB_LINK = re.compile(r"\[([^\]]*)\]\((https://[^()\s]*)\)")


def book_item(item: Item, toolbox: Toolbox, site_url: str) -> Data:
    """One item, whole. `facts` are short; `ending` is what belongs with it and, in a column of its own, where it comes from."""
    made: Data = {
        "key": item.key,
        "kind": item.kind.one,
        "title": printable(item.title),
        "summary": blocks(item.summary),
        "phases": [phase.id for phase in toolbox["phases"] if phase.id in getattr(item, "phases", ())],
        "facts": [*facts_of(item), *_place(item, toolbox)],
        "sections": [*sections_of(item, toolbox), *_in_plain_words(item)],
        "ending": [],
    }
    if item.kind.has_pages:  # a signal shares its page on the site with the others, and there this is not said of each
        more, origin = [*_where(item, site_url), *_together(item, toolbox)], _origin(item, toolbox)
        made |= {"ending": [[*more], [origin]] if more else [[origin]], "balance": balance(more, origin)}
    return whole(made, 50)


def _place(item: Item, toolbox: Toolbox) -> Iterator[Data]:
    """Phases, conditions, and whom it is for."""
    if isinstance(item, Placed):
        many = "Fase" if len(item.phases) == 1 else "Fasen"
        yield fact(many, *(_signed(phase) for phase in toolbox["phases"] if phase.id in item.phases))
        if item.conditions:
            many = "Conditie" if len(item.conditions) == 1 else "Condities"
            yield fact(many, *map(_signed, toolbox.pick("conditions", item.conditions)))
    if item.roles and item.kind.folder != "routes":
        yield fact("Vooral voor", para(line(sentence(role.label for role in item.roles))))


def _where(item: Item, site_url: str) -> Iterator[Data]:
    """Where to get the sheets to print: on its page on the site, or under its name in the toolbox."""
    if not (isinstance(item, Worksheet) or (isinstance(item, Method) and item.worksheets)):
        return
    url = f"{site_url.rstrip('/')}/{item.page.removesuffix('.md')}/" if site_url else ""
    what = "Dit blad kun je printen, op het scherm invullen of aanpassen in Word."
    if isinstance(item, Method):
        what = "Deze werkvorm kun je printen met de werkbladen die erbij horen."
    place = address(url) if url else line(f"in de toolbox bij {item.kind.title}: {item.title}.")
    said = para(line(what), line(" Je vindt het op " if url else " Je vindt het "), place)
    yield section("Printen en meenemen", [{"kind": "where", "blocks": [said], "qr": stretches(url) if url else [], "address": url}])


def _signed(item: Item) -> Block:
    """A phase or a condition with its sign before it."""
    return {"kind": "signed", "to": item.key, "title": printable(item.title)}


def _in_plain_words(item: Item) -> Iterator[Data]:
    if item.plain:
        yield section("In eenvoudige taal", blocks(item.plain))


def _together(item: Item, toolbox: Toolbox) -> Iterator[Data]:
    """What belongs with it, in both directions."""
    related = [[line(f"{how.label.capitalize()}: "), lead(other)] for how, other in toolbox.related(item)]
    others = [[line(f"{kind.title}: "), *leads(found)] for kind, found in toolbox.connections(item)]
    if related or others:
        yield section("Hoort hierbij", bullets([*related, *others]))


def _origin(item: Item, toolbox: Toolbox) -> Data:
    """Whose it is, how much of it is ours, when somebody last looked, and what it leans on."""
    sources: list[Source] = toolbox.pick("sources", item.sources)
    known = {source.url for source in sources}
    ours = para(line(f"{item.origin.label} Nagekeken op {dutch_date(item.reviewed)}."))
    named = [[lead(one), line(f", {maker_and_year(one)}")] for one in sources]
    web = [[line(f"{words}: "), address(url)] for words, url in _web_links(item) if url not in known]
    content: list[Block] = [*blocks(getattr(item, "credit", None) or ""), ours, *bullets([*named, *web])]
    return section("Waar komt dit vandaan?", content)


def maker_and_year(source: Source) -> str:
    """Who made a source, and when if that is known."""
    return ", ".join([*source.makers, *([str(source.year)] if source.year else [])])


def _web_links(item: Item) -> list[tuple[str, str]]:
    """(words, address) of the links in the texts that lead out of the toolbox, each address once."""
    found = {
        url: words for _, text, _ in marked(type(item), item.model_dump(by_alias=True), Prose) for words, url in _WEB_LINK.findall(text)
    }
    return [(words[0].upper() + words[1:], url) for url, words in found.items() if words]
