"""Numbers that number no paragraph of the document: articles of instruments only cited, dates, shares, sums."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.language import numerals
from bot.language.normal import BLANK, has_digit, normal
from bot.language.tokens import NUMERAL, ORDINAL_ENDING


class Elsewhere(StrEnum):
    """What stands beside such a number, or around it; each is a table of references.toml."""

    INSTRUMENT = "instrument"
    """Ends the title of an instrument: 公约."""
    INSTRUMENT_PART = "instrument_part"
    """What such an instrument is numbered by: 条, article."""
    OF_INSTRUMENT = "of_instrument"
    """Between the two: 里的, of the."""
    WITH_NUMBER = "with_number"
    """Words that have a number, or what counts from an end, in them: 一起, covid-19, 周末."""
    COUNTED = "counted"
    """Behind a number, what it counts that is no paragraph: 年, per cent."""
    NOT_COUNTED = "not_counted"
    """What looks like one of these and is none: 方案."""
    COUNTED_BEHIND = "counted_behind"
    """The same before a number: 百分之, agenda item."""
    CALCULATED = "calculated"
    """Between the numbers of a sum: 加, *."""


_NUMBER = rf"[\d{numerals.CHINESE}{numerals.THOUSAND}]+"
_RUN = rf"(?<![\d{numerals.CHINESE}{numerals.THOUSAND}]){numerals.NTH}?{_NUMBER}"
"""A number as a whole: looked at from its first character alone, so that a long one takes no longer than it is."""


def alternatives(words: Iterable[str]) -> str:
    """A pattern of phrases of content/, the longest first; those in letters begin where a word does;
    without any, it fits nowhere. Those of one length are in the order of their letters, so that it is the same pattern
    each time."""
    listed = sorted(sorted({re.escape(normal(w)) for w in words}), key=len, reverse=True)
    lettered = [w for w in listed if w[0].isascii() and w[0].isalpha()]
    # One look at what stands before all of them, and no word is tried of which the first letter is not there.
    begun = [rf"(?<![a-zа-я])(?:{'|'.join(lettered)})"] if lettered else []
    return "|".join((*begun, *(w for w in listed if w not in lettered))) or "(?!)"


@dataclass(frozen=True)
class ElsewhereWords:
    """The patterns that the words of content/ make."""

    worded: re.Pattern[str]
    """Words that have in them what counts elsewhere: 一起, 周末."""
    unnumbered: tuple[re.Pattern[str], ...]
    """Each has a numeral in it."""
    article: re.Pattern[str]
    """A numbered part of a named instrument: its title, the number and its unit."""

    @classmethod
    def of(cls, words: Mapping[str, Iterable[str]], units: Iterable[str]) -> ElsewhereWords:
        """words: for each value of Elsewhere its phrases; units: what paragraphs are counted by."""
        instrument, part, within, worded, counted, uncounted, behind, calculated = (
            alternatives(words[each]) for each in Elsewhere
        )
        patterns = (
            rf"《[^《》]*》[^，。{numerals.NTH}\d]{{0,6}}{numerals.NTH}?{_NUMBER}(?:{part})",
            rf"(?:{instrument})(?:{within})?{numerals.NTH}{_NUMBER}(?:{part})",
            rf"(?:{part}) \d+ (?:{within}) (?:{instrument})[a-z ]*",
            rf"{_RUN}(?:\.\d+)?(?:{ORDINAL_ENDING})?\s*(?!{uncounted})(?:{counted})",
            rf"(?:{behind})\s*{numerals.NTH}?{_NUMBER}(?:{numerals.POINT}{_NUMBER})?",
            # sums and dates; 5/6段 and 5/6/7 are lists
            rf"(?<!\d)\d+\s*(?:{calculated})\s*\d+",
            r"\d{1,2}/\d{1,2}/(?:19|20)\d\d",
            rf"(?<![\d/])\d+\s*/\s*\d+(?![\d/])(?!\s*/)(?!{alternatives(u for u in units if not u.isascii())})",
            rf"(?<!\d)\d+\.\d+|{_RUN}{numerals.POINT}{_NUMBER}",
            r"(?:19|20)\d\d",
        )
        article = (
            rf"《?([^《》,。{numerals.NTH}\d]{{0,20}}(?:{instrument}))》?[^,。{numerals.NTH}\d]{{0,6}}"
            rf"(?:{numerals.NTH}|(?=\d))({_NUMBER})({part})"
        )
        alone, *others = map(re.compile, (worded, *patterns))
        return cls(alone, tuple(others), re.compile(article))

    def articles(self, text: str) -> list[tuple[str, str, str]]:
        """(title, number, unit) of each numbered part of a named instrument in a text in normal form."""
        return self.article.findall(text) if numerals.NTH in text or has_digit(text) else []

    def blanked(self, text: str) -> str:
        """A text in normal form with those numbers blanked, and what says that they are such."""
        text = self.worded.sub(lambda m: BLANK * len(m[0]), text)
        if NUMERAL.search(text):
            for pattern in self.unnumbered:
                text = pattern.sub(lambda m: BLANK * len(m[0]), text)
        return text
