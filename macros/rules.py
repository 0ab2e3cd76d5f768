"""What must hold between files. A rule is a generator of problems; its docstring says what it guards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from macros.items import Entry, Item, Placed, Term
from macros.problems import Problem, did_you_mean
from macros.references import references
from macros.source import Loc, Source
from macros.toolbox import MODEL_OF, MODELS, Toolbox


@dataclass(frozen=True)
class Library:
    """The valid content, the files it came from, and every id that exists, valid or not."""

    toolbox: Toolbox
    sources: dict[str, Source]
    names: dict[str, set[str]]
    today: dt.date

    def entries(self) -> Iterator[Entry]:
        """Everything, kind by kind."""
        for model in MODELS:
            yield from self.toolbox[model.kind.folder]

    def problem(self, entry: Entry, loc: Loc, what: str, fix: str = "") -> Problem:
        """A problem at a value of an entry."""
        source = self.sources[entry.path]
        place = (entry.id, *loc) if entry.kind.in_one_file else loc
        return source.problem(*source.place(place, of_key=not loc), what, fix)


Rule = Callable[[Library], Iterable[Problem]]


def references_exist(library: Library) -> Iterator[Problem]:
    """A reference leads to an item that exists, to another item, and stands in a list once."""
    for entry in library.entries():
        seen: set[tuple[object, ...]] = set()
        for ref in references(entry):
            wrong = _unknown(library, ref.key)
            if wrong:
                yield library.problem(entry, ref.loc, *wrong)
            elif ref.key == entry.key:
                yield library.problem(entry, ref.loc, "Dit verwijst naar zichzelf.", "Haal de regel weg.")
            elif isinstance(ref.loc[-1], int) and (*ref.loc[:-1], ref.key) in seen:
                yield library.problem(entry, ref.loc, f"'{ref.key.partition('/')[2]}' staat twee keer in deze lijst.", "Haal er één weg.")
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
    for source in library.sources.values():
        for key, line, column in source.item_links():
            wrong = _unknown(library, key)
            if wrong:
                yield source.problem(line, column, *wrong)


def titles_differ(library: Library) -> Iterator[Problem]:
    """No two items of a kind share a title: readers could not tell them apart."""
    for model in MODELS:
        first: dict[str, Entry] = {}
        for entry in sorted(library.toolbox[model.kind.folder], key=lambda entry: (entry.path, entry.line)):
            title = getattr(entry, "title", getattr(entry, "term", "")).casefold()
            if title in first:
                other = first[title]
                yield library.problem(entry, ["title"], f"'{entry.title}' is ook de titel van {other.path}:{other.line}.", "Geef een van de twee een andere titel.")
            first.setdefault(title, entry)


def orders_differ(library: Library) -> Iterator[Problem]:
    """Where items have a number, each has its own."""
    for model in MODELS:
        first: dict[int, Entry] = {}
        for entry in sorted(library.toolbox[model.kind.folder], key=lambda entry: entry.path):
            order = getattr(entry, "order", None)
            if order in first:
                yield library.problem(entry, ["order"], f"Nummer {order} is ook het nummer van {first[order].path}.", "Geef elk een eigen nummer.")
            elif order is not None:
                first[order] = entry


def dates_have_been(library: Library) -> Iterator[Problem]:
    """Nobody reviews or consults in the future."""
    for entry in library.entries():
        for name in ("reviewed", "consulted"):
            date = getattr(entry, name, None)
            if date and date > library.today:
                yield library.problem(entry, [name], f"De datum {date.isoformat()} ligt in de toekomst.", "Schrijf de dag waarop je dit nakeek, als jaar-maand-dag.")


def phases_and_conditions_have_content(library: Library) -> Iterator[Problem]:
    """Every phase has a tip, a method, a worksheet and an example; every condition a tip, a method and an example."""
    for folder, wanted in (("phases", ("tips", "methods", "worksheets", "examples")), ("conditions", ("tips", "methods", "examples"))):
        for axis in library.toolbox[folder]:
            for kind in wanted:
                items: tuple[Placed, ...] = library.toolbox[kind]
                if not any(axis.id in getattr(item, folder) for item in items):
                    yield library.problem(axis, [], f"Bij deze {axis.kind.one} hoort nog geen {MODEL_OF[kind].kind.one}.", f"Zet '{axis.id}' bij {folder} in minstens één bestand in {kind}.")


def nothing_is_an_orphan(library: Library) -> Iterator[Problem]:
    """Every tip, method, worksheet and example is reached from another item; every source is used."""
    for folder in ("tips", "methods", "worksheets", "examples", "sources"):
        for entry in library.toolbox[folder]:
            forward = [key for key in library.toolbox.links[entry.key] if key.partition("/")[0] in ("tips", "methods", "worksheets", "examples")]
            if not library.toolbox.back_links.get(entry.key) and not forward:
                fix = "Noem hem bij een item, of haal hem weg." if folder == "sources" else "Noem het bij een leidvraag, een conditie, een signaal of een ander item."
                yield library.problem(entry, [], f"Niets verwijst naar {MODEL_OF[folder].kind.one} '{entry.id}'.", fix)


def statements_differ(library: Library) -> Iterator[Problem]:
    """A statement of the scan has an id of its own: saved answers hang on it."""
    first: dict[str, Entry] = {}
    for condition in library.toolbox["conditions"]:
        for index, statement in enumerate(condition.statements):
            if statement.id in first:
                yield library.problem(condition, ["statements", index, "id"], f"Het kenmerk '{statement.id}' is al gebruikt in {first[statement.id].path}.", "Geef elke stelling een eigen kenmerk.")
            first.setdefault(statement.id, condition)


def old_addresses_are_free(library: Library) -> Iterator[Problem]:
    """An old address redirects to one page, and is not the address of a page that is still there."""
    taken = {entry.page.removesuffix(".md"): entry for entry in library.entries() if entry.kind.has_pages}
    for item in library.entries():
        for index, old in enumerate(getattr(item, "old_addresses", ())):
            address = old.rstrip("/")
            if address in taken:
                yield library.problem(item, ["old_addresses", index], f"Het adres '{address}' is al van {taken[address].path}.", "Haal de regel weg.")
            taken.setdefault(address, item)


def words_have_one_place(library: Library) -> Iterator[Problem]:
    """Another word for a term is not a term of its own."""
    owner: dict[str, Term] = {term.title.casefold(): term for term in library.toolbox["glossary"]}
    for term in library.toolbox["glossary"]:
        for index, word in enumerate(term.also):
            other = owner.setdefault(word.casefold(), term)
            if other is not term or word.casefold() == term.title.casefold():
                yield library.problem(term, ["also", index], f"'{word}' staat al bij '{other.title}'.", "Haal het op één van de twee plekken weg.")


def search_terms_occur(library: Library) -> Iterator[Problem]:
    """A synonym stands for a word that a reader can find on the site."""
    text = " ".join(line for path, source in library.sources.items() if not path.endswith("synonyms.yml") for line in source.lines).casefold()
    for synonym in library.toolbox["synonyms"]:
        if synonym.term.casefold() not in text:
            yield library.problem(synonym, ["term"], f"'{synonym.term}' komt in geen enkele tekst voor.", "Kies een woord dat op de site staat.")


RULES: tuple[Rule, ...] = (
    references_exist,
    links_in_texts_exist,
    titles_differ,
    orders_differ,
    dates_have_been,
    phases_and_conditions_have_content,
    nothing_is_an_orphan,
    statements_differ,
    old_addresses_are_free,
    words_have_one_place,
    search_terms_occur,
)

# These say something is missing. While a file can't be read it may well be in there: they wait.
NEED_EVERYTHING: tuple[Rule, ...] = (phases_and_conditions_have_content, nothing_is_an_orphan, search_terms_occur)

__all__ = ["Item", "Library", "NEED_EVERYTHING", "RULES"]
