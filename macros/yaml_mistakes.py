"""What is wrong when YAML can't be read, in Dutch and at the place where the editor made the mistake.

A parser reports where it got stuck, which is often a line too late and always in a programmer's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

_SYNTAX = [  # (part of PyYAML's message, what, fix)
    (
        "mapping values are not allowed here",
        "Hier staat een dubbele punt die niet kan.",
        "Zet de hele tekst tussen enkele aanhalingstekens, of kijk of de regel even ver inspringt als die erboven.",
    ),
    ("found character '\\t'", "Hier staat een tab.", "Gebruik spaties."),
    (
        "found unexpected end of stream",
        "Er mist een aanhalingsteken aan het eind van de tekst.",
        "Sluit de tekst af met hetzelfde teken als waarmee hij begint.",
    ),
    (
        "expected <block end>, but found '-'",
        "Dit streepje staat niet recht onder de andere.",
        "Zet alle streepjes van een lijst recht onder elkaar.",
    ),
    (
        "expected <block end>, but found '<block sequence start>'",
        "Dit streepje staat niet recht onder de andere.",
        "Zet alle streepjes van een lijst recht onder elkaar.",
    ),
    (
        "expected <block end>, but found '<block mapping start>'",
        "Deze regel springt te ver of niet ver genoeg in.",
        "Zet velden die bij elkaar horen recht onder elkaar.",
    ),
    (
        "expected <block end>, but found '<scalar>'",
        "Er staat tekst achter het aanhalingsteken, of deze regel springt verkeerd in.",
        "Een aanhalingsteken in de tekst schrijf je dubbel: ''.",
    ),
    ("expected <block end>", "Deze regel past niet bij de regels erboven.", "Zet velden die bij elkaar horen recht onder elkaar."),
    (
        "could not find expected ':'",
        "Er mist een dubbele punt, of de tekst springt niet in.",
        "Schrijf veld: tekst. Tekst over meer regels springt in, met >- achter de dubbele punt.",
    ),
    ("found character", "Een tekst mag niet met dit teken beginnen.", "Zet de tekst tussen enkele aanhalingstekens."),
    ("found undefined alias", "Een tekst mag niet met * beginnen.", "Zet de tekst tussen enkele aanhalingstekens."),
    ("found undefined tag handle", "Een tekst mag niet met ! beginnen.", "Zet de tekst tussen enkele aanhalingstekens."),
    ("expected alphabetic or numeric character", "Een tekst mag niet met * of & beginnen.", "Zet de tekst tussen enkele aanhalingstekens."),
    (
        "found unknown escape character",
        "Een schuine streep \\ tussen dubbele aanhalingstekens werkt niet.",
        "Gebruik enkele aanhalingstekens.",
    ),
    ("found duplicate anchor", "Een tekst mag niet met & beginnen.", "Zet de tekst tussen enkele aanhalingstekens."),
    ("expected a single document", "Hier begint met --- een nieuw stuk; dat kan in dit bestand niet.", "Haal de regel met --- weg."),
    ("but found another document", "Hier begint met --- een nieuw stuk; dat kan in dit bestand niet.", "Haal de regel met --- weg."),
    ("expected ',' or ']'", "Deze lijst tussen [ ] is niet goed afgesloten.", "Zet komma's tussen de woorden en sluit af met ]."),
    ("expected ',' or '}'", "Dit stuk tussen { } is niet goed afgesloten.", "Zet komma's tussen de velden en sluit af met }."),
    ("expected the node content", "Hier ontbreekt de tekst, of er staat een teken te veel.", "Kijk naar deze regel en die erboven."),
]
_FIELD = re.compile(r"(\s*(?:- )?)([\w-]+):(.*)$")


def explain(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[int, int, str, str]:
    """(line, column, what, fix) for a parser's error; `lines` are the lines of the file."""
    said = error.problem or ""
    mark = error.problem_mark or error.context_mark
    what, fix = next(
        ((w, f) for part, w, f in _SYNTAX if part in said), ("Dit kan niet gelezen worden.", "Kijk naar deze regel en die erboven.")
    )
    if error.context_mark and ("unexpected end of stream" in said or "could not find expected ':'" in said):
        mark = error.context_mark
    if mark is None:
        return 1, 1, what, fix
    row, column = min(mark.line, max(len(lines) - 1, 0)), mark.column
    if "expected the node content" in said:
        opened = [at for at in range(row) if lines[at].count("[") > lines[at].count("]")]
        if opened:
            return (
                opened[-1] + 1,
                lines[opened[-1]].rindex("[") + 1,
                "Deze lijst tussen [ ] is niet goed afgesloten.",
                "Zet komma's tussen de woorden en sluit af met ].",
            )
    line = lines[row] if lines else ""
    field = _FIELD.match(line)
    if "mapping values" in said and field and ": " in field[3]:
        text = field[3].strip().replace("'", "''")
        fix = f"Zet de tekst tussen enkele aanhalingstekens: {field[2]}: '{text}'"
    elif field and field[3][:1] not in ("", " "):
        what, fix = "Er mist een spatie na de dubbele punt.", f"Schrijf: {field[2]}: {field[3]}"
        column = len(field[1]) + len(field[2]) + 1
    elif "block end" in said and re.search(r""":\s*('[^']*'[^',\s]|"[^"]*"[^",\s])""", line):
        what, fix = ("Er staat tekst achter het aanhalingsteken.", "Een aanhalingsteken in de tekst schrijf je dubbel: ''.")
    return row + 1, column + 1, what, fix


def distorted(lines: list[str]) -> Iterator[tuple[int, int, str, str]]:
    """(line, column, what, fix) where YAML takes a line without a word but reads another structure than was meant."""
    before = ""
    for number, line in _outside_blocks(lines):
        joined = re.match(r"(\s*(?:- )?)([a-z_]+):([^\s/].*)$", line)
        if joined:
            yield (
                number,
                len(joined[1]) + len(joined[2]) + 2,
                "Er mist een spatie na de dubbele punt.",
                f"Schrijf: {joined[2]}: {joined[3]}",
            )
        dash = re.match(r"( *)- \S", line)
        above = re.match(r"( *)- .*[^:\s]\s*$", before)
        if dash and above and len(dash[1]) > len(above[1]) and not re.match(r" *- - ", before):
            yield (
                number,
                len(dash[1]) + 1,
                "Dit streepje staat niet recht onder de andere.",
                "Zet alle streepjes van een lijst recht onder elkaar.",
            )
        before = line


def eaten(lines: list[str]) -> Iterator[tuple[int, int, str, str]]:
    """(line, column, what, fix) where a text reaches the site otherwise than was meant."""
    for number, line in _outside_blocks(lines):
        start = re.match(r"\s*(?:- )?(?:[\w-]+:\s+)?", line)
        column = start.end() if start else 0
        rest = line[column:]
        if rest[:1] in ("“", "”", "„", "‘", "’"):
            yield (
                number,
                column + 1,
                "Hier staan gekrulde aanhalingstekens; die komen letterlijk op de site.",
                "Gebruik rechte aanhalingstekens: '",
            )
        comment = re.match(r"[^'\"|>#\[{\s][^#]*? (#.*)$", rest)
        if comment:
            yield (
                number,
                column + comment.start(1) + 1,
                f"Alles na # valt weg: '{comment[1][:30]}' komt niet op de site.",
                "Zet de hele tekst tussen enkele aanhalingstekens.",
            )


def _outside_blocks(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The numbered lines, without those of a block of text (after `|` or `>`) and comments: they are no structure."""
    block: int | None = None
    for number, line in enumerate(lines, 1):
        indent = len(line) - len(line.lstrip())
        if not line.strip() or line.lstrip().startswith("#") or (block is not None and indent > block):
            continue
        block = indent if re.search(r"[:-]\s+[|>][-+0-9]*\s*$", line) else None
        yield number, line
