"""What exists on the server: chats, users, messages, files and open queries."""

from __future__ import annotations

import hashlib
import itertools
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .errors import ApiError

ANONYMOUS_ADMIN = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
"""The sender that stands for an anonymous administrator."""

CHANNEL_SENDER = {
    "id": 136817688,
    "is_bot": True,
    "first_name": "Channel",
    "username": "Channel_Bot",
}
"""The sender that stands for a channel that writes in a group."""

Json = dict[str, Any]


@dataclass
class Chat:
    """A chat as the server knows it."""

    id: int
    type: str
    fields: Json = field(default_factory=dict)
    is_forum: bool = False
    topics: set[int] = field(default_factory=set)
    closed: set[int] = field(default_factory=set)
    denied: set[str] = field(default_factory=set)
    bot_is_admin: bool = False
    forbidden: str = ""
    migrated_to: int | None = None
    last_id: int = 0

    def brief(self) -> Json:
        """Give the Chat object that messages carry."""
        forum = {"is_forum": True} if self.is_forum else {}
        return {"id": self.id, "type": self.type, **self.fields, **forum}

    def next_id(self) -> int:
        """Give the identifier of the chat's next message."""
        self.last_id += 1
        return self.last_id


@dataclass
class StoredFile:
    """A file that the server keeps."""

    file_id: str
    unique_id: str
    kind: str
    name: str
    mime_type: str
    content: bytes
    size: tuple[int, int] | None = None

    @property
    def path(self) -> str:
        """The path under which the file can be fetched."""
        return f"{self.kind}s/{self.unique_id}/{self.name}"


@dataclass
class Query:
    """A callback or inline query that waits for its answer."""

    kind: str
    user: Json
    answered: bool = False
    expired: bool = False
    results: list[Json] = field(default_factory=list)


class World:
    """All chats, users, messages, files and queries of one server."""

    def __init__(self, bot: Json) -> None:
        """Start with nothing but the bot."""
        self.bot = bot
        self.users: dict[int, Json] = {}
        self.chats: dict[int, Chat] = {}
        self.messages: dict[tuple[int, int], Json] = {}
        self.inline_messages: dict[str, Json] = {}
        self.files: dict[str, StoredFile] = {}
        self.queries: dict[str, Query] = {}
        self.numbers = itertools.count(1)

    def user(self, user: int | Mapping[str, Any] | None) -> Json:
        """Give a user, made up as far as it is not described."""
        if user is None:
            user = 1001
        known = {"id": user} if isinstance(user, int) else dict(user)
        ident = int(known.setdefault("id", 1001))
        base = self.users.get(ident) or {
            "id": ident,
            "is_bot": False,
            "first_name": f"User {ident}",
            "language_code": "en",
        }
        merged = {k: v for k, v in {**base, **known}.items() if v is not None}
        self.users[ident] = merged
        if ident in self.chats:
            self.chats[ident].fields = _names(merged)
        return merged

    def chat(self, chat: int | Mapping[str, Any] | Chat) -> Chat:
        """Give a chat, made up as far as it is not described.

        A bare number makes a private chat (positive), a supergroup (-100…) or a group.
        """
        if isinstance(chat, Chat):
            return chat
        known: Json = {"id": chat} if isinstance(chat, int) else dict(chat)
        ident = int(known.pop("id"))
        found = self.chats.get(ident)
        if found is None:
            guess = "private" if ident > 0 else "group"
            if str(ident).startswith("-100"):
                guess = "supergroup"
            found = self.chats[ident] = Chat(ident, str(known.get("type", guess)))
            if found.type == "private":
                found.fields = _names(self.user(ident))
            else:
                found.fields = {"title": f"Chat {abs(ident)}"}
        found.type = str(known.pop("type", found.type))
        found.is_forum = bool(known.pop("is_forum", found.is_forum))
        found.bot_is_admin = bool(known.pop("bot_is_admin", found.bot_is_admin))
        topics = set(known.pop("topics", ()))
        found.topics |= topics
        found.is_forum = found.is_forum or (bool(topics) and found.type == "supergroup")
        found.fields.update(known)
        return found

    def topic(self, chat: Chat, thread: int) -> Json | None:
        """Open a topic if it is not open; give the service message that it began with.

        Messages in a topic of a supergroup reply to that message if to no other.
        """
        if thread not in chat.topics:
            chat.topics.add(thread)
            if chat.type == "supergroup":
                chat.is_forum = True
        chat.last_id = max(chat.last_id, thread)
        if chat.type == "supergroup" and (chat.id, thread) not in self.messages:
            self.store(
                {
                    "message_id": thread,
                    "date": now(),
                    "chat": chat.brief(),
                    "from": dict(self.user(None)),
                    "message_thread_id": thread,
                    "is_topic_message": True,
                    "forum_topic_created": {"name": f"Topic {thread}", "icon_color": 7322096},
                }
            )
        found = self.messages.get((chat.id, thread), {})
        return found if "forum_topic_created" in found else None

    def find_chat(self, ident: int | str | None) -> Chat:
        """Find the chat that a call names, or refuse it."""
        if ident is None:
            raise ApiError("chat_id is empty")
        if isinstance(ident, str):
            name = ident.removeprefix("@").lower()
            for chat in self.chats.values():
                known = str(chat.fields.get("username", "")).lower()
                if ident.startswith("@") and chat.type != "private" and known == name:
                    return chat
            raise ApiError("chat not found")
        try:
            return self.chats[ident]
        except KeyError:
            raise ApiError("chat not found") from None

    def open_chat(self, ident: int | str | None) -> Chat:
        """Find a chat that the bot may write to, or refuse it."""
        chat = self.find_chat(ident)
        if chat.migrated_to is not None:
            raise ApiError(
                "group chat was upgraded to a supergroup chat",
                parameters={"migrate_to_chat_id": chat.migrated_to},
            )
        if chat.forbidden:
            raise ApiError(chat.forbidden, 403)
        return chat

    def store(self, message: Json) -> Json:
        """Keep a message, in place of one with the same identifier."""
        self.messages[message["chat"]["id"], message["message_id"]] = message
        return message

    def keep_file(
        self, kind: str, name: str, mime_type: str, content: bytes, size: tuple[int, int] | None
    ) -> StoredFile:
        """Keep a file and give it its identifiers."""
        unique = hashlib.sha256(content + name.encode()).hexdigest()[:16]
        prefix = {"photo": "AgAC", "document": "BQAC"}.get(kind, "CgAC")
        file_id = f"{prefix}{next(self.numbers):06d}{unique}"
        stored = StoredFile(file_id, f"AQAD{unique}", kind, name, mime_type, content, size)
        self.files[file_id] = stored
        return stored

    def new_query(self, kind: str, user: Json) -> str:
        """Open a query and give its identifier."""
        ident = str(4_000_000_000_000_000 + next(self.numbers))
        self.queries[ident] = Query(kind, user)
        return ident

    def take_query(self, kind: str, ident: str) -> Query:
        """Find a query that still waits for its answer, or refuse it."""
        query = self.queries.get(ident)
        if query is None or query.kind != kind or query.answered or query.expired:
            raise ApiError("query is too old and response timeout expired or query ID is invalid")
        return query


def _names(user: Json) -> Json:
    return {k: user[k] for k in ("first_name", "last_name", "username") if k in user}


def now() -> int:
    """Give the time as messages carry it."""
    return int(time.time())
