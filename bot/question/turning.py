"""From which resolution on a state voted otherwise: 从哪一份开始改变, à partir de quelle résolution a-t-il changé de
vote; of those that are named by number, or on a subject."""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.named import Mention, Sense
from bot.language.shapes import Shape
from bot.question.among import chosen
from bot.question.conditions import conditions, in_order, on_subject, without_topic
from bot.question.documents import cited
from bot.question.model import Question
from bot.question.reading import Reading
from bot.question.record import Among, HistoryQuestion, Order


def turning(r: Reading) -> Question | None:
    """The votes of one state in the order of time, and where they change; None where that is not asked, or of fewer
    than two resolutions."""
    spans = r.spans_of(Shape.FROM_WHICH_ON)
    if not spans or not r.has(Cue.CHANGED, Cue.DIFFER) or len(r.library.summaries) == 1 or r.groups:
        return None
    # Its "on" says of no resolution what it is on.
    cues = {cue: apart_from(of, spans) for cue, of in r.cues.items()}
    r = replace(r, own=(*r.own, *spans), cues={cue: of for cue, of in cues.items() if of})
    if r.documents:
        found = [cited(d, r) for d in r.documents]
        if any(len(x) != 1 for x in found):
            return None
        among = Among(symbols=tuple(dict.fromkeys(x[0].symbol for x in found)))
        states = tuple(code for m in voters(r, among.symbols) for code in m.named.codes)
    else:
        left, topic = without_topic(r)
        on_it = on_subject(left, conditions(left))
        if not isinstance(on_it, Among):
            return None
        words = in_order(r, topic, on_it.words) if topic else on_it.words
        among, states = replace(on_it, words=words, amendments=False), left.states
        if not words:
            return None
    if len(states) != 1 or len(chosen(among, r.library, recorded=True)) < _TWO:
        return None
    return HistoryQuestion(states, among=among, order=Order.EARLIEST, turning=True)


_TWO = 2


def voters(r: Reading, symbols: tuple[str, ...]) -> list[Mention]:
    """The states that a message names, less those that all of some resolutions are on, by their titles; all of them
    where no others are named: 南苏丹的几份决议中, 智利…"""
    catalogue, titles = r.library.catalogue, r.library.titles
    on = [titles.named_by(catalogue.places[symbol]) for symbol in symbols]
    states = [m for m in r.mentions if m.named.sense is Sense.STATE]
    others = [m for m in states if not all(set(m.named.codes) <= named for named in on)]
    return others or states
