"""By how many votes those in favour are more than those against: 赞成比反对多一票; no list is told apart by that."""

from __future__ import annotations

from bot.language.cues import Cue
from bot.language.numerals import value
from bot.question.reading import Reading
from bot.resolution import Vote


def more_by(r: Reading) -> str:
    """The difference that is named right behind a word for more, where votes for and against are compared; empty where
    none is."""
    if not (r.named_votes >= {Vote.YES, Vote.NO} and r.has(Cue.COMPARE)):
        return ""
    norm, casts = r.text.norm, {start for start, _ in r.spans_of(Cue.CAST)}
    for start, end in r.spans_of(Cue.MOST, Cue.LEAST, Cue.MORE):
        behind = min((at for at in casts if 0 < at - end <= _LONGEST), default=end)
        if value(norm[end:behind].strip()):
            return norm[start:behind]
    return ""


_LONGEST = 4
"""Characters of the longest number that is looked for."""
