"""Tests of bot.faces.telegram.metrics: what is counted, and how it can be asked for."""

from __future__ import annotations

import asyncio
import socket

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from telegram.error import Forbidden

from bot.answer.kind import AnswerKind
from bot.faces.telegram.metrics import Metrics, monitor
from bot.faces.telegram.settings import PortError
from bot.question.model import Refused
from tests.botapi import PATIENCE


@pytest.fixture
def port() -> int:
    """A port that is free."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


async def _get(port: int, path: str) -> httpx.Response:
    async with httpx.AsyncClient() as client:
        return await client.get(f"http://127.0.0.1:{port}{path}")


@pytest.mark.parametrize(
    ("ready", "path", "status"),
    [(True, "/healthz", 200), (False, "/healthz", 503), (False, "/metrics", 200), (True, "/", 404), (True, "/x", 404)],
)
async def test_paths(port: int, ready: bool, path: str, status: int) -> None:
    async with monitor(Metrics(), port, lambda: ready):
        got = await _get(port, path)
    assert got.status_code == status
    if path == "/healthz":
        assert got.text == ("ok" if ready else "not ready")


async def test_what_was_counted_can_be_scraped(port: int) -> None:
    metrics = Metrics()
    metrics.answered(AnswerKind.VOTE)
    metrics.answered(AnswerKind.NONE, Refused.REASON)
    metrics.failed(Forbidden("the user 7 blocked it"))
    metrics.floods.inc()
    metrics.dropped.inc(2)
    metrics.seconds.observe(0.02)
    metrics.received("an update")
    metrics.answered(AnswerKind.TALLY)
    metrics.reported(AnswerKind.VOTE)
    metrics.read(7)
    metrics.reloaded(8)
    metrics.reloaded(None)
    conversations = {1, 2, 3}
    metrics.remembered(lambda: len(conversations))
    async with monitor(metrics, port, lambda: True):
        first = await _get(port, "/metrics")
        conversations.clear()
        second = await _get(port, "/metrics")
    assert first.headers["content-type"].startswith("text/plain; version=")
    found = {
        (s.name, *s.labels.values()): s.value
        for family in text_string_to_metric_families(first.text)
        for s in family.samples
    }
    expected = {
        ("bot_answers_total", "vote"): 1,
        ("bot_answers_total", "none"): 1,
        ("bot_answers_total", "tally"): 1,
        ("bot_answers_total", "roll"): 0,
        ("bot_answer_seconds_count", "tally"): 1,
        ("bot_reported_wrong_total", "vote"): 1,
        ("bot_reported_wrong_total", "tally"): 0,
        ("bot_reloads_total", "read"): 1,
        ("bot_reloads_total", "refused"): 1,
        ("bot_documents",): 8,
        ("bot_refusals_total", "reason"): 1,
        ("bot_refusals_total", "opinion"): 0,
        ("bot_failures_total", "Forbidden"): 1,
        ("bot_flood_notices_total",): 1,
        ("bot_messages_dropped_total",): 2,
        ("bot_reply_seconds_bucket", "0.01"): 0,
        ("bot_reply_seconds_bucket", "0.025"): 1,
        ("bot_conversations",): 3,
    }
    assert {key: found.get(key) for key in expected} == expected
    assert 0 <= found["bot_content_age_seconds",] < PATIENCE
    assert "bot_conversations 0.0" in second.text
    assert "blocked" not in first.text


async def test_a_port_that_is_taken_is_told_in_one_sentence(port: int) -> None:
    async with monitor(Metrics(), port, lambda: True):
        with pytest.raises(
            PortError,
            match=rf"^BOT_METRICS_PORT: port {port} of 127\.0\.0\.1 can't be listened on \(.*in use\); expected ",
        ) as caught:
            async with monitor(Metrics(), port, lambda: True):
                pass
        assert "\n" not in str(caught.value)
        assert (await _get(port, "/healthz")).status_code == 200


async def test_afterwards_the_port_is_free_again(port: int) -> None:
    for _ in range(2):
        async with monitor(Metrics(), port, lambda: True):
            # A connection that is left open does not hold up the end.
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
        assert await asyncio.wait_for(reader.read(), PATIENCE) == b""
        writer.close()
        await writer.wait_closed()


async def test_only_this_machine_is_told(port: int) -> None:
    async with monitor(Metrics(), port, lambda: True):
        with socket.socket() as other:
            # Were it listening on every address, this one would be taken.
            other.bind(("127.0.0.2", port))
