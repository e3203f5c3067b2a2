"""From which resolution on a state voted otherwise, several named by number with what they are on, what is on the same
under titles in several languages, and what is in no title; greetings in other letters: over invented records."""

from __future__ import annotations

from datetime import date

import pytest

from tests.across import RIGHTS, Roll, World, imported
from tests.test_record_questions import symbols

MEMBERS = sorted(RIGHTS)
HAITI, TRUCKS = "Situation of human rights in Haiti", "Human rights and unilateral coercive measures"
CHINESE = "人权与单方面强制性措施"
ROLLS = (
    ("A/HRC/RES/46/71", date(2021, 3, 24), HAITI, "YYNYYYYYYYYYYYY"),
    ("A/HRC/RES/49/72", date(2022, 4, 1), HAITI, "YYNYYYYYYYYYYYA"),
    ("A/HRC/RES/52/73", date(2023, 4, 4), HAITI, "YYAYYYYNYYYYYYA"),
    ("A/HRC/RES/55/74", date(2024, 4, 5), HAITI, "YYAYYYYNYYYYYYA"),
    ("A/HRC/RES/58/75", date(2025, 4, 4), HAITI, "YYYYYYYNYYYYYYA"),
    ("A/HRC/RES/61/76", date(2026, 4, 1), HAITI, "YYYYYYYNYYYYYYA"),
    ("A/HRC/RES/55/77", date(2024, 4, 3), TRUCKS, "YNNYYYYNYYYYYNA"),
    ("A/HRC/RES/58/78", date(2025, 4, 3), TRUCKS, "YNNYYYYNYYYYYNY"),
    ("A/HRC/RES/52/79", date(2023, 4, 3), CHINESE, "YNNYYYYNYYYYYNA"),
)
NUMBERS = "46/71, 49/72, 52/73, 55/74, 58/75, 61/76"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The bot with six records on a state, and three on one subject, the title of one of them in Chinese."""
    titles = (f"{c} 。 。" if c == CHINESE else c for _, _, c, _ in ROLLS)
    rolls = [Roll(a, b, c, dict(zip(MEMBERS, v, strict=True))) for (a, b, _, v), c in zip(ROLLS, titles, strict=True)]
    return imported(tmp_path_factory.mktemp("turning"), rolls)


TURNED = (
    "from which resolution on did Chile change its vote on Haiti", "智利在海地问题上从哪一份开始改票",
    "智利在海地問題上從哪一年開始改變投票", "à partir de quelle résolution le Chili a-t-il changé son vote sur Haïti",
    "¿desde qué resolución cambió Chile su voto sobre Haití?", "с какой резолюции Чили изменила свою позицию по Гаити",
    "من أي قرار غيرت شيلي تصويتها بشأن هايتي", f"海地的决议（{NUMBERS}）中，智利从哪一份开始改变投票？",
)  # fmt: skip


@pytest.mark.parametrize("asked", TURNED)
def test_from_which_on(record: World, asked: str) -> None:
    reply = record.told(asked)
    assert symbols(reply) == [symbol for symbol, _, title, _ in ROLLS if title == HAITI]
    head = reply["text"].partition("\n\n")[0]
    # N N A A Y Y: with the third and the fifth.
    assert [symbol for symbol, *_ in ROLLS if symbol in head] == [ROLLS[2][0], ROLLS[4][0]]


def test_it_did_not_change(record: World) -> None:
    head = record.told("from which resolution on did Argentina change its vote on Haiti")["text"].partition("\n\n")[0]
    assert "did not change" in head


NAMED = (
    (f"Of the six Council resolutions on Haiti ({NUMBERS}), on which ones did Chile abstain?", "A"),
    (f"how did Chile vote on the Haiti resolutions {NUMBERS}", "YNA"),
    (f"海地的{NUMBERS}，智利怎么投的", "YNA"),
    (f"sur {NUMBERS} (Haïti), comment a voté le Chili", "YNA"),
)


@pytest.mark.parametrize(("asked", "votes"), NAMED, ids=[row[0] for row in NAMED])
def test_six_named_with_what_they_are_on(record: World, asked: str, votes: str) -> None:
    reply = record.told(asked)
    assert set(symbols(reply)) == {symbol for symbol, _, title, v in ROLLS if title == HAITI and v[2] in votes}
    assert all("HTI" not in row for row in reply["table"])


NOT_HERE = (
    ("how did Chile vote on the right to food", "right to food"), ("智利在食物权上怎么投", "食物权"),
    ("comment le Chili a-t-il voté sur le droit à l'alimentation", "l'alimentation"),
    ("¿cómo votó Chile sobre el derecho a la alimentación?", "derecho a la"),
    ("谁反对饮用水", "饮用水"),
)  # fmt: skip


@pytest.mark.parametrize(("asked", "said"), NOT_HERE, ids=[row[0] for row in NOT_HERE])
def test_what_is_in_no_title_is_said(record: World, asked: str, said: str) -> None:
    reply = record.told(asked)
    assert reply["kind"] == "none"
    assert said in reply["text"]


@pytest.mark.parametrize("said", ["nihao", "Ni hao!", "privet", "zdravstvuyte", "salam alaikum", "marhaba"])
def test_greetings_in_other_letters(record: World, said: str) -> None:
    assert record.told(said)["kind"] == "help"


TIMES = (
    ("how many times did Chile abstain on unilateral coercive measures", 0),
    ("how many times did Chile vote against unilateral coercive measures", 2),
)


@pytest.mark.parametrize(("asked", "count"), TIMES, ids=[row[0] for row in TIMES])
def test_how_often_on_what_several_are_on(record: World, asked: str, count: int) -> None:
    assert len([s for s in symbols(record.told(asked)) if s in (ROLLS[6][0], ROLLS[7][0])]) == count


SHARES = ("2024年智利在人权理事会决议表决中投反对票的比例是多少？", "2024年人权理事会决议表决中，智利反对的比例")


@pytest.mark.parametrize("asked", SHARES)
def test_the_share_among_resolutions_put_to_the_vote(record: World, asked: str) -> None:
    head = record.told(asked)["text"].partition("\n\n")[0]
    assert "50%" in head


BOTH = (
    "who voted no on 55/77 but yes on 58/75", "who voted against 55/77 but for 58/75",
    "哪些国家对55/77投反对票，但对58/75投赞成票", "qui a voté contre 55/77 mais pour 58/75",
    "¿quién votó en contra de 55/77 pero a favor de 58/75?", "кто голосовал против 55/77, но за 58/75",
    "من صوت ضد 55/77 ومع 58/75",
)  # fmt: skip


@pytest.mark.parametrize("asked", BOTH)
def test_so_on_one_and_so_on_another(record: World, asked: str) -> None:
    rows = zip(MEMBERS, ROLLS[6][3], ROLLS[4][3], strict=True)
    right = {code for code, one, other in rows if (one, other) == ("N", "Y")}
    assert {row["state"] for row in record.told(asked)["table"]} == right
