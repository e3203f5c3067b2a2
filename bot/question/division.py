"""Where a message divides into pieces that may each be a question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.corpus.library import Library
from bot.language.cues import Cue
from bot.language.lexicon import Lexicon
from bot.language.normal import blank, read, signs_in
from bot.language.shapes import Shape
from bot.question.reading import VOTE_CUES
from bot.resolution import Span

ENDS = re.compile(r"[。！!;；\n]+|(?<=[?？])(?![?？])")
"""Behind which another question may begin; a question mark stays with the question that it ends."""
_BEFORE_ANOTHER = (",", "，", ".", "?")
"""What stands before a word that begins another question."""


def questions_in(message: str, library: Library) -> list[str]:
    """The pieces of a message that may each be a question."""
    text = read(message)
    shapes = library.lexicon.shapes(text.norm)
    goes_on = {start for start, _ in shapes.get(Shape.SAME_QUESTION, ())}
    others = [span for span in shapes.get(Shape.NEXT_QUESTION, ()) if span[0] not in goes_on]
    joins = [span for span in others if text.norm[: span[0]].rstrip().endswith(_BEFORE_ANOTHER)]
    # Страны, не имеющие выхода к морю: a comma in a name is between nothing.
    named = [(m.start, m.end) for m in library.names.find(text)] if "," in text.norm else []
    bare = blank(text.norm, named)
    joins += between_askers(bare, library.lexicon)
    joins += [(start, start) for start, _ in shapes.get(Shape.AND_ASKS, ()) if start]
    return list(between(text.cased, [*joins, *(m.span() for m in ENDS.finditer(text.norm))]))


def without_numbering(message: str) -> str:
    """A message without the figures before its questions, 1) … 2) …, which are none of paragraphs; as it is where
    there are not two of them, one behind the end of the other."""
    left, at, count = message, 0, 0
    for number in range(1, _MOST_NUMBERED + 1):
        marks = (form.format(number) for form in _NUMBERED)
        found = min(((i, mark) for mark in marks if (i := _at_head(left, mark, at)) >= 0), default=None)
        if found is None:
            break
        at, count = found[0], count + 1
        left = left[:at] + left[at + len(found[1]) :]
    return left if count > 1 else message


def _at_head(text: str, mark: str, at: int) -> int:
    """Where a mark stands from a place on, at the head of the text, a line, or a sentence; -1 where it does not."""
    while (at := text.find(mark, at)) >= 0 and text[:at].rstrip(" ")[-1:] not in _BEFORE_NUMBERED:
        at += 1
    return at


_MOST_NUMBERED = 9
_NUMBERED = ("({})", "（{}）", "{})", "{}）", "{}、")
_BEFORE_NUMBERED = ("", *",，.。;；:：?？!！\n")


_ASKERS = (Cue.WHO, Cue.COUNTRIES, Cue.HOW, Cue.HOW_MANY, Cue.TIMES, Cue.SHARE, Cue.RESULT, Cue.WHETHER, Cue.YES_OR_NO)
"""Words that ask."""


def between_askers(norm: str, lexicon: Lexicon) -> list[Span]:
    """The commas with a word that asks on either side, and a word for a vote or its result: 法国怎么投，欧盟谁赞成."""
    commas = signs_in(norm, ",")
    # Не входящие в число наименее развитых: its число asks for no number.
    read_each = (lexicon.cues(piece) for piece in between(norm, commas)) if commas else ()
    pieces = [{c for c, found in each.items() if _apart(found, each.get(Cue.NOT_OF, ()))} for each in read_each]
    # 谁反对，几个是欧盟的: the second one asks of those.
    of_votes = [not each.isdisjoint(_VOTES) or (i > 0 and Cue.HOW_MANY in each) for i, each in enumerate(pieces)]
    asks = all(of_votes) and all(not each.isdisjoint(_ASKERS) for each in pieces)
    return list(commas) if len(pieces) > 1 and asks else []


def _apart(found: Iterable[Span], wider: Iterable[Span]) -> bool:
    """Whether one of some words is no part of a longer one."""
    return any(not any(a <= start and end <= b and b - a > end - start for a, b in wider) for start, end in found)


_VOTES = (*VOTE_CUES, Cue.CAST, Cue.RESULT, Cue.STANCE)


def between(text: str, spans: list[Span]) -> Iterator[str]:
    """What stands between some spans of a text, from left to right; nothing of none but blanks."""
    at = 0
    for start, end in [*sorted(spans), (len(text), len(text))]:
        if text[at:start].strip():
            yield text[at:start]
        at = max(at, end)
