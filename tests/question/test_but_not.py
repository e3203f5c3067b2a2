"""Those who are not meant, in the words for "but not" and for "without" of six languages; and all others beside those
who are named."""

from __future__ import annotations

import pytest

from bot.answer.model import RollAnswer, SeveralAnswer, VoteAnswer
from bot.corpus.library import Library
from bot.resolution import Vote
from bot.talk import Speaker

YES, NO, ABSTAIN = Vote.YES, Vote.NO, Vote.ABSTAIN
LESS = (
    # message, the group, who of it is left out, the vote
    ("Какие страны Европейского союза, но не Финляндия, голосовали против?", "european_union", "FIN", NO),
    ("quels membres de l'UE mais pas la Belgique ont voté contre ?", "european_union", "BEL", NO),
    ("¿Qué países de la UE, pero no Rumania, votaron en contra?", "european_union", "ROU", NO),
    ("which African countries but not Ghana voted yes?", "african_group", "GHA", YES),
    ("欧盟但不是比利时的国家谁反对", "european_union", "BEL", NO),
    ("أي دول الاتحاد الأوروبي وليس فنلندا صوتت ضد القرار؟", "european_union", "FIN", NO),
)
WITHOUT = (
    # message, who is left out, the vote
    ("如果没有芬兰，反对几个", ("FIN",), NO),
    ("没有摩洛哥和智利，弃权几个", ("MAR", "CHL"), ABSTAIN),
    ("要不是印度，赞成几票", ("IND",), YES),
    ("if it weren't for Albania, how many against?", ("ALB",), NO),
    ("s'il n'y avait pas la Géorgie, combien contre ?", ("GEO",), NO),
    ("si no fuera por Cuba, ¿cuántos a favor?", ("CUB",), YES),
    ("если бы не Литва, сколько против?", ("LTU",), NO),
    ("لولا ألبانيا كم دولة صوتت ضد؟", ("ALB",), NO),
)
BOTH = (
    ("India voted yes, but not Finland?", {"IND": YES, "FIN": NO}),
    ("L'Inde a voté pour mais pas la Finlande ?", {"IND": YES, "FIN": NO}),
    ("Индия голосовала за, но не Финляндия?", {"IND": YES, "FIN": NO}),
)
OTHERS = (
    "古巴和其他国家怎么投的",
    "Cuba and the other countries, how did they vote?",
    "Comment ont voté Cuba et les autres pays ?",
    "Cuba y los demás países, ¿cómo votaron?",
    "Как голосовали Куба и остальные страны?",
    "كيف صوتت كوبا وبقية الدول؟",
)
WHICH = (
    ("Qui de l'Albanie, du Maroc ou de la Belgique a voté contre ?", {"ALB", "BEL"}),
    ("¿Quién de Albania, Marruecos o Bélgica votó en contra?", {"ALB", "BEL"}),
    ("Кто из Албании, Марокко или Бельгии голосовал против?", {"ALB", "BEL"}),
    ("which of Albania, Morocco or Belgium voted against?", {"ALB", "BEL"}),
)


def _cast(library: Library, vote: Vote) -> set[str]:
    return {v.code for v in library.resolutions[0].roll_call if v.vote is vote}


@pytest.mark.parametrize(("message", "group", "out", "vote"), LESS, ids=[row[0] for row in LESS])
def test_a_group_but_not_one(library: Library, message: str, group: str, out: str, vote: Vote) -> None:
    resolution = library.resolutions[0]
    members = library.names.groups[group].on(resolution.adopted)
    answer = Speaker(library).answer([message]).answer
    assert isinstance(answer, RollAnswer)
    assert {code for code, _ in answer.votes} == (_cast(library, vote) & set(members)) - {out}


@pytest.mark.parametrize(("message", "out", "vote"), WITHOUT, ids=[row[0] for row in WITHOUT])
def test_without_some(library: Library, message: str, out: tuple[str, ...], vote: Vote) -> None:
    answer = Speaker(library).answer([message]).answer
    assert isinstance(answer, RollAnswer)
    assert {code for code, _ in answer.votes} == _cast(library, vote) - set(out)


@pytest.mark.parametrize(("message", "votes"), BOTH, ids=[row[0] for row in BOTH])
def test_each_is_told(library: Library, message: str, votes: dict[str, Vote]) -> None:
    answer = Speaker(library).answer([message]).answer
    assert isinstance(answer, VoteAnswer) and dict(answer.votes) == votes


@pytest.mark.parametrize("message", OTHERS)
def test_and_all_others(library: Library, message: str) -> None:
    answer = Speaker(library).answer([message]).answer
    assert isinstance(answer, SeveralAnswer)
    one, others = answer.answers
    assert isinstance(one, VoteAnswer) and dict(one.votes) == {"CUB": YES}
    assert isinstance(others, RollAnswer)
    assert {code for code, _ in others.votes} == {v.code for v in library.resolutions[0].roll_call} - {"CUB"}


@pytest.mark.parametrize(("message", "codes"), WHICH, ids=[row[0] for row in WHICH])
def test_which_of_those_joined_by_or(library: Library, message: str, codes: set[str]) -> None:
    answer = Speaker(library).answer([message]).answer
    assert isinstance(answer, RollAnswer) and {code for code, _ in answer.votes} == codes
