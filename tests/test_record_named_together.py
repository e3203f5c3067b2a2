"""Resolutions named together by number of which a state is asked, votes denied in the passive, whoever never voted so,
and any resolution on a subject, over the data of tests/across.py, counted in plain Python."""

from __future__ import annotations

import pytest

from tests.across import UNION, World
from tests.test_record_questions import symbols

FOUR = ("86/903", "80/905", "84/907", "88/909")
FIVE = (*FOUR, "82/911")
WHICH = (
    ("Of 86/903, 80/905, 84/907 and 88/909, on which did Chile vote against?", "CHL", "no"),
    ("which of 86/903, 80/905, 84/907 and 88/909 did Algeria oppose", "DZA", "no"),
    ("86/903、80/905、84/907和88/909,智利在哪几份投了反对票?", "CHL", "no"),
    ("86/903、80/905、84/907、88/909中哪个被阿尔及利亚反对", "DZA", "no"),
    ("Parmi 86/903, 80/905, 84/907 et 88/909, sur lesquelles le Chili a-t-il voté contre ?", "CHL", "no"),
    ("De 86/903, 80/905, 84/907 y 88/909, ¿en cuáles votó a favor Argelia?", "DZA", "yes"),
    ("Из 86/903, 80/905, 84/907 и 88/909 по каким Чили голосовала против?", "CHL", "no"),
    ("من بين 86/903 و80/905 و84/907 و88/909 على أيها صوتت الجزائر ضد؟", "DZA", "no"),
)
MANY = (
    "86/903、80/905、84/907、88/909、82/911智利怎么投的",
    "How did Chile vote on 86/903, 80/905, 84/907, 88/909 and 82/911?",
    "Comment le Chili a-t-il voté sur 86/903, 80/905, 84/907, 88/909 et 82/911 ?",
)
PASSIVE = (
    ("2021年没被巴西反对的决议有哪些", ("BRA",)),
    ("2021年沒有被巴西反對的決議", ("BRA",)),
    ("2021年哪些决议没有遭到阿根廷反对", ("ARG",)),
    ("2021年既没被巴西反对也没被阿根廷反对的决议", ("BRA", "ARG")),
    ("2021年没被巴西和阿根廷反对的决议", ("BRA", "ARG")),
    ("2021年没有受到阿根廷反对的决议", ("ARG",)),
)
NEVER = (
    "哪些国家一次都没弃权", "哪些國家從不棄權", "谁一次也没弃过权", "qué países no se abstuvieron ni una vez",
    "кто ни разу не воздержался",
)  # fmt: skip
ANY = (
    "Did any EU member vote against a resolution on beekeeping?",
    "Did any EU country oppose any resolution on beekeeping?",
    "¿Votó algún país de la UE en contra de una resolución sobre beekeeping?",
)


def of(world: World, number: str) -> dict[str, str]:
    """Who voted how on the resolution of the Human Rights Council with that number."""
    return next(x.votes for x in world.known if x.symbol == f"A/HRC/RES/{number}")


@pytest.mark.parametrize(("asked", "code", "vote"), WHICH, ids=[row[0] for row in WHICH])
def test_on_which_of_those_named(world: World, asked: str, code: str, vote: str) -> None:
    wanted = {f"A/HRC/RES/{number}" for number in FOUR if of(world, number).get(code) == vote}
    assert 0 < len(wanted) < len(FOUR)
    assert set(symbols(world.told(asked))) == wanted


@pytest.mark.parametrize("asked", MANY)
def test_none_of_many_is_passed_over(world: World, asked: str) -> None:
    assert set(symbols(world.told(asked))) == {f"A/HRC/RES/{number}" for number in FIVE}


def test_of_many_it_is_asked_back_who(world: World) -> None:
    told = world.told("86/903、80/905、84/907、88/909、82/911谁反对")
    assert told["kind"] == "clarify" and "82/911" in told["text"]


@pytest.mark.parametrize(("asked", "codes"), PASSIVE, ids=[row[0] for row in PASSIVE])
def test_votes_denied_in_the_passive(world: World, asked: str, codes: tuple[str, ...]) -> None:
    of_then = [x for x in world.known if x.day.year == 2021]
    wanted = {x.symbol for x in of_then if all(x.votes.get(code) in ("yes", "abstain") for code in codes)}
    assert set(symbols(world.told(asked))) == wanted


@pytest.mark.parametrize("asked", ["2021年得到巴西支持的决议", "2021年哪些决议得到巴西支持"])
def test_the_year_ends_nothing(world: World, asked: str) -> None:
    wanted = {x.symbol for x in world.known if x.day.year == 2021 and x.votes.get("BRA") == "yes"}
    assert set(symbols(world.told(asked))) == wanted


@pytest.mark.parametrize("asked", NEVER)
def test_who_never_voted_so(world: World, asked: str) -> None:
    cast = {code for x in world.known for code in x.who("yes", "no", "abstain")}
    never = cast - {code for x in world.known for code in x.who("abstain")}
    told = world.told(asked)
    assert told["kind"] == "history" and len(told.get("table", ())) == len(never)


@pytest.mark.parametrize("asked", ANY)
def test_any_resolution_is_not_one(world: World, asked: str) -> None:
    on = [x for x in world.known if "beekeeping" in x.title]
    wanted = {code for code in UNION if any(x.votes.get(code) == "no" for x in on)}
    told = world.told(asked)
    assert told["kind"] == "history" and len(told["table"]) == len(wanted)


def test_opposed_resolutions_on_are_not_adopted_ones(world: World) -> None:
    told = world.told("巴西反对过关于anchors的修正案吗")
    assert "已通过" not in told["text"].partition("\n")[0]
