"""Who agrees with a state, sides with it, or disagrees: what looks like a word for a vote there, and is none."""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.named import Sense
from bot.language.shapes import Shape
from bot.question.reading import VOTE_CUES, Reading


def with_sides(r: Reading) -> Reading:
    """The message with words that liken to a state in place of those for votes: who always agrees with the US voted as
    it did, and not in favour where it did."""
    if len(r.states) != 1 or not r.has(Cue.WHO, Cue.COUNTRIES):
        return r
    starts = {m.start for m in r.mentions if m.named.sense is Sense.STATE}
    empty = (Cue.MEMBERS, Cue.FILLER, Cue.ALWAYS)
    agrees = [x for x in r.spans_of(Shape.AGREES_WITH) if r.skipped(x[1], empty) in starts]
    differs = [x for x in r.spans_of(Shape.DISAGREES_WITH) if r.skipped(x[1], empty) in starts]
    if r.has(Cue.EVER):
        # Кто никогда не согласен: a negation of one, beside "never".
        differs = [x for x in differs if not any(x[0] < a and b == x[1] for a, b in r.spans_of(Shape.AGREES_WITH))]
    if not agrees and not differs:
        return r
    cues = {cue: apart_from(of, [*agrees, *differs]) if cue in VOTE_CUES else of for cue, of in r.cues.items()}
    cues[Cue.SAME] = [*cues.get(Cue.SAME, ()), *agrees]
    cues[Cue.DIFFER] = [*apart_from(cues.get(Cue.DIFFER, ()), [*agrees, *differs]), *differs]
    return replace(r, cues={cue: of for cue, of in cues.items() if of})
