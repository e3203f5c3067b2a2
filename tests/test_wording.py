"""Tests of bot.wording: the files in content/wording/, and in which language a message is answered."""

from __future__ import annotations

import shutil
import string
import tomllib
from datetime import date
from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.wording.languages import LANGUAGES, language_of
from bot.wording.pieces import Piece, Style, plain
from bot.wording.sentences import Wording, load

FOLDER = Path(__file__).parent.parent / "content" / "wording"


def sentences(path: Path) -> dict[str, str | list[str]]:
    """Everything in a wording file, by ``table.key``."""
    return {f"{table}.{key}": said for table, rest in tomllib.loads(path.read_text(encoding="utf-8")).items() for key, said in rest.items()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of content/wording/, to be changed at will."""
    return shutil.copytree(FOLDER, tmp_path / "wording")


@pytest.fixture(scope="module")
def wordings() -> dict[str, Wording]:
    return load(FOLDER)


def test_every_file_is_a_language(wordings: dict[str, Wording]) -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(wordings) == set(LANGUAGES) == {"zh-Hans", "zh-Hant", "en"}


@pytest.mark.parametrize("language", ["zh-Hant", "en"])
def test_all_languages_have_the_same_keys(language: str) -> None:
    assert set(sentences(FOLDER / f"{language}.toml")) == set(sentences(FOLDER / "zh-Hans.toml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_empty(language: str) -> None:
    for key, said in sentences(FOLDER / f"{language}.toml").items():
        assert said, key
        assert all(text.strip() for text in ([said] if isinstance(said, str) else said)), key


def fields(said: str | list[str]) -> set[str]:
    return {field for text in ([said] if isinstance(said, str) else said) for _, field, _, _ in string.Formatter().parse(text) if field is not None}


def test_the_two_chinese_scripts_are_filled_in_with_the_same() -> None:
    simplified, traditional = sentences(FOLDER / "zh-Hans.toml"), sentences(FOLDER / "zh-Hant.toml")
    assert {key: fields(said) for key, said in simplified.items()} == {key: fields(said) for key, said in traditional.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_the_vote_has_every_figure(language: str, wordings: dict[str, Wording]) -> None:
    said = wordings[language]("tally.result", yes=101, no=102, abstain=103, total=306, margin=-1)
    assert all(figure in said for figure in ("101", "102", "103", "306"))


@pytest.mark.parametrize(("language", "written"), [("zh-Hans", "2024年7月10日"), ("zh-Hant", "2024年7月10日"), ("en", "10 July 2024")])
def test_date(language: str, written: str, wordings: dict[str, Wording]) -> None:
    assert wordings[language].date(date(2024, 7, 10)) == written


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["votes.same", "none.reason", "telegram.apology", "format.date"])
def test_a_missing_sentence_is_refused(folder: Path, language: str, key: str) -> None:
    path = folder / f"{language}.toml"
    table, name = key.split(".")
    text = path.read_text(encoding="utf-8")
    head, mark, rest = text.partition(f"[{table}]\n")
    lines = rest.splitlines(keepends=True)
    gone = next(line for line in lines if line.startswith(f"{name} = "))
    lines.remove(gone)
    path.write_text(head + mark + "".join(lines), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(folder)
    assert str(caught.value).startswith(f"{path}: ")
    assert key in str(caught.value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_key_that_only_one_language_has_is_missing_in_the_others(folder: Path, language: str) -> None:
    path = folder / f"{language}.toml"
    path.write_text(path.read_text(encoding="utf-8") + '\n[novelty]\nword = "x"\n', encoding="utf-8")
    with pytest.raises(ContentError, match=r"novelty\.word") as caught:
        load(folder)
    assert caught.value.path != str(path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_field_is_refused(folder: Path, language: str) -> None:
    path = folder / f"{language}.toml"
    text = path.read_text(encoding="utf-8")
    assert "{state}" in text
    path.write_text(text.replace("{state}", "{staat}", 1), encoding="utf-8")
    with pytest.raises(ContentError, match=r"votes\.cast.*\{staat\}") as caught:
        load(folder)
    assert caught.value.path == str(path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_file_is_refused(folder: Path, language: str) -> None:
    (folder / f"{language}.toml").unlink()
    with pytest.raises(ContentError, match=rf"{language}\.toml"):
        load(folder)


def test_a_file_that_is_no_toml_is_refused_with_its_line(folder: Path) -> None:
    path = folder / "en.toml"
    path.write_text("[vote]\nyes = in favour\n", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(folder)
    assert str(caught.value).startswith(f"{path}:2: ")


def test_plain_text_sets_blocks_apart() -> None:
    assert plain(((Piece("a", Style.BOLD), Piece("b")), (Piece("c", Style.QUOTE),))) == "ab\n\nc"


@pytest.mark.parametrize(
    ("message", "otherwise", "language"),
    [
        ("中国怎么投的", "en", "zh-Hans"),
        ("谁弃权了", "zh-Hant", "zh-Hans"),
        ("中国 vote 了什么", "en", "zh-Hans"),
        ("中國怎麼投的", "zh-Hans", "zh-Hant"),
        ("誰棄權了", "en", "zh-Hant"),
        ("How did China vote?", "zh-Hans", "en"),
        ("WHO ABSTAINED", "zh-Hant", "en"),
        ("Comment la France a-t-elle voté ?", "zh-Hans", "en"),
        ("¿Cómo votó España?", "zh-Hant", "en"),
        ("Как голосовала Франция?", "zh-Hans", "en"),
        ("كيف صوتت الصين", "zh-Hans", "en"),
        # Written alike in both scripts: Traditional where the conversation is.
        ("日本呢", "zh-Hant", "zh-Hant"),
        ("日本呢", "zh-Hans", "zh-Hans"),
        ("日本呢", "en", "zh-Hans"),
        ("第12段", "zh-Hant", "zh-Hant"),
        ("法国呢", "zh-Hant", "zh-Hans"),
        *((message, otherwise, otherwise) for message in ("12", "🇯🇵", "PP3", "", "  ", "?!", "3-5", "\x00") for otherwise in ("zh-Hans", "zh-Hant", "en")),
    ],
)
def test_language_of(message: str, otherwise: str, language: str) -> None:
    assert language_of(message, otherwise) == language


# what is wrong, the sentence, what stands in its place, what the error has to say
REFUSED = (
    ("brace left open", 'cast = "', 'cast = "{', "votes.cast", ("votes.cast", "expected")),
    ("brace closed only", 'cast = "', 'cast = "}', "votes.cast", ("votes.cast", "expected")),
    ("number", "none = ", "none = 5 # ", "roll.none", ("roll.none", "5", "a sentence")),
    ("list of sentences", "none = ", 'none = ["a", "b"] # ', "roll.none", ("roll.none", "a sentence")),
    ("nothing", "none = ", 'none = "" # ', "roll.none", ("roll.none", "a sentence")),
    ("one message for a list", "votes = ", 'votes = "x" # ', "examples.votes", ("examples.votes", "a list of messages")),
    ("no messages", "votes = ", "votes = [] # ", "examples.votes", ("examples.votes", "a list of messages")),
    ("number among messages", "votes = ", "votes = [5] # ", "examples.votes", ("examples.votes", "a list of messages")),
    ("field of another sentence", 'cast = "', 'cast = "{typed}', "votes.cast", ("{typed}", "state", "vote")),
    ("field where nothing is filled in", 'same = "', 'same = "{state}', "votes.same", ("{state}", "nothing")),
    ("field of a vote that a document has not", 'symbol = "', 'symbol = "{margin}', "fact.symbol", ("{margin}", "symbol")),
    ("field without a name", 'cast = "', 'cast = "{}', "votes.cast", ("votes.cast", "expected only")),
    ("attribute of a field", 'cast = "', 'cast = "{state.x}', "votes.cast", ("{state.x}", "expected only")),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("old", "new", "key", "words"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_a_sentence_that_could_not_be_said_is_refused(folder: Path, language: str, old: str, new: str, key: str, words: tuple[str, ...]) -> None:
    path = folder / f"{language}.toml"
    head, mark, rest = path.read_text(encoding="utf-8").partition(f"[{key.partition('.')[0]}]\n")
    before, found, after = ("\n" + rest).partition("\n" + old)
    assert found, old
    assert "\n[" not in before
    path.write_text(head + mark + before[1:] + ("\n" if before else "") + new + after, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(folder)
    assert caught.value.path == str(path)
    assert key in caught.value.message
    assert [word for word in words if word not in caught.value.message] == []
    assert "\n" not in caught.value.message


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", ['"x"', "5", '["x"]'])
def test_a_value_where_a_table_has_to_be_is_refused(folder: Path, language: str, value: str) -> None:
    path = folder / f"{language}.toml"
    path.write_text(f"novelty = {value}\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(ContentError, match=r"novelty is .*expected a table, \[novelty\]") as caught:
        load(folder)
    assert caught.value.path == str(path)


def test_doubled_braces_are_braces(folder: Path) -> None:
    for language in LANGUAGES:
        path = folder / f"{language}.toml"
        head, mark, rest = path.read_text(encoding="utf-8").partition("\n[votes]\n")
        path.write_text(head + mark + rest.replace('cast = "', 'cast = "{{x}} ', 1), encoding="utf-8")
    assert load(folder)["en"]("votes.cast", state="A", vote="B").startswith("{x} ")
