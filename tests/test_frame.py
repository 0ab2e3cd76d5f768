"""What stands around every page: its stylesheet, its letters, the menu, light and dark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from complaints import complaining
from conftest import mkdocs, until
from guests import guest
from playwright.sync_api import Browser, Page, expect

from macros.site.stylesheet import one_stylesheet, used_rules

PHONE = {"width": 320, "height": 640}


@pytest.fixture
def phone(browser: Browser, server: str) -> Iterator[Page]:
    with guest(browser, viewport=PHONE) as context:
        page = context.new_page()
        page.goto(server + "werkvormen/dialoogtafel/")
        yield page


# The stylesheet


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".used{color:red}.unused{color:red}", ".used{color:red}"),
        (".used,.unused{color:red}", ".used{color:red}"),
        (".used:not(.unused){color:red}", ".used:not(.unused){color:red}"),
        (".used .unused{color:red}p{color:red}", "p{color:red}"),
        ("@media print{.unused{color:red}}", ""),
        ("@media print{.used{color:red}}", "@media print{.used{color:red}}"),
        ("@keyframes turn{to{left:0}}", "@keyframes turn{to{left:0}}"),
        (":root{--asked:1;--idle:2}p{order:var(--asked)}", ":root{--asked:1}p{order:var(--asked)}"),
        (":root{--idle:2}", ""),
    ],
)
def test_of_the_theme_only_what_the_pages_use_comes_along(css: str, kept: str) -> None:
    assert re.sub(r"\s", "", used_rules(css, {"used"})) == re.sub(r"\s", "", kept)


def test_a_variable_that_only_our_own_styles_ask_for_stays() -> None:
    assert "--x" in used_rules(":root{--x:1}", set(), also="p{order:var(--x)}")


def test_our_stylesheets_become_one_without_comments() -> None:
    assert (
        one_stylesheet({"a.css": b"/* why */ p { color: red; }\n", "b.css": b"q { color: blue; }"}) == "p { color: red; }q { color: blue; }"
    )


def test_the_site_has_one_stylesheet_and_no_script_of_the_theme(site: Path) -> None:
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    assert "assets/site.css" in files
    assert not [
        name for name in files if name.endswith(".map") or name.startswith(("assets/javascripts", "assets/stylesheets", "assets/style/"))
    ]
    style = (site / "assets/site.css").read_text(encoding="utf-8")
    assert ".md-typeset" in style and ".tb-card-facts" in style and ".md-search" not in style


# What can't be read stops the build, and leaves the old site alone


def stops(folder: Path, *said: str) -> None:
    (folder / "site").mkdir(exist_ok=True)
    (folder / "site" / "index.html").write_text("the old site")
    built = mkdocs(folder, "build", "--strict")
    assert built.returncode != 0
    assert "Traceback" not in built.stderr
    for words in said:
        assert words in built.stderr, built.stderr


def test_a_font_that_cannot_be_read_stops_the_build(project: Path) -> None:
    (project / "macros" / "fonts" / "AtkinsonHyperlegibleNext-Bold.ttf").write_bytes(b"not a font")
    stops(project, "macros/fonts/AtkinsonHyperlegibleNext-Bold.ttf:1:", "lettertype")


def test_a_stylesheet_that_is_broken_stops_the_build_at_its_line(project: Path) -> None:
    (project / "docs" / "assets" / "style" / "text.css").write_text("p { color: red; }\n}\n")
    stops(project, "assets/style/text.css:2:")


def test_a_script_that_is_missing_stops_the_build(project: Path) -> None:
    (project / "docs" / "assets" / "site.js").unlink()
    stops(project, "docs/assets/site.js")


def test_a_script_that_is_no_text_stops_the_build(project: Path) -> None:
    (project / "docs" / "assets" / "site.js").write_bytes(b"\xff\xfe\x00x")
    stops(project, "docs/assets/site.js:1:", "UTF-8")


def test_a_theme_that_changed_under_our_styles_stops_the_build(tmp_path: Path) -> None:
    from macros.problems import ContentError
    from macros.site.theme_files import theme_stylesheet

    with pytest.raises(ContentError, match="Material is veranderd"):
        theme_stylesheet([tmp_path])
    folder = tmp_path / "assets" / "stylesheets"
    folder.mkdir(parents=True)
    (folder / "main.1234.min.css").write_text(".md-typeset{}")
    with pytest.raises(ContentError, match="--md-text-font"):
        theme_stylesheet([tmp_path])


# The menu


def test_on_a_phone_the_menu_opens_and_closes_with_the_keyboard(phone: Page) -> None:
    button, menu = phone.get_by_role("button", name="Menu"), phone.locator("#tb-menu")
    expect(menu).to_be_hidden()
    button.focus()
    phone.keyboard.press("Enter")
    expect(menu).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    phone.keyboard.press("Tab")
    expect(menu.get_by_role("link").first).to_be_focused()
    phone.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


def test_the_menu_says_where_you_are(phone: Page) -> None:
    current = phone.locator("#tb-menu [aria-current]")
    assert [link.get_attribute("href") for link in current.all()] == ["../"]


def test_without_javascript_the_menu_is_there_and_no_button_is_dead(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(server + "werkvormen/dialoogtafel/")
    expect(page.locator("#tb-menu")).to_be_visible()
    for dead in (".tb-menu-button", ".tb-print-button", ".tb-display"):
        expect(page.locator(dead)).to_be_hidden()
    context.close()


# Light and dark


def scheme(page: Page) -> str:
    return page.evaluate("document.documentElement.dataset.mdColorScheme")


def test_dark_follows_the_device_until_somebody_chooses(browser: Browser, server: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(server)
    assert scheme(page) == "slate"
    page.emulate_media(color_scheme="light")
    until(page, "() => document.documentElement.dataset.mdColorScheme === 'default'")
    page.get_by_role("radio", name="Donker").check()
    assert scheme(page) == "slate"
    page.goto(server + "tips/")
    assert scheme(page) == "slate"
    expect(page.get_by_role("radio", name="Donker")).to_be_checked()
    page.get_by_role("radio", name="Als apparaat").check()
    assert scheme(page) == "default"
    assert page.evaluate("localStorage.length") == 0
    context.close()


def test_a_browser_that_forbids_storage_still_shows_the_choice(browser: Browser, server: str) -> None:
    context = browser.new_context()
    context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })")
    page = context.new_page()
    with complaining(context) as complaints:
        page.goto(server)
        page.get_by_role("radio", name="Donker").check()
        assert scheme(page) == "slate"
    assert complaints == []
    context.close()


# The contents and the cards


def test_the_contents_stand_open_where_there_is_room_and_folded_on_a_phone(browser: Browser, server: str, phone: Page) -> None:
    expect(phone.locator(".tb-contents li").first).to_be_hidden()
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(server + "werkvormen/dialoogtafel/")
    expect(page.locator(".tb-contents li").first).to_be_visible()
    page.close()


def test_a_card_leads_on_wherever_it_is_pressed(browser: Browser, server: str) -> None:
    page = browser.new_page()
    page.goto(server + "werkvormen/")
    card = page.locator(".tb-cards > ul > li").first
    target = card.locator("a").first.get_attribute("href")
    card.click(position={"x": 10, "y": 80})
    page.wait_for_url(f"**/werkvormen/{target}")
    page.close()


def test_a_page_that_is_printed_shows_what_was_folded(browser: Browser, server: str) -> None:
    page = browser.new_page()
    page.goto(server + "werkbladen/plan-van-aanpak/")
    folded = page.locator("article details")
    assert folded.count() and folded.first.get_attribute("open") is None
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folded.first.get_attribute("open") == ""
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folded.first.get_attribute("open") is None
    page.close()
