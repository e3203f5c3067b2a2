"""On which resolutions everybody voted the same: ¿en cuáles votaron todos igual?, 哪些决议所有国家投得一样."""

from __future__ import annotations

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.shapes import Shape
from bot.question.reading import Reading


def all_alike(r: Reading) -> bool:
    """Whether resolutions are meant on which everybody voted the same, and so in favour."""
    alike = r.has(Cue.ALL) and r.has(Cue.SAME) and r.has(Cue.CAST, Cue.DOCUMENTS)
    of = r.has(Cue.DOCUMENTS) or r.tells(Shape.WHICH_RESOLUTIONS)
    others = r.mentions or r.votes or r.has(Cue.NEGATION, Cue.DIFFER, Cue.ALIKE)
    # All countries: everybody; which countries asks for them.
    which = apart_from(r.spans_of(Cue.COUNTRIES), r.spans_of(Cue.ALL))
    return alike and of and not (others or which)
