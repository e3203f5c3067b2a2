"""Who votes alike, who did so most, the head of a list, over the data of tests/across.py, counted in plain Python."""

from __future__ import annotations

import pytest

from tests.across import STATES, World, agreement, counted

ALIKE = (
    ("中国和美国{y}年一致吗", "CHN", "USA"),
    ("中國跟俄羅斯投得一樣嗎，{y}年", "CHN", "RUS"),
    ("does Germany vote with France?", "DEU", "FRA"),
    ("do Brazil and Mexico vote the same in {y}?", "BRA", "MEX"),
    ("¿India y Kenia votan igual?", "IND", "KEN"),
    ("l'Italie et la Pologne votent-elles pareil ?", "ITA", "POL"),
)


@pytest.mark.parametrize(("asked", "one", "other"), ALIKE, ids=[row[0] for row in ALIKE])
def test_with_no_resolution_in_view_two_are_compared_over_all(world: World, asked: str, one: str, other: str) -> None:
    known = [r for r in world.known if "{y}" not in asked or r.day.year == 2021]
    same, of = agreement(known, one, other)
    reply = world.told(asked.format(y=2021))
    assert (reply["agreement"]["same"], reply["agreement"]["of"]) == (same, of)


LIKE = (
    "谁跟法国投得一样", "who votes like France?", "who agreed most with France?", "qui vote comme la France ?",
    "¿quién vota como Francia?",
)  # fmt: skip


ON_ANYTHING = (("Did Cuba vote against anything in 2021?", "no"), ("¿Cuba votó en contra de algo en 2021?", "no"))


@pytest.mark.parametrize(("asked", "vote"), ON_ANYTHING, ids=[row[0] for row in ON_ANYTHING])
def test_whether_a_state_voted_so_on_anything(world: World, asked: str, vote: str) -> None:
    count = counted([r for r in world.known if r.day.year == 2021], "CUB", vote)
    assert world.told(asked)["verdict"] == ("yes" if count else "no")


@pytest.mark.parametrize("asked", LIKE)
def test_with_no_resolution_in_view_those_most_like_one_are_sought(world: World, asked: str) -> None:
    rows = world.told(asked)["table"]
    shares = [row["count"] / row["of"] for row in rows]
    assert shares == sorted(shares, reverse=True)
    assert all((row["count"], row["of"]) == agreement(world.known, "FRA", row["state"]) for row in rows)


TOGETHER = (
    ("谁和中国一起弃权最多", "CHN", "abstain"),
    ("谁常和美国一起反对", "USA", "no"),
    ("who abstains with China most?", "CHN", "abstain"),
)


@pytest.mark.parametrize(("asked", "code", "vote"), TOGETHER, ids=[row[0] for row in TOGETHER])
def test_who_cast_a_vote_together_with_a_state(world: World, asked: str, code: str, vote: str) -> None:
    where = [r for r in world.known if r.votes.get(code) == vote]
    rows = world.told(asked)["table"]
    assert rows
    assert code not in {row["state"] for row in rows}
    assert all(row["count"] == counted(where, row["state"], vote) for row in rows)


MOST = (
    ("2021年中国投了几次反对", "谁最多"),
    ("how often did China vote against in 2021?", "who did most?"),
)


@pytest.mark.parametrize(("first", "then"), MOST, ids=[row[1] for row in MOST])
def test_who_did_so_most_is_of_the_same_resolutions(world: World, first: str, then: str) -> None:
    rows = world.told(first, then)["table"]
    most = max(counted(world.known, code, "no", year=2021) for code in STATES)
    assert rows[0]["count"] == most


HEADS = (
    ("2021年中国反对了哪些", "前三个"),
    ("2021年谁反对最多", "前五名"),
    ("2021年誰反對最多", "第二名呢"),
    ("who abstained most in 2021?", "top 3"),
    ("which resolutions did China oppose in 2021?", "the first three"),
    ("quelles résolutions y a-t-il en 2021 ?", "les trois premières"),
    ("¿qué resoluciones hay de 2021?", "las tres primeras"),
    ("какие есть резолюции за 2021 год?", "первые три"),
)


@pytest.mark.parametrize(("first", "then"), HEADS, ids=[row[1] for row in HEADS])
def test_the_head_of_a_list_is_that_of_the_list(world: World, first: str, then: str) -> None:
    reply, again = world.told(first), world.told(first, then)
    assert (again["kind"], again["table"]) == (reply["kind"], reply["table"])


NOTHING = ("最少的", "how often?", "谁的最多", "not that one, the other one", "no, I meant that one", "le moins ?")


@pytest.mark.parametrize("said", NOTHING)
def test_what_no_text_could_be_about_is_asked_back(world: World, said: str) -> None:
    assert world.told(said)["kind"] == "clarify"


MORE_LIKE = (
    ("2021年法国和俄罗斯谁跟中国更一致", "CHN", ("FRA", "RUS")),
    ("谁和德国投票更一致，印度还是巴西", "DEU", ("IND", "BRA")),
    ("who votes more like the United States, Mexico or Japan?", "USA", ("MEX", "JPN")),
)


@pytest.mark.parametrize(("asked", "one", "of"), MORE_LIKE, ids=[row[0] for row in MORE_LIKE])
def test_which_of_two_is_more_like_a_third(world: World, asked: str, one: str, of: tuple[str, str]) -> None:
    known = [r for r in world.known if "2021" not in asked or r.day.year == 2021]
    rows = world.told(asked)["table"]
    assert {row["state"]: (row["count"], row["of"]) for row in rows} == {x: agreement(known, one, x) for x in of}
    shares = [row["count"] / row["of"] for row in rows]
    assert shares == sorted(shares, reverse=True)
