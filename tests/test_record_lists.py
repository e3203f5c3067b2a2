"""Lists of resolutions, with or without amendments, and those of a list that meet one more condition, over the data of
tests/across.py. What is right is counted from that data in plain Python."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.corpus.loading import load
from bot.talk import Speaker, Talk
from tests.across import UNION, Roll, World, bulk, content_of, rolls
from tests.test_record_questions import symbols

Meant = Callable[[Roll], bool]


def amendment(roll: Roll) -> bool:
    """Whether it is one, and no resolution."""
    return "/L." in roll.symbol


def of(body: str, year: int = 0) -> Meant:
    """Whether a roll is of a body and, but for 0, of a year."""
    return lambda roll: roll.body == body and year in (0, roll.day.year)


def both(*meant: Meant) -> Meant:
    """Whether a roll meets all of these."""
    return lambda roll: all(each(roll) for each in meant)


def unanimous(roll: Roll) -> bool:
    """Whether all who voted were in favour."""
    return not roll.who("no", "abstain")


def margin(roll: Roll) -> int:
    """How many more were on the one side than on the other."""
    return abs(len(roll.who("yes")) - len(roll.who("no")))


LISTED: tuple[tuple[tuple[str, ...], Meant], ...] = (
    (("人权理事会2023年表决过哪些修正案",), both(of("rights", 2023), amendment)),
    (("Which amendments were put to the vote at the Human Rights Council in 2023?",),
     both(of("rights", 2023), amendment)),
    (("¿Qué enmiendas se votaron en el Consejo de Derechos Humanos en 2023?",), both(of("rights", 2023), amendment)),
    (("人权理事会2023年有哪些修正案被否决",),
     both(of("rights", 2023), amendment, lambda r: len(r.who("yes")) <= len(r.who("no")))),
    (("人权理事会有哪些决议是一票反对都没有的？",), both(of("rights"), lambda r: not r.who("no"))),
    (("人权理事会哪些决议没有反对票而且赞成超过13票",), both(of("rights"), lambda r: not r.who("no") and
     len(r.who("yes")) > 13)),
    (("列出2021年的安理会决议", "其中哪些不是全票通过的"), both(of("council", 2021), lambda r: not unanimous(r))),
    (("List the Security Council resolutions of 2021", "which of those were not unanimous?"),
     both(of("council", 2021), lambda r: not unanimous(r))),
    (("列出大会2022年的决议", "这几份里反对票超过5张的"), both(of("assembly", 2022), lambda r: len(r.who("no")) > 5)),
    (("List the General Assembly resolutions of 2022", "which of them did Brazil oppose?"),
     both(of("assembly", 2022), lambda r: "BRA" in r.who("no"))),
    (("列出2021年的安理会决议", "哪些不是全票"), both(of("council", 2021), lambda r: not unanimous(r))),
    (("列出2021年的安理会决议", "有弃权的呢"), both(of("council", 2021), lambda r: bool(r.who("abstain")))),
    (("列出2021年的安理会决议", "哪些中国反对"), both(of("council", 2021), lambda r: "CHN" in r.who("no"))),
    (("list the Security Council resolutions of 2021", "the ones where China voted against"),
     both(of("council", 2021), lambda r: "CHN" in r.who("no"))),
    (("没人反对也没人弃权的人权理事会决议",), both(of("rights"), unanimous)),
    (("which HRC resolutions had no abstentions and no votes against?",), both(of("rights"), unanimous)),
    (("没人反对但巴西赞成的人权理事会决议有哪些",),
     both(of("rights"), lambda r: not r.who("no") and "BRA" in r.who("yes"))),
    (("ما قرارات مجلس حقوق الإنسان التي لم يعارضها أحد؟",), both(of("rights"), lambda r: not r.who("no"))),
    (("ما القرارات التي عارضتها الصين في مجلس حقوق الإنسان",), both(of("rights"), lambda r: "CHN" in r.who("no"))),
    (("security council resolutions 2021",), of("council", 2021)),
    (("安理会2021年决议",), of("council", 2021)),
    (("amendments on anchors",), both(of("rights"), amendment)),
    (("how many amendments on anchors are there?",), both(of("rights"), amendment)),
    (("中国2023年在人权理事会反对了哪些决议", "不含修正案"),
     both(of("rights", 2023), lambda r: not amendment(r) and "CHN" in r.who("no"))),
    (("which HRC resolutions did China oppose in 2023?", "without amendments", "including amendments?"),
     both(of("rights", 2023), lambda r: "CHN" in r.who("no"))),
)  # fmt: skip
"""Conversations, and what the resolutions of the last list have in common."""


@pytest.mark.parametrize(("turns", "meant"), LISTED, ids=[" | ".join(turns) for turns, _ in LISTED])
def test_a_list_has_all_that_is_meant_and_nothing_else(world: World, turns: tuple[str, ...], meant: Meant) -> None:
    expected = {r.symbol for r in world.known if meant(r)}
    assert expected
    assert set(symbols(world.told(*turns))) == expected


@pytest.mark.parametrize(
    ("message", "counted"),
    [
        ("中国2023年在人权理事会投了多少次反对票，不含修正案", lambda r: not amendment(r)),
        ("中国2023年在人权理事会投了多少次反对票，修正案也算", lambda r: True),
        ("中国2023年在人权理事会对修正案投了多少次反对票", amendment),
        ("How often did China vote against at the HRC in 2023, excluding amendments?", lambda r: not amendment(r)),
        ("How often did China vote against at the HRC in 2023, amendments included?", lambda r: True),
        ("Combien de fois la Chine a-t-elle voté contre au CDH en 2023, hors amendements ?",
         lambda r: not amendment(r)),
        ("¿Cuántas veces votó China en contra en el CDH en 2023, sin contar las enmiendas?",
         lambda r: not amendment(r)),
        ("Сколько раз Китай голосовал против в СПЧ в 2023 году, не считая поправок?", lambda r: not amendment(r)),
        ("كم مرة صوتت الصين ضد في مجلس حقوق الإنسان عام 2023، باستثناء التعديلات؟", lambda r: not amendment(r)),
    ],
)  # fmt: skip
def test_amendments_are_left_out_counted_in_or_asked_for_alone(world: World, message: str, counted: Meant) -> None:
    against = {r.symbol for r in world.known if of("rights", 2023)(r) and counted(r) and "CHN" in r.who("no")}
    assert set(symbols(world.told(message))) == against


@pytest.mark.parametrize(
    ("turns", "order"),
    [
        (("List the General Assembly resolutions of 2022", "which of them drew the most abstentions?"),
         lambda r: -len(r.who("abstain"))),
        (("列出大会2022年的决议", "其中哪份反对票最多"), lambda r: -len(r.who("no"))),
        (("列出大会2022年的决议", "反对票最少的是哪份"), lambda r: len(r.who("no"))),
        (("哪份联大决议弃权最少",), lambda r: len(r.who("abstain"))),
        (("人权理事会修正案里反对票最多的是哪个",), lambda r: -len(r.who("no"))),
        (("What was the closest call at the Human Rights Council in 2021? smallest gap between yes and no",), margin),
    ],
)  # fmt: skip
def test_a_list_is_sorted_as_is_asked(world: World, turns: tuple[str, ...], order: Callable[[Roll], int]) -> None:
    listed = symbols(world.told(*turns))
    by = {r.symbol: order(r) for r in world.known}
    assert len(listed) > 1
    assert [by[symbol] for symbol in listed] == sorted(by[symbol] for symbol in listed)


@pytest.mark.parametrize(
    "message",
    [
        "人权理事会2022年的决议里全票通过的有几份，占多少",
        "What share of Human Rights Council resolutions in 2022 were unanimous?",
    ],
)
def test_a_share_of_a_list_is_told(world: World, message: str) -> None:
    whole = [r for r in world.known if of("rights", 2022)(r)]
    share = 100 * sum(map(unanimous, whole)) / len(whole)
    first = world.told(message)["text"].splitlines()[0]
    assert f"{share:.1f}".removesuffix(".0") in first
    assert str(len(whole)) in first


@pytest.mark.parametrize(
    ("message", "absent"),
    [
        ("白俄罗斯2022年在人权理事会投过几次反对票", "白俄罗斯"),
        ("How often did Belarus abstain in the GA in 2022?", "Belarus"),
    ],
)
def test_that_no_record_lists_a_state_is_told_beside_nought(world: World, message: str, absent: str) -> None:
    second = world.told(message)["text"].splitlines()[1]
    assert absent in second
    listed = message.replace("白俄罗斯", "中国").replace("Belarus", "China")
    assert second.replace(absent, "") not in world.told(listed)["text"].replace("中国", "").replace("China", "")


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("How many Security Council resolutions were adopted in 1950?", "none of that time"),
        ("中国1950年在安理会弃权几次?", "没有找到那个时间"),
    ],
)
def test_that_there_is_nothing_of_a_time_is_told_beside_nought(world: World, message: str, said: str) -> None:
    assert said in world.told(message)["text"]
    assert said not in world.told(message.replace("1950", "2021"))["text"]


def test_who_voted_how_on_those_of_a_list(world: World) -> None:
    reply = world.told("列出2021年的安理会决议", "其中中国怎么投的")
    assert {row["resolution"] for row in reply["table"]} == {
        r.symbol for r in world.known if of("council", 2021)(r) and "CHN" in r.who("yes", "no", "abstain")
    }


def test_how_many_are_left_out_since_their_totals_are_in_doubt_is_told(tmp_path: Path) -> None:
    some = [r for r in rolls() if r.body == "assembly"][:4]
    rows = list(csv.DictReader(io.StringIO(bulk(some))))
    for row in rows:
        if row["resolution"] == some[0].symbol:
            row["total_no"] = str(float(row["total_no"]) + 1)
    out = io.StringIO()
    table = csv.DictWriter(out, list(rows[0]))
    table.writeheader()
    table.writerows(rows)
    speaker = Speaker(load(content_of(tmp_path, out.getvalue(), "--accept")))
    told, _ = speaker.next("哪份联大决议反对票最多", Talk())
    assert some[0].symbol not in told.text
    assert all(each.symbol in told.text for each in some[1:])
    assert speaker.library.summaries[speaker.library.catalogue.places[some[0].symbol]].tally is None
    assert "不符" in told.text
    assert "：1份" in told.text
    every, _ = speaker.next("列出联大的决议", Talk())
    assert "不符" not in every.text
    # Its result is none of both; how many votes are listed is said of them.
    result, _ = speaker.next(f"what was the result of {some[0].symbol}?", Talk())
    listed = Counter(some[0].votes.values())
    assert f"{listed['Y']} in favour, {listed['N']} against, {listed['A']} abstaining" in result.text
    assert "neither is called the result" in result.text


def cohesion(roll: Roll) -> float:
    """Of the members of the European Union that voted: the agreement index of Hix, Noury and Roland."""
    counts = [len(roll.who(vote) & set(UNION)) for vote in ("yes", "no", "abstain")]
    return (max(counts) - (sum(counts) - max(counts)) / 2) / sum(counts)


@pytest.mark.parametrize(
    ("message", "sign"),
    [
        ("欧盟2023年在联大哪次表决分裂得最厉害", 1),
        ("On which General Assembly resolution of 2023 was the EU most divided?", 1),
        ("¿En qué resolución de la Asamblea General de 2023 estuvo más dividida la UE?", 1),
        ("On which General Assembly resolution of 2023 was the EU most united?", -1),
    ],
)
def test_those_on_which_a_group_was_most_divided_or_united_come_first(world: World, message: str, sign: int) -> None:
    by = {r.symbol: sign * cohesion(r) for r in world.known if of("assembly", 2023)(r)}
    listed = symbols(world.told(message))
    assert listed
    assert [by[symbol] for symbol in listed] == sorted(by[symbol] for symbol in listed)
    assert by[listed[0]] == min(by.values())


AMENDMENTS = {"A/HRC/88/L.7", "A/HRC/88/L.8", "A/HRC/88/L.9"}


@pytest.mark.parametrize(
    "message",
    [
        "Who opposed the amendments on anchors?", "Who abstained on the anchors amendments?",
        "Who opposed the amendments to the resolution on anchors?",
        "Qui s'est opposé aux amendements « marking of anchors » ?",
    ],
)  # fmt: skip
def test_of_several_amendments_it_is_asked_which(world: World, message: str) -> None:
    reply = world.told(message)
    assert reply["kind"] == "clarify"
    assert all(symbol in reply["text"] for symbol in AMENDMENTS)
    chosen = world.told(message, "2")
    roll = next(r for r in world.known if r.symbol == [x for x in reply["text"].split() if "/L." in x][1].strip(","))
    assert set(chosen["votes"]) == roll.who("abstain" if "abstain" in message else "no")


@pytest.mark.parametrize(
    ("message", "symbol"),
    [
        ("修正案L.8谁反对", "A/HRC/88/L.8"), ("who opposed draft L.9?", "A/HRC/88/L.9"), ("L.7谁反对", "A/HRC/88/L.7"),
        ("88届L.8谁反对", "A/HRC/88/L.8"), ("Кто был против поправки L.8?", "A/HRC/88/L.8"),
    ],
)  # fmt: skip
def test_a_draft_is_known_by_its_number_alone(world: World, message: str, symbol: str) -> None:
    roll = next(r for r in world.known if r.symbol == symbol)
    assert {code for code, vote in world.told(message)["votes"].items() if vote == "no"} == roll.who("no")


@pytest.mark.parametrize(
    "message", ["{day}表决了哪些决议", "哪些决议是{day}表决的", "all votes of {iso}", "What votes took place on {iso}?"]
)
def test_what_was_voted_on_on_a_day(world: World, message: str) -> None:
    day = next(r.day for r in world.known if r.body == "assembly")
    said = message.format(day=f"{day.year}年{day.month}月{day.day}日", iso=f"{day.day} {day:%B %Y}")
    assert set(symbols(world.told(said))) == {r.symbol for r in world.known if r.day == day}


def test_a_number_of_a_resolution_that_is_not_here_is_said_not_to_be(world: World) -> None:
    assert world.told("3999谁反对")["kind"] == "none"
    assert "3999" in world.told("3999谁反对")["text"]
    assert "3999" in world.told("3999")["text"]


def test_a_number_that_begins_a_question_is_that_of_a_resolution(world: World) -> None:
    roll = next(r for r in world.known if r.body == "assembly" and r.who("no"))
    number = roll.symbol.rpartition("/")[2]
    assert {code for code, vote in world.told(f"{number}谁反对")["votes"].items() if vote == "no"} == roll.who("no")


@pytest.mark.parametrize(("message", "right"), [("{}只有{}吗", False), ("{}: only {}?", False)], ids=["zh", "en"])
def test_whether_only_one_state_voted_so_is_asked_after_who_did(world: World, message: str, right: bool) -> None:
    roll = next(r for r in world.known if r.body == "assembly" and len(r.who("no")) > 1 and "CHN" in r.who("no"))
    first, name = ("{}谁反对", "中国") if "吗" in message else ("who opposed {}?", "China")
    reply = world.told(first.format(roll.symbol), message.format("", name))
    assert reply["verdict"] == ("yes" if right else "no")
    assert {code for code, vote in reply["votes"].items() if vote == "no"} == roll.who("no")


@pytest.mark.parametrize(
    ("message", "word"), [("{}", "表决"), ("When was {} adopted?", "Voted on"), ("{}哪天通过的", "表决日期")]
)
def test_of_a_draft_that_was_rejected_nothing_says_that_it_was_adopted(world: World, message: str, word: str) -> None:
    rejected = next(r for r in world.known if amendment(r) and len(r.who("yes")) < len(r.who("no")))
    text = world.told(message.format(rejected.symbol))["text"]
    assert word in text
    assert "日通过" not in text
    assert "Adopted" not in text


@pytest.mark.parametrize(
    "message", ["Was {} adopted?", "Did the HRC adopt {}?", "{}有没有获得通过", "{} 有沒有獲得通過", "¿Se aprobó {}?"]
)
def test_whether_a_draft_was_adopted_is_told_by_its_vote(world: World, message: str) -> None:
    rejected = next(r for r in world.known if amendment(r) and len(r.who("yes")) < len(r.who("no")))
    reply = world.told(message.format(rejected.symbol))
    assert reply["kind"] == "tally"
    assert all(str(len(rejected.who(vote))) in reply["text"].partition("\n")[0] for vote in ("yes", "no"))
