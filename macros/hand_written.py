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
from macros.fields import Text, Title
from macros.items import Entry, Kind
from macros.page_macros import PageMacros
from macros.pages import GeneratedFile
from macros.problems import Problem, did_you_mean
from macros.source import Source, read
from macros.toolbox import Toolbox

_LINK = re.compile(r"\]\((?!\w+:|\{)([^)\s#]*)(?:#([^)\s]+))?\)")
_ANCHOR = re.compile(r"\{[^}]*#([\w-]+)")


class HandWrittenPage(Entry):
    """A page in docs/: a section page or a page about the toolbox."""

    kind: ClassVar = Kind("docs", "", "pagina", "pagina's", "Pagina's", body="text")

    title: Title = Field(description="de naam van de pagina")
    description: Text = Field(description="één zin voor zoekmachines")
    render_macros: bool = Field(False, description="true als de pagina macro's gebruikt")
    text: Text = Field(description="de tekst van de pagina")


def problems(docs: Path, toolbox: Toolbox, generated: list[GeneratedFile]) -> Iterator[Problem]:
    """Every problem in the hand-written pages: front matter, macros, links and anchors."""
    texts = {file.path: file.text for file in generated if file.path.endswith(".md")}
    sources: dict[str, Source] = {}
    for file in sorted(docs.rglob("*.md")):
        address = file.relative_to(docs).as_posix()
        source = sources[address] = read(file, f"{docs.name}/{address}", HandWrittenPage.kind.body, plain_text=False)
        page = parse.item(HandWrittenPage, "", source) if source.data is not None else None
        yield from source.problems
        if isinstance(page, HandWrittenPage):
            texts[address] = page.text
            if page.render_macros:
                result = _rendered(page, address, source, toolbox)
                if isinstance(result, Problem):
                    yield result
                else:
                    texts[address] = result
    known = {file.relative_to(docs).as_posix() for file in docs.rglob("*") if file.is_file()} | {file.path for file in generated}
    for address, source in sources.items():
        yield from _links(address, source, texts, known)


def _rendered(page: HandWrittenPage, address: str, source: Source, toolbox: Toolbox) -> str | Problem:
    """The page with its macros filled in, or what is wrong with a macro."""
    macros = PageMacros(toolbox, lambda: address).functions()
    skipped = source.body_line - 1 + len(_leading(source))
    try:
        return Environment(undefined=StrictUndefined).from_string(page.text).render(macros)
    except TemplateSyntaxError as error:
        return source.problem(skipped + error.lineno, 1, "Tussen de accolades klopt iets niet.", 'Schrijf een macro als {{ cards("tips") }}.')
    except UndefinedError as error:
        name = (re.findall(r"'([^']+)' is undefined", str(error)) or ["?"])[0]
        what, fix = f"De macro '{name}' bestaat niet.", did_you_mean(name, macros, f"Kies uit: {', '.join(macros)}.")
        line = _line_of(error)
    except (TypeError, ValueError) as error:
        what, _, fix = (str(error) if isinstance(error, ValueError) else "Deze macro kan hier niets mee. Kijk in macros/page_macros.py wat erachter hoort.").partition(". ")
        what += "."
        line = _line_of(error)
    return source.problem(skipped + line, 1, what, fix)


def _leading(source: Source) -> list[str]:
    """The empty lines between the front matter and the text, which the reader strips off."""
    lines = source.lines[source.body_line - 1 :]
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    return lines[:first]


def _line_of(error: Exception) -> int:
    frames = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"]
    return frames[-1] or 1 if frames else 1


def _links(address: str, source: Source, texts: dict[str, str], known: set[str]) -> Iterator[Problem]:
    """Links that lead to no page, or to a place that is not on it."""
    for number, line in enumerate(source.lines, 1):
        for match in _LINK.finditer(line):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(address), match[1])) if match[1] else address
            if target not in known:
                near = {posixpath.relpath(path, posixpath.dirname(address) or ".") for path in known}
                yield source.problem(number, match.start(1) + 1, f"De pagina '{match[1]}' bestaat niet.", did_you_mean(match[1], near, "Kijk in docs/ en toolbox_data/ welke er zijn."))
            elif match[2] and target in texts and match[2] not in _ANCHOR.findall(texts[target]):
                anchors = _ANCHOR.findall(texts[target])
                yield source.problem(number, match.start(2) + 1, f"Op die pagina is geen plek '{match[2]}'.", did_you_mean(match[2], anchors, f"Zet {{ #{match[2]} }} achter de kop op die pagina."))
