"""What is known of Chinese words is read once, and kept."""

from __future__ import annotations

import io
from pathlib import Path

import jieba
import pytest

from bot.language.words import _counts

LISTED = "灯塔 30 n\n灯塔守 4 n\n海 12 n\n"
COUNTS = {"灯": 0, "灯塔": 30, "灯塔守": 4, "海": 12}


class Listed(jieba.Tokenizer):
    """Knows a short list of words, which it can be asked for as often as told."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times = times

    def get_dict_file(self) -> io.BytesIO:
        assert self.times, "the list was read again"
        self.times -= 1
        made = io.BytesIO(LISTED.encode())
        made.name = "listed"
        return made


def test_the_words_are_read_once_and_kept(tmp_path: Path) -> None:
    kept = tmp_path / "not there yet" / "words"
    once = Listed(1)
    assert _counts(kept, once) == _counts(kept, once) == (COUNTS, 46)
    assert [path.name for path in kept.parent.iterdir()] == ["words"]


@pytest.mark.parametrize("damage", [b"", b"\xff", b"\x92\x80"], ids=("empty", "another thing", "cut short"))
def test_a_file_that_cannot_be_read_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    kept = tmp_path / "words"
    kept.write_bytes(damage)
    assert _counts(kept, Listed(1)) == (COUNTS, 46)
    assert _counts(kept, Listed(0)) == (COUNTS, 46)


def test_where_nothing_can_be_kept_the_words_are_known_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert _counts(tmp_path / "file" / "words", Listed(1)) == (COUNTS, 46)
