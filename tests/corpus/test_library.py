"""Tests of bot.corpus.library: the content of the checkout loads, and content that is not sound is refused by file and
line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.corpus.library import Library
from bot.corpus.loading import load
from bot.errors import ContentError

DOCUMENT = "resolutions/A_HRC_RES_56_4.zh.txt"
SUBJECTS = "subjects/A_HRC_RES_56_4.toml"


# --- what is there -------------------------------------------------------------------------------


def test_the_resolution_is_there(library: Library) -> None:
    """Resolution 56/4 is found by its symbol, whole and as written."""
    found = library.get("A/HRC/RES/56/4")
    assert found is not None
    assert found.title.text == "人权与国际团结"
    assert found in library.resolutions


@pytest.mark.parametrize("symbol", ["A/HRC/RES/56/5", "56/4", "a/hrc/res/56/4", ""])
def test_no_other_resolution_is_there(library: Library, symbol: str) -> None:
    """A symbol is found whole or not at all."""
    assert library.get(symbol) is None


def test_places_are_all_paragraphs_in_order(library: Library) -> None:
    """What is searched is every paragraph of every resolution, the preamble first."""
    ids = [p.id for r, p in library.places if r.symbol == "A/HRC/RES/56/4"]
    assert ids == [f"PP{n}" for n in range(1, 16)] + [f"OP{n}" for n in range(1, 21)]


def test_every_paragraph_has_subjects(library: Library) -> None:
    """Each paragraph of a document with subjects has words of its own to be found by."""
    for symbol, subjects in library.subjects.items():
        resolution = library.get(symbol)
        assert resolution is not None
        assert [p.id for p in resolution.paragraphs if not subjects.get(p.id)] == []


def test_groups_have_states_only(library: Library) -> None:
    """The five regional groups hold each of the 193 member states exactly once."""
    regional = [
        library.names.groups[k]
        for k in ("african_group", "asia_pacific_group", "eastern_european_group", "grulac", "weog")
    ]
    members = [code for group in regional for code in group.members]
    assert (len(members), len(set(members))) == (193, 193)
    assert set(members) <= set(library.names.states)


def test_every_voter_is_a_state(library: Library) -> None:
    """Whoever is in a record can be asked for."""
    assert {v.code for r in library.resolutions for v in r.roll_call} <= set(library.names.states)


def test_a_copy_loads(content: Path) -> None:
    """The copy that the tests below change is sound before they do."""
    assert [r.symbol for r in load(content).resolutions] == ["A/HRC/RES/56/4"]


# --- what is refused -----------------------------------------------------------------------------


def _write(name: str, content: str | bytes) -> Callable[[Path], None]:
    """The change that writes a file anew."""
    return lambda folder: (
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content) and None
    )


def _append(name: str, text: str) -> Callable[[Path], None]:
    """The change that adds to the end of a file."""
    return lambda folder: (folder / name).write_text((folder / name).read_text("utf-8") + text, "utf-8") and None


def _replace(name: str, old: str, new: str) -> Callable[[Path], None]:
    """The change that replaces words in a file."""

    def change(folder: Path) -> None:
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), "utf-8")

    return change


def _state(file: str, code: str, entry: str) -> Callable[[Path], None]:
    """The change that adds a state or territory."""
    return _append(f"names/{file}.toml", f"\n[{code}]\n{entry}\n")


def _means(file: str, key: str, code: str) -> Callable[[Path], None]:
    """The change that adds a compound or an ambiguous name, 甲乙."""
    return _append(f"names/{file}.toml", f'\n[[{key}]]\nnames = ["甲乙"]\nmeans = ["{code}"]\n')


def _group(members: str, zh: str = "甲组", source: str = 'source = "s"') -> Callable[[Path], None]:
    """The change that adds a group, [x]."""
    return _append("groups.toml", f'\n[x]\nzh = "{zh}"\nen = "X"\n{source}\nmembers = [{members}]\n')


def _rename(name: str, other: str) -> Callable[[Path], None]:
    """The change that gives a file another name."""
    return lambda folder: (folder / name).rename(folder / other) and None


def _copy(name: str, other: str) -> Callable[[Path], None]:
    """The change that makes a second file of the same content."""
    return lambda folder: (folder / other).write_bytes((folder / name).read_bytes()) and None


def _remove(name: str) -> Callable[[Path], None]:
    """The change that takes a file away."""
    return lambda folder: (folder / name).unlink()


REFUSED: tuple[tuple[str, Callable[[Path], None], str, int | None, tuple[str, ...]], ...] = (
    # what is wrong, the change that makes it so, the file and line named, words the error must have
    #
    # documents
    ("no document", _remove(DOCUMENT), "resolutions", None, ("no document",)),
    ("language that can't be read", _rename(DOCUMENT, "resolutions/A_HRC_RES_56_4.xx.txt"),
    "resolutions/A_HRC_RES_56_4.xx.txt", None, ("xx", "zh")),
    ("no language in the name", _rename(DOCUMENT, "resolutions/A_HRC_RES_56_4.txt"), "resolutions/A_HRC_RES_56_4.txt",
    None, ("language", "zh")),
    ("one resolution twice", _copy(DOCUMENT, "resolutions/B.zh.txt"), "resolutions/B.zh.txt", None, ("A/HRC/RES/56/4",
    "A_HRC_RES_56_4.zh.txt")),
    ("empty document", _write(DOCUMENT, ""), DOCUMENT, 1, ("ends here",)),
    ("document in GB 18030", _write(DOCUMENT, "\n\n人权理事会\n".encode("gb18030")), DOCUMENT, 3, ("UTF-8", "byte 2")),
    ("document in UTF-16", _write(DOCUMENT, "人权理事会\n".encode("utf-16")), DOCUMENT, 1, ("UTF-8",)),
    ("picture in place of a document", _write(DOCUMENT, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), DOCUMENT, 1, ("UTF-8",
    "byte 0")),
    ("zeros in place of a document", _write(DOCUMENT, b"\x00" * 64), DOCUMENT, 1, ("body",)),
    ("voter twice", _replace(DOCUMENT, "、日本、", "、中国、"), DOCUMENT, 96, ("中国", "twice")),
    # cues
    ("no cues", _remove("cues.toml"), "cues.toml", None, ("missing",)),
    ("no words of references", _remove("references.toml"), "references.toml", None, ("missing",)),
    ("unknown cue", _append("cues.toml", '\n[weather]\nzh = ["天气"]\n'), "cues.toml", None, ("weather",)),
    ("cue missing", _replace("cues.toml", "\n[abstain]\n", "\n[abstained]\n"), "cues.toml", None, ("abstained",)),
    ("piece of a reference missing", _replace("references.toml", "\n[unit]\n", "\n[units]\n"), "references.toml", None,
    ("units",)),
    ("unknown piece of a reference", _append("references.toml", '\n[verse]\nzh = ["节"]\n'), "references.toml", None,
    ("verse",)),
    (
        "piece that is no list", _replace("references.toml", "[weak_unit]\n", '[weak_unit]\nes = "punto"\n'),
        "references.toml", None, ("weak_unit", "punto", "list"),
    ),
    (
        "piece with an empty word", _replace("references.toml", "[weak_unit]\n", '[weak_unit]\nes = [""]\n'),
        "references.toml", None, ("weak_unit", "non-empty"),
    ),
    # those who are asked
    ("addressees missing", _remove("addressees.toml"), "addressees.toml", None, ("missing",)),
    ("addressee without a name", _append("addressees.toml", '\n[auditor]\nzh = ["审计员"]\n'), "addressees.toml", None,
    ("[auditor]", "en")),
    ("addressee in a language that is none", _append("addressees.toml", '\n[auditor]\nde = ["x"]\n'), "addressees.toml",
    None, ("[auditor]", "de")),
    # subjects and synonyms
    ("subjects of a paragraph that is not there", _append(SUBJECTS, '\n[OP21]\nzh = ["团结"]\n'), SUBJECTS, None,
    ("OP21",
    "OP20")),
    ("subjects of a document that is not there", _replace(SUBJECTS, '"A/HRC/RES/56/4"', '"A/HRC/RES/56/5"'), SUBJECTS,
    None, ("A/HRC/RES/56/5",)),
    ("subjects of no document", _replace(SUBJECTS, 'symbol = "A/HRC/RES/56/4"', ""), SUBJECTS, None, ("symbol",)),
    ("synonym of nothing", _append("synonyms.toml", '\n[[same]]\nzh = ["孤词"]\n'), "synonyms.toml", None, ("1 term",
    "two")),
    # TOML
    ("broken states", _write("names/states.toml", '[AGO]\nalpha2 = "AO"\nzh = 安哥拉\n'), "names/states.toml", 3,
    ("TOML",
    )),
    ("broken groups", _write("groups.toml", "\n\n[a\nb = 1\n"), "groups.toml", 3, ("TOML",)),
    ("broken cues", _write("cues.toml", '[yes]\nzh = ["赞成"]\n[yes]\n'), "cues.toml", 3, ("TOML",)),
    ("broken subjects", _write(SUBJECTS, 'symbol = "A/HRC/RES/56/4"\n[OP1\n'), SUBJECTS, 2, ("TOML",)),
    ("synonyms in GB 18030", _write("synonyms.toml", 'x = "团结"\n'.encode("gb18030")), "synonyms.toml", None, ("UTF-8",
    )),
    # names
    ("words missing", _remove("names/words.toml"), "names/words.toml", None, ("missing",)),
    ("code that is none", _state("states", "Abc", 'alpha2 = "AB"\nzh = "甲"\nen = "A"'), "names/states.toml", None,
    ("Abc", "alpha-3")),
    ("code that a territory has too", _state("territories", "CHN", 'alpha2 = "CN"'), "names/territories.toml", None,
    ("CHN", "once")),
    ("state without a Chinese name", _state("states", "QQQ", 'alpha2 = "QQ"\nen = "Nowhere"'), "names/states.toml",
    None, ("QQQ", "zh")),
    ("name of a state for a territory", _state("territories", "QQQ", 'alpha2 = "QQ"\nzh = "甲"\nen = "Cuba"'),
    "names/territories.toml", None, ("Cuba", "CUB")),
    ("compound of one state", _means("compounds", "compound", "CHN"), "names/compounds.toml", None, ("甲乙", "two")),
    ("ambiguous name of one state", _means("ambiguous", "alias", "CHN"), "names/ambiguous.toml", None, ("甲乙", "two")),
    # groups
    ("group with an unknown member", _group('"CHN", "XYZ"'), "groups.toml", None, ("XYZ", "[x]")),
    ("group with a member twice", _group('"CHN", "CHN"'), "groups.toml", None, ("[x]", "once")),
    ("group without a source", _group('"CHN"', source=""), "groups.toml", None, ("[x]", "source")),
    ("group with the name of a state", _group('"CHN"', zh="法国"), "groups.toml", None, ("法国", "FRA")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "file", "line", "words"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_refused(
    content: Path, change: Callable[[Path], None], file: str, line: int | None, words: tuple[str, ...]
) -> None:
    """Content that is not sound does not load; the error names the file, the line where there is one, and what was
    expected."""
    change(content)
    with pytest.raises(ContentError) as caught:
        load(content)
    error = caught.value
    assert (Path(error.path).relative_to(content).as_posix(), error.line) == (file, line), error
    assert [word for word in words if word not in error.message] == [], error
    assert "expected" in error.message
    assert "\n" not in error.message


def test_alias_of_two_states(content: Path) -> None:
    """A name given to two states is refused with both of them, unless ambiguous.toml says that it means both."""
    states = content / "names" / "states.toml"
    text = states.read_text("utf-8")
    assert text.count('"蒲隆地"') == 1
    states.write_text(text.replace('"蒲隆地"', '"安哥拉", "蒲隆地"'), "utf-8")
    with pytest.raises(ContentError) as caught:
        load(content)
    assert [word for word in ("安哥拉", "AGO", "BDI") if word not in caught.value.message] == []
    assert Path(caught.value.path) == states
    with (content / "names" / "ambiguous.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[alias]]\nnames = ["安哥拉"]\nmeans = ["AGO", "BDI"]\n')
    assert load(content).names.code_of("安哥拉") is None


def test_no_folder(tmp_path: Path) -> None:
    """A folder that is not there is named."""
    with pytest.raises(ContentError, match="expected") as caught:
        load(tmp_path / "nowhere")
    assert Path(caught.value.path) == tmp_path / "nowhere"


# --- the shape of each file --------------------------------------------------------------------------


def _prepend(name: str, text: str) -> Callable[[Path], None]:
    """The change that adds to the beginning of a file."""
    return lambda folder: (folder / name).write_text(text + (folder / name).read_text("utf-8"), "utf-8") and None


_UNKNOWN_CODE = """
[[{key}]]
names = ["甲乙"]
means = ["CHN", "XYZ"]
"""

SHAPES: tuple[tuple[str, Callable[[Path], None], str, int | None, tuple[str, ...]], ...] = (
    # what is wrong, the change that makes it so, the file and line named, words the error must have
    #
    # a value where a table has to be
    ("cue that is a word", _prepend("cues.toml", 'weather = "天气"\n'), "cues.toml", None, ("weather", "[weather]")),
    ("references that are a word", _prepend("references.toml", 'verse = "节"\n'), "references.toml", None, ("verse",
    "[verse]")),
    ("paragraph that is a number", _prepend(SUBJECTS, "OP21 = 5\n"), SUBJECTS, None, ("OP21", "table")),
    ("group that is a list", _prepend("groups.toml", 'x = ["CHN"]\n'), "groups.toml", None, ("x is", "[x]")),
    ("state that is a name", _prepend("names/states.toml", 'QQQ = "甲"\n'), "names/states.toml", None, ("QQQ",
    "[QQQ]")),
    ("territory that is a name", _prepend("names/territories.toml", 'QQQ = "甲"\n'), "names/territories.toml", None,
    ("QQQ", "[QQQ]")),
    ("synonyms that are a number", _write("synonyms.toml", "same = 5\n"), "synonyms.toml", None, ("same", "[[same]]")),
    ("synonyms that are words", _write("synonyms.toml", 'same = ["团结", "互助"]\n'), "synonyms.toml", None,
    ("[same] 1",
    "团结", "table")),
    ("synonyms in one table", _write("synonyms.toml", '[same]\nzh = ["团结", "互助"]\n'), "synonyms.toml", None,
    ("[[same]]",)),
    ("compounds in one table", _write("names/compounds.toml", '[compound]\nnames = ["甲乙"]\n'), "names/compounds.toml",
    None, ("[[compound]]",)),
    # keys that are none
    ("cue in a language that is none", _replace("cues.toml", "\n[yes]\n", '\n[yes]\ncn = ["赞成"]\n'), "cues.toml",
    None,
    ("[yes]", "cn", "zh")),
    (
        "reference in a language that is none", _replace("references.toml", "\n[unit]\n",
        '\n[unit]\nde = ["Absatz"]\n'),
        "references.toml", None, ("[unit]", "de"),
    ),
    ("subjects in a language that is none", _replace(SUBJECTS, "\n[PP1]\n", '\n[PP1]\nzhs = ["旧"]\n'), SUBJECTS, None,
    ("[PP1]", "zhs")),
    ("synonyms in a language that is none", _append("synonyms.toml", '\n[[same]]\nzhs = ["甲", "乙"]\n'),
    "synonyms.toml",
    None, ("zhs",)),
    ("synonyms under another name", _append("synonyms.toml", '\n[[some]]\nzh = ["甲", "乙"]\n'), "synonyms.toml", None,
    ("some", "[[same]]")),
    (
        "state with a key that is none", _state("states", "QQQ", 'alpha2 = "QQ"\nzh = "甲"\nen = "A"\nalos = ["乙"]'),
        "names/states.toml", None, ("[QQQ]", "alos", "also"),
    ),
    (
        "group with a key that is none", _append("groups.toml",
        '\n[x]\nzh = "甲组"\nen = "X"\nsource = "s"\nmember = ["CHN"]\n'),
        "groups.toml", None, ("[x]", "has member;", "members"),
    ),
    ("alias with a key that is none", _append("names/ambiguous.toml", '\n[[alias]]\nname = ["甲乙"]\n'),
    "names/ambiguous.toml", None, ("has name;", "names")),
    (
        "compounds under another name", _append("names/compounds.toml", '\n[[compounds]]\nnames = ["甲乙"]\n'),
        "names/compounds.toml", None, ("compounds", "[[compound]]"),
    ),
    # codes and members
    ("compound with an unknown code", _append("names/compounds.toml", _UNKNOWN_CODE.format(key="compound")),
    "names/compounds.toml", None, ("XYZ", "code")),
    ("ambiguous name with an unknown code", _append("names/ambiguous.toml", _UNKNOWN_CODE.format(key="alias")),
    "names/ambiguous.toml", None, ("XYZ", "code")),
    ("group without members", _group(""), "groups.toml", None, ("[x]", "no members")),
    (
        "group that does not say its members", _append("groups.toml", '\n[x]\nzh = "甲组"\nen = "X"\nsource = "s"\n'),
        "groups.toml", None, ("[x]", "no members"),
    ),
    ("alpha2 in small letters", _state("states", "QQQ", 'alpha2 = "qq"\nzh = "甲"\nen = "A"'), "names/states.toml",
    None,
    ("[QQQ]", "qq", "capital")),
    ("alpha2 of three letters", _state("territories", "QQQ", 'alpha2 = "QQQ"\nzh = "甲"\nen = "A"'),
    "names/territories.toml", None, ("[QQQ]", "two")),
    # what is left open is open at the end of the file
    ("list left open", _write("cues.toml", '[yes]\nzh = [\n  "赞成",'), "cues.toml", 3, ("TOML",)),
    ("states left open", _write("names/states.toml", '[CHN]\nalso = ["甲",'), "names/states.toml", 2, ("TOML",)),
    ("subjects left open", _write(SUBJECTS, 'symbol = "A/HRC/RES/56/4"\n\n[PP1]\nzh = ['), SUBJECTS, 4, ("TOML",)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "file", "line", "words"), [row[1:] for row in SHAPES], ids=[row[0] for row in SHAPES]
)
def test_shapes_that_are_refused(
    content: Path, change: Callable[[Path], None], file: str, line: int | None, words: tuple[str, ...]
) -> None:
    """A table, key or code that is none is refused in the file that has it, and not passed over."""
    test_refused(content, change, file, line, words)


def test_a_byte_order_mark_is_no_part_of_the_text(content: Path, library: Library) -> None:
    """A document as Windows saves it is the same one."""
    path = content / DOCUMENT
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    (resolution,) = load(content).resolutions
    assert resolution.source == library.resolutions[0].source
    assert resolution.paragraphs == library.resolutions[0].paragraphs
