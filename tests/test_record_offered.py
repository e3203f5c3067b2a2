"""What people say when they are asked back which resolution they mean, over the data of tests/across.py: by a day, a
month, a year, a result, or all of them."""

from __future__ import annotations

import re

import pytest

from tests.across import Roll, World

OPENED = {
    "zh": "古巴对自行车的决议怎么投的",
    "en": "how did Cuba vote on the bicycles resolution?",
}
SUBJECT = "bicycles"
_EN = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
       "December")  # fmt: skip
_FR = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
       "décembre")  # fmt: skip
_ES = ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
       "diciembre")  # fmt: skip


def offered(world: World) -> list[Roll]:
    """The resolutions that are offered for a subject that many are on, in the order of the reply."""
    text = world.told(OPENED["en"])["text"]
    known = {roll.symbol: roll for roll in world.known}
    found = [known[x] for x in re.findall(r"^\d+\. (\S+),", text, re.M)]
    assert len(found) > 2
    return found


def only(rolls: list[Roll], key: str) -> list[Roll]:
    """Those that no other one of them shares its month, or its year, with."""
    return [x for x in rolls if sum(getattr(y.day, key) == getattr(x.day, key) for y in rolls) == 1]


YEARS = ("the one from {}", "the one in {}", "{}年那份", "celle de {}", "la de {}", "тот, что {} года", "{}")


@pytest.mark.parametrize("said", YEARS)
def test_the_one_of_a_year(world: World, said: str) -> None:
    for roll in only(offered(world), "year"):
        reply = world.told(OPENED["en"], said.format(roll.day.year))
        assert (reply["kind"], reply["resolution"]) == ("vote", roll.symbol)
        assert reply["votes"] == {"CUB": roll.votes.get("CUB", "absent")}


def test_the_one_of_a_month_or_a_day(world: World) -> None:
    for roll in only(offered(world), "month"):
        month, day = roll.day.month, roll.day.day
        for said in (
            f"the one from {_EN[month - 1]}", f"{_EN[month - 1]} {day}", f"the one of {day} {_EN[month - 1]}",
            f"{month}月那份", f"{month}月{day}日的", f"celle du {day} {_FR[month - 1]}",
            f"la del {day} de {_ES[month - 1]}",
        ):  # fmt: skip
            if month == 5 and "ay" in said and str(day) not in said:
                # May is a word, too.
                continue
            assert world.told(OPENED["en"], said)["resolution"] == roll.symbol, said


def test_the_one_of_a_result(world: World) -> None:
    rolls = offered(world)
    for roll in rolls:
        yes, no = len(roll.who("yes")), len(roll.who("no"))
        others = [x for x in rolls if x is not roll]
        if all(len(x.who("no")) != no for x in others) and no > 1:
            for said in (f"the one with {no} votes against", f"{no}票反对的那份", f"celle avec {no} voix contre"):
                reply = world.told(OPENED["en"], said)
                assert (reply["resolution"], reply["votes"]) == (roll.symbol, {"CUB": roll.votes.get("CUB", "absent")})
        if all(len(x.who("yes")) != yes for x in others) and yes > 1:
            for said in (f"the one with {yes} in favour", f"{yes}票赞成那份", f"la de {yes} votos a favor"):
                assert world.told(OPENED["en"], said)["resolution"] == roll.symbol, said
    most = [x for x in rolls if len(x.who("no")) == max(len(y.who("no")) for y in rolls)]
    if len(most) == 1:
        for said in ("the one with the most votes against", "反对票最多的那份"):
            assert world.told(OPENED["en"], said)["resolution"] == most[0].symbol


ALL = ("all of them", "all years", "toutes les années", "todas", "全部", "所有年份", "все", "كلها")


@pytest.mark.parametrize("said", ALL)
def test_all_that_were_offered(world: World, said: str) -> None:
    rolls = offered(world)
    reply = world.told(OPENED["en"], said)
    assert reply["kind"] == "history"
    assert all(roll.symbol in reply["text"] for roll in rolls if "CUB" in roll.votes)
    opened = "who opposed the bicycles resolution?"
    symbols = re.findall(r"^\d+\. (\S+),", world.told(opened)["text"], re.M)
    reply = world.told(opened, said)
    assert all(symbol in reply["text"] for symbol in symbols)


def test_two_of_those_that_were_offered(world: World) -> None:
    alone = only(offered(world), "year")[:2]
    if len(alone) == 2:
        reply = world.told(OPENED["en"], " and ".join(str(x.day.year) for x in alone))
        assert all(x.symbol in reply["text"] for x in alone)


@pytest.mark.parametrize("said", ["the red one", "那份蓝的", "celle de la lune"])
def test_what_names_none_of_them_is_asked_back(world: World, said: str) -> None:
    assert world.told(OPENED["en"], said)["kind"] == "clarify"
