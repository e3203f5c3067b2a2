"""Lists of voters that are set in columns, a name a cell, with nothing else between the names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.corpus.forms import Form
from bot.corpus.lines import bare
from bot.corpus.record import list_heading
from bot.importing.lines import Before, Line

_GAP = "   "
"""What sets columns apart, at least."""
_CLOSES = ("]", "］")
"""What closes a record in brackets."""


def voters_apart(lines: Sequence[Line], form: Form) -> list[Line]:
    """The lines, with each name on one of its own where the lists of voters stand in columns."""
    listed = list(_listed(lines, form))
    rows = [i for i in listed if len(_cells(lines[i])) > 1 or (i - 1 in listed and _beside(lines[i - 1], lines[i]))]
    if not rows or any(form.separator in lines[i].text for i in listed):
        return list(lines)
    apart = frozenset(listed)
    return [cell for i, line in enumerate(lines) for cell in (_split(line) if i in apart else (line,))]


def _listed(lines: Sequence[Line], form: Form) -> Iterator[int]:
    """The positions of the lines below the headings of lists, up to the end of the record."""
    inside = False
    for i, line in enumerate(lines):
        text = bare(line.text.strip())
        if list_heading(form).fullmatch(text):
            inside = True
        elif inside and form.annex.fullmatch(text):
            return
        elif inside:
            yield i
            if text.rstrip(". ").endswith(_CLOSES):
                return


def _cells(line: Line) -> list[str]:
    return [cell.strip() for cell in line.text.split(_GAP) if cell.strip()]


def _beside(last: Line, line: Line) -> bool:
    """Whether a line stands beside the one before it."""
    return line.plain and (last.page, last.number) == (line.page, line.number)


def _split(line: Line) -> Iterator[Line]:
    for text in _cells(line):
        yield replace(line, text=text, before=Before.PARAGRAPH)
