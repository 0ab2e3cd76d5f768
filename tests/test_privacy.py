"""Nothing of a visitor goes anywhere: the policy of each page, what a page asks for, and what stays behind on the device."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from complaints import complaining
from conftest import ROOT, mkdocs, until
from form_pages import field, sample_server, until_kept, visiting
from guests import guest
from playwright.sync_api import Browser, Page

from macros.problems import ContentError
from macros.site.host_headers import as_file, headers
from macros.site.security_policy import header_policy, policy, script_hashes, with_policy

HEAD = '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'


def test_the_policy_stands_before_anything_is_loaded_and_names_each_script_of_the_page() -> None:
    html = f'{HEAD}<script>let a = "<!-- é";\n</script><script src="x.js" defer></script><script type="application/ld+json">{{}}</script>'
    script = base64.b64encode(hashlib.sha256('let a = "<!-- é";\n'.encode()).digest()).decode()
    made = with_policy(html, "x.md")
    assert re.match(rf"{HEAD}<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; [^\"]+\">\n", made)
    assert re.search(r"script-src ([^;]+)", made)[1] == f"'self' 'sha256-{script}'"  # type: ignore[index]
    assert made.endswith(html.removeprefix(HEAD))


@pytest.mark.parametrize("html", ["<!doctype html><title>x</title>", HEAD + HEAD], ids=["none", "two"])
def test_a_page_without_one_place_for_the_policy_is_refused(html: str) -> None:
    with pytest.raises(ContentError, match=r"tips/x\.md:1: .* (0|2) keer"):
        with_policy(html, "tips/x.md")


@pytest.mark.parametrize(
    "inside",
    [
        '<td style="text-align: right">',
        "<p\n  class=a STYLE = 'x'>",
        "<style>p{}</style>",
        '<a onclick="x()">',
        '<a href="javascript:x()">',
        "<form action= javascript:x>",
    ],
)
def test_what_the_policy_would_stop_is_refused_with_its_line(inside: str) -> None:
    with pytest.raises(ContentError, match=r"tips/x\.md:5: Dit mag niet"):
        with_policy(HEAD + inside, "tips/x.md")


@pytest.mark.parametrize(
    "inside",
    [
        "<p>style= is een woord, onclick= ook</p>",
        '<a title="een style=x, onder = y" data-shape=\'{"a": "on style="}\'>',
        '<!-- <p style="x"> -->',
        '<a href="style=x" data-onx="y">',
    ],
)
def test_what_only_looks_like_it_is_let_through(inside: str) -> None:
    assert inside in with_policy(HEAD + inside, "x.md")


def test_a_table_with_aligned_columns_stops_the_build_in_dutch(project: Path) -> None:
    page = project / "docs/over/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n| a | b |\n| --- | ---: |\n| 1 | 2 |\n", encoding="utf-8")
    built = mkdocs(project, "build", "--strict")
    assert built.returncode == 1
    assert "over/index.md:" in built.stderr and "Dit mag niet in de pagina staan" in built.stderr
    assert "Traceback" not in built.stderr


def test_every_page_carries_exactly_its_own_policy(site: Path) -> None:
    for file in site.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        found = re.findall(r'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="([^"]+)">', html)
        assert found == [policy(script_hashes(html))], file


def test_a_page_for_an_old_address_has_a_policy_too(project: Path) -> None:
    sheet = project / "toolbox_data/worksheets/meting.yml"
    text = sheet.read_text(encoding="utf-8").replace("sort: scan", "old_addresses:\n  - werkbladen/peiling\nsort: scan")
    sheet.write_text(text, encoding="utf-8")
    assert mkdocs(project, "build", "--strict").returncode == 0
    assert policy([]) in (project / "site/werkbladen/peiling/index.html").read_text(encoding="utf-8")


def test_what_a_host_should_say_is_what_the_pages_say(site: Path) -> None:
    """HOSTING.md and `_headers` hold the policy of all pages together, and that no other site may frame them."""
    hashes = {one for file in site.rglob("*.html") for one in script_hashes(file.read_text(encoding="utf-8"))}
    assert (site / "_headers").read_text(encoding="utf-8") == as_file(headers(hashes))
    hosting = (ROOT / "HOSTING.md").read_text(encoding="utf-8")
    named = dict(re.findall(r'^ *add_header ([\w-]+) "([^"]+)" always;$', hosting, re.M))
    assert named == headers(hashes), f"HOSTING.md must say: {header_policy(hashes)}"


def test_keeping_the_site_for_later_asks_no_other_host_and_sets_no_cookie(browser: Browser, server: str) -> None:
    """The first visit, with all that the service worker fetches behind it. Every other page is heard in access/test_visits.py."""
    context = browser.new_context()
    with complaining(context) as complaints:
        page = context.new_page()
        page.goto(server)
        page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
        assert complaints == [] and context.cookies() == []
    context.close()


def test_the_policy_stops_what_somebody_would_smuggle_in(browser: Browser, server: str) -> None:
    """Also the proof that the test above would notice."""
    with guest(browser) as context, complaining(context) as complaints:
        page = context.new_page()
        page.goto(server)
        page.evaluate("""() => {
            const put = (tag, properties) => document.body.append(Object.assign(document.createElement(tag), properties));
            globalThis.stopped = [];
            addEventListener("securitypolicyviolation", (event) => stopped.push(event.violatedDirective));
            put("script", { textContent: "window.smuggled = true" });
            put("img", { src: "https://elders.example/teller.png" });
            put("iframe", { src: "https://elders.example/" });
            document.body.insertAdjacentHTML("beforeend", "<p style='color: red' onclick='1'>");
            document.cookie = "koekje=1";
        }""")
        until(page, "() => stopped.length >= 4")
        assert set(page.evaluate("stopped")) >= {"script-src-elem", "img-src", "frame-src", "style-src-attr"}
        assert page.evaluate("window.smuggled") is None
        assert len([one for one in complaints if "Content Security Policy" in one]) >= 4 and context.cookies() != []


STORED = """async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...await caches.keys(),
    ...(await indexedDB.databases()).map(({ name }) => `indexedDB ${name}`)]"""


WHOLE = ("toolbox-samenwerken/weergave", "toolbox-samenwerken/wij-gebruikten-dit")  # names that nothing is put behind


def test_the_privacy_page_names_exactly_what_is_kept(browser: Browser) -> None:
    page_text = (ROOT / "docs/privacy/index.md").read_text(encoding="utf-8")
    named = re.findall(r"`(.+?)`", page_text)
    assert len(named) >= 4 and all(name.endswith("…") for name in named if name not in WHOLE)
    with visiting(browser, service_workers="allow") as visitor:
        page = visitor.sheet()
        field(page, "tevreden").fill("Ja")
        until_kept(page, "Ja")
        page.get_by_role("radio", name="Donker").check()
        page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
        look_for(page, "koffie")
        until(page, "async () => (await caches.keys()).length > 0")
        page.goto(f"{sample_server()}wij-gebruikten-dit/")
        page.locator("#f-wat").fill("Iets")
        kept = page.evaluate(STORED)
    for key in kept:
        assert any(key == name or (name.endswith("…") and key.startswith(name[:-1])) for name in named), f"not on the page: {key}"
    for name in named:
        assert any(key.startswith(name.removesuffix("…")) for key in kept), f"nothing is kept under {name}"


def look_for(page: Page, words: str) -> None:
    """Search, and come back in the same tab."""
    address = page.url
    page.locator("#tb-q").fill(words)
    page.locator("#tb-q").press("Enter")
    page.wait_for_load_state("load")
    page.goto(address)


def test_what_is_searched_for_does_not_stay_behind(browser: Browser) -> None:
    with visiting(browser, service_workers="allow") as visitor:
        page = visitor.go("?q=geheim-woord")
        page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
        page.goto(sample_server() + "tips/schrijf-op/?q=geheim-woord")
        until(page, "async () => Boolean(await caches.match(new URL(location.pathname, location)))")
        everything = """async () => {
            const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
            const requests = await Promise.all(caches_.map((cache) => cache.keys()));
            return JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), requests.flat().map(({ url }) => url)]);
        }"""
        assert "schrijf-op" in page.evaluate(everything) and "geheim" not in page.evaluate(everything)
