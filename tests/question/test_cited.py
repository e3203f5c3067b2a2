"""Figures that stand in a text, and resolutions and articles that it recalls, asked about in any language."""

from __future__ import annotations

import json

import pytest

from bot.corpus.loading import load
from bot.faces.json import line
from bot.talk import Speaker
from tests.documents_scorer import FOLDER, imported

LAMPS = """United Nations                              A/RES/98/311
General Assembly                            Distr.: General
                                            20 January 2044

Ninety-eighth session
Agenda item 31

Resolution adopted by the General Assembly on 19 December 2043

98/311. Lighthouses and the safety of fishers

The General Assembly,

Recalling Security Council resolution 5210 (2041) of 4 June 2041 on lamps for harbours,

Noting Human Rights Council resolution 87/12 of 3 April 2042 on the working conditions of lighthouse keepers,

Reaffirming article 27 of the Convention on Lights, which grants keepers a day of rest,

Recalling also the sinking of the Aurora on 17 November 2039, in which 1,350 passengers were lost,

1. Urges States to keep the lamps of lighthouses lit from dusk to dawn;

2. Calls upon ports to repair 40 per cent of their buoys by 2051;

3. Encourages the teaching of knots in schools.

77th plenary meeting
19 December 2043
"""


@pytest.fixture(scope="module")
def speakers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Speaker]:
    """Who answers out of each of the texts alone."""
    home = tmp_path_factory.mktemp("cited")
    (home / "lamps.txt").write_text(LAMPS, encoding="utf-8")
    (home / "island_mission.txt").write_bytes((FOLDER / "island_mission.en.txt").read_bytes())
    folders = imported((home / "lamps.txt", home / "island_mission.txt"), home / "folders")
    return {name.rpartition("_")[2].removesuffix(".txt"): Speaker(load(folder)) for name, folder in folders.items()}


ASKED = (
    # A day, in any language.
    ("lamps", "what happened on 17 November 2039", "PP4"),
    ("lamps", "2039年11月17日", "PP4"),
    ("lamps", "17 novembre 2039", "PP4"),
    ("lamps", "el 17 de noviembre de 2039", "PP4"),
    ("lamps", "что было 17 ноября 2039 года", "PP4"),
    ("lamps", "١٧ تشرين الثاني/نوفمبر ٢٠٣٩", "PP4"),
    ("mission", "協定是2047年2月2日簽的", "PP3"),
    ("mission", "до 31 января 2048 года", "OP22"),
    # An amount, however it is written.
    ("lamps", "1 350 пассажиров", "PP4"),
    ("lamps", "1.350 pasajeros", "PP4"),
    ("mission", "2400名军人", "OP2"),
    ("mission", "350 policiers", "OP2"),
    ("mission", "80 000 desplazados", "PP7"),
    # A year, where little else is said.
    ("lamps", "by 2051", "OP2"),
    ("lamps", "到2051年", "OP2"),
    ("lamps", "les bouées en 2051", "OP2"),
    # A resolution that is recalled, by its number, or by the body and what it is on.
    ("lamps", "5210号决议", "PP1"),
    ("lamps", "resolución 5210 del Consejo de Seguridad", "PP1"),
    ("lamps", "резолюция 5210", "PP1"),
    ("lamps", "القرار 5210", "PP1"),
    ("lamps", "S/RES/5210 (2041)", "PP1"),
    ("lamps", "resolution 87/12", "PP2"),
    ("lamps", "résolution du Conseil des droits de l'homme sur les conditions de travail des gardiens de phare", "PP2"),
    # An article of an instrument, where no paragraph has the number.
    ("lamps", "article 27", "PP3"),
    ("lamps", "descanso, artículo 27", "PP3"),
    ("lamps", "статья 27 об отдыхе", "PP3"),
    ("lamps", "第二十七条 休息日", "PP3"),
    ("lamps", "المادة 27", "PP3"),
)


@pytest.mark.parametrize(("text", "message", "paragraph"), ASKED)
def test_what_has_the_figure_is_what_is_sought(
    speakers: dict[str, Speaker], text: str, message: str, paragraph: str
) -> None:
    reply = json.loads(line(speakers[text].answer([message])))
    assert reply["kind"] == "paragraph"
    assert reply["paragraphs"][0] == paragraph


ELSEWHERE = (
    ("lamps", "article 2", "paragraph", ["OP2"]),
    ("lamps", "article 35", "paragraph", []),
    ("lamps", "5399号决议", "none", []),
    ("lamps", "S/RES/5210 (2041) who voted against", "none", []),
    # None of the figures, or not all of them.
    ("lamps", "whales by 2066", "none", []),
    ("lamps", "17 November 2038", "none", []),
)


@pytest.mark.parametrize(("text", "message", "kind", "paragraphs"), ELSEWHERE)
def test_what_does_not_stand_there_is_not_found(
    speakers: dict[str, Speaker], text: str, message: str, kind: str, paragraphs: list[str]
) -> None:
    reply = json.loads(line(speakers[text].answer([message])))
    assert (reply["kind"], reply["paragraphs"]) == (kind, paragraphs)
