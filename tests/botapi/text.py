"""Text as Telegram stores it: UTF-16 lengths, cleaning, and automatic entities."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import Any

Entity = dict[str, Any]
"""A MessageEntity as a plain dictionary."""

_REMOVED = frozenset("\r\u0333\u033f\u030a" + "".join(map(chr, range(0x2028, 0x202F))))
_SPACED = frozenset(map(chr, range(0x20))) - {"\n", "\r"}
_SHORT_NAMES = frozenset({"gif", "wiki", "vid", "bing", "pic", "bold", "imdb", "like", "vote"})
_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]+))?")
_MENTION = re.compile(r"@([A-Za-z0-9_]{2,32})(?![A-Za-z0-9_])")
_HASHTAG = re.compile(r"#(\w{1,256})")
_URL = re.compile(r"https?://[^\s<>\"'\u3000-\u303f\uff00-\uffef]+", re.IGNORECASE)
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_VERBATIM = frozenset({"code", "pre", "text_link", "text_mention", "url", "email"})


def utf16(text: str) -> int:
    """Count the UTF-16 code units of a text."""
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF)


def units(text: str) -> list[int]:
    """Give the UTF-16 offset of every character, and of the end."""
    return list(accumulate((2 if ord(char) > 0xFFFF else 1 for char in text), initial=0))


def cut(text: str, entity: Entity) -> str:
    """Give the part of a text that an entity covers."""
    raw = text.encode("utf-16-le", "surrogatepass")
    start = 2 * int(entity["offset"])
    return raw[start : start + 2 * int(entity["length"])].decode("utf-16-le", "surrogatepass")


def clean(text: str) -> str:
    """Clean a text: control characters become spaces; CR and text-breaking marks vanish."""
    return "".join(" " if c in _SPACED else c for c in text if c not in _REMOVED)


def clean_entities(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Clean a text and move its entities along."""
    removed = [at for at, char in zip(units(text), text, strict=False) if char in _REMOVED]
    return clean(text), _moved(entities, lambda at: at - bisect_right(removed, at - 1))


def trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Trim a text as Telegram does: all white space after it; before it, up to an entity."""
    kept = text.rstrip()
    size = utf16(kept)
    entities = _moved(entities, lambda at: min(at, size))
    first = min((e["offset"] for e in entities), default=size)
    lead = min(len(kept) - len(kept.lstrip(" \n")), first)
    return kept[lead:], _moved(entities, lambda at: at - lead)


def _moved(entities: list[Entity], place: Any) -> list[Entity]:
    moved = []
    for entity in entities:
        start = place(entity["offset"])
        end = place(entity["offset"] + entity["length"])
        if end > start:
            moved.append({**entity, "offset": start, "length": end - start})
    return moved


def _word(char: str) -> bool:
    return char == "_" or char.isalnum()


def _commands(text: str) -> list[tuple[str, int, int]]:
    found = []
    for match in _COMMAND.finditer(text):
        start, end = match.span()
        before = text[start - 1 : start]
        after = text[end : end + 1]
        if before and (_word(before) or before in "/<>"):
            continue
        if after and (_word(after) or after in "/<>"):
            continue
        if match[2] is not None and not 3 <= len(match[2]) <= 32:
            continue
        found.append(("bot_command", start, end))
    return found


def _mentions(text: str) -> list[tuple[str, int, int]]:
    found = []
    for match in _MENTION.finditer(text):
        before = text[match.start() - 1 : match.start()]
        after = text[match.end() : match.end() + 1]
        if (before and _word(before)) or (after and _word(after)):
            continue
        if len(match[1]) >= 4 or match[1].lower() in _SHORT_NAMES:
            found.append(("mention", *match.span()))
    return found


def _others(text: str) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    for match in _URL.finditer(text):
        end = match.end() - len(match[0]) + len(match[0].rstrip(".,;:!?)"))
        if end > match.start() + len("https://"):
            found.append(("url", match.start(), end))
    found += [("email", *match.span()) for match in _EMAIL.finditer(text)]
    for match in _HASHTAG.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if not (before and (_word(before) or before in "#&")) and not match[1].isdigit():
            found.append(("hashtag", *match.span()))
    return found


def find_entities(text: str, known: list[Entity] | None = None) -> list[Entity]:
    """Find commands, mentions, links, addresses and hashtags, as a server does by itself.

    Entities already known are kept, and nothing is found inside code, links and the like.
    """
    at = units(text)
    result = list(known or [])
    taken = [(e["offset"], e["offset"] + e["length"]) for e in result if e["type"] in _VERBATIM]
    for kind, start, end in [*_others(text), *_commands(text), *_mentions(text)]:
        low, high = at[start], at[end]
        if all(high <= a or low >= b for a, b in taken):
            taken.append((low, high))
            result.append({"type": kind, "offset": low, "length": high - low})
    return sorted(result, key=lambda e: (e["offset"], -e["length"]))
