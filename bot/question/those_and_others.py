"""Those who are named, and so many others who voted as they did: Cuba and two others were against."""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.lexicon import longest
from bot.language.shapes import Shape
from bot.question.reading import Reading
from bot.question.record import Bound
from bot.resolution import Span


def with_others(r: Reading) -> tuple[int, tuple[Span, ...]]:
    """How many voted as those did that are named, or spoken of, and where that is said: with one other country; nought
    where it is not said."""
    if ones := r.spans_of(Shape.ONE_OTHER):
        return 1, tuple(longest(ones))
    empty = (Cue.FILLER, Cue.ONLY, Cue.MEMBERS, Cue.KIND_OF)
    for start, end, count in r.library.lexicon.references.numbers(r.text.norm):
        for a, b in longest(r.spans_of(Shape.OTHER_VOTERS)):
            if r.skipped(end, empty) == a or r.skipped(b, empty) == start:
                return count, ((start, end), (a, b))
    return 0, ()


def of_those_and_others(r: Reading) -> Reading | None:
    """The message where the states that it names and so many others voted so, and nobody else; None where it says no
    such thing."""
    count, spans = with_others(r)
    if not count or not r.states or len(r.named_votes) != 1 or r.votes != r.named_votes:
        return None
    votes = len(r.states) + count
    taken = (Cue.ONLY, Cue.MOST, Cue.MORE, Cue.EITHER, Cue.COUNTRIES, Cue.ELSE, Cue.LIKE, Cue.OTHER_ONE, Cue.REST)
    cues = {cue: of for cue, of in r.cues.items() if cue not in taken}
    bound = Bound(next(iter(r.named_votes)), votes, votes)
    return replace(r, cues=cues, own=(*r.own, *spans, *r.spans_of(*taken)), bounds=(*r.bounds, bound))
