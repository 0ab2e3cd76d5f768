"""What the built pages say and hold, without a browser."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from conftest import ROOT

from access.addresses import all_addresses, text_of
from macros.load import load


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page, by its address."""
    return {one: BeautifulSoup(text_of(site, one), "html.parser") for one in all_addresses(site)}


def test_english_words_say_that_they_are_english(pages: dict[str, BeautifulSoup]) -> None:
    toolbox = load(ROOT / "toolbox_data")
    phrases = {phrase for folder in ("glossary", "sources") for entry in toolbox[folder] for phrase in entry.english}
    english = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, phrases))})(?![\w-])", re.IGNORECASE)
    unmarked, marked = [], set()
    for address, soup in pages.items():
        for text in soup.body.find_all(string=english) if soup.body else []:
            if text.find_parent(["script", "style", "textarea", "option", "svg", "noscript"]):
                continue
            holder = text.find_parent(lang=True)
            marked.add(str(text).casefold())
            if not holder or holder["lang"] != "en":
                unmarked.append(f"/{address}: {text.strip()[:80]}")
    assert not unmarked, "\n".join(unmarked)
    assert all(
        any(phrase.casefold() in text for text in marked) for phrase in ("Right to Challenge", "Most Significant Change", "Living lab")
    )


def test_nothing_plays_moves_or_runs_out(site: Path, pages: dict[str, BeautifulSoup]) -> None:
    """What some criteria are about is not there: then they have nothing to ask."""
    absent = "audio, video, iframe, object, embed, canvas, marquee, blink, animate, [autofocus], [autoplay], [draggable], [accesskey], input[type=password], meta[http-equiv=refresh]"
    found = [f"/{address}: {one.name}" for address, soup in pages.items() for one in soup.select(absent)]
    assert not found, "\n".join(found)
    moving = re.compile(r"devicemotion|deviceorientation|\bdragstart\b|\btouchmove\b|\binfinite\b")
    parts = [
        (file, match[0])
        for file in sorted(site.rglob("*"))
        if file.suffix in (".js", ".css")
        for match in moving.finditer(file.read_text(encoding="utf-8"))
    ]
    assert not parts, parts


def test_every_page_is_reached_by_a_link(site: Path, pages: dict[str, BeautifulSoup]) -> None:
    """A second way to each page, beside the search: from the first page by links alone."""
    reached, ahead = {""}, [""]
    while ahead:
        here = ahead.pop()
        for link in pages[here].select("a[href]"):
            there = unquote(urlsplit(urljoin(f"https://site/{here}", link["href"])).path).lstrip("/")
            if there in pages and there not in reached:
                reached.add(there)
                ahead.append(there)
    assert set(pages) - reached <= {"404.html", "geen-verbinding/"}, "these two are shown when something is missing, not gone to"
