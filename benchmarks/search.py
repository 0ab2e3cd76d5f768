"""How fast the search is, and how well it finds, beside the theme's own search on the same texts.

    .venv/bin/python benchmarks/search.py            the real content, and 1,000 items made of it
    .venv/bin/python benchmarks/search.py 500 2000   other numbers

Both run in a Web Worker of a real Chromium, as in a visitor's browser. `slow` is our core on a page whose processor is slowed
four times, as a cheap phone (the browser can't slow a worker). The judged queries of tests/ are asked. Nothing here is a test: a
machine has its moods. Compare the columns of one run.
"""

from __future__ import annotations

import dataclasses
import gzip
import json
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import material  # noqa: E402
from conftest import launched  # noqa: E402
from serving import served  # noqa: E402
from test_search import judged  # noqa: E402

from macros.load import load  # noqa: E402
from macros.search.documents import Document, documents, page_documents  # noqa: E402
from macros.search.index import index_text  # noqa: E402

FILES = ("minisearch", "dutch", "synonyms", "sentences", "core")

OURS = """async (queries) => {
    const start = performance.now();
    const worker = new Worker("search/worker.js");
    const answer = (query) => new Promise((done) => {
        worker.onmessage = ({ data }) => done(data.result.addresses);
        worker.postMessage({ id: 0, query, options: { limit: 8 } });
    });
    await answer("");
    return MEASURE(answer, queries, performance.now() - start);
}"""
THEME = """async (queries) => {
    const data = await (await fetch("theme.json")).json();
    const start = performance.now();
    const worker = new Worker("theme/workers/search.js");
    const ask = (message) => new Promise((done) => { worker.onmessage = ({ data }) => done(data); worker.postMessage(message); });
    await ask({ type: 0, data: { ...data, options: { suggest: false } } });
    const answer = async (query) => (await ask({ type: 2, data: query })).data.items.map((group) => group[0].location);
    return MEASURE(answer, queries, performance.now() - start);
}"""
SLOW = """async (queries) => {
    const start = performance.now();
    toolboxSearch.setup(toolboxIndex);
    return MEASURE(async (query) => toolboxSearch.search(query, { limit: 8 }).addresses, queries, performance.now() - start);
}"""
MEASURE = """(async (answer, queries, ready) => {
    const times = [], found = [];
    for (const query of queries) {
        const start = performance.now();
        found.push((await answer(query)).slice(0, 5));
        times.push(performance.now() - start);
    }
    return { ready, times, found };
})"""


def copies(found: list[Document], number: int) -> list[Document]:
    """That many documents: the real ones, then mixtures of two of them each, so that words keep their frequencies."""
    made = list(found)
    while len(made) < number:
        one, other = found[len(made) * 7 % len(found)], found[len(made) * 13 % len(found)]
        title = f"{one.title.split()[0]} {other.title} {len(made)}"
        made.append(dataclasses.replace(one, address=f"kopie/{len(made)}/", title=title, summary=other.summary, rest=other.rest))
    return made[:number]


def prepare(folder: Path, found: list[Document]) -> tuple[int, int]:
    """Put what the browser needs in a folder; the bytes that ours and the theme's have to fetch, packed."""
    shutil.copytree(ROOT / "docs/assets/search", folder / "search")
    toolbox = load(ROOT / "toolbox_data")
    synonyms = [(one.term, one.words) for one in toolbox["synonyms"]]
    phases = [[one.id, one.title, one.symbol.label] for one in toolbox["phases"]]
    (folder / "search/index.js").write_text(index_text(found, synonyms, phases), "utf-8")
    scripts = "".join(f'<script src="search/{name}.js"></script>' for name in (*FILES, "index"))
    (folder / "index.html").write_text(f"<!doctype html><meta charset=utf-8><link rel=icon href=data:,>{scripts}", "utf-8")
    theirs = Path(material.__file__).parent / "templates/assets/javascripts"
    shutil.copytree(theirs, folder / "theme")
    (worker,) = (folder / "theme/workers").glob("search.*.min.js")
    worker.rename(folder / "theme/workers/search.js")
    docs = [{"location": one.address, "title": one.title, "text": " ".join((one.summary, *one.shown, one.rest))} for one in found]
    config = {
        "lang": ["nl"],
        "separator": "[\\s\\-]+",
        "pipeline": ["stopWordFilter"],
        "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}},
    }
    (folder / "theme.json").write_text(json.dumps({"config": config, "docs": docs}), "utf-8")
    packed = lambda path: len(gzip.compress((folder / path).read_bytes(), 9))  # noqa: E731
    return sum(packed(f"search/{name}.js") for name in (*FILES, "worker", "index")), packed("theme.json") + packed(
        "theme/workers/search.js"
    )


def measure(number: int | None) -> None:
    """Print the row of one number of items (None: the real content)."""
    real = [*documents(load(ROOT / "toolbox_data")), *page_documents(ROOT / "docs")]
    found = copies(real, number) if number else real
    queries = {query: wanted for one in judged().values() for query, wanted in one.items()}
    with tempfile.TemporaryDirectory() as name:
        ours, theirs = prepare(Path(name), found)
        with served(Path(name)) as root, launched() as browser:
            page = browser.new_page()
            page.goto(root)
            for label, program, size in (("ours", OURS, ours), ("theme", THEME, theirs), ("ours, slow", SLOW, ours)):
                rate = 4 if program is SLOW else 1
                page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})
                result = page.evaluate(program.replace("MEASURE", MEASURE), list(queries))
                times = sorted(result["times"])
                hits = [[address in wanted for address in five] for five, wanted in zip(result["found"], queries.values(), strict=True)]
                first, five = (sum(bool(any(hit[:most])) for hit in hits) / len(hits) for most in (1, 5))
                print(
                    f"{len(found):>6} {label:<11} {size / 1000:>7.0f} {result['ready']:>8.0f} {times[len(times) // 2]:>7.1f}"
                    f" {times[int(len(times) * 0.95)]:>7.1f} {first:>8.2f} {five:>8.2f}"
                )


def main() -> None:
    """Measure the real content and each number that is asked for."""
    print(" items search       KB gzip ready ms p50 ms  p95 ms  first  first five")
    for number in (None, *(map(int, sys.argv[1:]) if sys.argv[1:] else (1000,))):
        measure(number)


if __name__ == "__main__":
    main()
