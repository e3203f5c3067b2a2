"""The words for votes: of single states, of a whole roll call, and the result."""

from __future__ import annotations

from bot.answer.model import RollAnswer, TallyAnswer, VoteAnswer
from bot.corpus.model import CAST, Adoption, Resolution, Vote
from bot.question.model import Verdict
from bot.wording.pieces import Block, Piece, Reply, Style
from bot.wording.voice import Voice

FOLDED_FROM = 200
"""Characters of a list of states that may be shown folded."""


def vote_reply(answer: VoteAnswer, voice: Voice) -> Reply:
    """How states voted; before it whether that is what was asked, behind it for which state a misspelt name was taken."""
    lines = [_one_vote(code, vote, answer.resolution, voice) for code, vote in answer.votes]
    first = _verdict(answer, voice)
    separator = "\n" if len(lines) > 1 else voice.space
    pieces = [Piece(first + separator, Style.BOLD)] if first else []
    pieces.append(Piece("\n".join(lines)))
    for typed, code in answer.question.guessed:
        pieces.append(Piece("\n" + voice.wording("votes.taken_for", typed=typed, state=voice.name(code))))
    return (tuple(pieces), voice.source(answer.resolution, "vote"))


def _one_vote(code: str, vote: Vote, resolution: Resolution, voice: Voice) -> str:
    state = voice.state(code, resolution)
    if vote is Vote.ABSENT:
        return voice.wording("votes.absent", state=state)
    if vote is Vote.NOT_VOTING:
        return voice.wording("votes.not_voting", state=state)
    return voice.wording("votes.cast", state=state, vote=voice.wording(f"vote.{vote}"))


def _verdict(answer: VoteAnswer, voice: Voice) -> str:
    votes = [vote for _, vote in answer.votes]
    if answer.question.verdict is Verdict.SAME:
        if Vote.NOT_VOTING in votes:
            return voice.wording("votes.not_all_voted")
        if Vote.ABSENT in votes:
            return voice.wording("votes.neither_recorded" if set(votes) == {Vote.ABSENT} else "votes.not_comparable")
        return voice.wording("votes.same" if len(set(votes)) == 1 else "votes.not_same")
    if answer.question.verdict is Verdict.YES_NO:
        so = [vote in answer.question.asked for vote in votes]
        # Two votes make up the negation of the third: “没有投反对票吧” is right for 赞成 and 弃权.
        negated = len(answer.question.asked) > 1
        if len(so) == 1:
            if negated:
                return voice.wording("votes.not_said_so" if so[0] else "votes.not_recorded")
            return voice.wording("votes.is_so" if so[0] else "votes.is_not_so")
        return voice.wording("votes.all_so" if all(so) else "votes.not_all_so" if any(so) else "votes.none_so")
    return ""


def roll_reply(answer: RollAnswer, voice: Voice) -> Reply:
    """Who voted how, a block for each vote."""
    q, resolution = answer.question, answer.resolution
    groups = [voice.library.names.groups[g] for g in q.groups]
    group_names = voice.listed(g.name(voice.wording.language) for g in groups)
    head = _roll_head(answer, group_names, voice)
    blocks: list[Block] = [(Piece(head, Style.BOLD),)] if head else []
    for vote in (*CAST, Vote.NOT_VOTING):
        codes = [code for code, v in answer.votes if v is vote]
        if codes:
            heading = voice.wording(f"heading.{vote}")
            text = voice.wording("roll.count", heading=heading, count=len(codes), states=voice.listed(voice.state(c, resolution) for c in codes))
            cut = text.index(heading) + len(heading)
            blocks.append((Piece(text[:cut], Style.BOLD), Piece(text[cut:], Style.FOLD if len(text) > FOLDED_FROM else Style.PLAIN)))
    if not answer.votes:
        voters = {v.code for v in resolution.roll_call}
        if groups and not any(g.members & voters for g in groups):
            text = voice.wording("roll.no_voter", group=group_names)
        else:
            text = voice.wording("roll.none_of_group", group=group_names) if groups else voice.wording("roll.none")
        blocks.append((Piece(text),))
    if groups:
        notes = [voice.wording("roll.unrecorded", count=answer.unrecorded)] if answer.unrecorded else []
        notes += [voice.wording("roll.as_of", date=g.as_of, source=g.source) for g in groups]
        blocks.append((Piece("\n".join(notes)),))
    return (*blocks, voice.source(resolution, "vote"))


def _roll_head(answer: RollAnswer, group_names: str, voice: Voice) -> str:
    """Of which states the answer is, in words; empty where it is of all."""
    q, resolution, names = answer.question, answer.resolution, voice.library.names
    head = []
    if q.like or q.unlike:
        state = voice.state(q.like or q.unlike, resolution)
        heading = voice.wording(f"heading.{resolution.vote_of(q.like or q.unlike)}")
        head.append(voice.wording("roll.like" if q.like else "roll.unlike", state=state, heading=heading))
    if q.groups:
        head.append(voice.wording("roll.group", group=group_names))
    left_out = [names.groups[g].name(voice.wording.language) for g in q.without_groups]
    left_out += [voice.state(c, resolution) for c in q.without if not q.like]
    if left_out:
        head.append(voice.wording("roll.without", states=voice.listed(left_out)))
    return ("；" if voice.wording.language.startswith("zh") else "; ").join(head)


def tally_reply(answer: TallyAnswer, voice: Voice) -> Reply:
    """The result of the vote, or how the document was adopted without one."""
    tally = answer.resolution.tally
    if tally is None:
        stated = answer.resolution.adoption is Adoption.WITHOUT_A_VOTE
        return ((Piece(voice.wording("tally.without_a_vote" if stated else "tally.not_stated")),), voice.source(answer.resolution))
    result = voice.wording("tally.result", yes=tally.yes, no=tally.no, abstain=tally.abstain, total=tally.total, margin=tally.yes - tally.no)
    not_so = answer.question.unanimous and tally.no
    first = (Piece(voice.wording("tally.not_unanimous") + voice.space, Style.BOLD),) if not_so else ()
    return ((*first, Piece(result)), voice.source(answer.resolution, "vote"))
