"""What goes wrong while somebody visits: errors and warnings of the browser, and requests that fail or go elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response

# Leaving a page breaks off what it was still fetching, and a test may take the network away.
NO_FAULT = ("net::ERR_ABORTED", "net::ERR_INTERNET_DISCONNECTED")
SERVER, DISK = "http://127.0.0.1:", "file:"


def font_on_disk(text: str) -> bool:
    """From a disk a browser gives a page no font that was asked for ahead, and says so; the text then has letters of the device."""
    return "file:" in text and ".woff2" in text


@contextmanager
def complaining(context: BrowserContext, *home: str) -> Iterator[list[str]]:
    """A list that fills with the complaints of all tabs of a window, for as long as this lasts.

    A request must begin with one of `home`: SERVER where nothing is said. What the policy of a page stops, the browser tells as an error.
    """
    heard: list[str] = []

    def asked(request: Request) -> None:
        if not request.url.startswith((*(home or (SERVER,)), "data:", "blob:")):
            heard.append(f"elsewhere: {request.url}")

    def failed(request: Request) -> None:
        if request.failure not in NO_FAULT and not font_on_disk(request.url):
            heard.append(f"failed: {request.url} {request.failure}")

    def answered(response: Response) -> None:
        if response.status >= 400:
            heard.append(f"{response.status}: {response.url}")

    def said(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not font_on_disk(f"{message.location.get('url')} {message.text}"):
            heard.append(f"{message.page.url if message.page else ''}: {message.text}")

    ears: dict[str, Callable[[Any], None]] = {
        "request": asked,
        "requestfailed": failed,
        "response": answered,
        "console": said,
        "weberror": lambda error: heard.append(str(error.error)),
    }
    for event, ear in ears.items():
        context.on(event, ear)  # type: ignore[call-overload]
    yield heard
    for event, ear in ears.items():
        context.remove_listener(event, ear)
