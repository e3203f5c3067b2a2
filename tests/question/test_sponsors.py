"""Who put a draft forward, which its text says; of an adopted text, none says it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.corpus.loading import load
from bot.faces.json import line
from bot.talk import Speaker
from tests.documents_scorer import imported

DRAFT = """United Nations                                                     S/2031/412

Security Council                                                   Distr.: General
                                                                   26 June 2031

                                                                   Original: English

Chile, Fiji and Malta: draft resolution

The Security Council,

Recalling its resolution 2341 (2017),

1. Calls upon Member States to light lighthouses;

2. Decides to remain seized of the matter.
"""


@pytest.fixture(scope="module")
def speaker(tmp_path_factory: pytest.TempPathFactory) -> Speaker:
    home = Path(tmp_path_factory.mktemp("sponsors"))
    draft = home / "draft.en.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    return Speaker(load(imported([draft], home / "content")[draft.name]))


@pytest.mark.parametrize(
    "message",
    ["who are the sponsors?", "谁提交的", "qui sont les auteurs du projet ?", "¿quiénes son los patrocinadores?"],
)
def test_a_draft_tells_who_put_it_forward(message: str, speaker: Speaker) -> None:
    reply = json.loads(line(speaker.answer([message])))
    assert reply["kind"] == "fact"
    assert "Chile, Fiji and Malta" in reply["text"]
