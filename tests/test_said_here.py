"""A few words of the text in view are in its language, whatever they look like by themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.corpus.loading import load
from bot.faces.json import line
from bot.talk import Speaker
from tests.documents_scorer import FOLDER, imported


@pytest.fixture(scope="module")
def fisheries(tmp_path_factory: pytest.TempPathFactory) -> Speaker:
    """The bot with an invented resolution in Spanish alone."""
    document = FOLDER / "fisheries.es.txt"
    home = Path(tmp_path_factory.mktemp("said_here"))
    return Speaker(load(imported([document], home / "content")[document.name]))


def test_words_of_the_text_are_in_its_language(fisheries: Speaker) -> None:
    """They are taken for Catalan otherwise; the paragraph is the one that has them."""
    reply = json.loads(line(fisheries.answer(["patrulleras radares capacitación"])))
    assert reply["paragraphs"] == ["OP18"]
    assert reply["text"].startswith("Párrafo 18")


def test_words_of_another_language_are_said_to_be(fisheries: Speaker) -> None:
    reply = json.loads(line(fisheries.answer(["Como votou o Brasil?"])))
    assert reply["kind"] == "clarify" and "português" in reply["text"]
