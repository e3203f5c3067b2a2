"""Tests of what has to wait, waiting alone: the menu, a chat with a limit, a second program, content read again."""

from __future__ import annotations

import itertools
import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot

from bot.faces.telegram import polling, profile
from bot.talk import Speaker
from tests.botapi import PATIENCE, BotApi, Call
from tests.faces.served import CLAUSE_5, Served, hooked, ids, serving
from tests.starting import ROOT, Process, by_itself, start

TWO_HOURS = 7200


def answered(server: BotApi, chat: int, within: float = 30.0) -> None:
    """A question is answered, long before two hours have gone by."""
    assert CLAUSE_5 in server.exchange("第5段", within, chat=chat).text


# --- menu and descriptions ---------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["getMyCommands", "setMyCommands", "setMyShortDescription"])
def test_a_menu_that_has_to_wait_two_hours_holds_up_nobody(tmp_path: Path, method: str) -> None:
    server = BotApi()
    server.fail_next(method=method, retry_after=TWO_HOURS, times=100)
    with server.in_thread(), serving(tmp_path / "stderr", server) as served:
        server.wait_until(lambda: any(struck.method == method for struck in server.struck))
        answered(server, 7)
        # The same once content is read again.
        struck = len(server.struck)
        served.process.send_signal(signal.SIGHUP)
        server.wait_until(lambda: len(server.struck) > struck)
        answered(server, 8)
        assert served.stop() == 0
        assert "Traceback" not in served.stderr


ODD = [False, 5, "x", {}, [], {"description": 5}, {"description": None}, [{"command": 5}], [5], {"commands": []}]


@pytest.mark.parametrize("method", ["getMyCommands", "getMyDescription", "getMyShortDescription"])
async def test_an_odd_answer_ends_nothing(speaker: Speaker, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    monkeypatch.setattr(profile, "MENU_PAUSES", (0.01, 0.01))
    async with BotApi() as server, Bot(server.token, base_url=f"{server.url}/bot") as bot:
        for odd in ODD:
            server.fail_next(method=method, result=odd)
        setting = profile.Profile(bot)
        setting.set(speaker.wordings, several=False)
        await server.wait_until_async(
            lambda: (
                len(server.profile.commands) == 2 * len(profile.DESCRIBED_IN)
                and len(server.profile.short_description) == len(profile.DESCRIBED_IN)
            )
        )
        assert server.struck
        setting.stop()


def test_what_failed_is_set_later(tmp_path: Path) -> None:
    server = BotApi()
    server.fail_next(method="setMyCommands", retry_after=1, times=2)
    server.fail_next(502, method="setMyDescription")
    with server.in_thread(), serving(tmp_path / "stderr", server):
        server.wait_until(
            lambda: (
                len(server.profile.commands) == 2 * len(profile.DESCRIBED_IN)
                and len(server.profile.description) == len(profile.DESCRIBED_IN)
            )
        )


# --- a chat with a limit -------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["polling", "webhook"])
def test_a_group_with_a_long_limit_holds_up_nobody(tmp_path: Path, mode: str) -> None:
    server, log = BotApi(), tmp_path / "stderr"
    group = server.chat(-1_000_000_000_000 - next(ids), type="supergroup", title="Hall").id
    with server.in_thread(), serving(log, server) if mode == "polling" else hooked(log, server):
        answered(server, 7, PATIENCE)
        server.fail_next(method="sendMessage", chat=group, retry_after=60, times=100)
        # More than are fetched ahead, by many people: none of it is a flood.
        for n in range(150):
            server.say("/para 5", chat=group, user=50_000 + n)
        server.wait_until(lambda: any(struck.params["chat_id"] == str(group) for struck in server.struck))
        for chat in range(7, 27):
            began = time.monotonic()
            answered(server, chat)
            assert time.monotonic() - began < 20
        assert len(server.struck) == 1


def test_messages_to_a_chat_with_a_limit_come_later_in_order(tmp_path: Path) -> None:
    server = BotApi()
    with server.in_thread(), serving(tmp_path / "stderr", server):
        server.fail_next(method="sendMessage", chat=7, retry_after=2)
        for paragraph in (3, 4, 5):
            server.say(f"第{paragraph}段", chat=7)
        calls = server.wait_for(3)
        assert [call.text[:3] for call in calls] == ["第3段", "第4段", "第5段"]


# --- another program with the same token -----------------------------------------------------------------


def said_of_another(served: Served) -> list[str]:
    return [line for line in served.stderr.splitlines() if "another program" in line]


def test_the_second_of_two_programs_says_so_in_one_line_and_waits(tmp_path: Path) -> None:
    server = BotApi()
    with server.in_thread(), serving(tmp_path / "first", server) as first:
        answered(server, 7, PATIENCE)
        # Until it counts as the one that was here first, which nothing shows but the time.
        time.sleep(polling.SETTLED)
        with serving(tmp_path / "second", server) as second:
            server.wait_until(lambda: any(r.code == 409 for r in server.refused))
            for n in range(40):
                answered(server, 100 + n)
            deadline, others = time.monotonic() + 30, itertools.count(200)
            while not said_of_another(second) and time.monotonic() < deadline:
                # Each in a chat of its own: one that asks too fast is told so.
                answered(server, next(others))
            assert len(said_of_another(second)) == 1
            assert "waiting until it ends" in said_of_another(second)[0]
            assert len(said_of_another(first)) <= 1
            # Each is answered, whoever does; what one has fetched and not yet confirmed Telegram hands to the other,
            # too.
            assert {c.chat_id for c in server.messages} >= set(range(100, 140))
            assert first.stop() == 0
            answered(server, 8, 60)
            assert second.process.poll() is None
            assert "Traceback" not in first.stderr + second.stderr
            assert second.stop() == 0


# --- SIGHUP --------------------------------------------------------------------------------------------


def caught(pid: int) -> bool:
    """Whether a process catches SIGHUP, which is the first of the signals."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return bool(int(re.search(r"SigCgt:\s*([0-9a-f]+)", status)[1], 16) & 1)  # type: ignore[index]


# Until it knows how it gets its updates it is the same program: one that starts as people start it tells of both.
@pytest.mark.parametrize(("run", "starting"), [(serving, by_itself), (hooked, start)], ids=["polling", "webhook"])
def test_sighup_from_the_first_moment_on(
    tmp_path: Path, run: Callable[..., AbstractContextManager[Any]], starting: Callable[..., Process]
) -> None:
    server, log = BotApi(), tmp_path / "stderr"
    with server.in_thread(), run(log, server, starting=starting) as running:
        served = running if isinstance(running, Served) else running[0]
        while not caught(served.process.pid):
            # Until then it is not the program yet, but the interpreter that comes up.
            assert served.process.poll() is None
        for _ in range(30):
            served.process.send_signal(signal.SIGHUP)
            time.sleep(0.02)
        answered(server, 7, 60)
        deadline = time.monotonic() + 60
        while "content was read" not in served.stderr:
            assert time.monotonic() < deadline
            time.sleep(0.02)
        assert served.stderr.count("content is read again") <= 2
        # And until the last.
        served.process.send_signal(signal.SIGTERM)
        while served.process.poll() is None:
            served.process.send_signal(signal.SIGHUP)
            time.sleep(0.001)
        assert served.process.returncode == 0


def test_before_anything_is_loaded_it_is_kept() -> None:
    program = """
import sys; sys.argv = ["x", "serve"]
import os, signal, bot.hangup
hup = lambda: os.kill(os.getpid(), signal.SIGHUP)
hup(); hup()
bot.hangup.listen(lambda: print("told"))
hup()
bot.hangup.listen(None)
hup()
bot.hangup.listen(lambda: print("told again"))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (0, "told\ntold\ntold again\n")


@pytest.mark.parametrize("argv", [["x"], ["x", "chat"], ["x", "ask", "serve"]])
def test_other_commands_end_with_their_terminal(argv: list[str]) -> None:
    program = f"import sys; sys.argv = {argv!r}\nimport os, signal, bot.hangup\n"
    program += "os.kill(os.getpid(), signal.SIGHUP)\nprint('still here')"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (-signal.SIGHUP, "")


# --- what is reported --------------------------------------------------------------------------------------


WRONG = {"en": "⚑ Wrong?", "zh-hans": "⚑ 有误？", "zh-hant": "⚑ 有誤？"}
NOTED = {
    "en": "Thank you. It is noted that this was wrong, and not who said so.",
    "zh-hans": "谢谢，已记下这一回答有误，不记是谁说的。",
    "zh-hant": "謝謝，已記下這一回答有誤，不記是誰說的。",
}


@pytest.fixture(scope="module")
def noting(tmp_path_factory: pytest.TempPathFactory) -> object:
    """A bot that notes what it could not answer, and the file it does so in."""
    folder, server = tmp_path_factory.mktemp("noting"), BotApi()
    noted = folder / "unanswered.jsonl"
    with server.in_thread(), serving(folder / "stderr", server, BOT_UNANSWERED=str(noted), BOT_MAX_RATE="0") as served:
        yield served, noted
        assert served.stop() == 0
        assert not server.refused


def entries(noted: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in noted.read_text(encoding="utf-8").splitlines()] if noted.exists() else []


def report(served: Served, call: Call, code: str, user: int | None = None) -> str:
    return served.press(call, WRONG[code], user).notice


@pytest.mark.parametrize(
    ("code", "say", "kind", "answer"),
    [
        ("en", "How did France vote?", "vote", "France: against."),
        ("en", "/para 5", "paragraph", "Operative paragraph 5:"),
        ("en", "/tally", "tally", "Adopted by a recorded vote: 29 in favour, 14 against, 4 abstaining"),
        ("en", "/roll abstained", "roll", "Abstaining (4): "),
        ("en", "/para", "document", "A/HRC/RES/56/4"),
        ("en", "/map", "tally", "A/HRC/RES/56/4 人权与国际团结"),
        ("zh-hans", "哪天通过的", "fact", ""),
        ("zh-hans", "中国怎么投的", "vote", "中国投了赞成票。"),
        ("zh-hant", "請問中國怎麼投的", "vote", "中"),
    ],
)
def test_what_is_reported_is_noted(noting: tuple[Served, Path], code: str, say: str, kind: str, answer: str) -> None:
    served, noted = noting
    ident = next(ids)
    served.server.user(ident, language_code=code, first_name="Ada-4711", username=f"ada{ident}")
    before = len(entries(noted))
    call = [call for call in served.calls(ident, say) if call.method != "sendChatAction"][-1]
    for _ in range(2):
        # Twice by the same person is once.
        assert report(served, call, code) == NOTED[code]
    (entry,) = entries(noted)[before:]
    assert (entry["why"], entry["kind"], entry["document"]) == ("wrong", kind, "A/HRC/RES/56/4")
    assert entry["answer"].startswith(answer)
    assert {"day", "time"} < set(entry)
    assert not any(str(ident) in value or "4711" in value for value in entry.values())


def test_it_is_reported_by_each_person_of_a_group(noting: tuple[Served, Path]) -> None:
    served, noted = noting
    group = served.server.chat(-1_000_000_000_000 - next(ids), type="supergroup", title="Hall").id
    call = served.server.exchange("/tally", chat=group, user=next(ids))
    before = len(entries(noted))
    for _ in range(3):
        report(served, call, "en", next(ids))
    assert len(entries(noted)) == before + 3


@pytest.mark.parametrize("say", ["核武器", "刚果", "/help", "/start", "/lang", "hello"])
def test_what_is_no_answer_has_no_such_button(noting: tuple[Served, Path], say: str) -> None:
    call = noting[0].server.exchange(say, chat=next(ids))
    assert not any("⚑" in button["text"] for button in call.buttons)


@pytest.mark.parametrize("data", ["wrong-nothing--A_HRC_RES_56_4~e", "wrong~e", "wrong-vote--A_HRC_RES_99_9~e"])
def test_a_report_of_what_there_is_not(noting: tuple[Served, Path], data: str) -> None:
    served, noted = noting
    call, before = served.server.exchange("/tally", chat=next(ids)), len(entries(noted))
    assert served.press_data(call, data, force=True).notice.startswith(("This button is no longer", "这个按钮已失效"))
    assert len(entries(noted)) == before


def test_where_nothing_is_noted_there_is_no_such_button(served: Served, me: int) -> None:
    call = served.server.exchange("/tally", chat=me)
    assert not any("⚑" in button["text"] for button in call.buttons)
