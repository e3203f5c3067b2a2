"""Tests of bot.faces.telegram.logs: a line an event, without the token and without what people write."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from telegram.error import InvalidToken, NetworkError

from bot.faces.telegram.logs import ALWAYS, Redacting, RedactingJson, Seldom, set_up

TOKEN = "123456:sesame-open_up"
FORMS = [pytest.param(Redacting, id="text"), pytest.param(RedactingJson, id="json")]


def record(
    message: str, *args: object, error: BaseException | None = None, name: str = "bot.x", level: int = logging.INFO
) -> logging.LogRecord:
    """A record as a logger makes it, with the error as if it had been raised."""
    raised: Any = None
    if error:
        try:
            raise error
        except BaseException:
            raised = sys.exc_info()
    return logging.LogRecord(name, level, __file__, 1, message, args, raised)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "given",
    [
        record("POST %s", f"https://api.telegram.org/bot{TOKEN}/getMe", name="httpx"),
        record(f"token {TOKEN}"),
        record("quoted %s", TOKEN.replace(":", "%3A")),
        record("half of it %s", TOKEN.partition(":")[2]),
        record("failed", error=ValueError(f"https://api.telegram.org/bot{TOKEN}/getMe")),
        record("failed", error=InvalidToken(f"The token `{TOKEN}` was rejected by the server."), name="telegram.ext"),
    ],
    ids=["address", "message", "quoted", "half", "traceback", "refused"],
)
def test_the_token_is_left_out(form: type[logging.Formatter], given: logging.LogRecord) -> None:
    said = form(TOKEN).format(given)  # type: ignore[arg-type]
    assert "sesame" not in said
    assert "123456" not in said


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "given",
    [
        record(
            "Error while parsing updates! Received data was %r",
            {"text": "Wakanda"},
            error=TypeError("x"),
            name="telegram.Bot",
        ),
        record("Something went wrong. Received data was: %r", [{"text": "Wakanda"}], name="telegram.ext.Updater"),
        record(
            "Error while building CallbackContext for update %s.",
            "Wakanda",
            error=ValueError("x"),
            name="telegram.ext.Application",
        ),
        record(
            'Can not load invalid JSON data: "%s"',
            "<html>\nWakanda",
            error=ValueError("Wakanda"),
            name="telegram.request.BaseRequest",
        ),
        record("Error\nWakanda", error=NetworkError("Wakanda")),
    ],
    ids=["parsing", "webhook", "context", "response", "network"],
)
def test_what_telegram_sent_is_left_out(form: type[logging.Formatter], given: logging.LogRecord) -> None:
    said = form(TOKEN).format(given)  # type: ignore[arg-type]
    assert "Wakanda" not in said
    assert "Error" in said or "went wrong" in said or "(ValueError)" in said


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "given",
    [
        record("two\nlines"),
        record("%s", "three\r\nlines\u2028here"),
        record("failed", error=NetworkError("Bad\nGateway")),
        record("failed", error=ValueError("x"), name="telegram.request.BaseRequest"),
        record(""),
    ],
    ids=["two", "three", "telegram's error", "response", "none"],
)
def test_one_line(form: type[logging.Formatter], given: logging.LogRecord) -> None:
    assert len(form(TOKEN).format(given).splitlines()) == 1  # type: ignore[arg-type]


def test_numbers_of_the_library_are_kept() -> None:
    said = Redacting(TOKEN).format(
        record("Rate limit hit. Retrying after %f seconds", 3.1, name="telegram.ext.AIORateLimiter")
    )
    assert said.endswith("Retrying after 3.100000 seconds")


def test_text_is_as_it_was() -> None:
    said = Redacting(TOKEN).format(record("answered %s", "vote", level=logging.WARNING))
    assert said.endswith(" WARNING bot.x: answered vote")


def test_an_unknown_error_in_json_is_one_line_with_where_it_came_from() -> None:
    said = RedactingJson(TOKEN).format(
        record("update failed: %s", "ValueError", error=ValueError("Wakanda"), level=logging.ERROR)
    )
    assert "\n" not in said
    entry = json.loads(said)
    at = datetime.fromisoformat(entry.pop("time"))
    assert abs(datetime.now(UTC) - at) < timedelta(minutes=1)
    trace = entry.pop("traceback")
    assert entry == {"level": "ERROR", "logger": "bot.x", "message": "update failed: ValueError"}
    assert trace.endswith("ValueError")
    assert "test_logs.py" in trace
    assert "Wakanda" not in trace


def test_one_line_a_second_for_one_cause() -> None:
    now = 0.0
    seldom = Seldom(lambda: now)
    told: list[str] = []

    def log(name: str, level: int, message: str, *given: object) -> None:
        made = logging.LogRecord(name, level, __file__, 1, message, given, None)
        if seldom.filter(made):
            told.append(made.getMessage())

    for n in range(100):
        now = n / 10
        log("asyncio", logging.ERROR, "accept failed\nsocket %d", n)
        log("tornado.general", logging.INFO, "Malformed message from %s", n)
        log("bot.x", logging.INFO, "answered %s", n)
    assert sum(said.startswith("answered") for said in told) == 100
    assert sum(said.startswith("accept failed") for said in told) == 10
    assert sum(said.startswith("Malformed message") for said in told) == 10
    assert told[0] == "accept failed\nsocket 0"
    assert "Malformed message from 10 (and 9 more)" in told


def test_causes_are_told_apart() -> None:
    seldom = Seldom(lambda: 0.0)
    messages = [
        ("bot.x", "sending failed"),
        ("bot.x", "reading failed"),
        ("bot.y", "sending failed"),
        ("bot.x", "sending failed"),
    ]
    through = [
        seldom.filter(logging.LogRecord(name, logging.WARNING, __file__, 1, said, (), None)) for name, said in messages
    ]
    assert through == [True, True, True, False]


@pytest.mark.parametrize("form", FORMS)
def test_what_somebody_waits_for_is_told_each_time(
    form: type[logging.Formatter], caplog: pytest.LogCaptureFixture
) -> None:
    seldom = Seldom(lambda: 0.0)
    for _ in range(3):
        logging.getLogger("bot.x").error("the content is not sound", extra=ALWAYS)
    assert [seldom.filter(made) for made in caplog.records] == [True, True, True]
    assert not any(mark in form(TOKEN).format(made) for made in caplog.records for mark in ALWAYS)


def test_what_telegram_answered_is_told_in_a_word_in_json() -> None:
    entry = json.loads(RedactingJson(TOKEN).format(record("polling failed", error=NetworkError("Bad Gateway"))))
    assert entry["message"] == "polling failed (NetworkError)"
    assert "traceback" not in entry


@pytest.fixture
def root() -> Iterator[logging.Logger]:
    """The root logger, and httpx's level, as they were afterwards."""
    root, httpx = logging.getLogger(), logging.getLogger("httpx")
    handlers, level, theirs = root.handlers[:], root.level, httpx.level
    yield root
    root.handlers[:] = handlers
    root.setLevel(level)
    httpx.setLevel(theirs)


@pytest.mark.parametrize(("form", "begins"), [((), "20"), (("text",), "20"), (("json",), '{"level": "INFO"')])
def test_set_up(root: logging.Logger, capsys: pytest.CaptureFixture[str], form: tuple[Any, ...], begins: str) -> None:
    # basicConfig closes the handlers that are there, pytest's among them: they are put aside.
    root.handlers[:] = []
    set_up(TOKEN, *form)
    logging.getLogger("bot.x").info("serving %s", TOKEN)
    logging.getLogger("httpx").info("POST")
    out, err = capsys.readouterr()
    (line,) = err.splitlines()
    assert out == ""
    assert line.startswith(begins)
    assert "serving <token>" in line
