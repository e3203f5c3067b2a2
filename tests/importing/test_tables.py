"""Lines of a table or a box within a text: they are no paragraphs, and nobody is sure that they are headings."""

from __future__ import annotations

import pytest

from bot.corpus.segments import tabular
from tests.importing.texts import ENGLISH

ROWS = (
    "Year    Harbours    Lanterns",
    "2093 | 12 | 300",
    "+------------------+",
    "| Key days: 1 May |",
    "12 300 45.5%",
    "港口\t灯笼",
)
HEADINGS = (
    "Lantern embargo", "I.", "II.   Entretien des lanternes", "b)    Harbours", "一、   港口",
    "2093", "A. Reporting", "Part 2", "港口的灯笼", "Annex 3", "Section IV: lanterns, 2093",
)  # fmt: skip


@pytest.mark.parametrize("line", ROWS)
def test_a_line_of_a_table(line: str) -> None:
    assert tabular(line)


@pytest.mark.parametrize("line", HEADINGS)
def test_a_heading(line: str) -> None:
    assert not tabular(line)


def test_no_line_of_a_text_is_one() -> None:
    assert not [line for line in ENGLISH.splitlines() if tabular(line)]
