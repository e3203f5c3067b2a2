"""Two subjects of which each has a vote of its own: who supported the one on ferries but abstained on the one on
orchards? Those who voted so on the one and so on the other."""

from __future__ import annotations

from collections.abc import Callable

from bot.language.cues import Cue
from bot.language.lexicon import longest
from bot.language.normal import is_chinese
from bot.question import times
from bot.question.conversation import Understood
from bot.question.joined_subjects import units
from bot.question.misspelt_subject import finds_nothing
from bot.question.model import ClarifyQuestion, RollQuestion, Several
from bot.question.pieces import of_resolution
from bot.question.reading import Reading
from bot.question.record import BetweenQuestion
from bot.question.sets import EVERYONE, Members
from bot.resolution import Span

_TWO = 2


def of_its_own_vote(r: Reading, whole: Understood, ask: Callable[[str], Understood]) -> Understood:
    """What a message is understood as; where it is not, or of one resolution alone, and names two subjects with a vote
    for each, who voted so on both.

    ask: understands a message.
    """
    question = whole[0]
    unclear = isinstance(question, ClarifyQuestion | RollQuestion) or finds_nothing(question, r.library)
    asks = r.has(Cue.WHO, Cue.COUNTRIES) and not r.documents and len(r.library.summaries) > 1
    clauses = _clauses(r) if unclear and asks else []
    if not clauses:
        return whole
    begin, end = clauses[0][0], clauses[-1][1]
    text = r.text.cased
    each = [ask(f"{text[:begin]}{_timed(clause, clauses, r)}{text[end:]}") for clause in clauses]
    told = [(goes_on.symbol, asked) for asked, goes_on in each if isinstance(asked, RollQuestion)]
    of = {symbol: asked.votes for symbol, asked in told if symbol and _plain(asked)}
    groups = {asked.who.group if isinstance(asked.who, Members) else "" for _, asked in told}
    if len(of) < _TWO or len(groups) > 1:
        return whole
    return Several((BetweenQuestion(tuple(of.items()), groups.pop()),)), whole[1]


def _timed(clause: Span, clauses: list[Span], r: Reading) -> str:
    """A clause with the year that is said in the other one alone, and holds for this one as well."""
    text = r.text.cased
    said = {span: [d for d in times.dated(r) if span[0] <= d.start and d.end <= span[1]] for span in clauses}
    others = [each for span in clauses if span != clause for each in said[span]]
    if len(others) != 1 or said[clause]:
        return text[slice(*clause)]
    year = text[others[0].start : others[0].end]
    chinese = is_chinese(text[clause[0]])
    return f"{year}{text[slice(*clause)]}" if chinese else f"{text[slice(*clause)]} {year}"


def _plain(asked: RollQuestion) -> bool:
    """Whether it is asked who voted so, of all or of a group."""
    of_whom = asked.who == EVERYONE or isinstance(asked.who, Members)
    return of_whom and asked == RollQuestion(asked.votes, asked.who) and bool(asked.votes)


def _clauses(r: Reading) -> list[Span]:
    """Where the two clauses stand that have a vote and a subject each, in the same order; nothing where there are no
    such."""
    votes = sorted(longest((a, b) for a, b, _ in r.vote_words))
    subjects = sorted({span for span, _ in units(r) if not any(a < span[1] and span[0] < b for a, b in votes)})
    if len(votes) != _TWO:
        return []
    (one, _), (other, _) = votes
    before = [x for x in subjects if x[1] <= one]
    between = [x for x in subjects if one < x[0] and x[1] <= other]
    behind = [x for x in subjects if other < x[0]]
    if between and behind:
        return [(one, _whole(between[0], r)), (other, _whole(behind[0], r))]
    if len(between) == _TWO and not before:
        # 赞成甲决议但在乙决议上反对.
        end = _whole(between[0], r)
        return [(one, end), (end, votes[1][1])]
    return [(before[-1][0], votes[0][1]), (between[-1][0], votes[1][1])] if before and between else []


def _whole(subject: Span, r: Reading) -> int:
    """Where a subject ends, with the word for a resolution right behind it."""
    return max([subject[1], *(b for a, b in of_resolution(r) if a == r.skipped(subject[1], ()))])
