"""The grammar of references in six languages: from either end, first and last of several, what is left out, chapters
and pieces."""

from __future__ import annotations

import pytest

from bot.corpus.library import Library
from bot.language.holders import ranks, read_references
from bot.language.normal import read
from bot.language.selection import References, Selection, selection_of
from bot.resolution import Part

PP, OP = Part.PREAMBLE, Part.OPERATIVE


def _read(library: Library, message: str) -> References:
    return read_references(read(message).norm, library.lexicon.references, library.lexicon.holders, ())


def _one(first: int, last: int | None = None, part: Part | None = None) -> Selection:
    return Selection(first, first if last is None else last, part)


WORDINGS: tuple[tuple[str, tuple[Selection, ...]], ...] = (
    # from the end, in Chinese
    ("倒数第四段", (_one(-4),)),
    ("倒着数第三段", (_one(-3),)),
    ("从末尾数第二段", (_one(-2),)),
    ("从下往上第三段", (_one(-3),)),
    ("序言从后往前第二段", (_one(-2, part=PP),)),
    # in English
    ("third from last paragraph", (_one(-3),)),
    ("third-from-last paragraph", (_one(-3),)),
    ("second-to-last paragraph", (_one(-2),)),
    ("the next-to-last paragraph", (_one(-2),)),
    ("last-but-one paragraph", (_one(-2),)),
    ("the third paragraph from last", (_one(-3),)),
    ("fourth from the end", (_one(-4),)),
    ("the second preambular paragraph from the bottom", (_one(-2, part=PP),)),
    ("paragraph 4 from the bottom", (_one(-4),)),
    ("para. 2 of the preamble from the end", (_one(-2, part=PP),)),
    ("the antepenultimate paragraph", (_one(-3),)),
    ("antepenultimate preambular paragraph", (_one(-3, part=PP),)),
    ("the last but two", (_one(-3),)),
    ("last but three paragraph", (_one(-4),)),
    ("third to last paragraph", (_one(-3),)),
    ("the last but one preambular paragraph", (_one(-2, part=PP),)),
    # in French
    ("l'avant-dernier alinéa du préambule", (_one(-2, part=PP),)),
    ("le paragraphe avant-dernier", (_one(-2),)),
    ("l'antépénultième paragraphe", (_one(-3),)),
    ("le troisième paragraphe à partir de la fin", (_one(-3),)),
    ("5e alinéa du préambule", (_one(5, part=PP),)),
    ("le septième alinéa du préambule", (_one(7, part=PP),)),
    ("les deux premiers paragraphes du dispositif", (_one(1, 2, OP),)),
    ("les trois derniers alinéas", (_one(-3, -1),)),
    ("paragraphe douze", (_one(12),)),
    ("le premier et le dernier paragraphe", (_one(1), _one(-1))),
    # in Spanish
    ("párrafo operativo 6", (_one(6, part=OP),)),
    ("párrs. 3 y 4 de la parte dispositiva", (_one(3, part=OP), _one(4, part=OP))),
    ("los cuatro primeros párrafos", (_one(1, 4),)),
    ("los dos últimos párrafos del preámbulo", (_one(-2, -1, PP),)),
    ("el penúltimo párrafo", (_one(-2),)),
    ("antepenúltimo párrafo del preámbulo", (_one(-3, part=PP),)),
    ("el segundo párrafo empezando por el final", (_one(-2),)),
    ("quinto párrafo del preámbulo", (_one(5, part=PP),)),
    ("párrafo once", (_one(11),)),
    # in Russian
    ("предпоследний пункт", (_one(-2),)),
    ("второй абзац с конца", (_one(-2),)),
    ("четвёртый с конца пункт", (_one(-4),)),
    ("первый и последний абзацы", (_one(1), _one(-1))),
    ("седьмой абзац преамбулы", (_one(7, part=PP),)),
    ("первые три пункта", (_one(1, 3),)),
    ("три последних пункта", (_one(-3, -1),)),
    ("пункты с третьего по пятый", (_one(3, 5),)),
    ("пункт 5 постановляющей части", (_one(5, part=OP),)),
    # in Arabic
    ("الفقرة الخامسة من الديباجة", (_one(5, part=PP),)),
    ("الفقرة ٧ من المنطوق", (_one(7, part=OP),)),
    ("الفقرة الأخيرة", (_one(-1),)),
    ("الفقرة ما قبل الأخيرة", (_one(-2),)),
    ("الفقرة قبل الأخيرة من الديباجة", (_one(-2, part=PP),)),
    ("الفقرات الثلاث الأولى", (_one(1, 3),)),
    ("الفقرة الثانية عشرة", (_one(12),)),
    ("الفقرتان 3 و 4", (_one(3), _one(4))),
    # lists and digits
    ("8/9/10段", (_one(8), _one(9), _one(10))),
    ("第8/9段", (_one(8), _one(9))),
    ("paras 8/9/10", (_one(8), _one(9), _one(10))),
    ("第٤段", (_one(4),)),
    ("para ٤", (_one(4),)),
    ("第۴段", (_one(4),)),
    ("the first and last paragraphs", (_one(1), _one(-1))),
    ("第二段和倒数第二段", (_one(2), _one(-2))),
    # large ones: whether they are there is for the answer to say
    ("para twelve hundred", (_one(1200),)),
    ("paragraph one thousand and five", (_one(1005),)),
    ("第一千二百段", (_one(1200),)),
    # the middle of a run
    ("序言中间那段", (Selection(1, -1, PP, middle=True),)),
    ("第3到7段的中间那段", (Selection(3, 7, middle=True),)),
    ("the last paragraph but one", (_one(-2),)),
    ("last para but two", (_one(-3),)),
)


@pytest.mark.parametrize(("message", "expected"), WORDINGS, ids=[row[0] for row in WORDINGS])
def test_wordings(library: Library, message: str, expected: tuple[Selection, ...]) -> None:
    """The paragraphs that a message names, however it counts them."""
    found = _read(library, message)
    assert (found.selections, found.excluded, found.step) == (expected, (), 0)


LEFT_OUT: tuple[tuple[str, tuple[Selection, ...], tuple[Selection, ...]], ...] = (
    ("序言头三段，中间那段跳过", (_one(1, 3, PP),), (Selection(1, 3, PP, middle=True),)),
    ("paragraphs 6 to 10, leave out the middle one", (_one(6, 10),), (Selection(6, 10, middle=True),)),
    ("all but the fifth", (_one(1, -1),), (_one(5),)),
    ("all preambular paragraphs except 4", (_one(1, -1, PP),), (_one(4, part=PP),)),
    ("除了第二段，其余各段", (_one(1, -1),), (_one(2),)),
    ("tous les paragraphes sauf le 3", (_one(1, -1),), (_one(3),)),
    ("todos los párrafos menos el 3", (_one(1, -1),), (_one(3),)),
    ("все пункты кроме 3", (_one(1, -1),), (_one(3),)),
)


@pytest.mark.parametrize(("message", "wanted", "excluded"), LEFT_OUT, ids=[row[0] for row in LEFT_OUT])
def test_left_out(
    library: Library, message: str, wanted: tuple[Selection, ...], excluded: tuple[Selection, ...]
) -> None:
    """What is named, less what is not wanted of it."""
    found = _read(library, message)
    assert found.selections == wanted
    assert [(s.first, s.last, s.middle) for s in found.excluded] == [(s.first, s.last, s.middle) for s in excluded]


STEPS = (
    # message, step, whether it leads to one paragraph
    ("再来一段", 1, False),
    ("再来两段", 2, False),
    ("another paragraph", 1, False),
    ("one more paragraph please", 1, False),
    ("celui d'avant", -1, False),
    ("celui d'après", 1, False),
    ("el anterior", -1, False),
    ("el siguiente párrafo", 1, False),
    ("предыдущий", -1, False),
    ("الفقرة التالية", 1, False),
    ("three paragraphs above the one you showed", -3, True),
    ("two paragraphs below", 2, True),
    ("再来", 1, False),
    ("再来一个", 1, False),
    ("one more", 1, False),
    ("another one", 1, False),
    ("encore un", 1, False),
    ("otro más", 1, False),
    ("ещё один", 1, False),
    ("واحدة أخرى", 1, False),
    # no steps
    ("tell me one more", 0, False),
    ("another paragraph on climate", 0, False),
)


@pytest.mark.parametrize(("message", "step", "leap"), STEPS, ids=[row[0] for row in STEPS])
def test_steps(library: Library, message: str, step: int, leap: bool) -> None:
    """A step from the paragraph shown last."""
    found = _read(library, message)
    assert [(s.count, s.leap) for s in found.steps] == ([(step, leap)] if step else [])


BESIDE = (("第12段后面那段", 12, 1), ("the paragraph before paragraph 12", 12, -1), ("第3段上面一段", 3, -1))


@pytest.mark.parametrize(("message", "number", "step"), BESIDE)
def test_beside_a_number(library: Library, message: str, number: int, step: int) -> None:
    """A step may start from a paragraph that the message names itself."""
    found = _read(library, message)
    assert (found.selections, found.step) == ((_one(number),), step)


@pytest.mark.parametrize("message", ["中间那段", "the middle one", "celui du milieu", "el del medio", "средний"])
def test_middle_of_those_shown(library: Library, message: str) -> None:
    """With no run beside it, the middle one is that of those shown last."""
    found = _read(library, message)
    assert found.middle
    assert found.selections == ()


HOLDERS: tuple[tuple[str, Selection], ...] = (
    # sub-paragraphs
    ("第5段(b)项", Selection(5, 5, piece="(b)")),
    ("第5段的(b)", Selection(5, 5, piece="(b)")),
    ("第5段（二）", Selection(5, 5, piece="(二)")),
    ("第5段第二项", Selection(5, 5, piece="(2)")),
    ("OP5(b)(ii)", Selection(5, 5, OP, piece="(b)(ii)")),
    ("subparagraph c of paragraph 7", Selection(7, 7, piece="(c)")),
    ("inciso b) del párrafo 5", Selection(5, 5, piece="(b)")),
    ("párrafo 5 b)", Selection(5, 5, piece="(b)")),
    ("paragraphe 5 b) ii)", Selection(5, 5, piece="(b)(ii)")),
    ("пункт 5 b)", Selection(5, 5, piece="(b)")),
    ("пункт 5 б)", Selection(5, 5, piece="(б)")),
    ("п. 5b)", Selection(5, 5, piece="(b)")),
    ("第5段b)", Selection(5, 5, piece="(b)")),
    ("OP 5 b)", Selection(5, 5, OP, piece="(b)")),
    ("OP 5b", Selection(5, 5, OP, piece="(b)")),
    ("7 c", Selection(7, 7, piece="(c)")),
    ("7.c?", Selection(7, 7, piece="(c)")),
    ("para 2e", Selection(2, 2)),
    ("the 7 (c) please", Selection(7, 7, piece="(c)")),
    ("read out 7 c)", Selection(7, 7, piece="(c)")),
    ("cite le 7 c)", Selection(7, 7, piece="(c)")),
    ("le point 7 c", Selection(7, 7, piece="(c)")),
    ("le petit c du paragraphe 7", Selection(7, 7, piece="(c)")),
    ("dime el 7 c)", Selection(7, 7, piece="(c)")),
    ("процитируй 7 c)", Selection(7, 7, piece="(c)")),
    ("пп. в п. 7", Selection(7, 7, piece="(в)")),
    ("念7(c)", Selection(7, 7, piece="(c)")),
    ("第7段第(c)分段", Selection(7, 7, piece="(c)")),
    ("第7段的c项", Selection(7, 7, piece="(c)")),
    ("第七段c小项", Selection(7, 7, piece="(c)")),
    ("هات 7 (ج)", Selection(7, 7, piece="(ج)")),
    ("الفقرة 7، البند ج", Selection(7, 7, piece="(ج)")),
    ("البند (ج) من الفقرة 7", Selection(7, 7, piece="(ج)")),
    ("الفقرة 5 ب)", Selection(5, 5, piece="(ب)")),
    ("подпункт б) пункта 5", Selection(5, 5, piece="(б)")),
    ("الفقرة الفرعية (ب) من الفقرة 5", Selection(5, 5, piece="(ب)")),
    # chapters and parts that number their paragraphs anew
    ("OP A.1", Selection(1, 1, OP, section="a")),
    ("part B, paragraph 3", Selection(3, 3, section="b")),
    ("第一部分第2段", Selection(2, 2, section="1")),
    ("第三章第4段", Selection(4, 4, section="3")),
    ("section ii, para 4", Selection(4, 4, section="ii")),
    # annexes
    ("附件一第3段", Selection(3, 3, Part.ANNEX, 1)),
    ("annex II, paragraph 4", Selection(4, 4, Part.ANNEX, 2)),
    # and what is none
    ("section 4", Selection(4, 4)),
    ("序言部分第3段", Selection(3, 3, PP)),
)


@pytest.mark.parametrize(("message", "expected"), HOLDERS, ids=[row[0] for row in HOLDERS])
def test_holders(library: Library, message: str, expected: Selection) -> None:
    """The annex or chapter that a paragraph stands in, and the piece of it that is meant."""
    assert _read(library, message).selections == (expected,)


SEVERAL_PIECES: tuple[tuple[str, tuple[tuple[int, str], ...]], ...] = (
    # each behind the number of its own paragraph
    ("第3段(b)和第8段", ((3, "(b)"), (8, ""))),
    ("第8段和第3段(b)", ((8, ""), (3, "(b)"))),
    ("第2段第一项和第7段第三项", ((2, "(1)"), (7, "(3)"))),
    ("paragraphs 2 (c) and 7 (a)", ((2, "(c)"), (7, "(a)"))),
    ("OP2(a), OP7(b)(ii)", ((2, "(a)"), (7, "(b)(ii)"))),
    ("les paragraphes 2 b) et 7 c)", ((2, "(b)"), (7, "(c)"))),
    ("пункты 2 а) и 7 б)", ((2, "(а)"), (7, "(б)"))),
    # several of one paragraph
    ("第5段(b)和(d)", ((5, "(b)"), (5, "(d)"))),
    ("5 (b), (c) and (d)", ((5, "(b)"), (5, "(c)"), (5, "(d)"))),
    ("párrafo 5 b) y d)", ((5, "(b)"), (5, "(d)"))),
    ("5(b) and 5(d)", ((5, "(b)"), (5, "(d)"))),
    ("subparagraphs (b) and (d) of paragraph 5", ((5, "(b)"), (5, "(d)"))),
    ("les alinéas b) et d) du paragraphe 5", ((5, "(b)"), (5, "(d)"))),
    ("подпункты b) и d) пункта 5", ((5, "(b)"), (5, "(d)"))),
    ("البندان (أ) و(ب) من الفقرة 5", ((5, "(ا)"), (5, "(ب)"))),
    # from one to another
    ("第5段(b)至(d)", ((5, "(b)"), (5, "(c)"), (5, "(d)"))),
    ("第5段（一）到（三）", ((5, "(一)"), (5, "(二)"), (5, "(三)"))),
    ("5 (1) to (3)", ((5, "(1)"), (5, "(2)"), (5, "(3)"))),
    # of the one that it stands in, or beside that
    ("第5段(d)(一)至(二)", ((5, "(d)(一)"), (5, "(d)(二)"))),
    ("5(d)(i) and (ii)", ((5, "(d)(i)"), (5, "(d)(ii)"))),
    ("5(d)(i) and (b)", ((5, "(d)(i)"), (5, "(b)"))),
    # no two
    ("paragraphs 3 and 5", ((3, ""), (5, ""))),
)


@pytest.mark.parametrize(("message", "expected"), SEVERAL_PIECES, ids=[row[0] for row in SEVERAL_PIECES])
def test_several_pieces(library: Library, message: str, expected: tuple[tuple[int, str], ...]) -> None:
    """None of the sub-paragraphs that a message names is left out, and none is given as its whole paragraph."""
    assert tuple((s.first, s.piece) for s in _read(library, message).selections) == expected


NO_REFERENCE = (
    "once again", "once more please", "so many things", "what happened in part two of the film", "tous les pays",
    "все страны",
    "todos los países", "the middle east", "今天5/6上班", "中间派",
)  # fmt: skip


@pytest.mark.parametrize("message", NO_REFERENCE)
def test_no_reference(library: Library, message: str) -> None:
    """Words of references in messages that name no paragraph."""
    found = _read(library, message)
    assert (found.selections, found.step, found.middle) == ((), 0, False)


RANKS = (
    ("b", {2}),
    ("2", {2}),
    ("ii", {2}),
    ("i", {1, 9}),
    ("v", {5, 22}),
    ("乙", {2}),
    ("ب", {2}),
    ("б", {2}),
    ("?", set()),
)


@pytest.mark.parametrize(("label", "expected"), RANKS)
def test_ranks(label: str, expected: set[int]) -> None:
    """The places that a label can mark."""
    assert ranks(label) == expected


@pytest.mark.parametrize("identifier", ["OPA.1", "OP12", "PP3", "ANNEX1.3", "OP5(a)(ii)", "OPII.4(b)"])
def test_identifiers(identifier: str) -> None:
    """An id says all that a selection needs, and can be made of it again."""
    s = selection_of(identifier)
    holder = f"{s.section or s.annex}." if s.section or s.annex else ""
    assert f"{s.part}{holder}{s.first}{s.piece}" == identifier


@pytest.mark.parametrize(
    "message",
    [
        "晚上或周末上门可以吗",
        "週末上門可以嗎",
        "para tres diarios",
        "para cuarenta y dos países",
        "para cien escuelas",
    ],
)
def test_words_that_only_look_like_numbers_of_paragraphs(library: Library, message: str) -> None:
    assert read_references(read(message).norm, library.lexicon.references, library.lexicon.holders, ()).selections == ()
