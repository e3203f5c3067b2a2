"""What each of several states voted, over all resolutions; sessions by number; whether so many voted so on one; what is
asked back about since no question holds it. The data is that of tests/across.py, and what is right is counted from it
in plain Python."""

from __future__ import annotations

import pytest

from tests.across import Roll, World
from tests.test_record_questions import symbols

CAST = {"yes", "no", "abstain"}


def voted(world: World, **votes: str) -> set[str]:
    """The resolutions of the General Assembly on which each state voted one of its votes, by their first letters."""
    names = {"y": "yes", "n": "no", "a": "abstain"}
    so = {code: {names[letter] for letter in letters} for code, letters in votes.items()}
    of_assembly = (r for r in world.known if r.body == "assembly")
    return {r.symbol for r in of_assembly if all(r.votes.get(code) in wanted for code, wanted in so.items())}


@pytest.mark.parametrize(
    ("message", "votes"),
    [
        ("中国反对而俄罗斯没有反对的大会决议", {"CHN": "n", "RUS": "ya"}),
        ("法国赞成但德国没有赞成的大会决议", {"FRA": "y", "DEU": "na"}),
        ("Which GA resolutions did China vote against but Russia didn't?", {"CHN": "n", "RUS": "ya"}),
        ("¿En qué resoluciones de la Asamblea General se abstuvo China pero no Rusia?", {"CHN": "a", "RUS": "yn"}),
        ("Which GA resolutions did neither China nor India support?", {"CHN": "na", "IND": "na"}),
        ("中国和美国都赞成的大会决议", {"CHN": "y", "USA": "y"}),
        ("По каким резолюциям ГА Китай был за, а Россия против?", {"CHN": "y", "RUS": "n"}),
        ("Quelles résolutions de l'Assemblée la Chine et la Russie ont-elles toutes deux rejetées ?",
         {"CHN": "n", "RUS": "n"}),
        ("GA resolutions: Brazil yes, India no", {"BRA": "y", "IND": "n"}),
        ("General Assembly: Japan yes but Mexico no - which ones?", {"JPN": "y", "MEX": "n"}),
        ("Assemblée générale : Inde oui, Japon non", {"IND": "y", "JPN": "n"}),
        ("Which votes in the GA saw Kenya in favour and Egypt against?", {"KEN": "y", "EGY": "n"}),
        ("Which GA resolutions did Italy back but Cuba oppose?", {"ITA": "y", "CUB": "n"}),
        ("Sur quels textes de l'Assemblée générale le Kenya a voté pour et la Suède contre ?",
         {"KEN": "y", "SWE": "n"}),
        ("中美俄都赞成的大会决议", {"CHN": "y", "USA": "y", "RUS": "y"}),
        ("中国、俄罗斯、印度三国都反对的大会决议", {"CHN": "n", "RUS": "n", "IND": "n"}),
    ],
)  # fmt: skip
def test_those_on_which_each_voted_so(world: World, message: str, votes: dict[str, str]) -> None:
    assert set(symbols(world.told(message))) == voted(world, **votes)


@pytest.mark.parametrize(
    "message", ["Which resolutions did only {0} vote against?", "只有{1}反对的决议", "反对国只有{1}的决议"]
)
def test_those_on_which_two_alone_voted_so(world: World, message: str) -> None:
    pairs = {frozenset(r.who("no")) for r in world.known if len(r.who("no")) == 2}
    names = {"FRA": ("France", "法国"), "GBR": ("the UK", "英国"), "USA": ("the US", "美国"), "CHN": ("China", "中国"),
             "RUS": ("Russia", "俄罗斯"), "KEN": ("Kenya", "肯尼亚"), "NOR": ("Norway", "挪威"),
             "BRA": ("Brazil", "巴西"), "JPN": ("Japan", "日本"), "ARG": ("Argentina", "阿根廷")}  # fmt: skip
    pair = sorted(next(iter(sorted(pairs, key=sorted))))
    said = " and ".join(names[code][0] for code in pair), "和".join(names[code][1] for code in pair)
    meant = {r.symbol for r in world.known if r.who("no") == set(pair)}
    assert set(symbols(world.told(message.format(*said)))) == meant


def session(roll: Roll) -> int:
    """The session in a symbol of the Assembly or its Council."""
    return next((int(part) for part in roll.symbol.split("/") if part.isdigit()), 0)


@pytest.mark.parametrize(
    ("template", "body"),
    [
        ("第{}届大会的决议", "assembly"),
        ("人权理事会第{}届会议有多少份决议", "rights"),
        ("resolutions of the {}th session of the General Assembly", "assembly"),
        ("résolutions de la {}e session de l'Assemblée générale", "assembly"),
    ],
)
def test_those_of_a_session(world: World, template: str, body: str) -> None:
    number = max({session(r) for r in world.known if r.body == body} - {88})
    meant = {r.symbol for r in world.known if r.body == body and session(r) == number}
    assert set(symbols(world.told(template.format(number)))) == meant


@pytest.mark.parametrize(
    "message", ["英国和法国投票不同的大会决议", "On which GA resolutions did France and the UK split?"]
)
def test_those_on_which_two_were_split(world: World, message: str) -> None:
    both = (r for r in world.known if r.body == "assembly" and {r.votes.get("FRA"), r.votes.get("GBR")} <= CAST)
    assert set(symbols(world.told(message))) == {r.symbol for r in both if r.votes["FRA"] != r.votes["GBR"]}


@pytest.mark.parametrize(
    "message",
    ["2021年和2022年中国与古巴一致率比较", "Compare the agreement of China and Cuba in 2021 and 2022"],
)
def test_two_years_that_are_compared_are_counted_apart(world: World, message: str) -> None:
    table = {row["part"]: row for row in world.told(message)["table"]}
    for year in (2021, 2022):
        both = [r for r in world.known if r.day.year == year and {r.votes.get("CHN"), r.votes.get("CUB")} <= CAST]
        same = sum(r.votes["CHN"] == r.votes["CUB"] for r in both)
        assert (table[str(year)]["same"], table[str(year)]["of"]) == (same, len(both))


@pytest.mark.parametrize(
    "message",
    [
        "大会第三委员会的决议有几份", "以三分之二多数通过的大会决议", "Which GA resolutions passed by two thirds?",
        "安理会2023年中国没有投赞成票的决议，除了俄罗斯的",
        "Agreement between China and the US in the GA, excluding resolutions on Cuba",
    ],
)  # fmt: skip
def test_what_no_question_holds_is_asked_back_about(world: World, message: str) -> None:
    assert world.told(message)["kind"] == "clarify"


@pytest.mark.parametrize(
    ("template", "vote", "least"),
    [
        ("{}反对票有没有超过{}张", "no", 1),
        ("{}反对票是不是不超过{}张", "no", None),
        ("On {}, did at least {} states vote against?", "no", 0),
        ("{}: did more than {} states abstain?", "abstain", 1),
        ("{}弃权的国家至少有{}个吗", "abstain", 0),
    ],
)
@pytest.mark.parametrize("off", [-1, 0, 1])
def test_whether_so_many_voted_so(world: World, template: str, vote: str, least: int | None, off: int) -> None:
    roll = next(r for r in world.known if r.body == "assembly" and len(r.who(vote)) > 3)
    asked = len(roll.who(vote)) + off
    right = len(roll.who(vote)) <= asked if least is None else len(roll.who(vote)) >= asked + least
    reply = world.told(template.format(roll.symbol, asked))
    assert reply["verdict"] == ("yes" if right else "no")
    assert set(reply["votes"]) == roll.who(vote)


@pytest.mark.parametrize(
    ("message", "right"),
    [
        ("{}欧盟至少有{}国反对吗", True), ("{}: did at least {} EU members vote against?", True),
        ("{}欧盟有没有{}个以上的国家反对", True),
    ],
)  # fmt: skip
def test_whether_so_many_of_a_group_did(world: World, message: str, right: bool) -> None:
    members = {"DEU", "FRA", "ITA", "POL", "SWE"}
    roll = next(r for r in world.known if r.body == "assembly" and len(r.who("no") & members) == 2)
    for count, verdict in ((2, "yes"), (3, "no")):
        reply = world.told(message.format(roll.symbol, count))
        assert reply["verdict"] == verdict
        assert set(reply["votes"]) == roll.who("no") & members


@pytest.mark.parametrize(
    ("turns", "vote"),
    [
        (("{0}谁反对", "不对，我是说{1}"), "no"),
        (("{0}谁弃权", "错了，是{1}"), "abstain"),
        (("who opposed {0}?", "no, I meant {1}"), "no"),
    ],
)
def test_another_one_that_was_meant_is_asked_the_same(world: World, turns: tuple[str, ...], vote: str) -> None:
    one, other = [r for r in world.known if r.body == "assembly" and r.who("no") and r.who("abstain")][:2]
    reply = world.told(*(turn.format(one.symbol, other.symbol) for turn in turns))
    assert set(reply["votes"]) == other.who(vote)


def test_other_votes_that_were_meant_are_asked_of_the_same(world: World) -> None:
    listed = symbols(world.told("中国2021年在大会反对的决议", "不对，我是说弃权的"))
    assert set(listed) == {
        r.symbol for r in world.known if r.body == "assembly" and r.day.year == 2021 and r.votes["CHN"] == "abstain"
    }


def test_who_was_absent_most_often_is_counted_of_all_that_list_a_state(world: World) -> None:
    of_assembly = [r for r in world.known if r.body == "assembly"]
    absent = {code: sum(r.votes.get(code) == "not_voting" for r in of_assembly) for code in of_assembly[0].votes}
    first = world.told("大会缺席最多的国家")["table"][0]
    assert first["count"] == max(absent.values()) == absent[first["state"]]
    assert first["of"] == len(of_assembly)


@pytest.mark.parametrize("message", ["{0}：谁反对？谁弃权？中国呢？", "谁反对{0}，谁弃权{1}？"])
def test_each_of_several_rolls_is_called(world: World, message: str) -> None:
    one, other = [r for r in world.known if r.body == "assembly" and r.who("no") and r.who("abstain")][:2]
    text = world.told(message.format(one.symbol, other.symbol))["text"]
    second = other if "{1}" in message else one
    assert f"（{len(one.who('no'))}）" in text
    assert f"（{len(second.who('abstain'))}）" in text


@pytest.mark.parametrize(
    ("message", "meant"),
    [
        ("{} 请列明法国、德国、古巴及智利四国各自的表决情况。", {"FRA", "DEU", "CUB", "CHL"}),
        ("{} 阿根廷与智利两国国名相近，请分别说明其投票情况", {"ARG", "CHL"}),
        ("{} Did France vote yes, and what about Chile?", {"FRA", "CHL"}),
    ],
)
def test_none_of_those_named_beside_a_symbol_is_passed_over(world: World, message: str, meant: set[str]) -> None:
    roll = next(r for r in world.known if r.body == "assembly")
    assert world.told(message.format(roll.symbol))["votes"] == {code: roll.votes[code] for code in meant}


@pytest.mark.parametrize("message", ["这决议最后以多少票赞成通过", "总共有几个国家反对", "该决议赞成票多少"])
def test_this_resolution_is_the_one_in_view(world: World, message: str) -> None:
    roll = next(r for r in world.known if r.body == "assembly" and len(r.who("no")) > 2)
    text = world.told(f"{roll.symbol}中国怎么投的", message)["text"]
    assert roll.symbol in text
    assert f"{len(roll.who('yes'))}票赞成" in text


@pytest.mark.parametrize(
    "message",
    ["Was {} adopted?", "Was {} adopted, and how did China vote?", "{}通过了吗？多少票？中国支持吗？",
     "¿Se aprobó {}? ¿Cuántos votos? ¿Y China?"],
)  # fmt: skip
def test_whether_one_was_adopted_is_told_with_all_else_that_is_asked(world: World, message: str) -> None:
    roll = next(r for r in world.known if r.body == "assembly" and len(r.who("yes")) > len(r.who("no")) > 1)
    text = world.told(message.format(roll.symbol))["text"]
    assert all(str(len(roll.who(vote))) in text.partition("\n")[0] for vote in ("yes", "no", "abstain"))
    assert not any(name in message for name in ("China", "中国")) or any(name in text for name in ("China", "中国"))


def test_half_of_a_group_is_no_number_of_states(world: World) -> None:
    members = {"DEU", "FRA", "ITA", "POL", "SWE"}
    roll = next(r for r in world.known if r.body == "assembly" and len(r.who("no") & members) == 2)
    assert world.told(f"{roll.symbol}欧盟有没有超过一半反对")["verdict"] == "no"


@pytest.mark.parametrize("message", ["{year}年{month}月人权理事会的表决", "{year}年{month}月人权理事会的表决结果"])
def test_what_a_body_voted_on_in_a_month(world: World, message: str) -> None:
    months = [(r.day.year, r.day.month) for r in world.known if r.body == "rights"]
    day = next(r.day for r in world.known if months.count((r.day.year, r.day.month)) > 1)
    meant = {r.symbol for r in world.known if r.body == "rights" and (r.day.year, r.day.month) == (day.year, day.month)}
    assert set(symbols(world.told(message.format(year=day.year, month=day.month)))) == meant
