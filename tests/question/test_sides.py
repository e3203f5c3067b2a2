"""Votes of one kind beside those of others: yes or no comes from the figures, and these are told."""

from __future__ import annotations

import operator

import pytest

from bot.answer.kind import Verdict
from bot.answer.model import TableAnswer, TallyAnswer
from bot.corpus.library import Library
from bot.question.conversation import Conversation
from bot.question.model import RollQuestion, TableQuestion, TallyQuestion
from bot.question.understand import understand
from bot.talk import Speaker

MORE, FEWER, AS_MANY = operator.gt, operator.lt, operator.eq
ASKED = (
    ("赞成的比反对的多吗", "yes", MORE, "no"),
    ("反对票多于赞成票吗", "no", MORE, "yes"),
    ("弃权的比反对的多吗", "abstain", MORE, "no"),
    ("弃权的比反对的少吗", "abstain", FEWER, "no"),
    ("赞成的比反对和弃权加起来还多吗", "yes", MORE, "no+abstain"),
    ("反对和弃权加起来比赞成多吗", "no+abstain", MORE, "yes"),
    ("反对加弃权有没有超过赞成", "no+abstain", MORE, "yes"),
    ("反對加棄權有冇多過贊成", "no+abstain", MORE, "yes"),
    ("赞成和反对一样多吗", "yes", AS_MANY, "no"),
    ("more for than against?", "yes", MORE, "no"),
    ("are there more votes for than against and abstentions combined?", "yes", MORE, "no+abstain"),
    ("did more countries abstain than vote against?", "abstain", MORE, "no"),
    ("are there fewer abstentions than votes against?", "abstain", FEWER, "no"),
    ("did the yes votes outnumber the no votes?", "yes", MORE, "no"),
    ("as many for as against?", "yes", AS_MANY, "no"),
    ("y a-t-il plus de pour que de contre et d'abstentions réunis ?", "yes", MORE, "no+abstain"),
    ("y a-t-il moins d'abstentions que de voix contre ?", "abstain", FEWER, "no"),
    ("¿Hay más votos a favor que en contra y abstenciones juntos?", "yes", MORE, "no+abstain"),
    ("¿hay menos votos en contra que abstenciones?", "no", FEWER, "abstain"),
    ("за больше, чем против и воздержавшихся вместе?", "yes", MORE, "no+abstain"),
    ("воздержавшихся меньше, чем голосов против?", "abstain", FEWER, "no"),
    ("были ли голоса за и против поровну?", "yes", AS_MANY, "no"),
    ("هل المؤيدون أكثر من المعارضين والممتنعين معا؟", "yes", MORE, "no+abstain"),
    ("هل الممتنعون أقل من المعارضين؟", "abstain", FEWER, "no"),
)


@pytest.mark.parametrize(("message", "one", "than", "other"), ASKED, ids=[row[0] for row in ASKED])
def test_it_is_so(library: Library, message: str, one: str, than: object, other: str) -> None:
    tally = library.resolutions[0].tally
    assert tally and callable(than)
    first, second = (sum(getattr(tally, vote) for vote in side.split("+")) for side in (one, other))
    spoken = Speaker(library).answer([message])
    assert isinstance(spoken.answer, TallyAnswer)
    assert spoken.answer.verdict is Verdict.of(than(first, second))
    told = spoken.text.splitlines()[0]
    assert str(first) in told and str(second) in told


def test_denied(library: Library) -> None:
    """赞成的没有超过反对的吧: the figures say that they have."""
    spoken = Speaker(library).answer(["赞成的没有超过反对的吧"])
    assert isinstance(spoken.answer, TallyAnswer) and spoken.answer.verdict is Verdict.NO


@pytest.mark.parametrize("message", ["how many more voted for than against?", "反对的比弃权的多几个"])
def test_by_how_many_is_no_yes_or_no(library: Library, message: str) -> None:
    asked = understand(message, Conversation(), library)[0]
    assert not isinstance(asked, TallyQuestion) or asked.compared is None


HOW_MANY_MORE = (
    ("how many more yes votes than no votes and abstentions combined?", "yes", "no+abstain"),
    ("赞成票比反对票和弃权票加起来多几票", "yes", "no+abstain"),
    ("combien de voix pour de plus que contre et abstentions réunies ?", "yes", "no+abstain"),
    ("¿cuántos votos a favor más que en contra y abstenciones juntos?", "yes", "no+abstain"),
    ("на сколько голосов за больше, чем против и воздержавшихся вместе?", "yes", "no+abstain"),
    ("كم صوتا مؤيدا أكثر من المعارضين والممتنعين معا؟", "yes", "no+abstain"),
)


@pytest.mark.parametrize(("message", "one", "other"), HOW_MANY_MORE, ids=[row[0] for row in HOW_MANY_MORE])
def test_how_many_more_than_the_others_together(library: Library, message: str, one: str, other: str) -> None:
    tally = library.resolutions[0].tally
    assert tally
    first, second = (sum(getattr(tally, vote) for vote in side.split("+")) for side in (one, other))
    spoken = Speaker(library).answer([message])
    assert isinstance(spoken.answer, TallyAnswer) and spoken.answer.verdict is None
    told = spoken.text.splitlines()[0]
    assert all(str(figure) in told for figure in (first, second, first - second))


@pytest.mark.parametrize("message", ["did more African than Asian countries abstain?", "非洲反对的比亚洲多吗"])
def test_of_groups_is_asked_of_these(library: Library, message: str) -> None:
    asked = understand(message, Conversation(), library)[0]
    assert isinstance(asked, (RollQuestion, TableQuestion))


AFRICA, EU = "african_group", "european_union"
COUNTED = (
    ("how many african countries said yes and how many didnt", AFRICA),
    ("how many African states abstained and how many voted no?", AFRICA),
    ("combien de pays africains ont voté pour et combien non", AFRICA),
    ("combien de pays africains ont voté pour et combien contre ?", AFRICA),
    ("cuántos países africanos votaron a favor y cuántos no", AFRICA),
    ("сколько африканских стран за, а сколько нет", AFRICA),
    ("كم دولة أفريقية أيدت وكم لم تؤيد", AFRICA),
    ("非洲多少国赞成，多少国没有", AFRICA),
    ("非洲国家多少赞成多少反对", AFRICA),
    ("EU countries: how many yes and how many no", EU),
)


@pytest.mark.parametrize(("message", "group"), COUNTED, ids=[row[0] for row in COUNTED])
def test_both_counts_are_of_the_group(library: Library, message: str, group: str) -> None:
    resolution = library.resolutions[0]
    members = library.names.groups[group].on(resolution.adopted)
    answer = Speaker(library).answer([message]).answer
    assert isinstance(answer, TableAnswer)
    assert dict(answer.votes) == {v.code: v.vote for v in resolution.roll_call if v.code in members}
