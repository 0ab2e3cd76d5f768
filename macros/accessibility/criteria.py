"""The success criteria of WCAG 2.2, level A and AA, with their names in the authorised Dutch translation and which checks touch each.

A check that finds nothing does not show that a criterion is met: hardly one can be judged by a machine alone. So each also says what a
person must still look at. `absent` says why there is nothing on the site that a criterion is about.
"""

from __future__ import annotations

from dataclasses import dataclass

PRINCIPLES = ("1. Waarneembaar", "2. Bedienbaar", "3. Begrijpelijk", "4. Robuust")
NOTHING_PLAYS = "De site heeft geen geluid en geen video."
NOTHING_MOVES = "Niets beweegt, knippert of ververst vanzelf."


@dataclass(frozen=True)
class Criterion:
    """One criterion: number, level, Dutch name, ids of checks, and what is left to a person or why it does not apply."""

    number: str
    level: str
    name: str
    checks: tuple[str, ...]
    person: str = ""
    absent: str = ""

    @property
    def principle(self) -> str:
        """The part of WCAG it belongs to; the parts sort in their order."""
        return PRINCIPLES[int(self.number[0]) - 1]


def _one(line: str) -> Criterion:
    number, level, name, checks, rest = (part.strip() for part in line.split("|"))
    absent = rest.removeprefix("! ") if rest.startswith("!") else ""
    return Criterion(number, level, name, tuple(checks.split()), "" if absent else rest, absent)


# number | level | name | checks | what a person must look at, or after `!` why it does not apply
CRITERIA: tuple[Criterion, ...] = tuple(
    _one(line)
    for line in f"""
1.1.1 | A | Niet-tekstuele content | axe html | zeggen de teksten bij tekens en plaatjes hetzelfde?
1.2.1 | A | Louter-geluid en louter-videobeeld (vooraf opgenomen) | absent | ! {NOTHING_PLAYS}
1.2.2 | A | Ondertitels voor doven en slechthorenden (vooraf opgenomen) | absent | ! {NOTHING_PLAYS}
1.2.3 | A | Audiodescriptie of media-alternatief (vooraf opgenomen) | absent | ! {NOTHING_PLAYS}
1.2.4 | AA | Ondertitels voor doven en slechthorenden (live) | absent | ! {NOTHING_PLAYS}
1.2.5 | AA | Audiodescriptie (vooraf opgenomen) | absent | ! {NOTHING_PLAYS}
1.3.1 | A | Info en relaties | axe html structure | klopt wat een schermlezer voorleest met wat je ziet?
1.3.2 | A | Betekenisvolle volgorde | keyboard pdf | is de volgorde ook voor het oor logisch?
1.3.3 | A | Zintuiglijke eigenschappen | | verwijst een tekst alleen naar plek, vorm of kleur?
1.3.4 | AA | Weergavestand | fit | werkt alles als je het scherm draait?
1.3.5 | AA | Identificeer het doel van de input | axe | vraagt een veld om gegevens van jezelf?
1.4.1 | A | Gebruik van kleur | axe forced | is alles ook zonder kleur te begrijpen?
1.4.2 | A | Geluidsbediening | absent | ! {NOTHING_PLAYS}
1.4.3 | AA | Contrast (minimum) | axe | zijn ook de teksten in tekeningen goed te lezen?
1.4.4 | AA | Herschalen van tekst | fit | blijft alles bruikbaar in andere browsers?
1.4.5 | AA | Afbeeldingen van tekst | | staat er nergens tekst in een plaatje?
1.4.10 | AA | Reflow | fit | leest het prettig in één kolom?
1.4.11 | AA | Contrast van niet-tekstuele content | keyboard forced | zijn randen en tekens goed te zien?
1.4.12 | AA | Tekstafstand | fit axe | leest het prettig met ruime tekst?
1.4.13 | AA | Content bij hover of focus | tasks | blijft de uitleg bij een woord staan en gaat zij weg met Escape?
2.1.1 | A | Toetsenbord | keyboard tasks axe | werkt alles ook met schakelaars en spraak?
2.1.2 | A | Geen toetsenbordval | keyboard tasks | ook met een schermlezer aan?
2.1.4 | A | Enkel teken sneltoetsen | tasks | de cijfertoetsen bij een schaal werken alleen in het veld zelf; is dat duidelijk?
2.2.1 | A | Timing aanpasbaar | absent axe | ! Er is nergens een tijdslot.
2.2.2 | A | Pauzeren, stoppen, verbergen | absent still | ! {NOTHING_MOVES}
2.3.1 | A | Drie flitsen of beneden drempelwaarde | absent | ! {NOTHING_MOVES}
2.4.1 | A | Blokken omzeilen | axe structure tasks | springt een schermlezer goed naar de inhoud?
2.4.2 | A | Paginatitel | axe structure | zegt de titel waar de pagina over gaat?
2.4.3 | A | Focusvolgorde | keyboard tasks | is de volgorde ook logisch?
2.4.4 | A | Linkdoel (in context) | axe keyboard | zegt elke link waar je uitkomt?
2.4.5 | AA | Meerdere manieren | ways | vind je vlot wat je zoekt?
2.4.6 | AA | Koppen en labels | structure | zeggen koppen en labels waar het over gaat?
2.4.7 | AA | Focus zichtbaar | keyboard | is de rand ook in andere browsers te zien?
2.4.11 | AA | Focus niet bedekt (minimum) | keyboard fit | ook in andere browsers?
2.5.1 | A | Aanwijzergebaren | absent | ! Een tik of klik is overal genoeg.
2.5.2 | A | Aanwijzerannulering | | gebeurt er pas iets als je loslaat?
2.5.3 | A | Label in naam | axe | luistert spraakbediening naar de woorden op de knop?
2.5.4 | A | Bewegingsactivering | absent | ! Nergens hoef je het apparaat te bewegen.
2.5.7 | AA | Sleepbewegingen | absent | ! Nergens hoef je te slepen.
2.5.8 | AA | Grootte van het aanwijsgebied (minimum) | axe targets | raak je alles goed op een telefoon?
3.1.1 | A | Taal van de pagina | axe structure html | leest een stem het als Nederlands voor?
3.1.2 | AA | Taal van onderdelen | english structure | ontbreekt er een woord in de lijst?
3.2.1 | A | Bij focus | keyboard tasks | gebeurt er niets onverwachts?
3.2.2 | A | Bij input | tasks | gebeurt er niets onverwachts bij het invullen?
3.2.3 | AA | Consistente navigatie | structure | staat het menu overal op dezelfde plek?
3.2.4 | AA | Consistente identificatie | | heet hetzelfde overal hetzelfde?
3.2.6 | A | Consistente hulp | | staat hulp overal op dezelfde plek?
3.3.1 | A | Foutidentificatie | | is een melding ook te horen en te begrijpen?
3.3.2 | A | Labels of instructies | axe | is duidelijk wat je moet invullen?
3.3.3 | AA | Foutsuggestie | | zegt een melding hoe het wel moet?
3.3.4 | AA | Foutpreventie (wettelijk, financieel, gegevens) | tasks | kun je wissen terugdraaien, of wordt het eerst gevraagd?
3.3.7 | A | Overbodige invoer | | hoef je niets twee keer in te vullen?
3.3.8 | AA | Toegankelijke authenticatie (minimum) | absent | ! Je hoeft nergens in te loggen.
4.1.2 | A | Naam, rol, waarde | axe html keyboard | zegt een schermlezer wat iets is en hoe het staat?
4.1.3 | AA | Statusberichten | | worden meldingen voorgelezen zonder dat je erheen gaat?
""".strip().splitlines()
)
