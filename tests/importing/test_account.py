"""Every character of a file is somewhere: the account that an import prints, and the doubts that keep a text from being
written."""

from __future__ import annotations

import csv
import tomllib
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.corpus.library import Library
from bot.corpus.provenance import Provenance, check_accepted, read_provenance
from bot.doubts import Doubt, DoubtKind
from bot.errors import ContentError
from bot.importing.account import grouped
from bot.importing.apart import Worker
from bot.importing.document import Document, read_document
from bot.importing.lines import LeftOut
from tests.importing import makers, texts
from tests.importing.test_documents import CHINESE, MASTHEAD_ONLY, SEED, SOURCES

PLAIN = {
    "56/4": SEED, "English": texts.ENGLISH, "French": texts.FRENCH, "General Assembly": texts.GENERAL_ASSEMBLY,
    "Security Council": texts.SECURITY_COUNCIL, "Security Council, Chinese": texts.SECURITY_COUNCIL_CHINESE,
    "masthead": MASTHEAD_ONLY,
}  # fmt: skip
MADE: dict[str, tuple[str, Callable[..., str | bytes]]] = {
    "Word": ("x.docx", makers.make_docx), "PDF": ("x.pdf", makers.make_pdf), "laid out": ("x.txt", makers.make_text),
}  # fmt: skip
FILES = [*PLAIN, *(f"{kind}, {language}" for language in SOURCES for kind in MADE)]


@cache
def file(name: str) -> tuple[str, bytes]:
    """The name and the bytes of one of FILES."""
    if name in PLAIN:
        return f"{name}.txt", PLAIN[name].encode()
    kind, _, language = name.partition(", ")
    called, make = MADE[kind]
    made = make(*SOURCES[language])
    return called, made.encode() if isinstance(made, str) else made


@pytest.mark.parametrize("name", FILES)
def test_every_character_of_a_file_is_somewhere_and_only_there(name: str, library: Library) -> None:
    found = read_document(*file(name), library.names.code_in_record)
    account = found.account
    assert account.difference == 0, str(account)
    # Counted here anew: the letters of the whole file are those of the text and of what is left out.
    if name in PLAIN:
        of_file, kept = Counter(file(name)[1].decode()), Counter(found.cleaned.text)
        left = Counter("".join(each.text for each in found.left_out))
        letters = {c for c in of_file if c.isalpha()}
        assert {c: of_file[c] for c in letters} == {c: kept[c] + left[c] for c in letters}


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_in_two_places(name: str, library: Library) -> None:
    resolution = read_document(*file(name), library.names.code_in_record).resolution
    pieces = [*resolution.paragraphs, *resolution.headings, *resolution.footnotes, resolution.title]
    spans = sorted(span for piece in pieces for span in piece.spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_what_is_left_out_is_shown_by_its_reason_with_the_commonest_first() -> None:
    left = [LeftOut("A/RES/1/2", "symbol", f"page {n}") for n in (1, 2, 3)]
    numbers = [LeftOut(str(n), "page number", f"page {n}, line 1") for n in range(2, 9)]
    assert grouped(left + numbers) == [
        "page number 7×, from page 2, line 1: “2”, “3”, “4”, “5” … and 3 more",
        "symbol 3×, from page 1: “A/RES/1/2” 3×",
    ]


# --- doubts -----------------------------------------------------------------------------------------

ENDING = Doubt(DoubtKind.ENDING, "page 1, line 9", "PP2 ends with “;”", "a preambular paragraph")
SPLIT = Doubt(DoubtKind.SPLIT, "page 2, line 1", "…of States | Recalling…", "one paragraph")
NAME = "A_HRC_RES_56_4.zh.txt"


@pytest.fixture
def doubtful(monkeypatch: pytest.MonkeyPatch, content: Path, tmp_path: Path) -> Callable[..., Result]:
    """Runs the import of a file that has two doubts, into a folder that does not have it."""
    real = Worker.read

    class Doubtful(Document):
        __slots__ = ()

        @property
        def doubts(self) -> tuple[Doubt, ...]:
            return (ENDING, SPLIT)

    def doubting(*arguments: object) -> Document:
        found = real(*arguments)  # type: ignore[arg-type]
        return Doubtful(found.resolution, found.cleaned, found.extracted)

    monkeypatch.setattr(Worker, "read", doubting)
    (content / "resolutions" / NAME).unlink()
    (tmp_path / "x.txt").write_text(CHINESE, encoding="utf-8")
    return lambda *options: CliRunner().invoke(
        main, ["import", "--content", str(content), *options, str(tmp_path / "x.txt")]
    )


@pytest.mark.parametrize(
    ("options", "written"),
    [
        ([], False),
        (["--accept", "ending"], False),  # the other one is not
        (["--accept", "split,ending"], True),
        (["--accept"], True),  # of all kinds; what follows is the file
        (["--accept", "--dry-run"], False),
    ],
)
def test_a_doubt_keeps_a_text_from_being_written_until_it_is_accepted(
    doubtful: Callable[..., Result], content: Path, options: list[str], written: bool
) -> None:
    result = doubtful(*options)
    assert result.exit_code == (0 if written or "--dry-run" in options else 1)
    assert (content / "resolutions" / NAME).exists() is written
    for doubt in (ENDING, SPLIT):
        assert str(doubt) in result.stdout
    if result.exit_code:
        assert "2 doubts that nobody accepted; expected --accept" in result.stderr


def test_accepted_doubts_stand_beside_the_text(doubtful: Callable[..., Result], content: Path) -> None:
    assert doubtful("--accept").exit_code == 0
    note = tomllib.loads((content / "resolutions" / "A_HRC_RES_56_4.zh.source.toml").read_text(encoding="utf-8"))
    assert [(doubt["kind"], doubt["place"], doubt["found"], doubt["understood"]) for doubt in note["doubt"]] == [
        ("ending", ENDING.place, ENDING.found, ENDING.understood),
        ("split", SPLIT.place, SPLIT.found, SPLIT.understood),
    ]
    kept = read_provenance(content / "resolutions" / NAME)
    assert kept is not None
    assert kept.doubts == (ENDING, SPLIT)


def test_a_kind_that_there_is_not_is_told(content: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["import", "--content", str(content), "--accept=endings", str(tmp_path)])
    assert result.exit_code == 2
    assert "endings is no kind of doubt; expected one or more of ending, " in result.stderr


def test_a_doubt_in_content_that_nobody_accepted_stops_the_start(tmp_path: Path) -> None:
    text = tmp_path / NAME
    check_accepted(text, (), None)
    check_accepted(text, (ENDING,), _kept(ENDING))
    for kept in (None, _kept(), _kept(SPLIT)):
        with pytest.raises(
            ContentError,
            match=(
                r"a doubt that nobody accepted: ending: page 1, line 9: .*expected it in "
                r"A_HRC_RES_56_4.zh.source.toml"
            ),
        ):
            check_accepted(text, (ENDING,), kept)
    with pytest.raises(ContentError, match="ending"):
        check_accepted(text, (ENDING, ENDING), _kept(ENDING))  # one was accepted, not two


def _kept(*doubts: Doubt) -> Provenance:
    return Provenance("x.pdf", "0", date(2035, 1, 2), doubts)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("file = ", "not TOML"),
        ('file = "x"\nsha256 = "0"\n', "imported is None; expected a date"),
        ('file = 1\nsha256 = "0"\nimported = 2035-01-02\n', "file is 1; expected a str"),
        (
            'file = "x"\nsha256 = "0"\nimported = 2035-01-02\nwho = "me"\n',
            "who stands here; expected only file, sha256, imported, became, doubt",
        ),
        ('file = "x"\nsha256 = "0"\nimported = 2035-01-02\n[[doubt]]\nkind = "odd"\n', "[[doubt]] 1 has other fields"),
        (
            (
                'file = "x"\nsha256 = "0"\nimported = 2035-01-02\n[[doubt]]\nkind = "odd"\nplace = ""\nfound = '
                '""\nunderstood = ""\n'
            ),
            "[[doubt]] 1 is of kind “odd”; expected one of ending, ",
        ),
    ],
)
def test_a_note_that_is_not_sound_is_refused_with_its_field(tmp_path: Path, note: str, said: str) -> None:
    (tmp_path / "A_RES_1_2.en.source.toml").write_text(note, encoding="utf-8")
    with pytest.raises(ContentError) as error:
        read_provenance(tmp_path / "A_RES_1_2.en.txt")
    assert said in str(error.value)


# --- many files ---------------------------------------------------------------------------------------


def test_of_many_files_a_line_each_a_table_and_a_report(content: Path, tmp_path: Path) -> None:
    (content / "resolutions" / NAME).unlink()
    paths = {name: tmp_path / name for name in ("good.txt", "english.txt", "again.txt", "none.txt")}
    paths["good.txt"].write_text(CHINESE, encoding="utf-8")
    paths["again.txt"].write_text(CHINESE, encoding="utf-8")
    paths["english.txt"].write_text(SOURCES["en"][0], encoding="utf-8")
    table = tmp_path / "report.tsv"
    result = CliRunner().invoke(
        main, ["import", "--content", str(content), "--report", str(table), *map(str, paths.values())]
    )
    assert result.exit_code == 1  # two were refused; the others are written
    assert f"{paths['good.txt']}: A/HRC/RES/56/4 (zh), 15 + 20 paragraphs; " in result.stdout
    table_of_outcomes = [line.split(None, 1) for line in result.stdout.splitlines()[-5:]]
    assert table_of_outcomes[:2] == [["2", "read"], ["2", "refused"]]
    assert {what.strip() for _, what in table_of_outcomes[2:4]} >= {"No such file or directory"}
    assert table_of_outcomes[4] == ["4", "in all"]
    rows = list(csv.DictReader(table.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
    assert [(row["file"], row["outcome"]) for row in rows] == [
        (str(paths["good.txt"]), "read"), (str(paths["english.txt"]), "read"),
        (str(paths["again.txt"]), "refused"), (str(paths["none.txt"]), "refused"),
    ]  # fmt: skip
    assert "is in " in rows[2]["reason"]
    assert len(list((content / "resolutions").glob("*.txt"))) == 2
