"""Two resolutions on the same, of two times, over invented records: compared, and what is asked of them then."""

from __future__ import annotations

from datetime import date

import pytest

from tests.across import RIGHTS, Roll, World, imported
from tests.test_record_questions import symbols

EARLIER, LATER, OTHER = "A/HRC/RES/52/4", "A/HRC/RES/55/6", "A/HRC/RES/55/7"
GONE, NEW = {"ARG", "BRA"}, {"KEN", "NOR"}
FIRST = dict(zip(sorted(RIGHTS), "NYYYYNNNNNYYYAA", strict=True))
"""Of the first of the two: 7 for, 6 against."""


def _rolls() -> list[Roll]:
    title = "Advancing human rights in Egypt"
    then = {code: vote for code, vote in FIRST.items() if code not in GONE} | dict.fromkeys(sorted(NEW), "Y")
    then |= {"DEU": "Y", "ZAF": "Y"}
    peace = dict.fromkeys((*sorted(RIGHTS),), "Y")
    return [
        Roll(EARLIER, date(2023, 4, 4), title, FIRST),
        Roll(LATER, date(2024, 4, 6), title, then),
        Roll(OTHER, date(2024, 4, 7), "Upkeep of lighthouses in harbours", peace),
    ]


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The bot with these records."""
    return imported(tmp_path_factory.mktemp("pairs"), _rolls())


def _votes(two: World, symbol: str) -> dict[str, str]:
    return next(r.votes for r in two.known if r.symbol == symbol)


@pytest.mark.parametrize(
    "turns",
    [
        ("55/6", "跟2023年那份比"), ("52/4谁反对", "和2024年的相比"),
        ("55/6", "compare it with the one of the year before"),
        ("55/6", "how does it compare with 2023?"), ("52/4", "compared with the 2024 resolution"),
        ("55/6", "comparée à celle de 2023"), ("55/6", "comparada con la de 2023"),
        ("55/6", "по сравнению с 2023 годом"), ("55/6", "مقارنة بقرار 2023"),
        ("compare the 2023 and 2024 resolutions on Egypt",), ("比较2023年和2024年的埃及决议",),
    ],
)  # fmt: skip
def test_two_on_the_same_are_compared(two: World, turns: tuple[str, ...]) -> None:
    reply = two.told(*turns)
    assert [each["kind"] for each in reply["answers"]] == ["tally", "tally", "history"]
    assert {each["resolution"] for each in reply["answers"][:2]} == {EARLIER, LATER}
    assert {row["state"] for row in reply["answers"][2]["table"]} == {"DEU", "ZAF"}
    assert str(len(GONE | NEW)) in reply["answers"][2]["text"].split("\n")[-5]


@pytest.mark.parametrize(
    "message",
    [
        "which states changed their vote on Egypt between 2023 and 2024?", "埃及问题上2023年到2024年哪些国家改了投票",
        "quels États ont changé de vote sur l'Égypte entre 2023 et 2024 ?",
        "¿qué países cambiaron su voto sobre Egipto entre 2023 y 2024?",
        "кто изменил голос по Египту между 2023 и 2024 годом?",
    ],
)  # fmt: skip
def test_who_changed_on_a_subject_between_two_years(two: World, message: str) -> None:
    assert {row["state"] for row in two.told(message)["table"]} == {"DEU", "ZAF"}


@pytest.mark.parametrize(
    ("message", "meant"),
    [
        ("新增了谁", NEW), ("who is new?", NEW), ("qui sont les nouveaux ?", NEW), ("¿quiénes son los nuevos?", NEW),
        ("кто новые?", NEW), ("من الجديد؟", NEW), ("谁退出了", GONE), ("who is gone?", GONE), ("кто выбыл?", GONE),
        ("any newcomers among those in favour?", NEW | {"DEU", "ZAF"}),
    ],
)  # fmt: skip
def test_who_is_in_the_record_of_one_alone(two: World, message: str, meant: set[str]) -> None:
    assert {row["state"] for row in two.told("compare 52/4 and 55/6", message)["table"]} == meant


@pytest.mark.parametrize(
    "message", ["差了几票", "by how many votes?", "de combien de voix ?", "¿por cuántos votos?", "на сколько голосов?"]
)
def test_by_how_many_votes_two_differ(two: World, message: str) -> None:
    reply = two.told("compare 52/4 and 55/6", message)
    most = [sum(vote == "yes" for vote in _votes(two, symbol).values()) for symbol in (EARLIER, LATER)]
    assert set(symbols(reply)) == {EARLIER, LATER}
    assert str(abs(most[0] - most[1])) in reply["text"].split("\n")[0]


@pytest.mark.parametrize(
    ("turns", "verdict"),
    [
        (("55/6", "did more vote for it than last time?"), "yes"),
        (("52/4", "did more vote for it than in 2024?"), "no"),
        (("55/6", "赞成票比2023年多吗"), "yes"), (("52/4", "赞成票比2024年多吗"), "no"),
        (("55/6", "¿votaron más a favor que en 2023?"), "yes"),
        (("52/4", "Y a-t-il eu plus de voix pour qu'en 2024 ?"), "no"),
        (("52/4 compared to 55/6: did more vote for it?",), "no"),
    ],
)  # fmt: skip
def test_whether_one_had_more_is_told(two: World, turns: tuple[str, ...], verdict: str) -> None:
    assert two.told(*turns)["verdict"] == verdict
