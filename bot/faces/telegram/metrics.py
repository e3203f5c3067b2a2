"""What is counted while the bot runs, and the local port on which it can be asked for."""

from __future__ import annotations

import socket
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from http import HTTPStatus
from typing import Any

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from telegram import Update
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.answer.kind import AnswerKind
from bot.faces.telegram.settings import PortError
from bot.question.model import Refused

HOST = "127.0.0.1"
"""Nobody but this machine is told."""
_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
"""The bounds by which reply times are counted."""
READ, REFUSED = "read", "refused"
"""What comes of reading content again."""

_taken_at: ContextVar[float | None] = ContextVar("taken_at", default=None)
"""When the update was taken that a task answers."""


class Metrics:
    """The counts of one bot, in a registry of their own."""

    def __init__(self) -> None:
        registry = self.registry = CollectorRegistry()
        self.updates = Counter("bot_updates", "Updates received, by type", ["type"], registry=registry)
        self.answers = Counter("bot_answers", "Answers, by kind", ["kind"], registry=registry)
        self.refusals = Counter("bot_refusals", "Questions without an answer, by reason", ["reason"], registry=registry)
        self.failures = Counter("bot_failures", "Errors, by class", ["error"], registry=registry)
        self.seconds = Histogram(
            "bot_reply_seconds", "From taking an update to its reply being sent", buckets=_SECONDS, registry=registry
        )
        self.floods = Counter("bot_flood_notices", "Notices to people who wrote too much at once", registry=registry)
        self.dropped = Counter(
            "bot_messages_dropped", "Messages left unanswered because too many were waiting", registry=registry
        )
        self.answer_seconds = Histogram(
            "bot_answer_seconds", "From taking an update to its answer being sent, by kind", ["kind"],
            buckets=_SECONDS, registry=registry,
        )  # fmt: skip
        self.reports = Counter("bot_reported_wrong", "Answers reported as wrong, by kind", ["kind"], registry=registry)
        self.reloads = Counter("bot_reloads", "Content read again, by outcome", ["outcome"], registry=registry)
        self.documents = Gauge("bot_documents", "Documents that are answered from", registry=registry)
        self.content_age = Gauge("bot_content_age_seconds", "Since content was read", registry=registry)
        self.conversations = Gauge("bot_conversations", "Conversations that are remembered", registry=registry)
        # What has not happened yet is 0, not absent.
        for kind in AnswerKind:
            self.answers.labels(kind.value)
            self.reports.labels(kind.value)
        for reason in Refused:
            self.refusals.labels(reason.value)
        for outcome in (READ, REFUSED):
            self.reloads.labels(outcome)

    def received(self, update: object) -> None:
        """An update was taken: what is answered from here on in this task is timed from now."""
        _taken_at.set(time.monotonic())
        found = next((name for name in Update.ALL_TYPES if getattr(update, name, None) is not None), "unknown")
        self.updates.labels(found).inc()

    def answered(self, kind: AnswerKind, reason: Refused | None = None) -> None:
        """An answer was given, or why there is none."""
        self.answers.labels(kind.value).inc()
        if (taken_at := _taken_at.get()) is not None:
            self.answer_seconds.labels(kind.value).observe(time.monotonic() - taken_at)
        if reason is not None:
            self.refusals.labels(reason.value).inc()

    def reported(self, kind: AnswerKind) -> None:
        """An answer was reported as wrong."""
        self.reports.labels(kind.value).inc()

    def read(self, documents: int) -> None:
        """Content was read, of so many documents."""
        self.documents.set(documents)
        read_at = time.monotonic()
        self.content_age.set_function(lambda: time.monotonic() - read_at)

    def reloaded(self, documents: int | None) -> None:
        """Content was read again; documents: None where it was not sound, and the old is kept."""
        self.reloads.labels(REFUSED if documents is None else READ).inc()
        if documents is not None:
            self.read(documents)

    def failed(self, error: BaseException) -> None:
        """Something went wrong."""
        self.failures.labels(type(error).__name__).inc()

    def remembered(self, count: Callable[[], float]) -> None:
        """Say how to find out how many conversations are remembered."""
        self.conversations.set_function(count)


class _Health(RequestHandler):
    def initialize(self, ready: Callable[[], bool]) -> None:
        """Take what tornado hands to each request."""
        self._ready = ready

    def get(self) -> None:
        """Tell whether the bot is ready."""
        ready = self._ready()
        self.set_status(HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.write("ok" if ready else "not ready")


class _Scrape(RequestHandler):
    def initialize(self, registry: CollectorRegistry) -> None:
        """Take what tornado hands to each request."""
        self._registry = registry

    def get(self) -> None:
        """Tell the counts."""
        self.set_header("Content-Type", CONTENT_TYPE_LATEST)
        self.write(generate_latest(self._registry))


@asynccontextmanager
async def monitor(metrics: Metrics, port: int, ready: Callable[[], bool]) -> AsyncIterator[None]:
    """Serve /healthz and /metrics in the running loop; PortError where the port is taken."""
    routes: list[Any] = [("/healthz", _Health, {"ready": ready}), ("/metrics", _Scrape, {"registry": metrics.registry})]
    # Requests are no events: they are not logged.
    server = HTTPServer(Application(routes, log_function=lambda handler: None))
    try:
        listening = socket.create_server((HOST, port))
    except OSError as error:
        raise PortError("BOT_METRICS_PORT", f"port {port} of {HOST}", error) from None
    listening.setblocking(False)
    server.add_socket(listening)
    try:
        yield
    finally:
        server.stop()
        await server.close_all_connections()
