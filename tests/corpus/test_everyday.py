"""Tests of bot.corpus.everyday: what people say, put as documents do."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.corpus.everyday import Everyday, everyday_of
from bot.corpus.library import Library
from bot.errors import ContentError
from bot.layers import Layers

PUT = Everyday({"打工": "就业", "打工的": "工人", "工人": "工人", "jail": "imprisonment"})


@pytest.mark.parametrize(
    ("message", "put"),
    [
        ("打工的能歇几天", "工人能歇几天"),
        ("出去打工", "出去就业"),
        ("工人", "工人"),
        ("Jail for smugglers?", "imprisonment for smugglers?"),
        # No part of another word, and as it is where nothing is put otherwise.
        ("Jailbreak News", "Jailbreak News"),
        ("", ""),
    ],
)
def test_what_is_said_is_put_as_documents_do(message: str, put: str) -> None:
    assert PUT.as_documents_say(message) == put


@pytest.mark.parametrize("message", ["集会", "和平集会"])
def test_what_documents_say_stays(library: Library, message: str) -> None:
    assert library.everyday.as_documents_say(message) == "和平集会"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[zh]\n"工人" = ["打工的"]\n"农民" = ["打工的"]\n', "打工的 stands for 工人 and for 农民"),
        ('[xx]\n"a" = ["b"]\n', "xx is no language"),
        ('zh = ["a"]\n', "zh is no language"),
        ('[zh]\n"工人" = "打工的"\n', "expected a list"),
    ],
)
def test_what_is_not_sound_is_said(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "everyday.toml").write_text(text, "utf-8")
    with pytest.raises(ContentError, match=said):
        everyday_of(Layers(tmp_path, tmp_path))
