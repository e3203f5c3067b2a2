"""The formats in which Word prints the numbers of lists and notes (ST_NumberFormat, ECMA-376 part 1, 17.18.59).

Those of the official languages are printed. Of one that prints words, or belongs to another language, nothing is
guessed: it is refused by its name.
"""

from __future__ import annotations

from collections.abc import Callable

LARGEST_NUMBER = 32_767
"""The largest number that Word's lists and notes reach."""


class UnprintableError(ValueError):
    """A number that can't be written as Word prints it; the message names the format."""


def letters(number: int) -> str:
    """a … z, aa, bb, as Word counts."""
    return _repeated("abcdefghijklmnopqrstuvwxyz", number)


_ROMAN = {
    1000: "m",
    900: "cm",
    500: "d",
    400: "cd",
    100: "c",
    90: "xc",
    50: "l",
    40: "xl",
    10: "x",
    9: "ix",
    5: "v",
    4: "iv",
    1: "i",
}


def roman(number: int) -> str:
    """i, ii, iii, iv."""
    out = ""
    for worth, sign in _ROMAN.items():
        out += sign * (number // worth)
        number %= worth
    return out


_DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """一 … 九十九."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def chinese_thousand(number: int) -> str:
    """一 … 九千九百九十九; a nought stands for the places left out."""
    if number < 100:
        return chinese(number)
    out, gap = "", False
    for worth, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // worth % 10
        if digit:
            out += (_DIGITS[0] if gap and out else "") + _DIGITS[digit] + sign
        gap = not digit
    return out


def _repeated(signs: str, number: int) -> str:
    """A sign for each number; behind the last of them each is written twice, then three times."""
    times, at = divmod(number - 1, len(signs))
    return signs[at] * (times + 1)


def _digits(signs: str) -> Callable[[int], str]:
    """Figures, each in another sign."""
    table = str.maketrans("0123456789", signs)
    return lambda number: str(number).translate(table)


def _enclosed(first: str) -> Callable[[int], str]:
    """Figures to 20 in one sign, as Unicode has them in a row; larger ones plain."""
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= 20 else str(number)


def _sequence(*signs: str) -> Callable[[int], str]:
    """A sign for each number; behind the last of them Word prints differently from one version to the next."""
    return lambda number: signs[number - 1]


_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
"""Without the letters that no list is numbered with: ё, й, ъ, ь."""
_ABJAD = (*"أبجد", "هـ", *"وزحطيكلمنسعفصقرشتثخذضغظ")
_ALPHABET = (*"أبتثجحخدذرزسشصضطظعغفقكلمن", "هـ", *"وي")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_CYCLE = [_STEMS[i % 10] + _BRANCHES[i % 12] for i in range(60)]

_Format = tuple[Callable[[int], str], int, int]
"""How a number is written, and from the smallest to the largest of which that is known."""
_LETTERS = 780
"""Thirty times the alphabet: where Word begins again with a."""
_FORMATS: dict[str, _Format] = {
    "decimal": (str, 0, LARGEST_NUMBER),
    "decimalHalfWidth": (str, 0, LARGEST_NUMBER),
    "decimalZero": (lambda number: f"{number:02}", 0, LARGEST_NUMBER),
    "decimalFullWidth": (_digits("０１２３４５６７８９"), 0, LARGEST_NUMBER),
    "decimalFullWidth2": (_digits("０１２３４５６７８９"), 0, LARGEST_NUMBER),
    "decimalEnclosedCircle": (_enclosed("①"), 0, LARGEST_NUMBER),
    "decimalEnclosedCircleChinese": (_enclosed("①"), 0, LARGEST_NUMBER),
    "decimalEnclosedParen": (_enclosed("⑴"), 0, LARGEST_NUMBER),
    "decimalEnclosedFullstop": (_enclosed("⒈"), 0, LARGEST_NUMBER),
    "numberInDash": (lambda number: f"- {number} -", 0, LARGEST_NUMBER),
    "hex": (lambda number: f"{number:X}", 0, LARGEST_NUMBER),
    "lowerLetter": (letters, 1, _LETTERS),
    "upperLetter": (lambda number: letters(number).upper(), 1, _LETTERS),
    "lowerRoman": (roman, 1, LARGEST_NUMBER),
    "upperRoman": (lambda number: roman(number).upper(), 1, LARGEST_NUMBER),
    "chicago": (lambda number: _repeated("*†‡§", number), 1, 40),
    "russianLower": (lambda number: _repeated(_RUSSIAN, number), 1, 10 * len(_RUSSIAN)),
    "russianUpper": (lambda number: _repeated(_RUSSIAN, number).upper(), 1, 10 * len(_RUSSIAN)),
    "arabicAbjad": (_sequence(*_ABJAD), 1, len(_ABJAD)),
    "arabicAlpha": (_sequence(*_ALPHABET), 1, len(_ALPHABET)),
    "chineseCounting": (chinese, 1, 99),
    "chineseCountingThousand": (chinese_thousand, 1, 9_999),
    "chineseLegalSimplified": (_sequence(*"壹贰叁肆伍陆柒捌玖"), 1, 9),
    "ideographDigital": (_digits("〇一二三四五六七八九"), 1, LARGEST_NUMBER),
    "taiwaneseDigital": (_digits("○一二三四五六七八九"), 1, LARGEST_NUMBER),
    "taiwaneseCounting": (chinese, 1, 99),
    "taiwaneseCountingThousand": (chinese_thousand, 1, 9_999),
    "japaneseCounting": (chinese, 1, 99),
    "ideographTraditional": (_sequence(*_STEMS), 1, 10),
    "ideographZodiac": (_sequence(*_BRANCHES), 1, 12),
    "ideographZodiacTraditional": (_sequence(*_CYCLE), 1, 60),
    "ideographLegalTraditional": (_sequence(*"壹貳參肆伍陸柒捌玖"), 1, 9),
    "ideographEnclosedCircle": (_sequence(*"㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"), 1, 10),
}


def printed(how: str, number: int) -> str:
    """A number in one of Word's formats, as in ``printed("lowerLetter", 2)``: b.

    how: a value of ST_NumberFormat, or what a custom one is made from: ``001, 002, 003, ...``.
    Raises UnprintableError where the format, or the number in it, is not one that can be written.
    """
    if how.startswith("0") and how.partition(",")[0].strip("0") == "1":
        how, zeros = "decimal", len(how.partition(",")[0])
    else:
        zeros = 0
    if how not in _FORMATS:
        raise UnprintableError(f"numbers in Word’s format “{how}”, which prints words or signs that are not known here")
    write, smallest, largest = _FORMATS[how]
    if not smallest <= number <= largest:
        raise UnprintableError(
            f"the number {number} in Word’s format “{how}”, of which {smallest} to {largest} are known here"
        )
    return write(number).zfill(zeros)
