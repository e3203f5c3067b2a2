"""Vetoes: which drafts of the Security Council were not adopted since a permanent member was against, over invented
data, and over data in which there is none. What is right is counted in plain Python.

Article 27 of the Charter: decisions of the Council need the concurring votes of the permanent members.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.across import COUNCIL, Roll, World, imported
from tests.test_record_questions import symbols

PERMANENT = {"CHN", "FRA", "GBR", "RUS", "USA"}


def roll(symbol: str, day: date, against: str, abstaining: str = "") -> Roll:
    """A vote of the Council on which all others were in favour."""
    votes = {code: "N" if code in against.split() else "A" if code in abstaining.split() else "Y" for code in COUNCIL}
    return Roll(symbol, day, f"Marking of anchors in bay {symbol[-2:]}", votes)


VOTED = (
    roll("S/2021/911", date(2021, 5, 3), "RUS"),
    roll("S/2022/912", date(2022, 5, 3), "USA", "GBR"),
    roll("S/2022/913", date(2022, 6, 3), "RUS CHN", "BRA"),
    # Nobody with a veto was against, and too few in favour.
    roll("S/2022/914", date(2022, 7, 3), "BRA NOR", "CHN RUS KEN JPN"),
    roll("S/RES/2911(2022)", date(2022, 8, 3), "", "RUS"),
)


@pytest.fixture(scope="module")
def vetoed(tmp_path_factory: pytest.TempPathFactory) -> World:
    return imported(tmp_path_factory.mktemp("vetoed"), VOTED)


def against(*states: str, year: int = 0) -> set[str]:
    """The drafts that one of these voted down, of a year if it is not 0."""
    drafts = (r for r in VOTED if "/RES/" not in r.symbol and year in (0, r.day.year))
    return {r.symbol for r in drafts if r.who("N") & set(states)}


@pytest.mark.parametrize(
    ("message", "meant"),
    [
        ("安理会哪些草案被一票否决了", against(*PERMANENT)),
        ("Which drafts were vetoed?", against(*PERMANENT)),
        ("Which drafts were vetoed in 2022?", against(*PERMANENT, year=2022)),
        ("俄罗斯动用过几次否决权", against("RUS")),
        ("How many times has Russia used its veto?", against("RUS")),
        ("Combien de fois la Russie a-t-elle utilisé son veto ?", against("RUS")),
        ("¿Cuántas veces vetó Rusia?", against("RUS")),
        ("Сколько раз Россия накладывала вето?", against("RUS")),
        ("كم مرة استخدمت روسيا حق النقض؟", against("RUS")),
        ("美国2022年否决过哪些草案", against("USA", year=2022)),
    ],
)
def test_those_that_a_permanent_member_voted_down(vetoed: World, message: str, meant: set[str]) -> None:
    assert set(symbols(vetoed.told(message))) == meant


@pytest.mark.parametrize("message", ["Did Russia veto S/RES/2911(2022)?", "俄罗斯否决了S/RES/2911(2022)吗"])
def test_on_one_that_was_adopted_a_veto_is_a_vote_against(vetoed: World, message: str) -> None:
    assert vetoed.told(message)["votes"] == {"RUS": "abstain"}


@pytest.mark.parametrize(
    "message",
    [
        "俄罗斯否决过几次", "Which drafts did the US veto?", "谁动用了否决权", "¿Cuántas veces vetó China?",
        "Кто наложил вето?",
    ],
)  # fmt: skip
def test_where_no_draft_is_here_none_is_counted_as_a_veto(world: World, message: str) -> None:
    assert world.told(message)["kind"] == "none"


def test_nobody_has_a_veto_in_another_body(world: World) -> None:
    one = next(r for r in world.known if r.body == "assembly" and "USA" in r.who("no"))
    reply = world.told(f"How did Cuba vote on {one.symbol}?", "Did the US veto it?")
    assert (reply["kind"], "votes" in reply and reply["votes"]) in (("none", False), ("none", {}))
    assert one.symbol in reply["text"]
