"""Which paragraphs a message names by number, and which documents it names by symbol.

第12段, 第十六和第十八段, 序言第三段, 前三段, 倒数第二段, OP 3 & 4, paras. 14–16, third preambular para, ¶9,
next two; and not 0.7%, 1993年, 第4条 of a declaration that is only cited, 第34次会议.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from bot.corpus.model import Part
from bot.language import numerals
from bot.language.normal import BLANK, blank
from bot.language.phrases import Phrases, is_letter
from bot.language.selection import References, Selection


class TokenKind(StrEnum):
    """What a piece of a message can be to the grammar of references. Names are those of cues.toml."""

    NUMBER = "number"
    NTH = "nth"
    UNIT = "unit"
    WEAK_UNIT = "weak_unit"
    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    TO = "to"
    AND = "and"
    FIRST = "first"
    LAST = "last"
    FROM_END = "from_end"
    PENULTIMATE = "penultimate"
    NEXT = "next"
    PREVIOUS = "previous"
    NOT = "not"
    GLUE = "glue"
    OTHER = "other"


_TELLING = frozenset(TokenKind) - {
    TokenKind.NTH, TokenKind.UNIT, TokenKind.WEAK_UNIT, TokenKind.TO, TokenKind.AND, TokenKind.NOT, TokenKind.GLUE, TokenKind.OTHER
}  # fmt: skip
"""Without a piece of one of these kinds there is nothing to read."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a message."""

    kind: TokenKind
    start: int
    end: int
    value: int = 0
    ordinal: bool = False
    run: tuple[int, ...] = ()
    """Of 二三: 2 and 3, since Chinese puts neighbouring numbers side by side."""


_NUMBER = re.compile(
    rf"(?P<digits>\d+)(?:st|nd|rd|th|er|ere|eme|e|o|a|º|ª|-й|-го)?(?![\w])|(?P<bare>\d+)|(?P<chinese>[{numerals.CHINESE}]+)|(?P<english>"
    + "|".join(sorted(map(re.escape, numerals.ENGLISH), key=len, reverse=True))
    + r")(?![a-z])|(?P<roman>x{0,3}(?:ix|iv|v?i{1,3}|v|(?<=x)))(?![a-z])"
)
_NUMERAL = re.compile(rf"[\d{numerals.CHINESE}]")
_MAYBE_NUMBER = re.compile(rf"{_NUMERAL.pattern}|(?<![a-z])(?:{'|'.join(sorted({w[:4] for w in numerals.ENGLISH}))}|[ivx]+(?![a-z]))")
"""Stands wherever _NUMBER finds something, and takes less time to look for."""
_NUMBER_STARTS = frozenset(numerals.CHINESE) | {w[0] for w in numerals.ENGLISH} | set("ivx")
_ORDINALS = frozenset(w for w in numerals.ENGLISH if w.endswith(("th", "first", "second", "third")))

NOT_REFERENCES = tuple(
    re.compile(pattern)
    for pattern in (
        r"《[^》]*》[^，。第\d]{0,6}第?[\d一二三四五六七八九十百〇]+(?:条|款|段|项)",
        r"(?:宣言|公约|宪章|议定书|盟约|条约|规约|协定)(?:的|里的|中的|里|中)?第[\d一二三四五六七八九十百〇]+(?:条|款|段|项)",
        r"article \d+ of the (?:un |united nations )?(?:declaration|charter|covenant|convention)[a-z ]*",
        r"一(?:共|起|样|致|道)",
        r"(?:第)?[\d〇一二三四五六七八九十百两]+(?:\.\d+)?\s*(?:%|percent|per cent|百分点|年|月|日|号(?!段)|届|次|票|国|个国|世纪|点钟)",
        r"(?:第)?[\d〇一二三四五六七八九十百两]+(?:小时|分钟|天|岁|人|万|亿|美元|欧元|度|倍|成|份|字|种|方(?!案)|代)",
        r"百分之[\d〇一二三四五六七八九十百零点]+",
        r"(?:议程|議程)?项目\s*(?:第)?[\d一二三四五六七八九十]+|(?:agenda )?item \d+",
        r"\d+\s*[+*×÷/x]\s*\d+|\d+(?:乘|除|加|减|乘以|除以)\d+",
        r"\d+\.\d+|[\d一二三四五六七八九十]+点[\d一二三四五六七八九十]+",
        r"covid-?\s?19|(?:19|20)\d\d",
        r"\d+(?:st|nd|rd|th)\s+(?:meeting|session|century)",
        r"(?:meeting|session)\s+\d+(?!\s*(?:段|条))",
    )
)
"""Numbers that do not number a paragraph of the document: articles of cited instruments, years, shares,
sessions, meetings, votes, sums. Each has a _NUMERAL in it."""


def _tokens(text: str, longest: dict[int, tuple[int, TokenKind]]) -> list[Token]:
    """The pieces of a text, without spaces; longest: the end and the kind of each word of references, by its start."""
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        if at in longest:
            token = Token(longest[at][1], at, longest[at][0])
        elif number := _number(text, at, tokens[-1].kind if tokens else None):
            token = number
        elif text[at] == " ":
            at += 1
            continue
        else:
            end = at + 1
            while end < len(text) and is_letter(text[at]) and is_letter(text[end]):
                end += 1
            token = Token(TokenKind.OTHER, at, end)
        tokens.append(token)
        at = token.end
    return tokens


def _number(text: str, at: int, before: TokenKind | None) -> Token | None:
    """The number that stands there, whichever way it is written; before: what comes before it."""
    if text[at] not in _NUMBER_STARTS and not text[at].isdecimal():
        return None
    found = _NUMBER.match(text, at)
    if not found or not found[0] or (at and is_letter(text[at - 1]) and is_letter(text[at])):
        return None
    if found["roman"]:
        # xii is a number only as the number of something.
        known = before in (TokenKind.UNIT, TokenKind.PREAMBLE, TokenKind.OPERATIVE)
        return Token(TokenKind.NUMBER, at, found.end(), numerals.roman(found["roman"])) if known else None
    value = numerals.value(found["digits"] or found["bare"] or found["chinese"] or found["english"] or "")
    if value is None:
        return None
    ordinal = found["english"] in _ORDINALS or found[0][-2:] in ("st", "nd", "rd", "th")
    return Token(TokenKind.NUMBER, at, found.end(), value, ordinal, numerals.neighbours(found["chinese"] or ""))


def _sifted(tokens: list[Token], text: str) -> list[Token]:
    """The tokens with numerals that are part of a word (一共, 统一, 三方) made OTHER."""
    sifted = []
    for i, token in enumerate(tokens):
        before = tokens[i - 1].kind if i else None
        after = tokens[i + 1].kind if i + 1 < len(tokens) else None
        written = token.kind is TokenKind.NUMBER and text[token.start] in numerals.CHINESE
        a_thing = token.value < 3 and text[token.end : token.end + 1] == "个"
        if written and before is not TokenKind.NTH and (a_thing or (after in (TokenKind.OTHER, TokenKind.WEAK_UNIT) and text[token.end] not in " \x00")):
            token = Token(TokenKind.OTHER, token.start, token.end)
        sifted.append(token)
    return sifted


Found = tuple[tuple[int, int], Selection]
"""A selection with its span in the message."""


class _Parser:
    """Reads references off a list of tokens; what is no part of any is passed over."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.at = 0
        self.found: list[Found] = []
        self.spans: list[tuple[int, int]] = []
        self.step = 0
        self.own_part = False
        """Whether the last number of the list being read has a part of its own before it."""
        # With nothing else in the message, a number alone is a reference: "17", "十一到十三".
        self.bare = all(t.kind not in (TokenKind.OTHER, TokenKind.FIRST) for t in tokens)

    def kind(self, ahead: int = 0) -> TokenKind | None:
        at = self.at + ahead
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else None

    def accept(self, *kinds: TokenKind) -> Token | None:
        if self.kind() in kinds:
            self.at += 1
            return self.tokens[self.at - 1]
        return None

    def part(self) -> Part | None:
        if self.accept(TokenKind.PREAMBLE):
            return Part.PREAMBLE
        if self.accept(TokenKind.OPERATIVE):
            return Part.OPERATIVE
        return None

    def parse(self) -> None:
        while self.at < len(self.tokens):
            start = self.at
            if self.relative():
                self.spans.append((self.tokens[start].start, self.tokens[self.at - 1].end))
            elif found := self.reference():
                self.spans.append((self.tokens[start].start, self.tokens[self.at - 1].end))
                if self.found and self.kind(start - 1 - self.at) is TokenKind.AND:
                    # 序言第一段和最后一段: the part named first is that of both.
                    found = [(span, replace(s, part=s.part or self.found[-1][1].part)) for span, s in found]
                self.found += found
            else:
                self.at = start + 1

    def relative(self) -> bool:
        """下一段, next two: a step from the paragraph shown last."""
        start = self.at
        number = None
        if self.kind() is TokenKind.GLUE and self.kind(1) is TokenKind.NUMBER and self.kind(2) in (TokenKind.NEXT, TokenKind.PREVIOUS):
            # the two after that
            self.at += 1
            number = self.accept(TokenKind.NUMBER)
        token = self.accept(TokenKind.NEXT, TokenKind.PREVIOUS)
        if token is None:
            self.at = start
            return False
        while self.accept(TokenKind.GLUE):
            pass
        number = number or self.accept(TokenKind.NUMBER)
        self.accept(TokenKind.GLUE)
        n = number.value if number else 1
        # 下个 and following are ordinary words unless a paragraph follows, or nothing does.
        idle = all(t.kind in (TokenKind.GLUE, TokenKind.AND, TokenKind.PREAMBLE, TokenKind.OPERATIVE, TokenKind.UNIT) for t in self.tokens[self.at :])
        sure = self.accept(TokenKind.UNIT) or number or idle
        if not sure or not 1 <= n <= 50:
            self.at = start
            return False
        self.step = n if token.kind is TokenKind.NEXT else -n
        return True

    def reference(self) -> list[Found]:
        """One reference from here on: a list of numbers with a part and a unit around it; or nothing."""
        start, self.own_part = self.at, False
        part = self.part()
        self.accept(TokenKind.GLUE)
        unit = bool(self.accept(TokenKind.UNIT))
        part = part or self.part()
        unit = bool(self.accept(TokenKind.UNIT)) or unit
        first = self.at
        counted = self.counted()
        found = [(self.span(first), s) for s in counted] or self.numbers(anchored=unit or part is not None or self.after_not(start))
        if not found:
            self.at = start
            return []
        found_part = self.trailing_part()
        if part is None and not self.own_part and len({s.part for _, s in found[:-1]} | {None}) == 1:
            # para 3 and 4 of the preamble; but 第5段和序言第3段
            found_part = found_part or found[-1][1].part
        return [(span, replace(s, part=s.part or part or found_part)) for span, s in found]

    def after_not(self, at: int) -> bool:
        """Whether something was found before, and what comes is not wanted: les paragraphes 1 à 4, sauf le 2."""
        before = [t.kind for t in self.tokens[max(0, at - 3) : at] if t.kind is not TokenKind.GLUE]
        return bool(self.found) and bool(before) and before[-1] is TokenKind.NOT

    def span(self, first: int) -> tuple[int, int]:
        """Where the tokens from that one to the last one read stand."""
        return self.tokens[first].start, self.tokens[self.at - 1].end

    def trailing_part(self) -> Part | None:
        """A part named after the numbers: “paragraphe 8 du dispositif”, “最后一段，序言的”."""
        saved = self.at
        self.accept(TokenKind.UNIT)
        while self.accept(TokenKind.GLUE):
            pass
        if part := self.part():
            self.accept(TokenKind.UNIT)
            return part
        self.at = saved
        self.accept(TokenKind.UNIT)
        return None

    def counted(self) -> list[Selection]:
        """前三段, first three, 最后两段, last paragraph, 倒数第二段, 首段, 末段, next two."""
        start = self.at
        token = self.accept(TokenKind.FIRST, TokenKind.LAST, TokenKind.FROM_END, TokenKind.PENULTIMATE)
        if token and token.kind is TokenKind.PENULTIMATE:
            part = self.part()
            self.accept(TokenKind.UNIT)
            return [Selection(-2, -2, part)]
        if token is None:
            return self.first_n()
        while self.accept(TokenKind.GLUE):
            pass
        nth = self.accept(TokenKind.NTH)
        number = self.accept(TokenKind.NUMBER)
        n = number.value if number else 1
        while self.accept(TokenKind.GLUE):
            pass
        inner = self.part()
        unit = self.accept(TokenKind.UNIT)
        alone = self.bare and self.kind() is None
        whole = unit or inner or (number and (self.bare or self.kind() is None)) or (token.kind is TokenKind.LAST and alone)
        if not whole or n < 1:
            self.at = start
            return []
        if token.kind is TokenKind.FROM_END and number and not nth:
            # 倒数两段
            return [Selection(-n, -1, inner)]
        if token.kind is TokenKind.FROM_END or (token.kind is TokenKind.LAST and nth):
            return [Selection(-n, -n, inner), *self.more_from_end(inner)]
        return [Selection(1, n, inner)] if token.kind is TokenKind.FIRST else [Selection(-n, -1, inner)]

    def more_from_end(self, part: Part | None) -> list[Selection]:
        """The rest of 倒数第二和第三段."""
        start = self.at
        if self.accept(TokenKind.AND) and self.accept(TokenKind.NTH) and (number := self.accept(TokenKind.NUMBER)):
            self.accept(TokenKind.UNIT)
            return [Selection(-number.value, -number.value, part)]
        self.at = start
        return []

    def first_n(self) -> list[Selection]:
        """“first three paragraphs”, “third last paragraph”, “second to last”: an ordinal, then something else."""
        first, second = (*self.tokens[self.at : self.at + 2], None, None)[:2]
        if not first or not second or first.kind is not TokenKind.NUMBER or not first.ordinal:
            return []
        if second.kind is TokenKind.NUMBER and first.value == 1 and not second.ordinal:
            selection = Selection(1, second.value)
            self.at += 2
        elif second.kind is TokenKind.LAST:
            selection = Selection(-first.value, -first.value)
            self.at += 2
        else:
            return []
        part = self.part()
        if not self.accept(TokenKind.UNIT) and part is None and self.kind() is not None and not self.bare:
            self.at -= 2
            return []
        return [replace(selection, part=part)] if selection.last else []

    def numbers(self, anchored: bool) -> list[Found]:
        """A list of numbers and ranges, each with its span; anchored: a part or unit stands before it."""
        start = self.at
        found: list[Found] = []
        sure = anchored or self.bare
        while item := self.item(first=not found):
            found += item[0]
            sure = sure or item[1]
            if self.summed_up(len(found)):
                return found
            end = self.at
            if not (self.accept(TokenKind.AND) or (self.kind() in (TokenKind.NTH, TokenKind.NUMBER) and (self.bare or anchored))):
                break
            while self.accept(TokenKind.AND, TokenKind.GLUE):
                pass
            if self.kind() not in (TokenKind.NTH, TokenKind.NUMBER, TokenKind.UNIT, TokenKind.PREAMBLE, TokenKind.OPERATIVE):
                self.at = end
                break
        if found and sure:
            return found
        self.at = start
        return []

    def summed_up(self, count: int) -> bool:
        """Whether the list is counted behind it, which makes it sure: 3、7、19这三段."""
        saved = self.at
        while self.accept(TokenKind.GLUE):
            pass
        number = self.accept(TokenKind.NUMBER)
        if number and number.value == count and self.accept(TokenKind.UNIT):
            return True
        self.at = saved
        return False

    def item(self, first: bool) -> tuple[list[Found], bool] | None:
        """One number, run of neighbours or range of a list, and whether it is sure to number paragraphs."""
        begin = self.at
        part = None if first else self.part()
        if not first:
            self.accept(TokenKind.UNIT)
            part = part or self.part()
            self.own_part = part is not None
        start = self.at
        nth = self.accept(TokenKind.NTH)
        number = self.accept(TokenKind.NUMBER)
        if not number:
            self.at = begin
            return None
        self.accept(TokenKind.GLUE)
        inner = self.part()
        unit = self.accept(TokenKind.UNIT, TokenKind.WEAK_UNIT)
        part = part or inner or self.part()
        # 一段, 两条 without 第 are "a paragraph", "two articles"; 三项 without it is no reference at all.
        counted = bool(unit and (nth or number.ordinal or (number.value > 2 and unit.kind is TokenKind.UNIT)))
        sure = counted or bool(part and (nth or number.ordinal))
        if last := self.range_end(number):
            low, high = sorted(last) if last[1] > 0 else last
            return [(self.span(start), Selection(low, high, part))], sure or (self.ends_with_unit(start) and max(last) > 2)
        run = number.run if nth and number.run else (number.value,)
        return [(self.span(start), Selection(n, n, part)) for n in run], sure

    def range_end(self, number: Token) -> tuple[int, int] | None:
        """Both ends of a range that begins with that number: 第13到15段, 从第17段到最后; None if it is none."""
        saved = self.at
        if self.accept(TokenKind.TO):
            self.accept(TokenKind.UNIT)
            self.part()
            self.accept(TokenKind.NTH)
            if last := self.accept(TokenKind.NUMBER):
                self.accept(TokenKind.UNIT)
                return number.value, last.value
            if self.accept(TokenKind.LAST):
                self.accept(TokenKind.NUMBER)
                self.accept(TokenKind.UNIT)
                return number.value, -1
        self.at = saved
        return None

    def ends_with_unit(self, start: int) -> bool:
        """Whether the last token read, from that one on, is a unit."""
        return self.at > start and self.tokens[self.at - 1].kind is TokenKind.UNIT


class ReferenceReader:
    """Finds references, by the words that content/cues.toml has under [reference]."""

    def __init__(self, words: dict[str, list[str]]) -> None:
        """words: for each TokenKind's value the phrases that are of it."""
        self._words = Phrases((phrase, TokenKind(kind)) for kind, phrases in words.items() for phrase in phrases)

    def read(self, norm: str, taken: Iterable[tuple[int, int]] = ()) -> References:
        """The references in a text in normal form; taken: spans that mean something else (names)."""
        text = blank(norm, taken)
        if _NUMERAL.search(text):
            for pattern in NOT_REFERENCES:
                text = pattern.sub(lambda m: BLANK * len(m[0]), text)
        longest = {start: (end, kind) for start, end, kind in self._words.longest(text)}
        if _TELLING.isdisjoint(kind for _, kind in longest.values()) and not _MAYBE_NUMBER.search(text):
            return References()
        tokens = _sifted(_tokens(text, longest), text)
        if _TELLING.isdisjoint(t.kind for t in tokens):
            return References()
        parser = _Parser(tokens)
        parser.parse()
        wanted, excluded = self._without(parser, tokens)
        parts = [t for t in tokens if t.kind in (TokenKind.PREAMBLE, TokenKind.OPERATIVE)]
        part = (Part.PREAMBLE if parts[0].kind is TokenKind.PREAMBLE else Part.OPERATIVE) if parts else None
        spans = (*parser.spans, *((t.start, t.end) for t in parts))
        return References(wanted, excluded, parser.step, part, spans)

    @staticmethod
    def _without(parser: _Parser, tokens: list[Token]) -> tuple[tuple[Selection, ...], tuple[Selection, ...]]:
        """Set apart what the message does not want: 十七不要, 除了第17段, except 17."""
        wanted: list[Selection] = []
        excluded: list[Selection] = []
        starts = {start for (start, _), _ in parser.found}
        meant = [t for t in tokens if t.kind is not TokenKind.GLUE]
        leading = {after.start for before, after in pairwise(meant) if before.kind is TokenKind.NOT and after.start in starts}
        trailing = {before.end for before, after in pairwise(meant) if after.kind is TokenKind.NOT and not any(0 < s - after.end < 3 for s in leading)}
        for (start, end), selection in parser.found:
            refused = len(parser.found) > 1 and (start in leading or end in trailing)
            (excluded if refused else wanted).append(selection)
        return (tuple(wanted), tuple(excluded)) if wanted else (tuple(excluded), ())


_LABEL = r"\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2}|[一二三四五六七八九十]{1,3})\)"
_PIECE = re.compile(rf"(?<=[\d段条款]) ?((?:{_LABEL} ?){{1,3}})(?:项|款|目|分段)?|(?<=[段条])([a-z])(?:项|款|目)")
_ANNEX = re.compile(
    r"(?:附件|附录|附錄|(?<![a-z])(?:annexe?|anexo)|приложени[а-я]*|المرفق) ?"
    r"(?:(?P<number>[一二三四五六七八九十]{1,3}|\d{1,2}|[ivx]{1,5}(?![a-z]))(?:\.(?P<paragraph>\d{1,3}))?)?"
)
_ROMAN = {numeral: i for i, numeral in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"), 1)}


def read_references(norm: str, reader: ReferenceReader, taken: Iterable[tuple[int, int]]) -> References:
    """The references in a text, with the sub-paragraph or the annex that it names: 第5段(a)项, annex I, paragraph 3, ANNEX1.3."""
    annex = _ANNEX.search(norm)
    if annex and annex["paragraph"]:
        number = int(annex["paragraph"])
        return References((Selection(number, number, Part.ANNEX, int(annex["number"])),), spans=(annex.span(),))
    piece = _PIECE.search(norm)
    # 第5(a)段: spaces, over which the number and its unit are read together.
    plain = norm[: piece.start()] + " " * len(piece[0]) + norm[piece.end() :] if piece else norm
    references = reader.read(plain, [*taken, *((annex.span(),) if annex else ())])
    if not references.selections:
        # What is no number of a paragraph has no pieces, and no annex.
        return reader.read(norm, taken) if annex or piece else references
    if annex:
        printed = annex["number"] or "1"
        number = _ROMAN.get(printed) or numerals.value(printed) or 1
        selections = tuple(replace(s, part=Part.ANNEX, annex=number) for s in references.selections)
        references = replace(references, selections=selections, part=Part.ANNEX, spans=(*references.spans, annex.span()))
    if piece and len(references.selections) == 1 and references.selections[0].first == references.selections[0].last:
        labels = re.findall(r"[^() ]+", piece[1] or piece[2])
        printed = "".join(f"({numerals.value(x) if x[0] in numerals.CHINESE else x})" for x in labels)
        selection = replace(references.selections[0], piece=printed)
        references = replace(references, selections=(selection,), spans=(*references.spans, piece.span()))
    return references
