"""Brackets behind a group that only say who is in it: 五常（中国、法国…）, NATO (e.g. Norway)."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from bot.language.cues import Cue
from bot.language.named import Sense
from bot.language.normal import blank, signs_in
from bot.language.shapes import Shape
from bot.question.documents import cited
from bot.question.reading import Reading, letters
from bot.resolution import Resolution, Span

_BETWEEN = (Cue.MEMBERS, Cue.KIND_OF, Cue.OF_THOSE, Cue.COUNTRIES, Cue.FILLER)
"""What may stand between a group and the bracket behind it: NATO members (…)."""
_INSIDE = (Cue.JOIN, Cue.AND_THEN, Cue.MEMBERS, Cue.FILLER, Cue.LIKE, Shape.ARTICLE)


def of_members(r: Reading, in_view: Resolution | None) -> list[Span]:
    """Where brackets stand, with what is in them, that name all members of the group before them, of the day of the
    vote where that is known, or some as examples; none where they name others, or some and not as examples.

    in_view: the resolution that is spoken of where the message names none.
    """
    named = next((found[0] for d in r.documents if (found := cited(d, r))), in_view)
    return [(a, d) for (a, _), (_, d) in _brackets(r) if _names_members(r, a, d, named.adopted if named else None)]


def _brackets(r: Reading) -> list[tuple[Span, Span]]:
    """The signs at both ends of each bracket that has no other in it."""
    pairs = pairwise(signs_in(r.text.norm, "()"))
    return [(a, b) for a, b in pairs if r.text.norm[a[0]] + r.text.norm[b[0]] == "()"]


def _names_members(r: Reading, start: int, end: int, day: date | None) -> bool:
    """Whether what stands in a bracket says no more than who is in the group before it."""
    groups = [m for m in r.mentions if m.named.group and m.end <= start]
    before = next((m for m in groups if r.skipped(m.end, _BETWEEN) == start), None)
    named = [m for m in r.mentions if start < m.start < end]
    examples = [x for x in r.spans_of(Shape.EXAMPLES) if start < x[0] < end]
    known = [(m.start, m.end) for m in named] + examples + r.spans_of(*_INSIDE)
    left = letters(blank(r.text.norm, known)[start:end])
    if before is None or not named or left or any(m.named.sense is not Sense.STATE for m in named):
        return False
    codes = {code for m in named for code in m.named.codes}
    group = r.library.names.groups[before.named.group]
    ever = group.members | group.spells.keys()
    if examples or "..." in r.text.norm[start:end]:
        return codes <= ever
    days = [first for spells in group.spells.values() for first, _ in spells]
    return codes in ([group.on(day)] if day else [group.members, *map(group.on, days)])
