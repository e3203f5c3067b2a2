"""Tests of an owner's words: how they are laid over the program's, and what is said where they do not fit."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot import settings
from bot.corpus.loading import load
from bot.errors import ContentError
from bot.importing.folder import init
from bot.layers import LayerError, laid_over
from bot.talk import Speaker
from tests.conftest import CONTENT

PROGRAM: dict[str, Any] = {
    "yes": {"zh": ["赞成", "支持"], "en": ["yes"]},
    "name": {"zh": "旧", "en": "old"},
    "same": [{"en": ["a", "b"]}],
}


@pytest.mark.parametrize(
    ("own", "place", "expected"),
    [
        ({}, "yes", PROGRAM["yes"]),
        ({"yes": {"zh": ["打勾"]}}, "yes", {"zh": ["赞成", "支持", "打勾"], "en": ["yes"]}),
        ({"yes": {"zh": ["支持", "打勾"]}}, "yes", {"zh": ["赞成", "支持", "打勾"], "en": ["yes"]}),
        ({"yes": {"fr": ["oui"]}}, "yes", {**PROGRAM["yes"], "fr": ["oui"]}),
        ({"yes": {"without": ["支持"]}}, "yes", {"zh": ["赞成"], "en": ["yes"]}),
        ({"yes": {"replace": True, "en": ["aye"]}}, "yes", {"en": ["aye"]}),
        ({"name": {"en": "new"}}, "name", {"zh": "旧", "en": "new"}),
        ({"other": {"zh": ["x"]}}, "other", {"zh": ["x"]}),
        ({"same": [{"en": ["c", "d"]}]}, "same", [{"en": ["a", "b"]}, {"en": ["c", "d"]}]),
    ],
)
def test_laid_over(own: dict[str, Any], place: str, expected: object) -> None:
    before = repr(PROGRAM)
    assert laid_over(PROGRAM, own)[place] == expected
    assert repr(PROGRAM) == before


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"yes": "aye"}, r"\[yes\] is 'aye'; expected .* a table"),
        ({"yes": {"zh": "打勾"}}, r"\[yes.zh\] is '打勾'; expected .* a list"),
        ({"name": {"zh": ["新"]}}, r"\[name.zh\] is .*; expected .* a string"),
        ({"yes": {"replace": "yes"}}, r"replace is 'yes'; expected true or false"),
        ({"yes": {"without": "支持"}}, r"without is '支持'; expected a list"),
    ],
)
def test_what_does_not_fit(own: dict[str, Any], said: str) -> None:
    with pytest.raises(LayerError, match=said):
        laid_over(PROGRAM, own)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A content folder as `init` makes it."""
    init(tmp_path / "own")
    return tmp_path / "own"


def write(own: Path, name: str, text: str) -> Path:
    path = own / "overlay" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def asked(own: Path, *messages: str) -> str:
    return Speaker(load(own)).answer(messages).text


def test_every_example_can_be_used_as_it_stands(own: Path) -> None:
    examples = sorted((own / "overlay").rglob("*.toml"))
    assert len(examples) >= 8
    for path in examples:
        text = path.read_text(encoding="utf-8")
        used = re.sub(r"^#(?=[^ \n])", "", text, flags=re.MULTILINE)
        assert used != text, path
        path.write_text(used, encoding="utf-8")
    assert "法国投了反对票" in asked(own, "法国怎么投的")
    assert "Which" in asked(own, "How did the island republic vote?")
    assert asked(own, "How did the Eidgenossenschaft vote?").startswith("Switzerland")
    assert "阿尔卑斯伙伴" in asked(own, "阿尔卑斯伙伴怎么投的")
    assert "赞成（29）" in asked(own, "哪些国家打了勾")
    assert asked(own, "法国反对了吗").startswith("是，没错。")
    library = load(own)
    assert library.names.groups["african_group"].members >= {"MAR", "ZAF"}
    assert library.names.aliases["our african colleagues"].group == "african_group"
    (merged,) = [terms for terms in library.terms.sets if "团结互助基金" in terms]
    assert "mutual fund of friends" in merged


def test_an_owners_synonyms_add_to_the_programs_set(own: Path) -> None:
    theirs = load(own).terms.sets
    known = theirs[0]
    write(own, "synonyms.toml", f'[[same]]\nen = ["{next(t for t in known if t.isascii())}", "zigzag word"]\n')
    ours = load(own).terms.sets
    assert len(ours) == len(theirs)
    assert set(ours[0]) == {*known, "zigzag word"}


def test_what_the_owner_says_of_a_name_goes_before_what_the_program_says(own: Path) -> None:
    program = tomllib.loads((CONTENT / "names" / "states.toml").read_text(encoding="utf-8"))
    nickname = next(name for name in program["RUS"]["also"] if name.isascii() and len(name) > 5)
    french = "Allemagne"  # CLDR's French for Germany
    named = load(own).names
    assert (named.code_of(nickname), named.code_of(french)) == ("RUS", "DEU")
    write(own, "names/states.toml", f'[CHE]\nalso = ["{nickname}", "{french}", "Cuckoo Clock Country"]\n')
    ours = load(own).names
    assert [ours.code_of(name) for name in (nickname, french, "Cuckoo Clock Country")] == ["CHE"] * 3
    assert len(ours.aliases) == len(named.aliases) + 1


@pytest.mark.parametrize(
    ("name", "text", "line", "said"),
    [
        (
            "names/states.toml",
            '# x\n[CHE]\nalso = "Schweiz"\n',
            3,
            "expected what the program's file has there, a list",
        ),
        ("names/states.toml", '[CHE]\nalso = ["x"\n', 3, "not TOML"),
        ("names/states.toml", "\n[CHE]\nmotto = 1\n", 2, "[CHE] has motto; expected only"),
        ("names/states.toml", '\n\n[ZZZ]\nalso = ["x"]\n', 3, "[ZZZ] has no alpha2; expected a string"),
        ("names/ambiguous.toml", '[[alias]]\nnames = ["x"]\nmeans = ["CHE", "ZZZ"]\n', 3, "ZZZ is not a code"),
        (
            "groups.toml",
            '[mine]\nzh = "我"\nen = "mine"\nsource = "us"\nmembers = ["ZZZ"]\n',
            1,
            "[mine] has the member ZZZ",
        ),
        ("cues.toml", '\n[yess]\nen = ["x"]\n', 2, "[yess] is not a cue"),
        ("wording/en.toml", '[votes]\nis_so = "{who}"\n', 2, "votes.is_so is filled in with {who}"),
        ("subjects/mine.toml", '# mine\nsymbol = "A/RES/1/1"\n', 2, "is not a document in resolutions/"),
        (
            "synonyms.toml",
            '[[same]]\nen = ["a one", "a two"]\n\n[[same]]\nen = ["one"]\n',
            4,
            "has 1 term; expected two or more",
        ),
        (
            "synonym.toml",
            "",
            None,
            "the program has no file synonym.toml; expected the name of one that it has, as synonyms.toml",
        ),
    ],
)
def test_what_does_not_fit_is_named_with_its_file(own: Path, name: str, text: str, line: int | None, said: str) -> None:
    path = write(own, name, text)
    with pytest.raises(ContentError) as raised:
        Speaker(load(own))
    assert str(raised.value).startswith(f"{path}:{line}: " if line else f"{path}")
    assert said in str(raised.value)


def test_a_new_version_brings_new_words_and_the_owners_stay(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(own, "names/states.toml", '[JPN]\nalso = ["Sunrise Archipelago", "Blossomland"]\n')
    new = shutil.copytree(CONTENT, tmp_path / "version2")
    states = new / "names" / "states.toml"
    # The new version has a name more for one state, and for another one a name that the owner gave already.
    text = states.read_text(encoding="utf-8")
    for code, name in (("FRA", "Hexagonia"), ("KOR", "Blossomland")):
        head, tail = text.split(f"\n[{code}]\n", 1)
        text = f"{head}\n[{code}]\n" + re.sub(r"^also = \[", f'also = ["{name}", ', tail, count=1, flags=re.MULTILINE)
    states.write_text(text, encoding="utf-8")
    assert not asked(own, "How did Hexagonia vote?").startswith("France")
    monkeypatch.setattr(settings, "program_content", lambda: new)
    assert asked(own, "How did Hexagonia vote?").startswith("France")
    assert asked(own, "How did the Sunrise Archipelago vote?").startswith("Japan")
    assert asked(own, "How did Blossomland vote?").startswith("Japan")


def test_a_whole_content_folder_has_its_own_words_and_an_overlay(content: Path) -> None:
    assert str(settings.vocabulary(content).program) == str(content)
    write(content, "names/states.toml", '[JPN]\nalso = ["Sunrise Archipelago"]\n')
    assert asked(content, "How did the Sunrise Archipelago vote?").startswith("Japan")


@pytest.mark.parametrize(
    "place", ["overlay/cues.toml", "resolutions/A_HRC_RES_56_4.zh.txt", "resolutions/A_HRC_RES_56_4.votes.csv"]
)
def test_what_cannot_be_read_is_one_sentence(own: Path, place: str) -> None:
    (own / place).unlink(missing_ok=True)
    (own / place).mkdir()
    if place.startswith("overlay"):
        Speaker(load(own))  # a folder is no file of words
        return
    with pytest.raises(ContentError, match=r"Is a directory; expected .* can be read"):
        load(own)


@pytest.mark.parametrize("name", ["cues.toml", "names/states.toml", "wording/en.toml", "synonyms.toml"])
def test_a_program_file_that_cannot_be_read_is_one_sentence(content: Path, name: str) -> None:
    (content / name).unlink()
    (content / name).mkdir()
    with pytest.raises(ContentError, match=r"Is a directory; expected a file that can be read"):
        Speaker(load(content))
