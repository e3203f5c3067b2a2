"""Those whom a number counts, those in favour by a word that is no vote elsewhere, acts that are not understood, loose
names, questions that expect the contrary, and lists by the alphabet: of resolution 56/4 alone."""

from __future__ import annotations

import unicodedata

import pytest

from bot.answer.kind import Verdict
from bot.answer.model import Answer, ClarifyAnswer, RollAnswer, SeveralAnswer, TableAnswer, VoteAnswer
from bot.corpus.library import Library
from bot.resolution import Vote
from bot.talk import Speaker

COUNTED = (
    ("The 47, who are they?", 47), ("47国是哪些", 47), ("who are the 47 members?", 47), ("кто эти 47?", 47),
    ("quels sont les 47 membres ?", 47), ("the 29 - who?", 29), ("14国是哪些", 14),
)  # fmt: skip
BOTH = (
    "How many EU countries voted against, and how many for?", "How many EU members were for and how many against?",
    "欧盟有几个反对，几个赞成", "combien de pays de l'UE ont voté contre, et combien pour ?",
)  # fmt: skip
ACTS = (
    ("did Romania boast about voting no?", "ROU"), ("did Vietnam lie about voting yes?", "VNM"),
    ("罗马尼亚吹嘘自己投了反对票吗", "ROU"), ("越南谎称投了赞成票吗", "VNM"),
    ("La Roumanie a-t-elle menti sur son vote contre ?", "ROU"), ("¿Rumania mintió sobre su voto en contra?", "ROU"),
    ("Румыния похвасталась, что голосовала против?", "ROU"),
)  # fmt: skip
PLAIN = (
    "did Romania really vote no?", "did Romania definitely vote against?", "罗马尼亚居然反对了？",
    "罗马尼亚真的投了反对票吗",
    "did Romania, as usual, vote against?",
)  # fmt: skip
LOOSE = (
    ("how did the Soviet Union vote?", "Soviet Union", False), ("苏联怎么投的", "苏联", False),
    ("СССР?", "СССР", False),
    ("l'URSS a voté quoi ?", "URSS", False), ("how did the Muslim countries vote?", "Muslim countries", True),
    ("穆斯林国家怎么投的", "穆斯林国家", True),
)  # fmt: skip
EXPECTED = (
    ("难道越南没投赞成票吗", "VNM", Verdict.YES), ("難道羅馬尼亞沒投贊成票嗎", "ROU", Verdict.NO),
    ("Неужели Вьетнам не голосовал за?", "VNM", Verdict.YES), ("难道越南反对了吗", "VNM", Verdict.NO),
)  # fmt: skip
WITH = (
    "who voted with Cuba against Germany?", "谁和古巴一起反对德国", "qui a voté avec Cuba contre l'Allemagne ?",
    "¿quién votó con Cuba contra Alemania?", "кто голосовал с Кубой против Германии?",
)  # fmt: skip
IN_ORDER = (
    ("qui a voté contre ?", "Contre"), ("¿quién votó en contra?", "En contra"), ("кто голосовал против?", "Против"),
    ("who voted against?", "Against"),
)  # fmt: skip


def _answer(library: Library, message: str) -> Answer:
    answer = Speaker(library).answer([message]).answer
    assert answer is not None
    return answer


@pytest.mark.parametrize(("message", "count"), COUNTED, ids=[row[0] for row in COUNTED])
def test_a_number_of_the_record_stands_for_those_whom_it_counts(library: Library, message: str, count: int) -> None:
    answer = _answer(library, message)
    assert isinstance(answer, RollAnswer)
    assert len(answer.votes) == count


@pytest.mark.parametrize("message", BOTH)
def test_both_sides_of_a_group_are_counted(library: Library, message: str) -> None:
    answer = _answer(library, message)
    assert isinstance(answer, TableAnswer)
    (row,) = answer.rows
    assert sum(vote is Vote.NO for _, vote in row.votes) == 9
    assert not any(vote is Vote.YES for _, vote in row.votes)


@pytest.mark.parametrize(("message", "state"), ACTS, ids=[row[0] for row in ACTS])
def test_an_act_that_is_not_understood_gets_no_verdict(library: Library, message: str, state: str) -> None:
    answer = _answer(library, message)
    assert isinstance(answer, SeveralAnswer)
    told, aside = answer.answers
    assert isinstance(aside, ClarifyAnswer) and aside.question.part
    assert isinstance(told, VoteAnswer) and told.verdict is None
    assert dict(told.votes) == {state: library.resolutions[0].vote_of(state)}


@pytest.mark.parametrize("message", PLAIN)
def test_a_word_for_how_surely_it_is_so_asks_the_same(library: Library, message: str) -> None:
    answer = _answer(library, message)
    assert isinstance(answer, VoteAnswer) and answer.verdict is Verdict.YES


@pytest.mark.parametrize(("message", "typed", "of_group"), LOOSE, ids=[row[0] for row in LOOSE])
def test_for_whom_a_loose_name_is_taken_is_said(library: Library, message: str, typed: str, of_group: bool) -> None:
    answer = _answer(library, message)
    assert isinstance(answer, SeveralAnswer)
    told, meant = answer.answers
    assert isinstance(told, RollAnswer if of_group else VoteAnswer)
    assert isinstance(meant, ClarifyAnswer) and meant.question.part.endswith(typed)
    assert bool(meant.question.meant) is of_group


@pytest.mark.parametrize(("message", "state", "verdict"), EXPECTED, ids=[row[0] for row in EXPECTED])
def test_a_question_that_expects_it_is_answered_as_it_is(
    library: Library, message: str, state: str, verdict: Verdict
) -> None:
    answer = _answer(library, message)
    assert isinstance(answer, VoteAnswer) and answer.verdict is verdict
    assert dict(answer.votes) == {state: library.resolutions[0].vote_of(state)}


@pytest.mark.parametrize("message", WITH)
def test_with_one_against_another_is_who_voted_like_the_one_alone(library: Library, message: str) -> None:
    answer = _answer(library, message)
    assert isinstance(answer, RollAnswer)
    in_favour = {voter.code for voter in library.resolutions[0].roll_call if voter.vote is Vote.YES}
    assert {code for code, _ in answer.votes} == in_favour - {"CUB"}


@pytest.mark.parametrize(("message", "heading"), IN_ORDER, ids=[row[0] for row in IN_ORDER])
def test_states_are_listed_by_the_alphabet(library: Library, message: str, heading: str) -> None:
    text = Speaker(library).answer([message]).text
    names = text.partition("\n")[0].partition(":")[2].strip().split(", ")
    plain = ["".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)) for name in names]
    assert text.startswith(heading)
    assert plain == sorted(plain)
