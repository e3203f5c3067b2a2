"""Negations that stand before what was voted on, and who goes on to be asked about on another subject, over the data of
tests/across.py, counted in plain Python."""

from __future__ import annotations

import pytest

from tests.across import UNION, Roll, World


def one(world: World) -> Roll:
    """A resolution of the General Assembly on which each vote was cast."""
    return next(r for r in world.known if r.body == "assembly" and all(r.who(v) for v in ("yes", "no", "abstain")))


@pytest.mark.parametrize(
    "message",
    [
        "谁没有对{symbol}投赞成票?",
        "谁没对{symbol}投赞成票",
        "誰沒有對{symbol}投贊成票？",
        "who did not vote for {symbol}?",
    ],
)
def test_who_did_not_vote_in_favour_is_not_who_did(world: World, message: str) -> None:
    roll = one(world)
    votes = world.told(message.format(symbol=roll.symbol))["votes"]
    assert set(votes) == roll.who("no", "abstain")


@pytest.mark.parametrize("message", ["哪些欧盟国家没有对{symbol}投赞成票?", "欧盟国家谁没对{symbol}投赞成票"])
def test_those_of_a_group_who_did_not(world: World, message: str) -> None:
    rolls = [r for r in world.known if r.body == "assembly" and r.day.year > 2020]
    roll = next(r for r in rolls if set(UNION) & r.who("no", "abstain") and set(UNION) & r.who("yes"))
    votes = world.told(message.format(symbol=roll.symbol))["votes"]
    assert set(votes) == set(UNION) & roll.who("no", "abstain")


@pytest.mark.parametrize("vote", ["yes", "no"])
def test_what_only_asks_whether_is_no_negation(world: World, vote: str) -> None:
    roll = next(r for r in world.known if r.body == "assembly" and r.votes.get("CHN") == vote)
    reply = world.told(f"中国有没有对{roll.symbol}投赞成票?")
    assert reply["votes"] == {"CHN": vote}
    assert reply["verdict"] == ("yes" if vote == "yes" else "no")


def test_what_says_that_nobody_did_is_no_negation_of_the_vote(world: World) -> None:
    roll = one(world)
    votes = world.told(f"{roll.symbol}没有国家弃权吗")["votes"]
    assert votes == dict.fromkeys(roll.who("abstain"), "abstain")


@pytest.mark.parametrize(
    ("message", "vote", "body"),
    [
        ("美国在联大投反对票比法国多吗?", "no", "assembly"),
        ("法国在联大弃权的次数比美国多吗?", "abstain", "assembly"),
        ("法国比美国在联大投反对票少吗?", "no", "assembly"),
    ],
)
def test_of_two_states_each_is_counted(world: World, message: str, vote: str, body: str) -> None:
    rolls = [r for r in world.known if r.body == body]
    counted = {code: sum(code in r.who(vote) for r in rolls) for code in ("USA", "FRA")}
    rows = {row["state"]: row["count"] for row in world.told(message)["table"]}
    assert rows == counted
