"""Whether so many voted so, and what is asked of the whole vote after a question on one state. What is right is counted
from the roll call of 56/4 in plain Python."""

from __future__ import annotations

import json

import pytest

from bot.corpus.library import Library
from bot.faces.json import line
from bot.resolution import Vote
from bot.talk import Speaker


def told(library: Library, *turns: str) -> dict[str, object]:
    """The fields of the reply to the last message."""
    fields: dict[str, object] = json.loads(line(Speaker(library).answer(turns)))
    return fields


def who(library: Library, vote: Vote) -> set[str]:
    """Those who cast it."""
    return {voter.code for voter in library.resolutions[0].roll_call if voter.vote is vote}


@pytest.mark.parametrize(
    ("turns", "vote", "least", "most"),
    [
        (("29个国家反对吗",), Vote.NO, 29, 29),
        (("日本怎么投的", "4个国家弃权对吗"), Vote.ABSTAIN, 4, 4),
        (("日本怎么投的", "29个国家反对吗"), Vote.NO, 29, 29),
        (("How did China vote?", "So 14 countries were in favour?"), Vote.YES, 14, 14),
        (("Did four countries abstain?",), Vote.ABSTAIN, 4, 4),
        (("Au moins trois pays ont-ils voté contre ?",), Vote.NO, 3, 47),
        (("反对票有没有超过14张",), Vote.NO, 15, 47),
        (("Did at most 14 states vote against?",), Vote.NO, 0, 14),
    ],
)
def test_whether_so_many_voted_so(library: Library, turns: tuple[str, ...], vote: Vote, least: int, most: int) -> None:
    reply = told(library, *turns)
    right = least <= len(who(library, vote)) <= most
    assert reply["verdict"] == ("yes" if right else "no")
    assert set(reply["votes"]) == who(library, vote)  # type: ignore[call-overload]


@pytest.mark.parametrize(
    "message",
    ["超过三分之一反对吗", "Did over two thirds of Latin American states vote in favour?",
     "Did half of the EU abstain?"],
)  # fmt: skip
def test_a_part_of_a_whole_that_is_not_named_is_asked_back_about(library: Library, message: str) -> None:
    assert told(library, message)["kind"] == "clarify"


@pytest.mark.parametrize(
    "turns",
    [("How did France vote?", "Was it rejected?"), ("Comment la France a-t-elle voté ?", "A-t-elle été rejetée ?"),
     ("日本怎么投的", "被否决了吗")],
)  # fmt: skip
def test_after_one_state_whether_it_was_rejected_is_asked_of_the_whole_vote(
    library: Library, turns: tuple[str, ...]
) -> None:
    assert told(library, *turns)["kind"] == "tally"


def test_how_many_paragraphs_there_are_is_asked_of_the_document(library: Library) -> None:
    assert told(library, "非洲组怎么投的", "决议有几段")["kind"] == "fact"


@pytest.mark.parametrize(
    "message", ["有几段提到发展权", "几段讲独立专家", "How many paragraphs mention the independent expert?"]
)
def test_how_many_paragraphs_are_on_something_are_those_that_are(library: Library, message: str) -> None:
    assert told(library, message)["kind"] == "paragraph"


def test_a_group_takes_the_place_of_one_that_something_was_left_out_of(library: Library) -> None:
    votes = told(library, "拉美国家除了古巴怎么投的", "非洲的呢")["votes"]
    members = library.names.groups["african_group"].members
    assert set(votes) == {v.code for v in library.resolutions[0].roll_call if v.code in members}  # type: ignore[call-overload]
