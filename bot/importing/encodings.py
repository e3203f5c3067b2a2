"""In which encoding a plain text is: UTF-8, UTF-16, or one of the two that Chinese files had before them."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMON = frozenset(
    "的和国國会會人权權决決议議大联聯合理事安全第年月日一二三十在以其为為关關并各所有不中于是按保成重告行"
    "申回顾顧强強调調请請秘书書长長报報提出际際组組织織发發展又对對及与與包括作工面家工社本届屆次号號"
)
"""The characters that official Chinese texts have most, in both scripts."""
_SHARE = 0.25
"""Of the Chinese characters of a text: so many at least are among the commonest.

Of 56/4, in either script, 0.42 to 0.44 are, of stretches of 400 characters 0.38 and more; of Big5 read as GBK 0.00, of
Spanish 0.00, of Japanese up to 0.10."""
_LINE_END = re.compile("\r\n?|[\v\u2028\u2029]")
"""What ends a line beside ``\\n``. U+0085 may be an … read in a wrong encoding, so that it is left to be refused."""
_LEAST = 0.5
"""Of the letters of a text: so many at least are Chinese. Of 56/4 0.99 are, of Spanish read as Chinese 0.11."""


def decoded(data: bytes) -> str | None:
    """The text in those bytes, with ``\\n`` at the end of each line; None where no encoding shows for sure."""
    text = next((_read(data, encoding) for mark, encoding in _MARKS if data.startswith(mark)), None)
    if text is None:
        text = _read(data, "utf-8") if b"\0" not in data else _utf_16(data)
    if text is None:
        text = next(
            (found for each in ("gb18030", "cp950") if (found := _read(data, each)) is not None and _is_chinese(found)),
            None,
        )
    return None if text is None else _LINE_END.sub("\n", text)


def _read(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _utf_16(data: bytes) -> str | None:
    """Text in UTF-16 without a mark: in one order of its bytes it has spaces and ends of lines, in the other none."""
    found = [_read(data, encoding) for encoding in ("utf-16-le", "utf-16-be")]
    spaced = [text for text in found if text is not None and "\0" not in text and re.search(r"[ \n]", text)]
    return spaced[0] if len(spaced) == 1 else None


def _is_chinese(text: str) -> bool:
    """Whether it is Chinese as it is written, and no other text read as such."""
    chinese = re.findall("[\u3400-\u9fff]", text)
    letters = sum(c.isalpha() for c in text)
    return (
        bool(chinese)
        and len(chinese) >= _LEAST * letters
        and sum(c in _COMMON for c in chinese) >= _SHARE * len(chinese)
    )
