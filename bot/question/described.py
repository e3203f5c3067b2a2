"""Which resolution is meant by a description of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from bot.corpus.lazy import Lazy
from bot.corpus.titles import HARDLY, Told, likeness
from bot.language.cues import Cue
from bot.language.dates import Period
from bot.language.named import Sense
from bot.language.normal import BLANK, blank, is_chinese
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import chosen, naming, titled_so
from bot.question.beside import of_states, with_one, year_of
from bot.question.choice import DocumentChoice
from bot.question.conditions import OF_AMENDMENTS, amendments, asks_who, states_on
from bot.question.conversation import Conversation
from bot.question.documents import (
    DOCUMENTS_OFFERED,
    LEAST_WORDS,
    adopted,
    by_title,
    narrowed,
    of_a_subject,
)
from bot.question.model import SURE_KINDS, ClarifyQuestion, Refusal, Refused
from bot.question.pieces import Piece, pieces, states_in, unknown, without_asked
from bot.question.reading import Reading, letters, weight
from bot.question.record import Among, ListQuestion
from bot.resolution import Resolution, Span
from bot.store.summary import Summary

_FEW = 3
_AS_LIKE = 10
"""Per cent by which a title may be less like that of the resolution in view than the one most like it, to be meant as
well: that on Iran is at 76 to that on Syria, and at 41 to that on the Syrian Golan."""
_PLAINLY = 4
"""The least weight of a description that no word for a resolution stands beside."""


def described(r: Reading, conversation: Conversation) -> DocumentChoice | Refusal | None:
    """The resolution that a message describes, or those that may be meant; a refusal where it plainly describes one
    that is not here. None where it describes none, or names one otherwise."""
    if len(r.library.summaries) == 1 or r.documents or not _may_be_of_one(r, conversation):
        return None
    groups = [(m.start, m.end) for m in r.mentions if m.named.group]
    organs = [(a, b) for a, b, _ in r.library.catalogue.organs(r.text.norm)]
    organs += r.spans_of(Shape.SAME_DAY, Shape.SPECIAL_SESSION)
    worded, titles = by_title(r)
    asked = (without_asked(r, piece, None) for piece in pieces(r, [*groups, *organs]))
    found = [_without_last(r, bare) for bare in asked if bare]
    others = (x for x in found if x.beside and not any(a < x.end and x.start < b for a, b in titles))
    if len(narrowed(r, worded)) == 1 and not r.states and not any(others):
        return None
    chosen_by = [(bare, choice) for bare in found if (choice := _chosen(r, bare, conversation))]
    choices = [choice for _, choice in chosen_by]
    if sure := [choice for choice in choices if choice.resolution]:
        sure += _titled(r, worded, titles, sure)
        known = {choice.resolution.symbol for choice in sure if choice.resolution}
        # The resolution on one subject, and the resolution on another, which is not surely known.
        unsure = [(bare, choice) for bare, choice in chosen_by if choice.resolution is None]
        plain = (choice for bare, choice in unsure if _plainly(r, bare))
        if open_ones := [each for each in plain if not known & {x.symbol for x in each.offered}]:
            return _all_of([*sure, *open_ones], every=False)
        return sure[0] if len(known) == 1 else _all_of(sure)
    # What words find, they find surely enough not to be called nowhere.
    apart = (bare for bare in found if bare.on or bare.beside)
    nowhere = next((bare for bare in apart if _plainly(r, bare) or _another(r, bare, conversation)), None)
    may_be_nowhere = nowhere is not None and not worded and not _of_several(r)
    best = next((choice for bare, choice in chosen_by if bare.on), next(iter(choices), None))
    return best or (_nowhere(r, nowhere) if nowhere and may_be_nowhere else None)


def _may_be_of_one(r: Reading, conversation: Conversation) -> bool:
    """Whether a message may ask of one resolution, and not of all or of several of them."""
    last = conversation.last
    answers = isinstance(last, (ClarifyQuestion, ListQuestion)) and not r.about_votes
    # Who abstained most often, who votes most like China: on one nobody does.
    often = r.has(Cue.OFTEN, Cue.ALIKE) or (r.has(Cue.MOST) and r.has(Cue.WHO, Cue.COUNTRIES) and bool(r.votes))
    # 印度在俄罗斯人权状况的决议上都弃权了吗: on each of them.
    asks = bool(r.votes) and not (r.groups or r.has(Cue.WHO))
    on_each = r.has(Cue.ALL, Cue.BOTH) and asks and len(states_on(r)) == 1 < len(r.states)
    several = often or on_each or r.has(Cue.ALL_DOCUMENTS, Cue.TIMES, Cue.ALWAYS, Cue.EVER, Cue.BY_YEAR)
    of_all = several or r.tells(Shape.WHICH_RESOLUTIONS)
    # Which amendments were rejected, and how China voted on those to it, is asked of several.
    amended = amendments(r) and (r.has(Cue.REJECTED) or not _of_nobody(r))
    # Против резолюции о…: the same form is of one and of several.
    may_be_one = r.has(Cue.WHO, Cue.COUNTRIES) and bool(r.votes)
    of_others = answers or of_all or r.has(Cue.IT_IS_SAID) or amended
    return not of_others and (may_be_one or not _of_several(r))


def _of_several(r: Reading) -> bool:
    return r.has(Cue.DOCUMENTS) or (of_a_subject(r) and not (r.about_votes or r.has(Cue.RESULT)))


def _titled(
    r: Reading, worded: tuple[Summary, ...], titles: Sequence[Span], described: Sequence[DocumentChoice]
) -> list[DocumentChoice]:
    """The resolution that a message names by its title, beside others that it describes in other words."""
    taken = [span for choice in described for span in choice.naming]
    apart = not any(a < y and x < b for a, b in titles for x, y in taken)
    meant = narrowed(r, worded)
    if not apart or len(meant) != 1:
        return []
    return [DocumentChoice(r.library.catalogue.read(meant[0]), named=True, naming=tuple(titles))]


def _all_of(choices: Sequence[DocumentChoice], *, every: bool = True) -> DocumentChoice:
    """All resolutions that a message describes, the one beside the other, or that it may."""
    each = (x for choice in choices for x in (choice.resolution, *choice.offered) if x)
    meant = tuple({x.symbol: x for x in each}.values())
    naming = tuple(span for choice in choices for span in choice.naming)
    return DocumentChoice(None, named=True, offered=meant[:DOCUMENTS_OFFERED], every=every, naming=naming)


def _chosen(r: Reading, piece: Piece, conversation: Conversation) -> DocumentChoice | None:
    """The resolution that a piece describes, or those that may be meant; None where it describes none that is here."""
    if in_view := _another(r, piece, conversation):
        return _beside_view(r, piece, in_view)
    return _choice(r, piece) if _describes(r, piece, conversation) else None


def _describes(r: Reading, piece: Piece, conversation: Conversation) -> bool:
    """Whether a piece may describe a resolution: beside a word for one, or where votes are asked about and none is in
    view."""
    said = unknown(r, piece.start, piece.end)
    if said < LEAST_WORDS:
        result = r.has(Cue.RESULT) and piece.on and not r.has(Cue.HOW)
        narrow = bool(r.bodies or times.periods(r)) and not conversation.symbol and (asks_who(r) or result)
        return of_states(r, piece) and (((piece.on or piece.beside) and r.tells(*_RESOLUTION)) or narrow)
    # Who abstained on the embargo on Cuba, 法国对古巴禁运: a state that is not asked about is a part of what the
    # resolution is on.
    names = states_in(r, piece) and _not_asked(r, piece)
    whole = weight(letters(r.text.norm[piece.start : piece.end])) if names else said
    least = LEAST_WORDS if r.bodies or times.periods(r) or amendments(r) else _PLAINLY
    asks = r.about_votes or r.has(Cue.RESULT) or _only_named(r, piece)
    alone = asks and not conversation.symbol and whole >= least
    return piece.beside or alone


def _only_named(r: Reading, piece: Piece) -> bool:
    """Whether a message has nothing but a piece and states beside it: 武器贸易条约 印度, arms trade treaty, India."""
    apart = [m for m in r.mentions if m.end <= piece.start or piece.end <= m.start]
    return bool(apart) and all(m.named.sense is Sense.STATE for m in apart) and _asks_nothing(r)


def _asks_nothing(r: Reading) -> bool:
    return not r.references.selections and not r.cues.keys() - _NO_QUESTION


_NO_QUESTION = {
    Cue.FILLER, Cue.OF_THOSE, Cue.MEMBERS, Cue.VOTING, Cue.QUESTION, Cue.BEING, Cue.AND_THEN, Cue.JOIN, Cue.WHO_VOTES,
    Cue.PROVISION, Cue.INSTRUMENT,
}  # fmt: skip


def _without_last(r: Reading, piece: Piece) -> Piece:
    """The piece without the state at its end, which is asked about where nothing else asks: 武器贸易条约 印度."""
    last = max(states_in(r, piece), key=lambda m: m.end, default=None)
    only = last is not None and last.end == piece.end and last.start > piece.start and _asks_nothing(r)
    if last is None or not only or not unknown(r, piece.start, last.start):
        return piece
    end = len(r.text.norm[: last.start].rstrip(" ,:"))
    return replace(piece, end=end, whole=(piece.whole[0], end))


def _of_nobody(r: Reading) -> bool:
    """Whether the votes of no state are asked about by its name: who voted so, what was the result?"""
    return asks_who(r) or (r.has(Cue.RESULT) and not r.has(Cue.HOW, Cue.AMONG, Cue.TIMES))


def _not_asked(r: Reading, piece: Piece) -> bool:
    """Whether the states in a piece are not who is asked about: somebody else is, or nobody by its name."""
    named = states_in(r, piece)
    return _of_nobody(r) or any(m not in named and m.named.codes for m in r.mentions)


_RESOLUTION = (Shape.RESOLUTION, Shape.WHICH_ONE)


def _choice(r: Reading, piece: Piece) -> DocumentChoice | None:
    """The resolution that a piece describes, among those of the body and the year that the message names; or those that
    may be meant."""
    body = next(iter(r.bodies)) if len(r.bodies) == 1 else None
    periods = times.periods(r)
    # Of amendments alone, where these are meant.
    among = chosen(Among(periods, body, amendments=amendments(r) or None), r.library)
    surely, found = _told(r, piece, frozenset(among))
    on = _on_states(r, piece, frozenset(among)) if not found and _not_asked(r, piece) else ()
    if on:
        return _as_choice(r, piece, on, surely=len(on) == 1 and _comes_near(r, piece, frozenset(among)))
    of_days = bool(periods) and all(period.first == period.last for period in periods)
    if not surely and len(among) == 1 and of_days:
        # No other was adopted on that day, which tells more than the words.
        # A title that names no state may be on one.
        only_states = unknown(r, piece.start, piece.end) < LEAST_WORDS and bool(states_in(r, piece))
        unnamed = only_states and not r.library.titles.named_by(among[0])
        of_body = bool(r.bodies) or r.tells(Shape.SPECIAL_SESSION)
        surely = unnamed or of_body or _comes_near(r, piece, frozenset(among))
        return _as_choice(r, piece, [r.library.catalogue.resolutions[among[0]]], surely)
    latest = found[:1] if r.has(Cue.LATEST_ONE) else found
    return _as_choice(r, piece, latest, surely) if latest else None


def _on_states(r: Reading, piece: Piece, among: frozenset[int]) -> Sequence[Resolution]:
    """The few of some resolutions whose titles name the states that a piece does."""
    codes = frozenset(code for m in states_in(r, piece) for code in m.named.codes)
    return _adopted(naming(codes, among, r.library), r)[:DOCUMENTS_OFFERED] if codes else ()


def _comes_near(r: Reading, piece: Piece, among: frozenset[int]) -> bool:
    """Whether a title of some resolutions comes near to a piece, of which something else says that it is meant."""
    words = r.text.cased[piece.start : piece.end]
    return any(likeness(x.found, weight(words)) >= HARDLY for x in r.library.titles.ranked(words, among))


def _as_choice(r: Reading, piece: Piece, found: Sequence[Resolution], surely: bool) -> DocumentChoice:
    """The one that is found surely; else the first few, to choose from."""
    one = found[0] if surely and len(found) == 1 else None
    offered = () if one else tuple(found[:DOCUMENTS_OFFERED])
    only_which = r.spans_of(Shape.SAME_DAY, *(OF_AMENDMENTS if amendments(r) else ()))
    naming = (with_one(r, piece.whole), *only_which)
    return DocumentChoice(one, named=True, offered=offered, naming=naming)


def _told(r: Reading, piece: Piece, among: frozenset[int]) -> tuple[bool, Lazy[int, Resolution]]:
    """Which of some resolutions a piece describes, the last one adopted first; whether surely: by the states that it
    names alone, the words of titles, or what they mean."""
    codes = frozenset(code for m in states_in(r, piece) for code in m.named.codes)
    if unknown(r, piece.start, piece.end) < LEAST_WORDS:
        return True, _adopted(naming(codes, among, r.library), r)
    words = r.text.cased[piece.start : piece.end]
    worded = [at for at in titled_so(words, r.library) & among if not codes or codes <= r.library.titles.named_by(at)]
    if worded:
        return True, _adopted(frozenset(worded), r)
    surely, near = r.library.titles.told(words, weight(words), among)
    return surely is Told.SURELY, _adopted(frozenset(place for x in near for place in x.places), r)


def _adopted(places: frozenset[int], r: Reading) -> Lazy[int, Resolution]:
    """The resolutions at those places, the last one adopted first; drafts and amendments only where there is no
    other."""
    catalogue = r.library.catalogue
    latest = tuple(catalogue.summaries[at] for at in catalogue.order if at in places)
    # Of thousands that a word fits, a few are read.
    return Lazy([catalogue.places[x.symbol] for x in adopted(latest)], catalogue.resolutions.__getitem__)


def _another(r: Reading, piece: Piece, conversation: Conversation) -> Resolution | None:
    """The resolution in view, where another one is asked about beside it: 换成叙利亚那份, and the one on apes; and on
    apes?, after a vote on one of which there is no text."""
    in_view = r.library.get(conversation.symbol) if conversation.symbol else None
    if in_view is None:
        return None
    # Words of the description ask nothing.
    outside = replace(r, cues={cue: [x for x in of if not _within(x, piece)] for cue, of in r.cues.items()})
    outside = replace(outside, cues={cue: of for cue, of in outside.cues.items() if of})
    asks = outside.about_votes or r.groups or outside.has(Cue.RESULT, Cue.WHO, Cue.COUNTRIES, Cue.HOW)
    of_one = r.tells(*_RESOLUTION, Shape.LISTED_ONE) and (piece.on or piece.beside)
    after_vote = isinstance(conversation.last, SURE_KINDS) and not in_view.paragraphs
    on_states = bool(states_in(r, piece))
    says_more = unknown(r, piece.start, piece.end) >= LEAST_WORDS
    on_another = after_vote and ((piece.on and (says_more or on_states)) or (on_states and says_more))
    goes_on = r.has(Cue.AND_THEN) or (after_vote and r.tells(Shape.LISTED_ONE))
    return in_view if (of_one or on_another) and goes_on and not asks else None


def _within(span: Span, piece: Piece) -> bool:
    return piece.start <= span[0] and span[1] <= piece.end


def _beside_view(r: Reading, piece: Piece, in_view: Resolution) -> DocumentChoice | None:
    """The one that a piece describes of the body and year of the resolution in view, or of its body; of several, the
    one whose title is most like its."""
    among = [Among(year_of(in_view), in_view.body), Among(body=in_view.body)]
    if r.tells(Shape.SAME_DAY):
        among = [Among((Period(in_view.adopted, in_view.adopted),), in_view.body)]
    told = (_told(r, piece, frozenset(chosen(each, r.library))) for each in among)
    surely, places = next(((surely, found.keys) for surely, found in told if found), (False, ()))
    if not places:
        on = _on_states(r, piece, frozenset(chosen(among[0], r.library)))
        return _as_choice(r, piece, on, surely=len(on) == 1) if on else None
    # Of thousands with like titles none is read for that.
    titles = [r.library.summaries[at].titles[0] for at in places]
    like = [fuzz.ratio(title, in_view.title.text) for title in titles]
    least = max(like) - _AS_LIKE
    best = [at for at, each in zip(places, like, strict=True) if each >= least]
    return _as_choice(r, piece, Lazy(best, r.library.resolutions.__getitem__), surely) if best else None


def _plainly(r: Reading, piece: Piece) -> bool:
    """Whether a piece plainly says what a resolution is on whose votes are asked about: the resolution on penguins,
    关于企鹅的决议; or beside such a word names states and something about them."""
    if not (r.about_votes or r.has(Cue.RESULT)) or unknown(r, piece.start, piece.end) < LEAST_WORDS:
        return False
    before, behind = _resolution_words(r, piece)
    return bool(before or behind) and (piece.on or bool(states_in(r, piece) and piece.beside))


def _resolution_words(r: Reading, piece: Piece) -> tuple[list[int], list[int]]:
    """Where words for a resolution begin before a piece, and end behind one in Chinese."""
    chinese = is_chinese(r.text.norm[piece.end - 1])
    spans = r.shapes.get(Shape.RESOLUTION, ())
    before = [a for a, b in spans if not chinese and r.skipped(b, ()) == piece.whole[0]]
    articles = [a for a, b in r.shapes.get(Shape.ARTICLE, ()) if b + 1 in before]
    return articles or before, [b for a, b in spans if chinese and a >= piece.end]


def _nowhere(r: Reading, piece: Piece) -> DocumentChoice | Refusal:
    """What comes nearest to a piece that plainly describes a resolution, to choose from; a refusal where nothing comes
    near."""
    words = r.text.cased[piece.start : piece.end]
    body = next(iter(r.bodies)) if len(r.bodies) == 1 else None
    near = r.library.titles.ranked(words, frozenset(chosen(Among(times.periods(r), body), r.library)))
    places = [at for x in near if likeness(x.found, weight(words)) >= HARDLY for at in x.places]
    if places:
        return _as_choice(r, piece, _adopted(frozenset(places), r)[:_FEW], surely=False)
    before, behind = _resolution_words(r, piece)
    start = min([piece.whole[0], *before]) if before or behind else piece.start
    return Refusal(Refused.OTHER_DOCUMENT, r.text.cased[start : min(behind, default=piece.end)])


def without_subjects(r: Reading) -> Reading:
    """A message that asks which resolutions there are, with the names of states as words where they only say what on:
    决议 of 俄罗斯联邦人权状况 asks for no vote of that state."""
    if not (r.has(Cue.DOCUMENTS) or r.tells(Shape.WHICH_RESOLUTIONS)) or not r.states:
        return r
    organs = [(a, b) for a, b, _ in r.library.catalogue.organs(r.text.norm)]
    every = frozenset(range(len(r.library.summaries)))
    only_on = [
        m
        for piece in pieces(r, organs)
        if (piece.on or piece.beside) and unknown(r, piece.start, piece.end) >= LEAST_WORDS
        for m in states_in(r, piece)
        if all(_told(r, piece, every))
    ]
    return replace(r, mentions=tuple(m for m in r.mentions if m not in only_on)) if only_on else r


def without(r: Reading, spans: Sequence[Span]) -> str:
    """The message without what stands at some places."""
    return " ".join(blank(r.text.cased, spans).replace(BLANK, " ").split())


def bare_choice(choice: DocumentChoice) -> DocumentChoice:
    """The choice for the message without its description."""
    return replace(choice, naming=())
