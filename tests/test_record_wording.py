"""What a reply says of records that are not whole, of votes with notes, and of drafts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.corpus.loading import load
from bot.talk import Speaker

PRINTED = """\
Resolution 1253 (1992)
of 29 May 1992

The Security Council,

Recalling its resolution 1216 (1992) of 12 January 1992,

Deeply concerned at the state of the lanterns,

1. Calls upon all harbours to keep their lanterns lit;

2. Requests the Secretary-General to report to the Council within one month.

Adopted at the 3062nd meeting by 13 votes to none, with 2 abstentions (Cape Verde, Zimbabwe).
"""
_FOOT = "Adopted at the 3062nd meeting by 13 votes to none, with 2 abstentions (Cape Verde, Zimbabwe)."
UNANIMOUS = PRINTED.replace("1253", "1254").replace(_FOOT, "Adopted unanimously at the 3062nd meeting.")
NOTED = """\
人权理事会

第六十届会议

2025年9月8日至10月8日

议程项目3

促进和保护所有人权

人权理事会2025年10月6日通过的决议

60/98. 港口的灯

人权理事会，

回顾其关于灯的决议，

1. 决定让灯亮着；

2. 请秘书长就此提出报告。

2025年10月6日

第40次会议

[经记录表决，以2票对2票、1票弃权获得通过。表决情况如下：

赞成：

中国、古巴

反对：

贝宁*、日本

弃权：

智利]

* 贝宁代表团后来表示，它本想投赞成票。
"""
DRAFT = """\
United Nations S/2035/24
Security Council
Distr.: General
10 May 2035
Original: English

Bolivia (Plurinational State of) and Ecuador: draft resolution

The Security Council,

Recalling its resolution 1216 (1992) of 12 January 1992,

1. Calls upon all harbours to keep their lanterns lit;

2. Decides to remain seized of the matter.
"""
FORMER = """\
Resolution 1471 (1971)
of 9 March 1971

The Security Council,

Recalling the letters of the lighthouse keepers,

1. Calls upon every keeper to trim the wicks of all lamps;

2. Decides to remain seized of the lamps.

Adopted at the 1612th meeting by 12 votes to 1 (Czechoslovakia), with 2 abstentions (Poland, Yugoslavia).
"""
DRAFT_IN_FRENCH = """\
Nations Unies S/2035/25
Conseil de sécurité
Distr. générale
11 mai 2035
Français
Original : anglais

Équateur et Maroc : projet de résolution

Le Conseil de sécurité,

Rappelant ses résolutions sur les phares,

1. Demande à tous les ports de tenir leurs lanternes allumées ;

2. Décide de rester saisi de la question.
"""
TEXTS = {
    "printed": PRINTED, "unanimous": UNANIMOUS, "noted": NOTED, "draft": DRAFT, "former": FORMER,
    "projet": DRAFT_IN_FRENCH,
}  # fmt: skip


@pytest.fixture(scope="module")
def speaker(tmp_path_factory: pytest.TempPathFactory) -> Speaker:
    """Answers from these texts alone, each imported with its doubts accepted."""
    from click.testing import CliRunner

    from bot.__main__ import main
    from tests.conftest import CONTENT

    folder = tmp_path_factory.mktemp("records")
    content = shutil.copytree(CONTENT, folder / "content")
    for sub in ("resolutions", "subjects"):
        shutil.rmtree(content / sub)
        (content / sub).mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    files = [str(Path(folder / f"{name}.txt")) for name in TEXTS]
    result = CliRunner().invoke(main, ["import", "--accept", "--content", str(content), *files])
    assert result.exit_code == 0, result.output
    return Speaker(load(content))


SAID = (
    # asked, what stands in the reply, what does not
    ("S/RES/1253(1992) who abstained", ["Cape Verde", "Zimbabwe", "The record names 2 of the 15 votes only."], []),
    ("S/RES/1253(1992) how did Zimbabwe vote", ["abstained", "names 2 of the 15"], []),
    ("S/RES/1253(1992) 谁弃权", ["记录只列出了15票中2票的国家"], []),
    ("S/RES/1254(1992) what was the result", ["Adopted unanimously"], ["does not say"]),
    ("60/98 贝宁怎么投的", ["贝宁投了反对票", "表决附注（贝宁）：贝宁代表团后来表示，它本想投赞成票。"], []),
    ("60/98 日本怎么投的", ["日本投了反对票"], ["附注"]),
    ("60/98 谁反对", ["贝宁、日本", "附注（贝宁）"], []),
    ("S/2035/24 paragraph 1", ["Calls upon all harbours", "draft, not adopted"], []),
    ("S/2035/24 第1段", ["Calls upon all harbours", "草案，未通过"], []),
    ("S/2035/24 what was the result", ["This is a draft: it was not adopted"], ["Adopted by"]),
    ("60/98 第1段", ["决定让灯亮着"], ["草案"]),
    # a document in another language than the question's
    ("S/2035/24, paragraphe 1", ["Calls upon all harbours", "projet, non adopté", "anglais"], ["Operative"]),
    ("S/2035/24, párrafo 1", ["Calls upon all harbours", "proyecto, no aprobado", "inglés"], []),
    ("S/2035/24, пункт 1", ["Calls upon all harbours", "проект, не принят", "английский"], []),
    ("S/2035/24 الفقرة 1", ["Calls upon all harbours", "مشروع لم يُعتمد", "الإنجليزية"], []),
    ("S/2035/25 paragraph 1", ["Demande à tous les ports", "draft, not adopted", "French"], []),
    ("S/2035/25 第1段", ["Demande à tous les ports", "草案，未通过", "法语"], []),
    ("S/2035/25, ¿cuál fue el resultado de la votación?", ["Es un proyecto: no fue aprobado"], ["Aprobada"]),
    ("S/2035/25, каков результат голосования?", ["Это проект: он не принят"], ["Принята"]),
    ("S/2035/24, quel a été le résultat du vote ?", ["C’est un projet"], ["Adoptée"]),
    ("S/2035/24 ما هي نتيجة التصويت؟", ["هذا مشروع: لم يُعتمد"], []),
    ("60/98, qui a voté contre ?", ["Bénin", "Japon", "Note sur le vote (Bénin)"], []),
    ("60/98, ¿cómo votó Benin?", ["Benin: en contra."], []),
    ("60/98, как голосовала Япония?", ["Япония: против."], []),
    ("60/98 كيف صوتت الصين؟", ["الصين: مؤيدة."], []),
    # states that are no more
    ("S/RES/1471(1971) who voted against", ["Czechoslovakia", "The record names 3 of the 15 votes only."], ["Czechia"]),
    ("S/RES/1471(1971), comment la Tchécoslovaquie a-t-elle voté ?", ["Tchécoslovaquie : contre."], ["Tchéquie"]),
    ("S/RES/1471(1971), ¿quién se abstuvo?", ["Polonia", "Yugoslavia"], ["Serbia"]),
    ("S/RES/1471(1971), как голосовала Югославия?", ["Югославия: воздержалось."], ["Сербия"]),
    ("S/RES/1471(1971) كيف صوتت تشيكوسلوفاكيا؟", ["تشيكوسلوفاكيا: معارضة."], []),
    ("S/RES/1471(1971) 谁弃权了", ["波兰", "南斯拉夫"], ["塞尔维亚"]),
)


@pytest.mark.parametrize(("asked", "there", "not_there"), SAID, ids=[asked for asked, _, _ in SAID])
def test_what_is_said_of_the_record(speaker: Speaker, asked: str, there: list[str], not_there: list[str]) -> None:
    text = speaker.answer([asked]).text.replace("\xa0", " ")
    assert [words for words in there if words not in text] == [], text
    assert [words for words in not_there if words in text] == [], text


def test_what_became_of_a_draft_is_said_where_content_says_it(speaker: Speaker) -> None:
    folder = speaker.library.folder
    note = folder / "resolutions" / "S_2035_24.en.source.toml"
    written = note.read_text(encoding="utf-8")
    lines = written.splitlines()
    note.write_text("\n".join([*lines[:3], 'became = "S/RES/2999(2035)"', *lines[3:], ""]), encoding="utf-8")
    try:
        text = Speaker(load(folder)).answer(["S/2035/24 paragraph 1"]).text
    finally:
        note.write_text(written, encoding="utf-8")
    assert "draft, adopted as S/RES/2999(2035)" in text
