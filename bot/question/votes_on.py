"""A state that votes are on, and so no voter: how many votes on Chad were there?"""

from __future__ import annotations

from bot.language.cues import Cue
from bot.language.named import Mention
from bot.question.reading import Reading


def votes_on(state: Mention, r: Reading) -> bool:
    """Whether a state stands right behind a word for votes and one that says what these are on."""
    starts = {r.skipped(end, ()) for _, end in r.spans_of(Cue.CAST)}
    on = [b for a, b in r.spans_of(Cue.ON_SUBJECT) if a in starts]
    return any(r.skipped(b, (Cue.MEMBERS, Cue.FILLER)) == state.start for b in on)
