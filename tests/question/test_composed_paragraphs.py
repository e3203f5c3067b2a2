"""Paragraphs asked for by more than one thing: held against the published text itself."""

from __future__ import annotations

import pytest

from bot.answer.model import ClarifyAnswer, ParagraphAnswer
from bot.corpus.library import Library
from bot.talk import Speaker

Rows = tuple[tuple[tuple[str, ...], str], ...]


def _ids(speaker: Speaker, turns: tuple[str, ...]) -> set[str]:
    answer = speaker.answer(turns).answer
    return {p.id for p in answer.paragraphs} if isinstance(answer, ParagraphAnswer) else set()


BY_NUMBER: Rows = (
    # picked out of a run
    (("最后六段里的前两段",), "OP15 OP16"),
    (("序言头四段中的最后一段",), "PP4"),
    (("the first two of the last four paragraphs",), "OP17 OP18"),
    (("the last two of paras 4-8",), "OP7 OP8"),
    (("les deux premiers des quatre derniers paragraphes",), "OP17 OP18"),
    (("los dos primeros de los últimos seis párrafos",), "OP15 OP16"),
    (("первые два из последних четырёх пунктов",), "OP17 OP18"),
    (("أول فقرتين من آخر أربع فقرات",), "OP17 OP18"),
    (("前四段，其中的最后一段",), "OP4"),
    # what stands around one
    (("第6段及其前后各一段",), "OP5 OP6 OP7"),
    (("第6段前后各两段",), "OP4 OP5 OP7 OP8"),
    (("para 6 and its neighbours",), "OP5 OP6 OP7"),
    (("paragraph 6 with the paragraphs on either side",), "OP5 OP6 OP7"),
    (("le paragraphe 6, celui d'avant et celui d'après",), "OP5 OP6 OP7"),
    (("пункт 6, предыдущий и следующий",), "OP5 OP6 OP7"),
    # from one that is named behind, or bare
    (("the one after 13",), "OP14"),
    (("the two paragraphs before paragraph 13",), "OP11 OP12"),
    (("el anterior al 9",), "OP8"),
    (("从9往后数一段",), "OP10"),
    (("第9段前面两段",), "OP7 OP8"),
    # a part holds for the list that it ends
    (("пункты 3 и 5 постановляющей части и последний абзац преамбулы",), "OP3 OP5 PP15"),
    (("paragraphs 3 and 5 of the preamble and para 2 of the operative part",), "PP3 PP5 OP2"),
    (("正文第3、5段和序言最后一段",), "OP3 OP5 PP15"),
    (("paras 3 to 5 plus the very last one",), "OP3 OP4 OP5 OP20"),
    (("les paragraphes 4 à 8, sans le premier ni le dernier",), "OP5 OP6 OP7"),
    # what stands between two, without these themselves unless that is said
    (("第11段和第14段中间夹着哪几段",), "OP12 OP13"),
    (("介于序言第2段和第5段之间的段落",), "PP3 PP4"),
    (("the clauses between OP11 and OP14",), "OP12 OP13"),
    (("les paragraphes entre le 11 et le 14",), "OP12 OP13"),
    (("¿Qué párrafos están entre el 11 y el 14?",), "OP12 OP13"),
    (("пункты между одиннадцатым и четырнадцатым",), "OP12 OP13"),
    (("الفقرات الواقعة بين الفقرة 11 والفقرة 14",), "OP12 OP13"),
    (("the paragraphs between 11 and 14, inclusive",), "OP11 OP12 OP13 OP14"),
    # Roman numerals go on in a list and in a range
    (("paras VI thru VIII",), "OP6 OP7 OP8"),
    (("preambular paragraphs iv and vi",), "PP4 PP6"),
    # one and the one beside it
    (("paragraph 16 and the following one",), "OP16 OP17"),
    (("le paragraphe 16 et le suivant",), "OP16 OP17"),
    (("el párrafo 16 y el anterior",), "OP15 OP16"),
    (("пункт 16 и следующий за ним",), "OP16 OP17"),
    (("الفقرة السادسة عشرة والتي تليها",), "OP16 OP17"),
    (("الفقرة 16 والفقرة التي قبلها",), "OP15 OP16"),
    # from one on
    (("第17段起",), "OP17 OP18 OP19 OP20"),
    (("paragraph 17 onwards",), "OP17 OP18 OP19 OP20"),
    (("пункты 17 и далее",), "OP17 OP18 OP19 OP20"),
    (("párrafos 17 y siguientes",), "OP17 OP18 OP19 OP20"),
    (("序言15段里正中间那段",), "PP8"),
    # neighbours
    (("соседние с четырнадцатым пунктом",), "OP13 OP15"),
    (("第14段的左右邻居",), "OP13 OP15"),
    # a slip in the word that leaves one out
    (("paragraphs 6 to 9 exept 8",), "OP6 OP7 OP9"),
    (("les paragraphes 6 à 9 suaf le 8",), "OP6 OP7 OP9"),
    (("пункты 6–9 корме 8",), "OP6 OP7 OP9"),
)


@pytest.mark.parametrize(("turns", "expected"), BY_NUMBER, ids=[" / ".join(row[0]) for row in BY_NUMBER])
def test_by_number(speaker: Speaker, turns: tuple[str, ...], expected: str) -> None:
    assert _ids(speaker, turns) == set(expected.split())


CONVERSATIONS: Rows = (
    (("第15段", "往回退三段"), "OP12"),
    (("paragraph 15", "go back two", "now forward one"), "OP14"),
    (("пункт 15", "вернись на два назад"), "OP13"),
    (("第15段", "前后各一段呢"), "OP14 OP16"),
    (("第12段", "往前三段", "不对，是往后三段，从12算"), "OP15"),
    (("para 12", "the one three before it"), "OP9"),
    (("“民间社会”出现在哪些段", "其中靠后的那一段，再往后一段"), "OP13"),
    (("“民间社会”出现在哪些段", "第一个的前面一段"), "OP5"),
    (("which paragraphs contain the word “民间社会”?", "the one after the last of those"), "OP13"),
    (("第6到9段", "去掉讲粮食不安全的那段"), "OP6 OP7 OP9"),
    (("第6到9段", "其中没提到“国际团结”的"), "OP6 OP7"),
    (("paras 6 to 9", "not the middle ones"), "OP6 OP9"),
)


@pytest.mark.parametrize(("turns", "expected"), CONVERSATIONS, ids=[" / ".join(row[0]) for row in CONVERSATIONS])
def test_conversations(speaker: Speaker, turns: tuple[str, ...], expected: str) -> None:
    assert _ids(speaker, turns) == set(expected.split())


IN_THE_TEXT = (
    # message, the first and the last operative paragraph looked at, the words, whether these stand there
    ("第1到10段里，没提到国际合作的是哪几段", 1, 10, "国际合作", False),
    ("第1到10段里提到“国际合作”的有哪些", 1, 10, "国际合作", True),
    ("paragraphs 13 to 20 that do not mention “人权”", 13, 20, "人权", False),
    ("les paragraphes 13 à 20 qui ne mentionnent pas l'expert indépendant", 13, 20, "独立专家", False),
    ("los párrafos del 13 al 20 que no mencionan al experto independiente", 13, 20, "独立专家", False),
    ("пункты с 13 по 20, в которых не упоминается независимый эксперт", 13, 20, "独立专家", False),
    ("正文哪些段落没有出现“国际团结”", 1, 20, "国际团结", False),
)


@pytest.mark.parametrize(("message", "first", "last", "words", "there"), IN_THE_TEXT, ids=[r[0] for r in IN_THE_TEXT])
def test_mentioned_or_not(
    speaker: Speaker, library: Library, message: str, first: int, last: int, words: str, there: bool
) -> None:
    run = library.resolutions[0].operative[first - 1 : last]
    assert _ids(speaker, (message,)) == {p.id for p in run if (words in p.text.replace(" ", "")) is there}


BEGINNING = (
    # message, the words, the part
    ("只要以“重申”开头的段，“又重申”不要", ("重申",), ""),
    ("正文里以“强调”起首的，排除“又强调”和“再次强调”", ("强调",), "OP"),
    ("又字开头的段落有哪些", ("又",), ""),
)


@pytest.mark.parametrize(("message", "words", "part"), BEGINNING, ids=[row[0] for row in BEGINNING])
def test_beginning_with_no_other_word(
    speaker: Speaker, library: Library, message: str, words: tuple[str, ...], part: str
) -> None:
    paragraphs = [p for p in library.resolutions[0].paragraphs if p.id.startswith(part)]
    assert _ids(speaker, (message,)) == {p.id for p in paragraphs if p.text.startswith(words)}


LESS: Rows = (
    (("请独立专家做什么？讲宣言草案的那段不算",), "OP14 OP15 OP18 OP19"),
    (("what is the Independent Expert asked to do, except in paragraph 14?",), "OP15 OP16 OP18 OP19"),
    (("paragraphs 7 to 10 except the one on extreme poverty",), "OP7 OP9 OP10"),
    (("提到“能力建设”的段落，除了讲自愿捐助的那段",), "OP9"),
    (("全文哪些地方提到“后代人”，一处都别漏",), "PP15 OP3"),
    # one filter and another that does not hold
    (("以“请”打头、但不是请独立专家做事的段落",), "OP13 OP17"),
    (("Which clauses starting with any form of “requests” are not addressed to the Independent Expert?",), "OP13 OP17"),
    (("以“重申”开头、没有提到国际团结的执行段",), "OP1 OP4"),
    (("强调开头的序言段里，不提2030年议程的",), "PP2 PP13"),
    (("提到“非政府组织”、但不提国别访问的段落",), "OP18"),
    (("paragraphs 13 to 19 that are not addressed to the Independent Expert",), "OP13 OP17"),
    # two that hold
    (("以“确认”开头、提到“气候变化”的段落",), "OP8"),
    (("which paragraphs start with recognizes and mention climate change?",), "OP8"),
    (("以“请”开头、对象是独立专家的段落",), "OP14 OP19"),
    (("第12段以后提到气候的有哪些",), "OP14 OP18"),
    (("which paragraphs after 12 mention climate?",), "OP14 OP18"),
    (("第7段以前提到“国际法”的段落",), "OP5"),
    # the one on a subject of some
    (("第5到9段里哪段讲能力建设",), "OP9"),
    (("后六段里点名秘书长的",), "OP17"),
    (("which of paragraphs 13 to 20 is about money for the expert?",), "OP17"),
    (("between OP2 and OP5, which one says that help must come without conditions?",), "OP4"),
    # first words in another language than the text's
    (("paragraphs that begin with “Also requests”",), "OP15"),
    (("les paragraphes du dispositif qui commencent par Prie",), "OP13 OP14 OP17 OP19"),
    (("пункты, которые начинаются с «Постановляет»",), "OP20"),
)


@pytest.mark.parametrize(("turns", "expected"), LESS, ids=[row[0][0] for row in LESS])
def test_less_some(speaker: Speaker, turns: tuple[str, ...], expected: str) -> None:
    assert _ids(speaker, turns) == set(expected.split())


@pytest.mark.parametrize(
    "message",
    [
        "and the other one?", "那另一个呢", "et l'autre ?", "а другой?", "靠后的那段",
        "paragraphs 8 to 11 except the one on volcanic astronauts", "以“确认”开头、讲极端贫困的是哪段",
        "正文里双数的段落", "odd-numbered paragraphs of the first ten", "paragraphs that begin with “Bewails”",
        "which paragraphs start with reaffirms and mention astronauts?",
    ],
)  # fmt: skip
def test_asked_back(speaker: Speaker, message: str) -> None:
    """What is of nothing that was shown, or would leave out nothing."""
    assert isinstance(speaker.answer([message]).answer, ClarifyAnswer)


def test_the_first_line_says_what_is_left_out(speaker: Speaker) -> None:
    first = speaker.answer(["第6到9段，没提到“国际团结”的"]).text.splitlines()[0]
    assert [word for word in ("第6–9段", "国际团结", "2段") if word not in first] == []
