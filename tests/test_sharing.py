"""What others see of the site: link previews, icons, structured data, feed, sitemap. Read as they read it, from a built site."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from conftest import ROOT, make_project, mkdocs
from PIL import Image

from macros.load import load
from macros.sharing.feed import MOST, feed
from macros.sharing.head import Sharing
from macros.sharing.item_data import duration
from macros.sharing.page_facts import PageFacts, Site, of_item

ADDRESS = "https://voorbeeld.nl/wijk/"
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
VOCABULARY = json.loads((ROOT / "tests" / "schema_org.json").read_text(encoding="utf-8"))
HOSTILE = "Thee & \"koffie\" </script><script>alert(1)</script> <b>'x'"
QUOTED = 'Koffie & "thee": 1 < 2'


@pytest.fixture(scope="module")
def shared_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project with hostile titles, built for an address."""
    project = make_project(tmp_path_factory.mktemp("shared") / "project")
    tip = project / "toolbox_data" / "tips" / "drink-koffie.md"
    tip.write_text(tip.read_text(encoding="utf-8").replace("title: Drink samen koffie", f"title: '{QUOTED}'"), encoding="utf-8")
    page = project / "docs" / "gevaar" / "index.md"
    page.parent.mkdir()
    quoted = json.dumps(HOSTILE)
    page.write_text(f"---\ntitle: {quoted}\ndescription: {quoted}\n---\n\n# Gevaar\n\nTekst.\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SITE_URL", ADDRESS)
        built = mkdocs(project, "build", "--strict")
    assert built.returncode == 0, built.stdout + built.stderr
    return project / "site"


def pages(site: Path) -> Iterator[tuple[str, BeautifulSoup]]:
    """(path on the site, page) of every page that MkDocs made of Markdown."""
    for file in sorted(site.rglob("index.html")):
        soup = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        if not soup.find("meta", attrs={"http-equiv": "refresh"}):  # an old address
            yield file.parent.relative_to(site).as_posix().removeprefix(".") + "/" * (file.parent != site), soup


def tag(soup: BeautifulSoup, name: str) -> str:
    """The one value of a meta tag. Fails when there is none, or more than one."""
    found = soup.find_all("meta", attrs={"property": name}) + soup.find_all("meta", attrs={"name": name})
    assert len(found) == 1, (name, found)
    return found[0]["content"]


def picture_at(file: Path) -> Image.Image:
    """A picture of the site."""
    return Image.open(io.BytesIO(file.read_bytes()))


def data_of(soup: BeautifulSoup) -> list[dict[str, Any]]:
    """The structured data of a page: the nodes of its one graph."""
    (script,) = soup.find_all("script", type="application/ld+json")
    data = json.loads(script.string)
    assert set(data) == {"@context", "@graph"} and data["@context"] == "https://schema.org"
    return data["@graph"]


# Link previews


def test_every_page_tells_its_title_description_address_and_picture(shared_site: Path) -> None:
    seen = set()
    for path, soup in pages(shared_site):
        (title,), (canonical,) = soup.find_all("title"), soup.find_all("link", rel="canonical")
        assert canonical["href"] == tag(soup, "og:url") == ADDRESS + path
        assert title.text.startswith(tag(soup, "og:title")), path
        assert tag(soup, "description") == tag(soup, "og:description") != ""
        assert tag(soup, "og:locale") == "nl_NL" and tag(soup, "og:site_name") == "Toolbox Samenwerken in de wijk"
        assert tag(soup, "og:type") == ("article" if path else "website")
        assert tag(soup, "twitter:card") == "summary_large_image"
        picture = picture_at(shared_site / tag(soup, "og:image").removeprefix(ADDRESS))
        assert picture.format == "PNG"
        assert picture.size == (int(tag(soup, "og:image:width")), int(tag(soup, "og:image:height"))) == (1200, 630)
        assert tag(soup, "og:image:alt").startswith("Plaatje met de tekst ‘")
        seen.add(path)
    assert {"", "tips/", "tips/drink-koffie/", "over/"} < seen


def test_no_title_breaks_out_of_its_place(shared_site: Path) -> None:
    found = dict(pages(shared_site))
    for path, title in (("gevaar/", HOSTILE), ("tips/drink-koffie/", QUOTED)):
        soup = found[path]
        assert tag(soup, "og:title") == title
        assert title in tag(soup, "og:image:alt")
        assert data_of(soup)[0]["name"] == title
        assert not [script for script in soup.find_all("script") if script.string == "alert(1)"]
        (head,) = soup.find_all("title")
        assert not head.find_all(True), "a title holds text only"
    assert tag(found["gevaar/"], "description") == tag(found["gevaar/"], "og:description") == HOSTILE
    assert "</script><script>alert" not in (shared_site / "gevaar" / "index.html").read_text(encoding="utf-8")


def test_the_picture_says_in_words_what_stands_on_it(shared_site: Path) -> None:
    words = {path: tag(soup, "og:image:alt") for path, soup in pages(shared_site)}
    assert words["werkvormen/kaart/"].startswith("Plaatje met de tekst ‘Werkvorm: ")
    assert words["tips/schrijf-op/"].endswith(", bij de fase Vervolg")
    assert words["werkvormen/rondje/"].endswith("’, bij alle fasen")
    assert words["over/"] == "Plaatje met de tekst ‘over’"


def test_pages_for_who_is_here_already_are_not_found_by_search_engines(shared_site: Path) -> None:
    hidden = {path for path, soup in pages(shared_site) if soup.find("meta", attrs={"name": "robots", "content": "noindex"})}
    assert {"opgeslagen/"} <= hidden <= {"opgeslagen/", "geen-verbinding/", "zoeken/"}


# Cards


def test_cards_are_small(shared_site: Path) -> None:
    sizes = {file: file.stat().st_size for file in (shared_site / "assets" / "social").rglob("*.png")}
    assert len(sizes) > 20
    assert max(sizes.values()) <= 30_000, sizes


LONG = "Vraag aan iedereen die je tegenkomt in de straat, bij de winkel of op het plein wat er beter kan en wie daarbij mee wil doen"


@pytest.mark.parametrize(
    "title", ["Ja", LONG, "Meervoudigepersoonlijkheidsstoornisgroep", "W" * 80, "Zoek samen meervoudigepersoonlijkheidsstoornissen " * 2]
)
def test_a_title_never_runs_out_of_its_card(title: str) -> None:
    from macros.sharing.social_cards import social_card

    toolbox = load(ROOT / "toolbox_data")
    tip = toolbox["tips"][0]
    facts = PageFacts(tip.page, title, "Uitleg.", item=tip)
    made = Image.open(io.BytesIO(social_card(facts, toolbox, Site("Toolbox", "Uitleg.", ADDRESS)))).convert("RGB")
    ground = made.getpixel((5, 300))
    clear = {"right": (1135, 20, 1200, 440), "left": (0, 20, 70, 440), "below": (0, 406, 1200, 420)}
    for side, place in clear.items():
        assert made.crop(place).getcolors() == [((place[2] - place[0]) * (place[3] - place[1]), ground)], side
    drawn = made.crop((70, 110, 1135, 406)).getcolors(100_000)
    assert sum(count for count, colour in drawn if colour != ground) > 500, "the title is there"


# Icons


def test_every_page_has_icons_that_are_there(shared_site: Path) -> None:
    for path, soup in [
        *pages(shared_site),
        ("404.html", BeautifulSoup((shared_site / "404.html").read_text(encoding="utf-8"), "html.parser")),
    ]:
        icons = soup.find_all("link", rel=["icon", "apple-touch-icon"])
        assert [icon.get("type") or icon.get("sizes") or icon["rel"][0] for icon in icons] == ["32x32", "image/svg+xml", "apple-touch-icon"]
        for icon in icons:
            target = icon["href"].removeprefix("/wijk/") if path == "404.html" else os.path.normpath(os.path.join(path, icon["href"]))
            assert (shared_site / target).is_file(), (path, icon)
    assert picture_at(shared_site / "apple-touch-icon.png").size == (180, 180)
    assert picture_at(shared_site / "apple-touch-icon.png").mode == "P", "iOS draws black where an icon is transparent"
    assert picture_at(shared_site / "favicon.ico").info["sizes"] == {(16, 16), (32, 32), (48, 48)}


def test_the_manifest_names_icons_that_are_there(shared_site: Path) -> None:
    manifest = json.loads((shared_site / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["name"] == "Toolbox Samenwerken in de wijk" and manifest["lang"] == "nl" and manifest["start_url"] == "./"
    for icon in manifest["icons"]:
        wide, high = picture_at(shared_site / icon["src"]).size
        assert icon["sizes"] == f"{wide}x{high}"
    assert {"any", "maskable"} == {icon["purpose"] for icon in manifest["icons"]}


def test_the_small_icon_shows_four_marks() -> None:
    """At 16 pixels: four light patches, each clear of the others."""
    site = Site("Toolbox", "Uitleg.")
    from macros.sharing.icons import icon_files

    icon = Image.open(io.BytesIO(icon_files(ROOT / "docs", site)["favicon.ico"]))
    icon.size = (16, 16)
    light = icon.convert("L").point(lambda value: 255 if value > 200 else 0)
    light.putpixel((0, 0), 0)
    corners = [light.crop((x, y, x + 8, y + 8)) for y in (0, 8) for x in (0, 8)]
    assert all(corner.getbbox() for corner in corners)
    assert len({corner.tobytes() for corner in corners}) == 4


def test_the_colours_are_those_of_the_site() -> None:
    tokens = (ROOT / "docs" / "assets" / "style" / "tokens.css").read_text(encoding="utf-8")
    light, dark = re.findall(r"--tb-paper: (#[0-9a-f]{6})", tokens)[:2]
    partial = (ROOT / "macros" / "theme" / "partials" / "sharing.html").read_text(encoding="utf-8")
    assert re.findall(r'theme-color" content="(#[0-9a-f]{6})', partial) == [light, dark]
    for template in ("docs/assets/icon.svg", "macros/sharing/templates/card.typ", "macros/sharing/icons.py"):
        text = (ROOT / template).read_text(encoding="utf-8")
        assert light in text and re.search(r"--tb-brand: (#[0-9a-f]{6})", tokens)[1] in text, template


BROKEN = {
    "there is none": (None, "Dit plaatje ontbreekt."),
    "not a drawing": (b"Dit is geen tekening.", "Dit is geen SVG die wij kunnen tekenen."),
    "cut off": (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32', "Dit is geen SVG die wij kunnen tekenen."),
    "not text": (b"\x89PNG\r\n\x1a\n\xff", "Dit plaatje is niet te lezen."),
    "empty": (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"></svg>', "Op dit plaatje staat niets."),
}


@pytest.mark.parametrize("case", BROKEN)
def test_an_icon_that_cannot_be_drawn_stops_the_build(case: str, project: Path) -> None:
    content, message = BROKEN[case]
    icon = project / "docs" / "assets" / "icon.svg"
    icon.unlink()
    if content is not None:
        icon.write_bytes(content)
    old = project / "site" / "index.html"
    old.parent.mkdir()
    old.write_text("De vorige site.", encoding="utf-8")
    built = mkdocs(project, "build", "--strict")
    said = built.stdout + built.stderr
    assert built.returncode == 1 and f"docs/assets/icon.svg:1: {message} Zet er" in said and "Traceback" not in said, said
    assert old.read_text(encoding="utf-8") == "De vorige site."


def test_a_font_that_cannot_be_read_stops_the_build(project: Path) -> None:
    (project / "macros" / "fonts" / "AtkinsonHyperlegibleNext-Bold.ttf").write_bytes(b"geen lettertype")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SITE_URL", ADDRESS)
        built = mkdocs(project, "build", "--strict")
    said = built.stdout + built.stderr
    assert built.returncode == 1 and "macros/fonts/AtkinsonHyperlegibleNext-Bold.ttf:1: Dit lettertype is niet te lezen" in said, said
    assert "Traceback" not in said


# Structured data


def ancestors(name: str) -> set[str]:
    """A class with all classes that it descends from. KeyError when schema.org has no such class."""
    return {name}.union(*(ancestors(parent) for parent in VOCABULARY["classes"][name]))


def fits(value: Any, name: str) -> bool:
    """Whether a value is one of this class or data type of schema.org."""
    if isinstance(value, dict):
        return name in ancestors(value["@type"])
    if isinstance(value, bool):
        return name == "Boolean"
    if isinstance(value, int):
        return name in ("Integer", "Number")
    forms = {"Text": r".*\S.*", "URL": r"https://\S+", "Date": r"\d{4}(-\d\d-\d\d)?", "Duration": r"PT(?=\d)(\d+H)?([1-5]?\dM)?"}
    return isinstance(value, str) and name in forms and re.fullmatch(forms[name], value, re.S) is not None


def mistakes(node: dict[str, Any]) -> Iterator[str]:
    """What in a node, and in the nodes in it, is not as schema.org has it."""
    if node["@type"] not in VOCABULARY["classes"]:
        yield f"no class: {node['@type']}"
        return
    for name, values in node.items():
        if name.startswith("@"):
            continue
        known = VOCABULARY["properties"].get(name)
        if known is None or not ancestors(node["@type"]) & set(known["domain"]):
            yield f"{node['@type']} has no {name}"
            continue
        for value in values if isinstance(values, list) else [values]:
            if not any(fits(value, kind) for kind in known["range"]):
                yield f"{node['@type']}.{name} can't be {value!r}"
            if isinstance(value, dict):
                yield from mistakes(value)


def test_the_check_on_structured_data_sees_mistakes() -> None:
    step = {"@type": "HowToStep", "name": "Begin"}
    assert not list(mistakes({"@type": "HowTo", "step": [step], "totalTime": "PT1H5M", "isAccessibleForFree": True}))
    for wrong in (
        {"@type": "Werkvorm"},
        {"@type": "HowTo", "stappen": "een"},
        {"@type": "Article", "step": [step]},
        {"@type": "HowTo", "step": [{"@type": "Place", "name": "Hier"}]},
        {"@type": "HowTo", "totalTime": "90 minuten"},
        {"@type": "HowTo", "dateModified": "21 november"},
        {"@type": "HowTo", "isAccessibleForFree": "ja"},
        {"@type": "HowTo", "step": [step | {"hasDefinedTerm": "x"}]},
        {"@type": "Article", "license": "vrij"},
    ):
        assert list(mistakes(wrong)), wrong


@pytest.mark.parametrize("address", [ADDRESS, ""])
def test_structured_data_of_the_whole_toolbox_is_as_schema_org_has_it(address: str) -> None:
    toolbox = load(ROOT / "toolbox_data")
    sharing = Sharing(ROOT / "docs", toolbox, Site("Toolbox Samenwerken in de wijk", "Uitleg.", address))
    found: dict[str, set[str]] = {}
    for page in [*sharing.pages, "anders/index.md"]:
        data = json.loads(sharing.of_page(page, "Anders", "Uitleg.").structured_data)["@graph"]
        assert not [mistake for node in data for mistake in mistakes(node)], page
        found.setdefault(data[0]["@type"], set()).add(page.partition("/")[0])
        assert {"name", "description", "inLanguage", "license", "isAccessibleForFree"} < set(data[0])
        assert ("url" in data[0]) == bool(address)
    assert found["HowTo"] == {"werkvormen"} and found["Article"] == {"praktijkvoorbeelden"} and found["DefinedTermSet"] == {"begrippen"}
    assert found["LearningResource"] == {"tips", "werkbladen", "fasen", "condities", "voor-wie"}
    assert found["WebSite"] == {"index.md"} and found["AboutPage"] == {"over"}


def test_a_method_is_told_step_by_step(shared_site: Path) -> None:
    method, crumbs = data_of(dict(pages(shared_site))["werkvormen/rondje/"])
    assert method["@type"] == "HowTo"
    assert [(step["position"], step["name"], step["timeRequired"]) for step in method["step"]] == [
        (1, "Uitleg", "PT5M"),
        (2, "Rondje", "PT10M"),
    ]
    assert method["step"][1]["text"] == "Ga de kring rond. Eén minuut per persoon. Niemand valt in."
    assert (method["prepTime"], method["performTime"], method["totalTime"]) == ("PT5M", "PT15M", "PT20M")
    assert method["supply"] == [{"@type": "HowToSupply", "name": "Een klok"}]
    assert method["dateModified"] == "2026-01-15" and method["about"][0]["url"] == f"{ADDRESS}fasen/begin/"
    assert crumbs["@type"] == "BreadcrumbList"
    assert [(stop["name"], stop["item"]["@id"].removeprefix(ADDRESS)) for stop in crumbs["itemListElement"]] == [
        ("Start", ""),
        ("Werkvormen", "werkvormen/"),
        ("Een rondje", "werkvormen/rondje/"),
    ]


def test_every_address_in_the_structured_data_is_there(shared_site: Path) -> None:
    anchors = {path: {found["id"] for found in soup.find_all(id=True)} for path, soup in pages(shared_site)}
    addresses = {
        address
        for _, soup in pages(shared_site)
        for address in re.findall(rf'"{ADDRESS}([^"]*)"', json.dumps(data_of(soup), ensure_ascii=False))
    }
    assert len(addresses) > 60
    for address in addresses:
        path, _, anchor = address.partition("#")
        assert not anchor or anchor in anchors[path], address
        assert path in anchors or (shared_site / path).is_file(), address


def test_durations() -> None:
    assert [duration(minutes) for minutes in (0, 5, 60, 135)] == ["PT0M", "PT5M", "PT1H", "PT2H15M"]


# Feed, sitemap, robots


def test_the_feed_is_atom(shared_site: Path) -> None:
    root = ET.parse(shared_site / "feed.xml").getroot()
    assert root.tag == f"{ATOM}feed" and root.get("{http://www.w3.org/XML/1998/namespace}lang") == "nl"
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) > 8
    for one in (root, *entries):
        for name in ("id", "title", "updated"):
            (found,) = one.findall(f"{ATOM}{name}")
            assert found.text
        assert one.find(f"{ATOM}id").text.startswith("urn:uuid:")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", one.find(f"{ATOM}updated").text)
        assert len(one.findall(f"{ATOM}link[@rel='alternate']")) == 1
    assert root.find(f"{ATOM}author/{ATOM}name").text
    assert root.find(f"{ATOM}link[@rel='self']").get("href") == f"{ADDRESS}feed.xml"
    assert len({one.find(f"{ATOM}id").text for one in (root, *entries)}) == len(entries) + 1
    days = [entry.find(f"{ATOM}updated").text for entry in entries]
    assert days == sorted(days, reverse=True) and root.find(f"{ATOM}updated").text == days[0]
    assert QUOTED in {entry.find(f"{ATOM}title").text for entry in entries}
    for entry in entries:
        assert (shared_site / entry.find(f"{ATOM}link").get("href").removeprefix(ADDRESS) / "index.html").is_file()
    for path, soup in pages(shared_site):
        (link,) = soup.find_all("link", type="application/atom+xml")
        assert os.path.normpath(os.path.join(path, link["href"])) == "feed.xml"


def ids(items: list[Any], address: str = ADDRESS) -> list[tuple[str, str]]:
    """(title, id) of every entry in the feed of these items."""
    root = ET.fromstring(feed(map(of_item, items), Site("Toolbox", "Uitleg.", address)))
    return [(entry.find(f"{ATOM}title").text or "", entry.find(f"{ATOM}id").text or "") for entry in root.findall(f"{ATOM}entry")]


def test_the_feed_holds_the_newest() -> None:
    tip = load(ROOT / "toolbox_data")["tips"][0]
    start = dt.date(2026, 1, 1)
    items = [
        tip.model_copy(update={"id": f"tip-{number}", "title": f"Tip {number}", "reviewed": start + dt.timedelta(number % 35)})
        for number in range(70)
    ]
    titles = [title for title, _ in ids(items)]
    assert len(titles) == MOST and titles[:3] == ["Tip 34", "Tip 69", "Tip 33"]
    assert titles[-2:] == ["Tip 10", "Tip 45"]


def test_an_entry_keeps_its_id_when_the_site_moves_or_the_item_is_renamed() -> None:
    tip = load(ROOT / "toolbox_data")["tips"][0]
    renamed = tip.model_copy(update={"id": "nieuwe-naam", "old_addresses": (f"tips/{tip.id}/",)})
    again = tip.model_copy(update={"id": "nog-een-naam", "old_addresses": (f"tips/{tip.id}", "tips/nieuwe-naam")})
    assert ids([tip]) == ids([tip], "https://elders.example/") == ids([renamed]) == ids([again])


def test_the_sitemap_lists_exactly_the_public_pages(shared_site: Path) -> None:
    root = ET.parse(shared_site / "sitemap.xml").getroot()
    listed = {one.find(f"{MAP}loc").text: one.findtext(f"{MAP}lastmod") for one in root.findall(f"{MAP}url")}
    public = {ADDRESS + path for path, soup in pages(shared_site) if not soup.find("meta", attrs={"name": "robots"})}
    assert set(listed) == public and len(root) == len(public)
    assert listed[f"{ADDRESS}tips/drink-koffie/"] == "2026-01-15"
    assert listed[f"{ADDRESS}over/"] is None, "of a page about the toolbox nobody knows when it changed"
    assert listed[ADDRESS] == max(day for day in listed.values() if day)
    assert f"Sitemap: {ADDRESS}sitemap.xml\n" in (shared_site / "robots.txt").read_text(encoding="utf-8")


def test_without_an_address_nothing_says_where_the_site_is(site: Path) -> None:
    for name in ("feed.xml", "sitemap.xml", "sitemap.xml.gz", "robots.txt", "assets/social"):
        assert not (site / name).exists(), name
    assert (site / "favicon.ico").is_file()
    for path in ("index.html", "tips/begin-klein/index.html", "begrippen/index.html"):
        soup = BeautifulSoup((site / path).read_text(encoding="utf-8"), "html.parser")
        assert tag(soup, "og:title") and tag(soup, "og:type") and tag(soup, "description")
        assert not soup.find("meta", property=["og:url", "og:image"]) and not soup.find("link", rel=["canonical", "manifest", "alternate"])
        assert not [mistake for node in data_of(soup) for mistake in mistakes(node)]


# The same every time
