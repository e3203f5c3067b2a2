"""The vote as a whole: whether all agreed, the list of all, the record as a table; and what is of no vote here: other
bodies, footnotes that there are not."""

from __future__ import annotations

import pytest

from bot.answer.model import FactAnswer, NoneAnswer, RollAnswer, TableAnswer, TallyAnswer
from bot.corpus.library import Library
from bot.language.refusals import Refused
from bot.question.shape import ReplyForm
from bot.resolution import Vote
from bot.talk import Speaker

AGREED = (
    "各国立场一致吗",
    "各国有分歧吗",
    "did all the countries agree?",
    "les pays étaient-ils tous d'accord ?",
    "¿estuvieron todos los países de acuerdo?",
    "все страны были едины?",
    "did they all agree?",
    "大家意见一致吗",
    "étaient-ils tous d'accord ?",
    "¿todos estuvieron de acuerdo?",
    "все были единодушны?",
)
WHOLE_LIST = (
    ["完整列表"],
    ["谁弃权", "完整名单"],
    ["complete roll call please"],
    ["liste complète"],
    ["la lista completa"],
    ["полный список"],
    ["القائمة الكاملة"],
)
AS_A_TABLE = ("export the votes to csv", "把表决结果导出成csv", "exporter les votes en csv", "exporta los votos a csv")
OTHER_BODIES = (
    "What did the Security Council adopt on solidarity?",
    "安理会对此通过了什么",
    "Qu'a adopté le Conseil de sécurité là-dessus ?",
    "¿Qué aprobó la Asamblea General sobre esto?",
    "Что принял Совет Безопасности по этому вопросу?",
    "ماذا اعتمدت الجمعية العامة بشأن هذا؟",
)
NO_SUCH_NOTE = (
    ("第四个脚注", 4),
    ("第2号脚注", 2),
    ("what is in footnote no. 6?", 6),
    ("footnote number 5", 5),
    ("la note de bas de page numéro 4", 4),
    ("nota al pie número 3", 3),
    ("сноска номер 2", 2),
    ("الحاشية رقم 5", 5),
)
APART = (
    ("how far apart were yes and no in GRULAC?", "grulac", (Vote.YES, Vote.NO)),
    ("difference between yes and no within the EU", "european_union", (Vote.YES, Vote.NO)),
    ("拉美组赞成和弃权差几票", "grulac", (Vote.YES, Vote.ABSTAIN)),
    ("разница между за и против в ГРУЛАК", "grulac", (Vote.YES, Vote.NO)),
    ("diferencia entre a favor y abstenciones en el GRULAC", "grulac", (Vote.YES, Vote.ABSTAIN)),
)


@pytest.mark.parametrize("message", AGREED)
def test_whether_all_agreed(library: Library, message: str) -> None:
    answer = Speaker(library).answer([message]).answer
    assert isinstance(answer, TallyAnswer) and answer.question.unanimous


@pytest.mark.parametrize("messages", WHOLE_LIST, ids=[row[-1] for row in WHOLE_LIST])
def test_the_list_of_all(library: Library, messages: list[str]) -> None:
    answer = Speaker(library).answer(messages).answer
    assert isinstance(answer, RollAnswer) and len(answer.votes) == len(library.resolutions[0].roll_call)


def test_a_list_of_something_else(library: Library) -> None:
    assert not isinstance(Speaker(library).answer(["full list of paragraphs"]).answer, RollAnswer)


@pytest.mark.parametrize("message", AS_A_TABLE)
def test_the_votes_as_a_table(library: Library, message: str) -> None:
    spoken = Speaker(library).answer([message])
    assert spoken.shape is ReplyForm.TABLE and isinstance(spoken.answer, RollAnswer)
    assert len(spoken.answer.votes) == len(library.resolutions[0].roll_call)


@pytest.mark.parametrize("message", OTHER_BODIES)
def test_what_another_body_adopted(library: Library, message: str) -> None:
    answer = Speaker(library).answer([message]).answer
    assert isinstance(answer, NoneAnswer) and answer.refusal.reason is Refused.OTHER_BODY


@pytest.mark.parametrize(("message", "number"), NO_SUCH_NOTE, ids=[row[0] for row in NO_SUCH_NOTE])
def test_a_footnote_that_there_is_not(library: Library, message: str, number: int) -> None:
    spoken = Speaker(library).answer([message])
    assert isinstance(spoken.answer, FactAnswer) and spoken.answer.question.note == number
    assert library.resolutions[0].footnotes[0].text not in spoken.text


@pytest.mark.parametrize(("message", "group", "votes"), APART, ids=[row[0] for row in APART])
def test_by_how_many_within_a_group(library: Library, message: str, group: str, votes: tuple[Vote, Vote]) -> None:
    resolution = library.resolutions[0]
    members = library.names.groups[group].on(resolution.adopted)
    cast = [v.vote for v in resolution.roll_call if v.code in members]
    spoken = Speaker(library).answer([message])
    assert isinstance(spoken.answer, TableAnswer) and spoken.answer.question.apart == votes
    difference = abs(cast.count(votes[0]) - cast.count(votes[1]))
    assert str(difference) in spoken.text.splitlines()[1]
