"""Who sides with one state, agrees with it, or votes with another against it: what looks like a word for a vote there,
and is none."""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.named import Mention, Sense
from bot.language.normal import is_chinese
from bot.language.shapes import Shape
from bot.question.model import ClarifyQuestion, Unclear
from bot.question.reading import VOTE_CUES, Reading
from bot.resolution import Vote


def with_sides(r: Reading) -> Reading:
    """The message with words that liken to a state in place of those for votes: who always agrees with the US voted as
    it did, and not in favour where it did."""
    if len(r.states) != 1 or not r.has(Cue.WHO, Cue.COUNTRIES):
        return r
    starts = {m.start for m in r.mentions if m.named.sense is Sense.STATE}
    empty = (Cue.MEMBERS, Cue.FILLER, Cue.ALWAYS)
    agrees = [x for x in r.spans_of(Shape.AGREES_WITH) if r.skipped(x[1], empty) in starts]
    differs = [x for x in r.spans_of(Shape.DISAGREES_WITH) if r.skipped(x[1], empty) in starts]
    if not agrees and not differs:
        return r
    cues = {cue: apart_from(of, [*agrees, *differs]) if cue in VOTE_CUES else of for cue, of in r.cues.items()}
    cues[Cue.SAME] = [*cues.get(Cue.SAME, ()), *agrees]
    cues[Cue.DIFFER] = [*apart_from(cues.get(Cue.DIFFER, ()), [*agrees, *differs]), *differs]
    return replace(r, cues={cue: of for cue, of in cues.items() if of})


def sided_against(r: Reading) -> ClarifyQuestion | None:
    """Did Germany ever vote with China against the US?, 德国和中国一起反对过美国吗: asked back, since where two voted
    alike and otherwise than a third is not counted; None where that is not asked."""
    named = sorted((m for m in r.mentions if m.named.sense is Sense.STATE), key=lambda m: m.start)
    # In Chinese a vote before a name may be that of whoever is named: 德国和中国都赞成，反对的是美国.
    together = r.has(Cue.SAME, Cue.LIKE) or r.tells(Shape.TOGETHER) or not is_chinese(r.text.norm[:1])
    if len(named) < _OF_THREE or not together or r.named_votes - {Vote.NO}:
        return None
    against = next((x for x in (_against(m, r) for m in named) if x), None)
    return ClarifyQuestion(Unclear.PART, part=r.text.norm[slice(*against)]) if against else None


def _against(state: Mention, r: Reading) -> tuple[int, int] | None:
    """Where a vote against a state stands, with its name, which is the last thing that is said."""
    empty = (Cue.MEMBERS, Cue.VOTING, Cue.FILLER, Cue.EVER)
    votes = [start for start, end, vote in r.vote_words if vote is Vote.NO and r.skipped(end, empty) == state.start]
    behind = r.skipped(state.end, (Cue.FILLER, Cue.QUESTION, Cue.YES_OR_NO))
    ends = not r.text.norm[behind:].strip(" ?.!؟")
    return (votes[0], state.end) if votes and ends else None


_OF_THREE = 3
"""Two that vote alike, and the one that they are against."""
