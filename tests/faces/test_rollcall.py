"""The record as a board, and the command that draws it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from bot.__main__ import main
from bot.corpus.library import Library
from bot.faces.rollcall import board_of
from bot.resolution import Vote
from bot.talk import Speaker


def test_the_board_has_the_record(library: Library, speaker: Speaker) -> None:
    board = board_of(library.resolutions[0], library, speaker.wordings["zh-Hans"])
    assert [(t.name, t.code, t.vote) for t in board.tiles[:2]] == [
        ("阿尔及利亚", "DZA", Vote.YES),
        ("孟加拉国", "BGD", Vote.YES),
    ]
    assert (board.tiles[-1].name, board.tiles[-1].vote) == ("摩洛哥", Vote.ABSTAIN)
    assert len(board.tiles) == 47
    assert "2024年7月10日" in board.source


def test_the_five_regional_groups_have_every_voter_once(library: Library, speaker: Speaker) -> None:
    board = board_of(library.resolutions[0], library, speaker.wordings["en"], grouped=True)
    codes = [tile.code for _, tiles in board.groups for tile in tiles]
    assert sorted(codes) == sorted(tile.code for tile in board.tiles)
    assert len(board.groups) == 5


@pytest.mark.parametrize(
    "options", [[], ["--language", "en"], ["--language", "zh-Hant", "--grouped"], ["--symbol", "A/HRC/RES/56/4"]]
)
def test_board_writes_a_picture(options: list[str], tmp_path: Path) -> None:
    out = tmp_path / "board.png"
    result = CliRunner().invoke(main, ["board", *options, str(out)])
    assert result.exit_code == 0, result.output
    picture = Image.open(io.BytesIO(out.read_bytes()))
    assert picture.format == "PNG"
    assert picture.width >= 1080


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--symbol", "A/HRC/RES/1/1", "x.png"],
        "A/HRC/RES/1/1 is not in content; expected a symbol, as in A/HRC/RES/56/4"),
        (["nowhere/x.png"], "nowhere/x.png"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_said(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["board", *arguments])
    assert result.exit_code == 2
    assert said in result.output
    assert "Traceback" not in result.output
