"""The methods that send, edit and delete messages."""

from __future__ import annotations

import json

from .args import Args, only_keys
from .content import CAPTION_LIMIT, caption_text, formatted, message_text, preview
from .core import Core, Method, Outcome
from .errors import ApiError
from .files import file_fields, take_file
from .keyboard import reply_markup
from .text import Entity, utf16
from .world import Chat, Json, now

ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
"""What sendChatAction may say."""

_REPLY_KEYS = {
    "message_id",
    "chat_id",
    "allow_sending_without_reply",
    "quote",
    "quote_parse_mode",
    "quote_entities",
    "quote_position",
    "checklist_task_id",
    "poll_option_id",
}
_MEDIA_KEYS = {
    "type",
    "media",
    "caption",
    "parse_mode",
    "caption_entities",
    "show_caption_above_media",
    "has_spoiler",
    "disable_content_type_detection",
    "thumbnail",
}
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


def _thread(chat: Chat, args: Args) -> int | None:
    thread: int | None = args.get("message_thread_id")
    if thread is not None and thread not in chat.topics:
        raise ApiError("message thread not found")
    _open(chat, thread)
    return thread


def _open(chat: Chat, thread: int | None) -> None:
    """Refuse what would go into a closed topic; only administrators may write there."""
    if thread in chat.closed and not chat.bot_is_admin:
        raise ApiError("TOPIC_CLOSED")


def _may_send(chat: Chat, kind: str) -> None:
    if kind in chat.denied:
        raise ApiError(f"not enough rights to send {kind} to the chat")


def _reply(core: Core, chat: Chat, args: Args) -> tuple[Json | None, Json | None]:
    """Give the message replied to and the quote."""
    value = args.get("reply_parameters")
    if value is None:
        return None, None
    reply = only_keys(value, _REPLY_KEYS, "reply parameters")
    where = chat
    if reply.get("chat_id") not in (None, chat.id):
        where = core.world.find_chat(reply["chat_id"])
    ident = reply.get("message_id")
    if isinstance(ident, bool) or not isinstance(ident, int) or ident <= 0:
        raise ApiError("can't parse reply parameters JSON object: message_id is invalid")
    found = core.world.messages.get((where.id, ident))
    if found is None:
        if reply.get("allow_sending_without_reply") is True:
            return None, None
        raise ApiError("message to be replied not found")
    quote = reply.get("quote")
    return found, _quote(found, reply) if quote else None


def _quote(found: Json, reply: Json) -> Json:
    plain, entities = formatted(
        str(reply["quote"]), str(reply.get("quote_parse_mode", "")), reply.get("quote_entities")
    )
    whole = found.get("text") or found.get("caption") or ""
    if not plain or utf16(plain) > CAPTION_LIMIT or plain not in whole:
        raise ApiError("QUOTE_TEXT_INVALID")
    quote: Json = {"text": plain, "position": utf16(whole[: whole.index(plain)])}
    if entities:
        quote["entities"] = entities
    return {**quote, "is_manual": True}


def new_message(core: Core, args: Args, chat: Chat, content: Json) -> Json:
    """Make and keep the bot's message with this content."""
    thread = _thread(chat, args)
    replied, quote = _reply(core, chat, args)
    markup = reply_markup(args.get("reply_markup"), inline_only=chat.type == "channel")
    message: Json = {"message_id": chat.next_id(), "date": now(), "chat": chat.brief()}
    if chat.type == "channel":
        message["sender_chat"] = chat.brief()
    else:
        message["from"] = {k: core.world.bot[k] for k in ("id", "is_bot", "first_name", "username")}
    if thread is not None:
        message |= {"message_thread_id": thread, "is_topic_message": True}
        if replied is None and (start := core.world.topic(chat, thread)) is not None:
            message["reply_to_message"] = start
    if replied is not None:
        inner = {k: v for k, v in replied.items() if k != "reply_to_message"}
        if replied["chat"]["id"] == chat.id:
            message["reply_to_message"] = inner
        if quote is not None:
            message["quote"] = quote
        topic = replied.get("message_thread_id")
        if topic in chat.topics and replied["chat"]["id"] == chat.id:
            _open(chat, topic)
            message |= {"message_thread_id": topic, "is_topic_message": True}
    message |= content
    if markup is not None and "inline_keyboard" in markup:
        message["reply_markup"] = markup
    if args.get("protect_content"):
        message["has_protected_content"] = True
    return core.world.store(message)


def _with(key: str, plain: str, entities: list[Entity]) -> Json:
    if not plain:
        return {}
    names = {"text": "entities", "caption": "caption_entities"}
    return {key: plain, **({names[key]: entities} if entities else {})}


def send_message(core: Core, args: Args) -> Outcome:
    """Send a text."""
    chat = core.world.open_chat(args.get("chat_id"))
    _may_send(chat, "text messages")
    plain, entities = message_text(args.text("text"), args.text("parse_mode"), args.get("entities"))
    preview(args.get("link_preview_options"))
    message = new_message(core, args, chat, _with("text", plain, entities))
    return Outcome(message, chat, plain, entities, message)


def _caption(args: Args) -> tuple[str, list[Entity]]:
    return caption_text(args.text("caption"), args.text("parse_mode"), args.get("caption_entities"))


def _sender(kind: str) -> Method:
    def method(core: Core, args: Args) -> Outcome:
        chat = core.world.open_chat(args.get("chat_id"))
        _may_send(chat, f"{kind}s")
        plain, entities = _caption(args)
        stored = take_file(core.world, kind, args.get(kind), args.files, kind)
        content = {**file_fields(stored), **_with("caption", plain, entities)}
        message = new_message(core, args, chat, content)
        return Outcome(message, chat, plain, entities, message)

    return method


def send_chat_action(core: Core, args: Args) -> Outcome:
    """Show what the bot is doing."""
    chat = core.world.open_chat(args.get("chat_id"))
    if args.get("action") not in ACTIONS:
        raise ApiError("wrong parameter action in request")
    _thread(chat, args)
    return Outcome(True, chat)


def delete_message(core: Core, args: Args) -> Outcome:
    """Delete a message."""
    chat = core.world.open_chat(args.get("chat_id"))
    ident = args.get("message_id")
    if ident is None:
        raise ApiError("message identifier is not specified")
    message = core.world.messages.get((chat.id, ident))
    if message is None:
        raise ApiError("message to delete not found")
    if not (_own(core, message) or chat.type == "private" or chat.bot_is_admin):
        raise ApiError("message can't be deleted")
    del core.world.messages[chat.id, ident]
    return Outcome(True, chat, message=message)


def _own(core: Core, message: Json) -> bool:
    if message["chat"]["type"] == "channel":
        return bool(message.get("sender_chat")) and "author_signature" not in message
    return bool(message.get("from", {}).get("id") == core.world.bot["id"])


def _to_edit(core: Core, args: Args) -> tuple[Chat | None, Json, str]:
    """Find the message to edit; the last part is the inline message's identifier, or empty."""
    inline = args.text("inline_message_id")
    if inline:
        if inline not in core.world.inline_messages:
            raise ApiError("MESSAGE_ID_INVALID")
        return None, core.world.inline_messages[inline], inline
    chat = core.world.open_chat(args.get("chat_id"))
    if args.get("message_id") is None:
        raise ApiError("message identifier is not specified")
    message = core.world.messages.get((chat.id, args.get("message_id")))
    if message is None:
        raise ApiError("message to edit not found")
    if not _own(core, message):
        raise ApiError("message can't be edited")
    return chat, message, ""


def _edit(core: Core, args: Args, drop: tuple[str, ...], content: Json) -> Outcome:
    """Replace the named fields and the keyboard of a message."""
    chat, old, inline = _to_edit(core, args)
    markup = reply_markup(args.get("reply_markup"), inline_only=True)
    gone = {*drop, "reply_markup", "edit_date"}
    new = {k: v for k, v in old.items() if k not in gone} | content
    if markup is not None:
        new["reply_markup"] = markup
    if _same(new) == _same({k: v for k, v in old.items() if k != "edit_date"}):
        raise ApiError(_NOT_MODIFIED)
    text = new.get("text") or new.get("caption") or ""
    entities = new.get("entities") or new.get("caption_entities") or []
    if inline:
        core.world.inline_messages[inline] = new
        return Outcome(True, None, text, entities, new)
    new["edit_date"] = now()
    core.world.store(new)
    return Outcome(new, chat, text, entities, new)


def _same(message: Json) -> str:
    return json.dumps(message, sort_keys=True)


def edit_message_text(core: Core, args: Args) -> Outcome:
    """Edit the text of a message."""
    _, old, inline = _to_edit(core, args)
    if "text" not in old and not inline:
        raise ApiError("there is no text in the message to edit")
    plain, entities = message_text(args.text("text"), args.text("parse_mode"), args.get("entities"))
    preview(args.get("link_preview_options"))
    return _edit(core, args, ("text", "entities"), _with("text", plain, entities))


def edit_message_caption(core: Core, args: Args) -> Outcome:
    """Edit the caption of a message."""
    _, old, inline = _to_edit(core, args)
    if not inline and not {"photo", "document"} & set(old):
        raise ApiError("there is no caption in the message to edit")
    plain, entities = _caption(args)
    content = _with("caption", plain, entities)
    return _edit(core, args, ("caption", "caption_entities"), content)


def edit_message_media(core: Core, args: Args) -> Outcome:
    """Put another photo or document into a message."""
    _to_edit(core, args)
    media = only_keys(args.get("media"), _MEDIA_KEYS, "InputMedia")
    kind = media.get("type")
    if kind not in ("photo", "document"):
        raise ApiError(f"can't parse InputMedia: type {kind!r} is not supported")
    if args.text("inline_message_id") and args.files:
        raise ApiError("can't upload files to an inline message")
    plain, entities = caption_text(
        str(media.get("caption", "")),
        str(media.get("parse_mode", "")),
        media.get("caption_entities"),
    )
    stored = take_file(core.world, kind, media.get("media"), args.files, "")
    content = {**file_fields(stored), **_with("caption", plain, entities)}
    drop = ("photo", "document", "text", "entities", "caption", "caption_entities")
    return _edit(core, args, drop, content)


def edit_message_reply_markup(core: Core, args: Args) -> Outcome:
    """Replace the keyboard of a message."""
    return _edit(core, args, (), {})


METHODS: dict[str, Method] = {
    "sendMessage": send_message,
    "sendPhoto": _sender("photo"),
    "sendDocument": _sender("document"),
    "sendChatAction": send_chat_action,
    "deleteMessage": delete_message,
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageMedia": edit_message_media,
    "editMessageReplyMarkup": edit_message_reply_markup,
}
"""The methods of this module by name."""
