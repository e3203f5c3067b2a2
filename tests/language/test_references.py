"""Tests of bot.language.references: which paragraphs a message names by number, and which numbers name none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.library import Library
from bot.language.citations import documents
from bot.language.lexicon import Lexicon
from bot.language.normal import read
from bot.language.references import ReferenceReader
from bot.language.selection import References
from bot.resolution import Part

CONTENT = Path(__file__).parent.parent.parent / "content"

PP, OP = Part.PREAMBLE, Part.OPERATIVE

Row = tuple[Part | None, int, int]


@pytest.fixture(scope="session")
def reader() -> ReferenceReader:
    """The reader with the words of the checkout's cues."""
    return Lexicon(CONTENT / "cues.toml").references


def _read(reader: ReferenceReader, message: str) -> References:
    return reader.read(read(message).norm)


SELECTED: tuple[tuple[str, list[Row]], ...] = (
    # message, what it selects: part (None where it does not say), first, last (from the end where negative)
    #
    # one paragraph, in Chinese
    ("第12段", [(None, 12, 12)]),
    ("第 12 段", [(None, 12, 12)]),
    ("第１２段", [(None, 12, 12)]),
    ("12段", [(None, 12, 12)]),
    ("第十六条", [(None, 16, 16)]),
    ("第十二段说了什么？", [(None, 12, 12)]),
    ("请把第七段念一下", [(None, 7, 7)]),
    ("第一段", [(None, 1, 1)]),
    ("第二十段", [(None, 20, 20)]),
    ("第〇八段", [(None, 8, 8)]),
    ("第零八段", [(None, 8, 8)]),
    ("第拾貳段", [(None, 12, 12)]),
    ("第廿段", [(None, 20, 20)]),
    ("第5款", [(None, 5, 5)]),
    ("笫三段", [(None, 3, 3)]),
    ("第三點", [(None, 3, 3)]),
    # with a word between the unit and the number, and what Arabic writes together with them
    ("párrafo número siete", [(None, 7, 7)]),
    ("пункт номер семь", [(None, 7, 7)]),
    ("что в 11-м пункте", [(None, 11, 11)]),
    ("ماذا بالفقرة الثامنة والفقرة العاشرة", [(None, 8, 8), (None, 10, 10)]),
    ("ثالث فقرة", [(None, 3, 3)]),
    ("чем кончается преамбула", [(PP, -1, -1)]),
    ("чем кончается преамбула, её последний абзац", [(PP, -1, -1)]),
    # several
    ("第3段和第5段", [(None, 3, 3), (None, 5, 5)]),
    ("第十六和第十八段", [(None, 16, 16), (None, 18, 18)]),
    ("第3、5、7段", [(None, 3, 3), (None, 5, 5), (None, 7, 7)]),
    ("第三、第四及第五段", [(None, 3, 3), (None, 4, 4), (None, 5, 5)]),
    ("3和4", [(None, 3, 3), (None, 4, 4)]),
    ("第12 和 14 段", [(None, 12, 12), (None, 14, 14)]),
    ("第四段和最后一段", [(None, 4, 4), (None, -1, -1)]),
    ("前三段和最后一段", [(None, 1, 3), (None, -1, -1)]),
    # ranges
    ("十一到十三", [(None, 11, 13)]),
    ("第4至6段", [(None, 4, 6)]),
    ("第四段到第六段", [(None, 4, 6)]),
    ("第4-6段", [(None, 4, 6)]),
    ("第4~6段", [(None, 4, 6)]),
    ("第6到第4段", [(None, 4, 6)]),  # the wrong way round
    ("第1到3段和第7段", [(None, 1, 3), (None, 7, 7)]),
    # from the end and the beginning
    ("倒数第二段", [(None, -2, -2)]),
    ("倒數第三段", [(None, -3, -3)]),
    ("最后一段", [(None, -1, -1)]),
    ("最后俩段", [(None, -2, -1)]),
    ("最后三段", [(None, -3, -1)]),
    ("末段", [(None, -1, -1)]),
    ("前三段", [(None, 1, 3)]),
    ("头两段", [(None, 1, 2)]),
    ("首段", [(None, 1, 1)]),
    # the part is named
    ("序言第三段", [(PP, 3, 3)]),
    ("序言5", [(PP, 5, 5)]),
    ("序言部分第4段", [(PP, 4, 4)]),
    ("序言的第2段", [(PP, 2, 2)]),
    ("序言最后一段", [(PP, -1, -1)]),
    ("序言前两段", [(PP, 1, 2)]),
    ("序言倒数第二段", [(PP, -2, -2)]),
    ("执行部分第8段", [(OP, 8, 8)]),
    ("執行部分第八段", [(OP, 8, 8)]),
    ("正文第二段", [(OP, 2, 2)]),
    ("序言第3段和执行部分第5段", [(PP, 3, 3), (OP, 5, 5)]),
    # as delegates write
    ("PP3", [(PP, 3, 3)]),
    ("pp 3", [(PP, 3, 3)]),
    ("OP7", [(OP, 7, 7)]),
    ("ＯＰ７", [(OP, 7, 7)]),
    ("OP 3 & 4", [(OP, 3, 3), (OP, 4, 4)]),
    ("OP3-5", [(OP, 3, 5)]),
    ("PP10 and PP11", [(PP, 10, 10), (PP, 11, 11)]),
    ("PP2, OP4", [(PP, 2, 2), (OP, 4, 4)]),
    ("PP 1-3 & OP 1-3", [(PP, 1, 3), (OP, 1, 3)]),
    ("OPs 3, 4 and 5", [(OP, 3, 3), (OP, 4, 4), (OP, 5, 5)]),
    ("OP#3", [(OP, 3, 3)]),
    ("20th OP", [(OP, 20, 20)]),
    ("OP12说了什么", [(OP, 12, 12)]),
    # English
    ("paragraph 9", [(None, 9, 9)]),
    ("¶9", [(None, 9, 9)]),
    ("§ 9", [(None, 9, 9)]),
    ("para. 14", [(None, 14, 14)]),
    ("paras. 14–16", [(None, 14, 16)]),
    ("paragraphs 4-6", [(None, 4, 6)]),
    ("paragraphs 4 to 6", [(None, 4, 6)]),
    ("paragraphs 4 through 6", [(None, 4, 6)]),
    ("paragraphs 2, 5 and 9", [(None, 2, 2), (None, 5, 5), (None, 9, 9)]),
    ("What does paragraph 12 say?", [(None, 12, 12)]),
    ("the 12th paragraph", [(None, 12, 12)]),
    ("the third paragraph", [(None, 3, 3)]),
    ("third and fourth paragraphs", [(None, 3, 3), (None, 4, 4)]),
    ("third to fifth paragraphs", [(None, 3, 5)]),
    ("third preambular para", [(PP, 3, 3)]),
    ("preambular paragraph 3", [(PP, 3, 3)]),
    ("operative paragraph nine", [(OP, 9, 9)]),
    ("operative paragraph twenty", [(OP, 20, 20)]),
    ("paragraph 3 of the preamble", [(PP, 3, 3)]),
    ("the last paragraph", [(None, -1, -1)]),
    ("last two paragraphs", [(None, -2, -1)]),
    ("first three paragraphs", [(None, 1, 3)]),
    ("the last preambular paragraph", [(PP, -1, -1)]),
    ("clause 5", [(None, 5, 5)]),
    # French, Spanish, Russian
    ("Que dit le paragraphe 8 du dispositif ?", [(OP, 8, 8)]),
    ("paragraphe 3 du préambule", [(PP, 3, 3)]),
    ("le dernier paragraphe", [(None, -1, -1)]),
    ("les paragraphes 4 et 5", [(None, 4, 4), (None, 5, 5)]),
    ("¿Qué dice el párrafo 12?", [(None, 12, 12)]),
    ("párrafo 3 del preámbulo", [(PP, 3, 3)]),
    ("los párrafos 4 a 6", [(None, 4, 6)]),
    ("пункт 7", [(None, 7, 7)]),
    ("пункты 4 и 5", [(None, 4, 4), (None, 5, 5)]),
    ("الفقرة 12", [(None, 12, 12)]),
    # a number alone, where there is nothing else
    ("17", [(None, 17, 17)]),
    ("十七", [(None, 17, 17)]),
    ("17？", [(None, 17, 17)]),
    ("17 please", [(None, 17, 17)]),
    # beyond the last: it is for the answer to say so
    ("第99段", [(None, 99, 99)]),
    ("第0段", [(None, 0, 0)]),
    # beside something that is no reference
    ("1993年那个会在第3段吗", [(None, 3, 3)]),
    ("第7段的0.7%", [(None, 7, 7)]),
    ("56届会议那份决议的第3段", [(None, 3, 3)]),
    ("第34次会议第3段", [(None, 3, 3)]),
    ("议程项目3第3段", [(None, 3, 3)]),
    ("56/4第3段", [(None, 3, 3)]),
    ("A/HRC/RES/56/4 OP3", [(OP, 3, 3)]),
)


@pytest.mark.parametrize(("message", "expected"), SELECTED, ids=[row[0] for row in SELECTED])
def test_selected(reader: ReferenceReader, message: str, expected: list[Row]) -> None:
    """The paragraphs that a message names by number."""
    found = _read(reader, message)
    assert [(s.part, s.first, s.last) for s in found.selections] == expected
    assert (found.excluded, found.step) == ((), 0)


EXCLUDED: tuple[tuple[str, list[Row], list[Row]], ...] = (
    # message, what it wants, what it does not want
    ("第十六和第十八段，十七不要", [(None, 16, 16), (None, 18, 18)], [(None, 17, 17)]),
    ("第3到6段，除了第5段", [(None, 3, 6)], [(None, 5, 5)]),
    ("paragraphs 4-6 except 5", [(None, 4, 6)], [(None, 5, 5)]),
    ("前五段，不要第二段", [(None, 1, 5)], [(None, 2, 2)]),
)


@pytest.mark.parametrize(("message", "wanted", "excluded"), EXCLUDED, ids=[row[0] for row in EXCLUDED])
def test_excluded(reader: ReferenceReader, message: str, wanted: list[Row], excluded: list[Row]) -> None:
    """The paragraphs that a message does not want are set apart."""
    found = _read(reader, message)
    assert [(s.part, s.first, s.last) for s in found.selections] == wanted
    assert [(s.part, s.first, s.last) for s in found.excluded] == excluded


STEPS = (
    # message, how many paragraphs on
    ("下一段", 1),
    ("下一条呢", 1),
    ("再下一段", 1),
    ("下两段", 2),
    ("下面三段", 3),
    ("next", 1),
    ("next paragraph", 1),
    ("next two please", 2),
    ("the following paragraph", 1),
    ("continue", 1),
    ("paragraphe suivant", 1),
    ("следующий пункт", 1),
    ("上一段", -1),
    ("上一条呢", -1),
    ("上两段", -2),
    ("前一段", -1),
    ("previous", -1),
    ("the previous two paragraphs", -2),
    ("предыдущий пункт", -1),
    # no step
    ("第3段", 0),
    ("上面有没有说到气候变化的", 0),
    ("谢谢", 0),
)


@pytest.mark.parametrize(("message", "step"), STEPS, ids=[row[0] for row in STEPS])
def test_step(reader: ReferenceReader, message: str, step: int) -> None:
    """A step from the paragraph shown last, which is no number of a paragraph."""
    found = _read(reader, message)
    assert found.step == step
    assert [s for s in found.selections if message != "第3段"] == []


NONE = (
    # shares, years, centuries
    "0.7% 在哪段说的",
    "百分之零点七那段",
    "1993年",
    "1993年的世界人权会议在哪段",
    "2030年议程",
    "《2030 年可持续发展议程》",
    "二十一世纪那段",
    "2024年7月10日",
    "7月10号通过的吗",
    # other instruments
    "《发展权利宣言》第4条怎么说的",
    "发展权利宣言第四条",
    "Article 4 of the Declaration on the Right to Development",
    # the session, the meeting, the agenda item, the vote
    "第34次会议",
    "34th meeting",
    "第五十六届会议",
    "议程项目3",
    "agenda item 3",
    "29票赞成",
    "29票对14票",
    "47个国家投票",
    # how many there are
    "一共有多少段",
    "有几段",
    "how many paragraphs are there",
    "一段话概括",
    "给我两条建议",
    # words with a numeral in them
    "COVID-19那段",
    "一致通过了吗",
    "统一立场",
    "三方合作在哪提到",
    "南南合作和三方合作",
    "万一呢",
    "一样吗",
    "三分之二",
    "第三世界国家",
    "第二次世界大战",
    "前三名",
    "最后五个国家",
    "G20",
    "top 5",
    "someone said no",
    "the second world war",
    "十分感谢",
    # sums
    "3258除以18等于几",
    "12+5",
    "3 x 4",
    # nothing
    "你好",
    "谁反对",
    "第",
    "段",
    "",
)


@pytest.mark.parametrize("message", NONE)
def test_no_reference(reader: ReferenceReader, message: str) -> None:
    """Numbers that do not number a paragraph."""
    found = _read(reader, message)
    assert (found.selections, found.excluded, found.step) == ((), (), 0)


PARTS = (
    # message, the part that it names
    ("序言说了什么", PP),
    ("执行部分有几段", OP),
    ("the preamble", PP),
    ("operative part", OP),
    ("du dispositif", OP),
    ("преамбула", PP),
    ("谁反对", None),
    ("第3段", None),
)


@pytest.mark.parametrize(("message", "part"), PARTS)
def test_part(reader: ReferenceReader, message: str, part: Part | None) -> None:
    """A part is known also where no number stands with it."""
    assert _read(reader, message).part is part


SPANS = (
    # message in normal form, what of it is the reference
    ("请问第12段说什么", ["第12段"]),
    ("op3和谁反对", ["op3", "op"]),
    ("谁反对", []),
)


@pytest.mark.parametrize(("message", "expected"), SPANS)
def test_spans(reader: ReferenceReader, message: str, expected: list[str]) -> None:
    """Where a reference stands, so that the rest of the message can be read without it."""
    assert [message[a:b] for a, b in reader.read(message).spans][: len(expected)] == expected
    assert bool(reader.read(message).spans) == bool(expected)


def test_taken(reader: ReferenceReader) -> None:
    """What a name has taken is no reference: the 7 of G7."""
    assert reader.read("g7第3段", [(0, 2)]).selections == reader.read("第3段").selections
    assert reader.read("第3段", [(0, 3)]).selections == ()


DOCUMENTS = (
    # message, the documents that it names, whether one of them can be A/HRC/RES/56/4
    ("A/HRC/RES/56/4", ["a/hrc/res/56/4"], True),
    ("56/4", ["56/4"], True),
    ("56/4号决议", ["56/4"], True),
    ("第56/4号决议第3段", ["56/4"], True),
    ("５６／４", ["56/4"], True),
    ("A/HRC/RES/55/4", ["a/hrc/res/55/4"], False),
    ("A/RES/56/4", ["a/res/56/4"], False),  # of the General Assembly
    ("57/4", ["57/4"], False),
    ("156/4", ["156/4"], False),
    ("6/4", ["6/4"], False),
    ("56/40", ["56/40"], False),
    ("A/HRC/56/57", ["a/hrc/56/57"], False),  # the report that is cited
    ("A/HRC/56/L.1", ["a/hrc/56/l.1"], False),
    ("S/RES/2728", ["s/res/2728"], False),
    ("S/RES/2728(2024)", ["s/res/2728(2024)"], False),
    ("安理会第1701号决议", ["s/res/1701"], False),
    ("UNSCR 1701", ["s/res/1701"], False),
    ("2728号决议", ["2728"], False),
    ("ES-11/1", ["es-11/1"], False),
    ("S-35/1", ["s-35/1"], False),
    ("HRC/RES/56/4", ["hrc/res/56/4"], True),
    ("RES.78.55 反对", ["res/78/55"], False),
    ("A RES 78 183 A 反对的有谁", ["res/78/183a"], False),
    ("A RES 77 263A票数多少", ["res/77/263a"], False),
    ("A RES 77 272 a quel résultat", ["res/77/272"], False),
    ("A RES ES-10 21 tally", ["res/es-10/21"], False),
    ("HRC S-35/1 who opposed", ["hrc/res/s-35/1"], False),
    ("A-RES-78-7-EN.pdf", ["res/78/7"], False),
    ("res 78 / 35 who opposed?", ["res/78/35"], False),
    ("HRC51/25 china", ["hrc/res/51/25"], False),
    ("A.HRC.RES.51.25", ["hrc/res/51/25"], False),
    ("第2728号决议", ["2728"], False),
    ("resolution 2728", ["2728"], False),
    ("第3段", [], False),
    ("谁反对", [], False),
    # with the session in Roman numbers, and letters of those that share a number
    ("A/RES/3379(XXX)", ["a/res/3379(xxx)"], False),
    ("2758 (XXVI)号决议", ["2758(xxvi)"], False),
    ("resolution 95 (I)", ["95(i)"], False),
    ("A/RES/217(III)[A] 谁弃权", ["a/res/217(iii)a"], False),
    ("第377(V)A号决议", ["377(v)a"], False),
    ("A/RES/3201(S-VI)", ["a/res/3201(s-vi)"], False),
    ("E/CN.4/RES/2(XXIII)", ["e/cn.4/res/2(xxiii)"], False),
    ("A/RES/41/85A美国", ["a/res/41/85a"], False),
    ("33/71 [H]", ["33/71h"], False),
    ("56/4 l'Inde a voté quoi ?", ["56/4"], True),
    ("56/4 I need the date", ["56/4"], True),
    ("56/4 y marruecos", ["56/4"], True),
    ("E/CN.4/RES/1997/57", ["e/cn.4/res/1997/57"], False),
    ("第5(ii)段", [], False),
    ("paragraph 12 (i)", [], False),
    # of the Council, with few digits
    ("S/RES/83(1950)", ["s/res/83(1950)"], False),
    ("S/RES/2", ["s/res/2"], False),
    ("安理会第83号决议", ["s/res/83"], False),
    ("Security Council resolution 83", ["s/res/83"], False),
    ("安理会15个理事国", [], False),
)


@pytest.mark.parametrize(("message", "texts", "means"), DOCUMENTS, ids=[row[0] for row in DOCUMENTS])
def test_documents(library: Library, message: str, texts: list[str], means: bool) -> None:
    """Documents named by symbol or number, and whether this one can be meant."""
    found = documents(read(message).norm)
    assert [d.text for d in found] == texts
    assert any(library.catalogue.called(d.text) for d in found) is means


CHINESE = "零一二三四五六七八九"


@given(st.integers(1, 99))
def test_every_number(reader: ReferenceReader, n: int) -> None:
    """Any paragraph can be asked for by its number, however it is written."""
    tens, ones = divmod(n, 10)
    written = (("" if tens == 1 else CHINESE[tens]) + "十" if tens else "") + (CHINESE[ones] if ones else "")
    for message in (f"第{n}段", f"第{written}段", f"paragraph {n}", f"OP{n}", f"{n}"):
        assert [(s.first, s.last) for s in _read(reader, message).selections] == [(n, n)]


@given(st.text(alphabet="第段条和到、，前后最倒数下上一二三十廿19 op-%年序言不要除了the next last and", max_size=30))
def test_any_message(reader: ReferenceReader, message: str) -> None:
    """Any message is read, runs are in order, and every span is within the message."""
    norm = read(message).norm
    found = reader.read(norm)
    # A run to the end (从第17段到最后) ends with -1, which counts from the end.
    assert all(s.first <= s.last or s.last == -1 for s in (*found.selections, *found.excluded))
    assert all(0 <= start < end for start, end in found.spans)
    assert abs(found.step) <= 50


MORE_SELECTED: tuple[tuple[str, list[Row]], ...] = (
    # the part is that of every number it stands with
    ("para 3 and 4 of the preamble", [(PP, 3, 3), (PP, 4, 4)]),
    ("序言第一段和最后一段", [(PP, 1, 1), (PP, -1, -1)]),
    ("序言第二三段", [(PP, 2, 2), (PP, 3, 3)]),
    # from the end
    ("倒数第二和第三段", [(None, -2, -2), (None, -3, -3)]),
    ("倒数两段", [(None, -2, -1)]),
    ("序言倒数两段", [(PP, -2, -1)]),
    ("second-to-last paragraph", [(None, -2, -2)]),
    ("the second to last paragraph", [(None, -2, -2)]),
    ("the penultimate paragraph", [(None, -2, -2)]),
    ("penultimate", [(None, -2, -2)]),
    ("penultimate preambular paragraph", [(PP, -2, -2)]),
    ("the third last paragraph", [(None, -3, -3)]),
    ("the third last operative paragraph", [(OP, -3, -3)]),
    # to the end
    ("第17段到最后", [(None, 17, -1)]),
    ("paragraphs 17 to the end", [(None, 17, -1)]),
    # numbers side by side
    ("第二三段", [(None, 2, 2), (None, 3, 3)]),
    ("第四五六段", [(None, 4, 4), (None, 5, 5), (None, 6, 6)]),
    # Roman numbers
    ("para xii", [(None, 12, 12)]),
    ("paragraph iv", [(None, 4, 4)]),
    ("OP xvi", [(OP, 16, 16)]),
)


@pytest.mark.parametrize(("message", "expected"), MORE_SELECTED, ids=[row[0] for row in MORE_SELECTED])
def test_more_selected(reader: ReferenceReader, message: str, expected: list[Row]) -> None:
    """Parts, ends and lists that are named for several numbers together."""
    test_selected(reader, message, expected)


def test_the_rest_of_a_part(reader: ReferenceReader) -> None:
    """A range can go up to the end, and the part may stand apart from it."""
    found = _read(reader, "正文从第17段一直到结尾")
    assert [(s.first, s.last) for s in found.selections] == [(17, -1)]
    assert found.part is OP


def test_excluded_in_french(reader: ReferenceReader) -> None:
    """A number behind “sauf” needs no unit of its own."""
    test_excluded(reader, "les paragraphes 1 à 4, sauf le 2", [(None, 1, 4)], [(None, 2, 2)])


@pytest.mark.parametrize(
    ("message", "step"),
    [("and the two after that?", 2), ("the three before that", -3), ("下个月开会吗", 0), ("下周呢", 0)],
)
def test_more_steps(reader: ReferenceReader, message: str, step: int) -> None:
    """A step may come behind its number; 下 of a month or a week is none."""
    test_step(reader, message, step)


@pytest.mark.parametrize(
    "message",
    [
        "first three countries",
        "the first two speakers",
        "第二点五段",
        "第2.5段",
        "xii",
        "the mix",
        "civil",
        "下个月开会吗",
    ],
)
def test_more_that_are_no_reference(reader: ReferenceReader, message: str) -> None:
    """Counts of other things, fractions, and letters that only look like a Roman number."""
    test_no_reference(reader, message)
