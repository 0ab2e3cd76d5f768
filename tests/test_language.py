"""Plain Dutch: what an editor reads about language, and how each item reads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from macros.language.readability import flesch_douma
from macros.language.report import check_language, table
from macros.language.sentences import sentences
from macros.load import load_library
from macros.problems import Problem

TIP = "tips/schrijf-op.md"


def said_of(content: Path) -> list[Problem]:
    return check_language(load_library(content), content, content.parent / "docs")[0]


def write(content: Path, file: str, old: str, new: str) -> None:
    text = (content / file).read_text(encoding="utf-8")
    assert old in text
    (content / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_plain_texts_are_left_alone(content: Path) -> None:
    assert said_of(content) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("Hang een vel", "Hang " + "en ga dan door " * 7 + "een vel", 14, "woorden"),
        ("Hang een vel aan de muur.", "Eerst. Er wordt een vel aan de muur gehangen.", 14, "wie het doet"),
        ("Hang een vel aan de muur.", "Zorg dat het goed geregeld wordt.", 14, "wie het doet"),
        ("Hang een vel", "Ga eerst coproduceren. Hang een vel", 14, "zeldzaam"),
        ("Hang een vel", "Hang een vell", 14, "woordenboek"),
        ("kwijt.", "kwijjt.", 3, "woordenboek"),
    ],
)
def test_a_text_that_stumbles_is_named_at_its_place(content: Path, old: str, new: str, line: int, words: str) -> None:
    write(content, TIP, old, new)
    found = said_of(content)
    assert len(found) == 1 and words in found[0].what, found
    assert (found[0].path, found[0].line) == (f"toolbox_data/{TIP}", line)


def test_an_editor_may_excuse_a_word(content: Path) -> None:
    write(content, TIP, "Hang een vel", "Vraag de incasseerders. Hang een vel")
    assert len(said_of(content)) == 1
    (content / "words.txt").write_text("# onze woorden\nincasseerder  # wie er voordeel van heeft\n", encoding="utf-8")
    assert said_of(content) == []


def test_a_word_that_the_glossary_explains_is_not_rare(content: Path) -> None:
    write(content, TIP, "Hang een vel", "Ga eerst coproduceren. Hang een vel")
    assert len(said_of(content)) == 1
    write(content, "glossary.yml", "  title: Netwerk\n", "  title: Netwerk\n  also:\n    - coproduceren\n")
    assert said_of(content) == []


def test_a_rare_word_in_a_long_text_that_is_no_tip_is_only_shown(content: Path) -> None:
    write(content, "examples/plein.md", "Ze tekenden eerst", "Ze coproduceren en tekenden eerst")
    assert said_of(content) == []


def test_a_hand_written_page_is_read_too_but_not_its_macros(content: Path) -> None:
    page = content.parent / "docs" / "over.md"
    page.parent.mkdir()
    page.write_text(
        '---\ntitle: Over\ndescription: Over.\n---\n\n# Over { #kopp }\n\n{{ kaartn("tips") }}\n\nDit is fouut.\n', encoding="utf-8"
    )
    assert [(problem.path, problem.line) for problem in said_of(content)] == [("docs/over.md", 10)]


def test_a_list_item_is_a_sentence_and_a_wrapped_line_is_not() -> None:
    assert sentences("Doe dit:\n\n1. Bel **je** buur\n2. Ga [samen](tips/x) op pad") == ["Doe dit:", "Bel je buur", "Ga samen op pad"]
    assert sentences("Een zin die\ndoorloopt. Nog een.") == ["Een zin die doorloopt.", "Nog een."]


def test_easy_words_and_short_sentences_score_higher() -> None:
    assert flesch_douma(10, 1.5) == pytest.approx(206.84 - 9.3 - 115.5)
    assert flesch_douma(8, 1.3) > flesch_douma(20, 1.8)


def test_the_report_shows_every_item_and_the_hardest(content: Path) -> None:
    rows = check_language(load_library(content), content, content.parent / "docs")[1]
    lines = list(table(rows, hardest=3))
    assert any(line.startswith("tips/schrijf-op ") for line in lines)
    assert len(lines) == 1 + len(rows) + 2 + min(3, sum(row.words >= 40 for row in rows))


def test_the_real_content_reads_plainly() -> None:
    result = subprocess.run([sys.executable, "-m", "macros", "check"], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout[-6000:] + result.stderr
