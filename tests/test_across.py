"""Questions over all resolutions: computed from voting data by the hundred, and as people put them.

The data is invented (tests/across.py) and imported as anybody would import it; what is right is counted from the file
in plain Python.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.question.conversation import Conversation, Turn
from bot.question.model import ClarifyQuestion, RollQuestion, Unclear
from bot.talk import reply
from tests.across import (
    CAST,
    RIGHTS,
    STATES,
    SUBJECTS,
    UNION,
    Reply,
    Roll,
    World,
    agreement,
    counted,
    of_what_is_said,
)

RIGHT, RIGHT_OVER_ALL = 0.98, 0.95
"""The shares that have to be right: of the computed questions, and of those as people put them."""


def test_every_record_is_there_with_every_vote(world: World) -> None:
    library = world.speaker.library
    assert {r.symbol: {v.code: v.vote.value for v in r.roll_call} for r in library.resolutions} == {
        r.symbol: r.votes for r in world.known
    }
    assert [s.symbol for s in library.catalogue.newest] == [r.symbol for r in world.known]


# --- computed ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Asked:
    """A question, and whether a reply is right, is wrong (says a vote that was not cast), or neither."""

    message: str
    right: Callable[[Reply], bool]
    wrong: Callable[[Reply], bool] = lambda reply: False


VOTE = (
    "{state}对{symbol}投了什么票",
    "How did {State} vote on {symbol}?",
    "{symbol} {state}怎么投的",
    "{symbol}: did {State} vote in favour?",
)
TALLY = ("{symbol}的表决结果", "What was the result of the vote on {symbol}?")
WHO = {
    "yes": ("{symbol}哪些国家投了赞成票", "Who voted in favour of {symbol}?"), "no": ("{symbol}哪些国家投了反对票",
    "Who voted against {symbol}?"),
    "abstain": ("{symbol}哪些国家弃权", "Who abstained on {symbol}?"),
}  # fmt: skip
TIMES = {
    "yes": (
        "{year}年{state}投了几次赞成",
        "How many times did {State} vote yes in {year}?",
        "How many resolutions did {State} support in {year}?",
    ),
    "no": (
        "{state}{year}年投了多少次反对票",
        "How many times did {State} vote against in {year}?",
        "In {year}, which resolutions did {State} oppose?",
    ),
    "abstain": (
        "{year}年{state}弃权了几次",
        "How many times did {State} abstain in {year}?",
        "{year}年{state}对哪些决议投了弃权票",
    ),
}
PAIR = (
    "{a}和{b}的一致率",
    "agreement between {A} and {B}",
    "How often did {A} and {B} vote the same way?",
    "{a}与{b}投票一致的百分比",
)


def computed(known: list[Roll]) -> Iterator[Asked]:
    """Three hundred questions by chance, each with what the data says."""
    dice = random.Random(11)
    for at in range(100):
        roll, code = dice.choice(known), dice.choice(list(STATES))
        yield _vote(VOTE[at % len(VOTE)], roll, code)
    for at in range(40):
        roll = dice.choice(known)
        yield _tally(TALLY[at % len(TALLY)].format(symbol=roll.symbol), roll)
    for at in range(60):
        roll, vote = dice.choice(known), CAST[at % 3]
        yield _who(dice.choice(WHO[vote]).format(symbol=roll.symbol), roll, vote)
    for at in range(60):
        code, vote, year = dice.choice(list(STATES)), CAST[at % 3], 2019 + at % 5
        message = dice.choice(TIMES[vote]).format(state=STATES[code][2], State=STATES[code][1], year=year)
        yield _listed(message, {r.symbol for r in known if r.day.year == year and r.votes.get(code) == vote})
    for at in range(40):
        a, b = dice.sample(list(STATES), 2)
        message = PAIR[at % len(PAIR)].format(a=STATES[a][2], b=STATES[b][2], A=STATES[a][1], B=STATES[b][1])
        yield _agreement(message, *agreement(known, a, b))


def _vote(form: str, roll: Roll, code: str) -> Asked:
    expected = {code: roll.votes.get(code, "absent")}
    message = form.format(state=STATES[code][2], State=STATES[code][1], symbol=roll.symbol)
    return Asked(
        message,
        lambda reply: reply["votes"] == expected,
        lambda reply: bool(reply["votes"]) and reply["votes"] != expected,
    )


def _tally(message: str, roll: Roll) -> Asked:
    counts = Counter(roll.votes.values())
    figures = [str(counts[vote]) for vote in CAST]
    return Asked(message, lambda reply: reply["kind"] == "tally" and all(figure in reply["text"] for figure in figures))


def _who(message: str, roll: Roll, vote: str) -> Asked:
    expected = dict.fromkeys(roll.who(vote), vote)
    return Asked(
        message,
        lambda reply: reply["kind"] == "roll" and reply["votes"] == expected,
        lambda reply: reply["votes"] != expected,
    )


def _listed(message: str, symbols: set[str]) -> Asked:
    def listed(reply: Reply) -> set[str]:
        return {row["resolution"] for row in reply.get("table", ())}

    def right(reply: Reply) -> bool:
        return (
            reply["kind"] == "history"
            and listed(reply) == symbols
            and str(len(symbols)) in reply["text"].splitlines()[0]
        )

    return Asked(message, right, lambda reply: reply["kind"] == "history" and listed(reply) != symbols)


def _agreement(message: str, same: int, of: int) -> Asked:
    def right(reply: Reply) -> bool:
        found = reply.get("agreement", {})
        return (found.get("same"), found.get("of")) == (same, of)

    return Asked(message, right, lambda reply: "agreement" in reply and not right(reply))


def test_three_hundred_questions_computed_from_the_data(world: World) -> None:
    asked = list(computed(world.known))
    replies = [(each, world.told(each.message)) for each in asked]
    wrong = [each.message for each, reply in replies if each.wrong(reply)]
    missed = [f"{each.message} → {reply['text'][:80]!r}" for each, reply in replies if not each.right(reply)]
    assert (len(asked), wrong) == (300, [])
    assert len(missed) <= (1 - RIGHT) * len(asked), missed


# --- as people put them ----------------------------------------------------------------------------------------


def _rows(known: list[Roll]) -> Iterator[tuple[tuple[str, ...], Callable[[Reply], bool]]]:
    """(messages, whether the last reply is right) of every kind of question over all."""
    for rows in (
        _records,
        _alike,
        _throughout,
        _between,
        _groups,
        _lists,
        _ordered,
        _together,
        _filtered,
        _followed,
        _chosen,
    ):
        yield from rows(known)


def _symbols(reply: Reply) -> list[str]:
    return [row.get("resolution", "") for row in reply.get("table", ())]


def _is(symbols: set[str]) -> Callable[[Reply], bool]:
    return lambda reply: set(_symbols(reply)) == symbols and str(len(symbols)) in reply["text"].splitlines()[0]


def _voted(known: list[Roll], code: str, *votes: str) -> set[str]:
    return {r.symbol for r in known if r.votes.get(code) in votes}


def _records(known: list[Roll]) -> Iterator[tuple[tuple[str, ...], Callable[[Reply], bool]]]:
    for code in ("CHN", "USA", "DEU"):
        _, state, name = STATES[code]
        whole = {r.symbol for r in known if code in r.votes}
        for message in (f"What did {state} vote on each resolution?", f"voting record of {state}",
        f"{name}在各决议上怎么投的",
        f"{name}历次怎么投的",
                        f"{name}的投票记录", f"{state}'s votes",
                        f"How did {state} vote on all resolutions?"):  # fmt: skip
            yield (message,), lambda reply, whole=whole: set(_symbols(reply)) == whole  # type: ignore[misc]
        for message in (
            f"{name}投了几次赞成",
            f"六十份决议里{name}投了几次赞成",
            f"How many times did {state} vote in favour?",
            f"{name}对哪些决议投了赞成票",
        ):
            yield (message,), _is(_voted(known, code, "yes"))
        for message in (
            f"{name}总是投反对票吗",
            f"Does {state} always vote against?",
            f"{name}每次都反对吗",
            f"has {state} always voted no?",
        ):
            against, cast = counted(known, code, "no"), counted(known, code, *CAST)
            yield (
                (message,),
                lambda reply, a=against, c=cast: (
                    reply["verdict"] == ("yes" if a == c else "no") and str(a) in reply["text"]
                ),
            )  # type: ignore[misc]
        for message in (f"{name}投过弃权票吗", f"Has {state} ever abstained?"):
            abstained = "yes" if counted(known, code, "abstain") else "no"
            yield (message,), lambda reply, verdict=abstained: reply["verdict"] == verdict  # type: ignore[misc]
        for subject in SUBJECTS[:2]:
            on = {r.symbol for r in known if subject in r.title and code in r.votes}
            yield (
                (f"How did {state} vote on resolutions about {subject}?",),
                lambda reply, on=on: set(_symbols(reply)) == on,
            )  # type: ignore[misc]
        after = {r.symbol for r in known if r.day.year >= 2021 and r.votes.get(code) == "no"}
        yield (f"2021年以来{name}投了几次反对",), _is(after)
        yield (f"How many times has {state} voted against since 2021?",), _is(after)
        of_assembly = {r.symbol for r in known if r.body == "assembly" and r.votes.get(code) == "yes"}
        yield (f"How many times did {state} vote yes in the General Assembly?",), _is(of_assembly)
        yield (f"{name}在大会投了几次赞成",), _is(of_assembly)


def _ranking(known: list[Roll], code: str, among: set[str] | None = None) -> dict[str, tuple[int, int]]:
    """Of each other state with ten common votes: how often the same, of how many."""
    others = {other: agreement(known, code, other) for other in among or STATES if other != code}
    return {other: found for other, found in others.items() if found[1] >= 10}


def _alike(known: list[Roll]) -> Iterator[tuple[tuple[str, ...], Callable[[Reply], bool]]]:
    def ranked(expected: dict[str, tuple[int, int]], sign: int) -> Callable[[Reply], bool]:
        def right(reply: Reply) -> bool:
            table = {row["state"]: (row["count"], row["of"]) for row in reply.get("table", ())}
            shares = [sign * row["count"] / row["of"] for row in reply.get("table", ())]
            return table == expected and shares == sorted(shares)

        return right

    for code in ("CHN", "JPN", "BRA"):
        _, state, name = STATES[code]
        expected = _ranking(known, code)
        for message in (f"谁和{name}一致率最高", f"和{name}投票最接近的国家", f"哪个国家投票最像{name}",
        f"Who votes most like {state}?",
                        f"Which country votes most often with {state}?",
                        f"Which state is closest to {state} in voting?"):  # fmt: skip
            yield (message,), ranked(expected, -1)
        for message in (f"谁和{name}一致率最低", f"Who votes least like {state}?", f"和{name}最不一致的国家是哪个"):
            yield (message,), ranked(expected, 1)
        always = {other: found for other, found in expected.items() if found[0] == found[1]}
        for message in (f"Which countries always vote with {state}?", f"哪些国家总是和{name}投得一样"):
            yield (message,), ranked(always, -1)
        of_year = _ranking([r for r in known if r.day.year == 2022], code)
        yield (f"Who voted most like {state} in 2022?",), ranked(of_year, -1)


def _throughout(known: list[Roll]) -> Iterator[tuple[tuple[str, ...], Callable[[Reply], bool]]]:
    def states(expected: set[str]) -> Callable[[Reply], bool]:
        return lambda reply: reply["kind"] == "history" and {row["state"] for row in reply.get("table", ())} == expected

    for vote, zh, en in (
        ("yes", "赞成", "in favour of"),
        ("no", "反对", "against"),
        ("abstain", "弃权", "to abstain on"),
    ):
        every = {code for code in STATES if all(r.votes.get(code) == vote for r in known)}
        for message in (
            f"who voted {en} all resolutions",
            f"在所有决议里都投{zh}票的国家",
            f"哪些国家每份决议都投{zh}票",
        ):
            yield (message,), states(every)
        whenever = {
            code
            for code in STATES
            if counted(known, code, vote) and counted(known, code, vote) == counted(known, code, *CAST)
        }
        yield (f"哪些国家总是投{zh}票",), states(whenever)
        most = {code for code in STATES if counted(known, code, vote)}
        for message in (f"谁投的{zh}票最多", f"哪个国家投{zh}票最多"):
            yield (
                (message,),
                lambda reply, most=most, vote=vote: (  # type: ignore[misc]
                    {row["state"]: row["count"] for row in reply.get("table", ())}
                    == {code: counted(known, code, vote) for code in most}
                ),
            )
    yield ("which countries always abstained",), states(set())
    yield (
        ("which countries always voted against",),
        states({c for c in STATES if counted(known, c, "no") == counted(known, c, *CAST) > 0}),
    )


def _between(known: list[Roll]) -> Iterator[tuple[tuple[str, ...], Callable[[Reply], bool]]]:
    def states(expected: set[str]) -> Callable[[Reply], bool]:
        return lambda reply: reply["kind"] == "history" and {row["state"] for row in reply.get("table", ())} == expected

    assembly = [r for r in known if r.body == "assembly"]
    for one, other in zip(assembly[:4], assembly[4:8], strict=True):
        abstained_then_against = one.who("abstain") & other.who("no")
        for message in (f"哪些国家在{one.symbol}弃权但在{other.symbol}反对",
        f"Which countries abstained on {one.symbol} but opposed {other.symbol}?",
                        f"who abstained on {one.symbol} and voted against {other.symbol}"):  # fmt: skip
            yield (message,), states(abstained_then_against)
        for message in (
            f"谁在{one.symbol}和{other.symbol}都投了反对票",
            f"Who voted against both {one.symbol} and {other.symbol}?",
        ):
            yield (message,), states(one.who("no") & other.who("no"))
        changed = {c for c in one.who(*CAST) & other.who(*CAST) if one.votes[c] != other.votes[c]}
        for message in (f"哪些国家在{one.symbol}和{other.symbol}之间改变了投票",
                        f"Which countries changed their vote between {one.symbol} and {other.symbol}?"):  # fmt: skip
            yield (message,), states(changed)


def _groups(known: list[Roll]) -> Iterator[tuple[tuple[str, ...], Callable[[Reply], bool]]]:
    def figures(year: int | None) -> dict[str, tuple[int, ...]]:
        rows = {}
        for roll in (r for r in known if year in (None, r.day.year)):
            members = {*UNION, *({"GBR"} if roll.day.isoformat() <= "2020-01-31" else ())}
            counts = Counter(vote for code, vote in roll.votes.items() if code in members)
            if any(counts[vote] for vote in CAST):
                rows[roll.symbol] = tuple(counts[vote] for vote in CAST)
        return rows

    for message, year in (
        ("欧盟在各决议上怎么投的", None), ("欧盟的投票记录", None), ("EU's voting record", None),
        ("How did the EU vote on each resolution?", None),
        ("2019年欧盟怎么投的", 2019), ("How did the EU vote in 2019?", 2019), ("欧盟历次投票一致吗", None),
        ("How united was the EU across resolutions in 2020?", 2020),
        ("How did the European Union vote across resolutions?", None),
    ):  # fmt: skip
        members = figures(year)
        yield (
            (message,),
            lambda reply, expected=members: (  # type: ignore[misc]
                {row["resolution"]: tuple(row.get(vote) for vote in CAST) for row in reply.get("table", ())} == expected
            ),
        )


def _first(known: list[Roll], key: Callable[[Counter[str]], int]) -> Callable[[Reply], bool]:
    """Whether a reply lists all, one of those first of which the key is the least."""
    keys = {r.symbol: key(Counter(r.votes.values())) for r in known}
    return lambda reply: len(_symbols(reply)) == len(known) and keys[_symbols(reply)[0]] == min(keys.values())


def _lists(known: list[Roll]) -> Iterator[tuple[tuple[str, ...], Callable[[Reply], bool]]]:
    for message in (
        "列出所有决议的表决结果",
        "results of all resolutions",
        "最新的决议",
        "有哪些决议",
        "Which resolutions are there?",
    ):
        yield (message,), lambda reply: _symbols(reply) == [r.symbol for r in known]
    for message in (
        "票数最接近的决议",
        "哪份决议票数最接近",
        "Which resolution had the narrowest vote?",
        "which resolutions had the smallest margin",
    ):
        yield (message,), _first(known, lambda counts: abs(counts["yes"] - counts["no"]))
    for message in (
        "争议最大的决议",
        "哪份决议反对票最多",
        "Which resolutions were most contested?",
        "the most controversial resolutions",
    ):
        yield (message,), _first(known, lambda counts: -counts["no"])
    unopposed = {r.symbol for r in known if not r.who("no")}
    for message in ("哪些决议无人反对", "Which resolutions passed without a single vote against?"):
        yield (message,), _is(unopposed)
    for subject in SUBJECTS[:3]:
        on = {r.symbol for r in known if subject in r.title}
        for message in (
            f"which resolutions mention {subject}",
            f"Which resolutions are about {subject}?",
            f"which resolutions are there on {subject}",
        ):
            yield (message,), _is(on)
    for year in (2020, 2022):
        yield (f"{year}年通过的决议有哪些",), _is({r.symbol for r in known if r.day.year == year})
        yield (f"Which resolutions were adopted in {year}?",), _is({r.symbol for r in known if r.day.year == year})
    yield ("安理会有哪些决议",), _is({r.symbol for r in known if r.body == "council"})


def _ordered(known: list[Roll]) -> Iterator[tuple[tuple[str, ...], Callable[[Reply], bool]]]:
    """All in favour or not, the widest margin, the fewest in favour, the earliest; so many votes of one kind."""
    unanimous = {r.symbol for r in known if not r.who("no", "abstain")}
    for message in ("哪些决议一致通过", "Which resolutions were adopted unanimously?", "哪些决议是全票赞成的"):
        yield (message,), _is(unanimous)
    for message in ("Which resolutions were not unanimous?", "Qué resoluciones no fueron unánimes"):
        yield (message,), _is({r.symbol for r in known} - unanimous)
    for message in ("赞成票和反对票差距最大的决议", "Which resolution had the largest margin?"):
        yield (message,), _first(known, lambda counts: -abs(counts["yes"] - counts["no"]))
    for message in ("哪份决议赞成票最少", "Which resolution had the fewest votes in favour?"):
        yield (message,), _first(known, lambda counts: counts["yes"])
    for message in ("最早的决议是哪份", "What is the oldest resolution here?", "какая самая ранняя резолюция"):
        yield (message,), lambda reply: _symbols(reply)[:1] == [known[-1].symbol]
    council = {r.symbol for r in known if r.body == "council"}
    for message in ("哪些安理会决议有", "list the Security Council votes", "安理会一共表决了多少次"):
        yield (message,), _is(council)
    for count in (1, 2):
        so = {r.symbol for r in known if len(r.who("no")) == count}
        for message in (f"哪些决议只有{count}票反对", f"Which resolutions had exactly {count} votes against?"):
            yield (message,), _is(so)


def _together(known: list[Roll]) -> Iterator[tuple[tuple[str, ...], Callable[[Reply], bool]]]:
    """A group as one, one state against all others, the first time, how often each vote, who of two more often."""
    members = {r.symbol: (*UNION, "GBR") if r.day < date(2020, 2, 1) else UNION for r in known}
    cast = {r.symbol: [r.votes[c] for c in members[r.symbol] if r.votes.get(c) in CAST] for r in known}
    as_one = {symbol for symbol, votes in cast.items() if len(votes) > 1 and len(set(votes)) == 1}
    for message in (
        "欧盟有多少次投票完全一致",
        "On how many resolutions did the EU vote as one?",
        "哪些决议上欧盟投得一样",
    ):
        yield (message,), _is(as_one)
    alone = {r.symbol for r in known if r.who("no") == {"USA"}}
    for message in (
        "哪些决议只有美国反对",
        "哪些决议是美国独自反对、别人都没反对的",
        "Which resolutions did the US alone oppose?",
    ):
        yield (message,), _is(alone)
    for code in ("CHN", "BRA"):
        dates = [r.symbol for r in known if r.votes.get(code) == "abstain"]
        for message in (
            f"{STATES[code][2]}第一次投弃权票是哪份决议",
            f"When was the first time {STATES[code][1]} abstained?",
        ):
            yield (message,), lambda reply, symbol=dates[-1]: _symbols(reply)[:1] == [symbol]  # type: ignore[misc]
    yes, no = counted(known, "CHN", "yes"), counted(known, "CHN", "no")
    for message in ("中国投了几次赞成、几次反对", "how often did China vote in favour and how often against?"):
        yield (message,), lambda reply: {str(yes), str(no)} <= set(re.findall(r"\d+", reply["text"].splitlines()[0]))
    more = max(("USA", "RUS"), key=lambda code: counted(known, code, "no"))
    for message in ("美国和俄罗斯谁投反对票更多", "Who voted against more often, the US or Russia?"):
        yield (
            (message,),
            lambda reply: (
                STATES[more][0].split()[0].title() in reply["text"].splitlines()[2]
                or (STATES[more][2] in reply["text"].splitlines()[2])
            ),
        )


def _filtered(known: list[Roll]) -> Iterator[tuple[tuple[str, ...], Callable[[Reply], bool]]]:
    """One more condition on a list; a place in it, the last of it; what nothing meets."""
    both = {r.symbol for r in known if {"USA", "GBR"} <= r.who("no")}
    for turns in (
        ("哪些决议美国和英国都反对", "其中中国弃权的呢"),
        ("Which resolutions did the US and the UK both oppose?", "which of those did China abstain on?"),
    ):
        yield turns, _is({r.symbol for r in known if r.symbol in both and r.votes.get("CHN") == "abstain"})
    subject = next(r.title for r in known if r.symbol in both)
    word = next(each for each in SUBJECTS if each in subject)
    yield (
        ("Which resolutions did the US and the UK both oppose?", f"which of those are about {word}"),
        _is({r.symbol for r in known if r.symbol in both and word in r.title}),
    )
    so = [r.symbol for r in known if r.votes.get("CHN") == "no"]
    for turns, at in (
        (("中国反对过哪些决议", "第二份的票数"), 1), (("What did China vote against?", "the third one"), 2),
        (("中国反对过哪些决议", "最新那份谁反对"), 0), (("中国反对过哪些决议", "最早那份的表决结果"), 9),
    ):  # fmt: skip
        # The earliest is that of the page that was shown.
        yield turns, lambda reply, symbol=so[at]: reply["resolution"] == symbol  # type: ignore[misc]
    sole = {r.symbol for r in known if r.who("no") == {"USA"}}
    yield (
        ("Which resolutions did the US alone oppose?", "which of those did China abstain on?"),
        _is({r.symbol for r in known if r.symbol in sole and r.votes.get("CHN") == "abstain"}),
    )
    year = next(r.day.year for r in known if r.votes.get("CHN") == "no" and r.votes.get("IND") == "no")
    yield (
        ("What did China vote against?", f"which of those did India oppose in {year}?"),
        _is({s for s in so for r in known if r.symbol == s and r.day.year == year and r.votes.get("IND") == "no"}),
    )
    for message in (
        "中国1961年投了几次反对",
        "How did China vote in the Security Council in 1961?",
        "Как голосовал Китай в 1961 году?",
        "How did France vote in ECOSOC?",
        "法国在经社理事会怎么投的",
    ):
        yield (message,), lambda reply: reply["kind"] in ("none", "clarify") and not reply["votes"]


def _followed(known: list[Roll]) -> Iterator[tuple[tuple[str, ...], Callable[[Reply], bool]]]:
    yield ("中国投了几次赞成", "那法国呢"), _is(_voted(known, "FRA", "yes"))
    yield ("How many times did China vote in favour?", "what about Japan?"), _is(_voted(known, "JPN", "yes"))
    of_year = {r.symbol for r in known if r.day.year == 2021 and r.votes.get("CHN") == "no"}
    yield ("中国投了几次反对", "那2021年呢"), _is(of_year)
    whole = {r.symbol for r in known if "CHN" in r.votes}
    yield ("voting record of China", "next page"), lambda reply: set(_symbols(reply)) == whole
    one = known[3].symbol
    yield (f"{one} 中国怎么投的", "哪份决议提到lanterns"), _is({r.symbol for r in known if "lanterns" in r.title})
    yield (f"{one} 中国怎么投的", "中国投了几次赞成"), _is(_voted(known, "CHN", "yes"))


def _chosen(known: list[Roll]) -> Iterator[tuple[tuple[str, ...], Callable[[Reply], bool]]]:
    for turns, place in (
        (("有哪些决议", "第二份"), 2), (("有哪些决议", "/use 3"), 3), (("/use 1",), 1), (("/docs", "the third one"), 3),
        (("有哪些决议", "第4份决议的表决结果"), 4), (("Which resolutions are there?", "2"), 2), (("有哪些决议",
        "第一份决议中国怎么投的"), 1),
    ):  # fmt: skip
        yield turns, lambda reply, symbol=known[place - 1].symbol: reply["resolution"] == symbol  # type: ignore[misc]
    for message in (f"{known[0].symbol}第1段", f"paragraph 1 of {known[0].symbol}", f"{known[0].symbol} 哪段讲经费"):
        yield (
            (message,),
            lambda reply: (
                reply["kind"] == "none"
                and f"https://undocs.org/{known[0].symbol}" in reply["text"]
                and not reply["paragraphs"]
            ),
        )


def test_questions_as_people_put_them(world: World) -> None:
    rows = list(of_what_is_said(_rows, world.known))
    missed = [f"{turns} → {reply['text'][:100]!r}" for turns, right in rows if not right(reply := world.told(*turns))]
    print(f"{len(rows) - len(missed)} of {len(rows)} right", *missed, sep="\n")
    assert len(rows) >= 150
    assert len(missed) <= (1 - RIGHT_OVER_ALL) * len(rows), "\n".join(missed)


# --- the reply --------------------------------------------------------------------------------------------------


def test_a_symbol_is_none_of_what_was_offered(world: World) -> None:
    """Asked back about one resolution, somebody may name another one instead."""
    one, other = world.known[0].symbol, world.known[5].symbol
    offered = ClarifyQuestion(Unclear.WHICH_DOCUMENT, symbols=(one,), pending=RollQuestion())
    answer, _ = reply(f"{other} tally", Conversation((Turn(offered),)), world.speaker.library)
    assert answer.resolution is not None
    assert answer.resolution.symbol == other


def test_each_line_has_its_source_and_the_first_says_what_was_counted(world: World) -> None:
    text = world.told("中国投了几次赞成")["text"]
    shown = [r.symbol for r in world.known if r.votes.get("CHN") == "yes"][:10]
    assert str(counted(world.known, "CHN", "yes")) in text.splitlines()[0]
    assert str(len(world.known)) in text.splitlines()[0]
    assert [address for address in text.split() if address.startswith("https://")] == [
        f"https://undocs.org/{symbol}" for symbol in shown
    ]


def test_members_of_a_group_are_those_of_the_day(world: World) -> None:
    """The United Kingdom left the European Union at the end of January 2020."""
    before, after = (
        next(r for r in world.known if r.body == "assembly" and (r.day.year < 2020) is old) for old in (True, False)
    )
    assert set(world.told(f"{before.symbol} 欧盟怎么投的")["votes"]) == {*UNION, "GBR"}
    assert set(world.told(f"{after.symbol} 欧盟怎么投的")["votes"]) == set(UNION)
    assert set(RIGHTS) & {"GBR"} == set()
