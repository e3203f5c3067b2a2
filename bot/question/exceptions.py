"""What a message leaves out of the states that it asks about, and which of them it puts back.

exception = "except" operands | operands "excepted" | "leave" operands "out" | "not of" operand
put back  = "but with" operands | operands "back in"
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.language.cues import Cue
from bot.language.lexicon import apart_from, longest
from bot.language.named import Mention
from bot.language.normal import BLANK, blank
from bot.language.phrases import ARABIC_AND
from bot.language.shapes import Shape
from bot.question.reading import Reading
from bot.resolution import Span

_QUOTES = '"«»“”„'
_LEADING = (Cue.JOIN, Cue.MEMBERS, Cue.FILLER, Cue.CAST, Cue.AMONG, Cue.ALL)
"""What may stand between a word for "except" and the first name that it leaves out: sauf les voix de."""
_NAMES = (Cue.JOIN, Cue.MEMBERS)


@dataclass(frozen=True)
class Exceptions:
    """The names that are left out or put back, and where the words stand that say so."""

    left_out: tuple[Mention, ...]
    put_back: tuple[Mention, ...]
    used: frozenset[Span]
    """The words for "except" and "not of" that leave something out, and those that negate a vote."""


def exceptions(mentions: Sequence[Mention], r: Reading) -> Exceptions:
    """What a message leaves out and puts back."""
    left_out: list[Mention] = []
    used: set[Span] = set()
    for span, run in _runs(mentions, r):
        left_out += run
        used |= {span} if run else set()
    for mention in mentions:
        # 不是欧盟的, 非欧盟, non-EU, 不属于北约和欧盟.
        of_group = _refusing(mention, r) if mention.named.group else None
        if word := of_group or _gone(mention, mentions, r):
            # Sin pertenecer ni al…: the one right before it, too.
            used |= {word, r.word_before(word[0], (Cue.NOT_OF,), (Cue.FILLER,)) or word}
            left_out += _run(mentions, mention.start, r)
    used |= {word for start, end, _ in r.vote_words for word in r.negating(start, end)} | of_it(r)
    put_back = [m for m in _put_back(mentions, r) if m not in left_out]
    return Exceptions(tuple(left_out), tuple(put_back), frozenset(used))


def inside(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """Those of some spans that stand between two places."""
    return [(a, b) for a, b in spans if start <= a and b <= end]


def _runs(mentions: Sequence[Mention], r: Reading) -> Iterable[tuple[Span, list[Mention]]]:
    """Each word for "except", with the names that it leaves out."""
    # Coincidió menos con Chile: the least with it.
    least = [x for x in r.spans_of(Cue.LEAST, Shape.AGREES_WITH) if x not in r.spans_of(Cue.EXCEPT)]
    before = apart_from(longest(r.cues.get(Cue.EXCEPT, ())), least)
    taken = [span for span in before if _run(mentions, span[1], r) or _of_votes(span, r)]
    for span in taken:
        yield span, _run(mentions, span[1], r)
    for span in r.excepted_behind:
        if span not in taken:
            yield span, _run_before(mentions, span[0], r)
    for start, end in r.cues.get(Cue.LEAVE, ()):
        # Leave Morocco and the EU out.
        run = _run(mentions, end, r)
        outs = [span for span in r.cues.get(Cue.OUT, ()) if run and span[0] >= run[-1].end]
        if any(_glue(r, run[-1].end, out[0]) == "" for out in outs):
            yield (start, end), run


def _of_votes(span: Span, r: Reading) -> bool:
    """Whether a word for "except" leaves out those who cast a vote: without the abstainers."""
    return any(span in r.negating(start, end) for start, end, _ in r.vote_words)


def of_it(r: Reading) -> set[Span]:
    """The words that leave out those asked about before: 除了它，还有谁, who outside it."""
    words = r.spans_of(Cue.EXCEPT, Cue.NOT_OF)
    its = r.spans_of(Cue.IT, Cue.THAT_SET)
    before = {word for word in words if any(word[1] <= it[0] and _glue(r, word[1], it[0]) == "" for it in its)}
    ends = [it[1] for it in its]
    return before | {word for word in r.excepted_behind if any(_glue(r, end, word[0]) == "" for end in ends)}


def _put_back(mentions: Sequence[Mention], r: Reading) -> list[Mention]:
    """Put Kuwait back in, mais avec le Koweït, 科威特算进来."""
    found = [m for _, end in r.cues.get(Cue.PUT_BACK, ()) for m in _run(mentions, end, r)]
    return found + [m for start, _ in r.cues.get(Cue.PUT_BACK_BEHIND, ()) for m in _run_before(mentions, start, r)]


def _refusing(mention: Mention, r: Reading) -> Span | None:
    """The word that says "not of" right before a name: 非欧盟, not in the EU; None where none does."""
    word = r.word_before(mention.start, (Cue.NOT_OF,), (Cue.OF_THOSE, Cue.MEMBERS, Cue.FILLER))
    # Les non du groupe: a vote.
    return None if word and any(word == (a, b) for a, b, _ in r.vote_words) else word


def _gone(mention: Mention, mentions: Sequence[Mention], r: Reading) -> Span | None:
    """The negation right before those whose votes are taken away: 没有欧盟的票，反对还有几张; None where none is."""
    last = max(m.end for m in _run(mentions, mention.start, r) or [mention])
    behind = r.skipped(last, (Cue.MEMBERS, Cue.OF_THOSE, Cue.CAST, Cue.FILLER))
    # 没有北约的话，反对几个.
    ends = any(start == last for start, _ in r.spans_of(Shape.IF_BEHIND))
    left = r.has(Cue.HOW_MANY, Cue.REST, Cue.ELSE) and (ends or r.text.norm[behind : behind + 1] == ",")
    return r.word_before(mention.start, (Cue.NEGATION,), (Cue.FILLER,)) if left else None


def _glue(r: Reading, start: int, end: int, of: Sequence[Cue] = _NAMES) -> str | None:
    """How two names are joined: "," or "and"; "" for nothing at all; None where something else stands between them."""
    if inside(r.cues.get(Cue.PUT_BACK, ()), start, end) and of is _NAMES:
        return None  # Minus Germany plus Norway.
    left = blank(r.text.norm[start:end], ())
    spans = [(a - start, b - start) for cue in of for a, b in inside(r.cues.get(cue, ()), start, end)]
    left = "".join(c for c in blank(left, spans).replace(BLANK, " ") if c not in _QUOTES).strip()
    if left == ARABIC_AND:
        return "and"
    if left not in ("", ",", "、", ":"):
        return None
    joined = bool(inside(r.cues.get(Cue.JOIN, ()), start, end)) or left == "、"
    return "and" if joined else left.strip(":")


def _run(mentions: Sequence[Mention], after: int, r: Reading) -> list[Mention]:
    """The names that one word for "except" before them leaves out: A, B and C."""
    behind = [m for m in mentions if m.start >= after]
    if not behind or _glue(r, after, behind[0].start, _LEADING) not in ("", "and"):
        return []
    run, joins = [behind[0]], []
    for before, next_ in pairwise(behind):
        # 除了德国法国: two states side by side, and no 亚洲国家 behind one.
        beside = "and" if before.end == next_.start and not (before.named.group or next_.named.group) else ""
        glue = _glue(r, before.end, next_.start) or beside
        if not glue:
            break
        run.append(next_)
        joins.append(glue)
    # 除了日本，亚洲国家都赞成吗: a comma alone joins only what an "and" goes on with, or what nothing else is asked of.
    last_and = max((i for i, join in enumerate(joins) if join == "and"), default=-1) + 1
    if len(run) == len(behind) and all(bool(m.named.group) == bool(run[0].named.group) for m in run) and r.has(Cue.WHO):
        return run
    return run[: last_and + 1]


def _run_before(mentions: Sequence[Mention], until: int, r: Reading) -> list[Mention]:
    """The names that one word for "except" behind them leaves out: A、B和C以外."""
    before = [m for m in mentions if m.end <= until]
    if not before or _glue(r, before[-1].end, until, _LEADING) is None:
        return []
    run = [before[-1]]
    for earlier, later in reversed(list(pairwise(before))):
        states = not earlier.named.group and not later.named.group
        glue = _glue(r, earlier.end, later.start) or ("and" if states and earlier.end == later.start else "")
        # 北约，欧盟除外; 亚太国家，日本除外: a comma alone joins states, and no group.
        if glue != "and" and not (glue == "," and states):
            break
        run.append(earlier)
    return run
