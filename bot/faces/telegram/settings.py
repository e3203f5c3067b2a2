"""What the environment sets for the Telegram bot, checked once, all faults at once."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, AnyHttpUrl, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

_TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{8,}")


def _token(value: SecretStr) -> SecretStr:
    if not _TOKEN.fullmatch(value.get_secret_value()):
        raise ValueError("it is not a bot token; expected digits, a colon and letters, as @BotFather on Telegram gives them for /newbot")
    return value


class TelegramSettings(BaseSettings):
    """The settings of `serve`: each is an environment variable that begins with BOT_."""

    model_config = SettingsConfigDict(env_prefix="BOT_", env_ignore_empty=True)

    token: Annotated[SecretStr, AfterValidator(_token)]
    """From @BotFather."""
    api_url: AnyHttpUrl = AnyHttpUrl("https://api.telegram.org")
    """The root of the Bot API server."""

    @property
    def root(self) -> str:
        """The Bot API's root without a slash at the end."""
        return str(self.api_url).rstrip("/")


class SettingsError(ValueError):
    """The environment does not do; the message is one line a fault."""


_HOW = {
    "missing": "it is not set; get one from @BotFather on Telegram (/newbot) and set it, as in: BOT_TOKEN=123:abc resolution-bot serve",
}


def telegram_settings() -> TelegramSettings:
    """The settings from the environment; SettingsError, naming every fault, where they do not do."""
    try:
        return TelegramSettings()  # type: ignore[call-arg]
    except ValidationError as error:
        # Built from places and messages alone: the values, the token among them, are not repeated.
        faults = [f"BOT_{str(e['loc'][0]).upper()}: {_HOW.get(e['type'], e['msg'].removeprefix('Value error, '))}" for e in error.errors(include_input=False)]
        raise SettingsError("; ".join(faults)) from None
