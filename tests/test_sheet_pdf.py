"""Worksheets on paper, through the doors that people use: they read, print and fill in the files."""

from __future__ import annotations

import ctypes
import hashlib
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import segno
from access.addresses import AUDIT
from conftest import ROOT, SAMPLE
from paper_files import PaperFile, address, paper_files
from pypdf import PdfReader, PdfWriter

from macros import file_cache
from macros.load import load
from macros.model import Worksheet
from macros.model.fields import Prose
from macros.sheets.pdf import answer_cards_pdf, pack_pdf, papers, poster_pdf, score_cards_pdf, sheet_pdf
from macros.sheets.pdf.check import faults, pack_faults
from macros.sheets.questions import Question, questions
from macros.toolbox import Toolbox
from macros.walk import marked


@pytest.fixture(scope="module")
def real() -> Toolbox:
    return load(ROOT / "toolbox_data")


@pytest.fixture(scope="module")
def sample() -> Toolbox:
    return load(SAMPLE / "toolbox_data")


@pytest.fixture(scope="module")
def made(real: Toolbox, sample: Toolbox) -> dict[str, PaperFile]:
    """The files of the sample, and the real ones as they stand in the site of these tests: without an address, unless this is an audit."""
    real_files = paper_files(real) if AUDIT else paper_files(real, lambda item: "")
    return {file.name: file for file in (*real_files, *paper_files(sample))}


def words(data: bytes) -> str:
    """All text of a PDF."""
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def letters(text: str) -> str:
    """A text without what a line break may change: spaces and hyphens."""
    return re.sub(r"[\s\u00ad\u200b\u0002\ufffe-]", "", text)


def pages(data: bytes) -> int:
    return len(pypdfium2.PdfDocument(data))


def boxes(data: bytes) -> dict[str, tuple[int, list[float]]]:
    """Each widget by `name` or `name=value`: its page and its rectangle."""
    found = {}
    for number, page in enumerate(PdfReader(io.BytesIO(data)).pages):
        for one in (reference.get_object() for reference in page.get("/Annots", [])):
            names, at = [], one
            while at is not None:
                names += [at["/T"]] if "/T" in at else []
                at = at["/Parent"].get_object() if "/Parent" in at else None
            value = next((state for state in one["/AP"]["/N"] if state not in ("/Off",)), "") if "/AS" in one else ""
            found[".".join(reversed(names)) + value.replace("/", "=")] = (number, [float(side) for side in one["/Rect"]])
    return found


def answer_to(question: Question, number: int) -> dict[str, str]:
    """An answer for every field of a question, by the name of the field."""
    if question.kind == "several":
        return {f"{question.id}.{option.value}": f"/{option.value}" for option in question.options}
    if question.kind == "one":
        return {question.id: f"/{question.options[number % len(question.options)].value}"}
    return {question.id: f"Zoë zei: één koffie, € {number}"}


# What every file must be


def test_no_file_has_a_fault(made: dict[str, PaperFile]) -> None:
    assert {name: found for name, file in made.items() if (found := file.faults())} == {}


def test_the_sweep_is_not_empty(made: dict[str, PaperFile], real: Toolbox) -> None:
    assert len(made) >= 2 * len(real["worksheets"]) + sum(bool(method.worksheets) for method in real["methods"])


def test_no_page_is_blank_and_nothing_is_painted_off_the_paper(made: dict[str, PaperFile]) -> None:
    for name, file in made.items():
        for number, page in enumerate(pypdfium2.PdfDocument(file.data), 1):
            picture = page.render(scale=0.25, grayscale=True).to_pil()
            wide, high = picture.size
            body = picture.crop((0, 0, wide, int(high * 0.93)))  # without the line at the foot
            dark = sum(body.histogram()[:200])
            assert dark > wide * high * 0.004, f"{name}, page {number} is empty"
            edge = [picture.getpixel((x, y)) for x in (0, 1, wide - 2, wide - 1) for y in range(high)]
            assert min(edge) > 200, f"{name}, page {number} runs off the paper"


def test_another_process_makes_the_same_bytes(sample: Toolbox, tmp_path: Path) -> None:
    """In another folder, language, time zone and order of hashing."""
    program = f"""
import sys; sys.path[:0] = [{str(ROOT)!r}, {str(ROOT / "tests")!r}]
import hashlib, pathlib
from macros.load import load
from paper_files import paper_files
for file in paper_files(load(pathlib.Path({str(SAMPLE / "toolbox_data")!r}))):
    print(file.name, hashlib.sha256(file.data).hexdigest())
"""
    environment = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C", "PATH": "", "HOME": str(tmp_path)}
    result = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    here = [f"{file.name} {hashlib.sha256(file.data).hexdigest()}" for file in paper_files(sample)]
    assert result.stdout.splitlines() == here


def test_a_rebuild_makes_only_what_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same content read again makes no file anew; a changed sheet makes one."""
    monkeypatch.setattr(file_cache, "FOLDER", tmp_path)
    one, other = load(SAMPLE / "toolbox_data"), load(SAMPLE / "toolbox_data")
    sheet = one.get("worksheets/blad")
    before = sheet_pdf(sheet, one, "")
    made = list(tmp_path.iterdir())
    assert sheet_pdf(other.get("worksheets/blad"), other, "") == before
    assert list(tmp_path.iterdir()) == made and len(made) == 1
    changed = Worksheet.model_validate(plain(sheet) | {"goal": "Iets heel anders."})
    assert "Ietsheelanders" in letters(words(sheet_pdf(changed, one, "")))
    assert len(list(tmp_path.iterdir())) == 2


# What stands on it


def said_by(sheet: Worksheet) -> Iterator[str]:
    """All that a worksheet must say on paper, marks of Markdown left out."""
    yield from (sheet.title, sheet.goal, sheet.personal_data or "", sheet.origin.label, *sheet.instructions, *sheet.conversation)
    yield from (f"Versie {sheet.version}", "CC BY 4.0")
    for part in sheet.parts:
        yield from (part.title, part.help or "", *part.questions)
        for field in part.fields:
            yield from (field.label, field.help or "", getattr(field, "unit", ""))


def without_markdown(text: str) -> str:
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("*", "")


def test_everything_on_a_worksheet_is_printed(made: dict[str, PaperFile]) -> None:
    for name, file in made.items():
        if file.to_fill_in:
            found = letters(re.sub(r" \([a-z0-9.]+\.[a-z]{2,}\)", "", words(file.data)))
            assert f"1van{pages(file.data)}" in found, name
            # A sentence may go on on the next page, past the line at the foot.
            found = re.sub(re.escape(letters(f"{file.item.title} · versie {file.item.version} · CC BY 4.0")) + r"\d+van\d+", "", found)
            missing = [text for text in said_by(file.item) if letters(without_markdown(text)) not in found]
            assert missing == [], name
            assert all(letters(phase.title) in found for phase in file.toolbox.pick("phases", file.item.phases)), name
            credit = letters(without_markdown(file.item.credit or ""))[-60:]
            assert credit in found, name


def test_a_paper_leads_back_to_its_page(sample: Toolbox) -> None:
    """The code on the paper is that of the address, module by module."""
    sheet = sample.get("worksheets/blad")
    data = sheet_pdf(sheet, sample, address(sheet))
    assert letters("toolbox.voorbeeld.nl/werkbladen/blad") in letters(words(data))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        figure = next(one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure")
        assert "toolbox.voorbeeld.nl/werkbladen/blad" in str(figure.Alt)
        left, bottom, right, top = (float(side) for side in figure.A[0].BBox)
        high = float(pdf.pages[0].mediabox[3])
    scale = 6
    picture = pypdfium2.PdfDocument(data)[0].render(scale=scale, grayscale=True).to_pil()
    code = [list(row) for row in segno.make(address(sheet), error="m", micro=False).matrix]
    unit = (right - left) / len(code)

    def dark(x: int, y: int) -> bool:
        return picture.getpixel((int((left + (x + 0.5) * unit) * scale), int((high - top + (y + 0.5) * unit) * scale))) < 128

    assert [[int(dark(x, y)) for x in range(len(code))] for y in range(len(code))] == code


def test_without_an_address_it_says_where_to_look(sample: Toolbox) -> None:
    data = sheet_pdf(sample.get("worksheets/blad"), sample, "")
    assert letters("Zoek in de toolbox: werkbladen › Het blad") in letters(words(data))
    assert b"/Figure" not in pikepdf.open(io.BytesIO(data)).Root.StructTreeRoot.unparse(resolved=True)


def test_step_one_stands_on_the_right_and_is_read_first(made: dict[str, PaperFile]) -> None:
    file = made["partnerschapskaart-A3"]
    found = boxes(file.data)
    first = ["gedeelde-waarden", "omgang", "zo-werken-we", "wat-is-nodig.1.nodig", "actielijst.1.wat"]
    assert sorted(found, key=list(found).index) == list(found)
    assert [name for name in found if name in first] == first
    assert [name for name in sorted(first, key=lambda name: -found[name][1][0])] == first


def test_the_partnership_canvas_is_one_sheet_of_a3(made: dict[str, PaperFile]) -> None:
    assert pages(made["partnerschapskaart-A3"].data) == 1
    assert pages(made["blad-A4"].data) == 1


def test_large_print_is_large(made: dict[str, PaperFile]) -> None:
    for name, file in made.items():
        if name.endswith("-large"):
            with pikepdf.open(io.BytesIO(file.data)) as pdf:
                sizes = [float(part[0][1]) for page in pdf.pages for part in pikepdf.parse_content_stream(page, "Tf")]
            assert sorted(sizes)[len(sizes) // 2] >= 16, name


def test_a_list_is_not_made_on_a3(real: Toolbox) -> None:
    sheet = real.get("worksheets/dagboek")
    assert papers(sheet) == ("A4",)
    with pytest.raises(ValueError, match="worksheets/dagboek is not made on A3"):
        sheet_pdf(sheet, real, "", paper="A3")


def test_score_cards_are_for_eight_people_and_hold_every_statement(made: dict[str, PaperFile]) -> None:
    for name, pages_wanted in (("vijf-condities-scan-cards", 4), ("meting-cards", 2)):
        file = made[name]
        found = letters(words(file.data))
        statements = [question.short for question in questions(file.item, file.toolbox) if question.label.endswith(question.short)]
        scored = [one for one in statements if one in [s.text for c in file.toolbox["conditions"] for s in c.statements]]
        assert scored and all(found.count(letters(one)) == 8 for one in scored), name
        assert pages(file.data) == pages_wanted, name
        assert boxes(file.data) == {}


def test_score_cards_are_legible(made: dict[str, PaperFile]) -> None:
    """Statements stand in letters of at least 8 points."""
    data = made["vijf-condities-scan-cards"].data
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    text = page.get_text_range()
    start = text.index("Ik kan ons doel")
    assert pdfium.FPDFText_GetFontSize(page.raw, start) >= 8


def test_answer_cards_are_eight_on_a_page_with_every_number_and_no_statement(made: dict[str, PaperFile]) -> None:
    """Cut along the lines, each card has the numbers in order, each with the whole scale. The sheet before it has the same numbers."""
    for name in ("vijf-condities-scan", "meting"):
        file = made[f"{name}-answer-cards"]
        conditions = [file.toolbox.get(f"conditions/{f.condition}") for p in file.item.parts for f in p.fields if f.type == "scale"]
        texts = [statement.text for condition in conditions for statement in condition.statements]
        to_read, cards = pypdfium2.PdfDocument(file.data)
        read = letters(to_read.get_textpage().get_text_range())
        places = [read.index(letters(f"{number}. {text}")) for number, text in enumerate(texts, 1)]
        assert places == sorted(places), name
        wide, high = cards.get_width() / 2, cards.get_height() / 4
        for column in (0, 1):
            for row in range(4):
                box = (column * wide, row * high, (column + 1) * wide, (row + 1) * high)
                card = cards.get_textpage().get_text_bounded(*box)
                rows = re.findall(r"\b(\d+)\s+1\s*2\s*3\s*4\s*5\s*\?", card)
                assert rows == [str(number) for number in range(1, len(texts) + 1)], (name, box)
                assert all(condition.title in card for condition in conditions), (name, box)
                assert not any(letters(text) in letters(card) for text in texts), (name, box)
        assert boxes(file.data) == {}, name


def test_no_letter_of_the_answer_cards_is_smaller_than_eight_points(made: dict[str, PaperFile]) -> None:
    for page in pypdfium2.PdfDocument(made["vijf-condities-scan-answer-cards"].data):
        text = page.get_textpage()
        sizes = [
            pdfium.FPDFText_GetFontSize(text.raw, place) for place in range(text.count_chars()) if text.get_text_range(place, 1).strip()
        ]
        assert min(sizes) >= 8


def test_more_statements_than_fit_an_eighth_get_larger_cards(real: Toolbox) -> None:
    """Nearly as many as the code on paper can hold: a quarter of a sheet each, and none is left out or runs off its card."""
    conditions = {
        name: one.model_copy(
            update={"statements": tuple(one.statements[0].model_copy(update={"id": f"{name}{number}"}) for number in range(1, 10))}
        )
        for name, one in real.kinds["conditions"].items()
    }
    toolbox = replace(real, kinds={**real.kinds, "conditions": conditions})
    sheet = toolbox.get("worksheets/vijf-condities-scan")
    data = answer_cards_pdf(sheet, toolbox, "")
    assert faults(data, sheet, toolbox, form="answer cards") == []
    assert pages(data) == 3
    page = pypdfium2.PdfDocument(data)[1]
    wide, high = page.get_width() / 2, page.get_height() / 2
    card = page.get_textpage().get_text_bounded(0, high, wide, 2 * high)
    assert re.findall(r"\b(\d+)\s+1\s*2\s*3\s*4\s*5\s*\?", card) == [str(number) for number in range(1, 46)]


def test_a_poster_is_empty(made: dict[str, PaperFile]) -> None:
    for name, file in made.items():
        if name.endswith("-poster"):
            found = letters(words(file.data))
            assert all(letters(part.title) in found for part in file.item.parts), name
            assert boxes(file.data) == {}, name


def test_what_has_no_such_form_is_refused(real: Toolbox) -> None:
    with pytest.raises(ValueError, match="no canvas"):
        poster_pdf(real.get("worksheets/dagboek"), real, "")
    with pytest.raises(ValueError, match="no statements"):
        score_cards_pdf(real.get("worksheets/dagboek"), real, "")
    with pytest.raises(ValueError, match="no statements"):
        answer_cards_pdf(real.get("worksheets/dagboek"), real, "")


def test_a_pack_has_the_method_its_sheets_and_its_cards(made: dict[str, PaperFile], real: Toolbox) -> None:
    file = made["vijf-condities-gesprek-pack"]
    method = real.get("methods/vijf-condities-gesprek")
    document = pypdfium2.PdfDocument(file.data)
    texts = [letters(page.get_textpage().get_text_range()) for page in document]
    two = "".join(texts[:2])
    for text in (method.goal, method.result, method.opening_line, method.equal_voice, *(variant.then for variant in method.variants)):
        assert letters(without_markdown(text)) in two
    for step in method.steps:
        assert letters(step.title) in two and letters(f"{step.minutes} minuten") in two
    assert letters("Werkblad Vijf-condities-scan") in texts[2]
    assert any(text.startswith(letters("Scorekaarten: Vijf-condities-scan")) for text in texts)
    assert boxes(file.data) == {}


def test_every_method_takes_two_pages_at_most(made: dict[str, PaperFile]) -> None:
    """Its first worksheet begins on the third page, or before."""
    for name, file in made.items():
        if name.endswith("-pack"):
            sheet = file.toolbox.get(f"worksheets/{file.item.worksheets[0]}")
            document = pypdfium2.PdfDocument(file.data)
            starts = [letters(document[number].get_textpage().get_text_range()) for number in range(min(3, len(document)))]
            assert any(letters(f"versie {sheet.version}") in start for start in starts), name


def test_a_method_without_worksheets_has_a_pack_of_itself(sample: Toolbox) -> None:
    method = sample.get("methods/rondje")
    data = pack_pdf(method, sample, {})
    assert pages(data) == 1 and pack_faults(data, method) == []


def test_a_pack_without_addresses_has_no_codes(sample: Toolbox) -> None:
    assert letters("Zoek in de toolbox: werkvormen › De kaart") in letters(words(pack_pdf(sample.get("methods/kaart"), sample, {})))


# Filling in


def test_the_fields_are_the_questions_in_order_with_their_labels(made: dict[str, PaperFile]) -> None:
    for name, file in made.items():
        if file.to_fill_in:
            fields = {key: field for key, field in (PdfReader(io.BytesIO(file.data)).get_fields() or {}).items() if "/FT" in field}
            asked = questions(file.item, file.toolbox)
            assert list(fields) == [key for one in asked for key in answer_to(one, 0)], name
            labels = {one.id: one.label for one in asked if one.kind != "several"}
            assert {key: fields[key].get("/TU") for key in labels} == labels, name


def test_a_table_and_its_rows_have_names_too(made: dict[str, PaperFile]) -> None:
    fields = PdfReader(io.BytesIO(made["blad-A4"].data)).get_fields() or {}
    called = {name: fields[name]["/TU"] for name in ("actielijst", "actielijst.2", "vorm")}
    assert called == {
        "actielijst": "Acties: Wie doet wat",
        "actielijst.2": "Acties: Wie doet wat, rij 2",
        "vorm": "Acties: Hoe spreken we af?",
    }


def test_everything_that_is_filled_in_is_read_back(made: dict[str, PaperFile]) -> None:
    for name, file in made.items():
        if file.to_fill_in and name.endswith("-A4"):
            answers = {
                key: value for number, one in enumerate(questions(file.item, file.toolbox)) for key, value in answer_to(one, number).items()
            }
            writer = PdfWriter(io.BytesIO(file.data))
            for page in writer.pages:
                if "/Annots" in page:
                    writer.update_page_form_field_values(page, answers, auto_regenerate=False)
            filled = io.BytesIO()
            writer.write(filled)
            read = PdfReader(filled).get_fields() or {}
            assert {key: read[key].get("/V") for key in answers} == answers, name


class Viewer:
    """A person with a mouse and a keyboard in PDFium, the reader in Chrome and Edge."""

    def __init__(self, data: bytes) -> None:
        self._places = boxes(data)
        self._document = pypdfium2.PdfDocument(data)
        self._document.init_forms()
        self._pages = [self._document[number] for number in range(len(self._document))]

    def click(self, name: str) -> Any:
        """Click in the middle of a field."""
        number, (left, bottom, right, top) = self._places[name]
        page, x, y = self._pages[number].raw, (left + right) / 2, (bottom + top) / 2
        form = self._document.formenv.raw
        pdfium.FORM_OnMouseMove(form, page, 0, x, y)
        pdfium.FORM_OnLButtonDown(form, page, 0, x, y)
        pdfium.FORM_OnLButtonUp(form, page, 0, x, y)
        return page

    def write(self, name: str, text: str) -> None:
        """Click in a field and type."""
        page = self.click(name)
        code = (text + "\0").encode("utf-16-le")
        pdfium.FORM_ReplaceSelection(self._document.formenv.raw, page, (ctypes.c_ushort * (len(code) // 2)).from_buffer_copy(code))
        pdfium.FORM_ForceToKillFocus(self._document.formenv.raw)

    def save(self) -> dict[str, str]:
        """Save, and give what is filled in."""
        pdfium.FORM_ForceToKillFocus(self._document.formenv.raw)
        out = io.BytesIO()
        self._document.save(out)
        fields = PdfReader(out).get_fields() or {}
        return {name: field["/V"] for name, field in fields.items() if field.get("/V") not in (None, "", "/Off")}


def test_chrome_fills_in_and_saves(made: dict[str, PaperFile]) -> None:
    viewer = Viewer(made["blad-A4"].data)
    viewer.write("tevreden", "Zoë krijgt € 3")
    viewer.write("actielijst.2.wat", "Bellen")
    viewer.write("uren", "4")
    viewer.write("volgende", "21-11-2026")
    viewer.click("actielijst.2.klaar=ja")
    viewer.click("actielijst.2.klaar=nee")  # changed my mind
    viewer.click("vorm.samen=samen")
    viewer.click("vorm.online=online")
    assert viewer.save() == {
        "tevreden": "Zoë krijgt € 3",
        "actielijst.2.wat": "Bellen",
        "uren": "4",
        "volgende": "21-11-2026",
        "actielijst.2.klaar": "/nee",
        "vorm.samen": "/samen",
        "vorm.online": "/online",
    }


# What editors may write

SIGNS = '#panic() *x* _y_ $z$ @label <l> \\ \\u{41} "dubbel" \'enkel\' [a](b) `c` // /* = - + / ~ -- → ☐ é € 漢 #{1+1} #import "x" #read("look.typ")'


def plain(sheet: Worksheet) -> dict[str, Any]:
    """The data of a worksheet as they stand in a file."""

    def lists(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: lists(one) for key, one in value.items()}
        return [lists(one) for one in value] if isinstance(value, (list, tuple)) else value

    return lists(sheet.model_dump(by_alias=True))


def hostile(sheet: Worksheet) -> Worksheet:
    """The sheet with a nasty text in every field, as long as the field allows: up to 3000 signs, and words without an end."""
    data = plain(sheet)
    for number, (loc, _, _) in enumerate(list(marked(Worksheet, data, Prose))):
        at: Any = data
        for key in loc[:-1]:
            at = at[key]
        longest = {"title": 80 if len(loc) == 1 else 200}.get(str(loc[-1]), 200)
        if loc[-1] in ("goal", "help", "personal_data", "credit") or loc[0] == "instructions":
            longest = 3000
        text = f"{number} {SIGNS} {'x' * 200} "
        at[loc[-1]] = (text * 15)[:longest].strip() if loc != ("summary",) else text.strip()
    return Worksheet.model_validate(data)


@pytest.mark.parametrize("name", ["blad", "meting", "partnerschapskaart"])
def test_a_hostile_text_neither_breaks_nor_runs(name: str, real: Toolbox, sample: Toolbox) -> None:
    toolbox = sample if name in sample.kinds["worksheets"] else real
    sheet = hostile(toolbox.get(f"worksheets/{name}"))
    for form in ({}, {"large": True}, *([{"paper": "A3"}] if len(papers(sheet)) > 1 else [])):
        data = sheet_pdf(sheet, toolbox, "", **form)
        assert faults(data, sheet, toolbox, **form, most_pages=100) == []
        found = letters(words(data))
        for literal in ("#panic()", "$z$", "@label", "<l>", "#{1+1}", '#read("look.typ")', "\"dubbel\"'enkel'"):
            assert letters(literal) in found, (name, form, literal)
        for page in pypdfium2.PdfDocument(data):
            text = page.get_textpage()
            sides = [text.get_charbox(place) for place in range(0, text.count_chars(), 7)]
            assert all(-1 <= left and right <= page.get_width() + 1 for left, _, right, _ in sides), (name, form)


def test_markdown_becomes_bold_words_and_the_name_of_a_site(sample: Toolbox) -> None:
    data = plain(sample.get("worksheets/blad"))
    data["credit"] = "Van **Jan**, zie [zijn site](https://www.voorbeeld.nl/jan) en [de kaart](methods/kaart).\n\n- één\n- 2 * 3 * 4"
    made = sheet_pdf(Worksheet.model_validate(data), sample, "")
    found = letters(words(made))
    assert letters("Van Jan, zie zijn site (voorbeeld.nl) en de kaart.") in found
    assert letters("2 * 3 * 4") in found
