"""What a host should say with every answer, where it lets us: the file `_headers` for Netlify and Cloudflare. HOSTING.md has the rest."""

from __future__ import annotations

from collections.abc import Iterable

from macros.site.security_policy import header_policy

FILE = "_headers"


def headers(hashes: Iterable[str]) -> dict[str, str]:
    """Name and value of each header; `hashes` are those of all scripts that stand in pages."""
    return {
        "Content-Security-Policy": header_policy(hashes),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
        "Referrer-Policy": "same-origin",
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        # A name stays the same when what is in it changes: ask each time whether it is still new.
        "Cache-Control": "no-cache",
    }


def headers_file(hashes: Iterable[str]) -> str:
    """The text of `_headers`."""
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in headers(hashes).items())
