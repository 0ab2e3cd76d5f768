"""What the search of a built site answers, for a judge who has queries of their own.

    .venv/bin/python benchmarks/search_answers.py SITE QUERIES.yml > answers.json

QUERIES.yml has a list `queries` of {id, q}; the answer is {id: [addresses, best first]}, from the real worker in a real Chromium.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import yaml

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent.parent / "tests")]

from conftest import launched  # noqa: E402
from serving import served  # noqa: E402
from test_search import wake  # noqa: E402


def main(site: str, queries: str) -> None:
    """Print the answers as JSON."""
    asked = yaml.safe_load(Path(queries).read_text(encoding="utf-8"))["queries"]
    with served(Path(site)) as root, launched() as browser:
        page = browser.new_page()
        page.goto(root)
        wake(page)
        answers = {
            one["id"]: page.evaluate("(query) => toolboxSearch.ask(query, { limit: 0 })", one["q"])["addresses"][:20] for one in asked
        }
    print(json.dumps(answers, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main(*sys.argv[1:])
