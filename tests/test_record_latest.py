"""The one resolution that is meant by when it was adopted, by its session or by its result, over the data of
tests/across.py, counted in plain Python."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.across import CAST, STATES, SUBJECTS, UNION, Roll, World, meant
from tests.test_record_questions import symbols

ONE = (
    ("last", "最新的{on}决议谁反对"),
    ("last", "{on}决议最近一次谁反对"),
    ("last", "最近一份關於{on}的決議誰反對"),
    ("last", "the latest {on} resolution: who was against?"),
    ("last", "who opposed the most recent resolution on {on}?"),
    ("last", "la dernière résolution sur {on} : qui a voté contre ?"),
    ("last", "¿quién votó en contra de la última resolución sobre {on}?"),
    ("last", "кто был против последней резолюции о {on}?"),
    ("first", "最早的{on}决议谁反对"),
    ("first", "the earliest resolution on {on}: who was against?"),
)


def of(world: World, subject: str) -> list[Roll]:
    """The resolutions on a subject, in the order of their adoption."""
    return sorted((r for r in world.known if subject in r.title), key=lambda r: r.day)


@pytest.mark.parametrize(("which", "message"), ONE, ids=[row[1] for row in ONE])
def test_the_latest_or_the_first_on_a_subject_is_that_one(world: World, which: str, message: str) -> None:
    for subject in SUBJECTS[:3]:
        roll = of(world, subject)[-1 if which == "last" else 0]
        reply = world.told(message.format(on=subject))
        assert reply["resolution"] == roll.symbol
        assert set(reply["votes"]) == roll.who("no")


@pytest.mark.parametrize(
    "message",
    [
        "人权理事会最新的{on}决议是哪份",
        "人权理事会{on}决议最近一次是哪个",
        "what is the latest Human Rights Council resolution on {on}?",
        "¿cuál es la última resolución del Consejo de Derechos Humanos sobre {on}?",
    ],
)
def test_which_one_that_is_is_said_of_the_body_that_is_named(world: World, message: str) -> None:
    roll = next(r for r in reversed(of(world, "orchards")) if r.body == "rights")
    assert world.told(message.format(on="orchards"))["resolution"] == roll.symbol


@pytest.mark.parametrize("message", ["关于{on}的最近三份决议有哪些", "the latest three resolutions on {on}"])
def test_the_latest_few_are_several(world: World, message: str) -> None:
    reply = world.told(message.format(on="lanterns"))
    assert all(roll.symbol in reply["text"] for roll in of(world, "lanterns")[-3:])
    assert of(world, "lanterns")[-4].symbol not in reply["text"]


def session(roll: Roll) -> str:
    """The session of a resolution or a draft of the Human Rights Council, as its symbol has it."""
    return roll.symbol.replace("/RES", "").split("/")[2]


@pytest.mark.parametrize(
    "message",
    [
        "人权理事会第{session}届会议法国反对了哪些决议",
        "人权理事会{session}届法国反对了哪些",
        "What did France vote against at HRC {session}?",
        "which resolutions did France oppose at HRC{session}?",
    ],
)
def test_a_session_may_stand_right_behind_its_body(world: World, message: str) -> None:
    rolls = [r for r in world.known if r.body == "rights"]
    number = next(session(r) for r in rolls if r.votes.get("FRA") == "no")
    reply = world.told(message.format(session=number))
    of = meant([message], rolls)
    assert set(symbols(reply)) == {r.symbol for r in of if session(r) == number and r.votes.get("FRA") == "no"}


def test_a_number_that_counts_members_is_no_session(world: World) -> None:
    roll = next(r for r in world.known if r.symbol.startswith("A/HRC/RES") and r.who("no"))
    assert set(world.told(f"HRC 47 members: who opposed {roll.symbol}?")["votes"]) == roll.who("no")


def tally(roll: Roll) -> tuple[int, ...]:
    """In favour, against, abstaining."""
    return tuple(len(roll.who(vote)) for vote in CAST)


@pytest.mark.parametrize(
    "message",
    [
        "{yes}比{no}的{on}决议谁弃权",
        "关于{on}那个{yes}比{no}的决议谁弃权",
        "the {yes}-{no}-{abstain} resolution on {on}: who abstained?",
    ],
)
def test_a_result_says_which_of_several_is_meant(world: World, message: str) -> None:
    for subject in SUBJECTS[:3]:
        rolls = of(world, subject)
        only = [r for r in rolls if sum(tally(r)[:2] == tally(x)[:2] for x in rolls) == 1 and r.who("no")]
        said = dict(zip(CAST, tally(only[0]), strict=True))
        assert set(world.told(message.format(on=subject, **said))["votes"]) == only[0].who("abstain")


def against(rolls: list[Roll]) -> set[str]:
    return set().union(*(r.who("no") for r in rolls))


EVER: tuple[tuple[str, Callable[[Roll], bool]], ...] = (
    ("人权理事会2021年的决议谁反对过", lambda r: r.body == "rights" and r.day.year == 2021),
    ("关于lanterns的决议哪些国家反对过", lambda r: "lanterns" in r.title),
    ("which countries ever voted against a resolution on lanterns?", lambda r: "lanterns" in r.title),
)


@pytest.mark.parametrize(("message", "meant"), EVER, ids=[row[0] for row in EVER])
def test_who_ever_opposed_is_who_did_so_once_or_more(world: World, message: str, meant: Callable[[Roll], bool]) -> None:
    wanted = against([r for r in world.known if meant(r)])
    reply = world.told(message)
    assert {row["state"] for row in reply["table"]} == wanted
    assert str(len(wanted)) in reply["text"].splitlines()[0]


@pytest.mark.parametrize(
    "message",
    [
        "in what share of General Assembly votes did all EU members vote identically?",
        "欧盟在大会表决中有百分之多少完全一致",
        "In what percentage of General Assembly votes did the EU vote the same way?",
    ],
)
def test_a_share_of_those_on_which_a_group_was_of_one_mind(world: World, message: str) -> None:
    rolls = [r for r in world.known if r.body == "assembly"]
    alike = 0
    for roll in rolls:
        members = {*UNION, *({"GBR"} if roll.day <= date(2020, 1, 31) else ())}
        cast = [roll.votes[code] for code in members if roll.votes.get(code) in CAST]
        alike += len(cast) > 1 and len(set(cast)) == 1
    head = world.told(message)["text"].splitlines()[0]
    assert f"{round(1000 * alike / len(rolls)) / 10:g}%" in head
    assert str(alike) in head


@pytest.mark.parametrize("message", ["{b}比{a}，哪些国家从{one}改成{other}", "{b}和{a}，哪些国家从{one}变为{other}"])
def test_who_changed_did_so_from_the_earlier_to_the_later(world: World, message: str) -> None:
    rights = sorted((r for r in world.known if r.symbol.startswith("A/HRC/RES")), key=lambda r: r.day)
    a, b = next((a, b) for a in rights for b in rights if a.day < b.day and a.who("abstain") & b.who("yes"))
    reply = world.told(message.format(a=a.symbol, b=b.symbol, one="弃权", other="赞成"))
    assert {row["state"] for row in reply["table"]} == a.who("abstain") & b.who("yes")


@pytest.mark.parametrize("message", ["{name}2021年在人权理事会有没有弃过权", "{name}2021年在人权理事会弃过权吗"])
def test_whether_a_state_ever_abstained(world: World, message: str) -> None:
    rolls = [r for r in world.known if r.body == "rights" and r.day.year == 2021]
    for code in ("FRA", "CHN", "IND"):
        abstained = any(r.votes.get(code) == "abstain" for r in rolls)
        assert world.told(message.format(name=STATES[code][2]))["verdict"] == ("yes" if abstained else "no")


LAST_TIME = (
    "{name}最近一次在人权理事会投反对票的决议是哪一份？",
    "{name}最近一次在人權理事會投反對票的決議是哪一份",
    "人权理事会里{name}最近一次投反对票是哪次",
)


@pytest.mark.parametrize("message", LAST_TIME)
def test_the_last_time_that_a_state_voted_so_comes_first(world: World, message: str) -> None:
    for code in ("FRA", "CHN", "IND"):
        against_it = [r for r in world.known if r.body == "rights" and r.votes.get(code) == "no"]
        latest = max(r.day for r in against_it)
        found = symbols(world.told(message.format(name=STATES[code][2])))
        assert found[0] in {r.symbol for r in against_it if r.day == latest}


@pytest.mark.parametrize("message", ["{name}在{symbol}上改变立场了吗", "did {english} change its vote on {symbol}?"])
def test_with_none_in_view_a_change_is_of_one_alone(world: World, message: str) -> None:
    roll = next(r for r in world.known if r.symbol.startswith("A/HRC/RES") and r.votes.get("FRA") in CAST)
    reply = world.told(message.format(name=STATES["FRA"][2], english=STATES["FRA"][1], symbol=roll.symbol))
    assert reply["votes"] == {"FRA": roll.votes["FRA"]}


def test_whether_a_state_changed_its_vote_on_another_one_is_told_from_that_in_view(world: World) -> None:
    rights = sorted((r for r in world.known if r.symbol.startswith("A/HRC/RES")), key=lambda r: r.day)
    a, *_, b = rights
    for code in sorted(a.who(*CAST) & b.who(*CAST))[:4]:
        verdict = "yes" if a.votes[code] != b.votes[code] else "no"
        name, english = STATES[code][2], STATES[code][1]
        turns = (f"{name}在{a.symbol}怎么投的", f"到了{b.symbol}，{name}的立场有改变吗？")
        assert world.told(*turns)["verdict"] == verdict
        turns = (f"how did {english} vote on {a.symbol}?", f"did {english} change its vote on {b.symbol}?")
        assert world.told(*turns)["verdict"] == verdict
