"""Somebody who was never on the site, in a browser window that looks new.

To open a really new window costs a second of processor time. So windows are kept for the next guest who asks for the same settings, and
what the site stored there is thrown away when a guest leaves.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Frame

# As in a browser that knows no service workers: ours would fetch the whole site behind each visit.
NO_WORKERS = "delete Navigator.prototype.serviceWorker"
_free: dict[tuple[int, str], list[Window]] = {}


class Window:
    """A browser context that is kept."""

    def __init__(self, browser: Browser, settings: dict[str, Any]) -> None:
        self.context = browser.new_context(**settings)
        self.context.add_init_script(NO_WORKERS)
        self._stays = self.context.new_page()  # with one tab open the next is cheap
        self._console = self.context.new_cdp_session(self._stays)
        self._origins: set[str] = set()
        self.context.on("page", lambda page: page.on("framenavigated", self._remember))

    def _remember(self, frame: Frame) -> None:
        self._origins.add("{0.scheme}://{0.netloc}".format(urlsplit(frame.url)))

    def tidy(self) -> bool:
        """Close the tabs and forget what the sites stored. False when it may not be as new."""
        # A clock that a test set stays for all tabs, and of a folder on disk the storage can't be emptied from here.
        if self._stays.evaluate("'__pwClock' in globalThis") or any(one.startswith("file:") for one in self._origins):
            return False
        for page in [page for page in self.context.pages if page is not self._stays]:
            page.close()
        for origin in self._origins:
            self._console.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        self._origins.clear()
        return True


@contextmanager
def guest(browser: Browser, script: str = "", **settings: Any) -> Iterator[BrowserContext]:
    """A window with these settings, as for `browser.new_context`; `script` runs before those of each page.

    Two guests at a time never share one. With a script, or with a service worker or stored things asked for, it is new and goes away.
    """
    if script or {"service_workers", "storage_state", "offline"} & set(settings):
        context = browser.new_context(**settings)
        if script:
            context.add_init_script(script)
        yield context
        context.close()
        return
    free = _free.setdefault((id(browser), repr(sorted(settings.items()))), [])
    window = free.pop() if free else Window(browser, settings)
    yield window.context  # after a test that fails it may hold anything: then it is not used again
    if window.tidy():
        free.append(window)
    else:
        window.context.close()
