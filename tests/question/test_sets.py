"""Sets of states and what is asked of them, from a message to the reply: each row a message, and what the record says
of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.corpus.library import Library
from bot.faces.json import line
from bot.language.names import Names
from bot.talk import Speaker

AFRICA, ASIA, EAST, GRULAC, WEOG = "african_group", "asia_pacific_group", "eastern_european_group", "grulac", "weog"


@pytest.fixture(scope="module")
def record(library: Library) -> dict[str, str]:
    """The vote of each state that the record lists."""
    return {v.code: v.vote.value for v in library.resolutions[0].roll_call}


def replied(speaker: Speaker, turns: str) -> dict[str, Any]:
    reply: dict[str, Any] = json.loads(line(speaker.answer(turns.split(" | "))))
    return reply


def members(names: Names, group: str) -> frozenset[str]:
    return names.groups[group].members


# A conversation; the votes of those listed; of which groups (all of them, in common), without which groups and states.
LISTS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("撇开亚洲和东欧，投赞成票的是谁", "yes", (), (ASIA, EAST)),
    ("Who opposed it, setting aside Georgia and the EU?", "no", (), ("european_union", "GEO")),
    ("北约里不属于欧盟的，谁反对", "no", ("nato",), ("european_union",)),
    ("既是法语国家组织成员又属于非洲组的国家谁赞成", "yes", ("oif", AFRICA), ()),
    ("which states aren't in favour", "no abstain", (), ()),
    ("who declined to vote for it", "no abstain", (), ()),
    ("谁既没投赞成票也没投弃权票", "no", (), ()),
    ("谁投了弃权票 | 拉美的呢", "abstain", (GRULAC,), ()),
    ("谁反对 | 不算西欧的", "no", (), (WEOG,)),
    ("who backed it | and in Asia | except Qatar", "yes", (ASIA,), ("QAT",)),
)


@pytest.mark.parametrize(("turns", "votes", "within", "without"), LISTS, ids=[row[0] for row in LISTS])
def test_a_list(
    speaker: Speaker,
    library: Library,
    record: dict[str, str],
    turns: str,
    votes: str,
    within: tuple[str, ...],
    without: tuple[str, ...],
) -> None:
    names = library.names
    out = frozenset().union(*(members(names, x) if x in names.groups else {x} for x in without))
    inside = [members(names, g) for g in within]
    expected = {c: v for c, v in record.items() if v in votes.split() and c not in out and all(c in g for g in inside)}
    reply = replied(speaker, turns)
    assert reply["votes"] == expected
    assert set(reply["filters"]) >= {*within, *without}


# A message that wants yes or no, and which.
VERDICTS = (
    ("Did both Cuba and Chile support it?", "no"),
    ("Did either Cuba or Chile abstain?", "yes"),
    ("Did neither Cuba nor Benin vote against?", "yes"),
    ("古巴和贝宁都没反对吧", "yes"),
    ("东欧国家全都反对吗", "yes"),
    ("Did all of GRULAC vote in favour?", "no"),
    ("Did any Eastern European state abstain?", "no"),
    ("不是所有拉美国家都赞成吧", "yes"),
    ("没有东欧国家赞成吧", "yes"),
    ("是不是只有摩洛哥弃权", "no"),
    ("法国一个人反对的吗", "no"),
    ("拉美组弃权的就古巴一家吗", "no"),
    ("非洲组弃权的就摩洛哥一个？", "yes"),
    ("Япония одна из азиатских стран голосовала против?", "yes"),
    ("Was the African Group united?", "no"),
    ("北约投得一致吗", "yes"),
    ("拉美过半数赞成吗", "yes"),
    ("智利是拉美组的成员吗", "yes"),
    ("Is Chile in the European Union?", "no"),
    ("谁弃权 | 包括古巴吗", "no"),
)


@pytest.mark.parametrize(("turns", "verdict"), VERDICTS, ids=[row[0] for row in VERDICTS])
def test_yes_or_no(speaker: Speaker, turns: str, verdict: str) -> None:
    assert replied(speaker, turns)["verdict"] == verdict


# A message, and what its reply has to say.
FIGURES = (
    ("亚太组里赞成的占多大比例", ("92.3%", "12", "13")),
    ("What share of GRULAC abstained?", ("37.5%", "3", "8")),
    ("赞成比弃权多几票", ("25",)),
    ("How many votes were needed for adoption?", ("22", "43")),
    ("哪个地区组最不一致", ("拉美",)),
    ("各区域组怎么投的", ("92.3%", "Agreement Index")),
    ("répartition par groupe régional", ("92,3", "Maroc", "Japon")),
    ("разбивка по региональным группам", ("92,3", "Марокко", "Япония")),
    ("who stepped out of line in the Asia-Pacific Group", ("Japan",)),
    ("古巴在哪个区域组", ("拉美",)),
    # by the lists that these publish of their members
    ("ALBA", ("(1)", "Cuba")),
    ("¿cómo votó la Alianza del Pacífico?", ("Chile",)),
    ("как голосовали страны ОДКБ", ("Казахстан, Кыргызстан",)),
    ("西共体怎么投的", ("贝宁、科特迪瓦、冈比亚、加纳",)),
    ("东非共同体国家怎么投的", ("布隆迪、索马里",)),
)


@pytest.mark.parametrize(("turns", "figures"), FIGURES, ids=[row[0] for row in FIGURES])
def test_figures(speaker: Speaker, turns: str, figures: tuple[str, ...]) -> None:
    text = replied(speaker, turns)["text"]
    assert all(figure in text for figure in figures), text


# What the bot does not understand of a question about votes, and says so.
ASKED_BACK = (
    ("哪些产油国家反对", "产油"),
    ("which wealthy states opposed it", "wealthy"),
    # no word asks: it is a list of those states all the same
    ("mountainous countries against", "mountainous"),
    ("产金国家反对", "产金"),
    ("pays industrialisés contre", "industrialises"),
    ("бедные страны за", "бедные"),
    ("الدول الغنية المعارضة", "الغنيه"),
)


@pytest.mark.parametrize(("turns", "part"), ASKED_BACK, ids=[row[0] for row in ASKED_BACK])
def test_a_part_that_is_not_understood_is_named(speaker: Speaker, turns: str, part: str) -> None:
    reply = replied(speaker, turns)
    assert reply["kind"] == "clarify"
    assert part in reply["text"]


NOT_ABOUT_VOTES = (
    "秘鲁有多少人口",
    "帮我订一张去智利的机票",
    "现在几点，日本",
    "tell my friend Chad hello, says hi",
    "I am so hungry",
)


@pytest.mark.parametrize("message", NOT_ABOUT_VOTES)
def test_what_is_not_about_votes_is_not_answered_with_one(speaker: Speaker, message: str) -> None:
    assert replied(speaker, message)["kind"] in {"none", "clarify"}


SPELT = (
    "https://undocs.org/en/A/HRC/RES/56/4", "A_HRC_RES_56_4", "HRC resolution 56/4", "第56届会议第4号决议",
    "undocs.org/A/HRC/RES/56/4", "https://docs.un.org/fr/A/HRC/RES/56/4?direct=true", "www.undocs.org/A/HRC/RES/56/4#p",
    "https://undocs.org/A%2FHRC%2FRES%2F56%2F4", "https://x.test/view?symbol=A/HRC/RES/56/4&lang=E",
    "A_HRC_RES_56_4-EN.pdf", "A-HRC-RES-56-4", "A HRC RES 56 4", "第五十六届会议第四号决议",
    "人权理事会第五十六届会议第4号决议", "resolution 4 of the 56th session",
)  # fmt: skip


@pytest.mark.parametrize("symbol", SPELT)
def test_a_symbol_in_any_spelling(speaker: Speaker, symbol: str) -> None:
    assert replied(speaker, f"{symbol} 谁弃权")["kind"] == "roll"


@pytest.mark.parametrize("symbol", ["A/HRC/RES/56/4/Corr.2", "A/HRC/RES/56/4/Rev.1"])
def test_a_corrigendum_is_another_document(speaker: Speaker, symbol: str) -> None:
    assert replied(speaker, f"{symbol} 谁弃权")["kind"] == "none"
