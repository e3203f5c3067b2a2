"""Tests of the command line: what it prints, what it refuses, and with which exit status."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.program.shared import BAD_INPUT, UNSOUND
from tests.starting import ROOT, Process, by_itself, run, start

DOCUMENT = "A_HRC_RES_56_4.zh.txt"
SYMBOL = "A/HRC/RES/56/4"
CLAUSE_12 = "注意到人权与国际团结独立专家关于寻求通过跨国、国际和区域网络表达国际团结的民间社会组织的参与的报告¹；"
CLAUSE_5 = "确认国际团结是当代国际法和国际人权法的一项基本原则；"


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BOT_TOKEN", "BOT_API_URL", "BOT_CONTENT"):
        monkeypatch.delenv(name, raising=False)


def program(
    *arguments: str, stdin: str | bytes = "", starting: Callable[..., Process] = start, **environment: str
) -> subprocess.CompletedProcess[str]:
    """``python -m bot`` in a process of its own."""
    given = stdin.encode() if isinstance(stdin, str) else stdin
    environment = {**os.environ, "PYTHONUTF8": "1", **environment}
    done = run(*arguments, environment=environment, stdin=given, starting=starting)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def invoke(*arguments: str, stdin: str = "", **environment: str) -> Result:
    """The same within this process; an exception that nothing catches fails the test."""
    result = CliRunner().invoke(main, arguments, input=stdin, env=environment)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def objects(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


# --- ask ---------------------------------------------------------------------------------------


def test_ask_prints_the_clause_and_its_source() -> None:
    done = program("ask", "第12段", starting=by_itself)
    assert done.returncode == 0
    assert CLAUSE_12 in done.stdout
    assert "A/HRC/56/57。" in done.stdout
    assert f"第12段，{SYMBOL}，2024年7月10日" in done.stdout
    assert f"https://undocs.org/{SYMBOL}" in done.stdout
    assert done.stderr == ""


def test_several_questions_are_one_conversation() -> None:
    alone, together = invoke("ask", "--json", "法国呢"), invoke("ask", "--json", "中国怎么投的", "法国呢")
    assert objects(together.stdout)[0]["votes"] == {"FRA": "no"}
    assert len(objects(together.stdout)) == len(objects(alone.stdout)) == 1
    after = objects(invoke("ask", "--json", "第4段", "下一段").stdout)[0]
    assert after["paragraphs"] == ["OP5"]
    assert CLAUSE_5 in after["text"]


@pytest.mark.parametrize(
    ("question", "kind", "votes", "paragraphs"),
    [
        ("中国怎么投的", "vote", {"CHN": "yes"}, []),
        ("英国怎么投的", "vote", {"GBR": "absent"}, []),
        ("谁弃权了", "roll", {"ARG": "abstain", "CHL": "abstain", "CRI": "abstain", "MAR": "abstain"}, []),
        ("表决结果", "tally", {}, []),
        ("第5段", "paragraph", {}, ["OP5"]),
        ("序言第2段", "paragraph", {}, ["PP2"]),
        ("第21段", "paragraph", {}, []),
        ("哪天通过的", "fact", {}, []),
        ("全文", "document", {}, []),
        ("你好", "help", {}, []),
        ("", "clarify", {}, []),
        ("为什么日本反对", "none", {}, []),
    ],
)
def test_ask_json(question: str, kind: str, votes: dict[str, str], paragraphs: list[str]) -> None:
    result = invoke("ask", "--json", question)
    assert result.exit_code == 0
    (said,) = objects(result.stdout)
    assert set(said) == {
        "kind",
        "resolution",
        "votes",
        "paragraphs",
        "text",
        "why",
        "verdict",
        "filters",
        "answers",
        "offered",
    }
    assert (said["kind"], said["votes"], said["paragraphs"]) == (kind, votes, paragraphs)
    assert said["resolution"] == (None if kind == "clarify" else SYMBOL)
    assert isinstance(said["text"], str)
    assert said["text"].strip()
    assert said["why"] == []


def test_ask_json_says_why_for_a_subject() -> None:
    (said,) = objects(invoke("ask", "--json", "哪段讲宣言草案").stdout)
    assert said["paragraphs"][0] == "OP16"
    assert said["why"]
    assert all(isinstance(word, str) for word in said["why"])


@pytest.mark.parametrize(
    "arguments", [("ask",), ("ask", "--json"), ("ask", "--batch", "-"), ("ask", "--json", "--batch", "-", "第12段")]
)
def test_usage_errors(arguments: tuple[str, ...]) -> None:
    result = invoke(*arguments)
    assert result.exit_code == BAD_INPUT == 2
    assert result.stdout == ""
    assert "Usage:" in result.stderr
    assert "QUESTION" in result.stderr


def test_an_unknown_command_or_option_is_a_usage_error() -> None:
    assert invoke("sing").exit_code == 2
    assert invoke("ask", "--loud", "第12段").exit_code == 2


# --- ask --json --batch --------------------------------------------------------------------------


def test_batch_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text('["第12段"]\n\n["中国怎么投的", "法国呢"]\n   \n["谁弃权了"]', encoding="utf-8")
    result = invoke("ask", "--json", "--batch", str(path))
    assert result.exit_code == 0
    assert result.stderr == ""
    first, second, third = objects(result.stdout)
    assert first["paragraphs"] == ["OP12"]
    assert second["votes"] == {"FRA": "no"}
    assert third["kind"] == "roll"


def test_batch_from_standard_input() -> None:
    done = program("ask", "--json", "--batch", "-", stdin='["第5段"]\n["how did Japan vote"]\n')
    assert done.returncode == 0
    assert [(o["paragraphs"], o["votes"]) for o in objects(done.stdout)] == [(["OP5"], {}), ([], {"JPN": "no"})]


def test_each_line_of_a_batch_is_a_conversation_of_its_own() -> None:
    batch = invoke("ask", "--json", "--batch", "-", stdin='["中国怎么投的"]\n["那下一段呢"]\n')
    assert objects(batch.stdout)[1] == objects(invoke("ask", "--json", "那下一段呢").stdout)[0]


@pytest.mark.parametrize(
    "bad",
    [
        "not json",
        "第12段",
        '["第12段"',
        "[]",
        "[1, 2]",
        '["第12段", 3]',
        '[["第12段"]]',
        '{"turns": ["第12段"]}',
        '"第12段"',
        "null",
        "3",
        pytest.param("[" * 100_000, id="deep"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_answered(bad: str) -> None:
    result = invoke("ask", "--json", "--batch", "-", stdin=f'["第5段"]\n{bad}\n["第12段"]\n')
    assert result.exit_code == BAD_INPUT
    assert [o["paragraphs"] for o in objects(result.stdout)] == [["OP5"], ["OP12"]]
    (complaint,) = result.stderr.splitlines()
    assert complaint.startswith("resolution-bot: line 2: expected a JSON array of ")
    assert bad[:10] in complaint
    assert len(complaint) < 200


def test_every_bad_line_is_named() -> None:
    done = program("ask", "--json", "--batch", "-", stdin='x\n["第5段"]\n[]\n')
    assert done.returncode == 2
    assert [line.split(":")[1].strip() for line in done.stderr.splitlines()] == ["line 1", "line 3"]
    assert len(done.stdout.splitlines()) == 1


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "none.jsonl"
    result = invoke("ask", "--json", "--batch", str(path))
    assert result.exit_code == BAD_INPUT
    assert result.stdout == ""
    (complaint,) = result.stderr.splitlines()
    assert complaint.startswith(f"resolution-bot: {path}: ")


def test_a_folder_is_no_file_of_questions(tmp_path: Path) -> None:
    result = invoke("ask", "--json", "--batch", str(tmp_path))
    assert result.exit_code == BAD_INPUT
    assert result.stderr.startswith(f"resolution-bot: {tmp_path}: ")


BINARY = bytes(range(256)) * 20


@pytest.mark.parametrize("way", ["file", "standard input"])
def test_a_batch_that_is_no_text(way: str, tmp_path: Path) -> None:
    path = tmp_path / "binary"
    path.write_bytes(BINARY)
    done = (
        program("ask", "--json", "--batch", str(path))
        if way == "file"
        else program("ask", "--json", "--batch", "-", stdin=BINARY)
    )
    assert done.returncode == 2
    assert done.stdout == ""
    # Where standard input lets any byte through, each line is refused by itself.
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("resolution-bot: ")
    assert "expected" in done.stderr
    if way == "file":
        assert done.stderr.startswith(f"resolution-bot: {path}: ")
        assert "UTF-8" in done.stderr


# --- chat ----------------------------------------------------------------------------------------


def test_chat_over_a_pipe() -> None:
    done = program("chat", stdin="中国怎么投的\n\n   \n法国呢\n第12段\n", starting=by_itself)
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.index("中国投了赞成票") < done.stdout.index("法国投了反对票") < done.stdout.index(CLAUSE_12)
    # No prompt and no greeting where nobody reads them.
    assert done.stdout.startswith("中国投了赞成票")
    assert ">" not in done.stdout


def test_chat_knows_the_commands() -> None:
    said = invoke("chat", stdin="/para 5\n/roll 弃权\n/nope\n").stdout
    assert "第5段：\n确认国际团结" in said
    assert "弃权（4）：阿根廷、智利、哥斯达黎加、摩洛哥" in said


def test_chat_that_ends_at_once() -> None:
    result = invoke("chat", stdin="")
    assert result.exit_code == 0
    assert result.stdout.strip() == ""


def test_chat_goes_on_after_nonsense() -> None:
    result = invoke("chat", stdin="\x07\x1b[A\n<b>&\n第5段")
    assert result.exit_code == 0
    assert CLAUSE_5 in result.stdout


# --- check ---------------------------------------------------------------------------------------


def test_check_prints_what_was_read() -> None:
    done = program("check", starting=by_itself)
    assert done.returncode == 0
    assert done.stderr == ""
    (row,) = [line for line in done.stdout.splitlines() if line.startswith(SYMBOL)]
    assert re.search(r"\b15 \+ 20\b", row)
    assert re.search(r"\b29–14–4\b", row)
    assert re.search(r"\b47\b", row)


def test_check_json() -> None:
    result = invoke("check", "--json")
    assert result.exit_code == 0
    (document,) = objects(result.stdout)
    assert set(document) == {
        "symbol", "language", "title", "body", "session", "agenda_item", "adopted", "meeting", "adoption", "tally",
        "votes", "paragraphs", "footnotes"
    }  # fmt: skip
    assert document["symbol"] == SYMBOL
    assert document["language"] == "zh"
    assert document["title"] == "人权与国际团结"
    assert document["body"] == "人权理事会"
    assert (document["session"], document["agenda_item"], document["meeting"]) == (56, 3, 34)
    assert document["adopted"] == "2024-07-10"
    assert document["tally"] == {"yes": 29, "no": 14, "abstain": 4}
    votes = list(document["votes"].values())
    assert (len(votes), votes.count("yes"), votes.count("no"), votes.count("abstain")) == (47, 29, 14, 4)
    assert [document["votes"][code] for code in ("CHN", "USA", "MAR")] == ["yes", "no", "abstain"]
    assert list(document["paragraphs"]) == [*(f"PP{n}" for n in range(1, 16)), *(f"OP{n}" for n in range(1, 21))]
    assert document["paragraphs"]["OP12"] == CLAUSE_12
    assert document["footnotes"] == {"¹": "A/HRC/56/57。"}


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("阿根廷、智利", "阿根廷、中国、智利", "阿根廷、中国、智利", "“中国” is listed twice"),
        ("阿根廷、智利", "智利", "弃权：", "3 voters .* says 4"),
        ("以29票对14票", "以29票对15票", "反对：", "14 voters .* says 15"),
        ("摩洛哥]", "亚特兰蒂斯]", "亚特兰蒂斯", "“亚特兰蒂斯” is not a state"),
        (
            "5. **确认**国际团结是当代国际法和国际人权法的一项基本原则；\n",
            "",
            "6. **又确认**",
            "operative paragraph 6; expected 5",
        ),
        ("15. **又请**", "16. **又请**", "16. **又请**", "operative paragraph 16; expected 15"),
    ],
    ids=["voter twice", "voter missing", "tally", "unknown state", "paragraph missing", "number twice"],
)
def test_a_document_that_is_not_sound(content: Path, old: str, new: str, line: str, said: str) -> None:
    path = content / "resolutions" / DOCUMENT
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    number = next(n for n, each in enumerate(path.read_text(encoding="utf-8").split("\n"), 1) if line in each)
    result = invoke("check", "--content", str(content))
    assert result.exit_code == UNSOUND == 1
    assert result.stdout == ""
    (complaint,) = result.stderr.splitlines()
    assert complaint.startswith(f"resolution-bot: {path}:{number}: ")
    assert re.search(said, complaint)


@pytest.mark.parametrize("command", [("check",), ("ask", "第12段"), ("chat",)], ids=lambda command: command[0])
def test_unsound_content_makes_no_traceback(content: Path, command: tuple[str, ...]) -> None:
    path = content / "resolutions" / DOCUMENT
    path.write_text(path.read_text(encoding="utf-8").replace("摩洛哥]", "亚特兰蒂斯]"), encoding="utf-8")
    done = program(*command, "--content", str(content))
    assert done.returncode == 1
    assert done.stdout == ""
    assert re.fullmatch(r"resolution-bot: .*:\d+: .*\n", done.stderr)


# --- which content -------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [("check",), ("check", "--json"), ("ask", "第12段"), ("chat",)], ids=" ".join)
def test_content_that_is_not_there(command: tuple[str, ...], tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"
    result = invoke(*command, "--content", str(folder))
    assert result.exit_code == UNSOUND
    assert result.stdout == ""
    (complaint,) = result.stderr.splitlines()
    assert complaint.startswith(f"resolution-bot: {folder}: ")


def test_a_file_is_no_content(tmp_path: Path) -> None:
    path = tmp_path / "content"
    path.write_text("x", encoding="utf-8")
    result = invoke("check", "--content", str(path))
    assert result.exit_code == UNSOUND
    assert f"{path}: not a folder" in result.stderr


def test_an_empty_folder_is_no_content(tmp_path: Path) -> None:
    result = invoke("check", "--content", str(tmp_path))
    assert result.exit_code == UNSOUND
    assert "missing" in result.stderr
    assert str(tmp_path) in result.stderr


@pytest.mark.parametrize(
    "name",
    [
        f"resolutions/{DOCUMENT}",
        "names/states.toml",
        "groups.toml",
        "cues.toml",
        "synonyms.toml",
        "subjects/A_HRC_RES_56_4.toml",
    ],
)
def test_content_that_is_no_text(content: Path, name: str) -> None:
    (content / name).write_bytes(BINARY)
    result = invoke("check", "--content", str(content))
    assert result.exit_code == UNSOUND
    assert result.stdout == ""
    (complaint,) = result.stderr.splitlines()
    assert complaint.startswith(f"resolution-bot: {content / name}")
    assert "UTF-8" in complaint


def test_a_folder_of_nothing_but_binary_files(tmp_path: Path) -> None:
    for name in (
        "names/states.toml",
        "names/ambiguous.toml",
        "resolutions/a.zh.txt",
        "cues.toml",
        "references.toml",
        "groups.toml",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(BINARY)
    done = program("check", "--content", str(tmp_path))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_content_from_the_environment(content: Path, tmp_path: Path) -> None:
    path = content / "resolutions" / DOCUMENT
    path.write_text(path.read_text(encoding="utf-8").replace("一项基本原则", "一项根本准则"), encoding="utf-8")
    changed = invoke("ask", "第5段", BOT_CONTENT=str(content))
    assert changed.exit_code == 0
    assert "确认国际团结是当代国际法和国际人权法的一项根本准则；" in changed.stdout
    # What is said on the command line goes before it.
    assert invoke("check", "--content", str(tmp_path / "nowhere"), BOT_CONTENT=str(content)).exit_code == UNSOUND
    assert invoke("check", "--content", str(content), BOT_CONTENT=str(tmp_path / "nowhere")).exit_code == 0
    assert invoke("check", BOT_CONTENT=str(tmp_path / "nowhere")).exit_code == UNSOUND


def test_empty_in_the_environment_is_not_set() -> None:
    assert invoke("check", BOT_CONTENT="").exit_code == 0


# --- the program ---------------------------------------------------------------------------------


COMMANDS = sorted(main.commands)


def test_the_commands() -> None:
    talk = {"ask", "board", "chart", "chat", "check", "export", "serve"}
    own = {"backup", "init", "reload", "remove", "unanswered"}
    assert set(COMMANDS) == talk | own | {"fetch", "import", "index"}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_every_command_has_help(command: str, option: str) -> None:
    result = invoke(command, option)
    assert result.exit_code == 0
    assert "Usage:" in result.stdout
    assert command in ("export", "init") or "--content DIR" in result.stdout
    described = main.commands[command].help or ""
    assert described.splitlines()[0][:40] in result.stdout


def test_help_names_every_command() -> None:
    result = invoke("--help")
    assert result.exit_code == 0
    assert all(re.search(rf"^  {command} +\w", result.stdout, re.MULTILINE) for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_every_command(command: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"(?:resolution-bot|-m bot|`)\s*{command}\b", readme)


def test_what_asking_for_a_paragraph_does_not_need_is_not_loaded() -> None:
    code = (
        "import sys\n"
        "from bot.__main__ import main\n"
        "main(['ask', '第12段'], standalone_mode=False)\n"
        "print('loaded', *sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=60, env={**os.environ, "PYTHONUTF8": "1"}
    )
    assert done.returncode == 0, done.stderr.decode()
    said, _, loaded = done.stdout.decode().rpartition("loaded ")
    assert CLAUSE_12 in said
    assert "click" in loaded.split()
    assert not {"telegram", "jieba", "httpx"} & set(loaded.split())


@pytest.mark.parametrize("way", ["in this process", "in its own"])
def test_the_version(way: str) -> None:
    from bot import __version__

    said = invoke("--version").stdout if way == "in this process" else program("--version", starting=by_itself).stdout
    assert re.fullmatch(r"\d+\.\d+(?:\.\d+)?\S*", __version__)
    assert re.fullmatch(rf"resolution-bot, version {re.escape(__version__)}\n", said)


def test_a_line_of_more_digits_than_are_read_is_named() -> None:
    result = invoke("ask", "--json", "--batch", "-", stdin='["第5段"]\n' + "1" * 5000 + '\n["第12段"]\n')
    assert result.exit_code == BAD_INPUT
    assert [o["paragraphs"] for o in objects(result.stdout)] == [["OP5"], ["OP12"]]
    (complaint,) = result.stderr.splitlines()
    assert complaint.startswith("resolution-bot: line 2: expected a JSON array of ")
    assert len(complaint) < 200


def test_a_message_of_many_digits_shows_no_paragraph() -> None:
    messages = ["1" * 5000, "第" + "9" * 5000 + "段", "第" + "九" * 5000 + "段", "paragraph " + "12" * 2500, "第5段"]
    result = invoke("ask", "--json", "--batch", "-", stdin="\n".join(json.dumps([message]) for message in messages))
    assert result.exit_code == 0
    assert [o["paragraphs"] for o in objects(result.stdout)] == [[], [], [], [], ["OP5"]]


def test_lone_surrogates_are_no_harm() -> None:
    lines = [
        line
        for escaped in (r"\ud800", r"\udfff", r"\udc00\ud800")
        for line in (f'["{escaped}"]', f'["{escaped} 第5段"]', f'["法国{escaped}怎么投的"]')
    ]
    result = invoke("ask", "--json", "--batch", "-", stdin="\n".join(lines))
    assert result.exit_code == 0
    assert result.stderr == ""
    said = objects(result.stdout)
    assert [o["kind"] for o in said[::3]] == ["clarify"] * 3
    assert [o["paragraphs"] for o in said[1::3]] == [["OP5"]] * 3
    assert [o["votes"] for o in said[2::3]] == [{"FRA": "no"}] * 3


@pytest.mark.parametrize(
    ("command", "language"), [(("check",), "en"), (("check", "--json"), "zh-Hant"), (("ask", "第5段"), "zh-Hans")]
)
def test_wording_is_checked(content: Path, command: tuple[str, ...], language: str) -> None:
    path = content / "wording" / f"{language}.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("{state}", "{staat}", 1), encoding="utf-8")
    result = invoke(*command, "--content", str(content))
    assert result.exit_code == UNSOUND
    assert result.stdout == ""
    (complaint,) = result.stderr.splitlines()
    assert complaint.startswith(f"resolution-bot: {path}: votes.cast ")
    assert "{staat}" in complaint
