"""A record of a vote that is printed and could not be read: it is not said that the document prints none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.corpus.loading import load
from bot.faces.json import line
from bot.talk import Speaker
from tests.documents_scorer import FOLDER, imported

LISTS = "In favour: Albania, Ghana, {}\nAgainst: Norway\nAbstaining: Kenya\n"
RECORDS = {
    "unknown_name": "Adopted by a recorded vote of 3 to 1, with 1 abstention, as follows:\n" + LISTS.format("Gondolia"),
    "other_totals": "Adopted by a recorded vote of 9 to 1, with 1 abstention, as follows:\n" + LISTS.format("Chad"),
}
ASKED = (
    "how did Norway vote",
    "who voted against",
    "挪威怎么投的",
    "誰棄權了",
    "Comment la Norvège a-t-elle voté ?",
    "¿Cómo votó Noruega?",
    "Как голосовала Норвегия?",
    "كيف صوتت النرويج؟",
)


@pytest.fixture(scope="module")
def speakers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Speaker]:
    folder = Path(tmp_path_factory.mktemp("unread"))
    text = (FOLDER / "road_safety.en.txt").read_text(encoding="utf-8").rstrip()
    for number, (name, record) in enumerate(RECORDS.items(), 401):
        (folder / f"{name}.txt").write_text(f"{text}\n\n{record}".replace("96/188", f"96/{number}"), encoding="utf-8")
    folders = imported([folder / f"{name}.txt" for name in RECORDS], folder)
    return {name.removesuffix(".txt"): Speaker(load(home)) for name, home in folders.items()}


@pytest.mark.parametrize("name", RECORDS)
@pytest.mark.parametrize("message", ASKED)
def test_what_could_not_be_read_is_said(name: str, message: str, speakers: dict[str, Speaker]) -> None:
    speaker = speakers[name]
    reply = json.loads(line(speaker.answer([message])))
    wordings = list(speaker.wordings.values())
    unread = [w(key) for w in wordings for key in ("votes.unread", "tally.unread")]
    untrue = [w(key) for w in wordings for key in ("votes.by_none", "tally.not_stated")]
    assert any(text in reply["text"] for text in unread), reply["text"]
    assert not any(text in reply["text"] for text in untrue)
