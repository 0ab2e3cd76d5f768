"""What people take along: every file is there, named, sized, and together in one archive."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import SAMPLE, make_project, mkdocs

from macros.downloads import ZIP, address, downloads, in_one_zip
from macros.load import load
from macros.toolbox import Toolbox

START = {".pdf": b"%PDF-", ".docx": b"PK"}


@pytest.fixture(scope="module")
def toolbox() -> Toolbox:
    return load(SAMPLE / "toolbox_data")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("downloads") / "project")
    result = mkdocs(project, "build", "--strict")
    assert result.returncode == 0, result.stderr
    return project / "site"


def links(built: Path, page: str) -> dict[str, str]:
    soup = BeautifulSoup((built / page / "index.html").read_text(encoding="utf-8"), "html.parser")
    return {a.get_text(): a["href"] for a in soup.find("article").find_all("a", href=True)}  # type: ignore[union-attr]


def test_each_sheet_has_the_forms_that_fit_it(toolbox: Toolbox) -> None:
    names = {download.path.removeprefix("downloads/") for download in downloads(toolbox)}
    assert names == {
        *("blad.pdf", "blad-a3.pdf", "blad-poster.pdf", "blad-grote-letters.pdf", "blad.docx"),
        *("meting.pdf", "meting-scorekaarten.pdf", "meting-antwoordkaartjes.pdf", "meting-grote-letters.pdf", "meting.docx"),
        *("boek.pdf", "pak-kaart.pdf"),
        *("kaarten.pdf", "kaarten-begin.pdf", "kaarten-vervolg.pdf"),
    }


def test_every_file_stands_on_the_site_and_is_what_its_name_says(built: Path, toolbox: Toolbox) -> None:
    for download in downloads(toolbox):
        file = built / download.path
        assert file.read_bytes().startswith(START[file.suffix]), download.path


def test_the_page_of_a_sheet_and_of_a_method_lead_to_their_files(built: Path) -> None:
    assert "../../downloads/blad-a3.pdf" in links(built, "werkbladen/blad").values()
    assert "../../downloads/pak-kaart.pdf" in links(built, "werkvormen/kaart").values()
    assert "../../downloads/kaarten-begin.pdf" in links(built, "fasen/begin").values()
    assert not any("downloads" in target for target in links(built, "werkvormen/rondje").values())


def test_the_list_names_every_file_with_its_size(built: Path, toolbox: Toolbox) -> None:
    soup = BeautifulSoup((built / "downloads/index.html").read_text(encoding="utf-8"), "html.parser")
    rows = {row.find("a")["href"]: row.get_text(" ") for row in soup.select("article tbody tr")}
    assert set(rows) == {download.path.removeprefix("downloads/") for download in downloads(toolbox)}
    assert all(" kB" in row for row in rows.values()), rows
    assert "2.1" in rows["meting.pdf"]


def test_the_archive_holds_every_file(built: Path, toolbox: Toolbox) -> None:
    with zipfile.ZipFile(built / ZIP) as archive:
        assert sorted(archive.namelist()) == sorted(download.path for download in downloads(toolbox))
        assert all(archive.read(path) == (built / path).read_bytes() for path in archive.namelist())


def test_an_archive_of_the_same_files_is_the_same_to_the_byte() -> None:
    assert in_one_zip({"b": b"2", "a": b"1"}) == in_one_zip({"a": b"1", "b": b"2"})
    with zipfile.ZipFile(io.BytesIO(in_one_zip({"a": b"1"}))) as archive:
        assert archive.testzip() is None


def test_the_address_of_a_page_needs_the_address_of_the_site(toolbox: Toolbox) -> None:
    sheet = toolbox.get("worksheets/blad")
    assert address(sheet, "https://voorbeeld.nl/toolbox/") == "https://voorbeeld.nl/toolbox/werkbladen/blad/"
    assert address(sheet, "") == ""


def test_a_file_that_got_another_name_is_named(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    sheet = project / "toolbox_data/worksheets/meting.yml"
    sheet.write_text(
        sheet.read_text(encoding="utf-8").replace("sort: scan", "old_addresses:\n  - werkbladen/peiling\nsort: scan"), encoding="utf-8"
    )
    assert mkdocs(project, "build", "--strict").returncode == 0
    soup = BeautifulSoup((project / "site/downloads/index.html").read_text(encoding="utf-8"), "html.parser")
    names = {item.find("em").get_text(): item.find("a")["href"] for item in soup.select("#verhuisd + ul > li")}
    assert names["peiling.pdf"] == "meting.pdf" and names["peiling.docx"] == "meting.docx"
