"""A file may hold anything: nothing in it runs, nothing that was kept changes."""

from __future__ import annotations

import json
import random
from typing import Any

from conftest import ROOT
from form_pages import field, kept, message, open_file, sample_server, until_kept, visiting
from playwright.sync_api import Browser, expect

GOOD = json.loads((ROOT / "tests" / "filled_in" / "version-1.json").read_text("utf-8"))
OLD = json.loads((ROOT / "tests" / "filled_in" / "version-0.json").read_text("utf-8"))
MARKUP = [
    "<img src=x onerror=\"window.ran='img'\">",
    "<script>window.ran='script'</script>",
    "</textarea><svg onload=\"window.ran='svg'\">",
    '"><iframe srcdoc="<script>parent.ran=1</script>">',
    "javascript:window.ran='link'",
    "{{constructor.constructor('window.ran=1')()}}",
    "\u202etxet\u0000",
    "${window.ran=1}",
]
NAMES = [
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "length",
    "",
    "a" * 5_000,
    "actielijst.1.__proto__",
    "x.1.y",
    *MARKUP,
]

# Chooses each file in the file field, as a visitor does, and waits for the answer; what opened is thrown away again.
OPEN_ALL = """async (texts) => {
  const input = document.getElementById("tb-import");
  const outcome = { opened: 0, refused: 0 };
  for (const text of texts) {
    document.getElementById("tb-message-import")?.parentElement.remove();
    const all = new DataTransfer();
    all.items.add(new File([text], "schade.json"));
    input.files = all.files;
    const answered = new Promise((resolve) => {
      const seen = new MutationObserver(() => { if (document.getElementById("tb-message-import")) { seen.disconnect(); resolve(); } });
      seen.observe(document.getElementById("tb-import-messages"), { childList: true });
    });
    input.dispatchEvent(new Event("change"));
    await answered;
    const opened = !document.getElementById("tb-message-import").textContent.includes("is niet geopend");
    outcome[opened ? "opened" : "refused"] += 1;
    if (opened) document.getElementById("tb-delete").click();
  }
  return outcome;
}"""


def anything(chance: random.Random) -> Any:
    """A value that nobody expects."""
    return chance.choice(
        [
            *(None, True, 0, -1, 1e308, "", "x" * chance.choice([10, 25_000]), [], {}, [[["diep"]]], {"__proto__": {"x": 1}}),
            *(
                chance.choice(MARKUP),
                [chance.choice(MARKUP)],
                {chance.choice(NAMES): chance.choice(MARKUP)},
                ["samen"] * chance.choice([2, 99]),
            ),
        ]
    )


def damaged(chance: random.Random) -> str:
    """A good file with one to four damages: of its parts, its answers, or its very characters."""
    file = json.loads(json.dumps(chance.choice([GOOD, GOOD, OLD])))
    for _ in range(chance.randint(1, 4)):
        inner = [part for part in file.values() if isinstance(part, dict)] or [file]
        target = chance.choice([file, *inner, *inner])
        kind = chance.randrange(5)
        if kind == 0:
            target[chance.choice(list(target) or ["x"])] = anything(chance)
        elif kind == 1:
            target[chance.choice(NAMES)] = anything(chance)
        elif kind == 2 and target:
            target.pop(chance.choice(list(target)))
        else:
            for name in list(target):
                if isinstance(target[name], str) and target is not file or name == "name":
                    target[name] = chance.choice(MARKUP)
    text = json.dumps(file, ensure_ascii=False)
    if chance.random() < 0.25:
        place = chance.randrange(len(text))
        text = chance.choice(
            [text[:place], text[:place] + chance.choice('{}[]",:\\\x00é') + text[place + 1 :], text * 2, "[" * 50_000 + text]
        )
    return text


def test_a_thousand_damaged_files_do_no_harm(browser: Browser) -> None:
    chance = random.Random(2026)
    with visiting(browser) as visitor:
        page = visitor.sheet()
        page.on("dialog", lambda dialog: visitor.complaints.append(dialog.message))
        page.locator("#tb-name").fill("Mijn werk")
        field(page, "tevreden").fill("Dit blijft")
        until_kept(page, "Dit blijft")
        before = kept(page)
        outcome = page.evaluate(OPEN_ALL, [damaged(chance) for _ in range(1_000)])
        assert outcome["opened"] > 100 and outcome["refused"] > 300, outcome
        assert kept(page) == before
        assert page.evaluate("[window.ran, ({}).x, document.querySelectorAll('.tb-form :is(img, svg, iframe)').length]") == [None, None, 0]


def test_markup_in_every_part_stays_text_on_both_pages(browser: Browser) -> None:
    values = {name: MARKUP[place % 6] for place, name in enumerate(GOOD["values"]) if name in ("tevreden", "uren") or name.endswith("wat")}
    file = GOOD | {"name": MARKUP[0], "values": values, "aside": {"oud": MARKUP[1]}}
    with visiting(browser) as visitor:
        page = visitor.sheet()
        open_file(page, MARKUP[0] + ".json", json.dumps(file).encode())
        expect(page.locator("#tb-name")).to_have_value(MARKUP[0])
        for name, value in values.items():
            expect(field(page, name)).to_have_value(value)
        expect(message(page, "import")).to_contain_text(MARKUP[0])
        page.locator("#tb-new").click()
        expect(page.locator("#tb-copy option")).to_contain_text([MARKUP[0]])
        page.goto(sample_server() + "opgeslagen/")
        expect(page.locator(".tb-stored-list strong")).to_have_text(MARKUP[0])
        open_file(page, MARKUP[1], json.dumps(file | {"sheet": "elders"}).encode())
        expect(message(page, "import")).to_contain_text(MARKUP[1])
        assert page.evaluate("window.ran") is None
        assert page.locator(".tb-form :is(img, svg, iframe, script:not([src]))").count() == 0
