"""Which of several resolutions had more votes of a kind: 78/222和78/220哪份反对票多, more than the one before?"""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.shapes import Shape
from bot.question import times
from bot.question.another import on_the_same
from bot.question.between import MOST_BETWEEN
from bot.question.conditions import conditions
from bot.question.conversation import Conversation
from bot.question.documents import cited
from bot.question.model import ClarifyQuestion, Unclear
from bot.question.ordering import MOST_FIRST
from bot.question.reading import SOME, Reading
from bot.question.record import Among, Bound, HistoryQuestion, ListQuestion, Order, PagedQuestion
from bot.resolution import Vote

_FEWEST_FIRST = {
    Vote.YES: Order.LEAST_SUPPORTED, Vote.NO: Order.LEAST_CONTESTED, Vote.ABSTAIN: Order.LEAST_ABSTAINED,
}  # fmt: skip


def weighed(r: Reading, conversation: Conversation) -> ListQuestion | ClarifyQuestion | None:
    """Those resolutions, the one with the most of these votes first; asked back where none was spoken of. None where
    that is not asked."""
    compares = r.has(Cue.MOST, Cue.COMPARE, Cue.LEAST, Cue.DIFFERENCE, Cue.MOST_VOTES)
    compares = compares or r.tells(Shape.FEWER)
    asks = compares or r.tells(Shape.WHICH_RESOLUTIONS)
    of_voters = r.states or r.groups or r.has(Cue.COUNTRIES) or r.tells(Shape.REST_OF_LIST)
    if len(r.library.summaries) == 1 or of_voters:
        return None
    if r.has(Cue.NARROWEST) and not r.named_votes and len(two := _weighed(r, conversation, compares=True)) == 2:
        return ListQuestion(Among(symbols=two), order=Order.NARROWEST, results=True)
    # 弃权了哪些, then 哪几份是反对的: how those voted.
    of_states = isinstance(conversation.last, HistoryQuestion) and not compares
    if not asks or len(r.named_votes) != 1 or of_states:
        return None
    if bounded := _than_one(r):
        return bounded
    symbols = _weighed(r, conversation, compares)
    those, last = r.spans_of(Cue.THAT_SET), conversation.last
    spoken_of = conversation.last_two or len(conversation.states) > 1 or isinstance(last, PagedQuestion)
    if those and r.has(Cue.WHICH_OF) and not (spoken_of or r.documents or r.bodies or times.dated(r)):
        # Which of the two had more noes, where no two were spoken of.
        return ClarifyQuestion(Unclear.PART, part=r.text.norm[slice(*those[0])])
    if not 1 < len(symbols) <= MOST_BETWEEN or r.left > SOME:
        return None
    fewer = r.spans_of(Cue.LEAST, Shape.FEWER)
    fewest = bool(fewer) and not apart_from(r.spans_of(Cue.MOST), fewer)
    order = (_FEWEST_FIRST if fewest else MOST_FIRST)[next(iter(r.named_votes))]
    # Did more vote for it than last time: for the one in view, or the first that is named.
    ahead = symbols[0] if r.asks and not r.has(Cue.WHO) and not r.tells(Shape.WHICH_RESOLUTIONS) else ""
    return ListQuestion(Among(symbols=symbols), order=order, results=True, ahead=ahead)


def _than_one(r: Reading) -> ListQuestion | None:
    """哪些联大决议反对票比78/35多: those with more of these votes than the one that is named; None where that is not
    asked, or it has no result."""
    found = [x for d in r.documents for x in cited(d, r)]
    if len(found) != 1 or found[0].tally is None or not r.has(Cue.DOCUMENTS):
        return None
    vote, fewer = next(iter(r.named_votes)), r.has(Cue.LEAST) or r.tells(Shape.FEWER)
    if fewer is r.has(Cue.MOST):
        return None
    count = found[0].tally.of(vote)
    bound = Bound(vote, most=count - 1) if fewer else Bound(vote, least=count + 1)
    among = replace(conditions(r), bounds=(bound,))
    return ListQuestion(among, order=(_FEWEST_FIRST if fewer else MOST_FIRST)[vote], results=True)


def _weighed(r: Reading, conversation: Conversation, compares: bool) -> tuple[str, ...]:
    """The symbols of the resolutions that are compared: those named, the one in view with one named or one on the same
    of another time, or those that were shown."""
    named = tuple(dict.fromkeys(found[0].symbol for d in r.documents if len(found := cited(d, r)) == 1))
    if len(named) > 1 or (r.documents and not named):
        return named
    in_view = r.library.get(conversation.symbol) if conversation.symbol else None
    if named and in_view and named[0] != in_view.symbol and r.has(Cue.COMPARE):
        return in_view.symbol, named[0]
    in_view = r.library.get(named[0]) if named else in_view
    last = conversation.turns[-1] if conversation.turns else None
    of_list = last is not None and isinstance(last.question, (ListQuestion, HistoryQuestion)) and len(last.symbols) != 2
    # Of a list that was shown last, it is asked of all of it.
    shown = () if of_list else conversation.last_two or conversation.listed
    which = r.tells(Shape.WHICH_RESOLUTIONS, Shape.WHICH_OF_THEM)
    of_shown = (r.has(Cue.OF_SHOWN, Cue.AMONG, Cue.IT, Cue.BOTH) and compares) or which
    if not named and len(shown) > 1 and of_shown and (compares or shown == conversation.last_two):
        return shown
    other = on_the_same(r, in_view) if in_view and r.has(Cue.COMPARE) else None
    if in_view and other:
        return in_view.symbol, other.symbol
    # More than the one before: where there is none on the same, the one that was spoken of before.
    before = r.has(Cue.COMPARE) and r.tells(Shape.ONE_BEFORE) and not named
    return conversation.last_two if before else ()
