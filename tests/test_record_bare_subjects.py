"""A subject and nothing else, one that is misspelt, and votes on a subject of which one record alone has them, over
invented records."""

from __future__ import annotations

from datetime import date

import pytest

from tests.across import COUNCIL, RIGHTS, Roll, World, imported
from tests.test_record_questions import symbols

MIXED = dict(zip(sorted(RIGHTS), "NYYYYNNNNNYYYAA", strict=True))
HIRED = ("A/HRC/RES/52/5", "A/HRC/RES/57/8")
PENALTY = ("A/HRC/RES/54/35", "A/HRC/RES/60/17")
ON_KENYA, BY_COUNCIL = "A/HRC/RES/52/9", "S/RES/2690(2023)"


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The bot with these records."""
    rolls = [
        Roll(HIRED[0], date(2023, 4, 1), "Use of mercenaries as a means of violating rights", MIXED),
        Roll(HIRED[1], date(2024, 10, 9), "Use of mercenaries as a means of violating rights", MIXED),
        Roll(PENALTY[0], date(2023, 10, 13), "Question of the death penalty", MIXED),
        Roll(PENALTY[1], date(2025, 10, 7), "Question of the death penalty", MIXED),
        Roll(ON_KENYA, date(2023, 4, 3), "Advancing human rights in Kenya", MIXED),
        Roll(BY_COUNCIL, date(2023, 5, 30), "Renewal of the mission in Kenya", dict.fromkeys(COUNCIL, "Y")),
    ]
    return imported(tmp_path_factory.mktemp("subjects"), rolls)


@pytest.mark.parametrize(
    ("message", "meant"),
    [
        ("mercenaries", HIRED), ("雇佣军", HIRED), ("mercenarios", HIRED),
        ("death penalty", PENALTY), ("死刑", PENALTY),
        ("peine de mort", PENALTY), ("смертная казнь", PENALTY), ("Kenya", (ON_KENYA, BY_COUNCIL)),
        ("肯尼亚", (ON_KENYA, BY_COUNCIL)), ("Kenya Kenya resolutions", (ON_KENYA, BY_COUNCIL)),
    ],
)  # fmt: skip
def test_a_subject_alone_lists_the_resolutions_on_it(few: World, message: str, meant: tuple[str, ...]) -> None:
    assert set(symbols(few.told(message))) == set(meant)


@pytest.mark.parametrize(
    ("message", "meant"),
    [
        ("merceneries", HIRED), ("resolutions on mercenareis", HIRED), ("死型", PENALTY),
        ("how many resolutions on mercenairies are there?", HIRED),
    ],
)  # fmt: skip
def test_a_misspelt_subject_is_found(few: World, message: str, meant: tuple[str, ...]) -> None:
    assert set(symbols(few.told(message))) == set(meant)


def test_how_a_misspelt_subject_was_read_is_said(few: World) -> None:
    found, read_as = few.told("死型")["answers"]
    assert set(symbols(found)) == set(PENALTY)
    assert "死型" in read_as["text"]
    assert "死刑" in read_as["text"]


@pytest.mark.parametrize("message", ["resolutions on unicorns", "hello there", "resolutions on merchants"])
def test_no_other_word_is_taken_for_one(few: World, message: str) -> None:
    assert not few.told(message)["answers"]


@pytest.mark.parametrize(
    ("message", "votes"),
    [
        ("how did Germany vote on Kenya in 2023?", {"DEU": "no"}),
        ("德国在2023年肯尼亚那份决议上怎么投的", {"DEU": "no"}),
        ("comment l'Allemagne a-t-elle voté sur le Kenya en 2023 ?", {"DEU": "no"}),
        ("¿cómo votó Alemania sobre Kenia en 2023?", {"DEU": "no"}),
        ("как голосовала Германия по Кении в 2023 году?", {"DEU": "no"}),
    ],
)  # fmt: skip
def test_a_state_in_one_record_alone_is_asked_about_there(few: World, message: str, votes: dict[str, str]) -> None:
    reply = few.told(message)
    assert (reply["resolution"], reply["votes"]) == (ON_KENYA, votes)


@pytest.mark.parametrize("message", ["2023年肯尼亚的决议都有谁反对", "who voted against the 2023 Kenya resolution?"])
def test_nobody_voted_so_on_the_others(few: World, message: str) -> None:
    reply = few.told(message)
    against = next(r.who("no") for r in few.known if r.symbol == ON_KENYA)
    assert (reply["resolution"], set(reply["votes"])) == (ON_KENYA, against)


@pytest.mark.parametrize("message", ["how did China vote on the 2023 Kenya resolution?", "2023年肯尼亚决议谁赞成"])
def test_where_several_have_it_that_is_asked_back(few: World, message: str) -> None:
    assert few.told(message)["kind"] == "clarify"
