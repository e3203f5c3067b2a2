"""What a message states, or takes for granted, is held against the record: that nobody voted so, that so many did, that
it was so many times as many, that there are several resolutions; and how many paragraphs are on a subject."""

from __future__ import annotations

import pytest

from bot.answer.kind import Verdict
from bot.answer.model import NoneAnswer, ParagraphAnswer, RollAnswer, SeveralAnswer, TallyAnswer, VoteAnswer
from bot.corpus.library import Library
from bot.language.refusals import Refused
from bot.question.conversation import Conversation
from bot.question.model import ParagraphQuestion
from bot.question.understand import understand
from bot.question.where import Mentioning
from bot.resolution import Vote
from bot.talk import Speaker

NOBODY = (
    ("没人反对", Vote.NO, Verdict.NO),
    ("nobody opposed it in the EU", Vote.NO, Verdict.NO),
    ("nobody abstained right", Vote.ABSTAIN, Verdict.NO),
    ("no country in the African Group voted against it", Vote.NO, Verdict.YES),
    ("Personne ne s'est abstenu", Vote.ABSTAIN, Verdict.NO),
    ("nadie se abstuvo", Vote.ABSTAIN, Verdict.NO),
    ("никто не воздержался", Vote.ABSTAIN, Verdict.NO),
)
SEVERAL = (
    "中国对哪些决议投了反对票",
    "三份决议里印度投了几次赞成",
    "who abstained on all resolutions",
    "how did Ghana vote on each resolution?",
    "the third resolution, who voted against it",
    "第二份决议第5段",
)
COUNTED = (
    ("讲贫困的有几段", "贫困"),
    ("有多少段是关于贫困的", "贫困"),
    ("how many paragraphs are about poverty", "poverty"),
    ("combien de paragraphes parlent de pauvreté", "pauvrete"),
    ("¿cuántos párrafos tratan del clima?", "clima"),
    ("كم فقرة عن المناخ؟", "المناخ"),
)
ALL_OF_IT = ("how many paragraphs are there", "一共有几段", "combien de paragraphes ?")
AS_MANY_TIMES = ("赞成比反对多三倍吗", "is yes three times as many as no?", "赞成是反对的三倍吗")


@pytest.mark.parametrize(("message", "vote", "verdict"), NOBODY, ids=[row[0] for row in NOBODY])
def test_that_nobody_did(library: Library, message: str, vote: Vote, verdict: Verdict) -> None:
    answer = Speaker(library).answer([message]).answer
    if isinstance(answer, TallyAnswer):
        assert answer.question.unanimous and vote is Vote.NO
        return
    assert isinstance(answer, RollAnswer)
    assert answer.question.votes == {vote} and answer.verdict is verdict


def test_that_so_many_did(library: Library) -> None:
    answer = Speaker(library).answer(["弃权的是不是5个"]).answer
    assert isinstance(answer, RollAnswer) and answer.verdict is Verdict.NO


@pytest.mark.parametrize("message", SEVERAL)
def test_that_there_are_several(library: Library, message: str) -> None:
    answer = Speaker(library).answer([message]).answer
    assert isinstance(answer, SeveralAnswer)
    told = answer.answers[-1]
    assert isinstance(told, NoneAnswer) and told.refusal.reason is Refused.ONLY_ONE


@pytest.mark.parametrize("message", ["第二段", "谁反对", "which paragraph recalls earlier resolutions?"])
def test_of_the_only_one_nothing_is_said(library: Library, message: str) -> None:
    assert not isinstance(Speaker(library).answer([message]).answer, SeveralAnswer)


@pytest.mark.parametrize(("message", "words"), COUNTED, ids=[row[0] for row in COUNTED])
def test_how_many_are_on_it(library: Library, message: str, words: str) -> None:
    asked = understand(message, Conversation(), library)[0]
    assert isinstance(asked, ParagraphQuestion) and isinstance(asked.where, Mentioning)
    assert words in asked.where.words
    assert isinstance(Speaker(library).answer([message]).answer, ParagraphAnswer)


@pytest.mark.parametrize("message", ALL_OF_IT)
def test_how_many_there_are(library: Library, message: str) -> None:
    assert "35" in Speaker(library).answer([message]).text


@pytest.mark.parametrize("message", AS_MANY_TIMES)
def test_no_yes_to_so_many_times(library: Library, message: str) -> None:
    """The figures are told, and more of them are not twice as many."""
    spoken = Speaker(library).answer([message])
    assert isinstance(spoken.answer, TallyAnswer) and spoken.answer.verdict is None
    assert "29" in spoken.text and "14" in spoken.text


def test_who_was_never_in_the_group(library: Library) -> None:
    """The EU minus Finland plus Japan: Japan's vote is told with those of the group."""
    answer = Speaker(library).answer(["how did the EU minus Finland plus Japan vote"]).answer
    resolution = library.resolutions[0]
    members = library.names.groups["european_union"].on(resolution.adopted)
    expected = ({v.code for v in resolution.roll_call} & set(members)) - {"FIN"} | {"JPN"}
    assert isinstance(answer, RollAnswer) and {code for code, _ in answer.votes} == expected


def test_yes_or_no_only_asks_how(library: Library) -> None:
    spoken = Speaker(library).answer(["how many countries voted yes, no and abstain"])
    assert isinstance(spoken.answer, TallyAnswer) and not spoken.answer.question.votes


CONTRADICTED = (
    ["how did Morocco vote", "no, it voted yes"],
    ["how did Morocco vote", "no it voted yes"],
    ["摩洛哥怎么投的", "不，它赞成"],
    ["¿cómo votó Marruecos?", "no, votó a favor"],
    ["как голосовало Марокко?", "нет, за"],
    ["comment a voté le Maroc ?", "non, il a voté pour"],
)


@pytest.mark.parametrize("messages", CONTRADICTED, ids=[row[1] for row in CONTRADICTED])
def test_that_it_was_otherwise(library: Library, messages: list[str]) -> None:
    answer = Speaker(library).answer(messages).answer
    assert isinstance(answer, VoteAnswer) and dict(answer.votes) == {"MAR": Vote.ABSTAIN}
    assert answer.verdict is Verdict.NO


OF_THE_ONE_SHOWN = (
    (["第8段", "这段里提到贫困了吗"], Verdict.YES),
    (["第9段", "这段提到气候了吗"], Verdict.NO),
    (["paragraph 8", "does this paragraph mention poverty?"], Verdict.YES),
    (["párrafo 8", "¿menciona este párrafo la pobreza?"], Verdict.YES),
)


@pytest.mark.parametrize(("messages", "verdict"), OF_THE_ONE_SHOWN, ids=[row[0][1] for row in OF_THE_ONE_SHOWN])
def test_whether_the_one_shown_mentions_it(library: Library, messages: list[str], verdict: Verdict) -> None:
    spoken = Speaker(library).answer(messages)
    asked = spoken.answer.question if isinstance(spoken.answer, ParagraphAnswer | NoneAnswer) else None
    assert isinstance(asked, ParagraphQuestion) and asked.asks
    assert (verdict is Verdict.YES) is isinstance(spoken.answer, ParagraphAnswer)


OTHER_MEETINGS = ("第31次会议谁弃权", "who abstained at the 30th meeting", "who abstained at meeting 30")


@pytest.mark.parametrize("message", OTHER_MEETINGS)
def test_of_another_meeting(library: Library, message: str) -> None:
    answer = Speaker(library).answer([message]).answer
    assert isinstance(answer, NoneAnswer) and answer.refusal.reason is Refused.OTHER_TIME


@pytest.mark.parametrize("message", ["第34次会议谁弃权", "who abstained at the 34th meeting"])
def test_of_its_own_meeting(library: Library, message: str) -> None:
    assert isinstance(Speaker(library).answer([message]).answer, RollAnswer)
