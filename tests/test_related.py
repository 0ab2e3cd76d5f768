"""What is handy as well: at most four items that a page does not name yet, each with a reason that is true."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import ROOT, make_project, mkdocs

from macros.load import load
from macros.model.item import Placed
from macros.related import MOST, MOST_OF_A_KIND, Related
from macros.toolbox import Toolbox, build

KINDS = ("tips", "methods", "worksheets", "examples")


@pytest.fixture(scope="module")
def toolbox() -> Toolbox:
    """The real content."""
    return load(ROOT / "toolbox_data")


@pytest.fixture(scope="module")
def found(toolbox: Toolbox) -> dict[str, list[tuple[Placed, str]]]:
    """What every real item gets."""
    related = Related(toolbox)
    return {item.key: related.also(item) for kind in KINDS for item in toolbox[kind]}


def test_at_most_four_and_no_more_than_two_of_a_kind(found: dict[str, list[tuple[Placed, str]]]) -> None:
    for key, others in found.items():
        assert len(others) <= MOST, key
        assert len({other.key for other, _ in others}) == len(others), key
        assert max(Counter(other.kind for other, _ in others).values(), default=0) <= MOST_OF_A_KIND, key


def test_nearly_every_item_gets_something_of_more_than_one_kind(found: dict[str, list[tuple[Placed, str]]]) -> None:
    assert sum(len({other.kind for other, _ in others}) >= 2 for others in found.values()) > 0.95 * len(found)


def test_every_reason_is_true(toolbox: Toolbox, found: dict[str, list[tuple[Placed, str]]]) -> None:
    assert [
        (key, other.key, reason) for key, others in found.items() for other, reason in others if not is_true(toolbox, key, other, reason)
    ] == []


def is_true(toolbox: Toolbox, key: str, other: Placed, reason: str) -> bool:
    """Whether a reason holds for both, looked up in another way than it was found."""
    pair = (toolbox.get(key), other)
    start, _, quoted = reason.removesuffix("’").partition(" ‘")
    if start == "ook voor wie zoekt op":
        return all(quoted.casefold() in [words.casefold() for words in item.search_words] for item in pair)
    if start in ("helpt ook bij", "hoort ook bij", "staat ook op de route"):
        folders = {"helpt ook bij": ("signals",), "staat ook op de route": ("routes",)}.get(start, KINDS)
        return any(entry.title == quoted and is_hub(toolbox, entry, pair) for folder in folders for entry in toolbox[folder])
    if start.startswith("is ook vooral voor: "):
        return all(start.partition(": ")[2] in [role.label for role in item.roles] for item in pair)
    phase = re.search(r"ook voor (\w+)", start)
    condition = re.search(r"werkt ook aan (\w+)", start)
    right = bool(phase or condition)
    for match, folder in ((phase, "phases"), (condition, "conditions")):
        if match:
            (shared,) = [one for one in toolbox[folder] if one.title.lower() == match[1]]
            right = right and all(shared.id in getattr(item, folder) for item in pair)
    return right


def is_hub(toolbox: Toolbox, third: object, pair: tuple[Placed, ...]) -> bool:
    def joined(one: object, two: object) -> bool:
        return two.key in toolbox.links[one.key] or one.key in toolbox.links[two.key]  # type: ignore[attr-defined]

    return all(joined(third, item) for item in pair)


def test_the_same_content_gives_the_same_choice_whatever_the_seed(toolbox: Toolbox, found: dict[str, list[tuple[Placed, str]]]) -> None:
    program = """
from pathlib import Path
from macros.load import load
from macros.related import Related
toolbox = load(Path("toolbox_data"))
related = Related(toolbox)
for kind in ("tips", "methods", "worksheets", "examples"):
    for item in toolbox[kind]:
        for other, reason in related.also(item):
            print(item.key, other.key, reason, sep="|")
"""
    environment = os.environ | {"PYTHONHASHSEED": "7", "PYTHONUTF8": "1"}
    result = subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8")
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines() == [f"{key}|{other.key}|{reason}" for key, others in found.items() for other, reason in others]


# --- on the sample site ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, with a tip that shares a phase, a condition and a search word with another and names nothing."""
    project = make_project(tmp_path_factory.mktemp("related") / "project")
    tips = project / "toolbox_data/tips"
    text = (tips / "drink-koffie.md").read_text(encoding="utf-8")
    for number in range(3):
        lonely = re.sub(r"(?s)related:.*?plain:", "plain:", text).replace("methods/rondje", "https://voorbeeld.nl")
        lonely = lonely.replace("title: Drink samen koffie", f"title: Wandel samen {number}")
        lonely = lonely.replace("  - kennismaken", "  - kennismaken" if number == 2 else "  - iets anders")
        (tips / f"wandel-{number}.md").write_text(lonely, encoding="utf-8")
    band = project / "toolbox_data/conditions/band.md"  # a tip that nothing names is refused
    named = "".join(f"    - wandel-{number}\n" for number in range(3))
    band.write_text(band.read_text(encoding="utf-8").replace("  methods:\n", f"{named}  methods:\n"), encoding="utf-8")
    result = mkdocs(project, "build", "--strict")
    assert result.returncode == 0, result.stderr
    return project / "site"


def also(site: Path, address: str) -> dict[str, str]:
    """What stands under "Ook handig": address → reason."""
    page = BeautifulSoup((site / address / "index.html").read_text(encoding="utf-8"), "html.parser")
    heading = page.find(id="ook-handig")
    if not heading:
        return {}
    assert heading.find_previous("h2")["id"] == "hoort-hierbij"
    return {one.a["href"]: one.select_one(".tb-small").get_text() for one in heading.find_next("ul").find_all("li")}


def test_a_page_shows_them_with_the_reason(sample: Path) -> None:
    shown = also(sample, "tips/drink-koffie")
    assert shown["../wandel-2/"] == "Ook voor wie zoekt op ‘kennismaken’"
    assert len([address for address in shown if "wandel" in address]) == 2  # of three


def test_the_nearest_stands_first(sample: Path) -> None:
    assert next(iter(also(sample, "tips/drink-koffie"))) == "../wandel-2/"


def test_what_a_text_links_to_counts_as_named(sample: Path) -> None:
    assert "../../werkvormen/rondje/" not in also(sample, "tips/drink-koffie")
    assert "../../werkvormen/rondje/" in also(sample, "tips/wandel-0")


def test_pages_that_show_all_their_items_have_none(sample: Path) -> None:
    for address in ("fasen/begin", "condities/doel", "voor-wie/bewoner"):
        assert also(sample, address) == {}


def test_an_item_with_nothing_around_it_gets_none(toolbox: Toolbox) -> None:
    (tip, *_) = toolbox["tips"]
    alone = build([*toolbox["phases"], *toolbox["conditions"], tip])
    assert Related(alone).also(tip) == []


# --- on the real site -----------------------------------------------------------------------------------------------


def test_no_page_shows_what_it_already_links_to(site: Path) -> None:
    wrong, lists = [], 0
    for folder in ("tips", "werkvormen", "werkbladen", "praktijkvoorbeelden"):
        for file in sorted((site / folder).glob("*/index.html")):
            article = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser").find("article")
            heading = article.find(id="ook-handig")
            listed = [a["href"] for a in heading.find_next("ul").find_all("a")] if heading else []
            lists += bool(listed)
            if heading:
                heading.find_next("ul").decompose()
            elsewhere = {a["href"].partition("#")[0] for a in article.find_all("a", href=True)}
            wrong += [(str(file), address) for address in listed if address in elsewhere or len(listed) > MOST]
    assert wrong == []
    assert lists > 100
