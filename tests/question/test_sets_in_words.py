"""Sets of states in the words of people: sets_in_words.txt, by set algebra over the roll call."""

from __future__ import annotations

import json
from functools import reduce
from pathlib import Path

import pytest

from bot.faces.json import line
from bot.talk import Speaker
from tests.questions.composed.record import VOTES, groups, having, votes

TABLE = Path(__file__).with_name("sets_in_words.txt")


def sentences() -> list[tuple[str, str]]:
    """Each line, as the messages and the set."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    split = (text.partition(" => ") for text in lines if text and not text.startswith("#"))
    return [(said, meant) for said, _, meant in split]


def named(name: str) -> frozenset[str]:
    """A group, those who cast a vote, nobody, or one state."""
    if name in VOTES:
        return having(name)
    if name == "nobody":
        return frozenset()
    return groups()[name] if name in groups() else frozenset({name}) & frozenset(votes())


def value(expression: str) -> frozenset[str]:
    """The codes that an expression means."""
    first, *rest = expression.split()
    pairs = zip(rest[::2], rest[1::2], strict=True)
    join = {"&": frozenset.intersection, "|": frozenset.union, "-": frozenset.difference}
    return reduce(lambda so_far, pair: join[pair[0]](so_far, named(pair[1])), pairs, named(first))


def test_the_algebra() -> None:
    assert value("asia_pacific_group - yes") == {"JPN"}
    assert value("arab_league - gcc | KWT") == {"DZA", "KWT", "MAR", "SDN", "SOM"}
    assert value("landlocked & european_union") == {"LUX"}


@pytest.mark.parametrize(("said", "meant"), sentences())
def test_those_are_meant(speaker: Speaker, said: str, meant: str) -> None:
    reply = json.loads(line(speaker.answer(said.split(" // "))))
    assert (reply["kind"], set(reply["votes"])) in [("roll", value(one)) for one in meant.split(" or ")]
