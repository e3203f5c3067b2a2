"""The one that is meant, with the word for it in the middle of what it is on or behind it, 马里那个渔业决议; and who
changed in one that is described; over invented roll calls."""

from __future__ import annotations

from datetime import date

import pytest

from tests.across import Roll, World, imported

FIRST, LATER, OF_ASSEMBLY, TREATY, MISSION, EMBARGO = (
    "A/HRC/RES/52/951", "A/HRC/RES/58/952", "A/RES/78/953", "A/RES/78/954", "S/RES/3101(2023)", "S/RES/3102(2023)",
)  # fmt: skip
MADE = (
    Roll(FIRST, date(2023, 4, 4), "Situation of human rights in Belarus", {"CUB": "N", "MEX": "A", "FRA": "Y"}),
    Roll(LATER, date(2025, 4, 4), "Situation of human rights in Belarus", {"CUB": "N", "MEX": "Y", "FRA": "Y"}),
    Roll(OF_ASSEMBLY, date(2023, 12, 5), "Rural libraries and schools", {"CUB": "Y", "MEX": "Y", "FRA": "Y"}),
    Roll(TREATY, date(2023, 12, 4), "The Arms Trade Treaty", {"CUB": "A", "MEX": "Y", "FRA": "Y"}),
    Roll(MISSION, date(2023, 5, 4), "Deployment of a police mission in Mali for one year", {"CHN": "A", "FRA": "Y"}),
    Roll(EMBARGO, date(2023, 6, 4), "Renewal of the arms embargo against Libya", {"CHN": "Y", "FRA": "Y"}),
)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The bot with these roll calls alone."""
    return imported(tmp_path_factory.mktemp("that_one"), MADE)


POLICE = ("马里那个警察特派团安理会决议", "馬里那個警察特派團安理會決議", "那个马里警察特派团的决议")


@pytest.mark.parametrize("message", POLICE)
def test_a_state_and_what_else_it_is_on_are_one_description(here: World, message: str) -> None:
    assert here.told(message)["resolution"] == MISSION
    assert here.told(message, "谁弃权了")["votes"] == {"CHN": "abstain"}


def test_a_state_that_no_such_resolution_is_on_is_no_voter_on_another(here: World) -> None:
    assert here.told("索马里那个武器禁运决议")["kind"] not in ("vote", "roll")


ARMS = ("联大武器贸易条约那个2023年的", "武器贸易条约 联大 2023", "聯大武器貿易條約那個2023年的")


@pytest.mark.parametrize("message", ARMS)
def test_a_word_within_a_name_asks_for_no_paragraph(here: World, message: str) -> None:
    assert TREATY in here.told(message)["text"]
    reply = here.told(message, "古巴投什么")
    assert (reply["resolution"], reply["votes"]) == (TREATY, {"CUB": "abstain"})


CHANGED = (
    "2025年白俄罗斯决议哪些国家改票了",
    "2025年白俄羅斯決議哪些國家改票了",
    "which countries changed their vote in the 2025 resolution on Belarus?",
    "quels pays ont changé leur vote sur la résolution de 2025 sur le Bélarus ?",
    "¿qué países cambiaron su voto en la resolución de 2025 sobre Belarús?",
    "أي الدول غيّرت تصويتها على قرار بيلاروس لعام 2025؟",
)


@pytest.mark.parametrize("message", CHANGED)
@pytest.mark.parametrize("before", [(), (f"{FIRST}",), (f"{TREATY}",)], ids=["nothing", "the same", "another"])
def test_who_changed_is_asked_since_the_one_before(here: World, before: tuple[str, ...], message: str) -> None:
    text = here.told(*before, message)["text"]
    assert FIRST in text and LATER in text
    states = here.speaker.library.names.states
    assert any(name in text for name in (states["MEX"].en, states["MEX"].zh, *states["MEX"].names.values()))
    assert not any(name in text for name in (states["CUB"].en, states["CUB"].zh, *states["CUB"].names.values()))
