"""What Telegram shows of the bot: its command menu and descriptions, set only where they differ from what is set."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeDefault
from telegram.error import RetryAfter

from bot.faces.telegram.pauses import Pause, seconds_of
from bot.language.speaking import REPLY_LANGUAGES
from bot.question.commands import Command
from bot.wording.sentences import Wording

log = logging.getLogger(__name__)


class Own(StrEnum):
    """The commands that only Telegram has, beside those that ask something."""

    MAP = "map"
    LANG = "lang"
    DELETE = "delete"


DESCRIBED_IN = {code: language.tag for language in REPLY_LANGUAGES for code in language.telegram}
"""Telegram's two-letter language code (none: all others) → the language of menu and descriptions."""
MENU_PAUSES: Final = (5.0, 3600.0)
"""Seconds before what could not be set is tried again, first and at most; where Telegram says how long, so long."""
MENU = (
    Command.PARA, Command.VOTE, Command.ROLL, Command.TALLY, Own.MAP, Command.FULL, Command.HELP, Own.LANG,
    Command.ABOUT, Command.PRIVACY,
)  # fmt: skip
MENU_OF_SEVERAL = (Command.DOCS, Command.USE)
"""What stands there too where there are several resolutions."""
GROUP_MENU = (Command.PARA, Command.VOTE, Command.ROLL, Command.TALLY, Own.MAP, Own.DELETE, Command.HELP)


class Profile:
    """Sets menu and descriptions in the background: nobody waits for them, whatever Telegram says."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._task: asyncio.Task[None] | None = None

    def set(self, wordings: Mapping[str, Wording], *, several: bool) -> None:
        """Begin to set them, for one resolution or several; what was begun before is given up."""
        self.stop()
        self._task = asyncio.create_task(self._keep_setting(wordings, several), name="profile")

    def stop(self) -> None:
        """Give up what is not set yet."""
        if self._task:
            self._task.cancel()

    async def _keep_setting(self, wordings: Mapping[str, Wording], several: bool) -> None:
        pause = Pause(*MENU_PAUSES)
        left = dict(DESCRIBED_IN)
        while left:
            wait = 0.0
            for code, language in list(left.items()):
                try:
                    await _set(self._bot, wordings[language], code or None, several)
                    del left[code]
                except RetryAfter as error:
                    wait = max(wait, seconds_of(error))
                except Exception as error:
                    # An answer that is none makes the library raise of everything.
                    log.warning("menu and descriptions could not be set: %s", type(error).__name__)
                    wait = max(wait, pause.next())
            if left:
                log.info("menu and descriptions are set again in %.0f s", wait)
                await asyncio.sleep(wait)


async def _set(bot: Bot, wording: Wording, code: str | None, several: bool) -> None:
    for scope, names in (
        (BotCommandScopeDefault(), (*MENU_OF_SEVERAL * several, *MENU)),
        (BotCommandScopeAllGroupChats(), GROUP_MENU),
    ):
        menu = tuple(BotCommand(name.value, wording(f"commands.{name}")) for name in names)
        if await bot.get_my_commands(scope, code) != menu:
            await bot.set_my_commands(menu, scope, code)
    description = wording("telegram.description")
    if (await bot.get_my_description(code)).description != description:
        await bot.set_my_description(description, code)
    short = wording("telegram.short_description")
    if (await bot.get_my_short_description(code)).short_description != short:
        await bot.set_my_short_description(short, code)
