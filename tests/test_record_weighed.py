"""Which of several resolutions had more votes of a kind, over the data of tests/across.py, counted in plain Python."""

from __future__ import annotations

import pytest

from tests.across import Roll, World
from tests.test_record_questions import symbols

ASKED = (
    ("{a}和{b}哪份反对票多", "no"),
    ("{a}與{b}哪份棄權票比較多", "abstain"),
    ("which had more votes in favour, {a} or {b}?", "yes"),
    ("did {a} get more abstentions than {b}?", "abstain"),
    ("laquelle a eu plus d'abstentions, {a} ou {b} ?", "abstain"),
    ("¿cuál tuvo más votos en contra, {a} o {b}?", "no"),
    ("где было больше голосов против, {a} или {b}?", "no"),
    ("أيهما حصل على أصوات معارضة أكثر، {a} أم {b}؟", "no"),
)


def pair(world: World, vote: str) -> tuple[Roll, Roll]:
    """Two resolutions of the General Assembly that so many voted for that not as many did for the other."""
    of_assembly = [r for r in world.known if r.body == "assembly"]
    return next(
        (one, other) for one in of_assembly for other in of_assembly if len(one.who(vote)) + 2 < len(other.who(vote))
    )


@pytest.mark.parametrize(("message", "vote"), ASKED, ids=[row[0] for row in ASKED])
def test_the_one_with_more_stands_first_and_by_how_many(world: World, message: str, vote: str) -> None:
    fewer, more = pair(world, vote)
    reply = world.told(message.format(a=fewer.symbol, b=more.symbol))
    assert symbols(reply) == [more.symbol, fewer.symbol]
    assert str(len(more.who(vote)) - len(fewer.who(vote))) in reply["text"].splitlines()[0]


def test_one_is_weighed_against_that_in_view_or_those_shown(world: World) -> None:
    fewer, more = pair(world, "no")
    for turns in (
        (f"{fewer.symbol}结果", f"跟{more.symbol}比哪份反对票多"),
        (f"{fewer.symbol}和{more.symbol}结果", "这两份里哪份反对的更多"),
        (f"results of {fewer.symbol} and {more.symbol}", "which of the two had more votes against?"),
        (f"{fewer.symbol}谁反对", f"{more.symbol}谁反对", "两份里哪份反对票多"),
        (f"who opposed {fewer.symbol}?", f"and {more.symbol}?", "Which of the two had more votes against?"),
    ):
        assert symbols(world.told(*turns)) == [more.symbol, fewer.symbol], turns


@pytest.mark.parametrize("message", ["哪份反对票少，{a}还是{b}", "which had fewer votes against, {a} or {b}?"])
def test_the_one_with_fewer_stands_first_where_that_is_asked(world: World, message: str) -> None:
    fewer, more = pair(world, "no")
    assert symbols(world.told(message.format(a=more.symbol, b=fewer.symbol))) == [fewer.symbol, more.symbol]


@pytest.mark.parametrize(
    "message", ["哪些联大决议反对票比{one}多", "which General Assembly resolutions had more votes against than {one}?"]
)
def test_those_with_more_than_one_that_is_named(world: World, message: str) -> None:
    fewer, _ = pair(world, "no")
    of_assembly = [r for r in world.known if r.body == "assembly"]
    more = {r.symbol for r in of_assembly if len(r.who("no")) > len(fewer.who("no"))}
    assert set(symbols(world.told(message.format(one=fewer.symbol)))) == more


@pytest.mark.parametrize("message", ["L.{number}谁赞成", "and L.{number}?", "那L.{number}呢"])
def test_the_number_of_a_draft_alone_is_one_of_the_session_in_view(world: World, message: str) -> None:
    drafts = [r for r in world.known if "/L." in r.symbol]
    reply = world.told(f"{drafts[0].symbol}谁赞成", message.format(number=drafts[1].symbol.partition("/L.")[2]))
    assert set(reply["votes"]) == drafts[1].who("yes")


def test_who_opposed_both_is_no_question_of_which_had_more(world: World) -> None:
    fewer, more = pair(world, "no")
    reply = world.told(f"{fewer.symbol}和{more.symbol}谁都反对")
    assert {row["state"] for row in reply["table"]} == fewer.who("no") & more.who("no")
