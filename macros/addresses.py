"""The addresses that were ever published: somebody may have kept one, printed it or linked to it, so each must go on leading somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.pages import GeneratedFile
from macros.problems import Problem, did_you_mean

FILE = "toolbox_data/_addresses.txt"


def address_of(path: str) -> str:
    """The address of a page by its file, from the root of the site: `tips/begin-klein.md` → `/tips/begin-klein/`."""
    page = path.removesuffix(".md").removesuffix(".html")
    return f"/{page}/".removesuffix("index/").replace("//", "/")


def there(docs: Path, files: Iterable[GeneratedFile]) -> set[str]:
    """Every address that the site has now, those that send on included."""
    written = (file.relative_to(docs).as_posix() for file in docs.rglob("*.md"))
    return {address_of(path) for path in (*written, *(file.path for file in files)) if path.endswith((".md", ".html"))}


def published(root: Path) -> list[str]:
    """The addresses in the list, in its order; none when there is no list."""
    where = root / FILE
    return where.read_text(encoding="utf-8").splitlines() if where.is_file() else []


def problems(root: Path, known: set[str]) -> Iterator[Problem]:
    """Every published address that leads nowhere any more."""
    for line, address in enumerate(published(root), 1):
        if address and address not in known:
            shown = address.strip("/")
            hint = did_you_mean(shown, [one.strip("/") for one in known])
            yield Problem(
                FILE,
                line,
                1,
                f"Het adres {address} bestaat niet meer, terwijl mensen het kunnen hebben bewaard. {hint}".rstrip(),
                f"Zet '{shown}' bij old_addresses van de pagina die ervoor in de plaats kwam, of zet de pagina terug.",
                address,
            )


def with_new(root: Path, known: set[str]) -> str:
    """The text of the list with the addresses that are new. Nothing goes off the list."""
    return "\n".join(sorted({*published(root), *known} - {""})) + "\n"
