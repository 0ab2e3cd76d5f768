"""The accessibility statement says what was checked and no more."""

from __future__ import annotations

import ast
import datetime as dt
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import ROOT
from install_checkers import axe
from playwright.sync_api import Browser

from access.addresses import AUDIT
from access.looks import LOOKS, TAGS
from macros.accessibility.checks import CHECKS
from macros.accessibility.criteria import CRITERIA
from macros.accessibility.evidence import Evidence, Measured, evidence, written
from macros.accessibility.statement import check_rows, criterion_rows
from macros.load import load
from macros.page_macros import PageMacros


def test_every_check_is_made_by_a_test() -> None:
    for check in CHECKS:
        for test in check.tests:
            file, _, function = test.partition("::")
            tree = ast.parse((ROOT / "tests" / file).read_text(encoding="utf-8"))
            names = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}
            assert names, test
            assert not function or function in names, test
        assert set(check.looks) <= set(LOOKS), check.id


def test_every_look_belongs_to_a_check() -> None:
    assert {look for check in CHECKS for look in check.looks} == set(LOOKS)


def test_all_criteria_of_wcag_are_there_once_each() -> None:
    numbers = [criterion.number for criterion in CRITERIA]
    assert len(numbers) == len(set(numbers)) == 55
    assert [sum(criterion.level == level for criterion in CRITERIA) for level in ("A", "AA")] == [31, 24]
    assert numbers == sorted(numbers, key=lambda number: [int(part) for part in number.split(".")])


def test_every_criterion_names_checks_that_exist_and_what_a_person_must_do() -> None:
    known = {check.id for check in CHECKS}
    for criterion in CRITERIA:
        assert set(criterion.checks) <= known, criterion.number
        assert bool(criterion.person) != bool(criterion.absent), criterion.number


def test_axe_has_a_rule_for_every_criterion_that_names_it(browser: Browser) -> None:
    page = browser.new_page()
    page.evaluate(axe().read_text(encoding="utf-8"))
    tags = set(
        page.evaluate("tags => axe.getRules(tags).filter(rule => !rule.tags.includes('experimental')).flatMap(rule => rule.tags)", TAGS)
    )
    page.close()
    named = [criterion.number for criterion in CRITERIA if "axe" in criterion.checks]
    assert [number for number in named if "wcag" + number.replace(".", "") not in tags] == []


def test_without_an_audit_nothing_is_claimed() -> None:
    assert all(row.measured is None for row in check_rows(None))
    assert all(row.checks == () for row in criterion_rows(None))


def test_only_a_check_with_evidence_is_named() -> None:
    audit = Evidence(date=dt.date(2026, 1, 2), pages=3, tools={}, checks={"html": Measured(tests=1)})
    assert [row.check.id for row in check_rows(audit) if row.measured] == ["html"]
    assert {name for row in criterion_rows(audit) for name in row.checks} == {"HTML-keuring"}


def test_what_is_written_down_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "evidence.json"
    done = {"axe": Measured(tests=2, pages=3, visits=6, states=["dark", "320 px"])}
    written(dt.date(2026, 1, 2), 3, {"b": "2", "a": "1"}, done, file)
    assert evidence(file) == Evidence(date=dt.date(2026, 1, 2), pages=3, tools={"a": "1", "b": "2"}, checks=done)
    assert evidence(tmp_path / "none.json") is None


@pytest.mark.skipif(AUDIT, reason="an audit writes what this reads")
def test_the_page_shows_the_date_and_the_numbers_of_the_last_audit(site: Path) -> None:
    audit = evidence()
    assert audit, "run `make audit`: there is no evidence yet"
    text = BeautifulSoup((site / "toegankelijkheid" / "index.html").read_text(encoding="utf-8"), "html.parser").get_text(" ")
    months = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"]
    dates = set(re.findall(rf"\b\d{{1,2}} (?:{'|'.join(months)}) \d{{4}}", text))
    assert dates == {f"{audit.date.day} {months[audit.date.month - 1]} {audit.date.year}"}
    assert f"alle {audit.pages} pagina's" in text.replace("’", "'")
    assert set(audit.checks) == {check.id for check in CHECKS}


@pytest.mark.parametrize("part", ["date", "status", "checks", "tools", "criteria"])
def test_a_part_is_plain_markdown(part: str, content: Path) -> None:
    assert "{{" not in PageMacros(load(content), lambda: "toegankelijkheid/index.md", {}).accessibility_statement(part)


def test_a_part_that_does_not_exist_is_refused_in_dutch(content: Path) -> None:
    with pytest.raises(ValueError, match="bestaat niet"):
        PageMacros(load(content), lambda: "x.md", {}).accessibility_statement("datum")
