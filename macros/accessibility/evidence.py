"""What the last audit found: `make audit` writes it to evidence.json beside this module, and the statement says no more than that."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import Field

from macros.model.fields import Date, Part

FILE = Path(__file__).parent / "evidence.json"


class Measured(Part):
    """What an audit did for one check: tests that passed; for a look, on how many pages and in which states."""

    tests: int = Field(ge=1)
    pages: int = 0
    visits: int = 0
    states: list[str] = []


class Evidence(Part):
    """One audit that found nothing wrong. One that did is not written down."""

    date: Date
    pages: int = Field(ge=1)  # of the site
    tools: Mapping[str, str]  # name → version
    checks: Mapping[str, Measured]  # id of a check → what was done


@cache
def evidence(file: Path = FILE) -> Evidence | None:
    """The last audit; None when there was none yet."""
    return Evidence.model_validate_json(file.read_bytes()) if file.exists() else None


def written(date: dt.date, pages: int, tools: Mapping[str, str], checks: Mapping[str, Measured], file: Path = FILE) -> None:
    """Write down an audit."""
    audit = Evidence(date=date, pages=pages, tools=dict(sorted(tools.items())), checks=checks)
    file.write_text(audit.model_dump_json(indent=1) + "\n", encoding="utf-8")
