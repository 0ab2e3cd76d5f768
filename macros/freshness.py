"""How long ago somebody looked whether an item still holds, seen from the day of the content and never from the clock.

That day is SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/), else the day of the last commit,
else (in a copy without git) the newest review. So one commit makes one site, whenever it is built.
"""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from macros.toolbox import Toolbox
from macros.wording import counted

LONG_AGO = 18  # months
_GIVEN = os.environ.get("SOURCE_DATE_EPOCH", "")  # read once: a build sets it for others


def day_of_content(root: Path, toolbox: Toolbox, given: str = _GIVEN) -> dt.date:
    """The day from which ages are counted; `given` is in seconds since 1970."""
    seconds = given or _last_commit(root)
    if seconds.isascii() and seconds.isdigit():
        return dt.datetime.fromtimestamp(int(seconds), dt.UTC).date()
    return toolbox.newest_review


def months_between(first: dt.date, last: dt.date) -> int:
    """Whole months from one day to a later one."""
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)


def is_long_ago(reviewed: dt.date, day: dt.date) -> bool:
    """Whether a review is so old that readers should know."""
    return months_between(reviewed, day) >= LONG_AGO


def review_list(toolbox: Toolbox, day: dt.date) -> Iterator[str]:
    """For editors: what to look at first. The longest ago stands on top; of one day, what most others lean on."""
    rows = sorted((item.reviewed, -len(toolbox.back_links.get(item.key, ())), item.path) for item in toolbox.reviewed)
    old = sum(is_long_ago(reviewed, day) for reviewed, _, _ in rows)
    yield f"Peildatum {day.isoformat()}. {counted(old, 'onderdeel is', 'onderdelen zijn')} {LONG_AGO} maanden of langer geleden nagekeken."
    yield ""
    cells = [(reviewed.isoformat(), str(max(0, months_between(reviewed, day))), str(-use), path) for reviewed, use, path in rows]
    for reviewed, months, use, path in [("Nagekeken", "Maanden", "Genoemd door", "Bestand"), *cells]:
        yield f"{reviewed:<11} {months:>8} {use:>13}  {path}"


def _last_commit(root: Path) -> str:
    """When the last commit was made, in seconds since 1970; nothing where there is no git or no commit."""
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=20).stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        return ""
