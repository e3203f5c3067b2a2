"""Updates as Telegram sends them, read one by one: what can't be read is skipped and logged, and holds up nothing.

Telegram adds kinds and fields at any time, the library follows weeks later, and raises whatever comes to hand on what
it does not know. So each update is read by itself, and the types of what is used here are looked at before.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import Any, Final

from telegram import Bot, Update
from telegram.constants import ChatType

log = logging.getLogger(__name__)

_Shape = Any
"""A type; a list of one shape; or a dict of shapes, of which each key may be missing."""

_USER: Final[_Shape] = {"id": int, "is_bot": bool, "first_name": str, "language_code": str, "username": str}
_CHAT: Final[_Shape] = {"id": int, "type": str, "username": str}
_ENVELOPE: Final[dict[str, _Shape]] = {
    "message_id": int, "date": int, "chat": _CHAT, "from": _USER, "sender_chat": _CHAT, "via_bot": _USER,
    "message_thread_id": int, "is_topic_message": bool, "is_automatic_forward": bool,
}  # fmt: skip
"""Who wrote a message, and where; `reply_to_message` is one as well."""
_ENTITY: Final[_Shape] = {"type": str, "offset": int, "length": int, "user": _USER}
_CONTENT: Final[_Shape] = {"text": str, "caption": str, "entities": [_ENTITY], "caption_entities": [_ENTITY]}
_MESSAGES: Final = ("message", "edited_message", "channel_post", "edited_channel_post")
_QUERIES: Final[dict[str, _Shape]] = {
    "callback_query": {"id": str, "from": _USER, "message": _ENVELOPE, "data": str, "inline_message_id": str},
    "inline_query": {"id": str, "from": _USER, "query": str, "offset": str},
}


@dataclass(frozen=True, slots=True)
class Unfit:
    """A message in a private chat whose content is not of the types it should be; who wrote it can be told."""

    update: Update


def read(data: object, bot: Bot) -> Update | Unfit | None:
    """The update that Telegram's JSON is; None, which is logged, where it can't be read."""
    ident, kind = id_of(data), _kind(data)
    if ident is None or not isinstance(data, dict) or not _is_addressed(data):
        _skipped(kind, ident)
        return None
    try:
        update = Update.de_json(data, bot)
    except Exception as error:
        # The library raises of everything: TypeError, KeyError, ValueError, AttributeError …
        _skipped(kind, ident, type(error).__name__)
        return None
    if all(_fits(data[name], _CONTENT) for name in _MESSAGES if name in data):
        return update
    _skipped(kind, ident)
    told = kind == "message" and update.message is not None and update.message.chat.type == ChatType.PRIVATE
    return Unfit(update) if told else None


def id_of(data: object) -> int | None:
    """The update_id in Telegram's JSON; None where it has none."""
    ident = data.get("update_id") if isinstance(data, dict) else None
    return ident if type(ident) is int else None


def _is_addressed(data: dict[str, Any]) -> bool:
    """Whether all that says who wrote, and where, is of the right types."""
    messages = (data[name] for name in _MESSAGES if name in data)
    # The library takes a query of nobody.
    queries = (_fits(data[name], shape) and "from" in data[name] for name, shape in _QUERIES.items() if name in data)
    return all(map(_is_envelope, messages)) and all(queries)


def _is_envelope(message: object) -> bool:
    if not isinstance(message, dict) or not _fits(message, _ENVELOPE):
        return False
    replied = message.get("reply_to_message")
    return replied is None or (isinstance(replied, dict) and _fits(replied, _ENVELOPE))


def _fits(value: object, shape: _Shape) -> bool:
    if isinstance(shape, dict):
        return isinstance(value, dict) and all(
            _fits(value[name], inner) for name, inner in shape.items() if name in value
        )
    if isinstance(shape, list):
        return isinstance(value, list) and all(_fits(one, shape[0]) for one in value)
    # True is no number.
    return type(value) is shape


def _kind(data: object) -> str:
    """The kind of an update, as its field is called: no word that somebody wrote."""
    names = [name for name in data if name != "update_id"] if isinstance(data, dict) else []
    return next((str(name) for name in names if re.fullmatch("[a-z_]{1,40}", str(name))), "of no kind")


def _skipped(kind: str, ident: int | None, why: str = "wrong type") -> None:
    # Each is logged: they come from Telegram alone, and what stands there is all that is left of them.
    log.info("update %s (%s) can't be read (%s), it is skipped", "without an id" if ident is None else ident, kind, why)
