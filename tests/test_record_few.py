"""How many of a sorted list are wanted, over the data of tests/across.py, sorted in plain Python."""

from __future__ import annotations

import pytest

from tests.across import STATES, World, agreement, counted

RESOLUTIONS = (
    ("2021年大会反对票最多的三份决议", 3, "no"),
    ("2021年大会弃权票最多的前两份决议", 2, "abstain"),
    ("2021年大会反对票最多的决议，列前三", 3, "no"),
    ("大会2021年投反對票最多的兩項決議", 2, "no"),
    ("大会2021年的决议里反对票最多的三次", 3, "no"),
    ("the three General Assembly resolutions of 2021 with the most votes against", 3, "no"),
    ("top 2 General Assembly resolutions by abstentions in 2021", 2, "abstain"),
    ("Quelles sont les trois résolutions de l'Assemblée générale de 2021 avec le plus de voix contre ?", 3, "no"),
    ("¿Cuáles son las tres resoluciones de la Asamblea General de 2021 con más votos en contra?", 3, "no"),
    ("три резолюции Генеральной Ассамблеи 2021 года с наибольшим числом голосов против", 3, "no"),
)


@pytest.mark.parametrize(("asked", "few", "vote"), RESOLUTIONS, ids=[row[0] for row in RESOLUTIONS])
def test_so_many_resolutions_are_listed(world: World, asked: str, few: int, vote: str) -> None:
    of_year = [r for r in world.known if r.day.year == 2021 and r.symbol.startswith("A/RES/")]
    most = sorted((sum(v == vote for v in r.votes.values()) for r in of_year), reverse=True)
    # Those that are level with the last of them are among them.
    wanted = {r.symbol for r in of_year if sum(v == vote for v in r.votes.values()) >= most[few - 1]}
    assert {row["resolution"] for row in world.told(asked)["table"]} == wanted


COUNTRIES = (
    ("2021年反对最多的三个国家", 3, "no"),
    ("2021年谁弃权最多，前五名", 5, "abstain"),
    ("which two countries voted against most in 2021?", 2, "no"),
    ("top 3 countries that abstained most in 2021", 3, "abstain"),
    ("les trois pays qui ont le plus voté contre en 2021", 3, "no"),
    ("¿Cuáles son los dos países que más se abstuvieron en 2021?", 2, "abstain"),
    ("какие три страны чаще всего голосовали против в 2021 году", 3, "no"),
)


@pytest.mark.parametrize(("asked", "few", "vote"), COUNTRIES, ids=[row[0] for row in COUNTRIES])
def test_so_many_countries_are_listed(world: World, asked: str, few: int, vote: str) -> None:
    by_state = {code: counted(world.known, code, vote, year=2021) for code in STATES}
    least = sorted(by_state.values(), reverse=True)[few - 1]
    rows = world.told(asked)["table"]
    assert {row["state"]: row["count"] for row in rows} == {c: n for c, n in by_state.items() if n >= least}


@pytest.mark.parametrize("asked", ["和中国投票最一致的三个国家", "the three countries that vote most like China"])
def test_so_many_of_those_most_alike(world: World, asked: str) -> None:
    rows = world.told(asked)["table"]
    shares = [row["count"] / row["of"] for row in rows]
    assert len(rows) >= 3 and shares == sorted(shares, reverse=True) and shares[2:] == shares[2:3] * (len(rows) - 2)
    assert all((row["count"], row["of"]) == agreement(world.known, "CHN", row["state"]) for row in rows)


@pytest.mark.parametrize(
    "asked", ["反对票最多三票的决议有哪些", "2021年反对票不超过三票的决议", "resolutions with at most 3 votes against"]
)
def test_a_number_of_votes_is_none_of_a_list(world: World, asked: str) -> None:
    rows = world.told(asked)["table"]
    known = {r.symbol: r for r in world.known}
    assert rows
    assert all(sum(v == "no" for v in known[row["resolution"]].votes.values()) <= 3 for row in rows)
