"""The real site, built strictly: every page whole, every link and anchor leading somewhere, nothing from another host."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from access.addresses import AUDIT
from bs4 import BeautifulSoup
from conftest import MACHINERY, ROOT, make_project, mkdocs

Pages = dict[str, BeautifulSoup]


@pytest.fixture(scope="module")
def pages(site: Path) -> Pages:
    """Every HTML page of the site, by its path."""
    return {
        file.relative_to(site).as_posix(): BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        for file in sorted(site.rglob("*.html"))
    }


def faults(pages: Pages, fault: object) -> dict[str, object]:
    return {path: found for path, soup in pages.items() if (found := fault(path, soup))}  # type: ignore[operator]


def test_there_is_content_of_every_kind(site: Path) -> None:
    least = {"fasen": 4, "condities": 5, "tips": 24, "werkvormen": 10, "werkbladen": 4, "praktijkvoorbeelden": 6}
    found = {section: len([page for page in (site / section).iterdir() if page.is_dir()]) for section in least}
    assert all(found[section] >= number for section, number in least.items()), found


def test_every_page_has_one_h1_a_title_a_description_and_a_language(pages: Pages) -> None:
    def fault(path: str, soup: BeautifulSoup) -> list[str]:
        description = soup.find("meta", {"name": "description"})
        wrong = [] if len(soup.find_all("h1")) == 1 else ["h1"]
        wrong += [] if soup.title and soup.title.get_text(strip=True) else ["title"]
        wrong += [] if description and description["content"].strip() else ["description"]
        return wrong + ([] if soup.html and soup.html["lang"] == "nl" else ["lang"])

    assert faults(pages, fault) == {}


def test_every_page_has_a_title_of_its_own(pages: Pages) -> None:
    titles: dict[str, str] = {}
    for path, soup in pages.items():
        assert soup.title is not None
        assert titles.setdefault(soup.title.get_text(), path) == path


def test_headings_leave_no_rank_out(pages: Pages) -> None:
    def fault(path: str, soup: BeautifulSoup) -> list[str]:
        article = soup.find("article")
        ranks = [int(heading.name[1]) for heading in article.find_all(re.compile("^h[1-6]$"))] if article else []
        return [f"{before}>{after}" for before, after in zip(ranks, ranks[1:], strict=False) if after > before + 1]

    assert faults(pages, fault) == {}


def test_no_id_stands_twice_on_a_page(pages: Pages) -> None:
    def fault(path: str, soup: BeautifulSoup) -> set[str]:
        ids = [tag["id"] for tag in soup.find_all(id=True)]
        return {one for one in ids if ids.count(one) > 1}

    assert faults(pages, fault) == {}


def test_every_link_and_anchor_leads_somewhere(site: Path, pages: Pages) -> None:
    anchors = {path: {tag["id"] for tag in soup.find_all(id=True)} for path, soup in pages.items()}

    def fault(path: str, soup: BeautifulSoup) -> list[str]:
        wrong = []
        for link in soup.find_all("a", href=True):
            parts = urlsplit(link["href"])
            if parts.scheme or parts.netloc:
                continue
            # The 404 page can be served at any address: its links start at the root.
            base = site if parts.path.startswith("/") else (site / path).parent
            target = (base / unquote(parts.path).lstrip("/")).resolve() if parts.path else site / path
            target = target / "index.html" if target.is_dir() else target
            name = target.relative_to(site.resolve()).as_posix() if target.is_relative_to(site.resolve()) else ""
            if not target.is_file() or (parts.fragment and parts.fragment not in anchors.get(name, set())):
                wrong.append(link["href"])
        return wrong

    assert faults(pages, fault) == {}


def test_nothing_is_loaded_from_another_host(site: Path, pages: Pages) -> None:
    loading = {
        "script": "src",
        "link": "href",
        "img": "src",
        "iframe": "src",
        "source": "src",
        "video": "src",
        "object": "data",
        "form": "action",
    }

    def fault(path: str, soup: BeautifulSoup) -> list[str]:
        addresses = [
            tag.get(attribute) or ""
            for name, attribute in loading.items()
            for tag in soup.find_all(name)
            if tag.get("rel") != ["canonical"]
        ]
        return [address for address in addresses if urlsplit(address).netloc]

    assert faults(pages, fault) == {}
    for style in site.rglob("*.css"):
        assert not re.search(r"url\(['\"]?(https?:)?//", style.read_text(encoding="utf-8")), style


def test_every_item_page_has_the_way_back_the_sources_and_its_file(site: Path, pages: Pages) -> None:
    items = {
        path: soup
        for path, soup in pages.items()
        if re.match("(fasen|condities|tips|werkvormen|werkbladen|praktijkvoorbeelden)/[^/]+/index", path)
    }

    def fault(path: str, soup: BeautifulSoup) -> list[str]:
        wanted = {
            "crumbs": "nav[aria-label=Kruimelpad] a",
            "neighbours": ".tb-neighbours a",
            "origin": "#herkomst",
            "related": "#hoort-hierbij",
        }
        missing = [name for name, selector in wanted.items() if not soup.select_one(selector)]
        shown = soup.select_one(".tb-file")
        return missing + ([] if shown and (ROOT / shown.get_text().strip()).is_file() else ["file"])

    assert len(items) > 60
    assert faults(items, fault) == {}


def test_a_page_that_is_not_there_helps_on_in_dutch(site: Path) -> None:
    soup = BeautifulSoup((site / "404.html").read_text(encoding="utf-8"), "html.parser")
    article = soup.find("article")
    assert article and len(article.find_all("a")) >= 4
    assert "bestaat niet" in article.get_text() or "is er niet" in article.get_text()


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def same(one: dict[str, bytes], other: dict[str, bytes]) -> bool:
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []
    return True


def test_two_builds_in_different_folders_are_the_same_to_the_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the sample, which makes files of every sort; each build makes all of them itself."""
    monkeypatch.setenv("SITE_URL", "https://voorbeeld.nl/")  # without it there are no pictures for links
    sites = []
    for seed, name in enumerate(("one", "elsewhere/the project"), 1):
        monkeypatch.setenv("PYTHONHASHSEED", str(seed))  # sets of texts go in another order
        project = make_project(tmp_path / name)
        built = mkdocs(project, "build", "--strict", cache=tmp_path / name / "cache")
        assert built.returncode == 0, built.stderr
        sites.append(files(project / "site"))
    assert {".html", ".pdf", ".docx", ".zip", ".png", ".xml", ".json"} <= {Path(path).suffix for path in sites[0]}
    assert same(*sites)


def test_the_real_site_is_the_same_when_it_is_built_again(site: Path, tmp_path: Path) -> None:
    """In another folder; the PDFs come from the cache, unless this is an audit."""
    other = tmp_path / "elsewhere" / "the project"
    for name in (*MACHINERY, "docs", "toolbox_data"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        (other / name).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, other / name)
    built = mkdocs(other, "build", "--strict", **({"cache": tmp_path / "cache"} if AUDIT else {}))
    assert built.returncode == 0, built.stderr
    assert same(files(site), files(other / "site"))
