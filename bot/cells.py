"""Cells of a CSV file that no spreadsheet runs."""

from __future__ import annotations

_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that Excel, LibreOffice and Google Sheets take for a formula."""


def harmless(cell: object) -> str:
    """A cell's text; where a spreadsheet would run it (``=1+1``) with an apostrophe before it, which makes it text."""
    text = str(cell)
    return f"'{text}" if text.startswith(_STARTS) else text
