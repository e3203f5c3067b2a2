"""The bot's own sentences, loaded from content/wording/ and checked."""

from __future__ import annotations

import string
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bot.errors import ContentError
from bot.language.names import load_toml
from bot.layers import Layers
from bot.wording.fields import filled_in
from bot.wording.languages import LANGUAGES

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Wording:
    """The bot's own sentences in one language."""

    def __init__(self, language: str, content: dict[str, Any]) -> None:
        self.language, self._content = language, content

    def __call__(self, key: str, **values: object) -> str:
        """The sentence under ``table.key``, filled in."""
        table, _, name = key.partition(".")
        return str(self._content[table][name]).format(**values)

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes of the examples."""
        return tuple(self._content["examples"])

    def examples(self, name: str) -> tuple[str, ...]:
        """Messages that can be sent, on that theme."""
        return tuple(self._content["examples"][name])

    def date(self, day: date) -> str:
        """A date as this language writes it."""
        return self("format.date", year=day.year, month=day.month, day=day.day, month_en=_MONTHS[day.month - 1])


def load(folder: Path | Layers) -> dict[str, Wording]:
    """content/wording/; ContentError where a language lacks a sentence or fills it in with what there is not."""
    shapes: dict[str, set[str]] = {}
    wordings: dict[str, Wording] = {}
    for language in LANGUAGES:
        path = folder / f"{language}.toml"
        content = load_toml(path)
        shapes[language] = set(_checked(path, content))
        wordings[language] = Wording(language, content)
    for language in LANGUAGES:
        if lacking := sorted(set().union(*shapes.values()) - shapes[language]):
            raise ContentError(folder / f"{language}.toml", None, f"{lacking[0]} is missing; expected a sentence, as in the other languages")
    return wordings


def _checked(path: Path | Layers, content: dict[str, Any]) -> Iterator[str]:
    """The key of every sentence in a wording file; ContentError for one that could not be said."""
    for table, sentences in content.items():
        if not isinstance(sentences, dict):
            raise ContentError(path, None, f"{table} is {sentences!r:.40}; expected a table, [{table}]")
        for name, value in sentences.items():
            key = f"{table}.{name}"
            texts = value if isinstance(value, list) else [value]
            if not texts or not all(isinstance(text, str) and text for text in texts) or (table == "examples") != isinstance(value, list):
                raise ContentError(path, None, f"{key} is {value!r:.40}; expected {'a list of messages' if table == 'examples' else 'a sentence'}")
            for text in texts:
                try:
                    parts = list(string.Formatter().parse(text))
                except ValueError as error:
                    raise ContentError(path, None, f"{key}: {error}; expected {{name}} for what is filled in, {{{{ for a brace") from None
                # A format ({state:d}) or conversion counts as a part of the name, and is refused with it.
                fields = {field + (f":{form}" if form else "") + (f"!{how}" if how else "") for _, field, form, how in parts if field is not None}
                if unknown := sorted(fields - filled_in(table, key)):
                    known = ", ".join(sorted(filled_in(table, key))) or "nothing"
                    raise ContentError(path, None, f"{key} is filled in with {{{unknown[0]}}}; expected only {known}")
            yield key
