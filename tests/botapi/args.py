"""The parameters each method takes, and how they are read from a request."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from .errors import ApiError

_TARGET = {"chat_id": "chat", "message_id": "int", "inline_message_id": "str"}
_EDIT = {**_TARGET, "business_connection_id": "str", "reply_markup": "json"}
_CAPTION = {
    "caption": "str",
    "parse_mode": "str",
    "caption_entities": "json",
    "show_caption_above_media": "bool",
}
_SEND = {
    "chat_id": "chat",
    "message_thread_id": "int",
    "direct_messages_topic_id": "int",
    "business_connection_id": "str",
    "disable_notification": "bool",
    "protect_content": "bool",
    "allow_paid_broadcast": "bool",
    "message_effect_id": "str",
    "suggested_post_parameters": "json",
    "reply_parameters": "json",
    "reply_markup": "json",
}
_LANGUAGE = {"language_code": "str"}
_SCOPED = {"scope": "json", **_LANGUAGE}

SCHEMAS: dict[str, dict[str, str]] = {
    "getMe": {},
    "logOut": {},
    "close": {},
    "getUpdates": {
        "offset": "int",
        "limit": "int",
        "timeout": "int",
        "allowed_updates": "json",
    },
    "setWebhook": {
        "url": "str",
        "certificate": "file",
        "ip_address": "str",
        "max_connections": "int",
        "allowed_updates": "json",
        "drop_pending_updates": "bool",
        "secret_token": "str",
    },
    "deleteWebhook": {"drop_pending_updates": "bool"},
    "getWebhookInfo": {},
    "sendMessage": {
        **_SEND,
        "text": "str",
        "parse_mode": "str",
        "entities": "json",
        "link_preview_options": "json",
    },
    "sendPhoto": {**_SEND, **_CAPTION, "photo": "file", "has_spoiler": "bool"},
    "sendDocument": {
        **{k: v for k, v in {**_SEND, **_CAPTION}.items() if k != "show_caption_above_media"},
        "document": "file",
        "thumbnail": "file",
        "disable_content_type_detection": "bool",
    },
    "editMessageText": {
        **_EDIT,
        "text": "str",
        "parse_mode": "str",
        "entities": "json",
        "link_preview_options": "json",
    },
    "editMessageCaption": {**_EDIT, **_CAPTION},
    "editMessageMedia": {**_EDIT, "media": "json"},
    "editMessageReplyMarkup": _EDIT,
    "deleteMessage": {"chat_id": "chat", "message_id": "int"},
    "sendChatAction": {
        "chat_id": "chat",
        "action": "str",
        "message_thread_id": "int",
        "business_connection_id": "str",
    },
    "answerCallbackQuery": {
        "callback_query_id": "str",
        "text": "str",
        "show_alert": "bool",
        "url": "str",
        "cache_time": "int",
    },
    "answerInlineQuery": {
        "inline_query_id": "str",
        "results": "json",
        "cache_time": "int",
        "is_personal": "bool",
        "next_offset": "str",
        "button": "json",
    },
    "setMyCommands": {"commands": "json", **_SCOPED},
    "getMyCommands": _SCOPED,
    "deleteMyCommands": _SCOPED,
    "setMyDescription": {"description": "str", **_LANGUAGE},
    "getMyDescription": _LANGUAGE,
    "setMyShortDescription": {"short_description": "str", **_LANGUAGE},
    "getMyShortDescription": _LANGUAGE,
    "setMyName": {"name": "str", **_LANGUAGE},
    "getMyName": _LANGUAGE,
    "getChat": {"chat_id": "chat"},
    "getFile": {"file_id": "str"},
}
"""The known parameters of every method and their types."""

CANONICAL = {name.lower(): name for name in SCHEMAS}
"""The proper spelling of each method name; the names are not case-sensitive."""

_LABELS = {
    "reply_markup": "reply keyboard markup",
    "entities": "entities",
    "results": "inline query results",
    "commands": "list of bot commands",
}


@dataclass(frozen=True)
class Upload:
    """A file that came with a request."""

    filename: str
    content: bytes
    mime_type: str


@dataclass
class Args:
    """The decoded parameters and files of one call."""

    values: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def get(self, name: str, default: Any = None) -> Any:
        """Give a parameter, or the default when it was not sent."""
        return self.values.get(name, default)

    def text(self, name: str) -> str:
        """Give a string parameter, empty when it was not sent."""
        return str(self.values.get(name, ""))


def decode(method: str, raw: dict[str, Any], files: dict[str, Upload]) -> Args:
    """Read the parameters of a method strictly; unknown ones are refused."""
    schema = SCHEMAS[method]
    args = Args(files=files)
    for name, value in raw.items():
        kind = schema.get(name)
        if kind is None:
            raise ApiError(f"unknown parameter {name!r} of the method {method}")
        if value is None:
            raise ApiError(f"parameter {name!r} is null")
        args.values[name] = _READERS[kind](name, value)
    attached = set(re.findall(r"attach://([^\"'\s\\]+)", json.dumps(raw, default=str)))
    for name in files:
        if name not in attached and schema.get(name) != "file":
            raise ApiError(f"file {name!r} is attached but no parameter refers to it")
    return args


def check_utf8(value: Any) -> None:
    """Refuse half surrogate pairs anywhere in a decoded JSON value."""
    if isinstance(value, str):
        if any(0xD800 <= ord(char) <= 0xDFFF for char in value):
            raise ApiError("strings must be encoded in UTF-8")
    elif isinstance(value, dict):
        for key, item in value.items():
            check_utf8(key)
            check_utf8(item)
    elif isinstance(value, list):
        for item in value:
            check_utf8(item)


def only_keys(value: Any, allowed: set[str], what: str) -> dict[str, Any]:
    """Check that a value is an object with no unknown fields, and give it."""
    if not isinstance(value, dict):
        raise ApiError(f"can't parse {what} JSON object: object expected")
    unknown = sorted(set(value) - allowed)
    if unknown:
        raise ApiError(f"can't parse {what} JSON object: unknown field {unknown[0]!r}")
    return value


def _int(name: str, value: Any) -> int:
    if isinstance(value, bool) or not re.fullmatch(r"-?\d{1,19}", str(value)):
        raise ApiError(f"parameter {name!r} must be an integer")
    return int(value)


def _bool(name: str, value: Any) -> bool:
    known = {"true": True, "1": True, "false": False, "0": False}
    try:
        return known[str(value).lower()]
    except KeyError:
        raise ApiError(f"parameter {name!r} must be a boolean") from None


def _str(name: str, value: Any) -> str:
    if isinstance(value, dict | list | bool):
        raise ApiError(f"parameter {name!r} must be a string")
    check_utf8(value)
    return str(value)


def _chat(name: str, value: Any) -> int | str:
    text = str(value)
    if not text:
        raise ApiError(f"{name} is empty")
    return int(text) if re.fullmatch(r"-?\d{1,19}", text) else text


def _json(name: str, value: Any) -> Any:
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            raise ApiError(f"can't parse {_LABELS.get(name, name)} JSON object") from None
    check_utf8(value)
    return value


_READERS = {
    "int": _int,
    "bool": _bool,
    "str": _str,
    "file": _str,
    "chat": _chat,
    "json": _json,
}
