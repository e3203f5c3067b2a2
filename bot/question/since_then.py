"""Who changed in a resolution that is described, by another one on the same: 2025年缅甸决议哪些国家改票了."""

from __future__ import annotations

from bot.language.cues import Cue
from bot.question.among import chosen
from bot.question.between import of_every
from bot.question.conditions import changes
from bot.question.conversation import Conversation
from bot.question.model import Question
from bot.question.reading import Reading
from bot.question.record import Among
from bot.resolution import Resolution


def since_then(r: Reading, described: Resolution | None, conversation: Conversation) -> Question | None:
    """Who voted otherwise on the resolution that a message describes than on the one in view, where this is on the
    same; else on the one of the same body before it. None where it is not asked who changed, or there is no other."""
    asks = changes(r) and r.has(Cue.WHO, Cue.COUNTRIES) and not r.states
    if described is None or not asks or described.symbol == conversation.symbol:
        return None
    summaries, here = r.library.summaries, r.library.catalogue.summary(described.symbol)
    on_it = [summaries[at] for at in chosen(Among(like=here.symbol, amendments=False), r.library, recorded=True)]
    in_view = [x for x in on_it if x.symbol == conversation.symbol]
    before = [x for x in on_it if x.body is here.body and x.adopted < here.adopted]
    other = next(iter([*in_view, *before]), None)
    two = sorted((here, other), key=lambda x: x.adopted) if other else ()
    return of_every(r, [x.symbol for x in two]) if two else None
