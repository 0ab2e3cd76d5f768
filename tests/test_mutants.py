"""Whatever happens to a content file, an editor gets a whole site or a Dutch line; never a traceback, never half a site."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from access.addresses import AUDIT
from conftest import SAMPLE, make_project
from mkdocs.commands.build import build
from mkdocs.config import load_config

from macros.problems import ContentError
from macros.project import read_project

SEED = 20261121
MUTANTS = 1100 if AUDIT else 44  # four of each sort of damage
FILES = sorted(file for file in (SAMPLE / "toolbox_data").rglob("*") if file.is_file() and not file.name.startswith("_"))

MISSED = re.compile("bestaat niet als|hoort nog geen|komt in geen enkele tekst voor")

Damage = Callable[[bytes, random.Random], bytes]


def lines_of(raw: bytes) -> list[bytes]:
    return raw.split(b"\n")


def delete_line(raw: bytes, dice: random.Random) -> bytes:
    lines = lines_of(raw)
    lines.pop(dice.randrange(len(lines)))
    return b"\n".join(lines)


def double_line(raw: bytes, dice: random.Random) -> bytes:
    lines = lines_of(raw)
    at = dice.randrange(len(lines))
    lines.insert(at, lines[at])
    return b"\n".join(lines)


def swap_lines(raw: bytes, dice: random.Random) -> bytes:
    lines = lines_of(raw)
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def indent(raw: bytes, dice: random.Random) -> bytes:
    lines = lines_of(raw)
    at = dice.randrange(len(lines))
    lines[at] = dice.choice([b" ", b"  ", b"   ", b"\t"]) + lines[at] if dice.random() < 0.6 else lines[at].lstrip()
    return b"\n".join(lines)


def cut(raw: bytes, dice: random.Random) -> bytes:
    return raw[: dice.randrange(len(raw))]


def misspell(raw: bytes, dice: random.Random) -> bytes:
    words = list(re.finditer(rb"[a-z-]{4,}", raw))
    word = dice.choice(words)
    letters = bytearray(word[0])
    at = dice.randrange(len(letters) - 1)
    letters[at], letters[at + 1] = letters[at + 1], letters[at]
    return raw[: word.start()] + bytes(letters) + raw[word.end() :]


def change_value(raw: bytes, dice: random.Random) -> bytes:
    values = list(re.finditer(rb"(?<=: )[^\n]+", raw))
    value = dice.choice(values)
    odd = [
        b"",
        b"12",
        b"-1",
        b"1.5",
        b"true",
        b"null",
        b"[]",
        b"{}",
        b"[a, b]",
        b"{a: 1}",
        b"2026-02-30",
        b"2999-01-01",
        b"@x",
        b"&a b",
        b"*a",
    ]
    odd += [
        b"!!python/object:os.system x",
        b"{{ x }}",
        b"<script>alert(1)</script>",
        b"[x](javascript:alert(1))",
        b"x: y",
        b"'",
        b'"',
        b"9" * 5000,
    ]
    return raw[: value.start()] + dice.choice(odd) + raw[value.end() :]


def flip_byte(raw: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(raw))
    return raw[:at] + bytes([dice.randrange(256)]) + raw[at + 1 :]


def insert_sign(raw: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(raw))
    sign = dice.choice(
        [b":", b"-", b"#", b"'", b'"', b"[", b"{", b"|", b">", b"%", b"\x00", b"\xff", b"\r", b"\t", "”".encode(), "\u2028".encode(), b"\n"]
    )
    return raw[:at] + sign + raw[at:]


def double_part(raw: bytes, dice: random.Random) -> bytes:
    lines = lines_of(raw)
    start = dice.randrange(len(lines))
    end = dice.randrange(start, min(start + 12, len(lines)))
    return b"\n".join([*lines[:end], *lines[start:end], *lines[end:]])


def drop_part(raw: bytes, dice: random.Random) -> bytes:
    lines = lines_of(raw)
    start = dice.randrange(len(lines))
    return b"\n".join([*lines[:start], *lines[start + dice.randrange(1, 12) :]])


DAMAGES: list[Damage] = [
    delete_line,
    double_line,
    swap_lines,
    indent,
    cut,
    misspell,
    change_value,
    flip_byte,
    insert_sign,
    double_part,
    drop_part,
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_project(tmp_path_factory.mktemp("mutants") / "project")


def test_a_damaged_file_gives_a_dutch_line_or_a_whole_site(project: Path) -> None:
    dice = random.Random(SEED)
    whole = refused = 0
    for number in range(MUTANTS):
        file = dice.choice(FILES)
        damage = DAMAGES[number % len(DAMAGES)]
        mutated = damage(file.read_bytes(), dice)
        target = project / file.relative_to(SAMPLE)
        before = target.read_bytes()
        target.write_bytes(mutated)
        label = f"mutant {number}: {damage.__name__} in {file.name}"
        try:
            pages = tuple(sorted(made.path for made in read_project(project).files))
        except ContentError as error:
            refused += 1
            said_of = {problem.path for problem in error.problems}
            # What is gone is missed by the file that needs it; anything else is told of the file itself.
            missed = all(MISSED.search(problem.what) for problem in error.problems)
            assert target.relative_to(project).as_posix() in said_of or missed, f"{label}: {error}"
            assert all(problem.what and problem.fix and problem.line >= 1 and problem.column >= 1 for problem in error.problems), (
                f"{label}: {error}"
            )
            assert "Traceback" not in str(error)
        except Exception as error:
            raise AssertionError(f"{label} gives {error!r}") from error
        else:
            whole += 1
            if mutated != before:
                build_whole_site(project, pages, label)
        target.write_bytes(before)
    assert refused > MUTANTS / 2 and whole > MUTANTS / 20, (refused, whole)


def build_whole_site(project: Path, pages: tuple[str, ...], label: str) -> None:
    """Build as `mkdocs build --strict` does, in this process; every page must be there."""
    config = load_config(str(project / "mkdocs.yml"), strict=True)
    try:
        build(config)
    except BaseException as error:
        raise AssertionError(f"{label} passes the check but does not build: {error!r}") from error
    for page in pages:
        if page.endswith(".md"):
            assert (project / "site" / page.removesuffix(".md") / "index.html").is_file(), f"{label}: {page} is missing"


def test_a_build_that_fails_leaves_the_good_site_alone(project: Path) -> None:
    build_whole_site(project, (), "the sample")
    good = {file: file.read_bytes() for file in (project / "site").rglob("*") if file.is_file()}
    target = project / "toolbox_data/tips/schrijf-op.md"
    before = target.read_bytes()
    target.write_bytes(b"---\ntitle: [\n---\n")
    with pytest.raises(SystemExit):
        build(load_config(str(project / "mkdocs.yml"), strict=True))
    target.write_bytes(before)
    assert {file: file.read_bytes() for file in (project / "site").rglob("*") if file.is_file()} == good
    shutil.rmtree(project / "site")
