"""How long the paper takes: CPU milliseconds and size of every PDF of the real worksheets and methods.

    .venv/bin/python benchmarks/sheets.py

Each file is made from nothing (the cache is new), in one process, as the build does. Nothing here is a test: a machine has
its moods. Compare the lines of one run.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from paper_files import paper_files  # noqa: E402

from macros.load import load  # noqa: E402


def main() -> None:
    """Print a line for each file, and what they take together by kind."""
    toolbox = load(ROOT / "toolbox_data")
    sums: dict[str, list[float]] = {}
    files, before = paper_files(toolbox), time.process_time()
    while (file := next(files, None)) is not None:
        now = time.process_time()
        spent, size, kind = (now - before) * 1000, len(file.data) / 1024, file.name.rpartition("-")[2]
        print(f"{file.name:45} {spent:7.0f} ms {size:6.0f} KB")
        for name in (kind, "all"):
            total = sums.setdefault(name, [0, 0, 0])
            total[0], total[1], total[2] = total[0] + 1, total[1] + spent, total[2] + size
        before = time.process_time()
    for name, (number, spent, size) in sums.items():
        print(f"{name:10} {number:4.0f} files {spent / 1000:6.1f} s {spent / number:6.0f} ms each {size / 1024:6.1f} MB")


if __name__ == "__main__":
    main()
