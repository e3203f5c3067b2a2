"""Where a message divides into pieces that may each be a question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from bot.corpus.library import Library
from bot.language.cues import Cue
from bot.language.lexicon import Lexicon, longest
from bot.language.normal import BLANK, Text, blank, is_chinese, read, signs_in
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


def without_numbering(message: str, library: Library) -> str:
    """A message without what only says that it asks several things, two questions: …, and without what counts them, 1)
    … 2) …, first, … second, …, which names no paragraphs."""
    message = _with_tag(message, library)
    for numbers in _COUNTING:
        message = _without_figures(message, numbers)
    return _unannounced(_without_words(_without_letters(message), library), library)


def _with_tag(message: str, library: Library) -> str:
    """A message with a last sentence that only asks whether what is said is so as a part of the one before: Китай за?
    верно?"""
    body = message.rstrip(_SENTENCE_ENDS)
    at = max(body.rfind(sign) for sign in _SENTENCE_ENDS.strip())
    tail = read(body[at + 1 :].strip()).norm if at > 0 else ""
    asks = library.lexicon.cues(tail).get(Cue.YES_OR_NO, ()) if tail else ()
    only_asks = bool(asks) and not any(map(str.isalnum, blank(tail, asks)))
    return f"{body[:at].rstrip(_SENTENCE_ENDS)}, {tail}?" if only_asks else message


_SENTENCE_ENDS = " ?？!！.。؟"
"""Signs that end a sentence, and spaces."""


def _without_figures(message: str, numbers: str) -> str:
    """A message without the figures before its questions; as it is where there are not two of them, one behind the end
    of the other."""
    left, at, count = message, 0, 0
    for number in numbers:
        marks = (form.format(number) for form in _NUMBERED)
        found = min(((i, mark) for mark in marks if (i := _at_head(left, mark, at)) >= 0), default=None)
        # 一、二、三段 counts paragraphs.
        if found is None or (count and not any(map(str.isalnum, left[at : found[0]]))):
            break
        at, count = found[0], count + 1
        left = left[:at] + left[at + len(found[1]) :]
    return left if count > 1 else message


def _without_letters(message: str) -> str:
    """The same of letters in brackets, (a) … (b) …, wherever they stand; as it is where they may be those of
    sub-paragraphs: right behind a number, or with less than a question between two of them or behind the last."""
    places: list[int] = []
    for letter in _LETTERS:
        at = message.find(f"({letter})", places[-1] + len(_LETTERED) if places else 0)
        if at < 0:
            break
        places.append(at)
    between_them = [message[a + len(_LETTERED) : b] for a, b in pairwise([*places, len(message)])]
    asks = all(sum(map(str.isalpha, piece)) >= _LEAST_ASKED for piece in between_them)
    if len(places) < _TWO or not asks or any(message[:at].rstrip()[-1:].isdigit() for at in places):
        return message
    return message[: places[0]] + "; ".join(piece.strip(" ,") for piece in between_them)


_LETTERS = "abcdefgh"
_LETTERED = "(a)"
_TWO = 2
_LEAST_ASKED = 6
"""Letters of the shortest question behind such a letter."""


def _without_words(message: str, library: Library) -> str:
    """The same of words that count: 第一，…第二，…, d'abord, … ensuite, …; each is set apart from what stands behind
    it, and something stands between one and the next."""
    text = read(message)
    norm, words = text.norm, library.lexicon.shapes(text.norm).get(Shape.ENUMERATES, ())
    marked = [x for x in longest(words) if norm[: x[0]].rstrip()[-1:] in _BEFORE_NUMBERED]
    found = [(a, b + 1) for a, b in marked if norm[b : b + 1] in _BEHIND_COUNTING]
    apart = all(any(map(str.isalnum, norm[b:a])) for (_, b), (a, _) in pairwise(found))
    return _less(text, found) if len(found) > 1 and apart else message


def _unannounced(message: str, library: Library) -> str:
    """A message without the words before its first colon, where these only say that questions follow."""
    text = read(message)
    end = text.norm.find(":")
    announces = library.lexicon.shapes(text.norm[:end]).get(Shape.ANNOUNCES, ()) if end > 0 else ()
    if not announces or not any(map(str.isalnum, text.norm[end:])):
        return message
    cues = library.lexicon.cues(text.norm[:end])
    known = [span for cue, found in cues.items() if cue not in _TELLING for span in found]
    counted = [(a, b) for a, b, _ in library.lexicon.references.numbers(text.norm[:end])]
    left = blank(text.norm[:end], [*announces, *known, *counted]).replace(BLANK, " ")
    return message if any(map(str.isalnum, left)) else _less(text, [(0, end + 1)])


def _less(text: Text, spans: list[Span]) -> str:
    """A text without what stands at some places, and with the spaces beside Chinese, where it may divide."""
    left = blank(text.cased, spans)
    for gap in sorted(text.gaps, reverse=True):
        left = f"{left[:gap]} {left[gap:]}"
    return left.replace(BLANK, " ").strip()


def _at_head(text: str, mark: str, at: int) -> int:
    """Where a mark stands from a place on, at the head of the text, a line, or a sentence; -1 where it does not."""
    while (at := text.find(mark, at)) >= 0:
        if text[:at].rstrip(" ")[-1:] in _BEFORE_NUMBERED or _behind_gap(text[:at]):
            return at
        at += 1
    return -1


def _behind_gap(before: str) -> bool:
    """Whether a text ends with Chinese and a space, behind which another question may begin."""
    return before.endswith(" ") and is_chinese(before.rstrip()[-1:])


_COUNTING = ("123456789", "一二三四五六七八九")
"""What counts questions: 1) … 2) …; 一、…二、…."""
_NUMBERED = ("({})", "（{}）", "{})", "{}）", "{}、")
_BEFORE_NUMBERED = ("", *",，.。;；:：?？!！\n")
_BEHIND_COUNTING = (",", ":")


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
_TELLING = (*_VOTES, *_ASKERS, Cue.WHERE, Cue.IT_IS_SAID)
"""What none of those words is, that only say that questions follow."""


def between(text: str, spans: list[Span]) -> Iterator[str]:
    """What stands between some spans of a text, from left to right; nothing of none but blanks."""
    at = 0
    for start, end in [*sorted(spans), (len(text), len(text))]:
        if text[at:start].strip():
            yield text[at:start]
        at = max(at, end)
