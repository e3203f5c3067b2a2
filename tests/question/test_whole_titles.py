"""A description that is the whole title of a resolution but for stock words is that one, and no longer title that has
it as a part; over invented roll calls."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.across import Roll, World, imported

_DAY = date(2023, 12, 7)
_VOTES = {"FRA": "N", "CHN": "Y", "BRA": "A"}
WHOLE, PART, OTHERS = "A/RES/78/901", "A/RES/78/902", ("A/HRC/RES/54/931", "A/HRC/RES/57/932")
TITLES = {
    WHOLE: "The death penalty",
    PART: "Fair trials and legal aid, including juvenile justice, and the death penalty",
    "A/HRC/RES/54/933": "Fair trials and legal aid, including juvenile justice, and the question of the death penalty",
    OTHERS[0]: "Question of the death penalty",
    "A/RES/78/904": "Human rights and the safety of journalists, and the right to food",
    "A/RES/78/905": "Libraries in rural areas",
}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The bot with these roll calls alone."""
    folder: Path = tmp_path_factory.mktemp("titles")
    return imported(folder, [Roll(symbol, _DAY, title, dict(_VOTES)) for symbol, title in TITLES.items()])


ASSEMBLY = (
    "联大死刑那个决议 法国投了什么",
    "聯大死刑那個決議 法國投了什麼",
    "How did France vote on the death penalty resolution in the General Assembly?",
    "Comment la France a-t-elle voté sur la résolution sur la peine de mort à l'Assemblée générale ?",
    "¿Cómo votó Francia en la resolución sobre la pena de muerte en la Asamblea General?",
    "Кто был против резолюции о смертной казни в Генассамблее?",
    "كيف صوتت فرنسا على قرار عقوبة الإعدام في الجمعية العامة؟",
)


@pytest.mark.parametrize("message", ASSEMBLY)
def test_the_whole_title_goes_before_one_that_has_it_as_a_part(here: World, message: str) -> None:
    reply = here.told(message)
    assert (reply["resolution"], reply["votes"]) == (WHOLE, {"FRA": "no"})


def test_stock_words_are_no_part_of_what_it_is_on(here: World) -> None:
    assert here.told("人权理事会死刑问题那个决议 法国投了什么")["resolution"] == OTHERS[0]


MORE = ("法律援助和死刑那个联大决议谁反对", "who opposed the legal aid and executions text?")


@pytest.mark.parametrize("message", MORE)
def test_what_says_more_is_not_the_shorter_title_alone(here: World, message: str) -> None:
    reply = here.told(message)
    assert reply["resolution"] != WHOLE or PART in reply["text"]


@pytest.mark.parametrize("message", ["死刑决议谁反对", "¿quién se opuso a la resolución sobre la pena de muerte?"])
def test_two_that_have_it_as_their_title_are_asked_back(here: World, message: str) -> None:
    reply = here.told(message)
    assert reply["kind"] == "clarify"
    assert all(x in reply["text"] for x in (WHOLE, OTHERS[0]))
    assert PART not in reply["text"]
