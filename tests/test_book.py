"""The whole toolbox as a book, read back as a person with paper would, and as a person with a screen reader."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, pairwise
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from conftest import ROOT, SAMPLE
from pypdf import PdfReader

from macros.language.pieces import page_pieces
from macros.language.rules import stumbles
from macros.language.vocabulary import Vocabulary, word_list
from macros.load import load
from macros.model import Method, Tip
from macros.model.fields import Prose
from macros.model.item import Item
from macros.sheets.pdf import book_pdf
from macros.sheets.pdf.book import TITLE
from macros.sheets.pdf.book_check import book_faults
from macros.sheets.pdf.structure import elements, kids
from macros.sheets.pdf.typesetting import TEMPLATES
from macros.toolbox import Toolbox, build
from macros.walk import marked

SITE = "https://voorbeeld.nl/wijk/"
IN_CONTENTS = ("phases", "conditions", "tips", "methods", "worksheets", "examples", "signals", "routes")
IN_BOOK = (*IN_CONTENTS, "glossary", "sources")
POINTS = 72 / 25.4  # in a millimetre
HEAD, FOOT = 20 * POINTS, 17 * POINTS  # what is above and below the text of a page


def letters(text: str) -> str:
    """A text without what a line break may change: spaces and hyphens."""
    return re.sub(r"[\s\u00ad\u200b\u0002\ufffe-]", "", text)


def signs(text: str) -> str:
    """Only the letters and digits of a text."""
    return re.sub(r"\W", "", letters(text))


@dataclass(frozen=True)
class Link:
    """Words on a page that lead somewhere: to an item or a part by its name, or to a web address. A page counts from 1."""

    page: int
    to: str
    words: str


def boxes(link: Any) -> list[list[float]]:
    """The places of a link on its page, line by line: left, bottom, right, top."""
    points = [float(one) for one in link.get("/QuadPoints", [])]
    if not points:
        return [[float(side) for side in link["/Rect"]]]
    quads = [points[start : start + 8] for start in range(0, len(points), 8)]
    found = [[min(one[::2]), min(one[1::2]), max(one[::2]), max(one[1::2])] for one in quads]
    lines = [list(same) for _, same in groupby(found, key=lambda box: (box[1], box[3]))]
    return [[line[0][0], line[0][1], line[-1][2], line[0][3]] for line in lines]


@dataclass(frozen=True)
class Book:
    """A book, and what it was made of."""

    toolbox: Toolbox = field(repr=False)
    data: bytes = field(repr=False)

    @cached_property
    def pages(self) -> list[Any]:
        return list(pypdfium2.PdfDocument(self.data))

    @cached_property
    def texts(self) -> list[Any]:
        return [page.get_textpage() for page in self.pages]

    @cached_property
    def reader(self) -> PdfReader:
        return PdfReader(io.BytesIO(self.data))

    @cached_property
    def places(self) -> dict[str, int]:
        """The page of every item and every part, by its name."""
        return {key: self.reader.get_destination_page_number(to) + 1 for key, to in self.reader.named_destinations.items()}

    @cached_property
    def bookmarks(self) -> list[tuple[str, int]]:
        def below(outline: list[Any]) -> Iterator[tuple[str, int]]:
            for one in outline:
                if isinstance(one, list):
                    yield from below(one)
                else:
                    yield one.title, self.reader.get_destination_page_number(one) + 1

        return list(below(self.reader.outline))

    @cached_property
    def links(self) -> list[Link]:
        """Every link. One that goes on on the next page or in the next column is one link."""
        found: list[Link] = []
        for number, page in enumerate(self.reader.pages, 1):
            for reference in page.get("/Annots", []):
                one = reference.get_object()
                to = str(one["/A"]["/URI"] if "/A" in one else one["/Dest"])
                words = "".join(self._words(number, box) for box in boxes(one))
                if found and found[-1].to == to and number - found[-1].page < 2 and self.places.get(to) and "(blz." not in found[-1].words:
                    found[-1] = Link(found[-1].page, to, found[-1].words + words)
                else:
                    found.append(Link(number, to, words))
        return found

    def _words(self, page: int, box: list[float]) -> str:
        left, bottom, right, top = box
        # A box is higher than its line: what stands above and below must not come along.
        return self.texts[page - 1].get_text_bounded(left - 0.2, bottom + 2, right + 0.2, top - 1)

    def body(self, page: int) -> str:
        """The text of a page, without what stands at its head and foot."""
        wide, high = self.pages[page - 1].get_size()
        return self.texts[page - 1].get_text_bounded(0, FOOT, wide, high - HEAD)

    def part(self, name: str) -> range:
        """The pages of a part."""
        starts = sorted(page for key, page in self.places.items() if key.startswith("deel/") and key.count("/") == 1)
        start = self.places[f"deel/{name}"]
        return range(start, next((page for page in starts if page > start), len(self.pages) + 1))

    def pages_of(self, item: Item) -> range:
        """The pages on which an item stands; the last one may be shared with the next."""
        start = self.places[item.key]
        after = sorted(page for page in self.places.values() if page > start)
        return range(start, (after[0] if after else len(self.pages)) + 1)


@pytest.fixture(scope="module")
def sample() -> Book:
    toolbox = load(SAMPLE / "toolbox_data")
    return Book(toolbox, book_pdf(toolbox, ""))


@pytest.fixture(scope="module")
def real() -> Book:
    toolbox = load(ROOT / "toolbox_data")
    return Book(toolbox, book_pdf(toolbox, SITE))


@pytest.fixture(params=["sample", "real"])
def book(request: pytest.FixtureRequest) -> Book:
    return request.getfixturevalue(request.param)


# What a file must be


def test_the_book_has_no_fault(book: Book) -> None:
    assert book_faults(book.data, TITLE) == []


def test_another_process_makes_the_same_bytes(sample: Book, tmp_path: Any) -> None:
    """In another folder, language, time zone and order of hashing, and without what was kept on disk."""
    program = f"""
import sys; sys.path.insert(0, {str(ROOT)!r})
import hashlib, pathlib
from macros import file_cache
from macros.load import load
from macros.sheets.pdf import book_pdf
file_cache.FOLDER = pathlib.Path({str(tmp_path)!r})
print(hashlib.sha256(book_pdf(load(pathlib.Path({str(SAMPLE / "toolbox_data")!r})), "")).hexdigest())
"""
    environment = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C", "PATH": "", "HOME": str(tmp_path)}
    result = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() == hashlib.sha256(sample.data).hexdigest()


def test_nothing_stands_off_the_paper_or_in_its_margins(book: Book) -> None:
    for number, page in enumerate(book.pages, 1):
        text, (wide, high) = book.texts[number - 1], page.get_size()
        for place in range(0, text.count_chars(), 5):
            left, bottom, right, top = text.get_charbox(place)
            inside = 14 * POINTS <= left and right <= wide - 14 * POINTS and 8 * POINTS <= bottom and top <= high - 8 * POINTS
            assert inside or not text.get_text_range(place, 1).strip(), f"page {number}: {text.get_text_range(place, 40)!r}"


def broken(data: bytes, breaking: str) -> bytes:
    """The book with one thing wrong."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[2]
        link = page.obj.Annots[0]
        if breaking == "leads nowhere":
            link.Dest = pikepdf.String("tips/bestaat-niet")
        elif breaking == "nothing to hear":
            del link.Contents
        elif breaking == "no link":
            link.F = 0
        elif breaking == "not tagged":
            del link.StructParent
        elif breaking == "outside the page":
            link.Rect = [-20, 10, 40, 30]
        elif breaking == "press Tab":
            del page.obj["/Tabs"]
        elif breaking == "no bookmarks":
            del pdf.Root["/Outlines"]
        made = io.BytesIO()
        pdf.save(made, deterministic_id=True)
        return made.getvalue()


@pytest.mark.parametrize(
    "breaking", ["leads nowhere", "nothing to hear", "no link", "not tagged", "outside the page", "press Tab", "no bookmarks"]
)
def test_the_checker_sees_what_is_broken(sample: Book, breaking: str) -> None:
    found = book_faults(broken(sample.data, breaking), TITLE)
    assert any(breaking in fault for fault in found), found


def test_no_words_stand_on_other_words(book: Book) -> None:
    for number, text in enumerate(book.texts, 1):
        places = sorted((text.get_rect(place) for place in range(text.count_rects())), key=lambda box: -box[3])
        for at, (left, bottom, right, top) in enumerate(places):
            for other in places[at + 1 :]:
                if other[3] < bottom + 1.5:
                    break
                side = min(right, other[2]) - max(left, other[0])
                overlap = min(top, other[3]) - max(bottom, other[1])
                assert side < 1 or overlap < 1.5, f"page {number}: {text.get_text_bounded(left, bottom, right, top)!r}"


# Finding the way on paper


def test_the_cover_says_what_it_is_and_how_new(sample: Book, real: Book) -> None:
    cover = letters(real.texts[0].get_text_range())
    for words in ("Samenwerken in de wijk", "Voor actieve bewoners", "CC BY 4.0", "21 november 2026", "voorbeeld.nl/wijk"):
        assert letters(words) in cover
    newest = max(item.reviewed for kind in IN_CONTENTS for item in real.toolbox[kind])
    assert (newest.day, newest.month, newest.year) == (21, 11, 2026)
    assert "voorbeeld.nl" not in sample.texts[0].get_text_range()


def test_every_page_but_the_cover_shows_its_number_in_the_file(book: Book) -> None:
    for number, page in enumerate(book.pages, 1):
        foot = book.texts[number - 1].get_text_bounded(0, 0, page.get_width(), FOOT)
        assert (str(number) in foot.split()) == (number > 1), (number, foot)


def test_the_head_of_a_page_names_the_part_and_the_phase(real: Book) -> None:
    tip = real.toolbox["tips"][0]
    page = real.places[tip.key]
    wide, high = real.pages[page - 1].get_size()
    head = real.texts[page].get_text_bounded(0, high - HEAD, wide, high)
    assert "Tips" in head and real.toolbox.first_phase(tip).title in head


def test_every_item_stands_where_its_bookmark_says(book: Book) -> None:
    for kind in IN_BOOK:
        for item in book.toolbox[kind]:
            page = book.places[item.key]
            assert (item.title, page) in book.bookmarks, item.key
            assert letters(item.title) in letters(book.body(page)), item.key


def test_the_contents_name_every_item_with_its_page(book: Book) -> None:
    contents = [link for link in book.links if 1 < link.page < book.places["deel/gebruik"]]
    entries = {link.to: link.words for link in contents}
    wanted = {item.key: item.title for kind in IN_CONTENTS for item in book.toolbox[kind]}
    assert {key for key in entries if not key.startswith("deel/")} == set(wanted)
    for key, title in wanted.items():
        assert signs(entries[key]) == signs(f"{title} {book.places[key]}")
    parts = [(key, page) for key, page in book.places.items() if key.count("/") == 1 and key.startswith("deel/")]
    assert {key for key, _ in parts} <= set(entries)
    assert [page for _, page in sorted(parts, key=lambda pair: list(entries).index(pair[0]))] == sorted(page for _, page in parts)


def test_every_reference_says_the_page_that_it_leads_to(book: Book) -> None:
    said = [(link, re.search(r"\(blz\.\s*(\d+)\)\W*$", re.sub(r"\s+", " ", link.words))) for link in book.links if link.to in book.places]
    contents = book.places["deel/gebruik"]
    numbers = [(link, int(match[1])) for link, match in said if match]
    assert [(link, number) for link, number in numbers if number != book.places[link.to]] == []
    # Nothing says a page without leading to it.
    shown = sum(len(re.findall(r"\(blz\.", book.body(page))) for page in range(contents, len(book.pages) + 1))
    assert len(numbers) == shown > 30
    # What leads somewhere without saying where stands in a list with a column for the pages.
    silent = [link for link, match in said if not match and link.page >= contents]
    for link in silent:
        assert re.search(rf"{re.escape(letters(link.words))}.{{0,200}}?{book.places[link.to]}", letters(book.body(link.page))), link


def test_texts_lead_on_to_the_items_they_name(real: Book) -> None:
    tip = real.toolbox.get("tips/begin-klein")
    page = real.places[tip.key]
    assert any(
        link.page == page and link.to == "methods/netwerkanalyse" and "wie er om het plan heen staan" in link.words for link in real.links
    )


def test_web_addresses_can_be_typed_over(real: Book) -> None:
    shown = letters(" ".join(real.body(page) for page in real.part("bronnen")))
    for source in real.toolbox["sources"]:
        if source.url:
            assert letters(source.url.removeprefix("https://").rstrip("/")) in shown, source.url
            assert any(link.to.rstrip("/") == source.url.rstrip("/") for link in real.links), source.url


def test_an_address_that_is_no_source_stands_in_full_below_the_text(real: Book) -> None:
    known = {source.url for source in real.toolbox["sources"]}
    found = 0
    for kind in ("methods", "examples", "worksheets"):
        for item in real.toolbox[kind]:
            shown = letters(" ".join(real.body(page) for page in real.pages_of(item)))
            for _, text, _ in marked(type(item), item.model_dump(by_alias=True), Prose):
                for url in re.findall(r"\]\((https://[^)]*)\)", text):
                    found += url not in known
                    assert url in known or letters(url.removeprefix("https://").rstrip("/")) in shown, (item.key, url)
    assert found


# What stands in it


def said(text: str) -> str:
    """A text without what the book adds or leaves out: marks of Markdown, addresses, names of sites, pages."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\(blz\.\s*\d+\)|\s\([a-z0-9.-]+\.[a-z]{2,}\)", "", text)
    return re.sub(r"[*•→›]", "", letters(text))


NOT_SHOWN = ("search_words", "forms", "roles", "statements", "not_yet", "scale", "parts", "calculation")  # the last works on a screen only


def test_everything_that_is_said_of_an_item_stands_on_its_pages(book: Book) -> None:
    for kind in IN_CONTENTS:
        for item in book.toolbox[kind]:
            shown = said("".join(book.body(page) for page in book.pages_of(item)))
            for loc, text, _ in marked(type(item), item.model_dump(by_alias=True), Prose):
                if loc[0] not in NOT_SHOWN:
                    for line in filter(str.strip, text.split("\n")):
                        assert said(re.sub(r"^\s*(?:[-*]|\d+\.)\s", "", line)) in shown, (item.key, loc, line)


def test_the_facts_of_a_method_stand_beside_it(real: Book) -> None:
    method = real.toolbox.get("methods/partnerschapskaart")
    shown = letters(real.body(real.places[method.key]))
    for words in ("Tijd 90 minuten", "Met wie 4–10 mensen", "Voorbereiden 45 minuten", "Werkblad: Partnerschapskaart om in te vullen"):
        assert letters(words) in shown
    assert all(letters(f"{step.minutes} minuten") in shown for step in method.steps[:3])


def test_a_worksheet_says_what_it_asks_and_where_to_get_it(sample: Book, real: Book) -> None:
    sheet = real.toolbox.get("worksheets/partnerschapskaart")
    shown = letters("".join(real.body(page) for page in real.pages_of(sheet)))
    for part in sheet.parts:
        assert letters(part.title) in shown and all(letters(one) in shown for one in part.questions)
        assert all(letters(field.label) in shown for field in part.fields)
    assert letters("voorbeeld.nl/wijk/werkbladen/partnerschapskaart") in shown
    with pikepdf.open(io.BytesIO(real.data)) as pdf:
        codes = {str(one.Alt) for one in elements(pdf) if one.S == "/Figure"}
    assert any(alt.endswith("/werkbladen/partnerschapskaart/") for alt in codes)
    page = sample.places["worksheets/blad"]
    assert letters("in de toolbox bij Werkbladen: Het blad") in letters(sample.body(page) + sample.body(page + 1))


def test_everything_stands_in_the_order_of_the_site(real: Book) -> None:
    """Kinds as in the contents, items as in their overview pages, and a tip with the first of its phases."""
    pages = [real.places[item.key] for kind in IN_BOOK for item in real.toolbox[kind]]
    assert pages == sorted(pages)
    for tip in real.toolbox["tips"]:
        phase = real.toolbox.first_phase(tip)
        heading = next(page for title, page in real.bookmarks if title.strip().endswith(f"Tips bij {phase.title.lower()}"))
        assert heading <= real.places[tip.key]


def test_our_own_words_are_plain_dutch(real: Book) -> None:
    terms = [word for term in real.toolbox["glossary"] for name in (term.title, *term.also, *term.forms) for word in name.lower().split()]
    vocabulary = Vocabulary(terms, word_list(ROOT / "toolbox_data" / "words.txt"))
    assert [f"{one.line}: {one.what}" for one in stumbles(page_pieces(TEMPLATES), vocabulary)] == []


# How it lies on the page


def test_a_method_lies_open_on_two_pages(book: Book) -> None:
    last = book.part("werkvormen").stop
    starts = [book.places[method.key] for method in book.toolbox["methods"]]
    assert all(page % 2 == 0 for page in starts)
    for start, after in pairwise([*starts, last]):
        assert 0 < after - start <= 2, book.body(start)[:60]


def test_a_tip_is_not_broken_over_two_pages(real: Book) -> None:
    for tip in real.toolbox["tips"]:
        assert said(tip.how.split("\n")[-1]) in said(real.body(real.places[tip.key])), tip.key


def headings(book: Book) -> Iterator[tuple[int, Any, list[Any]]]:
    """(page, a heading's box, the boxes of all other text on that page); a box is left, bottom, right, top."""
    with pikepdf.open(io.BytesIO(book.data)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        found: dict[int, dict[int, int]] = {}

        def marks(element: Any, heading: int) -> None:
            for kid in kids(element):
                if isinstance(kid, int):
                    found.setdefault(numbers[element.Pg.objgen], {})[kid] = heading
                elif kid.get("/Type") == "/MCR":
                    found.setdefault(numbers[kid.get("/Pg", element.get("/Pg")).objgen], {})[int(kid.MCID)] = heading
                elif "/S" in kid:
                    marks(kid, heading)

        for count, element in enumerate(elements(pdf), 1):
            if re.fullmatch("/H[1-6]", str(element.S)):
                marks(element, count)
    for page, by_mark in found.items():
        objects = [one for one in book.pages[page - 1].get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])]
        known = [(pdfium.FPDFPageObj_GetMarkedContentID(one.raw), one.get_bounds()) for one in objects]
        others = [box for mark, box in known if mark >= 0 and mark not in by_mark]
        for _, same in groupby(sorted(by_mark, key=lambda mark: by_mark[mark]), key=lambda mark: by_mark[mark]):
            wanted = set(same)
            boxes = [box for mark, box in known if mark in wanted]
            if boxes:
                yield page, (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)), others


def test_no_heading_is_the_last_thing_on_a_page(book: Book) -> None:
    seen = 0
    for page, (left, bottom, right, _), others in headings(book):
        seen += 1
        below = [box for box in others if box[3] <= bottom + 2 and box[0] < right and box[2] > left]
        assert below or page == 1, (page, book.texts[page - 1].get_text_bounded(left, bottom, right, bottom + 12))
    assert seen > 50


def test_no_page_is_nearly_empty(real: Book) -> None:
    """But for the one that may lie before the methods."""
    few = [page for page in range(1, len(real.pages) + 1) if len(real.body(page).split()) < 25]
    assert [page for page in few if page + 1 != real.places["deel/werkvormen"]] == []


# What editors may write

SIGNS = (
    '#panic() *x* _y_ $z$ @label <l> \\ \\u{41} "dubbel" \'enkel\' `c` // /* = - + / ~ -- → ☐ é € 漢 #{1+1} #import "x" #read("look.typ")'
)


def test_a_hostile_text_neither_breaks_nor_runs(sample: Book) -> None:
    """Long texts, endless words, signs of other languages; links to nothing and to nobody."""
    text = f"{SIGNS} {'x' * 200} [a](nergens/heen) [b](https://voorbeeld.nl/{'y' * 150}) "
    changed = []
    for folder in sample.toolbox.kinds:
        for entry in sample.toolbox[folder]:
            data = entry.model_dump(by_alias=True)
            if isinstance(entry, Tip):
                data |= {"title": "T" * 80, "how": text * 20, "why": "\n\n".join([text] * 3)}
            if isinstance(entry, Method):
                data["steps"] = [{**step, "text": text * 10} for step in data["steps"]]
                data |= {"title": "Een titel van " + "w" * 60, "pitfalls": [text] * 9}
            changed.append(type(entry).model_validate(lists(data)))
    hostile = Book(build(changed), book_pdf(build(changed), ""))
    assert book_faults(hostile.data, TITLE) == []
    test_nothing_stands_off_the_paper_or_in_its_margins(hostile)
    test_every_reference_says_the_page_that_it_leads_to(hostile)
    shown = letters("".join(hostile.body(page) for page in range(1, len(hostile.pages) + 1)))
    assert all(letters(sign) in shown for sign in ("#panic()", "$z$", "@label", "<l>", "#{1+1}", '#read("look.typ")'))


def lists(value: Any) -> Any:
    """Data as they stand in a file: lists, no tuples."""
    if isinstance(value, dict):
        return {key: lists(one) for key, one in value.items()}
    return [lists(one) for one in value] if isinstance(value, (list, tuple)) else value


def test_a_part_without_items_is_left_out(sample: Book) -> None:
    kept = [entry for folder in sample.toolbox.kinds for entry in sample.toolbox[folder] if folder not in ("routes", "examples")]
    less = Book(build(kept), book_pdf(build(kept), ""))
    assert book_faults(less.data, TITLE) == []
    assert {"deel/voor-wie", "deel/praktijkvoorbeelden"}.isdisjoint(less.places) and "deel/tips" in less.places
