"""What must hold between files. A rule is a generator of problems; its docstring says what it guards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from macros.claim_rules import figures_have_a_year, protected_names_have_their_owner
from macros.library import Library
from macros.model import MODEL_OF, MODELS, Entry, Synonym, Term
from macros.model.item import Placed
from macros.problems import Problem
from macros.reference_rules import links_in_texts_exist, nothing_is_an_orphan, references_exist
from macros.scan_rules import scan_fits_its_page
from macros.seat_rules import seats_are_whole
from macros.wegwijzer_rules import wegwijzer_is_whole

Rule = Callable[[Library], Iterable[Problem]]


def titles_differ(library: Library) -> Iterator[Problem]:
    """No two items of a kind share a title: readers could not tell them apart."""
    for model in MODELS:
        name = "term" if model is Synonym else "title"
        first: dict[str, Entry] = {}
        for entry in sorted(library.toolbox[model.kind.folder], key=lambda entry: (entry.path, entry.line)):
            title = getattr(entry, name)
            other = first.setdefault(title.casefold(), entry)
            if other is not entry:
                what = f"'{title}' staat ook al in {other.path}, op regel {other.line}."
                yield library.problem(entry, [name], what, "Geef een van de twee een andere naam.")


def orders_differ(library: Library) -> Iterator[Problem]:
    """Where items have a number, each has its own."""
    for model in MODELS:
        first: dict[int, Entry] = {}
        for entry in sorted(library.toolbox[model.kind.folder], key=lambda entry: entry.path):
            order = getattr(entry, "order", None)
            if order in first:
                yield library.problem(
                    entry, ["order"], f"Nummer {order} is ook het nummer van {first[order].path}.", "Geef elk een eigen nummer."
                )
            elif order is not None:
                first[order] = entry


def dates_have_been(library: Library) -> Iterator[Problem]:
    """Nobody reviews or consults in the future."""
    for entry in library.entries():
        for name in ("reviewed", "consulted"):
            date = getattr(entry, name, None)
            if date and date > library.today:
                yield library.problem(
                    entry,
                    [name],
                    f"De datum {date.isoformat()} ligt in de toekomst.",
                    "Schrijf de dag waarop je dit nakeek, als jaar-maand-dag.",
                )


def phases_and_conditions_have_content(library: Library) -> Iterator[Problem]:
    """Every phase has a tip, a method, a worksheet and an example; every condition a tip, a method and an example."""
    for folder, wanted in (("phases", ("tips", "methods", "worksheets", "examples")), ("conditions", ("tips", "methods", "examples"))):
        for axis in library.toolbox[folder]:
            for kind in wanted:
                items: tuple[Placed, ...] = library.toolbox[kind]
                if not any(axis.id in getattr(item, folder) for item in items):
                    yield library.problem(
                        axis,
                        [],
                        f"Bij deze {axis.kind.one} hoort nog geen {MODEL_OF[kind].kind.one}.",
                        f"Zet '{axis.id}' bij {folder} in minstens één bestand in {kind}.",
                    )


def statements_differ(library: Library) -> Iterator[Problem]:
    """A statement of the scan has an id of its own: saved answers hang on it."""
    first: dict[str, Entry] = {}
    for condition in library.toolbox["conditions"]:
        for index, statement in enumerate(condition.statements):
            if statement.id in first:
                yield library.problem(
                    condition,
                    ["statements", index, "id"],
                    f"Het kenmerk '{statement.id}' is al gebruikt in {first[statement.id].path}.",
                    "Geef elke stelling een eigen kenmerk.",
                )
            first.setdefault(statement.id, condition)


def old_addresses_are_free(library: Library) -> Iterator[Problem]:
    """An old address redirects to one page, and is not the address of a page that is still there."""
    taken = {entry.page.removesuffix(".md"): entry for entry in library.entries() if entry.kind.has_pages}
    for item in library.entries():
        for index, old in enumerate(getattr(item, "old_addresses", ())):
            address = old.rstrip("/")
            if address in taken:
                yield library.problem(
                    item, ["old_addresses", index], f"Het adres '{address}' is al van {taken[address].path}.", "Haal de regel weg."
                )
            taken.setdefault(address, item)


def words_have_one_place(library: Library) -> Iterator[Problem]:
    """Another word for a term, or another form of it, is not a term of its own."""
    owner: dict[str, Term] = {term.title.casefold(): term for term in library.toolbox["glossary"]}
    for term in library.toolbox["glossary"]:
        own: set[str] = {term.title.casefold()}
        for name in ("also", "forms"):
            for index, word in enumerate(getattr(term, name)):
                other = owner.setdefault(word.casefold(), term)
                if other is not term or word.casefold() in own:
                    yield library.problem(
                        term, [name, index], f"'{word}' staat al bij '{other.title}'.", "Haal het op één van de twee plekken weg."
                    )
                own.add(word.casefold())


def search_terms_occur(library: Library) -> Iterator[Problem]:
    """A synonym stands for a word that a reader can find on the site."""
    text = " ".join(line for path, file in library.files.items() if not path.endswith("synonyms.yml") for line in file.lines).casefold()
    for synonym in library.toolbox["synonyms"]:
        if synonym.term.casefold() not in text:
            yield library.problem(
                synonym, ["term"], f"'{synonym.term}' komt in geen enkele tekst voor.", "Kies een woord dat op de site staat."
            )


RULES: tuple[Rule, ...] = (
    references_exist,
    links_in_texts_exist,
    titles_differ,
    orders_differ,
    dates_have_been,
    figures_have_a_year,
    protected_names_have_their_owner,
    phases_and_conditions_have_content,
    nothing_is_an_orphan,
    statements_differ,
    old_addresses_are_free,
    words_have_one_place,
    search_terms_occur,
    wegwijzer_is_whole,
    scan_fits_its_page,
    seats_are_whole,
)

# These say something is missing. While a file can't be read it may well be in there: they wait.
NEED_EVERYTHING: tuple[Rule, ...] = (
    phases_and_conditions_have_content,
    nothing_is_an_orphan,
    search_terms_occur,
    wegwijzer_is_whole,
    seats_are_whole,
)
