"""Checks of reply_markup."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from .args import only_keys
from .errors import ApiError

MAX_ROW = 8
MAX_BUTTONS = 100
ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
"""The fields of an inline button of which it has exactly one."""

_STYLE = {"text", "style", "icon_custom_emoji_id"}
_KEY_ACTIONS = {
    "request_contact",
    "request_location",
    "request_poll",
    "request_users",
    "request_chat",
    "request_managed_bot",
    "web_app",
}
_KEYBOARD = {
    "keyboard",
    "is_persistent",
    "resize_keyboard",
    "one_time_keyboard",
    "input_field_placeholder",
    "selective",
}
_CHOSEN_CHAT = {
    "query",
    "allow_user_chats",
    "allow_bot_chats",
    "allow_group_chats",
    "allow_channel_chats",
}


def reply_markup(markup: Any, *, inline_only: bool = False) -> dict[str, Any] | None:
    """Check a reply markup; give it, or None when it holds no keyboard."""
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise ApiError("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(only_keys(markup, {"inline_keyboard"}, "inline keyboard"))
    if inline_only:
        raise ApiError("inline keyboard expected")
    if "keyboard" in markup:
        only_keys(markup, _KEYBOARD, "reply keyboard markup")
        for row in _rows(markup["keyboard"]):
            for button in row:
                _key(button)
        _placeholder(markup)
    elif markup.get("remove_keyboard") is True:
        only_keys(markup, {"remove_keyboard", "selective"}, "reply keyboard remove")
    elif markup.get("force_reply") is True:
        only_keys(markup, {"force_reply", "input_field_placeholder", "selective"}, "force reply")
        _placeholder(markup)
    else:
        raise ApiError("can't parse reply keyboard markup JSON object: unknown kind")
    return markup


def check_url(url: Any) -> bool:
    """Tell whether a button may open this URL."""
    if not isinstance(url, str) or re.search(r"[\s\x00-\x1f]", url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    if parts.scheme == "tg":
        return bool(parts.netloc)
    return parts.scheme in ("http", "https") and "." in (parts.hostname or "")


def _inline(markup: dict[str, Any]) -> dict[str, Any] | None:
    rows = _rows(markup["inline_keyboard"])
    for row in rows:
        for button in row:
            _button(button)
    pays = [b for row in rows for b in row if "pay" in b or "callback_game" in b]
    if pays and pays[0] is not rows[0][0]:
        raise ApiError("BUTTON_POS_INVALID")
    kept = [row for row in rows if row]
    return {"inline_keyboard": kept} if kept else None


def _rows(rows: Any) -> list[list[dict[str, Any]]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise ApiError("can't parse reply keyboard markup JSON object: array of arrays expected")
    if any(len(row) > MAX_ROW for row in rows):
        raise ApiError(f"reply markup is too long: over {MAX_ROW} buttons in a row")
    if sum(map(len, rows)) > MAX_BUTTONS:
        raise ApiError(f"reply markup is too long: over {MAX_BUTTONS} buttons")
    return rows


def _label(button: dict[str, Any]) -> None:
    text = button.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ApiError("can't parse keyboard button: field 'text' must be a non-empty string")
    if button.get("style") not in (None, "primary", "success", "danger"):
        raise ApiError("can't parse keyboard button: unknown style")


def _button(value: Any) -> None:
    button = only_keys(value, {*ACTIONS, *_STYLE}, "inline keyboard button")
    _label(button)
    actions = [name for name in ACTIONS if name in button]
    if not actions:
        raise ApiError("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise ApiError(f"can't parse inline keyboard button: both {actions[0]} and {actions[1]}")
    _action(actions[0], button[actions[0]])


def _action(name: str, value: Any) -> None:
    if name == "callback_data":
        if not isinstance(value, str) or not 1 <= len(value.encode("utf-8")) <= 64:
            raise ApiError("BUTTON_DATA_INVALID")
    elif name in ("url", "web_app", "login_url"):
        _address(name, value)
    elif name.startswith("switch_inline_query"):
        _switch(name, value)
    elif name == "copy_text":
        text = only_keys(value, {"text"}, name).get("text")
        if not isinstance(text, str) or not 1 <= len(text) <= 256:
            raise ApiError("BUTTON_COPY_TEXT_INVALID")
    elif name == "pay" and value is not True:
        raise ApiError("can't parse inline keyboard button: field 'pay' must be true")


def _address(name: str, value: Any) -> None:
    if name == "url":
        if not check_url(value):
            raise ApiError(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")
        return
    url = value.get("url") if isinstance(value, dict) else None
    if not check_url(url) or not str(url).startswith("https://"):
        raise ApiError("BUTTON_URL_INVALID")


def _switch(name: str, value: Any) -> None:
    if name.endswith("chosen_chat"):
        value = only_keys(value, _CHOSEN_CHAT, name).get("query", "")
    if not isinstance(value, str) or len(value) > 256:
        raise ApiError("SWITCH_INLINE_QUERY_INVALID: up to 256 characters")


def _key(value: Any) -> None:
    if isinstance(value, str):
        value = {"text": value}
    button = only_keys(value, _STYLE | _KEY_ACTIONS, "keyboard button")
    _label(button)
    if sum(1 for name in _KEY_ACTIONS if button.get(name)) > 1:
        raise ApiError("can't parse keyboard button: more than one action")


def _placeholder(markup: dict[str, Any]) -> None:
    text = markup.get("input_field_placeholder", "")
    if not isinstance(text, str) or len(text) > 64:
        raise ApiError("input field placeholder is too long")
