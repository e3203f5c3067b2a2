"""Two states, neither of which voted so, where each has a negation of its own: ni le non du Chili ni celui du Pérou,
既没有智利反对也没有秘鲁反对, لا تشيلي ولا بيرو ضد."""

from __future__ import annotations

from bot.language.cues import Cue
from bot.language.named import Sense
from bot.question.reading import VOTE_CUES, Reading
from bot.resolution import CAST, Vote


def of_neither(r: Reading) -> tuple[frozenset[Vote], ...]:
    """What each of those states voted, in their order: anything but the one vote that is named; nothing where a message
    does not say so of all of them."""
    states = [m for m in r.mentions if m.named.sense is Sense.STATE]
    votes = {vote for _, _, vote in r.vote_words}
    if len(votes) != 1 or len(states) < _TWO or len(states) != len(r.states):
        return ()
    between = (Cue.MEMBERS, Cue.FILLER, *VOTE_CUES)
    negations = [r.word_before(m.start, (Cue.NEITHER, Cue.NEGATION), between) for m in states]
    each = {x for x in negations if x}
    return (frozenset(set(CAST) - votes),) * len(states) if len(each) == len(states) else ()


_TWO = 2
