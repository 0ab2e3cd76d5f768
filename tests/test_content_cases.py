"""What an editor wrote → what they read. The cases stand in tests/cases/."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

from macros.field_guide import field_guide
from macros.hand_written import too_big
from macros.load import load
from macros.model import MODELS
from macros.problems import ContentError, Problem

CASES = [
    pytest.param(case, id=f"{file.stem}: {name}")
    for file in sorted((Path(__file__).parent / "cases").glob("*.yml"))
    for name, case in yaml.safe_load(file.read_text(encoding="utf-8")).items()
]


def problems_of(content: Path) -> list[Problem]:
    """What an editor reads; fails when nothing is wrong."""
    with pytest.raises(ContentError) as caught:
        load(content)
    return caught.value.problems


def damage(file: Path, case: dict) -> None:
    """Write in the file what the editor of the case wrote."""
    text = case.get("write")
    if text is None:
        text = file.read_text(encoding="utf-8")
        wrong = case.get("to")
        if "to_deep" in case:
            wrong = "materials: " + "[" * case["to_deep"] + "]" * case["to_deep"]
        if "to_long" in case:
            wrong = case["to_long"] + "woord " * 41
        if "to_endless" in case:
            wrong = case["to_endless"] * 100_000
        if "change" in case:
            assert case["change"] in text, "the case no longer fits the sample"
            text = text.replace(case["change"], wrong, 1)
    file.write_bytes(bytes.fromhex(case.get("prefix", "")) + text.encode())


@pytest.mark.parametrize("case", CASES)
def test_an_editor_reads_what_is_wrong_and_where(content: Path, case: dict) -> None:
    damage(content / case["file"], case)
    found = problems_of(content)
    path = f"toolbox_data/{case.get('other', case['file'])}"
    if not case.get("anywhere"):
        assert {problem.path for problem in found} == {path}, found
        assert len(found) == len(case["reads"]), "\n".join(map(str, found))
    for wanted in case["reads"]:
        place, _, words = wanted.partition(" ")
        assert any(
            problem.path == path
            and f"{problem.line}:{problem.column}" == place
            and all(re.search(word.replace("{", "\\{"), f"{problem.what} {problem.fix}") for word in words.split("|"))
            for problem in found
        ), f"wanted {wanted}, got:\n" + "\n".join(f"{problem.column} {problem}" for problem in found)


def test_a_figure_with_its_year_and_a_name_with_its_owner_are_fine(content: Path) -> None:
    file = content / "examples/plein.md"
    text = file.read_text(encoding="utf-8") + "\nIn 2019 kwamen er 1.200 bewoners. Een Alzheimer Café is van Alzheimer Nederland.\n"
    file.write_text(text, encoding="utf-8")
    load(content)


@pytest.mark.parametrize("name", ["begin-😀", "Foto van ons", "a" * 61, "é", "-", "con."])
def test_a_file_name_that_can_be_no_address_is_said(content: Path, name: str) -> None:
    shutil.copy(content / "tips/schrijf-op.md", content / f"tips/{name}.md")
    found = [problem for problem in problems_of(content) if problem.path == f"toolbox_data/tips/{name}.md"]
    assert any("adres" in problem.what and "koppeltekens" in problem.fix for problem in found)


def test_a_picture_of_ten_megabytes_is_said_where_it_stands(content: Path, tmp_path: Path) -> None:
    (content / "tips/foto.jpg").write_bytes(bytes(10_000_000))
    (problem,) = problems_of(content)
    assert problem.path == "toolbox_data/tips/foto.jpg"
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/foto.jpg").write_bytes(bytes(10_000_000))
    (problem,) = too_big(tmp_path / "docs")
    assert (problem.path, problem.line) == ("docs/foto.jpg", 1) and "10,0 MB" in problem.what and problem.fix


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 40


def test_every_message_says_how_to_mend_it(content: Path) -> None:
    """Whatever the mistake, there is a way out in the message."""
    for parameters in CASES:
        case = parameters.values[0]
        file = content / case["file"]
        before = file.read_bytes()
        damage(file, case)
        for problem in problems_of(content):
            assert problem.fix and problem.what.endswith((".", "?")), problem
        file.write_bytes(before)


def test_all_problems_of_all_files_come_at_once_sorted_with_a_count(content: Path) -> None:
    for name in ("tips/schrijf-op.md", "methods/kaart.yml", "sources.yml"):
        file = content / name
        file.write_text(file.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(content)
    found = caught.value.problems
    assert {problem.path.partition("/")[2] for problem in found} == {"tips/schrijf-op.md", "methods/kaart.yml", "sources.yml"}
    assert found == sorted(found)
    assert str(caught.value).splitlines()[-1] == "3 fouten in 3 bestanden."


def test_the_line_is_shown_with_a_mark_under_the_place(content: Path) -> None:
    file = content / "tips/schrijf-op.md"
    file.write_text(file.read_text(encoding="utf-8").replace("origin: adapted", "origin: adaptt"), encoding="utf-8")
    first, line, mark = str(problems_of(content)[0]).splitlines()
    assert first.startswith("toolbox_data/tips/schrijf-op.md:10: ")
    assert line.strip() == "origin: adaptt"
    assert mark.index("^") == line.index("adaptt")


@pytest.mark.parametrize("name", ["phases", "tips", "worksheets"])
def test_a_missing_folder_is_a_problem(content: Path, name: str) -> None:
    (content / name).rename(content.parent / "away")
    assert any(problem.path == f"toolbox_data/{name}" and "ontbreekt" in problem.what for problem in problems_of(content))


def test_an_empty_folder_is_a_problem(content: Path) -> None:
    for file in (content / "signals").iterdir():
        file.unlink()
    assert [problem.path for problem in problems_of(content)] == ["toolbox_data/signals"]


def test_a_missing_content_folder_is_a_problem(tmp_path: Path) -> None:
    assert [problem.path for problem in problems_of(tmp_path / "toolbox_data")] == ["toolbox_data"]


@pytest.mark.parametrize("name", ["Te Veel.md", "café.md", "a_b.md", "kaart.yml", "kaart.markdown", "x" * 61 + ".md"])
def test_a_file_name_that_is_no_address_is_a_problem(content: Path, name: str) -> None:
    (content / "tips" / name).write_bytes((content / "tips/schrijf-op.md").read_bytes().replace(b"Schrijf afspraken op", b"Iets anders"))
    assert f"toolbox_data/tips/{name}" in [problem.path for problem in problems_of(content)]


def test_a_folder_that_does_not_belong_gets_a_guess(content: Path) -> None:
    (content / "tip").mkdir()
    (problem,) = problems_of(content)
    assert problem.path == "toolbox_data/tip" and "'tips'" in problem.fix


def test_a_phase_without_content_is_a_problem(content: Path) -> None:
    file = content / "phases/vervolg.md"
    text = file.read_text(encoding="utf-8").replace("title: Vervolg", "title: Slot").replace("order: 2", "order: 3")
    (content / "phases/slot.md").write_text(text, encoding="utf-8")
    found = problems_of(content)
    assert {problem.path for problem in found} == {"toolbox_data/phases/slot.md"}
    assert len(found) == 4


def test_a_condition_without_content_is_a_problem(content: Path) -> None:
    file = content / "conditions/doel.md"
    text = (
        file.read_text(encoding="utf-8")
        .replace("title: Doel", "title: Rust")
        .replace("order: 1", "order: 3")
        .replace("doel1", "rust1")
        .replace("doel2", "rust2")
    )
    (content / "conditions/rust.md").write_text(text, encoding="utf-8")
    found = problems_of(content)
    assert {problem.path for problem in found} == {"toolbox_data/conditions/rust.md"}
    assert len(found) == 3


def test_an_item_that_nothing_leads_to_is_a_problem(content: Path) -> None:
    text = (content / "tips/schrijf-op.md").read_text(encoding="utf-8").replace("Schrijf afspraken op", "Zing een lied")
    (content / "tips/zing.md").write_text(text, encoding="utf-8")
    (problem,) = problems_of(content)
    assert problem.path == "toolbox_data/tips/zing.md" and "Niets verwijst" in problem.what


def test_in_a_pull_request_the_problem_stands_at_its_line(content: Path) -> None:
    file = content / "tips/schrijf-op.md"
    file.write_text(file.read_text(encoding="utf-8").replace("origin: adapted", "origin: 100%"), encoding="utf-8")
    annotation = problems_of(content)[0].annotation()
    assert re.match(r"::error file=toolbox_data/tips/schrijf-op\.md,line=10,col=9::.*100%25", annotation)


TEMPLATES = sorted((ROOT / "toolbox_data").glob("*/_template.*"))


def test_every_folder_has_a_template() -> None:
    assert {file.parent.name for file in TEMPLATES} == {model.kind.folder for model in MODELS if not model.kind.in_one_file}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.parent.name)
def test_a_copy_of_a_template_is_good_but_for_being_new(tmp_path: Path, template: Path) -> None:
    """An editor who copies a template starts from nothing wrong; what is left to do is to lead to it."""
    copy = Path(shutil.copytree(ROOT / "toolbox_data", tmp_path / "toolbox_data")) / template.parent.name / f"nieuw{template.suffix}"
    copy.write_bytes(template.read_bytes())
    try:
        load(copy.parent.parent)
    except ContentError as error:
        left = [problem for problem in error.problems if not re.search("Niets verwijst|hoort nog geen", problem.what)]
        assert left == [], error


def test_the_guide_for_editors_is_what_the_model_says() -> None:
    assert (ROOT / "toolbox_data/README.md").read_text(encoding="utf-8") == field_guide(), "run `python -m macros guide`"
