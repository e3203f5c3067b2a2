"""The number of a session as heads print it: 第五十六届, Fifty-sixth, Cinquante-sixième, Quincuagésimo sexto, Пятьдесят
шестая, السادسة والخمسون.

Source: the ordinals of the six official languages, 1–99, in the gender of the word for session.
"""

from __future__ import annotations

import re
import unicodedata

from bot.language import numerals

_FRENCH = (
    "", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze",
    "seize", "dix sept", "dix huit", "dix neuf",
)  # fmt: skip
_FRENCH_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre vingt"}
_SPANISH = (
    "",
    "primer",
    "segund",
    "tercer",
    "cuart",
    "quint",
    "sext",
    "septim",
    "octav",
    "noven",
    "decim",
    "undecim",
    "duodecim",
)
_SPANISH_TENS = (
    "",
    "decim",
    "vigesim",
    "trigesim",
    "cuadragesim",
    "quincuagesim",
    "sexagesim",
    "septuagesim",
    "octogesim",
    "nonagesim",
)
_RUSSIAN = (
    "", "первая", "вторая", "третья", "четвертая", "пятая", "шестая", "седьмая", "восьмая", "девятая", "десятая",
    "одиннадцатая",
    "двенадцатая", "тринадцатая", "четырнадцатая", "пятнадцатая", "шестнадцатая", "семнадцатая", "восемнадцатая",
    "девятнадцатая",
)  # fmt: skip
_RUSSIAN_TENS = {
    20: ("двадцать", "двадцатая"), 30: ("тридцать", "тридцатая"), 40: ("сорок", "сороковая"), 50: ("пятьдесят",
    "пятидесятая"),
    60: ("шестьдесят", "шестидесятая"), 70: ("семьдесят", "семидесятая"), 80: ("восемьдесят", "восьмидесятая"),
    90: ("девяносто", "девяностая"),
}  # fmt: skip
_ARABIC = ("", "الحادية", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة", "التاسعة")
_ARABIC_TENS = ("", "", "العشر", "الثلاث", "الأربع", "الخمس", "الست", "السبع", "الثمان", "التسع")


def _plain(text: str) -> str:
    """In lower case, without accents and vowel signs, its words set apart by one space."""
    text = (
        text.lower()
        if re.search("[\u0600-\u06ff]", text)
        else unicodedata.normalize("NFD", text.lower()).replace("й", "й")
    )
    return " ".join(re.sub("[\u0300-\u036f\u064b-\u0652\u0640]", "", text).replace("-", " ").split())


def _french() -> dict[str, int]:
    cardinals = dict(enumerate(_FRENCH))
    for tens, word in _FRENCH_TENS.items():
        for i in range(20 if tens in (60, 80) else 10):
            unit = f" et {_FRENCH[i]}" if i in (1, 11) and tens != 80 else f" {_FRENCH[i]}" if i else ""
            cardinals[tens + i] = word + unit
    stems = {n: re.sub("f$", "v", re.sub("q$", "qu", re.sub("e$", "", word))) for n, word in cardinals.items() if n}
    return {_plain(stem + "ième"): n for n, stem in stems.items()} | {"premiere": 1, "seconde": 2}


def _spanish() -> dict[str, int]:
    found = {word: n for n, word in enumerate(_SPANISH) if word}
    for n, stem in enumerate(_SPANISH[3:10], 13):
        found[f"decimo{stem}"] = found[f"decimo {stem}"] = n
    for tens, word in enumerate(_SPANISH_TENS[2:], 2):
        found[word] = tens * 10
        for n in range(1, 10):
            found[f"{word}o {_SPANISH[n]}"] = found[f"{word}o{_SPANISH[n]}"] = tens * 10 + n
    return found | {word + "o": n for word, n in found.items()}


def _russian() -> dict[str, int]:
    found = {word: n for n, word in enumerate(_RUSSIAN) if word}
    for tens, (cardinal, ordinal) in _RUSSIAN_TENS.items():
        found[ordinal] = tens
        found |= {f"{cardinal} {_RUSSIAN[n]}": tens + n for n in range(1, 10)}
    return found


def _arabic() -> dict[str, int]:
    found = {"الأولى": 1, "العاشرة": 10}
    found |= {word: n for n, word in enumerate(_ARABIC) if n > 1}
    found |= {f"{word} عشرة": 10 + n for n, word in enumerate(_ARABIC) if n}
    for tens, word in enumerate(_ARABIC_TENS):
        for ending in ("ون", "ين") if word else ():
            found[word + ending] = tens * 10
            found |= {f"{unit} و{word}{ending}": tens * 10 + n for n, unit in enumerate(_ARABIC) if n}
    return found


ORDINALS = {word: n for table in (_french(), _spanish(), _russian(), _arabic()) for word, n in table.items()}
"""French, Spanish, Russian and Arabic ordinals from 1 to 99, in the form that _plain makes of them."""


def value(text: str) -> int | None:
    """The value of an ordinal, in words or in figures (56, 56th, 56º, 51 er); None where it is none."""
    plain = _plain(text)
    figures = re.fullmatch(r"(\d+)\s*(?:st|nd|rd|th|er|e|eme|º|°|ª|o|a|[аои]?[яйем])?\.?", plain)
    if figures:
        return int(figures[1])
    return ORDINALS.get(plain) or ORDINALS.get(_as_session(plain)) or numerals.value(text.strip().lower())


def _as_session(plain: str) -> str:
    """An ordinal in the gender of the word for meeting in that of the word for session: octava, девятое."""
    return re.sub(r"ье$", "ья", re.sub(r"ое$", "ая", re.sub(r"a\b", "o", plain)))
