"""Paragraphs sought otherwise than by number: held against the published text itself, and against the algebra of
sets."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer.model import NoneAnswer, ParagraphAnswer
from bot.answer.paragraphs import evaluate
from bot.corpus.library import Library
from bot.language.selection import Selection
from bot.question.where import (
    BesideOf,
    ByNumber,
    ShownBefore,
    Together,
    Where,
    Without,
    in_part,
    inner,
    of_shown,
    selections_in,
)
from bot.resolution import Part
from bot.talk import Speaker

PP, OP = Part.PREAMBLE, Part.OPERATIVE


def _ids(speaker: Speaker, turns: Sequence[str]) -> tuple[str, ...]:
    answer = speaker.answer(turns).answer
    return tuple(p.id for p in answer.paragraphs) if isinstance(answer, ParagraphAnswer) else ()


@pytest.fixture(scope="module")
def printed(library: Library) -> dict[str, str]:
    """The paragraphs as the published file prints them, by id, with its emphasis: its own lines, not what was read of
    them."""
    lines = [line.strip() for line in library.resolutions[0].source.splitlines() if line.strip()]
    first = next(i for i, line in enumerate(lines) if line == "人权理事会，") + 1
    operative = [line for line in lines if re.match(r"\d+\. \*\*", line)]
    preamble = lines[first : lines.index(operative[0])]
    found = {f"PP{i}": line for i, line in enumerate(preamble, 1)}
    return found | {f"OP{line.split('.')[0]}": line.split(" ", 1)[1] for line in operative}


def test_the_file_has_what_it_has(printed: dict[str, str]) -> None:
    assert len(printed) == 15 + 20


def test_every_operative_opening(speaker: Speaker, printed: dict[str, str]) -> None:
    """The emphasis of the text marks the first words: 又确认 is another opening than 确认."""
    openings = {i: re.match(r"\*\*(.+?)\*\*", line)[1] for i, line in printed.items() if i.startswith("OP")}  # type: ignore[index]
    for opening in set(openings.values()):
        expected = {i for i, o in openings.items() if o == opening or o.startswith(opening)}
        assert set(_ids(speaker, [f"执行部分里哪些段落以“{opening}”开头"])) == expected, opening


def test_preambular_openings(speaker: Speaker, printed: dict[str, str]) -> None:
    for opening in ("重申", "强调", "申明", "决心", "回顾"):
        expected = {i for i, line in printed.items() if i.startswith("PP") and line.startswith(opening)}
        assert expected
        assert set(_ids(speaker, [f"序言中用{opening}开头的有哪几段"])) == expected


@pytest.mark.parametrize("word", ["可持续发展", "能力建设", "独立专家", "后代人", "大流行病", "民间社会"])
def test_every_mention(speaker: Speaker, printed: dict[str, str], word: str) -> None:
    """All paragraphs that have the word, and how often they have it."""
    plain = {i: line.replace("**", "") for i, line in printed.items()}
    assert _ids(speaker, [f"“{word}”出现了几次"]) == tuple(i for i, line in plain.items() if word in line)
    first = speaker.answer([f"“{word}”出现了几次"]).text.splitlines()[0]
    assert f"共{sum(line.count(word) for line in plain.values())}处" in first


def test_a_note_is_cited_where_it_is_printed(speaker: Speaker, printed: dict[str, str]) -> None:
    expected = tuple(i for i, line in printed.items() if "¹" in line)
    for message in ("有脚注的是第几段", "which paragraph has the footnote?"):
        assert _ids(speaker, [message]) == expected


ADDRESSED = (
    # message, those that the text asks it of, those that it asks first before those that it asks in passing
    ("秘书长被要求做什么", ("OP17",)),
    ("文件请高级专员做什么", ("OP17",)),
    ("独立专家要做哪些事", ("OP14", "OP15", "OP16", "OP18", "OP19")),
    ("what is the Independent Expert asked to do", ("OP14", "OP15", "OP16", "OP18", "OP19")),
    ("what does the text request of the Secretary-General", ("OP17",)),
    ("对会员国提出了哪些要求", ("OP13", "OP11", "OP14")),
    ("what are States asked to do", ("OP13", "OP11", "OP14")),
)


@pytest.mark.parametrize(("message", "expected"), ADDRESSED, ids=[row[0] for row in ADDRESSED])
def test_addressed(speaker: Speaker, message: str, expected: tuple[str, ...]) -> None:
    assert _ids(speaker, [message]) == expected


CONVERSATIONS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("第7段", "再来两段"), ("OP8", "OP9")),
    (("OP9", "celui d'avant"), ("OP8",)),
    (("第3到7段", "正中间那段"), ("OP5",)),
    # what only counts is of those shown; what says that it is a paragraph is of the text
    (("第8到10段", "第二个"), ("OP9",)),
    (("第8到10段", "最后一个"), ("OP10",)),
    (("第8到10段", "第二段"), ("OP2",)),
    (("paragraphs 8 to 10", "the first one"), ("OP8",)),
    (("paragraphs 8 to 10", "the first paragraph"), ("OP1",)),
    (("par. 8 à 10", "le dernier"), ("OP10",)),
    (("párrafos 8 a 10", "el segundo"), ("OP9",)),
    (("пункты 8–10", "первый"), ("OP8",)),
    (("第8段", "第二个"), ("OP2",)),
    (("第3到7段", "其中最后一段"), ("OP7",)),
    (("第2、9、11段", "the first of those"), ("OP2",)),
    (("第3到6段", "除了第4段"), ("OP3", "OP5", "OP6")),
    (("between paragraph 6 and paragraph 9",), ("OP7", "OP8")),
    (("第17段", "three paragraphs above"), ("OP14",)),
    (("第4段", "这句在哪一段"), ("OP4",)),
    (("PP6", "how do I cite that paragraph?"), ("PP6",)),
    (("讲能力建设和技术援助的那一段，后面一段",), ("OP10",)),
    (("the paragraph before the one about extreme poverty and food insecurity",), ("OP7",)),
    (("第8段后面那一段",), ("OP9",)),
    (("第8段和下一段",), ("OP8", "OP9")),
    (("夹在第10段和第13段之间的",), ("OP11", "OP12")),
    (("the second operative paragraph and the eighth preambular one",), ("OP2", "PP8")),
)


@pytest.mark.parametrize(("turns", "expected"), CONVERSATIONS, ids=[" / ".join(row[0]) for row in CONVERSATIONS])
def test_conversations(speaker: Speaker, turns: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert _ids(speaker, turns) == expected


FIRST_LINES = (
    # message, what its first line has to say
    ("以“决定”开头的段落", ["决定", "1段", "第20段"]),
    ("提到主权的有几处", ["主权", "1段", "共1处", "第4段"]),
    ("請秘書長做什麼", ["秘書長", "第17段"]),
    ("which paragraphs start with Decides?", ["decides", "operative paragraph 20"]),
    ("how many times is sovereignty mentioned?", ["sovereignty", "operative paragraph 4"]),
    ("怎么引用序言第2段", ["人权理事会", "56/4", "序言部分第2段", "A/HRC/RES/56/4", "2024年7月10日"]),
    (
        "how do I cite paragraph 2?",
        ["Human Rights Council", "56/4", "operative paragraph 2", "A/HRC/RES/56/4", "10 July 2024"],
    ),
)


@pytest.mark.parametrize(("message", "said"), FIRST_LINES, ids=[row[0] for row in FIRST_LINES])
def test_the_first_line_says_what_was_asked(speaker: Speaker, message: str, said: list[str]) -> None:
    first = speaker.answer([message]).text.splitlines()[0]
    assert [word for word in said if word not in first] == []


@pytest.mark.parametrize(
    ("message", "said"),
    [("以“谴责”开头的段落", "谴责"), ("提到核武器的有几处", "核武器"), ("序言中以请开头的段落", "序言")],
)
def test_there_are_none(speaker: Speaker, message: str, said: str) -> None:
    spoken = speaker.answer([message])
    assert isinstance(spoken.answer, NoneAnswer)
    first = spoken.text.splitlines()[0]
    assert said in first
    assert "没有" in first


NOT_SOUGHT_SO = (
    # asks about a subject, a vote, the document: none of these kinds
    "哪段讲发展权", "开头是什么", "请把第5段发给我", "中国要求做什么", "how often do they meet", "谁请求表决",
    "which countries start with B voted yes",
)  # fmt: skip


@pytest.mark.parametrize("message", NOT_SOUGHT_SO)
def test_not_sought_so(speaker: Speaker, message: str) -> None:
    answer = speaker.answer([message]).answer
    assert not (
        isinstance(answer, ParagraphAnswer) and answer.question and not isinstance(answer.question.where, ByNumber)
    )


# --- the algebra ---------------------------------------------------------------------------------

_numbers = st.integers(1, 20).map(lambda n: ByNumber((Selection(n, n, OP),)))
_runs = st.tuples(st.integers(1, 15), st.integers(1, 15)).map(lambda r: ByNumber((Selection(min(r), max(r), PP),)))


def _compound(inside: st.SearchStrategy[Where]) -> st.SearchStrategy[Where]:
    together = st.lists(inside, min_size=1, max_size=3).map(lambda of: Together(tuple(of)))
    return together | st.tuples(inside, inside).map(lambda two: Without(*two))


_expressions: st.SearchStrategy[Where] = st.recursive(_numbers | _runs, _compound, max_leaves=8)


def _meant(where: Where) -> set[str]:
    """What an expression means, by the operations of sets."""
    match where:
        case ByNumber(selections):
            return {f"{s.part}{n}" for s in selections for n in range(s.first, s.last + 1)}
        case Without(whole, left_out):
            return _meant(whole) - _meant(left_out)
        case _:
            return set().union(*map(_meant, inner(where)))


@given(_expressions)
def test_expressions_are_sets(library: Library, where: Where) -> None:
    """Union and difference, each paragraph once."""
    found = [p.id for p in evaluate(where, library.resolutions[0], library).paragraphs]
    assert len(found) == len(set(found))
    assert set(found) == _meant(where)


@given(st.integers(0, 34), st.integers(-40, 40).filter(bool))
def test_beside(library: Library, at: int, step: int) -> None:
    """So many on or back, over the border of the two parts; beyond an end there is none, and it is said which."""
    resolution = library.resolutions[0]
    paragraphs = resolution.paragraphs
    start = paragraphs[at]
    found = evaluate(
        BesideOf(ByNumber((Selection(start.number, start.number, start.part),)), step), resolution, library
    )
    if 0 <= at + step < len(paragraphs):
        assert found.paragraphs == (paragraphs[at + step],)
    else:
        assert found.paragraphs == ()
        assert len(found.missing) == 1


@given(st.integers(1, 20), st.integers(1, 20))
def test_the_middle_of_a_run(library: Library, a: int, b: int) -> None:
    """As many before it as behind it; of an even number there are two."""
    first, last = sorted((a, b))
    found = evaluate(ByNumber((Selection(first, last, OP, middle=True),)), library.resolutions[0], library).paragraphs
    numbers = [p.number for p in found]
    assert numbers[0] - first == last - numbers[-1]
    assert len(numbers) == (1 if (last - first) % 2 == 0 else 2)


SHOWN = ("OP3", "PP2", "OP9")


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (ShownBefore(), ["OP3", "PP2", "OP9"]),
        (ShownBefore(1), ["OP3"]),
        (ShownBefore(-1), ["OP9"]),
        (ShownBefore(middle=True), ["PP2"]),
        (Without(ShownBefore(), ShownBefore(2)), ["OP3", "OP9"]),
        (BesideOf(ShownBefore(-1), -1), ["OP8"]),
        (ShownBefore(4), None),
    ],
)
def test_of_those_shown(library: Library, where: Where, expected: list[str] | None) -> None:
    settled = of_shown(where, SHOWN)
    found = [p.id for p in evaluate(settled, library.resolutions[0], library).paragraphs] if settled else None
    assert found == expected


@given(_expressions)
def test_the_same_of_the_other_part(where: Where) -> None:
    """Every number is then of that part, and none is lost."""
    other = in_part(where, PP)
    assert [(s.first, s.last) for s in selections_in(other)] == [(s.first, s.last) for s in selections_in(where)]
    assert {s.part for s in selections_in(other)} <= {PP}
