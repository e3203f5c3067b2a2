"""What is asked of one roll call: who voted like one and unlike another, what is left of it without a group, how many
more of a group, which of those named; the truth is the roll call's."""

from __future__ import annotations

import pytest

from bot.answer.kind import Verdict
from bot.answer.model import (
    ClarifyAnswer,
    GroupsAnswer,
    NoneAnswer,
    RollAnswer,
    TableAnswer,
    TallyAnswer,
    VoteAnswer,
)
from bot.corpus.library import Library
from bot.question.model import Refused
from bot.resolution import Vote
from bot.talk import Speaker


def _votes(library: Library) -> dict[str, Vote]:
    return {voter.code: voter.vote for voter in library.resolutions[0].roll_call}


def _members(library: Library, group: str) -> frozenset[str]:
    return library.names.groups[group].on(library.resolutions[0].adopted)


LIKE_AND_UNLIKE = (
    ("who voted the same as Costa Rica but differently from Cuba?", "CRI", "CUB"),
    ("Who agreed with Germany but disagreed with Georgia?", "DEU", "GEO"),
    ("who voted like Argentina yet unlike Morocco", "ARG", "MAR"),
    ("like Viet Nam, unlike Finland", "VNM", "FIN"),
    ("who voted with Morocco but not like Finland?", "MAR", "FIN"),
    ("谁和越南一样但和芬兰不一样", "VNM", "FIN"),
    ("誰和摩洛哥一樣但和越南不一樣", "MAR", "VNM"),
    ("Qui a voté comme la Belgique mais autrement que la Finlande ?", "BEL", "FIN"),
    ("¿quién votó igual que Marruecos y distinto de Ghana?", "MAR", "GHA"),
    ("кто голосовал так же, как Марокко, но иначе, чем Финляндия?", "MAR", "FIN"),
    ("من صوت مثل المغرب لكن بشكل مختلف عن فنلندا؟", "MAR", "FIN"),
)


@pytest.mark.parametrize(("message", "one", "other"), LIKE_AND_UNLIKE, ids=[row[0] for row in LIKE_AND_UNLIKE])
def test_like_one_and_unlike_another(library: Library, message: str, one: str, other: str) -> None:
    cast = _votes(library)
    expected = {code for code, vote in cast.items() if vote is cast[one] and vote is not cast[other]} - {one}
    answer = Speaker(library).answer([message]).answer
    assert isinstance(answer, RollAnswer)
    assert {code for code, _ in answer.votes} == expected


WITHOUT = (
    ("How many abstained if you don't count Africa?", "african_group", Vote.ABSTAIN),
    ("How many voted for if we do not count Asia?", "asia_pacific_group", Vote.YES),
    ("disregarding NATO, who was against", "nato", Vote.NO),
    ("没有北约的话反对几个", "nato", Vote.NO),
    ("沒有亞太組的話，贊成有幾個", "asia_pacific_group", Vote.YES),
    ("要是不算亚太组，赞成几票", "asia_pacific_group", Vote.YES),
    ("qui a voté contre si l'on ne compte pas l'OTAN ?", "nato", Vote.NO),
    ("¿Cuántos votaron en contra si no contamos la OTAN?", "nato", Vote.NO),
    ("сколько против, если не брать НАТО?", "nato", Vote.NO),
    ("كم صوتوا ضد إذا لم نحسب الناتو؟", "nato", Vote.NO),
)


@pytest.mark.parametrize(("message", "group", "vote"), WITHOUT, ids=[row[0] for row in WITHOUT])
def test_without_a_group(library: Library, message: str, group: str, vote: Vote) -> None:
    expected = {code for code, cast in _votes(library).items() if cast is vote} - _members(library, group)
    answer = Speaker(library).answer([message]).answer
    assert isinstance(answer, RollAnswer)
    assert {code for code, _ in answer.votes} == expected


MORE_WITHIN = (
    ("how many more in favour than against in Africa?", "african_group"),
    ("NATO how many more against than in favour", "nato"),
    ("by how many votes did yes beat no among BRICS", "brics"),
    ("非洲赞成比弃权多几票", "african_group"),
    ("combien de pour de plus que de contre en Afrique ?", "african_group"),
    ("¿cuántos más a favor que en contra en África?", "african_group"),
    ("на сколько больше за, чем против в Африке?", "african_group"),
    ("بكم يزيد المؤيدون على المعارضين في أفريقيا؟", "african_group"),
)


@pytest.mark.parametrize(("message", "group"), MORE_WITHIN, ids=[row[0] for row in MORE_WITHIN])
def test_more_within_a_group(library: Library, message: str, group: str) -> None:
    """Each of the votes of the group is told, and none added to another."""
    cast = [vote for code, vote in _votes(library).items() if code in _members(library, group)]
    spoken = Speaker(library).answer([message])
    assert isinstance(spoken.answer, TableAnswer)
    first = spoken.text.splitlines()[0]
    assert all(str(cast.count(vote)) in first for vote in (Vote.YES, Vote.NO, Vote.ABSTAIN))


@pytest.mark.parametrize(
    "message", ["谁没有参加表决", "谁没参与表决", "哪些国家未参加投票", "沒參與投票的國家", "誰未參與投票"]
)
def test_the_record_lists_voters_only(library: Library, message: str) -> None:
    answer = Speaker(library).answer([message]).answer
    assert isinstance(answer, NoneAnswer)
    assert answer.refusal.reason is Refused.NOT_CAST


UNKNOWN = (
    ("古巴、印度、阿斯加德怎么投的", "阿斯加德"),
    ("古巴和木星怎么投", "木星"),
    ("阿斯加德和古巴都反对吗", "阿斯加德"),
    ("芬兰、比利时和阿斯加德赞成吗", "阿斯加德"),
    ("古巴、阿斯加德誰反對", "阿斯加德"),
    ("古巴、芬兰、阿斯加德谁反对", "阿斯加德"),
)


@pytest.mark.parametrize(("message", "unknown"), UNKNOWN, ids=[row[0] for row in UNKNOWN])
def test_unknown_beside_a_state(library: Library, message: str, unknown: str) -> None:
    spoken = Speaker(library).answer([message])
    assert isinstance(spoken.answer, ClarifyAnswer)
    assert unknown in spoken.text


WHICH_OF_THEM = (
    ("Which of Cuba, Finland and Morocco did not vote against?", {"CUB", "MAR"}),
    ("Cuba, Finland, Morocco: who voted in favour?", {"CUB"}),
    ("古巴芬兰摩洛哥谁反对", {"FIN"}),
    ("古巴、芬蘭、摩洛哥裡誰棄權", {"MAR"}),
    ("¿Cuál de Cuba, Finlandia y Marruecos votó en contra?", {"FIN"}),
    ("кто из Кубы, Финляндии и Марокко голосовал против?", {"FIN"}),
    ("من من كوبا وفنلندا والمغرب صوت ضد؟", {"FIN"}),
)


@pytest.mark.parametrize(("message", "expected"), WHICH_OF_THEM, ids=[row[0] for row in WHICH_OF_THEM])
def test_which_of_those_named(library: Library, message: str, expected: set[str]) -> None:
    answer = Speaker(library).answer([message]).answer
    assert isinstance(answer, RollAnswer)
    assert {code for code, _ in answer.votes} == expected


def test_one_not_in_the_record(library: Library) -> None:
    """Of those named, one that the record does not list is told beside the others."""
    answer = Speaker(library).answer(["古巴、挪威、芬兰谁反对"]).answer
    assert isinstance(answer, VoteAnswer)
    assert dict(answer.votes)["NOR"] is Vote.ABSENT


@pytest.mark.parametrize("message", ["Was Georgia alone?", "La Géorgie était-elle seule ?"])
def test_alone(library: Library, message: str) -> None:
    answer = Speaker(library).answer([message]).answer
    assert isinstance(answer, RollAnswer)
    assert answer.verdict is Verdict.NO


IN_A_GROUP = (
    ("古巴是非洲国家吗", Verdict.NO),
    ("加納是非洲國家嗎", Verdict.YES),
    ("Is Ghana an African country?", Verdict.YES),
    ("Le Ghana est-il un pays africain ?", Verdict.YES),
    ("¿Cuba es un país africano?", Verdict.NO),
    ("Гана — африканская страна?", Verdict.YES),
    ("هل كوبا دولة أفريقية؟", Verdict.NO),
)


@pytest.mark.parametrize(("message", "verdict"), IN_A_GROUP, ids=[row[0] for row in IN_A_GROUP])
def test_in_a_group(library: Library, message: str, verdict: Verdict) -> None:
    answer = Speaker(library).answer([message]).answer
    assert isinstance(answer, GroupsAnswer)
    assert answer.verdict is verdict


DENIED = (
    ("芬兰不是投赞成的吧", "FIN", Vote.YES),
    ("阿根廷不是投反對的吧", "ARG", Vote.NO),
    ("芬兰不是投反对的吧", "FIN", Vote.NO),
)


@pytest.mark.parametrize(("message", "state", "vote"), DENIED, ids=[row[0] for row in DENIED])
def test_denied(library: Library, message: str, state: str, vote: Vote) -> None:
    """不是…吧 says that it did not."""
    answer = Speaker(library).answer([message]).answer
    assert isinstance(answer, VoteAnswer)
    assert answer.verdict is Verdict.of(_votes(library)[state] is not vote)


def test_those_like_it(library: Library) -> None:
    cast = _votes(library)
    answer = Speaker(library).answer(["芬兰", "和它一样的呢"]).answer
    assert isinstance(answer, RollAnswer)
    assert {code for code, _ in answer.votes} == {c for c, vote in cast.items() if vote is cast["FIN"]} - {"FIN"}


@pytest.mark.parametrize("message", ["Was the vote close?", "was it a close one?"])
def test_how_close(library: Library, message: str) -> None:
    assert isinstance(Speaker(library).answer([message]).answer, TallyAnswer)
