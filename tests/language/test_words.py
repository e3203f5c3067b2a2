"""What is known of Chinese words is read once, and kept."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from bot.language.counts import Counts
from bot.language.words import _counts, _jieba

LISTED = "灯塔 30 n\n灯塔守 4 n\n海 12 n\n"
COUNTS = {"灯": 0, "灯塔": 30, "灯塔守": 4, "海": 12}


class Listed(_jieba().Tokenizer):  # type: ignore[misc]
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


def told(counts: Counts) -> tuple[dict[str, int], int]:
    """What is known of the words, and how many are counted in all."""
    assert "塔" not in counts
    assert counts.get("塔", -1) == -1
    with pytest.raises(KeyError):
        counts["塔"]
    return {word: counts[word] for word in COUNTS if word in counts and counts.get(word) == counts[word]}, counts.total


def test_the_words_are_read_once_and_kept(tmp_path: Path) -> None:
    kept = tmp_path / "not there yet" / "words"
    once = Listed(1)
    assert all(told(_counts(kept, once)) == (COUNTS, 46) for _ in range(2))
    assert [path.name for path in kept.parent.iterdir()] == ["words"]


@pytest.mark.parametrize(
    "damage",
    [b"", b"\xff", b"\x93\x01\xc4\x08abcdefgh\xc4\x00", b"\x93\x01\xc4\x07abcdefg\xc4\x00"],
    ids=("empty", "another thing", "a word without a count", "cut short"),
)
def test_a_file_that_cannot_be_read_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    kept = tmp_path / "words"
    kept.write_bytes(damage)
    assert all(told(_counts(kept, Listed(times))) == (COUNTS, 46) for times in (1, 0))


def test_where_nothing_can_be_kept_the_words_are_known_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert told(_counts(tmp_path / "file" / "words", Listed(1))) == (COUNTS, 46)


def test_words_are_counted_as_in_a_dictionary() -> None:
    counted = {"".join(map(chr, range(0x4E00, 0x4E00 + n))): n % 7 for n in range(1, 200)}
    counts = Counts.unpacked(Counts.of(counted, 9).packed())
    assert {word: counts[word] for word in counted} == counted
    assert not any(word[1:] in counts for word in counted)


def test_a_text_is_cut_as_jieba_cuts_it_itself() -> None:
    theirs = Listed(1)
    theirs.FREQ, theirs.total = theirs.gen_pfdict(theirs.get_dict_file())
    ours = Listed(1)
    ours.FREQ = Counts.of(theirs.FREQ, theirs.total)
    ours.total, ours.initialized, theirs.initialized = theirs.total, True, True
    text = "灯塔守在海边点灯，灯塔 lamp 灯"
    assert ours.lcut(text) == theirs.lcut(text)
    assert "灯塔守" in theirs.lcut(text)
