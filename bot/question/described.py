"""Which resolution is meant by a description of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.named import Mention, Sense
from bot.language.normal import BLANK, blank
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import called_otherwise, chosen, naming
from bot.question.beside import of_states
from bot.question.beside_view import beside_view, in_view_beside
from bot.question.choice import DocumentChoice
from bot.question.conditions import (
    alone,
    amendments,
    asks_who,
    changes,
    lists_resolutions,
    of_voters_on,
    states_on,
)
from bot.question.conversation import Conversation
from bot.question.documents import (
    A_TITLE,
    DOCUMENTS_OFFERED,
    LEAST_WORDS,
    by_title,
    of_a_subject,
)
from bot.question.each import votes_of_each
from bot.question.fitting import (
    as_choice,
    beside_known,
    fitting,
    is_here,
    not_asked,
    of_nobody,
    result_on,
    titled_too,
    told_by,
    without_voters,
)
from bot.question.latest import by_time, newest
from bot.question.model import (
    SURE_KINDS,
    ClarifyQuestion,
    ParagraphQuestion,
    Refusal,
    Refused,
    SubjectQuestion,
)
from bot.question.not_here import nowhere_near, plainly, says_on_what
from bot.question.pieces import OF_RESOLUTION, Piece, of_resolution, pieces, states_in, unknown, without_asked
from bot.question.reading import Reading, letters, weight
from bot.question.record import Among, ListQuestion
from bot.question.relative import says_which
from bot.question.sessions import spans_of_sessions
from bot.question.thresholds import told_result
from bot.resolution import Resolution, Span
from bot.store.summary import Summary

_PLAINLY = 4
"""The least weight of a description that no word for a resolution stands beside."""


def described(r: Reading, conversation: Conversation) -> DocumentChoice | Refusal | None:
    """The resolution that a message describes, or those that may be meant; a refusal where it plainly describes one
    that is not here. None where it describes none, or names one otherwise."""
    if len(r.library.summaries) == 1 or r.documents or not _may_be_of_one(r, conversation):
        return None
    groups = [(m.start, m.end) for m in r.mentions if m.named.group and not _in_term(r, m)]
    organs = [(a, b) for a, b, _ in r.library.catalogue.organs(r.text.norm)]
    # Of which session it is, and with which result, a title does not tell; nor whom 这几国 means.
    more_said = [*spans_of_sessions(r), *told_result(r)[1]]
    organs += [*r.spans_of(Shape.SAME_DAY, Shape.SPECIAL_SESSION, Cue.THAT_SET), *more_said]
    worded, titles = by_title(r)
    asked = (without_asked(r, piece, None) for piece in pieces(r, [*groups, *organs]))
    found = without_voters(r, [_without_last(r, bare) for bare in asked if bare])
    others = [x for x in found if x.beside and not any(a < x.end and x.start < b for a, b in titles)]
    if _names_only(r, titles, others) and (by_name := titled_too(r, worded, titles, ())):
        return by_name[0]
    if is_here(r, worded) and not (r.states or others or more_said):
        return None
    chosen_by = [(bare, choice) for bare in found if (choice := _chosen(r, bare, conversation))]
    choices = [choice for _, choice in chosen_by]
    if sure := [choice for choice in choices if choice.resolution]:
        sure += [*titled_too(r, worded, titles, sure), *beside_known(r, chosen_by)]
        known = {choice.resolution.symbol for choice in sure if choice.resolution}
        # The resolution on one subject, and the resolution on another, which is not surely known.
        unsure = [(bare, choice) for bare, choice in chosen_by if choice.resolution is None]
        plain = (choice for bare, choice in unsure if plainly(r, bare))
        if open_ones := [each for each in plain if not known & {x.symbol for x in each.offered}]:
            return _all_of([*sure, *open_ones], every=False)
        return sure[0] if len(known) == 1 else _all_of(sure)
    # What words find, they find surely enough not to be called nowhere.
    apart = (bare for bare in found if bare.on or (bare.beside and not _only_a_state(r, bare)))
    nowhere = next((bare for bare in apart if says_on_what(r, bare, conversation)), None)
    may_be_nowhere = nowhere is not None and not worded and not _of_several(r)
    best = next((choice for bare, choice in chosen_by if bare.on), next(iter(choices), None))
    if _of_text_in_view(best, r, conversation) or (best and not more_said and _by_title_alone(best, worded)):
        return None
    if not best and _of_another_time(r, found, titles):
        return Refusal(Refused.OTHER_TIME)
    return best or (nowhere_near(r, nowhere) if nowhere and may_be_nowhere else None)


def _of_text_in_view(best: DocumentChoice | None, r: Reading, conversation: Conversation) -> bool:
    """Whether what a message describes, which may be several resolutions, may be a paragraph of the one in view:
    汇报工作的那条, and after a paragraph also 那报告有多少页; not where it speaks of a resolution, or of votes."""
    shown = r.library.get(conversation.symbol) if conversation.symbol else None
    of_every = best is not None and best.every
    if of_every or not shown or not shown.paragraphs or r.about_votes or r.tells(Shape.RESOLUTION):
        return False
    after_text = isinstance(conversation.last, ParagraphQuestion | SubjectQuestion)
    # ¿Y sobre Chile?: its "on" seeks no paragraph.
    seeks = bool(apart_from(r.spans_of(Cue.WHERE), r.spans_of(Cue.ON_SUBJECT)))
    return after_text or seeks or r.tells(Shape.PART_UNIT)


def _of_another_time(r: Reading, described: Sequence[Piece], titles: Sequence[Span]) -> bool:
    """Whether a message has the whole title of a resolution, or surely describes one, and names a time at which none of
    that title was adopted."""
    named = times.periods(r)
    body = next(iter(r.bodies)) if len(r.bodies) == 1 else None
    every = frozenset(chosen(Among(body=body), r.library)) if named else frozenset()
    whole = [at for a, b, at in r.library.catalogue.titled(r.text.norm) if (a, b) in titles]
    days = [[r.library.summaries[at].adopted for at in whole]]
    for piece in described if every else ():
        surely, found = told_by(r, piece, every)
        says_more = unknown(r, piece.start, piece.end) >= LEAST_WORDS
        days += [[x.adopted for x in found[:DOCUMENTS_OFFERED]]] if surely and says_more else []
    return bool(named) and any(of and not any(p.has(day) for p in named for day in of) for of in days)


def _by_title_alone(choice: DocumentChoice, worded: Sequence[Summary]) -> bool:
    """Whether those that may be meant are named by their title, and by nothing else."""
    open_one = not (choice.resolution or choice.every)
    return open_one and {x.symbol for x in choice.offered} <= {x.symbol for x in worded}


def _names_only(r: Reading, titles: Sequence[Span], others: Sequence[Piece]) -> bool:
    """Whether a message has the whole title of a resolution, which names it as a symbol does, and describes none
    besides."""
    titled = () if r.tells(Shape.SAME_DAY) else r.library.catalogue.titled(r.text.norm)
    whole = any(weight(r.text.norm[a:b]) >= A_TITLE for a, b, _ in titled)
    # Beside a title the only word for a resolution is its own, and a state by itself is asked about.
    words = [span for span in of_resolution(r) if not any(a <= span[0] < b for a, b in titles)]
    of_others = len({a for a, _ in words} - {b for _, b in words}) > 1
    more = any((of_others and states_in(r, x)) or unknown(r, x.start, x.end) >= LEAST_WORDS for x in others)
    return whole and not more


def _in_term(r: Reading, group: Mention) -> bool:
    """Whether the name of a group is a part of a longer term, and so of what a resolution is on: the Council of
    Europe."""
    terms = r.library.terms.where(r.text.norm)
    return any(a <= group.start and group.end <= b and b - a > group.end - group.start for a, b in terms)


def _only_a_state(r: Reading, piece: Piece) -> bool:
    """Whether a piece is a state alone behind words that may be of its vote as well: la de China."""
    behind = any(r.skipped(end, ()) == piece.start for _, end in r.spans_of(Shape.ONE_THAT))
    return behind and unknown(r, piece.start, piece.end) < LEAST_WORDS


def _may_be_of_one(r: Reading, conversation: Conversation) -> bool:
    """Whether a message may ask of one resolution, and not of all or of several of them."""
    last = conversation.last
    # And what about the resolution on apes?, where it was asked back which one is meant: that is another.
    goes_on = r.has(Cue.AND_THEN, Cue.CORRECTION) and r.tells(*OF_RESOLUTION, Shape.ONE_THAT)
    another = isinstance(last, ClarifyQuestion) and goes_on
    answers = isinstance(last, (ClarifyQuestion, ListQuestion)) and not (r.about_votes or another)
    # Who abstained most often, who votes most like China: on one nobody does.
    by_date = by_time(r)
    most = bool(apart_from(r.spans_of(Cue.MOST), by_date.spans if by_date else ()))
    often = r.has(Cue.OFTEN, Cue.ALIKE) or (most and r.has(Cue.WHO, Cue.COUNTRIES) and bool(r.votes))
    few = newest(r)
    several = often or _on_each(r) or (few is not None and few.count > 1)
    several = several or r.has(Cue.ALL_DOCUMENTS, Cue.TIMES, Cue.ALWAYS, Cue.EVER, Cue.BY_YEAR)
    # In how large a part of its votes a state did so.
    several = several or (r.has(Cue.SHARE) and bool(r.states and r.votes))
    # 俄罗斯弃权而中国赞成的: both are voters.
    of_voters = len(r.named_votes) > 1 and bool(votes_of_each(r))
    which = r.tells(Shape.WHICH_RESOLUTIONS) and by_date is None
    of_all = several or of_voters or of_voters_on(r) or which or says_which(r)
    # Which amendments were rejected, and how China voted on those to it, is asked of several.
    of_amendments = amendments(r) and not any(told_result(r))
    # How many are for the amendment counts voters.
    counted = r.has(Cue.HOW_MANY, Cue.LIST) and not (r.votes or r.has(Cue.COUNTRIES, Cue.WHO))
    amended = of_amendments and (counted or r.has(Cue.REJECTED, Cue.WHICH_OF, Cue.THERE_IS) or not of_nobody(r))
    # Против резолюции о…: the same form is of one and of several.
    counts = r.has(Cue.LIST, Cue.HOW_MANY, Cue.THERE_IS, Cue.WHICH_OF, Cue.MOST, Cue.LEAST)
    goes_on = isinstance(last, SURE_KINDS) and r.has(Cue.AND_THEN) and bool(r.spans_of(Cue.ON_SUBJECT)) and not counts
    # Which death penalty resolutions did Japan oppose: no states are asked for.
    who = apart_from(r.spans_of(Cue.WHO, Cue.COUNTRIES), r.spans_of(Cue.DOCUMENTS))
    # Против резолюции была одна Россия?
    one_only = alone(r) and r.asks and not counts
    may_be_one = goes_on or one_only or (bool(who) and bool(r.votes))
    of_others = answers or of_all or r.has(Cue.IT_IS_SAID) or amended
    return not of_others and (may_be_one or not _of_several(r))


def _on_each(r: Reading) -> bool:
    """Whether it is asked what a state voted on each of those on another: 印度在俄罗斯人权状况的决议上都弃权了吗,
    日本对缅甸决议都投了什么."""
    one_voter = len(r.states) == 2 and r.has(Cue.HOW, Cue.CAST)
    asks = (bool(r.votes) or one_voter) and not (r.groups or r.has(Cue.WHO))
    return r.has(Cue.ALL, Cue.BOTH) and asks and len(states_on(r)) == 1 < len(r.states)


def _of_several(r: Reading) -> bool:
    if by_time(r):
        return False
    of_votes = r.about_votes or asks_who(r) or r.has(Cue.RESULT)
    return r.has(Cue.DOCUMENTS) or lists_resolutions(r) or (of_a_subject(r) and not of_votes)


def _all_of(choices: Sequence[DocumentChoice], *, every: bool = True) -> DocumentChoice:
    """All resolutions that a message describes, the one beside the other, or that it may."""
    each = (x for choice in choices for x in (choice.resolution, *choice.offered) if x)
    meant = tuple({x.symbol: x for x in each}.values())
    naming = tuple(span for choice in choices for span in choice.naming)
    return DocumentChoice(None, named=True, offered=meant[:DOCUMENTS_OFFERED], every=every, naming=naming)


def _chosen(r: Reading, piece: Piece, conversation: Conversation) -> DocumentChoice | None:
    """The resolution that a piece describes, or those that may be meant; None where it describes none that is here."""
    shown = r.library.get(conversation.symbol) if conversation.symbol else None
    if shown and (_of_its_vote(r, piece) or _voters_on(r, piece)) and _names_all(r, piece, shown):
        return DocumentChoice(shown, named=True, naming=(piece.whole,))
    in_view = in_view_beside(r, piece, conversation)
    if in_view and (beside := beside_view(r, piece, in_view)):
        return beside
    if (piece.on or piece.beside) and (listed := _of_list(r, piece, conversation)):
        return listed
    return fitting(r, piece) if _describes(r, piece, conversation) else None


def _names_all(r: Reading, piece: Piece, resolution: Resolution) -> bool:
    """Whether the title of a resolution names the states in a piece."""
    named = r.library.titles.named_by(r.library.catalogue.places[resolution.symbol])
    return all(set(m.named.codes) <= named for m in states_in(r, piece))


def _of_list(r: Reading, piece: Piece, conversation: Conversation) -> DocumentChoice | None:
    """The one of a list that was shown that a piece surely describes; None where a message names a body or a time of
    its own."""
    places = r.library.catalogue.places
    listed = frozenset(places[symbol] for symbol in conversation.listed if symbol in places)
    if not listed or r.bodies or times.dated(r):
        return None
    surely, found = told_by(r, piece, listed)
    return as_choice(r, piece, found, surely) if surely and len(found) == 1 else None


def _describes(r: Reading, piece: Piece, conversation: Conversation) -> bool:
    """Whether a piece may describe a resolution: beside a word for one, or where votes are asked about and none is in
    view."""
    said = unknown(r, piece.start, piece.end)
    if r.library.catalogue.in_name_of_body(r.text.norm[piece.start : piece.end]):
        # 那个人权决议 may be any of the Council's.
        return False
    if said < LEAST_WORDS:
        result = (r.has(Cue.RESULT) and piece.on and not r.has(Cue.HOW)) or result_on(r)
        told = bool(r.bodies or times.periods(r) or r.tells(Shape.SPECIAL_SESSION))
        narrow = told and not conversation.symbol and (asks_who(r) or result)
        narrow = narrow or _of_its_vote(r, piece) or _voters_on(r, piece)
        return of_states(r, piece) and (((piece.on or piece.beside) and bool(of_resolution(r))) or narrow)
    # Who abstained on the embargo on Cuba, 法国对古巴禁运: a state that is not asked about is a part of what the
    # resolution is on.
    names = states_in(r, piece) and not_asked(r, piece)
    whole = weight(letters(r.text.norm[piece.start : piece.end])) if names else said
    named = called_otherwise(r.text.cased[piece.start : piece.end], r.library)
    # Who abstained on islamophobia: its title has that word.
    who = piece.on and bool(r.votes) and r.has(Cue.WHO, Cue.COUNTRIES, Cue.WHICH_OF)
    titled = who and bool(r.library.catalogue.having(r.text.norm[piece.start : piece.end]))
    least = LEAST_WORDS if named or titled or r.bodies or times.periods(r) or amendments(r) else _PLAINLY
    # Did Japan change its mind on the death penalty between 2021 and 2025?
    turned = changes(r) and len(times.dated(r)) > 1 and bool(r.states)
    # Did the draft on the rapporteur's mandate pass?
    came = r.tells(Shape.DRAFT) and (r.tells(Shape.ADOPTED, Shape.PASSING) or r.has(Cue.REJECTED)) and r.asks
    asks = r.about_votes or r.has(Cue.RESULT) or turned or came or _only_named(r, piece)
    alone = asks and not conversation.symbol and whole >= least
    return piece.beside or alone


def _of_its_vote(r: Reading, piece: Piece) -> bool:
    """Whether it is asked of a group how it voted on a state: how did the Gulf states vote on the Syria vote?"""
    behind = {a for a, _ in r.spans_of(Cue.CAST)}
    return bool(r.groups) and len(r.states) == 1 and r.skipped(piece.end, ()) in behind


def _voters_on(r: Reading, piece: Piece) -> bool:
    """Whether it is asked who voted so on the states in a piece, which resolutions are on: who abstained on Burundi?"""
    named = states_in(r, piece)
    codes = frozenset(code for m in named for code in m.named.codes)
    on = bool(r.votes) and asks_who(r) and bool(named) and all(m in states_on(r) for m in named)
    return on and bool(naming(codes, r.library.catalogue.every, r.library))


def _only_named(r: Reading, piece: Piece) -> bool:
    """Whether a message has nothing but a piece and states beside it: 武器贸易条约 印度, arms trade treaty, India."""
    apart = [m for m in r.mentions if m.end <= piece.start or piece.end <= m.start]
    return bool(apart) and all(m.named.sense is Sense.STATE for m in apart) and _asks_nothing(r)


def _asks_nothing(r: Reading) -> bool:
    # Sobre is a word for "on" before it is one that seeks.
    asking = {cue for cue, spans in r.cues.items() if apart_from(spans, r.spans_of(Cue.ON_SUBJECT))}
    return not r.references.selections and not asking - _NO_QUESTION


_NO_QUESTION = {
    Cue.FILLER, Cue.OF_THOSE, Cue.MEMBERS, Cue.VOTING, Cue.QUESTION, Cue.BEING, Cue.AND_THEN, Cue.JOIN, Cue.WHO_VOTES,
    Cue.PROVISION, Cue.INSTRUMENT, Cue.ON_SUBJECT,
}  # fmt: skip


def _without_last(r: Reading, piece: Piece) -> Piece:
    """The piece without the state at its end, which is asked about where nothing else asks: 武器贸易条约 印度."""
    last = max(states_in(r, piece), key=lambda m: m.end, default=None)
    only = last is not None and last.end == piece.end and last.start > piece.start and _asks_nothing(r)
    if last is None or not only or not unknown(r, piece.start, last.start):
        return piece
    end = len(r.text.norm[: last.start].rstrip(" ,:"))
    before = r.text.norm[: last.start].rstrip().rpartition(" ")[2]
    if before in r.library.lexicon.filler:
        return piece  # Human rights in Mali: a word joins it to what it stands behind.
    return replace(piece, end=end, whole=(piece.whole[0], end))


def without_subjects(r: Reading) -> Reading:
    """A message that asks which resolutions there are, with the names of states as words where they only say what on:
    决议 of 俄罗斯联邦人权状况 asks for no vote of that state."""
    if not (r.has(Cue.DOCUMENTS) or r.tells(Shape.WHICH_RESOLUTIONS)) or not r.states:
        return r
    organs = [(a, b) for a, b, _ in r.library.catalogue.organs(r.text.norm)]
    every = r.library.catalogue.every
    only_on = [
        m
        for piece in pieces(r, organs)
        if (piece.on or piece.beside) and unknown(r, piece.start, piece.end) >= LEAST_WORDS
        for m in states_in(r, piece)
        if all(told_by(r, piece, every))
    ]
    return replace(r, mentions=tuple(m for m in r.mentions if m not in only_on)) if only_on else r


def without(r: Reading, spans: Sequence[Span]) -> str:
    """The message without what stands at some places."""
    return " ".join(blank(r.text.cased, spans).replace(BLANK, " ").split())


def bare_choice(choice: DocumentChoice) -> DocumentChoice:
    """The choice for the message without its description."""
    return replace(choice, naming=())
