"""What is reckoned from the figures of a vote is said to be a sum, and nothing is that is not plainly supposed; whether
a share of the votes was reached comes from them, too."""

from __future__ import annotations

import pytest

from bot.answer.kind import Verdict
from bot.answer.model import NoneAnswer, SeveralAnswer, TallyAnswer, VoteAnswer
from bot.corpus.library import Library
from bot.talk import Speaker

SUPPOSED = (
    ("what if those who abstained had all voted against?", (29, 18, 0)),
    ("if Belgium had abstained, would it have been adopted?", (29, 13, 5)),
    ("if India and Brazil had voted against, what would the result have been", (27, 16, 4)),
    ("if three of the abstainers had voted in favour would it still have passed", (32, 14, 1)),
    ("suppose Chile had voted yes, what would the tally be", (30, 14, 3)),
    ("what if Cuba had not voted", (28, 14, 4)),
    ("如果那些弃权的国家都投赞成，结果会怎样", (33, 14, 0)),
    ("假设法国弃权，还能通过吗", (29, 13, 5)),
    ("假如非洲组都投反对票，还能通过吗", (17, 27, 3)),
    ("要是反對的都棄權，票數會是多少", (29, 0, 18)),
    ("si les États africains s'étaient abstenus, aurait-elle été adoptée ?", (17, 14, 16)),
    ("si le Maroc avait voté contre, quel aurait été le résultat ?", (29, 15, 3)),
    ("Si los que se abstuvieron hubieran votado a favor, ¿cuál habría sido el resultado?", (33, 14, 0)),
    ("¿se habría aprobado si Cuba hubiera votado en contra?", (28, 15, 4)),
    ("если бы Индия воздержалась, приняли бы резолюцию?", (28, 14, 5)),
    ("если бы воздержавшиеся проголосовали за, каким был бы результат?", (33, 14, 0)),
    ("لو صوت الممتنعون لصالح القرار هل كان سيعتمد؟", (33, 14, 0)),
)
NOT_SUPPOSED = (
    "if Chile voted yes and Peru no, how would it have ended",
    "if Finland had voted yes instead of no would it have passed",
    "如果印度反对、巴西弃权，结果会怎样",
    "如果部分弃权的国家投反对，还能通过吗",
    "if some of the abstainers had voted against, would it have passed",
    "if one of the abstainers had voted no would it have passed",
)
ASKED_OF_THE_RECORD = (
    "can you tell me if Finland voted yes and if it was adopted",
    "Dis-moi si la Finlande a voté pour et si elle a été adoptée",
    "Dime si Finlandia votó a favor y si se aprobó",
    "لو سمحت هل صوتت فنلندا لصالح القرار وهل اعتمد",
)
SUPPOSING_NOTHING = (
    "如果我没记错，法国投了反对票？", "要是没看错，德国反对了吧", "如果方便的话，请问法国反对了吗",
    "If I'm not mistaken, Germany voted against?", "what if I want to know if France voted against?",
    "Si j'ai bien compris, l'Allemagne a voté contre ?", "Si mal no recuerdo, ¿Francia votó en contra?",
    "Если не ошибаюсь, Германия голосовала против?", "اذا لم اكن مخطئا، هل صوتت فرنسا ضد القرار؟",
)  # fmt: skip
"""An if that says no more than how sure somebody is."""
WHAT_WAS_SO = (
    "what if Germany had voted against, would it have passed?",
    "如果德国投反对票，还能通过吗",
    "si la France avait voté contre, aurait-elle été adoptée ?",
    "если бы Франция голосовала против, приняли бы резолюцию?",
)
REQUIRED = (
    "was a two-thirds majority needed?", "does an absolute majority apply?", "需要三分之二多数吗",
    "fallait-il une majorité des deux tiers ?", "¿se requería la mayoría absoluta?",
    "требовалось большинство в две трети?", "هل يلزم الثلثان؟",
)  # fmt: skip
SHARES = (
    ("was a two-thirds majority reached?", 2 / 3),
    ("did it win two thirds of the votes", 2 / 3),
    ("得票到三分之二了吗", 2 / 3),
    ("赞成票有没有四分之三", 3 / 4),
    ("有冇超過半數", 1 / 2),
    ("a-t-elle recueilli les trois quarts des voix ?", 3 / 4),
    ("a-t-elle obtenu la majorité absolue ?", 1 / 2),
    ("¿alcanzó las dos terceras partes?", 2 / 3),
    ("¿obtuvo la mayoría absoluta?", 1 / 2),
    ("набрала ли резолюция две трети голосов?", 2 / 3),
    ("получила ли она больше половины голосов?", 1 / 2),
    ("هل حصل القرار على ثلثي الأصوات؟", 2 / 3),
)


@pytest.mark.parametrize(("message", "figures"), SUPPOSED, ids=[row[0] for row in SUPPOSED])
def test_a_sum(speaker: Speaker, message: str, figures: tuple[int, int, int]) -> None:
    spoken = speaker.answer([message])
    assert isinstance(spoken.answer, TallyAnswer) and spoken.answer.reckoned
    tally = spoken.answer.reckoned.tally
    assert (tally.yes, tally.no, tally.abstain) == figures
    head, said, *record = spoken.text.splitlines()
    assert head == speaker.wordings[spoken.language]("tally.supposed_head")
    assert all(str(figure) in said for figure in figures)
    assert any("29" in line and "14" in line for line in record), "the true figures stand below it"


@pytest.mark.parametrize("message", NOT_SUPPOSED)
def test_not_reckoned(speaker: Speaker, message: str) -> None:
    """Who is to have voted how is not plainly said: nothing is reckoned."""
    answer = speaker.answer([message]).answer
    first = answer.answers[0] if isinstance(answer, SeveralAnswer) else answer
    assert isinstance(first, NoneAnswer)


@pytest.mark.parametrize("message", ASKED_OF_THE_RECORD)
def test_if_that_only_asks(speaker: Speaker, message: str) -> None:
    answer = speaker.answer([message]).answer
    assert isinstance(answer, SeveralAnswer)
    vote, tally = answer.answers
    assert isinstance(vote, VoteAnswer) and vote.verdict is Verdict.NO
    assert isinstance(tally, TallyAnswer) and tally.reckoned is None


@pytest.mark.parametrize("message", SUPPOSING_NOTHING)
def test_an_if_that_supposes_nothing(speaker: Speaker, message: str) -> None:
    answer = speaker.answer([message]).answer
    assert isinstance(answer, VoteAnswer) and answer.verdict is Verdict.YES


@pytest.mark.parametrize("message", WHAT_WAS_SO)
def test_what_was_so_is_no_sum(speaker: Speaker, message: str) -> None:
    """The result is as it was, and nothing is said to be otherwise."""
    spoken = speaker.answer([message])
    assert isinstance(spoken.answer, TallyAnswer)
    assert spoken.text.splitlines()[0] != speaker.wordings[spoken.language]("tally.supposed_head")


@pytest.mark.parametrize("message", REQUIRED)
def test_whether_a_share_was_required(speaker: Speaker, message: str) -> None:
    """That it was reached is no answer to that."""
    answer = speaker.answer([message]).answer
    assert isinstance(answer, TallyAnswer) and answer.question.majority and answer.verdict is None


def test_what_would_be_in_spanish_is_no_state(speaker: Speaker) -> None:
    """Sería is a slip of Serbia's by one letter."""
    assert isinstance(speaker.answer(["¿cuál sería el resultado?"]).answer, TallyAnswer)


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ("who abstained?", "what if they had voted in favour?"),
        ("谁弃权了", "假如他们都赞成呢"),
        ("qui s'est abstenu ?", "et s'ils avaient voté pour ?"),
        ("¿quién se abstuvo?", "¿y si hubieran votado a favor?"),
        ("кто воздержался?", "а если бы они проголосовали за?"),
        ("من امتنع؟", "ماذا لو صوتوا لصالحه؟"),
    ],
)
def test_of_those_asked_about_before(speaker: Speaker, before: str, then: str) -> None:
    answer = speaker.answer([before, then]).answer
    assert isinstance(answer, TallyAnswer) and answer.reckoned
    assert answer.reckoned.tally.yes == 33 and not answer.reckoned.tally.abstain


def test_of_a_state_that_is_not_in_the_record(speaker: Speaker) -> None:
    answer = speaker.answer(["if Norway had voted against would it have passed"]).answer
    assert isinstance(answer, VoteAnswer) and answer.verdict is None


@pytest.mark.parametrize(("message", "share"), SHARES, ids=[row[0] for row in SHARES])
def test_a_share(library: Library, speaker: Speaker, message: str, share: float) -> None:
    tally = library.resolutions[0].tally
    assert tally
    spoken = speaker.answer([message])
    assert isinstance(spoken.answer, TallyAnswer) and spoken.answer.question.fraction
    assert spoken.answer.verdict is Verdict.of(tally.yes >= share * (tally.yes + tally.no))
    of_voting, of_all = spoken.text.splitlines()[1:3]
    assert str(tally.yes + tally.no) in of_voting and str(tally.total) in of_all
