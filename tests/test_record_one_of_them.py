"""One picked out of what a state voted on, and two on which it was asked about one by one; over invented roll calls."""

from __future__ import annotations

from datetime import date

import pytest

from tests.across import Roll, World, imported

EARLIER, LATER, SPECIAL, OTHER = "A/HRC/RES/52/961", "A/HRC/RES/58/962", "A/HRC/RES/S-41/1", "A/HRC/RES/58/963"
TITLE = "Situation of human rights in Nicaragua"
MADE = (
    Roll(EARLIER, date(2023, 4, 4), TITLE, {"CHN": "N", "MEX": "A", "FRA": "Y"}),
    Roll(LATER, date(2025, 4, 4), TITLE, {"CHN": "N", "MEX": "Y", "FRA": "Y"}),
    Roll(SPECIAL, date(2024, 9, 4), f"The deteriorating {TITLE[0].lower()}{TITLE[1:]}", {"CHN": "A", "FRA": "Y"}),
    Roll("S/RES/3201(2023)", date(2023, 5, 3), "Deployment of a police mission in Mali for one year", {"CHN": "A"}),
    Roll("A/HRC/RES/49/964", date(2022, 4, 1), "Situation of human rights in Mali", {"CHN": "A", "FRA": "Y"}),
    Roll(OTHER, date(2025, 4, 3), "Rural libraries and schools", {"CHN": "Y", "MEX": "Y", "FRA": "Y"}),
)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The bot with these roll calls alone."""
    return imported(tmp_path_factory.mktemp("one_of_them"), MADE)


PICKED = (
    ("墨西哥在尼加拉瓜问题上怎么投的", "2023年那份"),
    ("墨西哥在尼加拉瓜問題上怎麼投的", "2023年那份呢"),
    ("How did Mexico vote on Nicaragua?", "the 2023 one"),
    ("Comment le Mexique a-t-il voté sur le Nicaragua ?", "celle de 2023"),
    ("¿Cómo votó México sobre Nicaragua?", "la de 2023"),
    ("Как Мексика голосовала по Никарагуа?", "резолюция 2023 года"),
    ("كيف صوتت المكسيك على نيكاراغوا؟", "قرار 2023"),
)


@pytest.mark.parametrize(("first", "then"), PICKED, ids=[b for _, b in PICKED])
def test_the_one_that_is_picked_is_asked_of_the_same_state(here: World, first: str, then: str) -> None:
    reply = here.told(first, then)
    assert (reply["resolution"], reply["votes"]) == (EARLIER, {"MEX": "abstain"})


def test_the_one_of_a_special_session_is_picked_likewise(here: World) -> None:
    reply = here.told("How did China vote on Nicaragua?", "the 2024 special session one")
    assert (reply["resolution"], reply["votes"]) == (SPECIAL, {"CHN": "abstain"})


@pytest.mark.parametrize("then", ["sponsors of the 2023 one?", "why the 2023 one?", "full text of the 2023 one"])
def test_what_else_is_asked_of_it_is_no_vote(here: World, then: str) -> None:
    assert here.told("How did Mexico vote on Nicaragua?", then)["kind"] != "vote"


BOTH = (
    ("{0}中国怎么投的", "{1}呢", "两份投得一样吗"),
    ("how did China vote on {0}", "and {1}?", "so the same vote on both?"),
    ("how did China vote on {0}", "and {1}?", "did it vote the same on both?"),
    ("comment la Chine a-t-elle voté sur {0} ?", "et {1} ?", "le même vote sur les deux ?"),
    ("¿cómo votó China en {0}?", "¿y en {1}?", "¿lo mismo en las dos?"),
    ("как Китай голосовал по {0}", "а по {1}?", "одинаково по обеим?"),
)


@pytest.mark.parametrize("turns", BOTH, ids=[row[2] for row in BOTH])
@pytest.mark.parametrize(("two", "verdict"), [((EARLIER, LATER), "yes"), ((EARLIER, OTHER), "no")], ids=["yes", "no"])
def test_the_same_on_both_is_asked_of_the_state_and_the_two(
    here: World, two: tuple[str, str], verdict: str, turns: tuple[str, ...]
) -> None:
    reply = here.told(*(turn.format(*two) for turn in turns))
    assert reply["verdict"] == verdict
    assert all(symbol in reply["text"] for symbol in two)


def test_both_are_the_states_where_two_were_asked_about_on_one(here: World) -> None:
    reply = here.told(f"how did China vote on {EARLIER}", "and France?", "so the same vote on both?")
    assert reply["votes"] == {"CHN": "no", "FRA": "yes"}


HRC = ("which resolutions at HRC58 had nobody against?", "which votes at HRC 58 had no votes against?")


@pytest.mark.parametrize("message", HRC)
def test_the_number_of_a_session_counts_no_votes(here: World, message: str) -> None:
    text = here.told(message)["text"]
    assert OTHER in text
    assert not any(symbol in text for symbol in (EARLIER, LATER, SPECIAL))


TOPICS = (
    ("理事会关于马里的决议有哪些", "{0}的那个呢"),
    ("理事會關於馬里的決議有哪些", "{0}的呢"),
    ("which resolutions of the Council are on Mali?", "and {1}?"),
    ("quelles résolutions du Conseil portent sur le Mali ?", "et {1} ?"),
)


@pytest.mark.parametrize(("first", "then"), TOPICS, ids=[a for a, _ in TOPICS])
def test_another_subject_is_asked_of_the_council_that_is_still_open(here: World, first: str, then: str) -> None:
    assert here.told(first)["kind"] == "clarify"
    assert here.told(first, then.format("尼加拉瓜", "Nicaragua"))["kind"] == "clarify"
    none = here.told(first, then.format("老挝", "Laos"))
    assert none["kind"] in ("none", "documents")
    assert not any(symbol in none["text"] for symbol in (EARLIER, LATER, SPECIAL, OTHER))
