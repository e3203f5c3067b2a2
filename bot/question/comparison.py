"""What is asked about two states or more across resolutions: where they voted alike, where otherwise, or how often."""

from __future__ import annotations

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.named import Sense
from bot.language.normal import is_chinese
from bot.language.shapes import Shape
from bot.question.conditions import divided
from bot.question.reading import UNKNOWN_BETWEEN, Reading
from bot.question.record import Comparison
from bot.question.sets import Measure
from bot.resolution import Vote


def whether_ever(r: Reading, comparison: Comparison) -> Measure:
    """Whether it is asked if states ever voted alike, or otherwise, or always alike: yes or no, before the list."""
    always = r.has(Cue.ALWAYS) and (comparison is Comparison.AGREEMENT or r.tells(Shape.IF_NOT))
    others = r.has(Cue.SHARE, Cue.HOW_MANY) or (r.has(Cue.WHO) and not r.tells(Shape.IF_NOT))
    if always and (r.asks or r.ends_as_question) and not others:
        return Measure.ALL
    asks = r.has(Cue.EVER, Cue.WHETHER, Cue.THERE_IS) and (r.asks or r.ends_as_question or r.has(Cue.WHETHER))
    return Measure.ANY if asks and comparison in (Comparison.SAME, Comparison.DIFFERENT) else Measure.LIST


def _against_one(r: Reading) -> bool:
    """Whether a vote is said to be against a state, and not against resolutions: voted against the US."""
    starts = {m.start for m in r.mentions if m.named.sense is Sense.STATE}
    against = [(start, end) for start, end, vote in r.vote_words if vote is Vote.NO]
    ends = [end for start, end in against if not is_chinese(r.text.norm[start])]
    # 法国反对过德国吗: the second one is what the first is against, where nothing follows.
    last = max(r.mentions, key=lambda m: m.end)
    if not r.text.norm[r.skipped(last.end, (Cue.QUESTION, Cue.YES_OR_NO, Cue.FILLER)) :].strip(" ?？"):
        ends += [end for start, end in against if is_chinese(r.text.norm[start]) and last.start >= end]
    return any(r.skipped(end, (Cue.MEMBERS, Cue.VOTING, Cue.EVER)) in starts for end in ends)


_TWO = 2


def _of_two_at_all(r: Reading) -> bool:
    """中国和美国一致吗, does Germany vote with France?, with no document in view: how often they do."""
    likened = r.has(Cue.CAST) and any(r.precedes(m.start, (Cue.LIKE,), (Cue.MEMBERS,)) for m in r.mentions[1:])
    asks_else = r.votes or r.has(Cue.WHO, Cue.HOW)
    return r.resolution is None and len(r.states) == _TWO and not asks_else and (r.has(Cue.SAME, Cue.DIFFER) or likened)


def voted_so_together(r: Reading) -> bool:
    """Whether a word for alike stands right before the one vote that is named, 中国和俄罗斯共同反对了几份: all of them
    cast it."""
    starts = {start for spans in r.vote_spans.values() for start, _ in spans}
    same = r.spans_of(Cue.SAME)
    together = [x for x in same if r.skipped(x[1], (Cue.FILLER,)) in starts or x[1] in starts]
    all_so = bool(same) and len(together) == len(same)
    return all_so and len(r.named_votes) == 1 and not r.has(Cue.DIFFER, Cue.AGREEMENT)


def comparison_of(r: Reading) -> Comparison:
    """What is asked about two states or more across resolutions."""
    if len(r.states) < _TWO or voted_so_together(r):
        return Comparison.NONE
    again = r.has(Cue.ALWAYS, Cue.OFTEN, Cue.EVER, Cue.SHARE)
    if len(r.states) == 2 and again and _against_one(r):
        return Comparison.DIFFERENT
    of_all = r.has(Cue.DOCUMENTS, Cue.ALL_DOCUMENTS) or divided(r) or (r.resolution is None and not r.votes)
    compared = r.has(Cue.COMPARE) and of_all
    alike = r.has(Cue.SAME, Cue.LIKE) and not r.has(Cue.DIFFER, Cue.SPLIT)
    # How often did the two vote against?
    counts = bool(r.named_votes) and r.has(Cue.TIMES) and not (alike or r.has(Cue.DIFFER))
    if (r.has(Cue.AGREEMENT) and not counts) or compared or (again and alike):
        return Comparison.DIFFERENT if r.tells(Shape.IF_NOT) and r.has(Cue.ALWAYS) else Comparison.AGREEMENT
    # Where they disagreed, with no document in view: on which resolutions.
    where = r.resolution is None and r.has(Cue.STANCE, Cue.WHERE)
    of_any = r.resolution is None and (r.tells(Shape.RESOLUTION) or bool(r.bodies))
    several = where or again or of_any or r.has(Cue.DOCUMENTS, Cue.WHO, Cue.HOW_MANY, Cue.TIMES)
    if not several or not r.has(Cue.SAME, Cue.DIFFER, Cue.SPLIT):
        if not _of_two_at_all(r):
            return Comparison.NONE
        return Comparison.DIFFERENT if r.has(Cue.DIFFER) else Comparison.AGREEMENT
    # 没投成一样: did not vote the same.
    between = (Cue.VOTING, Cue.CAST, Cue.FILLER)
    negations = [
        r.word_before(start, (Cue.NEGATION,), between, UNKNOWN_BETWEEN) for start, _ in r.cues.get(Cue.SAME, ())
    ]
    # 有没有投得一样的 asks, and negates nothing.
    otherwise = bool(apart_from([x for x in negations if x], r.spans_of(Cue.WHETHER)))
    return Comparison.DIFFERENT if otherwise or r.has(Cue.DIFFER, Cue.SPLIT) else Comparison.SAME
