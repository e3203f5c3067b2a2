"""States, territories and groups of states with every name of theirs.

They stand in content/names/ and content/groups.toml, on top of CLDR (through Babel).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from babel import Locale

from bot.errors import ContentError
from bot.language.content_files import load_toml, read_toml, strings, tables
from bot.language.named import EarlierName, Group, Named, Sense, Spells, State
from bot.language.normal import normal, read
from bot.language.russian import Endings
from bot.language.speaking import REPLY_LANGUAGES
from bot.layers import Layers

CLDR_LOCALES = ("zh_Hans", "zh_Hant", "zh_Hant_HK", "en", "fr", "es", "ru", "ar")
"""The usages whose names of states are taken from CLDR."""


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


_OTHERS = ("fr", "es", "ru", "ar")

_STATE_KEYS = frozenset(
    {"alpha2", "zh", "zh_hant", "en", *_OTHERS, "formal", "also", "exact", "cased", "demonyms", "short"}
)

_FORMER_KEYS = frozenset({"zh", "zh_hant", "en", *_OTHERS, "until", "also"})

_EARLIER_KEYS = frozenset({"zh", "zh_hant", "en", *_OTHERS, "state", "codes", "since", "until"})

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

_NO_NAMES = frozenset({"members", "means", "record", "codes_that_are_words", "russian_endings"})
"""The lists in these files that hold no names."""

_DISPLAYED = ("zh", "en", "zh_short", "en_short")
"""The names in them that are no lists."""


def _claimed(folder: Path | Layers) -> frozenset[str]:
    """The names that the owner's files give, in normal form: they go before what the program says of these names."""
    if not isinstance(folder, Layers):
        return frozenset()
    paths = [*(folder / "names").glob("*.toml"), folder / "groups.toml"]
    claimed: set[str] = set()
    left: list[Any] = [read_toml(path.own) for path in paths if path.owned]
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


def _named_until(entry: dict[str, Any]) -> bool:
    """Whether an entry has a name to show in each language, and a last day."""
    return all(isinstance(entry.get(key), str) for key in _SHOWN.values()) and isinstance(entry.get("until"), date)


_SPELL = re.compile(r"\d{4}-\d\d-\d\d/(?:\d{4}-\d\d-\d\d|\.\.)(?:, (?=\d)|$)")


def _spell(said: str) -> tuple[date, date]:
    """The first day and the last one, after ISO 8601; ValueError where one is none of the calendar."""
    first, _, last = said.partition("/")
    return date.fromisoformat(first), date.max if last == ".." else date.fromisoformat(last)


def _is_code(code: str, length: int) -> bool:
    """Whether it is as many capital letters of English."""
    return len(code) == length and code.isascii() and code.isalpha() and code.isupper()


class Gazetteer:
    """Every state, territory and group of content/, and what each name means."""

    def __init__(self, folder: Path | Layers) -> None:
        """Load names/ and groups.toml of that content folder, or of its layers; ContentError if not sound."""
        names = folder / "names"
        self._claimed = _claimed(folder)
        self.states: dict[str, State] = {}
        self.groups: dict[str, Group] = {}
        self.shorts: dict[str, str] = {}
        """The single characters used in compounds (中美), each with its alpha-3 code."""
        self.in_records: dict[str, str] = {}
        """Ambiguous names that mean one state where the record of a vote prints them: Congo."""
        self.exact: set[str] = set()
        """Names in normal form that are never guessed at."""
        self.cased: dict[str, str] = {}
        """Those of them that are words where they are written otherwise, as they are written: La Paz, EAU."""
        table = Table(self._claimed)
        self._meant: list[tuple[Path | Layers, str]] = []
        self._declared(names, table)
        for file in ("states.toml", "territories.toml"):
            self._states(names / file, table)
        self._former(names / "former.toml", table)
        self.continued = self._earlier(names / "earlier.toml", table)
        """The codes of members under older names, each with the member's code today: SUN, RUS."""
        for path, code in self._meant:
            if code not in self.states:
                raise ContentError(path, None, f"{code} is not a code; expected one of content/names")
        self._cldr(table)
        self._groups(folder / "groups.toml", table)
        words = load_toml(names / "words.toml", self._claimed)
        for word in strings(names / "words.toml", words, "names_in_words", "words"):
            table.add(word, Named(Sense.WORD), names / "words.toml")
        self.codes_that_are_words = frozenset(strings(names / "words.toml", words, "codes_that_are_words", "words"))
        """Codes that mean a state only in a row of codes: ARE, CAN."""
        self.russian = Endings(strings(names / "words.toml", words, "russian_endings", "words"))
        self.aliases: dict[str, Named] = table.named
        """Every name in normal form, with what it means."""

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
                self.in_records |= {
                    normal(alias): code for code in record for alias in strings(path, entry, "names", where)
                }
                for alias in strings(path, entry, "names", where):
                    table.add(alias, Named(sense, codes), path)
                    table.mark(alias, path)

    def _states(self, path: Path | Layers, table: Table) -> None:
        for code, entry in tables(path, load_toml(path, self._claimed), _STATE_KEYS):
            if not _is_code(code, 3):
                raise ContentError(path, None, f"[{code}] is not a code; expected ISO 3166-1 alpha-3")
            if code in self.states:
                raise ContentError(path, None, f"[{code}] stands in states.toml already; expected each code once")
            for key in ("alpha2", "zh", "en", *({"zh_hant", *_OTHERS} & set(entry))):
                if not isinstance(entry.get(key), str):
                    raise ContentError(path, None, f"[{code}] has no {key}; expected a string")
            alpha2 = entry["alpha2"]
            if not _is_code(alpha2, 2):
                raise ContentError(path, None, f"[{code}] alpha2 is “{alpha2}”; expected two capital letters")
            self.states[code] = State(code, alpha2, entry["zh"], entry["en"], _names_of(entry, alpha2))
            if (short := entry.get("short")) and self.shorts.setdefault(normal(short), code) != code:
                raise ContentError(
                    path,
                    None,
                    (
                        f"[{code}] short “{short}” is that of {self.shorts[normal(short)]}; expected a character of "
                        f"its own"
                    ),
                )
            lists = (strings(path, entry, key, f"[{code}]") for key in ("formal", "also", "exact", "cased", "demonyms"))
            self.cased |= {normal(x): read(x).cased for x in strings(path, entry, "cased", f"[{code}]")}
            self.exact |= {normal(x) for key in ("exact", "cased") for x in strings(path, entry, key, f"[{code}]")}
            shown = [entry[key] for key in _SHOWN.values() if key in entry]
            for alias in [*shown, *(a for each in lists for a in each)]:
                table.add(alias, Named(Sense.STATE, (code,)), path)
                table.mark(alias, path)

    def _former(self, path: Path | Layers, table: Table) -> None:
        """Enter the former states."""
        for code, entry in tables(path, load_toml(path), _FORMER_KEYS):
            if not _is_code(code, 3) or code in self.states or not _named_until(entry):
                raise ContentError(
                    path,
                    None,
                    f"[{code}] is not sound; expected a code of its own, a name in each language, and until, a date",
                )
            names = {language: entry[of] for language, of in _SHOWN.items()}
            self.states[code] = State(code, "", entry["zh"], entry["en"], names, entry["until"])
            for alias in [*names.values(), *strings(path, entry, "also", f"[{code}]")]:
                table.add(alias, Named(Sense.STATE, (code,)), path)
                table.mark(alias, path)

    def _earlier(self, path: Path | Layers, table: Table) -> dict[str, str]:
        """Enter what members of today were called before; the codes that they had then, each with that of today."""
        continued: dict[str, str] = {}
        content = load_toml(path)
        numbered = {f"[name] {i}": entry for i, entry in enumerate(content.get("name", []), 1)}
        for where, entry in tables(path, numbered, _EARLIER_KEYS):
            code, since = entry.get("state"), entry.get("since", date.min)
            codes = strings(path, entry, "codes", where)
            if code not in self.states or not _named_until(entry) or set(codes) & set(self.states):
                raise ContentError(
                    path,
                    None,
                    f"{where} is not sound; expected state, the code of one of today, a name in each language, until, "
                    "a date, and in codes none of a state of today",
                )
            names = {language: entry[of] for language, of in _SHOWN.items()}
            earlier = EarlierName(names, since, entry["until"])
            self.states[code] = replace(self.states[code], earlier=(*self.states[code].earlier, earlier))
            continued |= dict.fromkeys(codes, code)
            for alias in names.values():
                table.add(alias, Named(Sense.STATE, (code,)), path)
                table.mark(alias, path)
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

    def _dates(self, path: Path | Layers, key: str, entry: Any) -> tuple[date, dict[str, Spells]]:
        """Since when a group is one, and the spells of its members: from/until, .. for no such day; several of who left
        and came back."""
        where = f"[{key}.dates]"
        if not isinstance(entry, dict) or (entry and not isinstance(entry.get("source"), str)):
            raise ContentError(path, None, f"{where} has no source; expected where its days are from")
        since = entry.get("since", date.min)
        if type(since) is not date:
            raise ContentError(path, None, f"{where} since is {since!r}; expected a day, as in 1993-11-01")
        spells = {}
        for code, said in entry.items():
            if code in ("source", "since"):
                continue
            if code not in self.states:
                raise ContentError(path, None, f"{where} has the member {code}; expected a code of content/names")
            if not isinstance(said, str) or not said or _SPELL.sub("", said):
                raise ContentError(
                    path,
                    None,
                    f"{where} {code} is {said!r}; expected from/until, as in 1973-01-01/2020-01-31 or 1995-01-01/..",
                )
            try:
                spells[code] = tuple(map(_spell, said.split(", ")))
            except ValueError:
                raise ContentError(path, None, f"{where} {code} is {said!r}; expected days of the calendar") from None
        return since, spells
