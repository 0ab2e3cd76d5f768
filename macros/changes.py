"""What a proposal changes for readers: what is new, changed or gone, how it reads, and which links lead out. In Dutch, as Markdown."""

from __future__ import annotations

import io
import re
import subprocess
import tarfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.library import Library
from macros.model.item import Item
from macros.model.labels import label_of
from macros.problems import Refused
from macros.render import plain_line
from macros.wording import counted

_LINK = re.compile(r"https://[^\s()<>\"'\[\]]+")
_NO_TEXT = {"id", "path", "line", "old_addresses"}


@dataclass(frozen=True)
class Shown:
    """One thing that readers see: `fields` holds its texts and values by name."""

    kind: str
    title: str
    path: str
    address: str
    fields: Mapping[str, object]


@dataclass(frozen=True)
class Snapshot:
    """All that readers see, by key (`tips/begin-klein`, `docs/over`), where old addresses lead, and each link with its file."""

    shown: Mapping[str, Shown]
    leads_to: Mapping[str, str]
    links: Mapping[str, str]


def snapshot(library: Library, docs: Path) -> Snapshot:
    """The content and the hand-written pages as they are now."""
    shown, leads_to, links = {}, {}, {}
    for entry in library.entries():
        name = getattr(entry, "title", "") or getattr(entry, "term", "")
        fields = entry.model_dump(by_alias=True, exclude=_NO_TEXT)
        shown[entry.key] = Shown(entry.kind.one, name, entry.path, entry.page.removesuffix(".md"), fields)
        for old in getattr(entry, "old_addresses", ()) if isinstance(entry, Item) else ():
            leads_to[old.rstrip("/")] = name
    texts = {path: "\n".join(file.lines) for path, file in library.files.items()}
    for page in sorted(docs.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        path = f"docs/{page.relative_to(docs).as_posix()}"
        title = re.search(r"^title: *(.+)$", text, re.M)
        key = path.removesuffix(".md").removesuffix("/index")
        shown[key] = Shown("pagina", title[1].strip("'\"") if title else key, path, "", {"text": text})
        texts[path] = text
    for path, text in texts.items():
        for link in _LINK.findall(text):
            links.setdefault(link.rstrip(".,;:"), path)
    return Snapshot(shown, leads_to, links)


def summary(before: Snapshot, after: Snapshot, reads: Callable[[str], str] = lambda _: "") -> Iterator[str]:
    """The lines of the summary. `reads` says how an item reads, by its key, for what is new or changed."""
    new = [key for key in after.shown if key not in before.shown]
    gone = [key for key in before.shown if key not in after.shown]
    changed = {key: _differing(before.shown[key], one) for key, one in after.shown.items() if key in before.shown}
    changed = {key: names for key, names in changed.items() if names}
    links = [link for link in after.links if link not in before.links]
    yield "## Wat verandert er voor lezers?"
    yield ""
    if not (new or gone or changed or links):
        yield "Niets: alleen dingen die een lezer niet ziet."
        return
    yield f"{len(new)} nieuw, {len(changed)} veranderd, {len(gone)} weg. {counted(len(links), 'nieuwe link', 'nieuwe links')} naar buiten."
    yield from _part("Nieuw", (f"{_name(after.shown[key])}{reads(key)}" for key in new))
    yield from _part("Veranderd", (f"{_name(after.shown[key])}: {', '.join(names)}{reads(key)}" for key, names in changed.items()))
    yield from _part("Weg", (f"{_name(before.shown[key])}{_onward(before.shown[key], after)}" for key in gone))
    yield from _part("Nieuwe links naar buiten", (f"<{link}> in `{after.links[link]}`" for link in links))


def content_at(root: Path, commit: str, folder: Path) -> None:
    """Put the content and pages of a commit into a folder. Raises Refused when git doesn't have it."""
    command = ["git", "-C", str(root), "archive", "--end-of-options", commit, "toolbox_data", "docs"]
    try:
        packed = subprocess.run(command, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        raise Refused(f"De versie '{commit}' staat niet in git. Noem een tak of een commit, zoals main.") from None
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")


def _differing(one: Shown, other: Shown) -> list[str]:
    names = dict.fromkeys((*other.fields, *one.fields))
    return [label_of(name).lower() for name in names if one.fields.get(name) != other.fields.get(name)]


def _name(one: Shown) -> str:
    return f"{one.kind} **{plain_line(one.title)}** (`{one.path}`)"


def _onward(one: Shown, after: Snapshot) -> str:
    old = after.leads_to.get(one.address, "")
    return f"; het oude adres leidt naar **{plain_line(old)}**" if old else ""


def _part(title: str, rows: Iterator[str]) -> Iterator[str]:
    found = [f"- {row}" for row in rows]
    if found:
        yield from ("", f"### {title}", "", *found)
