"""Which words of a message are the signs that they look like: cues without those that are a part of something else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.language.cues import Cue
from bot.language.lexicon import Spans, apart_from
from bot.language.named import Mention, Sense
from bot.language.normal import is_chinese
from bot.question.pieces import tokens
from bot.resolution import Span


def less_inside_words(norm: str, cues: Spans) -> Spans:
    """The cues without a Chinese "most" with a gap in it that ends within another word: 谁在文化多样性上."""
    gapped = [x for x in cues.get(Cue.MOST, ()) if x[1] - x[0] > _LONGEST_MOST and is_chinese(norm[x[1] - 1])]
    if not gapped:
        return cues
    words = tokens(norm, 0, len(norm))
    left = [x for x in cues[Cue.MOST] if x not in gapped or not any(a < x[1] < b for a, b in words)]
    return {cue: left if cue is Cue.MOST else of for cue, of in cues.items() if cue is not Cue.MOST or left}


_LONGEST_MOST = 4
"""Characters of the longest such word that has no gap in it."""


def less_dated(cues: Spans) -> Spans:
    """The cues without a "most" that is a part of a word for the last one, or the first: 最近一次."""
    dated = [*cues.get(Cue.LATEST_ONE, ()), *cues.get(Cue.EARLIEST, ())]
    if not dated or Cue.MOST not in cues:
        return cues
    most = apart_from(cues[Cue.MOST], dated)
    return {**cues, Cue.MOST: most} if most else {cue: x for cue, x in cues.items() if cue is not Cue.MOST}


def less_asked(cues: Spans) -> Spans:
    """The cues without a word for a rejection that begins within one that only asks, 有没有通过, and without those that
    are part of another word: 这话对吗, sitting in both."""
    asked, true = cues.get(Cue.WHETHER, ()), cues.get(Cue.YES_OR_NO, ())
    less = {Cue.REJECTED: [x for x in cues.get(Cue.REJECTED, ()) if not any(a < x[0] < b for a, b in asked)]}
    said = ((cue, true) for cue in (Cue.IT_IS_SAID, Cue.WHERE, Cue.THAT_SENTENCE))
    for cue, wider in (*said, (Cue.FACT_MEETING, cues.get(Cue.IN_BOTH, ()))):
        less[cue] = [x for x in cues.get(cue, ()) if not any(a <= x[0] and x[1] <= b for a, b in wider)]
    return {cue: of for cue, of in {**cues, **less}.items() if of}


def who_of_a_group(cues: Spans, mentions: Iterable[Mention]) -> Spans:
    """The cues; a word right before a group asks who of it is meant: ¿Qué países árabes, quels États africains."""
    starts = {m.start for m in mentions if m.named.group}
    found = [(start, end) for start, end in cues.get(Cue.WHICH_OF, ()) if starts & {end, end + 1}]
    return {**cues, Cue.WHO: [*cues.get(Cue.WHO, ()), *found]} if found else cues


def ranks_of(cues: Spans, mentions: Sequence[Mention]) -> Spans:
    """The cues; 跟它唱反调 only says that somebody voted against, where no name stands within it."""
    its, starts = cues.get(Cue.IT, ()), [m.start for m in mentions]
    against = {x for x in cues.get(Cue.RANKS, ()) if any(x[0] < a and b < x[1] for a, b in its)}
    ranks = [x for x in cues.get(Cue.RANKS, ()) if x not in against or any(x[0] < at < x[1] for at in starts)]
    return {cue: of for cue, of in {**cues, Cue.RANKS: ranks}.items() if of}


def only_a_state(cues: Spans, mentions: Iterable[Mention], lone: Iterable[Span]) -> Spans:
    """The cues; a word right behind a state says that no other did: 美国一个人反对的吗."""
    ends = {m.end for m in mentions if m.named.sense is Sense.STATE}
    found = [(start, end) for start, end in lone if ends & {start, start - 1}]
    return {**cues, Cue.ONLY: [*cues.get(Cue.ONLY, ()), *found]} if found else cues


def outside(cues: Spans, names: Sequence[Mention]) -> Spans:
    """The cues that are no part of a name: 非州 has no 非 in it."""
    left = {
        cue: [(a, b) for a, b in spans if not any(m.start <= a and b <= m.end for m in names)]
        for cue, spans in cues.items()
    }
    return {cue: spans for cue, spans in left.items() if spans}
