"""What is made of the parts of a body once their lines are read: where its paragraphs end, what leads into them, and
their ids where there are several parts with numbers of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from bot.corpus.forms import OPERATIVE, Form
from bot.corpus.lines import Cursor, TextLine, raised
from bot.corpus.marks import mark_at_end
from bot.corpus.paragraphs import ending
from bot.doubts import DoubtKind
from bot.resolution import DocumentKind, Heading, Paragraph, Part, Passage

LONGEST_HEADING = 150
"""Characters of the longest line that is taken for a heading."""
_MOST_HEADINGS = 6
"""How many headings may stand one below the other."""
_FEW_WORDS = 3
"""Words of a line that is a heading though it begins as a paragraph does: Reporting, Designation criteria."""
_FEW_CHARACTERS = 8
"""The same for Chinese."""
_NUMBER_ALONE = 5
"""Characters of the longest number of a part that stands alone, with its stop: VIII."""
BULLET = re.compile(r"[•●▪·*–—-]\s+\S|[“\"«„]")
"""What begins a line of its own within a paragraph: a bullet, a dash, a quotation."""
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(slots=True)
class Segment:
    """A part of the body with numbers of its own."""

    preamble: list[Paragraph] = field(default_factory=list)
    operative: list[Paragraph] = field(default_factory=list)
    headings: list[tuple[Passage, Part, int]] = field(default_factory=list)
    """Each with the paragraph that it stands before: its part, and its number."""
    lasts: dict[str, TextLine] = field(default_factory=dict)
    """By the id of a paragraph, the last line that it stands on."""


def part_by_verbs(segment: Segment, cursor: Cursor) -> None:
    """Move the operative part out of the preamble: from the first paragraph on that begins as one, or else that
    ends a sentence."""
    form, preamble = cursor.form, segment.preamble
    plain = [re.sub(r"^\W+", "", p.text) for p in preamble]
    verbs = (i for i, text in enumerate(plain) if form.acts(text) and not form.recites(text))
    ends = [i for i, p in enumerate(preamble) if ending(p.text) in form.ends["last"]]
    last = len(preamble) - 1
    by_verb = next((i for i in verbs if form.language == "en" or _acts_from(plain, i, form)), None)
    own = next((i for i in ends if not form.recites(plain[i])), None)
    first = by_verb if by_verb is not None else own if own is not None else (ends[0] if ends else None)
    if first is None:
        found = cursor.peek()
        what = f"{Part.PREAMBLE}{last + 2} or operative paragraph 1, “1. …”"
        raise cursor.fail(found, f"expected {what}, found “{found.text[:40]}”" if found else what)
    if by_verb is None and form.recites(plain[first]):
        line = segment.lasts[preamble[first].id]
        cursor.doubt(
            DoubtKind.SPLIT,
            line,
            f"{preamble[first].id} ends a sentence, and begins as a preambular paragraph",
            f"{Part.OPERATIVE}1",
        )
    moved = [replace(p, part=Part.OPERATIVE, number=n) for n, p in enumerate(preamble[first:], 1)]
    subs = [tuple(replace(s, id=f"{p.id}({s.label.replace('.', ')(')})") for s in p.subparagraphs) for p in moved]
    for old, new in zip(preamble[first:], moved, strict=True):
        segment.lasts[new.id] = segment.lasts[old.id]
    segment.headings = [
        (h, part, n) if n <= first else (h, Part.OPERATIVE, n - first)
        for h, part, n in segment.headings
        if part is Part.PREAMBLE or n <= len(moved)
    ]
    segment.operative = [replace(p, subparagraphs=s) for p, s in zip(moved, subs, strict=True)]
    del preamble[first:]


def _acts_from(texts: list[str], at: int, form: Form) -> bool:
    """Whether all paragraphs from there on begin as operative ones do, none before does, and the first of all begins as
    preambular ones do."""
    acting = [bool(form.acts(text) and not form.recites(text)) for text in texts]
    return bool(at and form.recites(texts[0])) and not any(acting[:at]) and all(acting[at:])


def lead_in(segment: Segment, cursor: Cursor) -> None:
    """Make a heading of the words that lead into numbered paragraphs: Resolves that:."""
    if not segment.operative or not segment.preamble:
        return
    last = segment.preamble[-1]
    leads = (
        ending(last.text) in ":："
        and cursor.form.acts(last.text)
        and not cursor.form.recites(last.text)
    )
    if leads and not last.subparagraphs and len(last.text) <= LONGEST_HEADING:
        line = segment.lasts[last.id]
        cursor.doubt(DoubtKind.SPLIT, line, f"“{last.text}” leads into the operative part", "a heading")
        segment.headings.append((Passage(last.text, last.spans), Part.OPERATIVE, segment.operative[0].number))
        segment.preamble.pop()


def check_ends(segment: Segment, cursor: Cursor, kind: DocumentKind, *, at_end: bool) -> None:
    """Doubt paragraphs that end as those of their part do not."""
    form, headed = cursor.form, {(part, number) for _, part, number in segment.headings}
    for paragraphs in (segment.preamble, segment.operative):
        for i, paragraph in enumerate(paragraphs):
            ends = form.ends[paragraph.part]
            last = paragraph.part is Part.OPERATIVE and i + 1 == len(paragraphs)
            before_heading = paragraph.part is Part.OPERATIVE and (Part.OPERATIVE, paragraph.number + 1) in headed
            in_statement = paragraph.part is Part.PREAMBLE and kind is not DocumentKind.RESOLUTION
            if last and at_end:
                ends = form.ends["last"]
            elif last or before_heading or in_statement:
                ends += form.ends["last"]
            end = ending(paragraph.text)
            _doubt_mark(cursor, paragraph, segment.lasts[paragraph.id])
            if end not in ends:
                _doubt_end(cursor, paragraph, end, ends, segment.lasts[paragraph.id])


def _doubt_mark(cursor: Cursor, paragraph: Paragraph, line: TextLine) -> None:
    """Doubt plain figures at the end of a paragraph that are a mark, but of no note."""
    mark = mark_at_end(paragraph.text)
    if mark and not any(note.text.startswith(raised(mark)) for note in cursor.notes):
        cursor.doubt(
            DoubtKind.NOTE, line, f"{paragraph.id} ends with {mark}", "a footnote’s mark, of which there is no note"
        )


def _doubt_end(cursor: Cursor, paragraph: Paragraph, end: str, ends: str, line: TextLine) -> None:
    expected = " or ".join(f"“{c}”" for c in ends)
    asked = (
        f"is it a footnote’s mark? one is raised, as “{raised(end)}”"
        if end.isascii() and end.isdigit()
        else "is a line missing?"
    )
    kind = DoubtKind.NOTE if end.isascii() and end.isdigit() else DoubtKind.ENDING
    cursor.doubt(
        kind, line, f"{paragraph.id} ends with “{end}”, not with {expected} ({asked})", "the paragraph ends here"
    )


def joined(
    segments: Sequence[Segment], cursor: Cursor
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...], tuple[Heading, ...]]:
    """All segments; where there are several, the ids of their paragraphs say in which one they stand."""
    several = len(segments) > 1
    preamble: list[Paragraph] = []
    operative: list[Paragraph] = []
    headings: list[Heading] = []
    for segment, chapter in zip(segments, _chapters(segments, cursor) if several else [""], strict=True):
        for paragraphs, out in ((segment.preamble, preamble), (segment.operative, operative)):
            out += [_within(p, chapter) for p in paragraphs]
        for passage, part, number in segment.headings:
            headings.append(Heading(passage.text, passage.spans, f"{part}{chapter + '.' if chapter else ''}{number}"))
    return tuple(preamble), tuple(operative), tuple(headings)


def _chapters(segments: Sequence[Segment], cursor: Cursor) -> list[str]:
    """What the parts are called: by the numbers in their headings, where these are letters or Roman ones, else by
    letters."""
    printed: list[str | None] = []
    for segment in segments:
        found = (cursor.form.chapter.fullmatch(" ".join(passage.text.split())) for passage, _, _ in segment.headings)
        printed.append(next((f["number"] for f in found if f and f["number"].isascii()), None))
    roman = any(name and len(name) > 1 for name in printed)
    names: list[str] = []
    for index, name in enumerate(printed):
        own = name or (_ROMAN[index] if roman and index < len(_ROMAN) else chr(ord("A") + index % 26))
        names.append(own if own not in names else f"{own}{index + 1}")
    return names


def _within(paragraph: Paragraph, chapter: str) -> Paragraph:
    """A paragraph with its sub-paragraphs, in that part of the text."""
    if not chapter:
        return paragraph
    moved = replace(paragraph, chapter=chapter)
    subs = tuple(replace(s, id=moved.id + s.id.removeprefix(paragraph.id)) for s in paragraph.subparagraphs)
    return replace(moved, subparagraphs=subs)


_COLUMNS = re.compile(r"\S(?:\t| {3,}|\s*[|│┃]\s*)\S|[-=─━_]{4,}|[+┌└├].*[+┐┘┤]|^[|│┃]|[|│┃]$")
_FIGURES = re.compile(r"\d[\d.,%]*")
_A_ROW = 2
"""The least figures of a row that has no words beside them."""
_AFTER_NUMBER = (".", ")", "．", "、")
"""What the number of a heading ends with."""


def tabular(text: str) -> bool:
    """Whether a line may be of a table or a box: columns with wide gaps or rules between them, or figures alone."""
    # Behind the number of a heading, a wide gap is none between columns.
    first, _, behind = text.strip().partition(" ")
    columns = _COLUMNS.search(behind if first.endswith(_AFTER_NUMBER) else text)
    words = text.split()
    return bool(columns) or (len(words) >= _A_ROW and all(map(_FIGURES.fullmatch, words)))


def headings_in(ahead: Callable[[int], TextLine | None], form: Form, marks: str, due: int) -> int:
    """How many lines are headings from here on: short ones that end as no paragraph does, before one that begins.

    ahead: the next line of the body, or one further on; marks: what paragraphs of that form end with; due: the number
    of the operative paragraph that comes next. Right before that one none is missing, and a heading may begin as
    paragraphs do.
    """
    count = _count(ahead, form, marks, any_words=True)
    below = ahead(count)
    number = OPERATIVE.match(below.text) if count and below else None
    if number and int(number[1]) == due:
        return count
    count = _count(ahead, form, marks)
    below = ahead(count)
    if not count or below is None:
        return 0
    begins = OPERATIVE.match(below.text) or form.recites(below.bare) or form.acts(below.bare)
    return count if begins else 0


def _count(ahead: Callable[[int], TextLine | None], form: Form, marks: str, *, any_words: bool = False) -> int:
    """How many of the next lines may be headings."""
    count = 0
    while count < _MOST_HEADINGS and (line := ahead(count)) and _may_be_heading(line, form, marks, any_words=any_words):
        count += 1
    return count


def _may_be_heading(line: TextLine, form: Form, marks: str, *, any_words: bool) -> bool:
    """Whether a line is short and ends as no paragraph does; any_words: though it begins as one."""
    number = OPERATIVE.match(line.text)
    words = re.search(r"\w", line.text)
    plain = words and len(line.text) <= LONGEST_HEADING and ending(line.text) not in marks and not number
    numbered = form.heading.fullmatch(line.bare) or form.chapter.fullmatch(line.bare)
    if form.chapter.fullmatch(line.bare) and len(line.bare) <= _NUMBER_ALONE:
        return True
    opens = form.capitals and line.bare[:1].islower()
    begins = form.recites(line.bare) or form.acts(line.bare)
    few = len(line.bare) <= _FEW_CHARACTERS if form.joins else len(line.bare.split()) <= _FEW_WORDS
    return bool(plain and not opens and not BULLET.match(line.text) and (numbered or few or any_words or not begins))
