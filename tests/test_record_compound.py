"""Messages over the record that ask more than one thing: of two documents, or of the first of a list.

The data is that of tests/across.py, and what is right is counted from it in plain Python.
"""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.across import CAST, STATES, UNION, Roll, World, counted, meant


def _shown(text: str, expected: set[str], language: int) -> bool:
    """Whether the names of just these states stand in a text: 1 for English, 2 for Chinese."""
    text, found = text.replace("联合王国", STATES["GBR"][2]), set()
    # 印度尼西亚 holds 印度.
    for code in sorted(STATES, key=lambda code: -len(STATES[code][language])):
        name = STATES[code][language].removeprefix("the ")
        found |= {code} if name in text else set()
        text = text.replace(name, "")
    return found == expected


def _contested(world: World) -> tuple[Roll, Roll]:
    """Two resolutions of the General Assembly with votes against and abstentions, of different states."""
    fits = [r for r in world.known if r.body == "assembly" and r.who("no") and r.who("abstain")]
    return fits[0], next(r for r in fits if r.who("no") != fits[0].who("no"))


@pytest.mark.parametrize(
    ("template", "language"),
    [
        ("two things: who abstained on {}, and which countries voted against {}", 1),
        ("Who abstained on {}, and who voted against {}?", 1),
        ("帮我查两件事：{}谁弃权了，还有{}是谁反对的", 2),
    ],
)
def test_of_each_document_what_is_asked_of_it(world: World, template: str, language: int) -> None:
    one, other = _contested(world)
    text = world.told(template.format(one.symbol, other.symbol))["text"]
    first, _, second = text.partition(one.symbol)
    assert _shown(first, one.who("abstain"), language)
    assert _shown(second.partition("\n\n")[2].partition(other.symbol)[0], other.who("no"), language)


@pytest.mark.parametrize(
    "template", ["result of {} and {}", "Who voted against {} and {}?", "{}和{}的表决结果", "Who opposed {}, and {}?"]
)
def test_the_same_of_each_stays_the_same_of_each(world: World, template: str) -> None:
    one, other = _contested(world)
    text = world.told(template.format(one.symbol, other.symbol))["text"]
    assert one.symbol in text
    assert other.symbol in text


@pytest.mark.parametrize(
    ("message", "language"),
    [
        ("Which General Assembly resolution had the most abstentions, and who abstained?", 1),
        ("联大哪份决议弃权最多，都有谁弃权？", 2),
        ("聯大哪份決議棄權票最多？誰棄權了？", 0),
        ("Quelle résolution de l'Assemblée générale a eu le plus d'abstentions, et qui s'est abstenu ?", 0),
        ("¿Qué resolución de la Asamblea General tuvo más abstenciones y quién se abstuvo?", 0),
        ("Какая резолюция Генассамблеи собрала больше всего воздержавшихся, и кто воздержался?", 0),
    ],
)
def test_who_voted_so_on_the_first_of_a_list(world: World, message: str, language: int) -> None:
    of_assembly = [r for r in world.known if r.body == "assembly"]
    most = max(len(r.who("abstain")) for r in of_assembly)
    first = {r.symbol: r for r in of_assembly if len(r.who("abstain")) == most}
    text = world.told(message)["text"]
    symbol = next(s for s in first if text.rpartition("undocs.org/")[2].strip() == s)
    of_it = text.rpartition("\n\n")[0].rpartition("\n\n")[2]
    assert str(most) in of_it.partition("\n")[0]
    assert not language or _shown(of_it, first[symbol].who("abstain"), language)


@pytest.mark.parametrize(
    "message", ["Which General Assembly resolution had the most abstentions?", "联大哪份决议弃权最多"]
)
def test_which_alone_is_answered_by_the_list_alone(world: World, message: str) -> None:
    assert "table" in world.told(message)


@pytest.mark.parametrize(
    ("template", "language"),
    [
        ("{}中国怎么投的，欧盟哪些国家投了反对", 2),
        ("{}: how did China vote, and which EU members were against?", 1),
        ("{}: how did China vote, which EU members were against?", 1),
        ("Sur {}, qu'a voté la Chine et quels membres de l'UE ont voté contre ?", 0),
        ("{}: ¿qué votó China y qué países de la UE votaron en contra?", 0),
        ("{}: как голосовал Китай и кто из ЕС был против?", 0),
    ],
)
def test_a_state_and_who_of_a_group_are_two_questions(world: World, template: str, language: int) -> None:
    meant = {"DEU", "FRA", "ITA", "POL", "SWE"}
    roll = next(r for r in world.known if r.body == "assembly" and 0 < len(r.who("no") & meant) < 5)
    reply = world.told(template.format(roll.symbol))
    text = reply["text"]
    assert roll.symbol in text
    second = text.partition(roll.symbol)[2]
    assert str(len(roll.who("no") & meant)) in second.partition("undocs.org")[2].partition("\n")[2]
    assert not language or all(STATES[code][language] in second for code in roll.who("no") & meant)


@pytest.mark.parametrize(
    "message", ["{}德国怎么投的，欧盟其他国家呢", "{}: how did Germany vote, and the other EU members?"]
)
def test_others_of_a_group_are_never_passed_over(world: World, message: str) -> None:
    roll = next(r for r in world.known if r.body == "assembly" and r.who("no") & {"DEU", "FRA", "ITA"})
    reply = world.told(message.format(roll.symbol))
    told = (STATES[code][2 if "德国" in message else 1] in reply["text"] for code in ("FRA", "ITA", "POL", "SWE"))
    assert reply["kind"] == "clarify" or all(told)


@pytest.mark.parametrize(
    "message",
    ["2022年美国弃权了几次，谁弃权最多", "How many times did the US abstain in 2022, and who abstained most often?"],
)
def test_of_all_resolutions_two_things_are_asked_at_once(world: World, message: str) -> None:
    in_2022 = [r for r in world.known if r.day.year == 2022]
    times = {code: sum(code in r.who("abstain") for r in in_2022) for code in STATES}
    text = world.told(message)["text"]
    own = text.partition("\n1. ")[0]
    most = {code for code, count in times.items() if count == max(times.values())}
    assert str(times["USA"]) in own
    second = text[text.rindex("\n1. ") :].partition("\n2. ")[0]
    assert any(STATES[code][2 if "谁" in message else 1].removeprefix("the ") in second for code in most)
    assert str(max(times.values())) in second


WHO_AND_HOW_MANY = (
    "{s}有人弃权吗？反对的都有谁",
    "{s}: did anyone abstain? and which states opposed it",
    "{s}: who was against and how many abstained?",
    "{s} : qui a voté contre et combien se sont abstenus ?",
    "{s}: ¿quién votó en contra y cuántos se abstuvieron?",
    "{s}: кто против и сколько воздержалось?",
)


@pytest.mark.parametrize("asked", WHO_AND_HOW_MANY)
def test_two_votes_that_are_asked_about_apart_are_told_apart(world: World, asked: str) -> None:
    roll = next(r for r in world.known if r.body == "assembly" and r.who("abstain") and r.who("no"))
    reply = world.told(asked.format(s=roll.symbol))
    assert len(reply["answers"]) == 2
    assert {"no"} == {vote for part in reply["answers"] for vote in part["votes"].values()} - {"abstain"}
    assert any(set(part["votes"]) == roll.who("no") for part in reply["answers"])


SAME = (
    "{s}德国怎么投？还有谁跟它投的一样",
    "{s}: how did Germany vote, and who voted the same?",
    "{s} : comment a voté l'Allemagne, et qui a voté pareil ?",
    "{s}: ¿cómo votó Alemania y quién votó igual?",
)


@pytest.mark.parametrize("asked", SAME)
def test_how_one_voted_and_who_else_did(world: World, asked: str) -> None:
    roll = next(r for r in world.known if r.body == "assembly" and r.votes["DEU"] == "no")
    reply = world.told(asked.format(s=roll.symbol))
    votes = [part["votes"] for part in reply["answers"]]
    assert {"DEU": "no"} in votes
    assert any(set(each) == roll.who("no") - {"DEU"} for each in votes)


def test_the_only_one_is_that_of_all(world: World) -> None:
    roll = next(r for r in world.known if r.body == "assembly" and len(r.who("no")) > 1)
    for asked in ("{s}欧盟谁弃权？唯一反对的是谁？", "{s}: which EU states abstained? who was the only one against?"):
        first, second = world.told(asked.format(s=roll.symbol))["answers"]
        assert set(first["votes"]) == roll.who("abstain") & set(UNION)
        assert set(second["votes"]) == roll.who("no")


@pytest.mark.parametrize("asked", ["2021年中国投了几次反对，为什么", "How often did China vote no in 2021? And why?"])
def test_how_often_and_why_are_both_answered(world: World, asked: str) -> None:
    count, reason = world.told(asked)["answers"]
    against = {r.symbol for r in world.known if r.day.year == 2021 and r.votes.get("CHN") == "no"}
    assert {row["resolution"] for row in count["table"]} == against
    assert (count["kind"], reason["kind"]) == ("history", "none")


@pytest.mark.parametrize("asked", ["中国和古巴对{title}决议怎么投的", "巴西、中国和古巴在{title}决议上怎么投的"])
def test_voters_joined_before_what_they_voted_on(world: World, asked: str) -> None:
    titles = Counter(r.title for r in world.known)
    one = next(r for r in world.known if titles[r.title] == 1 and {"CHN", "CUB"} <= r.votes.keys())
    reply = world.told(asked.format(title=one.title.lower()))
    assert reply["resolution"] == one.symbol
    assert {code: reply["votes"][code] for code in ("CHN", "CUB")} == {c: one.votes[c] for c in ("CHN", "CUB")}


APART = (
    # a message about two resolutions; in it {0} and {1} are their symbols
    "how did Cuba vote on {0}, and how did Japan vote on {1}?",
    "{0} Cuba and {1} Japan",
    "Cuba on {0}, Japan on {1}",
    "{0}古巴怎么投的？{1}呢，日本怎么投的？",
    "古巴对{0}怎么投的，日本对{1}怎么投的？",
    "Comment Cuba a voté sur {0} et le Japon sur {1} ?",
    "¿Cómo votó Cuba en {0} y Japón en {1}?",
    "Как голосовала Куба по {0} и Япония по {1}?",
)


def two_of_the_assembly(world: World) -> tuple[Roll, Roll]:
    """Two resolutions on which Cuba and Japan voted."""
    of_both = [r for r in world.known if r.body == "assembly" and {r.votes["CUB"], r.votes["JPN"]} <= set(CAST)]
    return of_both[0], of_both[1]


@pytest.mark.parametrize("asked", APART)
def test_of_two_resolutions_each_is_asked_about_its_own_state(world: World, asked: str) -> None:
    one, other = two_of_the_assembly(world)
    text = world.told(asked.format(one.symbol, other.symbol))["text"]
    first, _, second = text.partition("undocs.org/" + one.symbol)
    named = [("Cuba", "古巴", "Куба"), ("Japan", "日本", "Japon", "Japón", "Япония")]
    assert [[any(x in part for x in names) for names in named] for part in (first, second)] == [
        [True, False],
        [False, True],
    ]


@pytest.mark.parametrize("asked", ["how did Cuba and Japan vote on {0} and {1}?", "古巴和日本在{0}和{1}上怎么投的"])
def test_two_states_are_asked_about_on_each_of_two_resolutions(world: World, asked: str) -> None:
    one, other = two_of_the_assembly(world)
    text = world.told(asked.format(one.symbol, other.symbol))["text"]
    for name in ("Cuba", "Japan") if asked.isascii() else ("古巴", "日本"):
        assert text.count(name) >= 2


OF_ALL_AND_ONE = (
    "how many resolutions did Cuba vote against in {1}, and when was {0} adopted?",
    "{1}年古巴反对了几份决议？{0}是哪天通过的？",
    "which resolutions did Cuba reject in {1}? When was {0} adopted?",
)


@pytest.mark.parametrize("asked", OF_ALL_AND_ONE)
def test_a_question_of_all_beside_one_of_one(world: World, asked: str) -> None:
    one = two_of_the_assembly(world)[0]
    text = world.told(asked.format(one.symbol, one.day.year))["text"]
    count = counted(meant([asked], world.known), "CUB", "no", year=one.day.year)
    assert re.search(rf"\b{count}\b", text.replace("份", " "))
    assert one.day.isoformat() in text or f"{one.day.year}年{one.day.month}月{one.day.day}日" in text


def test_who_on_one_and_how_many_on_another(world: World) -> None:
    one, other = two_of_the_assembly(world)
    for asked in ("who abstained on {} and how many opposed {}?", "谁在{}弃权，{}有几国反对"):
        text = world.told(asked.format(one.symbol, other.symbol))["text"]
        assert one.symbol in text
        assert other.symbol in text
        assert re.search(rf"(?<!\d){len(other.who('no'))}(?!\d)", text)


OF_A_TEXT = ("要花多少钱", "how much money will it cost?", "秘书长叫什么名字", "combien d'argent cela coûtera-t-il ?")


@pytest.mark.parametrize("asked", OF_A_TEXT)
def test_of_a_vote_without_a_text_what_a_text_may_tell_is_not_denied(world: World, asked: str) -> None:
    roll = next(r for r in world.known if r.body == "assembly")
    alone = world.told(roll.symbol, asked)
    vote = world.told(f"how did China vote on {roll.symbol}?", asked)
    assert alone["kind"] == vote["kind"] == "none"
    assert alone["text"] == vote["text"]
    assert not re.search(r"\b0\b|0段|第5段", alone["text"].replace(roll.symbol, ""))


BOTH = ("谁提案的，谁反对", "who sponsored it, and who voted against?", "谁反对？谁提案的？")


@pytest.mark.parametrize("asked", BOTH)
def test_behind_a_symbol_both_questions_are_answered(world: World, asked: str) -> None:
    roll = next(r for r in world.known if r.body == "assembly" and r.who("no"))
    kinds = {each["kind"] for each in world.told(f"{roll.symbol} {asked}")["answers"]}
    assert kinds == {"none", "roll"}
