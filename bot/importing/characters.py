"""Characters that files have in place of others: radicals, letters of symbol fonts, remains of a wrong encoding."""

from __future__ import annotations

import re
import unicodedata

from ftfy.badness import is_bad

_RADICALS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕𫜹⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母"
    "⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹"
    "⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食"
    "⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
RADICALS = dict(zip(_RADICALS[::2], _RADICALS[1::2], strict=True))
"""The CJK Radicals Supplement, each with the ideograph it stands for (Unicode's EquivalentUnifiedIdeograph.txt)."""

SYMBOL_FONTS = frozenset({"symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "mt extra", "zapfdingbats"})
"""In small letters: fonts that draw signs in place of letters."""
_SYMBOL_LOW = "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
"""The font Symbol from 21 to 7E, as Adobe encodes it."""
_SYMBOL_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…│─↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈"
"""From A0 to E1."""
_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x75: "◆",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xFB: "✗",
    0xFC: "✓",
}
"""Those signs of Wingdings that lists and arrows are made of."""


def from_symbol_font(font: str, character: str) -> str | None:
    """The character that a font draws for this one: itself in a font of letters, None where that is not known.

    Word keeps the signs of such fonts at F000 to F0FF, too.
    """
    code = ord(character)
    name = font.casefold()
    if name not in SYMBOL_FONTS:
        return None if 0xE000 <= code <= 0xF8FF else character
    code -= 0xF000 if 0xF000 <= code <= 0xF0FF else 0
    if name == "symbol":
        if 0x21 <= code <= 0x7E:
            return _SYMBOL_LOW[code - 0x21]
        return _SYMBOL_HIGH[code - 0xA0] if 0xA0 <= code < 0xA0 + len(_SYMBOL_HIGH) else None
    return _WINGDINGS.get(code) if name == "wingdings" else None


_NO_TEXT = re.compile(
    "[\ufffc\ufffd\ufffe\uffff\ue000-\uf8ff\U000e0000-\U0010ffff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
    "\u2e80-\u2eff\u202d\u202e]"
)
"""What stands for no character: replacement, an object, private use, tags, control, a radical that stands for no
ideograph; and what has letters printed in another order than they stand in."""
_UNASSIGNED = "Cn"
"""The category of what stands for nothing yet. Ideographs are still being added, so that theirs are left alone."""
_IDEOGRAPHS = "\U00020000"
"""Where the planes of ideographs begin."""

_MARKS = re.compile(r"(?<![ÂÃ])[⁰¹²³⁴⁵⁶⁷⁸⁹†‡]+(?=[^\w\s]|\s|$)|^\s*[⁰¹²³⁴⁵⁶⁷⁸⁹†‡]+")
"""Marks of notes, behind a word or before the note: beside an é they look like such letters."""
_MARKUP = re.compile(
    r"&(?:[a-z]\w{1,30}|#\d{2,7}|#x[0-9a-f]{2,6});|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}"
    r"|</?(?:a|b|i|u|p|br|em|strong|span|div|font|su[bp]|t[dr]|table|li|[ou]l|h[1-6])\b[^<>]{0,200}>",
    re.IGNORECASE,
)
"""Characters and marks as a web page or a program writes them: &amp;, <b>, \\u2019."""
_LOST = re.compile(r"(?<=\w)\?+(?=\w)|\?{3,}|(?<=\w)[□▯]|[□▯]{2,}")
"""What a program writes for a character that it can't: a question mark or a box within a word, or several."""
_REPLACED = re.compile("锟斤拷|烫烫烫|屯屯屯")
"""Replacement characters and memory that nobody wrote to, read as GBK."""
_READ_AS = (
    ("gb18030", re.compile(rb"(?:[\xe4-\xe9][\x80-\xbf]{2}){4}")),
    ("cp1256", re.compile(rb"(?:[\xd8-\xdb][\x80-\xbf]){4}")),
    ("cp1251", re.compile(rb"(?:[\xd0\xd1][\x80-\xbf]){4}")),
)
"""Encodings that UTF-8 is read as where it is not known for what it is, and how UTF-8 of that script stands there.

Four characters of it: in Chinese one stretch in some 10¹⁰ is so by chance, in Arabic and Russian none that is words."""
_MIXED = re.compile(r"\b(?=\w*[a-zß-öø-ÿ])(?=\w*[а-яё])[^\W\d_]+\b", re.IGNORECASE)
"""A word with letters of two alphabets, of which one looks like another: a Cyrillic о in an English word."""


def unsound(text: str) -> str | None:
    """What in a text is no text: a character without meaning, letters read in a wrong encoding, remains of markup; None
    where all is."""
    if found := _without_meaning(text):
        around = text[max(0, found[0] - 20) : found[0] + 21].strip()
        name = unicodedata.name(found[1], "without a meaning of its own")
        return f"the character U+{ord(found[1]):04X} ({name}) in “{around}”"
    if markup := _MARKUP.search(text):
        return f"“{markup[0][:40]}” is markup, and no text"
    plain = _MARKS.sub("", text)
    # In an address a question mark has its place.
    if lost := _LOST.search(" ".join(word for word in plain.split() if "/" not in word)):
        around = lost.string[max(0, lost.start() - 20) : lost.end() + 20].strip()
        return f"“{lost[0]}” stands for a character that was lost in “{around}”"
    if misread := _misread(plain):
        return f"“{misread}” is text that was read in a wrong encoding"
    return None


def _without_meaning(text: str) -> tuple[int, str] | None:
    """The first character that stands for none, and where it is."""
    if found := _NO_TEXT.search(text):
        return found.start(), found[0]
    unassigned = (
        (at, character)
        for at, character in enumerate(text)
        if character < _IDEOGRAPHS and unicodedata.category(character) == _UNASSIGNED
    )
    return None if text.isascii() else next(unassigned, None)


def _misread(text: str) -> str | None:
    """The first word that was read in another encoding than it was written in."""
    if is_bad(text):
        return next((word for word in text.split() if is_bad(word)), text[:40])
    if replaced := _REPLACED.search(text):
        return replaced[0]
    if text.isascii():
        return None
    found = ((encoding, pattern.search(text.encode(encoding, "replace"))) for encoding, pattern in _READ_AS)
    return next((each[0].decode(encoding, "ignore") for encoding, each in found if each), None)


def mixed(text: str) -> str | None:
    """The first word with letters of two alphabets; None where there is none."""
    found = _MIXED.search(text)
    return found[0] if found else None
