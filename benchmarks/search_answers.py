"""What the search of a built site answers, for a judge who has queries of their own.

    .venv/bin/python benchmarks/search_answers.py SITE QUERIES.yml > answers.json

QUERIES.yml has a list `queries` of {id, q}; the answer is {id: [addresses, best first]}, from the real worker in a real Chromium.
"""

from __future__ import annotations

import http.server
import json
import sys
import threading
from functools import partial
from pathlib import Path

import yaml

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent.parent / "tests")]

from conftest import QuietHandler, launched  # noqa: E402
from test_search import wake  # noqa: E402


def main(site: str, queries: str) -> None:
    """Print the answers as JSON."""
    asked = yaml.safe_load(Path(queries).read_text(encoding="utf-8"))["queries"]
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=site)) as server, launched() as browser:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/")
        wake(page)
        answers = {
            one["id"]: page.evaluate("(query) => toolboxSearch.ask(query, { limit: 0 })", one["q"])["addresses"][:20] for one in asked
        }
        server.shutdown()
    print(json.dumps(answers, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main(*sys.argv[1:])
