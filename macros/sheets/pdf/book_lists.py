"""The parts of the book in which many short entries stand together: the words, and the sources."""

from __future__ import annotations

from macros.model import Source, Term
from macros.sheets.pdf.book_blocks import Data, address, lead, leads, line, para
from macros.sheets.pdf.book_item import maker_and_year
from macros.sheets.pdf.book_size import whole
from macros.sheets.pdf.plain_text import blocks, printable
from macros.toolbox import Toolbox
from macros.wording import dutch_date


def terms(toolbox: Toolbox) -> list[Data]:
    """The words that not everybody knows, by the alphabet."""
    return [_term(term, toolbox) for term in toolbox["glossary"]]


def sources(toolbox: Toolbox) -> list[Data]:
    """The sources by the alphabet of their titles, each with its address in full and with all that leans on it."""
    return [_source(source, toolbox) for source in toolbox["sources"]]


def _term(term: Term, toolbox: Toolbox) -> Data:
    found = blocks(term.definition)
    if term.also:
        found.append(para(line(f"Ook wel: {', '.join(term.also)}.")))
    if term.example:
        found += blocks(f"*Bijvoorbeeld:* {term.example}")
    small = [para(line("Bron: "), lead(toolbox.get(f"sources/{term.source}")))] if term.source else []
    return whole({"key": term.key, "title": printable(term.title), "blocks": found, "small": small})


def _source(source: Source, toolbox: Toolbox) -> Data:
    where = address(source.url) if source.url else line("Geen webadres bekend")
    licence = "Licentie niet bekend." if source.licence == "unknown" else f"Licentie: {source.licence}."
    seen = f"Bekeken op {dutch_date(source.consulted)}." if source.consulted else "We lazen een opgeslagen kopie."
    users = toolbox.users(source)
    small = [para(line(f"{licence} {seen}"))] + ([para(line("Hierop steunt: "), *leads(users), line("."))] if users else [])
    found = [para(line(f"{maker_and_year(source)}.")), para(where)]
    return whole({"key": source.key, "title": printable(source.title), "blocks": found, "small": small})
