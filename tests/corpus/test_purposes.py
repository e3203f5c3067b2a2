"""Tests of bot.corpus.purposes: what paragraphs are for, and how people ask for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.corpus.purposes import Purpose, Purposes, purposes_of
from bot.errors import ContentError
from bot.layers import Layers
from bot.resolution import Paragraph, Part

LANTERNS = Purposes(
    [
        Purpose(
            "report", Part.OPERATIVE, ("who reports", "谁报告"),
            {"en": ("submit*+report*", "brief the"), "zh": ("报告",)},
        ),
        Purpose("count", None, ("how many", "几盏"), {"en": ("seven", "half"), "zh": ("七", "半数")}, number=True),
    ],
    ["afterwards"],
)


def paragraph(text: str, part: Part = Part.OPERATIVE) -> Paragraph:
    return Paragraph(text, ((0, len(text)),), part, 1)


@pytest.mark.parametrize(
    ("text", "language", "serves"),
    [
        ("Requests the keeper to submit, every year, a report;", "en", True),
        ("Requests the keeper to brief the Council;", "en", True),
        # One of two, or in another language, is not enough.
        ("Takes note of the report of the keeper;", "en", False),
        ("Requests the keeper to submit, every year, a report;", "zh", False),
    ],
)
def test_a_paragraph_serves_by_its_words(text: str, language: str, serves: bool) -> None:
    assert LANTERNS.serves("report", paragraph(text), language) is serves
    assert not LANTERNS.serves("report", paragraph(text, Part.PREAMBLE), language)


@pytest.mark.parametrize(
    ("text", "language", "gives"),
    [
        ("Requests that half of the lanterns be lit;", "en", True),
        ("Requests that 40 lanterns be lit;", "en", True),
        ("请在港口点亮七盏灯；", "zh", True),
        ("Requests that the lanterns be lit;", "en", False),
        # Neither a date nor a name, in whatever numerals.
        ("在一九七七年点亮灯；", "zh", False),
        ("2077年点亮灯；", "zh", False),
        ("Recalls LAMP-19;", "en", False),
    ],
)
def test_a_paragraph_gives_a_number(text: str, language: str, gives: bool) -> None:
    assert LANTERNS.serves("count", paragraph(text), language) is gives


def test_a_number_is_asked_for_beside_a_subject_alone() -> None:
    assert LANTERNS.asked("how many lanterns, and who reports?").keys() == {"count", "report"}
    assert LANTERNS.asked_alone("how many lanterns, and who reports?").keys() == {"report"}


def test_what_asks_for_it_is_found() -> None:
    assert LANTERNS.asked("who reports afterwards?") == {"report": [(0, 11)]}
    assert LANTERNS.beside("who reports afterwards?") == [(12, 22)]
    assert LANTERNS.asked("who reported?") == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[a]\npart = "annex"\nasked = {en = ["b"]}\nsaid = {en = ["c"]}\n', "has part 'annex'"),
        ('[a]\nasked = {en = ["b"]}\n', r"\[a.said\] is None"),
        ('[a]\nasked = {xx = ["b"]}\nsaid = {en = ["c"]}\n', "expected lists by zh"),
        ('[a]\nwhy = "b"\n', "has why"),
        ('[a]\nnumber = "yes"\nasked = {en = ["b"]}\nsaid = {en = ["c"]}\n', "has number 'yes'"),
        ('[beside]\nen = "b"\n', "expected a list"),
    ],
)
def test_what_is_not_sound_is_said(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "purposes.toml").write_text(text, "utf-8")
    with pytest.raises(ContentError, match=said):
        purposes_of(Layers(tmp_path, tmp_path))
