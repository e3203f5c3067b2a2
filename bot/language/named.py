"""What names stand for: states and territories, groups of them, and words that only contain a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from bot.language.normal import normal


class Sense(StrEnum):
    """What kind of thing a mention names."""

    STATE = "state"
    SEVERAL = "several"
    """A fixed short form for two or more states: 两伊."""
    AMBIGUOUS = "ambiguous"
    """A name that means one of two or more states: 刚果."""
    GROUP = "group"
    WORD = "word"
    """A word that contains a state's name and does not mean it: 墨西哥湾."""


@dataclass(frozen=True, slots=True)
class EarlierName:
    """What a member of today was called before."""

    names: Mapping[str, str] = field(hash=False)
    """By the language of a reply."""
    since: date
    until: date
    """The last day."""


@dataclass(frozen=True, slots=True)
class State:
    """A member state, an observer state or a territory."""

    code: str
    """ISO 3166-1 alpha-3."""
    alpha2: str
    """Empty for former states."""
    zh: str
    en: str
    names: Mapping[str, str] = field(hash=False)
    """The short name by the language of a reply: the United Nations' own, or CLDR's where they do not differ."""
    until: date | None = None
    """The last day of a former state as a member under its name; None for those of today."""
    earlier: tuple[EarlierName, ...] = ()

    def name(self, language: str, day: date | None = None) -> str:
        """The short name in a language of replies, in English for one that there is no name in; as of a day, where one
        is given."""
        then = next((x.names for x in self.earlier if day and x.since <= day <= x.until), self.names)
        return then.get(language) or then.get("en", self.en)


Spells: TypeAlias = tuple[tuple[date, date], ...]
"""The times of a membership: the first day and the last one of each."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of states, as of a date."""

    id: str
    zh: str
    en: str
    as_of: str
    """ISO date that the membership is stated for."""
    source: str
    members: frozenset[str]
    """Alpha-3 codes, of that date."""
    names: Mapping[str, str] = field(hash=False)
    """The name to show by the language of a reply."""
    spells: Mapping[str, Spells] = field(hash=False, default_factory=dict)
    """Of each member for which they are known, now or once."""
    since: date = date.min
    """The day on which it came into being."""
    regional: bool = False
    """Whether it is one of the five regional groups, which hold every Member State once."""

    def on(self, day: date) -> frozenset[str]:
        """The members on a day; none before there was the group. Those of which no days are known have always been
        members."""
        if day < self.since:
            return frozenset()
        dated = {code for code, spells in self.spells.items() if any(first <= day <= last for first, last in spells)}
        return self.members.difference(self.spells) | dated

    def name(self, language: str) -> str:
        """The name in a language of replies; in English for one that there is no name in."""
        return self.names.get(language, self.en)


@dataclass(frozen=True, slots=True)
class Named:
    """What a name stands for."""

    sense: Sense
    codes: tuple[str, ...] = ()
    """Alpha-3 codes; several for SEVERAL and AMBIGUOUS; none for GROUP and WORD."""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a message."""

    start: int
    end: int
    named: Named
    guessed: bool = False
    """Whether it was taken for that state although it is not spelt so."""


@dataclass(frozen=True, slots=True)
class RecordNames:
    """The names that the record of a vote prints, as another process can be told them: called with one, its state."""

    codes: Mapping[str, str]
    """The alpha-3 code of the one state that is called so in a record, by the name in normal form."""

    def __call__(self, name: str) -> str | None:
        """The alpha-3 code of a state by its name as printed; None if there is none, or several."""
        plain = normal(name)
        return self.codes.get(plain) or self.codes.get(_in_order(plain))


def _in_order(name: str) -> str:
    """A name that Arabic records put in order by its last word, with a dash where that stands, هولندا (مملكة -), as it
    is said; empty for others."""
    last, _, words = name.removesuffix(")").partition(" (")
    before, dash, behind = words.replace("–", "-").partition(" -")
    return " ".join(f"{before} {last} {behind}".split()) if dash else ""
