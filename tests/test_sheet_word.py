"""The Word file of a worksheet: a control for every question, text that stays text, the same bytes every time."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docx
import pypdf
import pytest
import yaml
from conftest import ROOT, SAMPLE
from docx.document import Document
from docx.oxml.ns import qn

from macros.load import load
from macros.model import Worksheet
from macros.model.choices import Orientation
from macros.sheets.questions import Question, questions
from macros.sheets.word import sheet_docx
from macros.toolbox import Toolbox

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
SITE = "https://toolbox.voorbeeld.nl/wijk/"
REAL = sorted(file.stem for file in (ROOT / "toolbox_data" / "worksheets").glob("[!_]*.yml"))


@pytest.fixture(scope="module")
def sample() -> Toolbox:
    return load(SAMPLE / "toolbox_data")


@pytest.fixture(scope="module")
def real() -> Toolbox:
    return load(ROOT / "toolbox_data")


def word(toolbox: Toolbox, sheet_id: str, page_url: str = "") -> Document:
    return docx.Document(io.BytesIO(sheet_docx(toolbox.get(f"worksheets/{sheet_id}"), toolbox, page_url)))


def page_of(sheet_id: str) -> str:
    return f"{SITE}werkbladen/{sheet_id}/"


def controls(document: Document) -> list[Any]:
    """The content controls in reading order: that of the file, tables and cells included."""
    return list(document.element.body.iter(qn("w:sdt")))


def said(control: Any, name: str) -> str:
    """What a control says of itself: its `alias`, `tag` or `id`."""
    return control.find(f"{qn('w:sdtPr')}/{qn(f'w:{name}')}").get(qn("w:val"))


def text_of(element: Any) -> str:
    return "".join(node.text or "" for node in element.iter(qn("w:t")))


def paragraphs(document: Document, style: str) -> list[str]:
    return [
        text_of(paragraph)
        for paragraph in document.element.body.iter(qn("w:p"))
        if (at := paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")) is not None and at.get(qn("w:val")) == style
    ]


def asked(sheet: Worksheet, toolbox: Toolbox) -> list[tuple[str, str, Question]]:
    """(tag, whole title, question) that the file has to have: a box for every answer of a scale and of 'several'."""
    statements = {statement.id for condition in toolbox["conditions"] for statement in condition.statements}
    wanted = []
    for question in questions(sheet, toolbox):
        if question.kind == "several" or question.id in statements:
            wanted += [(f"{question.id}={option.value}", f"{question.label}: {option.label}", question) for option in question.options]
        else:
            wanted.append((question.id, question.label, question))
    return wanted


def check_controls(sheet: Worksheet, toolbox: Toolbox) -> None:
    found = controls(word(toolbox, sheet.id, page_of(sheet.id)))
    wanted = asked(sheet, toolbox)
    assert [said(control, "tag") for control in found] == [tag for tag, _, _ in wanted]
    assert len({said(control, "id") for control in found}) == len(found)
    titles = [said(control, "alias") for control in found]
    assert len(set(titles)) == len(titles)
    for title, (_, whole, _) in zip(titles, wanted, strict=True):
        if len(whole) <= 64:
            assert title == whole
        else:  # Word shows 64 characters: the part's title may go, the row, the column and the answer may not
            assert len(title.encode("utf-16-le")) <= 128
            start, _, end = title.partition("…")
            assert start.strip() in whole and whole.endswith(end)


@pytest.mark.parametrize("sheet_id", ["blad", "meting"])
def test_every_question_has_its_control_in_order(sample: Toolbox, sheet_id: str) -> None:
    check_controls(sample.get(f"worksheets/{sheet_id}"), sample)


def test_each_kind_of_question_has_its_own_control(sample: Toolbox) -> None:
    found = {said(control, "tag"): control for control in controls(word(sample, "blad"))}
    kinds = {tag: control.find(qn("w:sdtPr"))[-1] for tag, control in found.items()}
    assert kinds["tevreden"].get(qn("w:multiLine")) == "1"
    assert kinds["uren"].tag == qn("w:text")
    assert kinds["volgende"].find(qn("w:dateFormat")).get(qn("w:val")) == "dd-MM-yyyy"
    assert kinds["volgende"].find(qn("w:lid")).get(qn("w:val")) == "nl-NL"
    choices = [(item.get(qn("w:displayText")), item.get(qn("w:value"))) for item in kinds["actielijst.2.klaar"]]
    assert choices == [(None, "Kies"), ("ja", "ja"), ("nee", "nee")]  # the first one takes a choice back
    box = kinds["vorm=online"]
    assert (box.tag, box.find(f"{W14}checked").get(f"{W14}val"), text_of(found["vorm=online"])) == (f"{W14}checkbox", "0", "☐")
    for tag, control in found.items():
        hint = control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}")
        assert (hint is None) == ("=" in tag) and text_of(control).strip()


def test_the_headings_follow_the_sheet(sample: Toolbox) -> None:
    document = word(sample, "blad")
    assert paragraphs(document, "Heading1") == ["Het blad"]
    parts = ["1. Waarden", "2. Acties"]
    assert paragraphs(document, "Heading2") == ["Zo vul je het in", *parts, "Praat erover", "En dan?", "Waar komt dit vandaan?"]


def test_everything_on_the_sheet_is_in_the_file(sample: Toolbox) -> None:
    text = text_of(word(sample, "blad", page_of("blad")).element.body)
    for words in ("● Begin", "■ Vervolg", "Afspraken op één vel.", "Schrijf geen achternamen op.", "Werk naar links.", "Begin hier."):
        assert words in text
    for words in ("Wanneer ben je tevreden?", "Schrijf drie dingen op.", "uren per week", "ja / nee", "☐ samen", "Wat viel op?"):
        assert words in text
    for words in ("Het doel is nog vaag: De kaart", "Een eigen uitwerking.", "Versie 1.0", "CC BY 4.0", page_of("blad")):
        assert words in text
    scan = text_of(word(sample, "meting").element.body)
    assert "1 is helemaal niet, 5 is helemaal wel" in scan and "Wij kiezen wat bij ons doel past." in scan


def test_step_one_stands_on_the_right_and_is_read_first(sample: Toolbox, real: Toolbox) -> None:
    for toolbox, sheet_id, steps in ((sample, "blad", (0, 2)), (real, "partnerschapskaart", (1, 6))):
        parts = toolbox.get(f"worksheets/{sheet_id}").parts[slice(*steps)]
        (mirrored,) = (table for table in word(toolbox, sheet_id).tables if table._tblPr.find(qn("w:bidiVisual")) is not None)
        cells = mirrored._tbl.findall(f"{qn('w:tr')}/{qn('w:tc')}")
        assert [part.title in text_of(cell[1]) for part, cell in zip(parts, cells, strict=True)] == [True] * len(parts)


def check_tables(sheet: Worksheet, document: Document) -> None:
    """Fixed widths that fill the paper, and a first row that comes back on every page."""
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    for table in document.element.body.iter(qn("w:tbl")):
        properties = table.find(qn("w:tblPr"))
        assert properties.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
        assert properties.find(qn("w:tblCaption")).get(qn("w:val"))
        widths = [int(column.get(qn("w:w"))) for column in table.find(qn("w:tblGrid"))]
        for row in table.findall(qn("w:tr")):
            cells = [int(width.get(qn("w:w"))) for width in row.findall(f"{qn('w:tc')}/{qn('w:tcPr')}/{qn('w:tcW')}")]
            assert cells == widths
        nested = table.getparent().tag == qn("w:tc")
        assert nested or abs(sum(widths) * 635 - room) < 2000, sheet.key  # 635 EMU to the twip
        mirrored = properties.find(qn("w:bidiVisual")) is not None
        assert mirrored or table.find(f"{qn('w:tr')}/{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert table.getnext().tag == qn("w:p")  # a table right after a table would become one with it


@pytest.mark.parametrize("sheet_id", ["blad", "meting"])
def test_tables_are_real_tables(sample: Toolbox, sheet_id: str) -> None:
    check_tables(sample.get(f"worksheets/{sheet_id}"), word(sample, sheet_id))


def test_the_paper_is_that_of_the_sheet(sample: Toolbox) -> None:
    for sheet_id, size in {"blad": (420, 297), "meting": (210, 297)}.items():
        for section in word(sample, sheet_id).sections:
            assert (round(section.page_width.mm), round(section.page_height.mm)) == size


def test_who_made_it_and_its_language_are_said(sample: Toolbox) -> None:
    document = word(sample, "blad")
    about = document.core_properties
    assert (about.title, about.language, about.author) == ("Het blad", "nl-NL", "Toolbox Samenwerken in de wijk")
    assert about.modified.date() == sample.get("worksheets/blad").reviewed
    language = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "nl-NL"
    assert document.sections[0].footer.paragraphs[0].text.startswith("Het blad · versie 1.0")


def test_the_file_leads_back_to_its_page(sample: Toolbox) -> None:
    document = word(sample, "blad", page_of("blad"))
    assert page_of("blad") in {relation.target_ref for relation in document.part.rels.values() if relation.is_external}
    (picture,) = document.element.body.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    assert page_of("blad") in picture.get("descr")
    (image,) = (relation.target_part.blob for relation in document.part.rels.values() if relation.reltype.endswith("/image"))
    assert image.startswith(b"\x89PNG")
    without = word(sample, "blad")
    assert not list(without.element.body.iter(qn("w:drawing"))) and "Dit blad op de site" not in text_of(without.element.body)


def test_a_link_to_another_item_is_a_full_address_or_plain_words(sample: Toolbox) -> None:
    def targets(page_url: str) -> set[str]:
        document = word(sample, "blad", page_url)
        assert "De kaart" in text_of(document.element.body)
        return {relation.target_ref for relation in document.part.rels.values() if relation.is_external}

    assert f"{SITE}werkvormen/kaart/" in targets(page_of("blad"))
    for elsewhere in ("", "https://voorbeeld.nl/ergens-anders/"):
        assert not any("werkvormen" in target for target in targets(elsewhere))


def test_markdown_becomes_runs(content: Path) -> None:
    change(
        content,
        credit=(
            "**Vet**, *schuin* en ***allebei***; 2 * 3 * 4, een_woord_zo, \\*geen\\* ster.\n\n"
            "- Een [kaart](methods/kaart)\n- Een [site](https://voorbeeld.nl/a?b=c&d=é%)\n\n"
            "1. één\n2. twee\n   - diep\n\nTussen.\n\n1. opnieuw één"
        ),
    )
    document = word(load(content), "blad", page_of("blad"))
    body = document.element.body
    first = next(paragraph for paragraph in body.iter(qn("w:p")) if text_of(paragraph).startswith("Vet"))
    assert text_of(first) == "Vet, schuin en allebei; 2 * 3 * 4, een_woord_zo, *geen* ster."
    styled = {
        text_of(run): [tag for tag in "bi" if run.find(f"{qn('w:rPr')}/{qn(f'w:{tag}')}") is not None] for run in first.iter(qn("w:r"))
    }
    assert (styled["Vet"], styled["schuin"], styled["allebei"], styled[" en "]) == (["b"], ["i"], ["b", "i"], [])
    links = {text_of(link): document.part.rels[link.get(qn("r:id"))].target_ref for link in body.iter(qn("w:hyperlink"))}
    assert (links["kaart"], links["site"]) == (f"{SITE}werkvormen/kaart/", "https://voorbeeld.nl/a?b=c&d=%C3%A9%25")
    lists = {
        text_of(paragraph): tuple(node.get(qn("w:val")) for node in paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}"))
        for paragraph in body.iter(qn("w:p"))
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
    }
    assert lists["één"] == lists["twee"] and lists["één"][1] != lists["opnieuw één"][1]
    assert lists["diep"] == ("1", lists["Een kaart"][1])


HOSTILE = "<&>\"' ]]> 🙂 ${x} %s \\n é"


def change(content: Path, **fields: Any) -> None:
    """Write other values into the sample worksheet, as an editor would."""
    file = content / "worksheets" / "blad.yml"
    data = yaml.safe_load(file.read_text(encoding="utf-8")) | fields
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6), encoding="utf-8")


def test_hostile_text_stays_text(content: Path) -> None:
    """In every field that an editor fills in freely; a line holds 200 signs, a text as many as they like."""
    line, long = (HOSTILE.replace("${x} ", "") + " " + "x" * 200)[:180].strip(), "Een " + "<&> 🙂 woord " * 250
    long = " ".join(long.split())
    fields = [
        {"id": "t", "type": "text", "label": f"t {line}", "help": long, "lines": 30},
        {"id": "n", "type": "number", "label": f"n {line}", "help": long, "unit": f"u {line}"},
        {"id": "d", "type": "date", "label": f"d {line}", "help": long},
        {"id": "c", "type": "choice", "label": f"c {line}", "help": long, "options": [f"een {line}", f"twee {line}"]},
        {"id": "v", "type": "choice", "label": f"v {line}", "options": [f"een {line}", f"twee {line}"], "several": True},
        {
            "id": "g",
            "type": "table",
            "label": f"g {line}",
            "help": long,
            "columns": [{"id": "a", "label": f"a {line}"}, {"id": "b", "label": f"b {line}", "options": [f"een {line}", f"twee {line}"]}],
            "rows": 2,
        },
    ]
    change(
        content,
        title=f"T {line}"[:80],
        summary=f"S {HOSTILE[:12]} tien tekens",
        goal=long,
        personal_data=long,
        instructions=[long, f"i {line}"],
        parts=[{"id": "p", "title": f"p {line}", "help": long, "questions": [f"q {line}"], "fields": fields}],
        conversation=[f"o {line}"],
        next=[{"if": f"als {line}", "then": "methods/kaart"}],
        credit=long,
    )
    toolbox = load(content)
    sheet = toolbox.get("worksheets/blad")
    document = word(toolbox, "blad", page_of("blad"))
    texts = [text_of(paragraph) for paragraph in document.element.body.iter(qn("w:p"))]
    assert texts.count(long) == 9 and f"Let op namen en gegevens. {long}" in texts
    for start in ("i", "t", "n", "d", "c", "v", "g", "a", "b", "q", "o"):
        assert f"{start} {line}" in texts
    assert paragraphs(document, "Heading1") == [sheet.title] and f"1. p {line}" in texts and f"als {line}: De kaart" in texts
    assert document.core_properties.title == sheet.title
    assert [said(control, "tag") for control in controls(document)] == [tag for tag, _, _ in asked(sheet, toolbox)]
    shown = {item.get(qn("w:displayText")) for item in document.element.body.iter(qn("w:listItem"))}
    assert shown == {None, f"een {line}", f"twee {line}"}
    assert all(len(said(control, "alias").encode("utf-16-le")) <= 128 for control in controls(document))


def test_two_builds_are_the_same_bytes(sample: Toolbox) -> None:
    """In this process, and in one of its own with other hashes."""
    made = {sheet.id: sheet_docx(sheet, sample, page_of(sheet.id)) for sheet in sample["worksheets"]}
    assert made == {sheet.id: sheet_docx(sheet, sample, page_of(sheet.id)) for sheet in sample["worksheets"]}
    program = f"""
import hashlib
from pathlib import Path
from macros.load import load
from macros.sheets.word import sheet_docx
toolbox = load(Path("tests/sample/toolbox_data"))
for sheet in toolbox["worksheets"]:
    print(hashlib.sha256(sheet_docx(sheet, toolbox, "{SITE}werkbladen/" + sheet.id + "/")).hexdigest())
"""
    environment = os.environ | {"PYTHONHASHSEED": "7"}
    other = subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert other.stdout.split() == [hashlib.sha256(one).hexdigest() for one in made.values()], other.stderr


@pytest.mark.parametrize("sheet_id", REAL)
def test_every_real_worksheet(real: Toolbox, sheet_id: str) -> None:
    sheet = real.get(f"worksheets/{sheet_id}")
    made = sheet_docx(sheet, real, page_of(sheet_id))
    assert len(made) < 100_000
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for name in archive.namelist():
            if not name.endswith(".png"):
                ElementTree.fromstring(archive.read(name))
    check_controls(sheet, real)
    document = docx.Document(io.BytesIO(made))
    check_tables(sheet, document)
    assert paragraphs(document, "Heading1") == [sheet.title]
    numbered = [f"{number}. {part.title}" for number, part in enumerate(sheet.parts, 1)]
    assert [heading for heading in paragraphs(document, "Heading2") if heading in numbered] == numbered
    assert (document.sections[0].orientation == 1) == (sheet.paper.orientation == Orientation.LANDSCAPE)
    used = {style.get(qn("w:val")) for style in document.element.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))}
    assert used <= {style.style_id for style in document.styles}


SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(not SOFFICE, reason="LibreOffice (soffice) is not on this machine")
def test_an_office_program_shows_it(real: Toolbox, tmp_path: Path) -> None:
    chosen = [real.get(f"worksheets/{sheet_id}") for sheet_id in ("partnerschapskaart", "vijf-condities-scan")]
    for sheet in chosen:
        (tmp_path / f"{sheet.id}.docx").write_bytes(sheet_docx(sheet, real, page_of(sheet.id)))
    command = [SOFFICE, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
    files = [tmp_path / f"{sheet.id}.docx" for sheet in chosen]
    converted = subprocess.run([*map(str, [*command, *files])], capture_output=True, text=True)
    assert converted.returncode == 0, converted.stderr
    for sheet in chosen:
        pages = pypdf.PdfReader(tmp_path / f"{sheet.id}.pdf").pages
        text = squeezed("".join(page.extract_text() for page in pages))
        assert squeezed(sheet.title) in text
        for question in questions(sheet, real):
            assert squeezed(question.short) in text, question.id


def squeezed(text: str) -> str:
    """Without what differs by where a line ends."""
    return re.sub(r"[\s-]+", "", text)
