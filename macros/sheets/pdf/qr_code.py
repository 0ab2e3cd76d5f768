"""The QR code of an address, as rows of dark stretches for a template to draw."""

from __future__ import annotations

import segno


def stretches(address: str) -> list[list[list[int]]]:
    """For each row of the code its dark stretches, as [first module, number of modules]. Error level M or better."""
    rows: list[list[list[int]]] = []
    for line in segno.make(address, error="m", micro=False).matrix:
        row: list[list[int]] = []
        for place, dark in enumerate(line):
            if dark and row and sum(row[-1]) == place:
                row[-1][1] += 1
            elif dark:
                row.append([place, 1])
        rows.append(row)
    return rows
