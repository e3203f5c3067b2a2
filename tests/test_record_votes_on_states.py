"""Votes that are said to be on a state, and votes in which nobody abstained; what is right stands beside the data."""

from __future__ import annotations

from datetime import date

import pytest

from tests.across import RIGHTS, Roll, World, imported
from tests.test_record_questions import symbols

GEORGIA = ("A/HRC/RES/52/41", "A/HRC/RES/55/42")
OTHERS = ("A/HRC/RES/53/43", "A/HRC/RES/54/44")
ON_IT = (
    "格鲁吉亚的表决结果", "格魯吉亞的表決結果", "关于格鲁吉亚的表决结果", "就格鲁吉亚的投票", "格鲁吉亚问题的投票结果",
    "التصويت على جورجيا", "نتيجة التصويت على جورجيا", "the result of the vote on Georgia", "le vote sur la Géorgie",
    "resultado de la votación sobre Georgia", "голосование по Грузии",
)  # fmt: skip
NOBODY = (
    "没人弃权的表决", "votes without abstentions", "des votes sans abstention", "голосования без воздержавшихся",
    "votaciones sin abstenciones", "Was there ever a vote with no abstentions?",
)  # fmt: skip


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The bot with two records on a state and two on nobody, in one of which nobody abstained."""
    cast = ("YYYNNAAAYYYNNAA", "YYYNNAAAYYYNNYY", "YYYNNNYNYYYNNYY", "YYYNNAYAYYYNNYY")
    days = (date(2023, 4, 4), date(2024, 4, 4), date(2023, 7, 13), date(2023, 10, 11))
    titles = ("Cooperation with Georgia", "Cooperation with Georgia", "Upkeep of lighthouses", "Care of orchards")
    rows = zip((*GEORGIA, *OTHERS), days, titles, cast, strict=True)
    rolls = [Roll(a, b, c, dict(zip(sorted(RIGHTS), votes, strict=True))) for a, b, c, votes in rows]
    return imported(tmp_path_factory.mktemp("georgia"), rolls)


@pytest.mark.parametrize("asked", ON_IT)
def test_the_votes_on_a_state(council: World, asked: str) -> None:
    assert set(symbols(council.told(asked))) == set(GEORGIA)


@pytest.mark.parametrize("asked", NOBODY)
def test_votes_in_which_nobody_abstained(council: World, asked: str) -> None:
    assert symbols(council.told(asked)) == [OTHERS[0]]
