"""The queue of updates, with the rules of getUpdates and of webhooks."""

from __future__ import annotations

import asyncio
import ipaddress
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from .args import Args
from .errors import ApiError

UPDATE_TYPES = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "guest_message",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "managed_bot",
)
"""Every type of update."""

_NOT_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass
class Webhook:
    """The webhook that is set, if its URL is not empty."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    ip_address: str = ""
    certificate: bool = False
    last_error: str = ""
    last_error_date: int = 0


@dataclass(eq=False)
class Poll:
    """A getUpdates call that waits; it is ended by another one or by setWebhook."""

    wake: Callable[[], None]
    alive: Callable[[], bool]
    ended: str = ""


@dataclass
class Updates:
    """The updates that the bot has not confirmed yet."""

    first_id: int = 100_000_001
    items: list[dict[str, Any]] = field(default_factory=list)
    dropped: list[dict[str, Any]] = field(default_factory=list)
    allowed: frozenset[str] = frozenset(UPDATE_TYPES) - _NOT_DEFAULT
    webhook: Webhook = field(default_factory=Webhook)
    poll: Poll | None = None
    delivered_webhook: int = 0
    confirmed: int = 0
    wake_webhook: Callable[[], None] = lambda: None

    def __post_init__(self) -> None:
        """Begin to count."""
        self.next_id = self.first_id

    def add(self, kind: str, content: Any) -> int:
        """Queue an update, unless the bot does not want its type; give its identifier."""
        ident = self.next_id
        self.next_id += 1
        self._queue({"update_id": ident, kind: content})
        return ident

    def add_raw(self, update: dict[str, Any]) -> int:
        """Queue an update as it is; one without update_id is given the next."""
        ident = int(update.get("update_id", self.next_id))
        self.next_id = max(self.next_id, ident + 1)
        self._queue({"update_id": ident, **{k: v for k, v in update.items() if k != "update_id"}})
        return ident

    def _queue(self, update: dict[str, Any]) -> None:
        kinds = set(update) & set(UPDATE_TYPES)
        if kinds and not kinds & self.allowed:
            self.dropped.append(update)
            return
        self.items.append(update)
        self.wake()

    def wake(self) -> None:
        """Wake the call or the webhook that waits for updates."""
        if self.poll is not None:
            self.poll.wake()
        self.wake_webhook()

    def begin(self, args: Args, poll: Poll) -> None:
        """Begin a getUpdates call: settle the options, confirm, end the call before it."""
        if self.webhook.url:
            raise ApiError(WEBHOOK_ACTIVE, 409)
        self.end_poll(OTHER_POLL)
        self.set_allowed(args.get("allowed_updates"))
        offset = args.get("offset", 0)
        if offset < 0:
            self._forget(self.items[:offset])
        elif offset > 0:
            self._forget([u for u in self.items if u["update_id"] < offset])
        self.poll = poll

    def batch(self, args: Args) -> list[dict[str, Any]]:
        """Give the updates that a getUpdates call may have."""
        limit = args.get("limit", 100)
        return self.items[: limit if 1 <= limit <= 100 else 100]

    def end_poll(self, reason: str) -> None:
        """End the getUpdates call that waits, if any."""
        if self.poll is not None and self.poll.alive():
            self.poll.ended = reason
            self.poll.wake()
        self.poll = None

    def confirm_first(self) -> None:
        """Forget the first update, as a webhook has taken it."""
        self._forget(self.items[:1])

    def set_allowed(self, wanted: Any) -> None:
        """Take the allowed_updates of a call; without them the last ones stay."""
        if wanted is None:
            return
        if not isinstance(wanted, list):
            raise ApiError("can't parse allowed_updates: array expected")
        unknown = [name for name in wanted if name not in UPDATE_TYPES]
        if unknown:
            raise ApiError(f"unknown update type {unknown[0]!r} in allowed_updates")
        self.allowed = frozenset(wanted) or frozenset(UPDATE_TYPES) - _NOT_DEFAULT

    def set_webhook(self, args: Args) -> None:
        """Set a webhook, or delete it when the URL is empty."""
        url = args.text("url")
        secret = args.text("secret_token")
        connections = args.get("max_connections", 40)
        if not url:
            self.delete_webhook(args)
            return
        if not _webhook_url(url):
            raise ApiError("bad webhook: An HTTPS URL must be provided for webhook")
        if "secret_token" in args.values and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            raise ApiError("secret token contains unallowed characters")
        if not 1 <= connections <= 100:
            raise ApiError("max_connections must be from 1 to 100")
        self.set_allowed(args.get("allowed_updates"))
        self.end_poll("terminated by setWebhook request")
        if args.get("drop_pending_updates"):
            self._forget(list(self.items))
        self.webhook = Webhook(
            url,
            secret,
            connections,
            args.text("ip_address"),
            bool(args.get("certificate") or args.files.get("certificate")),
        )
        self.wake()

    def delete_webhook(self, args: Args) -> None:
        """Delete the webhook."""
        if args.get("drop_pending_updates"):
            self._forget(list(self.items))
        self.webhook = Webhook()

    def webhook_info(self) -> dict[str, Any]:
        """Give the WebhookInfo."""
        hook = self.webhook
        info: dict[str, Any] = {
            "url": hook.url,
            "has_custom_certificate": hook.certificate,
            "pending_update_count": len(self.items),
        }
        if hook.url:
            info["max_connections"] = hook.max_connections
        if hook.ip_address:
            info["ip_address"] = hook.ip_address
        if hook.last_error:
            info["last_error_date"] = hook.last_error_date
            info["last_error_message"] = hook.last_error
        if self.allowed != frozenset(UPDATE_TYPES) - _NOT_DEFAULT:
            info["allowed_updates"] = sorted(self.allowed)
        return info

    def _forget(self, gone: list[dict[str, Any]]) -> None:
        self.confirmed += len(gone)
        idents = {id(update) for update in gone}
        self.items = [update for update in self.items if id(update) not in idents]


def waker(loop: asyncio.AbstractEventLoop, event: asyncio.Event) -> Callable[[], None]:
    """Make a function that sets an event of a loop from any thread."""

    def wake() -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(event.set)

    return wake


def _webhook_url(url: str) -> bool:
    """HTTPS anywhere, or plain HTTP on this very host."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme == "https":
        return bool(host)
    if parts.scheme != "http":
        return False
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
