"""Tests of the search by words: what is found first, what scores mean, and that no input does harm."""

import itertools
import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search import CANDIDATES, QUERY_LENGTH, Keywords
from bot.search.asking import read_asking

RULES = (
    "学生在校期间不得使用手机\n手机管理 带手机上学 mobile phones at school",
    "教师应当尊重学生的人格，不得体罚\n打骂学生 corporal punishment",
    "各国应确保人工智能系统不侵犯隐私\nAI artificial intelligence privacy",
    "学校食堂应当公开饭菜价格\n伙食费 canteen meals",
    "秘书长应向人权理事会第六十届会议提交报告\nreport of the Secretary-General",
    "呼吁各国将国民总收入的 0.7% 用于官方发展援助\n1,500 projects",
)
TRADITIONAL = (
    "臺灣的邮票由中華郵政發行，最早的郵票可追溯至清朝",
    "關島最高點為閃電山，高度為海拔406公尺",
    "霍布斯在1647年染上一場大病，臥床六個月",
)
ENGLISH = (
    "Teachers are protected from harassment in the workplace.",
    "Children have the right to education, free of charge.",
    "Climate change threatens small island developing States.",
    "Parties to the dispute shall settle it by arbitration.",
)
RUSSIAN = (
    "Дети имеют право на бесплатное образование.",
    "Изменение климата угрожает малым островным государствам.",
    "Учителя защищены от притеснений на рабочем месте.",
)
OTHERS = (
    "Les élèves ont droit à la protection de leurs données personnelles.",
    "Los estudiantes tienen derecho a una alimentación sana.",
    "للأطفال الحق في التعليم المجاني",
    "تغير المناخ يهدد الدول الجزرية",
    "教育を受ける権利",
)


@pytest.mark.parametrize(
    ("texts", "query", "first"),
    [
        (RULES, "上学能带手机吗", 0),
        (RULES, "老师打骂学生怎么办", 1),
        (RULES, "人工智能", 2),
        (RULES, "隱私受到什麼保護", 2),
        (RULES, "食堂的价格是否公开？", 3),
        (RULES, "谁向人权理事会提交报告", 4),
        (RULES, "0.7%是怎么回事", 5),
        (RULES, "１５００", 5),
        (RULES, "ARTIFICIAL Intelligence", 2),
        (RULES, "mobile phone", 0),
        (TRADITIONAL, "台湾的邮票是哪里发行的", 0),
        (TRADITIONAL, "閃電山是哪一座島嶼的最高處？", 1),
        (TRADITIONAL, "闪电山海拔多少公尺", 1),
        (TRADITIONAL, "1647年的時候霍布斯發生了什麼事？", 2),
        (ENGLISH, "What protects a teacher against being harassed?", 0),
        (ENGLISH, "the child's educational rights", 1),
        (ENGLISH, "islands threatened by the changing climate", 2),
        (ENGLISH, "art of arbitration", 3),
        (RUSSIAN, "какое право на образование у ребёнка и детей", 0),
        (RUSSIAN, "изменения климата", 1),
        (RUSSIAN, "защита учителей", 2),
        (OTHERS, "protection des donnees personnelles d'un eleve", 0),
        (OTHERS, "¿a qué tiene derecho el estudiante?", 1),
        (OTHERS, "حق الطفل في تعليمٍ مجاني", 2),
        (OTHERS, "المناخ", 3),
        (OTHERS, "教育の権利とは", 4),
    ],
)
def test_finds_first(texts: tuple[str, ...], query: str, first: int) -> None:
    assert Keywords.of(texts).search(query)[0][0] == first


@pytest.mark.parametrize("text", [*RULES, *TRADITIONAL, *ENGLISH, *RUSSIAN, *OTHERS])
def test_a_whole_text_finds_itself(text: str) -> None:
    texts = [*RULES, *TRADITIONAL, *ENGLISH, *RUSSIAN, *OTHERS]
    position, score = Keywords.of(texts).search(text)[0]
    assert texts[position] == text
    assert score > 0.999


def test_a_word_that_stands_in_the_text_scores_1() -> None:
    ((position, score),) = Keywords.of(RULES).search("官方发展援助", 1)
    assert position == 5
    assert score == pytest.approx(1.0)


def test_shared_characters_count_little() -> None:
    index = Keywords.of(["每个人都有能力完成工作", "报告应提交大会", "人人平等", "能源问题"])
    assert max(score for _, score in index.search("人工智能")) < 0.15
    assert index.search("有能力")[0] == (0, 1.0)


def test_words_that_occur_nowhere_lower_the_score() -> None:
    index = Keywords.of(RULES)
    scores = [index.search(query)[0][1] for query in ("手机", "手机电池", "手机电池爆炸赔偿金额")]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == pytest.approx(1.0)
    assert scores[-1] < 0.2


def test_a_word_is_not_found_inside_another() -> None:
    assert Keywords.of(ENGLISH).search("art") == []


def test_closeness_decides_between_texts_with_the_same_words() -> None:
    filling = "，其余事项由各方另行商定并定期通报" * 5
    index = Keywords.of([f"气候问题{filling}，变化不大", f"气候变化问题{filling}，不大"])
    assert [position for position, _ in index.search("气候变化")] == [1, 0]


def test_equal_texts_come_in_their_order() -> None:
    index = Keywords.of(["报告", *["国际团结是一项原则"] * (CANDIDATES - 1)])
    found = index.search("国际团结", CANDIDATES)
    assert [position for position, _ in found] == list(range(1, CANDIDATES))
    assert len({score for _, score in found}) == 1


def test_words_of_asking_are_searched_for_only_if_there_is_nothing_else() -> None:
    index = Keywords.of([*RULES, "教育是什么", "什么", "what is it"])
    assert index.search("什么") == [(len(RULES) + 1, 1.0)]
    assert index.search("What is it?") == [(len(RULES) + 2, 1.0)]
    assert index.search("什么是教育")[0][0] == len(RULES)


@pytest.mark.parametrize(
    ("query", "position", "words"),
    [
        ("老师打骂学生怎么办", 1, ("打骂学生",)),
        ("老師體罰學生了", 1, ("体罚", "学生")),
        ("手机和饭菜，手机的管理", 0, ("手机", "管理")),
        ("人工智能的隐私", 2, ("人工智能", "隐私")),
        ("Is artificial intelligences private?", 2, ("artificial", "intelligences")),
        ("手机", 3, ()),
        ("", 0, ()),
        ("🐶!?", 0, ()),
    ],
)
def test_words(query: str, position: int, words: tuple[str, ...]) -> None:
    assert Keywords.of(RULES).words(query, position) == words


def test_words_of_no_such_position() -> None:
    with pytest.raises(IndexError):
        Keywords.of(RULES).words("手机", len(RULES))


@pytest.mark.parametrize(
    "query",
    ["", " ", "\n", "?!，。", "🐶", "\0", "\ud800", "\u200d\ufe0f", "\u0301", "\u202e", "a" * 70_000, "x " * 9_000],
)
def test_queries_without_any_match(query: str) -> None:
    assert Keywords.of(RULES).search(query) == []


def test_junk_may_be_indexed() -> None:
    junk = ["", "\0", "\ud800", "🐶" * 3, "a" * 70_000, "\u0301", "人" * 5_000, "권리 ສິດ สิทธิ"]
    index = Keywords.of(junk)
    assert [index.search(query)[0][0] for query in ("人人", "สิทธิ", "권리")] == [6, 7, 7]


@pytest.mark.parametrize("texts", [[], [""], ["", "。"]])
def test_nothing_to_find(texts: list[str]) -> None:
    assert Keywords.of(texts).search("人权") == []


def test_limit() -> None:
    index = Keywords.of(RULES)
    assert index.search("学校", 0) == []
    assert index.search("学校", -1) == []
    every = index.search("学生", 1_000)
    assert len(every) <= len(RULES)
    for limit in range(1, len(RULES) + 1):
        assert index.search("学生", limit) == every[:limit]


def test_a_long_query_counts_by_its_beginning() -> None:
    index = Keywords.of(RULES)
    query = "学生使用手机" * QUERY_LENGTH
    assert index.search(query) == index.search(query[:QUERY_LENGTH])


FEW = Keywords.of([*RULES, *RUSSIAN])
MIXED = Keywords.of([*RULES, *TRADITIONAL, *ENGLISH, *RUSSIAN, *OTHERS])
QUERIES = st.one_of(
    st.text(),
    st.text(st.characters()),  # with lone surrogates
    st.text("学生手机人工智能的是什么哪吗 09.,ab"),
    st.lists(st.sampled_from("".join([*RULES, *ENGLISH, *RUSSIAN, *OTHERS])), max_size=40).map("".join),
)


@given(QUERIES, st.integers(-2, 40))
def test_any_query(query: str, limit: int) -> None:
    found = MIXED.search(query, limit)
    assert len(found) <= max(0, limit)
    assert len({position for position, _ in found}) == len(found)
    assert all(0 < score <= 1 for _, score in found)
    assert all((-s, p) <= (-t, q) for (p, s), (q, t) in itertools.pairwise(found))
    assert found == MIXED.search(query, limit)
    for position, _ in found[:3]:
        assert all(MIXED.words(query, position))


@given(QUERIES, st.floats(0.01, 1))
def test_those_that_have_so_much_of_a_query(query: str, least: float) -> None:
    every = MIXED.search(query, 1_000)
    assert MIXED.having(query, least) == [found for found in every if found[1] >= least]


@pytest.mark.parametrize(
    ("query", "least", "may"),
    [
        ("学生在校期间不得使用手机", 1.0, True),
        ("食堂应当公开饭菜价格", 1.0, True),
        ("学生在校期间不得使用电脑", 0.6, True),
        ("Parties to the quarrel shall settle it by arbitration", 0.6, True),
        ("学生在校期间不得使用电脑", 0.95, False),
        ("学校手机隐私饭菜体罚", 0.6, False),
        ("Teachers settle education disputes, children threaten climate", 0.6, False),
        ("zebra crossings", 0.1, False),
        ("。", 0.1, False),
    ],
)
def test_a_glance_tells_what_may_stand_in_a_text(query: str, least: float, may: bool) -> None:
    assert bool(MIXED.glanced(query, least)) is may


@given(QUERIES, st.floats(0.01, 1))
def test_a_glance_misses_nothing_that_has_so_much_of_a_query(query: str, least: float) -> None:
    # Of so few texts it is at all that have any of the rarest terms.
    assert {position for position, _ in FEW.having(query, least)} <= set(FEW.glanced(query, least))


@given(st.lists(st.text(max_size=30), max_size=6), st.text(max_size=30))
def test_any_texts(texts: list[str], query: str) -> None:
    assert all(0 <= position < len(texts) for position, _ in Keywords.of(texts).search(query))


def test_the_order_is_the_same_in_every_process() -> None:
    code = f"from bot.search import Keywords; print(Keywords.of({RULES!r}).search('学生的手机费用报告', 6))"
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1] != b""


ASKING = """
[words]
en = ["whither"]
[runs]
zh = ["劳驾"]
[asking]
zh = ["哪", "哪边"]
[copula]
zh = ["在"]
"""


def test_words_that_ask() -> None:
    """Whole words, and in scripts without spaces the longest at each place."""
    asking = read_asking(ASKING)
    assert asking.words == {"whither"}
    assert asking.runs.sub("", "劳驾港口在哪边，船在港口") == "港口，船在港口"
