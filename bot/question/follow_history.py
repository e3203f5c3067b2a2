"""What is asked after a question of more than one resolution: 那法国呢, and in 2023?, which ones?"""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.normal import blank
from bot.question import times
from bot.question.among import about
from bot.question.conditions import conditions, divided, topic_of
from bot.question.documents import words_of
from bot.question.model import Question
from bot.question.reading import LITTLE, Reading, letters, weight
from bot.question.record import (
    AlikeQuestion,
    Among,
    BetweenQuestion,
    Comparison,
    GroupHistoryQuestion,
    HistoryQuestion,
    ListQuestion,
    PagedQuestion,
    PartsQuestion,
    ThroughoutQuestion,
)


def following(r: Reading, last: PagedQuestion) -> Question | None:
    """那法国呢, 那2023年呢, 还有呢 after such a question."""
    filtered = None if r.named else _filtered(r, last)
    if filtered or r.named or r.references.selections or r.left > LITTLE or r.documents:
        return filtered
    if r.has(Cue.MORE) or r.references.step > 0:
        return replace(last, page=last.page + 1)
    if r.has(Cue.WHO, Cue.LIST) and not (r.left or r.states or r.groups or r.votes or conditions(r) != Among()):
        # Which ones? They are listed.
        return replace(last, page=0)
    of = last.of if isinstance(last, PartsQuestion) else last
    if (by := divided(r)) and isinstance(of, (HistoryQuestion, GroupHistoryQuestion)) and not (r.states or r.groups):
        return PartsQuestion(of, by)
    if isinstance(last, AlikeQuestion) and r.has(Cue.ALIKE) and not (r.states or r.groups):
        return replace(last, least=r.has(Cue.LEAST, Cue.DIFFER), page=0)
    goes_on = _only_conditions(r) or _only_votes(r) or r.has(Cue.AND_THEN, Cue.AMONG)
    if not goes_on or isinstance(last, BetweenQuestion):
        return None
    if isinstance(last, PartsQuestion):
        other = _of_others(r, last.of)
        return replace(last, of=other, page=0) if isinstance(other, (HistoryQuestion, GroupHistoryQuestion)) else None
    return _of_others(r, last)


def _filtered(r: Reading, last: PagedQuestion) -> Question | None:
    """其中关于核武器的, which of those did China abstain on: those of the list before that meet one more condition."""
    if not isinstance(last, (HistoryQuestion, ListQuestion)):
        return None
    if not r.has(Cue.AMONG, Cue.OF_SHOWN) or r.documents or r.groups:
        return None
    words, more, before = topic_of(r), conditions(r), last.among
    subject = weight(words) > 1 and (r.has(Cue.ON_SUBJECT, Cue.WHERE) or bool(about(words, r.library)))
    voted = tuple((code, r.votes) for code in r.states) if r.votes else ()
    not_understood = (r.states and not voted) or (weight(words) > LITTLE and not subject)
    if not (subject or voted) or not_understood:
        return None
    on = replace(
        before,
        words=f"{before.words} {words}".strip() if subject else before.words,
        times=more.times or before.times,
        body=more.body or before.body,
        voted=(*before.voted, *voted),
    )
    return replace(last, among=on, page=0)


_NO_QUESTION = {
    Cue.FILLER, Cue.OF_THOSE, Cue.MEMBERS, Cue.VOTING, Cue.QUESTION, Cue.BEING, Cue.ONLY, Cue.AND_THEN, Cue.AMONG,
    Cue.EITHER, Cue.JOIN, Cue.CORRECTION,
}  # fmt: skip
_OF_VOTES = {Cue.YES, Cue.NO, Cue.ABSTAIN, Cue.WHO_VOTES, Cue.BOTH, Cue.NEGATION, Cue.YES_AND_NO}


def _only_votes(r: Reading) -> bool:
    """Whether a message names nothing but votes: 赞成和弃权."""
    return bool(r.votes) and not r.left and not r.cues.keys() - _NO_QUESTION - _OF_VOTES


def _only_conditions(r: Reading) -> bool:
    """Whether a message names nothing but a year or a body: in 2023?"""
    said = weight(words_of(letters(blank(r.text.norm, [*r.known, *times.spans(r)])), r))
    return conditions(r) != Among() and not said and not r.cues.keys() - _NO_QUESTION


def _of_others(
    r: Reading, last: HistoryQuestion | AlikeQuestion | ThroughoutQuestion | GroupHistoryQuestion | ListQuestion
) -> Question | None:
    """What was asked before, of other states, votes, years or bodies."""
    if isinstance(last, GroupHistoryQuestion) and len(r.groups) == 1 and not r.states:
        return replace(last, group=r.groups[0], votes=r.votes or last.votes, page=0)
    if r.groups:
        return None
    among = conditions(r)
    kept = replace(last.among, times=among.times or last.among.times, body=among.body or last.among.body)
    if isinstance(last, AlikeQuestion) and len(r.states) == 1:
        return replace(last, state=r.states[0], among=kept, page=0)
    if isinstance(last, HistoryQuestion):
        one = last.comparison is Comparison.NONE
        states = (
            r.states
            if r.states and (one or len(r.states) > 1)
            else (last.states[0], *r.states)
            if r.states
            else last.states
        )
        if not (r.states or r.votes or among != Among()):
            return None
        # What each of the states before voted is nothing that can be asked of another.
        each = () if r.states or r.votes else last.each
        return replace(last, states=states, votes=r.votes or last.votes, each=each, among=kept, page=0)
    return replace(last, among=kept, page=0) if among != Among() else None
