"""For whom something is asked, and about whom: pour ma tante names no vote, 关于中国的投票情况 no resolution."""

from __future__ import annotations

import pytest

from bot.corpus.library import Library
from bot.language.refusals import Refused
from bot.question.conversation import Conversation
from bot.question.model import ParagraphQuestion, Refusal, RollQuestion, VoteQuestion
from bot.question.understand import understand
from bot.resolution import Vote

NO, ABSTAIN = frozenset({Vote.NO}), frozenset({Vote.ABSTAIN})
FOR_WHOM = (
    ("Pour ma tante : qui a voté contre ?", NO),
    ("pour mon mémoire, qui s'est abstenu ?", ABSTAIN),
    ("for my thesis: who voted against?", NO),
    ("para mi tía: ¿quién votó en contra?", NO),
    ("за моего друга спрашиваю: кто против?", NO),
    ("для моей тёти: кто воздержался?", ABSTAIN),
    ("من أجل بحثي: من صوت ضد القرار؟", NO),
    ("为我的论文，谁弃权了？", ABSTAIN),
)


@pytest.mark.parametrize(("message", "votes"), FOR_WHOM, ids=[row[0] for row in FOR_WHOM])
def test_for_whom_it_is_asked_is_no_vote(library: Library, message: str, votes: frozenset[Vote]) -> None:
    assert understand(message, Conversation(), library)[0] == RollQuestion(votes)


def test_in_favour_is_a_vote(library: Library) -> None:
    for message in ("Pour, qui ?", "qui a voté pour ?", "pour : qui ?"):
        asked = understand(message, Conversation(), library)[0]
        assert isinstance(asked, RollQuestion) and asked.votes == {Vote.YES}, message


def test_for_whom_a_paragraph_is_asked(library: Library) -> None:
    assert isinstance(understand("pour mon chef, paragraphe 5", Conversation(), library)[0], ParagraphQuestion)


ABOUT = (
    ("关于中国的投票情况", ("CHN",)),
    ("关于中国的投票", ("CHN",)),
    ("有关日本的表决情况", ("JPN",)),
    ("關於中國嘅投票情況", ("CHN",)),
    ("关于美国和中国的投票情况", ("USA", "CHN")),
    ("tell me about China's voting", ("CHN",)),
    ("sobre el voto de China", ("CHN",)),
    ("à propos du vote de la Chine", ("CHN",)),
    ("о голосовании Китая", ("CHN",)),
    ("عن تصويت الصين", ("CHN",)),
)


@pytest.mark.parametrize(("message", "states"), ABOUT, ids=[row[0] for row in ABOUT])
def test_about_how_a_state_voted(library: Library, message: str, states: tuple[str, ...]) -> None:
    asked = understand(message, Conversation(), library)[0]
    assert isinstance(asked, VoteQuestion) and asked.states == states


@pytest.mark.parametrize("message", ["关于缅甸的表决结果", "关于缅甸的投票情况", "the vote on Myanmar"])
def test_a_vote_on_a_state_is_on_another_resolution(library: Library, message: str) -> None:
    asked = understand(message, Conversation(), library)[0]
    assert isinstance(asked, Refusal) and asked.reason is Refused.OTHER_SUBJECT
