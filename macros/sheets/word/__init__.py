"""A worksheet as a Word file, to fill in on a screen, to print, or to change."""

from macros.sheets.word.document import sheet_docx

__all__ = ["sheet_docx"]
