"""What is asked on after who voted so: which of them are not in the group, whether one is alone in it, whether the two
are alike; and states by a word that is none here, which the figures of all do not answer."""

from __future__ import annotations

import json

import pytest

from bot.corpus.library import Library
from bot.faces.json import line
from bot.resolution import Vote
from bot.talk import Speaker

WHICH_NOT = (
    ("who abstained?", "which of them are Latin American", "and which aren't?"),
    ("who abstained?", "which of them are Latin American", "and which are not"),
    ("谁弃权了", "其中哪些是拉美的", "哪些不是"),
    ("qui s'est abstenu ?", "lesquels sont latino-américains ?", "et lesquels non ?"),
    ("¿quién se abstuvo?", "¿cuáles son latinoamericanos?", "¿y cuáles no?"),
    ("кто воздержался?", "кто из них в ГРУЛАК?", "а кто нет?"),
    ("من امتنع عن التصويت؟", "من منهم في مجموعة أمريكا اللاتينية؟", "وأيها لا؟"),
)
ALONE = (
    (("谁反对", "日本是亚太组里唯一一个吗"), "yes"),
    (("谁反对", "卢森堡是欧盟里唯一的吗"), "no"),
    (("谁弃权了", "智利是拉美唯一的吗"), "no"),
    (("who voted against?", "is the US the only one of the G7?"), "no"),
    (("谁弃权了", "摩洛哥是阿盟里唯一的吗"), "yes"),
    (("who abstained?", "is Morocco the only Arab one?"), "yes"),
    (("qui s'est abstenu ?", "le Maroc est-il le seul pays arabe ?"), "yes"),
    (("¿quién se abstuvo?", "¿Marruecos es el único africano?"), "yes"),
)
ALIKE = (
    ("古巴投的什么", "日本呢", "那俩一样吗"),
    ("古巴投的什么", "日本呢", "他俩一样？"),
    ("古巴投的什么", "日本呢", "那两个一样吗"),
)
UNKNOWN = ("那几个沿海国家投了什么", "那几个多山的国家都投了啥", "北边那几个产油国家怎么投的")

NOT_SO = (
    ("哪些国家没有在表决中投反对票", Vote.NO),
    ("谁没有在这次表决中投赞成票", Vote.YES),
    ("哪些国家没有在人权理事会投反对票", Vote.NO),
    ("谁没有对人权理事会56/4号决议投赞成票", Vote.YES),
    ("谁没有在人权理事会投赞成票", Vote.YES),
)


def _reply(speaker: Speaker, *messages: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(line(speaker.answer(list(messages))))
    return found


@pytest.mark.parametrize("messages", WHICH_NOT, ids=[row[-1] for row in WHICH_NOT])
def test_which_of_them_are_not(speaker: Speaker, library: Library, messages: tuple[str, ...]) -> None:
    resolution = library.resolutions[0]
    abstained = {voter.code for voter in resolution.roll_call if voter.vote is Vote.ABSTAIN}
    members = library.names.groups["grulac"].on(resolution.adopted)
    assert set(_reply(speaker, *messages)["votes"]) == abstained - set(members)  # type: ignore[call-overload]


@pytest.mark.parametrize(("messages", "verdict"), ALONE, ids=[row[0][-1] for row in ALONE])
def test_whether_one_is_alone_in_its_group(speaker: Speaker, messages: tuple[str, ...], verdict: str) -> None:
    assert _reply(speaker, *messages)["verdict"] == verdict


@pytest.mark.parametrize("messages", ALIKE, ids=[row[-1] for row in ALIKE])
def test_the_two_of_before_are_compared(speaker: Speaker, messages: tuple[str, ...]) -> None:
    reply = _reply(speaker, *messages)
    assert (reply["votes"], reply["verdict"]) == ({"CUB": "yes", "JPN": "no"}, "no")


@pytest.mark.parametrize("message", UNKNOWN)
def test_unknown_states_are_not_answered_with_the_figures_of_all(speaker: Speaker, message: str) -> None:
    assert _reply(speaker, message)["kind"] == "clarify"


@pytest.mark.parametrize(("message", "vote"), NOT_SO)
def test_a_negation_before_what_was_voted_on_is_of_the_vote(
    speaker: Speaker, library: Library, message: str, vote: Vote
) -> None:
    others = {voter.code for voter in library.resolutions[0].roll_call if voter.vote is not vote}
    assert set(_reply(speaker, message)["votes"]) == others  # type: ignore[call-overload]
