"""The checker of PDFs: a good file has no fault, and each way to break one is found."""

from __future__ import annotations

import io
import random
import warnings
from collections.abc import Callable

import pikepdf
import pytest
from conftest import SAMPLE
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from macros.load import load
from macros.sheets.pdf import sheet_pdf
from macros.sheets.pdf.check import faults
from macros.sheets.pdf.structure import elements, kids

Breaker = Callable[[Pdf], None]


@pytest.fixture(scope="module")
def good() -> bytes:
    """A sheet with every type of field but a scale, and a QR code."""
    toolbox = load(SAMPLE / "toolbox_data")
    return sheet_pdf(toolbox.get("worksheets/blad"), toolbox, "https://voorbeeld.nl/blad/")


def found_in(data: bytes) -> list[str]:
    toolbox = load(SAMPLE / "toolbox_data")
    return faults(data, toolbox.get("worksheets/blad"), toolbox)


def broken(data: bytes, breaker: Breaker) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        breaker(pdf)
        out = io.BytesIO()
        with warnings.catch_warnings(action="ignore", category=pikepdf.PageCopyWarning):  # pikepdf sees some of it too
            pdf.save(out, deterministic_id=True)
        return out.getvalue()


def annotations(pdf: Pdf) -> list[Object]:
    return [one for page in pdf.pages for one in page.obj.get("/Annots", [])]


def first(pdf: Pdf, tag: str) -> Object:
    return next(element for element in elements(pdf) if element.S == tag)


def radio(pdf: Pdf) -> Object:
    """The parent of the first group of circles."""
    return next(one.Parent for one in annotations(pdf) if "/Parent" in one and one.Parent.get("/FT") == "/Btn")


def without(key: str, where: Callable[[Pdf], Object]) -> Breaker:
    def breaker(pdf: Pdf) -> None:
        del where(pdf)[key]

    return breaker


def with_(key: str, value: Object | int | str, where: Callable[[Pdf], Object]) -> Breaker:
    def breaker(pdf: Pdf) -> None:
        where(pdf)[key] = value

    return breaker


def root(pdf: Pdf) -> Object:
    return pdf.Root


def widget(pdf: Pdf) -> Object:
    return annotations(pdf)[0]


def form(pdf: Pdf) -> Object:
    return first(pdf, "/Form")


def page(pdf: Pdf) -> Object:
    return pdf.pages[0].obj


def field_font(pdf: Pdf) -> Object:
    return next(iter(pdf.Root.AcroForm.DR.Font.values()))


def untag_a_run(pdf: Pdf) -> None:
    """Take the mark from the first text on the page."""
    kept, open_marks, done = [], 0, False
    for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]):
        if str(operator) == "BDC" and not done and isinstance(operands[1], Dictionary) and "/MCID" in operands[1]:
            open_marks, done = 1, True
        elif str(operator) == "EMC" and open_marks:
            open_marks = 0
        else:
            kept.append((operands, operator))
    pdf.pages[0].Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))


def paint(content: bytes) -> Breaker:
    """Paint something at the end of the first page."""
    return lambda pdf: pdf.pages[0].contents_add(pdf.make_stream(content))


def skip_a_heading_level(pdf: Pdf) -> None:
    first(pdf, "/H2").S = Name("/H4")


def reverse_the_annotations(pdf: Pdf) -> None:
    pdf.pages[0].Annots = Array(list(reversed(list(pdf.pages[0].Annots))))


def reverse_the_fields(pdf: Pdf) -> None:
    pdf.Root.AcroForm.Fields = Array(list(reversed(list(pdf.Root.AcroForm.Fields))))


def forget_a_field(pdf: Pdf) -> None:
    del pdf.Root.AcroForm.Fields[0]


def forget_a_widget(pdf: Pdf) -> None:
    del pdf.pages[0].Annots[1]


def list_an_answer_as_a_field(pdf: Pdf) -> None:
    pdf.Root.AcroForm.Fields.append(radio(pdf).Kids[0])


def make_an_answer_a_field(pdf: Pdf) -> None:
    radio(pdf).Kids[0].T = String("ja")


def put_two_fields_in_one_place(pdf: Pdf) -> None:
    pdf.pages[0].Annots[1].Rect = pdf.pages[0].Annots[0].Rect


def turn_a_field_upside_down(pdf: Pdf) -> None:
    left, bottom, right, top = widget(pdf).Rect
    widget(pdf).Rect = Array([left, top, right, bottom])


def make_a_field_tiny(pdf: Pdf) -> None:
    left, bottom, _, _ = (float(side) for side in widget(pdf).Rect)
    widget(pdf).Rect = Array([left, bottom, left + 6, bottom + 6])


def push_a_field_off_the_page(pdf: Pdf) -> None:
    widget(pdf).Rect = Array([-50, 10, -10, 40])


def give_two_fields_one_name(pdf: Pdf) -> None:
    widget(pdf).TU = annotations(pdf)[1].TU


def take_the_letters_out_of_the_field_font(pdf: Pdf) -> None:
    del field_font(pdf).FontDescriptor.FontFile2


def take_a_font_off_the_page(pdf: Pdf) -> None:
    font = next(iter(pdf.pages[0].Resources.Font.values()))
    del font.DescendantFonts[0].FontDescriptor.FontFile2


def take_the_field_font_away(pdf: Pdf) -> None:
    pdf.Root.AcroForm.DR.Font = Dictionary()


def make_a_row_header_a_cell(pdf: Pdf) -> None:
    row = kids(first(pdf, "/TBody"))[0]
    kids(row)[0].S = Name.TD


def drop_a_cell(pdf: Pdf) -> None:
    row = kids(first(pdf, "/TBody"))[0]
    row.K = Array(kids(row)[:-1])


def put_text_in_a_form_element(pdf: Pdf) -> None:
    form(pdf).K = Array([form(pdf).K, 0])


def swap_two_tags(pdf: Pdf) -> None:
    one, other = annotations(pdf)[:2]
    one.StructParent, other.StructParent = int(other.StructParent), int(one.StructParent)


def say_nothing_of_ua(pdf: Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as xmp:
        del xmp["pdfuaid:part"]


def call_it_something_else(pdf: Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as xmp:
        xmp["dc:title"] = "Naamloos"


def date_it(pdf: Pdf) -> None:
    pdf.docinfo["/CreationDate"] = String("D:20260101000000Z")


def add_javascript(pdf: Pdf) -> None:
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array()))


def give_a_field_an_action(pdf: Pdf) -> None:
    widget(pdf).AA = Dictionary(K=Dictionary(S=Name.JavaScript, JS=String("1")))


def make_it_fat(pdf: Pdf) -> None:
    pdf.Root.Fat = pdf.make_stream(random.Random(1).randbytes(200 * 1024))


def break_the_content(pdf: Pdf) -> None:
    stream = pdf.make_stream(b"not compressed at all")
    pdf.pages[0].Contents = stream
    stream.write(b"not compressed at all", filter=Name.FlateDecode)


# name → (how to break a good file, a word of the fault that must be found)
MUTANTS: dict[str, tuple[Breaker, str]] = {
    # the document
    "no language": (without("/Lang", root), "Lang"),
    "another language": (with_("/Lang", String("en"), root), "Lang"),
    "not marked": (without("/MarkInfo", root), "marked"),
    "name of the file shown": (without("/ViewerPreferences", root), "title"),
    "no PDF/UA in the metadata": (say_nothing_of_ua, "PDF/UA"),
    "another title": (call_it_something_else, "Naamloos"),
    "a date": (date_it, "CreationDate"),
    "an open action": (with_("/OpenAction", Dictionary(S=Name.JavaScript), root), "OpenAction"),
    "JavaScript": (add_javascript, "JavaScript"),
    "a field with an action": (give_a_field_an_action, "action"),
    "asks for appearances": (with_("/NeedAppearances", True, lambda pdf: pdf.Root.AcroForm), "appearances"),
    "XFA": (with_("/XFA", String(""), lambda pdf: pdf.Root.AcroForm), "XFA"),
    "another size of page": (with_("/MediaBox", Array([0, 0, 612, 792]), page), "612 by 792"),
    "a page too many": (lambda pdf: [pdf.pages.append(pdf.pages[0]) for _ in range(40)], "pages"),
    "too large": (make_it_fat, "KB"),
    "a broken stream": (break_the_content, "syntax"),
    # the tags
    "no structure tree": (without("/StructTreeRoot", root), "structure tree"),
    "no parent tree": (without("/ParentTree", lambda pdf: pdf.Root.StructTreeRoot), "structure tree"),
    "text outside the tags": (untag_a_run, "outside the tags"),
    "a loose line": (paint(b"q 0 0 m 9 9 l S Q"), "outside the tags"),
    "a loose picture": (paint(b"q BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"), "outside the tags"),
    "a mark that the tree does not know": (paint(b"/P <</MCID 9999>> BDC 0 0 1 1 re f EMC"), "not in the tree"),
    "a skipped level of heading": (skip_a_heading_level, "skipped"),
    "two titles": (with_("/S", Name.H1, lambda pdf: first(pdf, "/H2")), "level 1"),
    "a figure without words": (without("/Alt", lambda pdf: first(pdf, "/Figure")), "figure"),
    "a link that is left": (with_("/S", Name.Link, form), "link"),
    "a field that is no form element": (with_("/S", Name.Div, form), "not tagged"),
    "a form element without words": (without("/Alt", form), "no Alt"),
    "a form element with text in it": (put_text_in_a_form_element, "more than its field"),
    "a row without a header": (make_a_row_header_a_cell, "no header"),
    "a header without a scope": (without("/A", lambda pdf: first(pdf, "/TH")), "scope"),
    "a row that is too short": (drop_a_cell, "equally long"),
    # the widgets
    "another annotation": (with_("/Subtype", Name.Link, widget), "no field"),
    "not printed": (with_("/F", 0, widget), "not printed"),
    "hidden": (with_("/F", 6, widget), "not printed or not shown"),
    "no page": (without("/P", widget), "another page"),
    "no tab order": (without("/Tabs", page), "Tab"),
    "no place in the tags": (without("/StructParent", widget), "not tagged"),
    "tags of another field": (swap_two_tags, "another field"),
    "the pages in another order": (reverse_the_annotations, "another order"),
    "on top of each other": (put_two_fields_in_one_place, "overlap"),
    "upside down": (turn_a_field_upside_down, "upside down"),
    "tiny": (make_a_field_tiny, "smaller"),
    "off the page": (push_a_field_off_the_page, "outside the page"),
    "a widget that is gone": (forget_a_widget, "questions in their order"),
    # the fields
    "no form": (without("/AcroForm", root), "no form"),
    "no name to hear": (without("/TU", widget), "name to hear"),
    "an empty name to hear": (with_("/TU", String(" "), widget), "name to hear"),
    "two with one name": (give_two_fields_one_name, "the same"),
    "another label": (with_("/TU", String("Iets anders"), widget), "is called"),
    "an answer with another label": (with_("/TU", String("Iets anders"), lambda pdf: radio(pdf).Kids[0]), "an answer called"),
    "a field that is gone": (forget_a_field, "missing"),
    "another name": (with_("/T", String("anders"), widget), "missing"),
    "the fields in another order": (reverse_the_fields, "questions in their order"),
    "an answer listed twice": (list_an_answer_as_a_field, "also listed"),
    "an answer as a field": (make_an_answer_a_field, "a field of its own"),
    "filled in already": (with_("/V", String("Jan"), widget), "no empty text field"),
    "one line instead of more": (with_("/Ff", 0, widget), "should take more"),
    "no appearance": (without("/AP", widget), "no appearance"),
    "no look for a circle": (without("/AP", lambda pdf: radio(pdf).Kids[0]), "no look"),
    "chosen already": (with_("/AS", Name("/ja"), lambda pdf: radio(pdf).Kids[0]), "no look"),
    "squares instead of circles": (with_("/Ff", 0, radio), "group of circles"),
    # the fonts
    "field font not embedded": (take_the_letters_out_of_the_field_font, "not embedded"),
    "font not embedded": (take_a_font_off_the_page, "not embedded"),
    "field font gone": (take_the_field_font_away, "not there"),
    "field font in another encoding": (with_("/Encoding", Name.MacRomanEncoding, field_font), "WinAnsi"),
    "no way back to letters": (without("/ToUnicode", field_font), "ToUnicode"),
}


def test_a_good_file_has_no_fault(good: bytes) -> None:
    assert found_in(good) == []


def test_saving_it_again_breaks_nothing(good: bytes) -> None:
    assert found_in(broken(good, lambda pdf: None)) == []


@pytest.mark.parametrize("name", MUTANTS)
def test_a_broken_file_is_found_out(name: str, good: bytes) -> None:
    breaker, fault = MUTANTS[name]
    found = found_in(broken(good, breaker))
    assert any(fault in one for one in found), found


def test_a_file_of_another_sheet_is_found_out(good: bytes) -> None:
    toolbox = load(SAMPLE / "toolbox_data")
    found = faults(good, toolbox.get("worksheets/meting"), toolbox)
    assert any("missing: ['doel1'" in one for one in found), found


def test_a_field_font_without_dutch_is_found_out(good: bytes) -> None:
    def poor(pdf: Pdf) -> None:
        from fontTools.subset import Subsetter
        from fontTools.ttLib import TTFont

        font = TTFont(io.BytesIO(field_font(pdf).FontDescriptor.FontFile2.read_bytes()))
        subsetter = Subsetter()
        subsetter.populate(text="abc")
        subsetter.subset(font)
        file = io.BytesIO()
        font.save(file)
        field_font(pdf).FontDescriptor.FontFile2 = pdf.make_stream(file.getvalue())

    assert any("lacks éè" in one for one in found_in(broken(good, poor)))
