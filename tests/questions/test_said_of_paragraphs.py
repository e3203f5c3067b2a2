"""Whether a paragraph mentions something, which ones mention each of two things, or one thing and not another; the
truth is counted in the text of resolution 56/4."""

from __future__ import annotations

import json

import pytest

from bot.answer.model import ParagraphAnswer, SeveralAnswer
from bot.corpus.library import Library
from bot.faces.json import line
from bot.talk import Speaker

OF_ONE = (
    ("第8段提到粮食了吗", "OP8", "粮食"),
    ("第3段提到粮食了吗", "OP3", "粮食"),
    ("第8段有沒有提到貧困", "OP8", "贫困"),
    ("第10段是关于南南合作的吗", "OP10", "南南合作"),
    ("does paragraph 8 mention poverty?", "OP8", "贫困"),
    ("does paragraph 3 mention poverty?", "OP3", "贫困"),
    ("¿El párrafo 8 menciona la pobreza?", "OP8", "贫困"),
    ("le paragraphe 3 mentionne-t-il la pauvreté ?", "OP3", "贫困"),
    ("le paragraphe 8 mentionne-t-il la pauvreté ?", "OP8", "贫困"),
)
OF_EACH = (
    ("哪些段落提到社会正义或粮食", ("社会正义", "粮食")),
    ("有没有提到粮食和火山", ("粮食", "火山")),
    ("哪些段落提到不平等或火山", ("不平等", "火山")),
    ("提到贫困或者粮食的段落", ("贫困", "粮食")),
    ("有没有提到不平等、贫困、火山", ("不平等", "贫困", "火山")),
    ("哪些段落提到火山、粮食和社会正义", ("火山", "粮食", "社会正义")),
    ("有没有提到火山或者粮食", ("火山", "粮食")),
    ("提到了贫困、油和粮食吗", ("贫困", "油", "粮食")),
    ("提到贫困、和平、火山了吗", ("贫困", "和平", "火山")),
)
LESS = (
    ("关于贫困但不是粮食的段落", "贫困", "粮食"),
    ("paragraphs on poverty but not on climate", "贫困", "气候"),
)
OF_EACH_IN_OTHER_WORDS = (
    ("does it mention oil, gender and sport?", ("oil", "gender", "sport")),
    ("有没有提到油、妇女和体育", ("油", "妇女", "体育")),
    ("mentionne-t-elle le pétrole, les femmes et le sport ?", ("petrole", "femmes", "sport")),
    ("¿menciona el petróleo, las mujeres y el deporte?", ("petroleo", "mujeres", "deporte")),
    ("упоминаются ли нефть, женщины и спорт?", ("нефть", "женщины", "спорт")),
    ("is there anything on oil, women or sport?", ("oil", "women", "sport")),
)
ALL_BUT = ("第7段之外的所有段落", "第七段以外的所有段落", "all paragraphs except 7", "除了第7段的所有段落")
NOT_TOLD = (
    "odd paragraphs",
    "how many words does paragraph 3 have",
    "第3段多少字",
    "in what city was this adopted?",
    "在哪座城市通过的",
    "几点通过的",
    "dans quelle ville a-t-elle été adoptée ?",
    "¿En qué ciudad se aprobó?",
    "В каком городе она принята?",
    "في أي مدينة اعتمد القرار؟",
)


def _with(word: str, library: Library) -> list[str]:
    resolution = next(r for r in library.resolutions if r.symbol == "A/HRC/RES/56/4")
    return [p.id for p in resolution.paragraphs if word in p.text]


def _reply(speaker: Speaker, message: str) -> dict[str, list[str] | str]:
    found: dict[str, list[str] | str] = json.loads(line(speaker.answer([message])))
    return found


@pytest.mark.parametrize(("message", "identifier", "word"), OF_ONE)
def test_yes_or_no_of_one_paragraph(
    message: str, identifier: str, word: str, speaker: Speaker, library: Library
) -> None:
    reply = _reply(speaker, message)
    if identifier in _with(word, library):
        assert reply["paragraphs"] == [identifier], reply["text"]
        assert str(reply["text"]).split()[0].strip("。.,")[:1] in "有YSOД是"
    else:
        assert reply["kind"] == "none", reply["text"]


@pytest.mark.parametrize(("message", "words"), OF_EACH_IN_OTHER_WORDS)
def test_of_each_of_a_list_that_stands_nowhere(message: str, words: tuple[str, ...], speaker: Speaker) -> None:
    """None of them stands in the text: the second is found by its meaning, and of each it is said which it is."""
    spoken = speaker.answer([message])
    assert isinstance(spoken.answer, SeveralAnswer)
    first, second, third = spoken.answer.answers
    assert isinstance(second, ParagraphAnswer) and [p.id for p in second.paragraphs] == ["PP13"]
    assert not isinstance(first, ParagraphAnswer) and not isinstance(third, ParagraphAnswer)
    about = [speaker.wordings[spoken.language]("paragraph.about", words=word) for word in words]
    assert [line for line in spoken.text.splitlines() if line in about] == about


@pytest.mark.parametrize(("message", "words"), OF_EACH)
def test_of_each_it_is_said(message: str, words: tuple[str, ...], speaker: Speaker, library: Library) -> None:
    text = str(_reply(speaker, message)["text"])
    for word in words:
        count = len(_with(word, library))
        assert f"提到“{word}”的段落：" + (f"{count}段" if count else "没有") in text, text


@pytest.mark.parametrize("message", ["有没有提到火山或者粮食", "粮食或者火山有没有被提到，哪一段"])
def test_of_one_or_the_other_the_one_that_there_is_comes_first(
    message: str, speaker: Speaker, library: Library
) -> None:
    assert _reply(speaker, message)["paragraphs"] == _with("粮食", library)


@pytest.mark.parametrize(("message", "word", "left_out"), LESS)
def test_less_those_on_another(message: str, word: str, left_out: str, speaker: Speaker, library: Library) -> None:
    gone = _with(left_out, library)
    assert _reply(speaker, message)["paragraphs"] == [x for x in _with(word, library) if x not in gone]


@pytest.mark.parametrize("message", ALL_BUT)
def test_all_but_one(message: str, speaker: Speaker) -> None:
    assert _reply(speaker, message)["paragraphs"] == [f"OP{n}" for n in range(1, 21) if n != 7]


@pytest.mark.parametrize("message", NOT_TOLD)
def test_what_is_not_told_is_not_answered(message: str, speaker: Speaker) -> None:
    reply = _reply(speaker, message)
    assert reply["kind"] == "none", reply["text"]
    assert not reply["paragraphs"]
