"""The card deck, read back as a stranger would: what stands where, on which side, how large, and what is read first."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import segno
from conftest import ROOT, SAMPLE
from PIL import Image
from pypdf import PdfReader

from macros.downloads import moved
from macros.load import load
from macros.model import Method, Tip
from macros.sheets.pdf import deck_pdf
from macros.sheets.pdf.check import deck_faults
from macros.sheets.pdf.plain_text import plain, runs
from macros.sheets.pdf.sentences import sentences
from macros.sheets.pdf.structure import elements, kids
from macros.toolbox import Toolbox

SITE = "https://voorbeeld.nl/wijk"
MM = 72 / 25.4
WIDE, HIGH = 210 * MM, 297 * MM
FROM_EDGE, FROM_CUT = 8 * MM, 5 * MM
SHORT = "Lees verder op de site."

Slot = tuple[int, int]  # column from the left, row from the top


@dataclass(frozen=True)
class Side:
    """One side of a card: its text, and its signs as (size of the letter, left, bottom, right, top), in points."""

    text: str
    signs: tuple[tuple[float, float, float, float, float], ...]


def letters(text: str) -> str:
    """A text without what a line break may change: spaces and hyphens."""
    return re.sub(r"[\s\u00ad\u200b\u0002\ufffe-]", "", text)


def read(page: pypdfium2.PdfPage) -> dict[Slot, Side]:
    """What stands in each quarter of a page that has something in it."""
    found: dict[Slot, list[tuple[str, tuple[float, float, float, float, float]]]] = {}
    text = page.get_textpage()
    for place, sign in enumerate(text.get_text_range()):
        if letters(sign):
            box = text.get_charbox(place)
            slot = (int(box[0] > WIDE / 2), int(box[1] < HIGH / 2))
            found.setdefault(slot, []).append((sign, (pdfium.FPDFText_GetFontSize(text.raw, place), *box)))
    return {slot: Side("".join(sign for sign, _ in signs), tuple(box for _, box in signs)) for slot, signs in found.items()}


@dataclass(frozen=True)
class Deck:
    """A deck that was read back. `items` should be on its cards, in that order."""

    data: bytes
    toolbox: Toolbox
    items: tuple[Tip | Method, ...]
    fronts: tuple[dict[Slot, Side], ...]  # one a sheet
    backs: tuple[dict[Slot, Side], ...]
    guide: str  # the text of the pages before the cards
    before: int  # how many those are

    def cards(self) -> Iterator[tuple[Tip | Method, Side, Side]]:
        """Each item with the front and the back that stand where they should."""
        for number, item in enumerate(self.items):
            sheet, place = divmod(number, 4)
            column, row = place % 2, place // 2
            yield item, self.fronts[sheet][column, row], self.backs[sheet][1 - column, row]

    def front_of(self, number: int) -> pypdfium2.PdfPage:
        """The page with the front of a card."""
        return pypdfium2.PdfDocument(self.data)[self.before + number // 4 * 2]


def expected(toolbox: Toolbox, phase: str = "") -> tuple[Tip | Method, ...]:
    """Tips and methods in the order that we promise, worked out in another way than the deck does."""
    order = {one.id: one.order for one in toolbox["phases"]}
    found = [
        (min(order[one] for one in item.phases), number, place, item)
        for number, kind in enumerate(("tips", "methods"))
        for place, item in enumerate(toolbox[kind])  # by title, within a phase
        if not phase or phase in item.phases
    ]
    return tuple(row[-1] for row in sorted(found, key=lambda row: row[:3]))


def addresses(toolbox: Toolbox) -> dict[str, str]:
    return {item.key: f"{SITE}/{item.page.removesuffix('.md')}/" for kind in ("tips", "methods") for item in toolbox[kind]}


def make(toolbox: Toolbox, phase: str = "", with_address: bool = True) -> Deck:
    data = deck_pdf(toolbox, addresses(toolbox) if with_address else {}, toolbox.get(f"phases/{phase}") if phase else None)
    items = expected(toolbox, phase)
    document = pypdfium2.PdfDocument(data)
    before = len(document) - 2 * -(-len(items) // 4)
    pages = [read(page) for page in document]
    guide = "\n".join(document[number].get_textpage().get_text_range() for number in range(before))
    return Deck(data, toolbox, items, tuple(pages[before::2]), tuple(pages[before + 1 :: 2]), guide, before)


@pytest.fixture(scope="module")
def real() -> Toolbox:
    return load(ROOT / "toolbox_data")


@pytest.fixture(scope="module")
def sample() -> Toolbox:
    return load(SAMPLE / "toolbox_data")


@pytest.fixture(scope="module")
def decks(real: Toolbox, sample: Toolbox) -> dict[str, Deck]:
    """The whole decks, those of each phase, and one of a site without an address."""
    found = {"sample-without-address": make(sample, with_address=False)}
    for name, toolbox in (("real", real), ("sample", sample)):
        found[name] = make(toolbox)
        found |= {f"{name}-{phase.id}": make(toolbox, phase.id) for phase in toolbox["phases"]}
    return found


def safe(deck: Deck) -> list[str]:
    """What stands too near to an edge or to scissors, or in letters that are too small."""
    found = []
    for sheet, sides in enumerate(side for pair in zip(deck.fronts, deck.backs, strict=True) for side in pair):
        for (column, row), side in sides.items():
            least = (WIDE / 2 + FROM_CUT if column else FROM_EDGE, FROM_EDGE if row else HIGH / 2 + FROM_CUT)
            most = (WIDE - FROM_EDGE if column else WIDE / 2 - FROM_CUT, HIGH / 2 - FROM_CUT if row else HIGH - FROM_EDGE)
            for size, left, bottom, right, top in side.signs:
                if left < least[0] - 0.3 or bottom < least[1] - 0.3 or right > most[0] + 0.3 or top > most[1] + 0.3:
                    found.append(f"page {deck.before + sheet + 1}, {column, row}: text at {left:.0f}, {bottom:.0f}")
                if size < 7.99:
                    found.append(f"page {deck.before + sheet + 1}, {column, row}: letters of {size:.1f}")
    return found


# What every deck must be


def test_no_deck_has_a_fault(decks: dict[str, Deck]) -> None:
    titles = {name: "Kaarten: alle tips en werkvormen" for name in ("real", "sample", "sample-without-address")}
    for name, deck in decks.items():
        title = titles.get(name) or f"Kaarten: {deck.toolbox.get('phases/' + name.partition('-')[2]).title}"
        assert deck_faults(deck.data, title, deck.before + 2 * len(deck.fronts)) == [], name


def test_fronts_stand_on_the_front_of_the_paper(decks: dict[str, Deck]) -> None:
    for name, deck in decks.items():
        assert deck.before == 2, name
        assert len(deck.fronts) == len(deck.backs) == -(-len(deck.items) // 4), name


def test_every_item_has_one_front_and_one_back_and_they_are_behind_each_other(decks: dict[str, Deck]) -> None:
    for name, deck in decks.items():
        assert sum(map(len, deck.fronts)) == sum(map(len, deck.backs)) == len(deck.items), name
        for item, front, back in deck.cards():
            title, is_tip = letters(item.title), isinstance(item, Tip)
            assert title in front.text, (name, item.id)
            assert back.text.startswith(title + ":" + ("waaromenhoe" if is_tip else "zodoejehet")), (name, item.id)


def test_the_sweep_is_not_empty(decks: dict[str, Deck], real: Toolbox) -> None:
    assert len(decks["real"].items) == len(real["tips"]) + len(real["methods"]) > 100
    assert {item.id for item in decks["sample-vervolg"].items} == {"schrijf-op", "kaart", "rondje"}
    assert [item.id for item in decks["sample"].items] == ["drink-koffie", "rondje", "schrijf-op", "kaart"]
    # A sheet that is not full keeps its cards in their places.
    assert [sorted(sheet) for sheet in (decks["sample-vervolg"].fronts[0], decks["sample-vervolg"].backs[0])] == [
        [(0, 0), (0, 1), (1, 0)],
        [(0, 0), (1, 0), (1, 1)],
    ]


def test_nothing_is_cut_by_scissors_or_lost_at_the_edge_and_nothing_is_too_small(decks: dict[str, Deck]) -> None:
    assert {name: found for name, deck in decks.items() if (found := safe(deck))} == {}


def test_nothing_is_painted_where_is_cut_but_the_line(decks: dict[str, Deck]) -> None:
    """Codes, symbols and rules as well; a back is quite empty there."""
    deck = decks["real"]
    for number in (deck.before, deck.before + 1, deck.before + 14, deck.before + 15, deck.before + 2 * len(deck.fronts) - 1):
        picture = pypdfium2.PdfDocument(deck.data)[number].render(scale=2, grayscale=True).to_pil()
        wide, high = picture.size
        line = 1 if number % 2 == 0 else 0  # mm on each side of the middle, where the line is
        for start, end in ((0, 7.8), (100.2, 105 - line), (105 + line, 109.8), (202.2, 210)):
            strip = picture.crop((round(start / 210 * wide) + 1, 0, round(end / 210 * wide) - 1, high))
            rows = [strip.getpixel((strip.width // 2, y)) for y in range(high)]
            crossed = [y for y, shade in enumerate(rows) if shade < 250 and abs(y - high / 2) > 4]
            assert crossed == [], (number, start)
        if line:
            middle = [picture.getpixel((wide // 2, y)) for y in range(high)]
            assert 0.3 < sum(shade < 200 for shade in middle) / high < 0.7, "a dashed line"


def test_another_process_makes_the_same_bytes(decks: dict[str, Deck], tmp_path: Path) -> None:
    """In another folder, language, time zone and order of hashing, and with nothing kept on disk."""
    program = f"""
import sys; sys.path[:0] = [{str(ROOT)!r}, {str(ROOT / "tests")!r}]
import hashlib, pathlib
from macros import file_cache
file_cache.FOLDER = pathlib.Path("kept")
from macros.load import load
from test_deck import SAMPLE, addresses
from macros.sheets.pdf import deck_pdf
toolbox = load(SAMPLE / "toolbox_data")
print(hashlib.sha256(deck_pdf(toolbox, addresses(toolbox))).hexdigest())
"""
    environment = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C", "PATH": "", "HOME": str(tmp_path)}
    result = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() == hashlib.sha256(decks["sample"].data).hexdigest()


# What stands on a front


def test_a_front_says_what_it_is(decks: dict[str, Deck]) -> None:
    for name, deck in decks.items():
        for item, front, _ in deck.cards():
            said = [plain(item.summary), item.kind.one, *(phase.title for phase in deck.toolbox.pick("phases", item.phases))]
            if isinstance(item, Method):
                said += [f"{item.minutes} minuten", f"{item.people} mensen", f"{item.preparation_minutes} minuten"]
            assert [text for text in said if letters(text) not in front.text] == [], (name, item.id)


def test_the_first_phase_is_the_largest(decks: dict[str, Deck]) -> None:
    for item, front, _ in decks["real"].cards():
        if len(item.phases) > 1:
            sizes = []
            for phase in (one for one in decks["real"].toolbox["phases"] if one.id in item.phases):
                sizes.append(front.signs[front.text.index(phase.title)][0])
            assert sizes[0] > 1.3 * max(sizes[1:]), item.id


SHAPES = {  # which corners and which middles of the sides are dark: left to right, top to bottom
    "circle": (False, True, False, True, True, False, True, False),
    "square": (True,) * 8,
    "triangle": (False, True, False, False, False, True, True, True),
    "diamond": (False, True, False, True, True, False, True, False),
}


def symbol(deck: Deck, number: int) -> Image.Image:
    """The mark of the first phase on a card, in black and white, cut out close."""
    scale, place = 6, number % 4
    picture = deck.front_of(number).render(scale=scale, grayscale=True).to_pil()
    left, top = (place % 2 * 105 + 7) * MM * scale, (place // 2 * 148.5 + 7) * MM * scale
    part = picture.crop((int(left), int(top), int(left + 11 * MM * scale), int(top + 11 * MM * scale)))
    dark = part.point(lambda shade: 255 if shade < 140 else 0)
    return dark.crop(dark.getbbox())


def ink(mark: Image.Image) -> float:
    """How much of its square a mark fills."""
    return mark.histogram()[255] / (mark.width * mark.height)


def test_the_phase_is_seen_without_colour(decks: dict[str, Deck], real: Toolbox) -> None:
    deck, seen = decks["real"], Counter[str]()
    filled = {"circle": 0.785, "square": 1.0, "triangle": 0.5, "diamond": 0.5}
    for number, item in enumerate(deck.items):
        if seen[shape := real.first_phase(item).symbol.value] < 2:
            seen[shape] += 1
            mark = symbol(deck, number)
            assert min(mark.size) > 6 * MM * 6, "at least 6 mm"
            assert ink(mark) == pytest.approx(filled[shape], abs=0.06), item.id
            across = [(x, y) for y in (0.06, 0.5, 0.94) for x in (0.06, 0.5, 0.94) if (x, y) != (0.5, 0.5)]
            dark = tuple(mark.getpixel((int(x * mark.width), int(y * mark.height))) > 0 for x, y in across)
            assert dark == SHAPES[shape], (item.id, shape)
    assert set(seen) == set(SHAPES)


def test_a_pale_phase_keeps_its_outline(content: Path) -> None:
    file = content / "phases" / "begin.md"
    file.write_text(file.read_text(encoding="utf-8").replace("#00594f", "#ffffe0"), encoding="utf-8")
    mark = symbol(make(load(content)), 0)
    assert min(mark.size) > 6 * MM * 6
    assert mark.getpixel((mark.width // 2, 2)) and mark.getpixel((2, mark.height // 2))


def test_every_code_leads_to_the_page_of_its_card(decks: dict[str, Deck]) -> None:
    """Module by module the code of the address."""
    deck, scale = decks["real"], 3
    with pikepdf.open(io.BytesIO(deck.data)) as pdf:
        figures = [one for one in elements(pdf) if one.S == "/Figure"]
        assert len(figures) == len(deck.items)
        where = [[float(side) for side in one.A[0].BBox] for one in figures]
        called = [str(one.Alt) for one in figures]
    picture = None
    for number, (item, front, _) in enumerate(deck.cards()):
        address = addresses(deck.toolbox)[item.key]
        short = address.removeprefix("https://").rstrip("/")
        assert letters(short) in front.text and called[number] == "QR-code die leidt naar " + short, item.id
        if number % 4 == 0:
            picture = deck.front_of(number).render(scale=scale, grayscale=True).to_pil()
        left, _, right, top = where[number]
        code = [list(row) for row in segno.make(address, error="m", micro=False).matrix]
        unit = (right - left) / len(code)
        quiet = 4 * unit
        seen = [
            [
                int(picture.getpixel((int((left + (x + 0.5) * unit) * scale), int((HIGH - top + (y + 0.5) * unit) * scale))) < 128)
                for x in range(len(code))
            ]
            for y in range(len(code))
        ]
        assert seen == code, item.id
        near = [box for box in front.signs if box[3] > left - quiet and box[2] < top + quiet]
        assert near == [], f"{item.id}: text in the white around the code"


def test_without_an_address_a_front_says_what_to_look_for(decks: dict[str, Deck]) -> None:
    deck = decks["sample-without-address"]
    for item, front, _ in deck.cards():
        assert letters(f"Meer op de site Toolbox Samenwerken in de wijk. Zoek op: {item.title}") in front.text
    assert b"/Figure" not in pikepdf.open(io.BytesIO(deck.data)).Root.StructTreeRoot.unparse(resolved=True)


# What stands on a back


def bare(markdown: str) -> str:
    """The letters of an editor's text, its signs left out, and the signs of its lists as well."""
    return letters(plain(re.sub(r"^\s*(?:[-*+]|\d{1,3}[.)])\s+", "", markdown, flags=re.M).replace("\n", " ")))


def on_card(back: Side) -> str:
    """The letters of a back without the marks of its lists."""
    return re.sub(r"•", "", back.text)


def test_a_tip_says_why_and_how(decks: dict[str, Deck]) -> None:
    """All of it; the numbers of the steps are the only other thing between the words."""
    for name, deck in decks.items():
        for item, _, back in deck.cards():
            if isinstance(item, Tip):
                said = re.sub(r"\d", "", on_card(back))
                missing = [text for text in (item.why, item.how) if re.sub(r"\d|\.", "", bare(text)) not in said.replace(".", "")]
                assert missing == [] and letters(SHORT) not in back.text, (name, item.id)


def test_a_method_gives_its_goal_its_first_words_and_all_steps_with_their_time(decks: dict[str, Deck]) -> None:
    for name, deck in decks.items():
        for item, _, back in deck.cards():
            if isinstance(item, Method):
                assert bare(item.goal) in back.text and bare(item.opening_line) in back.text, (name, item.id)
                for number, step in enumerate(item.steps, 1):
                    minutes = "1minuut" if step.minutes == 1 else f"{step.minutes}minuten"
                    assert f"{number}.{letters(plain(step.title))}{minutes}" in back.text, (name, item.id, step.title)


def test_a_text_that_is_shortened_ends_with_a_sentence_and_says_so(decks: dict[str, Deck]) -> None:
    shortened = Counter[bool]()
    for item, _, back in decks["real"].cards():
        if not isinstance(item, Method):
            continue
        told, rest = [], on_card(back)
        for number, step in reversed(list(enumerate(item.steps, 1))):
            rest, _, said = rest.rpartition(f"{number}.{letters(plain(step.title))}")
            told.insert(
                0,
                re.sub(
                    r"^\d+minu(?:ut|ten)",
                    "",
                    said.replace(letters(SHORT + " Hier staat een kortere tekst. De code staat op de voorkant."), ""),
                ),
            )
        whole = all(bare(step.text) == said for step, said in zip(item.steps, told, strict=True))
        assert whole != (letters(SHORT) in back.text), item.id
        shortened[not whole] += 1
        if not whole:
            assert all(
                not said or (said in bare(step.text) and re.search(r"[.?!…]['’”\")]*$", said))
                for step, said in zip(item.steps, told, strict=True)
            ), item.id
            assert sum(map(bool, told)) >= len(told) / 2, f"{item.id}: mostly titles"
    assert shortened[True] and shortened[False]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ga nu even zitten. Kijk om je heen.", ["Ga nu even zitten.", "Kijk om je heen."]),
        ("Let op. Ga nu even zitten.", ["Let op. Ga nu even zitten."]),
        ("Is er niemand? Bel dan aan. Wacht even af.", ["Is er niemand? Bel dan aan.", "Wacht even af."]),
        ("Vraag aan ieder: *wat zag je? En toen?* Luister goed.", ["Vraag aan ieder: wat zag je? En toen?", "Luister goed."]),
        (
            "Denk aan een plek, bijv. De Schuur in dr. Poelstraat. Ga er heen.",
            ["Denk aan een plek, bijv. De Schuur in dr. Poelstraat.", "Ga er heen."],
        ),
        (
            "Het duurt 1.30 uur. 's Avonds is het fijn. “Kom maar”, zei ze.",
            ["Het duurt 1.30 uur. 's Avonds is het fijn.", "“Kom maar”, zei ze."],
        ),
    ],
)
def test_a_text_is_cut_between_sentences_only(text: str, parts: list[str]) -> None:
    assert ["".join(run["text"] for run in one) for one in sentences(runs(text))] == parts


# The order of reading


def test_the_back_is_read_after_its_front(decks: dict[str, Deck]) -> None:
    for name, deck in decks.items():
        with pikepdf.open(io.BytesIO(deck.data)) as pdf:
            levels = [str(one.S) for one in elements(pdf) if str(one.S) in ("/H1", "/H2", "/H3", "/H4")]
            assert levels == ["/H1", *["/H2"] * 4, *["/H3", "/H4"] * len(deck.items)], name
            assert all(kid.S != "/Figure" for kid in kids(next(elements(pdf)))), name


def test_the_bookmarks_are_the_cards(decks: dict[str, Deck]) -> None:
    for name, deck in decks.items():
        outline = PdfReader(io.BytesIO(deck.data)).outline
        names = [[one.title for one in part] if isinstance(part, list) else part.title for part in outline[1]]
        assert names[:4] == ["Zo print je de kaarten", "Wat staat erop", "Zo kun je ze gebruiken", "Deze kaarten zitten erin"], name
        assert names[4] == [item.title for item in deck.items], name


# Before the cards


def test_the_first_page_says_how_to_print_and_what_the_symbols_are(decks: dict[str, Deck]) -> None:
    for name, deck in decks.items():
        said = letters(deck.guide)
        for words in ("100 %", "dubbelzijdig", "omslaan langs de lange kant", "Knip langs de stippellijnen", "bladzijde 3 en 4"):
            assert letters(words) in said, (name, words)
        assert all(letters(f"{phase.title}: {phase.question}") in said for phase in deck.toolbox["phases"]), name


def test_the_list_gives_the_page_of_every_card(decks: dict[str, Deck]) -> None:
    for name, deck in decks.items():
        said = re.sub(r"[.…\s]", "", letters(deck.guide.partition("Deze kaarten zitten erin")[2]))
        for number, item in enumerate(deck.items):
            page = deck.before + number // 4 * 2 + 1
            assert re.search(re.escape(re.sub(r"\.", "", letters(item.title))) + str(page), said), (name, item.id)


# Content that no card was made for


def test_whatever_an_editor_writes_fits_or_says_that_there_is_more(content: Path) -> None:
    long_word = "Hottentottententoonstellingsvoorbereidingscommissievergadering"
    many = " ".join(["Dit is een gewone zin van een paar woorden."] * 400)
    tip = (content / "tips" / "drink-koffie.md").read_text(encoding="utf-8")
    method = (content / "methods" / "rondje.yml").read_text(encoding="utf-8")

    def with_line(text: str, name: str, value: str) -> str:
        return re.sub(rf"^{name}: .*$", f"{name}: {value}", text, count=1, flags=re.M)

    def save(kind: str, name: str, text: str) -> None:
        (content / kind / name).write_text(re.sub(r"old_addresses:\n.*\n", "", text), encoding="utf-8")

    save("tips", "lang.md", with_line(tip, "title", "Een lange tip").partition("\n---\n")[0] + f"\n---\nEerst dit.\n\n{many}\n\n{many}\n")
    save("tips", "alleen-waarom.md", with_line(with_line(tip, "title", "Vooral waarom"), "why", many))
    save(
        "tips",
        "woord.md",
        with_line(with_line(with_line(tip, "title", long_word), "summary", f"{long_word} {long_word}"), "why", "x" * 300),
    )
    save("tips", "titel.md", with_line(tip, "title", ("Een titel van tachtig letters is lang " * 3)[:79].strip()))
    save("tips", "breed.md", with_line(with_line(tip, "title", "W" * 80), "summary", " ".join(["M" * 60] * 40)))
    step = "  - title: Stap {} met een naam die nogal lang is\n    minutes: 1\n    text: Doe iets. Doe nog iets.\n"
    before, _, after = method.partition("steps:\n")
    steps = before + "steps:\n" + "".join(step.format(number) for number in range(60)) + after[after.index("opening_line") :]
    save("methods", "stappen.yml", with_line(with_line(steps.replace("max: 20", "max: 60"), "title", "Zestig stappen"), "goal", many))
    save("methods", "doel.yml", with_line(with_line(method, "title", "Een groot doel"), "goal", many))
    phase = content / "phases" / "begin.md"
    phase.write_text(
        phase.read_text(encoding="utf-8").replace("      - rondje", "      - rondje\n      - stappen\n      - doel"), encoding="utf-8"
    )
    deck = make(load(content))
    assert safe(deck) == []
    assert deck_faults(deck.data, "Kaarten: alle tips en werkvormen", deck.before + 2 * len(deck.fronts)) == []
    backs = {item.id: back.text for item, _, back in deck.cards()}
    short = {name for name, text in backs.items() if letters(SHORT) in text}
    assert short == {"lang", "alleen-waarom", "stappen", "doel"}
    assert "Eerstdit." in backs["lang"] and "DitiseengewonezinvaneenpaarwoordenLees" not in backs["lang"]
    assert "Kieseenplekomdehoek" in backs["alleen-waarom"]
    assert re.search(r"Ennog\d+stappen\.", backs["stappen"])
    fronts = {item.id: front.text for item, front, _ in deck.cards()}
    assert letters(long_word) in fronts["woord"] and "W" * 80 in fronts["breed"] and letters(SHORT) in fronts["breed"]


def test_a_renamed_phase_keeps_the_old_name_of_its_deck_in_sight(content: Path) -> None:
    file = content / "phases" / "begin.md"
    file.write_text(file.read_text(encoding="utf-8").replace("order: 1", "old_addresses:\n  - fasen/start\norder: 1"), encoding="utf-8")
    assert {old: download.path for old, download in moved(load(content))}["kaarten-start.pdf"] == "downloads/kaarten-begin.pdf"
