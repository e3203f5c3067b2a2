"""All that voted, one by one or whether all voted so, and an outline of so many points."""

from __future__ import annotations

import json

import pytest

from bot.corpus.library import Library
from bot.faces.json import line
from bot.talk import Speaker

EACH = (
    "每个国家怎么投的",
    "各國投票情況",
    "how did each country vote",
    "list everyone",
    "comment chaque pays a voté",
    "cómo votó cada país",
    "как проголосовала каждая страна",
    "كيف صوتت كل دولة",
    "export as csv",
    "导出表格",
)
ALL_SO = (
    "所有国家都赞成了吗",
    "did all countries vote for it?",
    "did everyone vote against it?",
    "tous les pays ont-ils voté pour ?",
    "¿todos los países votaron a favor?",
    "все страны проголосовали за?",
    "هل صوتت جميع الدول مؤيدة؟",
    "did all vote against?",
    "did they all abstain?",
    "大家都弃权了吗",
    "tous les membres se sont abstenus ?",
    "tout le monde s'est abstenu ?",
    "¿se abstuvieron todos?",
    "все ли воздержались?",
    "هل عارض الجميع القرار؟",
)
OUTLINED = (
    "用三点总结",
    "summarise the resolution in five lines",
    "Summarize in 3 bullet points",
    "résume en trois points",
    "resúmelo en tres puntos",
    "кратко изложи в пяти пунктах",
    "لخص القرار في ثلاث نقاط",
)


@pytest.mark.parametrize("message", EACH)
def test_how_each_voted_is_everybodys_vote(library: Library, message: str) -> None:
    reply = json.loads(line(Speaker(library).answer([message])))
    assert reply["kind"] == "roll"
    assert reply["votes"] == {voter.code: str(voter.vote) for voter in library.resolutions[0].roll_call}


@pytest.mark.parametrize("message", ALL_SO)
def test_not_all_voted_so(library: Library, message: str) -> None:
    """Of 47, neither all were in favour nor all against."""
    assert json.loads(line(Speaker(library).answer([message])))["verdict"] == "no"


@pytest.mark.parametrize("message", OUTLINED)
def test_an_outline_of_so_many_points_is_no_paragraph(library: Library, message: str) -> None:
    assert json.loads(line(Speaker(library).answer([message])))["kind"] == "document"


def test_a_paragraph_in_so_many_sentences_is_one(library: Library) -> None:
    reply = json.loads(line(Speaker(library).answer(["Summarize paragraph 3 in two sentences"])))
    assert reply["paragraphs"] == ["OP3"]


@pytest.mark.parametrize(
    "message",
    ["这决议没通过", "决议被否决了", "the resolution was rejected", "la résolution a été rejetée"],
)
def test_who_says_that_it_was_rejected_hears_what_became_of_it(library: Library, message: str) -> None:
    tally = library.resolutions[0].tally
    reply = json.loads(line(Speaker(library).answer([message])))
    assert tally and reply["kind"] == "tally" and str(tally.yes) in reply["text"]


@pytest.mark.parametrize(
    ("message", "verdict"),
    [
        ("非洲国家都没投反对票吗", "yes"), ("欧盟国家都没支持吧", "yes"), ("拉美国家都没弃权吗", "no"),
        ("亞洲國家都冇投反對票咩", "no"), ("ни одна страна Африки не голосовала против?", "yes"),
        ("¿no votó en contra ningún país africano?", "yes"), ("did none of the Asian states vote against?", "no"),
    ],
)  # fmt: skip
def test_whether_none_of_a_group_voted_so(library: Library, message: str, verdict: str) -> None:
    """都没投反对 says it of all of them: yes where none did."""
    assert json.loads(line(Speaker(library).answer([message])))["verdict"] == verdict
