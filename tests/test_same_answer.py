"""What does not change a question does not change its answer: punctuation, spaces, width, script."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import opencc
import pytest

from bot.faces.json import line
from bot.language.normal import CJK, is_chinese
from tests.conftest import Said

LEAST = 0.98
"""The share of the labelled questions whose answer has to stay the same."""
FILES = sorted(Path(__file__).parent.glob("questions/*.jsonl"))
# Every sixteenth: five changes of each take their time.
ROWS = [json.loads(line) for path in FILES for line in path.read_text(encoding="utf-8").splitlines()][::16]
TO_TRADITIONAL = opencc.OpenCC("s2t")


def without_end(message: str) -> str:
    return message.rstrip(" ?？!！。.~…")


def with_end(message: str) -> str:
    return without_end(message) + ("？" if is_chinese(message) else "?")


def with_spaces(message: str) -> str:
    return "  " + re.sub(rf"(?<=[{CJK}])(?=[a-zA-Z0-9])|(?<=[a-zA-Z0-9])(?=[{CJK}])", " ", message) + " "


def full_width(message: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in message) if is_chinese(message) else message


def traditional(message: str) -> str:
    return TO_TRADITIONAL.convert(message)


@pytest.fixture(scope="module")
def plain(said: Said) -> list[tuple[object, ...]]:
    return [told(said, row["turns"]) for row in ROWS]


def told(said: Said, turns: list[str]) -> tuple[object, ...]:
    reply = json.loads(line(said(turns)[0]))
    return reply["kind"], reply["votes"], reply["paragraphs"]


@pytest.mark.parametrize("change", [without_end, with_end, with_spaces, full_width, traditional])
def test_the_answer_stays_the_same(change: Callable[[str], str], said: Said, plain: list[tuple[object, ...]]) -> None:
    other = [
        row["turns"]
        for row, before in zip(ROWS, plain, strict=True)
        if told(said, [change(t) for t in row["turns"]]) != before
    ]
    share = 1 - len(other) / len(ROWS)
    print(f"{change.__name__}: {share:.4f} of {len(ROWS)} stay the same")
    assert share >= LEAST, f"{share:.4f}: {[(t, [change(x) for x in t]) for t in other[:12]]}"
