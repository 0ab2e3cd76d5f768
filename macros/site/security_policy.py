"""The Content-Security-Policy of a page: it runs and loads nothing but what the site itself brings.

It goes into the page, because a host such as GitHub Pages can set no headers. What only a header can say stands in HOSTING.md.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator

from macros.problems import ContentError, Problem

CHARSET = '<meta charset="utf-8">'
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.S | re.I)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_DATA_BLOCK = re.compile(r"""\btype=["']?application/(ld\+)?json""", re.I)  # a browser reads it and never runs it
_VALUE = re.compile(r'="[^"]*"|=\'[^\']*\'')
_INLINE = re.compile(r"<style\b|<[a-z][^<>]*?\s(?:style|on[a-z]+)\s*=", re.I)
_SCRIPT_AS_ADDRESS = re.compile(r"""<[a-z][^<>]*?\s(?:href|src|action)\s*=\s*["']?\s*javascript:""", re.I)


def with_policy(html: str, where: str) -> str:
    """The page with its policy behind the `charset`, before anything is loaded; `where` is the name of the page, for a message.

    Raises ContentError, in Dutch, when that place is not there exactly once, or when the page holds what the policy would stop.
    """
    places = html.count(CHARSET)
    found = list(_problems(html, where))
    if places != 1:
        what = f"In deze pagina staat {CHARSET} {places} keer. Daar hoort het beveiligingsbeleid achter."
        found.append(Problem(where, 1, 1, what, "Zet het er precies één keer in, als eerste in <head>: kijk in macros/theme/."))
    if found:
        raise ContentError(found)
    # The sites that a visitor goes on to are not told from which page.
    added = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy(script_hashes(html))}">\n<meta name="referrer" content="same-origin">'
    )
    return html.replace(CHARSET, f"{CHARSET}\n{added}")


def policy(hashes: Iterable[str]) -> str:
    """The policy for pages with these inline scripts."""
    scripts = " ".join(["'self'", *(f"'{one}'" for one in sorted(set(hashes)))])
    own = [f"{kind}-src 'self'" for kind in ("style", "font", "connect", "worker", "manifest")]
    rules = ["default-src 'none'", f"script-src {scripts}", *own, "img-src 'self' data:", "base-uri 'self'", "form-action 'self' mailto:"]
    return "; ".join(rules)


def header_policy(hashes: Iterable[str]) -> str:
    """The policy as a header for all pages together: with what a page can't say itself, that no other site may frame it."""
    return f"{policy(hashes)}; frame-ancestors 'none'"


def script_hashes(html: str) -> list[str]:
    """The hash of every script that stands in the page itself, in order."""
    return [
        _hash(text)
        for attributes, text in _SCRIPT.findall(html)
        if not re.search(r"\bsrc\s*=", attributes) and not _DATA_BLOCK.search(attributes)
    ]


def _hash(script: str) -> str:
    text = script.replace("\r\n", "\n").encode()  # a browser sees it like this
    return f"sha256-{base64.b64encode(hashlib.sha256(text).digest()).decode()}"


def _problems(html: str, where: str) -> Iterator[Problem]:
    """Styles and scripts inside tags: no hash helps those."""
    bare = _COMMENT.sub(_blank, _SCRIPT.sub(_blank, html))
    without_values = _VALUE.sub(lambda match: "=" + "\n" * match[0].count("\n"), bare)
    for text, pattern in ((without_values, _INLINE), (bare, _SCRIPT_AS_ADDRESS)):
        for match in pattern.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            what = f"Dit mag niet in de pagina staan: {' '.join(match[0].split())[-60:]}"
            fix = "Het beveiligingsbeleid houdt het tegen. Gebruik een class en een regel in docs/assets/, of een script in een eigen bestand."
            yield Problem(where, line, 1, what, fix)


def _blank(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")
