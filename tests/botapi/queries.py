"""The methods that answer callback and inline queries, and look up chats and files."""

from __future__ import annotations

from typing import Any

from .args import Args
from .core import Core, Method, Outcome
from .errors import ApiError
from .files import file_object
from .inline import check_button, check_results
from .keyboard import check_url
from .text import utf16


def answer_callback_query(core: Core, args: Args) -> Outcome:
    """Answer the press of a button."""
    text = args.text("text")
    url = args.text("url")
    if utf16(text) > 200:
        raise ApiError("MESSAGE_TOO_LONG")
    if url and not check_url(url):
        raise ApiError("URL_INVALID")
    if args.get("cache_time", 0) < 0:
        raise ApiError("cache_time must not be negative")
    query = core.world.take_query("callback", args.text("callback_query_id"))
    query.answered = True
    return Outcome(True, text=text)


def answer_inline_query(core: Core, args: Args) -> Outcome:
    """Answer an inline query."""
    query = core.world.take_query("inline", args.text("inline_query_id"))
    results = check_results(core.world, args.get("results"))
    if args.get("cache_time", 300) < 0:
        raise ApiError("cache_time must not be negative")
    if len(args.text("next_offset").encode()) > 64:
        raise ApiError("NEXT_OFFSET_INVALID")
    check_button(args.get("button"))
    query.answered = True
    query.results = results
    return Outcome(True)


def get_chat(core: Core, args: Args) -> Outcome:
    """Give the ChatFullInfo."""
    chat = core.world.open_chat(args.get("chat_id"))
    info: dict[str, Any] = {
        **chat.brief(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }
    return Outcome(info, chat)


def get_file(core: Core, args: Args) -> Outcome:
    """Give the File."""
    stored = core.world.files.get(args.text("file_id"))
    if stored is None:
        raise ApiError("wrong file_id or the file is temporarily unavailable")
    return Outcome(file_object(stored))


METHODS: dict[str, Method] = {
    "answerCallbackQuery": answer_callback_query,
    "answerInlineQuery": answer_inline_query,
    "getChat": get_chat,
    "getFile": get_file,
}
"""The methods of this module by name."""
