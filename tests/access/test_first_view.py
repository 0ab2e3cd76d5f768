"""The first view on an old phone: how much it transfers, and whether anything jumps while it is drawn."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response, Route

PHONE = {"width": 360, "height": 740}
FIVE_KINDS = ["", "tips/", "fasen/verkennen/", "werkvormen/partnerschapskaart/", "werkbladen/vijf-condities-scan/"]
MOST_BYTES = 120 * 1024
MOST_SHIFT = 0.02
PACKED = {".woff2", ".png", ".ico", ".jpg", ".webp"}  # a server sends these as they are

SHIFTS = """window.shifts = []; new PerformanceObserver((list) => {
    for (const one of list.getEntries()) window.shifts.push([one.value, ...one.sources.map(({ node }) => node?.outerHTML?.slice(0, 80) || node?.nodeName)]);
}).observe({ type: "layout-shift", buffered: true });"""


@pytest.mark.parametrize("address", FIVE_KINDS)
def test_a_first_view_transfers_little(browser: Browser, site: Path, server: str, address: str) -> None:
    """Counted from the built files that the page asks for, as a server that packs texts with gzip sends them.

    What a service worker fetches afterwards, in its own time, is left out.
    """
    sent: dict[str, int] = {}

    def came(response: Response) -> None:
        path = unquote(urlsplit(response.url).path).lstrip("/")
        file = site / path / "index.html" if path.endswith("/") or not path else site / path
        content = file.read_bytes()
        sent[path] = len(content) if file.suffix in PACKED else len(gzip.compress(content, 6))

    context = browser.new_context(viewport=PHONE, device_scale_factor=3, service_workers="block")
    page = context.new_page()
    page.on("response", came)
    page.goto(server + address)
    page.wait_for_load_state("networkidle")
    context.close()
    assert sum(sent.values()) <= MOST_BYTES, "\n".join(f"{size:8} {path}" for path, size in sorted(sent.items(), key=lambda one: -one[1]))


@pytest.mark.parametrize("address", FIVE_KINDS)
@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 900}], ids=["phone", "desktop"])
def test_nothing_jumps_when_the_letters_come_late(browser: Browser, server: str, address: str, viewport: dict[str, int]) -> None:
    context = browser.new_context(viewport=viewport, service_workers="block")
    context.add_init_script(SHIFTS)
    page = context.new_page()
    waiting: list[Route] = []
    page.route("**/*.woff2", lambda route: waiting.append(route))
    page.goto(server + address, wait_until="commit")
    page.evaluate("new Promise((painted) => new PerformanceObserver(painted).observe({ type: 'paint', buffered: true }))")
    drawn(page)
    for route in waiting:
        route.continue_()
    page.unroute("**/*.woff2")
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    drawn(page)
    shifts = page.evaluate("shifts")
    context.close()
    assert sum(value for value, *_ in shifts) <= MOST_SHIFT, shifts


def drawn(page: Page) -> None:
    """Wait until the browser has drawn twice: what it was told before is then on the screen."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
