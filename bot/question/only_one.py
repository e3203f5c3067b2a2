"""Where of several resolutions that may be meant only one fits what is asked, or all of those that were offered do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.shapes import Shape
from bot.question.among import chosen
from bot.question.choice import DocumentChoice
from bot.question.conversation import Conversation, Understood
from bot.question.described import without
from bot.question.documents import DOCUMENTS_OFFERED
from bot.question.model import (
    ClarifyQuestion,
    ParagraphQuestion,
    Question,
    Refusal,
    Refused,
    RollQuestion,
    Several,
    SubjectQuestion,
    TallyQuestion,
    Unclear,
    VoteQuestion,
)
from bot.question.reading import LITTLE, Reading
from bot.question.record import (
    AlikeQuestion,
    Among,
    GroupHistoryQuestion,
    HistoryQuestion,
    ThroughoutQuestion,
)
from bot.question.sets import Measure, Members
from bot.resolution import Resolution, Vote


def beside_the_only_one(question: Question, r: Reading, ask: Callable[[str], Understood]) -> Question:
    """The question; where it is asked of several resolutions, or of the second, and one alone is here, with that: who
    voted against all resolutions, 五份决议里中国投了几次赞成.

    ask: understands a message.
    """
    if len(r.library.summaries) != 1:
        return question
    which = r.spans_of(Shape.WHICH_RESOLUTIONS)
    if which and isinstance(question, SubjectQuestion):
        if r.left < LITTLE:
            return question  # 提到哪些决议: which ones the text names.
        question = ask(without(r, which))[0]
    if isinstance(question, VoteQuestion | RollQuestion | TallyQuestion) and _of_several(r):
        return Several((question, Refusal(Refused.ONLY_ONE)))
    in_text = isinstance(question, ParagraphQuestion | SubjectQuestion)
    # The second one of what was offered is a paragraph.
    of_them = r.tells(Shape.WHICH_RESOLUTIONS) or _of_a_later_one(r, Shape.RESOLUTION)
    return Several((question, Refusal(Refused.ONLY_ONE))) if in_text and of_them else question


def _of_several(r: Reading) -> bool:
    """Whether a message speaks of several resolutions."""
    said = r.has(Cue.ALL_DOCUMENTS, Cue.TIMES, Cue.DOCUMENTS)
    said = said or r.tells(Shape.SEVERAL_RESOLUTIONS, Shape.WHICH_RESOLUTIONS)
    return said or _of_a_later_one(r, Shape.RESOLUTION, Shape.LISTED_ONE)


def _of_a_later_one(r: Reading, *called: Shape) -> bool:
    """Whether a message speaks of the second of them, or the third. called: words for a resolution."""
    resolutions = [start for start, _ in r.spans_of(*called)]
    # Of the fillers between them, a word for a paragraph is none: 第二段决议.
    units = [end for _, end in r.spans_of(Shape.PART_UNIT)]
    numbers = [end for _, end in r.spans_of(Shape.SECOND, Shape.THIRD)]
    beside = [(end, at) for end in numbers for at in resolutions if end <= at <= r.skipped(end, (Cue.FILLER,))]
    return any(not any(end < unit <= at for unit in units) for end, at in beside)


def of_those_offered(question: Question, r: Reading, conversation: Conversation) -> Question:
    """The question; of those on one subject alone of which it was asked back which is meant, where it is asked of all
    there are: the death penalty resolution, then did Japan and Korea vote alike?"""
    last = conversation.turns[-1].question if conversation.turns else None
    offered = last.symbols if isinstance(last, ClarifyQuestion) and last.unclear is Unclear.WHICH_DOCUMENT else ()
    # Each time, 每次都: of those that were offered.
    all_there_are = r.has(Cue.DOCUMENTS) or apart_from(r.spans_of(Cue.ALL_DOCUMENTS), r.spans_of(Cue.ALWAYS))
    if not offered or not isinstance(question, _OF_ALL) or question.among != Among() or all_there_are:
        return question
    like = Among(like=offered[0], amendments=False)
    same = {r.library.summaries[at].symbol for at in chosen(like, r.library)}
    return replace(question, among=like) if set(offered) <= same else question


def with_such_a_vote(question: Question, which: DocumentChoice, r: Reading) -> Resolution | None:
    """The only one of the resolutions that may be meant in whose record the states asked about are, or in which
    somebody voted so; None where there are none or several, or it is asked of several."""
    # 都有谁反对 asks for all who did.
    of_several = bool(apart_from(r.spans_of(Cue.ALL, Cue.BOTH), r.spans_of(Cue.WHO, Cue.COUNTRIES)))
    if which.resolution or not 1 < len(which.offered) < DOCUMENTS_OFFERED or of_several:
        return None
    places, ballots = r.library.catalogue.places, r.library.ballots
    match question:
        case VoteQuestion():
            there = [
                x for x in which.offered
                if all(ballots.vote(places[x.symbol], code) is not Vote.ABSENT for code in question.states)
            ]  # fmt: skip
        case RollQuestion() if question == RollQuestion(question.votes) and question.votes:
            there = [x for x in which.offered if any(x.voters(vote) for vote in question.votes)]
        case _:
            return None
    return there[0] if len(there) == 1 and all(x.roll_call for x in which.offered) else None


def on_the_only_one(question: Question, r: Reading) -> tuple[VoteQuestion | RollQuestion, str] | None:
    """How states, or the members of a group, voted, where what a message says of the subject and the time fits one
    resolution alone, and its symbol: how did Cuba vote on Burundi in 2024? None where several fit, or it is asked how
    often."""
    if not isinstance(question, _OF_ALL) or isinstance(question, AlikeQuestion) or not question.among.words:
        return None
    counts = r.has(Cue.TIMES, Cue.HOW_MANY, Cue.LIST) or r.tells(Shape.WHICH_RESOLUTIONS)
    if counts or question.among.latest:
        return None
    every, ballots = chosen(question.among, r.library, recorded=True), r.library.ballots
    if isinstance(question, ThroughoutQuestion):
        # Who was against the resolutions on it of that year, of which there is one.
        each, most = question.each, question.most
        alike = question == ThroughoutQuestion(question.votes, each=each, most=most, among=question.among)
        often = r.has(Cue.MOST, Cue.OFTEN, Cue.ALWAYS, Cue.EVER)
        one = len(every) == 1 and alike and bool(question.among.times) and not often
        return (RollQuestion(question.votes), r.library.summaries[every[0]].symbol) if one else None
    if isinstance(question, GroupHistoryQuestion):
        of_group = GroupHistoryQuestion(question.group, question.votes, among=question.among)
        one = len(every) == 1 and question == of_group and not r.has(Cue.UNITED, Cue.SPLIT)
        asked_of = RollQuestion(question.votes, Members(question.group))
        return (asked_of, r.library.summaries[every[0]].symbol) if one else None
    if question != HistoryQuestion(question.states, question.votes, among=question.among):
        return None
    there = [at for at in every if all(ballots.vote(at, code) is not Vote.ABSENT for code in question.states)]
    # Germany on South Sudan in 2023: where it is in the record of one alone.
    fit = there if question.among.times and len(there) == 1 else every
    # Whether it voted so: yes or no, and how it did.
    measure = Measure.ALL if question.votes else Measure.LIST
    of_it = VoteQuestion(question.states, measure, question.votes)
    return (of_it, r.library.summaries[fit[0]].symbol) if len(fit) == 1 else None


_OF_ALL = HistoryQuestion | ThroughoutQuestion | AlikeQuestion | GroupHistoryQuestion
"""The questions of all resolutions that meet conditions, but for which there are."""
