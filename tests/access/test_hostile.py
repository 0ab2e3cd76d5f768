"""Content at its worst, in a project that is made for this and published nowhere: at 320 px nothing breaks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from conftest import make_project, mkdocs
from serving import served

from access.addresses import all_addresses
from access.looks import LOOKS, axe_asleep
from access.states import NARROW, PLAIN, STATES, WALK_NARROW
from access.sweep import COMPLAINTS, Sweeper, told

LONG_WORD = "Meervoudigepersoonlijkheidsstoornissenweg"  # 41 letters, and no hyphen to break it at
LONG_TITLE = "Samen met de hele buurt een begin maken van iets wat nog geen naam heeft, en dan"  # 80 signs: the model takes no more
LONGER_TITLE = f"{LONG_TITLE} nog even doorgaan tot het honderdtwintig letters zijn"  # a source or a heading may be longer
RELATED = 60
TIP = """---
title: {title}
summary: {word} is geen woord waar een regel op breekt.
phases: [vervolg]
conditions: [doel]
sources: [website, lang]
origin: adapted
reviewed: 2026-01-15
why: Zo weet iedereen wat er is afgesproken in de {word}.
related: {related}
---
Hang een vel aan de muur van de {word}.
"""
PAGE = """---
title: {title}
description: Een pagina om de opmaak te proberen.
---

# {longer}

## Een leeg stuk

## {word}

{word} [{word}](../index.md)

- {word}

| {word} | {word} |
| --- | --- |
| {word} | 1 |
"""
SOURCE = """lang:
  title: {longer}
  makers: [{word}]
  year: null
  url: https://voorbeeld.nl/{word}/{word}/{word}
  licence: unknown
  consulted: null
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of a project with long titles, long words, an empty section and a page with 60 related items."""
    project = make_project(tmp_path_factory.mktemp("hostile") / "project")
    worst = partial(str.format, word=LONG_WORD, longer=LONGER_TITLE)
    content = project / "toolbox_data"
    for number in range(RELATED):
        text = worst(TIP, title=f"Buur {number} van {LONG_WORD}", related="[]")
        (content / "tips" / f"buur-{number}.md").write_text(text, encoding="utf-8")
    related = [{"id": f"tips/buur-{number}", "how": "with"} for number in range(RELATED)]
    (content / "tips" / "lang.md").write_text(worst(TIP, title=LONG_TITLE, related=json.dumps(related)), encoding="utf-8")
    sources = content / "sources.yml"
    sources.write_text(sources.read_text(encoding="utf-8") + worst(SOURCE), encoding="utf-8")
    page = project / "docs" / "leeg" / "index.md"
    page.parent.mkdir()
    page.write_text(worst(PAGE, title=LONG_TITLE), encoding="utf-8")
    built = mkdocs(project, "build", "--strict")
    assert built.returncode == 0, built.stdout + built.stderr
    return project / "site"


@pytest.fixture(scope="module")
def sweeper(hostile: Path) -> Iterator[Sweeper]:
    """Visits the hostile site."""
    with served(hostile) as root:
        made = Sweeper(hostile, root, LOOKS, axe_asleep())
        yield made
        made.close()


def test_the_worst_content_breaks_no_page(sweeper: Sweeper, hostile: Path) -> None:
    worst = ["leeg/", "bronnen/", "tips/", "tips/lang/", "tips/buur-7/"]
    assert set(worst) <= set(all_addresses(hostile))
    states = [PLAIN, NARROW, WALK_NARROW, *(state for state in STATES if state.looks == ("fit",))]
    visits = sweeper.over((address, states) for address in worst)
    assert len(visits) == len(worst) * len(states)
    assert not (faults := "\n".join(filter(None, (told(visits, look) for look in LOOKS)))), faults


def test_what_a_page_should_not_ask_for_is_heard(sweeper: Sweeper, hostile: Path) -> None:
    page = hostile / "vreemd.html"
    page.write_text('<!doctype html><script>document.cookie = "a=1"</script><img src="https://elders.example/x.png">', encoding="utf-8")
    heard = told(sweeper.over([("vreemd.html", [NARROW])]), COMPLAINTS)
    page.unlink()
    assert "elsewhere: https://elders.example/x.png" in heard and "cookie: a" in heard
