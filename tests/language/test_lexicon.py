"""Tests of bot.language.lexicon: which cues a message has, and which content/cues.toml is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.corpus.library import Library
from bot.errors import ContentError
from bot.language.lexicon import Cue, Lexicon
from bot.language.normal import normal
from bot.language.references import TokenKind

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


# --- a lexicon of one's own --------------------------------------------------------------------------

NEEDED = [kind for kind in TokenKind if kind not in (TokenKind.NUMBER, TokenKind.OTHER)]


def _toml(cues: dict[str, str], without: str = "") -> str:
    """A whole cues.toml with only these words, less the table of that name."""
    tables = {f"{cue}": cues.get(cue, "") for cue in Cue} | {f"reference.{kind}": cues.get(f"reference.{kind}", "") for kind in NEEDED}
    return "".join(f"[{name}]\n{words}\n" for name, words in tables.items() if name != without)


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
    path = tmp_path / "cues.toml"
    path.write_text(_toml(words), "utf-8")
    lexicon = Lexicon(path)
    assert lexicon.cues("我赞成 ") == {Cue.YES: [(1, 3)]}
    assert lexicon.cues("he abstained") == {Cue.ABSTAIN: [(3, 12)]}
    assert lexicon.cues("你能不能帮我") == {Cue.HELP: [(1, 6)]}
    assert lexicon.cues("立场为何?") == {Cue.WHY: [(2, 4)]}
    assert Cue.WHY not in lexicon.cues("标题为何?")
    assert lexicon.cues("别的") == {}


@pytest.mark.parametrize("name", [*Cue, *(f"reference.{kind}" for kind in NEEDED)])
def test_missing_table(tmp_path: Path, name: str) -> None:
    """Each table is needed, and the error names the one that is not there."""
    path = tmp_path / "cues.toml"
    path.write_text(_toml({}), "utf-8")
    Lexicon(path)
    path.write_text(_toml({}, without=name), "utf-8")
    with pytest.raises(ContentError, match="expected") as caught:
        Lexicon(path)
    assert f"[{name}]" in caught.value.message
    assert Path(caught.value.path) == path


REFUSED: tuple[tuple[str, Callable[[str], str], tuple[str, ...]], ...] = (
    # what is wrong, the change that makes it so, words the error must have
    ("unknown cue", lambda s: s + "[weather]\n", ("weather",)),
    ("unknown piece of a reference", lambda s: s + "[reference.chapter]\n", ("reference.chapter",)),
    ("string in place of a list", lambda s: s.replace("[yes]\n", '[yes]\nzh = "赞成"\n'), ("yes", "赞成", "list")),
    ("number in a list", lambda s: s.replace("[yes]\n", "[yes]\nzh = [1]\n"), ("yes", "list")),
    ("empty word", lambda s: s.replace("[yes]\n", '[yes]\nzh = [" "]\n'), ("yes", "non-empty")),
    ("string in place of a list, in a reference", lambda s: s.replace("[reference.unit]\n", '[reference.unit]\nzh = "段"\n'), ("reference.unit", "段")),
)


@pytest.mark.parametrize(("change", "words"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_refused(tmp_path: Path, change: Callable[[str], str], words: tuple[str, ...]) -> None:
    """A file that is not sound is refused with what was found and what was expected."""
    path = tmp_path / "cues.toml"
    source = _toml({})
    assert change(source) != source
    path.write_text(change(source), "utf-8")
    with pytest.raises(ContentError, match="expected") as caught:
        Lexicon(path)
    assert Path(caught.value.path) == path
    assert [word for word in words if word not in caught.value.message] == []
