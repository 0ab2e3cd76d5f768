"""The parts of the accessibility statement that are facts: what the checks are, what came out, and what no person has looked at yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.accessibility.checks import CHECKS, Check
from macros.accessibility.criteria import CRITERIA, Criterion
from macros.accessibility.evidence import Evidence, Measured

PARTS = ("date", "status", "checks", "tools", "criteria")


@dataclass(frozen=True)
class CheckRow:
    """A check, and what the audit did for it. Without an audit nothing is claimed."""

    check: Check
    measured: Measured | None


@dataclass(frozen=True)
class CriterionRow:
    """A criterion, and the names of the checks of it that have evidence."""

    criterion: Criterion
    checks: tuple[str, ...]


def check_rows(audit: Evidence | None) -> Iterator[CheckRow]:
    """Every check, in order."""
    for check in CHECKS:
        yield CheckRow(check, audit.checks.get(check.id) if audit else None)


def criterion_rows(audit: Evidence | None) -> Iterator[CriterionRow]:
    """Every criterion, in order. A check that the audit did not make is not named."""
    names = {row.check.id: row.check.name for row in check_rows(audit) if row.measured}
    for criterion in CRITERIA:
        yield CriterionRow(criterion, tuple(names[check] for check in criterion.checks if check in names))
