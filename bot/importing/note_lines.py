"""Which lines are footnotes, once their marks are raised."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from bot.corpus.forms import OPERATIVE, Form
from bot.corpus.labels import LABEL
from bot.corpus.lines import bare
from bot.corpus.record import list_heading
from bot.corpus.told import is_told
from bot.importing.lines import Before, Line, LineKind

UNWRAPPED = 200
"""In columns: plain text with a line longer than this has a line for each paragraph."""
MARK = re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?![⁰¹²³⁴⁵⁶⁷⁸⁹])\s*(?=\S)")
"""The raised mark that a note begins with."""
ASTERISK = re.compile(r"(?!\*{1,2}[^*\s].*\*)(\*{1,3})\s*(?=[^*\s])")
"""An asterisk that marks a note, not one that sets words off."""


def begins_foot(text: str, form: Form) -> bool:
    """Whether a line begins the foot: the date, the meeting, the record of the vote."""
    plain = bare(text.strip())
    return (
        text.startswith("[")
        or any(p.fullmatch(plain) for p in (form.date, form.meeting, *form.tallies))
        or bool(form.record_start.match(plain))
        or is_told(plain, form)
    )


def usual_size(lines: tuple[Line, ...]) -> float:
    """The size that most letters have; 0 where it is not known."""
    usual = Counter[float]()
    for line in lines:
        usual[line.size] += len(line.text)
    return usual.most_common(1)[0][0] if usual else 0.0


def notes_in(lines: tuple[Line, ...], dropped: dict[int, str], form: Form) -> tuple[set[int], list[list[Line]]]:
    """The positions of the lines of footnotes, and the notes; their marks are raised."""
    taken: set[int] = set()
    notes: list[list[Line]] = []
    size = usual_size(lines)
    for positions in _by_page(lines):
        ruled, going = False, False
        for i in positions:
            line = lines[i]
            ruled = ruled or dropped.get(i) == "rule"
            small = 0 < line.size < size - 0.4
            going = going and (line.before is not Before.SPACE if line.plain else small or ruled or not size)
            if i in dropped:
                going = going and not line.plain
                continue
            marked = _marked(line)
            # A note that goes on at the foot of the next page, below the rule there, has no mark.
            torn = line.plain and dropped.get(i - 1) == "rule" and bool(notes)
            torn = torn and not (begins_foot(line.text.strip(), form) or _ends_note(notes, line, form))
            going = going and not _ends_note(notes, line, form)
            if marked:
                notes.append([marked])
                going = True
            elif going or torn or (ruled and small and notes and not line.plain):
                notes[-1].append(line)
                going = True
            else:
                going = False
                continue
            taken.add(i)
    return taken, notes


def _by_page(lines: tuple[Line, ...]) -> Iterator[list[int]]:
    pages: dict[tuple[int, bool], list[int]] = {}
    for i, line in enumerate(lines):
        pages.setdefault((line.page, line.kind is LineKind.NOTE), []).append(i)
    yield from pages.values()


def _marked(line: Line) -> Line | None:
    """The line, if a footnote begins with it: with one space behind its mark."""
    found = MARK.match(line.text) or ASTERISK.match(line.text)
    return replace(line, text=f"{found[1]} {line.text[found.end() :]}") if found else None


def _ends_note(notes: list[list[Line]], line: Line, form: Form) -> bool:
    """Whether a line of plain text can't go on the last note, because that has ended or this begins something else."""
    if not line.plain:
        return line.kind is LineKind.BODY and line.before is Before.PARAGRAPH
    last = notes[-1][-1]
    begins = OPERATIVE.match(line.text) or list_heading(form).match(line.text.strip()) or LABEL.match(line.text)
    return bool(begins) or last.right > UNWRAPPED or bool(re.search(r"[.。]\s*$", last.text))
