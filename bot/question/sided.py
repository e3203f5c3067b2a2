"""Who votes with one state against another: what looks like a word for a vote there, and is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.language.cues import Cue
from bot.language.named import Mention, Sense
from bot.language.normal import blank, is_chinese
from bot.language.shapes import Shape
from bot.question import times
from bot.question.comparison import whether_ever
from bot.question.conditions import conditions, topic_of
from bot.question.frame import Frame
from bot.question.model import ClarifyQuestion, Question, RollQuestion, Unclear
from bot.question.reading import LITTLE, Reading, letters, weight
from bot.question.record import AlikeQuestion, Comparison, HistoryQuestion
from bot.question.sets import VotedLike, all_of
from bot.resolution import Span, Vote


def sided_against(r: Reading) -> Question | None:
    """Who votes with China against the US, 谁跟法国一样、跟日本相反: who voted most like the one where the two voted
    otherwise; did Germany ever vote with China against the US: how often it did so there. Asked back where it is said
    of what else they voted; None where that is not asked, or of the resolution in view."""
    named = sorted((m for m in r.mentions if m.named.sense is Sense.STATE), key=lambda m: m.start)
    against = _which_against(named, r)
    if not against or r.resolution is not None:
        return None
    *others, one = (m for m in named if m is not against[0])
    among = replace(conditions(r), apart=(one.named.codes[0], against[0].named.codes[0]))
    known = [*r.spans_of(*_SAID), *times.spans(r)]
    if letters(blank(r.text.norm, [*r.known, *known])) and weight(topic_of(r)) > LITTLE:
        return ClarifyQuestion(Unclear.PART, part=r.text.norm[slice(*against[1])])
    if not others:
        return AlikeQuestion(one.named.codes[0], among=among)
    states = tuple(m.named.codes[0] for m in (*others, one))
    same = Comparison.SAME
    return HistoryQuestion(states, comparison=same, among=among, measure=whether_ever(r, same))


def with_one_against(f: Frame) -> Question | None:
    """The same, of the resolution in view: those who voted as the one did and not as the other."""
    r = f.reading
    named = sorted((m for m in r.mentions if m.named.sense is Sense.STATE), key=lambda m: m.start)
    against = _which_against(named, r)
    if not against or len(named) != _OF_TWO or r.resolution is None or r.has(Cue.EVER, Cue.OFTEN, Cue.ALWAYS, Cue.MOST):
        return None
    one = next(m for m in named if m is not against[0])
    unlike = VotedLike(against[0].named.codes[0], alike=False)
    return RollQuestion(who=all_of(VotedLike(one.named.codes[0]), unlike))


def _which_against(named: Sequence[Mention], r: Reading) -> tuple[Mention, Span] | None:
    """The state that others are said to vote against with another one, and where that is said; None where they are
    not: of two, it is asked who does so."""
    asks = r.has(Cue.WHO, Cue.COUNTRIES) if len(named) == _OF_TWO else len(named) == _OF_THREE
    # In Chinese a vote before a name may be that of whoever is named: 德国和中国都赞成，反对的是美国.
    together = r.has(Cue.SAME, Cue.LIKE) or r.tells(Shape.TOGETHER) or not is_chinese(r.text.norm[:1])
    if not (asks and together) or r.named_votes - {Vote.NO} or r.groups:
        return None
    of_all = r.has(Cue.DOCUMENTS) or r.tells(Shape.WHICH_RESOLUTIONS)
    beside = (Cue.MEMBERS, Cue.FILLER, Cue.OF_THOSE)
    along = [r.skipped(end, beside) for _, end in r.spans_of(Shape.ALONG_WITH)]
    if len(named) == _OF_TWO and (of_all or named[0].start not in along):
        return None
    return next(((m, span) for m in named[1:] if (span := _against(m, r) or _unlike(m, r))), None)


def _unlike(state: Mention, r: Reading) -> Span | None:
    """Where it is said behind a state in Chinese that somebody voted otherwise than it, beside one that he voted like:
    跟法国一样、跟日本相反."""
    if not (is_chinese(r.text.norm[:1]) and r.has(Cue.SAME, Cue.LIKE)):
        return None
    behind = r.skipped(state.end, (Cue.MEMBERS, Cue.VOTING))
    return next(((state.start, b) for a, b in r.spans_of(Cue.DIFFER) if a == behind), None)


_SAID = (Cue.SAME, Cue.LIKE, Cue.DIFFER, Cue.CAST, Cue.WHO, Cue.COUNTRIES, Cue.MEMBERS, Cue.VOTING, Cue.JOIN, Cue.NO)
"""What such a message is made of."""


def _against(state: Mention, r: Reading) -> tuple[int, int] | None:
    """Where a vote against a state stands, with its name, which is the last thing that is said."""
    empty = (Cue.MEMBERS, Cue.VOTING, Cue.FILLER, Cue.EVER)
    votes = [start for start, end, vote in r.vote_words if vote is Vote.NO and r.skipped(end, empty) == state.start]
    ending = [*r.spans_of(Cue.FILLER, Cue.QUESTION, Cue.YES_OR_NO, Cue.ON_SUBJECT), *times.spans(r)]
    ending += [(d.start, d.end) for d in r.documents]
    ends = not letters(blank(r.text.norm, ending)[state.end :])
    return (votes[0], state.end) if votes and ends else None


_OF_THREE = 3
"""Two that vote alike, and the one that they are against."""
_OF_TWO = 2
"""One that somebody votes like, and the one that they are against."""
