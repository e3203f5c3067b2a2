"""What is set around the paragraphs of a text: an opening line that the first of them stands on too (The Security
Council, Recalling its resolutions), and the quotation marks of a text that somebody reads out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.corpus.forms import Form
from bot.corpus.forms.other_bodies import OTHER_FORMS
from bot.corpus.heads import QUOTES, opening
from bot.corpus.lines import bare
from bot.importing.lines import Before, LeftOut, Line

_WITHIN = 60
"""Within how many lines the text must begin."""
_QUOTES = (("“", "”"), ("«", "»"), ("„", "“"), ('"', '"'))
_STOP = re.compile(r"[,،，:：]\s*")


def opening_apart(lines: Sequence[Line], form: Form) -> tuple[Line, ...]:
    """The lines, with the one that opens the preamble on its own where the first paragraph follows on it."""
    texts = [bare(line.text.strip()) for line in lines[:_WITHIN]]
    alone = next((i for i, text in enumerate(texts) if _opens(text, form)), len(texts))
    for known in (True, False):
        for i, text in enumerate(texts[:alone]):
            if end := _end(lines[i].text, text, form, known=known):
                whole = lines[i].text
                first = replace(lines[i], text=whole[:end].rstrip())
                rest = replace(lines[i], text=whole[end:], before=Before.PARAGRAPH)
                return (*lines[:i], first, rest, *lines[i + 1 :])
    return tuple(lines)


def _opens(text: str, form: Form) -> bool:
    plain = text.lstrip(QUOTES)
    return plain not in form.names.values() and opening(plain, form.openings) is not None


def _end(whole: str, text: str, form: Form, *, known: bool) -> int:
    """Where the opening line ends on a line; 0 where none stands before a paragraph there. known: it is that of one of
    the four bodies with forms of their own."""
    if form.recites(text.lstrip(QUOTES)):
        return 0
    for stop in _STOP.finditer(whole):
        before, rest = bare(whole[: stop.end()].strip()).lstrip(QUOTES), whole[stop.end() :]
        begins = form.recites(rest) or form.recites(rest[:1].upper() + rest[1:])
        if known and not (begins and opening(before, form.openings)):
            return 0
        own = OTHER_FORMS[form.language]
        if begins and (known or (own.opening.fullmatch(before) and own.speakers.search(before))):
            return stop.end()
    return 0


def unquoted(lines: Sequence[Line], at: int) -> tuple[tuple[Line, ...], tuple[LeftOut, ...]]:
    """The lines, without the quotation marks before each paragraph and behind the last one of a text that is quoted as
    a whole, as the statements of a President are; and these. at: where the text is opened."""
    marks = next(((a, b) for a, b in _QUOTES if lines[at].text.lstrip().startswith(a)), None)
    if marks is None or not any(line.text.lstrip().startswith(marks[0]) for line in lines[at + 1 :]):
        return tuple(lines), ()
    out, left = list(lines[:at]), []
    for line in lines[at:]:
        text = line.text.strip()
        head = text.startswith(marks[0]) and (_is_open(text, *marks) or _is_whole(text, *marks))
        tail = text.endswith(marks[1]) and (_is_open(text, marks[1], marks[0]) or _is_whole(text, *marks))
        off = (mark for mark, is_off in zip(marks, (head, tail), strict=True) if is_off)
        left += [LeftOut(mark, "quotation mark", line.place) for mark in off]
        kept = text[len(marks[0]) if head else 0 : -len(marks[1]) if tail else None].strip()
        out.append(replace(line, text=kept) if head or tail else line)
    return tuple(out), tuple(left)


def _is_open(text: str, begins: str, ends: str) -> bool:
    """Whether a line has a mark that none closes on it."""
    return text.count(begins) % 2 == 1 if begins == ends else text.count(begins) > text.count(ends)


def _is_whole(text: str, begins: str, ends: str) -> bool:
    """Whether a line is quoted from its first sign to the last one, as a paragraph alone is."""
    within = text[len(begins) : -len(ends)]
    return text.startswith(begins) and text.endswith(ends) and ends not in within
