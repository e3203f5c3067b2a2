"""Checks of answers to inline queries."""

from __future__ import annotations

import re
from typing import Any

from .args import only_keys
from .content import caption_text, message_text, preview
from .errors import ApiError
from .html import check_link
from .keyboard import reply_markup
from .world import Json, World

MAX_RESULTS = 50

_COMMON = {"type", "id", "reply_markup", "input_message_content"}
_CAPTION = {"caption", "parse_mode", "caption_entities"}
_ABOVE = _CAPTION | {"show_caption_above_media"}
_THUMB = {"thumbnail_url", "thumbnail_width", "thumbnail_height"}
_PLACE = {
    "latitude",
    "longitude",
    "title",
    "horizontal_accuracy",
    "live_period",
    "heading",
    "proximity_alert_radius",
}
_VENUE = {
    "latitude",
    "longitude",
    "title",
    "address",
    "foursquare_id",
    "foursquare_type",
    "google_place_id",
    "google_place_type",
}
_CONTACT = {"phone_number", "first_name", "last_name", "vcard"}
_PHOTO = {"photo_url", "thumbnail_url", "photo_width", "photo_height", "title", "description"}
_GIF = {"gif_url", "gif_width", "gif_height", "gif_duration", "title"}
_MPEG4 = {"mpeg4_url", "mpeg4_width", "mpeg4_height", "mpeg4_duration", "title"}
_MOVING = {"thumbnail_url", "thumbnail_mime_type"}
_VIDEO = {
    "video_url",
    "mime_type",
    "thumbnail_url",
    "title",
    "video_width",
    "video_height",
    "video_duration",
    "description",
}

_TYPES: dict[str, tuple[set[str], set[str]]] = {
    "article": ({"title", "input_message_content"}, {"url", "description"} | _THUMB),
    "photo": ({"photo_url", "thumbnail_url"}, _PHOTO | _ABOVE),
    "gif": ({"gif_url", "thumbnail_url"}, _GIF | _MOVING | _ABOVE),
    "mpeg4_gif": ({"mpeg4_url", "thumbnail_url"}, _MPEG4 | _MOVING | _ABOVE),
    "video": ({"video_url", "mime_type", "thumbnail_url", "title"}, _VIDEO | _ABOVE),
    "audio": ({"audio_url", "title"}, {"performer", "audio_duration"} | _CAPTION),
    "voice": ({"voice_url", "title"}, {"voice_duration"} | _CAPTION),
    "document": (
        {"title", "document_url", "mime_type"},
        {"description"} | _THUMB | _CAPTION,
    ),
    "location": ({"latitude", "longitude", "title"}, _PLACE | _THUMB),
    "venue": ({"latitude", "longitude", "title", "address"}, _VENUE | _THUMB),
    "contact": ({"phone_number", "first_name"}, _CONTACT | _THUMB),
    "game": ({"game_short_name"}, set()),
}
"""The required and the optional fields of each type of result."""

_CACHED: dict[str, tuple[set[str], set[str]]] = {
    "photo": ({"photo_file_id"}, {"title", "description"} | _ABOVE),
    "document": ({"document_file_id", "title"}, {"description"} | _CAPTION),
    "gif": ({"gif_file_id"}, {"title"} | _ABOVE),
    "mpeg4_gif": ({"mpeg4_file_id"}, {"title"} | _ABOVE),
    "sticker": ({"sticker_file_id"}, set()),
    "video": ({"video_file_id", "title"}, {"description"} | _ABOVE),
    "voice": ({"voice_file_id", "title"}, _CAPTION),
    "audio": ({"audio_file_id"}, _CAPTION),
}

_CONTENTS: list[tuple[set[str], set[str]]] = [
    ({"latitude", "longitude", "title", "address"}, _VENUE),
    ({"latitude", "longitude"}, _PLACE - {"title"}),
    ({"phone_number", "first_name"}, _CONTACT),
]


def check_results(world: World, results: Any) -> list[Json]:
    """Check the results of an inline query and give them."""
    if not isinstance(results, list):
        raise ApiError("can't parse inline query results JSON object: array expected")
    if len(results) > MAX_RESULTS:
        raise ApiError("RESULTS_TOO_MUCH")
    seen: set[str] = set()
    for result in results:
        if not isinstance(result, dict):
            raise ApiError("can't parse inline query result: object expected")
        ident = result.get("id")
        if not isinstance(ident, str) or not 1 <= len(ident.encode()) <= 64:
            raise ApiError("RESULT_ID_INVALID")
        if ident in seen:
            raise ApiError("RESULT_ID_DUPLICATE")
        seen.add(ident)
        _result(world, result)
    return results


def _result(world: World, result: Json) -> None:
    kind = str(result.get("type"))
    required, optional = _shape(kind, result)
    only_keys(result, _COMMON | required | optional, f"inline query result of type {kind}")
    for name in required:
        if result.get(name) in (None, ""):
            raise ApiError(f"can't parse inline query result: can't find field {name!r}")
    if "title" in required and not str(result["title"]).strip():
        raise ApiError("can't parse inline query result: title must be non-empty")
    for name, value in result.items():
        if name.endswith("_url") and not _http(value):
            raise ApiError("WEBDOCUMENT_URL_INVALID")
        if name.endswith("_file_id") and value not in world.files:
            raise ApiError("wrong file identifier specified")
    if "url" in result and not check_link(str(result["url"])):
        raise ApiError("URL_INVALID")
    caption_text(
        str(result.get("caption", "")),
        str(result.get("parse_mode", "")),
        result.get("caption_entities"),
    )
    reply_markup(result.get("reply_markup"), inline_only=True)
    if "input_message_content" in result:
        check_content(result["input_message_content"])


def _shape(kind: str, result: Json) -> tuple[set[str], set[str]]:
    cached = f"{kind.removesuffix('_gif')}_file_id" in result
    known = _CACHED if cached or kind == "sticker" else _TYPES
    if kind not in known:
        raise ApiError(f"can't parse inline query result: unsupported type {kind!r} specified")
    return known[kind]


def _http(value: Any) -> bool:
    return isinstance(value, str) and bool(re.match(r"https?://", value)) and check_link(value)


def check_content(content: Any) -> tuple[str, list[Json]]:
    """Check an input_message_content; give its text and entities, if it is a text."""
    if not isinstance(content, dict):
        raise ApiError("can't parse inline query result: input message content not specified")
    if "message_text" in content:
        allowed = {"message_text", "parse_mode", "entities", "link_preview_options"}
        only_keys(content, allowed, "input message content")
        preview(content.get("link_preview_options"))
        return message_text(
            str(content["message_text"]),
            str(content.get("parse_mode", "")),
            content.get("entities"),
        )
    for required, allowed in _CONTENTS:
        if required <= set(content):
            only_keys(content, allowed, "input message content")
            return "", []
    raise ApiError("can't parse inline query result: input message content is not known")


def check_button(button: Any) -> None:
    """Check the button above the results."""
    if button is None:
        return
    only_keys(button, {"text", "web_app", "start_parameter"}, "inline query results button")
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise ApiError("can't parse inline query results button: text must be non-empty")
    if ("web_app" in button) == ("start_parameter" in button):
        raise ApiError("inline query results button must have exactly one action")
    start = button.get("start_parameter")
    if start is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", str(start)):
        raise ApiError("START_PARAM_INVALID")
