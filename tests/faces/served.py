"""A bot that serves in a process of its own, the strict Bot API server it talks to, and what people do with it."""

from __future__ import annotations

import itertools
import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.settings import STORE
from tests.botapi import PATIENCE, BotApi, Call
from tests.starting import Process, start

CLAUSE_5 = "确认国际团结是当代国际法和国际人权法的一项基本原则；"
HELLO = {"en": "I answer questions about ", "zh-hans": "我回答关于", "zh-hant": "我回答關於"}
KEPT = ("What is kept: ", "保存什么：", "保存什麼：")
OFFICIAL = "https://undocs.org/A/HRC/RES/56/4"

ids = itertools.count(7_000_001)
"""Ids of people and chats that no other test has."""


@dataclass(frozen=True)
class Pressed:
    """What came of pressing a button."""

    notice: str
    """What is shown for a moment; empty where the button did what it says."""
    calls: list[Call]
    """What was sent and edited in the chat."""

    @property
    def messages(self) -> list[Call]:
        """What was sent or edited, without signs of being at work."""
        return [call for call in self.calls if call.method != "sendChatAction"]

    @property
    def message(self) -> Call:
        """The one message sent or edited."""
        (call,) = self.messages
        return call


@dataclass
class Served:
    """A bot that runs, the server it talks to, and the file that its standard error goes to."""

    server: BotApi
    process: Process
    log: Path

    @property
    def stderr(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def stop(self) -> int:
        """Ask it to stop; its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)

    def silent(self, chat: int, say: str | None, *, user: int = 5, **more: Any) -> bool:
        """Whether a message to a group got no reply; a command sent after it has to get one."""
        return self.calls(chat, say, user=user, **more) == []

    def calls(self, chat: int, say: str | None, **more: Any) -> list[Call]:
        """All that is sent to a chat because of a message: until the reply to a command sent after it, which is left
        out."""
        before = len(self.server.sent)
        self.server.say(say, chat=chat, **more)
        self.server.say("/privacy", chat=chat, user=more.get("user"), thread=more.get("thread"))
        last = self.server.wait_for(
            lambda call: call.chat_id == chat and call.text.startswith(KEPT), since=before, timeout=PATIENCE
        )
        found = [call for call in self.server.sent[before:] if call.chat_id == chat]
        return found[: found.index(last)]

    def rows(self, message: Any) -> list[list[str]]:
        """The labels of the buttons under a message as it stands now, row by row."""
        keyboard = self.server.shown(message).get("reply_markup", {}).get("inline_keyboard", [])
        return [[button["text"] for button in row] for row in keyboard]

    def button(self, message: Any, label: str) -> dict[str, Any]:
        """The button under a message as it stands now whose label is this, or has it in it."""
        keyboard = self.server.shown(message).get("reply_markup", {}).get("inline_keyboard", [])
        buttons = [button for row in keyboard for button in row]
        (found,) = [b for b in buttons if b["text"] == label] or [b for b in buttons if label in b["text"]]
        return dict(found)

    def press(self, message: Any, label: str, user: int | None = None) -> Pressed:
        """Press the button with that label; to a group say who does."""
        return self.press_data(message, self.button(message, label)["callback_data"], user)

    def press_data(
        self, message: Any, data: str, user: int | None = None, *, force: bool = False, gone: bool = False
    ) -> Pressed:
        """Press a button by what it sends; all that it does is done before somebody else is answered in the same
        chat."""
        before = len(self.server.sent)
        asked = self.server.press(data, message, user, force=force, gone=gone)
        answer = self.server.wait_for(
            lambda call: call.params.get("callback_query_id") == asked.query_id, since=before, timeout=PATIENCE
        )
        if isinstance(message, str):
            return Pressed(answer.text, [])
        chat = self.server.shown(message)["chat"]["id"]
        self.server.say("/privacy@resolution_bot", chat=chat, user=next(ids))
        last = self.server.wait_for(
            lambda call: call.chat_id == chat and call.text.startswith(KEPT), since=before, timeout=PATIENCE
        )
        found = [call for call in self.server.sent[before:] if call.chat_id == chat]
        return Pressed(answer.text, found[: found.index(last)])


def free_port() -> int:
    """A port that is free."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


SECRET = "hidden-Secret_0123456789"


@contextmanager
def hooked(
    log: Path, server: BotApi, starting: Callable[..., Process] = start, **settings: str
) -> Iterator[tuple[Served, int]]:
    """Run the bot by webhook; with the port on which it awaits updates, at /hook."""
    port = free_port()
    with serving(log, server, "--webhook", starting=starting, **hook(port), **settings) as served:
        server.wait_until(lambda: server.core.updates.webhook.url)
        yield served, port


def hook(port: int) -> dict[str, str]:
    """The settings of a bot that awaits updates on a port, at /hook."""
    return {"BOT_WEBHOOK_URL": f"http://127.0.0.1:{port}/hook", "BOT_WEBHOOK_SECRET": SECRET, "BOT_PORT": str(port)}


@contextmanager
def serving(
    log: Path, server: BotApi, *arguments: str, starting: Callable[..., Process] = start, **settings: str
) -> Iterator[Served]:
    """Run the bot against a server that runs; afterwards nothing of it is left."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("BOT_")}
    # Loading the encoder takes a second of each start; what is found by meaning is tested elsewhere.
    environment |= {
        "BOT_TOKEN": server.token,
        "BOT_API_URL": server.url,
        "PYTHONUTF8": "1",
        "BOT_ENCODER": "0",
        STORE: os.environ[STORE],
        **settings,
    }
    with log.open("ab") as stderr, open(os.devnull, "r+b") as nothing:
        process = starting(("serve", *arguments), environment, stdin=nothing, stdout=nothing, stderr=stderr)
        served = Served(server, process, log)
        try:
            yield served
        finally:
            if process.poll() is None:
                process.kill()
            process.wait()
    assert server.token not in served.stderr
