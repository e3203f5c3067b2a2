"""What a form is, and the patterns that the forms of several languages have in common."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from bot.language import numerals
from bot.resolution import Body, DocumentKind, Vote

NEVER = re.compile(r"(?!)")
"""Matches nothing: for what a language's documents do not have."""
HRC, GA, SC = Body.HUMAN_RIGHTS_COUNCIL, Body.GENERAL_ASSEMBLY, Body.SECURITY_COUNCIL
ECOSOC = Body.ECONOMIC_AND_SOCIAL_COUNCIL


_UPPER, _LOWER = "A-ZÀ-ÖØ-ÞА-ЯЁ", "a-zß-öø-ÿа-яё"
_IN_CAPITALS = re.compile(rf"[{_UPPER}]{{3,30}}(?:[ '’][{_UPPER}]{{2,30}}){{0,4}}(?!\w)(?=.{{0,200}}[{_LOWER}])")
"""Words in capitals before others: RECOGNIZING that. A whole line of capitals is a heading."""


@dataclass(frozen=True, slots=True)
class Form:
    """The phrases by which the parts of a published text are known."""

    language: str
    names: dict[Body, str]
    """The printed name of each organ."""
    inflected: dict[str, Body]
    """The names of organs as they stand in sentences: Советом по правам человека."""
    chapeaux: dict[str, Body]
    """The line with which each organ opens its preamble."""
    session: re.Pattern[str]
    """Groups: number, which is the year of those that are called by theirs; special and emergency, where it is one."""
    session_dates: re.Pattern[str]
    """Groups: d1, m1, y1 (None where printed once only), and d2, m2, y2."""
    months: dict[str, int]
    """The names of the months in lower case; empty where dates have numbers."""
    agenda_item: re.Pattern[str]
    """Group: number."""
    adopted_by: dict[DocumentKind, re.Pattern[str]]
    """Groups: body, and d, m, y where the line has the date."""
    introduction: re.Pattern[str]
    """The line before the text of a decision or statement."""
    council_number: re.Pattern[str]
    """The first line of a resolution of the Security Council. Groups: number, year."""
    council_heading: str
    """The same, of a number and a year, for a text that was copied without it."""
    council_adopted: re.Pattern[str]
    """The second one. Groups: body, meeting (its name), d, m, y; the number is in the name; unanimous, where it says
    so."""
    ends: dict[str, str]
    """The characters a paragraph may end with: under "PP", under "OP", and under "last"."""
    date: re.Pattern[str]
    """Groups: d, m, y."""
    meeting: re.Pattern[str]
    """Group: number."""
    tallies: tuple[re.Pattern[str], ...]
    """Groups: yes; no, abstain (None for nobody); revised, where it was orally revised."""
    without_a_vote: re.Pattern[str]
    """Group: revised."""
    votes: dict[str, Vote]
    """The heading of each list of the roll call, in lower case."""
    nobody: frozenset[str]
    """What stands in place of an empty list, in lower case."""
    separator: str
    """Between two voters."""
    conjunctions: tuple[str, ...]
    """Between the last two voters, with the spaces around them."""
    annex: re.Pattern[str]
    """Group: number or letter, or None; title, where it stands on the same line."""
    heading: re.Pattern[str]
    """The number of a part, with or without its title."""
    chapter: re.Pattern[str]
    """The number of a part in which the numbers of paragraphs may begin again. Group: number, as ids have it."""
    draft: re.Pattern[str]
    """The line of a draft that names its sponsors. Group: sponsors, None where it names none."""
    preambular: re.Pattern[str]
    """How preambular paragraphs begin, where nothing else shows it; matches at the beginning of a line."""
    operative: re.Pattern[str]
    """How operative paragraphs without a number begin."""
    record_start: re.Pattern[str]
    """How the record of a vote begins."""
    head_start: re.Pattern[str]
    """How lines of the head begin that may go on in the next one."""
    council_dated: re.Pattern[str] = NEVER
    """The line below the number of a resolution of the Security Council up to 1993. Groups: d, m, y."""
    council_dated_number: re.Pattern[str] = NEVER
    """The first line of one up to 1964. Groups: number, year, d, m, y."""
    council_foot: re.Pattern[str] = NEVER
    """The record below a resolution of the Security Council up to 1993. Groups: unanimous, without, consensus, meeting;
    yes, no, against (names), abstain, abstaining (names)."""
    council_record: re.Pattern[str] = NEVER
    """What that record begins with."""
    not_participating: re.Pattern[str] = NEVER
    """The note on members that took no part in a vote. Groups: count, names."""
    masthead_date: re.Pattern[str] = NEVER
    """The date in mastheads, where these are in English though the text is not. Groups: d, m, y."""

    def recites(self, text: str) -> re.Match[str] | None:
        """The match where a text begins as preambular paragraphs do, or in capitals as those of old prints."""
        return self._begins(self.preambular, text)

    def acts(self, text: str) -> re.Match[str] | None:
        """The match where a text begins as operative paragraphs without a number do, or in capitals."""
        return self._begins(self.operative, text)

    def _begins(self, pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
        found = pattern.match(text)
        capital = None if found else _IN_CAPITALS.match(text)
        if capital is None:
            return found
        lowered = capital[0].lower() if self.language == "ru" else capital[0].capitalize()
        return pattern.match(lowered + text[capital.end() :])

    @property
    def openings(self) -> frozenset[str]:
        """The lines that open a preamble, less the comma at their end."""
        return frozenset(line[:-1] for line in self.chapeaux)

    @property
    def joins(self) -> bool:
        """Whether a broken line goes on without a space, as in Chinese."""
        return self.language == "zh"

    @property
    def tells(self) -> bool:
        """Whether the words that preambular paragraphs begin with seldom stand elsewhere: those of Chinese and
        Arabic."""
        return self.language in ("zh", "ar")

    @property
    def capitals(self) -> bool:
        """Whether a preambular paragraph begins with a capital letter; Russian ones do not, and other scripts have
        none."""
        return self.language in ("en", "fr", "es")


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern for text in any case."""
    return re.compile(pattern, re.IGNORECASE)


ENGLISH_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
ENGLISH_MASTHEAD = compiled(rf"(?P<d>\d{{1,2}}) (?P<m>{'|'.join(ENGLISH_MONTHS)}) (?P<y>\d{{4}})")
"""The date of a document in Chinese, Russian or Arabic, whose masthead has “Distr.: General”, “3 June 2093”,
“Russian”."""

OPERATIVE = re.compile(r"(\d{1,3})\s{0,9}(?:[.．](?!\d)[-–—]?|[-–—](?=\s))\s{0,9}")
"""Matches the number of a paragraph and what follows it up to the text; one group: the number."""
NEARLY_OPERATIVE = re.compile(
    r"(?P<figures>\d{1,3}|[IVX]{1,5}(?=\.)|[0-9SlIOZ§|]{1,2})\s?(?P<stop>[].,;:'’*]{0,2})\s{1,9}(?=\S)"
)
"""One without its stop, with another one, in Roman figures, or with figures that were recognized as letters. A guess:
it has to be the number due."""
OTHER_NUMBER = re.compile(
    r"[(（]?(?:OP\s?|¶\s?|第\s?)?(?P<figures>\d{1,3}|[①-⑳⒈-⒛]|[一二三四五六七八九十]{1,3})"
    r"(?:[.．)）、º°:：]|\s?段)?\s{0,9}(?P<stop>)(?=\S)"
)
"""One in a form that others use for paragraphs and official texts for what stands within them: 1), 一、, ①, OP1.

A guess, for texts that have no numbers but such ones."""
RECOGNIZED = str.maketrans("SlIO§|Z", "5110512")
"""Figures for the letters that they are taken for."""


def number_due(text: str, due: int, *, others: bool) -> re.Match[str] | None:
    """What a line begins with that may be the number due in another form than OPERATIVE; groups: figures, stop.

    others: whether other forms of numbers count.
    """
    found = NEARLY_OPERATIVE.match(text)
    if found and _may_be(found["figures"], due):
        return found
    other = OTHER_NUMBER.match(text) if others else None
    return other if other and _value(other["figures"]) == due else None


def _may_be(figures: str, number: int) -> bool:
    """Whether the figures of NEARLY_OPERATIVE can stand for that number: 2, Z, II."""
    plain = figures.translate(RECOGNIZED)
    roman = not figures.strip("IVX") and numerals.roman(figures.lower()) == number
    return roman or (plain.isdigit() and int(plain) == number)


def _value(figures: str) -> int | None:
    return int(unicodedata.numeric(figures)) if len(figures) == 1 else numerals.chinese(figures)


SERIES_IN_ARABIC = {"دإط-": "ES-", "دإ-": "S-"}
"""What stands before the number of a special session in Arabic texts, and in symbols; the longer first."""
_SERIES = "|".join(("ES-", "S-", "OS/", *SERIES_IN_ARABIC))
_FIGURES = "〇○零一二三四五六七八九十"
NUMBERED = (
    rf"(?P<number>(?:{_SERIES})?\d{{1,4}}/\d{{1,4}}(?:\s[A-Z])?"
    rf"|\d{{1,4}}(?:\s[A-Z])?\s?(?:\((?:[IVXLCХСІ]{{1,8}}|د-?\d{{1,2}})\)|[（(][{_FIGURES}]{{1,4}}[）)])"
    rf"|[{_FIGURES}]{{1,5}}\s?[（(][{_FIGURES}]{{1,4}}[）)])\s{{0,9}}(?:[.．。]|[-–—](?=\s))\s{{0,9}}"
)
"""The number of a resolution before its title; between them stands a full stop, or a dash, as in Arabic."""
NUMBER_AND_TITLE = re.compile(rf"(?:PRST[ /])?{NUMBERED}(?P<title>\S.*)")
"""The number of a resolution and its title."""
BASIS = re.compile(r"^[\[〔［](?![^\]〕］]*(?:票|recorded vote|voix contre)).+[\]〕］]")
"""The line in brackets before the number of a resolution of the General Assembly."""
PRINTED_SYMBOL = re.compile(r"[\[({][S$]/[^\])}]{1,40}[\])}]{1,3}")
"""The line with the symbol of the draft, below the number of a resolution of the Security Council up to 1964."""
ANY_SYMBOL = re.compile(
    r"(?P<symbol>(?![AES]/(?:HRC/)?(?:RES|DEC|PRST)/)[AES]/(?:[A-Z0-9.]{1,12}/){0,4}[A-Za-z0-9.\-]{1,16})\*{0,3}"
)
"""The symbol of a document that is no resolution: S/2024/835, A/HRC/56/L.5."""


def names_of(group: str) -> str:
    """A list of states in brackets, which may stand behind a figure of a printed record."""
    return rf"(?: ?[(（](?P<{group}>[^()（）]{{1,600}}(?:\([^()]{{1,60}}\)[^()（）]{{0,300}}){{0,3}})[)）])?"


def dates(day: str, month: str, year: str, to: str, before: str = "") -> re.Pattern[str]:
    """The days of a session: one, two of a month, of two months, or of two years."""

    def one(n: int, need: str) -> str:
        m, y = f"(?P<m{n}>{month})", f"(?P<y{n}>{year})"
        rest = f"(?:{m})?(?:{y})?" if not need else f"{m}{y}"
        return f"(?P<d{n}>{day}){rest}"

    return compiled(rf"{before}(?:{one(1, '')}\s*(?:{to})\s*)?{one(2, 'all')}")


def months(*rows: str) -> dict[str, int]:
    """The numbers of the months: a row each, with the spellings set apart by |."""
    return {name: number for number, row in enumerate(rows, 1) for name in row.split("|")}


ROMAN_HEADING = r"(?:[IVX]+|[A-Z])(?:[.．]?(?:\s+.+)?)"

SYMBOLS = {
    (HRC, DocumentKind.RESOLUTION): "A/HRC/RES/{number}",
    (HRC, DocumentKind.DECISION): "A/HRC/DEC/{number}",
    (HRC, DocumentKind.STATEMENT): "A/HRC/PRST/{number}",
    (GA, DocumentKind.RESOLUTION): "A/RES/{number}",
    (SC, DocumentKind.RESOLUTION): "S/RES/{number}",
    (GA, DocumentKind.DECISION): "A/DEC/{number}",
    (ECOSOC, DocumentKind.RESOLUTION): "E/RES/{number}",
    (ECOSOC, DocumentKind.DECISION): "E/DEC/{number}",
}
"""How the symbol of a text is made from its number, body by body and kind by kind."""
