"""Who changed on a subject, or whether a state did: did Brazil change its mind on Haiti, 哪些国家在某问题上改票了,
has it always voted the same on that?"""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.named import Mention, Sense
from bot.question import times
from bot.question.among import chosen
from bot.question.between import of_every
from bot.question.conditions import changes, conditions, in_order, on_subject, states_on, without_topic
from bot.question.model import Question
from bot.question.reading import Reading
from bot.question.record import Among, HistoryQuestion
from bot.question.sets import Measure
from bot.resolution import CAST

_TWO = 2


def turned_on(r: Reading) -> Question | None:
    """Whether a state voted alike on all resolutions on a subject, or not; who voted otherwise on the last of them than
    on the one of its body before. None where a message names no subject, or two times that are compared."""
    same = r.has(Cue.ALWAYS) and r.has(Cue.SAME) and len(r.mentions) - len(states_on(r)) == 1
    turned = changes(r) and not r.has(Cue.DIFFER)
    elsewhere = r.documents or r.votes or r.groups or len(times.dated(r)) > 1 or len(r.library.summaries) == 1
    if not (same or turned) or elsewhere:
        return None
    who = r.has(Cue.WHO, Cue.COUNTRIES)
    on = states_on(r)
    named = [m for m in r.mentions if m.named.sense is Sense.STATE]
    if who and named != on:
        return None
    left, topic = without_topic(r) if not who else _less(on, r)
    among = on_subject(left, conditions(left))
    if not isinstance(among, Among):
        return None
    among = replace(among, words=in_order(r, topic, among.words) if topic else among.words, amendments=False)
    found = chosen(among, r.library, recorded=True) if among.words and not among.drafts else []
    if who:
        return _who_turned(found, left) if turned else None
    if len(left.states) != 1 or len(found) < _TWO or not (r.asks or r.ends_as_question or same):
        return None
    # On resolutions of several kinds, no two votes need be alike; where all are, it did not change.
    whole = set(found) <= set(_like(r.library.summaries[found[0]].symbol, r))
    cast = {r.library.ballots.vote(at, left.states[0]) for at in found}
    whole = whole or len(cast & set(CAST)) == 1
    measure = Measure.SAME if same else Measure.DIFFERENT
    return HistoryQuestion(left.states, among=among, measure=measure if whole else Measure.LIST)


def _like(symbol: str, r: Reading) -> list[int]:
    """The places of the resolutions on the same as one."""
    return chosen(Among(like=symbol, amendments=False), r.library, recorded=True)


def _less(on: list[Mention], r: Reading) -> tuple[Reading, str]:
    """The message without the one state that resolutions are on, and its name; as it is where there is none."""
    if len(on) != 1:
        return r, ""
    span = (on[0].start, on[0].end)
    left = tuple(m for m in r.mentions if m is not on[0])
    return replace(r, mentions=left, own=(*r.own, span)), r.text.norm[slice(*span)]


def _who_turned(found: list[int], r: Reading) -> Question | None:
    """Who voted otherwise on the last of some resolutions than on the one of its body, and on the same, before it."""
    summaries = [r.library.summaries[at] for at in found]
    of_body = [x for x in summaries if x.body is summaries[0].body]
    alike = {r.library.summaries[at].symbol for at in _like(of_body[0].symbol, r)} if of_body else set()
    two = [x.symbol for x in of_body if x.symbol in alike][:_TWO]
    return of_every(r, two[::-1]) if len(two) == _TWO else None
