"""The words by which it is known what is asked: content/cues.toml."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

from bot.errors import ContentError
from bot.language.names import LANGUAGES, load_toml, strings, tables
from bot.language.normal import CJK, normal
from bot.language.phrases import Phrases
from bot.language.reference_words import read_words
from bot.language.words import Sound, sound


class Cue(StrEnum):
    """What a word in a message can be a sign of; each is a table of content/cues.toml."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    NOT_CAST = "not_cast"
    CAST = "cast"
    STANCE = "stance"
    HOW = "how"
    WHO = "who"
    COUNTRIES = "countries"
    LIST = "list"
    HOW_MANY = "how_many"
    RESULT = "result"
    UNANIMOUS = "unanimous"
    INSTRUMENT = "instrument"
    SAME = "same"
    DIFFER = "differ"
    EXCEPT = "except"
    ONLY = "only"
    ALL = "all"
    ELSE = "else"
    NEGATION = "negation"
    FACT_SYMBOL = "fact_symbol"
    FACT_TITLE = "fact_title"
    FACT_BODY = "fact_body"
    FACT_ADOPTED = "fact_adopted"
    FACT_MEETING = "fact_meeting"
    FACT_SESSION = "fact_session"
    FACT_SESSION_DATES = "fact_session_dates"
    FACT_AGENDA = "fact_agenda"
    FACT_FOOTNOTE = "fact_footnote"
    FACT_COUNT = "fact_count"
    FULL = "full"
    OUTLINE = "outline"
    WHY = "why"
    OPINION = "opinion"
    FUTURE = "future"
    SPONSORS = "sponsors"
    PERSON = "person"
    MONEY = "money"
    PLACE = "place"
    OTHER_TIME = "other_time"
    AFTERMATH = "aftermath"
    OTHER_BODY = "other_body"
    LANGUAGE_VERSION = "language_version"
    CHAT = "chat"
    INJECTION = "injection"
    HIDES = "hides"
    """Not a cue but its opposite: what stands inside such a phrase is none."""
    GREETING = "greeting"
    THANKS = "thanks"
    HELP = "help"
    AND_THEN = "and_then"
    CORRECTION = "correction"
    AMONG = "among"
    BACK = "back"
    MORE = "more"
    DOCUMENTS = "documents"
    AGREEMENT = "agreement"
    OTHER_ONE = "other_one"
    IT = "it"
    THIS_PARAGRAPH = "this_paragraph"
    WHERE = "where"
    IT_IS_SAID = "it_is_said"
    BEGINNING = "beginning"
    ASKED = "asked"
    TO_DO = "to_do"
    MENTIONS = "mentions"
    CITE = "cite"
    THAT_SENTENCE = "that_sentence"
    WHICH_NUMBER = "which_number"
    OF_SHOWN = "of_shown"
    FROM_WHERE = "from_where"
    QUESTION = "question"
    FILLER = "filler"


OF_PARAGRAPHS = frozenset({
    Cue.BEGINNING, Cue.ASKED, Cue.TO_DO, Cue.MENTIONS, Cue.CITE, Cue.THAT_SENTENCE, Cue.WHICH_NUMBER, Cue.OF_SHOWN, Cue.FROM_WHERE
})  # fmt: skip
"""Words that are signs only beside one another, and understood by themselves say nothing: 请, it, what does."""

Spans = dict[Cue, list[tuple[int, int]]]
"""Where each cue that a message has stands in it."""


_LESS_SURE = frozenset({Cue.WHERE, Cue.IT_IS_SAID, Cue.WHY, Cue.ABSTAIN, Cue.FACT_COUNT})
_SURER = frozenset({Cue.STANCE, Cue.CAST, Cue.HOW, Cue.FACT_TITLE, Cue.FACT_ADOPTED, Cue.FACT_SYMBOL, Cue.OUTLINE, Cue.IT_IS_SAID})
"""Cues whose longer phrases outweigh shorter ones of _LESS_SURE inside them."""


class Lexicon:
    """The cues and the words of references."""

    def __init__(self, path: Path) -> None:
        """Load content/cues.toml, and references.toml beside it; ContentError where a table is missing, unknown, or no list of words."""
        content = load_toml(path)
        keys = frozenset(LANGUAGES)
        list(tables(path, content, keys))
        for name in content:
            if name not in set(Cue):
                raise ContentError(path, None, f"[{name}] is not a cue; expected one of {', '.join(Cue)}")
        missing = [cue for cue in Cue if cue not in content]
        if missing:
            raise ContentError(path, None, f"[{missing[0]}] is missing; expected a table of words for it")
        self._cues = Phrases((word, Cue(name)) for name, table in content.items() for word in _words(path, name, table))
        self._words = {name: _words(path, name, table) for name, table in content.items()}
        self.filler = frozenset(self._words[Cue.FILLER])
        self.references, self.holders = read_words(path.with_name("references.toml"))

    @cached_property
    def _heard(self) -> dict[Sound, Cue]:
        """The words for a vote of two Chinese characters, by how they sound."""
        words = {w: cue for cue in (Cue.YES, Cue.NO, Cue.ABSTAIN) for w in self._words[cue] if re.fullmatch(f"[{CJK}]{{2}}", w)}
        return {sound(normal(word)): cue for word, cue in words.items()}

    def heard(self, text: str) -> Spans:
        """The cues of a vote that a text has by sound, though not as they are written: 反兑, 赞城."""
        found: Spans = {}
        for piece in re.finditer(f"[{CJK}]{{2,}}", text):
            for start in range(piece.start(), piece.end() - 1):
                if cue := self._heard.get(sound(text[start : start + 2])):
                    found.setdefault(cue, []).append((start, start + 2))
        return found

    def cues(self, text: str) -> Spans:
        """Every cue in a text in normal form, with where it stands."""
        matches = list(self._cues.everywhere(text))
        hidden = [(start, end) for start, end, cue in matches if cue is Cue.HIDES]
        # 企边度 asks for a side, and its 边度 not for a place in the text.
        told = [(start, end) for start, end, cue in matches if cue in _SURER]
        matches = [m for m in matches if m[2] not in _LESS_SURE or not any(a <= m[0] and m[1] <= b and b - a > m[1] - m[0] for a, b in told)]
        found: Spans = {}
        for start, end, cue in matches:
            if not any(a <= start and end <= b for a, b in hidden):
                found.setdefault(cue, []).append((start, end))
        if hidden:
            found[Cue.FILLER] = found.get(Cue.FILLER, []) + hidden
        return found


def _words(path: Path, name: str, table: dict[str, Any]) -> list[str]:
    return [word for language in table for word in strings(path, table, language, f"[{name}]")]
