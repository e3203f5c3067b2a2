"""What of a message only says what the resolutions are on that it names by symbol."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.corpus.near_titles import NEAR, likeness
from bot.language.cues import Cue
from bot.language.dates import Period
from bot.language.lexicon import longest
from bot.language.named import Sense
from bot.language.normal import BLANK, blank
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import chosen
from bot.question.conditions import asks_who
from bot.question.documents import LEAST_WORDS, cited
from bot.question.pieces import Piece, pieces, states_in, unknown, without_asked
from bot.question.reading import Reading, weight
from bot.question.record import Among
from bot.resolution import Resolution, Span

_FITS = 0.45
"""The least likeness of the title of a resolution that is named by symbol, the nearest of those of its body and year,
for words to describe it: of 61 short descriptions in seven languages that do 51 reach it, and 2 of 32 that describe
others; with 0.40 56 and 4, with 0.50 47 and 2. 0.60 (NEAR) is asked of words that stand away from the symbol."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What of a message only says what the resolutions are on that it names by symbol."""

    fits: tuple[Span, ...]
    other: tuple[Span, ...]
    """What says that they are on something else."""


def beside_symbol(r: Reading) -> Beside:
    """The descriptions of resolutions that are named by symbol as well; nothing where their text is asked about."""
    named = tuple(x for d in r.documents for x in cited(d, r)[:1])
    about_text = any(x.paragraphs for x in named) and (not r.about_votes or r.has(Cue.IT_IS_SAID))
    if not named or about_text or len(r.library.summaries) == 1:
        return Beside((), ())
    bodies = [(a, b) for a, b, body in r.library.bodies_in(r.text.norm) if body in {x.body for x in named}]
    groups = [(m.start, m.end) for m in r.mentions if m.named.group]
    fits: list[Span] = []
    other: list[Span] = []
    # 2025年的58/28: of the year that it was adopted in.
    # How many in 2024, and when was 58/28 adopted: that is when others were.
    of_others = r.has(Cue.DOCUMENTS, Cue.ALL_DOCUMENTS, Cue.TIMES) or r.tells(Shape.WHICH_RESOLUTIONS)
    days = () if of_others else times.dated(r)
    fits += [(d.start, d.end) for d in days if any(d.period.has(x.adopted) for x in named)]
    # Those whom a message leaves out are nothing that it is on: 78/7除了以色列.
    left_out = r.spans_of(Cue.EXCEPT, Cue.EXCEPT_BEHIND)
    apart = (p for p in pieces(r, [*bodies, *groups]) if not any(a < p.end and p.start < b for a, b in left_out))
    for piece in apart:
        of_it = next((found for x in named if (found := _of(r, piece, x))), None)
        if of_it:
            fits.append(with_one(r, of_it.whole))
        elif unknown(r, piece.start, piece.end) >= LEAST_WORDS and (piece.on or piece.marked or _is_one(r, piece.end)):
            other.append(with_one(r, piece.whole))
    fits += _proposals(r, fits)
    return Beside(tuple(fits), tuple(other))


def _proposals(r: Reading, described: Sequence[Span]) -> list[Span]:
    """Where a word for a draft or an amendment only says what a symbol beside it is of, with no more than what that is
    on between them: 修正案A/HRC/57/L.39."""
    words = (Cue.FILLER, Cue.OF_THOSE, Cue.JOIN, Shape.WHICH_ONE, Shape.ARTICLE, Cue.ON_SUBJECT)
    empty = [*described, *r.spans_of(*words)]
    found = []
    for a, b in longest(r.spans_of(Shape.PROPOSAL)):
        for d in r.documents:
            (_, end), (start, _) = sorted(((a, b), (d.start, d.end)))
            between = blank(r.text.norm[end:start], [(x - end, y - end) for x, y in empty if end <= x and y <= start])
            if not between.strip(f" :,({BLANK}"):
                found.append((a, b))
    return found


def _of(r: Reading, piece: Piece, resolution: Resolution) -> Piece | None:
    """The piece, without who is asked about, if it says what the resolution is on; else None."""
    place = r.library.catalogue.places[resolution.symbol]
    asks_on = any(a <= piece.whole[0] < b for a, b in r.cues.get(Cue.AND_THEN, ()))
    # On which did Japan abstain: that "on" is of what is asked.
    which = r.spans_of(Shape.WHICH_OF_THEM, Shape.WHICH_RESOLUTIONS)
    asks_on = asks_on or any(a < piece.start and piece.whole[0] < b for a, b in which)
    if piece.on and not asks_on and states_in(r, piece) and not _in_record(r, piece, resolution):
        # The vote on 2722 on Yemen, which is no member.
        return piece
    bare = without_asked(r, piece, r.library.titles.named_by(place))
    bare = without_asked(r, bare, None) if bare else None
    if bare is None:
        return None
    named, on = states_in(r, bare), r.library.titles.named_by(place)
    in_title = bool(named) and all(set(m.named.codes) <= on for m in named)
    asks_of_no_state = r.has(Cue.RESULT, Cue.CHANGED) and not (r.votes or r.has(Cue.HOW, Cue.AND_THEN))
    if named and ((asks_of_no_state and (in_title or bare.on or bare.marked)) or (bare.marked and in_title)):
        # The tally of 78/7 on Cuba, 78/7 (embargo on Cuba): the state is in its title.
        return bare
    if unknown(r, bare.start, bare.end) < LEAST_WORDS:
        # A state alone, in brackets or behind "on", where others are asked about: 伊朗78/220谁反对.
        asks = r.has(Cue.HOW, Cue.WHETHER, Cue.YES_OR_NO) or not r.votes
        of_nobody = not asks and not _in_record(r, bare, resolution)
        of_all = of_nobody or asks_who(r) or (bool(r.votes) and r.has(Cue.HOW_MANY))
        # Иран, 78/220, как голосовал БРИКС: beside the symbol, where a group is asked about.
        of_a_group = bool(r.groups) and bare.beside
        of_all = of_all or (of_a_group and all(set(m.named.codes) <= on for m in states_in(r, bare)))
        # The vote on 2677 on South Sudan: what it is on.
        set_apart = of_states(r, bare) and bare.marked
        return bare if set_apart or (states_in(r, bare) and (of_all or bare.on)) else None
    words = r.text.cased[bare.start : bare.end]
    among = frozenset(chosen(Among(year_of(resolution), resolution.body), r.library))
    near = r.library.titles.ranked(words, among)
    least = _FITS if bare.on or bare.beside else NEAR
    fits = any(place in x.places and likeness(x.found, weight(words)) >= least for x in near[:1])
    return bare if fits else None


def _in_record(r: Reading, piece: Piece, resolution: Resolution) -> bool:
    """Whether the record of a vote has a state that a piece names."""
    voters = {voter.code for voter in resolution.roll_call}
    return any(code in voters for m in states_in(r, piece) for code in m.named.codes)


def year_of(resolution: Resolution) -> tuple[Period, ...]:
    """The year in which a resolution was adopted."""
    return (Period.of(resolution.adopted.year),)


def with_one(r: Reading, span: Span) -> Span:
    """The span with a word behind it that says that it is one of several, and the article of that: the … one."""
    ones = [b for a, b in r.shapes.get(Shape.LISTED_ONE, ()) if a == r.skipped(span[1], ())]
    articles = [a for a, b in r.shapes.get(Shape.ARTICLE, ()) if ones and r.skipped(b, ()) == span[0]]
    return min([span[0], *articles]), max([span[1], *ones])


def _is_one(r: Reading, end: int) -> bool:
    """Whether such a word stands behind a place."""
    return with_one(r, (end, end))[1] > end


def of_states(r: Reading, piece: Piece) -> bool:
    """Whether a piece names states, and somebody else is asked about, or none in particular."""
    named = states_in(r, piece)
    others = any(m not in named and m.named.sense is not Sense.WORD for m in r.mentions)
    asks = r.has(Cue.WHO, Cue.COUNTRIES, Cue.RESULT, Cue.CHANGED, Cue.LATEST_ONE) or counts_voters(r)
    # More abstentions than votes in favour: of nobody in particular.
    asks = asks or (len(r.named_votes) > 1 and r.tells(Shape.THAN) and r.tells(Shape.MORE_THAN, Shape.FEWER_THAN))
    return bool(named) and (others or asks)


def counts_voters(r: Reading) -> bool:
    """Whether it is asked how many voted so, on one resolution: how many in favour?"""
    return r.has(Cue.HOW_MANY) and len(r.named_votes) == 1 and not r.has(Cue.TIMES, Cue.DOCUMENTS)
