"""What is asked after a comparison of two states, or after how often one voted so: which ones differ, with France?, the
last time, both times; over the data of tests/across.py, counted in plain Python."""

from __future__ import annotations

import pytest

from tests.across import CAST, World, agreement
from tests.test_record_asked_on import listed
from tests.test_record_questions import symbols

COMPARED = {
    "zh": "比较中国和印度的投票",
    "en": "how often do China and India agree?",
    "fr": "Comparez la Chine et l'Inde",
    "es": "¿Con qué frecuencia coinciden China e India?",
    "ru": "Как часто Китай и Индия голосуют одинаково?",
    "ar": "كم مرة تتفق الصين والهند؟",
}


def apart(world: World, *, alike: bool = False) -> set[str]:
    """The symbols of those on which China and India both voted, and not the same; or, alike, the same."""
    pairs = {r.symbol: (r.votes.get("CHN"), r.votes.get("IND")) for r in world.known}
    return {symbol for symbol, (a, b) in pairs.items() if a in CAST and b in CAST and (a == b) is alike}


WHICH_DIFFER = (
    ("zh", "不一致的是哪几项"),
    ("zh", "哪些不一样"),
    ("en", "which ones differ?"),
    ("en", "where did they differ?"),
    ("fr", "sur lesquelles ont-ils divergé ?"),
    ("es", "¿en cuáles difirieron?"),
    ("ru", "в чём они разошлись?"),
    ("ar", "على أيها اختلفتا؟"),
)


@pytest.mark.parametrize(("language", "then"), WHICH_DIFFER, ids=[row[1] for row in WHICH_DIFFER])
def test_which_of_those_compared_differ(world: World, language: str, then: str) -> None:
    assert listed(world, COMPARED[language], then) == apart(world) != set()


WHERE_ALIKE = (
    ("zh", "一致的是哪几项"),
    ("en", "and where did they agree?"),
    ("fr", "sur lesquelles étaient-ils d'accord ?"),
    ("es", "¿en cuáles coincidieron?"),
    ("ru", "по каким они совпали?"),
    ("ar", "على أيها اتفقتا؟"),
)


@pytest.mark.parametrize(("language", "then"), WHERE_ALIKE, ids=[row[1] for row in WHERE_ALIKE])
def test_which_of_those_compared_are_alike(world: World, language: str, then: str) -> None:
    assert listed(world, COMPARED[language], then) == apart(world, alike=True) != set()


WITH_ANOTHER = (
    ("zh", "跟法国呢"),
    ("en", "with France?"),
    ("fr", "avec la France ?"),
    ("es", "¿y con Francia?"),
    ("ru", "с Францией?"),
    ("ar", "مع فرنسا؟"),
)


@pytest.mark.parametrize(("language", "then"), WITH_ANOTHER, ids=[row[1] for row in WITH_ANOTHER])
def test_with_another_takes_the_place_of_the_second(world: World, language: str, then: str) -> None:
    told = world.told(COMPARED[language], then)["agreement"]
    assert (told["same"], told["of"]) == agreement(world.known, "CHN", "FRA")


EVER = {
    "zh": "俄罗斯反对过吗",
    "en": "Did Russia ever vote no?",
    "fr": "La Russie a-t-elle déjà voté contre ?",
    "es": "¿Rusia votó alguna vez en contra?",
    "ru": "Голосовала ли Россия когда-нибудь против?",
    "ar": "هل سبق أن صوتت روسيا ضد؟",
}
WHEN = (
    ("zh", "最近一次是什么时候", True),
    ("en", "and when was the last time?", True),
    ("en", "when was the first time?", False),
    ("fr", "et la dernière fois ?", True),
    ("es", "¿y cuándo fue la última vez?", True),
    ("ru", "и когда в последний раз?", True),
    ("ru", "а в первый раз?", False),
    ("ar", "متى كانت آخر مرة؟", True),
)


@pytest.mark.parametrize(("language", "then", "last"), WHEN, ids=[row[1] for row in WHEN])
def test_when_it_was_last_or_first_so(world: World, language: str, then: str, last: bool) -> None:
    opposed = [r.symbol for r in world.known if "RUS" in r.who("no")]
    told = symbols(world.told(EVER[language], then))
    assert told[0] == opposed[0 if last else -1]
    assert not last or len(told) == 1


BOTH_TIMES = (
    "印度两次都反对吗",
    "Did India oppose both times?",
    "L'Inde a-t-elle voté contre les deux fois ?",
    "¿India votó en contra las dos veces?",
    "Индия оба раза была против?",
    "هل عارضت الهند في المرتين؟",
)


@pytest.mark.parametrize("asked", BOTH_TIMES)
def test_both_times_is_of_the_two_spoken_of(world: World, asked: str) -> None:
    against = [r.symbol for r in world.known if r.votes.get("IND") == "no" and "/RES/" in r.symbol]
    other = next(r.symbol for r in world.known if r.votes.get("IND") == "yes" and "/RES/" in r.symbol)
    nowhere = next(r.symbol for r in world.known if "IND" not in r.votes and "/RES/" in r.symbol)
    for second, verdict in ((against[1], "yes"), (other, "no"), (nowhere, "no")):
        turns = [f"who opposed {symbol}?" for symbol in (against[0], second)]
        assert world.told(*turns, asked)["verdict"] == verdict


@pytest.mark.parametrize("asked", BOTH_TIMES)
def test_both_times_of_nothing_is_asked_back(world: World, asked: str) -> None:
    assert world.told(asked)["kind"] == "clarify"


NOT_SO_BUT = (
    ("谁支持{of}", "不，反对的"),
    ("who supported {of}?", "no, against"),
    ("Qui a soutenu {of} ?", "non, contre"),
    ("¿Quién apoyó {of}?", "no, en contra"),
    ("Кто поддержал {of}?", "нет, против"),
    ("من أيد {of}؟", "لا، ضد"),
)


@pytest.mark.parametrize(("asked", "then"), NOT_SO_BUT, ids=[row[1] for row in NOT_SO_BUT])
def test_no_and_a_vote_is_who_voted_that(world: World, asked: str, then: str) -> None:
    roll = next(r for r in world.known if r.body == "assembly" and r.who("no"))
    reply = world.told(asked.format(of=roll.symbol), then)
    assert set(reply["votes"]) == roll.who("no")


NOT_HERE = (
    ("A/RES/3/9999谁反对", "那{of}呢"),
    ("who opposed A/RES/3/9999?", "and {of}?"),
    ("Qui a voté contre A/RES/3/9999 ?", "et {of} ?"),
    ("¿Quién votó en contra de A/RES/3/9999?", "¿y {of}?"),
    ("Кто голосовал против A/RES/3/9999?", "а {of}?"),
    ("من صوت ضد A/RES/3/9999؟", "و{of}؟"),
)


@pytest.mark.parametrize(("asked", "then"), NOT_HERE, ids=[row[0] for row in NOT_HERE])
def test_what_was_asked_of_one_that_is_not_here_is_asked_of_the_next(world: World, asked: str, then: str) -> None:
    assert world.told(asked)["kind"] == "none"
    roll = next(r for r in world.known if r.body == "assembly" and r.who("no"))
    assert set(world.told(asked, then.format(of=roll.symbol))["votes"]) == roll.who("no")
