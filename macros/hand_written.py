"""The hand-written pages in docs/: checked like content, before a site generator sees them."""

from __future__ import annotations

import posixpath
import re
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from jinja2 import Environment, StrictUndefined, TemplateSyntaxError, UndefinedError
from pydantic import Field

from macros import parse
from macros.content_file import ContentFile
from macros.content_text import LARGEST
from macros.downloads import ZIP, downloads
from macros.model.fields import Line, Many, Text, Title
from macros.model.item import Entry, Kind
from macros.page_macros import PageMacros
from macros.pages import GeneratedFile
from macros.problems import ContentError, Problem, did_you_mean
from macros.reader import read
from macros.render import readable_size
from macros.toolbox import Toolbox

LINK = re.compile(r"\]\((?!\w+:|\{)([^)\s#]*)(?:#([^)\s]+))?\)")
_ANCHOR = re.compile(r"\{[^}]*#([\w-]+)")


class HandWrittenPage(Entry):
    """A page in docs/: a section page or a page about the toolbox."""

    kind: ClassVar = Kind("docs", "", "pagina", "pagina's", "Pagina's", body="text")

    title: Title = Field(description="de naam van de pagina")
    description: Text = Field(description="één zin voor zoekmachines")
    search_words: Many[Line] = Field((), description="woorden of korte vragen die mensen zouden typen")
    render_macros: bool = Field(False, description="true als de pagina macro's gebruikt")
    text: Text = Field(description="de tekst van de pagina")


def problems(docs: Path, toolbox: Toolbox, generated: list[GeneratedFile]) -> Iterator[Problem]:
    """Every problem in docs/: files that are too big; front matter, macros, links and anchors of the hand-written pages."""
    yield from too_big(docs)
    texts = {made.path: made.text for made in generated if made.path.endswith(".md")}
    files: dict[str, ContentFile] = {}
    for where in sorted(docs.rglob("*.md")):
        address = where.relative_to(docs).as_posix()
        file = files[address] = read(where, f"{docs.name}/{address}", HandWrittenPage.kind.body, plain_text=False)
        for page in parse.item(HandWrittenPage, "", file) if file.data is not None else ():
            try:
                texts[address] = _rendered(page, address, file, toolbox)
            except ContentError as error:
                yield from error.problems
        yield from file.problems
    known = {where.relative_to(docs).as_posix() for where in docs.rglob("*") if where.is_file()} | {made.path for made in generated}
    known |= {ZIP, *(download.path for download in downloads(toolbox))}
    for address, file in files.items():
        yield from _links(address, file, texts, known)


def too_big(docs: Path) -> Iterator[Problem]:
    """Every picture or other file that would make a page slow, or keep it from opening, on an old phone."""
    for file in sorted(file for file in docs.rglob("*") if file.is_file() and file.suffix != ".md"):
        size = file.stat().st_size
        if size > LARGEST:
            path = f"{docs.name}/{file.relative_to(docs).as_posix()}"
            what = f"Dit bestand is te groot: {readable_size(size)}."
            yield Problem(path, 1, 1, what, f"Maak het kleiner dan {readable_size(LARGEST)}, of haal het weg.")


def _rendered(page: Entry, address: str, file: ContentFile, toolbox: Toolbox) -> str:
    """The page with its macros filled in. Raises ContentError for what is wrong with one."""
    if not page.render_macros:  # type: ignore[attr-defined]
        return page.text  # type: ignore[attr-defined]
    macros = PageMacros(toolbox, lambda: address, {}).functions()
    skipped = file.body_line - 1 + len(_leading(file))
    try:
        return Environment(undefined=StrictUndefined).from_string(page.text).render(macros)
    except TemplateSyntaxError as error:
        raise ContentError(
            [file.problem(skipped + error.lineno, 1, "Tussen de accolades klopt iets niet.", 'Schrijf een macro als {{ cards("tips") }}.')]
        ) from None
    except UndefinedError as error:
        name = (re.findall(r"'([^']+)' is undefined", str(error)) or ["?"])[0]
        what, fix = f"De macro '{name}' bestaat niet.", did_you_mean(name, macros, f"Kies uit: {', '.join(macros)}.")
        line = _line_of(error)
    except (TypeError, ValueError) as error:
        what, _, fix = (
            str(error)
            if isinstance(error, ValueError)
            else "Deze macro kan hier niets mee. Kijk in macros/page_macros.py wat erachter hoort."
        ).partition(". ")
        what += "."
        line = _line_of(error)
    raise ContentError([file.problem(skipped + line, 1, what, fix)])


def _leading(file: ContentFile) -> list[str]:
    """The empty lines between the front matter and the text, which the reader strips off."""
    lines = file.lines[file.body_line - 1 :]
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    return lines[:first]


def _line_of(error: Exception) -> int:
    frames = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"]
    return frames[-1] or 1 if frames else 1


def _links(address: str, file: ContentFile, texts: dict[str, str], known: set[str]) -> Iterator[Problem]:
    """Links that lead to no page, or to a place that is not on it."""
    for number, line in enumerate(file.lines, 1):
        for match in LINK.finditer(line):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(address), match[1])) if match[1] else address
            if target not in known:
                near = {posixpath.relpath(path, posixpath.dirname(address) or ".") for path in known}
                yield file.problem(
                    number,
                    match.start(1) + 1,
                    f"De pagina '{match[1]}' bestaat niet.",
                    did_you_mean(match[1], near, "Kijk in docs/ en toolbox_data/ welke er zijn."),
                )
            elif match[2] and target in texts and match[2] not in _ANCHOR.findall(texts[target]):
                anchors = _ANCHOR.findall(texts[target])
                yield file.problem(
                    number,
                    match.start(2) + 1,
                    f"Op die pagina is geen plek '{match[2]}'.",
                    did_you_mean(match[2], anchors, f"Zet {{ #{match[2]} }} achter de kop op die pagina."),
                )
