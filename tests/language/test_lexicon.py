"""Tests of bot.language.lexicon: which cues a message has, and which content/cues.toml is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from bot.corpus.library import Library
from bot.errors import ContentError
from bot.language.cues import Cue
from bot.language.elsewhere import Elsewhere
from bot.language.holders import Holder
from bot.language.lexicon import Lexicon
from bot.language.normal import normal
from bot.language.shapes import Shape
from bot.language.tokens import TokenKind

CUES = (
    # message, cues it has, cues it does not have
    #
    # how a state votes
    ("谁投了赞成票", {Cue.WHO, Cue.YES, Cue.CAST}, {Cue.NO, Cue.ABSTAIN}),
    ("誰投了反對票", {Cue.WHO, Cue.NO, Cue.CAST}, {Cue.YES, Cue.ABSTAIN}),
    ("哪些国家弃权", {Cue.WHO, Cue.COUNTRIES, Cue.ABSTAIN}, {Cue.YES, Cue.NO}),
    ("中国怎么投的", {Cue.HOW, Cue.CAST}, {Cue.YES, Cue.NO}),
    ("英国没投票", {Cue.NOT_CAST}, {Cue.YES, Cue.NO, Cue.ABSTAIN}),
    ("中国的立场", {Cue.STANCE}, {Cue.WHO}),
    ("Who voted against?", {Cue.WHO, Cue.NO, Cue.CAST}, {Cue.YES, Cue.ABSTAIN}),
    ("who abstained", {Cue.WHO, Cue.ABSTAIN}, {Cue.YES, Cue.NO}),
    ("How many voted in favour?", {Cue.HOW_MANY, Cue.YES}, {Cue.NO}),
    ("who was absent", {Cue.NOT_CAST}, {Cue.ABSTAIN}),
    ("Qui a voté contre ?", {Cue.WHO, Cue.NO}, {Cue.ABSTAIN}),
    ("¿Quién se abstuvo?", {Cue.WHO, Cue.ABSTAIN}, {Cue.NO}),
    ("Кто голосовал против?", {Cue.WHO, Cue.NO, Cue.CAST}, {Cue.ABSTAIN}),
    ("Кто воздержался?", {Cue.WHO, Cue.ABSTAIN}, {Cue.NO}),
    # a word that negates what it stands before, and asks or joins elsewhere
    ("من ما عارض", {Cue.WHO, Cue.NEGATION, Cue.NO}, set()),
    ("ما الدول المعارضة", {Cue.COUNTRIES, Cue.NO}, {Cue.NEGATION}),
    ("مؤيد ولا معارض", {Cue.OR, Cue.YES, Cue.NO}, {Cue.NEGATION}),
    ("لا الأردن ولا تونس مع القرار", {Cue.OR, Cue.YES, Cue.NEGATION}, set()),
    ("لماذا السبب", {Cue.WHY}, set()),
    # borders of words
    ("russia", set(), {Cue.YES, Cue.NO}),
    ("eyes", set(), {Cue.YES}),
    ("задача", set(), {Cue.YES}),  # за is in favour
    # the result, sameness, exception
    ("表决结果", {Cue.RESULT}, {Cue.WHO}),
    ("Was it adopted by consensus?", {Cue.RESULT}, {Cue.WHO}),
    ("中国和美国一样吗", {Cue.SAME}, {Cue.WHO}),
    ("除了美国", {Cue.EXCEPT}, {Cue.SAME}),
    # the document as a whole
    ("文号是什么", {Cue.FACT_SYMBOL}, {Cue.FACT_TITLE}),
    ("标题", {Cue.FACT_TITLE}, {Cue.FACT_SYMBOL}),
    ("哪一天通过的", {Cue.FACT_ADOPTED}, {Cue.FACT_TITLE}),
    ("第几次会议", {Cue.FACT_MEETING}, {Cue.FACT_TITLE}),
    ("第几届", {Cue.FACT_SESSION}, {Cue.FACT_TITLE}),
    ("议程项目", {Cue.FACT_AGENDA}, {Cue.FACT_TITLE}),
    ("脚注", {Cue.FACT_FOOTNOTE}, {Cue.FACT_TITLE}),
    ("agenda item", {Cue.FACT_AGENDA}, {Cue.FACT_TITLE}),
    # what is not in the document
    ("为什么反对", {Cue.WHY, Cue.NO}, {Cue.YES}),
    ("why", {Cue.WHY}, {Cue.NO}),
    ("预算是多少", {Cue.MONEY}, {Cue.WHY}),
    # what hides a cue
    ("新闻稿", set(), {Cue.WHY, Cue.FACT_TITLE}),
    ("立场为何", set(), {Cue.WHY}),
    # what resolutions are on
    ("气候变化", set(), {Cue.CHANGED}),
    ("violence against women", set(), {Cue.NO}),
    ("votes against violence against women", {Cue.NO}, set()),
    ("преступления против человечности", set(), {Cue.NO}),
    ("la lutte contre la torture", set(), {Cue.NO}),
    # talk
    ("你好", {Cue.GREETING}, {Cue.THANKS}),
    ("Thanks!", {Cue.THANKS}, {Cue.GREETING}),
    ("怎么用", {Cue.HELP}, {Cue.THANKS}),
    # nothing
    ("国际团结", set(), {Cue.YES, Cue.NO, Cue.ABSTAIN, Cue.WHO, Cue.CAST}),
)


@pytest.mark.parametrize(("message", "has", "lacks"), CUES, ids=[row[0] for row in CUES])
def test_cues(library: Library, message: str, has: set[Cue], lacks: set[Cue]) -> None:
    """What a message has signs of."""
    found = library.lexicon.cues(normal(message))
    assert has - set(found) == set()
    assert lacks & set(found) == set()


def test_no_message_no_cues(library: Library) -> None:
    """There is nothing in nothing."""
    assert library.lexicon.cues("") == {}


SPANS = (
    # message in normal form, cue, where it stands in it
    ("谁弃权,谁反对", Cue.ABSTAIN, ["弃权"]),
    ("谁弃权,谁反对", Cue.WHO, ["谁", "谁"]),
    ("请问谁反对了", Cue.NO, ["反对"]),
    ("so who voted against it", Cue.NO, ["against"]),
)


@pytest.mark.parametrize(("message", "cue", "expected"), SPANS)
def test_spans(library: Library, message: str, cue: Cue, expected: list[str]) -> None:
    """Where the signs stand."""
    assert [message[a:b] for a, b in library.lexicon.cues(message)[cue]] == expected


ASKS = (
    ("谁来修水管", True),
    ("村里的老人该不该免费坐车", True),
    ("must the ministry answer", True),
    ("the tap is broken, who mends it", True),
    ("faut-il payer pour l'eau", True),
    ("¿deben pagar los alumnos?", True),
    ("можно ли ловить рыбу ночью", True),
    ("هل يدفع التلميذ ثمن الماء", True),
    ("修水管的人", False),
    ("those who mend taps", False),
    ("les élèves qui paient l'eau", False),
    ("barcos que arrasan el fondo", False),
    ("рыба, пойманная ночью", False),
    ("مياه الشرب في المدارس", False),
)


@pytest.mark.parametrize(("message", "asks"), ASKS)
def test_asks(library: Library, message: str, asks: bool) -> None:
    """Whether a message asks something, or only names it."""
    assert library.lexicon.asks(normal(message)) is asks


# --- a lexicon of one's own --------------------------------------------------------------------------

PIECES = [kind for kind in TokenKind if kind not in (TokenKind.NUMBER, TokenKind.OTHER)] + [*Elsewhere, *Holder]


def _toml(words: dict[str, str], names: Iterable[str], without: str = "") -> str:
    """A file with all these tables and only these words, less the table of that name."""
    return "".join(f"[{name}]\n{words.get(name, '')}\n" for name in names if name != without)


def _lexicon(folder: Path, words: dict[str, str], without: tuple[str, str] = ("", "")) -> Lexicon:
    """A lexicon of a cues.toml and a references.toml with only these words; without: a file and a table that it
    lacks."""
    for file, names in (("cues.toml", (*Cue, *Shape)), ("references.toml", PIECES)):
        (folder / file).write_text(_toml(words, names, without[1] if file == without[0] else ""), "utf-8")
    return Lexicon(folder / "cues.toml")


def test_small_lexicon(tmp_path: Path) -> None:
    """Words of any script, a word that goes on, a gap, and what hides."""
    words = {
        "yes": 'zh = ["贊成"]',
        "abstain": 'en = ["Abstain*"]',
        "help": 'zh = ["能…帮我"]',
        "why": 'zh = ["为何"]',
        "hides": 'zh = ["标题为何"]',
        "filler": 'zh = ["請"]',
    }
    lexicon = _lexicon(tmp_path, words)
    assert lexicon.cues("我赞成 ") == {Cue.YES: [(1, 3)]}
    assert lexicon.cues("he abstained") == {Cue.ABSTAIN: [(3, 12)]}
    assert lexicon.cues("你能不能帮我") == {Cue.HELP: [(1, 6)]}
    assert lexicon.cues("立场为何?") == {Cue.WHY: [(2, 4)]}
    assert Cue.WHY not in lexicon.cues("标题为何?")
    assert lexicon.cues("别的") == {}


SHAPES = (
    # text in normal form, what tells of its form, and what is told
    ("鉴于事关重大,谁反对", Shape.BACKGROUND, ["鉴于"]),
    ("他们反对,鉴于", Shape.BACKGROUND, ["鉴于"]),  # a clause begins there, too
    ("这鉴于", Shape.BACKGROUND, []),
    ("2031年以来通过的", Shape.SINCE, ["以来"]),
    ("the resolution on floods", Shape.BEFORE_TITLE, ["resolution on"]),
    ("谁反对,另外谁弃权", Shape.NEXT_QUESTION, ["另外"]),
)


@pytest.mark.parametrize(("text", "shape", "told"), SHAPES)
def test_shapes(library: Library, text: str, shape: Shape, told: list[str]) -> None:
    """Words that tell how a message is built; none of them is a cue."""
    assert [text[a:b] for a, b in library.lexicon.shapes(text).get(shape, [])] == told


FILES = [("cues.toml", name) for name in (*Cue, *Shape)] + [("references.toml", name) for name in PIECES]


@pytest.mark.parametrize(("file", "name"), FILES)
def test_missing_table(tmp_path: Path, file: str, name: str) -> None:
    """Each table is needed, and the error names the one that is not there."""
    _lexicon(tmp_path, {})
    with pytest.raises(ContentError, match="expected") as caught:
        _lexicon(tmp_path, {}, without=(file, name))
    assert f"[{name}]" in caught.value.message
    assert Path(caught.value.path) == tmp_path / file


REFUSED: tuple[tuple[str, str, Callable[[str], str], tuple[str, ...]], ...] = (
    # what is wrong, in which file, the change that makes it so, words the error must have
    ("unknown cue", "cues", lambda s: s + "[weather]\n", ("weather",)),
    (
        "string in place of a list",
        "cues",
        lambda s: s.replace("[yes]\n", '[yes]\nzh = "赞成"\n'),
        ("yes", "赞成", "list"),
    ),
    ("number in a list", "cues", lambda s: s.replace("[yes]\n", "[yes]\nzh = [1]\n"), ("yes", "list")),
    ("empty word", "cues", lambda s: s.replace("[yes]\n", '[yes]\nzh = [" "]\n'), ("yes", "non-empty")),
    ("unknown piece of a reference", "references", lambda s: s + "[verse]\n", ("verse",)),
    ("string for a piece", "references", lambda s: s.replace("[unit]\n", '[unit]\nzh = "段"\n'), ("unit", "段")),
    (
        "numbers of no language",
        "references",
        lambda s: s + '[number.de]\nordinal = ["1: erster"]\n',
        ("number.de", "fr"),
    ),
    (
        "number without its value",
        "references",
        lambda s: s + '[number.fr]\nordinal = ["premier"]\n',
        ("premier", "12: word"),
    ),
    ("number without a word", "references", lambda s: s + '[number.fr]\ncardinal = ["2: "]\n', ("2:", "12: word")),
    ("numbers that are a word", "references", lambda s: 'number = "deux"\n' + s, ("number", "deux")),
)


@pytest.mark.parametrize(("file", "change", "words"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_refused(tmp_path: Path, file: str, change: Callable[[str], str], words: tuple[str, ...]) -> None:
    """A file that is not sound is refused with what was found and what was expected."""
    _lexicon(tmp_path, {})
    path = tmp_path / f"{file}.toml"
    source = path.read_text("utf-8")
    assert change(source) != source
    path.write_text(change(source), "utf-8")
    with pytest.raises(ContentError, match="expected") as caught:
        Lexicon(tmp_path / "cues.toml")
    assert Path(caught.value.path) == path
    assert [word for word in words if word not in caught.value.message] == []
