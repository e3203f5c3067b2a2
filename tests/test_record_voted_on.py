"""What it is asked on how votes were cast where no word for a resolution stands beside it: who abstained on Eritrea,
and on chess?; and what is said where none here is on that. Who voted how is made up, and counted in plain Python."""

from __future__ import annotations

import random
import shutil
from datetime import date

import pytest

from bot.corpus.loading import load
from bot.talk import Speaker
from tests.across import STATES, Roll, World, imported
from tests.many import CONTENT, COPIED

ERITREA, DEATH = "Situation of human rights in Eritrea", "Question of the death penalty"
RECORD = (
    ("A/HRC/RES/47/2", date(2021, 7, 12), ERITREA),
    ("A/HRC/RES/50/2", date(2022, 7, 7), ERITREA),
    ("A/HRC/RES/52/6", date(2023, 4, 3), "Situation of human rights in Belarus"),
    ("A/HRC/RES/48/9", date(2021, 10, 8), DEATH),
    ("A/HRC/RES/54/35", date(2023, 10, 13), DEATH),
    *((f"A/HRC/RES/58/{at}", date(2025, 4, at), f"Protection of lighthouses in region {at}") for at in range(1, 8)),
)
"""Those adopted last are on neither."""


@pytest.fixture(scope="module")
def voted(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The bot with votes on states and on others, and beside these one resolution with a text, which names none."""
    dice = random.Random(5)
    made = [Roll(symbol, day, title, {code: dice.choice("YNA") for code in STATES}) for symbol, day, title in RECORD]
    folder = tmp_path_factory.mktemp("voted")
    known = imported(folder, made).known
    for name in COPIED:
        shutil.copy(CONTENT / name, folder / "content" / name)
    return World(Speaker(load(folder / "content")), known)


def on(world: World, title: str) -> set[str]:
    return {r.symbol for r in world.known if r.title == title}


def shown(world: World, *turns: str) -> set[str]:
    """Of which resolutions the reply to the last message of a conversation speaks."""
    text = world.told(*turns)["text"]
    return {r.symbol for r in world.known if any(f"{r.symbol}{behind}" in text for behind in (",", "，", "\u2069"))}


WHO_ON_TWO = (
    "who abstained on Eritrea?", "who voted no on Eritrea", "who voted no on the Eritrea resolution",
    "谁在厄立特里亚问题上投了反对票", "谁对厄立特里亚弃权", "qui s'est abstenu sur l'Érythrée ?",
    "¿quién se abstuvo sobre Eritrea?", "кто воздержался по Эритрее?", "من امتنع بشأن إريتريا؟",
)  # fmt: skip


@pytest.mark.parametrize("asked", WHO_ON_TWO)
def test_who_voted_so_on_a_state_is_asked_of_the_resolutions_on_it(voted: World, asked: str) -> None:
    assert voted.told(asked)["kind"] == "clarify"
    assert shown(voted, asked) == on(voted, ERITREA)


WHO_ON_ONE = (
    ("who abstained on Belarus?", "abstain"), ("who voted no on Belarus", "no"), ("谁在白俄罗斯问题上弃权", "abstain"),
    ("qui a voté contre sur le Bélarus ?", "no"), ("кто воздержался по Беларуси?", "abstain"),
)  # fmt: skip


@pytest.mark.parametrize(("asked", "vote"), WHO_ON_ONE)
@pytest.mark.parametrize("before", [(), ("who voted against 56/4?",)])
def test_who_voted_so_on_the_only_one(voted: World, before: tuple[str, ...], asked: str, vote: str) -> None:
    reply = voted.told(*before, asked)
    belarus = next(r for r in voted.known if "Belarus" in r.title)
    assert (reply["resolution"], set(reply["votes"])) == (belarus.symbol, belarus.who(vote))


AND_ON = (
    ("how did China vote on 56/4?", "and on Belarus?"),
    ("Comment la Chine a-t-elle voté sur 56/4 ?", "et sur le Bélarus ?"),
    ("¿Cómo votó China en 56/4?", "¿y sobre Belarús?"),
    ("Как Китай голосовал по 56/4?", "а по Беларуси?"),
    ("中国对56/4怎么投的", "那对白俄罗斯呢"),
    ("中国对56/4怎么投的", "那白俄罗斯问题呢"),
)


@pytest.mark.parametrize("turns", AND_ON, ids=[row[1] for row in AND_ON])
def test_on_another_state_after_a_vote_on_a_text_is_asked_of_that_one(voted: World, turns: tuple[str, str]) -> None:
    """And not how that state voted on the one in view."""
    reply = voted.told(*turns)
    belarus = next(r for r in voted.known if "Belarus" in r.title)
    assert (reply["resolution"], reply["votes"]) == (belarus.symbol, {"CHN": belarus.votes["CHN"]})


ON_A_SUBJECT = (
    ("how did Cuba vote on 56/4?", "and on the death penalty?"),
    ("古巴对56/4怎么投的", "那死刑呢"),
    ("¿Cómo votó Cuba en 56/4?", "¿y sobre la pena de muerte?"),
    ("Comment Cuba a-t-elle voté sur 56/4 ?", "et sur la peine de mort ?"),
)


@pytest.mark.parametrize("turns", ON_A_SUBJECT, ids=[row[1] for row in ON_A_SUBJECT])
def test_on_what_the_text_in_view_says_nothing_of_is_asked_of_others(voted: World, turns: tuple[str, str]) -> None:
    assert shown(voted, *turns) == on(voted, DEATH)


def test_what_that_state_voted_itself_is_asked_without_a_word_for_on(voted: World) -> None:
    for turns in (("how did Cuba vote on 56/4?", "what about Japan?"), ("古巴对56/4怎么投的", "那日本呢")):
        assert voted.told(*turns)["votes"] == {"JPN": "no"}


NOT_HERE = (
    ("who abstained on chess?", "chess"), ("how did China vote on chess", "chess"), ("who abstained on Chad?", "Chad"),
    ("谁在乍得问题上弃权", "乍得"), ("¿quién se abstuvo sobre los pingüinos?", "pinguinos"),
    ("qui s'est abstenu sur les pingouins ?", "pingouins"), ("как Китай голосовал по шахматам?", "шахматам"),
    ("من امتنع بشأن الشطرنج؟", "الشطرنج"),
)  # fmt: skip


@pytest.mark.parametrize(("asked", "said"), NOT_HERE)
def test_what_none_here_is_on_is_said(voted: World, asked: str, said: str) -> None:
    """And not asked back which one of others is meant."""
    reply = voted.told(asked)
    assert reply["kind"] == "none"
    assert said in reply["text"]
    assert not shown(voted, asked)


@pytest.mark.parametrize("asked", ["how did China vote on it?", "who abstained on that one?", "谁对它弃权"])
def test_what_is_not_named_is_asked_back(voted: World, asked: str) -> None:
    assert voted.told(asked)["kind"] == "clarify"


ON_ONE_STATE = (
    "human rights in Belarus", "derechos humanos en Belarús", "droits de l'homme au Bélarus",
    "права человека в Беларуси", "حقوق الإنسان في بيلاروس", "白俄罗斯人权",
)  # fmt: skip


@pytest.mark.parametrize("asked", ON_ONE_STATE)
def test_what_a_preposition_joins_to_a_state_is_on_that_state(voted: World, asked: str) -> None:
    belarus = {r.symbol for r in voted.known if "Belarus" in r.title}
    assert shown(voted, asked) | {voted.told(asked).get("resolution")} >= belarus
    assert not shown(voted, asked) - belarus


VOTER_ON = (
    ("Cuba on the death penalty, 2023", "CUB"),
    ("Germany on Eritrea in the Human Rights Council, 2022", "DEU"),
    ("la France sur la peine de mort, 2023", "FRA"),
    ("Brasil sobre la pena de muerte, 2023", "BRA"),
)


@pytest.mark.parametrize(("asked", "code"), VOTER_ON)
def test_a_state_on_a_subject_asks_how_it_voted(voted: World, asked: str, code: str) -> None:
    year = 2022 if "2022" in asked else 2023
    one = next(r for r in voted.known if r.day.year == year and r.title in (ERITREA, DEATH))
    reply = voted.told(asked)
    assert (reply["resolution"], reply["votes"]) == (one.symbol, {code: one.votes[code]})


CLOSEST = (
    ("closest vote on Eritrea", "who abstained on it"),
    ("which Eritrea resolution was the closest?", "who abstained there?"),
    ("厄立特里亚决议哪次差距最小", "那次谁弃权"),
    ("厄立特里亚的决议里哪一次赞成反对差距最小", "那次谁弃权"),
    ("vote le plus serré sur l'Érythrée", "qui s'est abstenu ?"),
    ("la votación más reñida sobre Eritrea", "¿quién se abstuvo?"),
)


@pytest.mark.parametrize("turns", CLOSEST, ids=[row[0] for row in CLOSEST])
def test_the_closest_on_a_state_comes_first_and_is_meant_then(voted: World, turns: tuple[str, str]) -> None:
    def margin(r: Roll) -> int:
        return abs(len(r.who("yes")) - len(r.who("no")))

    first, second = sorted((r for r in voted.known if r.title == ERITREA), key=margin)
    assert margin(first) < margin(second)
    assert voted.told(*turns[:1])["table"][0]["resolution"] == first.symbol
    reply = voted.told(*turns)
    assert (reply["resolution"], set(reply["votes"])) == (first.symbol, first.who("abstain"))


THE_FIRST_ONE = (
    ("list the resolutions on Eritrea, oldest first", "the first one", "who abstained?"),
    ("list the resolutions on Eritrea, oldest first", "first one, who abstained?"),
    ("厄立特里亚的决议有哪些，最早的在前", "第一个", "谁弃权"),
)


@pytest.mark.parametrize("turns", THE_FIRST_ONE, ids=[" ".join(row[1:]) for row in THE_FIRST_ONE])
def test_the_first_one_of_a_list_is_that_one_and_no_list_of_one(voted: World, turns: tuple[str, ...]) -> None:
    reply = voted.told(*turns)
    first = min((r for r in voted.known if r.title == ERITREA), key=lambda r: r.day)
    assert (reply["resolution"], set(reply["votes"])) == (first.symbol, first.who("abstain"))
