"""Conversations that go on about what states voted on several resolutions, or about one of a list, over the data of
tests/across.py, counted in plain Python."""

from __future__ import annotations

import pytest

from tests.across import STATES, SUBJECTS, Roll, World
from tests.test_record_questions import symbols

YEAR = 2021


def voted(world: World, code: str, *votes: str) -> set[str]:
    """The symbols of the resolutions of the year, with amendments, on which a state voted so."""
    return {r.symbol for r in world.known if r.day.year == YEAR and r.votes.get(code) in votes}


def listed(world: World, *turns: str) -> set[str]:
    """The symbols of all pages of the list that answers the last of some messages."""
    found: set[str] = set()
    more: tuple[str, ...] = ()
    while not (page := set(symbols(world.told(*turns, *more)))) <= found:
        found |= page
        more = (*more, "还有呢")
    return found


WHICH = (
    ("法国2021年怎么投的", "哪几份是反对的"),
    ("法国2021年怎么投的", "它反对了哪些"),
    ("法國2021年怎麼投的", "哪些它投了反對"),
    ("how did France vote in 2021?", "which ones did it vote against?"),
    ("how did France vote in 2021?", "which resolutions did it oppose?"),
    ("comment la France a-t-elle voté en 2021 ?", "sur lesquelles a-t-elle voté contre ?"),
    ("¿cómo votó Francia en 2021?", "¿en cuáles votó en contra?"),
    ("как голосовала Франция в 2021 году?", "по каким она была против?"),
    ("كيف صوتت فرنسا في 2021؟", "أيها عارضت؟"),
)


@pytest.mark.parametrize(("first", "which"), WHICH, ids=[f"{a} {b}" for a, b in WHICH])
def test_which_ones_a_state_opposed_is_asked_of_that_state(world: World, first: str, which: str) -> None:
    assert listed(world, first, which) == voted(world, "FRA", "no")


def test_which_ones_takes_the_place_of_the_votes_before(world: World) -> None:
    assert listed(world, "法国2021年反对了哪些", "哪几份是弃权的") == voted(world, "FRA", "abstain")


CONTESTED = {
    "en": ("which resolutions on {of} had more than {least} votes against?", "the one from {year}", "who abstained?"),
    "zh": ("关于{of}的决议有哪些反对票超过{least}张", "{year}年的那份", "谁弃权了"),
}


def contested(world: World) -> tuple[str, int, Roll]:
    """A subject, a number, and of the resolutions on it with more votes against, which are fewer than a page, the only
    one of its year."""
    for subject in SUBJECTS:
        of = [r for r in world.known if subject in r.title]
        for least in range(len(STATES)):
            more = [r for r in of if len(r.who("no")) > least]
            years = [r.day.year for r in more]
            alone = [r for r in more if years.count(r.day.year) == 1]
            if alone and 1 < len(more) < 10:
                return subject, least, alone[0]
    raise AssertionError("the data has no such list")


@pytest.mark.parametrize("turns", CONTESTED.values(), ids=CONTESTED)
def test_the_one_of_a_year_of_a_list_is_that_resolution(world: World, turns: tuple[str, str, str]) -> None:
    subject, least, roll = contested(world)
    asked = [turn.format(of=subject, least=least, year=roll.day.year) for turn in turns]
    assert world.told(*asked[:2])["resolution"] == roll.symbol
    assert set(world.told(*asked)["votes"]) == roll.who("abstain")


def two(world: World) -> tuple[Roll, Roll]:
    """Two resolutions of the Assembly, whose opponents are not the same."""
    one, *others = [r for r in world.known if r.body == "assembly" and r.who("no")]
    return one, next(r for r in others if r.who("no") != one.who("no"))


OTHER = (
    ("谁反对 {a}", "不是{a}，是{b}"),
    ("who opposed {a}?", "not {a} but {b}"),
    ("who opposed {a}?", "I meant {b}, not {a}"),
    ("qui a voté contre {a} ?", "pas {a}, mais {b}"),
)


@pytest.mark.parametrize(("first", "then"), OTHER, ids=[row[1] for row in OTHER])
def test_the_resolution_that_is_taken_back_is_not_answered_about(world: World, first: str, then: str) -> None:
    one, other = two(world)
    reply = world.told(first.format(a=one.symbol), then.format(a=one.symbol, b=other.symbol))
    assert reply["resolution"] == other.symbol and set(reply["votes"]) == other.who("no")


def test_after_a_complaint_the_question_before_goes_on(world: World) -> None:
    one, other = two(world)
    reply = world.told(f"法国对{one.symbol}投了什么", "不对吧", f"那{other.symbol}呢")
    assert reply["votes"] == {"FRA": other.votes["FRA"]}


@pytest.mark.parametrize(
    ("ask", "back"), [("{y}年的决议有哪些", "回到刚才的列表"), ("resolutions of {y}", "back to the list")]
)
def test_back_to_the_list_is_the_list_again(world: World, ask: str, back: str) -> None:
    listed_first = symbols(world.told(ask.format(y=YEAR)))
    assert symbols(world.told(ask.format(y=YEAR), "第一份谁反对", back)) == listed_first
