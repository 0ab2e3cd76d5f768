"""How long a key takes in a scan of thirty people on a slow computer: the processor is held back four times.

    python benchmarks/scan.py SITE          four times slower
    python benchmarks/scan.py SITE 6        another factor

SITE is a built site. Each key changes an answer, so that the outcome is computed and drawn anew, and goes on to the next statement. It is
timed until its handlers are done and the page is laid out. The keys follow each other without a rest; what is drawn after a rest of
300 ms (the codes and the QR code) is timed apart. Nothing here is a test: a machine has its moods, and a busy one has many.
"""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]  # for what the tests have already: a browser

KEYS = 200
FILL = """() => {
  const { group, data, answers } = toolboxScan;
  const person = (who) => answers.person(data.statements.map((_, place) => 1 + (place * 7 + who * (place % 4 + 1)) % 5));
  group.put({ people: Array.from({ length: 30 }, (_, who) => person(who)) });
}"""
TYPE = """(keys) => {
  const [first] = document.querySelectorAll(".tb-scan .tb-scale-row input");
  return Array.from({ length: keys }, (_, number) => {
    if (number % 20 === 0) first.focus();
    document.body.getBoundingClientRect();
    const started = performance.now();
    const key = "15342"[(number + Math.floor(number / 20)) % 5];
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    document.body.getBoundingClientRect(); // style and layout count as well
    return performance.now() - started;
  });
}"""
REST = "(() => { const started = performance.now(); toolboxScan.paper.draw(); return performance.now() - started; })()"


def main(site: str, factor: float) -> None:
    """Print the median, the 95th percentile and the worst."""
    from conftest import launched

    with launched() as browser:
        page = browser.new_page()
        page.goto((Path(site) / "scan" / "index.html").resolve().as_uri())
        page.evaluate(FILL)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": factor})
        times: list[float] = page.evaluate(TYPE, KEYS)
        rest: float = page.evaluate(REST)
    print(f"30 people, {len(times)} keys, processor {factor:g} times slower; ms a key, layout included")
    print(f"median {statistics.median(times):.1f}   p95 {statistics.quantiles(times, n=20)[-1]:.1f}   worst {max(times):.1f}")
    print(f"codes and QR code, after a rest: {rest:.0f} ms")


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 4)
