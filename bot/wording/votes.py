"""The words for votes: of single states, of a whole roll call, and the result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bot.answer.kind import Verdict
from bot.answer.model import GroupsAnswer, RollAnswer, TableAnswer, TableRow, TallyAnswer, VoteAnswer, Votes
from bot.answer.votes import majority, so_of_each, summed
from bot.doubts import DoubtKind
from bot.language.named import Group
from bot.question.model import Compared
from bot.question.sets import EVERYONE, AnyOf, Measure, Members, Most, groups_in, parts
from bot.resolution import CAST, Adoption, Resolution, Tally, Vote
from bot.wording.outcome import figures_of, outcome_of
from bot.wording.pieces import Block, Piece, Reply, Style
from bot.wording.reckoned import by_reckoning
from bot.wording.sets import described, either
from bot.wording.voice import Voice

FOLDED_FROM = 200
"""Characters of a list of states that may be shown folded."""


def vote_reply(answer: VoteAnswer, voice: Voice) -> Reply:
    """How states voted; before it whether that is what was asked, behind it for which state a misspelt name was
    taken."""
    lines = [_one_vote(code, vote, answer.resolution, voice) for code, vote in answer.votes]
    first = _verdict(answer, voice)
    separator = "\n" if len(lines) > 1 else voice.space
    pieces = [Piece(first + separator, Style.BOLD)] if first else []
    pieces.append(Piece("\n".join(lines)))
    pieces += [Piece("\n" + said) for said in _of_record(answer.resolution, [code for code, _ in answer.votes], voice)]
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
    """Yes or no in words, or why it cannot be said; empty where it is not asked."""
    question, votes = answer.question, [vote for _, vote in answer.votes]
    match question.measure:
        case Measure.SAME | Measure.DIFFERENT:
            return voice.wording(f"votes.{_compared(answer, votes)}")
        case Measure.ALL if len(votes) == 1:
            # Two votes make up the negation of the third: “没有投反对票吧” is right for 赞成 and 弃权.
            yes, no = ("not_said_so", "not_recorded") if len(question.asked) == 2 else ("is_so", "is_not_so")
            return voice.wording(f"votes.{yes if answer.verdict is Verdict.YES else no}")
        case Measure.ALL:
            some = any(so_of_each(question, answer.votes))
            return voice.wording(
                "votes.all_so" if answer.verdict is Verdict.YES else "votes.not_all_so" if some else "votes.none_so"
            )
        case Measure.SIDE:
            return _side(answer, voice)
        case Measure.ANY | Measure.NONE:
            return voice.wording(f"verdict.{question.measure}_{answer.verdict}") if answer.verdict else ""
    return ""


def _side(answer: VoteAnswer, voice: Voice) -> str:
    """With which of the others the first one voted; empty where it did not vote."""
    (one, vote), *others = answer.votes
    if vote not in CAST:
        return ""
    like = [voice.name(code) for code, other in others if other is vote]
    key = "sided" if like else "sided_with_none"
    return voice.wording(f"votes.{key}", state=voice.name(one), others=voice.listed(like))


def _compared(answer: VoteAnswer, votes: list[Vote]) -> str:
    if answer.verdict is None:
        if Vote.NOT_VOTING in votes:
            return "not_all_voted"
        return "neither_recorded" if set(votes) == {Vote.ABSENT} else "not_comparable"
    alike = len(set(votes)) == 1
    if answer.question.measure is Measure.DIFFERENT:
        return "not_different" if alike else "different"
    return "same" if alike else "not_same"


def roll_reply(answer: RollAnswer, voice: Voice) -> Reply:
    """Who voted how, a block for each vote; before it yes or no, and every restriction that it is under."""
    question, resolution = answer.question, answer.resolution
    first = voice.space.join(filter(None, (_roll_verdict(answer, voice), _roll_head(answer, voice))))
    blocks: list[Block] = [(Piece(first, Style.BOLD),)] if first else []
    blocks += _by_vote(answer.votes, resolution, voice)
    groups = [
        voice.library.names.groups[g] for g in dict.fromkeys((*groups_in(question.who), *groups_in(question.only)))
    ]
    unnamed = _unnamed(answer, voice)
    blocks += unnamed
    if not answer.votes and not unnamed:
        # Of states that are in two groups at once there may be none, though both have members in the record.
        joined = all(isinstance(each, Members | AnyOf) for each in parts(question.who))
        nobody = bool(groups) and joined and not answer.whole
        names = voice.listed(g.name(voice.wording.language) for g in groups)
        blocks.append((Piece(voice.wording("roll.no_voter", group=names) if nobody else voice.wording("roll.none")),))
    if said := list(_of_record(resolution, [code for code, _ in answer.votes], voice)):
        blocks.append((Piece("\n".join(said)),))
    if groups:
        blocks.append((Piece("\n".join(_notes(groups, answer.unrecorded, resolution.adopted, voice))),))
    return (*blocks, voice.source(resolution, "vote"))


def _unnamed(answer: RollAnswer, voice: Voice) -> list[Block]:
    """A block for each vote that is asked for, of all states, and that more cast than the record names."""
    question, resolution = answer.question, answer.resolution
    if resolution.tally is None or (question.who, question.only) != (EVERYONE, EVERYONE):
        return []
    asked = [vote for vote in CAST if not question.votes or vote in question.votes]
    counts = {vote: (resolution.tally.of(vote), len(resolution.voters(vote))) for vote in asked}
    return [
        (Piece(voice.wording("roll.unnamed", heading=voice.wording(f"heading.{vote}"), count=cast)),)
        for vote, (cast, named) in counts.items()
        if cast and not named
    ]


def _of_record(resolution: Resolution, codes: Iterable[str], voice: Voice) -> Iterator[str]:
    """What has to be known of a record that names some votes only, or does not add up; and the notes on the votes of
    these states."""
    tally, asked = resolution.tally, set(codes)
    listed = sum(v.vote in CAST for v in resolution.roll_call)
    if tally and listed < tally.total:
        yield voice.wording("votes.partial", listed=listed, total=tally.total)
    if _does_not_add_up(resolution):
        yield voice.wording("votes.doubtful")
    for voter in resolution.roll_call:
        if voter.note and voter.code in asked:
            yield voice.wording("votes.note", state=voice.state(voter.code, resolution), text=voter.note)


def _does_not_add_up(resolution: Resolution) -> bool:
    """Whether votes are listed, and no figures can be called their result."""
    doubted = any(doubt.kind is DoubtKind.VOTE for doubt in resolution.doubts)
    return doubted and bool(resolution.roll_call) and resolution.tally is None


def _unread(resolution: Resolution) -> bool:
    """Whether a record is printed that could not be read."""
    return any(doubt.of_record for doubt in resolution.doubts)


def _by_vote(votes: Votes, resolution: Resolution, voice: Voice) -> list[Block]:
    """A block for each vote that somebody cast, and one for those that the record does not list."""
    blocks: list[Block] = []
    for vote in (*CAST, Vote.NOT_VOTING, Vote.ABSENT):
        codes = [code for code, v in votes if v is vote]
        if codes:
            heading = voice.wording(f"heading.{vote}")
            text = voice.wording(
                "roll.count",
                heading=heading,
                count=len(codes),
                states=voice.listed(voice.alphabetical(voice.state(c, resolution) for c in codes)),
            )
            cut = text.index(heading) + len(heading)
            blocks.append(
                (
                    Piece(text[:cut], Style.BOLD),
                    Piece(text[cut:], Style.FOLD if len(text) > FOLDED_FROM else Style.PLAIN),
                )
            )
    return blocks


def _notes(groups: Iterable[Group], unrecorded: int, day: date, voice: Voice) -> Iterator[str]:
    """How many are not in the record, and where the lists of members on the day of the vote are from."""
    if unrecorded:
        yield voice.wording("roll.unrecorded", count=unrecorded)
    for group in groups:
        # Where no dates of membership are known, the list is that of one day.
        dated = group.spells or group.since > date.min
        yield voice.wording("roll.as_of", date=day.isoformat() if dated else group.as_of, source=group.source)


def _roll_verdict(answer: RollAnswer, voice: Voice) -> str:
    measure = answer.question.measure
    if answer.verdict is None:
        return ""
    if measure is Measure.ALL and answer.verdict is Verdict.NO:
        return voice.wording("votes.not_all_so" if answer.so else "votes.none_so")
    return voice.wording(f"verdict.{measure}_{answer.verdict}")


def _roll_head(answer: RollAnswer, voice: Voice) -> str:
    """Of which states and votes the answer is, and how many they are; empty where the list below says it itself."""
    question, total, count = answer.question, len(answer.whole), len(answer.so)
    values = {
        "who": described(question.who, answer.resolution, voice),
        "total": total,
        "count": count,
        "votes": either(question.votes, voice),
    }
    if question.measure is Measure.SHARE and total:
        if question.only != EVERYONE:
            values["votes"] = described(question.only, answer.resolution, voice)
        return voice.wording("roll.share", percent=voice.wording.percent(count / total), **values)
    if question.measure is Measure.RANKS:
        most = majority(answer.whole)
        values["votes"] = either((most,), voice) if most else voice.wording("table.no_majority")
        return voice.wording("roll.ranks", **values)
    if question.measure is Measure.ONLY:
        return voice.wording("roll.only", only=described(question.only, answer.resolution, voice), **values)
    if question.who == EVERYONE and question.measure in (Measure.LIST, Measure.ANY):
        return ""
    return voice.wording("roll.head_votes" if question.votes else "roll.head", **values)


def table_reply(answer: TableAnswer, voice: Voice) -> Reply:
    """A line for each set, and before them which stands out as asked."""
    resolution = answer.resolution
    names = [described(row.states, resolution, voice) for row in answer.rows]
    lines = [_row(row, name, answer, voice) for row, name in zip(answer.rows, names, strict=True)]
    lines += [_apart(answer.question.apart, answer.votes, voice)] if answer.question.apart else []
    blocks: list[Block] = [(Piece(first, Style.BOLD),)] if (first := _picked(answer, names, voice)) else []
    blocks += [(Piece("\n".join(lines)),), *_by_vote(_asked(answer), resolution, voice)]
    ids = dict.fromkeys(g for row in answer.rows for g in groups_in(row.states))
    # Several groups may have one source, and one day.
    members = dict.fromkeys(_notes((voice.library.names.groups[g] for g in ids), 0, resolution.adopted, voice))
    notes = "\n".join([voice.wording("table.index"), *members])
    return (*blocks, (Piece(notes),), voice.source(resolution, "vote"))


def _asked(answer: TableAnswer) -> Votes:
    return tuple(x for x in answer.votes if not answer.question.votes or x[1] in answer.question.votes)


def _picked(answer: TableAnswer, names: list[str], voice: Voice) -> str:
    """Which of the sets stands out."""
    question, picked = answer.question, voice.listed(names[i] for i in answer.picked)
    if question.most is Most.NONE and question.measure is Measure.LIST:
        by = question.votes and not question.of_all
        return voice.wording("table.by_votes", votes=either(question.votes, voice)) if by else ""
    if not picked:
        return voice.wording("table.none_stands_out")
    said = [voice.wording(f"verdict.more_{answer.verdict}")] if answer.verdict else []
    said.append(voice.wording(f"table.most_{question.most}", who=picked, votes=either(question.votes, voice)))
    return voice.space.join(said)


def _apart(kinds: Sequence[Vote], votes: Votes, voice: Voice) -> str:
    """How many votes there were of two kinds, and by how many the ones were more than the others."""
    (first, one), (second, other) = ((voice.wording(f"heading.{x}"), sum(v is x for _, v in votes)) for x in kinds)
    figures = {"first": first, "one": one, "second": second, "other": other}
    return voice.wording("tally.apart", **figures, difference=abs(one - other))


def _row(row: TableRow, name: str, answer: TableAnswer, voice: Voice) -> str:
    """One set: its figures, its majority, who voted otherwise, and how united it was."""
    votes = Counter(vote for _, vote in row.votes)
    total = len(row.votes)
    if not total:
        return voice.wording("table.no_voter", who=name)
    figures = {str(v): votes[v] for v in CAST}
    shares = {f"{v}_percent": voice.wording.percent(votes[v] / total) for v in CAST}
    text = voice.wording("table.row", who=name, total=total, **figures, **shares)
    majority_of = either((row.majority,), voice) if row.majority else voice.wording("table.no_majority")
    text += voice.wording("table.majority", majority=majority_of)
    if row.out_of_line:
        text += voice.wording(
            "table.out_of_line", states=voice.listed(voice.state(c, answer.resolution) for c, _ in row.out_of_line)
        )
    return text + voice.wording(
        "table.cohesion", index=voice.wording.decimal(row.cohesion) if row.cohesion is not None else "–"
    )


def groups_reply(answer: GroupsAnswer, voice: Voice) -> Reply:
    """Which groups states are in; whether they are in those asked about; and whether they are in the record."""
    groups, language, lines = voice.library.names.groups, voice.wording.language, []
    for code, ids in answer.found:
        state = voice.state(code, answer.resolution)
        names = voice.listed(groups[g].name(language) for g in ids) or voice.wording("groups.none")
        lines.append(voice.wording("groups.of", state=state, groups=names))
        listed = answer.resolution.vote_of(code) is not Vote.ABSENT
        lines.append(voice.wording("groups.recorded" if listed else "groups.not_recorded", state=state))
    first = (Piece(voice.wording(f"verdict.groups_{answer.verdict}") + "\n", Style.BOLD),) if answer.verdict else ()
    notes = _notes((groups[g] for g in answer.question.groups), 0, answer.resolution.adopted, voice)
    text = "\n".join((*lines, *notes))
    return ((*first, Piece(text)), voice.source(answer.resolution, "vote"))


def _not_so(answer: TallyAnswer, tally: Tally, voice: Voice) -> Block:
    """That it was not unanimous, or did not come to what is asked; nothing where it was, or did."""
    if answer.question.unanimous and tally.no:
        return (Piece(voice.wording("tally.not_unanimous") + voice.space, Style.BOLD),)
    if answer.question.outcome and answer.verdict is Verdict.NO:
        return (Piece(voice.wording("verdict.so_many_no") + voice.space, Style.BOLD),)
    return ()


def _without_result(resolution: Resolution, voice: Voice) -> str:
    """What is said of the adoption where there are no figures that can be called the result; of a record that does not
    add up with how many votes of each kind it lists."""
    if _does_not_add_up(resolution):
        listed = Counter(voter.vote for voter in resolution.roll_call)
        figures = voice.wording("documents.figures", **{str(vote): listed[vote] for vote in CAST})
        return voice.wording("tally.doubtful") + "\n" + voice.wording("tally.listed", figures=figures)
    not_told = "unread" if _unread(resolution) else "not_stated"
    key = "draft" if resolution.draft else _ADOPTED.get(resolution.adoption, not_told)
    return voice.wording(f"tally.{key}")


_ADOPTED = {Adoption.WITHOUT_A_VOTE: "without_a_vote", Adoption.UNANIMOUS: "unanimous", Adoption.CONSENSUS: "consensus"}


def _weighed(compared: Compared, verdict: Verdict | None, tally: Tally, voice: Voice) -> Reply:
    """Whether one side had so many votes beside the other, and how many each had; how many more, where no verdict is
    asked for."""
    first, second = (
        " + ".join(voice.wording(f"heading.{v}") for v in CAST if v in side) for side in (compared.one, compared.other)
    )
    one, other = summed(compared.one, tally), summed(compared.other, tally)
    figures = {"first": first, "one": one, "second": second, "other": other}
    if verdict is None:
        return ((Piece(voice.wording("tally.apart", **figures, difference=abs(one - other)), Style.BOLD),),)
    said = Piece(voice.wording(f"verdict.so_many_{verdict}") + voice.space, Style.BOLD)
    return ((said, Piece(voice.wording("tally.compared", **figures))),)


def tally_reply(answer: TallyAnswer, voice: Voice) -> Reply:
    """The result of the vote, or how the document was adopted without one."""
    tally = answer.resolution.tally
    if tally is None:
        reckons = ((Piece(voice.wording("none.future")),),) if answer.question.supposed else ()
        return (*reckons, (Piece(_without_result(answer.resolution, voice)),), voice.source(answer.resolution))
    if answer.question.majority:
        needed, figures = (tally.yes + tally.no) // 2 + 1, figures_of(tally, voice.wording)
        return (
            (Piece(voice.wording("tally.majority", needed=needed, voting=tally.yes + tally.no, **figures)),),
            voice.source(answer.resolution, "vote"),
        )
    result = outcome_of(answer.resolution.symbol, tally, voice.wording)
    if said := by_reckoning(answer, tally, voice):
        return (*said, (Piece(result),), voice.source(answer.resolution, "vote"))
    if compared := answer.question.compared:
        said = _weighed(compared, answer.verdict, tally, voice)
        return (*said, (Piece(result),), voice.source(answer.resolution, "vote"))
    if len(answer.question.votes) == 2:
        one, other = (v for v in CAST if v in answer.question.votes)
        count = {Vote.YES: tally.yes, Vote.NO: tally.no, Vote.ABSTAIN: tally.abstain}
        headings = {"first": voice.wording(f"heading.{one}"), "second": voice.wording(f"heading.{other}")}
        result += voice.space + voice.wording(
            "tally.difference", sum=count[one] + count[other], difference=abs(count[one] - count[other]), **headings
        )
    first = _not_so(answer, tally, voice)
    # Whoever asks whether all were for it wants to know who was not.
    others = [(v.code, v.vote) for v in answer.resolution.roll_call if v.vote in (Vote.NO, Vote.ABSTAIN)]
    named = _by_vote(tuple(others), answer.resolution, voice) if answer.question.unanimous else []
    by_none = "votes.unread" if _unread(answer.resolution) else "votes.by_none"
    unnamed = [(Piece(voice.wording(by_none)),)] if answer.of_states else []
    return ((*first, Piece(result)), *named, *unnamed, voice.source(answer.resolution, "vote"))
