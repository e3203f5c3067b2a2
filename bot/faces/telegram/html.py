"""A reply as Telegram's HTML, in messages that are not too long. Everything is escaped here, and only here."""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from bot.wording.pieces import Block, Piece, Reply, Style

LIMIT = 4096
"""UTF-16 code units of a message after its entities are parsed (Bot API, sendMessage)."""
GAP = "\n\n"

_TAGS = {
    Style.PLAIN: ("", ""),
    Style.LINK: ("", ""),
    Style.BOLD: ("<b>", "</b>"),
    Style.QUOTE: ("<blockquote>", "</blockquote>"),
    Style.FOLD: ("<blockquote expandable>", "</blockquote>"),
    Style.EXAMPLE: ("", ""),
}
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def length(text: str) -> int:
    """The length of a text as Telegram counts it: in UTF-16 code units."""
    return len(text) + sum(c > "\uffff" for c in text)


def render(block: Block) -> str:
    """A block as HTML; neighbouring pieces of one style share its tags."""
    text = ""
    for style, pieces in itertools.groupby(block, key=lambda p: p.style):
        opening, closing = _TAGS[style]
        inner = "".join(f"<u>{_escaped(p.text)}</u>" if p.marked else _escaped(p.text) for p in pieces)
        text += f"{opening}{inner}{closing}" if inner else ""
    return text


def _escaped(text: str) -> str:
    return html.escape(_ILLEGAL.sub("", text), quote=False)


def _cut(text: str, limit: int) -> int:
    """Where to cut a text so that what is before is within the limit: after a line, a sentence, a word, or anywhere."""
    end, size = 0, 0
    for c in text:
        size += 2 if c > "\uffff" else 1
        if size > limit:
            break
        end += 1
    for mark in ("\n", "。", "；", "，", "、", " "):
        at = text.rfind(mark, end // 2, end)
        if at >= 0:
            return at + 1
    return end


def _shorter(block: Block, limit: int) -> Iterator[Block]:
    """The block in as many as it takes for each to be within the limit."""
    current: list[Piece] = []
    room = limit
    for piece in block:
        text = piece.text
        while length(text) > room:
            at = _cut(text, room) if room > limit // 4 else 0
            if at:
                current.append(replace(piece, text=text[:at]))
                text = text[at:]
            yield tuple(current)
            current, room = [], limit
        if text:
            current.append(replace(piece, text=text))
            room -= length(text)
    if current:
        yield tuple(current)


def messages(reply: Reply, limit: int = LIMIT) -> list[str]:
    """The reply as HTML messages, split between blocks where it is over the limit."""
    parts: list[str] = []
    room = 0
    for block in reply:
        for piece in _shorter(block, limit):
            text = _ILLEGAL.sub("", "".join(p.text for p in piece))
            size = length(text)
            if not text.strip():
                continue
            if parts and size + len(GAP) <= room:
                parts[-1] += GAP + render(piece)
                room -= size + len(GAP)
            else:
                parts.append(render(piece))
                room = limit - size
    return parts


def unmarked(text: str) -> str:
    """HTML of `messages` as plain text."""
    return html.unescape(re.sub(r"<[^<>]*>", "", text))
