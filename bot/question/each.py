"""What each of several states is said to have voted: 中国赞成而美国反对, opposed by Russia but not by China."""

from __future__ import annotations

from bot.language.cues import Cue
from bot.language.named import Sense
from bot.language.shapes import Shape
from bot.question.conditions import apart_from
from bot.question.reading import Reading
from bot.question.relative import subjects
from bot.resolution import CAST, Vote


def each_of(r: Reading) -> tuple[frozenset[Vote], ...]:
    """What each state is said to have voted: 中国赞成而美国反对, supported by China and opposed by the US; nothing
    where that is not clear."""
    states = [m for m in r.mentions if m.named.sense is Sense.STATE]
    votes = sorted({(s, e, vote) for vote, spans in r.vote_spans.items() for s, e in spans})
    cast = [frozenset(set(CAST) - {vote}) if r.negated(at) else frozenset({vote}) for at, _, vote in votes]
    # A state may be named twice, by its capital too: the name nearest to the vote says whose it is.
    for near in (
        [max((m for m in states if m.end <= at), key=lambda m: m.end, default=None) for at, _, _ in votes],
        [min((m for m in states if m.start >= at), key=lambda m: m.start, default=None) for _, at, _ in votes],
    ):
        whose = {m.named.codes[0]: vote for m, vote in zip(near, cast, strict=True) if m}
        if len(votes) == len(whose) == len(r.states):
            return tuple(whose[code] for code in r.states)
    return by_subject(r)


def by_subject(r: Reading) -> tuple[frozenset[Vote], ...]:
    """The same by whose vote each is; nothing where it is not said of every state."""
    said = subjects(r)
    of = {code: votes for m, votes in said.of.items() for code in m.named.codes} if said and not said.asked else {}
    return tuple(of[code] for code in r.states) if set(of) == set(r.states) else ()


def denied(r: Reading) -> tuple[frozenset[Vote], ...]:
    """The same where a negation beside a name alone says that it did not: Russia opposed but China didn't, pero no
    Rusia; nothing where none does."""
    votes = frozenset(r.named_votes)
    if r.has(Cue.NEITHER) and not r.refused_votes:
        # Neither China nor India supported it.
        return (frozenset(set(CAST) - votes),) * len(r.states)
    negations = apart_from(r.spans_of(Cue.NEGATION), r.spans_of(Cue.WHETHER, Cue.CORRECTION))
    empty = (Cue.FILLER, Cue.OF_THOSE, Cue.MEMBERS)
    states = [m for m in r.mentions if m.named.sense is Sense.STATE]
    not_so = {
        code
        for m in states
        for code in m.named.codes
        if any(r.skipped(m.end, ()) == start and _ends_clause(end, r) for start, end in negations)
        or any(r.skipped(end, empty) == m.start and m is not states[0] for _, end in negations)
    }
    others = frozenset(set(CAST) - votes)
    return tuple(others if code in not_so else votes for code in r.states) if not_so else ()


def _ends_clause(at: int, r: Reading) -> bool:
    """Whether nothing but empty words, or the resolutions themselves, follow in a clause."""
    end = r.skipped(at, (Cue.FILLER, Cue.OF_THOSE, Cue.DOCUMENTS, Cue.QUESTION))
    organs = {start for start, _, _ in r.library.catalogue.organs(r.text.norm)}
    resolutions = {start for start, _ in r.spans_of(Shape.RESOLUTION)}
    return end >= len(r.text.norm) or r.text.norm[end] in ",.?!;" or end in organs | resolutions
