"""Statements that are asked about: …, right? as one sentence or two, each state with a vote of its own."""

from __future__ import annotations

import pytest

from bot.answer.kind import Verdict
from bot.answer.model import ParagraphAnswer, TallyAnswer, VoteAnswer
from bot.corpus.library import Library
from bot.question.conversation import Conversation
from bot.question.model import ClarifyQuestion, Unclear
from bot.question.understand import understand
from bot.resolution import Vote
from bot.talk import Speaker

YES, NO = Vote.YES, Vote.NO
ASKED = (
    ("中国赞成，日本反对。对吗？", {"CHN": YES, "JPN": NO}),
    ("China voted yes and Japan voted no. Right?", {"CHN": YES, "JPN": NO}),
    ("China voted yes and India voted no. Right?", {"CHN": YES, "IND": NO}),
    ("did China vote for and Japan against?", {"CHN": YES, "JPN": NO}),
    ("La Chine a voté pour et le Japon contre ?", {"CHN": YES, "JPN": NO}),
    ("La Chine a voté pour et l'Inde contre. C'est ça ?", {"CHN": YES, "IND": NO}),
    ("¿China votó a favor y Japón en contra?", {"CHN": YES, "JPN": NO}),
    ("China votó a favor y la India en contra. ¿Verdad?", {"CHN": YES, "IND": NO}),
    ("Китай за, а Индия против? верно?", {"CHN": YES, "IND": NO}),
    ("Китай за, а Япония против? верно?", {"CHN": YES, "JPN": NO}),
    ("الصين نعم واليابان لا، صحيح؟", {"CHN": YES, "JPN": NO}),
)


@pytest.mark.parametrize(("message", "said"), ASKED, ids=[row[0] for row in ASKED])
def test_each_state_with_its_vote(library: Library, message: str, said: dict[str, Vote]) -> None:
    """Yes where the record has each of them so."""
    resolution = library.resolutions[0]
    spoken = Speaker(library).answer([message])
    assert isinstance(spoken.answer, VoteAnswer)
    assert dict(spoken.answer.votes) == {code: resolution.vote_of(code) for code in said}
    so = all(resolution.vote_of(code) is vote for code, vote in said.items())
    assert spoken.answer.verdict is Verdict.of(so)


UNDROPPED = (
    "China voted yes and Japan no, right?",
    "China votó sí y Japón no, ¿verdad?",
    "did China vote yes and Japan no?",
)


@pytest.mark.parametrize("message", UNDROPPED)
def test_none_is_dropped(library: Library, message: str) -> None:
    """Whether that no is a vote, or only not the other one, cannot be told: both states are."""
    answer = Speaker(library).answer([message]).answer
    assert isinstance(answer, VoteAnswer)
    assert [code for code, _ in answer.votes] == ["CHN", "JPN"]


@pytest.mark.parametrize("message", ["对吗？", "right?", "really?", "vraiment ?", "¿en serio?", "правда?", "حقا؟"])
def test_the_tag_alone(library: Library, message: str) -> None:
    """After an answer it is said again; by itself it asks nothing."""
    asked = understand(message, Conversation(), library)[0]
    assert isinstance(asked, ClarifyQuestion) and asked.unclear is Unclear.WHAT
    answer = Speaker(library).answer(["中国怎么投的", message]).answer
    assert isinstance(answer, VoteAnswer) and [code for code, _ in answer.votes] == ["CHN"]


CORRECTED = (
    ("did Germany vote yes?", "sorry, I meant Ghana"),
    ("德国赞成了吗", "说错了，加纳"),
    ("l'Allemagne a voté pour ?", "pardon, le Ghana"),
    ("¿Alemania votó a favor?", "perdón, Ghana"),
    ("Германия за?", "извините, Гана"),
)


@pytest.mark.parametrize(("first", "then"), CORRECTED, ids=[row[1] for row in CORRECTED])
def test_who_is_meant_is_asked_the_same(library: Library, first: str, then: str) -> None:
    answer = Speaker(library).answer([first, then]).answer
    assert isinstance(answer, VoteAnswer) and dict(answer.votes) == {"GHA": YES}
    assert answer.verdict is Verdict.YES


@pytest.mark.parametrize("then", ["non pardon le 11", "no sorry 11", "не, извините, 11"])
def test_another_number_is_meant(library: Library, then: str) -> None:
    answer = Speaker(library).answer(["paragraph 10", then]).answer
    assert isinstance(answer, ParagraphAnswer) and [p.id for p in answer.paragraphs] == ["OP11"]


ANOTHER = (
    ("what does it say about climate", "is there another one"),
    ("que dit-il sur le climat", "y en a-t-il un autre ?"),
    ("qué dice sobre el clima", "¿hay otro?"),
    ("что сказано о климате", "есть еще?"),
    ("ماذا يقول عن المناخ", "هل هناك المزيد؟"),
    ("讲气候的是哪段", "还有吗"),
)


@pytest.mark.parametrize(("first", "then"), ANOTHER, ids=[row[1] for row in ANOTHER])
def test_another_one_on_the_same(library: Library, first: str, then: str) -> None:
    """Climate is in paragraphs 8, 14 and 18: one of these that was not shown."""
    speaker = Speaker(library)
    shown = speaker.answer([first]).answer
    answer = speaker.answer([first, then]).answer
    assert isinstance(shown, ParagraphAnswer) and isinstance(answer, ParagraphAnswer)
    before, then_shown = ([p.id for p in x.paragraphs] for x in (shown, answer))
    assert then_shown[0] in {"OP8", "OP14", "OP18"} - set(before)


DENIED = (
    ("how many voted for it", "thats wrong it was 30"),
    ("how many voted for it", "no, 30"),
    ("有几个赞成", "不对吧，是30个"),
    ("combien ont voté pour", "non c'était 30"),
    ("cuántos a favor", "no, fueron 30"),
    ("сколько за", "нет, 30"),
    ("كم صوت لصالحه", "لا، 30"),
)


@pytest.mark.parametrize(("first", "then"), DENIED, ids=[row[1] for row in DENIED])
def test_another_figure_does_not_change_the_record(library: Library, first: str, then: str) -> None:
    """The figures are told again; 30 names no paragraph behind them."""
    spoken = Speaker(library).answer([first, then])
    tally = library.resolutions[0].tally
    assert isinstance(spoken.answer, TallyAnswer) and tally
    assert str(tally.yes) in spoken.text


def test_behind_a_paragraph_it_is_another_paragraph(library: Library) -> None:
    answer = Speaker(library).answer(["第5段", "不对，11"]).answer
    assert isinstance(answer, ParagraphAnswer) and [p.id for p in answer.paragraphs] == ["OP11"]
