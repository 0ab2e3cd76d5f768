"""How long a key takes in a worksheet of 60 fields on a slow computer: the processor is held back four times.

    python benchmarks/typing_speed.py          four times slower
    python benchmarks/typing_speed.py 6        another factor

Each key is timed from the moment the browser had it until its handlers were done, and until the text was on the screen
(which waits for the next frame, 16.7 ms at 60 a second). The same keys go into the same page without our scripts: what the
form itself costs is the difference. Nothing here is a test: a machine has its moods. Compare the lines of one run.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]  # for what the tests have already: a project, a browser

FIELDS, KEYS = 60, 200
SHEET = "toolbox_data/worksheets/blad.yml"
TIMER = """() => {
  window.times = [];
  addEventListener("keydown", (key) => {
    const channel = new MessageChannel();
    addEventListener("input", () => { channel.port2.postMessage(0); }, { once: true });
    channel.port1.onmessage = () => {
      const handled = performance.now() - key.timeStamp;
      requestAnimationFrame(() => setTimeout(() => times.push([handled, performance.now() - key.timeStamp])));
    };
  }, { capture: true });
}"""


def long_sheet(folder: Path) -> Path:
    """The sample site, with a worksheet of 60 text fields; the address of its page on disk."""
    from conftest import make_project, mkdocs

    project = make_project(folder / "project")
    file = project / SHEET
    head, tail = file.read_text("utf-8").split("      - id: uren\n")
    more = "".join(f"      - id: veld-{number}\n        type: text\n        label: Vraag {number}\n" for number in range(FIELDS - 1))
    file.write_text(f"{head}{more}      - id: uren\n{tail}", "utf-8")
    built = mkdocs(project, "build", "--strict")
    if built.returncode:
        sys.exit(built.stdout + built.stderr)
    return project / "site" / "werkbladen" / "blad" / "index.html"


def measure(browser: Browser, page_file: Path, factor: float, with_scripts: bool) -> list[list[float]]:
    """[handled, on the screen] in ms, for each key."""
    page = browser.new_page()
    if not with_scripts:
        page.route("**/assets/forms/*.js", lambda route: route.abort())
    page.goto(page_file.as_uri())
    for place, field in enumerate(page.locator(".tb-part textarea").all()):
        field.fill(f"Antwoord {place}. " * 20)
    page.evaluate(TIMER)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": factor})
    page.locator('[name="tevreden"]').focus()
    for number in range(KEYS):
        page.keyboard.press("abcdefghij"[number % 10])
        page.wait_for_function("number => times.length > number", arg=number)
    times: list[list[float]] = page.evaluate("times")
    page.close()
    return times


def main(factor: float) -> None:
    """Print median and 95th percentile, with and without our scripts."""
    from install_chromium import find

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = long_sheet(Path(folder))
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox", "--disable-gpu"])
        print(f"{FIELDS} fields, {KEYS} keys, processor {factor:g} times slower; ms a key")
        print(f"{'':18} {'handled':^19} {'on the screen':^19}\n{'':18} {'median':>9} {'p95':>9} {'median':>9} {'p95':>9}")
        for name, with_scripts in (("with the form", True), ("without scripts", False)):
            columns = zip(*measure(browser, page_file, factor, with_scripts), strict=True)
            cells = [value for column in columns for value in (statistics.median(column), statistics.quantiles(column, n=20)[-1])]
            print(f"{name:18} " + " ".join(f"{value:9.1f}" for value in cells), flush=True)
        browser.close()


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 4)
