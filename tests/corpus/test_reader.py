"""Tests of bot.corpus.reader: resolution 56/4 is read whole, and a text that was tampered with is refused.

Everything expected here was taken from the published document by eye.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.corpus.forms import FORMS
from bot.corpus.library import Library
from bot.corpus.reader import MARKS, read
from bot.doubts import DoubtKind
from bot.errors import ContentError
from bot.resolution import Adoption, Body, Part, Resolution, Vote
from tests.corpus.places import held_back
from tests.corpus.writer import Spec, write

FILE = "A_HRC_RES_56_4.zh.txt"

YES = [
    "DZA", "BGD", "BEN", "BRA", "BDI", "CMR", "CHN", "CIV", "CUB", "DOM",
    "ERI", "GMB", "GHA", "HND", "IND", "IDN", "KAZ", "KWT", "KGZ", "MWI",
    "MYS", "MDV", "PRY", "QAT", "SOM", "ZAF", "SDN", "ARE", "VNM",
]  # fmt: skip
NO = ["ALB", "BEL", "BGR", "FIN", "FRA", "GEO", "DEU", "JPN", "LTU", "LUX", "MNE", "NLD", "ROU", "USA"]
ABSTAIN = ["ARG", "CHL", "CRI", "MAR"]


@pytest.fixture(scope="session")
def resolution(library: Library) -> Resolution:
    """Resolution 56/4 on human rights and international solidarity."""
    found = library.get("A/HRC/RES/56/4")
    assert found is not None
    return found


# --- the document, whole -------------------------------------------------------------------------

FACTS: tuple[tuple[str, Callable[[Resolution], object], object], ...] = (
    ("language", lambda r: r.language, "zh"),
    ("body", lambda r: r.body, Body.HUMAN_RIGHTS_COUNCIL),
    ("body as printed", lambda r: r.body_name, "人权理事会"),
    ("number", lambda r: r.number, "56/4"),
    ("title", lambda r: r.title.text, "人权与国际团结"),
    ("session", lambda r: r.session.number, 56),
    ("session as printed", lambda r: r.session.name, "第五十六届会议"),
    ("session dates as printed", lambda r: r.session.dates, "2024年6月18日至7月12日"),
    ("first day of the session", lambda r: r.session.opened, date(2024, 6, 18)),
    ("last day of the session", lambda r: r.session.closed, date(2024, 7, 12)),
    ("agenda item", lambda r: r.agenda_item.number, 3),
    (
        "title of the agenda item, printed on two lines",
        lambda r: r.agenda_item.title.text,
        "促进和保护所有人权——公民权利、政治权利、经济、社会及文化权利，包括发展权",
    ),
    ("adopted", lambda r: r.adopted, date(2024, 7, 10)),
    ("adopted as printed", lambda r: r.adopted_as_printed, "2024年7月10日"),
    ("meeting", lambda r: r.meeting.number, 34),
    ("meeting as printed", lambda r: r.meeting.name, "第34次会议"),
    ("date of the meeting", lambda r: r.meeting.date, date(2024, 7, 10)),
    ("preambular paragraphs", lambda r: [p.id for p in r.preamble], [f"PP{n}" for n in range(1, 16)]),
    ("operative paragraphs", lambda r: [p.id for p in r.operative], [f"OP{n}" for n in range(1, 21)]),
    ("preamble first", lambda r: [p.part for p in r.paragraphs], [Part.PREAMBLE] * 15 + [Part.OPERATIVE] * 20),
    ("one footnote", lambda r: [(f.mark, f.text, f.cited_by) for f in r.footnotes], [("¹", "A/HRC/56/57。", "OP12")]),
    ("only OP12 has a mark", lambda r: [(p.id, p.marks) for p in r.paragraphs if p.marks], [("OP12", ("¹",))]),
    ("adopted by a recorded vote", lambda r: r.adoption, Adoption.RECORDED_VOTE),
    ("tally", lambda r: r.tally and (r.tally.yes, r.tally.no, r.tally.abstain), (29, 14, 4)),
    ("total of the tally", lambda r: r.tally and r.tally.total, 47),
    ("voters", lambda r: len(r.roll_call), 47),
    ("order of the record", lambda r: [v.code for v in r.roll_call], YES + NO + ABSTAIN),
    ("those in favour", lambda r: [v.code for v in r.voters(Vote.YES)], YES),
    ("those against", lambda r: [v.code for v in r.voters(Vote.NO)], NO),
    ("those abstaining", lambda r: [v.code for v in r.voters(Vote.ABSTAIN)], ABSTAIN),
)


@pytest.mark.parametrize(("fact", "expected"), [row[1:] for row in FACTS], ids=[row[0] for row in FACTS])
def test_fact(resolution: Resolution, fact: Callable[[Resolution], object], expected: object) -> None:
    """What the document says of itself."""
    assert fact(resolution) == expected


WORDS = (
    # paragraph, its first words, its last words
    ("PP1", "重申人权委员会和人权理事会以往", "所有决议和决定，"),
    ("PP2", "强调应遵循《联合国宪章》", "保护人权的进程，"),
    ("PP3", "回顾在 1993 年 6 月", "消除发展的障碍，"),
    ("PP4", "重申《发展权利宣言》第 4 条", "适当手段和便利，"),
    ("PP5", "确认国际团结是发展中国家", "至关重要，"),
    ("PP7", "意识到全球化", "加强协调与集体决策，"),
    ("PP8", "重申增加用于官方发展援助", "发展方案，"),  # the first one of the second page
    ("PP13", "强调指出，根据从冠状病毒病大流行(COVID-19 疫情)", "强有力的国际机构，"),
    ("PP15", "决心努力确保当代人", "有保障的环境，"),
    ("OP1", "重申《联合国千年宣言》确认团结", "获益最多者的帮助；"),
    ("OP2", "又重申国际团结并不仅仅", "公平承担负担；"),
    ("OP7", "认识到各国和其他行为体", "采取集体行动；"),
    ("OP8", "确认国际团结是解决极端贫困", "有力工具；"),
    ("OP9", "又确认国际团结与合作", "基本手段；"),  # no blank line before it
    ("OP12", "注意到人权与国际团结独立专家", "参与的报告¹；"),  # the footnote's mark is part of the wording
    ("OP14", "请独立专家继续参加", "提供便利；"),
    ("OP18", "再次请独立专家", "意见和贡献；"),
    ("OP19", "请独立专家根据人权理事会和大会", "提交报告；"),
)


@pytest.mark.parametrize(("identifier", "first", "last"), WORDS, ids=[row[0] for row in WORDS])
def test_first_and_last_words(resolution: Resolution, identifier: str, first: str, last: str) -> None:
    """A paragraph begins and ends where the document has it begin and end."""
    text = resolution.paragraph(identifier).text
    assert (text[: len(first)], text[-len(last) :]) == (first, last)


WHOLE = (
    ("PP1", "重申人权委员会和人权理事会以往关于人权与国际团结问题的所有决议和决定，"),
    ("PP10", "申明实现可持续发展目标和落实发展权要求本着共同体意识和国际团结精神，采取更加开明的方针、思维和行动，"),
    ("OP5", "确认国际团结是当代国际法和国际人权法的一项基本原则；"),
    ("OP16", "还请独立专家继续努力拟订国际团结权宣言草案并就此进行磋商；"),
    ("OP17", "请秘书长和联合国人权事务高级专员为独立专家切实履行任务提供一切必要的人力和财政资源；"),
    ("OP20", "决定在同一议程项目下继续审议此事。"),
)


@pytest.mark.parametrize(("identifier", "text"), WHOLE, ids=[row[0] for row in WHOLE])
def test_whole_paragraph(resolution: Resolution, identifier: str, text: str) -> None:
    """The short paragraphs, word for word."""
    assert resolution.paragraph(identifier).text == text


VOTES = (
    # code, name in the record, vote
    ("CHN", "中国", Vote.YES),
    ("DZA", "阿尔及利亚", Vote.YES),  # the first of all
    ("DOM", "多米尼加共和国", Vote.YES),
    ("ARE", "阿拉伯联合酋长国", Vote.YES),
    ("VNM", "越南", Vote.YES),  # the last of its list
    ("ALB", "阿尔巴尼亚", Vote.NO),
    ("NLD", "荷兰王国", Vote.NO),
    ("JPN", "日本", Vote.NO),
    ("USA", "美利坚合众国", Vote.NO),
    ("ARG", "阿根廷", Vote.ABSTAIN),
    ("MAR", "摩洛哥", Vote.ABSTAIN),  # the bracket after it is not of the name
)


@pytest.mark.parametrize(("code", "name", "vote"), VOTES, ids=[row[0] for row in VOTES])
def test_vote(resolution: Resolution, code: str, name: str, vote: Vote) -> None:
    """Who voted how, under which name."""
    assert resolution.vote_of(code) is vote
    assert [(v.name, v.vote) for v in resolution.roll_call if v.code == code] == [(name, vote)]


@pytest.mark.parametrize("code", ["RUS", "GBR", "CAN", "DMA", "COD", "XXX"])
def test_not_in_the_record(resolution: Resolution, code: str) -> None:
    """Who is not in the record is absent, which is no abstention."""
    assert resolution.vote_of(code) is Vote.ABSENT


@pytest.mark.parametrize("identifier", ["PP0", "PP16", "OP0", "OP21", "op1", ""])
def test_no_such_paragraph(resolution: Resolution, identifier: str) -> None:
    """There is no paragraph beyond the last."""
    with pytest.raises(KeyError):
        resolution.paragraph(identifier)


def test_every_text_is_where_its_spans_say(library: Library) -> None:
    """The wording is that of the source, and nothing but emphasis marks and line breaks is left out between spans."""
    for resolution in library.resolutions:
        passages = (*resolution.paragraphs, *resolution.footnotes, resolution.title, resolution.agenda_item.title)
        assert passages
        for passage in passages:
            assert passage.text
            assert "".join(resolution.source[a:b] for a, b in passage.spans) == passage.text
            assert all(a < b for a, b in passage.spans)
            between = zip(passage.spans, passage.spans[1:], strict=False)
            assert all(not resolution.source[a:b].strip("* \n") for (_, a), (b, _) in between)


def test_every_voter_is_where_its_span_says(library: Library) -> None:
    """A voter's name is that of the source, at a place of its own, in the order of the record."""
    for resolution in library.resolutions:
        spans = [voter.span for voter in resolution.roll_call]
        assert [resolution.source[a:b] for a, b in spans] == [voter.name for voter in resolution.roll_call]
        assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))


def test_paragraphs_hold_wording_only(library: Library) -> None:
    """No emphasis mark, line break, number or footnote has come into a paragraph, and none of the roll call's marks
    into a name."""
    for resolution in library.resolutions:
        for paragraph in resolution.paragraphs:
            assert not set("*\n\r\f") & set(paragraph.text)
            assert paragraph.text == paragraph.text.strip()
            assert not paragraph.text[0].isdigit()
            assert not any(footnote.text in paragraph.text for footnote in resolution.footnotes)
        for voter in resolution.roll_call:
            assert not set("*\n\r\f、：[] ") & set(voter.name)
            assert not set(MARKS) & set(voter.name)


# --- other ways to lay out the same text -----------------------------------------------------------


def _replaced(old: str, new: str) -> Callable[[str], str]:
    """The edit that replaces words which the document has once."""

    def edit(source: str) -> str:
        assert source.count(old) == 1, old
        return source.replace(old, new)

    return edit


LAYOUTS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("no blank line at the head", lambda s: s.lstrip()),
    ("no line break at the end", lambda s: s.rstrip()),
    ("line ends of Windows", lambda s: s.replace("\n", "\r\n")),
    ("indented lines", lambda s: s.replace("\n", "\n  ")),
    ("blank line before every operative paragraph", lambda s: s.replace("；\n", "；\n\n")),
    ("an operative paragraph on two lines", _replaced("就此进行磋商", "就此进行\n磋商")),
    ("a preambular paragraph on two lines", _replaced("以往关于人权", "以往关于\n人权")),
    ("no space after an operative number", _replaced("5. **确认**", "5.**确认**")),
    ("an emphasis mark that is left open", _replaced("20. **决定**", "20. **决定")),
    ("the footnote at the end", lambda s: s.replace("¹ A/HRC/56/57。\n", "") + "\n¹ A/HRC/56/57。\n"),
    ("voters on the line of their heading", _replaced("弃权：\n\n", "弃权：")),
    ("one voter on each line", lambda s: s[: s.index("赞成：")] + s[s.index("赞成：") :].replace("、", "\n")),
    ("spaces between voters", lambda s: s[: s.index("赞成：")] + s[s.index("赞成：") :].replace("、", "、 ")),
)


@pytest.mark.parametrize("edit", [row[1] for row in LAYOUTS], ids=[row[0] for row in LAYOUTS])
def test_layout_does_not_matter(library: Library, resolution: Resolution, edit: Callable[[str], str]) -> None:
    """The same words laid out otherwise are the same resolution."""
    source = edit(resolution.source)
    assert source != resolution.source
    other = read(FILE, source, FORMS["zh"], library.names.code_of)
    assert [(p.id, p.text) for p in other.paragraphs] == [(p.id, p.text) for p in resolution.paragraphs]
    assert [(f.text, f.cited_by) for f in other.footnotes] == [("A/HRC/56/57。", "OP12")]
    assert [(v.code, v.name, v.vote) for v in other.roll_call] == [
        (v.code, v.name, v.vote) for v in resolution.roll_call
    ]
    assert other.tally == resolution.tally
    assert all("".join(source[a:b] for a, b in p.spans) == p.text for p in other.paragraphs)
    assert all(source[slice(*v.span)] == v.name for v in other.roll_call)


def test_adopted_without_a_vote(library: Library, resolution: Resolution) -> None:
    """A text that says it was adopted without a vote has no tally and no voters."""
    head = resolution.source[: resolution.source.index("[记录表决")]
    other = read(FILE, head + "[未经表决获得通过。]\n\n¹ A/HRC/56/57。\n", FORMS["zh"], library.names.code_of)
    assert (other.adoption, other.tally, other.roll_call) == (Adoption.WITHOUT_A_VOTE, None, ())
    assert other.vote_of("CHN") is Vote.ABSENT


# --- texts that were tampered with -----------------------------------------------------------------


def _without(number: int) -> Callable[[str], str]:
    """The edit that takes out a line; those after it move up by one."""

    def edit(source: str) -> str:
        lines = source.splitlines(keepends=True)
        assert lines[number - 1].strip()
        return "".join(lines[: number - 1] + lines[number:])

    return edit


def _doubled(number: int, between: str = "") -> Callable[[str], str]:
    """The edit that repeats a line right after it."""

    def edit(source: str) -> str:
        lines = source.splitlines(keepends=True)
        return "".join([*lines[:number], between, lines[number - 1], *lines[number:]])

    return edit


def _swapped(one: int, other: int) -> Callable[[str], str]:
    """The edit that exchanges two lines."""

    def edit(source: str) -> str:
        lines = source.splitlines(keepends=True)
        lines[one - 1], lines[other - 1] = lines[other - 1], lines[one - 1]
        return "".join(lines)

    return edit


def _through(number: int) -> Callable[[str], str]:
    """The edit that cuts the text off at the end of a line."""
    return lambda source: "".join(source.splitlines(keepends=True)[:number]).rstrip("\n")


Tampering = tuple[str, Callable[[str], str], tuple[str, ...], int]

TAMPERED: tuple[Tampering, ...] = (
    # what was done, how, words that the error must have, the line that it must name
    #
    # the roll call
    ("voter twice in one list", _replaced("、贝宁、", "、贝宁、贝宁、"), ("贝宁", "twice"), 92),
    ("voter in two lists", _replaced("、日本、", "、中国、"), ("中国", "twice", "yes"), 96),
    ("voter twice under two names", _replaced("、日本、", "、美国、"), ("美利坚合众国", "twice"), 96),
    ("voter too many", _replaced("、日本、", "、日本、加拿大、"), ("15", "14"), 94),
    ("voter too few", _replaced("、日本、", "、"), ("13", "14"), 94),
    (
        "voter moved to another list",
        lambda s: s.replace("、越南\n", "\n").replace("阿根廷、", "越南、阿根廷、"),
        ("28", "29"),
        90,
    ),
    ("nobody under a heading", _without(92), ("0 ", "29"), 90),
    ("unknown country", _replaced("、巴西、", "、巴酉、"), ("巴酉", "state"), 92),
    ("group in place of a country", _replaced("、巴西、", "、非洲、"), ("非洲", "state"), 92),
    ("name of two states", _replaced("、巴西、", "、刚果、"), ("刚果", "state"), 92),
    ("separator lost", _replaced("中国、科特迪瓦", "中国科特迪瓦"), ("中国科特迪瓦", "state"), 92),
    ("first list heading lost", _without(90), ("heading", "阿尔及利亚"), 91),
    ("second list heading lost", _without(94), ("43", "29"), 90),
    ("third list heading lost", _without(98), ("18", "14"), 94),
    ("two list headings exchanged", _swapped(90, 94), ("14", "29"), 94),
    ("list heading misspelt", _replaced("反对：", "反対："), ("反対", "state"), 94),
    ("closing bracket lost", _replaced("摩洛哥]\n", "摩洛哥"), ("]",), 100),
    ("text after the end", lambda s: s + "加拿大\n", ("end of the text", "加拿大"), 101),
    # the tally
    ("tally in favour changed", _replaced("29票对", "28票对"), ("29", "28", "line 86"), 90),
    ("tally against changed", _replaced("对14票", "对15票"), ("14", "15", "line 86"), 94),
    ("tally of abstentions changed", _replaced("、4票弃权", "、5票弃权"), ("4", "5", "line 86"), 98),
    ("figure of the tally lost", _replaced("以29票对", "以票对"), ("以票对14票", "no figure says how many"), 86),
    ("line of the tally lost", _without(86), ("赞成：", "no figure says how many"), 89),
    # operative paragraphs
    (
        "first operative number is not 1",
        _replaced("1. **重申**《联合国千年宣言》", "2. **重申**《联合国千年宣言》"),
        ("2", "expected 1"),
        54,
    ),
    ("operative paragraph doubled", _doubled(70), ("10", "expected 11"), 71),
    ("operative paragraphs exchanged", _swapped(68, 69), ("9", "expected 8"), 68),
    (
        "all operative paragraphs lost",
        lambda s: s[: s.index("1. **重申**《联")] + s[s.index("2024年7月10日\n") :],
        ("PP16",),
        54,
    ),
    # preambular paragraphs
    ("preambular paragraph doubled", _doubled(24, "\n"), ("the line before", "PP2"), 26),
    (
        "preambular paragraph again, further on",
        lambda s: _replaced("\n1. **重申**《联", "\n" + s.splitlines()[21] + "\n\n1. **重申**《联")(s),
        ("line 22", "once"),
        54,
    ),
    # footnotes
    ("footnote doubled", _doubled(88), ("second footnote ¹", "once"), 89),
    # head and foot
    ("unknown body", lambda s: s.replace("人权理事会\n", "安全理事会\n", 1), ("安全理事会", "人权理事会"), 5),
    (
        "adopted by another body",
        _replaced("人权理事会 2024 年 7 月 10 日通过", "大会 2024 年 7 月 10 日通过"),
        ("大会", "人权理事会"),
        16,
    ),
    ("session without a sound number", _replaced("第五十六届", "第五六十届"), ("五六十", "number"), 7),
    (
        "session dates reversed",
        _replaced("2024年6月18日至7月12日", "2024年7月12日至6月18日"),
        ("closes before it opens",),
        9,
    ),
    ("no day of the calendar", _replaced("2024年6月18日至", "2024年6月31日至"), ("31", "date"), 9),
    ("number of another session", _replaced("56/4. ", "55/4. "), ("55/4", "56"), 18),
    ("title lost", _without(18), ("title", "人权理事会，"), 19),
    ("dates that differ", _replaced("\n2024年7月10日\n", "\n2024年7月11日\n"), ("2024年7月11日", "2024-07-10"), 82),
    (
        "adopted after the session",
        lambda s: s.replace("2024 年 7 月 10 日", "2024 年 8 月 10 日").replace("2024年7月10日", "2024年8月10日"),
        ("2024年8月10日", "2024年6月18日至7月12日"),
        82,
    ),
    # files cut off
    ("empty file", lambda _: "", ("ends here", "body"), 1),
    ("cut off in the head", _through(9), ("ends here", "agenda item"), 9),
    ("cut off between operative paragraphs", _through(76), ("ends here", "date"), 76),
    ("cut off after the last paragraph", _through(80), ("ends here", "date"), 80),
    ("cut off after the tally", _through(86), ("OP12", "footnote ¹"), 72),
    ("cut off between two lists", _through(92), ("ends here", "]"), 92),
    ("cut off inside a name", lambda s: s[: s.index("科特迪瓦") + 2], ("科特", "state"), 92),
)


@pytest.mark.parametrize(("edit", "words", "line"), [row[1:] for row in TAMPERED], ids=[row[0] for row in TAMPERED])
def test_tampering_is_refused(
    library: Library, resolution: Resolution, edit: Callable[[str], str], words: tuple[str, ...], line: int
) -> None:
    """A text that is not sound is refused in one sentence that names the file, the line, and what was expected; where
    only its vote is not, that is doubted in such a sentence, and keeps the text from being loaded."""
    source = edit(resolution.source)
    assert source != resolution.source
    with pytest.raises(ContentError) as caught:
        held_back(read(FILE, source, FORMS["zh"], library.names.code_of), FILE)
    error = caught.value
    assert (str(error.path), error.line) == (FILE, line), error
    assert str(error) == f"{FILE}:{line}: {error.message}"
    assert [word for word in words if word not in error.message] == [], error
    assert error.message.count("expected") <= 1 + ("a doubt that nobody accepted" in error.message)
    assert "\n" not in error.message


def test_missing_footnote_is_refused(library: Library, resolution: Resolution) -> None:
    """A mark without a footnote is refused, and the error says which paragraph has it."""
    with pytest.raises(ContentError, match=r"OP12 .*¹.*expected") as caught:
        read(FILE, _without(88)(resolution.source), FORMS["zh"], library.names.code_of)
    assert caught.value.path == FILE


DOUBTED: tuple[tuple[DoubtKind, str, Callable[[str], str], tuple[str, ...], int], ...] = (
    # the kind of doubt, what was done, how, words that the doubt must have, the line that it must name
    (
        DoubtKind.NUMBERING,
        "operative number missing",
        _replaced("9. **又确认**", "**又确认**"),
        ("no number", "OP9"),
        69,
    ),
    (
        DoubtKind.NUMBERING,
        "operative number doubled",
        _replaced("16. **还请**", "15. **还请**"),
        ("15", "expected 16", "OP16"),
        76,
    ),
    (DoubtKind.NUMBERING, "operative paragraph lost", _without(58), ("4", "expected 3"), 59),
    (DoubtKind.ENDING, "last operative paragraph lost", _without(80), ("OP19", "；", "。"), 79),
    (
        DoubtKind.ENDING,
        "end of an operative paragraph cut",
        _replaced("一项基本原则；", "一项基本原则"),
        ("OP5", "则", "；"),
        62,
    ),
    (
        DoubtKind.ENDING,
        "end of the last paragraph cut",
        _replaced("继续审议此事。", "继续审议"),
        ("OP20", "议", "。"),
        80,
    ),
    (
        DoubtKind.ENDING,
        "end of a preambular paragraph cut",
        _replaced("保护人权的进程，", "保护人权的"),
        ("PP2", "的", "，"),
        24,
    ),
    (DoubtKind.HEAD, "session lost", _without(7), ("when 人权理事会 adopted", "2024年6月18日"), 8),
    (DoubtKind.HEAD, "agenda item lost", _without(11), ("when 人权理事会 adopted", "促进和保护"), 12),
    (DoubtKind.HEAD, "meeting lost", _without(84), ("meeting",), 85),
    (DoubtKind.HEAD, "opening of the preamble lost", _without(20), ("人权理事会，", "preamble"), 21),
    (DoubtKind.NOTE, "footnote that nothing cites", _replaced("参与的报告¹；", "参与的报告；"), ("footnote ¹",), 88),
    (
        DoubtKind.NUMBERING,
        "number of the last operative paragraph lost",
        _replaced("20. **决定**", "**决定**"),
        ("no number", "OP20"),
        80,
    ),
)


@pytest.mark.parametrize(
    ("kind", "edit", "words", "line"), [(row[0], *row[2:]) for row in DOUBTED], ids=[row[1] for row in DOUBTED]
)
def test_tampering_is_doubted(
    library: Library,
    resolution: Resolution,
    kind: DoubtKind,
    edit: Callable[[str], str],
    words: tuple[str, ...],
    line: int,
) -> None:
    """A text of which every line has a place is read, and what was done to it stands among its doubts, with the line;
    the record is the same."""
    assert resolution.doubts == ()
    other = read(FILE, edit(resolution.source), FORMS["zh"], library.names.code_of)
    assert [
        d
        for d in other.doubts
        if d.kind is kind and d.place == f"line {line}" and all(word in str(d) for word in words)
    ], other.doubts
    assert (other.tally, [(v.code, v.vote) for v in other.roll_call]) == (
        resolution.tally,
        [(v.code, v.vote) for v in resolution.roll_call],
    )


# --- no change of the record goes unseen -------------------------------------------------------------

RECORD = (86, 90, 92, 94, 96, 98, 100)
"""The lines of the tally, of the headings and of the voters."""


def _digit(place: int, digit: str) -> Callable[[str], str]:
    """The edit that puts another digit at one of the five places of the tally."""

    def edit(source: str) -> str:
        start = source.index("[记录表决")
        places = [i for i in range(start, source.index("\n", start)) if source[i].isdigit()]
        assert len(places) == 5
        return source[: places[place]] + digit + source[places[place] + 1 :]

    return edit


EDITS = st.one_of(
    st.sampled_from(RECORD).map(_without),
    st.builds(_doubled, st.sampled_from(RECORD), st.sampled_from(["", "\n"])),
    st.builds(_swapped, st.sampled_from(RECORD), st.sampled_from(RECORD)),
    st.builds(_digit, st.integers(0, 4), st.sampled_from("0123456789")),
)


@settings(max_examples=200)
@given(edit=EDITS)
def test_no_change_of_the_record_goes_unseen(
    library: Library, resolution: Resolution, edit: Callable[[str], str]
) -> None:
    """A line of the record lost, doubled or moved, or a digit changed: doubted, or else nothing has changed."""
    try:
        other = read(FILE, edit(resolution.source), FORMS["zh"], library.names.code_of)
        held_back(other, FILE)
    except ContentError as error:
        line = error.line
    else:
        assert other.tally == resolution.tally
        assert [(v.code, v.vote) for v in other.roll_call] == [(v.code, v.vote) for v in resolution.roll_call]
        return
    assert line is not None
    assert line >= min(RECORD)


# --- more of both ----------------------------------------------------------------------------------

CLAUSE_5 = "5. **确认**国际团结是当代国际法和国际人权法的一项基本原则；"

MORE_TAMPERED: tuple[Tampering, ...] = (
    ("operative paragraph without text", _replaced(CLAUSE_5, "5."), ("OP5", "no text", "5."), 62),
    ("operative paragraph of nothing but emphasis marks", _replaced(CLAUSE_5, "5. **"), ("OP5", "no text"), 62),
    (
        "preambular paragraph of nothing but emphasis marks",
        _replaced("\n强调应遵循", "\n**\n\n强调应遵循"),
        ("PP2", "no text"),
        24,
    ),
    ("preambular paragraph doubled without a blank line", _doubled(24), ("PP2", "line before"), 25),
    ("first preambular paragraph doubled without a blank line", _doubled(22), ("PP1", "line before"), 23),
    ("bracket closed after the first list", _replaced("、越南\n", "、越南]\n"), ("反对：", "]", "line 92"), 94),
    (
        "bracket closed after the second list",
        _replaced("、美利坚合众国\n", "、美利坚合众国]\n"),
        ("弃权：", "]", "line 96"),
        98,
    ),
    # a form feed ends no line
    (
        "form feeds before a voter twice",
        lambda s: _replaced("、日本、", "、中国、")(s).replace("；\n", "；\f\n"),
        ("中国", "twice"),
        96,
    ),
    (
        "form feeds on lines of their own",
        lambda s: "\f\n\f\n" + _replaced("、日本、", "、中国、")(s),
        ("中国", "twice"),
        98,
    ),
)


@pytest.mark.parametrize(
    ("edit", "words", "line"), [row[1:] for row in MORE_TAMPERED], ids=[row[0] for row in MORE_TAMPERED]
)
def test_more_tampering_is_refused(
    library: Library, resolution: Resolution, edit: Callable[[str], str], words: tuple[str, ...], line: int
) -> None:
    """Paragraphs without a number or text, and brackets that do not close where they have to."""
    test_tampering_is_refused(library, resolution, edit, words, line)


def test_an_opening_bracket_that_is_lost_is_missed(library: Library, resolution: Resolution) -> None:
    """The line named is that of the bracket which closes."""
    source = _replaced("[记录表决", "记录表决")(resolution.source)
    with pytest.raises(ContentError, match="“\\[” before the tally") as caught:
        held_back(read(FILE, source, FORMS["zh"], library.names.code_of), FILE)
    assert caught.value.line == 100


def test_a_missing_footnote_is_missed_where_it_is_cited(library: Library, resolution: Resolution) -> None:
    """The line named is that of the paragraph which has the mark."""
    with pytest.raises(ContentError, match="OP12 cites footnote ¹") as caught:
        read(FILE, _without(88)(resolution.source), FORMS["zh"], library.names.code_of)
    assert caught.value.line == resolution.source[: resolution.source.index("参与的报告¹")].count("\n") + 1 == 72


MORE_LAYOUTS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("list in favour on two lines, broken behind a separator", _replaced("中国、科特迪瓦", "中国、\n科特迪瓦")),
    ("list against on two lines, broken behind a separator", _replaced("立陶宛、卢森堡", "立陶宛、\n卢森堡")),
    ("separator doubled", _replaced("中国、科特迪瓦", "中国、、科特迪瓦")),
    ("separator on the next line", _replaced("立陶宛、卢森堡", "立陶宛\n、卢森堡")),
    ("bracket closed early only", lambda s: s.replace("、越南\n", "、越南]\n").replace("摩洛哥]", "摩洛哥")),
    ("no bracket at all", lambda s: s.replace("[记录表决", "记录表决").replace("摩洛哥]", "摩洛哥")),
    ("form feeds between paragraphs", lambda s: s.replace("；\n", "；\n\f\n")),
)


@pytest.mark.parametrize("edit", [row[1] for row in MORE_LAYOUTS], ids=[row[0] for row in MORE_LAYOUTS])
def test_more_layouts_do_not_matter(library: Library, resolution: Resolution, edit: Callable[[str], str]) -> None:
    """Where pages and lines break is not part of the record."""
    test_layout_does_not_matter(library, resolution, edit)


# --- pieces of a preamble --------------------------------------------------------------------------


PIECES: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    # what is wrong, the language, the preamble, words of the error; all of it invented
    ("chapeau twice", "en", "The Human Rights Council,\n\nNoting this,", ("opens the preamble once more", "PP1")),
    ("that of another organ", "zh", "注意到这一点，\n\n大会，", ("“大会，”", "PP2")),
    ("end twice", "en", "Noting this, and whatever\nis invented,\n\nis invented,", ("the line before", "PP1")),
    ("end twice without case", "zh", "注意到这一点，又注意到一切，\n\n又注意到一切，", ("the end of PP1", "PP2")),
    ("line twice", "en", "Noting this and\nthat and\nthat and\neverything,", ("stands on the line before", "PP1")),
)


def _with_preamble(language: str, preamble: str) -> str:
    return write(Spec(language=language, preamble=(preamble[:-1],)))  # the writer adds the comma


@pytest.mark.parametrize(("language", "preamble", "words"), [row[1:] for row in PIECES], ids=[row[0] for row in PIECES])
def test_a_piece_of_a_preambular_paragraph_is_refused(
    library: Library, language: str, preamble: str, words: tuple[str, ...]
) -> None:
    with pytest.raises(ContentError) as caught:
        read("x", _with_preamble(language, preamble), FORMS[language], library.names.code_in_record)
    assert caught.value.line
    assert [word for word in words if word not in caught.value.message] == [], caught.value


@pytest.mark.parametrize(
    ("language", "preamble", "text"),
    [
        ("fr", "Notant ceci,\n\nou cela,", "Notant ceci,\nou cela,"),
        ("zh", "注意到这一点，\n\n2022年的一切，", "注意到这一点，\n2022年的一切，"),
    ],
    ids=["lower case", "figure"],
)
def test_what_begins_no_paragraph_goes_on_with_the_last_and_is_doubted(
    library: Library, language: str, preamble: str, text: str
) -> None:
    found = read("x", _with_preamble(language, preamble), FORMS[language], library.names.code_in_record)
    assert [p.text for p in found.preamble] == [text]
    assert [d.kind for d in found.doubts] == [DoubtKind.SPLIT]
