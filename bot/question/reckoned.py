"""What is reckoned from the figures of a vote: whether a share of them was reached, did it get two thirds?, and what
they would have been, had some voted otherwise: 如果弃权的都反对还能通过吗."""

from __future__ import annotations

from bot.language.cues import Cue
from bot.language.lexicon import longest
from bot.language.shapes import Shape
from bot.question.conversation import Conversation
from bot.question.frame import Frame, frame_of
from bot.question.model import (
    Fraction,
    Question,
    Refusal,
    Refused,
    RollQuestion,
    Several,
    Supposed,
    TallyQuestion,
    VoteQuestion,
)
from bot.question.politeness import CLAUSE
from bot.question.quotations import MARKS
from bot.question.reading import LITTLE, SOME, Reading, letters
from bot.question.sets import EVERYONE, StateSet, These, VotedSo, all_of, any_of
from bot.question.thresholds import numbers_in
from bot.resolution import Span, Vote

_FRACTIONS = {
    Shape.TWO_THIRDS: Fraction.TWO_THIRDS,
    Shape.THREE_QUARTERS: Fraction.THREE_QUARTERS,
    Shape.MORE_THAN_HALF: Fraction.MORE_THAN_HALF,
}
_OF_MORE = (Cue.DOCUMENTS, Cue.ALL_DOCUMENTS, Cue.TIMES, Cue.IT_IS_SAID, Cue.WHERE, Cue.WHY, Cue.EXCEPT)
"""What asks of several resolutions, of the text, or of some only."""
_SUPPOSING = (Shape.SUPPOSES, Shape.IF, Shape.UNREAL)
_OF_RESULT = (Cue.RESULT, Cue.HOW_MANY, Cue.RATIO, Cue.MAJORITY, Cue.REJECTED)
_PAIR = 2


def by_reckoning(r: Reading, conversation: Conversation) -> Question | None:
    """A question that is answered by reckoning with the figures of the vote; one that supposes more than is understood
    is refused, with how those named did vote. None where it is neither."""
    # Ten of those in favour: no paragraph.
    of_text = r.references.selections and (not supposes(r) or r.tells(Shape.PART_UNIT))
    reckons = supposes(r) or r.tells(*_FRACTIONS)
    if not reckons or of_text or r.has(*_OF_MORE):
        return None
    f = frame_of(r, conversation)
    return _supposed(f) or _fraction(f) or _refused(f)


def _refused(f: Frame) -> Question | None:
    """The refusal to say what would have become of it, with the votes that were cast."""
    r = f.reading
    asks = r.has(Cue.RESULT) or r.tells(Shape.ADOPTED)
    if not (supposes(r) and asks and _votes(r)) or r.left_besides(*_SUPPOSING) > SOME:
        return None
    cast = VoteQuestion(f.states) if f.states else TallyQuestion()
    return Several((Refusal(Refused.FUTURE), cast))


def supposes(r: Reading) -> bool:
    """Whether something is supposed that was not so."""
    return r.tells(Shape.SUPPOSES) or (r.tells(Shape.IF) and r.tells(Shape.UNREAL))


def supposing_nothing(r: Reading) -> list[Span]:
    """Where clauses begin with an if by which nothing is supposed: if I remember rightly, Japan was against?"""
    found = r.spans_of(Shape.COURTEOUS_IF)
    heads = [(m.start(), m.end()) for m in CLAUSE.finditer(r.text.norm)]
    begins = [
        (a, b) for a, b in found if any(head <= a < end and not letters(r.text.norm[head:a]) for head, end in heads)
    ]
    return [] if MARKS.search(r.text.norm) else longest(begins)


def _fraction(f: Frame) -> TallyQuestion | None:
    """Whether all votes in favour came to a share of the votes; None where one is not named, or it is of some only."""
    r = f.reading
    named = [fraction for shape, fraction in _FRACTIONS.items() if r.tells(shape)]
    asks = r.asks or r.ends_as_question or r.has(Cue.RESULT)
    of_some = r.mentions or r.has(Cue.WHO, Cue.COUNTRIES, Cue.HOW_MANY, Cue.RANKS) or r.named_votes > {Vote.YES}
    more = r.votes - {Vote.YES} or r.left_besides(*_FRACTIONS, Shape.REQUIRED) > LITTLE
    if len(named) != 1 or not asks or of_some or more:
        return None
    if r.tells(Shape.REQUIRED):
        return TallyQuestion(majority=True)
    return TallyQuestion(votes=r.votes, fraction=named[0])


def _supposed(f: Frame) -> TallyQuestion | None:
    """Who is supposed to have voted otherwise, and how; None where nothing is supposed, where it is not asked what that
    would have come to, or where more is supposed than is understood."""
    r = f.reading
    leads = any(not start for start, _ in r.spans_of(Shape.IF))
    goes_on = isinstance(f.conversation.last, RollQuestion | VoteQuestion)
    asks = leads or goes_on or r.has(*_OF_RESULT) or r.tells(Shape.PASSING, Shape.ADOPTED, Shape.SUPPOSES)
    likens = f.left_out or f.like or f.one_or_other or r.has(Cue.SAME, Cue.DIFFER)
    some = r.has(Cue.EITHER) or r.tells(Shape.INSTEAD, Shape.SOME_OF)
    understood = not (likens or some) and r.left_besides(*_SUPPOSING) <= SOME
    if not (supposes(r) and asks and understood) or r.documents[1:]:
        return None
    words = _votes(r)
    if not words:
        who = _named(f)
        unsaid = not r.named_votes and r.has(Cue.CAST, Cue.NOT_CAST) and r.has(Cue.NEGATION, Cue.NOT_CAST)
        return TallyQuestion(supposed=Supposed(who, Vote.NOT_VOTING)) if unsaid and who else None
    (_, supposed), who = words[-1], _who(f, words)
    at = words[-1][0][0]
    whether = any(a < at for a, _ in r.spans_of(Cue.WHETHER))
    if who is None or whether or r.refused_votes or any(m.start > at for m in r.mentions):
        return None
    if not r.has(*_OF_RESULT) and not r.tells(Shape.PASSING, Shape.ADOPTED) and _so_it_was(who, supposed, r):
        # Assuming that Japan was against, who else was?
        return None
    counts = [n for a, b, n in numbers_in(r) if not any(m.start <= a < m.end for m in r.mentions)]
    if len(counts) > 1 or 1 in counts or (counts and f.states):
        return None
    return TallyQuestion(supposed=Supposed(who, supposed, *counts))


def _so_it_was(who: StateSet, supposed: Vote, r: Reading) -> bool:
    """Whether all of the states named voted as it is supposed that they had."""
    if not isinstance(who, These) or r.resolution is None:
        return False
    return all(r.resolution.vote_of(code) is supposed for code in who.codes)


def _who(f: Frame, words: list[tuple[Span, Vote]]) -> StateSet | None:
    """Those who are supposed to have voted otherwise: those named, of groups also those of them that voted so; None
    where that is not plainly said."""
    votes = [vote for _, vote in words]
    if len(votes) == 1:
        return _named(f) or _before(f)
    if len(votes) != _PAIR or votes[0] is votes[1] or f.states:
        return None
    so = VotedSo(frozenset(votes[:1]))
    return all_of(f.group_set, so) if f.groups else so


def _named(f: Frame) -> StateSet | None:
    """The states and groups named; None where there are none."""
    each = [*((f.group_set,) if f.groups else ()), *((These(f.states),) if f.states else ())]
    return any_of(*each) if each else None


def _before(f: Frame) -> StateSet | None:
    """Those who were asked about right before: who abstained?, what if they had voted no?"""
    last = f.conversation.last
    if isinstance(last, VoteQuestion):
        return These(last.states)
    of_some = isinstance(last, RollQuestion) and last.votes and last.only == EVERYONE
    return all_of(last.who, VotedSo(last.votes)) if isinstance(last, RollQuestion) and of_some else None


def _votes(r: Reading) -> list[tuple[Span, Vote]]:
    """The votes named, in order, each place once; not what becomes of a resolution: would it be rejected."""
    cast = {(a, b): vote for a, b, vote in r.vote_words}
    come_to = r.spans_of(Cue.REJECTED, Shape.PASSING)
    spans = [x for x in cast if not any(a <= x[0] and x[1] <= b for a, b in come_to)]
    whole = [x for x in spans if not any(a <= x[0] and x[1] <= b and b - a > x[1] - x[0] for a, b in spans)]
    found: list[tuple[Span, Vote]] = []
    for span in sorted(set(whole)):
        if not found or span[0] >= found[-1][0][1] or cast[span] is not found[-1][1]:
            found.append((span, cast[span]))
    return found
