"""What a host should say with every answer, where it lets us: the file `_headers` for Netlify and Cloudflare. HOSTING.md has the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from macros.site.security_policy import header_policy

FILE = "_headers"
COMMON = {
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    # A name stays the same when what is in it changes: ask each time whether it is still new.
    "Cache-Control": "no-cache",
}


def headers(hashes: Iterable[str]) -> dict[str, str]:
    """Name and value of each header; `hashes` are those of all scripts that stand in pages."""
    own = {"Content-Security-Policy": header_policy(hashes), "Cross-Origin-Opener-Policy": "same-origin", "Referrer-Policy": "same-origin"}
    return COMMON | own


def as_file(said: Mapping[str, str]) -> str:
    """The text of `_headers` with these headers for every address."""
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in sorted(said.items()))
