"""Tests of bot.language.parsed: what is kept of a file is what stands in it now."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.language import parsed as module
from bot.language.parsed import LEAST, parsed
from bot.settings import STORE
from tests.conftest import CONTENT


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(STORE, str(tmp_path / "store"))
    return tmp_path / "store"


def told(word: str) -> str:
    """TOML that is long enough to be kept."""
    return f'[same]\nwords = ["{word}"]\nzh = ["{"词" * LEAST}"]\n'


def never(_: str) -> dict[str, Any]:
    raise AssertionError("it was parsed again")


def test_what_has_not_changed_is_not_parsed_again(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = parsed(Path("a.toml"), told("one"))
    assert first == tomllib.loads(told("one"))
    monkeypatch.setattr(module.tomllib, "loads", never)
    assert parsed(Path("a.toml"), told("one")) == first
    with pytest.raises(AssertionError):
        parsed(Path("a.toml"), told("two"))


def test_of_a_file_one_text_is_kept(store: Path) -> None:
    for word in ("one", "two", "one"):
        assert parsed(Path("a.toml"), told(word))["same"]["words"] == [word]
        assert parsed(Path("b.toml"), told("three"))["same"]["words"] == ["three"]
    assert len(list(store.iterdir())) == 2


@pytest.mark.parametrize("damage", [b"", b"\xc1", b"\x01"], ids=["empty", "no message", "not a table"])
def test_what_cannot_be_read_is_made_anew(store: Path, damage: bytes) -> None:
    parsed(Path("a.toml"), told("one"))
    [kept] = store.iterdir()
    whole = kept.read_bytes()
    for left in (damage, whole[: len(whole) // 2], whole[:32] + damage):
        kept.write_bytes(left)
        assert parsed(Path("a.toml"), told("one")) == tomllib.loads(told("one"))
        assert kept.read_bytes() == whole


def test_where_nothing_can_be_kept_it_is_parsed(store: Path) -> None:
    store.write_bytes(b"a file where the folder should be")
    assert parsed(Path("a.toml"), told("one")) == tomllib.loads(told("one"))


def test_dates_stay_dates_and_what_is_short_is_not_kept(store: Path) -> None:
    for text in (f"day = 2024-07-10\n{told('one')}", "[same]\nwords = ['one']"):
        assert parsed(Path("a.toml"), text) == parsed(Path("a.toml"), text) == tomllib.loads(text)
    assert not store.exists()


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.toml")), ids=lambda path: path.name)
def test_content_says_the_same(path: Path, store: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert parsed(path, text) == parsed(path, text) == tomllib.loads(text)
