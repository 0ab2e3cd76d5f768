"""What goes wrong while somebody visits: errors and warnings of the browser, and requests that fail or go elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response

HERE = ("http://127.0.0.1:", "file:", "data:", "blob:")


@contextmanager
def complaining(context: BrowserContext) -> Iterator[list[str]]:
    """A list that fills with the complaints of all tabs of a window, for as long as this lasts.

    What the security policy of a page stops, the browser tells as an error.
    """
    heard: list[str] = []

    def asked(request: Request) -> None:
        if not request.url.startswith(HERE):
            heard.append(f"elsewhere: {request.url}")

    def failed(request: Request) -> None:
        # Leaving a page breaks off what it was still fetching: that is no fault.
        if request.failure != "net::ERR_ABORTED":
            heard.append(f"failed: {request.url} {request.failure}")

    def answered(response: Response) -> None:
        if response.status >= 400:
            heard.append(f"{response.status}: {response.url}")

    def said(message: ConsoleMessage) -> None:
        where = message.page.url if message.page else ""
        # From a disk a browser gives no page a font that was asked for ahead, and says so; the text then has letters of the device.
        of_font = where.startswith("file:") and ".woff2" in message.location.get("url", "") + message.text
        if message.type in ("error", "warning") and not of_font:
            heard.append(f"{where}: {message.text}")

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
