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
    "[\ufffd\ufffe\uffff\ue000-\uf8ff\U000f0000-\U0010ffff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u2e80-\u2eff]"
)
"""What stands for no character: replacement, private use, control, a radical that stands for no ideograph."""


_MARKS = re.compile(r"(?<![ÂÃ])[⁰¹²³⁴⁵⁶⁷⁸⁹†‡]+(?=[^\w\s]|\s|$)|^\s*[⁰¹²³⁴⁵⁶⁷⁸⁹†‡]+")
"""Marks of notes, behind a word or before the note: beside an é they look like such letters."""


def unsound(text: str) -> str | None:
    """What in a text is no text: a character without meaning, letters read in a wrong encoding; None where all is."""
    if found := _NO_TEXT.search(text):
        around = text[max(0, found.start() - 20) : found.end() + 20].strip()
        name = unicodedata.name(found[0], "without a meaning of its own")
        return f"the character U+{ord(found[0]):04X} ({name}) in “{around}”"
    plain = _MARKS.sub("", text)
    if is_bad(plain):
        word = next((word for word in plain.split() if is_bad(word)), plain[:40])
        return f"“{word}” is text that was read in a wrong encoding"
    return None
