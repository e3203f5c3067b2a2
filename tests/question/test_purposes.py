"""What is asked of a text by what its paragraphs are for: of any text, in any language, with none of its words. The
paragraphs are those of tests/documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.corpus.loading import load
from bot.faces.json import line
from bot.talk import Speaker
from tests.documents_scorer import FOLDER, imported

NAMES = (
    "road_safety.en.txt", "older_persons.ru.txt", "school_water.zh.txt", "plastics_health.ar.txt",
    "island_mission.en.txt",
)  # fmt: skip
REPORT = {"road": "OP24", "older": "OP19", "school": "OP15", "plastics": "OP17"}
AGAIN = {"road": "OP25", "older": "OP21", "school": "OP16", "plastics": "OP18", "island": "OP23"}
EARLIER = {"road": "PP1", "school": "PP3", "plastics": "PP3", "island": "PP1"}
ASKED = (
    ("so who gets to report back in the end?", REPORT),
    ("谁来写报告", REPORT),
    ("Qui rédige le rapport ?", REPORT),
    ("¿Quién debe presentar el informe?", REPORT),
    ("Кто готовит доклад?", REPORT),
    ("من يعد التقرير؟", REPORT),
    ("When will the Assembly look at it again?", AGAIN),
    ("這個議題什麼時候再審議", AGAIN),
    ("Quand va-t-on revenir sur la question ?", AGAIN),
    ("¿Cuándo volverán a examinar el tema?", AGAIN),
    ("Когда вопрос снова обсудят?", AGAIN),
    ("متى تكون العودة إلى المسألة؟", AGAIN),
    ("what previous resolutions are mentioned", EARLIER),
    ("提到哪些决议", EARLIER),
    ("décisions antérieures ?", EARLIER),
    ("¿resoluciones previas?", EARLIER),
    ("предыдущие решения", EARLIER),
    ("القرارات السابقة؟", EARLIER),
)


@pytest.fixture(scope="module")
def speakers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Speaker]:
    folders = imported([FOLDER / name for name in NAMES], Path(tmp_path_factory.mktemp("purposes")))
    return {name.partition("_")[0]: Speaker(load(home)) for name, home in folders.items()}


@pytest.mark.parametrize(("message", "shown"), ASKED)
def test_paragraphs_are_found_by_what_they_are_for(
    message: str, shown: dict[str, str], speakers: dict[str, Speaker]
) -> None:
    replies = {name: json.loads(line(speakers[name].answer([message]))) for name in shown}
    assert {name: reply["paragraphs"][:1] for name, reply in replies.items()} == {n: [p] for n, p in shown.items()}


@pytest.mark.parametrize(
    ("name", "message", "kind"),
    [
        # Nothing says who pays; the day of adoption is no answer to when it will come up again.
        ("island", "who pays for all this", "none"),
        ("school", "什么时候通过的", "fact"),
        ("school", "who voted against", "tally"),
        ("older", "кто за", "tally"),
    ],
)
def test_what_is_asked_otherwise_stays(name: str, message: str, kind: str, speakers: dict[str, Speaker]) -> None:
    assert json.loads(line(speakers[name].answer([message])))["kind"] == kind


@pytest.mark.parametrize(
    ("name", "message", "kind"),
    [
        # What comes nearest gives no number: a maximum age of used vehicles that everybody sets, a pension.
        ("road", "ما الحد الأقصى لعمر السائق؟", "none"),
        ("road", "combien coûte le casque d'un motocycliste ?", "none"),
        ("older", "几岁可以领养老金", "none"),
        ("older", "¿a qué edad se cobra la pensión?", "none"),
        ("plastics", "какая доля пластика в упаковке разрешена?", "none"),
        # It gives one, in digits or in words.
        ("road", "how fast may cars go where children walk", "paragraph"),
        ("older", "сколько будет людей старше шестидесяти", "paragraph"),
        ("school", "多少学生配一个饮水点", "paragraph"),
        ("school", "¿Cuántas escuelas no tienen agua?", "paragraph"),
    ],
)
def test_what_asks_for_a_number_is_answered_by_what_gives_one(
    name: str, message: str, kind: str, speakers: dict[str, Speaker]
) -> None:
    assert json.loads(line(speakers[name].answer([message])))["kind"] == kind
