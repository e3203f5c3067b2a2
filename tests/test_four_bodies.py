"""Conversations about resolutions of all four bodies: what is known of three is known of the Economic and Social
Council too. The texts are the invented ones of tests/importing/laid_out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.corpus.library import Library
from bot.corpus.loading import load
from bot.faces.json import line
from bot.importing.document import read_document
from bot.importing.store import file_name
from bot.talk import Speaker, Talk
from tests.conftest import CONTENT

TEXTS = Path(__file__).parent / "importing/laid_out"
HELD = (
    "zh_ecosoc_layout", "en_ecosoc_layout", "en_ecosoc_vote_docx_paste", "en_ga_emergency_layout",
    "en_hrc_special_layout", "en_sc_layout_annex", "fr_ga_two_columns_committee",
)  # fmt: skip
OF_ECOSOC = ["E/RES/2033/34", "E/RES/2031/17", "E/RES/2030/15"]


@pytest.fixture(scope="module")
def speaker(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Speaker:
    """Who answers about them."""
    folder = tmp_path_factory.mktemp("four") / "content"
    folder.mkdir()
    for each in CONTENT.iterdir():
        if each.name not in ("resolutions", "subjects"):
            (folder / each.name).symlink_to(each)
    (folder / "resolutions").mkdir()
    (folder / "subjects").mkdir()
    for name in HELD:
        data = (TEXTS / f"{name}.txt").read_bytes()
        found = read_document(name, data, library.names.code_in_record)
        stored = file_name(found.resolution.symbol, found.resolution.language)
        (folder / "resolutions" / stored).write_text(found.cleaned.text, encoding="utf-8")
    return Speaker(load(folder))


def replies(speaker: Speaker, *messages: str) -> dict[str, Any]:
    """The fields of the last reply of a conversation."""
    talk = Talk()
    for message in messages:
        spoken, talk = speaker.next(message, talk)
    fields: dict[str, Any] = json.loads(line(spoken))
    return fields


LISTS = (
    "经社理事会的决议有哪些", "經濟及社會理事會有哪些決議", "Which ECOSOC resolutions are there?",
    "résolutions du Conseil économique et social", "resoluciones del Consejo Económico y Social", "Резолюции ЭКОСОС",
    "ما قرارات المجلس الاقتصادي والاجتماعي؟",
)  # fmt: skip


@pytest.mark.parametrize("message", LISTS)
def test_its_resolutions_are_listed(message: str, speaker: Speaker) -> None:
    found = replies(speaker, message)
    assert found["kind"] == "documents"
    assert [row["resolution"] for row in found["table"]] == OF_ECOSOC, found["text"]


SAID = (
    (("E/RES/2033/34 who abstained",), "roll", "E/RES/2033/34", ("Japan",)),
    (("ECOSOC res 2033/34 谁反对",), "roll", "E/RES/2033/34", ("加拿大", "美国")),
    (("résolution 2033/34 du Conseil économique et social: qui a voté contre ?",), "roll", "E/RES/2033/34",
     ("Canada", "États-Unis")),
    (("加拿大在经社理事会怎么投的",), "history", None, ("反对1", "E/RES/2033/34")),
    (("2030/15", "哪个机构通过的"), "fact", "E/RES/2030/15", ("经济及社会理事会",)),
    (("2030/15", "哪届会议通过的"), "fact", "E/RES/2030/15", ("2030 年届会",)),
    (("2031/17", "哪届会议通过的"), "fact", "E/RES/2031/17", ("2031年届会",)),
    (("2031/17", "¿en qué período de sesiones?"), "fact", "E/RES/2031/17", ("período de sesiones de 2031",)),
    (("A/RES/ES-12/3", "哪届会议通过的"), "fact", "A/RES/ES-12/3", ("第12届紧急特别会议",)),
    (("A/HRC/RES/S-48/1", "哪届会议通过的"), "fact", "A/HRC/RES/S-48/1", ("第48届特别会议",)),
    (("2031/17", "which agenda item?"), "fact", "E/RES/2031/17", ("12 (d)", "Coordination")),
    (("经社理事会第2030/15号决议第1段(b)",), "paragraph", "E/RES/2030/15", ("采取措施",)),
    (("https://undocs.org/E/RES/2033/34",), "document", "E/RES/2033/34", ("2033",)),
    (("E/RES/2033/34", "was there a veto?"), "none", "E/RES/2033/34", ("Economic and Social Council",)),
    (("E/RES/2099/1",), "none", None, ("E/RES/2099/1",)),
)  # fmt: skip


@pytest.mark.parametrize(("messages", "kind", "symbol", "words"), SAID, ids=[row[0][-1] for row in SAID])
def test_it_is_answered_as_of_the_others(
    messages: tuple[str, ...], kind: str, symbol: str | None, words: tuple[str, ...], speaker: Speaker
) -> None:
    found = replies(speaker, *messages)
    assert (found["kind"], found.get("resolution")) == (kind, symbol), found["text"]
    assert [word for word in words if word not in found["text"]] == [], found["text"]


@pytest.mark.parametrize(
    "message",
    ["人权理事会和经社理事会的决议有哪些", "Which GA and ECOSOC resolutions are there?", "大会和安理会共有多少份决议"],
)
def test_several_bodies_are_not_all_of_them(message: str, speaker: Speaker) -> None:
    """Where several bodies are named, those of another one are no answer."""
    found = replies(speaker, message)
    assert found["kind"] == "clarify", found["text"]
