"""The fields of the form: one for each question, with its name to hear, empty, and with a look for every state."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Dictionary, Name, Object, Pdf, Stream

from macros.sheets.pdf.check_widgets import full_name, value_of, wanted_widgets
from macros.sheets.questions import Question

MULTILINE, RADIO = 1 << 12, 1 << 15


def field_faults(pdf: Pdf, asked: list[Question]) -> Iterator[str]:
    """Faults in the tree of fields. A file without questions may have no form at all."""
    form = pdf.Root.get("/AcroForm")
    if form is None or not asked:
        if bool(asked) != (form is not None):
            yield "there is a form on a paper without questions" if form is not None else "there is no form"
        return
    if any("/Parent" in field for field in form.Fields):
        yield "a field that stands in another is also listed by itself"
    fields = [field for top in form.Fields for field in _terminal(top)]
    names = [full_name(field) for field in fields]
    wanted = list(dict.fromkeys(name for name, _ in wanted_widgets(asked)))
    if names != wanted:
        missing = set(wanted) - set(names)
        yield f"the fields are not the questions in their order; missing: {sorted(missing)[:3]}, doubled: {len(names) - len(set(names))}"
    spoken = [str(widget.get("/TU", "")).strip() for field in fields for widget in (field.get("/Kids") or [field])]
    if not all(spoken) or len(set(spoken)) != len(spoken):
        yield "a field has no name to hear, or two have the same"
    by_name = {name: question for question in asked for name, _ in wanted_widgets([question])}
    fonts = form.get("/DR", {}).get("/Font", {})
    for field, name in zip(fields, names, strict=True):
        question = by_name.get(name)
        if question is None:
            yield f"{name} is asked by nobody"
        elif question.options:
            yield from _button(field, name, question)
        else:
            yield from _text(field, name, question, fonts)


def _terminal(field: Object) -> Iterator[Object]:
    """The fields that can be filled in, in order; the others only hold them."""
    if "/FT" in field:
        yield field
        return
    for kid in field.get("/Kids", []):
        yield from _terminal(kid)


def _text(field: Object, name: str, question: Question, fonts: Object) -> Iterator[str]:
    if field.FT != Name.Tx or str(field.get("/V", "?")) != "":
        yield f"{name} is no empty text field"
    if field.get("/TU") != question.label:
        yield f"{name} is called {field.get('/TU')!r}"
    lines = question.lines > 1 or "." in question.id
    if bool(int(field.get("/Ff", 0)) & MULTILINE) != lines:
        yield f"{name} should take {'more lines than one' if lines else 'one line'}"
    if not isinstance(field.get("/AP", {}).get("/N"), Stream):
        yield f"{name} has no appearance"
    font = str(field.get("/DA", "")).split(" ")[0]
    if font not in fonts:
        yield f"{name} is typed in a font that is not there"


def _button(field: Object, name: str, question: Question) -> Iterator[str]:
    radio = question.kind == "one"
    if field.FT != Name.Btn or bool(int(field.get("/Ff", 0)) & RADIO) != radio or field.get("/V") != Name.Off:
        yield f"{name} is not a {'group of circles' if radio else 'square'} without an answer"
    if radio and field.get("/TU") != question.label:
        yield f"{name} is called {field.get('/TU')!r}"
    widgets = list(field.get("/Kids", [])) if radio else [field]
    answers = {option.value: option.label for option in question.options}
    if radio and [value_of(widget) for widget in widgets] != list(answers):
        yield f"{name} has other answers than the question"
    for widget in widgets:
        states = widget.get("/AP", {}).get("/N", {})
        if not isinstance(states, Dictionary) or len(states.keys()) != 2 or "/Off" not in states or widget.get("/AS") != Name.Off:
            yield f"{name} has no look for chosen and not chosen"
        if widget.get("/TU") != f"{question.label}: {answers.get(value_of(widget))}":
            yield f"{name} has an answer called {widget.get('/TU')!r}"
        if radio and "/T" in widget:
            yield f"an answer of {name} is a field of its own"
