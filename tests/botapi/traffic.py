"""What people do: they write, press buttons, ask inline queries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .core import Core
from .inline import check_content
from .record import Call
from .text import clean_entities, find_entities, trim
from .world import ANONYMOUS_ADMIN, CHANNEL_SENDER, Chat, Json, now


@dataclass(frozen=True)
class Said:
    """An update that was queued, and the message in it."""

    update_id: int
    message: Mapping[str, Any]

    @property
    def message_id(self) -> int:
        """The identifier of the message."""
        return int(self.message["message_id"])

    @property
    def chat_id(self) -> int:
        """The identifier of the chat."""
        return int(self.message["chat"]["id"])


@dataclass(frozen=True)
class Asked:
    """An update with a query, and the query's identifier."""

    update_id: int
    query_id: str


_KEPT = (
    "message_id",
    "date",
    "reply_to_message",
    "quote",
    "message_thread_id",
    "is_topic_message",
)

Where = int | Mapping[str, Any] | Chat
Who = int | Mapping[str, Any]
Target = Said | Call | Mapping[str, Any] | int | tuple[int, int]


def say(
    core: Core,
    text: str | None,
    chat: Where | None = None,
    user: Who | None = None,
    *,
    thread: int | None = None,
    reply_to: Target | None = None,
    quote: str | None = None,
    edit: Target | None = None,
    anonymous: bool = False,
    sender_chat: Where | None = None,
    entities: list[Json] | None = None,
    extra: Mapping[str, Any] | None = None,
) -> Said:
    """Queue an update with a message; see ``BotApi.say``."""
    world = core.world
    target = edit if edit is not None else reply_to
    if chat is None and target is not None and not isinstance(target, int):
        chat = find(core, target)["chat"]["id"]
    if chat is None:
        chat = world.user(user)["id"]
    place = world.chat(chat)
    if user is None and edit is not None:
        user = find(core, edit, place).get("from")
    sender = world.user(place.id if user is None and place.type == "private" else user)
    message: Json = {"message_id": 0, "date": now(), "chat": place.brief()}
    _sender(core, message, place, sender, anonymous, sender_chat)
    _context(core, message, place, thread, reply_to, quote)
    if text is not None:
        plain, known = trim(*clean_entities(text, list(entities or [])))
        message["text"] = plain
        if found := find_entities(plain, known):
            message["entities"] = found
    message |= dict(extra or {})
    kind = "channel_post" if place.type == "channel" else "message"
    if edit is not None:
        old = find(core, edit, place)
        kept = {k: old[k] for k in _KEPT if k in old}
        message |= {**kept, "edit_date": now()}
        kind = f"edited_{kind}"
    elif not message["message_id"]:
        message["message_id"] = place.next_id()
    message["chat"] = place.brief()
    world.store(message)
    return Said(core.updates.add(kind, message), message)


def _sender(core: Core, message: Json, place: Chat, sender: Json, anonymous: bool, as_chat: Where | None) -> None:
    if place.type == "channel":
        message |= {"sender_chat": place.brief(), "author_signature": sender["first_name"]}
    elif anonymous:
        message |= {"from": ANONYMOUS_ADMIN, "sender_chat": place.brief()}
    elif as_chat is not None:
        message |= {"from": CHANNEL_SENDER, "sender_chat": core.world.chat(as_chat).brief()}
    else:
        message["from"] = dict(sender)


def _context(
    core: Core,
    message: Json,
    place: Chat,
    thread: int | None,
    reply_to: Target | None,
    quote: str | None,
) -> None:
    if thread is not None:
        start = core.world.topic(place, thread)
        message |= {"message_thread_id": thread, "is_topic_message": True}
        if start is not None:
            message["reply_to_message"] = start
    if reply_to is None:
        return
    replied = find(core, reply_to, place)
    message["reply_to_message"] = {k: v for k, v in replied.items() if k != "reply_to_message"}
    if place.type == "supergroup" and thread is None and not place.is_forum:
        message["message_thread_id"] = replied.get("message_thread_id", replied["message_id"])
    if quote is not None:
        position = str(replied.get("text", "")).find(quote)
        message["quote"] = {"text": quote, "position": max(position, 0), "is_manual": True}


def find(core: Core, target: Target, place: Chat | None = None) -> Json:
    """Find the stored message that a test means."""
    if isinstance(target, Call):
        if target.message is None:
            raise ValueError(f"{target.method} made no message")
        target = target.message
    elif isinstance(target, Said):
        target = target.message
    if isinstance(target, Mapping):
        key = (int(target["chat"]["id"]), int(target["message_id"]))
    elif isinstance(target, tuple):
        key = target
    elif place is None:
        raise ValueError("a bare message_id needs its chat: give (chat_id, message_id)")
    else:
        key = (place.id, target)
    try:
        return core.world.messages[key]
    except KeyError:
        raise ValueError(f"there is no message {key}") from None


def press(core: Core, data: str, message: Target | str, user: Who | None, *, force: bool, gone: bool) -> Asked:
    """Queue a callback query; see ``BotApi.press``."""
    world = core.world
    query: Json = {"chat_instance": "1234567890"}
    if isinstance(message, str):
        shown = world.inline_messages[message]
        query["inline_message_id"] = message
        sender = world.user(user)
    else:
        shown = find(core, message)
        place = world.chat(shown["chat"]["id"])
        query["message"] = shown
        private = place.type == "private" and user is None
        sender = world.user(place.id if private else user)
        if gone:
            query["message"] = {k: shown[k] for k in ("chat", "message_id")} | {"date": 0}
    keyboard = shown.get("reply_markup", {}).get("inline_keyboard", [])
    known = [b["callback_data"] for row in keyboard for b in row if "callback_data" in b]
    if data not in known and not force:
        raise ValueError(f"the message has no button {data!r}, only {known}")
    ident = world.new_query("callback", sender)
    update = core.updates.add("callback_query", {"id": ident, "from": dict(sender), **query, "data": data})
    return Asked(update, ident)


def ask(core: Core, query: str, user: Who | None, offset: str, chat_type: str | None) -> Asked:
    """Queue an inline query; see ``BotApi.inline``."""
    sender = core.world.user(user)
    ident = core.world.new_query("inline", sender)
    content: Json = {"id": ident, "from": dict(sender), "query": query, "offset": offset}
    if chat_type:
        content["chat_type"] = chat_type
    return Asked(core.updates.add("inline_query", content), ident)


def choose(core: Core, query_id: str, result_id: str, text: str) -> tuple[int, str]:
    """Queue a chosen inline result; see ``BotApi.choose``."""
    query = core.world.queries[query_id]
    found = [result for result in query.results if result["id"] == result_id]
    if not found:
        raise ValueError(f"the answer has no result {result_id!r}")
    content: Json = {"result_id": result_id, "from": dict(query.user), "query": text}
    inline_id = ""
    if "reply_markup" in found[0]:
        inline_id = f"INLINE{next(core.world.numbers):08d}"
        content["inline_message_id"] = inline_id
        message: Json = {"reply_markup": found[0]["reply_markup"]}
        if "input_message_content" in found[0]:
            plain, entities = check_content(found[0]["input_message_content"])
            message |= {"text": plain} | ({"entities": entities} if entities else {})
        core.world.inline_messages[inline_id] = message
    return core.updates.add("chosen_inline_result", content), inline_id


def migrate(core: Core, chat_id: int) -> int:
    """Turn a group into a supergroup; see ``BotApi.migrate``."""
    old = core.world.chat(chat_id)
    new = core.world.chat({"id": int(f"-100{abs(chat_id)}"), "type": "supergroup", **old.fields})
    old.migrated_to = new.id
    sender = core.world.user(None)
    say(core, None, old, sender, extra={"migrate_to_chat_id": new.id})
    say(core, None, new, sender, extra={"migrate_from_chat_id": old.id})
    return new.id
