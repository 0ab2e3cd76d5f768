"""What each kind of item has of its own: its facts and its sections, in the order of its page on the site (templates/pages/)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from macros.model import Condition, Example, Method, Phase, Route, Signal, Tip, Worksheet
from macros.model.fields import Answers
from macros.model.item import Item
from macros.sheets.pdf.book_blocks import Data, bullets, fact, lead, leads, line, para, section, sentence, texts
from macros.sheets.pdf.book_sheet import sheet_sections
from macros.sheets.pdf.book_size import whole
from macros.sheets.pdf.plain_text import Block, blocks, printable
from macros.toolbox import Toolbox


def facts_of(item: Item) -> list[Data]:
    """The facts that only this kind has."""
    if isinstance(item, Method):
        return [
            fact("Tijd", para(line(f"{item.minutes} {'minuut' if item.minutes.max == 1 else 'minuten'}"))),
            fact("Met wie", para(line(f"{item.people} {'persoon' if item.people.max == 1 else 'mensen'}"))),
            fact("Voorbereiden", para(line(f"{item.preparation_minutes} minuten"))),
            fact("Past bij", para(line(sentence(role.label for role in item.role_in_session)))),
        ]
    if isinstance(item, Worksheet):
        return [
            fact("Soort", para(line(item.sort.label))),
            fact("Papier", para(line(f"{item.paper.size.label}, {item.paper.orientation.label}"))),
            fact("Invullen", para(line(item.fill_order.label))),
            fact("Versie", para(line(item.version))),
        ]
    if isinstance(item, Phase):
        return [fact("De vraag", para(line(item.question))), fact("Je eerste stap", *blocks(item.first_step))]
    if isinstance(item, Condition):
        return [fact("Voluit", para(line(item.full_name)))]
    if isinstance(item, Example):
        return [fact("Waar", para(line(item.place))), fact("Wanneer", para(line(item.period)))]
    if isinstance(item, Route):
        return [fact("Je eerste stap", *blocks(item.first_step))]
    return []


def sections_of(item: Any, toolbox: Toolbox) -> list[Data]:
    """The sections that only this kind has."""
    return list(_SECTIONS[type(item)](item, toolbox))


def _phase(item: Phase, toolbox: Toolbox) -> Iterator[Data]:
    yield section("Waar gaat het om?", blocks(item.about))
    asked = [whole(section(one.question, _answers(one, toolbox))) for one in item.guiding_questions]
    advice = "Kies de vraag die nu bij jullie past. Onder elke vraag staat wat helpt."
    yield section("Leidvragen", [para(line(advice))], *asked)
    order = "De volgorde is een voorstel. Je mag een stap overslaan of later terugkomen."
    yield section("De stappen", [para(line(order)), *texts(item.steps, numbered=True)])
    yield section("Waar gaat het vaak mis?", texts(item.pitfalls))
    yield section("Wanneer kun je verder?", texts(item.ready_when))
    for folder in ("methods", "worksheets", "examples", "tips"):
        yield from _all(toolbox.placed(folder, phase=item.id), f"voor {item.title.lower()}")


def _condition(item: Condition, toolbox: Toolbox) -> Iterator[Data]:
    yield section("Wat betekent het?", blocks(item.meaning))
    yield section("Zo merk je dat het goed gaat", texts(item.goes_well_when))
    yield section("Zo merk je dat het wringt", texts(item.warning_signs))
    yield section("Vragen om samen te bespreken", texts(item.questions))
    yield section("Wat helpt", _answers(item.helps, toolbox))
    warning = "Deze zinnen zijn van onszelf. Ze zijn niet wetenschappelijk getoetst."
    yield section("De stellingen in de scan", [para(line(warning)), *bullets([line(one.text)] for one in item.statements)])
    for folder in ("methods", "examples", "tips"):
        yield from _all(toolbox.placed(folder, condition=item.id), "die hieraan werken")


def _tip(item: Tip, _: Toolbox) -> Iterator[Data]:
    yield section("Waarom", blocks(item.why))
    yield section("Zo doe je het", blocks(item.how))


def _method(item: Method, toolbox: Toolbox) -> Iterator[Data]:
    result = blocks(f"**Na afloop:** {item.result}")
    yield section("Waarvoor", [*blocks(item.goal), *result])
    sheets = [[line("Werkblad: "), lead(sheet)] for sheet in toolbox.pick("worksheets", item.worksheets)]
    ready = bullets([*([line(thing)] for thing in item.materials), *sheets])
    if ready:
        yield section("Wat leg je klaar", ready)
    steps = [whole({"title": printable(step.title), "minutes": step.minutes, "blocks": blocks(step.text)}, 8) for step in item.steps]
    together = para(line("De stappen duren samen "), line(f"{item.step_minutes} minuten", bold=True), line("."))
    say: Block = whole({"kind": "say", "blocks": blocks(item.opening_line)})
    yield section("Zo doe je het", [say, {"kind": "steps", "items": steps}, together])
    cases = [whole({"title": printable(one.if_), "blocks": blocks(one.then)}) for one in item.variants]
    yield section("Als het anders loopt", [{"kind": "cases", "items": cases}])
    yield section("Iedereen telt mee", blocks(item.equal_voice))
    yield section("Waar gaat het vaak mis?", texts(item.pitfalls))


def _example(item: Example, toolbox: Toolbox) -> Iterator[Data]:
    yield section("Waarom ze begonnen", blocks(item.occasion))
    yield section("Wie er meededen", bullets([line(one)] for one in item.partners))
    yield section("Wat ze deden", blocks(item.approach))
    yield section("Wat hielp", texts(item.worked))
    yield section("Wat lastig was", texts(item.did_not_work))
    yield section("Wat je ervan kunt leren", texts(item.learned))
    note = [para(line(item.used_note))] if item.used_note else []
    used = [toolbox.get(key) for key in item.used]
    yield section("Zelf aan de slag", [*note, *bullets([line(f"{one.kind.one.capitalize()}: "), lead(one)] for one in used)])


def _signal(item: Signal, toolbox: Toolbox) -> Iterator[Data]:
    conditions = toolbox.pick("conditions", item.conditions)
    yield section("", [para(line("Kijk naar "), *leads(conditions), line(". Dit helpt:")), *_answers(item, toolbox)])


def _route(item: Route, toolbox: Toolbox) -> Iterator[Data]:
    yield section("Wat kun jij doen?", blocks(item.about))
    stops = [(stop.text, toolbox.get(stop.leads_to)) for stop in item.stops]
    steps = [[para(line(text)), para(line(f"{other.kind.one.capitalize()}: "), lead(other))] for text, other in stops]
    yield section("Jouw route", [{"kind": "each", "numbered": True, "items": steps}])
    yield section("Waar let je op?", texts(item.watch_out))
    yield from _all(toolbox.for_role(item.role), "", "Meer voor jou")


def _answers(help: Answers, toolbox: Toolbox) -> list[Block]:
    """The methods, tips and worksheets that answer a question."""
    found = [one for folder in ("methods", "tips", "worksheets") for one in toolbox.pick(folder, getattr(help, folder))]
    return [{"kind": "answers", "items": [[line(f"{one.kind.one.capitalize()}: "), lead(one)] for one in found]}]


def _all(items: list[Any], why: str, title: str = "") -> Iterator[Data]:
    """The list that the site shows as cards."""
    if items:
        yield section(title or f"{items[0].kind.title} {why}", [{"kind": "index", "items": [[lead(one)] for one in items]}])


_SECTIONS: dict[type, Callable[[Any, Toolbox], Iterator[Data]]] = {
    Phase: _phase,
    Condition: _condition,
    Tip: _tip,
    Method: _method,
    Worksheet: sheet_sections,
    Example: _example,
    Signal: _signal,
    Route: _route,
}
