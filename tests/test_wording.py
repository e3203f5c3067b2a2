"""Tests of bot.wording: the files in content/wording/, and in which language a message is answered."""

from __future__ import annotations

import re
import shutil
import string
import tomllib
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from bot.answer.model import Answer
from bot.errors import ContentError
from bot.language import speaking
from bot.language.names import Names
from bot.language.speaking import REPLY_LANGUAGES, ReplyLanguage
from bot.resolution import Outcome
from bot.wording.languages import Languages, Wanted
from bot.wording.pieces import Piece, Style, plain
from bot.wording.say import reply_of
from bot.wording.sentences import Wording, load

FOLDER = Path(__file__).parent.parent / "content" / "wording"
LANGUAGES = tuple(x.tag for x in REPLY_LANGUAGES)


Sentences = str | list[str] | dict[str, str]
"""One sentence, several messages, or one for each plural form."""


def texts(said: Sentences) -> list[str]:
    return (
        [said]
        if isinstance(said, str)
        else [text for key, text in said.items() if key != "by"]
        if isinstance(said, dict)
        else said
    )


def sentences(path: Path) -> dict[str, Sentences]:
    """Everything in a wording file, by ``table.key``."""
    return {
        f"{table}.{key}": said
        for table, rest in tomllib.loads(path.read_text(encoding="utf-8")).items()
        for key, said in rest.items()
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of content/wording/, to be changed at will."""
    return shutil.copytree(FOLDER, tmp_path / "wording")


@pytest.fixture(scope="module")
def wordings() -> dict[str, Wording]:
    return load(FOLDER)


def test_every_file_is_a_language(wordings: dict[str, Wording]) -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(wordings) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_all_languages_have_the_same_keys(language: str) -> None:
    assert set(sentences(FOLDER / f"{language}.toml")) == set(sentences(FOLDER / "zh-Hans.toml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_empty(language: str) -> None:
    for key, said in sentences(FOLDER / f"{language}.toml").items():
        assert said, key
        assert all(text.strip() for text in texts(said)), key


def fields(said: Sentences) -> set[str]:
    return {field for text in texts(said) for _, field, _, _ in string.Formatter().parse(text) if field is not None}


def test_the_two_chinese_scripts_are_filled_in_with_the_same() -> None:
    simplified, traditional = sentences(FOLDER / "zh-Hans.toml"), sentences(FOLDER / "zh-Hant.toml")
    assert {key: fields(said) for key, said in simplified.items()} == {
        key: fields(said) for key, said in traditional.items()
    }


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_the_vote_has_every_figure(
    language: str, outcome: Outcome, wordings: dict[str, Wording]
) -> None:
    said = wordings[language](f"tally.{outcome}", yes=101, no=102, abstain=103, total=306, margin=-1)
    assert all(figure in said for figure in ("101", "102", "103", "306"))


@pytest.mark.parametrize(("language", "written"), [
    ("zh-Hans", "2024年7月10日"), ("zh-Hant", "2024年7月10日"), ("en", "10 July 2024"), ("fr", "10 juillet 2024"),
    ("es", "10 de julio de 2024"), ("ru", "10 июля 2024\u202fг."), ("ar", "10 يوليو 2024"),
])  # fmt: skip
def test_date(language: str, written: str, wordings: dict[str, Wording]) -> None:
    assert wordings[language].date(date(2024, 7, 10)) == written


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["votes.same", "none.reason", "telegram.apology", "clarify.not_spoken"])
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
    with pytest.raises(ContentError, match=r"votes\.\w+ is filled in with \{staat\}") as caught:
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
        ("Comment la France a-t-elle voté ?", "zh-Hans", "fr"),
        ("¿Cómo votó España?", "zh-Hant", "es"),
        ("Как голосовала Франция?", "zh-Hans", "ru"),
        ("كيف صوتت الصين", "zh-Hans", "ar"),
        # Short ones: a word or two, a name that one language writes so.
        ("quien se abstuvo", "en", "es"),
        ("qui a voté pour", "en", "fr"),
        ("Alemania", "zh-Hans", "es"),
        ("Allemagne", "en", "fr"),
        ("Germany", "fr", "en"),
        ("el siguiente", "en", "es"),
        ("le suivant", "es", "fr"),
        ("next", "es", "en"),
        ("gracias", "en", "es"),
        ("merci", "en", "fr"),
        ("thanks", "fr", "en"),
        ("кто против", "en", "ru"),
        ("من امتنع", "en", "ar"),
        # Mixed: the one with more of it.
        ("Как голосовала France?", "en", "ru"),
        ("how did España vote", "es", "en"),
        # Written alike in several: that of the conversation.
        ("Cuba", "es", "es"),
        ("Cuba", "fr", "fr"),
        ("Cuba", "zh-Hans", "en"),
        # Written alike in both scripts: Traditional where the conversation is.
        ("日本呢", "zh-Hant", "zh-Hant"),
        ("日本呢", "zh-Hans", "zh-Hans"),
        ("日本呢", "en", "zh-Hans"),
        ("第12段", "zh-Hant", "zh-Hant"),
        ("法国呢", "zh-Hant", "zh-Hans"),
        *(
            (message, otherwise, otherwise)
            for message in ("12", "🇯🇵", "PP3", "", "  ", "?!", "3-5", "\x00")
            for otherwise in ("zh-Hans", "zh-Hant", "en")
        ),
        ("¿qué se pide a la Asamblea General?", "en", "es"),
        ("Peru's vote", "fr", "en"),
        ("resultado de A/RES/78/220", "zh-Hans", "es"),
        ("résultat A/RES/78/220", "zh-Hans", "fr"),
    ],
)
def test_language_of(message: str, otherwise: str, language: str, languages: Languages) -> None:
    assert languages.language_of(message, otherwise) == language


@pytest.fixture(scope="module")
def languages(wordings: dict[str, Wording]) -> Languages:
    return Languages(wordings, Names(FOLDER.parent))


@pytest.mark.parametrize(
    ("message", "language", "text"),
    [
        # A language to answer in.
        ("español", "es", ""),
        ("Responde en español, por favor", "es", ""),
        ("parlez-vous français ?", "fr", ""),
        ("En français s'il vous plaît", "fr", ""),
        ("answer in French please", "fr", ""),
        ("can you speak Russian?", "ru", ""),
        ("можете отвечать по-русски", "ru", ""),
        ("отвечай на французском", "fr", ""),
        ("أجب بالعربية من فضلك", "ar", ""),
        ("请用英文回答", "en", ""),
        ("請用繁體中文回答", "zh-Hant", ""),
        ("Usted no me responde en español", "es", ""),
        # A text in it.
        ("No entiendo chino", "", "es"),
        ("Je ne comprends pas le chinois", "", "fr"),
        ("I can't read Chinese", "", "en"),
        ("не понимаю по-китайски", "", "ru"),
        ("لا أفهم الصينية", "", "ar"),
        ("enlace al documento oficial en español", "", "es"),
        ("link to the official document in Russian", "", "ru"),
        ("lien vers le texte en arabe", "", "ar"),
    ],
)
def test_what_a_message_about_languages_asks_for(message: str, language: str, text: str, languages: Languages) -> None:
    assert languages.wanted(message, "en") == Wanted(language, text)


@pytest.mark.parametrize(
    "message",
    [
        "¿Cómo votaron los españoles?",
        "Chinese",
        "French",
        "Comment les Français ont-ils voté ?",
        "中国怎么投的",
        "paragraphe 5",
        "",
        "en",
    ],
)
def test_a_language_named_in_passing_is_not_asked_for(message: str, languages: Languages) -> None:
    assert languages.wanted(message, "en") is None


@pytest.mark.parametrize(
    ("message", "language"),
    [
        ("Wer hat sich enthalten?", "de"), ("Wie hat Frankreich abgestimmt?", "de"), ("프랑스는 어떻게 투표했나요?",
        "ko"),
        ("誰が棄権しましたか", "ja"), ("फ्रांस ने कैसे मतदान किया?", "hi"), ("Come ha votato l'Italia?", "it"),
        ("Jak głosowała Polska?", "pl"),
        ("Kim çekimser kaldı?", "tr"), ("Ποιος ψήφισε κατά;", "el"), ("Як голосувала Україна?", "uk"),
        # None of those spoken, nor what is too short to tell.
        ("How did France vote?", ""), ("quien se abstuvo", ""), ("qui s'est abstenu", ""), ("Кто воздержался?", ""),
        ("谁弃权", ""),
        ("من امتنع عن التصويت؟", ""), ("Mali", ""), ("Angola, Mali, Benin", ""), ("GRULAC", ""), ("12", ""), ("", ""),
        ("para 5 op", ""),
    ],
)  # fmt: skip
def test_a_language_that_is_not_spoken(message: str, language: str, languages: Languages) -> None:
    assert languages.unspoken(message, understood=False) == language


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1 резолюция"), (3, "3 резолюции"), (5, "5 резолюций"), (21, "21 резолюция"), (112, "112 резолюций")],
)
def test_plural_forms(number: int, said: str, wordings: dict[str, Wording]) -> None:
    assert wordings["ru"]("documents.head", count=number) == said


def test_a_plural_form_that_the_language_needs_is_missing(folder: Path) -> None:
    path = folder / "ru.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('few = "{count} резолюции", ', "", 1), encoding="utf-8")
    with pytest.raises(
        ContentError, match=r"documents\.head has one, many; expected a sentence for each of few, many, one"
    ):
        load(folder)


def test_in_arabic_what_runs_from_left_to_right_is_isolated(wordings: dict[str, Wording]) -> None:
    said = wordings["ar"]("source.document", symbol="A/HRC/RES/56/4", date="10 يوليو 2024")
    assert "\u2068A/HRC/RES/56/4\u2069" in said
    assert "\u2068/docs\u2069" in wordings["ar"]("documents.more", count=5)
    assert "\u2068" not in wordings["es"]("source.document", symbol="A/HRC/RES/56/4", date="")
    assert not any("\u2068" in example for example in wordings["ar"].examples("general"))


def test_a_language_is_one_row_of_the_table_and_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """German, with an English file for want of a German one: it is known, offered, chosen, spoken."""
    german = ReplyLanguage("de", "de", "Deutsch", "d", "de", ("de",))
    monkeypatch.setattr(speaking, "REPLY_LANGUAGES", (*REPLY_LANGUAGES, german))
    for module in ("bot.wording.sentences", "bot.wording.languages", "bot.language.gazetteer"):
        monkeypatch.setattr(f"{module}.REPLY_LANGUAGES", speaking.REPLY_LANGUAGES)
    folder = shutil.copytree(FOLDER, tmp_path / "wording")
    text = (folder / "en.toml").read_text(encoding="utf-8")
    head, mark, rest = text.partition("[vote]\n")
    known = re.sub(r"words = \[[^\]]*\]", 'words = ["wie", "wer", "hat", "sich", "enthalten"]', head)
    known = re.sub(r"called = \[[^\]]*\]", 'called = ["deutsch", "german"]', known)
    (folder / "de.toml").write_text(known + mark + rest.replace("in favour", "dafür"), encoding="utf-8")
    loaded = load(folder)
    languages = Languages(loaded, Names(FOLDER.parent))
    assert loaded["de"].date(date(2024, 7, 10)) == "10. Juli 2024"
    assert loaded["de"].percent(0.5) == "50\xa0%"
    assert languages.language_of("Wer hat sich enthalten?") == "de"
    assert languages.wanted("answer in German", "en") == Wanted("de")
    assert (speaking.of_user("de-AT"), speaking.wanted("Deutsch"), german.official) == ("de", "de", "en")
    assert Names(FOLDER.parent).states["DEU"].name("de") == "Deutschland"


# what is wrong, the sentence, what stands in its place, what the error has to say
REFUSED = (
    ("brace left open", 'cast = "', 'cast = "{', "votes.cast", ("votes.cast", "expected")),
    ("brace closed only", 'cast = "', 'cast = "}', "votes.cast", ("votes.cast", "expected")),
    ("number", "none = ", "none = 5 # ", "roll.none", ("roll.none", "5", "a sentence")),
    ("list of sentences", "none = ", 'none = ["a", "b"] # ', "roll.none", ("roll.none", "a sentence")),
    ("nothing", "none = ", 'none = "" # ', "roll.none", ("roll.none", "a sentence")),
    (
        "one message for a list",
        "votes = ",
        'votes = "x" # ',
        "examples.votes",
        ("examples.votes", "a list of messages"),
    ),
    ("no messages", "votes = ", "votes = [] # ", "examples.votes", ("examples.votes", "a list of messages")),
    ("number among messages", "votes = ", "votes = [5] # ", "examples.votes", ("examples.votes", "a list of messages")),
    ("field of another sentence", 'cast = "', 'cast = "{typed}', "votes.cast", ("{typed}", "state", "vote")),
    ("field where nothing is filled in", 'same = "', 'same = "{state}', "votes.same", ("{state}", "nothing")),
    (
        "field of a vote that a document has not",
        'symbol = "',
        'symbol = "{margin}',
        "fact.symbol",
        ("{margin}", "symbol"),
    ),
    ("field without a name", 'cast = "', 'cast = "{}', "votes.cast", ("votes.cast", "expected only")),
    ("attribute of a field", 'cast = "', 'cast = "{state.x}', "votes.cast", ("{state.x}", "expected only")),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("old", "new", "key", "words"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_a_sentence_that_could_not_be_said_is_refused(
    folder: Path, language: str, old: str, new: str, key: str, words: tuple[str, ...]
) -> None:
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


@pytest.mark.parametrize("kind", get_args(Answer))
def test_every_kind_of_answer_has_words(kind: type) -> None:
    assert reply_of.dispatch(kind) is not reply_of.dispatch(object)
