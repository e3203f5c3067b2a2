"""Tests of bot.language.kept: what is made of files is made anew where one of them has changed, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.language.kept import kept
from bot.layers import Layers


@kept("words/*.toml", "more.toml")
def read(words: Layers) -> list[str]:
    """Every file that is looked at, as it is; ValueError for one that says so."""
    paths = sorted(path for folder in (words.program, words.own) for path in folder.rglob("*.toml"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    if "wrong" in texts:
        raise ValueError
    return texts


@pytest.fixture
def layers(tmp_path: Path) -> Layers:
    for folder in ("program/words", "own/words"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "program/words/a.toml").write_text("one")
    (tmp_path / "program/more.toml").write_text("two")
    return Layers(tmp_path / "program", tmp_path / "own")


def test_it_is_made_once(layers: Layers) -> None:
    assert read(layers) is read(layers)


@pytest.mark.parametrize(
    ("file", "text"),
    [("program/words/a.toml", "three"), ("own/words/a.toml", "one"), ("own/more.toml", "four")],
    ids=["changed", "laid over", "the owner's alone"],
)
def test_it_is_made_anew_where_a_file_has_changed(layers: Layers, tmp_path: Path, file: str, text: str) -> None:
    before = read(layers)
    (tmp_path / file).write_text(text)
    assert read(layers) != before
    assert text in read(layers)


def test_other_files_do_not_matter(layers: Layers, tmp_path: Path) -> None:
    before = read(layers)
    (tmp_path / "program/other.toml").write_text("five")
    assert read(layers) is before


def test_a_fault_is_found_each_time_and_what_is_mended_is_read(layers: Layers, tmp_path: Path) -> None:
    file = tmp_path / "program/more.toml"
    file.write_text("wrong")
    for _ in range(2):
        with pytest.raises(ValueError):
            read(layers)
    file.write_text("six")
    assert "six" in read(layers)


def test_the_same_files_elsewhere_are_the_same(layers: Layers, tmp_path: Path) -> None:
    other = Layers(tmp_path / "copy", tmp_path / "none")
    (tmp_path / "copy/words").mkdir(parents=True)
    (tmp_path / "copy/words/a.toml").write_text("one")
    (tmp_path / "copy/more.toml").write_text("two")
    assert read(other) is read(layers)
