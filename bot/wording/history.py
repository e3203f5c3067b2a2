"""The words for how states voted across resolutions."""

from __future__ import annotations

from bot.answer.model import HistoryAnswer, HistoryRow
from bot.corpus.model import CAST, Vote
from bot.question.model import Comparison
from bot.wording.lists import conditions, entry, paged
from bot.wording.pieces import Piece, Reply, Style
from bot.wording.voice import Voice


def history_reply(answer: HistoryAnswer, voice: Voice) -> Reply:
    """How often states voted so, or the same, and a page of the resolutions that it is so of."""
    q = answer.question
    states = voice.listed(voice.name(c) for c in q.states)
    among = conditions(q.among, voice)
    voted = sum(any(vote in CAST for _, vote in row.votes) for row in answer.rows)
    values = {"states": states, "count": len(answer.rows) if q.votes else voted, "recorded": answer.recorded}
    if answer.agreement:
        a = answer.agreement
        head = voice.wording("history.agreement", states=states, same=a.same, of=a.of, percent=voice.wording.percent(a.percent / 100))
        if q.comparison is not Comparison.AGREEMENT:
            head += "\n" + voice.wording(f"history.{q.comparison}", count=len(answer.rows))
    elif q.each:
        pairs = zip(q.states, q.each, strict=True)
        said = (voice.wording("history.vote", state=voice.name(c), vote=_votes_named(v, voice)) for c, v in pairs)
        head = voice.wording("history.each", cast=voice.listed(said), **{k: v for k, v in values.items() if k != "states"})
    elif q.votes == {Vote.NOT_VOTING}:
        head = voice.wording("history.not_voting", **values)
    elif q.votes:
        head = voice.wording("history.voted", votes=_votes_named(q.votes, voice), **values)
    else:
        head = voice.wording("history.all", **values)
    if among:
        head += voice.space + voice.wording("history.among", among=among)
    return ((Piece(head, Style.BOLD),), *paged([_row(i, row, voice) for i, row in enumerate(answer.rows, 1)], q.page, voice))


def _votes_named(votes: frozenset[Vote], voice: Voice) -> str:
    """Votes, in the order of a record."""
    return voice.listed(voice.wording(f"vote.{v}") for v in (*CAST, Vote.NOT_VOTING) if v in votes)


def _cast(code: str, vote: Vote, voice: Voice) -> str:
    """How a state voted, or that it did not."""
    return voice.wording("history.vote" if vote in CAST else "history.no_vote", state=voice.name(code), vote=voice.wording(f"vote.{vote}"))


def _row(number: int, row: HistoryRow, voice: Voice) -> str:
    """A resolution and the votes on it, in a list."""
    alone = len(row.votes) == 1
    votes = voice.wording(f"vote.{row.votes[0][1]}") if alone else "; ".join(_cast(code, vote, voice) for code, vote in row.votes)
    return voice.wording("history.row", number=number, entry=entry(row.resolution, voice), votes=votes)
