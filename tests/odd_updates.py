"""Updates as a newer or a faulty server may send them: with less, or with other things, than the library knows."""

from __future__ import annotations

from typing import Any

SAID = "the words of a person 4711"


def message(chat: int, **more: Any) -> dict[str, Any]:
    """A message in a private chat."""
    person = {"id": chat, "is_bot": False, "first_name": "A", "language_code": "en"}
    return {
        "message_id": 900,
        "date": 0,
        "chat": {"id": chat, "type": "private", "first_name": "A"},
        "from": person,
        **more,
    }


def odd(chat: int) -> dict[str, dict[str, Any]]:
    """Updates with less, or with other things, than the library knows; each in that chat."""
    text = {"text": SAID}
    nameless = {"id": chat, "is_bot": False}
    colour = {"fill": {"type": "solid"}}
    unlabelled = {"inline_keyboard": [[{"callback_data": "op5"}]]}
    return {
        "a gift without a sticker": {"message": message(chat, gift={"gift": {"id": "7", "star_count": 5}})},
        "an origin of an unknown kind": {"message": message(chat, **text, forward_origin={"date": 0})},
        "a chat background": {"message": message(chat, chat_background_set={"type": {"type": "fill", **colour}})},
        "an entity without an offset": {"message": message(chat, **text, entities=[{"type": "bold", "length": 3}])},
        "a user without a name": {"message": message(chat, **text) | {"from": nameless}},
        "a button without a text": {"message": message(chat, **text, reply_markup=unlabelled)},
        "a story without a chat": {"message": message(chat, story={"id": 3})},
        "a poll without options": {"message": message(chat, poll={"id": "1", "question": SAID, "is_anonymous": True})},
    }


def wrong(chat: int) -> dict[str, dict[str, Any]]:
    """Updates with fields of other types than the Bot API has."""
    who = {"id": chat, "is_bot": False, "first_name": "A"}
    return {
        "a message that is a number": {"message": 5},
        "a message that is a list": {"edited_message": [SAID]},
        "a chat that is a text": {"message": message(chat) | {"chat": SAID}},
        "a chat's id that is a text": {"message": message(chat, text=SAID) | {"chat": {"id": SAID, "type": "private"}}},
        "a chat's id that is a list": {"message": message(chat, text=SAID) | {"chat": {"id": [1], "type": "private"}}},
        "a message's id that is a fraction": {"message": message(chat, text=SAID) | {"message_id": 1.5}},
        "a date that is a text": {"message": message(chat, text=SAID) | {"date": "today"}},
        "a user that is true": {"message": message(chat, text=SAID) | {"from": True}},
        "a user's language that is a number": {
            "message": message(chat, text=SAID) | {"from": {**who, "language_code": 5}}
        },
        "a reply to a text": {"message": message(chat, text=SAID, reply_to_message=SAID)},
        "a press with data that are a list": {
            "callback_query": {"id": "1", "from": who, "chat_instance": "1", "data": ["op5"]}
        },
        "a press by nobody": {"callback_query": {"id": "1", "chat_instance": "1", "data": "op5"}},
        "an inline query that is a number": {"inline_query": {"id": "1", "from": who, "query": 5, "offset": ""}},
        "an inline query with an id that is null": {
            "inline_query": {"id": None, "from": who, "query": "5", "offset": ""}
        },
        "nothing but its id": {},
    }
