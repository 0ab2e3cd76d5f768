"""Which links to other sites no longer lead anywhere. Only asked by hand and by a weekly job, never by a build."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor

PATIENCE = 20.0  # seconds for one answer
_GONE = (404, 410)
_AGENT = "Mozilla/5.0 (compatible; toolbox-samenwerken link check)"


def why_dead(url: str, patience: float = PATIENCE) -> str:
    """Why a link is dead, in Dutch; empty when it leads somewhere, or when the site only keeps programs out (403, 429, 5xx)."""
    reason = ""
    for _ in range(2):  # a site may have a bad moment
        request = urllib.request.Request(url, headers={"User-Agent": _AGENT, "Accept": "*/*", "Accept-Language": "nl"})
        try:
            with urllib.request.urlopen(request, timeout=patience):
                return ""
        except urllib.error.HTTPError as error:
            if error.code not in _GONE:
                return ""
            reason = f"de pagina bestaat niet meer ({error.code})"
        except (OSError, ValueError) as error:
            reason = f"geen antwoord ({type(getattr(error, 'reason', error)).__name__})"
    return reason


def dead_links(links: Mapping[str, str], patience: float = PATIENCE) -> Iterator[tuple[str, str, str]]:
    """(link, the file that holds it, why it is dead), in the order given."""
    with ThreadPoolExecutor(8) as workers:
        for (link, path), reason in zip(links.items(), workers.map(lambda one: why_dead(one, patience), links), strict=True):
            if reason:
                yield link, path, reason


def report(dead: Iterable[tuple[str, str, str]], asked: int) -> str:
    """What to put in an issue, as Markdown; empty when all links live."""
    rows = [f"- <{link}> in `{path}`: {reason}" for link, path, reason in dead]
    if not rows:
        return ""
    head = f"Van de {asked} links naar andere sites leiden deze nergens meer heen, of ze gaven twee keer geen antwoord."
    advice = "Kijk in een browser of het klopt. Zoek dan het nieuwe adres, of zet bij de bron `url: null`."
    return "\n".join([head, advice, "", *rows]) + "\n"
