"""Numbers of votes as conditions of lists, in the seven languages that are answered, over the data of tests/across.py.

What is right is counted from that data in plain Python.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.across import Roll, World
from tests.test_record_questions import symbols


@dataclass(frozen=True)
class Counts:
    """How many voted how on a resolution."""

    yes: int
    no: int
    abstain: int


def counts(roll: Roll) -> Counts:
    """The votes of a roll, counted."""
    return Counts(*(len(roll.who(vote)) for vote in ("yes", "no", "abstain")))


Condition = Callable[[Counts], bool]
SAID: tuple[tuple[str, Condition], ...] = (
    ("联大有哪些决议赞成票不到12张？", lambda c: c.yes < 12),
    ("联大哪些决议的反对票不超过3票", lambda c: c.no <= 3),
    ("联大哪些决议弃权票在5张以上", lambda c: c.abstain >= 5),
    ("Which General Assembly resolutions had 5 or more abstentions?", lambda c: c.abstain >= 5),
    ("聯大哪些決議的反對票超過8張？", lambda c: c.no > 8),
    ("聯大有哪些決議贊成票不少於15張", lambda c: c.yes >= 15),
    ("Which General Assembly resolutions had fewer than 12 votes in favour?", lambda c: c.yes < 12),
    ("Which resolutions of the General Assembly drew at least five abstentions?", lambda c: c.abstain >= 5),
    ("List the General Assembly resolutions with more than 8 votes against", lambda c: c.no > 8),
    ("Which General Assembly resolutions had not a single abstention?", lambda c: c.abstain == 0),
    ("Which General Assembly resolutions ended in a tie?", lambda c: c.yes == c.no),
    ("Which General Assembly resolutions had more than 5 but fewer than 12 votes in favour?", lambda c: 5 < c.yes < 12),
    ("联大哪些决议赞成票超过5张、不到12张", lambda c: 5 < c.yes < 12),
    ("Of the General Assembly resolutions, which had more than 8 votes against?", lambda c: c.no > 8),
    ("Quelles résolutions de l'Assemblée générale ont eu moins de 12 voix pour ?", lambda c: c.yes < 12),
    ("Quelles résolutions de l'Assemblée générale n'ont eu aucune abstention ?", lambda c: c.abstain == 0),
    ("¿Qué resoluciones de la Asamblea General tuvieron más de 8 votos en contra?", lambda c: c.no > 8),
    ("¿Qué resoluciones de la Asamblea General no tuvieron ni una sola abstención?", lambda c: c.abstain == 0),
    ("Какие резолюции Генассамблеи получили менее 12 голосов за?", lambda c: c.yes < 12),
    ("По каким резолюциям Генассамблеи было не менее 5 воздержавшихся?", lambda c: c.abstain >= 5),
    ("ما قرارات الجمعية العامة التي حصلت على أقل من 12 صوتا مؤيدا؟", lambda c: c.yes < 12),
)  # fmt: skip
"""What is asked of the General Assembly's resolutions, and what it means."""


@pytest.mark.parametrize(("message", "meant"), SAID, ids=[message for message, _ in SAID])
def test_a_number_of_votes_is_a_condition_of_a_list(world: World, message: str, meant: Condition) -> None:
    expected = {r.symbol for r in world.known if r.body == "assembly" and meant(counts(r))}
    reply = world.told(message)
    assert expected
    assert reply["kind"] == "documents"
    assert str(len(expected)) in reply["text"].splitlines()[0]
    assert set(symbols(reply)) == expected


@pytest.mark.parametrize(
    "message",
    [
        "Name the Human Rights Council resolutions that had not a single vote against.",
        "هات قرارات مجلس حقوق الإنسان التي لم يعارضها أحد",
    ],
)
def test_that_nobody_was_against_is_a_condition_of_a_list(world: World, message: str) -> None:
    expected = {r.symbol for r in world.known if r.body == "rights" and not r.who("no")}
    assert expected
    assert set(symbols(world.told(message))) == expected


def test_a_number_that_is_no_condition_is_asked_back(world: World) -> None:
    reply = world.told("Which General Assembly resolutions had 5 or 6 abstentions?")
    assert reply["kind"] == "clarify"
    assert "5" in reply["text"]


def test_a_result_is_a_condition_of_a_list(world: World) -> None:
    of_council = [r for r in world.known if r.body == "council"]
    wanted = counts(of_council[0])
    result = f"{wanted.yes}-{wanted.no}-{wanted.abstain}"
    expected = {r.symbol for r in of_council if counts(r) == wanted}
    for message in (
        f"Which Security Council resolutions went {result}?",
        f"安理会哪些决议的表决结果是{result}",
        f"安理会哪些决议{wanted.yes}比{wanted.no}比{wanted.abstain}通过",
        f"¿Qué resoluciones del Consejo de Seguridad salieron {result}?",
    ):
        assert set(symbols(world.told(message))) == expected, message


@pytest.mark.parametrize(
    "message",
    [
        "On which General Assembly resolutions did France not vote in favour?",
        "联大哪些决议法国没投赞成票",
        "Sur quelles résolutions de l'Assemblée générale la France n'a-t-elle pas voté pour ?",
    ],
)
def test_who_did_not_vote_in_favour_voted_otherwise(world: World, message: str) -> None:
    of_assembly = [r for r in world.known if r.body == "assembly"]
    assert set(symbols(world.told(message))) == {
        r.symbol for r in of_assembly if r.votes.get("FRA") in ("no", "abstain")
    }


@pytest.mark.parametrize(
    "message",
    [
        "On which Human Rights Council resolutions was Cuba the lone abstention?",
        "Was there ever a Human Rights Council resolution with Cuba as the lone abstention?",
    ],
)
def test_a_state_alone_is_one_that_nobody_voted_with(world: World, message: str) -> None:
    alone = {r.symbol for r in world.known if r.body == "rights" and r.who("abstain") == {"CUB"}}
    assert alone
    assert set(symbols(world.told(message))) == alone


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("الصين صوتت ضد قرار واحد فقط في مجلس الأمن، ما هو؟", "CHN"),
        ("China votó en contra de una sola resolución del Consejo de Seguridad: ¿cuál?", "CHN"),
        ("China voted against only one resolution of the Security Council. Which?", "CHN"),
    ],
)
def test_one_resolution_alone_is_no_state_alone(world: World, message: str, code: str) -> None:
    against = {r.symbol for r in world.known if r.body == "council" and r.votes.get(code) == "no"}
    assert set(symbols(world.told(message))) == against


def test_by_how_much_it_was_carried_orders_a_list(world: World) -> None:
    of_assembly = [counts(r) for r in world.known if r.body == "assembly"]
    least = min(abs(c.yes - c.no) for c in of_assembly)
    nearest = {r.symbol for r in world.known if abs(counts(r).yes - counts(r).no) == least}
    assert symbols(world.told("联大历次表决里，赞成票比反对票多得最少的是哪一次"))[0] in nearest


@pytest.mark.parametrize(
    "message",
    [
        "Are there states with a yes on every single Security Council vote in 2019?",
        "有没有哪个国家在2019年安理会每次表决都投了赞成票",
        "Y a-t-il des États qui ont voté pour toutes les résolutions du Conseil de sécurité en 2019 ?",
        "¿Hay países que votaron a favor de todas las resoluciones del Consejo de Seguridad en 2019?",
        "Есть ли страны, которые голосовали за все резолюции Совета Безопасности в 2019 году?",
        "هل هناك دول صوتت لصالح جميع قرارات مجلس الأمن في 2019؟",
    ],
)
def test_whether_there_are_states_that_always_voted_so_names_them(world: World, message: str) -> None:
    of_council = [r for r in world.known if r.body == "council" and r.day.year == 2019]
    expected = set.intersection(*(r.who("yes") for r in of_council))
    reply = world.told(message)
    assert expected
    assert reply["kind"] == "history"
    assert {row.get("state") for row in reply.get("table", ())} == expected


WITH_OTHERS = (
    ("哪些大会决议只有日本和印度再加一个国家反对", 1),
    ("General Assembly resolutions that Japan and India opposed with exactly one other country", 1),
    ("General Assembly resolutions that only Japan, India and one other country voted against", 1),
    ("General Assembly resolutions that Japan and India opposed with two other countries", 2),
    ("résolutions de l'Assemblée générale où le Japon et l'Inde ont voté contre avec un seul autre pays", 1),
    ("résolutions de l'Assemblée générale où le Japon et l'Inde ont voté contre avec deux autres pays", 2),
    ("¿A qué resoluciones de la Asamblea General se opusieron Japón e India con otros dos países?", 2),
    ("哪些大会决议日本和印度再加两个国家反对", 2),
    ("¿En qué resoluciones de la Asamblea General Japón e India votaron en contra con solo un país más?", 1),
    ("Резолюции Генеральной Ассамблеи, где против были только Япония, Индия и ещё одна страна", 1),
)


def with_others(world: World, others: int) -> set[str]:
    """Those of the Assembly that Japan, India and so many others opposed."""
    of = [r for r in world.known if r.body == "assembly" and len(r.who("no")) == others + 2]
    return {r.symbol for r in of if {"JPN", "IND"} <= r.who("no")}


@pytest.mark.parametrize(("asked", "others"), WITH_OTHERS, ids=[row[0] for row in WITH_OTHERS])
def test_so_many_others_voted_so_beside_those_that_are_named(world: World, asked: str, others: int) -> None:
    reply = world.told(asked)
    assert set(symbols(reply)) == with_others(world, others)
    assert str(others + 2) in reply["text"].splitlines()[0]


@pytest.mark.parametrize(
    ("first", "then", "others"),
    [
        ("which Assembly resolutions did only Japan and India oppose?", "and with exactly one more country?", 1),
        ("which Assembly resolutions did only Japan and India oppose?", "and where they had two other countries?", 2),
        ("只有日本和印度反对的大会决议有哪些", "再加一个国家的呢", 1),
    ],
)
def test_so_many_others_is_asked_of_those_before(world: World, first: str, then: str, others: int) -> None:
    assert set(symbols(world.told(first, then))) == with_others(world, others)
