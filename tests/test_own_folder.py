"""Tests of the commands for a content folder of one's own, and of what the program writes where that can't be done."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import stat
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot import output
from bot.cells import harmless
from bot.corpus.votes import export, read_votes
from bot.importing.folder import TEXTS, plain_symbol
from bot.program.shared import UNSOUND
from bot.settings import STORE, program_content
from tests.conftest import CONTENT
from tests.starting import Process, by_itself, run, start
from tests.test_cli import DOCUMENT, SYMBOL, invoke, program

DOCUMENTS = Path(__file__).parent / "documents"
ROAD = DOCUMENTS / "road_safety.en.txt"
ROAD_SYMBOL = "A/RES/96/188"


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("BOT_") and name != STORE]:
        monkeypatch.delenv(name)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A content folder as `init` makes it."""
    assert invoke("init", str(tmp_path / "own")).exit_code == 0
    return tmp_path / "own"


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def complaint(*arguments: str, **environment: str) -> str:
    """The one line in which a command says why it ended."""
    result = invoke(*arguments, **environment)
    assert result.exit_code in (1, 2)
    (line,) = result.stderr.splitlines()
    assert line.startswith("resolution-bot: ")
    return line


# --- init ----------------------------------------------------------------------------------------


def test_init_makes_a_small_folder_that_answers(own: Path) -> None:
    assert {f"{TEXTS}/{DOCUMENT}", "README.md", "settings.env", "overlay/synonyms.toml", "overlay/cues.toml"} <= names(
        own
    )
    assert not (own / "names").exists()
    assert stat.S_IMODE((own / "settings.env").stat().st_mode) == 0o600
    assert invoke("ask", "--content", str(own), "中国怎么投的").stdout.startswith("中国投了赞成票。")
    checked = invoke("check", "--content", str(own)).stdout
    assert [line for line in checked.splitlines() if ": " in line] == [
        f"documents: {own / TEXTS}", f"words: {CONTENT}", f"own words over them: {own / 'overlay'}",
    ]  # fmt: skip


def test_init_leaves_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x")
    assert f"{tmp_path}: mine.txt is in it already; expected a new folder, or an empty one" in complaint(
        "init", str(tmp_path)
    )
    assert names(tmp_path) == {"mine.txt"}


def test_init_goes_on_where_it_was_cut_off(own: Path) -> None:
    whole = names(own)
    for name in (f"{TEXTS}/{DOCUMENT}", "settings.env"):
        (own / name).unlink()
    (own / TEXTS).rmdir()
    (own / ".init-abc").mkdir()
    (own / "README.md").write_text("mine")
    assert invoke("init", str(own)).exit_code == 0
    assert names(own) == whole
    assert (own / "README.md").read_text() == "mine"
    assert not (own / ".init-abc").exists()


def test_init_where_nothing_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert "expected a place to write to" in complaint("init", str(tmp_path / "file" / "own"))


# --- its settings ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("BOT_TOKEM=x", r":2: BOT_TOKEM is no setting; expected NAME=VALUE with one of BOT_TOKEN, "),
        ("hello", r":2: this line is no setting; expected NAME=VALUE"),
    ],
)
def test_a_setting_that_is_none(own: Path, line: str, said: str) -> None:
    (own / "settings.env").write_text(f"# mine\n{line}\n")
    assert re.search(re.escape(str(own / "settings.env")) + said, complaint("check", "--content", str(own)))


def test_settings_are_read_and_the_environment_goes_before_them(own: Path, tmp_path: Path) -> None:
    asked = tmp_path / "asked.jsonl"
    asked.write_text('{"day": "2024-07-10", "why": "opinion", "language": "en", "message": "Was it wise?"}\n')
    (own / "settings.env").write_text(f"BOT_UNANSWERED={asked}\n")
    done = program("unanswered", "--content", str(own))
    assert "Was it wise?" in done.stdout
    done = program("unanswered", "--content", str(own), BOT_UNANSWERED=str(tmp_path / "none"))
    assert done.returncode == UNSOUND
    assert f"{tmp_path / 'none'}: No such file or directory" in done.stderr


# --- remove, backup --------------------------------------------------------------------------------


def test_a_document_is_removed_with_its_note_and_its_subjects(own: Path) -> None:
    before = names(own)
    subjects = own / "overlay" / "subjects" / "road.toml"
    assert invoke("import", "--content", str(own), str(ROAD)).exit_code == 0
    subjects.write_text(f'symbol = "{ROAD_SYMBOL}"\n[OP1]\nen = ["helmets"]\n')
    assert invoke("check", "--content", str(own)).exit_code == 0
    result = invoke("remove", "--content", str(own), "96/0188")
    assert result.exit_code == 0
    removed = [f"{TEXTS}/A_RES_96_188.en.txt", f"{TEXTS}/A_RES_96_188.en.source.toml", "overlay/subjects/road.toml"]
    assert result.stdout.splitlines() == [f"removed {name}" for name in removed]
    assert names(own) == before
    assert invoke("check", "--content", str(own)).exit_code == 0


@pytest.mark.parametrize(
    ("symbol", "said"),
    [
        ("A/RES/1/1", "A/RES/1/1 is not here; expected the symbol of a document that is"),
        ("56/4", "56/4 is the only document; expected another one beside it"),
        ("../../etc", "is not here"),
        ("", "is not here"),
    ],
)
def test_what_cannot_be_removed(own: Path, symbol: str, said: str) -> None:
    before = names(own)
    assert said in complaint("remove", "--content", str(own), symbol)
    assert names(own) == before


def test_a_language_that_is_not_held_is_not_removed(own: Path) -> None:
    assert "56/4 is not here in fr; expected one of zh" in complaint(
        "remove", "--content", str(own), "56/4", "--language", "fr"
    )


def test_a_backup_brings_back_what_somebody_wrote(own: Path, tmp_path: Path) -> None:
    assert invoke("import", "--content", str(own), str(ROAD)).exit_code == 0
    (own / "overlay" / "names" / "states.toml").write_text('[JPN]\nalso = ["Sunrise Archipelago"]\n')
    (own / "settings.env").write_text(
        "BOT_TOKEN=123456:AAsecretAAsecret\nBOT_LOG=json\nBOT_STATE=redis://me:word@host/0\n"
    )
    for name in ("state.sqlite", ".hidden.txt", "unanswered.jsonl"):
        (own / name).write_text("x")
    packed = tmp_path / "backup.tar.gz"
    assert invoke("backup", "--content", str(own), str(packed)).exit_code == 0
    assert stat.S_IMODE(packed.stat().st_mode) == 0o600
    with tarfile.open(packed) as archive:
        archive.extractall(tmp_path / "back", filter="data")
    back = tmp_path / "back"
    assert names(back) == names(own) - {"state.sqlite", ".hidden.txt", "unanswered.jsonl"}
    assert (back / "settings.env").read_text() == "BOT_TOKEN=\nBOT_LOG=json\nBOT_STATE=\n"
    assert all((back / name).read_bytes() == (own / name).read_bytes() for name in names(back) - {"settings.env"})
    said = invoke("ask", "--content", str(back), "56/4: how did the Sunrise Archipelago vote?").stdout
    assert said.startswith("Japan")


# --- two at once -----------------------------------------------------------------------------------


def test_of_two_imports_at_once_one_writes(own: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(program, "import", "--content", str(own), str(ROAD)) for _ in range(2)]
        done = [each.result() for each in both]
    assert sorted(each.returncode for each in done) == [0, UNSOUND]
    assert sum("A_RES_96_188.en.txt\n" in each.stdout.rpartition("  written")[2] for each in done) == 1
    assert sum("in " in each.stderr and "already; expected --replace" in each.stderr for each in done) == 1


def test_a_folder_that_cannot_be_written_to(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> str:
        raise OSError(30, "Read-only file system")

    before = names(own)
    monkeypatch.setattr(tempfile, "mkdtemp", refused)
    for arguments in (("import", str(ROAD)), ("import", "--report", str(own / "none" / "r.tsv"), str(ROAD))):
        result = invoke(*arguments, "--content", str(own))
        assert result.exit_code != 0
        assert "Read-only file system; expected a place to write to" in result.stderr
        assert "Traceback" not in result.output
    assert names(own) == before


# --- what is written -------------------------------------------------------------------------------


@pytest.mark.parametrize("out", ["-", "/dev/full"])
@pytest.mark.parametrize("command", [("export", "votes"), ("backup",), ("board",)], ids=" ".join)
def test_a_full_disk_is_one_sentence(command: tuple[str, ...], out: str, own: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = run(*command, "--content", str(own), out, environment=os.environ, stdout=full)
    assert done.returncode == 2
    assert re.fullmatch(
        r"resolution-bot: .*: No space left on device; expected a place to write to\n", done.stderr.decode()
    )


@pytest.mark.parametrize("command", [("check",), ("ask", "全文"), ("chat",)], ids=" ".join)
def test_a_full_terminal_is_one_sentence(command: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        done = run(*command, environment=os.environ, stdin=b"12\n", stdout=full)
    assert (
        done.stderr.decode()
        == "resolution-bot: standard output: No space left on device; expected a place to write to\n"
    )


def test_a_file_is_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.csv"
    output.write(str(path), b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as raised:
        output.write(str(path), b"new")
    assert raised.value.filename == str(path)
    assert names(tmp_path) == {"out.csv"}
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("encoding", "starting"), [("ascii", start), ("gbk", by_itself), ("big5", start), ("latin-1", start)]
)
def test_a_terminal_that_lacks_characters(encoding: str, starting: Callable[..., Process]) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    questions = ["How did Türkiye vote?", "谁弃权了", "🇯🇵", "全文"]
    batch = "".join(json.dumps([question]) + "\n" for question in questions)
    done = run("ask", "--json", "--batch", "-", stdin=batch.encode(), environment=environment, starting=starting)
    assert (done.returncode, done.stderr) == (0, b"")
    # What says that it is ASCII is sent UTF-8: whoever reads it can most likely show that.
    said = done.stdout.decode("utf-8" if encoding == "ascii" else encoding).splitlines()
    assert [json.loads(line) for line in said] == [
        json.loads(line) for line in invoke("ask", "--json", "--batch", "-", stdin=batch).stdout.splitlines()
    ]
    assert len(said) == len(questions)


@pytest.mark.parametrize(("encoding", "starting"), [("ascii", by_itself), ("utf-8", start)])
def test_chat_reads_utf8_where_the_terminal_says_ascii(encoding: str, starting: Callable[..., Process]) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = run("chat", stdin="第5段\n".encode(), environment=environment, starting=starting)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "第5段：" in done.stdout.decode()


@pytest.mark.parametrize(
    "line",
    ["a" * 5_000_000, "中国" * 1_700_000, "12 " * 1_700_000, "(" * 5_000_000, "a/" * 2_500_000],
    ids=["a", "zh", "12", "(", "a/"],
)
def test_a_line_of_five_megabytes(line: str) -> None:
    done = program("chat", stdin=f"{line}\n第5段\nquit\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "第5段：" in done.stdout
    assert len(done.stdout) < 10_000


# --- cells -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x")'])
def test_a_cell_that_a_spreadsheet_would_run(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "China", "2024-07-10", "A/HRC/RES/56/4", "中国", 29, "a=b", "'=1"])
def test_other_cells_stay(cell: object) -> None:
    assert harmless(cell) == str(cell)


def test_a_title_in_the_votes_is_no_formula(content: Path, tmp_path: Path) -> None:
    from bot.corpus.loading import load

    path = content / TEXTS / DOCUMENT
    text = path.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if "人权与国际团结" in line)
    path.write_text(text.replace(title, title.replace("人权与国际团结", "=1+1人权"), 1), encoding="utf-8")
    library = load(content)
    (resolution,) = library.resolutions
    assert resolution.title.text.startswith("=")
    written = export(resolution, library.names)
    assert all(row["title"].startswith("'=") for row in csv.DictReader(io.StringIO(written)))
    (tmp_path / "x.votes.csv").write_text(written, encoding="utf-8")
    assert read_votes(tmp_path / "x.votes.csv", library.names, resolution).tally == resolution.tally


def test_a_file_name_in_the_report_is_no_formula(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("=cmd.txt").write_bytes(ROAD.read_bytes())
    invoke("import", "--content", str(own), "--dry-run", "--report", "r.tsv", "=cmd.txt", "=none.txt")
    rows = list(csv.DictReader(io.StringIO(Path("r.tsv").read_text(encoding="utf-8")), delimiter="\t"))
    assert [row["file"] for row in rows] == ["'=cmd.txt", "'=none.txt"]


# --- unanswered ------------------------------------------------------------------------------------

LINES = (
    {"day": "2024-07-10", "why": "opinion", "language": "en", "message": "Was it wise?"},
    {"day": "2024-07-12", "why": "opinion", "language": "en", "message": "was  it WISE"},
    {"day": "2024-07-11", "why": "money", "language": "zh-Hans", "message": "=要多少钱", "document": SYMBOL},
    {
        "day": "2024-07-11",
        "time": "10:20",
        "why": "wrong",
        "kind": "vote",
        "document": SYMBOL,
        "language": "en",
        "answer": "France: against.",
    },
)


def test_what_was_asked_most_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "unanswered.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in LINES) + "\n\n", encoding="utf-8")
    rows = list(csv.reader(io.StringIO(invoke("unanswered", str(path)).stdout), delimiter="\t"))
    assert rows == [
        ["times", "first", "last", "document", "why", "message"],
        ["2", "2024-07-10", "2024-07-12", "", "opinion", "Was it wise?"],
        ["1", "2024-07-11", "2024-07-11", SYMBOL, "money", "'=要多少钱"],
        ["1", "2024-07-11 10:20", "2024-07-11 10:20", SYMBOL, "wrong", "France: against."],
    ]


@pytest.mark.parametrize("line", ["x", "[]", '{"message": 1}', "\xff", "[" * 5000])
def test_a_line_that_is_none_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "unanswered.jsonl"
    path.write_bytes(b'{"message": "fine"}\n' + line.encode("latin-1") + b"\n")
    assert f"{path}:2: not a line of such a file; expected a JSON object of strings" in complaint(
        "unanswered", str(path)
    )


def test_without_a_file_to_count() -> None:
    result = invoke("unanswered")
    assert result.exit_code == 2
    assert "BOT_UNANSWERED is not set" in result.stderr


# --- symbols ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("56/04", "56/4"), ("A/HRC/RES/056/004", "A/HRC/RES/56/4"), ("A/RES/100/10", "A/RES/100/10"),
        ("S/RES/2728(2024)", "S/RES/2728(2024)"), (" ５６／４ ", "56/4"), ("A/RES/ES-10/022", "A/RES/ES-10/22"),
        ("A/RES/3068 (XXVIII)", "A/RES/3068 (XXVIII)"), ("0", "0"),
    ],
)  # fmt: skip
def test_a_symbol_as_it_is_printed(given: str, printed: str) -> None:
    assert plain_symbol(given) == printed


@pytest.mark.parametrize("command", [("export", "votes"), ("board",)], ids=" ".join)
def test_a_number_with_a_zero_before_it(command: tuple[str, ...], tmp_path: Path) -> None:
    assert invoke(*command, "--symbol", "56/04", str(tmp_path / "out")).exit_code == 0
    assert (tmp_path / "out").stat().st_size > 100


# --- chat ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("leaves", ["quit", "exit", "/quit", " EXIT "])
def test_chat_is_left(leaves: str) -> None:
    done = program("chat", stdin=f"第5段\n{leaves}\n第6段\n")
    assert done.returncode == 0
    assert "第5段：" in done.stdout
    assert "第6段" not in done.stdout


def test_chat_says_where_pictures_are_and_changes_the_language() -> None:
    done = program(
        "chat",
        stdin="/map\n/lang\n/lang en\n中国\n/lang zh-Hant\nHow did France vote?\n/lang auto\nHow did France vote?\n"
        "/lang xx\n",
    )
    picture, ask, now, china, taiwan, france, auto, again, asked = re.split(r"\n\n(?!——|— )", done.stdout.strip())
    assert "resolution-bot board FILE.png" in picture
    assert "/lang zh-Hant" in ask
    assert now == "I answer in English."
    assert china.startswith("China")
    assert "投了反對票" in france
    assert again.startswith("France")
    assert "/lang zh-Hant" in asked
    assert (taiwan, auto) == ("我用繁體中文回答。", "我用你提問的語言回答。")


def test_what_an_upgrade_would_take_along_is_not_written(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The copy of content/ that is installed with the program, here the folder beside a settings.py elsewhere."""
    (own.parent / "content").symlink_to(own)
    monkeypatch.setattr("bot.settings.__file__", str(own.parent / "settings.py"))
    monkeypatch.setattr(Path, "resolve", lambda path, strict=False: path)
    folder = str(own.parent / "content")
    for command in (("import", str(ROAD)), ("remove", "56/4")):
        assert "expected a folder of your own: resolution-bot init DIR" in invoke(*command, "--content", folder).stderr
    assert invoke("import", "--dry-run", "--content", folder, str(ROAD)).exit_code == 0


def test_where_the_program_was_called_need_not_be_there_any_more(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    call = f"cd '{tmp_path}/gone' && rmdir '{tmp_path}/gone' && exec '{sys.executable}' -m bot ask 第5段"
    environment = {**os.environ, "PYTHONPATH": str(CONTENT.parent), "PYTHONUTF8": "1"}
    done = subprocess.run(["sh", "-c", call], capture_output=True, timeout=60, env=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith("第5段：")


def test_the_content_of_a_checkout_is_what_runs_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after `pip install .`: the program is elsewhere, with a copy of content/ beside it."""
    monkeypatch.setattr("bot.settings.__file__", str(tmp_path / "site-packages" / "bot" / "settings.py"))
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "venv"))
    monkeypatch.chdir(tmp_path)
    assert program_content() == tmp_path / "site-packages" / "bot" / "content"
    monkeypatch.chdir(CONTENT.parent)
    assert program_content() == CONTENT
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "prefix", str(CONTENT.parent / ".venv"))
    assert program_content() == CONTENT
