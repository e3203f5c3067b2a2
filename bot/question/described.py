"""Which resolution is meant by a description of it, and what of a message only describes the one that it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from bot.corpus.titles import Near
from bot.language.lexicon import Cue
from bot.language.normal import BLANK, blank
from bot.language.shapes import Shape
from bot.question.among import chosen
from bot.question.conversation import Conversation
from bot.question.documents import DOCUMENTS_OFFERED, LEAST_WORDS, YEAR_NAMED, DocumentChoice, cited
from bot.question.model import ClarifyQuestion
from bot.question.pieces import Piece, pieces, states_in, unknown, without_asked
from bot.question.reading import Reading, weight
from bot.question.record import Among, ListQuestion
from bot.resolution import Body, Outcome, Resolution, Span, outcome
from bot.search.decide import sureness

_SURE = 0.78
"""The least sureness of the best title, with what it is ahead of the others by (up to AHEAD), for it to be the one that
is meant. Of 146 descriptions in seven languages, 54 of resolutions among 161 titles and 92 of others, most of them near
misses, 33 of the 54 are taken rightly, and none wrongly; with 0.74 35, and 2 of the 92 as well; with 0.84 30."""
_LEAST_SURE = 0.58
"""The least sureness by itself: of the 92, one that alone names a group is at 0.63, the others that are far ahead below
0.45; 1 of the 33 is at 0.60."""
_LEAST_EACH = 0.6
"""How nearly the title has to have each word, in scripts with spaces: the situation in Kashmir is near to that in
Burundi but for one word, at 0.44. With 0.55 one more of the 146 is taken, wrongly; with 0.65 28 of the 33 are."""
_AHEAD = 0.3
"""What being ahead counts at most."""
_CLOSE = 0.05
"""Titles that are less sure than the best by no more than that may be meant as well."""
_NEAR = 0.6
"""The least sureness for a title to be offered: 44 of the 54 are, and 34 of the 92."""
_FITS = 0.45
"""The least sureness of the title of a resolution that is named besides, for words to describe it …"""
_BEST = 3
"""… if it is among so many that come nearest."""
_PLAINLY = 4
"""The least weight of a description that no word for a resolution stands beside."""


class Told(Enum):
    """How surely a description tells which resolution is meant."""

    SURELY = "surely"
    PERHAPS = "perhaps"
    NOT = "not"


def told(near: Sequence[Near], length: int) -> tuple[Told, tuple[Near, ...]]:
    """Which of the titles that come near to a description are meant, and how surely; length: its weight."""
    sure = [sureness(x.found, length) for x in near]
    if not sure or sure[0] < _LEAST_SURE:
        return Told.NOT, ()
    close = tuple(x for x, each in zip(near, sure, strict=True) if each >= sure[0] - _CLOSE)
    ahead = sure[0] - (sure[len(close)] if len(close) < len(sure) else 0.0)
    if sure[0] + min(ahead, _AHEAD) >= _SURE and close[0].least >= _LEAST_EACH:
        return Told.SURELY, close
    return (Told.PERHAPS, close) if sure[0] >= _NEAR else (Told.NOT, ())


# --- beside a symbol ---------------------------------------------------------------------------------------------


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
    fits, other = [], []
    for piece in pieces(r, [*bodies, *groups]):
        of_it = next((found for x in named if (found := _of(r, piece, x))), None)
        if of_it:
            fits.append(_with_one(r, of_it.whole))
        elif (piece.on or piece.beside) and unknown(r, piece.start, piece.end) >= LEAST_WORDS:
            other.append(piece.whole)
    return Beside(tuple(fits), tuple(other))


def _of(r: Reading, piece: Piece, resolution: Resolution) -> Piece | None:
    """The piece, without who is asked about, if it says what the resolution is on; else None."""
    place = r.library.catalogue.places[resolution.symbol]
    bare = without_asked(r, piece, r.library.named_in_titles(place))
    bare = without_asked(r, bare, None) if bare else None
    if bare is None:
        return None
    if unknown(r, bare.start, bare.end) < LEAST_WORDS:
        # A state alone, in brackets or behind "on".
        return bare if states_in(r, bare) and (bare.on or bare.beside) else None
    words = r.text.cased[bare.start : bare.end]
    among = frozenset(chosen(Among(resolution.adopted.year, resolution.body), r.library))
    near = r.library.titles_near(words, among)
    fits = any(place in x.places and sureness(x.found, weight(words)) >= _FITS for x in near[:_BEST])
    return bare if fits else None


def _with_one(r: Reading, span: Span) -> Span:
    """The span with a word behind it that says that it is one of several: the … one."""
    ones = [b for a, b in r.shapes.get(Shape.LISTED_ONE, ()) if a == r.skipped(span[1], ())]
    return span[0], max([span[1], *ones])


# --- alone -------------------------------------------------------------------------------------------------------


def described(r: Reading, conversation: Conversation) -> DocumentChoice | None:
    """The resolution that a message describes, or those that may be meant, by what their titles mean; None where it
    describes none that is here, or names one otherwise."""
    last = conversation.last
    answers = isinstance(last, (ClarifyQuestion, ListQuestion)) and not r.about_votes
    asks_of_all = r.has(Cue.DOCUMENTS, Cue.ALL_DOCUMENTS, Cue.TIMES) or r.tells(Shape.WHICH_RESOLUTIONS)
    if len(r.library.summaries) == 1 or r.documents or answers or asks_of_all or r.has(Cue.IT_IS_SAID):
        return None
    groups = [(m.start, m.end) for m in r.mentions if m.named.group]
    organs = [(a, b) for a, b, _ in r.library.catalogue.organs(r.text.norm)]
    perhaps = None
    for piece in pieces(r, [*groups, *organs]):
        bare = without_asked(r, piece, None)
        if bare is None or not _describes(r, bare, conversation):
            continue
        surely, choice = _choice(r, bare)
        if surely is Told.SURELY:
            return choice
        perhaps = perhaps or choice
    return perhaps


def _describes(r: Reading, piece: Piece, conversation: Conversation) -> bool:
    """Whether a piece may describe a resolution: beside a word for one, or where votes are asked about and none is in
    view."""
    said = unknown(r, piece.start, piece.end)
    alone = (r.about_votes or r.has(Cue.RESULT)) and not conversation.symbol and said >= _PLAINLY
    return said >= LEAST_WORDS and (piece.beside or alone)


def _choice(r: Reading, piece: Piece) -> tuple[Told, DocumentChoice | None]:
    """The resolution that a piece describes, among those of the body and the year that the message names."""
    years = {int(year) for year in YEAR_NAMED.findall(r.text.norm)}
    body = next(iter(r.bodies)) if len(r.bodies) == 1 else None
    among = _among(min(years, default=None), max(years, default=None), body, r)
    words = r.text.cased[piece.start : piece.end]
    surely, near = told(r.library.titles_near(words, among), weight(words))
    found = _adopted([place for x in near for place in x.places], r)
    if r.has(Cue.LATEST):
        found = found[:1]
    naming = (_with_one(r, piece.whole),)
    if not found:
        return Told.NOT, None
    if surely is Told.SURELY and len(found) == 1:
        return surely, DocumentChoice(found[0], named=True, naming=naming)
    return surely, DocumentChoice(None, named=True, offered=tuple(found[:DOCUMENTS_OFFERED]), naming=naming)


def _among(first: int | None, last: int | None, body: Body | None, r: Reading) -> frozenset[int]:
    return frozenset(chosen(Among(first, body, to=last), r.library))


def _adopted(places: list[int], r: Reading) -> list[Resolution]:
    """The resolutions at those places, the last one adopted first; drafts and amendments only where there is no
    other."""
    catalogue = r.library.catalogue
    latest = [at for at in catalogue.order if at in set(places)]
    whole = [at for at in latest if outcome(catalogue.summaries[at].symbol, None) is Outcome.ADOPTED]
    return [catalogue.resolutions[at] for at in whole or latest]


def without(r: Reading, spans: Sequence[Span]) -> str:
    """The message without what stands at some places."""
    return " ".join(blank(r.text.cased, spans).replace(BLANK, " ").split())


def bare_choice(choice: DocumentChoice) -> DocumentChoice:
    """The choice for the message without its description."""
    return replace(choice, naming=())
