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
_SHIFT = 3
"""How many columns farther in or out a name may go on below."""
_SHORT_WORD = 4
"""Letters of the longest word that a name is broken behind: of, de."""
_CLOSES = ("]", "］")
"""What closes a record in brackets."""


def voters_apart(lines: Sequence[Line], form: Form) -> list[Line]:
    """The lines, with each name on one of its own where the lists of voters stand in columns."""
    listed = list(_listed(lines, form))
    rows = [i for i in listed if len(_cells(lines[i])) > 1 or (i - 1 in listed and _beside(lines[i - 1], lines[i]))]
    if not rows or any(form.separator in lines[i].text for i in listed):
        return list(lines)
    apart = frozenset(listed)
    out: list[Line] = []
    for i, line in enumerate(lines):
        for cell in _split(line) if i in apart else (line,):
            above = _above(cell, out) if i in apart and i - 1 in apart else None
            if above is None:
                out.append(cell)
            else:
                space = "" if form.joins else " "
                out[above] = replace(out[above], text=f"{out[above].text}{space}{cell.text}", number=cell.number)
    return out


def _above(cell: Line, cells: Sequence[Line]) -> int | None:
    """The position of the cell that goes on in that one: the one above it in its column, which is not whole."""
    for at in range(len(cells) - 1, -1, -1):
        last = cells[at]
        if (last.page, last.number) < (cell.page, cell.number - 1) or not last.plain:
            return None
        if last.number == cell.number - 1 and abs(last.left - cell.left) <= _SHIFT:
            return at if _is_broken(last.text, cell.text) else None
    return None


def _is_broken(text: str, following: str) -> bool:
    """Whether a name goes on in the cell below: a bracket is open, or a small word stands at the break."""
    last = text.split()[-1]
    small = following[:1].islower() or (last.islower() and len(last) <= _SHORT_WORD)
    return text.count("(") > text.count(")") or small


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
    at = 0
    for text in _cells(line):
        at = line.text.index(text, at)
        yield replace(line, text=text, before=Before.PARAGRAPH, left=line.left + at)
        at += len(text)
