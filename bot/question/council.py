"""Which body is meant by “the council”, of which there are several: that of the resolution, or list, spoken of,
or the one that counts its sessions where one of these is named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.corpus.library import Library
from bot.language.cues import Cue
from bot.language.normal import blank, normal
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import chosen
from bot.question.conversation import Conversation, Understood
from bot.question.model import SURE_KINDS, ClarifyQuestion, Question, Unclear
from bot.question.reading import Reading, letters
from bot.question.record import Among, HistoryQuestion, ListQuestion, OfAmong, PagedQuestion, PartsQuestion
from bot.question.sessions import sessions
from bot.resolution import Body, Span, Vote

COUNCILS = (Body.HUMAN_RIGHTS_COUNCIL, Body.SECURITY_COUNCIL, Body.ECONOMIC_AND_SOCIAL_COUNCIL)
"""The bodies that “the council” may mean."""
_IN_SESSIONS = (Body.HUMAN_RIGHTS_COUNCIL,)
"""Those that count their sessions: the Economic and Social Council has one a year, and the Security Council none."""
_OF_SEVERAL = (
    Cue.DOCUMENTS, Cue.ALL_DOCUMENTS, Cue.TIMES, Cue.EVER, Cue.ALWAYS, Cue.OFTEN, Cue.ALIKE, Cue.AGREEMENT, Cue.MOST,
    Cue.BY_YEAR,
)  # fmt: skip


def which_council(r: Reading) -> list[Span]:
    """Where “the council” stands in a message that names no body, and is no part of another name or of a title."""
    councils = r.spans_of(Shape.COUNCIL)
    if not councils or r.bodies or r.documents or len(r.library.summaries) == 1:
        return []
    norm = r.text.norm
    named = [(a, b) for a, b, _ in r.library.bodies_in(norm)]
    named += [*((m.start, m.end) for m in r.mentions), *((a, b) for a, b, _ in r.library.catalogue.titled(norm))]
    named += [x for x in r.library.terms.where(norm) if x not in councils]
    return [x for x in councils if not any(a < x[1] and x[0] < b for a, b in named)]


def asked_back(r: Reading, question: Question | None, spans: list[Span]) -> Question | None:
    """Which council is meant, by words at some places that do not say so, where that is asked of all resolutions, or
    nothing besides; what is asked, where only one council has resolutions on what is named. None where something else
    is asked."""
    if not question and not _nothing_besides(r, spans):
        return None
    pending = question or ListQuestion()
    here = _councils(r)
    if not isinstance(pending, OfAmong | PartsQuestion):
        return None
    among = pending.of.among if isinstance(pending, PartsQuestion) else pending.among
    # Of a time alone, that only one has any may be by chance.
    on = here if among.words or among.mentions else ()
    having = [body for body in on if chosen(replace(among, body=body), r.library)]
    if len(having) == 1 < len(here):
        return _of_body(pending, having[0])
    return ClarifyQuestion(Unclear.WHICH_BODY, pending=pending, bodies=tuple(x for x in COUNCILS if x in here))


def told_which(r: Reading, conversation: Conversation) -> Question | None:
    """What was asked back right before, of the body that a message names and says nothing besides; None where nothing
    was, or it does not."""
    last = conversation.turns[-1].question if conversation.turns else None
    if not isinstance(last, ClarifyQuestion) or last.unclear is not Unclear.WHICH_BODY or len(r.bodies) != 1:
        return None
    pending, body = last.pending, next(iter(r.bodies))
    organs = [(a, b) for a, b, _ in r.library.catalogue.organs(r.text.norm)]
    if not _nothing_besides(r, organs):
        return None
    return _of_body(pending, body) if isinstance(pending, OfAmong | PartsQuestion) else None


def _of_body(question: OfAmong | PartsQuestion, body: Body) -> Question:
    """What is asked of all resolutions, of those of one body."""
    if isinstance(question, PartsQuestion):
        return replace(question, of=replace(question.of, among=replace(question.of.among, body=body)))
    return replace(question, among=replace(question.among, body=body))


def body_alone(r: Reading) -> ListQuestion | None:
    """安理会: the resolutions of the body that a message names and says nothing besides; None where it does."""
    organs = [(a, b) for a, b, _ in r.library.catalogue.organs(r.text.norm)]
    alone = len(r.bodies) == 1 and r.resolution is None and _nothing_besides(r, organs)
    return ListQuestion(Among(body=next(iter(r.bodies)))) if alone else None


def _nothing_besides(r: Reading, spans: list[Span]) -> bool:
    """Whether a message says nothing besides what stands at some places but words that are empty."""
    empty = r.spans_of(Cue.FILLER, Cue.MEMBERS, Cue.VOTING, Cue.AND_THEN, Cue.CORRECTION, Shape.ARTICLE)
    return bool(spans) and not r.mentions and not letters(blank(r.text.norm, [*spans, *empty]))


def in_full(r: Reading, conversation: Conversation) -> str:
    """The message with the name of the body that is meant; empty where it has no such word, asks nothing of several
    resolutions, or where it is not known which body that is."""
    spans = which_council(r)
    if not spans:
        return ""
    asks = r.has(*_OF_SEVERAL) or times.dated(r) or sessions(r) or isinstance(conversation.last, PagedQuestion)
    asks = asks or bool(_offered(r, conversation))
    body = _spoken_of(r, conversation) if asks and not r.has(Cue.IT_IS_SAID) else None
    if body is None:
        return ""
    return _with_name(r, spans, body)


def _with_name(r: Reading, spans: list[Span], body: Body) -> str:
    """The message with the name of a body in place of the word for it at some places."""
    start, end = max(spans, key=lambda x: x[1] - x[0])
    word = r.text.norm[start:end]
    name = next((name for name in r.library.bodies.get(body, ()) if word in normal(name)), str(body))
    return f"{r.text.cased[:start]}{name}{r.text.cased[end:]}"


def of_the_only_one(r: Reading, whole: Understood, ask: Callable[[str], Understood]) -> Understood:
    """What a message is understood as; where it is asked back which council is meant, and only one has anything of what
    is asked, what is asked of that one, or, where none has, of all.

    ask: understands a message.
    """
    question = whole[0]
    if not isinstance(question, ClarifyQuestion) or question.unclear is not Unclear.WHICH_BODY:
        return whole
    pending, spans = question.pending, which_council(r)
    nowhere = isinstance(pending, OfAmong) and pending.among != Among() and not chosen(pending.among, r.library)
    if not spans or not (nowhere or _of_a_subject(pending)):
        return whole
    each = [ask(_with_name(r, spans, body)) for body in question.bodies]
    found = [(asked, goes_on) for asked, goes_on in each if _has_any(asked, goes_on, r.library)]
    if found or any(isinstance(asked, ClarifyQuestion) for asked, _ in each):
        return found[0] if len(found) == 1 else whole
    return (pending, whole[1]) if isinstance(pending, OfAmong) else whole


def _of_a_subject(pending: Question | None) -> bool:
    """Whether it is said what the resolutions are on, by which one council may be told from another."""
    of = pending.of if isinstance(pending, PartsQuestion) else pending
    return isinstance(of, OfAmong) and bool(of.among.words or of.among.mentions)


def _has_any(question: Question, goes_on: Conversation, library: Library) -> bool:
    """Whether there is anything of what is asked: a resolution, some that meet its conditions, votes of its states."""
    of = question.of if isinstance(question, PartsQuestion) else question
    if not isinstance(of, OfAmong):
        asked_back = isinstance(of, ClarifyQuestion) and of.unclear is Unclear.WHICH_DOCUMENT
        return (isinstance(of, SURE_KINDS) and bool(goes_on.symbol)) or asked_back
    places = chosen(of.among, library, recorded=isinstance(of, HistoryQuestion))
    states = of.states if isinstance(of, HistoryQuestion) else ()
    voted = any(library.ballots.vote(at, code) is not Vote.ABSENT for at in places for code in states)
    return bool(places) and (voted or not states)


def _spoken_of(r: Reading, conversation: Conversation) -> Body | None:
    """The council of the resolution in view or of the list before, or the only one of which there are any."""
    in_view = r.library.get(conversation.symbol) if conversation.symbol else None
    last = conversation.last
    of = last.of if isinstance(last, PartsQuestion) else last
    listed = of.among.body if isinstance(of, OfAmong) else None
    here, offered = _councils(r), _offered(r, conversation)
    if len(offered) == 1:
        return next(iter(offered))
    said = [body for body in (in_view.body if in_view else None, listed) if body in COUNCILS]
    return said[0] if said else next(iter(here)) if len(here) == 1 else None


def _offered(r: Reading, conversation: Conversation) -> set[Body]:
    """The councils of which there are resolutions among those of which it was asked back which is meant."""
    last = conversation.turns[-1].question if conversation.turns else None
    symbols = last.symbols if isinstance(last, ClarifyQuestion) and last.unclear is Unclear.WHICH_DOCUMENT else ()
    return {r.library.catalogue.summary(symbol).body for symbol in symbols} & {*COUNCILS}


def _councils(r: Reading) -> set[Body]:
    """The councils of which there are resolutions; of those that count their sessions where one of these is named."""
    return {x.body for x in r.library.summaries} & {*(_IN_SESSIONS if sessions(r) else COUNCILS)}
