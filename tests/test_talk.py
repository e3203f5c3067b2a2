"""Tests of bot.talk: that a reply is the same whether it is worked out or remembered."""

from __future__ import annotations

import time

import pytest

from bot import talk
from bot.corpus.library import Library
from bot.language.normal import shortened
from bot.talk import LONGEST_REMEMBERED, Speaker, Talk

TURNS = ("中国怎么投的", "那日本呢", "哪段讲南南合作", "下一段", "谁弃权了", "其中非洲的呢", "再见")


def test_a_reply_that_is_remembered_is_the_same(library: Library) -> None:
    speaker = Speaker(library)
    heard = []
    for _ in range(2):
        so_far, said = Talk(), []
        for message in TURNS:
            spoken, so_far = speaker.next(message, so_far)
            said.append((spoken, so_far))
        heard.append(said)
    assert heard[0] == heard[1]
    assert all(a is b for (a, _), (b, _) in zip(*heard, strict=True))


def test_the_conversation_matters(library: Library) -> None:
    speaker = Speaker(library)
    _, after = speaker.next("第5段", Talk())
    assert speaker.next("下一段", after)[0] != speaker.next("下一段", Talk())[0]


def test_the_language_of_the_conversation_matters(library: Library) -> None:
    speaker = Speaker(library)
    assert speaker.next("OK", Talk(language="zh-Hans"))[0] != speaker.next("OK", Talk(language="en"))[0]


def test_not_everything_is_remembered(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(talk, "REPLIES", 20)
    speaker = Speaker(library)
    for n in range(30):
        speaker.next(f"第{n}段", Talk())
    long = "第5段" + "。" * LONGEST_REMEMBERED
    assert speaker.next(long, Talk()) is not speaker.next(long, Talk())
    assert len(speaker._replies) == 20


@pytest.mark.parametrize("repeated", ["a/", "(", "1) 2)", "中国"])
def test_a_message_of_megabytes_takes_no_longer_than_what_is_read_of_it(library: Library, repeated: str) -> None:
    message = repeated * (5_000_000 // len(repeated))
    speaker = Speaker(library)
    speaker.next(shortened(message), Talk())
    began = time.process_time()
    speaker.next(message, Talk())
    assert time.process_time() - began < 1
