"""The words for how states voted across resolutions: what was counted in the first line, then a line for each, with its
source."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answer.record import (
    AlikeAnswer,
    BetweenAnswer,
    Counted,
    GroupHistoryAnswer,
    GroupRow,
    HistoryAnswer,
    HistoryRow,
    PartRow,
    PartsAnswer,
    ThroughoutAnswer,
)
from bot.question.record import (
    AlikeQuestion,
    Among,
    By,
    Comparison,
    GroupHistoryQuestion,
    HistoryQuestion,
    ThroughoutQuestion,
)
from bot.question.sets import Measure, Most, StateSet, codes_in, groups_in
from bot.resolution import CAST, Vote
from bot.wording.lists import conditions, doubted, entry, otherwise, paged, votes_named
from bot.wording.pieces import Piece, Reply, Style
from bot.wording.voice import LINK, Voice


def history_reply(answer: HistoryAnswer, voice: Voice) -> Reply:
    """How often states voted so, or the same, and a page of the resolutions that it is so of."""
    q = answer.question
    first = voice.wording(f"history.{answer.verdict}") + voice.space if answer.verdict else ""

    def line(number: int, row: HistoryRow) -> tuple[str, str]:
        return _row(number, row, voice), row.summary.symbol

    said = first + (_apart(answer, voice) or _head(answer, voice))
    # Under which conditions stands behind what was counted, before on how many it is so.
    counted, line_break, on_so_many = said.partition("\n")
    head = conditioned(counted, q.among, voice) + line_break + on_so_many + _otherwise(answer, voice)
    head += doubted(answer.in_doubt, voice) + _absent(answer, voice) + _turned(answer, voice)
    return ((Piece(head, Style.BOLD),), *paged(answer.rows, line, q.page, voice))


def _turned(answer: HistoryAnswer, voice: Voice) -> str:
    """Where the vote of a state changed, a line each, or that it did not; empty where that is not asked."""
    if not answer.question.turning:
        return ""
    said = (
        voice.wording(
            "history.turned",
            symbol=there.symbol,
            date=voice.wording.date(there.adopted),
            before=voice.wording(f"vote.{before}"),
            after=voice.wording(f"vote.{after}"),
        )
        for there, before, after in answer.turns
    )
    return "".join(f"\n{line}" for line in said) or "\n" + voice.wording("history.not_turned")


def _otherwise(answer: HistoryAnswer, voice: Voice) -> str:
    """The figures without drafts and amendments, or with them; empty where there are none of these."""
    if not (of := answer.otherwise):
        return ""
    return "\n" + otherwise(answer.question.among, _in_figures(of, voice), voice)


def _in_figures(answer: HistoryAnswer, voice: Voice) -> str:
    """What was counted, without whose."""
    q = answer.question
    if answer.agreement:
        a = answer.agreement
        percent = voice.wording.percent(a.percent / 100)
        return voice.wording("history.part_agreement", same=a.same, of=a.of, percent=percent)
    figures = {str(vote): count for vote, count in answer.figures}
    if figures and not (q.votes or q.against):
        return voice.wording("documents.figures", **figures)
    of = answer.voted if q.measure in (Measure.SHARE, Measure.ALL) or q.against else answer.recorded
    return voice.wording("documents.of_so_many", count=len(answer.rows), of=of)


def _absent(answer: HistoryAnswer | ThroughoutAnswer, voice: Voice) -> str:
    """That none of the records lists a state that is asked about; empty where there is no such."""
    absent = voice.listed(voice.name(code) for code in answer.absent)
    return "\n" + voice.wording("history.in_no_record", states=absent) if answer.absent else ""


def conditioned(
    head: str, among: Among, voice: Voice, group: str = "", left_out: tuple[StateSet, ...] = (), few: int = 0
) -> str:
    """The first line with the conditions that it is under, who is not counted, and how many are listed; 0 for all."""
    without = voice.listed(said for each in left_out for said in _named(each, voice))
    said = voice.listed(
        filter(
            None,
            (
                voice.group(group) if group else "",
                conditions(among, voice),
                # Behind the body, so that this does not look left out as well.
                voice.wording("history.left_out", states=without) if without else "",
                voice.wording("documents.few", count=few) if few else "",
            ),
        )
    )
    return head + voice.space + voice.wording("history.among", among=said) if said else head


def _named(states: StateSet, voice: Voice) -> Iterator[str]:
    """The names of the groups and states of a set."""
    yield from (voice.group(group) for group in groups_in(states))
    yield from (voice.name(code) for code in codes_in(states))


def _apart(answer: HistoryAnswer, voice: Voice) -> str:
    """On how many one state voted otherwise than most members of a group; empty where that is not asked."""
    if not answer.question.against:
        return ""
    return voice.wording(
        "history.otherwise_than",
        states=voice.name(answer.question.states[0]),
        group=voice.wording("history.majority_of", group=voice.group(answer.question.against)),
        count=len(answer.rows),
        recorded=answer.voted,
    )


def _head(answer: HistoryAnswer, voice: Voice) -> str:
    q = answer.question
    states, count = who(q, voice), len(answer.rows)
    if answer.agreement:
        a = answer.agreement
        head = voice.wording(
            "history.agreement", states=states, same=a.same, of=a.of, percent=voice.wording.percent(a.percent / 100)
        )
        listed = q.comparison is not Comparison.AGREEMENT and count
        return head + "\n" + voice.wording(f"history.{q.comparison}", count=count) if listed else head
    if q.each:
        pairs = zip(q.states, q.each, strict=True)
        said = (voice.wording("history.vote", state=voice.name(c), vote=votes_named(v, voice)) for c, v in pairs)
        return voice.wording("history.each", cast=voice.listed(said), count=count, recorded=answer.recorded)
    if q.votes == {Vote.NOT_VOTING}:
        return voice.wording("history.not_voting", states=states, count=count, recorded=answer.recorded)
    of_each = q.measure is Measure.ALL and q.among.symbols
    if q.measure in (Measure.SHARE, Measure.ALL) and not of_each:
        percent = voice.wording.percent(count / answer.voted if answer.voted else 0.0)
        return voice.wording(
            "history.share",
            states=states,
            votes=votes_named(q.votes, voice),
            count=count,
            of=answer.voted,
            percent=percent,
        )
    if len(q.votes) > 1 and answer.figures and q.measure is Measure.LIST and not q.alone:
        each = ((str(vote), count) for vote, count in answer.figures if vote in q.votes)
        cast = voice.listed(voice.wording(f"history.times_{vote}", count=count) for vote, count in each)
        return voice.wording("history.times", states=states, cast=cast, recorded=answer.recorded)
    if q.votes:
        key = "history.alone" if q.alone else "history.voted"
        return voice.wording(
            key, states=states, votes=votes_named(q.votes, voice), count=count, recorded=answer.recorded
        )
    voted = sum(any(vote in CAST for _, vote in row.votes) for row in answer.rows)
    head = voice.wording("history.all", states=states, count=voted, recorded=answer.recorded)
    figures = {str(vote): count for vote, count in answer.figures}
    return head + voice.wording("history.figures", **figures) if figures else head


def alike_reply(answer: AlikeAnswer, voice: Voice) -> Reply:
    """States by how often they voted as another one did."""
    q = answer.question
    key = "always_alike" if q.always else "least_alike" if q.least else "most_alike"
    of = {"count": answer.counted, "voted": answer.voted, "common": answer.common}
    if q.pairs:
        head = voice.wording(f"history.{key}_two", **of)
    elif q.majority:
        like = voice.wording("history.majority_of", group=voice.group(q.majority))
        head = voice.wording(f"history.{key}", state=like, **of)
    else:
        head = voice.wording(f"history.{key}", state=voice.name(q.state), **of)
    note = _proposals(answer.proposals, answer.voted, voice) + _first(answer.otherwise_first, voice)
    note += doubted(answer.in_doubt, voice)
    return _of_states(head, answer.rows, q, voice, note)


def throughout_reply(answer: ThroughoutAnswer, voice: Voice) -> Reply:
    """Who voted so throughout."""
    q = answer.question
    most = "least_cast" if q.least else "most_cast"
    key = most if q.most else "on_each" if q.each else "whenever"
    key = "alone_cast" if q.alone else key
    of = {"votes": votes_named(q.votes, voice), "count": len(answer.rows), "recorded": answer.recorded}
    if q.not_always or q.whether:
        head = voice.wording("history.not_always" if q.not_always else "history.ever_cast", **of)
    elif q.share:
        key = "least_share" if q.least else "most_share"
        head = voice.wording(f"history.{key}", least=answer.least, **of)
    else:
        head = voice.wording(f"history.{key}", **of)
    head = (voice.wording(f"history.{answer.verdict}") + voice.space if answer.verdict else "") + head
    note = _proposals(answer.proposals, answer.recorded, voice) + _first(answer.otherwise_first, voice)
    note += doubted(answer.in_doubt, voice) + _absent(answer, voice)
    return _of_states(head, answer.rows, q, voice, note)


def _proposals(count: int, recorded: int, voice: Voice) -> str:
    """The line with how many of those counted are no resolutions; empty where all are."""
    return "\n" + voice.wording("documents.proposals", count=count, recorded=recorded) if count else ""


def _first(row: Counted | None, voice: Voice) -> str:
    """The line with who is first without drafts and amendments; empty where that is the same."""
    if not row:
        return ""
    percent = voice.wording.percent(row.percent / 100)
    state = " – ".join(voice.name(code) for code in (row.code, row.other) if code)
    values = {"state": state, "count": row.count, "of": row.of, "percent": percent}
    return "\n" + voice.wording("history.otherwise_first", **values)


def _of_states(
    head: str, rows: tuple[Counted, ...], q: AlikeQuestion | ThroughoutQuestion, voice: Voice, note: str = ""
) -> Reply:
    def line(number: int, row: Counted) -> tuple[str, str]:
        return _counted(number, row, voice), ""

    return (
        (Piece(conditioned(head, q.among, voice, q.group, q.left_out, q.few) + note, Style.BOLD),),
        *paged(rows, line, q.page, voice),
        (Piece(voice.wording("history.source")),),
    )


def _counted(number: int, row: Counted, voice: Voice) -> str:
    percent = voice.wording.percent(row.percent / 100)
    state = " – ".join(voice.name(code) for code in (row.code, row.other) if code)
    return voice.wording("history.counted", number=number, state=state, count=row.count, of=row.of, percent=percent)


def between_reply(answer: BetweenAnswer, voice: Voice) -> Reply:
    """Who voted so on one resolution and so on another, and where these are."""
    q = answer.question
    named = voice.listed(_asked(symbol, votes, voice) for symbol, votes in q.of)
    if Vote.ABSENT in q.of[0][1] and len(q.of[0][1]) == 1:
        head = voice.wording("history.only_on", of=q.of[-1][0], other=q.of[0][0], count=len(answer.rows))
    else:
        key = "between" if any(votes for _, votes in q.of) else "changed"
        head = voice.wording(f"history.{key}", of=named, count=len(answer.rows))

    def line(number: int, row: tuple[str, tuple[Vote, ...]]) -> tuple[str, str]:
        said = voice.listed(voice.wording(f"vote.{vote}") for vote in row[1])
        return voice.wording("history.row", number=number, entry=voice.name(row[0]), votes=said), ""

    of_name = {voice.name(code): (code, votes) for code, votes in answer.rows}
    rows = [of_name[name] for name in voice.alphabetical(of_name)]
    sources = [
        (Piece(f"— {entry(each, voice)}\n"), Piece(LINK.format(symbol=each.symbol), Style.LINK)) for each in answer.of
    ]
    return (
        (Piece(conditioned(head, Among(), voice, q.group), Style.BOLD),),
        *paged(rows, line, q.page, voice),
        *((Piece(voice.wording("history.in_some", count=answer.apart)),) for _ in range(answer.apart > 0)),
        *sources,
    )


def _asked(symbol: str, votes: frozenset[Vote], voice: Voice) -> str:
    return voice.wording("history.vote_on", symbol=symbol, votes=votes_named(votes, voice)) if votes else symbol


def group_reply(answer: GroupHistoryAnswer, voice: Voice) -> Reply:
    """How a group voted on each, and how united it was in all."""
    q = answer.question
    name = voice.group(q.group)
    values = {"group": name, "count": len(answer.rows), "recorded": answer.recorded, "index": _index(answer.cohesion)}
    if q.comparison is not Comparison.NONE:
        del values["index"]
        values["percent"] = voice.wording.percent(len(answer.rows) / answer.recorded if answer.recorded else 0)
    alike = q.comparison is Comparison.SAME
    alone = _GROUP.get(q.comparison, "history.group")
    key = ("history.together" if alike else "history.group_voted") if q.votes else alone
    head = voice.wording(key, **values, **({"votes": votes_named(q.votes, voice)} if q.votes else {}))
    head = conditioned(head, q.among, voice)
    if q.most in (Most.SPLIT, Most.UNITED):
        head += voice.space + voice.wording("history.among", among=voice.wording(f"history.{q.most}_first"))

    head += _proposals(answer.proposals, answer.recorded, voice) + doubted(answer.in_doubt, voice)

    def line(number: int, row: GroupRow) -> tuple[str, str]:
        return _group_row(number, row, voice), row.summary.symbol

    return (
        (Piece(head, Style.BOLD),),
        *paged(answer.rows, line, q.page, voice),
        (Piece(voice.wording("table.index")),),
    )


_GROUP = {Comparison.SAME: "history.together_any", Comparison.DIFFERENT: "history.apart"}
"""The first line about a group, where no votes are asked about."""


def parts_reply(answer: PartsAnswer, voice: Voice) -> Reply:
    """How it was in each year, body or subject, a line for each."""
    q = answer.question
    group = isinstance(q.of, GroupHistoryQuestion)
    head = voice.wording(f"history.by_{q.by}", who=who(q.of, voice), recorded=answer.recorded)

    def line(number: int, row: PartRow) -> tuple[str, str]:
        return voice.wording(
            "history.part", number=number, label=part_label(row, q.by, voice), figures=_part_figures(row, voice)
        ), ""

    proposals = _proposals(answer.proposals, answer.recorded, voice) + doubted(answer.in_doubt, voice)
    notes = (voice.wording("history.source"), *((voice.wording("table.index"),) if group else ()))
    return (
        (Piece(conditioned(head, q.of.among, voice) + proposals, Style.BOLD),),
        *paged(answer.rows, line, q.page, voice),
        *((Piece(note),) for note in notes),
    )


def who(question: HistoryQuestion | GroupHistoryQuestion, voice: Voice) -> str:
    """The states or the group that a question is about."""
    if isinstance(question, GroupHistoryQuestion):
        return voice.group(question.group)
    names = [voice.name(code) for code in question.states]
    return voice.wording("sets.or").join(names) if question.either else voice.listed(names)


def part_label(row: PartRow, by: By, voice: Voice) -> str:
    """A year, a body by its name, or a subject."""
    return voice.wording(f"body.{row.label}") if by is By.BODY else row.label


def _part_figures(row: PartRow, voice: Voice) -> str:
    if row.agreement:
        percent = voice.wording.percent(row.agreement.percent / 100)
        return voice.wording("history.part_agreement", same=row.agreement.same, of=row.agreement.of, percent=percent)
    figures = voice.wording("documents.figures", **{str(vote): count for vote, count in row.figures})
    return figures + (voice.wording("table.cohesion", index=_index(row.cohesion)) if row.cohesion is not None else "")


def _group_row(number: int, row: GroupRow, voice: Voice) -> str:
    figures = {str(vote): count for vote, count in row.figures}
    votes = voice.wording("documents.figures", **figures) + voice.wording("table.cohesion", index=_index(row.cohesion))
    return voice.wording("history.row", number=number, entry=entry(row.summary, voice), votes=votes)


def _index(cohesion: float | None) -> str:
    return "–" if cohesion is None else f"{cohesion:.2f}"


def _cast(code: str, vote: Vote, voice: Voice) -> str:
    """How a state voted, or that it did not."""
    return voice.wording(
        "history.vote" if vote in CAST else "history.no_vote",
        state=voice.name(code),
        vote=voice.wording(f"vote.{vote}"),
    )


def _row(number: int, row: HistoryRow, voice: Voice) -> str:
    """A resolution and the votes on it, in a list."""
    alone = len(row.votes) == 1
    votes = (
        voice.wording(f"vote.{row.votes[0][1]}")
        if alone
        else "; ".join(_cast(code, vote, voice) for code, vote in row.votes)
    )
    return voice.wording("history.row", number=number, entry=entry(row.summary, voice), votes=votes)
