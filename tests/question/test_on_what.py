"""Subjects of resolutions in six languages, over English titles: in a question, and alone, as on a phone.

The titles are those of resolutions of the United Nations; who voted how on them is made up.
"""

from __future__ import annotations

import json

import pytest

from bot.faces.json import line
from bot.language.cues import Cue
from bot.question.examine import examine
from bot.talk import Speaker, Talk
from tests.question.test_described import imported

RECORD = (
    ("A/HRC/RES/46/8", "2021-03-23", "Effects of foreign debt on the full enjoyment of all human rights", "DEU"),
    ("A/HRC/RES/58/12", "2025-04-03", "Effects of foreign debt on the full enjoyment of all human rights", "JPN"),
    ("A/HRC/RES/54/18", "2023-10-12", "The right to development", "GBR"),
    ("A/HRC/RES/60/9", "2025-10-06", "The right to development", "DEU"),
    ("A/HRC/RES/55/7", "2024-04-03", "The negative impact of unilateral coercive measures on human rights", "FRA"),
    ("A/HRC/RES/52/13", "2023-04-03", "The negative impact of unilateral coercive measures on human rights", "FRA"),
    ("A/HRC/RES/51/13", "2022-10-06", "Use of mercenaries as a means of violating human rights", "USA"),
    ("A/HRC/RES/54/34", "2023-10-13", "Situation of human rights in the Russian Federation", "RUS"),
    ("A/HRC/RES/60/21", "2025-10-07", "Situation of human rights in the Russian Federation", "CUB"),
    ("A/HRC/49/L.60", "2022-04-01", "Rights of the child: the right to family reunification : amendment", "RUS"),
    ("A/HRC/46/L.40", "2021-03-23", "Rights of the child and inclusive social protection : amendment", "RUS"),
    ("A/HRC/RES/60/17", "2025-10-07", "Question of the death penalty", "CHN"),
    ("A/HRC/60/L.30", "2025-10-07", "Question of the death penalty : amendment", "FRA"),
    ("A/RES/78/21", "2023-12-04", "Promotion of multilateralism in the area of disarmament", "USA"),
    ("S/RES/2728(2024)", "2024-03-25", "Resolution 2728 (2024) [on ceasefire in the Gaza Strip]", "BRA"),
    ("A/HRC/RES/57/36", "2024-10-11", "Situation of human rights in the Bolivarian Republic of Venezuela", "CUB"),
    ("A/HRC/51/L.45", "2022-10-07",
     "Situation of human rights in the Bolivarian Republic of Venezuela : amendment", "FRA"),
)  # fmt: skip
"""Symbol, day, title, and who alone was against it."""


@pytest.fixture(scope="module")
def speaker(tmp_path_factory: pytest.TempPathFactory) -> Speaker:
    return imported(tmp_path_factory.mktemp("on_what"), RECORD)


def on(*words: str, year: str = "") -> set[str]:
    """Of the titles with these words, those of a year."""
    return {symbol for symbol, day, title, _ in RECORD if all(w in title for w in words) and day.startswith(year)}


def listed(speaker: Speaker, message: str) -> set[str]:
    """The symbols of the table of a reply."""
    return {row["resolution"] for row in json.loads(line(speaker.next(message, Talk())[0])).get("table", ())}


ASKED = (
    ("关于外债的决议有哪些", "foreign debt"),
    ("resoluciones sobre la deuda externa", "foreign debt"),
    ("résolutions sur la dette extérieure", "foreign debt"),
    ("резолюции о внешнем долге", "foreign debt"),
    ("قرارات عن الديون الخارجية", "foreign debt"),
    ("关于儿童权利的决议有哪些", "Rights of the child"),
    ("resoluciones sobre los derechos del niño", "Rights of the child"),
    ("резолюции о правах ребенка", "Rights of the child"),
    ("قرارات عن حقوق الطفل", "Rights of the child"),
    ("关于单边强制措施的决议有哪些", "coercive"),
    ("résolutions sur les mesures coercitives unilatérales", "coercive"),
    ("резолюции об односторонних принудительных мерах", "coercive"),
    ("resoluciones sobre medidas coercitivas unilaterales", "coercive"),
    ("關於雇傭軍的決議有哪些", "mercenaries"),
    ("резолюции о наемниках", "mercenaries"),
    ("resoluciones sobre desarme", "disarmament"),
    ("关于裁军的决议有哪些", "disarmament"),
    ("резолюции по разоружению", "disarmament"),
    ("قرارات عن نزع السلاح", "disarmament"),
)


@pytest.mark.parametrize(("message", "title"), ASKED, ids=[row[0] for row in ASKED])
def test_a_subject_in_any_language_finds_english_titles(speaker: Speaker, message: str, title: str) -> None:
    assert listed(speaker, message) == on(title)


ALONE = (
    ("外债", ("foreign debt",), ""),
    ("foreign debt", ("foreign debt",), ""),
    ("deuda externa", ("foreign debt",), ""),
    ("dette extérieure 2025", ("foreign debt",), "2025"),
    ("внешний долг", ("foreign debt",), ""),
    ("الديون الخارجية", ("foreign debt",), ""),
    ("发展权 2025", ("right to development",), "2025"),
    ("right to development 2023", ("right to development",), "2023"),
    ("加沙停火", ("Gaza",), ""),
    ("俄羅斯人權 2025", ("Russian Federation",), "2025"),
    ("Russia human rights 2023", ("Russian Federation",), "2023"),
    ("委内瑞拉人权修正案", ("Venezuela", "amendment"), ""),
)


@pytest.mark.parametrize(("message", "words", "year"), ALONE, ids=[row[0] for row in ALONE])
def test_a_subject_alone_asks_which_resolutions_are_on_it(
    speaker: Speaker, message: str, words: tuple[str, ...], year: str
) -> None:
    assert listed(speaker, message) == on(*words, year=year)


def test_resolutions_go_before_drafts_and_amendments(speaker: Speaker) -> None:
    assert listed(speaker, "death penalty") == {"A/HRC/RES/60/17"}


IN_SPANISH = ("resoluciones sobre desarme", "deuda externa", "pena de muerte", "resoluciones sobre terrorismo")


@pytest.mark.parametrize("message", IN_SPANISH)
def test_it_is_answered_in_the_language_of_its_words(speaker: Speaker, message: str) -> None:
    assert "resolu" in (text := speaker.next(message, Talk())[0].text.casefold())
    assert "resoluci" in text


OF_AMENDMENTS = (
    ("关于委内瑞拉的修正案有几个", ("Venezuela", "amendment")),
    ("how many amendments on Venezuela?", ("Venezuela", "amendment")),
    ("قرارات عن فنزويلا", ("Venezuela",)),
)


@pytest.mark.parametrize(("message", "words"), OF_AMENDMENTS, ids=[row[0] for row in OF_AMENDMENTS])
def test_the_state_that_they_are_on_is_no_voter(speaker: Speaker, message: str, words: tuple[str, ...]) -> None:
    assert listed(speaker, message) == (on(*words) if "amendment" in words else on(*words) - on("amendment"))


def test_how_a_state_voted_on_amendments_on_another(speaker: Speaker) -> None:
    rows = json.loads(line(speaker.next("法国对委内瑞拉修正案投了几次反对", Talk())[0]))["table"]
    assert [row["resolution"] for row in rows] == ["A/HRC/51/L.45"]


ALWAYS = ("谁一直反对死刑", "who always votes against the death penalty?")


@pytest.mark.parametrize("message", ALWAYS)
def test_who_always_voted_so_on_a_subject_did_on_its_resolutions(speaker: Speaker, message: str) -> None:
    # China alone opposed the resolution, France alone the amendment.
    text = speaker.next(message, Talk())[0].text
    assert "中国" in text or "China" in text
    assert "法国" not in text
    assert "France" not in text


WORDS_WITHIN = (("谁在文化多样性上反对", False), ("谁反对票多", True), ("谁投反对票次数多", True))


@pytest.mark.parametrize(("message", "most"), WORDS_WITHIN, ids=[row[0] for row in WORDS_WITHIN])
def test_a_most_ends_within_no_other_word(speaker: Speaker, message: str, most: bool) -> None:
    assert examine(message, speaker.library).has(Cue.MOST) is most


SEVERAL = (
    ("how did Cuba vote on Russia and Venezuela?", ("Russian", "Venezuela")),
    ("how did Japan and France vote on Venezuela and on Russia?", ("Venezuela", "Russian")),
    ("comment la France a-t-elle voté sur la Russie et le Venezuela ?", ("Russian", "Venezuela")),
    ("¿cómo votó Japón sobre Venezuela y Rusia?", ("Venezuela", "Russian")),
    ("как голосовала Куба по России и Венесуэле?", ("Russian", "Venezuela")),
    ("on which votes on Russia did Japan vote yes, and on which on Venezuela?", ("Russian", "Venezuela")),
)


@pytest.mark.parametrize(("message", "titles"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_on_several_states_it_is_told_of_each(speaker: Speaker, message: str, titles: tuple[str, ...]) -> None:
    answers = json.loads(line(speaker.next(message, Talk())[0]))["answers"]
    found = [{row["resolution"] for row in each["table"]} for each in answers]
    assert found == [on(title) for title in titles]


THEN = (("amendments in 2025", "and resolutions?"), ("2025年的修正案", "那决议呢"))


@pytest.mark.parametrize(("first", "then"), THEN, ids=[row[1] for row in THEN])
def test_resolutions_after_amendments_are_those_of_the_same_time(speaker: Speaker, first: str, then: str) -> None:
    _, talk = speaker.next(first, Talk())
    table = json.loads(line(speaker.next(then, talk)[0]))["table"]
    assert {row["resolution"] for row in table} == on(year="2025") - on("amendment", year="2025")
