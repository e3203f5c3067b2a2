"""The bot's own sentences, loaded from content/wording/ and checked."""

from __future__ import annotations

import string
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from babel.dates import format_date, format_interval, format_skeleton
from babel.numbers import format_decimal, format_percent

from bot.errors import ContentError
from bot.language.content_files import load_toml
from bot.language.dates import Period
from bot.language.kept import kept
from bot.language.speaking import REPLY_LANGUAGES, ReplyLanguage, speaking
from bot.layers import Layers
from bot.wording.direction import isolated, isolated_runs
from bot.wording.fields import filled_in


def _year_or_day(day: date, *, begins: bool) -> date | int | None:
    """The year that a day begins or ends, else the day; None where it stands for an open beginning or end."""
    if day == (date.min if begins else date.max):
        return None
    return day.year if (day.month, day.day) == ((1, 1) if begins else (12, 31)) else day


def _of_months(period: Period) -> bool:
    """Whether a period is made of whole months."""
    first, last = (Period.of(day.year, day.month) for day in (period.first, period.last))
    return (period.first, period.last) == (first.first, last.last)


class Wording:
    """The bot's own sentences in one language."""

    def __init__(self, language: str, content: dict[str, Any]) -> None:
        self.language, self.speaking, self._content = language, speaking(language), content

    def __call__(self, key: str, **values: object) -> str:
        """The sentence under ``table.key``, filled in: of several, that in the plural form of the number it turns
        on."""
        table, _, name = key.partition(".")
        said = self._content[table][name]
        if isinstance(said, dict):
            number = values[said.get(_BY, _COUNT)]
            said = said[self.speaking.plural(number if isinstance(number, int) else 0)]
        if self.speaking.right_to_left:
            said = isolated_runs(said)
            values = {field: isolated(value) for field, value in values.items()}
        return str(said).format(**values)

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes of the examples."""
        return tuple(self._content["examples"])

    def examples(self, name: str) -> tuple[str, ...]:
        """Messages that can be sent, on that theme."""
        return tuple(self._content["examples"][name])

    def known_by(self, key: str) -> tuple[str, ...]:
        """The words of one kind by which the language is known, or asked for."""
        return tuple(self._content["language"][key])

    def date(self, day: date) -> str:
        """A date as this language writes it."""
        return str(format_date(day, "long", self.speaking.locale))

    def period(self, period: Period) -> str:
        """A year, a month, a day, or from one of them to another; open where it has no beginning or no end."""
        if period.first == period.last:
            return self.date(period.first)
        first, last = _year_or_day(period.first, begins=True), _year_or_day(period.last, begins=False)
        if period.year is not None:
            return str(first)
        if period == Period.of(period.first.year, period.first.month):
            return str(format_skeleton("yMMMM", period.first, locale=self.speaking.locale))
        of_years = isinstance(first, int) and isinstance(last, int)
        if first is not None and last is not None and _of_months(period) and not of_years:
            return str(format_interval(period.first, period.last, "yMMMM", locale=self.speaking.locale))
        said = (self.date(x) if isinstance(x, date) else str(x or "") for x in (first, last))
        return "–".join(said)

    def percent(self, share: float) -> str:
        """A share of 1 in per cent as this language writes it, to one place and without a nought behind the point."""
        locale = self.speaking.locale
        return str(format_percent(share, locale.percent_formats[None].pattern.replace("#,##0", "0.#"), locale))

    def decimal(self, number: float) -> str:
        """A number to two places as this language writes it."""
        return str(format_decimal(number, "0.00", self.speaking.locale))


def load(folder: Path | Layers) -> dict[str, Wording]:
    """content/wording/; ContentError where a language lacks a sentence or fills it in with what there is not."""
    shapes: dict[str, set[str]] = {}
    wordings: dict[str, Wording] = {}
    languages = [x.tag for x in REPLY_LANGUAGES]
    for language in languages:
        path = folder / f"{language}.toml"
        content = load_toml(path)
        shapes[language] = set(_checked(path, content, speaking(language)))
        wordings[language] = Wording(language, content)
    for language in languages:
        if lacking := sorted(set().union(*shapes.values()) - shapes[language]):
            raise ContentError(
                folder / f"{language}.toml",
                None,
                f"{lacking[0]} is missing; expected a sentence, as in the other languages",
            )
    return wordings


wordings_of = kept("*.toml")(load)
"""The same of a folder in layers, which is read again only where a file of it has changed."""


_BY, _COUNT = "by", "count"
"""In a sentence with plural forms: the key for the field with the number that it turns on, and that field where none is
named."""
_LISTS = frozenset({"examples", "language"})
"""The tables with lists: messages to send, and the words by which the language is known."""


def _checked(path: Path | Layers, content: dict[str, Any], language: ReplyLanguage) -> Iterator[str]:
    """The key of every sentence in a wording file; ContentError for one that could not be said."""
    for table, sentences in content.items():
        if not isinstance(sentences, dict):
            raise ContentError(path, None, f"{table} is {sentences!r:.40}; expected a table, [{table}]")
        for name, value in sentences.items():
            key = f"{table}.{name}"
            if table != "language":
                _fields_known(path, table, key, _texts(path, table, key, value, language))
            elif not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
                raise ContentError(path, None, f"{key} is {value!r:.40}; expected a list of words")
            yield key


def _texts(path: Path | Layers, table: str, key: str, value: Any, language: ReplyLanguage) -> list[str]:
    """The sentences under a key: one, several messages, or one for each plural form of the language."""
    if isinstance(value, dict):
        forms = language.plurals
        if set(value) - {_BY} != forms:
            raise ContentError(
                path, None, f"{key} has {', '.join(value)}; expected a sentence for each of {', '.join(sorted(forms))}"
            )
        if value.get(_BY, _COUNT) not in filled_in(table, key):
            raise ContentError(
                path,
                None,
                (
                    f"{key} turns on {value.get(_BY, _COUNT)!r}; expected one of "
                    f"{', '.join(sorted(filled_in(table, key)))}"
                ),
            )
        value, listed = [text for form, text in value.items() if form != _BY], False
    else:
        listed = isinstance(value, list)
        value = value if listed else [value]
    if not value or not all(isinstance(text, str) and text for text in value) or (table in _LISTS) != listed:
        raise ContentError(
            path, None, f"{key} is {value!r:.40}; expected {'a list of messages' if table in _LISTS else 'a sentence'}"
        )
    return list(value)


def _fields_known(path: Path | Layers, table: str, key: str, texts: list[str]) -> None:
    """ContentError where one of the sentences is filled in with what there is not."""
    for text in texts:
        try:
            parts = list(string.Formatter().parse(text))
        except ValueError as error:
            raise ContentError(
                path, None, f"{key}: {error}; expected {{name}} for what is filled in, {{{{ for a brace"
            ) from None
        # A format ({state:d}) or conversion counts as a part of the name, and is refused with it.
        fields = {
            field + (f":{form}" if form else "") + (f"!{how}" if how else "")
            for _, field, form, how in parts
            if field is not None
        }
        if unknown := sorted(fields - filled_in(table, key)):
            known = ", ".join(sorted(filled_in(table, key))) or "nothing"
            raise ContentError(path, None, f"{key} is filled in with {{{unknown[0]}}}; expected only {known}")
