"""What Telegram shows of the bot: its command menu and descriptions, set only where they differ from what is set."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from enum import StrEnum

from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeDefault
from telegram.error import TelegramError

from bot.question.commands import Command
from bot.wording.sentences import Wording

log = logging.getLogger(__name__)


class Own(StrEnum):
    """The commands that only Telegram has, beside those that ask something."""

    MAP = "map"
    LANG = "lang"
    DELETE = "delete"


LANGUAGES = {"": "en", "zh": "zh-Hans"}
"""Telegram's two-letter language code (none: all others) → the language of menu and descriptions."""
MENU = (
    Command.PARA, Command.VOTE, Command.ROLL, Command.TALLY, Own.MAP, Command.FULL, Command.HELP, Own.LANG, Command.ABOUT, Command.PRIVACY,
)  # fmt: skip
MENU_OF_SEVERAL = (Command.DOCS, Command.USE)
"""What stands there too where there are several resolutions."""
GROUP_MENU = (Command.PARA, Command.VOTE, Command.ROLL, Command.TALLY, Own.MAP, Own.DELETE, Command.HELP)


async def set_profile(bot: Bot, wordings: Mapping[str, Wording], *, several: bool) -> None:
    """Set menu, description and short description in each language; what fails is logged, and left as it was."""
    for code, language in LANGUAGES.items():
        try:
            await _set(bot, wordings[language], code or None, several)
        except TelegramError as error:
            log.warning("menu and descriptions could not be set: %s", type(error).__name__)


async def _set(bot: Bot, wording: Wording, code: str | None, several: bool) -> None:
    for scope, names in ((BotCommandScopeDefault(), (*MENU_OF_SEVERAL * several, *MENU)), (BotCommandScopeAllGroupChats(), GROUP_MENU)):
        menu = tuple(BotCommand(name.value, wording(f"commands.{name}")) for name in names)
        if await bot.get_my_commands(scope, code) != menu:
            await bot.set_my_commands(menu, scope, code)
    description = wording("telegram.description")
    if (await bot.get_my_description(code)).description != description:
        await bot.set_my_description(description, code)
    short = wording("telegram.short_description")
    if (await bot.get_my_short_description(code)).short_description != short:
        await bot.set_my_short_description(short, code)
