"""What is not answered, and by which signs it is known: content/refusals.toml."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from bot.errors import ContentError
from bot.language.content_files import load_toml, strings, tables
from bot.language.cues import Cue
from bot.layers import Layers


class Refused(StrEnum):
    """Why a question has no answer in the document; each has its sentence in content/wording/."""

    OTHER_DOCUMENT = "other_document"
    OTHER_SUBJECT = "other_subject"
    OTHER_TIME = "other_time"
    OTHER_BODY = "other_body"
    REASON = "reason"
    UNTOLD = "untold"
    """What no record tells: what was said, who regrets a vote."""
    ONLY_ONE = "only_one"
    """It asks of several resolutions, and there is but one here."""
    ON_STATE = "on_state"
    """Who voted against France: nobody votes on a state."""
    OPINION = "opinion"
    FUTURE = "future"
    SPONSORS = "sponsors"
    VETO = "veto"
    """No draft that was vetoed is here."""
    NO_VETO = "no_veto"
    """Nobody has a veto in the body that voted."""
    NOT_CAST = "not_cast"
    PERSON = "person"
    MONEY = "money"
    CHAT = "chat"
    SERVICE = "service"
    """What the bot does for nobody: to write of its own accord, to read aloud."""
    INJECTION = "injection"
    LANGUAGE = "language"
    NOT_FOUND = "not_found"
    NO_TEXT = "no_text"
    """Of the resolution, there is only the record of the vote."""


class When(StrEnum):
    """When a row is looked at."""

    FIRST = "first"
    """Before anything is sought."""
    BEFORE_VOTES = "before_votes"
    LAST = "last"
    """Where nothing else was understood."""


class Sign(StrEnum):
    """What can be told of a message besides its cues."""

    STATES = "states"
    GROUPS = "groups"
    VOTES = "votes"
    """There are words of voting in it."""
    VOTES_NAMED = "votes_named"
    """It says for, against or abstaining."""
    SOMEBODYS_VOTE = "somebodys_vote"
    """It asks for the vote of states, of groups, or of whoever voted so."""
    AFTER_VOTES = "after_votes"
    """It goes back to a question about votes."""
    NEW = "new"
    """It says something, or no votes were asked about before."""
    NUMBERS = "numbers"
    """It names paragraphs by number."""
    EXCLUDED = "excluded"
    """It leaves out some of them."""
    FACT = "fact"
    """It asks what a document says of itself."""
    ITS_TITLE = "its_title"
    """It asks for the title, and nothing else."""
    NOTHING = "nothing"
    """All of it is understood."""
    LITTLE = "little"
    """Hardly anything of it is not understood."""
    SOME = "some"
    """A few words of it at most are not understood."""
    MUCH = "much"
    """More words of it than these are not understood."""
    SPOKEN_TO = "spoken_to"
    """It speaks to somebody, or of this document."""
    ANOTHER_TEXT = "another_text"
    """It names a text that is no resolution."""
    CITED = "cited"
    """It is about a text that may be cited."""
    DOCUMENT_ELSEWHERE = "document_elsewhere"
    """It names a document by symbol or number that is not here."""
    CITED_DOCUMENT = "cited_document"
    """… that a footnote cites."""
    UNQUOTED_ARTICLE = "unquoted_article"
    """It names a numbered part of an instrument that is not quoted here."""
    ANOTHER_SUBJECT = "another_subject"
    VOTED_ON_ANOTHER = "voted_on_another"
    """It names a resolution by a subject that none here is on."""
    NON_VOTERS = "non_voters"
    """The record lists who did not vote."""
    COUNTED_WITHOUT = "counted_without"
    """It asks how many or who voted so, leaving some out, and not for the result: 如果不算弃权，赞成占多少."""
    ADOPTED_WHAT = "adopted_what"
    """It asks what was adopted."""
    ANOTHER_YEAR = "another_year"
    ANOTHER_SESSION = "another_session"
    ANOTHER_BODY = "another_body"
    DATED = "dated"
    """A date is named, and there are several documents: 去年，也就是2025年."""


Condition = Cue | Sign


@dataclass(frozen=True, slots=True)
class RefusalRow:
    """One kind of message that is not answered."""

    reason: Refused
    when: When
    any: tuple[Condition, ...]
    """One of these is in the message."""
    also: tuple[Condition, ...]
    """And one of these; empty for no such condition."""
    unless: tuple[Condition, ...]
    """And none of these."""


def load_refusals(path: Path | Layers) -> tuple[RefusalRow, ...]:
    """The rows of content/refusals.toml, in order; ContentError for one that is not sound."""
    content = load_toml(path)
    rows = content.get("refusal")
    if set(content) != {"refusal"} or not isinstance(rows, list):
        raise ContentError(path, None, f"{', '.join(content) or 'nothing'} stands here; expected only [[refusal]]")
    numbered = {f"[[refusal]] {i}": row for i, row in enumerate(rows, 1)}
    return tuple(
        _row(path, where, row)
        for where, row in tables(path, numbered, frozenset({"reason", "when", "any", "also", "unless"}))
    )


def _row(path: Path | Layers, where: str, row: dict[str, Any]) -> RefusalRow:
    for key, kinds in (("reason", Refused), ("when", When)):
        if row.get(key) not in set(kinds):
            raise ContentError(
                path, None, f"{where}: {key} is {row.get(key)!r:.40}; expected one of {', '.join(kinds)}"
            )
    any_of, also, unless = (
        tuple(_condition(path, where, word) for word in strings(path, row, key, where))
        for key in ("any", "also", "unless")
    )
    if not any_of:
        raise ContentError(path, None, f"{where}: any is missing; expected a list of cues or signs")
    return RefusalRow(Refused(row["reason"]), When(row["when"]), any_of, also, unless)


def _condition(path: Path | Layers, where: str, word: str) -> Condition:
    if word in set(Cue):
        return Cue(word)
    if word in set(Sign):
        return Sign(word)
    raise ContentError(
        path, None, f"{where}: {word} is no cue of cues.toml and no sign; the signs are {', '.join(Sign)}"
    )
