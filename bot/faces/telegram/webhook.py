"""The port on which Telegram sends updates: it lets in who knows the secret, and nobody can fill it.

Behind a proxy or in the open, anybody may connect. So the secret is looked at before a body is read, and what a
connection may take is bounded: its time, its size, and how many there are.
"""

from __future__ import annotations

import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from http import HTTPStatus
from typing import Any, Final

from telegram import Bot, Update
from tornado.httpserver import HTTPServer
from tornado.iostream import IOStream
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler, stream_request_body

from bot.faces.telegram.settings import PortError, WebhookSettings
from bot.faces.telegram.updates import Unfit, read

log = logging.getLogger(__name__)

SECRET: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105
MOST_BODY: Final = 1 << 20
"""Bytes of an update; Telegram's have some thousand."""
MOST_HEADERS: Final = 16 << 10
"""Bytes of the headers of a request."""
CHUNK: Final = 64 << 10
"""Bytes that are read at once."""
WITHIN: Final = 10.0
"""Seconds for the headers of a request to arrive, and for its body."""
CONNECTIONS: Final = 100
"""How many connections are open at once; Telegram opens 40 at most (setWebhook, max_connections)."""
LIMITS: Final[dict[str, Any]] = {
    "chunk_size": CHUNK, "max_header_size": MOST_HEADERS, "max_body_size": MOST_BODY,
    "max_buffer_size": MOST_BODY + 2 * CHUNK, "idle_connection_timeout": WITHIN, "body_timeout": WITHIN,
}  # fmt: skip
"""What bounds a connection, as tornado takes it."""


class Webhook:
    """Awaits the updates of one bot, and gives away what can be read."""

    def __init__(
        self, bot: Bot, settings: WebhookSettings, take: Callable[[Update | Unfit, bytes], Awaitable[None]]
    ) -> None:
        """take: is given each update, read and as it was sent; once it returns, the update is confirmed."""
        self.settings = settings
        self._bot, self._take = bot, take
        self._port: _Port | None = None

    def listen(self) -> None:
        """Listen on the port of the settings; PortError where that can't be had."""
        listen, number = self.settings.listen, self.settings.port
        try:
            sockets = bind_sockets(number, listen)
        except OSError as error:
            raise PortError("BOT_LISTEN, BOT_PORT", f"{listen} port {number}", error) from None
        self._port = _Port(
            Application([(".*", _Updates, {"webhook": self})], log_function=lambda handler: None), **LIMITS
        )
        self._port.add_sockets(sockets)

    async def announce(self, allowed: Sequence[str]) -> None:
        """Tell Telegram where updates of these kinds are awaited; TelegramError where it does not take that."""
        secret = self.settings.webhook_secret.get_secret_value()
        await self._bot.set_webhook(str(self.settings.webhook_url), allowed_updates=allowed, secret_token=secret)

    async def stop(self) -> None:
        """Take no more."""
        if self._port:
            self._port.stop()
            await self._port.close_all_connections()

    def knows(self, secret: str) -> bool:
        """Whether that is the secret."""
        return hmac.compare_digest(secret.encode(), self.settings.webhook_secret.get_secret_value().encode())

    @property
    def path(self) -> str:
        """The path at which updates are awaited."""
        return self.settings.webhook_url.path or "/"

    @property
    def port(self) -> _Port:
        """What listens."""
        assert self._port is not None
        return self._port

    async def take(self, body: bytes) -> None:
        """Read an update and take it; what can't be read is logged and let go, or it would be sent for ever."""
        try:
            data = json.loads(body)
        except (ValueError, RecursionError):
            data = None
        if (update := read(data, self._bot)) is not None:
            await self._take(update, body)


class _Port(HTTPServer):
    """A server of bounded connections: for a new one, the one on which nothing was asked for longest is closed."""

    def initialize(self, *args: Any, **kwargs: Any) -> None:
        """See tornado.httpserver.HTTPServer."""
        super().initialize(*args, **kwargs)
        self._let_in: dict[IOStream, bool] = {}
        """Each connection, and whether somebody who knows the secret is served on it now; the longest quiet first."""

    def handle_stream(self, stream: IOStream, address: Any) -> None:
        """Take a connection; see tornado.tcpserver.TCPServer."""
        if len(self._let_in) >= CONNECTIONS:
            oldest = next((open_ for open_, served in self._let_in.items() if not served), stream)
            log.warning("too many connections to the webhook's port: the idle one that is oldest is closed")
            self._let_in.pop(oldest, None)
            oldest.close()
            if oldest is stream:
                return
        self._let_in[stream] = False
        super().handle_stream(stream, address)

    def on_close(self, server_conn: Any) -> None:
        """Forget a connection; see tornado.httputil.HTTPServerConnectionDelegate."""
        self._let_in.pop(server_conn.stream, None)
        super().on_close(server_conn)

    def serves(self, stream: IOStream, *, now: bool) -> None:
        """Somebody who knows the secret is served on a connection now, or was a moment ago."""
        if self._let_in.pop(stream, None) is not None:
            self._let_in[stream] = now


@stream_request_body
class _Updates(RequestHandler):
    SUPPORTED_METHODS = ("POST",)

    def initialize(self, webhook: Webhook) -> None:
        """Take what tornado hands to each request."""
        self._webhook = webhook
        self._body = bytearray()
        self._stream: IOStream | None = None

    def prepare(self) -> None:
        """Before the body is read: let in who has a right to be."""
        if status := self._refused():
            log.warning("a request to the webhook's port was refused: %s", status.phrase)
            self.set_status(status)
            self.finish()
            return
        self._stream = getattr(self.request.connection, "stream", None)
        if self._stream:
            self._webhook.port.serves(self._stream, now=True)

    def _refused(self) -> HTTPStatus | None:
        headers = self.request.headers
        if self.request.path.rstrip("/") != self._webhook.path.rstrip("/"):
            return HTTPStatus.NOT_FOUND
        if not self._webhook.knows(headers.get(SECRET, "")):
            return HTTPStatus.FORBIDDEN
        length = headers.get("Content-Length", "0")
        if not length.isascii() or not length.isdigit():
            return HTTPStatus.BAD_REQUEST
        # Compared by their digits: a number of any length could be sent.
        too_long = len(length.lstrip("0")) > len(str(MOST_BODY)) or int(length) > MOST_BODY
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE if too_long else None

    def data_received(self, chunk: bytes) -> None:
        """Keep a piece of the body; the server lets no more come than MOST_BODY."""
        self._body += chunk

    async def post(self) -> None:
        """The body is there."""
        try:
            await self._webhook.take(bytes(self._body))
        except TimeoutError:
            # It is sent again.
            self.set_status(HTTPStatus.SERVICE_UNAVAILABLE)

    def on_finish(self) -> None:
        """The answer is sent."""
        if self._stream:
            self._webhook.port.serves(self._stream, now=False)

    def write_error(self, status_code: int, **more: Any) -> None:
        """Say nothing but the status."""
        self.finish()

    def log_exception(self, typ: Any, value: Any, tb: Any) -> None:
        """Log in a word what went wrong; never what was sent."""
        log.warning("a request to the webhook's port failed: %s", getattr(typ, "__name__", "an error"))
