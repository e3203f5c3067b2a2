"""Who did not always vote so: 谁不是每次都投赞成票, qui n'a pas toujours voté contre; and not those who always did."""

from __future__ import annotations

from bot.language.cues import Cue
from bot.question.reading import UNKNOWN_BETWEEN, Reading
from bot.question.record import ThroughoutQuestion


def not_always(r: Reading) -> bool:
    """Whether a word for always is negated before the one vote that a message names: did not always vote in favour."""
    if len(r.named_votes) != 1:
        return False
    between = (Cue.VOTING, Cue.CAST, Cue.MEMBERS, Cue.FILLER, Cue.BEING)
    always = [start for start, _ in r.spans_of(Cue.ALWAYS)]
    return any(r.word_before(start, (Cue.NEGATION,), between, UNKNOWN_BETWEEN) for start in always)


def who_not_always(r: Reading) -> ThroughoutQuestion | None:
    """Those who voted otherwise at least once, of all or of a group; None where that is not asked."""
    asks = r.has(Cue.WHO, Cue.COUNTRIES) and not_always(r)
    if not asks or r.states or len(r.groups) > 1 or r.resolution is not None or r.has(Cue.HOW):
        return None
    group = r.groups[0] if r.groups else ""
    return ThroughoutQuestion(r.named_votes, each=False, least=True, share=True, not_always=True, group=group)


def of_each_titled(r: Reading) -> bool:
    """Whether it is asked if a state always, or ever, voted so on what several resolutions have for their title: did
    Chile always vote for the right to water?"""
    return bool(r.states and r.votes) and r.has(Cue.ALWAYS, Cue.EVER, Cue.TIMES)
