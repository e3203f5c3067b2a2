"""What a reference stands in, and how deep it goes: an annex, a chapter that numbers anew, a sub-paragraph.

第5段(a)项, OP 5(b)(ii), subparagraph b of paragraph 5, annex I, paragraph 3, ANNEX1.3, 第一部分第2段, OP A.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from string import ascii_lowercase

from bot.language import numerals
from bot.language.elsewhere import alternatives
from bot.language.normal import is_chinese, normal
from bot.language.references import ReferenceReader
from bot.language.selection import References, Selection
from bot.language.tokens import TokenKind
from bot.resolution import Part, Span


class Holder(StrEnum):
    """What has words of its own in references.toml."""

    ANNEX = "annex"
    SECTION = "section"
    PIECE = "piece"
    AGAIN = "again"
    """What stands behind a number that was put in behind another of the same: 1 bis, 第1段之二."""


_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ABJAD = "ابجدهوزحطيكلمنسع"
"""The order of Arabic labels, as the normal form spells them."""
_CYRILLIC = "абвгдежзиклмнопрст"
_DIGITS = "一二三四五六七八九十"
_BODY = rf"[a-z]{{1,3}}|[ivx]{{4,5}}|[{_CYRILLIC}]|[{_ABJAD}]|\d{{1,2}}|[{_DIGITS}]{{1,3}}|[{_STEMS}]"
"""What can stand in brackets. No label fits two of these: in a row of them, what fits twice would take twice as long
with each that follows."""
_NO_ENDINGS = f"b-df-np-z{_CYRILLIC[1:5]}{_ABJAD}"
"""Letters that make no ordinal right behind a number, as in 2e, 2o."""
_OF, _NTH, _UNITS = "的?", "第", "段条款"
_LABEL = rf"\((?:{_BODY})\)"
_NAMED = rf"\(?(?:{_BODY})\)"
_HALF = rf"[a-z{_CYRILLIC}{_ABJAD}]\)"
_PRINTED = re.compile(rf"\(?({_BODY})\)")
_ROWS = ("ivx", ascii_lowercase, _CYRILLIC, _ABJAD, _STEMS)
_COUNTED = rf"[{_DIGITS}]{{1,3}}|\d{{1,2}}"
_NUMBER = rf"[{_DIGITS}]{{1,3}}|\d{{1,2}}|[ivx]{{1,5}}(?![a-z])|[a-z](?![a-z])"
_LETTERED = r"[bcdfgh](?![a-z'])|[ae](?= ?(?:$|[,.;:?!)\u4e00-\u9fff]))"
"""The letter of an annex; an a that ends no clause is a word: anexo a la."""
_SHORT_NUMBER = 3
"""Figures of the longest number of a paragraph."""
_DIRECT = re.compile(r"(?<![a-z])(?P<part>op|pp) ?(?P<section>[a-z])\. ?(?P<number>\d{1,3})(?!\d)")
"""OPA.1, OP A.1."""

_OF_ANNEX = re.compile(
    rf"(?<![a-z0-9/.\-])a(?P<number>\d{{1,2}})(?=[{_UNITS}]|\W{{0,3}}\w{{0,3}}\W{{0,3}}a\d|[ ?.!。]*$)"
)
"""A3, as replies name the third paragraph of an annex that is the only one; A4 paper is none."""


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
    to: tuple[str, ...]
    """Between the first and the last of several."""

    @classmethod
    def of(cls, words: dict[str, list[str]]) -> HolderWords:
        """words: for the value of each Holder, and of AND and TO, its phrases."""
        tables = (*Holder, TokenKind.AND, TokenKind.TO)
        annex, section, piece, again, joint, to = (alternatives(words[table]) for table in tables)
        more = rf"(?: ?(?:{to}|{joint}) ?{{}}(?:{piece})?)+"
        return cls(
            re.compile(
                rf"(?:{annex}) ?(?:(?P<number>{_COUNTED}|[ivx]{{1,5}}(?![a-z])|{_LETTERED})"
                r"(?:\.(?P<paragraph>\d{1,3}))?)?"
            ),
            re.compile(rf"{_NTH}(?P<zh>{_COUNTED})(?:{section})|(?:{section}) (?P<label>{_NUMBER})"),
            re.compile(
                rf"(?<=[\d{_UNITS}]){_OF} ?{_NTH}?(?P<behind>(?:{_LABEL} ?){{1,3}}(?:{piece})?"
                rf"(?:{more.format(_LABEL)})?)(?:{piece})?"  # 第5段(a)项, 5(b)(ii), 5(b)和(c)
                rf"|(?<=[\d{_UNITS}]) ?(?P<half>{_HALF}(?: ?[ivx]{{1,5}}\))?"
                rf"(?:{more.format(_HALF)})?)"  # párrafo 3 b) ii), 3 b) y c)
                rf"|(?<=[\d{_UNITS}])[ .]?(?P<again>{again})(?![a-z{_CYRILLIC}{_ABJAD}])"  # 1 bis, 第1段之二
                rf"|(?<=[段条]){_OF} ?(?P<letter>[a-z])(?:{piece})"  # 第5段a项
                rf"|(?P<last>(?<=\d)[{_NO_ENDINGS}]|(?<=\d[ .])[a-z{_CYRILLIC}{_ABJAD}])(?=[ ?.!。]*$)"  # op 5b, 5.b
                rf"|(?<=段){_OF}{_NTH}(?P<nth>{_COUNTED})(?:{piece})"  # 第5段第二项
                rf"|(?:{piece})(?: ?(?P<named>{_NAMED}(?:{more.format(_NAMED)})?)"
                rf"|(?: |(?<![a-z{_CYRILLIC}]))(?P<alone>[a-z{_CYRILLIC}{_ABJAD}])(?!\w))"  # alinéas has no s
            ),
            tuple(map(normal, words[TokenKind.TO])),
        )


def _by_id(norm: str) -> References | None:
    """The paragraphs that a text names as replies do, other than by a number alone: OPA.1, A3."""
    if direct := _DIRECT.search(norm):
        number = int(direct["number"])
        selection = Selection(number, number, Part(direct["part"].upper()), section=direct["section"])
        return References((selection,), part=selection.part, spans=(direct.span(),))
    if by_id := list(_OF_ANNEX.finditer(norm)):
        numbers = [int(found["number"]) for found in by_id]
        named = tuple(Selection(n, n, Part.ANNEX, 1) for n in numbers)
        return References(named, part=Part.ANNEX, spans=tuple(found.span() for found in by_id))
    return None


def read_references(
    norm: str, reader: ReferenceReader, words: HolderWords, taken: Iterable[tuple[int, int]]
) -> References:
    """The references in a text, with the sub-paragraph, the chapter or the annex that it names."""
    if by_id := _by_id(norm):
        return by_id
    annex = words.annex.search(norm)
    if annex and annex["paragraph"]:
        number = int(annex["paragraph"])
        found = Selection(number, number, Part.ANNEX, _printed(annex["number"]))
        return References((found,), spans=(annex.span(),))
    pieces, section = list(words.piece.finditer(norm)), words.section.search(norm)
    references = reader.read(_spaced(norm, pieces), [*taken, *(m.span() for m in (annex, section) if m)])
    if not references.selections and (at := [x for piece in pieces if (x := _numbered(piece))]):
        # Lis-moi le 2 b): what has a sub-paragraph is a paragraph, whatever stands before it.
        numbers = [int(norm[slice(*span)]) for span in at]
        references = replace(
            references, selections=tuple(Selection(n, n) for n in numbers), spans=(*references.spans, *at)
        )
    if not references.selections:
        # What is no number of a paragraph has no pieces, stands in no chapter and in no annex.
        read = reader.read(norm, taken) if annex or pieces or section else references
        if annex is None:
            return read
        whole = Selection(1, -1, Part.ANNEX, _printed(annex["number"]) if annex["number"] else 0)
        return replace(read, annex=(whole, annex.span()))
    if annex:
        references = _in_annex(references, annex)
    if section:
        references = (
            _in_section(references, section)
            if _leads(section, references)
            else reader.read(_spaced(norm, pieces), taken)
        )
    return _with_pieces(references, pieces, words.to)


def _spaced(norm: str, pieces: Iterable[re.Match[str]]) -> str:
    """The text with spaces for the pieces, over which a number and its unit are read together: 第5(a)段."""
    for piece in pieces:
        norm = norm[: piece.start()] + " " * len(piece[0]) + norm[piece.end() :]
    return norm


def _numbered(piece: re.Match[str]) -> Span | None:
    """Where the short number stands right behind which a piece does that is a letter in brackets: 2 (b), 2 b); None
    where there is no such, as in 1994 (4)."""
    before = piece.string[: piece.start()].rstrip()
    start = len(before.rstrip("0123456789"))
    letter = any(map(str.isalpha, "".join(_PRINTED.findall(piece["behind"] or piece["half"] or ""))))
    own = 0 < len(before) - start <= _SHORT_NUMBER and not before[:start].endswith(("/", "."))
    return (start, len(before)) if letter and own else None


def _printed(number: str | None) -> int:
    """The number of an annex as a message prints it; 1 where it prints none."""
    if not number:
        return 1
    if set(number) <= set("ivx"):
        return numerals.roman(number)
    return ord(number) - ord("a") + 1 if "a" <= number <= "h" else numerals.value(number) or 1


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


def _with_pieces(references: References, pieces: Sequence[re.Match[str]], to: tuple[str, ...]) -> References:
    """The paragraphs that are named, each with the pieces that stand behind its number; one that is named alone with
    what stands anywhere: subparagraph b of paragraph 5."""
    alone = len(references.selections) == 1
    left = [(_number_before(piece) if not alone or len(pieces) > 1 else None, piece) for piece in pieces]
    selections: list[Selection] = []
    spans = list(references.spans)
    for at, each in enumerate(references.selections):
        numbers = (each.first, None) if alone else (each.first,)
        own = [x for x in left if each.first == each.last and x[0] in numbers]
        again = any((s.first, s.last) == (each.first, each.last) for s in references.selections[at + 1 :])
        own = own[:1] if again else own
        left = [x for x in left if x not in own]
        spans += [piece.span() for _, piece in own]
        selections += [replace(each, piece=label) for _, piece in own for label in _labels(piece, to)] or [each]
    return replace(references, selections=tuple(selections), spans=tuple(spans))


def _number_before(piece: re.Match[str]) -> int | None:
    """The number that a piece stands behind; None where it stands behind none."""
    before = piece.string[: piece.start()].rstrip().rstrip(_UNITS).rstrip()
    number = before[len(before.rstrip("0123456789" if before[-1:].isdecimal() else _DIGITS)) :]
    return numerals.value(number) if number else None


def _labels(piece: re.Match[str], to: tuple[str, ...]) -> Iterator[str]:
    """What a piece names, as it would be printed: (a), (b)(ii), and (a), (b) and (c) of (a)至(c); its place where that
    is counted."""
    printed = next(g for g in piece.groups() if g)
    found = list(_PRINTED.finditer(printed))
    if piece["nth"] or not found:
        again = printed if is_chinese(printed) else f" {printed}"
        yield f"({numerals.value(printed)})" if piece["nth"] else again if piece["again"] else f"({printed})"
        return
    labels, end = [found[0][1]], found[0].end()
    runs = [labels]
    for each in found[1:]:
        between, end = printed[end : each.start()].strip(), each.end()
        if not between:
            labels.append(each[1])
            continue
        level = next((i for i, label in reversed([*enumerate(labels)]) if _row(label) == _row(each[1])), -1)
        above, first = labels[:level], labels[level]
        run = _between(first, each[1])[1:] if between.endswith(to) else [each[1]]
        runs += [[*above, label] for label in run]
        labels = runs[-1]
    yield from ("".join(f"({label})" for label in run) for run in runs)


def behind_number(number: int, said: str) -> tuple[str, ...]:
    """What names a sub-paragraph, behind the number of its paragraph, in the ways that this is written."""
    before = f"{_NTH}{number}{_UNITS[0]}"
    return f"{number} {said}", f"{before}{said}", f"{before}{_NTH}{said}"


def beside_piece(shown: str, piece: str) -> str:
    """The sub-paragraph that one names after another was shown: (b) after (a), (b)(ii) after (b)(i), and (b)(i) after
    (b); as printed, with brackets."""
    above, (first, *_) = _PRINTED.findall(shown), _PRINTED.findall(piece)
    like = (i for i, label in reversed([*enumerate(above)]) if _row(label) == _row(first) or _next(label) == first)
    return "".join(f"({label})" for label in above[: next(like, len(above))]) + piece


def _next(label: str) -> str:
    """The letter behind another: (i) behind (h) is none of the first ones."""
    return chr(ord(label) + 1) if len(label) == 1 else ""


def _row(label: str) -> str:
    """The row of labels that one is of; empty for those that are counted in figures."""
    return next((row for row in _ROWS if set(label) <= set(row)), "")


def _between(first: str, last: str) -> list[str]:
    """The labels from one to another; both alone, where that cannot be told."""
    row = next((row for row in (*_ROWS[1:], _DIGITS) if first in row and last in row), "")
    if row:
        return list(row[row.index(first) : row.index(last) + 1]) or [first, last]
    figures = (first + last).isdecimal() and int(first) < int(last)
    return [str(n) for n in range(int(first), int(last) + 1)] if figures else [first, last]
