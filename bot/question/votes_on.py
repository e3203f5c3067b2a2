"""A state that votes are on, and so no voter: how many votes on Chad were there, 乍得的表决结果."""

from __future__ import annotations

from bot.language.cues import Cue
from bot.language.named import Mention, Sense
from bot.language.shapes import Shape
from bot.question.reading import Reading


def votes_on(state: Mention, r: Reading) -> bool:
    """Whether a state stands right behind a word for votes and one that says what these are on."""
    starts = {r.skipped(end, ()) for _, end in r.spans_of(Cue.CAST)}
    on = [b for a, b in r.spans_of(Cue.ON_SUBJECT) if a in starts]
    return any(r.skipped(b, (Cue.MEMBERS, Cue.FILLER)) == state.start for b in on)


def vote_was_on(r: Reading) -> list[Mention]:
    """The one state that a message names, where it is what was voted on: with the result of a vote behind it in
    Chinese, or a word for what is voted on before it, 就乍得的表决, التصويت على تشاد; nothing where it may be a
    voter."""
    if len(r.mentions) != 1 or r.mentions[0].named.sense is not Sense.STATE or r.has(Cue.HOW, Cue.STANCE):
        return []
    state = r.mentions[0]
    cast = r.spans_of(Cue.CAST)
    before = [a for a, b in r.spans_of(Shape.OF_OBJECT) if r.skipped(b, ()) == state.start]
    objects = any(b <= at for at in before for _, b in cast) or any(state.end <= a for a, _ in cast if before)
    # 乍得的表决结果, and not 乍得的投票.
    behind = r.skipped(state.end, (Cue.OF_THOSE,))
    results = [(a, b) for a, b in r.spans_of(Cue.RESULT) if a == behind]
    of_vote = any(a <= x and y <= b for a, b in results for x, y in cast)
    return [state] if objects or of_vote else []
