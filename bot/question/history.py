"""Questions about more than one resolution: how states voted on all of them, and which ones there are."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.corpus.model import CAST, Vote
from bot.language.lexicon import Cue
from bot.language.names import Sense
from bot.language.normal import BLANK, blank
from bot.question.documents import YEAR, titled, words_of
from bot.question.model import Among, ClarifyQuestion, Comparison, Conversation, HistoryQuestion, ListQuestion, Question, Unclear
from bot.question.reading import Reading, weight
from bot.question.signs import LITTLE

_ADOPTED = re.compile("通过|adopt|aprobad|принят|اعتمد")
_RESOLUTION = re.compile("决议|resoluti|résoluti|резолюци|قرار")
_SPECIAL = re.compile("特别会议|特别届会|special session|session extraordinaire|sesion extraordinaria|sesión extraordinaria|специальн")
_WITHOUT_A_VOTE = re.compile("未经表决|没有表决|不经表决|协商一致|without a vote|by consensus|sans vote|sin votacion|sin votación|без голосования")


def across(r: Reading, c: Conversation) -> Question | None:
    """中国对哪些决议投了反对票, 2024年通过的: asked of all resolutions; None where a message asks of one, or there is only one."""
    if r.references.selections:
        return None
    if len(r.library.resolutions) == 1:
        return ListQuestion() if r.has(Cue.DOCUMENTS) and not r.documents else None
    if follow := _following(r, c):
        return follow
    if r.named:
        return None
    return _history(r) or _list(r)


def _history(r: Reading) -> Question | None:
    """How states voted on all of them."""
    if not r.states:
        return None
    comparison, dated = _comparison(r), bool(YEAR.search(_dated(r))) and r.resolution is None and r.has(Cue.CAST)
    if not (r.has(Cue.DOCUMENTS) or dated or comparison is not Comparison.NONE):
        return None
    if comparison is not Comparison.NONE:
        return HistoryQuestion(r.states, comparison=comparison, among=_among(r))
    if r.has(Cue.NOT_CAST):
        return HistoryQuestion(r.states, frozenset({Vote.NOT_VOTING}), among=_among(r))
    if len(r.states) > 1 and len(r.named_votes) > 1:
        each = _each(r)
        return HistoryQuestion(r.states, each=each, among=_among(r)) if each else ClarifyQuestion(Unclear.WHAT)
    return HistoryQuestion(r.states, r.votes, among=_among(r))


def _each(r: Reading) -> tuple[frozenset[Vote], ...]:
    """What each state is said to have voted: 中国赞成而美国反对, supported by China and opposed by the US; nothing where that is not clear."""
    states = [(m.start, m.end) for m in r.mentions if m.named.sense is Sense.STATE]
    votes = sorted({(s, e, vote) for vote, spans in r.vote_spans.items() for s, e in spans})
    if len(states) != len(r.states) or len(votes) != len(states):
        return ()
    after = all(state[1] <= vote[0] for state, vote in zip(states, votes, strict=True))
    before = all(vote[1] <= state[0] for state, vote in zip(states, votes, strict=True))
    if not (after or before):
        return ()
    return tuple(frozenset(set(CAST) - {vote}) if r.negated(at) else frozenset({vote}) for at, _, vote in votes)


def _list(r: Reading) -> Question | None:
    """Which resolutions there are."""
    among = _among(r)
    asks = r.has(Cue.DOCUMENTS) or (among != Among() and _RESOLUTION.search(r.text.norm)) or (among.year and _ADOPTED.search(r.text.norm))
    voting = r.votes or (r.has(Cue.CAST) and not among.without_a_vote)
    if not asks or voting or r.groups or r.has(Cue.IT_IS_SAID, Cue.COUNTRIES):
        return None
    if weight(r.rest) > LITTLE + 4 * (among.special or among.without_a_vote) and not r.states:
        words = words_of(r.rest, r)
        # A subject that stands in no title may stand in a paragraph.
        return ListQuestion(replace(among, words=words)) if words and titled(r.library.catalogue, words) else None
    return None if r.states or r.has(Cue.WHERE) else ListQuestion(among)


def listed(r: Reading, words: str) -> Among:
    """The resolutions that are looked for by a year, a body, or words of their titles."""
    spans = [*((a, b) for a, b, _ in r.library.catalogue.organs(r.text.norm)), *(m.span() for m in YEAR.finditer(r.text.norm))]
    left = blank(r.text.norm, spans).replace(BLANK, " ").strip(" 年的,") if spans else words.strip()
    return replace(_among(r), words=left)


def _comparison(r: Reading) -> Comparison:
    """What is asked about two states or more across resolutions."""
    if len(r.states) < 2:
        return Comparison.NONE
    if r.has(Cue.AGREEMENT):
        return Comparison.AGREEMENT
    if not r.has(Cue.DOCUMENTS, Cue.WHO, Cue.HOW_MANY) or not r.has(Cue.SAME, Cue.DIFFER):
        return Comparison.NONE
    return Comparison.DIFFERENT if r.has(Cue.DIFFER) else Comparison.SAME


def _dated(r: Reading) -> str:
    """The message without the documents it names, whose symbols may hold years."""
    return blank(r.text.norm, [(d.start, d.end) for d in r.documents]).replace(BLANK, " ")


def _among(r: Reading) -> Among:
    year = YEAR.search(_dated(r))
    body = next(iter(r.bodies)) if len(r.bodies) == 1 else None
    norm = r.text.norm
    return Among(int(year[1]) if year else None, body, special=bool(_SPECIAL.search(norm)), without_a_vote=bool(_WITHOUT_A_VOTE.search(norm)))


def _following(r: Reading, c: Conversation) -> Question | None:
    """那法国呢, 那2023年呢, 还有呢 after such a question."""
    last = c.last
    if not isinstance(last, (HistoryQuestion, ListQuestion)) or weight(r.rest) > LITTLE or r.documents:
        return None
    if r.has(Cue.MORE) or r.references.step > 0:
        return replace(last, page=last.page + 1)
    if not r.has(Cue.AND_THEN, Cue.AMONG) or r.groups:
        return None
    among = _among(r)
    kept = replace(last.among, year=among.year or last.among.year, body=among.body or last.among.body)
    if isinstance(last, HistoryQuestion):
        one = last.comparison is Comparison.NONE
        states = r.states if r.states and (one or len(r.states) > 1) else (last.states[0], *r.states) if r.states else last.states
        if not (r.states or r.votes or among != Among()):
            return None
        # What each of the states before voted is nothing that can be asked of another.
        each = () if r.states or r.votes else last.each
        return replace(last, states=states, votes=r.votes or last.votes, each=each, among=kept, page=0)
    return replace(last, among=kept, page=0) if among != Among() else None
