"""Questions of all resolutions as they are put in other words: exactly equal, supported by one but not by another, each
its vote and no word for resolutions; over the data of tests/across.py, counted in plain Python."""

from __future__ import annotations

import pytest

from tests.across import World
from tests.test_record_questions import symbols

TIED = (
    "正好相等的表决",
    "有没有赞成和反对正好相等的表决",
    "赞成票和反對票剛好相等的表決",
    "any tied votes?",
    "votes that were exactly equal",
    "¿hubo algún empate?",
    "y a-t-il eu égalité des voix ?",
    "были ли голосования с равным числом голосов?",
    "هل كان هناك تعادل في الأصوات؟",
)


@pytest.mark.parametrize("message", TIED)
def test_as_many_in_favour_as_against(world: World, message: str) -> None:
    assert set(symbols(world.told(message))) == {r.symbol for r in world.known if len(r.who("yes")) == len(r.who("no"))}


NOT_THE_OTHER = (
    "resolutions supported by Brazil but not by India",
    "resolutions supported by Brazil and not by India",
    "resolutions supported by Brazil but not India",
    "巴西赞成而印度不赞成的决议",
    "resoluciones apoyadas por Brasil pero no por India",
    "résolutions soutenues par le Brésil mais pas par l'Inde",
    "резолюции, поддержанные Бразилией, но не Индией",
    "قرارات أيدتها البرازيل ولم تؤيدها الهند",
)


@pytest.mark.parametrize("message", NOT_THE_OTHER)
def test_supported_by_one_and_not_by_another(world: World, message: str) -> None:
    # Amendments and drafts are no resolutions.
    others = [r for r in world.known if r.votes.get("IND") in ("no", "abstain") and "/L." not in r.symbol]
    expected = {r.symbol for r in others if r.votes.get("BRA") == "yes"}
    assert set(symbols(world.told(message))) == expected


EACH = (("印度赞成法国反对的", "IND", "FRA"), ("巴西赞成日本反对的", "BRA", "JPN"))


@pytest.mark.parametrize(("message", "one", "other"), EACH, ids=[row[0] for row in EACH])
def test_each_its_vote_without_a_word_for_resolutions(world: World, message: str, one: str, other: str) -> None:
    expected = {r.symbol for r in world.known if r.votes.get(one) == "yes" and r.votes.get(other) == "no"}
    assert set(symbols(world.told(message))) == expected
