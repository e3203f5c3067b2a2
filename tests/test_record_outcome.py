"""Whether a draft or an amendment was adopted: yes or no, beside the figures, over the data of tests/across.py."""

from __future__ import annotations

import pytest

from tests.across import Roll, World


def drafts(world: World) -> list[Roll]:
    """The amendments that were put to the vote."""
    return [r for r in world.known if "/L." in r.symbol]


PASSED = (
    "修正案{s}通过了吗",
    "{s}修正案過了沒有",
    "did amendment {s} on anchors in bay {n} pass?",
    "did the amendment on the marking of anchors in bay {n} {s} get through?",
    "l'amendement {s} a-t-il été adopté ?",
    "¿se aprobó la enmienda {s}?",
    "поправка {s} прошла?",
    "هل اعتمد التعديل {s}؟",
)


@pytest.mark.parametrize("asked", PASSED)
def test_an_amendment_was_adopted_or_not(world: World, asked: str) -> None:
    for roll in drafts(world):
        reply = world.told(asked.format(s=roll.symbol, n=roll.symbol.rpartition(".")[2]))
        adopted = len(roll.who("yes")) > len(roll.who("no"))
        assert (reply["kind"], reply["resolution"]) == ("tally", roll.symbol)
        assert reply["verdict"] == ("yes" if adopted else "no")


REJECTED = ("{s}被否决了吗", "was amendment {s} rejected?", "l'amendement {s} a-t-il été rejeté ?", "{s} отклонена?")


@pytest.mark.parametrize("asked", REJECTED)
def test_the_verdict_is_that_of_the_question(world: World, asked: str) -> None:
    for roll in drafts(world):
        rejected = len(roll.who("yes")) <= len(roll.who("no"))
        assert world.told(asked.format(s=roll.symbol))["verdict"] == ("yes" if rejected else "no")


def test_the_result_alone_has_no_verdict(world: World) -> None:
    for asked in ("{s}票数", "what was the tally on {s}?", "{s}: adopted or rejected?"):
        assert world.told(asked.format(s=drafts(world)[0].symbol))["verdict"] is None
