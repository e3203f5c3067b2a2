"""The languages that replies are in: one table, from which everything that differs by language reads.

A language is one value here and one file in content/wording/, named by its tag. What its sentences look like is in the
file; dates, plural forms, percentages and names of languages come from CLDR through babel.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from babel import Locale
from babel.localedata import locale_identifiers

_COUNTED = 1001
"""Numbers in replies are below this: no record has more votes, no page more rows."""
OFFICIAL = ("ar", "zh", "en", "fr", "ru", "es")
"""The official languages of the United Nations, which texts can be in."""
OFFICIAL_LINK = "https://docs.un.org/{language}/{symbol}"
"""The official text by its language and its symbol.

This is the form of address that the United Nations gives for links to its Official Document System: a code of two
letters (ar, zh, en, fr, ru, es), then the symbol as it is printed; it stands so in public code and documentation that
link to documents.
"""


@dataclass(frozen=True)
class ReplyLanguage:
    """A language that replies are in."""

    tag: str
    """BCP 47: zh-Hans; the name of its file in content/wording/."""
    base: str
    """The language of clauses for whoever reads it: zh."""
    own_name: str
    """What it calls itself."""
    letter: str
    """On buttons, one letter for it alone."""
    cldr: str
    """The locale of CLDR whose dates, plurals and percentages it has."""
    telegram: tuple[str, ...]
    """The language codes of Telegram under which menu and descriptions are set in it; empty: for all other
    languages."""
    space: str = " "
    """Between two sentences."""

    @cached_property
    def locale(self) -> Locale:
        """Its locale in CLDR."""
        return Locale.parse(self.cldr)

    @cached_property
    def right_to_left(self) -> bool:
        """Whether it is written from right to left."""
        return self.locale.text_direction == "rtl"

    @property
    def official(self) -> str:
        """The official language that the United Nations' documents are linked to in: its own, or English."""
        return self.base if self.base in OFFICIAL else "en"

    @property
    def printed_as(self) -> str:
        """What texts in its base language are printed in, by the tag of CLDR: zh_Hans for Traditional Chinese too."""
        return next(x.cldr for x in REPLY_LANGUAGES if x.base == self.base)

    @property
    def printed(self) -> str:
        """The language of texts that are printed as whoever reads it writes; empty where none are."""
        return self.base if self.printed_as == self.cldr else ""

    def plural(self, number: int) -> str:
        """CLDR's plural form of a number: zero, one, two, few, many or other."""
        return str(self.locale.plural_form(number))

    @cached_property
    def plurals(self) -> frozenset[str]:
        """Every plural form that the numbers have in it which replies are filled in with."""
        return frozenset(self.plural(number) for number in range(_COUNTED))

    def name_of(self, language: str) -> str:
        """What a language is called in it, by a tag of CLDR; the tag where CLDR has no name."""
        return self.locale.languages.get(language) or language


REPLY_LANGUAGES = (
    ReplyLanguage("zh-Hans", "zh", "简体中文", "c", "zh_Hans", ("zh",), space=""),
    ReplyLanguage("zh-Hant", "zh", "繁體中文", "t", "zh_Hant", (), space=""),
    ReplyLanguage("en", "en", "English", "e", "en_GB", ("",)),
    ReplyLanguage("fr", "fr", "français", "f", "fr", ("fr",)),
    ReplyLanguage("es", "es", "español", "s", "es", ("es",)),
    ReplyLanguage("ru", "ru", "русский", "r", "ru", ("ru",)),
    ReplyLanguage("ar", "ar", "العربية", "a", "ar", ("ar",)),
)
"""Every language that replies are in, in the order in which they are offered; the first is that of a talk's
beginning."""

DEFAULT = REPLY_LANGUAGES[0]
FALLBACK = next(x for x in REPLY_LANGUAGES if "" in x.telegram)
"""For whoever has a language that is none of them."""


def speaking(tag: str) -> ReplyLanguage:
    """The language with that tag; KeyError where there is none."""
    return {x.tag: x for x in REPLY_LANGUAGES}[tag]


def wanted(word: str) -> str | None:
    """The tag of the language that a person asks for by its tag, its base language or its own name; None for none of
    them."""
    known: dict[str, str] = {}
    for x in REPLY_LANGUAGES:
        for name in (x.tag, x.base, x.own_name):
            known.setdefault(name.casefold(), x.tag)
    return known.get(word.strip().casefold())


def own_name(language: str) -> str:
    """What a language calls itself, by a tag of CLDR; empty where CLDR does not say."""
    return str(Locale.parse(language).language_name or "") if Locale.negotiate([language], locale_identifiers()) else ""


_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
"""Subtags of those who read Traditional characters."""


def of_user(code: str | None) -> str:
    """The tag of the language for a user's language_code (an IETF tag, possibly missing)."""
    if not code:
        return DEFAULT.tag
    base, *rest = code.lower().replace("_", "-").split("-")
    found = [x.tag for x in REPLY_LANGUAGES if x.base == base]
    if not found:
        return FALLBACK.tag
    traditional = "hans" not in rest and bool(_TRADITIONAL & set(rest))
    return found[1] if traditional and len(found) > 1 else found[0]
