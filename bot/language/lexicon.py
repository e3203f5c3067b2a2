"""The words by which it is known what is asked: content/cues.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from bot.errors import ContentError
from bot.language.content_files import LANGUAGES, load_toml, strings, tables
from bot.language.normal import BLANK, CJK, Text, normal
from bot.language.phrases import ARABIC_ARTICLE, Phrases
from bot.language.reference_words import read_words
from bot.language.shapes import Shape
from bot.language.words import Sound, sound
from bot.layers import Layers
from bot.resolution import Span


class Cue(StrEnum):
    """What a word in a message can be a sign of; each is a table of content/cues.toml."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    YES_AND_NO = "yes_and_no"
    """Both at once: oui ni non, yes or no."""
    NOT_CAST = "not_cast"
    CAST = "cast"
    STANCE = "stance"
    TAKE_PART = "take_part"
    """That it is asked whether states voted at all."""
    HOW = "how"
    WHO = "who"
    WHICH_OF = "which_of"
    """Asks who, right before a group."""
    COUNTRIES = "countries"
    LIST = "list"
    HOW_MANY = "how_many"
    RESULT = "result"
    UNANIMOUS = "unanimous"
    INSTRUMENT = "instrument"
    PROVISION = "provision"
    """A word for a numbered part of an instrument: article 4 of the Declaration."""
    SAME = "same"
    DIFFER = "differ"
    EXCEPT = "except"
    ONLY = "only"
    ALL = "all"
    ELSE = "else"
    NEGATION = "negation"
    NEGATES_VERB = "negates_verb"
    """Negates a word for a vote right behind it, and asks before all others: ما وافق, and ما الدول."""
    WHETHER = "whether"
    """有没有, 是不是: asks, and negates nothing."""
    RHETORICAL = "rhetorical"
    """不是…吗 supposes what follows."""
    YES_OR_NO = "yes_or_no"
    """A sign that yes or no is asked for."""
    OR = "or"
    VOTING = "voting"
    """What may stand between a negation and the word for a vote."""
    WHO_VOTES = "who_votes"
    """What may stand between 有没有 and the word for a vote besides."""
    LEAVE = "leave"
    """Before a name, with OUT behind it: leave China out."""
    OUT = "out"
    PUT_BACK = "put_back"
    """Before a name: left out with others, and taken back in."""
    PUT_BACK_BEHIND = "put_back_behind"
    """The same, behind it."""
    EXCEPT_BEHIND = "except_behind"
    """Stands behind what is left out."""
    NOT_OF = "not_of"
    """Before a group: those that are not in it."""
    OF_THOSE = "of_those"
    """Between two groups: those in both."""
    BEING = "being"
    """Between voters and a group: says that they are of it."""
    IN_BOTH = "in_both"
    """Before two groups: those in both."""
    JOIN = "join"
    """Between names: all of them."""
    MEMBERS = "members"
    """What may stand between a name and what joins it to another."""
    BOTH = "both"
    EITHER = "either"
    NEITHER = "neither"
    NO_ONE = "no_one"
    NOT_ALL = "not_all"
    COMPARE = "compare"
    SHARE = "share"
    OF_THE_VOTES = "of_the_votes"
    """What a share is of, where it is of those who voted so, and not of a group."""
    UNITED = "united"
    SPLIT = "split"
    MOST = "most"
    RANKS = "ranks"
    BY_GROUP = "by_group"
    WHICH_GROUP = "which_group"
    INCLUDED = "included"
    MAJORITY = "majority"
    LEAST = "least"
    LIKE = "like"
    """Before a state: voted as it did."""
    CONCORD = "concord"
    """A negation that goes with "no one" and "neither" in some languages, and adds nothing to them."""
    DIFFERENCE = "difference"
    KIND_OF = "kind_of"
    """A word for states, before which a word may stand that says which."""
    MOST_OF = "most_of"
    """The greater part of a group."""
    FIRST_ONE = "first_one"
    THERE_IS = "there_is"
    THE_TEXT = "the_text"
    """A word for “it” that mostly means the document."""
    ANY_ONE = "any_one"
    RATIO = "ratio"
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
    BRIEF = "brief"
    WHY = "why"
    NOT_THERE = "not_there"
    MEANING = "meaning"
    """Asks what words mean."""
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
    TRANSLATE = "translate"
    SERVICE = "service"
    INJECTION = "injection"
    HIDES = "hides"
    """Not a cue but its opposite: what stands inside such a phrase is none."""
    GREETING = "greeting"
    THANKS = "thanks"
    HELP = "help"
    ABOUT_BOT = "about_bot"
    COMPLAINT = "complaint"
    AND_THEN = "and_then"
    CORRECTION = "correction"
    AMONG = "among"
    BACK = "back"
    START = "start"
    """Back to where the text begins."""
    MORE = "more"
    DOCUMENTS = "documents"
    AGREEMENT = "agreement"
    ALWAYS = "always"
    EVER = "ever"
    TIMES = "times"
    OFTEN = "often"
    ALIKE = "alike"
    CHANGED = "changed"
    ON_SUBJECT = "on_subject"
    BY_YEAR = "by_year"
    BY_BODY = "by_body"
    BY_SUBJECT = "by_subject"
    CHART = "chart"
    """That a picture is wanted."""
    CSV = "csv"
    """That a table is wanted, as a file."""
    ALL_DOCUMENTS = "all_documents"
    NARROWEST = "narrowest"
    MARGIN = "margin"
    MOST_VOTES = "most_votes"
    EARLIEST = "earliest"
    LATEST_ONE = "latest_one"
    ALL_IN_FAVOUR = "all_in_favour"
    REJECTED = "rejected"
    CONTESTED = "contested"
    OTHER_ONE = "other_one"
    IT = "it"
    THIS_PARAGRAPH = "this_paragraph"
    WHERE = "where"
    IT_IS_SAID = "it_is_said"
    BEGINNING = "beginning"
    FIRST_ASKED = "first_asked"
    """What was asked about at the beginning of a conversation."""
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
    NO_NAMES = "no_names"
    """What holds no name, whatever its characters may look like with those beside them."""


OF_PARAGRAPHS = frozenset({
    Cue.BEGINNING, Cue.ASKED, Cue.TO_DO, Cue.MENTIONS, Cue.CITE, Cue.THAT_SENTENCE, Cue.WHICH_NUMBER, Cue.OF_SHOWN,
    Cue.FROM_WHERE, Cue.ON_SUBJECT, Cue.FIRST_ASKED,
})  # fmt: skip
"""Words that are signs only beside one another, and understood by themselves say nothing: 请, it, what does."""

Spans = dict[Cue, list[Span]]
"""Where each cue that a message has stands in it."""


_LESS_SURE = frozenset({Cue.WHERE, Cue.IT_IS_SAID, Cue.WHY, Cue.ABSTAIN, Cue.FACT_COUNT, Cue.FUTURE})
_SURER = frozenset({
    Cue.RESULT, Cue.STANCE, Cue.CAST, Cue.HOW, Cue.FACT_TITLE, Cue.FACT_ADOPTED, Cue.FACT_SYMBOL, Cue.OUTLINE,
    Cue.IT_IS_SAID,
})  # fmt: skip
"""Cues whose longer phrases outweigh shorter ones of _LESS_SURE inside them."""


_OVERRULING = (Cue.ALL, Cue.NOT_ALL, Cue.CHAT, Cue.NO, Cue.NO_ONE, Cue.EITHER)
"""Cues inside whose phrases words of certain others are not read."""
_PARTS_OF = {Cue.CAST: Cue.CHAT, Cue.NOT_OF: Cue.NO_ONE, Cue.ONLY: Cue.EITHER}
"""Cues whose words are none inside a longer one of another: 机票 is no 票, not one of them, un seul d'entre eux."""
_LEFTMOST = (Cue.WHETHER,)
"""Cues of which none is read that begins inside another: 有没有没投 has no second 有没 in it."""


_NEGATIVE = frozenset({Cue.NEGATION, Cue.NOT_OF, Cue.NO_ONE, Cue.NOT_ALL, Cue.NEITHER, Cue.EXCEPT, Cue.CORRECTION})
"""Cues that are none where they are part of a word that asks: 是不是 negates nothing."""


def longest(spans: Iterable[Span]) -> list[Span]:
    """The spans without those that stand inside another."""
    found: list[Span] = []
    for start, end in sorted(set(spans), key=lambda s: (s[0], -s[1])):
        if not found or end > found[-1][1]:
            found.append((start, end))
    return found


def _leftmost(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """From left to right, the longest at each place, none overlapping."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def _negating_verbs(matches: list[tuple[int, int, Cue]], text: str) -> list[tuple[int, int, Cue]]:
    """The cues, with those that negate a verb as negations before words for a vote, and without them elsewhere."""
    votes = {start for start, _, cue in matches if cue in (Cue.YES, Cue.NO, Cue.ABSTAIN)}
    votes = {start for start in votes if not text.startswith(ARABIC_ARTICLE, start)}  # No verb has an article.
    negating = [(a, b, Cue.NEGATION) for a, b, cue in matches if cue is Cue.NEGATES_VERB and b + 1 in votes]
    return [*negating, *(m for m in matches if m[2] is not Cue.NEGATES_VERB)]


def _without_nor(matches: list[tuple[int, int, Cue]], text: str) -> list[tuple[int, int, Cue]]:
    """The cues without negations in a word for “nor” between two names, or two votes, before which nothing is negated:
    it is one for “or” there, as in هندوراس ولا باراغواي."""
    votes = [(start, end) for start, end, cue in matches if cue in (Cue.YES, Cue.NO, Cue.ABSTAIN)]
    before = {end for _, end in votes} | {i + 1 for i, c in enumerate(text) if c == BLANK}
    behind = {start for start, _ in votes} | {i for i, c in enumerate(text) if c == BLANK}
    neither = {(start, end) for start, end, cue in matches if cue is Cue.NEITHER}
    nor = [(start, end) for start, end, cue in matches if cue is Cue.OR and (start, end) not in neither]
    nor = [(start, end) for start, end in nor if start - 1 in before and end + 1 in behind]
    inside = {m for m in matches if m[2] in _NEGATIVE and any(a <= m[0] and m[1] <= b for a, b in nor)}
    first = min((start for start, end, cue in {*matches} - inside if cue in _NEGATIVE), default=None)
    return [m for m in matches if m not in inside or (first is not None and first < m[0])]


_LATELY = 32
"""Of how many texts what was found is kept: a message and its pieces are looked at four times over, on the average."""


class Lexicon:
    """The cues and the words of references."""

    def __init__(self, path: Path | Layers) -> None:
        """Load content/cues.toml, and references.toml beside it; ContentError where a table is missing, unknown, or no
        list of words."""
        content = load_toml(path)
        keys = frozenset(LANGUAGES)
        list(tables(path, content, keys))
        for name in content:
            if name not in (*Cue, *Shape):
                raise ContentError(path, None, f"[{name}] is not a cue; expected one of {', '.join((*Cue, *Shape))}")
        missing = [cue for cue in (*Cue, *Shape) if cue not in content]
        if missing:
            raise ContentError(path, None, f"[{missing[0]}] is missing; expected a table of words for it")
        self._no_names = Phrases((word, Cue.NO_NAMES) for word in _words(path, Cue.NO_NAMES, content[Cue.NO_NAMES]))
        self._words = {name: _words(path, name, table) for name, table in content.items()}
        self._cues = Phrases((word, cue) for cue in Cue for word in self._words[cue])
        self._shapes = Phrases((word, shape) for shape in Shape for word in self._words[shape])
        self._cues_of, self._shapes_of = lru_cache(_LATELY)(self._cues_found), lru_cache(_LATELY)(self._shapes_found)
        self.filler = frozenset(self._words[Cue.FILLER])
        self.references, self.holders = read_words(path.with_name("references.toml"))

    @cached_property
    def _heard(self) -> dict[Sound, Cue]:
        """The words for a vote of two Chinese characters, by how they sound."""
        words = {
            w: cue
            for cue in (Cue.YES, Cue.NO, Cue.ABSTAIN)
            for w in self._words[cue]
            if re.fullmatch(f"[{CJK}]{{2}}", w)
        }
        return {sound(normal(word)): cue for word, cue in words.items()}

    @cached_property
    def voting(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words, of four letters or more, of which phrases of voting are made: whole ones, and those that go on."""
        phrases = [w for cue in (Cue.YES, Cue.NO, Cue.ABSTAIN, Cue.CAST) for w in self._words[cue]]
        whole, stems = (
            frozenset(
                word
                for phrase in phrases
                if phrase.endswith("*") is goes_on
                for word in normal(phrase.strip("^$*")).split()
                if len(word) > 3 and word.isalpha()
            )
            for goes_on in (False, True)
        )
        return whole, stems

    def no_names(self, text: Text) -> list[tuple[int, int]]:
        """Where no name is sought: 其中亚洲 has no 中亚 in it, and au moins no African Union; in capitals, AU is
        one."""
        found = ((start, end) for start, end, _ in self._no_names.everywhere(text.norm))
        return [(start, end) for start, end in found if text.cased[start:end] == text.cased[start:end].lower()]

    def shapes(self, text: str) -> dict[Shape, list[Span]]:
        """Where words stand in a text in normal form that tell how it is built; to be left as it is."""
        return self._shapes_of(text)

    def _shapes_found(self, text: str) -> dict[Shape, list[Span]]:
        found: dict[Shape, list[Span]] = {}
        for start, end, shape in self._shapes.everywhere(text):
            found.setdefault(shape, []).append((start, end))
        return found

    def heard(self, text: str) -> Spans:
        """The cues of a vote that a text has by sound, though not as they are written: 反兑, 赞城."""
        found: Spans = {}
        for piece in re.finditer(f"[{CJK}]{{2,}}", text):
            for start in range(piece.start(), piece.end() - 1):
                if cue := self._heard.get(sound(text[start : start + 2])):
                    found.setdefault(cue, []).append((start, start + 2))
        return found

    def cues(self, text: str) -> Spans:
        """Every cue in a text in normal form, with where it stands; to be left as it is."""
        return self._cues_of(text)

    def _cues_found(self, text: str) -> Spans:
        matches = _without_nor(_negating_verbs(list(self._cues.everywhere(text)), text), text)
        hidden = [(start, end) for start, end, cue in matches if cue is Cue.HIDES]
        # 企边度 asks for a side, and its 边度 not for a place in the text.
        told = [(start, end) for start, end, cue in matches if cue in _SURER]
        matches = [
            m
            for m in matches
            if m[2] not in _LESS_SURE or not any(a <= m[0] and m[1] <= b and b - a > m[1] - m[0] for a, b in told)
        ]
        found: Spans = {}
        of = {cue: [(start, end) for start, end, c in matches if c is cue] for cue in _OVERRULING}
        whole = {cue: _leftmost([(s, e) for s, e, c in matches if c is cue]) for cue in _LEFTMOST}
        for start, end, cue in matches:
            if cue in whole and (start, end) not in whole[cue]:
                continue
            if cue in _NEGATIVE and any(a < end and start < b for a, b in whole[Cue.WHETHER]):
                continue
            if cue is Cue.EXCEPT and any(a <= start and end < b for a, b in of[Cue.ALL]):
                continue  # Without exception.
            if cue is Cue.NOT_OF and any(a <= start and start < b for a, b in of[Cue.NOT_ALL]):
                continue  # 不是所有.
            if cue in (Cue.NO_ONE, Cue.NOT_OF) and any(a < start < b for a, b in of[Cue.NO]):
                continue  # Voted no; votaron que no miembros de la OTAN.
            longer = of[_PARTS_OF[cue]] if cue in _PARTS_OF else ()
            if any(a <= start and end <= b and b - a > end - start for a, b in longer):
                continue
            if not any(a <= start and end <= b for a, b in hidden):
                found.setdefault(cue, []).append((start, end))
        if hidden:
            found[Cue.FILLER] = found.get(Cue.FILLER, []) + hidden
        return found


def _words(path: Path | Layers, name: str, table: dict[str, Any]) -> list[str]:
    return [word for language in table for word in strings(path, table, language, f"[{name}]")]
