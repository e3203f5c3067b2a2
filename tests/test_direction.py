"""Text from right to left, by its characters: what runs the other way in a reply stands in an isolate."""

from __future__ import annotations

import json
import re

import pytest

from bot.corpus.library import Library
from bot.faces.json import line
from bot.talk import Speaker

_ISOLATED = re.compile("\u2068[^\u2068\u2069]*\u2069")
"""An isolate with nothing isolated in it."""
_LINK = re.compile(r"https?://\S+")
_RUNS_ON = re.compile(r"/?[A-Za-z][\w./()-]*", re.ASCII)
"""A command, a symbol, or a word in Latin letters."""


def outside(text: str) -> list[str]:
    """What runs from left to right in a text and is in no isolate; links stand at the end of their lines."""
    assert text.count("\u2068") == text.count("\u2069")
    while _ISOLATED.search(text):
        text = _ISOLATED.sub("", text)
    return _RUNS_ON.findall(_LINK.sub("", text))


def test_what_is_outside_is_seen() -> None:
    assert outside("يعرض /docs القائمة \u2068A/RES/1\u2069") == ["/docs"]
    assert outside("\u2068\u2068/docs\u2069 \u2068A/RES/1\u2069\u2069 https://example.org/A/RES/1") == []


@pytest.fixture(scope="module")
def speaker(library: Library) -> Speaker:
    return Speaker(library)


@pytest.mark.parametrize(
    "message",
    [
        "مرحبا", "ماذا يمكنك أن تفعل؟", "كيف صوتت الصين؟", "من امتنع عن التصويت؟", "نتيجة التصويت",
        "ما القرارات الموجودة؟", "القرار 99/99", "الفقرة 99", "عنوان القرار",
    ],
)  # fmt: skip
def test_commands_and_symbols_are_isolated_in_arabic(speaker: Speaker, message: str) -> None:
    text = json.loads(line(speaker.answer([message])))["text"]
    assert re.search("[\u0621-\u064a]", text)
    assert outside(text) == []


def test_every_sentence_isolates_its_commands(speaker: Speaker) -> None:
    wording = speaker.wordings["ar"]
    for key in ("documents.more", "help.hello_many", "history.source", "commands.docs", "commands.use"):
        said = wording(key, count=5)
        assert "\u2068/" in said
        assert outside(said) == []
