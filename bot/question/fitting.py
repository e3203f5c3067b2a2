"""Which resolutions a piece of a message fits: by the words of their titles, what these mean, the states that they
name, and by the body and the time beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.corpus.lazy import Lazy
from bot.corpus.near_titles import HARDLY, Told, likeness
from bot.language.cues import Cue
from bot.language.dates import Period
from bot.language.lexicon import apart_from
from bot.language.named import Sense
from bot.language.normal import blank, is_chinese
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import about, chosen, naming, titled_so
from bot.question.beside import counts_voters, with_one
from bot.question.choice import DocumentChoice
from bot.question.conditions import OF_AMENDMENTS, amendments, asks_who
from bot.question.documents import DOCUMENTS_OFFERED, LEAST_WORDS, adopted, narrowed
from bot.question.latest import by_time
from bot.question.pieces import Piece, of_resolution, states_in, unknown
from bot.question.reading import Reading, letters, weight
from bot.question.record import Among
from bot.question.sessions import sessions, spans_of_sessions
from bot.question.thresholds import told_result
from bot.question.whole_titles import wholly
from bot.resolution import Resolution, Span, Vote
from bot.store.summary import Summary


def of_nobody(r: Reading) -> bool:
    """Whether the votes of no state are asked about by its name: who voted so, what was the result?"""
    return asks_who(r) or (r.has(Cue.RESULT) and not r.has(Cue.HOW, Cue.AMONG, Cue.TIMES))


def result_on(r: Reading) -> bool:
    """Whether the result is asked for of a time, and all else is a state that no record of then lists, so that it is
    what a resolution is on, and no voter: Belarus 2025 vote result."""
    # South Sudan 2026, how many in favour.
    asks = counts_voters(r) or (r.has(Cue.RESULT) and not r.has(Cue.HOW, Cue.HOW_MANY) and not r.votes)
    if not asks or not len(r.states) == 1 == len(r.mentions) or not times.periods(r):
        return False
    body = next(iter(r.bodies)) if len(r.bodies) == 1 else None
    then = chosen(Among(times.periods(r), body), r.library, recorded=True)
    return all(r.library.ballots.vote(at, r.states[0]) is Vote.ABSENT for at in then)


def not_asked(r: Reading, piece: Piece) -> bool:
    """Whether the states in a piece are not who is asked about: somebody else is, or nobody by its name."""
    named = states_in(r, piece)
    return of_nobody(r) or any(m not in named and m.named.codes for m in r.mentions)


def fitting(r: Reading, piece: Piece) -> DocumentChoice | None:
    """The resolution that a piece describes, among those of the body and the year that the message names; or those that
    may be meant."""
    body = next(iter(r.bodies)) if len(r.bodies) == 1 else None
    periods = _periods(r, piece)
    # Of amendments alone, where these are meant.
    special = r.tells(Shape.SPECIAL_SESSION)
    bounds, _ = told_result(r)
    session = next((number for _, number in sessions(r)), 0)
    of = Among(periods, body, special=special, amendments=amendments(r) or None, bounds=bounds, session=session)
    meets = chosen(of, r.library)
    among = meets or chosen(replace(of, bounds=(), session=0), r.library)
    surely, found = told_by(r, piece, frozenset(among))
    # Of a session, or with a result, that none has, another one is offered at most.
    surely = surely and bool(meets)
    # 海地多国部队决议, and nothing else: who is named is what it is on. Where one is found, that is not looked for.
    alone = piece.beside and not (r.about_votes or r.asks)
    of_states = not found and (not_asked(r, piece) or (alone and _comes_near(r, piece, frozenset(among))))
    on = on_its_states(r, piece, frozenset(among)) if of_states else ()
    if on:
        meant = by_time(r)
        if meant and meant.last and len({x.title.text for x in on}) == 1:
            on = meant.of(on)
        one_each = len(on) == 1 or _one_of_each_time(periods, on)
        return as_choice(r, piece, on, surely=bool(meets) and one_each and _comes_near(r, piece, frozenset(among)))
    of_days = bool(periods) and all(period.first == period.last for period in periods)
    if not surely and len(among) == 1 and of_days:
        # No other was adopted on that day, which tells more than the words.
        return _of_that_day(r, piece, among[0], meets=bool(meets))
    if meant := by_time(r):
        # Where one title alone comes near, its latest is meant, though by itself it might not be.
        one_title = len({r.library.summaries[at].titles for at in found.keys}) == 1
        found = _on_the_same(r, piece, found, frozenset(among))
        return as_choice(r, piece, meant.of(found), surely or (bool(meets) and one_title)) if found else None
    surely = surely or (bool(meets) and (only_on_them(r, piece, found) or _only_one_has(r, piece, found)))
    return as_choice(r, piece, found, surely) if found else None


def _of_that_day(r: Reading, piece: Piece, at: int, *, meets: bool) -> DocumentChoice:
    """The one resolution of a day, at that place; meets: whether it is of the session and the result that are named.

    A title that names no state may be on one."""
    only_states = unknown(r, piece.start, piece.end) < LEAST_WORDS and bool(states_in(r, piece))
    unnamed = only_states and not r.library.titles.named_by(at)
    of_body = bool(r.bodies) or r.tells(Shape.SPECIAL_SESSION)
    surely = meets and (unnamed or of_body or _comes_near(r, piece, frozenset({at})))
    return as_choice(r, piece, [r.library.catalogue.resolutions[at]], surely)


def _on_the_same(
    r: Reading, piece: Piece, found: Lazy[int, Resolution], among: frozenset[int]
) -> Lazy[int, Resolution]:
    """What a piece on a state describes, with those of longer titles on the same: the latest on its human rights may be
    that of a special session, which says of what besides."""
    codes = frozenset(code for m in states_in(r, piece) for code in m.named.codes)
    if not codes or not found:
        return found
    places = frozenset(found.keys)
    return last_adopted(places | r.library.titles.on_the_same_as(places, naming(codes, among, r.library)), r)


def only_on_them(r: Reading, piece: Piece, found: Sequence[Resolution]) -> bool:
    """Whether one alone is found, and its title names the states in a piece, and what else that says of them: there is
    nothing to choose from."""
    codes = {code for m in states_in(r, piece) for code in m.named.codes}
    if len(found) != 1 or not codes:
        return False
    place = r.library.catalogue.places[found[0].symbol]
    only_states = unknown(r, piece.start, piece.end) < LEAST_WORDS
    said = only_states or place in about(r.text.norm[piece.start : piece.end], r.library)
    return said and codes <= r.library.titles.named_by(place)


def _only_one_has(r: Reading, piece: Piece, found: Sequence[Resolution]) -> bool:
    """Whether one alone is found, and its title alone has all words of a piece that says what it is on."""
    places = r.library.catalogue.having(r.text.norm[piece.start : piece.end]) if piece.on and len(found) == 1 else ()
    return {r.library.summaries[at].symbol for at in places} == {x.symbol for x in found}


def told_by(r: Reading, piece: Piece, among: frozenset[int]) -> tuple[bool, Lazy[int, Resolution]]:
    """Which of some resolutions a piece describes, the last one adopted first; whether surely: by the states that it
    names alone, the words of titles, or what they mean."""
    codes = frozenset(code for m in states_in(r, piece) for code in m.named.codes)
    if unknown(r, piece.start, piece.end) < LEAST_WORDS:
        return True, last_adopted(naming(codes, among, r.library), r)
    words = r.text.cased[piece.start : piece.end]
    worded = [at for at in titled_so(words, r.library) & among if not codes or codes <= r.library.titles.named_by(at)]
    called = {at for a, b, at in r.library.catalogue.titled(r.text.norm) if a <= piece.start and piece.end <= b}
    # The right to development is that title, and not a longer one that has its words as well.
    worded = [at for at in worded if at in called] or worded
    if worded := [*wholly(words, frozenset(worded), r.library)] or worded:
        return True, last_adopted(frozenset(worded), r)
    surely, near = r.library.titles.told(words, weight(words), among)
    places = frozenset(place for x in near for place in x.places)
    if whole := wholly(words, places, r.library):
        return True, last_adopted(whole, r)
    # Human rights in Syria: of two titles that come as near, not the one on the Syrian Golan.
    on_them = naming(codes, places, r.library) if codes else frozenset()
    return surely is Told.SURELY, last_adopted(on_them or places, r)


def is_here(r: Reading, worded: tuple[Summary, ...]) -> bool:
    """Whether one alone of the resolutions of a title is of the body and the time that a message names."""
    meant, named = narrowed(r, worded), times.periods(r)
    of_body = all(not r.bodies or x.body in r.bodies for x in meant)
    return len(meant) == 1 and of_body and all(not named or any(p.has(x.adopted) for p in named) for x in meant)


def titled_too(
    r: Reading, worded: tuple[Summary, ...], titles: Sequence[Span], described: Sequence[DocumentChoice]
) -> list[DocumentChoice]:
    """The resolution that a message names by its title, beside others that it describes in other words."""
    taken = [span for choice in described for span in choice.naming]
    apart = not any(a < y and x < b for a, b in titles for x, y in taken)
    meant = narrowed(r, worded)
    if not apart or len(meant) != 1 or (described and not is_here(r, worded)):
        return []
    return [DocumentChoice(r.library.catalogue.read(meant[0]), named=True, naming=tuple(titles))]


def beside_known(r: Reading, chosen_by: Sequence[tuple[Piece, DocumentChoice]]) -> list[DocumentChoice]:
    """The one of two that a piece may mean which another piece does not surely describe, where an "and" stands between
    them: both the settlements text and the Golan one."""
    known = {choice.resolution.symbol: bare.end for bare, choice in chosen_by if choice.resolution}
    found: list[DocumentChoice] = []
    for bare, choice in chosen_by:
        left = [x for x in choice.offered if x.symbol not in known]
        ends = [known[x.symbol] for x in choice.offered if x.symbol in known]
        joins = any(end <= a and b <= bare.start for end in ends for a, b in r.spans_of(Cue.JOIN))
        if joins and len(left) == 1 and (bare.on or bare.beside):
            found.append(replace(choice, resolution=left[0], offered=(), every=False))
    return found


def last_adopted(places: frozenset[int], r: Reading) -> Lazy[int, Resolution]:
    """The resolutions at those places, the last one adopted first; drafts and amendments only where there is no
    other."""
    catalogue = r.library.catalogue
    latest = tuple(catalogue.summaries[at] for at in catalogue.order if at in places)
    # Of thousands that a word fits, a few are read.
    return Lazy([catalogue.places[x.symbol] for x in adopted(latest)], catalogue.resolutions.__getitem__)


def on_its_states(r: Reading, piece: Piece, among: frozenset[int]) -> Sequence[Resolution]:
    """The few of some resolutions whose titles name the states that a piece does."""
    codes = frozenset(code for m in states_in(r, piece) for code in m.named.codes)
    return last_adopted(naming(codes, among, r.library), r)[:DOCUMENTS_OFFERED] if codes else ()


def _comes_near(r: Reading, piece: Piece, among: frozenset[int]) -> bool:
    """Whether a title of some resolutions comes near to a piece, of which something else says that it is meant."""
    words = r.text.cased[piece.start : piece.end]
    return any(likeness(x.found, weight(words)) >= HARDLY for x in r.library.titles.ranked(words, among))


def as_choice(r: Reading, piece: Piece, found: Sequence[Resolution], surely: bool) -> DocumentChoice:
    """The one that is found surely; else the first few, to choose from."""
    one = found[0] if surely and len(found) == 1 else None
    offered = () if one else tuple(found[:DOCUMENTS_OFFERED])
    # Those of one title at the times that are named are meant, though another title may come as near.
    one_title = len({x.title.text for x in offered}) == 1
    # Did India change from 2021 to 2025: it may have done so on any of them.
    of_all = one_title and len(offered) > 1 and _changed(r, piece) and _beside_states(r, piece)
    every = of_all or ((surely or one_title) and not one and _one_of_each_time(_periods(r, piece), offered))
    only_which = r.spans_of(Shape.SAME_DAY, *(OF_AMENDMENTS if amendments(r) else ()))
    before = [x for x in r.spans_of(Shape.ONE_THAT) if r.skipped(x[1], ()) == piece.whole[0]]
    meant = by_time(r)
    organs = [(a, b) for a, b, _ in r.library.catalogue.organs(r.text.norm)]
    # 27比5的叙利亚人权决议: with the word that joins it to the resolution.
    results = [(a, r.skipped(b, (Cue.MEMBERS,))) for a, b in told_result(r)[1]]
    of_time = [*meant.spans, *organs] if meant else []
    naming = (with_one(r, piece.whole), *before, *only_which, *of_time, *results, *spans_of_sessions(r))
    if every:
        # Of each time one: the times say which, and nothing of what is asked.
        naming = (*naming, *times.spans(r), *r.spans_of(Shape.BOTH_TIMES))
        offered = tuple(sorted(offered, key=lambda x: x.adopted))
    return DocumentChoice(one, named=True, offered=offered, every=every, naming=naming)


def _periods(r: Reading, piece: Piece) -> tuple[Period, ...]:
    """The times that a message names; the first and the last year of a range, where it is asked who changed between
    them."""
    compared = _changed(r, piece) and not _beside_states(r, piece)
    return times.ends_of_periods(r) if compared else times.periods(r)


def _changed(r: Reading, piece: Piece) -> bool:
    """Whether a change is spoken of that is no part of a description, as that of the climate is."""
    return bool(apart_from(r.spans_of(Cue.CHANGED), [(piece.start, piece.end)]))


def _beside_states(r: Reading, piece: Piece) -> bool:
    """Whether states are named beside a description."""
    apart = (m for m in r.mentions if m.end <= piece.start or piece.end <= m.start)
    return any(m.named.sense is Sense.STATE for m in apart)


def _one_of_each_time(periods: Sequence[Period], found: Sequence[Resolution]) -> bool:
    """Whether as many times are named as resolutions, one adopted at each: in 2021, 2023 and 2025."""
    at_each = ([x for x in found if period.has(x.adopted)] for period in periods)
    return len(periods) == len(found) > 1 and all(len(of_one) == 1 for of_one in at_each)


def without_voters(r: Reading, found: Sequence[Piece]) -> list[Piece]:
    """The pieces without states alone that stand on the other side of a word for a resolution than what it is on, and
    so are asked about: 叙利亚决议美国怎么投, votó Cuba en la resolución de Siria."""
    found = [x for x in found if not _only_circumstance(r, x)]
    voters = [] if of_nobody(r) else [x for x in found if not x.on and unknown(r, x.start, x.end) < LEAST_WORDS]
    near = [x for x in found if x.beside]
    before = [x for x in near if _right_before_one(r, x)]
    on = before or [x for x in near if any(b <= x.start for _, b in of_resolution(r))]
    return [x for x in found if not (on and x in near and x in voters and x not in on)]


def _only_circumstance(r: Reading, piece: Piece) -> bool:
    """Whether a piece is nothing but what may stand beside the words that ask: the final tally."""
    spans = [(a - piece.start, b - piece.start) for a, b in r.spans_of(Shape.CIRCUMSTANCE) if piece.start <= a]
    return not piece.marked and not letters(blank(r.text.norm[piece.start : piece.end], spans))


def _right_before_one(r: Reading, piece: Piece) -> bool:
    """Whether a word for a resolution stands right behind a piece: the Iran one; in Chinese with empty words
    between."""
    norm, starts = r.text.norm, [a for a, _ in of_resolution(r)]
    at = piece.end
    if is_chinese(norm[at - 1]):
        ends = [a for a in starts if a >= at]
        return bool(ends) and r.skipped(at, (Cue.FILLER, Cue.OF_THOSE)) >= min(ends)
    return r.skipped(at, ()) in starts
