"""What the environment sets for the Telegram bot, checked once, all faults at once."""

from __future__ import annotations

import ipaddress
import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AnyHttpUrl, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict
from redis.exceptions import RedisError

from bot.faces.telegram.state.model import Place
from bot.faces.telegram.state.valkey import SCHEMES, connect

_TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{8,}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")
DIFFERENT = 8
"""How many different characters a webhook's secret has at least, so that it is none like aaaa…"""


def _token(value: SecretStr) -> SecretStr:
    if not _TOKEN.fullmatch(value.get_secret_value()):
        raise ValueError(
            "it is not a bot token; expected digits, a colon and letters, as @BotFather on Telegram gives them "
            "for /newbot"
        )
    return value


def _secret(value: SecretStr) -> SecretStr:
    given = value.get_secret_value()
    if not _SECRET.fullmatch(given) or len(set(given)) < DIFFERENT:
        raise ValueError(
            f"it is too weak or has other characters; expected 16 to 256 of A-Z a-z 0-9 _ -, at least "
            f"{DIFFERENT} of them different"
        )
    return value


def _reachable(url: AnyHttpUrl) -> AnyHttpUrl:
    if url.scheme != "https" and not _is_loopback(url.host or ""):
        raise ValueError(
            "it would be sent unencrypted; expected an address that begins with https:// (http:// does for this "
            "machine's own, as 127.0.0.1)"
        )
    return url


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _host(value: str) -> str:
    try:
        ipaddress.ip_address(value)
    except ValueError:
        # Digits and dots alone are a mistyped address, not a name.
        if not _HOST.fullmatch(value) or not re.search("[A-Za-z]", value):
            raise ValueError(
                "it is not an address to listen on; expected one such as 127.0.0.1, 0.0.0.0, :: or localhost"
            ) from None
    return value


def _rate(value: float) -> float:
    # Below one a second the limiter, which counts in whole messages, would let none pass.
    if value != 0 and not 1 <= value < float("inf"):
        raise ValueError("it is not a number of messages a second; expected 1 or more, or 0 for no limit")
    return value


def _file(path: Path) -> Path:
    if path.is_dir() or not path.parent.is_dir():
        raise ValueError("it is not a file that can be written; expected a file in a folder that exists")
    return path


def _state(value: SecretStr) -> SecretStr:
    scheme, address, _ = value.get_secret_value().partition("://")
    if address:
        if scheme not in SCHEMES:
            raise ValueError(
                "it is no address of a Valkey or Redis; expected one such as redis://127.0.0.1:6379/0, or a file"
            )
        try:
            connect(value)
        except (ValueError, RedisError):
            raise ValueError(
                "it is no address of a Valkey or Redis; expected one such as redis://127.0.0.1:6379/0"
            ) from None
    else:
        _file(Path(scheme))
    return value


_Port = Annotated[int, Field(ge=1, le=65535)]
Secret = Annotated[SecretStr, AfterValidator(_secret)]
WebhookUrl = Annotated[AnyHttpUrl, AfterValidator(_reachable)]


class Reads(StrEnum):
    """In which chats documents that people send are read."""

    NOTHING = "no"
    PRIVATE = "private"
    GROUPS = "groups"
    """In groups, too, where the bot is addressed."""


class TelegramSettings(BaseSettings):
    """The settings of `serve`: each is an environment variable that begins with BOT_."""

    model_config = SettingsConfigDict(env_prefix="BOT_", env_ignore_empty=True)

    token: Annotated[SecretStr, AfterValidator(_token)]
    """From @BotFather."""
    api_url: AnyHttpUrl = AnyHttpUrl("https://api.telegram.org")
    """The root of the Bot API server."""
    webhook_url: WebhookUrl | None = None
    """Where Telegram is to send updates; used with a webhook only."""
    webhook_secret: Secret | None = None
    """What Telegram has to send with each of them."""
    listen: Annotated[str, AfterValidator(_host)] = "127.0.0.1"
    """The address on which updates are awaited; a webhook needs a proxy with TLS before it."""
    port: _Port = 8443
    """The port on which updates are awaited."""
    max_rate: Annotated[float, AfterValidator(_rate)] = 30
    """How many messages are sent a second at most, Telegram's own limit; 0 is none."""
    log: Literal["text", "json"] = "text"
    """How a line of the log looks."""
    metrics_port: _Port | None = None
    """The local port of /healthz and /metrics; none: they are not served."""
    unanswered: Annotated[Path, AfterValidator(_file)] | None = None
    """The file to which questions without an answer are appended; none: they are not kept."""

    state: Annotated[SecretStr, AfterValidator(_state)] | None = None
    """Where it is remembered what was said: a file, or the address of a Valkey or Redis; none: in memory."""

    files: Reads = Reads.PRIVATE
    """In which chats documents that people send are read."""

    fetch: bool = False
    """Whether a document that is not here is offered to be fetched from the UN's document system."""

    @property
    def place(self) -> Place:
        """In what kind of place it is remembered what was said."""
        if self.state is None:
            return Place.MEMORY
        return Place.VALKEY if "://" in self.state.get_secret_value() else Place.FILE

    @property
    def root(self) -> str:
        """The Bot API's root without a slash at the end."""
        return str(self.api_url).rstrip("/")


class WebhookSettings(TelegramSettings):
    """The settings of `serve --webhook`, for which two more are required."""

    webhook_url: WebhookUrl
    webhook_secret: Secret


class SettingsError(ValueError):
    """The environment does not do; the message is one line a fault."""


class PortError(SettingsError):
    """A port can't be listened on."""

    def __init__(self, setting: str, where: str, error: OSError) -> None:
        # Some add the address again, in brackets.
        why = (error.strerror or type(error).__name__).partition(" (")[0]
        super().__init__(
            f"{setting}: {where} can't be listened on ({why}); expected a free port on an address of this machine"
        )


_MISSING = {
    "token": (
        "it is not set; get one from @BotFather on Telegram (/newbot) and set it, as in: BOT_TOKEN=123:abc "
        "resolution-bot serve"
    ),
    "webhook_url": "it is not set; a webhook needs the https:// address at which Telegram reaches this machine",
    "webhook_secret": (
        f"it is not set; a webhook needs 16 to 256 characters of A-Z a-z 0-9 _ -, at least {DIFFERENT} of them "
        f"different, known to nobody else"
    ),
}


def telegram_settings(webhook: bool = False, listen: str | None = None, port: int | None = None) -> TelegramSettings:
    """The settings from the environment, where `listen` and `port` are not given; SettingsError, naming every fault,
    where they do not do.

    With `webhook` they are WebhookSettings.
    """
    given: dict[str, Any] = {name: value for name, value in (("listen", listen), ("port", port)) if value is not None}
    try:
        return (WebhookSettings if webhook else TelegramSettings)(**given)
    except ValidationError as error:
        # Built from places and messages alone: the values, the token among them, are not repeated.
        faults = []
        for fault in error.errors(include_input=False):
            name = str(fault["loc"][0])
            said = _MISSING[name] if fault["type"] == "missing" else fault["msg"].removeprefix("Value error, ")
            faults.append(f"{f'--{name}' if name in given else f'BOT_{name.upper()}'}: {said}")
        raise SettingsError("; ".join(faults)) from None
