"""Data and questions → a finished PDF. What was made before in this process is not made again."""

from __future__ import annotations

import io
import json
from functools import lru_cache
from typing import Any

import pikepdf

from macros.sheets.pdf.form_fields import add_fields
from macros.sheets.pdf.structure import add_row_headers
from macros.sheets.pdf.typesetting import typeset
from macros.sheets.questions import Question


def make(template: str, data: dict[str, Any], questions: tuple[Question, ...] = (), text_size: float = 10) -> bytes:
    """The PDF of a template and its data. With questions it can be filled in; typed text is `text_size` points high."""
    return _make(template, json.dumps(data, ensure_ascii=False, sort_keys=True), questions, text_size)


@lru_cache(maxsize=512)
def _make(template: str, data: str, questions: tuple[Question, ...], text_size: float) -> bytes:
    """The key is all that goes in: a live rebuild makes only what changed."""
    with pikepdf.open(io.BytesIO(typeset(template, data))) as pdf:
        add_row_headers(pdf)
        if questions:
            add_fields(pdf, questions, text_size)
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
