"""A strict reader of the HTML that sendMessage and its kin accept.

It refuses all that Telegram refuses, and also what Telegram silently drops or shows verbatim:
stray ampersands, unknown attributes, links that are no links, formatting inside code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from .text import Entity, clean_entities, utf16

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
"""The entity type that each supported tag makes."""

_ATTRIBUTES = {
    "a": {"href"},
    "span": {"class"},
    "code": {"class"},
    "tg-emoji": {"emoji-id"},
    "blockquote": {"expandable"},
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));")
_TAG_NAME = re.compile(r"[^\s>]*")
_END_TAG = re.compile(r"</([^\s>]*)\s*>")
_SPACES = re.compile(r"\s*")
_ATTRIBUTE = re.compile(r"[^\s=>]*")
_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_PLAIN = re.compile(r"[^<&]+")


class HtmlError(ValueError):
    """A text that is not HTML as Telegram knows it, and where."""

    def __init__(self, offset: int, reason: str) -> None:
        """Take the offset in UTF-8 bytes and the reason."""
        super().__init__(reason)
        self.offset = offset
        self.reason = reason


@dataclass
class _Open:
    tag: str
    attributes: dict[str, str]
    begin: int
    offset: int
    chars: int
    bare: bool = True
    languages: list[tuple[int, int, str]] = field(default_factory=list)


def parse(text: str) -> tuple[str, list[Entity]]:
    """Read a text; give the plain text (cleaned) and its entities, or raise HtmlError."""
    return _Reader(text).read()


def check_link(url: str) -> bool:
    """Tell whether a URL is one that Telegram would make a link of."""
    if not url or re.search(r"[\s\x00-\x1f]", url):
        return False
    try:
        parts = urlsplit(url)
        port_ok = parts.port is None or parts.port > 0
    except ValueError:
        return False
    if parts.scheme in ("http", "https"):
        return bool(parts.hostname) and "." in (parts.hostname or "") and port_ok
    if parts.scheme in ("tg", "ton", "tonsite"):
        return bool(parts.netloc)
    return parts.scheme in ("mailto", "tel") and bool(parts.path)


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.pos = 0
        self.out: list[str] = []
        self.chars = 0
        self.size = 0
        self.stack: list[_Open] = []
        self.entities: list[Entity] = []

    def fail(self, at: int, reason: str, *, where: bool = True) -> HtmlError:
        offset = len(self.text[:at].encode("utf-8", "surrogatepass"))
        return HtmlError(offset, f"{reason} at byte offset {offset}" if where else reason)

    def put(self, piece: str) -> None:
        self.out.append(piece)
        self.size += utf16(piece)
        self.chars += len(piece)

    def read(self) -> tuple[str, list[Entity]]:
        while self.pos < len(self.text):
            char = self.text[self.pos]
            if char == "&":
                piece, self.pos = self.reference(self.pos)
                self.put(piece)
            elif char != "<":
                match = _PLAIN.match(self.text, self.pos)
                assert match is not None
                self.put(match[0])
                self.pos = match.end()
            elif self.text.startswith("</", self.pos):
                self.end_tag()
            else:
                self.start_tag()
        if self.stack:
            last = self.stack[-1]
            reason = f'Can\'t find end tag corresponding to start tag "{last.tag}"'
            raise self.fail(last.begin, reason, where=False)
        order = sorted(self.entities, key=lambda e: (e["offset"], -e["length"]))
        return clean_entities("".join(self.out), order)

    def reference(self, at: int) -> tuple[str, int]:
        match = _REFERENCE.match(self.text, at)
        if match is None:
            raise self.fail(at, 'Unsupported entity or unescaped "&"')
        if match[3]:
            return _NAMED[match[3]], match.end()
        code = int(match[1]) if match[1] else int(match[2], 16)
        if not 0 < code < 0x10FFFF or 0xD800 <= code <= 0xDFFF:
            raise self.fail(at, "Invalid numeric entity")
        return chr(code), match.end()

    def skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.pos)
        assert match is not None
        self.pos = match.end()
        return match[0]

    def start_tag(self) -> None:
        begin = self.pos
        self.pos += 1
        tag = self.skip(_TAG_NAME).lower()
        if self.pos >= len(self.text):
            raise self.fail(begin, "Unclosed start tag")
        if tag not in KINDS:
            raise self.fail(begin, f'Unsupported start tag "{tag}"')
        attributes = self.attributes(tag, begin)
        self.pos += 1
        self.check_attributes(tag, attributes, begin)
        self.check_nesting(tag, attributes, begin)
        self.stack.append(_Open(tag, attributes, begin, self.size, self.chars))

    def attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            self.skip(_SPACES)
            if self.pos >= len(self.text):
                raise self.fail(begin, f'Unclosed start tag "{tag}"')
            if self.text[self.pos] == ">":
                return found
            name = self.skip(_ATTRIBUTE).lower()
            if not name:
                raise self.fail(begin, f'Empty attribute name in the tag "{tag}"')
            if name in found:
                raise self.fail(begin, f'Repeated attribute "{name}" in the tag "{tag}"')
            if name not in _ATTRIBUTES.get(tag, ()):
                raise self.fail(begin, f'Unsupported attribute "{name}" in the tag "{tag}"')
            self.skip(_SPACES)
            if not self.text.startswith("=", self.pos):
                if name != "expandable":
                    reason = "Expected equal sign in declaration of an attribute of the tag"
                    raise self.fail(begin, f'{reason} "{tag}"')
                found[name] = ""
                continue
            self.pos += 1
            self.skip(_SPACES)
            found[name] = self.value(tag, begin)

    def value(self, tag: str, begin: int) -> str:
        quote = self.text[self.pos : self.pos + 1]
        if not quote:
            raise self.fail(begin, f'Unclosed start tag "{tag}"')
        if quote not in "'\"":
            start = self.pos
            token = self.skip(_TOKEN).lower()
            after = self.text[self.pos : self.pos + 1]
            if not after or not (after.isspace() or after == ">"):
                raise self.fail(start, "Unexpected end of name token")
            return token
        self.pos += 1
        pieces: list[str] = []
        while self.pos < len(self.text):
            char = self.text[self.pos]
            if char == quote:
                self.pos += 1
                return "".join(pieces)
            if char == "&":
                piece, self.pos = self.reference(self.pos)
                pieces.append(piece)
            else:
                pieces.append(char)
                self.pos += 1
        raise self.fail(begin, "Unclosed start tag")

    def check_attributes(self, tag: str, attributes: dict[str, str], begin: int) -> None:
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self.fail(begin, 'Tag "span" must have class "tg-spoiler"')
        if tag == "a" and not check_link(attributes.get("href", "")):
            raise self.fail(begin, 'Tag "a" must have a valid URL in "href"')
        if tag == "tg-emoji" and not re.fullmatch(r"[1-9]\d{0,18}", attributes.get("emoji-id", "")):
            raise self.fail(begin, "Invalid custom emoji identifier specified", where=False)
        if tag == "code" and "class" in attributes:
            if not re.fullmatch(r"language-\S+", attributes["class"]):
                raise self.fail(begin, 'Tag "code" must have class "language-…" or none')
            if not self.stack or self.stack[-1].tag != "pre":
                raise self.fail(begin, 'Tag "code" with a language must be inside of "pre"')

    def check_nesting(self, tag: str, attributes: dict[str, str], begin: int) -> None:
        kind = KINDS[tag]
        for outer in self.stack:
            around = KINDS[outer.tag]
            inner_code = tag == "code" and outer.tag == "pre" and outer is self.stack[-1]
            if inner_code and outer.bare and outer.chars == self.chars:
                continue
            bad = around in ("pre", "code") or (around not in ("blockquote",) and kind in ("pre", "code"))
            if kind == "blockquote" or (kind == around and kind in ("text_link", "custom_emoji")):
                bad = True
            if around == "custom_emoji":
                bad = True
            if bad:
                raise self.fail(begin, f'Tag "{tag}" can\'t be nested in tag "{outer.tag}"')
        if self.stack:
            self.stack[-1].bare = False

    def end_tag(self) -> None:
        begin = self.pos
        if not self.stack:
            raise self.fail(begin, "Unexpected end tag")
        match = _END_TAG.match(self.text, begin)
        if match is None:
            raise self.fail(begin, "Unclosed end tag")
        entry = self.stack[-1]
        found = match[1].lower()
        if found != entry.tag:
            reason = f"Unmatched end tag at byte offset {self.fail(begin, '').offset}"
            reason += f', expected "</{entry.tag}>", found "</{found}>"'
            raise self.fail(begin, reason, where=False)
        self.pos = match.end()
        self.stack.pop()
        outer = self.stack[-1].tag if self.stack else ""
        if entry.tag == "code" and outer == "pre":
            language = entry.attributes.get("class", "")[len("language-") :]
            self.stack[-1].languages.append((entry.offset, self.size, language))
        elif self.size > entry.offset:
            self.entities.append(self.entity(entry))

    def entity(self, entry: _Open) -> Entity:
        kind = KINDS[entry.tag]
        result: Entity = {
            "type": kind,
            "offset": entry.offset,
            "length": self.size - entry.offset,
        }
        if kind == "text_link":
            self.link(result, entry.attributes["href"])
        elif kind == "custom_emoji":
            result["custom_emoji_id"] = entry.attributes["emoji-id"]
        elif kind == "blockquote" and "expandable" in entry.attributes:
            result["type"] = "expandable_blockquote"
        for start, end, language in entry.languages:
            if (start, end) != (entry.offset, self.size):
                raise self.fail(entry.begin, 'Tag "code" must fill the whole tag "pre"')
            if language:
                result["language"] = language
        return result

    @staticmethod
    def link(entity: Entity, url: str) -> None:
        match = re.fullmatch(r"tg://user\?id=(\d+)", url)
        if match is None:
            entity["url"] = url
            return
        entity["type"] = "text_mention"
        entity["user"] = {"id": int(match[1]), "is_bot": False, "first_name": "User"}
