"""The site without a network: unpacked from its zip, and visited before."""

from __future__ import annotations

import gzip
import json
import posixpath
import re
import shutil
import threading
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from complaints import DISK, complaining
from conftest import ROOT, until
from form_pages import field, sample_site, until_kept
from playwright.sync_api import Browser, BrowserContext, Page, expect
from serving import QuietHandler, QuietServer

from macros.site.offline_edition import OFFLINE_ZIP, from_disk, offline_edition
from macros.site.service_worker import service_worker

# --- the zip -------------------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline edition of the real site, unpacked in a folder with a name that people give."""
    folder = tmp_path_factory.mktemp("stick") / "Mijn usb-stick (één)"
    with zipfile.ZipFile(site / OFFLINE_ZIP) as archive:
        archive.extractall(folder)
    return folder


def read(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def test_the_same_site_gives_the_same_bytes_whatever_the_order() -> None:
    files = read(sample_site())
    assert offline_edition(files, "vandaag") == offline_edition(dict(reversed(files.items())), "vandaag")


def test_who_unpacks_it_sees_where_to_begin(unpacked: Path) -> None:
    assert sorted(path.name for path in unpacked.iterdir()) == ["LEES-MIJ.txt", "START-HIER.html", "toolbox"]
    text = (unpacked / "LEES-MIJ.txt").read_text(encoding="utf-8")
    assert re.search(r"nagekeken op \d+ [a-z]+ 20\d\d\.", text) and "{" not in text


def test_nothing_is_in_it_that_a_disk_has_no_use_for_and_nothing_twice(unpacked: Path) -> None:
    there = {file.relative_to(unpacked / "toolbox").as_posix() for file in (unpacked / "toolbox").rglob("*") if file.is_file()}
    useless = r"404\.html|sitemap.*|service-worker\.js|_headers|feed\.xml|manifest\.json|assets/social/.*|.*\.(map|zip)"
    assert [path for path in there if re.fullmatch(useless, path)] == []
    assert len([path for path in there if path.endswith(".pdf")]) > 60


class Links(HTMLParser):
    """Every address in a page that a browser would follow or load, and every id."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src", "action"):
                self.addresses.append(value or "")
            elif name == "content" and value and (refresh := re.fullmatch(r"\d+; url=(.*)", value)):
                self.addresses.append(refresh[1])


def test_every_link_of_every_page_leads_to_a_file(unpacked: Path) -> None:
    wrong = []
    for file in unpacked.rglob("*.html"):
        for address in Links(file.read_text(encoding="utf-8")).addresses:
            parts = urlsplit(address)
            if parts.scheme in ("https", "mailto", "tel") and not parts.path.startswith("//"):
                continue
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            if parts.scheme or parts.netloc or not target.is_file() or not target.is_relative_to(unpacked.resolve()):
                wrong.append((file.relative_to(unpacked).as_posix(), address))
    assert wrong == []


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ('<a href="../b/">', '<a href="../b/index.html">'),
        ('<a class="x" href="..">', '<a class="x" href="../index.html">'),
        ('<a href="../b/#deel">', '<a href="../b/index.html#deel">'),
        ('<a href="../b/?q=1#x/">', '<a href="../b/index.html?q=1#x/">'),
        ('<a href="./">', '<a href="index.html">'),
        ('<a href="#deel">', '<a href="#deel">'),
        ('<a href="">', '<a href="">'),
        ('<a href="mailto:a@b.nl">', '<a href="mailto:a@b.nl">'),
        ('<a href="https://b.nl/b/">', '<a href="https://b.nl/b/">'),
        ('<a href="../b/blad.pdf">', '<a href="../b/blad.pdf">'),
        ('<form action="../b/">', '<form action="../b/index.html">'),
        ('<meta http-equiv="refresh" content="0; url=../b/">', '<meta http-equiv="refresh" content="0; url=../b/index.html">'),
        ("a<!-- online -->b\n<!-- /online -->c", "ac"),
        ("a<!-- offline\nb/offline -->c", "abc"),
    ],
)
def test_links_are_made_to_lead_to_files(html: str, made: str) -> None:
    assert from_disk(html, "a/index.html", {"index.html", "a/index.html", "b/index.html", "b/blad.pdf"}) == made


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def at_home(browser: Browser, request: pytest.FixtureRequest) -> Iterator[tuple[BrowserContext, list[str]]]:
    """Somebody with a laptop and a stick; the list holds every request that leaves the disk, and every error."""
    context = browser.new_context(java_script_enabled=request.param)
    context.set_default_timeout(10_000)
    yield from listened(context)


def listened(context: BrowserContext) -> Iterator[tuple[BrowserContext, list[str]]]:
    with complaining(context, DISK) as found:
        yield context, found
    context.close()


def walk(page: Page, link: str, title: str) -> None:
    """Click the first link in the text with this address, and be there."""
    page.locator(f'article a[href$="{link}"]').first.click()
    expect(page.locator("h1")).to_contain_text(title)
    assert page.url.startswith("file:") and page.url.split("#")[0].endswith("/index.html")


def test_a_visitor_walks_from_the_start_to_a_worksheet(at_home: tuple[BrowserContext, list[str]], unpacked: Path) -> None:
    context, found = at_home
    page = context.new_page()
    page.goto((unpacked / "START-HIER.html").as_uri())
    page.wait_for_url("**/toolbox/index.html")
    walk(page, "fasen/verkennen/index.html", "Verkennen")
    walk(page, "werkvormen/partnerschapskaart/index.html", "Partnerschapskaart")
    walk(page, "werkbladen/partnerschapskaart/index.html", "Partnerschapskaart")
    pdf = page.locator('article a[href$="partnerschapskaart.pdf"]').first.get_attribute("href")
    assert pdf and (unpacked / "toolbox/werkbladen/partnerschapskaart" / pdf).resolve().is_file()
    page.locator("header a").first.click()
    page.wait_for_url("**/toolbox/index.html")
    assert found == []


@pytest.fixture
def laptop(browser: Browser) -> Iterator[tuple[BrowserContext, list[str]]]:
    context = browser.new_context()
    context.set_default_timeout(10_000)
    yield from listened(context)


def test_what_is_filled_in_from_a_stick_is_there_after_reloading_and_in_the_list(
    laptop: tuple[BrowserContext, list[str]], unpacked: Path
) -> None:
    context, found = laptop
    page = context.new_page()
    page.goto((unpacked / "toolbox/werkbladen/borgingsafspraken/index.html").as_uri())
    first = page.locator(".tb-part textarea, .tb-part input[type=text]").first
    first.fill("Koffie zetten")
    until_kept(page, "Koffie zetten")
    page.reload()
    expect(first).to_have_value("Koffie zetten")
    page.goto((unpacked / "toolbox/opgeslagen/index.html").as_uri())
    page.locator(".tb-stored-list a", has_text="Open").click()
    expect(page.locator("h1")).to_have_text("Borgingsafspraken")
    expect(first).to_have_value("Koffie zetten")
    assert found == []


@pytest.mark.skipif(not (ROOT / "docs/assets/search").is_dir(), reason="there is no search yet")
def test_searching_from_a_stick_gives_results(laptop: tuple[BrowserContext, list[str]], unpacked: Path) -> None:
    context, found = laptop
    page = context.new_page()
    page.goto((unpacked / "toolbox/index.html").as_uri())
    page.locator("#tb-q").fill("partnerschapskaart")
    page.locator("#tb-q").press("Enter")
    page.wait_for_url("**/zoeken/index.html*")
    page.locator("article a", has_text="Partnerschapskaart").first.click()
    expect(page.locator("h1")).to_have_text("Partnerschapskaart")
    assert found == []


def test_the_downloads_page_offers_the_zip_online_and_says_that_you_have_it_offline(site: Path, unpacked: Path) -> None:
    online = (site / "downloads/index.html").read_text(encoding="utf-8")
    size = (site / OFFLINE_ZIP).stat().st_size / 1e6
    assert f"({size:.1f} MB)".replace(".", ",") in online
    offline = (unpacked / "toolbox/downloads/index.html").read_text(encoding="utf-8")
    assert "Die heb je al" in offline and ".zip" not in offline


# --- the service worker --------------------------------------------------------------------------------------------------------------


class Host:
    """A web server that can go away, come back, hang, and show another folder; always at the same address."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._port = folder, 0
        self.asked: list[str] = []
        self._free = threading.Event()
        self._free.set()
        self.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}/"

    def start(self) -> None:
        host = self

        class Handler(QuietHandler):
            def do_GET(self) -> None:
                host._free.wait()
                host.asked.append(self.path)
                self.directory = str(host.folder)
                super().do_GET()

        self._server = QuietServer(("127.0.0.1", self._port), Handler)
        self._port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._free.set()
        self._server.shutdown()
        self._server.server_close()

    def hang(self) -> None:
        self._free.clear()


@pytest.fixture
def host() -> Iterator[Host]:
    running = Host(sample_site())
    yield running
    running.stop()


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    context.set_default_timeout(10_000)
    yield context
    context.close()


def arrive(context: BrowserContext, host: Host, address: str) -> Page:
    """Open a page for the first time, and stay until the worker keeps it."""
    page = context.new_page()
    page.goto(host.address + address)
    until_kept_offline(page, address)
    return page


def until_kept_offline(page: Page, address: str) -> None:
    until(page, "async (address) => Boolean(await caches.match(new URL(address, location.origin)))", address)
    until(page, "() => navigator.serviceWorker.controller")


def test_visited_pages_work_without_a_network_and_look_as_they_should(phone: BrowserContext, host: Host) -> None:
    page = arrive(phone, host, "tips/schrijf-op/")
    page.goto(host.address + "werkbladen/blad/")
    until_kept_offline(page, "werkbladen/blad/")
    page.wait_for_load_state("networkidle")
    host.stop()
    page.goto(host.address + "tips/schrijf-op/")
    expect(page.locator("h1")).to_have_text("Schrijf afspraken op")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith(("Atkinson", '"Atkinson'))
    page.goto(host.address + "tips/")  # a section page, never visited
    expect(page.locator("h1")).to_be_visible()
    page.goto(host.address + "werkbladen/blad/")
    field(page, "tevreden").fill("Zonder netwerk")
    until_kept(page, "Zonder netwerk")
    page.reload()
    expect(field(page, "tevreden")).to_have_value("Zonder netwerk")
    host.start()


def test_a_page_that_was_never_visited_says_what_can_be_done(phone: BrowserContext, host: Host) -> None:
    page = arrive(phone, host, "tips/schrijf-op/")
    host.stop()
    page.goto(host.address + "tips/drink-koffie/")
    expect(page.locator("h1")).to_have_text("Geen verbinding")
    assert page.url.endswith("tips/drink-koffie/")  # so that reloading tries again
    page.locator("#tb-visited a", has_text="Schrijf afspraken op").click()
    expect(page.locator("h1")).to_have_text("Schrijf afspraken op")
    page.go_back()
    page.locator("header a").first.click()
    page.wait_for_url(host.address)
    page.go_back()
    expect(page.locator("h1")).to_have_text("Geen verbinding")
    host.start()
    page.reload()
    expect(page.locator("h1")).to_contain_text("koffie")


def edition(folder: Path, word: str) -> Path:
    """The sample site with another word on its pages, as a later build would give it."""
    shutil.copytree(sample_site(), folder)
    for page in folder.rglob("index.html"):
        page.write_text(page.read_text(encoding="utf-8").replace("<h1", f"<p>{word}</p><h1", 1), encoding="utf-8")
    (folder / "service-worker.js").write_text(service_worker(read(folder)), encoding="utf-8")
    return folder


def names(page: Page) -> list[str]:
    return page.evaluate("caches.keys()")


def until_renewed(page: Page, old: list[str]) -> None:
    """Wait until a newer worker has taken over."""
    until(page, "async (old) => (await caches.keys()).some((name) => name.includes('/ ') && !old.includes(name))", old)
    until(page, "() => navigator.serviceWorker.ready.then(({ installing, waiting }) => !installing && !waiting)")


def test_a_new_edition_is_shown_at_once_and_the_old_ones_are_cleaned_up(phone: BrowserContext, host: Host, tmp_path: Path) -> None:
    page = arrive(phone, host, "tips/schrijf-op/")
    page.evaluate("caches.open('toolbox-samenwerken/bezocht /een-andere-site/ 1')")
    for word in ("tweede", "derde", "vierde"):
        old = names(page)
        host.folder = edition(tmp_path / word, word)
        page.goto(host.address)
        expect(page.get_by_text(word, exact=True)).to_be_visible()
        until_renewed(page, old)
    host.stop()
    page.goto(host.address)
    expect(page.get_by_text("vierde", exact=True)).to_be_visible()
    ours = [name for name in names(page) if name.startswith("toolbox-samenwerken/bezocht / ")]
    assert len(ours) == 2 and len(names(page)) == 3
    page.goto(host.address + "tips/schrijf-op/")  # visited three editions ago: too old to show
    expect(page.locator("h1")).to_have_text("Geen verbinding")
    host.start()


def test_a_network_that_hangs_is_not_waited_for(phone: BrowserContext, host: Host) -> None:
    page = arrive(phone, host, "tips/schrijf-op/")
    host.hang()
    page.goto(host.address + "tips/schrijf-op/", wait_until="commit")
    expect(page.locator("h1")).to_have_text("Schrijf afspraken op")
    host.stop()
    host.start()


def test_what_somebody_looks_for_does_not_reach_the_host(phone: BrowserContext, host: Host) -> None:
    page = arrive(phone, host, "tips/schrijf-op/")
    page.goto(host.address + "tips/drink-koffie/?q=geheim-woord")
    expect(page.locator("h1")).to_contain_text("koffie")
    assert "/tips/drink-koffie/" in host.asked
    assert [path for path in host.asked if "geheim" in path] == []


def test_searching_works_without_a_network(phone: BrowserContext, host: Host) -> None:
    page = arrive(phone, host, "tips/schrijf-op/")
    host.stop()
    page.locator("#tb-q").fill("koffie")
    page.locator("#tb-q").press("Enter")
    page.wait_for_url("**/zoeken/*")
    expect(page.locator("article a", has_text="koffie").first).to_be_visible()
    host.start()


def test_files_to_take_along_are_not_kept(phone: BrowserContext, host: Host) -> None:
    page = arrive(phone, host, "downloads/")
    assert page.evaluate("fetch('blad.pdf').then(({ status }) => status)") == 200
    kept = page.evaluate("""async () => {
        const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
        return all.flat().map(({ url }) => url);
    }""")
    assert any(url.endswith("downloads/") for url in kept)
    assert [url for url in kept if posixpath.splitext(url)[1] in (".pdf", ".docx", ".zip")] == []


def test_the_same_site_gives_the_same_worker_and_another_site_another() -> None:
    site = read(sample_site())
    assert service_worker(site) == service_worker(dict(reversed(site.items())))
    assert service_worker(site | {"index.html": site["index.html"] + b" "}) != service_worker(site)
    assert service_worker(site | {"downloads/blad.pdf": b"x"}) == service_worker(site)


def test_what_is_kept_at_hand_is_small(site: Path) -> None:
    """In bytes over the line, about: what a first visit costs beside the page itself."""
    listed = re.search(r"AT_HAND = (\[.*?\]);", (site / "service-worker.js").read_text(encoding="utf-8"))
    assert listed
    sizes: dict[str, int] = {}
    for path in json.loads(listed[1]):
        file = site / path
        sizes[path] = len(gzip.compress((file / "index.html" if file.is_dir() else file).read_bytes()))
    assert {"", "assets/site.css", "geen-verbinding/", "assets/search/index.js"} <= sizes.keys()
    assert sum(sizes.values()) < 300_000, sizes
