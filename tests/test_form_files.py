"""What a visitor takes along: the file to go on with, the text for the minutes, the tables; and what comes back in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from form_pages import Visitor, download, field, kept, message, open_file, press, sample_server, until_kept, visiting
from playwright.sync_api import Browser, Page, expect

KEPT_FILES = ROOT / "tests" / "filled_in"
SCHEMA = json.loads((ROOT / "macros" / "sheets" / "filled_in.schema.json").read_text("utf-8"))
ANSWERS = {
    "tevreden": "Eén – ‘twee’\n\n<b>drie</b> & € 4",
    "uren": "2,5",
    "actielijst.1.wat": '=HYPERLINK("http://x")',
    "actielijst.1.klaar": "ja",
    "actielijst.2.wat": 'zeg; "hoi"',
    "actielijst.5.wat": "-3 graden",
    "vorm": ["samen", "online"],
    "volgende": "2026-12-03",
}


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Visitor]:
    with visiting(browser) as made:
        yield made


@pytest.fixture
def sheet(visitor: Visitor) -> Page:
    return visitor.sheet()


def fill(page: Page) -> None:
    """Fill in the sample sheet, with two rows more than stand on paper."""
    page.locator("#tb-name").fill("Netwerk Noord, november 2026")
    press(page, "Rij toevoegen aan Wie doet wat")
    press(page, "Rij toevoegen aan Wie doet wat")
    for question, value in ANSWERS.items():
        if isinstance(value, list):
            for box in field(page, question).all():
                box.check()
        elif question.endswith("klaar"):
            field(page, question).select_option(value)
        else:
            field(page, question).fill(value)


def fits(value: Any, rule: dict[str, Any]) -> bool:
    """Whether a value keeps to a rule of our schema. Knows the words that the schema uses, and fails on any other."""
    rule = SCHEMA["$defs"]["answers"] if "$ref" in rule else rule
    assert set(rule) <= {
        *("$schema", "title", "$defs", "type", "required", "properties", "const", "pattern", "minimum", "maximum"),
        *("maxLength", "maxItems", "maxProperties", "items", "anyOf", "propertyNames", "additionalProperties"),
    }
    kinds = {"object": dict, "string": str, "integer": int, "array": list}
    if "anyOf" in rule:
        return any(fits(value, one) for one in rule["anyOf"])
    if "const" in rule:
        return bool(value == rule["const"])
    if "type" in rule and not isinstance(value, kinds[rule["type"]]):
        return False
    if isinstance(value, dict):
        others = {key: one for key, one in value.items() if key not in rule.get("properties", {})}
        return (
            set(rule.get("required", ())) <= set(value)
            and len(value) <= rule.get("maxProperties", len(value))
            and all(fits(value[key], one) for key, one in rule.get("properties", {}).items() if key in value)
            and all(fits(key, rule["propertyNames"]) for key in others if "propertyNames" in rule)
            and all(fits(one, rule["additionalProperties"]) for one in others.values() if "additionalProperties" in rule)
        )
    if isinstance(value, list):
        return len(value) <= rule["maxItems"] and all(fits(one, rule["items"]) for one in value)
    if isinstance(value, int):
        return bool(rule["minimum"] <= value <= rule["maximum"])
    return re.search(rule.get("pattern", ""), value) is not None and len(value) <= rule.get("maxLength", len(value))


def test_a_file_brings_everything_back_after_all_was_wiped(visitor: Visitor, sheet: Page) -> None:
    fill(sheet)
    name, content = download(sheet, "Bewaar als bestand")
    assert name == "blad-netwerk-noord-november-2026.json"
    file = json.loads(content)
    assert file["values"] == ANSWERS and file["rows"] == {"actielijst": 5} and fits(file, SCHEMA)
    sheet.goto(sample_server() + "opgeslagen/")
    press(sheet, "Wis alles op dit apparaat")
    press(sheet, "Ja, wis alles")
    expect(sheet.locator(".tb-stored-list li")).to_have_count(0)
    assert sheet.evaluate("localStorage.length + sessionStorage.length") == 0
    sheet.goto(sample_server() + "werkbladen/blad/")
    open_file(sheet, name, content)
    expect(sheet.locator("#tb-name")).to_have_value("Netwerk Noord, november 2026")
    again = json.loads(download(sheet, "Bewaar als bestand")[1])
    assert again | {"savedAt": ""} == file | {"savedAt": ""}
    assert len(kept(sheet)) == 1


def test_opening_a_file_leaves_what_was_there(sheet: Page) -> None:
    fill(sheet)
    until_kept(sheet, "graden")
    before = kept(sheet)
    open_file(sheet, "x.json", base(rows={}))
    expect(message(sheet, "import")).to_contain_text("‘Buurt Oost, proef’ staat nu als nieuw blad op het scherm.")
    expect(field(sheet, "actielijst.4.wat")).to_have_value("Vieren")
    assert before.items() <= kept(sheet).items() and len(kept(sheet)) == 2


@pytest.mark.parametrize("file", sorted(KEPT_FILES.glob("version-*.json")), ids=lambda file: file.stem)
def test_a_file_of_every_version_opens_and_says_the_same(sheet: Page, file: Any) -> None:
    newest = json.loads(max(KEPT_FILES.glob("version-*.json")).read_text("utf-8"))
    assert fits(newest, SCHEMA)
    open_file(sheet, file.name, file.read_bytes())
    opened = json.loads(download(sheet, "Bewaar als bestand")[1])
    assert opened | {"savedAt": newest["savedAt"]} == newest


def test_the_text_for_the_minutes_reads_as_the_sheet(sheet: Page) -> None:
    fill(sheet)
    name, content = download(sheet, "Tekst voor het verslag")
    text = re.sub(r"Bewaard op .*", "Bewaard op (toen)", content.decode("utf-8"))
    assert name == "blad-netwerk-noord-november-2026.txt"
    assert text == (
        "# Het blad\n\nNetwerk Noord, november 2026\nBewaard op (toen)\n\n"
        "## 1. Waarden\n\n### Wij zijn tevreden als\n\nEén – ‘twee’\n\n<b>drie</b> & € 4\n\n"
        "### Hoeveel tijd hebben we? (uren per week)\n\n2,5\n\n"
        '## 2. Acties\n\n### Wie doet wat\n\n1.\n    - Wat: =HYPERLINK("http://x")\n    - Klaar?: ja\n'
        '2.\n    - Wat: zeg; "hoi"\n    - Klaar?: –\n3.\n    - Wat: -3 graden\n    - Klaar?: –\n\n'
        "### Hoe spreken we af?\n\nsamen, online\n\n### Volgende keer\n\n03-12-2026\n"
    )


def test_a_spreadsheet_gets_tables_and_no_formulas(visitor: Visitor, sheet: Page) -> None:
    fill(sheet)
    for row, text in {3: "@SOM(A1)", 4: "  +31 6"}.items():
        field(sheet, f"actielijst.{row}.wat").fill(text)
    _, content = download(sheet, "Tabel voor Excel")
    assert content.decode("utf-8") == (
        '\ufeff"2. Acties: Wie doet wat"\r\n"Wat";"Klaar?"\r\n"\'=HYPERLINK(""http://x"")";"ja"\r\n"zeg; ""hoi""";""\r\n'
        '"\'@SOM(A1)";""\r\n"\'  +31 6";""\r\n"\'-3 graden";""\r\n'
    )
    scan = visitor.sheet("meting")
    scan.locator(".tb-scale-row").first.locator("input").last.check()
    lines = download(scan, "Tabel voor Excel")[1].decode("utf-8").splitlines()
    assert lines[:3] == ['\ufeff"1. Doel: Geef elk een cijfer"', '"Stelling";"Antwoord"', '"Ik weet wat we willen.";"weet ik niet"']


def base(**changes: Any) -> bytes:
    """The kept file of version 1 with other parts."""
    return json.dumps(json.loads((KEPT_FILES / "version-1.json").read_text("utf-8")) | changes).encode()


REFUSED = {
    "no json": (b"{", "niet te lezen"),
    "not utf-8": (b"\xff\xfe\x00", "niet te lezen"),
    "empty": (b"", "niet te lezen"),
    "another format": (b'{"format": "x"}', "geen ingevuld werkblad"),
    "a list": (b"[]", "geen ingevuld werkblad"),
    "from the future": (base(version=2), "nieuwere toolbox"),
    "another sheet": (base(sheet="meting"), "hoort bij een ander werkblad"),
    "no answers": (base(values=None), "‘values’ ontbreekt of klopt niet"),
    "a number": (base(values={"uren": 2}), "‘uren’ is geen tekst"),
    "too long": (base(values={"tevreden": "x" * 20_001}), "‘tevreden’ is te lang: hoogstens 20000 tekens"),
    "too many": (base(values={f"a{n}": "" for n in range(20_001)}), "te veel antwoorden"),
    "rows": (base(rows={"actielijst": 10**9}), "Het aantal rijen van ‘actielijst’ klopt niet"),
    "name": (base(name="a\u0000b"), "‘name’ ontbreekt of klopt niet"),
    "prototype": (base().replace(b'"values": {', b'"values": {"__proto__": {"x": 1}, '), "‘__proto__’ kan geen naam van een vraag zijn"),
    "date": (base(savedAt="2026-99-01T00:00:00Z"), "‘savedAt’"),
}


def test_a_wrong_file_is_refused_with_the_reason(sheet: Page) -> None:
    fill(sheet)
    until_kept(sheet, "graden")
    before = kept(sheet)
    for case, (content, reason) in REFUSED.items():
        open_file(sheet, "mijn werk.json", content)
        text = message(sheet, "import").inner_text()
        assert text.startswith("‘mijn werk.json’ is niet geopend.") and reason in text, case
    assert kept(sheet) == before
    expect(field(sheet, "uren")).to_have_value("2,5")


def test_a_file_of_fifty_megabytes_is_refused_unread(sheet: Page, tmp_path: Path) -> None:
    with (tmp_path / "groot.json").open("wb") as big:
        big.truncate(50_000_000)
    sheet.evaluate("() => { Blob.prototype.text = () => { throw new Error('it was read'); }; }")
    sheet.locator("#tb-import").set_input_files(tmp_path / "groot.json")
    expect(message(sheet, "import")).to_contain_text("Het is te groot: 50 MB. Het mag hoogstens 5 MB zijn.")


def test_answers_without_a_place_are_named_kept_and_come_back(sheet: Page) -> None:
    strange = {
        "oud-vak": "Van vroeger",
        "constructor": "x",
        "actielijst.1.klaar": "misschien",
        "actielijst.999.wat": "ver weg",
        "volgende": "2026-02-31",
    }
    earlier = {"tevreden": "Terug van weggeweest", "uren": "9"}
    open_file(sheet, "x.json", base(sheetVersion="0.9", values={"uren": "4"} | strange, aside=earlier))
    strange["uren"] = "9"
    text = message(sheet, "import").inner_text()
    assert all(name in text for name in strange) and "versie 0.9 van dit blad, en dat is nu 1.0" in text
    expect(field(sheet, "tevreden")).to_have_value("Terug van weggeweest")
    file = json.loads(download(sheet, "Bewaar als bestand")[1])
    assert file["aside"] == strange and file["values"] == {"tevreden": "Terug van weggeweest", "uren": "4"}
    assert "- oud-vak: Van vroeger" in download(sheet, "Tekst voor het verslag")[1].decode()
    field(sheet, "uren").fill("5")
    until_kept(sheet, '"uren": "5"')
    sheet.reload()
    expect(message(sheet, "said")).to_contain_text("oud-vak")
    assert json.loads(download(sheet, "Bewaar als bestand")[1])["aside"] == strange
