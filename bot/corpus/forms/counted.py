"""Cardinals from 0 to 99 as the records of votes spell them: ten, dix, diez, десятью, عشرة أصوات.

Source: the cardinals of the official languages, in the genders and cases that stand before and behind a word for vote.
"""

from __future__ import annotations

from bot.language import numerals

_FRENCH = (
    "", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
_FRENCH_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}
_SPANISH = (
    "", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece",
    "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós",
    "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve",
)  # fmt: skip
_SPANISH_TENS = {30: "treinta", 40: "cuarenta", 50: "cincuenta", 60: "sesenta", 70: "setenta", 80: "ochenta",
                 90: "noventa"}  # fmt: skip
_RUSSIAN = (
    "", "один|одного|одном|одним|одной", "два|двумя|двух|две", "три|тремя|трех|трёх", "четыре|четырьмя|четырех|четырёх",
    "пять|пятью|пяти", "шесть|шестью|шести", "семь|семью|семи", "восемь|восемью|восьми", "девять|девятью|девяти",
    "десять|десятью|десяти", *(
        f"{stem}надцать|{stem}надцатью|{stem}надцати"
        for stem in ("один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят")
    ),
)  # fmt: skip
_RUSSIAN_TENS = {
    20: "двадцать|двадцатью|двадцати", 30: "тридцать|тридцатью|тридцати", 40: "сорок|сорока",
    50: "пятьдесят|пятьюдесятью|пятидесяти", 60: "шестьдесят|шестьюдесятью|шестидесяти",
}  # fmt: skip
_ARABIC = (
    "", "واحد|واحدة", "اثنان|اثنين|اثنتان|اثنتين", "ثلاث|ثلاثة", "أربع|أربعة", "خمس|خمسة", "ست|ستة", "سبع|سبعة",
    "ثمان|ثمانية|ثماني", "تسع|تسعة", "عشر|عشرة",
)  # fmt: skip
_ARABIC_TEENS = {11: ("أحد", "إحدى"), 12: ("اثنا", "اثني", "اثنتا", "اثنتي")}
_ARABIC_TENS = {20: "عشر", 30: "ثلاث", 40: "أربع", 50: "خمس", 60: "ست", 70: "سبع", 80: "ثمان", 90: "تسع"}


def _spread(words: tuple[str, ...]) -> dict[str, int]:
    """The numbers of words, which stand in the order of their numbers; spellings are set apart by |."""
    return {word: n for n, row in enumerate(words) for word in row.split("|") if word}


def _french() -> dict[str, int]:
    found = _spread(_FRENCH) | {"une": 1}
    for tens, word in _FRENCH_TENS.items():
        found[word] = found[word + "s"] = tens
        for n in range(1, 20 if tens in (60, 80) else 10):
            joint = " et " if n in (1, 11) and tens != 80 else "-"
            found[word + joint + _FRENCH[n]] = tens + n
            if n == 1:
                found[word + joint + "une"] = tens + n
    return found | {"zéro": 0, "zero": 0, "aucun": 0, "aucune": 0, "nulle": 0}


def _spanish() -> dict[str, int]:
    found = _spread(_SPANISH) | {"un": 1, "una": 1, "veintiún": 21, "veintiuna": 21}
    for tens, word in _SPANISH_TENS.items():
        found[word] = tens
        found |= {f"{word} y {unit}": tens + n for unit, n in (*_spread(_SPANISH[:10]).items(), ("un", 1), ("una", 1))}
    return found | {"cero": 0, "ninguno": 0, "ninguna": 0, "ningún": 0}


def _russian() -> dict[str, int]:
    found = _spread(_RUSSIAN)
    units = _spread(_RUSSIAN[:10])
    for tens, words in _RUSSIAN_TENS.items():
        for word in words.split("|"):
            found |= {word: tens} | {f"{word} {unit}": tens + n for unit, n in units.items()}
    return found | {"ноль": 0, "нуля": 0, "нуле": 0, "нулем": 0}


def _arabic() -> dict[str, int]:
    """With the nouns that have a number in them: صوتين is two votes."""
    found, units = _spread(_ARABIC), _spread(_ARABIC[:10])
    teens = [(word, n) for n, words in _ARABIC_TEENS.items() for word in words]
    teens += [(word, 10 + n) for word, n in units.items() if n > 2]
    found |= {f"{word} {ten}": n for word, n in teens for ten in ("عشر", "عشرة")}
    for tens, stem in _ARABIC_TENS.items():
        for word in (stem + "ون", stem + "ين"):
            found |= {word: tens} | {f"{unit} و{word}": tens + n for unit, n in units.items()}
    for one, two in (("صوت واحد", "صوت"), ("عضو واحد", "عضو"), ("دولة واحدة", "دولت"), ("دولة عضو واحدة", "وفد")):
        found |= {one: 1, two + "ين": 2, two + "ان": 2}
    return found | {"لا شيء": 0, "صفر": 0, "لا أحد": 0, "لا صوت": 0}


COUNTED: dict[str, dict[str, int]] = {
    "en": {w: n for w, n in numerals.ENGLISH.items() if w not in numerals.ENGLISH_ORDINALS}
    | {"none": 0, "no": 0, "nil": 0},
    "fr": _french(),
    "es": _spanish(),
    "ru": _russian(),
    "ar": _arabic(),
    "zh": {},
}
"""By the language, the words for numbers; in Chinese, numerals are read by their characters."""


def counted(text: str, language: str) -> int | None:
    """The number of a figure or a word of a record; None where it is none."""
    if text.isdecimal():
        return int(text)
    if language == "zh":
        return numerals.chinese(text)
    return COUNTED[language].get(text.lower())
