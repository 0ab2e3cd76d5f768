"""Does each look notice what it is there for? A good page with one fault put in; most are faults of the theme that this site began with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from access import keyboard
from access.looks import LOOKS, axe_asleep
from access.sweep import PHONE, WIDE

GOOD = """<!doctype html><html lang="nl"><head><title>Goed</title><meta name="viewport" content="width=device-width,initial-scale=1"><style>
body { font: 16px/1.5 sans-serif; color: #222; background: #fff } nav a, main li a { display: inline-block; padding: 4px 8px }
:focus-visible { outline: 3px solid #000; outline-offset: 2px } input, button { border: 2px solid #555; min-height: 32px; font: inherit }
[aria-current] { font-weight: bold; text-decoration: underline } STYLE</style></head><body>
<a href="#inhoud" style="display:inline-block;padding:4px">Ga naar de inhoud</a>
<header><nav id="tb-menu" aria-label="Hoofdmenu"><a href="?a" aria-current="true">Start</a> <a href="?b">Tips</a></nav></header>
<main id="inhoud"><article><h1>Titel</h1><h2>Deel</h2><p>Een zin met <a href="?c">een link</a> erin. PLACE</p>
<form action="?"><label for="f">Naam</label> <input id="f"> <button>Stuur</button></form></article></main>
<footer><a href="?d" style="display:inline-block;padding:4px">Verder</a></footer></body></html>"""

# look, width, what goes in the text, what goes in the style, words of the fault
FAULTS = [
    ("axe", WIDE, '<img src="x.png">', "", "image-alt"),
    ("axe", WIDE, '<span class="pale">Bleek</span>', ".pale { color: #aaa }", "color-contrast"),
    ("axe", WIDE, '<input type="checkbox">', "", "label"),
    ("axe colours", WIDE, '<span class="pale">Bleek</span>', ".pale { color: #999 }", "color-contrast"),
    ("axe", WIDE, '<span class="p">Tekst</span>', ".p { background: url(data:image/png;base64,AAAA) }", "undecided|stands on a picture"),
    ("structure", WIDE, "</p><h4>Te diep</h4><p>", "", "h2 is followed by h4"),
    ("structure", WIDE, "</p><nav aria-label='Hoofdmenu'><a href='?'>x</a></nav><p>", "", "two landmarks are called"),
    ("structure", WIDE, "</p><nav><a href='?'>x</a></nav><p>", "", "without a name"),
    ("structure", WIDE, '<a href="https://voorbeeld.nl/elders" aria-current="page">x</a>', "", "is the current page, and is not"),
    ("structure", WIDE, "<a>x</a>", "", "leads nowhere"),
    ("structure", WIDE, '<i lang="engels">x</i>', "", "no language"),
    ("fit", PHONE, '<div style="width:400px">breed</div>', "", "scrolls sideways"),
    ("fit", PHONE, "<b class='far'>ver</b>", ".far { position: relative; left: 300px }", "sticks out"),
    (
        "fit",
        PHONE,
        '<span class="cut">Een heel lange naam die er niet in past</span>',
        ".cut { display: block; overflow: hidden; white-space: nowrap; width: 99px; text-overflow: ellipsis }",
        "ellipsis",
    ),
    ("fit", PHONE, '<span class="cut">Een heel lange naam</span>', ".cut { display: block; overflow: hidden; height: 9px }", "cut off"),
    (
        "fit",
        PHONE,
        '<span class="box"><b>een brede tabel</b></span>',
        ".box { display: block; overflow: auto; width: 99px } b { display: block; width: 400px }",
        "no key can reach",
    ),
    (
        "fit",
        PHONE,
        '<span class="stuck">balk</span><span style="display:block;height:3000px"></span>',
        ".stuck { position: fixed; top: 0; height: 200px; width: 300px; display: block }",
        "of the window's height",
    ),
    (
        "targets",
        WIDE,
        "</p><ul class='t'><li><a href='?1'>a</a></li><li><a href='?2'>b</a></li></ul><p>",
        ".t li a { font-size: 10px; line-height: 1; padding: 0 } .t li { line-height: 1 }",
        "close to",
    ),
    ("forced", WIDE, "<input aria-label='x' class='bare'>", ".bare { border: 0; outline: 0; box-shadow: 0 0 3px red }", "without an edge"),
    (
        "forced",
        WIDE,
        "<span class='icon'></span>",
        ".icon { display: inline-block; width: 9px; height: 9px; background: red; mask-image: linear-gradient(#000, #000) }",
        "an icon that disappears",
    ),
    ("forced", WIDE, "<a href='?x' class='bare'>kaal</a> in een zin", ".bare { text-decoration: none }", "without a line under it"),
    (
        "forced",
        WIDE,
        "</p><ul><li><a href='?1' aria-current='page'>a</a></li><li><a href='?2'>b</a></li></ul><p>",
        "ul [aria-current] { font-weight: 400; color: red; background: yellow }",
        "by colour alone",
    ),
    ("still", WIDE, "<span class='slow'>x</span>", ".slow { transition: color 1s }", "changes slowly"),
    ("still", WIDE, "<span class='slow'>x</span>", "@keyframes k { to { opacity: 0 } } .slow { animation: k 2s infinite }", "moves"),
    ("no_script", WIDE, "<button type='button'>Naar boven</button>", "", "does nothing without a script"),
    ("no_script", WIDE, "", "#tb-menu { visibility: hidden }", "the menu is not to be seen"),
    ("no_script", WIDE, "", "article p { display: none }", "cannot be read"),
    ("keyboard", WIDE, "<a href='?x' class='off'>weg</a>", ".off { position: absolute; left: -9999px }", "outside the window"),
    ("keyboard", WIDE, "<a href='?x' class='off'>weg</a>", ".off { opacity: 0 }", "cannot be seen"),
    ("keyboard", WIDE, "<a href='?x' class='bare'>kaal</a>", ".bare:focus-visible { outline: none }", "hardly shows"),
    ("keyboard", WIDE, "<a href='?x' class='bare'>bleek</a>", ".bare:focus-visible { outline-color: #ddd }", "hardly shows"),
    ("keyboard", WIDE, "<a href='?x' tabindex='3'>eerst</a>", "", "out of order"),
    ("keyboard", WIDE, "<a href='?x'><svg width='24' height='24'></svg></a>", "", "has no name"),
    (
        "keyboard",
        WIDE,
        "<label for='c' class='knop'>Menu</label><input type='checkbox' id='c' style='display:none'>",
        ".knop { cursor: pointer }",
        "with the mouse alone",
    ),
    (
        "keyboard",
        WIDE,
        "<a href='?x' id='val'>val</a><script>val.onkeydown = (event) => event.preventDefault()</script>",
        "",
        "does not get past it",
    ),
    (
        "keyboard",
        WIDE,
        "<span class='over'></span><a href='?x'>onder</a>",
        ".over { position: fixed; inset: 0; background: #fff }",
        "covered",
    ),
]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="no-preference")
    context.add_init_script(axe_asleep())
    yield context.new_page()
    context.close()


def looked(page: Page, look: str, window: tuple[int, int], text: str = "", style: str = "") -> str:
    """What a look finds on the good page with this put in, one line each."""
    page.set_viewport_size({"width": window[0], "height": window[1]})
    page.emulate_media(forced_colors="active" if look == "forced" else "none")
    page.goto("about:blank")
    keyboard.forget()
    page.set_content(GOOD.replace("STYLE", style).replace("PLACE", text))
    return "\n".join(f"{where}: {what}" for where, what in LOOKS[look](page))


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("window", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_good_page_has_no_faults(page: Page, look: str, window: tuple[int, int]) -> None:
    assert looked(page, look, window) == ""


@pytest.mark.parametrize(("look", "window", "text", "style", "fault"), FAULTS, ids=[f"{one[0]}: {one[4]}" for one in FAULTS])
def test_a_fault_is_found(page: Page, look: str, window: tuple[int, int], text: str, style: str, fault: str) -> None:
    found = looked(page, look, window, text, style)
    assert any(words in found for words in fault.split("|")), found or "nothing was found"
