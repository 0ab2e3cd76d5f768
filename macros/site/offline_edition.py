"""The whole site as one archive that works from a disk: after unpacking on a USB stick, without a server or a network."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

from macros.downloads import FOLDER, ZIP, in_one_zip

OFFLINE_ZIP = f"{FOLDER}/toolbox-offline.zip"
SIZE_MARK = "<!-- size of the offline edition -->"
INSIDE = "toolbox"  # the folder in the archive that holds the site
_BESIDE = Path(__file__).parents[1] / "templates" / "offline"

# What only works on the web or only serves it, and what is in it twice.
_LEFT_OUT = re.compile(
    rf"404\.html|sitemap\.xml(\.gz)?|feed\.xml|robots\.txt|manifest\.json|_headers|{OFFLINE_ZIP}|service-worker\.js|geen-verbinding/.*|assets/social/.*|.*\.map|{ZIP}"
)
_ONLINE_ONLY = re.compile(r"<!-- online -->.*?<!-- /online -->", re.S)
_OFFLINE_ONLY = re.compile(r"<!-- offline\s(.*?)/offline -->", re.S)
_META = re.compile(r'<meta (?:http-equiv="Content-Security-Policy"|(?:name|property)="(?:og|twitter):)[^>]*>\n?')
_LEADING = re.compile(
    r'(<(?:a|area|link|script|img|form)\b[^>]*?\s(?:href|src|action)="|<meta http-equiv="refresh" content="0; url=)([^"]*)'
)
_NOT_A_PATH = re.compile(r"[a-z][a-z0-9+.-]*:|/|#|\?|$", re.I)


def offline_edition(site: Mapping[str, bytes], date: str) -> bytes:
    """The archive of a built site: `site` holds its files by path, `date` is when its texts were last reviewed, in Dutch.

    The same site gives the same bytes.
    """
    kept = {path: content for path, content in site.items() if not _LEFT_OUT.fullmatch(path)}
    files = {
        f"{INSIDE}/{path}": from_disk(content.decode("utf-8"), path, kept.keys()).encode() if path.endswith(".html") else content
        for path, content in kept.items()
    }
    files["START-HIER.html"] = (_BESIDE / "START-HIER.html").read_bytes()
    read_me = (_BESIDE / "LEES-MIJ.txt").read_text(encoding="utf-8").replace("{date}", date)
    files["LEES-MIJ.txt"] = read_me.replace("\n", "\r\n").encode()  # for the plainest editor of Windows
    return in_one_zip(files)


def from_disk(html: str, page: str, files: Mapping[str, object] | set[str]) -> str:
    """A page for a disk: links lead to files, never to a folder, and nothing is said about the web.

    The policy of the page goes: it guards against nothing here, and a browser may read it more strictly from a disk.
    """

    def in_full(match: re.Match[str]) -> str:
        address = match[2]
        if _NOT_A_PATH.match(address):
            return match[0]
        path, end = re.fullmatch(r"([^?#]*)(.*)", address, re.S).groups()  # type: ignore[union-attr]
        index = posixpath.normpath(posixpath.join(posixpath.dirname(page), path, "index.html"))
        return match[1] + (posixpath.relpath(index, posixpath.dirname(page) or ".") if index in files else path) + end

    html = _OFFLINE_ONLY.sub(r"\1", _ONLINE_ONLY.sub("", html))
    html = re.sub(r'<link rel="(?:canonical|alternate|manifest|preload)"[^>]*>\n?', "", _META.sub("", html))
    return _LEADING.sub(in_full, html)


def with_size(html: str, size: str) -> str:
    """The page that offers the archive, with its size filled in. Raises ValueError when it does not offer it."""
    if html.count(SIZE_MARK) != 1:
        raise ValueError(SIZE_MARK)
    return html.replace(SIZE_MARK, f" ({size})")
