"""Clauses that only greet or thank, or say why, or against what background, something is asked; blanked before a
message is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.language.citations import documents
from bot.language.cues import Cue
from bot.language.lexicon import Lexicon
from bot.language.normal import BLANK, Text, blank
from bot.language.phrases import is_letter
from bot.language.shapes import Shape
from bot.question.politeness import CLAUSE, clauses
from bot.question.reading import letters
from bot.resolution import Span

_LEAST = 4
"""Characters that have to be left to be a question."""
_LONGEST = 40
"""Characters of the longest such clause, and twice as many in scripts that have spaces."""
LONGEST_PURPOSE = 18
LONGEST_SELF = 20
"""The same, of one that only says what for, and between 我是 and what one is."""


def without_background(text: Text, lexicon: Lexicon) -> Text:
    """The text with such clauses blanked, where enough is left to be a question."""
    # “56/4: 为撰写脚注，…” begins after the document.
    begin = next((d.end for d in documents(text.norm) if d.start == 0), 0)
    begin += len(text.norm[begin:]) - len(text.norm[begin:].lstrip(" ,:"))
    shapes = lexicon.shapes(text.norm)
    ways = (_opening, _for_whom, _closing, of_self)
    spans = [span for way in ways for span in way(text.norm, begin, shapes)]
    spans += _occasions(text.norm, shapes, lexicon)
    said = list(clauses(text.norm, lexicon))
    spans += [clause.span for clause in said if clause.only_greets and not all(x.polite for x in said)]
    if not spans:
        return text
    norm = blank(text.norm, spans)
    if len(norm.replace(BLANK, "")) < _LEAST:
        return text
    return replace(text, norm=norm, cased=blank(text.cased, spans))


_ENDS = frozenset(",。?")
"""Signs that end a clause."""
Shapes = dict[Shape, list[Span]]


def _opening(norm: str, begin: int, shapes: Shapes) -> Iterator[Span]:
    """鉴于…，at the beginning: up to the first comma."""
    comma = norm.find(",", begin)
    if comma < 0 or not _ENDS.isdisjoint(norm[begin:comma]):
        return
    longest = 2 * _LONGEST if is_letter(norm[begin]) else _LONGEST

    def starts(shape: Shape) -> bool:
        return any(start == begin for start, _ in shapes.get(shape, ()))

    def ends(shape: Shape) -> bool:
        return any(end == comma for _, end in shapes.get(shape, ()))

    because = starts(Shape.BACKGROUND) and not starts(Shape.NO_BACKGROUND)
    while_ = starts(Shape.BACKGROUND_FROM) and ends(Shape.BACKGROUND_TO)
    if (because or while_ or ends(Shape.SET_ASIDE)) and comma - begin <= longest:
        yield begin, comma + 1


def _for_whom(norm: str, begin: int, shapes: Shapes) -> Iterator[Span]:
    """Pour ma tante : … at the beginning: up to the sign that ends it."""
    starts = any(start == begin for start, _ in shapes.get(Shape.FOR_WHOM, ()))
    end = next((i for i in range(begin, len(norm)) if norm[i] in _ENDS_CLAUSE), len(norm))
    if starts and norm[end : end + 1] in _BEHIND and end - begin <= _LONGEST:
        yield begin, end + 1


def _closing(norm: str, begin: int, shapes: Shapes) -> Iterator[Span]:
    """…，以便核对 at the end: from the last comma."""
    comma = norm.rfind(",", begin)
    purpose = any(start == comma + 1 for start, _ in shapes.get(Shape.PURPOSE, ()))
    if purpose and len(norm) - comma <= LONGEST_PURPOSE + 2:
        yield comma, len(norm)


def _occasions(norm: str, shapes: Shapes, lexicon: Lexicon) -> Iterator[Span]:
    """On deadline: …, 赶稿中：…, per your records?: clauses that say nothing but why, how soon or from what an answer
    is wanted."""
    said = shapes.get(Shape.OCCASION, [])
    cues = lexicon.cues(norm) if said else {}
    left = blank(norm, [*said, *(x for cue in _NOTHING for x in cues.get(cue, ()))])
    for clause in CLAUSE.finditer(norm) if said else ():
        start, end = clause.start(), clause.end() - clause[0].endswith("?")
        if any(start <= a and b <= end for a, b in said) and not letters(left[start:end]):
            yield start, end + (norm[end : end + 1] in _BEHIND)


_NOTHING = (Cue.FILLER, Cue.AND_THEN, Cue.JOIN, Cue.VOTING, Cue.MEMBERS)
"""What may stand in such a clause besides."""
_BEHIND = (",", ":", "!", ";")
"""Signs that end it where more follows."""


def of_self(norm: str, begin: int, shapes: Shapes) -> Iterator[Span]:
    """我是一名记者: what people say of themselves."""
    for start, end in shapes.get(Shape.SELF, ()):
        behind = [b for a, b in shapes.get(Shape.OCCUPATION, ()) if end <= a <= end + LONGEST_SELF]
        if start >= begin and behind and _ENDS.isdisjoint(norm[end : min(behind)]):
            last = _end_of_self(norm, min(behind), shapes)
            yield start, last + (norm[last : last + 1] in (",", "。"))


def _end_of_self(norm: str, at: int, shapes: Shapes) -> int:
    """Where what people say of themselves ends: I'm a journalist | from Reuters, as far as nothing is asked there."""
    end = next((i for i in range(at, len(norm)) if norm[i] in _ENDS_CLAUSE), len(norm))
    asks = any(at <= a < end for shape in _ASKS for a, _ in shapes.get(shape, ()))
    return end if at < end and is_letter(norm[at - 1]) and not asks else at


_ENDS_CLAUSE = frozenset(",.;:!?\n。")
_ASKS = (Shape.ASKS, Shape.QUESTION_WORD, Shape.AND_ASKS, Shape.NEXT_QUESTION, Shape.BEGINS)
