"""Data and questions → a finished PDF. What was made before is not made again."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pikepdf

from macros.file_cache import cached, fingerprint
from macros.sheets.pdf.form_fields import add_fields
from macros.sheets.pdf.structure import add_row_headers
from macros.sheets.pdf.typesetting import typeset
from macros.sheets.questions import Question

Finish = Callable[[pikepdf.Pdf], None]


def make(
    template: str, data: dict[str, Any], questions: tuple[Question, ...] = (), text_size: float = 10, finish: Finish | None = None
) -> bytes:
    """The PDF of a template and its data. With questions it can be filled in; typed text is `text_size` points high.

    `finish` may change the typeset PDF. It belongs to the template: one template always has the same.
    """
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    key = (_tools(), template, text, repr(questions), str(text_size))
    return cached(key, lambda: _make(template, text, questions, text_size, finish))


def _make(template: str, data: str, questions: tuple[Question, ...], text_size: float, finish: Finish | None) -> bytes:
    with pikepdf.open(io.BytesIO(typeset(template, data))) as pdf:
        add_row_headers(pdf)
        if questions:
            add_fields(pdf, questions, text_size)
        if finish:
            finish(pdf)
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            recompress_flate=True,
            linearize=False,
        )
        return out.getvalue()


@cache
def _tools() -> str:
    """What beside the data decides the bytes: our own code and templates, the fonts, the libraries."""
    code = Path(__file__).parent
    templates, fonts = code.parents[1] / "templates" / "typst", code.parents[1] / "fonts"
    libraries = " ".join(f"{name} {version(name)}" for name in ("typst", "pikepdf", "fonttools"))
    return f"{fingerprint(code, templates, fonts)} {libraries}"
