"""Tests of bot.question.accounting: what a message names is used by the question that it became, or asked back about.

Held against all labelled questions: what they name is found by the names themselves, and not by the code under test.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.corpus.library import Library
from bot.language.cues import Cue
from bot.language.named import Sense
from bot.question.conversation import Conversation
from bot.question.examine import examine
from bot.question.frame import Role, frame_of
from bot.question.model import ClarifyQuestion, GroupsQuestion, Question, RollQuestion, TableQuestion, VoteQuestion
from bot.question.reading import Reading
from bot.question.sets import Less, StateSet, VotedLike, codes_in, groups_in, parts
from bot.question.understand import understand
from tests.conftest import Said

FOLDER = Path(__file__).parents[1] / "questions"
ABOUT_STATES = (VoteQuestion, RollQuestion, TableQuestion, GroupsQuestion)


def messages() -> list[str]:
    """The messages that labelled questions begin with: nothing was said before them."""
    lines = (
        line
        for path in sorted(FOLDER.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    )
    return list(dict.fromkeys(json.loads(line)["turns"][0] for line in lines))


def sets(question: Question) -> tuple[StateSet, ...]:
    """The sets of states that a question is about."""
    if isinstance(question, RollQuestion):
        return (question.who, question.only)
    return question.sets if isinstance(question, TableQuestion) else ()


def held(question: Question) -> set[str]:
    """The codes and groups that a question is about, or leaves out."""
    named = {x for s in sets(question) for x in (*codes_in(s), *groups_in(s))}
    if isinstance(question, (VoteQuestion, GroupsQuestion)):
        named |= set(question.states)
    return named | set(question.groups if isinstance(question, GroupsQuestion) else ())


def named(r: Reading) -> list[set[str]]:
    """What each name in a message may be held as; a name that is only taken back need not be."""
    kept = [m for m, role in frame_of(r).roles if role is not Role.CORRECTED]
    return [{m.named.group} if m.named.sense is Sense.GROUP else set(m.named.codes) for m in kept]


@pytest.fixture(scope="module")
def understood(library: Library, said: Said) -> list[tuple[str, Reading, Question]]:
    """Every message with what was found in it and the question it became, where that is about states or votes."""
    asked = [(m, turn.question) for m in messages() for turn in said([m])[1].conversation.turns]
    return [(m, examine(m, library), q) for m, q in asked if isinstance(q, ABOUT_STATES)]


def test_there_are_many(understood: list[tuple[str, Reading, Question]]) -> None:
    assert len(understood) > 600


def test_every_name_is_used(understood: list[tuple[str, Reading, Question]], library: Library) -> None:
    dropped = []
    for message, r, question in understood:
        states = set(question.states) if isinstance(question, (VoteQuestion, GroupsQuestion)) else set()
        for names in named(r):
            # The group of a state that is asked about only says which state: 非洲的加纳.
            of_it = any(states & library.names.groups[g].members for g in names if g in library.names.groups)
            if not (names <= held(question) or of_it):
                dropped.append((message, names, question))
    assert not dropped


def test_every_vote_is_used(understood: list[tuple[str, Reading, Question]]) -> None:
    """A list of what each of some states cast has every vote in it."""
    dropped = []
    for message, r, question in understood:
        if isinstance(question, RollQuestion) and r.votes and not question.votes & (r.votes | r.named_votes):
            dropped.append((message, r.votes, question))
    assert not dropped


def test_every_exception_is_used(understood: list[tuple[str, Reading, Question]]) -> None:
    """What is left out makes a difference of sets, or others who voted alike."""
    dropped = []
    for message, r, question in understood:
        excepting = r.has(Cue.EXCEPT, Cue.EXCEPT_BEHIND) and frame_of(r).left_out and isinstance(question, RollQuestion)
        uses = any(isinstance(x, (Less, VotedLike)) for s in sets(question) for x in parts(s))
        if excepting and not uses:
            dropped.append((message, question))
    assert not dropped


@pytest.mark.parametrize(
    "message",
    [
        "哪些高山国家反对",
        "did any mountainous country abstain",
        "唔系高山国家嘅有边个投咗反对",
        "Which states voted differently?",
        "did Wakanda vote yes",
        "Est-ce que Wakanda a voté pour ?",
        "¿Votó Wakanda a favor?",
        "Ваканда голосовала за?",
        "هل صوتت واكاندا مؤيدة؟",
        "how did China n Wakanda vote",
    ],
)
def test_what_is_not_used_is_asked_back(library: Library, message: str) -> None:
    question, _ = understand(message, Conversation(), library)
    assert isinstance(question, ClarifyQuestion) and question.part and question.part in message.lower()
