"""Numbers of paragraphs that leave some out: a number that is asked for is the printed one, and no place in the order.
The texts are invented, and so the truth is what stands in them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bot.corpus.loading import load
from bot.faces.json import line
from bot.talk import Speaker
from tests.documents_scorer import FOLDER, imported

KEPT = {"missing": (1, 2, 5, 6), "late": (3, 4, 5), "third": (1, 3)}
"""For each text the numbers of its operative paragraphs."""


def _text(numbers: tuple[int, ...]) -> str:
    whole = (FOLDER / "road_safety.en.txt").read_text(encoding="utf-8").replace("96/188", f"96/{200 + sum(numbers)}")
    head, foot = whole.split("1. Reaffirms")[0], "\n61st plenary meeting\n19 December 2041\n"
    clauses = [f"{n}. Encourages Member States to build harbour {'x' * n};\n" for n in numbers[:-1]]
    last = f"{numbers[-1]}. Decides to remain seized of harbour {'x' * numbers[-1]}.\n"
    return head + "\n".join([*clauses, last]) + foot


@pytest.fixture(scope="module")
def speakers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Speaker]:
    folder = Path(tmp_path_factory.mktemp("printed"))
    for name, numbers in KEPT.items():
        (folder / f"{name}.txt").write_text(_text(numbers), encoding="utf-8")
    folders = imported([folder / f"{name}.txt" for name in KEPT], folder)
    return {name.removesuffix(".txt"): Speaker(load(home)) for name, home in folders.items()}


ASKED: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("missing", ("paragraph 6",), "OP6"),
    ("missing", ("第5段",), "OP5"),
    ("missing", ("第五段",), "OP5"),
    ("missing", ("paragraphe 3",), ""),
    ("missing", ("párrafo 4",), ""),
    ("missing", ("пункт 5",), "OP5"),
    ("missing", ("الفقرة 5",), "OP5"),
    ("missing", ("/para 5",), "OP5"),
    ("missing", ("paragraphs 2 to 5",), "OP2 OP5"),
    ("missing", ("first three paragraphs",), "OP1 OP2 OP5"),
    ("missing", ("前三段",), "OP1 OP2 OP5"),
    ("missing", ("les trois premiers paragraphes",), "OP1 OP2 OP5"),
    ("missing", ("last paragraph",), "OP6"),
    ("missing", ("倒数第二段",), "OP5"),
    ("missing", ("paragraph 2", "next paragraph"), "OP5"),
    ("missing", ("第5段", "上一段"), "OP2"),
    ("missing", ("paragraph 1", "the two after"), "OP2 OP5"),
    ("late", ("paragraph 1",), ""),
    ("late", ("第3段",), "OP3"),
    ("late", ("paragraph 5",), "OP5"),
    ("late", ("last preambular paragraph", "next paragraph"), "OP3"),
    ("third", ("paragraph 2",), ""),
    ("third", ("пункт 3",), "OP3"),
    ("third", ("第3段", "上一段"), "OP1"),
)


@pytest.mark.parametrize(("name", "messages", "shown"), ASKED)
def test_a_number_is_the_printed_one(
    name: str, messages: tuple[str, ...], shown: str, speakers: dict[str, Speaker]
) -> None:
    reply = json.loads(line(speakers[name].answer(list(messages))))
    assert " ".join(reply["paragraphs"]) == shown, reply["text"]
    for identifier in reply["paragraphs"]:
        number = int(re.sub(r"\D", "", identifier))
        assert re.search(rf"\b{'x' * number}\b", reply["text"]), reply["text"]
