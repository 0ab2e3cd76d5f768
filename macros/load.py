"""The folder toolbox_data/ → a Toolbox, or every problem in it at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from macros import parse
from macros.content_file import ContentFile
from macros.library import Library
from macros.model import MODEL_OF, MODELS, Entry
from macros.problems import ContentError, Problem, did_you_mean
from macros.reader import read
from macros.rules import NEED_EVERYTHING, RULES
from macros.toolbox import Toolbox, build


def load(folder: Path, today: dt.date | None = None) -> Toolbox:
    """All content in `folder`; see `load_library`."""
    return load_library(folder, today).toolbox


def load_library(folder: Path, today: dt.date | None = None) -> Library:
    """Read, validate and link all content in `folder`, and keep the files it came from.

    `today` is the last day that does not count as the future; see `last_today`.
    Raises ContentError with every problem of every file.
    """
    shown = folder.name
    if not folder.is_dir():
        raise ContentError([Problem(shown, 1, 1, f"De map {shown} ontbreekt.", "Start dit in de hoofdmap van de toolbox.")])
    problems = list(_strays(folder, shown))
    entries: list[Entry] = []
    files: dict[str, ContentFile] = {}
    names: dict[str, set[str]] = {}
    for model in MODELS:
        kind = model.kind
        names[kind.folder] = set()
        for where in _files(folder, model, problems):
            path = f"{shown}/{where.relative_to(folder).as_posix()}"
            file = files[path] = read(where, path, kind.body)
            names[kind.folder] |= set(file.data or ()) if kind.in_one_file else {where.stem}
            if file.data is not None:
                entries += parse.entries(model, file) if kind.in_one_file else parse.item(model, where.stem, file)
    problems += [problem for file in files.values() for problem in file.problems]
    library = Library(build(entries), files, names, today or last_today())
    for rule in RULES:
        if not (problems and rule in NEED_EVERYTHING):
            problems += rule(library)
    if problems:
        raise ContentError(problems)
    return library


def last_today() -> dt.date:
    """The date where the day began first (UTC+14): what is today for any editor is not the future.

    The only clock in the project. It decides whether content is accepted, never what a page says.
    """
    return dt.datetime.now(dt.timezone(dt.timedelta(hours=14))).date()


def _files(folder: Path, model: type[Entry], problems: list[Problem]) -> Iterator[Path]:
    """The content files of one kind, sorted; what is wrong with the folder or a name goes into `problems`."""
    kind = model.kind
    if kind.in_one_file:
        file = folder / f"{kind.folder}.yml"
        if file.is_file():
            yield file
        else:
            problems.append(
                Problem(
                    f"{folder.name}/{file.name}", 1, 1, f"Dit bestand ontbreekt: hier horen de {kind.many} in te staan.", "Zet het terug."
                )
            )
        return
    here = f"{folder.name}/{kind.folder}"
    if not (folder / kind.folder).is_dir():
        problems.append(Problem(here, 1, 1, f"Deze map ontbreekt: hier horen de {kind.many} in te staan.", "Zet de map terug."))
        return
    found = False
    for file in sorted((folder / kind.folder).iterdir()):
        if file.name.startswith((".", "_")):
            continue
        path = f"{here}/{file.name}"
        if file.is_dir():
            problems.append(Problem(path, 1, 1, "Een map in een map kan hier niet.", f"Zet de bestanden in {here}."))
        elif file.suffix != kind.suffix:
            problems.append(
                Problem(
                    path,
                    1,
                    1,
                    f"Dit bestand eindigt niet op {kind.suffix}.",
                    f"Geef het een naam als {kind.one}{kind.suffix}, of haal het weg.",
                )
            )
        else:
            wrong = parse.bad_id(file.stem)
            if wrong:
                problems.append(Problem(path, 1, 1, *wrong))
            found = True
            yield file
    if not found:
        problems.append(Problem(here, 1, 1, f"In deze map staan geen {kind.many}.", f"Zet er minstens één {kind.one} in."))


def _strays(folder: Path, shown: str) -> Iterator[Problem]:
    """What stands in the content folder but belongs to no kind."""
    known = {model.kind.folder + (".yml" if model.kind.in_one_file else "") for model in MODELS} | {"README.md", "words.txt"}
    for file in sorted(folder.iterdir()):
        if file.name not in known and not file.name.startswith((".", "_")):
            fix = did_you_mean(file.name, known, f"Kies uit: {', '.join(MODEL_OF)}.")
            yield Problem(f"{shown}/{file.name}", 1, 1, "Dit hoort niet in deze map.", fix)
