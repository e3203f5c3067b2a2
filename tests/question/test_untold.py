"""What no record tells of a vote gets no yes or no; nobody votes on a state; scorn and expectation negate nothing."""

from __future__ import annotations

import pytest

from bot.answer.kind import Verdict
from bot.answer.model import Answer, NoneAnswer, RollAnswer, SeveralAnswer, VoteAnswer
from bot.corpus.library import Library
from bot.language.refusals import Refused
from bot.resolution import Vote
from bot.talk import Speaker

UNTOLD = (
    ("Does Morocco regret abstaining?", ("MAR",)),
    ("Did the US pressure Georgia into voting no?", ("USA", "GEO")),
    ("Was Brazil criticised for voting yes?", ("BRA",)),
    ("Could Chile have voted yes?", ("CHL",)),
    ("Ought Finland to have voted against?", ("FIN",)),
    ("摩洛哥后悔弃权了吗", ("MAR",)),
    ("阿爾巴尼亞後悔投反對票嗎", ("ALB",)),
    ("中国收买越南投赞成票了吗", ("CHN", "VNM")),
    ("比利时投反对票之后道歉了吗", ("BEL",)),
    ("芬兰该不该投反对票", ("FIN",)),
    ("L'Allemagne regrette-t-elle d'avoir voté contre ?", ("DEU",)),
    ("Le Maroc aurait-il dû voter pour ?", ("MAR",)),
    ("L'Inde a-t-elle été critiquée pour avoir voté pour ?", ("IND",)),
    ("¿Se arrepiente Marruecos de haberse abstenido?", ("MAR",)),
    ("¿Amenazó Bélgica con votar en contra?", ("BEL",)),
    ("¿Debería Chile haber votado a favor?", ("CHL",)),
    ("Жалеет ли Марокко, что воздержалось?", ("MAR",)),
    ("Угрожала ли Германия проголосовать против?", ("DEU",)),
    ("هل ندم المغرب على الامتناع عن التصويت؟", ("MAR",)),
    ("هل هددت ألمانيا بالتصويت ضد القرار؟", ("DEU",)),
    ("does Lithuania always vote against?", ("LTU",)),
)
TOLD = (
    ("I should like to know how Romania voted", "ROU"),
    ("could you explain how Romania voted", "ROU"),
    ("请解释一下罗马尼亚怎么投的", "ROU"),
    ("would you tell me whether Romania voted against?", "ROU"),
)
ON_A_STATE = (
    ("who voted against Lithuania?", "LTU", False),
    ("quels pays ont soutenu l'Inde ?", "IND", True),
    ("¿quiénes votaron en contra de Marruecos?", "MAR", False),
    ("кто голосовал против Болгарии", "BGR", False),
    ("谁反对古巴", "CUB", False),
    ("من صوت ضد الهند", "IND", False),
)
SAID = (
    "who spoke on behalf of the African Group?", "谁发言了", "qui a pris la parole ?", "how did you vote?",
    "你怎么投的",
)  # fmt: skip
SAID_BY = (
    ("what did Finland say?", "FIN"), ("芬兰说了什么", "FIN"), ("芬蘭發言說了什麼", "FIN"),
    ("Finland's statement", "FIN"),
    ("qu'a dit la Finlande ?", "FIN"), ("¿qué dijo Bulgaria?", "BGR"), ("что сказала Индия?", "IND"),
    ("ماذا قالت الهند؟", "IND"), ("any remarks by Bulgaria?", "BGR"),
)  # fmt: skip
EXPECTED = (
    ("разве Марокко не голосовало против?", "MAR", Verdict.NO),
    ("разве Марокко не воздержалось?", "MAR", Verdict.YES),
    ("Le Maroc n'a-t-il pas voté pour ?", "MAR", Verdict.NO),
    ("La Bulgarie n'a-t-elle pas voté contre ?", "BGR", Verdict.YES),
)
SCORN = (
    "哪些国家不要脸投了反对票", "哪国没底线投反对", "which countries with no shame voted against?",
    "qui a voté contre sans vergogne ?", "¿quién votó en contra sin vergüenza?", "кто без совести голосовал против?",
    "من صوت ضد القرار بلا ضمير؟",
)  # fmt: skip


def _answer(library: Library, message: str) -> Answer:
    answer = Speaker(library).answer([message]).answer
    assert answer is not None
    return answer


def _below(answer: Answer, reason: Refused) -> Answer:
    """What stands below the sentence that no more is told."""
    assert isinstance(answer, SeveralAnswer)
    sentence, below = answer.answers
    assert isinstance(sentence, NoneAnswer) and sentence.refusal.reason is reason
    return below


@pytest.mark.parametrize(("message", "states"), UNTOLD, ids=[row[0] for row in UNTOLD])
def test_no_verdict_on_what_is_not_told(library: Library, message: str, states: tuple[str, ...]) -> None:
    below = _below(_answer(library, message), Refused.UNTOLD)
    assert isinstance(below, VoteAnswer) and below.verdict is None
    assert dict(below.votes) == {code: library.resolutions[0].vote_of(code) for code in states}


@pytest.mark.parametrize(("message", "state"), TOLD, ids=[row[0] for row in TOLD])
def test_what_is_asked_of_the_bot_is_answered(library: Library, message: str, state: str) -> None:
    answer = _answer(library, message)
    assert isinstance(answer, VoteAnswer)
    assert dict(answer.votes) == {state: library.resolutions[0].vote_of(state)}


@pytest.mark.parametrize(("message", "state", "alike"), ON_A_STATE, ids=[row[0] for row in ON_A_STATE])
def test_nobody_votes_on_a_state(library: Library, message: str, state: str, alike: bool) -> None:
    below = _below(_answer(library, message), Refused.ON_STATE)
    resolution = library.resolutions[0]
    assert isinstance(below, RollAnswer) and below.votes
    assert {(vote is resolution.vote_of(state)) for _, vote in below.votes} == {alike}


@pytest.mark.parametrize("message", SAID)
def test_what_was_said_is_no_vote(library: Library, message: str) -> None:
    answer = _answer(library, message)
    assert isinstance(answer, NoneAnswer)


@pytest.mark.parametrize(("message", "state"), SAID_BY, ids=[row[0] for row in SAID_BY])
def test_how_a_state_voted_stands_below_that_no_record_has_what_it_said(
    library: Library, message: str, state: str
) -> None:
    below = _below(_answer(library, message), Refused.UNTOLD)
    assert isinstance(below, VoteAnswer)
    assert dict(below.votes) == {state: library.resolutions[0].vote_of(state)}


@pytest.mark.parametrize(("message", "state", "verdict"), EXPECTED, ids=[row[0] for row in EXPECTED])
def test_a_negation_that_expects_a_yes(library: Library, message: str, state: str, verdict: Verdict) -> None:
    answer = _answer(library, message)
    assert isinstance(answer, VoteAnswer) and answer.verdict is verdict
    assert dict(answer.votes) == {state: library.resolutions[0].vote_of(state)}


@pytest.mark.parametrize("message", SCORN)
def test_scorn_negates_no_vote(library: Library, message: str) -> None:
    answer = _answer(library, message)
    assert isinstance(answer, RollAnswer)
    assert {code for code, _ in answer.votes} == {x.code for x in library.resolutions[0].voters(Vote.NO)}
