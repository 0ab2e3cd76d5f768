"""The Dutch words that only a form needs: help where that for a file would speak of ids and folders, and what a button adds."""

from __future__ import annotations

import re

SPEAKS_OF_FILES = re.compile(r"\bid\b|id's|map/|\[\]|\bnull\b|\.yml|\btrue\b|aanhaling|laat weg|[a-z]+/[a-z]")

ONE_OF = {  # what the button below a list adds
    "answers": "Antwoord",
    "columns": "Kolom",
    "fields": "Invulvak",
    "guiding_questions": "Leidvraag",
    "next": "Vervolg",
    "not_yet": "Conditie",
    "parts": "Onderdeel",
    "related": "Onderdeel",
    "statements": "Stelling",
    "steps": "Stap",
    "stops": "Halte",
    "variants": "Variant",
}
SORTS = {"text": "Vrije tekst", "number": "Getal", "date": "Dag", "choice": "Keuze", "scale": "Stellingen", "table": "Tabel"}
_IN_A_FORM = {
    "id's uit sources.yml waar dit op steunt; [] als alles van onszelf is": "Waar dit op steunt. Leeg als alles van onszelf is.",
    "source (volgt de bron), adapted (bewerkt) of own (eigen voorstel)": "Bij de eerste twee noem je een bron.",
    "het andere item als map/id, bijvoorbeeld methods/dialoogtafel": "Typ een stuk van de naam om te zoeken.",
    "wat het andere item is: before, after, instead of with": "Wat het andere onderdeel is.",
    "vroegere adressen op de site, bijvoorbeeld tips/oude-naam": "Dit vult de opdracht om te hernoemen in. Meestal blijf je er af.",
    "portrait (staand) of landscape (liggend)": "Hoe het blad ligt.",
    "canvas, scan, list, agreement of calculation": "Wat voor blad het is.",
    "top-down, of right-to-left als stap 1 rechts staat": "Kies van rechts naar links als stap 1 rechts staat.",
    "het versienummer tussen aanhalingstekens, bijvoorbeeld '1.0'": "Twee getallen met een punt, bijvoorbeeld 1.0.",
    "wat je dan doet, als map/id": "Wat je dan doet. Typ een stuk van de naam om te zoeken.",
    "tips, werkvormen en werkbladen die hierbij passen, als map/id": "Tips, werkvormen en werkbladen die hierbij passen.",
    "het onderdeel dat daarbij helpt, als map/id": "Typ een stuk van de naam om te zoeken.",
    "id uit sources.yml": "Waar deze betekenis vandaan komt.",
    "het jaar; null als het niet bekend is": "Laat het leeg als het niet bekend is.",
    "het webadres; null als er geen is": "Laat het leeg als er geen is.",
    "de dag waarop iemand de pagina zelf opende; null als we een kopie lazen": "De dag waarop iemand de pagina zelf opende.",
    "de volgende vraag; laat weg als dit het einde is": "Laat het leeg als dit het einde is.",
    "id van de conditie die nog kan wachten": "De conditie die nog kan wachten.",
    "id's uit sources.yml als een bron dit zegt; leeg is ons eigen voorstel": "De bron die dit zegt. Leeg is ons eigen voorstel.",
    "de tip, werkvorm of het werkblad, als map/id": "Typ een stuk van de naam om te zoeken.",
    "id's van tips": "Tips die hierbij helpen.",
    "id's van werkvormen": "Werkvormen die hierbij helpen.",
    "id's van werkbladen": "Werkbladen die hierbij helpen.",
    "een vast kenmerk; verander het nooit meer": "Kleine letters, cijfers en koppeltekens. Verander het daarna nooit meer.",
    "true als je er meer mag kiezen": "Zet dit aan als je er meer mag kiezen.",
    "de dag waarop iemand dit voor het laatst nakeek, als 2026-11-21": "De dag waarop iemand dit voor het laatst nakeek.",
}


def hint(description: str) -> str:
    """The help for a form, as a sentence; empty when the model says nothing."""
    if not description:
        return ""
    text = _IN_A_FORM.get(description, description)
    return f"{text[0].upper()}{text[1:].rstrip('.')}."
