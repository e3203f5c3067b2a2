"""A strict Bot API server for tests, on the loopback interface.

::

    async with BotApi() as server:          # or: with BotApi().in_thread() as server:
        ...                                 # let a bot poll f"{server.url}/bot"
        call = await server.exchange_async("/start")
        assert call.text == "Hello"
        assert not server.refused
"""

from .errors import ApiError
from .faults import Fault, Faults
from .html import HtmlError, parse
from .record import Call, Refusal, Struck
from .server import PATIENCE, BotApi
from .text import clean, cut, find_entities, utf16
from .traffic import Asked, Said

__all__ = [
    "PATIENCE",
    "ApiError",
    "Asked",
    "BotApi",
    "Call",
    "Fault",
    "Faults",
    "HtmlError",
    "Refusal",
    "Said",
    "Struck",
    "clean",
    "cut",
    "find_entities",
    "parse",
    "utf16",
]
