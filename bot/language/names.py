"""States, territories and groups of states as people name them.

The table is content/names/ and content/groups.toml on top of CLDR (through Babel). Names are found by
longest exact match; what is left over can be guessed at (a typo, a homophone), and a guess says so.
"""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

from babel import Locale
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, LCSseq

from bot.errors import ContentError
from bot.language.normal import CJK, Text, is_chinese, normal
from bot.language.phrases import Phrases, stands_alone
from bot.language.speaking import REPLY_LANGUAGES, speaking
from bot.language.words import Sound, sound
from bot.layers import LayerError, Layers, laid_over

LANGUAGES = ("zh", "en", "fr", "es", "ru", "ar")
"""The keys under which files of content/ have words by language: the United Nations' official languages."""
CLDR_LOCALES = ("zh_Hans", "zh_Hant", "zh_Hant_HK", "en", "fr", "es", "ru", "ar")
"""The usages whose names of states are taken from CLDR."""
CLOSE_LATIN = 84.0
"""Least rapidfuzz ratio (0–100) of a misspelt Latin or Cyrillic name: Netherland, Belgum, Kazakstan and
Morroco are at 86 and more; Iraq for Iran (75) and Austria for Australia (82) are below it."""
CLEAR_BY = 4.0
"""How far ahead of the next state's best name a guess has to be."""
CLOSE_CHINESE = 88.0
"""Least likeness of a Chinese name's pinyin where it is not the same: 马尔代付 is the same, 哈萨克丝坦 too; 千湖之国 is
at 77 of 千岛之国, and is not taken for it."""
SHORTEST_CHINESE = 4
"""Characters of the shortest Chinese word that is taken for a name it does not sound exactly like."""
LONG_ENOUGH = 6
"""Letters of the shortest word in which one slip of any kind will do: chain is a word, not a slip in China."""
SHORTEST_GUESS = 5
"""Letters of the shortest Latin or Cyrillic word that is guessed at."""


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
class _State:
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

    def name(self, language: str) -> str:
        """The short name in a language of replies; in English for one that there is no name in."""
        return self.names.get(language, self.en)


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
    spells: Mapping[str, tuple[date, date]] = field(hash=False, default_factory=dict)
    """Of each member for which they are known, now or once: the first day and the last one."""
    since: date = date.min
    """The day on which it came into being."""
    regional: bool = False
    """Whether it is one of the five regional groups, which hold every Member State once."""

    def on(self, day: date) -> frozenset[str]:
        """The members on a day; none before there was the group. Those of which no days are known have always been
        members."""
        if day < self.since:
            return frozenset()
        dated = {code for code, (first, last) in self.spells.items() if first <= day <= last}
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


class Table:
    """Collects aliases, and refuses one that means two things without being declared to."""

    def __init__(self, claimed: frozenset[str] = frozenset()) -> None:
        """claimed: what the owner's files say of a name, in normal form, goes before what CLDR says of it."""
        self.named: dict[str, Named] = {}
        self.where: dict[str, Path | Layers | None] = {}
        self._claimed = claimed

    def add(self, alias: str, named: Named, path: Path | Layers | None) -> None:
        """Enter an alias; path: the file to name in an error, None for CLDR's."""
        key = normal(alias)
        known = self.named.setdefault(key, named)
        if known == named or known.sense in (Sense.AMBIGUOUS, Sense.WORD) or (path is None and key in self._claimed):
            return
        if path is None and self.where.get(key) is not None:
            # CLDR's name is another state's in content/: that file is where it can be declared.
            path = self.where[key]
        raise ContentError(
            path or "CLDR", None,
            f"“{alias}” means {'/'.join(named.codes) or named.group} and {'/'.join(known.codes) or known.group}; "
            "expected one of them, or an entry in ambiguous.toml",
        )  # fmt: skip

    def mark(self, alias: str, path: Path | Layers) -> None:
        """Remember where an alias stands."""
        self.where.setdefault(normal(alias), path)


def load_toml(path: Path | Layers, claimed: frozenset[str] = frozenset()) -> dict[str, Any]:
    """A TOML file of content/, with the owner's laid over it; ContentError, with the line, where it can't be read.

    claimed: names, in normal form, that are taken out of the program's lists, for the owner has another use for them.
    """
    if not isinstance(path, Layers):
        return _read_toml(path)
    if not path.owned:
        return _without(_read_toml(path.program), claimed)
    own = _read_toml(path.own)
    program = _without(_read_toml(path.program), claimed) if path.program.exists() else {}
    try:
        return laid_over(program, own)
    except LayerError as error:
        raise ContentError(path, None, error.message) from None


def _without(content: dict[str, Any], claimed: frozenset[str]) -> dict[str, Any]:
    """The content less those names, wherever a list has them."""

    def less(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: less(each) for key, each in value.items()}
        if isinstance(value, list):
            return [less(each) for each in value if not (isinstance(each, str) and normal(each) in claimed)]
        return value

    return {key: less(value) for key, value in content.items()} if claimed else content


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
        return tomllib.loads(text)
    except FileNotFoundError:
        raise ContentError(path, None, "the file is missing; expected it in this folder") from None
    except OSError as error:
        raise ContentError(path, None, f"{error.strerror}; expected a file that can be read") from None
    except UnicodeDecodeError as error:
        raise ContentError(path, None, f"not UTF-8 text (byte {error.start}); expected TOML in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise ContentError(path, line, f"not TOML: {error}; expected key = value") from None


def strings(path: Path | Layers, table: dict[str, Any], key: str, where: str) -> list[str]:
    """The list of strings under a key (empty where the key is not there); ContentError if it is none."""
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise ContentError(path, None, f"{where}: {key} is {value!r:.60}; expected a list of non-empty strings")
    return value


def tables(path: Path | Layers, content: dict[str, Any], keys: frozenset[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """(name, table) of every table in a file of content/; ContentError for what is no table or has another key than
    these."""
    for name, table in content.items():
        if not isinstance(table, dict):
            raise ContentError(path, None, f"{name} is {table!r:.40}; expected a table, [{name}]")
        for key in table:
            if key not in keys:
                raise ContentError(path, None, f"[{name}] has {key}; expected only {', '.join(sorted(keys))}")
        yield name, table


_OTHERS = ("fr", "es", "ru", "ar")
_STATE_KEYS = frozenset({"alpha2", "zh", "zh_hant", "en", *_OTHERS, "formal", "also", "demonyms", "short"})
_FORMER_KEYS = frozenset({"zh", "zh_hant", "en", *_OTHERS, "until", "also"})
_GROUP_KEYS = frozenset(
    {
        "zh",
        "zh_short",
        "zh_hant",
        "en",
        "en_short",
        *_OTHERS,
        "as_of",
        "source",
        "aliases",
        "members",
        "dates",
        "regional",
    }
)
_DECLARED_KEYS = frozenset({"names", "means", "record"})


_NO_NAMES = frozenset({"members", "means", "record", "codes_that_are_words"})
"""The lists in these files that hold codes."""
_DISPLAYED = ("zh", "en", "zh_short", "en_short")
"""The names in them that are no lists."""


def _claimed(folder: Path | Layers) -> frozenset[str]:
    """The names that the owner's files give, in normal form: they go before what the program says of these names."""
    if not isinstance(folder, Layers):
        return frozenset()
    paths = [*(folder / "names").glob("*.toml"), folder / "groups.toml"]
    claimed: set[str] = set()
    left: list[Any] = [_read_toml(path.own) for path in paths if path.owned]
    while left:
        value = left.pop()
        if isinstance(value, dict):
            left += [each for key, each in value.items() if key not in _NO_NAMES]
            claimed |= {normal(value[key]) for key in _DISPLAYED if isinstance(value.get(key), str)}
        elif isinstance(value, list):
            claimed |= {normal(each) for each in value if isinstance(each, str)}
            left += [each for each in value if isinstance(each, dict)]
    return frozenset(claimed)


_SHOWN = {"zh-Hans": "zh", "zh-Hant": "zh_hant", "en": "en", "fr": "fr", "es": "es", "ru": "ru", "ar": "ar"}
"""By the language of a reply: the key of the name that is shown in it; others have CLDR's names."""


def _names_of(entry: dict[str, Any], alpha2: str) -> dict[str, str]:
    """The names of a state to show, by the language of a reply: as the entry has them, else CLDR's."""
    shown = {x.tag: entry.get(_SHOWN.get(x.tag, "")) or x.locale.territories.get(alpha2) for x in REPLY_LANGUAGES}
    return {tag: name for tag, name in shown.items() if name}


_SPELL = re.compile(r"\d{4}-\d\d-\d\d/(?:\d{4}-\d\d-\d\d|\.\.)")
"""From when until when, after ISO 8601."""


class Names:
    """Every state, territory and group, and how to find them in a message."""

    def __init__(self, folder: Path | Layers) -> None:
        """Load names/ and groups.toml of that content folder, or of its layers; ContentError if not sound."""
        names = folder / "names"
        self._claimed = _claimed(folder)
        self.states: dict[str, _State] = {}
        self.groups: dict[str, Group] = {}
        self.shorts: dict[str, str] = {}
        """The single characters used in compounds (中美), each with its alpha-3 code."""
        self._in_records: dict[str, str] = {}
        """Ambiguous names that mean one state where the record of a vote prints them: Congo."""
        table = Table(self._claimed)
        self._meant: list[tuple[Path | Layers, str]] = []
        self._declared(names, table)
        for file in ("states.toml", "territories.toml"):
            self._states(names / file, table)
        self.continued = self._former(names / "former.toml", table)
        """The codes of members under older names, each with the member's code today: SUN, RUS."""
        for path, code in self._meant:
            if code not in self.states:
                raise ContentError(path, None, f"{code} is not a code; expected one of content/names")
        self._cldr(table)
        self._groups(folder / "groups.toml", table)
        words = load_toml(names / "words.toml", self._claimed)
        for word in strings(names / "words.toml", words, "names_in_words", "words"):
            table.add(word, Named(Sense.WORD), names / "words.toml")
        self._not_codes = set(strings(names / "words.toml", words, "codes_that_are_words", "words"))
        self.aliases: dict[str, Named] = table.named
        self._phrases = Phrases(table.named.items())
        self._by_length: dict[int, list[str]] = {}
        self._by_alpha2 = {s.alpha2: c for c, s in self.states.items() if s.alpha2}
        self._codes = self._by_alpha2 | {c: c for c in self.states}
        self._codes = {k: v for k, v in self._codes.items() if k not in self._not_codes}

    # --- loading ----------------------------------------------------------------------------

    def _declared(self, names: Path | Layers, table: Table) -> None:
        for file, key, sense in (
            ("ambiguous.toml", "alias", Sense.AMBIGUOUS),
            ("compounds.toml", "compound", Sense.SEVERAL),
        ):
            path = names / file
            content = load_toml(path, self._claimed)
            if set(content) - {key} or not isinstance(content.get(key, []), list):
                raise ContentError(path, None, f"{', '.join(content)} stand here; expected only [[{key}]]")
            numbered = {f"[{key}] {i}": entry for i, entry in enumerate(content.get(key, []), 1)}
            for where, entry in tables(path, numbered, _DECLARED_KEYS):
                codes = tuple(strings(path, entry, "means", where))
                if len(codes) < 2 or not strings(path, entry, "names", where):
                    raise ContentError(
                        path, None, f"{where} {entry.get('names')} means {codes}; expected names, and two codes or more"
                    )
                self._meant += [(path, code) for code in codes]
                record = strings(path, entry, "record", where)
                if len(record) > 1 or set(record) - set(codes):
                    raise ContentError(path, None, f"{where} record is {record}; expected one of {', '.join(codes)}")
                self._in_records |= {
                    normal(alias): code for code in record for alias in strings(path, entry, "names", where)
                }
                for alias in strings(path, entry, "names", where):
                    table.add(alias, Named(sense, codes), path)
                    table.mark(alias, path)

    def _states(self, path: Path | Layers, table: Table) -> None:
        for code, entry in tables(path, load_toml(path, self._claimed), _STATE_KEYS):
            if not re.fullmatch("[A-Z]{3}", code):
                raise ContentError(path, None, f"[{code}] is not a code; expected ISO 3166-1 alpha-3")
            if code in self.states:
                raise ContentError(path, None, f"[{code}] stands in states.toml already; expected each code once")
            for key in ("alpha2", "zh", "en", *({"zh_hant", *_OTHERS} & set(entry))):
                if not isinstance(entry.get(key), str):
                    raise ContentError(path, None, f"[{code}] has no {key}; expected a string")
            alpha2 = entry["alpha2"]
            if not re.fullmatch("[A-Z]{2}", alpha2):
                raise ContentError(path, None, f"[{code}] alpha2 is “{alpha2}”; expected two capital letters")
            self.states[code] = _State(code, alpha2, entry["zh"], entry["en"], _names_of(entry, alpha2))
            if (short := entry.get("short")) and self.shorts.setdefault(normal(short), code) != code:
                raise ContentError(
                    path,
                    None,
                    (
                        f"[{code}] short “{short}” is that of {self.shorts[normal(short)]}; expected a character of "
                        f"its own"
                    ),
                )
            lists = (strings(path, entry, key, f"[{code}]") for key in ("formal", "also", "demonyms"))
            shown = [entry[key] for key in _SHOWN.values() if key in entry]
            for alias in [*shown, *(a for each in lists for a in each)]:
                table.add(alias, Named(Sense.STATE, (code,)), path)
                table.mark(alias, path)

    def _former(self, path: Path | Layers, table: Table) -> dict[str, str]:
        """Enter the former states; the codes of those that a member of today continues, each with that member's."""
        content = load_toml(path)
        continued: dict[str, str] = content.pop("continued", {})
        for code, entry in tables(path, content, _FORMER_KEYS):
            known = all(isinstance(entry.get(key), str) for key in _SHOWN.values()) and isinstance(
                entry.get("until"), date
            )
            if not re.fullmatch("[A-Z]{3}", code) or code in self.states or not known:
                raise ContentError(
                    path,
                    None,
                    f"[{code}] is not sound; expected a code of its own, a name in each language, and until, a date",
                )
            names = {language: entry[of] for language, of in _SHOWN.items()}
            self.states[code] = _State(code, "", entry["zh"], entry["en"], names, entry["until"])
            for alias in [*names.values(), *strings(path, entry, "also", f"[{code}]")]:
                table.add(alias, Named(Sense.STATE, (code,)), path)
                table.mark(alias, path)
        for code, today in continued.items():
            if today not in self.states or code in self.states:
                raise ContentError(
                    path, None, f"[continued] {code} is {today!r:.20}; expected the code of a state of today"
                )
        return continued

    def _cldr(self, table: Table) -> None:
        for locale in CLDR_LOCALES:
            territories = Locale.parse(locale).territories
            for code, state in self.states.items():
                name = territories.get(state.alpha2)
                if name and len(name) > 1:
                    table.add(name, Named(Sense.STATE, (code,)), None)

    def _groups(self, path: Path | Layers, table: Table) -> None:
        for key, entry in tables(path, load_toml(path, self._claimed), _GROUP_KEYS):
            for name in ("zh", "en", "source", *({"zh_short", "en_short", *_SHOWN.values()} & set(entry))):
                if not isinstance(entry.get(name), str):
                    raise ContentError(path, None, f"[{key}] has no {name}; expected a string")
            members = strings(path, entry, "members", f"[{key}]")
            if not members:
                raise ContentError(path, None, f"[{key}] has no members; expected a list of codes")
            for code in members:
                if code not in self.states:
                    raise ContentError(path, None, f"[{key}] has the member {code}; expected a code of content/names")
            if len(set(members)) != len(members):
                raise ContentError(path, None, f"[{key}] names a member twice; expected each once")
            zh, en = entry.get("zh_short", entry["zh"]), entry["en"]
            names = {language: entry[of] for language, of in _SHOWN.items() if of in entry} | {"zh-Hans": zh, "en": en}
            since, spells = self._dates(path, key, entry.get("dates", {}))
            regional = entry.get("regional") is True
            as_of, source = str(entry.get("as_of", "")), entry["source"]
            self.groups[key] = Group(key, zh, en, as_of, source, frozenset(members), names, spells, since, regional)
            for alias in {
                entry["zh"],
                en,
                zh,
                entry.get("en_short", en),
                *names.values(),
                *strings(path, entry, "aliases", f"[{key}]"),
            }:
                table.add(alias, Named(Sense.GROUP, group=key), path)

    def _dates(self, path: Path | Layers, key: str, entry: Any) -> tuple[date, dict[str, tuple[date, date]]]:
        """Since when a group is one, and the spells of its members: from/until, .. for no such day."""
        where = f"[{key}.dates]"
        if not isinstance(entry, dict) or (entry and not isinstance(entry.get("source"), str)):
            raise ContentError(path, None, f"{where} has no source; expected where its days are from")
        since = entry.get("since", date.min)
        if type(since) is not date:
            raise ContentError(path, None, f"{where} since is {since!r}; expected a day, as in 1993-11-01")
        spells = {}
        for code, spell in entry.items():
            if code in ("source", "since"):
                continue
            if code not in self.states:
                raise ContentError(path, None, f"{where} has the member {code}; expected a code of content/names")
            if not isinstance(spell, str) or not _SPELL.fullmatch(spell):
                raise ContentError(
                    path,
                    None,
                    f"{where} {code} is {spell!r}; expected from/until, as in 1973-01-01/2020-01-31 or 1995-01-01/..",
                )
            first, _, last = spell.partition("/")
            try:
                spells[code] = (date.fromisoformat(first), date.max if last == ".." else date.fromisoformat(last))
            except ValueError:
                raise ContentError(path, None, f"{where} {code} is {spell!r}; expected days of the calendar") from None
        return since, spells

    @cached_property
    def regional(self) -> tuple[str, ...]:
        """The ids of the five regional groups, in the order of content/groups.toml."""
        return tuple(g.id for g in self.groups.values() if g.regional)

    @cached_property
    def _stemmed(self) -> Phrases[Named]:
        """Cyrillic names as they stand and less their endings: Russian inflects them (Китай, Китая, Франции)."""
        stemmed: dict[str, set[Named]] = {}
        for alias, named in self.aliases.items():
            if re.fullmatch(r"[а-я \-]{4,}", alias):
                for words in itertools.product(
                    *({w, _uninflected(w), _uninflected(_GENITIVE.sub("ая", w))} for w in alias.split())
                ):
                    stemmed.setdefault(" ".join(words), set()).add(named)
        # Нигер and Нигерия share a stem: those are found as spelt, or not at all.
        return Phrases((stem, n) for stem, ns in stemmed.items() if len(ns) == 1 and len(stem) > 2 for n in ns)

    def unmistakable(self, code: str, language: str) -> str:
        """A state's name in a language of replies that means it alone: Congo-Brazzaville for Congo; in English where
        there is none."""
        state, locale = self.states[code], speaking(language).locale
        names = (state.name(language), locale.territories.get(state.alpha2, ""), state.en)
        return next((name for name in names if name and self.code_of(name) == code), state.en)

    # --- finding ----------------------------------------------------------------------------

    def code_of(self, name: str) -> str | None:
        """The alpha-3 code of the one state that has exactly this name; None if there is none, or several."""
        named = self.aliases.get(normal(name))
        return named.codes[0] if named and named.sense is Sense.STATE else None

    def code_in_record(self, name: str) -> str | None:
        """The same for a name as the record of a vote prints it: there, Congo is the one on the right bank."""
        return self.code_of(name) or self._in_records.get(normal(name))

    def find(self, text: Text) -> list[Mention]:
        """Every state, territory and group that a message names as such, in order; nothing guessed."""
        found = [Mention(a, b, n) for a, b, n in self._phrases.longest(text.norm, text.gaps, yielding=True)]
        found += self._beside(found, self._by_code(text))
        found += self._beside(found, self._by_flag(text))
        for mention in self._by_stem(text):
            # Южной Африки is a longer name than the Африки in it.
            found = [
                f
                for f in found
                if not (
                    mention.start <= f.start and f.end <= mention.end and f.end - f.start < mention.end - mention.start
                )
            ]
            found += self._beside(found, [mention])
        return sorted((m for m in found), key=lambda m: m.start)

    @staticmethod
    def _beside(found: list[Mention], more: Iterable[Mention]) -> list[Mention]:
        return [m for m in more if all(m.end <= f.start or m.start >= f.end for f in found)]

    def _by_code(self, text: Text) -> Iterator[Mention]:
        if not _CODE.search(text.cased):
            return
        shouted = not re.search("[a-z]", text.cased) and not is_chinese(text.cased)
        # In a row of three or more codes, ARE and CAN are codes too.
        rows = [m.span() for m in re.finditer(r"(?<![A-Za-z])[A-Z]{3}(?:[ ,、/]+[A-Z]{3}){2,}(?![A-Za-z])", text.cased)]
        for found in _CODE.finditer(text.cased):
            listed = any(a <= found.start() and found.end() <= b for a, b in rows)
            code = self._codes.get(found[0]) or (found[0] if listed and found[0] in self.states else None)
            # In a message all in capitals a code can be any word, unless there is nothing else.
            if code and (not shouted or re.fullmatch(r"[A-Z]{2,3}(?:[\s,;&/]+[A-Z]{2,3})*[\s?!.]*", text.cased)):
                yield Mention(found.start(), found.end(), Named(Sense.STATE, (code,)))

    def _by_flag(self, text: Text) -> Iterator[Mention]:
        for found in re.finditer("[\U0001f1e6-\U0001f1ff]{2}", text.norm):
            letters = "".join(chr(ord(c) - 0x1F1E6 + ord("A")) for c in found[0])
            if code := self._by_alpha2.get(letters):
                yield Mention(found.start(), found.end(), Named(Sense.STATE, (code,)))

    def _by_stem(self, text: Text) -> Iterator[Mention]:
        words = list(re.finditer(r"[а-я\-]+", text.norm))
        if not words:
            return
        stems = [_uninflected(w[0]) for w in words]
        starts, at = {}, 0
        for word, stem in zip(words, stems, strict=True):
            starts[at] = word
            at += len(stem) + 1
        ends = {a + len(s): w for (a, w), s in zip(starts.items(), stems, strict=True)}
        for a, b, named in self._stemmed.longest(" ".join(stems)):
            if a in starts and b in ends:
                yield Mention(starts[a].start(), ends[b].end(), named)

    @cached_property
    def _runs(self) -> re.Pattern[str] | None:
        # Not after a digit or 月, where 日 is a day.
        return re.compile(f"(?<![\\d月])[{''.join(self.shorts)}]{{2,}}") if self.shorts else None

    def compounds(self, text: Text, found: list[Mention]) -> list[Mention]:
        """Runs of single characters that stand for states, as in 中美 and 英法德, outside what was found."""
        runs = self._runs.finditer(text.norm) if self._runs else iter(())
        codes = ((r, tuple(dict.fromkeys(self.shorts[c] for c in r[0]))) for r in runs)
        return self._beside(
            found, (Mention(r.start(), r.end(), Named(Sense.SEVERAL, c)) for r, c in codes if len(c) == len(r[0]))
        )

    def guess(self, norm: str, start: int, end: int) -> Mention | None:
        """The state that a misspelt name between start and end most likely means; None if none is clear.

        Latin and Cyrillic by edit distance, Chinese by sound (homophones) and by one wrong character.
        """
        word = norm[start:end]
        if is_chinese(word):
            return self._guess_chinese(word, start)
        if len(word) < SHORTEST_GUESS or not stands_alone(norm, start, end):
            return None
        if len(named := self._spelt_out.get(word, set())) == 1:
            return Mention(start, end, next(iter(named)), guessed=True)
        close = process.extract(word, self._as_long(len(word)), scorer=fuzz.ratio, score_cutoff=CLOSE_LATIN, limit=8)
        if not close and len(word) >= LONG_ENOUGH:
            # kuweit, gremany: a wrong letter, or two that changed places, count twice in a ratio.
            slips = process.extract(word, self._latin, scorer=OSA.distance, score_cutoff=1, limit=8)
            close = [(alias, CLOSE_LATIN, 0) for alias, _, _ in slips]
        return self._clear(((score, self.aliases[alias]) for alias, score, _ in close), start, end)

    def _clear(self, scored: Iterable[tuple[float, Named]], start: int, end: int) -> Mention | None:
        best: dict[tuple[str, ...], float] = {}
        for score, named in scored:
            best[named.codes] = max(score, best.get(named.codes, 0))
        ranked = sorted(best.items(), key=lambda kv: -kv[1])
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < CLEAR_BY):
            return None
        codes = ranked[0][0]
        return Mention(start, end, Named(Sense.STATE if len(codes) == 1 else Sense.AMBIGUOUS, codes), guessed=True)

    @cached_property
    def _latin(self) -> list[str]:
        """The names in other scripts that are long enough to be guessed at."""
        states = (Sense.STATE, Sense.AMBIGUOUS)
        return [
            a for a, n in self.aliases.items() if n.sense in states and len(a) >= SHORTEST_GUESS and not is_chinese(a)
        ]

    def _as_long(self, length: int) -> list[str]:
        """Of these, those whose length alone does not make them less like a word of that length than CLOSE_LATIN."""
        if length not in self._by_length:
            # A ratio is 100 less the share of letters that one has and the other has not.
            self._by_length[length] = [
                a for a in self._latin if 200 * min(length, len(a)) >= (CLOSE_LATIN - 0.01) * (length + len(a))
            ]
        return self._by_length[length]

    @cached_property
    def _chinese(self) -> dict[Sound, set[Named]]:
        """What Chinese names mean, by how they sound."""
        heard: dict[Sound, set[Named]] = {}
        for alias, named in self.aliases.items():
            if named.sense is Sense.STATE and re.fullmatch(f"[{CJK}]{{2,8}}", alias):
                heard.setdefault(sound(alias), set()).add(named)
        return heard

    @cached_property
    def _nearly(self) -> dict[Sound, list[Sound]]:
        """How Chinese names sound, by what is left of them without one syllable, with and without its place kept."""
        nearly: dict[Sound, list[Sound]] = {}
        for known in self._chinese:
            # 马马 is left without either of the two in one way.
            for key in {*_with_a_gap(known), *_one_less(known)}:
                nearly.setdefault(key, []).append(known)
        return nearly

    @cached_property
    def _spelt_out(self) -> dict[str, set[Named]]:
        """What Chinese names mean, by their pinyin as one word: yuenan."""
        words: dict[str, set[Named]] = {}
        for syllables, named in self._chinese.items():
            words.setdefault("".join(syllables), set()).update(named)
        return words

    def heard(self, norm: str, start: int, end: int) -> Mention | None:
        """The state whose name sounds like what is between start and end, in Chinese; None if there is none, or
        several."""
        named = self._chinese.get(sound(norm[start:end]), set())
        return Mention(start, end, next(iter(named)), guessed=True) if len(named) == 1 else None

    def _guess_chinese(self, word: str, start: int) -> Mention | None:
        if mention := self.heard(word, 0, len(word)):
            return Mention(start, start + len(word), mention.named, guessed=True)
        if len(word) < SHORTEST_CHINESE:
            return None
        syllables = sound(word)
        near = {known for key in (syllables, *_with_a_gap(syllables)) for known in self._nearly.get(key, ())}
        near.update(known for known in _one_less(syllables) if known in self._chinese)
        scored = [
            (_alike(syllables, known), n)
            for known in near
            if abs(len(known) - len(word)) <= 1
            for n in self._chinese[known]
        ]
        return self._clear(((score, n) for score, n in scored if score >= CLOSE_CHINESE), start, start + len(word))


_CODE = re.compile(r"(?<![A-Za-z])[A-Z]{2,3}(?![A-Za-z])")
_GENITIVE = re.compile("ай$")
"""Китай is Китая, of which the ending could be an adjective's."""
_ENDINGS = re.compile(
    "(?<=..)(?:ией|иями|иях|иям|ами|ями|ого|ому|ыми|ими|ов|ев|ой|ей|ом|ем|ам|ям|ах|ях|ии|ия|ию|ая|ую|ые|ый|ых|ым|ий|ую"
    "|[аяыиуюеойь])$"
)


def _uninflected(word: str) -> str:
    """A Russian word less one ending of a noun or adjective."""
    return _ENDINGS.sub("", word)


def _one_less(name: Sound) -> Iterator[Sound]:
    return (name[:i] + name[i + 1 :] for i in range(len(name)))


def _with_a_gap(name: Sound) -> Iterator[Sound]:
    return ((*name[:i], "", *name[i + 1 :]) for i in range(len(name)))


def _alike(a: Sound, b: Sound) -> float:
    """How alike two names sound, 0–100: by letters of their pinyin, if all but one syllable are the same."""
    if len(a) == len(b):
        return fuzz.ratio(" ".join(a), " ".join(b)) if sum(x != y for x, y in zip(a, b, strict=True)) == 1 else 0.0
    return (
        fuzz.ratio(" ".join(a), " ".join(b))
        if min(len(a), len(b)) >= SHORTEST_CHINESE and LCSseq.distance(a, b) == 1
        else 0.0
    )
