"""What people who mean harm may send, made by hypothesis: markup, entities, odd characters, made-up buttons and
payloads.

`collect` gives as many of them as wanted, the same ones for the same seed. All of it is what Telegram would deliver,
but for one thing: some texts keep the control characters that Telegram takes out.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from enum import StrEnum
from math import ceil
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.bench.soak import questions
from tests.botapi.content import INVISIBLE
from tests.botapi.text import clean, units, utf16

LIMIT = 4096
"""UTF-16 units of a message."""
DATA_LIMIT = 64
"""Bytes of callback data."""
QUERY_LIMIT = 256
"""Characters of an inline query."""

MARKUP = (
    "<b>", "</b>", "<blockquote expandable>", "</blockquote>", "<a href='javascript:x'>", "<tg-spoiler>", "<!--", "]]>",
    "&", "&lt;", "&#0;", "&#x1F600;",
    "&unknown;", "*", "_", "__", "`", "```", "[x](y)", "||", "~", "\\", "{}", "{0}", "{text}", "%s", "%(x)s", "$x",
    "';--", "../..", "<script>", "\"", "'",
)  # fmt: skip
MARKS = (
    "\u202e", "\u202d", "\u2066", "\u2069", "\u200f", "\u061c", "שלום", "مرحبا", "\u200b", "\u200c", "\u200d", "\u2060",
    "\ufeff", "\u00ad", "\u180e",
    "\u0301", "\u0483", "\u20dd", "\u0e33", "\u064b", "\u3099", "\ufe0f", "\U000e0067", "\x00", "\x07", "\x1b[31m",
    "\x7f", "\x85", "\r", "\n", "\t",
    "\u2028", "\u2029", "\ufffe", "\uffff", "\U0010ffff", "\ue000", "\ufffc", "\u3164", "𝔘𝔎", "🇯🇵", "🇯", "👩‍👩‍👧‍👦",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "𠮷", "㍿",
    "ﷺ", "ß", "İ", "ﬁ", "Ⅻ", "①", "٣", "〇",
)  # fmt: skip
WORDS = (
    "中国", "法国", "France", "第", "段", "5", "-1", "99999999999999999999", "0", "1e9", "投票", "谁赞成", "和", "、",
    " ", "南南合作",
    "A/HRC/RES/56/4", "G7",
    "/vote", "/para", "@resolution_bot", "@", "#x", "https://undocs.org/", "t.me/x?start=op1", "a@b.cd", "next", "全文",
    "呢", "?", "the", "Congo",
)  # fmt: skip
COMMANDS = (
    "help", "para", "vote", "tally", "roll", "map", "full", "about", "lang", "privacy", "start", "nope", "PARA",
    "vote@resolution_bot", "vote@other_bot",
)  # fmt: skip
PAYLOADS = (
    "op", "pp", "para", "vote", "tally", "roll", "full", "outline", "file", "map", "eg", "state", "lang", "CHN", "FRA",
    "ZZZ", "yes", "no", "groups",
    "0", "1", "12", "999", "9999999", "-", "-", "--", "_", "~", "~c", "~e", "~x", "A_HRC_RES_56_4", "en", "zh", ":",
    "|", ".", "{}", " ", "\x00", "é", "🇯🇵",
)  # fmt: skip
ENTITIES = (
    "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic", "underline",
    "strikethrough", "spoiler",
    "blockquote", "expandable_blockquote", "code", "pre", "text_link", "text_mention",
)  # fmt: skip


class Kind(StrEnum):
    """What somebody does."""

    MESSAGE = "message"
    REPLY = "reply"
    COMMAND = "command"
    START = "start payload"
    EDIT = "edited message"
    GROUP = "message in a group"
    PRESS = "button"
    INLINE = "inline query"


OWED = (Kind.MESSAGE, Kind.REPLY, Kind.COMMAND, Kind.START, Kind.PRESS, Kind.INLINE)
"""What has to be answered, always."""
SHARES = {
    Kind.MESSAGE: 0.4,
    Kind.REPLY: 0.05,
    Kind.COMMAND: 0.12,
    Kind.START: 0.08,
    Kind.EDIT: 0.05,
    Kind.GROUP: 0.05,
    Kind.PRESS: 0.15,
    Kind.INLINE: 0.1,
}
"""How much of all that is done is of each kind."""
LONG = 0.1
"""How much of it is as long as can be."""


@dataclass(frozen=True)
class Act:
    """One thing that somebody does."""

    kind: Kind
    text: str
    entities: list[dict[str, Any]] = field(default_factory=list)
    raw: bool = False
    """Whether control characters stay; for a button: whether its message is too old to be seen."""


def sendable(text: str) -> bool:
    """Whether Telegram would take this for a message: it shows something."""
    return bool(clean(text).strip(INVISIBLE))


def shortened(text: str, limit: int = LIMIT) -> str:
    """The text up to the limit in UTF-16 units."""
    text = text[:limit]
    return text if utf16(text) <= limit else text[: sum(at <= limit for at in units(text)) - 1]


def _data(text: str) -> str:
    return text.encode()[:DATA_LIMIT].decode(errors="ignore")


def _repeated(piece: str) -> str:
    return shortened(piece * (LIMIT // utf16(piece) + 1))


def _between(texts: tuple[str, str, int]) -> str:
    text, piece, at = texts
    at %= len(text) + 1
    return text[:at] + piece + text[at:]


characters = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
pieces = st.lists(st.sampled_from(MARKUP + MARKS + WORDS), min_size=1, max_size=12).map("".join)
marks = st.lists(st.sampled_from(MARKS), min_size=1, max_size=6).map("".join)
asked = st.sampled_from(questions())
spoilt = st.tuples(asked, st.one_of(marks, pieces), st.integers(0, 99)).map(_between)
long = st.one_of(pieces, marks, asked, st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=3)).map(
    _repeated
)
short = st.one_of(characters, pieces, marks, spoilt)
payloads = st.one_of(st.lists(st.sampled_from(PAYLOADS), min_size=1, max_size=6).map("".join), characters, pieces)


@st.composite
def entities(draw: st.DrawFn, text: str) -> list[dict[str, Any]]:
    """Entities on parts of a text, as they may stand in an update: within it, and on whole characters."""
    at = units(text)
    found = []
    for kind in draw(st.lists(st.sampled_from(ENTITIES), max_size=4)):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        more = {
            "text_link": {"url": "https://example.org/"},
            "text_mention": {"user": {"id": 77, "is_bot": False, "first_name": "<b>&"}},
        }.get(kind, {})
        found.append({"type": kind, "offset": at[start], "length": at[end] - at[start], **more})
    return found


@st.composite
def acts(draw: st.DrawFn, kind: Kind, texts: st.SearchStrategy[str]) -> Act:
    """Anything of a kind that somebody may do, with texts of these where it has one of its own."""
    texts = texts.map(shortened).filter(sendable)
    raw = draw(st.booleans())
    if kind is Kind.PRESS:
        return Act(kind, draw(payloads.map(_data).filter(bool)), raw=raw)
    if kind is Kind.INLINE:
        return Act(kind, draw(st.one_of(st.just(""), texts))[:QUERY_LIMIT])
    if kind is Kind.START:
        return Act(kind, shortened(f"/start {draw(payloads)}"))
    text = draw(texts)
    if kind is Kind.COMMAND:
        return Act(kind, shortened(f"/{draw(st.sampled_from(COMMANDS))} {text}"))
    if kind is Kind.GROUP:
        return Act(
            kind,
            shortened(
                draw(st.sampled_from(("@resolution_bot ", "/para@resolution_bot ", "/vote@resolution_bot ", ""))) + text
            ),
        )
    return Act(kind, text, draw(st.one_of(st.just([]), entities(text))), raw)


def distinct(count: int, number: int, strategy: st.SearchStrategy[Act]) -> list[Act]:
    """So many different acts."""
    found: dict[str, Act] = {}

    @settings(
        max_examples=count,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def gather(act: Act) -> None:
        found[repr(act)] = act

    while len(found) < count:
        seed(number)(gather)()
        number += 1
    return list(found.values())[:count]


def collect(count: int, number: int = 1) -> list[Act]:
    """So many different acts of all kinds, mixed; the same ones for the same number."""
    parts = [
        (kind, texts, share * part)
        for kind, share in SHARES.items()
        for texts, part in ((short, 1 - LONG), (long, LONG))
    ]
    found = [act for kind, texts, share in parts for act in distinct(ceil(count * share), number, acts(kind, texts))]
    random.Random(number).shuffle(found)
    return found[:count]
