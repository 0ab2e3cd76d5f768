"""The rules for what items say of each other."""

from __future__ import annotations

from collections.abc import Iterator

from macros.library import Library
from macros.model import MODEL_OF, MODELS
from macros.problems import Problem, did_you_mean
from macros.references import references


def references_exist(library: Library) -> Iterator[Problem]:
    """A reference leads to an item that exists, to another item, and stands in a list once. Items with faults count too."""
    for file in library.files.values():
        for model, entry_id, data in file.written:
            seen: set[tuple[object, ...]] = set()
            for ref in references(model, data, (entry_id,) if model.kind.in_one_file else ()):
                name = ref.key.partition("/")[2]
                wrong = _unknown(library, ref.key)
                if ref.key == f"{model.kind.folder}/{entry_id}":
                    wrong = "Dit verwijst naar zichzelf.", "Haal de regel weg."
                elif isinstance(ref.loc[-1], int) and (*ref.loc[:-1], ref.key) in seen:
                    wrong = f"'{name}' staat twee keer in deze lijst.", "Haal er één weg."
                if wrong:
                    yield file.problem(*file.place(ref.loc), *wrong)
                seen.add((*ref.loc[:-1], ref.key))


def _unknown(library: Library, key: str) -> tuple[str, str] | None:
    """(what, fix) when there is no such item."""
    folder, _, entry_id = key.partition("/")
    if folder not in MODEL_OF:
        return f"De map '{folder}' bestaat niet.", did_you_mean(folder, MODEL_OF, f"Kies uit: {', '.join(MODEL_OF)}.")
    if entry_id in library.names[folder]:
        return None
    elsewhere = next((model.kind.one for model in MODELS if entry_id in library.names[model.kind.folder]), None)
    otherwise = f"Er is wel een {elsewhere} met die naam." if elsewhere else f"Kijk in {folder} welke er zijn."
    return f"'{entry_id}' bestaat niet als {MODEL_OF[folder].kind.one}.", did_you_mean(entry_id, library.names[folder], otherwise)


def links_in_texts_exist(library: Library) -> Iterator[Problem]:
    """A link in a text to another item leads to one that exists and has a place on the site."""
    for file in library.files.values():
        for key, line, column in file.item_links():
            wrong = _unknown(library, key)
            if wrong:
                yield file.problem(line, column, *wrong)


def nothing_is_an_orphan(library: Library) -> Iterator[Problem]:
    """Every tip, method, worksheet and example is reached from another item; every source is used."""
    for folder in ("tips", "methods", "worksheets", "examples", "sources"):
        for entry in library.toolbox[folder]:
            forward = [
                key for key in library.toolbox.links[entry.key] if key.partition("/")[0] in ("tips", "methods", "worksheets", "examples")
            ]
            if not library.toolbox.back_links.get(entry.key) and not forward:
                fix = (
                    "Noem hem bij een item, of haal hem weg."
                    if folder == "sources"
                    else "Noem het bij een leidvraag, een conditie, een signaal of een ander item."
                )
                yield library.problem(entry, [], f"Niets verwijst naar {MODEL_OF[folder].kind.one} '{entry.id}'.", fix)
