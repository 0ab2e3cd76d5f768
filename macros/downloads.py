"""Every file that people can take along: what it is, where it stands, and how it is made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from types import ModuleType

from macros.model import Method, Phase, Worksheet
from macros.model.choices import PaperSize, Sort
from macros.model.item import Item
from macros.toolbox import Toolbox

FOLDER = "downloads"
ZIP = f"{FOLDER}/toolbox-op-papier.zip"


@dataclass(frozen=True)
class Download:
    """One file. `path` is its place on the site; `form` and `paper` are Dutch, for the list of downloads.

    `make` gives the bytes; it costs time, so that a list can be shown without making anything.
    What is made of many items has a `title`, of one word: what stands above it in the list. `item` is then the phase it is for, if any.
    """

    path: str
    item: Item | None
    form: str
    paper: str
    make: Callable[[], bytes]
    title: str = ""

    @property
    def kind(self) -> str:
        """PDF or Word."""
        return "Word" if self.path.endswith(".docx") else "PDF"


def downloads(toolbox: Toolbox, site_url: str = "") -> Iterator[Download]:
    """All files: the book, the cards, then worksheet by worksheet, then the packs of the methods.

    `site_url` is the address of the site, for the QR codes; without it the sheets name the page in words.
    """
    yield Download(f"{FOLDER}/boek.pdf", None, "de hele toolbox", "A4", lambda: _pdf().book_pdf(toolbox, site_url), "Boek")
    yield _cards(None, toolbox, site_url)
    for phase in toolbox["phases"]:
        if _has_cards(phase, toolbox):
            yield _cards(phase, toolbox, site_url)
    for sheet in toolbox["worksheets"]:
        yield from _of_worksheet(sheet, toolbox, address(sheet, site_url))
    for method in toolbox["methods"]:
        if method.worksheets:
            yield _pack(method, toolbox, site_url)


def of_item(item: Item, toolbox: Toolbox) -> list[Download]:
    """The files that belong to one worksheet, method or phase."""
    if isinstance(item, Worksheet):
        return list(_of_worksheet(item, toolbox, ""))
    if isinstance(item, Phase):
        return [replace(_cards(item, toolbox, ""), form="kaarten met tips en werkvormen")] if _has_cards(item, toolbox) else []
    return [_pack(item, toolbox, "")] if isinstance(item, Method) and item.worksheets else []


def moved(toolbox: Toolbox) -> Iterator[tuple[str, Download]]:
    """(the old name, the file that took its place) of every file whose item was renamed; follows from `old_addresses`."""
    for download in downloads(toolbox):
        for old in getattr(download.item, "old_addresses", ()):
            name = download.path.removeprefix(f"{FOLDER}/")
            yield name.replace(download.item.id, old.rstrip("/").rpartition("/")[2], 1), download


def address(item: Item, site_url: str) -> str:
    """The full address of an item's page, or nothing when the site has no address yet."""
    return f"{site_url.rstrip('/')}/{item.page.removesuffix('.md')}/" if site_url else ""


def in_one_zip(files: dict[str, bytes]) -> bytes:
    """One archive of all files, the same bytes every time: sorted, and dated as early as a zip can."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[path])
    return made.getvalue()


def _of_worksheet(sheet: Worksheet, toolbox: Toolbox, url: str) -> Iterator[Download]:
    name = f"{FOLDER}/{sheet.id}"
    yield Download(f"{name}.pdf", sheet, "om in te vullen", "A4", lambda: _pdf().sheet_pdf(sheet, toolbox, url))
    if sheet.sort == Sort.CANVAS or sheet.paper.size == PaperSize.A3:
        yield Download(f"{name}-a3.pdf", sheet, "om in te vullen", "A3", lambda: _pdf().sheet_pdf(sheet, toolbox, url, paper="A3"))
    if sheet.sort == Sort.CANVAS:
        yield Download(f"{name}-poster.pdf", sheet, "lege poster", "A3", lambda: _pdf().poster_pdf(sheet, toolbox, url))
    if sheet.sort == Sort.SCAN and sheet.scale:
        cards = f"{name}-scorekaarten.pdf"
        yield Download(cards, sheet, "scorekaarten voor acht mensen", "A4", lambda: _pdf().score_cards_pdf(sheet, toolbox, url))
        small, what = f"{name}-antwoordkaartjes.pdf", "antwoordkaartjes met alleen nummers"
        yield Download(small, sheet, what, "A4", lambda: _pdf().answer_cards_pdf(sheet, toolbox, url))
    yield Download(f"{name}-grote-letters.pdf", sheet, "in grote letters", "A4", lambda: _pdf().sheet_pdf(sheet, toolbox, url, large=True))
    yield Download(f"{name}.docx", sheet, "om te veranderen", sheet.paper.size.label, lambda: _word().sheet_docx(sheet, toolbox, url))


def _pack(method: Method, toolbox: Toolbox, site_url: str) -> Download:
    urls = {item.key: address(item, site_url) for item in (method, *toolbox.pick("worksheets", method.worksheets))}
    path = f"{FOLDER}/pak-{method.id}.pdf"
    return Download(path, method, "pak: de werkvorm met de werkbladen", "A4", lambda: _pdf().pack_pdf(method, toolbox, urls))


def _has_cards(phase: Phase, toolbox: Toolbox) -> bool:
    return bool(toolbox.placed("tips", phase.id) or toolbox.placed("methods", phase.id))


def _cards(phase: Phase | None, toolbox: Toolbox, site_url: str) -> Download:
    urls = {item.key: address(item, site_url) for kind in ("tips", "methods") for item in toolbox[kind]}
    path = f"{FOLDER}/kaarten-{phase.id}.pdf" if phase else f"{FOLDER}/kaarten.pdf"
    form = f"fase {phase.title}" if phase else "alle tips en werkvormen"
    return Download(path, phase, form, "A4", lambda: _pdf().deck_pdf(toolbox, urls, phase), "Kaarten")


# Imported when the first file is made: checking the content should not wait for what only draws paper.
def _pdf() -> ModuleType:
    from macros.sheets import pdf

    return pdf


def _word() -> ModuleType:
    from macros.sheets import word

    return word
