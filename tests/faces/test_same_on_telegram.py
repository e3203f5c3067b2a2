"""A few of the labelled questions through Telegram: what arrives is what `ask` says, word for word."""

from __future__ import annotations

import pytest

from bot.talk import Speaker
from tests.bench.through_telegram import FILES, Row, expected, marks_of, replies, rows_of
from tests.faces.served import Served, ids

ALONE, TALKS = 4, 1
"""How many rows are taken from each file: of one turn, and of several."""


def spread(rows: list[Row], count: int) -> list[Row]:
    """So many of the rows, evenly spread."""
    return [rows[at * len(rows) // count] for at in range(min(count, len(rows)))]


def chosen() -> list[Row]:
    """Rows of every file, conversations among them."""
    found: list[Row] = []
    for path in FILES:
        rows = rows_of([path])
        found += spread([row for row in rows if len(row["turns"]) == 1], ALONE) + spread(
            [row for row in rows if len(row["turns"]) > 1], TALKS
        )
    return found


@pytest.fixture
def arrived(served: Served, speaker: Speaker) -> list[tuple[Row, str | None]]:
    """Every chosen row with what its last reply says on Telegram."""
    rows = {next(ids): row for row in chosen()}
    said = replies(served.server, {chat: row["turns"] for chat, row in rows.items()}, marks_of(speaker))
    return [(row, said.get(chat)) for chat, row in rows.items()]


def test_replies_say_the_same(arrived: list[tuple[Row, str | None]], speaker: Speaker) -> None:
    assert len(arrived) >= 60
    assert any(len(row["turns"]) > 1 for row, _ in arrived)
    different = {
        row["id"]: (row["turns"], said) for row, said in arrived if said != expected(speaker.answer(row["turns"]))
    }
    assert not different
