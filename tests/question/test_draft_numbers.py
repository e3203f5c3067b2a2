"""Drafts that a message names by their numbers alone, over invented data that two sessions number alike; what is right
is counted from it in plain Python."""

from __future__ import annotations

from datetime import date

import pytest

from tests.across import RIGHTS, Reply, Roll, World, imported


def amendment(session: int, number: int, subject: str, in_favour: int) -> Roll:
    """An amendment for which so many voted, and all others against."""
    votes = {code: "Y" if at < in_favour else "N" for at, code in enumerate(sorted(RIGHTS))}
    day = date(1940 + session, 6, number - 50)
    return Roll(f"A/HRC/{session}/L.{number}", day, f"Marking of {subject} in bay {session} : amendment", votes)


ROLLS = [
    amendment(80, 59, "anchors", 9), amendment(80, 60, "anchors", 10), amendment(82, 59, "kettles", 11),
    amendment(83, 60, "teapots", 12), amendment(83, 61, "teapots", 13), amendment(84, 61, "saucers", 8),
]  # fmt: skip


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The bot with these amendments alone."""
    return imported(tmp_path_factory.mktemp("drafts"), ROLLS)


def tally(symbol: str) -> tuple[str, int, int]:
    """Which one it is, and how many voted for and against it."""
    roll = next(x for x in ROLLS if x.symbol == symbol)
    return symbol, sum(x == "Y" for x in roll.votes.values()), sum(x == "N" for x in roll.votes.values())


def told(reply: Reply) -> list[tuple[str, int, int]]:
    """The same of each resolution whose result a reply says: the first two figures in its first line."""
    found = []
    for part in reply.get("answers") or [reply]:
        line = part["text"].partition("\n")[0]
        in_favour, against, *_ = "".join(c if c.isdigit() else " " for c in line).split()
        found.append((part["resolution"], int(in_favour), int(against)))
    return found


BOTH = (
    "L.59和L.60各多少票赞成", "How many votes in favour did L.59 and L.60 each get?",
    "Combien de voix pour L.59 et L.60 ?", "¿Cuántos votos a favor tuvieron L.59 y L.60?",
    "Сколько голосов за было у L.59 и L.60?", "ما نتيجة التصويت على L.59 و L.60؟",
)  # fmt: skip


@pytest.mark.parametrize("message", BOTH)
@pytest.mark.parametrize("before", [(), ("anchors amendments",), ("A/HRC/80/L.60 result",)], ids=str)
def test_two_numbers_are_of_the_session_that_has_both(world: World, message: str, before: tuple[str, ...]) -> None:
    assert told(world.told(*before, message)) == [tally("A/HRC/80/L.59"), tally("A/HRC/80/L.60")]


@pytest.mark.parametrize(
    "message",
    [
        "L.59多少票赞成", "How many votes in favour did L.59 get?", "Combien de voix pour L.59 ?",
        "¿Cuántos votos a favor tuvo L.59?", "Сколько голосов за было у L.59?", "كم صوتا مؤيدا للوثيقة L.59؟",
    ],
)  # fmt: skip
def test_one_number_is_of_the_session_shown(world: World, message: str) -> None:
    assert told(world.told("anchors amendments", message)) == [tally("A/HRC/80/L.59")]
    assert world.told(message)["kind"] == "clarify"


def test_a_number_that_the_session_in_view_has_not_is_not_here(world: World) -> None:
    reply = world.told("A/HRC/82/L.59 result", "L.60谁赞成")
    assert reply["kind"] == "none"
    assert "A/HRC/82/L.60" in reply["text"]


def test_two_numbers_that_no_session_has_are_asked_back_about(world: World) -> None:
    reply = world.told("L.59和L.61各多少票赞成")
    assert reply["kind"] == "clarify"
    assert all(x.symbol in reply["text"] for x in ROLLS if not x.symbol.endswith("60"))
