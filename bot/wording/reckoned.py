"""The words for what is reckoned from the figures of a vote."""

from __future__ import annotations

from bot.answer.model import Reckoned, TallyAnswer
from bot.question.model import Fraction, Supposed
from bot.resolution import Body, Tally
from bot.wording.outcome import figures_of
from bot.wording.pieces import Block, Piece, Style
from bot.wording.sets import described
from bot.wording.voice import Voice

_MOST_NAMED = 20
"""How many states that are supposed to have voted otherwise are named one by one."""


def by_reckoning(answer: TallyAnswer, tally: Tally, voice: Voice) -> tuple[Block, ...]:
    """The blocks before the result: whether a share of the votes was reached, or what it would have been; none where
    neither is asked."""
    if answer.question.fraction:
        return _fraction(answer, answer.question.fraction, tally, voice)
    if answer.question.supposed and not answer.reckoned:
        return ((Piece(voice.wording("none.future")),),)
    if answer.reckoned and answer.question.supposed and answer.reckoned.tally != tally:
        # Of what was so, the result says it all.
        return _supposed(answer, answer.reckoned, answer.question.supposed, voice)
    return ()


def _fraction(answer: TallyAnswer, fraction: Fraction, tally: Tally, voice: Voice) -> tuple[Block, ...]:
    """Whether it was reached, of those present and voting and of all."""
    first = voice.wording(f"tally.fraction_{answer.verdict}")
    lines = []
    for key, of in (("fraction", tally.yes + tally.no), ("fraction_of_all", tally.total)):
        needed = fraction.of(of)
        reached = voice.wording("tally.reached" if tally.yes >= needed else "tally.not_reached")
        lines.append(
            voice.wording(
                f"tally.{key}",
                yes=tally.yes,
                of=of,
                percent=voice.wording.percent(tally.yes / of if of else 0),
                fraction=voice.wording(f"tally.{fraction}"),
                needed=needed,
                reached=reached,
            )
        )
    return ((Piece(first, Style.BOLD), Piece("\n" + "\n".join(lines))),)


def _supposed(answer: TallyAnswer, found: Reckoned, supposed: Supposed, voice: Voice) -> tuple[Block, ...]:
    """What it would have been, said to be a sum and nothing else."""
    resolution, after = answer.resolution, found.tally
    few = 0 < len(found.moved) <= _MOST_NAMED
    named = voice.listed(voice.alphabetical(voice.state(code, resolution) for code in found.moved)) if few else ""
    values = {
        "states": named or described(supposed.who, resolution, voice),
        "vote": voice.wording(f"heading.{supposed.vote}"),
        **figures_of(after, voice.wording),
    }
    if supposed.count and not found.moved:
        said = voice.wording("tally.supposed_some", count=supposed.count, **values)
    else:
        said = voice.wording("tally.supposed", **values)
    margin = after.yes - after.no
    if resolution.body is not Body.SECURITY_COUNCIL:
        # There, nine votes are needed, and none against of a permanent member.
        more, no_more = voice.wording("tally.supposed_more", margin=margin), voice.wording("tally.supposed_no_more")
        said += voice.space + (more if margin > 0 else no_more)
    return ((Piece(voice.wording("tally.supposed_head"), Style.BOLD), Piece("\n" + said)),)
