"""Checks of what a message says: formatted text, captions, links, quotes."""

from __future__ import annotations

from typing import Any

from . import html
from .args import only_keys
from .errors import ApiError
from .text import Entity, clean_entities, find_entities, trim, utf16

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
ENTITY_LIMIT = 100

INVISIBLE = "".join(
    chr(code)
    for code in range(0x10000)
    if chr(code).isspace() or 0x2000 <= code <= 0x200F or code in (0x180E, 0x202E, 0x2060, 0x2800, 0xFEFF, 0xFFFC)
)
"""The characters of which alone no message can be."""

ENTITY_TYPES = frozenset(
    {
        *html.KINDS.values(),
        "expandable_blockquote",
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
        "text_mention",
        "date_time",
    }
)
"""The entity types that may be sent."""

_ENTITY_KEYS = {
    "type",
    "offset",
    "length",
    "url",
    "user",
    "language",
    "custom_emoji_id",
    "unix_time",
    "date_time_format",
}
_PREVIEW_KEYS = {
    "is_disabled",
    "url",
    "prefer_small_media",
    "prefer_large_media",
    "show_above_text",
}


def formatted(text: str, parse_mode: str, entities: Any) -> tuple[str, list[Entity]]:
    """Apply the parse mode or the entities to a text; give what would be stored."""
    if parse_mode:
        plain, known = _parsed(text, parse_mode)
    else:
        known = _checked(text, entities)
        plain, known = clean_entities(text, known)
    if len(known) > ENTITY_LIMIT:
        raise ApiError(f"too many entities: {len(known)}, only {ENTITY_LIMIT} would be kept")
    plain, known = trim(plain, known)
    return plain, find_entities(plain, known)


def message_text(text: str, parse_mode: str, entities: Any) -> tuple[str, list[Entity]]:
    """Check the text of a message."""
    plain, known = formatted(text, parse_mode, entities)
    if not plain.strip(INVISIBLE):
        raise ApiError("message text is empty")
    if utf16(plain) > TEXT_LIMIT:
        raise ApiError("message is too long")
    return plain, known


def caption_text(text: str, parse_mode: str, entities: Any) -> tuple[str, list[Entity]]:
    """Check a caption, which may be empty."""
    plain, known = formatted(text, parse_mode, entities)
    if utf16(plain) > CAPTION_LIMIT:
        raise ApiError("message caption is too long")
    return plain, known


def preview(options: Any) -> None:
    """Check link preview options."""
    if options is None:
        return
    value = only_keys(options, _PREVIEW_KEYS, "link preview options")
    if value.get("prefer_small_media") and value.get("prefer_large_media"):
        raise ApiError("can't prefer small and large media at once")
    if "url" in value and not html.check_link(str(value["url"])):
        raise ApiError("Wrong HTTP URL specified")


def _parsed(text: str, parse_mode: str) -> tuple[str, list[Entity]]:
    mode = parse_mode.lower()
    if mode in ("markdown", "markdownv2"):
        raise ApiError(f"can't parse entities: this server does not read {parse_mode}")
    if mode != "html":
        raise ApiError("unsupported parse_mode")
    try:
        return html.parse(text)
    except html.HtmlError as error:
        raise ApiError(f"can't parse entities: {error.reason}") from None


def _checked(text: str, entities: Any) -> list[Entity]:
    if entities is None:
        return []
    if not isinstance(entities, list):
        raise ApiError("can't parse entities: expected an array of entities")
    size = utf16(text)
    known = []
    for entity in entities:
        value = only_keys(entity, _ENTITY_KEYS, "MessageEntity")
        kind, offset, length = (value.get(k) for k in ("type", "offset", "length"))
        if kind not in ENTITY_TYPES:
            raise ApiError(f"can't parse MessageEntity: unsupported type {kind!r} specified")
        if not isinstance(offset, int) or not isinstance(length, int) or offset < 0:
            raise ApiError("can't parse MessageEntity: offset and length must be integers")
        if length <= 0 or offset + length > size:
            raise ApiError(
                f"entity beginning at UTF-16 offset {offset} ends after the end of the text "
                f"at UTF-16 offset {offset + length}"
            )
        if kind == "text_link" and not html.check_link(str(value.get("url", ""))):
            raise ApiError("can't parse MessageEntity: a valid URL expected")
        known.append(dict(value))
    return known
