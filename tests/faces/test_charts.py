"""Charts and tables say what the data says: figures against counts made here, and pictures that a telephone shows."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.__main__ import main
from bot.corpus.library import Library
from bot.corpus.loading import load
from bot.faces.chart import MOST_BARS, MOST_IN_MATRIX, Bar, Cell, Chart, draw_chart
from bot.faces.charts import chart_of
from bot.faces.drawing import FILL
from bot.faces.table import table_of
from bot.resolution import CAST, Vote
from bot.talk import Speaker
from bot.wording.voice import Voice
from tests.many import generate


@pytest.fixture(scope="module")
def speaker(tmp_path_factory: pytest.TempPathFactory) -> Speaker:
    """The bot with 56/4 and forty invented resolutions."""
    folder: Path = tmp_path_factory.mktemp("charts") / "content"
    generate(folder, 40)
    return Speaker(load(folder))


def by_year(library: Library, *codes: str) -> dict[str, Counter[Vote]]:
    """How often states cast each vote in each year."""
    counts: dict[str, Counter[Vote]] = {}
    for resolution in library.resolutions:
        counts.setdefault(str(resolution.adopted.year), Counter()).update(
            v.vote for v in resolution.roll_call if v.code in codes
        )
    return counts


def chart(speaker: Speaker, *messages: str) -> Chart | None:
    spoken = speaker.answer(messages)
    return chart_of(spoken.answer, Voice(speaker.library, speaker.wordings[spoken.language]))


BY_YEAR = (
    ("中国历年投票",), ("China's votes by year",), ("中国投了几次赞成",), ("votes de la Chine par an",),
    ("голоса Китая по годам",),
    ("中国投票记录", "逐年"),
)  # fmt: skip


@pytest.mark.parametrize("messages", BY_YEAR, ids="/".join)
def test_a_states_votes_are_bars_by_year(speaker: Speaker, messages: tuple[str, ...]) -> None:
    drawn = chart(speaker, *messages)
    assert drawn is not None
    counted = by_year(speaker.library, "CHN")
    assert [bar.label for bar in drawn.bars] == sorted(counted)
    assert {bar.label: dict(bar.figures) for bar in drawn.bars} == {
        year: {vote: of[vote] for vote in CAST} for year, of in counted.items()
    }


@pytest.mark.parametrize(
    "message", ["欧盟历年投票", "How did the European Union vote by year?", "الاتحاد الأوروبي سنويا"]
)
def test_a_group_s_bars_count_votes_and_its_note_says_how_many(speaker: Speaker, message: str) -> None:
    drawn = chart(speaker, message)
    assert drawn is not None
    resolutions = speaker.library.resolutions
    members = speaker.library.names.groups["european_union"]
    votes = sum(v.vote in CAST and v.code in members.on(r.adopted) for r in resolutions for v in r.roll_call)
    assert sum(bar.total for bar in drawn.bars) == votes
    assert re.findall(r"\d+", drawn.note) == [str(len(resolutions)), str(votes)]


@pytest.mark.parametrize("message", ["中国、日本和古巴的一致率", "agreement between China, Japan and Cuba"])
def test_the_agreement_of_states_is_a_matrix(speaker: Speaker, message: str) -> None:
    drawn = chart(speaker, message)
    assert drawn is not None
    for i, one in enumerate(codes := ("CHN", "JPN", "CUB")):
        for j, other in enumerate(codes):
            votes = [(r.vote_of(one), r.vote_of(other)) for r in speaker.library.resolutions]
            both = [(a, b) for a, b in votes if a in CAST and b in CAST]
            assert drawn.cells[i][j] == (None if i == j else Cell(sum(a is b for a, b in both), len(both)))


def test_a_vote_by_groups_is_a_bar_for_each(speaker: Speaker) -> None:
    drawn = chart(speaker, "56/4 各地区组怎么投的")
    assert drawn is not None
    resolution, names = speaker.library.get("A/HRC/RES/56/4"), speaker.library.names
    assert resolution is not None
    expected = {}
    for group in names.regional:
        counts = Counter(v.vote for v in resolution.roll_call if v.code in names.groups[group].on(resolution.adopted))
        expected[names.groups[group].name("zh-Hans")] = {vote: counts[vote] for vote in CAST}
    assert {bar.label: dict(bar.figures) for bar in drawn.bars} == expected


@pytest.mark.parametrize("message", ["第1段", "你好", "2019年通过的决议有哪些"])
def test_what_has_no_figures_has_no_chart(speaker: Speaker, message: str) -> None:
    assert chart(speaker, message) is None


# --- tables ---------------------------------------------------------------------------------------------------


def rows(speaker: Speaker, message: str) -> list[dict[str, str]]:
    spoken = speaker.answer((message,))
    return list(
        csv.DictReader(io.StringIO(table_of(spoken.answer, speaker.library, speaker.wordings[spoken.language])))
    )


def test_a_table_has_every_row_and_not_only_a_page(speaker: Speaker) -> None:
    expected = {
        r.symbol: str(r.vote_of("CUB")) for r in speaker.library.resolutions if r.vote_of("CUB") is not Vote.ABSENT
    }
    assert len(expected) > 10
    assert {row["resolution"]: row["CUB"] for row in rows(speaker, "古巴的投票记录")} == expected


def test_a_table_of_one_vote_is_its_roll_call(speaker: Speaker) -> None:
    resolution = speaker.library.get("A/HRC/RES/56/4")
    assert resolution is not None
    assert {row["code"]: row["vote"] for row in rows(speaker, "56/4 表决结果")} == {
        v.code: str(v.vote) for v in resolution.roll_call
    }


def test_what_has_no_rows_has_no_table(speaker: Speaker) -> None:
    assert rows(speaker, "你好") == []


# --- the command line ---------------------------------------------------------------------------------------------


def test_the_command_draws_what_is_asked(tmp_path: Path) -> None:
    out = tmp_path / "chart.png"
    done = CliRunner().invoke(main, ["chart", str(out), "各地区组怎么投的"])
    assert done.exit_code == 0, done.output
    with Image.open(out) as image:
        assert image.format == "PNG"
    refused = CliRunner().invoke(main, ["chart", str(out), "第12段"])
    assert refused.exit_code == 2
    assert "expected a question about votes" in refused.output


def test_the_table_is_printed(tmp_path: Path) -> None:
    printed = CliRunner().invoke(main, ["ask", "--csv", "谁投了反对票"])
    asked = CliRunner().invoke(main, ["ask", "谁投了反对票，导出csv"])
    assert printed.output == asked.output
    assert [row["vote"] for row in csv.DictReader(io.StringIO(printed.output))] == ["no"] * 14


# --- pictures --------------------------------------------------------------------------------------------------------

FIGURES = st.lists(st.integers(0, 5000), min_size=3, max_size=3)


@settings(max_examples=20)
@given(st.lists(FIGURES, min_size=1, max_size=MOST_BARS), st.booleans())
def test_bars_are_as_long_as_their_counts(figures: list[list[int]], right_to_left: bool) -> None:
    bars = tuple(Bar(str(2000 + i), tuple(zip(CAST, counts, strict=True))) for i, counts in enumerate(figures))
    made = Chart(
        "Votes", "Counted", "Source", tuple((vote, vote.value) for vote in CAST), bars, right_to_left=right_to_left
    )
    with Image.open(io.BytesIO(draw_chart(made))) as image:
        assert image.width == 1080
        assert image.height <= 20 * image.width
        colours = {colour: count for count, colour in image.getcolors(1 << 16) or ()}
    longest = max(bar.total for bar in bars)
    for vote in CAST:
        wanted = sum(dict(bar.figures)[vote] for bar in bars)
        # A bar that is a hundredth of the longest has some pixels of its own, beside the legend.
        assert not longest or wanted < longest / 100 or colours.get(FILL[vote], 0) > 0


@pytest.mark.parametrize("chart", [
    Chart("", "", "", bars=tuple(Bar("x", ((Vote.YES, 1),)) for _ in range(MOST_BARS + 1))),
    Chart("", "", "", names=("x",) * (MOST_IN_MATRIX + 1)),
])  # fmt: skip
def test_what_is_too_much_is_refused(chart: Chart) -> None:
    with pytest.raises(ValueError, match="at most"):
        draw_chart(chart)
