"""Questions about documents of other bodies, and about annexes, by number."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.__main__ import main
from bot.corpus.loading import load
from bot.faces.json import line
from bot.talk import Speaker, Talk

ROOT = Path(__file__).parents[2]
TEXTS = ROOT / "tests" / "importing" / "other_bodies"

LAMPS = """General Assembly

Resolution adopted by the General Assembly on 4 May 2093

147/99. Lamps

The General Assembly,

Recalling its resolution 146/99,

1. Adopts the rules in the annex;

2. Requests States to apply them.

88th plenary meeting
4 May 2093

Annex

Rules on lamps

1. Lamps shall be white.

2. Lamps shall be high.

3. Lamps shall be lit at dusk.
"""

WELLS = """General Assembly

Resolution adopted by the General Assembly on 5 May 2093

147/98. Wells

The General Assembly,

Recalling its resolution 146/98,

1. Adopts the lists in the annexes.

89th plenary meeting
5 May 2093

Annex A

Depth

1. Wells shall be deep.

2. Wells shall be dry.

Annex B

Width

1. Wells shall be wide.

2. Wells shall be round.
"""


@pytest.fixture(scope="module")
def speaker(tmp_path_factory: pytest.TempPathFactory) -> Speaker:
    """One that knows the invented documents of other bodies."""
    content = tmp_path_factory.mktemp("content")
    shutil.copytree(ROOT / "content", content, dirs_exist_ok=True, ignore=shutil.ignore_patterns("resolutions"))
    shutil.rmtree(content / "subjects")
    (content / "subjects").mkdir()
    (content / "resolutions").mkdir()
    (content / "lamps.txt").write_text(LAMPS, encoding="utf-8")
    (content / "wells.txt").write_text(WELLS, encoding="utf-8")
    files = map(str, (content / "lamps.txt", content / "wells.txt", *sorted(TEXTS.glob("*.txt"))))
    done = CliRunner().invoke(main, ["import", "--accept", "--content", str(content), *files])
    assert done.exit_code == 0, done.output
    return Speaker(load(content))


def reply(speaker: Speaker, *turns: str) -> dict[str, object]:
    talk = Talk()
    for turn in turns:
        spoken, talk = speaker.next(turn, talk)
    found: dict[str, object] = json.loads(line(spoken))
    return found


@pytest.mark.parametrize(
    ("question", "symbol"),
    [
        ("WHA92.5", "WHA92.5"), ("wha 92.7", "WHA92.7"), ("UNEP/EA.19/Res.14 paragraph 2", "UNEP/EA.19/Res.14"),
        ("1/CMA.75 第2段", "1/CMA.75"), ("72 C/Résolution 15, par. 2", "72 C/Résolution 15"),
        ("GC(97)/RES/8 paragraph 1", "GC(97)/RES/8"), ("A/CONF.299/RES/2 vote count", "A/CONF.299/RES/2"),
        ("resolución 7/2093", "7/2093"), ("HSP/HA.9/Res.1", "HSP/HA.9/Res.1"),
        ("E/CN.4/RES/2093/5 how did China vote", "E/CN.4/RES/2093/5"),
    ],
)  # fmt: skip
def test_their_symbols(speaker: Speaker, question: str, symbol: str) -> None:
    assert reply(speaker, question)["resolution"] == symbol


@pytest.mark.parametrize("question", ["WHA70.3", "42 C/Resolution 3", "UNEP/EA.2/Res.9 paragraph 1"])
def test_symbols_that_are_not_here(speaker: Speaker, question: str) -> None:
    """What is named and not here is said not to be here, and nothing else is answered from."""
    found = reply(speaker, question)
    assert (found["kind"], found["resolution"]) == ("none", None)


@pytest.mark.parametrize(
    "question",
    [
        "resolutions of the World Health Assembly", "世界卫生大会的决议有哪些",
        "resoluciones de la Asamblea Mundial de la Salud", "résolutions de l'Assemblée mondiale de la Santé",
    ],
)  # fmt: skip
def test_the_resolutions_of_one_body(speaker: Speaker, question: str) -> None:
    """Only its own, though its name has that of the General Assembly in it."""
    table = reply(speaker, question)["table"]
    assert isinstance(table, list)
    assert sorted(row["resolution"] for row in table) == ["WHA92.5", "WHA92.7"]


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("1/CMA.75: who adopted it?", "Conference of the Parties serving as the meeting of the Parties"),
        ("哪个机构通过了A/CONF.299/RES/2？", "联合国渡口会议"), ("WHA92.7 是谁通过的？哪个机构？", "世界卫生大会"),
        ("which body adopted HSP/HA.9/Res.1?", "United Nations Habitat Assembly"),
    ],
)  # fmt: skip
def test_whose_it_is(speaker: Speaker, question: str, named: str) -> None:
    """By the name in the language of the question where it is known, else as printed."""
    assert named in str(reply(speaker, question)["text"])


ANNEX: tuple[tuple[str, list[str], str], ...] = (
    # the question behind one that names the document, the paragraphs, what the reply says
    ("annex paragraph 2", ["A2"], "co-facilitators"), ("附件第2段", ["A2"], "co-facilitators"),
    ("A2", ["A2"], "co-facilitators"), ("A1和A2", ["A1", "A2"], "open to all Parties"),
    ("annexe, par. 2", ["A2"], "co-facilitators"), ("anexo, párrafo 2", ["A2"], "co-facilitators"),
    ("пункт 2 приложения", ["A2"], "co-facilitators"), ("الفقرة 2 من المرفق", ["A2"], "co-facilitators"),
    ("annex", ["A1", "A2"], "open to all Parties"), ("附件", ["A1", "A2"], "open to all Parties"),
    ("附件2", ["A2"], "co-facilitators"), ("ANNEX1.2", ["A2"], "co-facilitators"),
    ("附件第9段", [], "该附件共2段"), ("annex II, paragraph 1", [], "Annexes of the document: 1"),
    ("第9段", [], "执行部分共3段"), ("第2段(d)", [], "共有0项"), ("paragraph 3 (b)", [], "Sub-paragraphs of"),
)  # fmt: skip


@pytest.mark.parametrize(("question", "paragraphs", "said"), ANNEX, ids=[row[0] for row in ANNEX])
def test_annexes_by_number(speaker: Speaker, question: str, paragraphs: list[str], said: str) -> None:
    found = reply(speaker, "1/CMA.75", question)
    assert (found["resolution"], found["paragraphs"]) == ("1/CMA.75", paragraphs)
    assert said in str(found["text"])


@pytest.mark.parametrize(
    ("question", "paragraphs"),
    [
        ("annex B", ["ANNEX2.1", "ANNEX2.2"]), ("what does annex B say?", ["ANNEX2.1", "ANNEX2.2"]),
        ("附件A说了什么", ["ANNEX1.1", "ANNEX1.2"]), ("附件B第2段", ["ANNEX2.2"]), ("annexe B, par. 1", ["ANNEX2.1"]),
        ("¿qué dice el anexo B?", ["ANNEX2.1", "ANNEX2.2"]), ("что сказано в приложении 2?", ["ANNEX2.1", "ANNEX2.2"]),
        ("ماذا يقول المرفق 2", ["ANNEX2.1", "ANNEX2.2"]), ("annex A, paragraph 2", ["ANNEX1.2"]), ("annex C", []),
    ],
)  # fmt: skip
def test_annexes_by_letter(speaker: Speaker, question: str, paragraphs: list[str]) -> None:
    assert reply(speaker, "A/RES/147/98", question)["paragraphs"] == paragraphs


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("annex", "The document has no annex."), ("附件", "没有附件"), ("y a-t-il une annexe ?", "pas d’annexe"),
        ("议程项目", "没有印出议程项目"),
        ("tema del programa", "no consta el tema del programa"), ("пункт повестки дня", "Пункт повестки дня"),
    ],
)  # fmt: skip
def test_what_a_document_does_not_have(speaker: Speaker, question: str, said: str) -> None:
    assert said in str(reply(speaker, "HSP/HA.9/Res.1", question)["text"])


@pytest.mark.parametrize("question", ["第3段", "paragraph 3", "párrafo 3", "الفقرة 3"])
def test_a_paragraph_that_only_the_annex_has(speaker: Speaker, question: str) -> None:
    """It is given as one of the annex, beside that the text itself has none."""
    found = reply(speaker, "A/RES/147/99", question)
    assert found["paragraphs"] == ["A3"]
    assert "lit at dusk" in str(found["text"])
    assert reply(speaker, "A/RES/147/99", "paragraph 4")["paragraphs"] == []


def test_how_many_an_annex_has(speaker: Speaker) -> None:
    assert "附件共2段" in str(reply(speaker, "1/CMA.75", "附件有几段？")["text"])
    assert "2 annexed" in str(reply(speaker, "1/CMA.75", "how many paragraphs are there?")["text"])


def test_votes_that_are_not_printed(speaker: Speaker) -> None:
    """Who asks how a state voted is told that only totals are printed."""
    found = reply(speaker, "A/CONF.299/RES/2 how did Spain vote?")
    assert "98" in str(found["text"])
    assert "does not print which state" in str(found["text"])
