"""An invented resolution in the Chinese of the sixties: traditional characters, figures as wide as they are, the day
and the meeting in Chinese numerals."""

from __future__ import annotations

import pytest

from bot.corpus.library import Library
from bot.importing.document import read_document

OLD = """聯合國

                                        Distr.
大　會                                  GENERAL

                                        A/RES/2901 (XXVI)
                                        １９７１年１２月２９日
第二十六屆會
議程項目五十二

　　　　　　　　　　大會決議案

　　　　〔據第二委員會報告書（Ａ／８５７８）通過〕

２９０１（二十六）．　港口燈塔

　　大會，
　　鑒於航海安全有賴於燈塔，
　　覆按其一九七○年十二月十一日關於航標之決議案２６８５
（二十五），
　　備悉秘書長關於燈塔看守員之報告書，（註一）

    （註一） Ａ／８３９９。

71-30123                                          ／．．．

A/RES/2901 (XXVI)
Page 2

　　１．請各會員國：
　　　（甲）修葺燈塔；
　　　（乙）訓練看守員；
　　２．決定於第二十八屆會再行審議此事。

                   － － － － －

　　　　　　　　　　　　　　第二○二六次全體會議，
　　　　　　　　　　　　　　一九七一年十二月二十日。
"""


def test_old_documents_in_traditional_characters_are_read_as_they_are_printed(library: Library) -> None:
    found = read_document("old.txt", OLD.encode(), library.names.code_in_record)
    r = found.resolution
    assert (r.symbol, r.adopted.isoformat()) == ("A/RES/2901(XXVI)", "1971-12-20")
    assert r.meeting is not None
    assert r.meeting.number == 2026
    assert r.session is not None
    assert r.session.number == 26
    assert r.agenda_item is not None
    assert r.agenda_item.number == 52
    assert r.title.text == "港口燈塔"
    assert [p.text for p in r.preamble][:2] == [
        "鑒於航海安全有賴於燈塔，",
        "覆按其一九七○年十二月十一日關於航標之決議案２６８５（二十五），",
    ]
    assert [s.id for p in r.operative for s in p.subparagraphs] == ["OP1(甲)", "OP1(乙)"]
    assert [(note.text, note.cited_by) for note in r.footnotes] == [("Ａ／８３９９。", "PP3")]
    assert found.account.difference == 0


@pytest.mark.parametrize(
    ("changed", "to"), [("一九七一年十二月二十日", "１９７１年１２月２０日"), ("第二○二六次", "第２０２６次")]
)
def test_figures_stand_for_chinese_numerals(changed: str, to: str, library: Library) -> None:
    r = read_document("old.txt", OLD.replace(changed, to).encode(), library.names.code_in_record).resolution
    assert r.meeting is not None
    assert (r.meeting.number, r.adopted.isoformat()) == (2026, "1971-12-20")
