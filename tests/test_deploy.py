"""Tests of deploy/ and docs/: every setting is explained wherever settings are, and what they name is there."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.faces.service import watched
from bot.faces.telegram.metrics import Metrics
from bot.faces.telegram.settings import WebhookSettings

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"


def named(text: str) -> set[str]:
    return set(re.findall(r"\bBOT_[A-Z_]+[A-Z]\b", text))


def in_code() -> set[str]:
    fields = {f"BOT_{name.upper()}" for name in WebhookSettings.model_fields}
    return fields.union(*(named(path.read_text(encoding="utf-8")) for path in (ROOT / "bot").rglob("*.py")))


def test_every_setting_is_in_the_env_file_with_an_explanation_in_both_languages() -> None:
    lines = (DEPLOY / "resolution-bot.env").read_text(encoding="utf-8").splitlines()
    settings = {
        line[1:].partition("=")[0]: number for number, line in enumerate(lines) if re.match(r"#BOT_[A-Z_]+=", line)
    }
    assert set(settings) == in_code()
    for number in settings.values():
        above = number - 1
        while lines[above].startswith("#BOT_"):
            above -= 1
        assert lines[above].startswith("# "), lines[number]
        assert re.search("[\u4e00-\u9fff]", lines[above]), lines[number]
        assert re.search("[a-z]{3}", " ".join(lines[above - 3 : above])), lines[number]


@pytest.mark.parametrize("language", ["English", "中文"])
def test_every_setting_is_in_the_readme_in_both_languages(language: str) -> None:
    english, _, chinese = (ROOT / "README.md").read_text(encoding="utf-8").partition("\n## 中文\n")
    assert named(english if language == "English" else chinese) == in_code()


def test_the_env_file_of_a_new_folder_is_that_of_a_server() -> None:
    assert (DEPLOY / "resolution-bot.env").read_bytes() == (ROOT / "content" / "own" / "settings.env").read_bytes()


NAMING = (
    "docs/running.md",
    "content/own/README.md",
    "README.md",
    "deploy/resolution-bot.service",
    "deploy/compose.yaml",
    "deploy/compose.webhook.yaml",
)


@pytest.mark.parametrize("name", NAMING)
def test_every_command_that_is_named_is_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    commands = set(re.findall(r"(?m)(?:^|bin/|`|exec bot |-- )resolution-bot ([a-z]+)\b", text))
    assert commands <= set(main.commands)


@pytest.mark.parametrize("name", ["docs/running.md", "content/own/README.md"])
def test_both_languages_have_the_same_commands_and_sections(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    english, chinese = re.split(r"(?m)^#{1,2} (?=长期运行|你自己的)", text)
    code = re.compile(r"(?ms)^```sh\n(.*?)^```")

    def commands(part: str) -> list[str]:
        return [line.partition("  #")[0].rstrip() for block in code.findall(part) for line in block.splitlines()]

    assert commands(english) == commands(chinese)
    assert len(re.findall("(?m)^##", english)) == len(re.findall("(?m)^##", chinese))
    assert len(re.findall(r"(?m)^\|", english)) == len(re.findall(r"(?m)^\|", chinese))


def test_the_dashboard_asks_for_what_is_counted() -> None:
    board = json.loads((DEPLOY / "grafana.json").read_text(encoding="utf-8"))
    asked = {
        name
        for panel in board["panels"]
        for target in panel["targets"]
        for name in re.findall(r"\bbot_[a-z_]+", target["expr"])
    }
    counted = {family.name for family in Metrics().registry.collect()}
    plain = {re.sub(r"_(?:total|bucket)$", "", name) for name in asked}
    assert len(plain) >= 8
    assert plain <= counted
    places = [tuple(panel["gridPos"][key] for key in "xy") for panel in board["panels"]]
    assert len(set(places)) == len(places)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not here")
def test_the_unit_is_sound(tmp_path: Path) -> None:
    program = tmp_path / "resolution-bot"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    unit = (DEPLOY / "resolution-bot.service").read_text(encoding="utf-8")
    (tmp_path / "x.service").write_text(
        unit.replace("/opt/resolution-bot/.venv/bin/resolution-bot", str(program)), encoding="utf-8"
    )
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "x.service"], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "key",
    [
        "DynamicUser=yes",
        "ProtectSystem=strict",
        "StateDirectory=resolution-bot",
        "WatchdogSec=60",
        "Restart=always",
        "Type=notify",
    ],
)
def test_the_unit_has(key: str) -> None:
    assert key in (DEPLOY / "resolution-bot.service").read_text(encoding="utf-8").splitlines()


# --- what the service manager is told --------------------------------------------------------------


@pytest.fixture
def manager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> socket.socket:
    """The socket of a service manager that misses a sign of life after a fifth of a second."""
    manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    manager.bind(str(tmp_path / "notify"))
    manager.settimeout(20)
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
    monkeypatch.setenv("WATCHDOG_USEC", "200000")
    return manager


def test_a_service_manager_hears_that_it_lives(manager: socket.socket) -> None:
    async def work() -> None:
        heard = [await asyncio.to_thread(manager.recv, 100) for _ in range(4)]
        assert heard == [b"READY=1", b"WATCHDOG=1", b"WATCHDOG=1", b"WATCHDOG=1"]

    with manager:
        asyncio.run(watched(work()))
        said = b""
        while said != b"STOPPING=1":
            said = manager.recv(100)
            assert said in (b"WATCHDOG=1", b"STOPPING=1")


def test_what_goes_wrong_is_raised_and_the_manager_hears_of_the_end(
    manager: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        raise ValueError("wrong")

    monkeypatch.delenv("WATCHDOG_USEC")
    with manager:
        with pytest.raises(ValueError, match="wrong"):
            asyncio.run(watched(work()))
        assert [manager.recv(100) for _ in range(2)] == [b"READY=1", b"STOPPING=1"]


@pytest.mark.parametrize("address", ["", "/nowhere/notify", "tcp:1"])
def test_without_a_service_manager_it_works_all_the_same(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    done = []

    async def work() -> None:
        done.append(True)

    monkeypatch.setenv("NOTIFY_SOCKET", address)
    asyncio.run(watched(work()))
    assert done
