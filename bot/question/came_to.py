"""What some resolutions came to, beside how states voted on them: how many that China supported were rejected,
中国支持的有几个没通过."""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.lexicon import apart_from, longest
from bot.language.shapes import Shape
from bot.question.reading import VOTE_CUES, Reading
from bot.resolution import Outcome, Span


def with_outcome(r: Reading) -> Reading:
    """The message, where states are named that voted otherwise in it, without the vote in a word for what became of
    resolutions: were rejected; what a state rejected it voted against."""
    of = {a for a, _ in r.spans_of(Shape.AMENDMENT, Shape.RESOLUTION, Shape.DRAFT)}
    ends = {len(r.text.norm[: m.end].rstrip()) for m in r.mentions}

    def became(span: Span) -> bool:
        """Were rejected, and rejected amendments; not what a state right before it rejected."""
        passive = r.precedes(span[0], (Cue.BEING,), (Cue.VOTING, Cue.FILLER))
        return passive or (r.skipped(span[1], ()) in of and len(r.text.norm[: span[0]].rstrip()) not in ends)

    said = [x for x in longest(r.spans_of(Cue.REJECTED)) if became(x)]
    votes = [(a, b) for a, b, _ in r.vote_words]
    others = [x for x in votes if not any(a <= x[0] and x[1] <= b for a, b in said)]
    if not (said and others) or not (r.states or r.groups):
        return r
    cues = {cue: apart_from(of, said) if cue in VOTE_CUES else of for cue, of in r.cues.items()}
    return replace(r, cues={cue: of for cue, of in cues.items() if of})


def outcome_of(r: Reading) -> Outcome | None:
    """What resolutions are to have come to by a message; None where it says nothing of that."""
    rejected = longest(r.spans_of(Cue.REJECTED))
    votes = [(a, b) for a, b, _ in r.vote_words]
    # What a state rejected it voted against; what failed, with its vote beside, is what became of that.
    failed = apart_from(rejected, votes)
    of_states = bool(r.states or r.groups)
    if (rejected and not of_states) or (failed and votes):
        return Outcome.REJECTED
    adopted: list[Span] = apart_from(r.spans_of(Shape.ADOPTED), rejected)
    return Outcome.ADOPTED if adopted and not r.tells(Shape.WITHOUT_A_VOTE) else None
