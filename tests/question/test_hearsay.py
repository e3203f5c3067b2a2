"""What somebody is said to say of the vote is confirmed or corrected by the record."""

from __future__ import annotations

import pytest

from bot.answer.kind import Verdict
from bot.answer.model import TallyAnswer, VoteAnswer
from bot.corpus.library import Library
from bot.talk import Speaker

OF_THE_RESULT = (
    "我爸说这个决议被否决了",
    "听说没有通过",
    "my sister says it was not adopted",
    "I read that it failed",
    "Ma collègue affirme que la résolution a été rejetée",
    "mi hermano dice que fue rechazada",
    "друг утверждает, что резолюцию отклонили и её не приняли",
    "صديقي يقول إن القرار لم يعتمد",
)
OF_A_STATE = (
    ("听说印度弃权了", Verdict.NO),
    ("同事说芬兰反对", Verdict.YES),
    ("my uncle swears that Cuba voted against it", Verdict.NO),
    ("J'ai entendu dire que le Maroc s'est abstenu", Verdict.YES),
    ("me dijeron que Cuba votó en contra", Verdict.NO),
    ("слышал, что Индия воздержалась", Verdict.NO),
    ("سمعت أن كوبا امتنعت", Verdict.NO),
)
UNANIMOUS = ("听说是全票通过的", "I heard it passed unanimously", "dicen que fue aprobada por unanimidad")


@pytest.mark.parametrize("message", OF_THE_RESULT)
def test_that_it_was_rejected(library: Library, message: str) -> None:
    spoken = Speaker(library).answer([message])
    tally = library.resolutions[0].tally
    assert isinstance(spoken.answer, TallyAnswer) and tally
    assert str(tally.yes) in spoken.text and str(tally.no) in spoken.text


@pytest.mark.parametrize(("message", "verdict"), OF_A_STATE, ids=[row[0] for row in OF_A_STATE])
def test_how_a_state_voted(library: Library, message: str, verdict: Verdict) -> None:
    answer = Speaker(library).answer([message]).answer
    assert isinstance(answer, VoteAnswer) and answer.verdict is verdict


ERRS = (
    "同学说这个决议被否决了，是不是他搞错了",
    "my aunt says it was rejected. Is she wrong?",
    "mon frère dit qu'elle a été rejetée, se trompe-t-il ?",
    "mi hermano dice que fue rechazada, ¿se equivoca?",
    "друг говорит, что резолюцию отклонили. Он ошибается?",
    "صديقي يقول إن القرار لم يعتمد. هل هو مخطئ؟",
)


@pytest.mark.parametrize("message", ERRS)
def test_whether_whoever_says_so_errs_is_told_by_the_figures_alone(library: Library, message: str) -> None:
    """No would be read as: he does not."""
    spoken = Speaker(library).answer([message])
    assert isinstance(spoken.answer, TallyAnswer) and spoken.answer.verdict is None
    assert "29" in spoken.text and "14" in spoken.text


@pytest.mark.parametrize("message", UNANIMOUS)
def test_that_nobody_was_against(library: Library, message: str) -> None:
    answer = Speaker(library).answer([message]).answer
    assert isinstance(answer, TallyAnswer) and answer.question.unanimous
