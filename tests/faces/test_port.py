"""Tests of the webhook's port: who gets in, and that nobody can fill it."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from bot.faces.telegram import webhook
from tests.botapi import BotApi
from tests.faces.served import CLAUSE_5, SECRET, Served, hooked, ids

Hook = tuple[Served, int]
NAME = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture(scope="module")
def hook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hook]:
    """A bot that awaits its updates, and the port on which it does."""
    server = BotApi()
    with server.in_thread(), hooked(tmp_path_factory.mktemp("hook") / "stderr", server, BOT_MAX_RATE="0") as found:
        yield found
        assert found[0].stop() == 0


@pytest.fixture(autouse=True)
def still_there(hook: Hook) -> Iterator[None]:
    """Whatever was done to its port, the bot answers, and says nothing that a person can't read."""
    served, _ = hook
    before = len(served.stderr)
    yield
    assert CLAUSE_5 in served.server.exchange("第5段", chat=next(ids)).text
    assert "Traceback" not in served.stderr[before:]
    assert SECRET not in served.stderr


def head(
    length: int | str | None, secret: str | None = SECRET, path: str = "/hook", method: str = "POST", more: str = ""
) -> bytes:
    """The first part of a request."""
    lines = [f"{method} {path} HTTP/1.1", "Host: x", "Content-Type: application/json"]
    lines += [f"{NAME}: {secret}"] * (secret is not None) + [f"Content-Length: {length}"] * (length is not None)
    return ("\r\n".join(lines) + "\r\n" + more + "\r\n").encode()


def connect(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), 30)


def status(connection: socket.socket) -> int:
    """The status of the answer; 0 where the connection is closed without one."""
    got = b""
    with suppress(ConnectionError):
        while b"\r\n" not in got and (piece := connection.recv(4096)):
            got += piece
    return int(got.split()[1]) if got else 0


def ask(port: int, request: bytes) -> int:
    with connect(port) as connection:
        connection.sendall(request)
        return status(connection)


def memory(served: Served) -> float:
    """The resident memory of the bot in MiB."""
    lines = Path(f"/proc/{served.process.pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024


# --- who gets in -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (head(16) + b'{"update_id": 1}', 200),
        (head(None, secret=None), 403),
        (head(1 << 19, secret=None), 403),
        (head(1 << 19, secret=SECRET[:-1]), 403),
        (head(1 << 19, secret=SECRET + "x"), 403),
        (head(1 << 19, secret="\u00e9"), 403),
        (head(1 << 19, path="/"), 404),
        (head(1 << 19, path="/hook1"), 404),
        (head((1 << 20) + 1), 413),
        (head(99_000_000), 413),
        (head("9" * 5000), 413),
        (head("-1"), 400),
        (head("0x10"), 400),
        (head(0, method="GET"), 405),
    ],
    ids=[
        "an update", "no secret, no length", "no secret", "a part of the secret", "more than the secret",
        "another alphabet", "another path", "a longer path", "a byte too many", "99 MB", "a length of 5,000 digits",
        "a negative length", "a length that is no number", "GET",
    ],
)  # fmt: skip
def test_it_is_answered_before_a_body_is_sent(hook: Hook, request_: bytes, expected: int) -> None:
    assert ask(hook[1], request_) == expected


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"5", b"null", b'"x"', b"\xff\xfe", b"[" * 100_000,
     b'{"update_id": 1e400}', b'{"update_id": "7"}', b'{"update_id": NaN}', b'{"message": {}}',
     json.dumps({"update_id": 5, "message": {"text": "x" * 900_000}}).encode()],
    ids=["nothing", "half", "list", "number", "null", "text", "no UTF-8", "deep",
         "too large", "id is a text", "no number", "no id", "900 KB"],
)  # fmt: skip
def test_what_is_no_update_is_taken_and_skipped(hook: Hook, body: bytes) -> None:
    # Refused, Telegram would send it for ever.
    assert ask(hook[1], head(len(body)) + body) == 200


@pytest.mark.parametrize(
    "request_",
    [b"\r\n\r\n", b"x\r\n\r\n", b"\x16\x03\x01\x00\xf4\x01\r\n\r\n", b"POST /hook HTTP/1.1\r\nA: b\r\n" * 2 + b"\r\n"],
)
def test_what_is_no_request_is_refused(hook: Hook, request_: bytes) -> None:
    assert ask(hook[1], request_) in (0, 400)


def test_a_chunked_body_is_bounded_as_well(hook: Hook) -> None:
    with connect(hook[1]) as connection, suppress(ConnectionError):
        connection.sendall(head(None, more="Transfer-Encoding: chunked\r\n"))
        for _ in range(40):
            connection.sendall(b"10000\r\n" + b" " * 65536 + b"\r\n")
        assert status(connection) in (0, 400)


# --- nobody can fill it ------------------------------------------------------------------------------


def test_unfinished_bodies_take_no_memory(hook: Hook) -> None:
    served, port = hook
    before = memory(served)
    with ExitStack() as stack:
        for n in range(40):
            connection = stack.enter_context(connect(port))
            with suppress(ConnectionError):
                connection.sendall(head(99_000_000 if n % 2 else 1 << 20, secret=None if n % 4 == 1 else SECRET))
                connection.sendall(b" " * ((1 << 20) - 1))
        assert CLAUSE_5 in served.server.exchange("第5段", chat=next(ids)).text
        assert memory(served) - before < 60


def test_a_thousand_idle_connections_keep_nobody_out(hook: Hook) -> None:
    served, port = hook
    before = len(served.stderr)
    with ExitStack() as stack:
        for _ in range(1100):
            stack.enter_context(connect(port))
        began = time.monotonic()
        assert CLAUSE_5 in served.server.exchange("第5段", chat=next(ids)).text
        open_ = len(list(Path(f"/proc/{served.process.pid}/fd").iterdir()))
    assert open_ < webhook.CONNECTIONS + 60
    seconds = time.monotonic() - began + 30
    assert len(served.stderr[before:].splitlines()) < 20 + 3 * seconds


def test_the_idle_one_that_is_oldest_makes_room(hook: Hook) -> None:
    _, port = hook
    with ExitStack() as stack:
        first = stack.enter_context(connect(port))
        others = [stack.enter_context(connect(port)) for _ in range(webhook.CONNECTIONS - 2)]
        # Served on it: it is not the one that is quiet for longest, though it is the oldest.
        first.sendall(head(2) + b"{}")
        assert status(first) == 200
        more = [stack.enter_context(connect(port)) for _ in range(20)]
        assert status(others[0]) == 0
        more[-1].sendall(head(2) + b"{}")
        assert status(more[-1]) == 200
        first.sendall(head(2) + b"{}")
        assert status(first) == 200


def test_whoever_is_slow_is_cut_off(hook: Hook) -> None:
    with ExitStack() as stack:
        # Nothing at all, half a head, half a body.
        slow = [stack.enter_context(connect(hook[1])) for _ in range(3)]
        for connection, begun in zip(slow, (b"", b"POST /hook HT", head(500) + b'{"update'), strict=True):
            connection.sendall(begun)
        began = time.monotonic()
        assert [status(connection) for connection in slow] == [0, 0, 0]
        assert webhook.WITHIN - 1 < time.monotonic() - began < webhook.WITHIN + 15


def test_refusals_are_one_line_a_second(hook: Hook) -> None:
    served, port = hook
    before, began = len(served.stderr), time.monotonic()
    for _ in range(300):
        assert ask(port, head(2, secret="wrong") + b"{}") == 403
    said = [line for line in served.stderr[before:].splitlines() if "refused" in line]
    assert 1 <= len(said) <= time.monotonic() - began + 2


def test_an_update_by_a_connection_that_lives_on(hook: Hook) -> None:
    with connect(hook[1]) as connection:
        for number in range(30):
            body = json.dumps({"update_id": number}).encode()
            connection.sendall(head(len(body)) + body)
            assert status(connection) == 200
