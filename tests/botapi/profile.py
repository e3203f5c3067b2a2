"""The methods about the bot itself: getMe, commands, descriptions, name, webhooks."""

from __future__ import annotations

import json
import re
from typing import Any

from .args import Args, only_keys
from .core import Core, Method, Outcome
from .errors import ApiError
from .text import utf16

_SCOPES: dict[str, set[str]] = {
    "default": set(),
    "all_private_chats": set(),
    "all_group_chats": set(),
    "all_chat_administrators": set(),
    "chat": {"chat_id"},
    "chat_administrators": {"chat_id"},
    "chat_member": {"chat_id", "user_id"},
}


def get_me(core: Core, args: Args) -> Outcome:
    """Give the bot."""
    return Outcome(dict(core.world.bot))


def done(core: Core, args: Args) -> Outcome:
    """Do nothing, well (logOut and close)."""
    return Outcome(True)


def set_webhook(core: Core, args: Args) -> Outcome:
    """Set or delete the webhook."""
    core.updates.set_webhook(args)
    return Outcome(True)


def delete_webhook(core: Core, args: Args) -> Outcome:
    """Delete the webhook."""
    core.updates.delete_webhook(args)
    return Outcome(True)


def get_webhook_info(core: Core, args: Args) -> Outcome:
    """Give the WebhookInfo."""
    return Outcome(core.updates.webhook_info())


def language(args: Args) -> str:
    """Check and give the language_code of a call."""
    code = args.text("language_code")
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise ApiError("invalid language code specified")
    return code


def scope_key(core: Core, value: Any) -> str:
    """Check a BotCommandScope and give what tells it apart."""
    if value is None:
        return json.dumps({"type": "default"})
    if not isinstance(value, dict) or value.get("type") not in _SCOPES:
        raise ApiError("can't parse BotCommandScope: unsupported type specified")
    needed = _SCOPES[value["type"]]
    only_keys(value, {"type"} | needed, "BotCommandScope")
    if needed - set(value):
        raise ApiError(f"can't parse BotCommandScope: {min(needed - set(value))} is missing")
    key = dict(value)
    if "chat_id" in needed:
        ident = value["chat_id"]
        known = str(ident)
        number = int(known) if re.fullmatch(r"-?\d+", known) else known
        key["chat_id"] = core.world.find_chat(number).id
    return json.dumps(key, sort_keys=True)


def _place(core: Core, args: Args) -> tuple[str, str]:
    return scope_key(core, args.get("scope")), language(args)


def _command(value: Any) -> dict[str, str]:
    command = only_keys(value, {"command", "description"}, "BotCommand")
    name, text = command.get("command"), command.get("description")
    if not isinstance(name, str) or not re.fullmatch(r"[a-z0-9_]{1,32}", name):
        raise ApiError("BOT_COMMAND_INVALID")
    if not isinstance(text, str) or not text.strip() or utf16(text) > 256:
        raise ApiError("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": text}


def set_my_commands(core: Core, args: Args) -> Outcome:
    """Set the commands of a scope and language."""
    values = args.get("commands")
    if not isinstance(values, list):
        raise ApiError("can't parse list of bot commands JSON object: array expected")
    if len(values) > 100:
        raise ApiError("BOT_COMMANDS_TOO_MUCH")
    commands = [_command(value) for value in values]
    if len({c["command"] for c in commands}) < len(commands):
        raise ApiError("BOT_COMMAND_INVALID: a command is listed twice")
    core.profile.commands[_place(core, args)] = commands
    return Outcome(True)


def get_my_commands(core: Core, args: Args) -> Outcome:
    """Give the commands of a scope and language."""
    return Outcome(core.profile.commands.get(_place(core, args), []))


def delete_my_commands(core: Core, args: Args) -> Outcome:
    """Forget the commands of a scope and language."""
    core.profile.commands.pop(_place(core, args), None)
    return Outcome(True)


def _setter(name: str, limit: int) -> Method:
    def method(core: Core, args: Args) -> Outcome:
        code = language(args)
        text = args.text(name)
        if utf16(text) > limit:
            raise ApiError(f"bot {name.replace('_', ' ')} is too long: over {limit} characters")
        getattr(core.profile, name)[code] = text
        return Outcome(True)

    return method


def _getter(name: str) -> Method:
    def method(core: Core, args: Args) -> Outcome:
        known: dict[str, str] = getattr(core.profile, name)
        fallback = core.world.bot["first_name"] if name == "name" else ""
        text = known.get(language(args)) or known.get("") or fallback
        return Outcome({name: text})

    return method


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "logOut": done,
    "close": done,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyDescription": _setter("description", 512),
    "getMyDescription": _getter("description"),
    "setMyShortDescription": _setter("short_description", 120),
    "getMyShortDescription": _getter("short_description"),
    "setMyName": _setter("name", 64),
    "getMyName": _getter("name"),
}
"""The methods of this module by name."""
