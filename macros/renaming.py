"""Renames and removes items: every reference is mended, and the old address keeps working."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from macros.edits import Edits
from macros.library import Library
from macros.mentions import mentions
from macros.model import MODEL_OF, MODELS, Entry
from macros.model.item import Kind
from macros.old_addresses import add_old_address, take_off_old_address
from macros.parse import bad_id
from macros.problems import ContentError, Problem, Refused, did_you_mean


@dataclass(frozen=True)
class Change:
    """What is to be done below the root: texts to write by path, files to delete, and what an editor should know."""

    texts: dict[str, str]
    deleted: tuple[str, ...]
    notes: tuple[str, ...]


def rename(root: Path, library: Library, kind_name: str, old: str, new: str) -> Change:
    """What it takes to give an item another id. Raises Refused for a request that can't be, ContentError for a text that won't move."""
    model, entry = _find(library, kind_name, old)
    kind = model.kind
    _may_be_called(library, kind, entry, new)
    edits = Edits(root)
    count = 0
    for mention in mentions(root, kind, old, new):
        edits.replace(mention.path, mention.line, mention.column, mention.text, mention.renamed)
        count += 1
    notes = [f"{count} verwijzingen veranderd." if count != 1 else "1 verwijzing veranderd."]
    path, moved = entry.path, entry.path
    if kind.in_one_file:
        edits.replace(path, *library.files[path].place([old], of_key=True), old, new)
    else:
        moved = str(Path(path).with_stem(new).as_posix())
    texts = edits.carry_out()
    if kind.has_pages:
        text = texts.get(path) or (root / path).read_bytes().decode("utf-8")
        text = take_off_old_address(text, kind, f"{kind.address}/{new}")
        texts[path] = add_old_address(text, kind, f"{kind.address}/{old}")
        notes.append(f"Het oude adres /{kind.address}/{old}/ leidt naar het nieuwe.")
    elif kind.address:
        notes.append(f"Een oude link naar /{kind.address}/#{old} opent de pagina nog, maar niet meer deze plek.")
    if kind.folder == "worksheets":
        notes.append(
            "Let op: wat mensen al invulden, hoort bij de oude naam. Op hun apparaat staat het nog, maar dit blad laat het niet meer zien."
        )
    if moved != path:
        texts[moved] = texts.pop(path, "") or (root / path).read_bytes().decode("utf-8")
    return Change(texts, (path,) if moved != path else (), tuple(notes))


def remove(root: Path, library: Library, kind_name: str, entry_id: str, instead: str) -> Change:
    """What it takes to remove an item with a page; its addresses lead to another one, `instead` (`tips/begin-klein`).

    Raises Refused for a request that can't be, and ContentError with every place that still names the item.
    """
    model, entry = _find(library, kind_name, entry_id)
    if not model.kind.has_pages:
        raise Refused(
            f"Een {model.kind.one} heeft geen eigen pagina. Haal het zelf weg uit {entry.path}; de controle zegt wie het nog noemt."
        )
    other_model, other = _find(library, *_two(instead))
    if not other_model.kind.has_pages or other is entry:
        raise Refused(f"'{instead}' kan niet in de plaats komen. Kies een ander onderdeel met een eigen pagina, zoals tips/begin-klein.")
    what, fix = f"Hier wordt '{entry_id}' nog genoemd.", "Haal het weg of noem iets anders, en doe het opnieuw."
    left = [one for one in mentions(root, model.kind, entry_id) if one.path != entry.path and not one.path.startswith("tests/")]
    if left:
        lines = Edits(root).lines
        raise ContentError(Problem(one.path, one.line, one.column, what, fix, lines(one.path)[one.line - 1]) for one in left)
    text = (root / other.path).read_bytes().decode("utf-8")
    for address in (f"{model.kind.address}/{entry_id}", *entry.old_addresses):  # type: ignore[attr-defined]
        text = add_old_address(text, other_model.kind, address.rstrip("/"))
    note = f"Het adres /{model.kind.address}/{entry_id}/ leidt nu naar {other.key}."
    return Change({other.path: text}, (entry.path,), (note,))


def _two(key: str) -> tuple[str, str]:
    folder, _, entry_id = key.partition("/")
    return folder, entry_id


def _find(library: Library, kind_name: str, entry_id: str) -> tuple[type[Entry], Entry]:
    """The item that is meant. A kind may be called by its folder, its address or its Dutch name."""
    names = {name: model for model in MODELS for name in (model.kind.one, model.kind.many, model.kind.address, model.kind.folder) if name}
    if kind_name not in names:
        otherwise = f"Kies uit: {', '.join(MODEL_OF)}."
        raise Refused(f"De soort '{kind_name}' bestaat niet. {did_you_mean(kind_name, names, otherwise)}")
    model = names[kind_name]
    if model.kind.folder == "wegwijzer":
        raise Refused("De vragen van de wegwijzer hangen aan elkaar. Verander ze zelf in toolbox_data/wegwijzer.yml.")
    known = library.toolbox.kinds[model.kind.folder]
    if entry_id not in known:
        otherwise = f"Kijk in toolbox_data/{model.kind.folder} welke er zijn."
        raise Refused(f"'{entry_id}' bestaat niet als {model.kind.one}. {did_you_mean(entry_id, known, otherwise)}")
    return model, known[entry_id]


def _may_be_called(library: Library, kind: Kind, entry: Entry, new: str) -> None:
    """Raises Refused when an item can't get this id."""
    wrong = bad_id(new)
    if wrong:
        raise Refused(" ".join(wrong))
    if new == entry.id:
        raise Refused(f"De naam is al '{new}'. Kies een andere naam.")
    if new in library.names[kind.folder]:
        raise Refused(f"Er is al een {kind.one} met de naam '{new}'. Kies een andere naam.")
    for other in library.entries():
        if (
            kind.has_pages
            and other is not entry
            and f"{kind.address}/{new}" in [one.rstrip("/") for one in getattr(other, "old_addresses", ())]
        ):
            raise Refused(
                f"/{kind.address}/{new}/ is een oud adres van {other.path}. Kies een andere naam, of haal dat oude adres eerst weg."
            )
