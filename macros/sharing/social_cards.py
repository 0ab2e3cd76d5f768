"""Page → its card: the picture that a link preview shows."""

from __future__ import annotations

from typing import Any

from macros.model import Phase
from macros.sharing.drawing import draw
from macros.sharing.page_facts import HOME, PageFacts, Site
from macros.toolbox import Toolbox

SIZE = (1200, 630)  # pixels; what Open Graph's readers show whole


def social_card(facts: PageFacts, toolbox: Toolbox, site: Site) -> bytes:
    """The card of a page as a PNG: what it is, its title, the phases it belongs to, the name of the site."""
    from macros.sheets.pdf.plain_text import printable  # loads what draws paper; a site without an address needs none of it

    phases = phases_of(facts, toolbox)
    data: dict[str, Any] = {
        "kind": kind_of(facts),
        "title": printable(facts.title),
        "site": "" if facts.page == HOME else printable(site.name),
        # A page that belongs to no phase shows the whole road: all marks filled.
        "phases": [
            {"title": printable(phase.title), "symbol": phase.symbol.value, "colour": phase.colour, "on": not phases or phase in phases}
            for phase in toolbox["phases"]
        ],
    }
    return draw("card.typ", data)


def words_of(facts: PageFacts, toolbox: Toolbox) -> str:
    """What the card says, for who can't see it."""
    kind, phases = kind_of(facts), [phase.title for phase in phases_of(facts, toolbox)]
    text = f"Plaatje met de tekst ‘{kind}: {facts.title}’" if kind else f"Plaatje met de tekst ‘{facts.title}’"
    if len(phases) < 2 or len(phases) == len(toolbox["phases"]):
        return text + (f", bij de fase {phases[0]}" if len(phases) == 1 else ", bij alle fasen" if phases else "")
    return f"{text}, bij de fasen {', '.join(phases[:-1])} en {phases[-1]}"


def kind_of(facts: PageFacts) -> str:
    """What the page is, in a word: Tip, Werkvorm, Overzicht; empty for a page about the toolbox."""
    return facts.item.kind.one.capitalize() if facts.item else "Overzicht" if facts.section else ""


def phases_of(facts: PageFacts, toolbox: Toolbox) -> list[Phase]:
    """The phases that a page belongs to; none when it belongs to no phase more than to another."""
    if isinstance(facts.item, Phase):
        return [facts.item]
    ids = getattr(facts.item, "phases", ())
    return [phase for phase in toolbox["phases"] if phase.id in ids]
