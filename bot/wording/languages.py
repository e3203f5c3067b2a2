"""In which language a message is answered, which language it asks for, and whether it is in one that is not spoken
here.

What is known of a language by its words stands under [language] in its file in content/wording/.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from babel.core import get_global

from bot.language import normal
from bot.language.identifier import identifier
from bot.language.names import Names
from bot.language.speaking import DEFAULT, FALLBACK, OFFICIAL, REPLY_LANGUAGES, speaking

if TYPE_CHECKING:
    from bot.wording.sentences import Wording

_SCRIPTS = {
    "ARABIC": "Arab", "ARMENIAN": "Armn", "BENGALI": "Beng", "CYRILLIC": "Cyrl", "DEVANAGARI": "Deva",
    "ETHIOPIC": "Ethi",
    "GEORGIAN": "Geor", "GREEK": "Grek", "GUJARATI": "Gujr", "GURMUKHI": "Guru", "HANGUL": "Hang", "HEBREW": "Hebr",
    "HIRAGANA": "Hira", "KANNADA": "Knda", "KATAKANA": "Kana", "KHMER": "Khmr", "LAO": "Laoo", "LATIN": "Latn",
    "MALAYALAM": "Mlym",
    "MYANMAR": "Mymr", "SINHALA": "Sinh", "TAMIL": "Taml", "TELUGU": "Telu", "THAI": "Thai", "TIBETAN": "Tibt",
}  # fmt: skip
"""The first word of a letter's name in Unicode → its script in ISO 15924."""
_SIGNS = {"es": ("¿", "¡"), "en": ("'s ", "’s ")}
"""What stands in one language alone, and says as much of it as the name of a state."""
_LATIN = "Latn"
_ALPHABETS = {"Cyrl": frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяё"), "Arab": frozenset(map(chr, range(0x621, 0x64B)))}
"""The letters of the language spoken here, by script, where others that are written in it have more: ї, ј; پ, چ."""
_KINDS = ("words", "answer", "unread", "text")
"""The lists by which a language is known."""
SURE_OF_ANOTHER = 0.5
"""How probable a language that is not spoken here has to be where a message was not understood. Of 29 questions in
Portuguese, Italian, German, Romanian, Catalan, Dutch, Swedish, Polish, Turkish, Indonesian, Vietnamese and Swahili
that are more than thanks, all but one are at 0.54 or more; of 2,788 messages in those spoken two in Latin letters are
above, one of them Chinese in pinyin."""
SURE_THOUGH_UNDERSTOOD = 0.75
"""The same where a message seems to be understood (Como votou o Brasil?), so that no word of it is read as another
language's. None of those 2,788 in Latin letters reaches that; 23 of the 29 do."""
SURE_BY_WORDS = 0.97
"""The same where every letter is one that a language spoken here has too, and nothing was understood. Of those 2,788
none is above; at 0.96 is a name with hardly a word (Кроме Кыргызстана?)."""
_VOWELS = frozenset("aeiouyàáéèíóú")
_SHORTEST = 2
"""Letters of words that stand in any text."""
FEW_LETTERS = 8
"""A message with fewer letters is in no language that can be told by guessing."""


@lru_cache(maxsize=1024)
def _script(letter: str) -> str:
    """The script of a letter; empty for others than those of _SCRIPTS."""
    return _SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0], "")


def _scripts(message: str) -> Counter[str]:
    """How many letters of each script a message has; a symbol such as A/HRC/56/57 is in no language."""
    words = (word for word in message.split() if "/" not in word.strip("/"))
    return Counter(s for word in words for letter in word if letter.isalpha() and (s := _script(letter)))


@cache
def _script_of(base: str) -> str:
    """The script that a language is written in, after CLDR."""
    return (
        str(get_global("likely_subtags").get(base, "")).split("_")[1]
        if base in get_global("likely_subtags")
        else _LATIN
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a message that is about languages alone asks for."""

    language: str
    """Tag of the language to answer in; empty where it asks for none."""
    text: str = ""
    """Base language of the text that it asks for; empty where it asks for none."""


class Languages:
    """What is known of the languages spoken here by their words and by the names of states."""

    def __init__(self, wordings: Mapping[str, Wording], names: Names) -> None:
        self._words = {tag: frozenset(_known(w)) for tag, w in wordings.items()}
        self._letters = {tag: frozenset(w.known_by("letters")) for tag, w in wordings.items()}
        self._names = _only_in_one(names, [x.tag for x in REPLY_LANGUAGES if _script_of(x.base) == _LATIN])
        self._called = {without_marks(name): tag for tag, w in wordings.items() for name in w.known_by("called")}
        unread, text = (
            frozenset(without_marks(x) for w in wordings.values() for x in w.known_by(key))
            for key in ("unread", "text")
        )
        answer = frozenset(without_marks(x) for w in wordings.values() for x in w.known_by("answer"))
        self._name = _pattern(self._called)
        self._before = _pattern(answer)
        self._unread, self._text, self._any = (
            _pattern(unread),
            _pattern(text - answer),
            _pattern(unread | text | answer),
        )

    @staticmethod
    def ready() -> None:
        """Load what is otherwise loaded for the first message that may be in a language not spoken here."""
        identifier()

    def language_of(self, message: str, otherwise: str = DEFAULT.tag) -> str:
        """The tag of the language to reply in; otherwise: for a message that says nothing of its language (12, 🇯🇵,
        PP3)."""
        if normal.is_chinese(message):
            # A text that the conversion leaves as it is has no Traditional character in it.
            if normal.simplified(message) != message:
                return "zh-Hant"
            return otherwise if otherwise == "zh-Hant" and normal.in_both_scripts(message) else "zh-Hans"
        scripts = _scripts(message)
        if not scripts:
            return otherwise
        script = max(scripts, key=scripts.__getitem__)
        if script != _LATIN:
            return next((x.tag for x in REPLY_LANGUAGES if _script_of(x.base) == script), FALLBACK.tag)
        return self._latin(message, otherwise)

    def _latin(self, message: str, otherwise: str) -> str:
        words = [word for word in message.split() if "/" not in word.strip("/")]
        # The A of A/RES/78/220 is no French word.
        scores = self._scores(" ".join(words))
        best = max(scores.values())
        found = [tag for tag, score in scores.items() if score == best]
        if best and (len(found) == 1 or otherwise in found):
            return otherwise if otherwise in found else found[0]
        if not any(re.search(r"[^\W\d_]{3}", word) for word in words):
            return otherwise
        if best:
            return found[0] if FALLBACK.tag not in found else FALLBACK.tag
        # A name alone, written alike in several languages, goes on in that of the conversation.
        return otherwise if otherwise in scores else FALLBACK.tag

    def _scores(self, message: str) -> dict[str, int]:
        """How much of a message in Latin letters is of each language: its words, its own letters, its names of
        states."""
        plain = without_marks(message)
        # A consonant by itself is a word only before an apostrophe, and else short for any: bangladesh n maldives.
        words = {w for w in _words(message) if len(w) > 1 or w in _VOWELS or f"{w}'" in plain or f"{w}’" in plain}
        named = [
            tag for name, tag in self._names.items() if name in plain and re.search(rf"\b{re.escape(name)}\b", plain)
        ]
        letters = set(message.lower())
        return {
            tag: len(words & self._words[tag])
            + len(letters & self._letters[tag])
            + 2 * named.count(tag)
            + 2 * any(sign in f"{message} " for sign in _SIGNS.get(tag, ()))
            for tag in self._words
            if _script_of(speaking(tag).base) == _LATIN
        }

    def wanted(self, message: str, otherwise: str) -> Wanted | None:
        """What a message that is about languages alone asks for; None for any other, which may name a language in
        passing."""
        plain = without_marks(message)
        named = [self._called[m.group()] for m in self._name.finditer(plain)]
        # The longest phrases first, so that what is left is what none of them says.
        rest = self._any.sub(" ", self._name.sub(" ", plain))
        if not named or re.search(r"\w", rest):
            return None
        own = self.language_of(message, otherwise)
        around = self._name.sub(" ", plain)
        if self._unread.search(around):
            return Wanted("", speaking(own).official)
        if self._text.search(around):
            return Wanted("", speaking(named[0]).official)
        alone = not re.search(r"\w", around)
        return Wanted(named[0]) if not alone or named[0] in self._endonyms(plain) else None

    def named(self, message: str) -> str:
        """The official language that a message names first, by its base; empty where it names none."""
        found = self._name.search(without_marks(message))
        return speaking(self._called[found.group()]).official if found else ""

    def asked_in(self, message: str) -> tuple[str, str]:
        """A message without the words at its end that say in which language it is to be answered, and that language (a
        tag): by region, in English; as it is, and empty, where it does not end so."""
        plain = without_marks(message).rstrip(" .!?。！？")
        name = next((m for m in self._name.finditer(plain) if m.end() == len(plain)), None)
        words = list(self._before.finditer(plain, 0, name.start())) if name else []
        # A French picture may be one of France.
        joined = [m for m in words if name and m.end() == len(plain[: name.start()].rstrip(" -"))]
        if name is None or not joined:
            return message, ""
        return plain[: joined[0].start()].rstrip(" ,;，、-"), self._called[name.group()]

    def _endonyms(self, plain: str) -> set[str]:
        """The languages whose own name a message is: “french” alone may be the state."""
        return {
            x.tag
            for x in REPLY_LANGUAGES
            if without_marks(x.own_name) in plain or (x.base == "zh" and normal.is_chinese(plain))
        }

    def unspoken(self, message: str, *, understood: bool) -> str:
        """The language (a tag of CLDR) that a message is in where none of those spoken is; empty where that is not
        sure."""
        scripts = _scripts(message)
        spoken = {_script_of(x.base) for x in REPLY_LANGUAGES}
        if kana := scripts["Hira"] + scripts["Kana"]:
            return "ja" if kana > 1 else ""
        script = max(scripts, key=scripts.__getitem__) if scripts else ""
        if script and script not in spoken:
            return str(get_global("likely_subtags").get(f"und_{script}", "")).split("_")[0]
        short = sum(scripts.values()) < FEW_LETTERS
        if short or normal.is_chinese(message) or self._is_known(message, 1 / 2 if understood else 2 / 3):
            return ""
        guess, probability = identifier().classify(message)
        another = str(guess) not in {x.base for x in REPLY_LANGUAGES} and probability >= _least(
            message, script, understood
        )
        return str(guess) if another else ""

    def _is_known(self, message: str, share: float) -> bool:
        """Whether more than that share of the words of a message are such that a language spoken here is known by."""
        words = set(_words(message))
        return any(len(words & known) > share * len(words) for known in self._words.values())


def _least(message: str, script: str, understood: bool) -> float:
    """How probable another language has to be for a message in that script."""
    if script not in _ALPHABETS:
        return SURE_THOUGH_UNDERSTOOD if understood else SURE_OF_ANOTHER
    if any(_script(letter) == script and letter not in _ALPHABETS[script] for letter in message.lower()):
        return SURE_OF_ANOTHER
    return 1 if understood else SURE_BY_WORDS


def without_marks(text: str) -> str:
    """A text in lower case, without accents, elisions apart."""
    decomposed = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def _words(text: str) -> list[str]:
    """The words of a text, plain."""
    return re.findall(r"[^\W\d_]+", without_marks(text))


def _known(wording: Wording) -> Iterator[str]:
    """The words that a language is known by; a letter only where it is a word itself: the d of “i'd like” is none."""
    for key in _KINDS:
        words = _words(" ".join(wording.known_by(key)))
        yield from words if key == "words" else (word for word in words if len(word) > 1)


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of the phrases, the longest first: whole words, but for Chinese, which sets no words apart."""
    longest = sorted(sorted(phrases), key=len, reverse=True)
    chinese, others = ([re.escape(p) for p in longest if normal.is_chinese(p) is wanted] for wanted in (True, False))
    # What a word begins with is looked at once for all of them: so that all take a twentieth of the time.
    words = [rf"(?<!\w)(?:{'|'.join(others)})(?!\w)"] if others else []
    return re.compile("|".join([*chinese, *words]) or r"(?!)")


def _only_in_one(names: Names, tags: list[str]) -> dict[str, str]:
    """The names of states and groups that are written so in one of the languages alone, each with its tag."""
    found: dict[str, set[str]] = {}
    named = [s.name for s in names.states.values()] + [g.name for g in names.groups.values()]
    for name, tag in itertools.product(named, tags):
        found.setdefault(without_marks(name(tag)), set()).add(tag)
    return {name: next(iter(of)) for name, of in found.items() if len(of) == 1}


def may_be_in(message: str, bases: Iterable[str]) -> bool:
    """Whether a message is written in the script of one of some languages; one without letters may be in any."""
    if normal.is_chinese(message):
        return "zh" in bases
    scripts = _scripts(message)
    script = max(scripts, key=scripts.__getitem__) if scripts else ""
    return not script or any(_script_of(base) == script for base in bases)


def in_words_of(message: str, text: str) -> bool:
    """Whether most words of a message, but for the shortest, stand in a text."""
    words, there = [word for word in _words(message) if len(word) > _SHORTEST], set(_words(text))
    return 2 * sum(word in there for word in words) > len(words)


def languages_held(bases: Iterable[str]) -> list[str]:
    """Base languages in the order of the official ones."""
    held = set(bases)
    return [x for x in OFFICIAL if x in held]
