"""Which of several resolutions had more votes of a kind: 78/222和78/220哪份反对票多, more than the one before?"""

from __future__ import annotations

from bot.language.cues import Cue
from bot.language.shapes import Shape
from bot.question.another import on_the_same
from bot.question.conversation import Conversation
from bot.question.documents import cited
from bot.question.history import MOST_BETWEEN
from bot.question.reading import SOME, Reading
from bot.question.record import Among, ListQuestion, Order
from bot.resolution import Vote

_MOST_FIRST = {Vote.YES: Order.SUPPORTED, Vote.NO: Order.CONTESTED, Vote.ABSTAIN: Order.ABSTAINED}


def weighed(r: Reading, conversation: Conversation) -> ListQuestion | None:
    """Those resolutions, the one with the most of these votes first; None where that is not asked."""
    compares = r.has(Cue.MOST, Cue.COMPARE, Cue.LEAST, Cue.DIFFERENCE, Cue.MOST_VOTES)
    asks = compares or r.tells(Shape.WHICH_RESOLUTIONS)
    of_voters = r.states or r.groups or r.has(Cue.COUNTRIES)
    if len(r.library.summaries) == 1 or not asks or of_voters or len(r.named_votes) != 1:
        return None
    symbols = _weighed(r, conversation, compares)
    if not 1 < len(symbols) <= MOST_BETWEEN or r.left > SOME:
        return None
    fewest = r.has(Cue.LEAST) and not r.has(Cue.MOST) and r.named_votes == {Vote.YES}
    order = Order.LEAST_SUPPORTED if fewest else _MOST_FIRST[next(iter(r.named_votes))]
    return ListQuestion(Among(symbols=symbols), order=order, results=True)


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
    shown = conversation.listed
    of_shown = r.has(Cue.OF_SHOWN, Cue.AMONG, Cue.IT, Cue.BOTH) or r.tells(Shape.WHICH_RESOLUTIONS)
    if not named and len(shown) > 1 and of_shown and compares:
        return shown
    other = on_the_same(r, in_view) if in_view and r.has(Cue.COMPARE) else None
    return (in_view.symbol, other.symbol) if in_view and other else ()
