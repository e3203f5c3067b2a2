"""The question before, asked of another state: once more (same for China), or of one instead of the other of two; over
the data of tests/across.py, counted in plain Python."""

from __future__ import annotations

import pytest

from tests.across import World
from tests.test_record_questions import symbols

AGAINST = {
    "zh": "俄罗斯反对了哪些大会决议",
    "en": "which General Assembly resolutions did Russia vote against?",
    "fr": "contre quelles résolutions de l'Assemblée générale la Russie a-t-elle voté ?",
    "es": "¿contra qué resoluciones de la Asamblea General votó Rusia?",
    "ru": "против каких резолюций ГА голосовала Россия?",
    "ar": "ما قرارات الجمعية العامة التي صوتت روسيا ضدها؟",
}
AGAIN = (
    ("zh", "同样的问题，换古巴"),
    ("en", "same for Cuba pls"),
    ("en", "same thing but for Cuba"),
    ("en", "repeat that for Cuba"),
    ("fr", "même chose pour Cuba"),
    ("fr", "pareil pour Cuba stp"),
    ("es", "ahora lo mismo con Cuba"),
    ("ru", "то же самое по Кубе"),
    ("ar", "نفس السؤال عن كوبا"),
)


def against(world: World, code: str) -> set[str]:
    return {r.symbol for r in world.known if r.body == "assembly" and "/L." not in r.symbol and code in r.who("no")}


@pytest.mark.parametrize(("language", "then"), AGAIN, ids=[row[1] for row in AGAIN])
def test_the_same_for_another_asks_the_question_before_of_that_one_alone(
    world: World, language: str, then: str
) -> None:
    reply = world.told(AGAINST[language], then)
    assert set(symbols(reply)) == against(world, "CUB") != against(world, "RUS")


def test_whether_two_voted_the_same_is_no_question_once_more(world: World) -> None:
    roll = next(r for r in world.known if r.body == "assembly" and r.votes["CUB"] != r.votes["RUS"])
    assert world.told(f"how did Cuba vote on {roll.symbol}?", "the same as Russia?")["verdict"] == "no"


TWO = {
    "zh": "哪些大会决议英国赞成、美国反对",
    "en": "which General Assembly resolutions did the UK support and the US oppose?",
    "fr": "quelles résolutions de l'AG le Royaume-Uni a-t-il soutenues et les États-Unis rejetées ?",
    "ru": "какие резолюции ГА поддержало Соединенное Королевство, а США были против?",
}
SWAPS = (
    ("zh", "把英国换成法国", ("FRA", "USA")),
    ("zh", "美国换成以色列", ("GBR", "ISR")),
    ("en", "swap the UK for France", ("FRA", "USA")),
    ("en", "Israel instead of the US", ("GBR", "ISR")),
    ("fr", "remplace le Royaume-Uni par la France", ("FRA", "USA")),
    ("ru", "замени США на Израиль", ("GBR", "ISR")),
)


@pytest.mark.parametrize(("language", "then", "states"), SWAPS, ids=[row[1] for row in SWAPS])
def test_one_of_two_states_is_replaced_and_the_other_stays(
    world: World, language: str, then: str, states: tuple[str, str]
) -> None:
    for_it, against_it = states
    of = (r for r in world.known if r.body == "assembly" and "/L." not in r.symbol)
    expected = {r.symbol for r in of if for_it in r.who("yes") and against_it in r.who("no")}
    assert set(symbols(world.told(TWO[language], then))) == expected


def test_one_of_two_is_replaced_of_a_single_vote_too(world: World) -> None:
    roll = next(r for r in world.known if r.body == "assembly")
    reply = world.told(f"how did Russia and China vote on {roll.symbol}?", "Cuba instead of Russia")
    assert reply["votes"] == {code: roll.votes[code] for code in ("CUB", "CHN")}


def test_where_neither_was_asked_about_it_is_asked_back(world: World) -> None:
    assert world.told(AGAINST["en"], "replace Japan with Cuba")["kind"] == "clarify"


ONE_VOTER = (
    ("{s}谁弃权了", "它在{t}上呢"),
    ("who abstained on {s}?", "how did it vote on {t}?"),
    ("who abstained on {s}?", "and that country on {t}?"),
    ("qui s'est abstenu sur {s} ?", "et comment a-t-il voté sur {t} ?"),
    ("¿quién se abstuvo en {s}?", "¿y cómo votó ese país la {t}?"),
    ("кто воздержался по {s}?", "а как он голосовал по {t}?"),
    ("من امتنع عن التصويت على {s}؟", "وكيف صوتت هذه الدولة على {t}؟"),
)


@pytest.mark.parametrize(("first", "then"), ONE_VOTER, ids=[row[1] for row in ONE_VOTER])
def test_the_only_one_that_was_listed_is_asked_about_on_another(world: World, first: str, then: str) -> None:
    one = next(r for r in world.known if len(r.who("abstain")) == 1 and "/L." not in r.symbol)
    (code,) = one.who("abstain")
    other = next(r for r in world.known if code in r.votes and r.body == one.body and r.symbol != one.symbol)
    vote = {"not_voting": "absent"}.get(other.votes[code], other.votes[code])
    assert world.told(first.format(s=one.symbol), then.format(t=other.symbol))["votes"] == {code: vote}


@pytest.mark.parametrize(
    "asked",
    [
        "quel pays a été seul à s'abstenir sur {s} ?",
        "quel a été le seul pays à s'abstenir sur {s} ?",
    ],
)
def test_who_alone_abstained_in_french(world: World, asked: str) -> None:
    one = next(r for r in world.known if len(r.who("abstain")) == 1 and "/L." not in r.symbol)
    assert set(world.told(asked.format(s=one.symbol))["votes"]) == one.who("abstain")
