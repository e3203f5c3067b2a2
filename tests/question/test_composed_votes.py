"""Composed questions about one vote, 56/4: the states that are meant, by the algebra of sets, and the yes or no."""

from __future__ import annotations

import json

import pytest

from bot.faces.json import line
from bot.resolution import CAST, Resolution
from bot.talk import Speaker


def reply(speaker: Speaker, turns: tuple[str, ...]) -> dict[str, object]:
    found = json.loads(line(speaker.answer(turns)))
    assert isinstance(found, dict)
    return found


def voters(speaker: Speaker) -> tuple[Resolution, dict[str, str]]:
    resolution = speaker.library.resolutions[0]
    return resolution, {v.code: v.vote.value for v in resolution.roll_call if v.vote in CAST}


SETS = (
    # messages of a conversation; the votes asked for; groups all of which, groups none of which they are in
    (("les non-européens de l'Est qui se sont abstenus",), {"abstain"}, (), ("eastern_european_group",)),
    (("qui a voté contre ?", "et parmi eux, les non-européens de l'Est ?"), {"no"}, (), ("eastern_european_group",)),
    (("¿quién votó a favor?", "¿y los países no asiáticos?"), {"yes"}, (), ("asia_pacific_group",)),
    (("кто против из стран не НАТО?",), {"no"}, (), ("nato",)),
    (("同时加入北约和七国集团的国家谁反对",), {"no"}, ("nato", "g7"), ()),
    (("东盟和阿盟都参加的国家有谁赞成",), {"yes"}, ("asean", "arab_league"), ()),
    (("投反对票的国家，减去北约成员还剩几个？",), {"no"}, (), ("nato",)),
    (("De los que se abstuvieron, ¿cuántos no son latinoamericanos?",), {"abstain"}, (), ("grulac",)),
    (("谁没有反对和弃权",), {"yes"}, (), ()),
    (("哪些国家没投赞成、弃权",), {"no"}, (), ()),
    (("哪些国家不是赞成和弃权的",), {"no"}, (), ()),
    (("弃权反对都没投的有谁",), {"yes"}, (), ()),
    (("who voted, but not yes?",), {"no", "abstain"}, (), ()),
    (("who voted anything but yes?",), {"no", "abstain"}, (), ()),
    (("谁没有弃权并反对",), {"no"}, (), ()),
)


@pytest.mark.parametrize(("turns", "votes", "inside", "outside"), SETS, ids=[row[0][-1] for row in SETS])
def test_the_states_meant(
    speaker: Speaker, turns: tuple[str, ...], votes: set[str], inside: tuple[str, ...], outside: tuple[str, ...]
) -> None:
    resolution, cast = voters(speaker)
    groups = speaker.library.names.groups
    wanted = {code for code, vote in cast.items() if vote in votes}
    for group in inside:
        wanted &= groups[group].on(resolution.adopted)
    for group in outside:
        wanted -= groups[group].on(resolution.adopted)
    found = reply(speaker, turns)
    assert (found["kind"], set(found["votes"])) == ("roll", wanted)  # type: ignore[call-overload]


VERDICTS = (
    # messages of a conversation; yes or no, by the record
    (("Tous les pays du G7 ont-ils voté contre, oui ou non ?",), "yes"),
    (("Yes or no: did all BRICS members vote in favour?",), "yes"),
    (("非洲组全都赞成吗，是或否？",), "no"),
    (("没有任何一个欧盟国家投赞成票，这个说法对吗",), "yes"),
    (("没有任何一个拉美国家弃权，这话对吗",), "no"),
    (("西方组是否每一国都反对？",), "yes"),
    (("这份决议没经表决就通过了吗",), "no"),
    (("Did Chile break ranks with GRULAC?",), "yes"),
    (("Did Cuba break ranks with GRULAC?",), "no"),
    (("阿根廷跟巴西唱反调了吗",), "yes"),
    (("Did Japan break ranks with the United States?",), "no"),
    (("Did India vote with China or with Japan?",), None),
    (("印度投得跟中国一样还是跟日本一样？",), None),
    (("谁反对", "里面有拉美国家吗"), "no"),
    (("qui s'est abstenu ?", "y a-t-il des Africains parmi eux ?"), "yes"),
    (("من عارض؟", "هل بينهم دولة عربية؟"), "no"),
)


@pytest.mark.parametrize(("turns", "verdict"), VERDICTS, ids=[row[0][-1] for row in VERDICTS])
def test_yes_or_no(speaker: Speaker, turns: tuple[str, ...], verdict: str | None) -> None:
    found = reply(speaker, turns)
    assert found["kind"] in ("roll", "vote", "tally")
    assert found["verdict"] == verdict


def test_without_a_vote_is_not_so(speaker: Speaker) -> None:
    for asked in ("这份决议没经表决就通过了吗", "did it pass without being put to a vote?"):
        said = speaker.answer([asked]).text
        assert said.startswith(("不是", "It was not"))


MEANT = (
    # messages of a conversation; the states that the last one means; yes or no, by the record
    (("古巴", "美国", "这两国跟日本一样吗"), ("CUB", "USA", "JPN"), "no"),
    (("Finland?", "Belgium and Japan?", "all three the same?"), ("FIN", "BEL", "JPN"), "yes"),
    (("Chile?", "Morocco?", "did they both abstain?"), ("CHL", "MAR"), "yes"),
    (("Ghana?", "Georgia?", "both against?"), ("GHA", "GEO"), "no"),
    (("Ghana?", "Georgia?", "the same?"), ("GHA", "GEO"), "no"),
    (("日本怎么投的", "古巴呢", "都赞成吗"), ("JPN", "CUB"), "no"),
)


@pytest.mark.parametrize(("turns", "states", "verdict"), MEANT, ids=[" / ".join(row[0]) for row in MEANT])
def test_as_many_as_are_said(
    speaker: Speaker, turns: tuple[str, ...], states: tuple[str, ...], verdict: str
) -> None:
    _, cast = voters(speaker)
    found = reply(speaker, turns)
    assert found["votes"] == {code: cast[code] for code in states}
    assert found["verdict"] == verdict


ADDED = (
    # messages of a conversation; the states that the last one means
    (("古巴和美国投得一样吗", "加上加纳，三国一样吗"), ("CUB", "USA", "GHA")),
    (("古巴怎么投的", "美国呢", "再加上日本，三国一致吗"), ("CUB", "USA", "JPN")),
    (("Did Cuba and Ghana vote alike?", "add Chile, are all three the same?"), ("CUB", "GHA", "CHL")),
    (("Did Cuba and Ghana vote alike?", "add Chile and Peru: did all four agree?"), ("CUB", "GHA", "CHL", "PER")),
    (("Cuba et le Ghana ont-ils voté pareil ?", "et avec le Chili, les trois pareil ?"), ("CUB", "GHA", "CHL")),
)


@pytest.mark.parametrize(("turns", "states"), ADDED, ids=[row[0][-1] for row in ADDED])
def test_more_are_counted_with_those_before(
    speaker: Speaker, turns: tuple[str, ...], states: tuple[str, ...]
) -> None:
    resolution, _ = voters(speaker)
    found = reply(speaker, turns)
    assert found["votes"] == {code: resolution.vote_of(code).value for code in states}
    cast = {resolution.vote_of(code) for code in states}
    assert found["verdict"] == (None if not cast <= set(CAST) else "yes" if len(cast) == 1 else "no")


def test_the_more_united_of_two_that_stood_side_by_side(speaker: Speaker) -> None:
    for turns in (("EU vs OIC", "which was more united?"), ("欧盟和伊合组织比较一下", "哪个更一致")):
        assert "1.00" in speaker.answer(turns).text
        assert speaker.answer(turns).text.startswith(("Most united: European Union", "欧盟最一致"))


def test_who_voted_unlike_one_after_who_voted_like_it(speaker: Speaker) -> None:
    resolution, cast = voters(speaker)
    found = reply(speaker, ("Who voted like Brazil?", "and unlike it?"))
    assert found["votes"] == {c: v for c, v in cast.items() if v != resolution.vote_of("BRA").value}


SIDES = (
    # a message; the one that took a side, those it may have sided with, by their codes
    ("Did Ghana side with Cuba or with Japan?", "GHA", ("CUB", "JPN")),
    ("加纳站在古巴一边还是日本一边", "GHA", ("CUB", "JPN")),
    ("Le Ghana a-t-il voté avec Cuba ou avec le Japon ?", "GHA", ("CUB", "JPN")),
    ("¿Ghana votó con Cuba o con Japón?", "GHA", ("CUB", "JPN")),
    ("Гана голосовала с Кубой или с Японией?", "GHA", ("CUB", "JPN")),
    ("هل صوتت غانا مع كوبا أم مع اليابان؟", "GHA", ("CUB", "JPN")),
    ("Did Chile side with Cuba or Japan?", "CHL", ("CUB", "JPN")),
)
NEITHER = ("none of", "都不一样", "différent", "distinto", "не тот же", "مختلف")


@pytest.mark.parametrize(("asked", "one", "others"), SIDES, ids=[row[0] for row in SIDES])
def test_with_whom_a_state_sided(speaker: Speaker, asked: str, one: str, others: tuple[str, ...]) -> None:
    resolution, _ = voters(speaker)
    spoken = speaker.answer([asked])
    like = [code for code in others if resolution.vote_of(code) is resolution.vote_of(one)]
    first = spoken.text.splitlines()[0]
    assert any(word in first for word in NEITHER) is not bool(like)
    assert json.loads(line(spoken))["votes"].keys() == {one, *others}
    names = speaker.library.names.states
    in_english = [code for code in others if names[code].en in first]
    assert in_english == like or spoken.language != "en"


LESS = (
    # messages of a conversation; the group that is meant, and who is left out
    (("亚太组怎么投的", "那日本呢", "那这个组里除了日本"), "asia_pacific_group", ("JPN",)),
    (("印度怎么投的", "它属于哪个组", "那这个组里除了中国"), "asia_pacific_group", ("CHN",)),
    (("How did India vote?", "and in its group, except China?"), "asia_pacific_group", ("CHN",)),
    (("各区域组怎么投的", "那亚太组里除了日本"), "asia_pacific_group", ("JPN",)),
)


@pytest.mark.parametrize(("turns", "group", "left_out"), LESS, ids=[" / ".join(row[0]) for row in LESS])
def test_that_group_less_some(
    speaker: Speaker, turns: tuple[str, ...], group: str, left_out: tuple[str, ...]
) -> None:
    resolution, cast = voters(speaker)
    members = speaker.library.names.groups[group].on(resolution.adopted)
    assert reply(speaker, turns)["votes"] == {c: v for c, v in cast.items() if c in members and c not in left_out}


GROUPS_OF = ("它属于哪个组", "which group is it in?", "à quel groupe appartient-elle ?", "¿a qué grupo pertenece?",
             "к какой группе она относится?")  # fmt: skip


@pytest.mark.parametrize("asked", GROUPS_OF)
def test_in_which_groups_the_state_before_is(speaker: Speaker, asked: str) -> None:
    assert reply(speaker, ("中国怎么投的", asked))["kind"] == "fact"


NOT_AS_MANY = (("中国", "这三国一样吗"), ("中国怎么投的", "他们三个都赞成吗"), ("你好", "把那两段重发"),
               ("中国怎么投的", "加上日本，五国一样吗"), ("中国怎么投的", "那这些国家里除了中国"))  # fmt: skip


@pytest.mark.parametrize("turns", NOT_AS_MANY, ids=[row[1] for row in NOT_AS_MANY])
def test_fewer_than_are_said_are_asked_back(speaker: Speaker, turns: tuple[str, ...]) -> None:
    assert reply(speaker, turns)["kind"] == "clarify"


LETTERS = (
    # a letter; the group that it asks about, and the votes
    (
        "Good evening. I am writing from Lima, where I edit a small newsletter on diplomacy for retired teachers. We "
        "would like to be accurate, and my notes are no longer legible. Which Arab League members voted in favour of "
        "this resolution? Kind regards.",
        "arab_league",
        "yes",
    ),
    (
        "各位老師好，我在圖書館做義工，最近替讀者整理剪報，字跡模糊得厲害，實在辨認不出來。聽說有些國家態度搖擺。"
        "請問拉美國家裡有哪些棄權？打擾了，祝一切順心。",
        "grulac",
        "abstain",
    ),
    (
        "Bonjour. Je prépare un exposé pour mes élèves de terminale et je ne retrouve plus mes fiches. Ils m'ont posé "
        "une colle hier matin. Quels membres de l'OTAN ont voté contre ? Merci infiniment et bonne soirée.",
        "nato",
        "no",
    ),
)


@pytest.mark.parametrize(("letter", "group", "vote"), LETTERS, ids=[row[1] for row in LETTERS])
def test_the_sentence_of_a_letter_that_asks(speaker: Speaker, letter: str, group: str, vote: str) -> None:
    resolution, cast = voters(speaker)
    members = speaker.library.names.groups[group].on(resolution.adopted)
    wanted = {code for code in members if cast.get(code) == vote}
    found = reply(speaker, (letter,))
    assert (found["kind"], set(found["votes"])) == ("roll", wanted)  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ("除第14段外哪些段落提到气候", {"OP8", "OP18"}),
        ("which paragraphs other than paragraph 18 mention climate?", {"OP8", "OP14"}),
        ("which paragraphs mention climate, except the operative part?", set()),
        ("哪些段落提到秘书长，序言除外", {"OP17"}),
    ],
)
def test_mentions_less_some(speaker: Speaker, asked: str, numbers: set[str]) -> None:
    found = reply(speaker, (asked,))
    assert set(found["paragraphs"]) == numbers  # type: ignore[call-overload]


def test_a_state_beside_a_group_that_the_record_does_not_list(speaker: Speaker) -> None:
    found = reply(speaker, ("How did ASEAN and Norway vote?",))
    assert found["votes"] == {"IDN": "yes", "MYS": "yes", "VNM": "yes", "NOR": "absent"}
