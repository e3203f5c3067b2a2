"""What a button and a deep link stand for: a short text that still means the same after a restart.

``op12``, ``pp3``, ``vote-CHN``, ``tally``, ``roll-no``, ``map-groups`` …, then ``--`` and the symbol of the
resolution where it matters (``op12--A_HRC_RES_56_4``) and, on buttons, ``~`` and a letter for the language.
Letters, digits, ``_`` and ``-`` alone, as a deep link may have (Bot API, "Deep Linking"), but for the ``~``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256

import msgspec

from bot.corpus.library import Library
from bot.language.dates import Period
from bot.language.selection import selection_of
from bot.language.speaking import REPLY_LANGUAGES
from bot.question.conversation import Conversation
from bot.question.model import (
    DocumentQuestion,
    OfDocument,
    ParagraphQuestion,
    Question,
    RollQuestion,
    Several,
    TallyQuestion,
    VoteQuestion,
)
from bot.question.record import Among, Comparison, HistoryQuestion, ListQuestion, Order, PagedQuestion
from bot.question.sets import Measure
from bot.question.where import ByNumber
from bot.resolution import CAST, Body, Resolution, Vote

LONGEST = 64
"""Bytes of callback_data, and characters of a deep link's payload (Bot API)."""
LANGUAGE_OF_LETTER = {language.letter: language.tag for language in REPLY_LANGUAGES}
"""The letter on a button → the language of the reply it stands under."""

_FORM = re.compile(
    r"(?P<body>[A-Za-z0-9]+(?:-[A-Za-z0-9_]*[A-Za-z0-9])*)(?:--(?P<document>\w+))?(?:~(?P<letter>[a-z]))?", re.ASCII
)
_PARAGRAPH = re.compile(r"(?:pp|op|annex[1-9]\d?-)[1-9]\d{0,3}")


class Action(StrEnum):
    """What can be asked for by a button or a deep link; the value is its first word."""

    PARAGRAPH = "para"
    """Its argument stands alone: ``op12``."""
    PAGE = "page"
    """A paragraph in place of the one shown."""
    VOTE = "vote"
    TALLY = "tally"
    ROLL = "roll"
    FULL = "full"
    OUTLINE = "outline"
    FILE = "file"
    """The document as a .txt file."""
    MAP = "map"
    """The roll call as a picture; ``groups`` for by regional group."""
    EXAMPLE = "eg"
    """One of the examples of content/wording/: its theme and position."""
    STATE = "state"
    """One of the states that a name may mean."""
    BODY = "body"
    """One of the bodies that “the council” may mean."""
    LANGUAGE = "lang"
    USE = "use"
    """Its document, for what was asked before it was known which was meant."""
    WRONG = "wrong"
    """The answer above it was wrong; its kind."""
    DOCUMENTS = "docs"
    """A page of the list of resolutions: the conditions, then the page."""
    HISTORY = "hist"
    """A page of how states voted: the states, the votes, what is compared, the conditions, the page."""
    TURN = "turn"
    """A page of what was asked lately in this conversation: its mark, the page."""
    CHART = "chart"
    """A picture of what was asked lately: its mark."""
    CSV = "csv"
    """The table of what was asked lately: its mark."""
    FETCH = "fetch"
    """A document that was asked for lately and is not here, to be fetched: the mark of its refusal."""


@dataclass(frozen=True, slots=True)
class Payload:
    """What is asked for, of which document, in which language."""

    action: Action
    argument: str = ""
    document: str = ""
    """The symbol with ``_`` for what is no letter or digit; empty for the one in view."""
    language: str = ""
    """Empty where it does not say."""

    def __str__(self) -> str:
        body = (
            self.argument if self.action is Action.PARAGRAPH else "-".join(filter(None, (self.action, self.argument)))
        )
        letter = next((letter for letter, language in LANGUAGE_OF_LETTER.items() if language == self.language), "")
        return body + (f"--{self.document}" if self.document else "") + (f"~{letter}" if letter else "")


@lru_cache(maxsize=8192)
def slug(symbol: str) -> str:
    """A symbol as it stands in a payload: A_HRC_RES_56_4."""
    return re.sub(r"[^A-Za-z0-9]+", "_", symbol).strip("_")


def paragraph(identifier: str, resolution: Resolution, language: str = "") -> Payload:
    """The payload of a paragraph, by its id."""
    return Payload(Action.PARAGRAPH, argument(identifier), slug(resolution.symbol), language)


def argument(identifier: str) -> str:
    """A paragraph's id as it stands in a payload; that of the whole paragraph for a sub-paragraph."""
    return identifier.partition("(")[0].lower().replace(".", "-")


def parse(text: str) -> Payload | None:
    """The payload that a text is; None where it is none of ours."""
    found = _FORM.fullmatch(text) if len(text) <= LONGEST else None
    if not found or (found["letter"] and found["letter"] not in LANGUAGE_OF_LETTER):
        return None
    document, language = found["document"] or "", LANGUAGE_OF_LETTER.get(found["letter"] or "", "")
    if _PARAGRAPH.fullmatch(found["body"]):
        return Payload(Action.PARAGRAPH, found["body"], document, language)
    first, _, argument = found["body"].partition("-")
    if first not in set(Action) - {Action.PARAGRAPH}:
        return None
    return Payload(Action(first), argument, document, language)


def resolution_of(payload: Payload, library: Library) -> Resolution | None:
    """The resolution that a payload names; None where it names none, or one that is not in content."""
    symbol = (
        next((each.symbol for each in library.summaries if slug(each.symbol) == payload.document), None)
        if payload.document
        else None
    )
    return library.get(symbol) if symbol else None


def question_of(payload: Payload, library: Library) -> Question | None:
    """The question that a payload asks; None where it asks none, or asks of what there is not."""
    match payload.action:
        case Action.PARAGRAPH | Action.PAGE:
            if not _PARAGRAPH.fullmatch(payload.argument):
                return None
            return ParagraphQuestion(ByNumber((selection_of(payload.argument.upper().replace("-", ".")),)))
        case Action.VOTE:
            codes = tuple(payload.argument.split("-"))
            return VoteQuestion(codes) if all(code in library.names.states for code in codes) else None
        case Action.ROLL if payload.argument in ("", *CAST):
            return RollQuestion(frozenset({Vote(payload.argument)} if payload.argument else ()))
        case Action.TALLY if not payload.argument:
            return TallyQuestion()
        case Action.FULL | Action.OUTLINE if not payload.argument:
            return DocumentQuestion(full=payload.action is Action.FULL)
        case Action.DOCUMENTS | Action.HISTORY:
            return _of_several(payload, library)
    return None


def mark(question: Question) -> str:
    """What tells a question from others in a conversation, whichever page of its answer is shown."""
    first = replace(question, page=0) if isinstance(question, PagedQuestion) else question
    return sha256(msgspec.json.encode(first, order="deterministic")).hexdigest()[:_MARK]


def asked_lately(payload: Payload, conversation: Conversation) -> Question | None:
    """The question that a button of TURN, CHART or CSV is about; None where the conversation has forgotten it."""
    wanted, _, page = payload.argument.partition("-")
    for question in (each for turn in reversed(conversation.turns) for each in _single(turn.question)):
        if mark(question) == wanted:
            return (
                replace(question, page=int(page))
                if isinstance(question, PagedQuestion) and page.isdecimal()
                else question
            )
    return None


def _single(question: Question) -> Iterator[Question]:
    """The questions that one consists of."""
    match question:
        case OfDocument():
            yield from _single(question.question)
        case Several():
            for each in question.questions:
                yield from _single(each)
        case _:
            yield question


def listing(question: ListQuestion, page: int, language: str) -> Payload | None:
    """A page of the resolutions that meet the conditions; None where these are too long for a button."""
    among = question.among
    simple = among.plain and question.order is Order.LATEST and not question.results
    return (
        _if_short(Payload(Action.DOCUMENTS, "-".join(_conditions(question.among, page)), language=language))
        if simple
        else None
    )


def body_word(body: Body) -> str:
    """A body as it stands in a payload: humanrightscouncil."""
    return body.name.lower().replace("_", "")


def history(question: HistoryQuestion, page: int, language: str) -> Payload | None:
    """A page of how states voted; None where it asks of too many for a button."""
    if not question.among.plain or question.each or question.either or question.measure is not Measure.LIST:
        return None
    votes = "".join(_VOTE_LETTERS[v] for v in sorted(question.votes)) or "0"
    parts = ["_".join(question.states), votes, question.comparison.value, *_conditions(question.among, page)]
    return _if_short(Payload(Action.HISTORY, "-".join(parts), language=language))


def _conditions(among: Among, page: int) -> list[str]:
    return [str(among.year or 0), body_word(among.body) if among.body else "0", str(page)]


def _if_short(payload: Payload) -> Payload | None:
    return payload if len(str(payload)) <= LONGEST else None


def _of_several(payload: Payload, library: Library) -> Question | None:
    *first, year, body, page = (
        payload.argument.split("-") if payload.argument.count("-") >= _CONDITIONS - 1 else ("", "", "", "")
    )
    bodies = {body_word(b): b for b in Body} | {"0": None}
    known = year.isdecimal() and int(year) <= MAXYEAR and page.isdecimal() and body in bodies
    if not known:
        return None
    among = Among((Period.of(int(year)),) if int(year) else (), bodies[body])
    if payload.action is Action.DOCUMENTS:
        return ListQuestion(among, int(page)) if first in ([], [""]) else None
    if len(first) != _OF_HISTORY:
        return None
    states, letters, comparison = tuple(first[0].split("_")), first[1], first[2]
    votes = {letter: vote for vote, letter in _VOTE_LETTERS.items()}
    known = (
        all(s in library.names.states for s in states)
        and (letters == "0" or set(letters) <= set(votes))
        and comparison in set(Comparison)
    )
    if not known:
        return None
    return HistoryQuestion(
        states,
        frozenset(votes[x] for x in letters if x in votes),
        comparison=Comparison(comparison),
        among=among,
        page=int(page),
    )


_MARK = 12
"""Letters of the mark of a question, of which a conversation remembers a few."""
_VOTE_LETTERS = {Vote.YES: "y", Vote.NO: "n", Vote.ABSTAIN: "a", Vote.NOT_VOTING: "x", Vote.ABSENT: "z"}
_CONDITIONS, _OF_HISTORY = 3, 3
