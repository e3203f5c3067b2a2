"""The lines of a head: which of them belong together, and what stands beside one another on one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.corpus.forms import ANY_SYMBOL, PRINTED_SYMBOL, Form, layout
from bot.corpus.forms.other_bodies import OTHER_FORMS, OWN_SYMBOL
from bot.corpus.lines import bare
from bot.corpus.others import Opened, Part, part_of
from bot.corpus.record import list_heading
from bot.importing.lines import Before, Line

_COLUMNS = re.compile(r"\s{3,}")
"""What sets apart what stands on one line of a head: the name of the body, and the symbol."""
_LAST = re.compile(r"\s+(?=\S+(?:\s\S+)?\s*$)")
_NUMBERED = re.compile(r"\D{3,40}\d{1,4}/\d{1,4}")
"""A word or two, and the number of a resolution."""
_NUMBER_ALONE = re.compile(r"\d{1,4}[.．]?")
"""The number of a text, far before its title."""
_SHORT_WORD = 4
"""Letters of the longest word that a name is broken behind: and, the, по."""
_GOES_ON = frozenset({Part.PLAIN, Part.TITLED, Part.NUMBERED})
"""What may go on in the next line."""
_WHOLE = frozenset({Part.SYMBOL, Part.SESSION, Part.ITEM})
"""What does not go on with a date or symbol that stands beside it."""


def columns_apart(lines: Sequence[Line], end: int, form: Form) -> tuple[Line, ...]:
    """The lines, with what stands beside one another in the head of another body on lines of their own; end: where the
    head does."""
    out: list[Line] = []
    for line in lines[:end]:
        whole = line.text.strip()
        pieces = _COLUMNS.split(whole)
        last = None if OTHER_FORMS[form.language].numbered.fullmatch(bare(whole)) else _LAST.search(whole)
        if len(pieces) == 1 and last and OWN_SYMBOL.fullmatch(whole[last.end() :]):
            pieces = [whole[: last.start()], whole[last.end() :]]
        if len(pieces) < 2 or _NUMBER_ALONE.fullmatch(pieces[0]):
            out.append(line)
            continue
        out += [replace(line, text=piece, before=Before.SPACE if i else line.before) for i, piece in enumerate(pieces)]
    return (*out, *lines[end:])


def begins_in_head(before: str, last: Line, line: Line, form: Form, other: Opened | None) -> bool:
    """Whether a line of the head begins a piece of its own. before: the piece so far; last: its last line; other: how
    the text is opened, where it is of another body."""
    text = bare(line.text.strip())
    if other:
        parts = part_of(bare(before.strip()), form, other.name), part_of(text, form, other.name)
        if _begins_whole(text, *parts):
            return True
        if line.before is Before.NOTHING and parts[0] is not Part.DATE and _goes_on(before, text, form):
            return False
        if parts[0] is Part.NUMBERED and bare(before.strip())[-1:].isdigit():
            return True
        return line.before is Before.SPACE or parts[0] not in _GOES_ON or parts[1] is not Part.PLAIN
    if layout.HEAD_NUMBER.fullmatch(before.strip()):
        # The number of the resolution alone: its title stands on the next line.
        return False
    numbered = OTHER_FORMS[form.language].numbered
    if all(pattern.fullmatch(bare(before.strip())) for pattern in (_NUMBERED, numbered)):
        return True
    joined = bare(f"{before.strip()}{'' if form.joins else ' '}{line.text.strip()}")
    of_organ = layout.ORGAN_LINE.fullmatch(before.strip())
    # Assemblée générale, Soixante-dixième session: two lines, though together they look like the second.
    apart = form.session.fullmatch(bare(before)) or (of_organ and form.session.fullmatch(text))
    if len(joined) <= layout.LONGEST_FURNITURE and is_head_line(joined, form) and not apart:
        return False
    dated = form.date.fullmatch(text)
    listed = layout.HEAD_NUMBER.match(text) or text.startswith("[") or layout.ORGAN_LINE.fullmatch(text)
    # In a volume, the lists of the voters stand above the number.
    listed = listed or list_heading(form).match(text)
    started = line.before is Before.SPACE or bool((form.head_start.match(text) or listed) and not dated)
    return started or is_head_line(bare(last.text.strip()), form)


def _begins_whole(text: str, before: Part, part: Part) -> bool:
    """Whether a line of the head is one by itself, whatever word the one before it ends with."""
    beside = before in _WHOLE and part in (Part.DATE, Part.SYMBOL)
    return beside or (part is Part.ITEM and not text[:1].islower())


def _goes_on(before: str, text: str, form: Form) -> bool:
    """Whether a line goes on with the one before it, by its first letter or by the last word of that one."""
    last = (before.split() or [""])[-1]
    return not form.joins and (text[:1].islower() or (last.islower() and len(last) <= _SHORT_WORD))


def is_head_line(text: str, form: Form) -> bool:
    """Whether that is a whole line of the head."""
    council = (form.council_number, form.council_dated, form.council_dated_number)
    patterns = (form.session, form.session_dates, form.agenda_item, *council, form.date, form.masthead_date)
    wholly = (*patterns, *form.adopted_by.values(), form.council_adopted, ANY_SYMBOL, PRINTED_SYMBOL)
    return any(p.fullmatch(text) for p in wholly) or bool(layout.ORGAN_LINE.fullmatch(text))
