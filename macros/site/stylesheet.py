"""Style rules that a site uses: of the theme's stylesheet, made for all that it can do, some three quarters are never needed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import Any

import tinycss2

from macros.problems import ContentError, Problem

_NAME = re.compile(r"\.((?:[\w-]|\\.)+)")  # a class in a selector
_IN_BRACKETS = re.compile(r"\([^()]*\)")  # `:not(.x)` is true for a class that is never used
_WORD = re.compile(r"[\w-]+")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")


def words(text: str) -> set[str]:
    """Everything in a page or a script that can be the name of a class."""
    return set(_WORD.findall(text))


def used_rules(css: str, used: Set[str], also: str = "") -> str:
    """The rules of `css` that can touch a page whose words are `used`; `also` is CSS that may lean on its variables.

    A rule goes when each of its selectors names a class that occurs nowhere. A variable goes when nothing asks for it.
    """
    kept = "".join(_kept(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), used))
    while True:
        asked = set(_VARIABLE.findall(kept + also))
        smaller = _without_variables(kept, asked)
        if smaller == kept:
            return kept
        kept = smaller


def one_stylesheet(named: dict[str, bytes]) -> str:
    """Our own stylesheets in one, without comments. Raises ContentError, in Dutch, when one can't be read."""
    parts = []
    for path, content in named.items():
        try:
            rules = tinycss2.parse_stylesheet(content.decode("utf-8"), skip_comments=True, skip_whitespace=True)
        except UnicodeDecodeError:
            raise ContentError([Problem(path, 1, 1, "Dit bestand is geen leesbare tekst.", "Bewaar het als UTF-8.")]) from None
        for rule in rules:
            if rule.type == "error":
                raise ContentError(
                    [
                        Problem(
                            path, rule.source_line, rule.source_column, f"Hier klopt de CSS niet ({rule.message}).", "Verbeter deze regel."
                        )
                    ]
                )
        parts.append(re.sub(r"\s*\n\s*", "", re.sub(r"/\*.*?\*/", "", tinycss2.serialize(rules), flags=re.S)))
    return "".join(parts)


def _kept(rules: list[Any], used: Set[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [one for one in _selectors(rule.prelude) if set(_NAME.findall(_IN_BRACKETS.sub("", one))) <= used]
            if selectors:
                yield f"{','.join(selectors)}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.content is not None and rule.lower_at_keyword in ("media", "supports"):
            inner = "".join(_kept(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), used))
            if inner:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword != "charset":
            yield tinycss2.serialize([rule])


def _selectors(prelude: list[Any]) -> Iterator[str]:
    """The selectors of a rule: what stands between its commas, those inside `:is(…)` left alone."""
    part: list[Any] = []
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            yield tinycss2.serialize(part).strip()
            part = []
        else:
            part.append(token)
    yield tinycss2.serialize(part).strip()


def _without_variables(css: str, asked: Set[str]) -> str:
    """Leave out the declarations of variables that nothing asks for, and the rules that are empty then."""

    def block(match: re.Match[str]) -> str:
        declarations = tinycss2.parse_blocks_contents(match[0][1:-1], skip_comments=True, skip_whitespace=True)
        lines = [one.serialize() for one in declarations if not (one.name.startswith("--") and one.name not in asked)]
        return "{" + ";".join(lines) + "}"

    smaller = re.sub(r"\{(?=[^{}]*--)[^{}]*\}", block, css)
    return re.sub(r"[^{}]+\{\}", "", smaller)
