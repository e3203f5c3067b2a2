"""Conversations about several resolutions, over the data of tests/across.py, counted in plain Python: what goes on
after a list, a count, or two that were spoken of."""

from __future__ import annotations

import re

import pytest

from tests.across import CAST, STATES, UNION, Roll, World, agreement
from tests.test_record_questions import symbols

YEAR = 2021
LISTS = {
    "zh": "2021年人权理事会的决议有哪些",
    "zh-Hant": "人權理事會2021年的決議有哪些",
    "en": "which Human Rights Council resolutions are there from 2021?",
    "fr": "quelles résolutions du Conseil des droits de l'homme y a-t-il en 2021 ?",
    "es": "¿qué resoluciones del Consejo de Derechos Humanos hay de 2021?",
    "ru": "какие есть резолюции Совета по правам человека за 2021 год?",
    "ar": "ما قرارات مجلس حقوق الإنسان لعام 2021؟",
}


def listed(world: World) -> list[Roll]:
    """The resolutions of that list, the last adopted first."""
    return [r for r in world.known if r.body == "rights" and r.day.year == YEAR and "/L." not in r.symbol]


def margin(roll: Roll) -> int:
    """By how many votes those in favour and those against differ."""
    return abs(len(roll.who("yes")) - len(roll.who("no")))


CLOSEST = (
    ("zh", "票数最接近的是哪次", "那次谁弃权了"),
    ("zh-Hant", "哪一次最接近", "當時誰棄權"),
    ("en", "which was the closest?", "who abstained on that occasion?"),
    ("fr", "laquelle a été la plus serrée ?", "qui s'est abstenu à cette occasion ?"),
    ("es", "¿cuál fue la más ajustada?", "¿quiénes se abstuvieron aquella vez?"),
    ("ru", "какая из них самая близкая по голосам?", "кто воздержался в тот раз?"),
    ("ar", "أيها كان الأشد تقاربا؟", "من امتنع حينها؟"),
)


@pytest.mark.parametrize(("language", "which", "who"), CLOSEST, ids=[row[0] for row in CLOSEST])
def test_the_one_that_was_picked_out_is_spoken_of_next(world: World, language: str, which: str, who: str) -> None:
    in_order = sorted(listed(world), key=margin)
    reply = world.told(LISTS[language], which)
    assert margin(next(r for r in in_order if r.symbol == symbols(reply)[0])) == margin(in_order[0])
    reply = world.told(LISTS[language], which, who)
    if margin(in_order[0]) == margin(in_order[1]):
        # Two are first.
        assert reply["kind"] == "clarify"
    else:
        assert set(reply["votes"]) == in_order[0].who("abstain")


@pytest.mark.parametrize("vote", ["no", "abstain"])
@pytest.mark.parametrize(
    "asked", [("哪次{zh}最多", "那次{who}"), ("which had the most {en}?", "who {verb} that time?")], ids=["zh", "en"]
)
def test_the_most_votes_of_a_list(world: World, vote: str, asked: tuple[str, str]) -> None:
    said = {
        "no": {"zh": "反对票", "who": "谁反对", "en": "votes against", "verb": "voted against"},
        "abstain": {"zh": "弃权票", "who": "谁弃权", "en": "abstentions", "verb": "abstained"},
    }[vote]
    most = max(len(r.who(vote)) for r in listed(world))
    first = [r for r in listed(world) if len(r.who(vote)) == most]
    opened = LISTS["zh" if "次" in asked[0] else "en"]
    reply = world.told(opened, asked[0].format(**said))
    assert symbols(reply)[0] in {r.symbol for r in first}
    reply = world.told(opened, *(turn.format(**said) for turn in asked))
    assert reply["kind"] == "clarify" if len(first) > 1 else set(reply["votes"]) == first[0].who(vote)


ALWAYS = (
    ("zh", "德国每次都反对吗", "它弃权过吗"),
    ("zh-Hant", "德國全部都反對嗎", "它有沒有棄權過"),
    ("en", "did Germany vote against every time?", "did it ever abstain?"),
    ("fr", "l'Allemagne a-t-elle voté contre à chaque fois ?", "s'est-elle abstenue une seule fois ?"),
    ("es", "¿Alemania votó en contra todas las veces?", "¿se abstuvo alguna vez?"),
    ("ru", "Германия каждый раз голосовала против?", "она хотя бы раз воздержалась?"),
    ("ar", "هل صوتت ألمانيا ضدها في كل مرة؟", "هل امتنعت ولو مرة؟"),
)


@pytest.mark.parametrize(("language", "always", "ever"), ALWAYS, ids=[row[0] for row in ALWAYS])
def test_whether_it_always_was_so_is_asked_of_the_list(world: World, language: str, always: str, ever: str) -> None:
    votes = [r.votes["DEU"] for r in listed(world) if r.votes["DEU"] in CAST]
    reply = world.told(LISTS[language], always)
    assert reply["verdict"] == ("yes" if set(votes) == {"no"} else "no")
    assert set(symbols(reply)) == {r.symbol for r in listed(world) if r.votes["DEU"] == "no"}
    reply = world.told(LISTS[language], always, ever)
    assert reply["verdict"] == ("yes" if "abstain" in votes else "no")
    assert set(symbols(reply)) == {r.symbol for r in listed(world) if r.votes["DEU"] == "abstain"}


REST = (
    ("zh", "其中德国反对的", "剩下的呢"),
    ("zh-Hant", "德國反對了其中哪幾份", "其餘的呢"),
    ("en", "which of them did Germany oppose?", "and the rest?"),
    ("fr", "à quelles d'entre elles l'Allemagne s'est-elle opposée ?", "et les autres ?"),
    ("es", "¿a cuáles de ellas se opuso Alemania?", "¿y las restantes?"),
    ("ru", "против каких из них была Германия?", "а остальные?"),
    ("ar", "أيها عارضتها ألمانيا؟", "والبقية؟"),
)


@pytest.mark.parametrize(("language", "some", "rest"), REST, ids=[row[0] for row in REST])
def test_the_rest_is_what_was_not_picked_out(world: World, language: str, some: str, rest: str) -> None:
    opposed = {r.symbol for r in listed(world) if r.votes["DEU"] == "no"}
    assert set(symbols(world.told(LISTS[language], some))) == opposed
    reply = world.told(LISTS[language], some, rest)
    assert set(symbols(reply)) == {r.symbol for r in listed(world)} - opposed
    assert str(len(opposed)) in reply["text"].splitlines()[0]


ALL_THREE = (
    ("zh", "德国呢", "印度呢", "三国都赞成的有哪些"),
    ("en", "and Germany?", "and India?", "which did all three vote for?"),
    ("ru", "а Германия?", "а Индия?", "все трое были за?"),
)


@pytest.mark.parametrize("turns", ALL_THREE, ids=[row[0] for row in ALL_THREE])
def test_all_three_are_the_states_asked_about_before(world: World, turns: tuple[str, ...]) -> None:
    language, *others = turns
    first = {"zh": "日本每次怎么投的", "en": "how did Japan vote each time?", "ru": "как каждый раз голосовала Япония?"}
    reply = world.told(LISTS[language], first[language], *others)
    wanted = {r.symbol for r in listed(world) if {"JPN", "DEU", "IND"} <= r.who("yes")}
    assert set(symbols(reply)) == wanted


PLACES = (
    ("zh", "第二份谁反对", "第三份呢"),
    ("en", "who opposed the second one?", "and the third one?"),
    ("fr", "qui a voté contre la deuxième ?", "et la troisième ?"),
    ("es", "¿quién votó en contra de la segunda?", "¿y la tercera?"),
    ("ru", "кто был против второй?", "а третьей?"),
    ("ar", "من عارض الثاني؟", "والثالث؟"),
)


@pytest.mark.parametrize(("language", "second", "third"), PLACES, ids=[row[0] for row in PLACES])
def test_a_place_in_the_list_in_every_language(world: World, language: str, second: str, third: str) -> None:
    _, two, three, *_ = listed(world)
    assert set(world.told(LISTS[language], second)["votes"]) == two.who("no")
    assert set(world.told(LISTS[language], second, third)["votes"]) == three.who("no")


def two_of_rights(world: World) -> tuple[Roll, Roll]:
    """Two resolutions, the older first, on which some voted otherwise, and some against both."""
    rolls = listed(world)[::-1]
    return next(
        (a, b) for a in rolls for b in rolls if a.day < b.day and changed(a, b) and len(a.who("no") & b.who("no")) > 1
    )


def changed(one: Roll, other: Roll) -> set[str]:
    """Those who voted on both, and not alike."""
    both = one.who(*CAST) & other.who(*CAST)
    return {code for code in both if one.votes[code] != other.votes[code]}


CHANGED = (
    ("{a}谁反对", "{b}呢", "两次都是成员的，谁变了", "两次都反对的是谁"),
    ("{a}誰反對", "{b}呢", "這兩次都是理事國的，有誰改變立場？", "兩次都反對的"),
    ("who opposed {a}?", "and {b}?", "who changed their vote?", "who voted against both times?"),
    ("qui a voté contre {a} ?", "et {b} ?", "qui a changé de position ?", "qui a voté contre les deux fois ?"),
    ("¿quién votó en contra de {a}?", "¿y {b}?", "¿quién cambió de voto?", "¿quién votó en contra las dos veces?"),
    ("кто был против {a}?", "а {b}?", "кто изменил позицию?", "кто был против в обоих случаях?"),
    ("من عارض {a}؟", "و{b}؟", "من غير موقفه بينهما؟", "من عارض في المرتين؟"),
)


@pytest.mark.parametrize("turns", CHANGED, ids=[row[2] for row in CHANGED])
def test_who_changed_between_two_that_were_spoken_of(world: World, turns: tuple[str, ...]) -> None:
    one, other = two_of_rights(world)
    first, second, who, both = (turn.format(a=one.symbol, b=other.symbol) for turn in turns)
    assert {row["state"] for row in world.told(first, second, who)["table"]} == changed(one, other)
    reply = world.told(first, second, both)
    assert {row["state"] for row in reply["table"]} == one.who("no") & other.who("no")


def test_whether_a_state_changed_is_told_from_both(world: World) -> None:
    one, other = two_of_rights(world)
    moved = min(changed(one, other))
    kept = min(one.who("no") & other.who("no"))
    for code, verdict in ((moved, "yes"), (kept, "no")):
        reply = world.told(f"{one.symbol}谁反对", f"{other.symbol}呢", f"{STATES[code][2]}变了吗")
        assert reply["verdict"] == verdict
        reply = world.told(f"who opposed {one.symbol}?", f"and {other.symbol}?", f"did {STATES[code][1]} change?")
        assert reply["verdict"] == verdict


@pytest.mark.parametrize(
    "turns",
    [
        ("{a}谁反对", "{b}呢", "三次都反对的是谁"),
        ("{a}谁反对", "谁变了"),
        ("who opposed {a}?", "who changed their vote?"),
    ],
)
def test_what_was_not_spoken_of_is_asked_back(world: World, turns: tuple[str, ...]) -> None:
    one, other = two_of_rights(world)
    assert world.told(*(turn.format(a=one.symbol, b=other.symbol) for turn in turns))["kind"] == "clarify"


CORRECTED = (
    ("2021年人权理事会德国反对的决议有哪些", "不对，我是说法国"),
    ("which Human Rights Council resolutions of 2021 did Germany oppose?", "no, sorry, I meant France"),
    (
        "à quelles résolutions du Conseil des droits de l'homme de 2021 l'Allemagne s'est-elle opposée ?",
        "non, pardon, la France",
    ),
    ("¿a qué resoluciones del Consejo de Derechos Humanos de 2021 se opuso Alemania?", "no, perdón, Francia"),
)


@pytest.mark.parametrize(("asked", "corrected"), CORRECTED, ids=[row[1] for row in CORRECTED])
def test_another_state_was_meant(world: World, asked: str, corrected: str) -> None:
    assert set(symbols(world.told(asked, corrected))) == {r.symbol for r in listed(world) if r.votes["FRA"] == "no"}


SORTED = (
    ("zh", "按弃权票排个序"),
    ("en", "sort them by abstentions"),
    ("fr", "classe-les par nombre d'abstentions"),
    ("es", "ordénalas por abstenciones"),
    ("ru", "отсортируй их по числу воздержавшихся"),
    ("ar", "رتبها حسب عدد الممتنعين"),
)


@pytest.mark.parametrize(("language", "asked"), SORTED, ids=[row[0] for row in SORTED])
def test_the_list_is_put_in_another_order(world: World, language: str, asked: str) -> None:
    of = {r.symbol: len(r.who("abstain")) for r in listed(world)}
    counts = [of[symbol] for symbol in symbols(world.told(LISTS[language], asked))]
    assert counts == sorted(of.values(), reverse=True)


def test_those_that_were_listed_are_offered_where_it_is_not_said_which(world: World) -> None:
    reply = world.told(LISTS["zh"], "谁弃权了")
    assert reply["kind"] == "clarify"
    assert listed(world)[0].symbol in reply["text"]


CLOSEST_WITHIN = (
    ("did the EU vote alike in 2022?", "and which is closest to Cuba?"),
    ("2022年欧盟投得一致吗", "那和古巴最像的呢"),
    ("les membres de l'UE ont-ils voté de la même façon en 2022 ?", "et le plus proche de Cuba ?"),
)


@pytest.mark.parametrize("turns", CLOSEST_WITHIN, ids=[row[1] for row in CLOSEST_WITHIN])
def test_who_of_a_group_is_closest_to_one(world: World, turns: tuple[str, str]) -> None:
    of = [r for r in world.known if r.day.year == 2022]
    rates = {code: agreement(of, code, "CUB") for code in UNION}
    reply = world.told(*turns)
    assert reply["kind"] == "history"
    assert all(f"{same} " in reply["text"] or f"{same}次" in reply["text"] for same, both in rates.values() if both)
    assert not any(STATES[code][1] in reply["text"] for code in ("JPN", "IND", "BRA"))


ANOTHER_STATE = (
    ("How did China vote on {s}?", "what about Cuba?", "and on {t}?"),
    ("How did China vote on {s}?", "how about Cuba", "and on {t}?"),
    ("中国对{s}怎么投的", "古巴呢", "那{t}呢"),
    ("Comment a voté la Chine sur {s} ?", "qu'en est-il de Cuba ?", "et sur {t} ?"),
)


@pytest.mark.parametrize("turns", ANOTHER_STATE, ids=[row[1] for row in ANOTHER_STATE])
def test_another_state_stays_asked_about_on_another_resolution(world: World, turns: tuple[str, ...]) -> None:
    s, t = [r for r in world.known if r.body == "rights" and {"CHN", "CUB"} <= r.votes.keys()][:2]
    told = world.told(*(turn.format(s=s.symbol, t=t.symbol) for turn in turns[:2]))
    assert told["votes"] == {"CUB": s.votes["CUB"]}
    told = world.told(*(turn.format(s=s.symbol, t=t.symbol) for turn in turns))
    assert (told["resolution"], told["votes"]) == (t.symbol, {"CUB": t.votes["CUB"]})


@pytest.mark.parametrize(
    "turns",
    [
        ("How often do China and Japan vote the same?", "and with Cuba?"),
        ("كم مرة صوتت الصين واليابان بالطريقة نفسها؟", "ومع كوبا؟"),
        ("中国和日本的一致率", "跟古巴呢"),
    ],
)
def test_agreement_with_another_state(world: World, turns: tuple[str, ...]) -> None:
    told = world.told(*turns)
    both = [r for r in world.known if {r.votes.get("CHN"), r.votes.get("CUB")} <= {"yes", "no", "abstain"}]
    alike = [r for r in both if r.votes["CHN"] == r.votes["CUB"]]
    numbers = [int(n) for n in re.findall(r"\d+", told["text"].splitlines()[0])]
    assert {len(alike), len(both)} <= {*numbers}
