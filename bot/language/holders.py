"""What a reference stands in, and how deep it goes: an annex, a chapter that numbers anew, a sub-paragraph.

第5段(a)项, OP 5(b)(ii), subparagraph b of paragraph 5, annex I, paragraph 3, ANNEX1.3, 第一部分第2段, OP A.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.language import numerals
from bot.language.elsewhere import alternatives
from bot.language.references import ReferenceReader
from bot.language.selection import References, Selection
from bot.resolution import Part, Span


class Holder(StrEnum):
    """What has words of its own in references.toml."""

    ANNEX = "annex"
    SECTION = "section"
    PIECE = "piece"


_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ABJAD = "ابجدهوزحطيكلمنسع"
"""The order of Arabic labels, as the normal form spells them."""
_CYRILLIC = "абвгдежзиклмнопрст"
_DIGITS = "一二三四五六七八九十"
_BODY = rf"[a-z]{{1,3}}|[ivx]{{1,5}}|[{_CYRILLIC}]|[{_ABJAD}]|\d{{1,2}}|[{_DIGITS}]{{1,3}}|[{_STEMS}]"
_NO_ENDINGS = f"b-df-np-z{_CYRILLIC[1:5]}{_ABJAD}"
"""Letters that make no ordinal right behind a number, as in 2e, 2o."""
_OF, _NTH = "的?", "第"
_LABEL = rf"\((?:{_BODY})\)"
_COUNTED = rf"[{_DIGITS}]{{1,3}}|\d{{1,2}}"
_NUMBER = rf"[{_DIGITS}]{{1,3}}|\d{{1,2}}|[ivx]{{1,5}}(?![a-z])|[a-z](?![a-z])"
_SHORT_NUMBER = 3
"""Figures of the longest number of a paragraph."""
_DIRECT = re.compile(r"(?<![a-z])(?P<part>op|pp) ?(?P<section>[a-z])\. ?(?P<number>\d{1,3})(?!\d)")
"""OPA.1, OP A.1."""


def ranks(label: str) -> frozenset[int]:
    """The places that a label without brackets can mark among its like: (i) the first and the ninth; empty for none."""
    counted = int(label) if label.isdecimal() else numerals.chinese(label)
    if counted:
        return frozenset({counted})
    found = {row.index(label) + 1 for row in (_STEMS, _ABJAD, _CYRILLIC) if label in row}
    if set(label) <= set("ivx"):
        found.add(numerals.roman(label))
    if re.fullmatch("[a-z]", label):
        found.add(ord(label) - ord("a") + 1)
    return frozenset(found)


@dataclass(frozen=True)
class HolderWords:
    """The patterns that the words of content/ make."""

    annex: re.Pattern[str]
    section: re.Pattern[str]
    piece: re.Pattern[str]

    @classmethod
    def of(cls, words: dict[str, list[str]]) -> HolderWords:
        """words: for each Holder's value its phrases."""
        annex, section, piece = (alternatives(words[h]) for h in Holder)
        return cls(
            re.compile(
                rf"(?:{annex}) ?(?:(?P<number>{_COUNTED}|[ivx]{{1,5}}(?![a-z]))(?:\.(?P<paragraph>\d{{1,3}}))?)?"
            ),
            re.compile(rf"{_NTH}(?P<zh>{_COUNTED})(?:{section})|(?:{section}) (?P<label>{_NUMBER})"),
            re.compile(
                rf"(?<=[\d段条款]){_OF} ?{_NTH}?(?P<behind>(?:{_LABEL} ?){{1,3}})(?:{piece})?"  # 第5段(a)项, 5(b)(ii)
                rf"|(?<=[\d段条款]) ?(?P<half>[a-z{_CYRILLIC}{_ABJAD}]\)(?: ?[ivx]{{1,5}}\))?)"  # párrafo 3 b) ii)
                rf"|(?<=[段条]){_OF} ?(?P<letter>[a-z])(?:{piece})"  # 第5段a项
                rf"|(?P<last>(?<=\d)[{_NO_ENDINGS}]|(?<=\d[ .])[a-z{_CYRILLIC}{_ABJAD}])(?=[ ?.!。]*$)"  # op 5b, 5.b
                rf"|(?<=段){_OF}{_NTH}(?P<nth>{_COUNTED})(?:{piece})"  # 第5段第二项
                rf"|(?:{piece})(?: ?\(?(?P<named>{_BODY})\)"
                rf"|(?: |(?<![a-z{_CYRILLIC}]))(?P<alone>[a-z{_CYRILLIC}{_ABJAD}])(?!\w))"  # alinéas has no s
            ),
        )


def read_references(
    norm: str, reader: ReferenceReader, words: HolderWords, taken: Iterable[tuple[int, int]]
) -> References:
    """The references in a text, with the sub-paragraph, the chapter or the annex that it names."""
    if direct := _DIRECT.search(norm):
        number = int(direct["number"])
        selection = Selection(number, number, Part(direct["part"].upper()), section=direct["section"])
        return References((selection,), part=selection.part, spans=(direct.span(),))
    annex = words.annex.search(norm)
    if annex and annex["paragraph"]:
        number = int(annex["paragraph"])
        found = Selection(number, number, Part.ANNEX, _printed(annex["number"]))
        return References((found,), spans=(annex.span(),))
    piece, section = words.piece.search(norm), words.section.search(norm)
    references = reader.read(_spaced(norm, piece), [*taken, *(m.span() for m in (annex, section) if m)])
    if piece and not references.selections and (at := _numbered(piece)):
        # Lis-moi le 2 b): what has a sub-paragraph is a paragraph, whatever stands before it.
        only = int(norm[slice(*at)])
        references = replace(references, selections=(Selection(only, only),), spans=(*references.spans, at))
    if not references.selections:
        # What is no number of a paragraph has no pieces, stands in no chapter and in no annex.
        return reader.read(norm, taken) if annex or piece or section else references
    if annex:
        references = _in_annex(references, annex)
    if section:
        references = (
            _in_section(references, section)
            if _leads(section, references)
            else reader.read(_spaced(norm, piece), taken)
        )
    return _with_piece(references, piece) if piece else references


def _spaced(norm: str, piece: re.Match[str] | None) -> str:
    """The text with spaces for the piece, over which the number and its unit are read together: 第5(a)段."""
    return norm[: piece.start()] + " " * len(piece[0]) + norm[piece.end() :] if piece else norm


def _numbered(piece: re.Match[str]) -> Span | None:
    """Where the short number stands right behind which a piece does that is a letter in brackets: 2 (b), 2 b); None
    where there is no such, as in 1994 (4)."""
    before = piece.string[: piece.start()].rstrip()
    start = len(before.rstrip("0123456789"))
    letter = any(map(str.isalpha, piece["behind"] or piece["half"] or ""))
    own = 0 < len(before) - start <= _SHORT_NUMBER and not before[:start].endswith(("/", "."))
    return (start, len(before)) if letter and own else None


def _printed(number: str | None) -> int:
    """The number of an annex as a message prints it; 1 where it prints none."""
    if not number:
        return 1
    return numerals.roman(number) if set(number) <= set("ivx") else numerals.value(number) or 1


def _in_annex(references: References, annex: re.Match[str]) -> References:
    number = _printed(annex["number"])
    selections = tuple(replace(s, part=Part.ANNEX, annex=number) for s in references.selections)
    return replace(references, selections=selections, part=Part.ANNEX, spans=(*references.spans, annex.span()))


def _leads(section: re.Match[str], references: References) -> bool:
    """Whether the chapter is named right before the numbers: part A, paragraph 1."""
    return any(0 <= start - section.end() <= 2 for start, _ in references.spans)


def _in_section(references: References, section: re.Match[str]) -> References:
    printed = section["zh"] or section["label"]
    label = str(numerals.value(printed)) if printed[0] in numerals.CHINESE else printed
    selections = tuple(replace(s, section=label) for s in references.selections)
    return replace(references, selections=selections, spans=(*references.spans, section.span()))


def _with_piece(references: References, piece: re.Match[str]) -> References:
    """The one paragraph that is named, with its piece; several have none."""
    only = references.selections[0]
    if len(references.selections) > 1 or only.first != only.last:
        return references
    labels = re.findall(r"[^() ]+", next(g for g in piece.groups() if g))
    printed = f"({numerals.value(piece['nth'])})" if piece["nth"] else "".join(f"({x})" for x in labels)
    return replace(references, selections=(replace(only, piece=printed),), spans=(*references.spans, piece.span()))
