"""Which paragraphs a message names by number.

第12段, 第十六和第十八段, 序言第三段, 前三段, 倒数第二段, OP 3 & 4, paras. 14–16, third preambular para, ¶9,
next two; and not 0.7%, 1993年, 第4条 of a declaration that is only cited, 第34次会议.

The grammar, over the tokens that `tokens` cuts; GLUE may stand almost anywhere, and what fits nowhere is passed over:

    message   = { step | reference | middle | ALL | NOT }
    step      = [NUMBER] (NEXT | PREVIOUS) [NUMBER] [UNIT]        next two, 下一段
              | (NEXT_BUT_ONE | PREVIOUS_BUT_ONE) [UNIT]          下下段, the one after the next
              | MORE [NUMBER] UNIT                                再来一段
              | NUMBER UNIT (NEXT | PREVIOUS)                     two paragraphs above
    reference = [part] [UNIT] [part] (end | list) [UNIT] [part]
    part      = PREAMBLE | OPERATIVE
    list      = item { AND (item | end) }
    item      = [part] [UNIT] [NTH] NUMBER (range | [part] [UNIT] [FROM_END])
    range     = TO [UNIT] [part] [NTH] (NUMBER | LAST)
    end       = (FIRST | LAST | FROM_END) [NTH] [NUMBER] [part] [UNIT]          前三段, 倒数第二段, last
              | (PENULTIMATE | ANTEPENULTIMATE | LAST_BUT NUMBER) [part] [UNIT]
              | NUMBER (FIRST | LAST | FROM_END | ordinal 1) [part] [UNIT]      third last, trois premiers
              | ordinal 1 NUMBER [part] [UNIT]                                  first three
    middle    = [part] MIDDLE [NUMBER] [UNIT]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.language import numerals
from bot.language.normal import BLANK, blank
from bot.language.phrases import Phrases
from bot.language.selection import References, Selection
from bot.language.tokens import NUMERAL, Spelled, Token, TokenKind, Word, tokens_of, words_of
from bot.language.unwanted import GLUE, LEAVES_OUT, Found, Unwanted
from bot.resolution import Part, Span

_TELLING = frozenset(TokenKind) - {
    TokenKind.NTH, TokenKind.UNIT, TokenKind.WEAK_UNIT, TokenKind.TO, TokenKind.AND, TokenKind.ALL, TokenKind.NOT,
    TokenKind.GLUE, TokenKind.OTHER,
}  # fmt: skip
"""Without a piece of one of these kinds there is nothing to read."""
_MOST_STEPS = 50
"""The longest step that is taken for one: “the next 100 years” is none."""

_CHINESE = f"{numerals.CHINESE}千"
_RUN = rf"(?<![\d{_CHINESE}])(?:第)?[\d{_CHINESE}]+"
"""A number as a whole: looked at from its first character alone, so that a long one takes no longer than it is."""
NOT_REFERENCES = tuple(
    re.compile(pattern)
    for pattern in (
        # articles of instruments that are only cited
        rf"《[^《》]*》[^，。第\d]{{0,6}}第?[\d{_CHINESE}]+(?:条|款|段|项)",
        rf"(?:宣言|公约|宪章|议定书|盟约|条约|规约|协定)(?:的|里的|中的|里|中)?第[\d{_CHINESE}]+(?:条|款|段|项)",
        r"article \d+ of the (?:un |united nations )?(?:declaration|charter|covenant|convention)[a-z ]*",
        # words with a one in them
        r"一(?:共|起|样|致|道)",
        # dates, shares, sessions, meetings, counts of other things
        rf"{_RUN}(?:\.\d+)?\s*(?:%|percent|per cent|百分点|年|月|日|号(?!段)|届|次|票|国|个国|世纪|点钟)",
        rf"{_RUN}(?:小时|分钟|天|岁|人|万|亿|美元|欧元|度|倍|成|份|字|种|方(?!案)|代)",
        rf"百分之[\d{_CHINESE}点]+",
        # the agenda
        rf"(?:议程|議程)?项目\s*(?:第)?[\d{_CHINESE}]+|(?:agenda )?item \d+",
        # sums and dates; 5/6段 and 5/6/7 are lists
        r"(?<!\d)\d+\s*[+*×÷x]\s*\d+|(?<!\d)\d+(?:乘|除|加|减|乘以|除以)\d+",
        r"\d{1,2}/\d{1,2}/(?:19|20)\d\d|(?<![\d/])\d+\s*/\s*\d+(?![\d/])(?!\s*/)(?!段|条|款)",
        rf"(?<!\d)\d+\.\d+|{_RUN}点[\d{_CHINESE}]+",
        r"covid-?\s?19|(?:19|20)\d\d",
        r"(?<!\d)\d+(?:st|nd|rd|th)\s+(?:meeting|session|century)",
        r"(?:meeting|session)\s+\d+(?!\s*(?:段|条))",
    )
)
"""Numbers that do not number a paragraph of the document. Each has a NUMERAL in it."""

_ENDS = (
    TokenKind.FIRST, TokenKind.LAST, TokenKind.FROM_END,
    TokenKind.PENULTIMATE, TokenKind.ANTEPENULTIMATE, TokenKind.LAST_BUT,
)  # fmt: skip
_FROM_LAST = {TokenKind.PENULTIMATE: 2, TokenKind.ANTEPENULTIMATE: 3}
_BUT_ONE = {TokenKind.NEXT_BUT_ONE: 2, TokenKind.PREVIOUS_BUT_ONE: -2}
_PARTS = {TokenKind.PREAMBLE: Part.PREAMBLE, TokenKind.OPERATIVE: Part.OPERATIVE}
_SAYS_LITTLE = (*GLUE, TokenKind.AND, TokenKind.PREAMBLE, TokenKind.OPERATIVE, TokenKind.UNIT)
_NO_LIST = (TokenKind.OTHER, TokenKind.FIRST, TokenKind.ALL, TokenKind.ALL_BUT, TokenKind.MIDDLE)



class _Parser:
    """Reads references off a list of tokens; what is no part of any is passed over."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.at = 0
        self.found: list[Found] = []
        self.spans: list[Span] = []
        self.step = 0
        self.leap = False
        self.paced = False
        self.joined = False
        self.middles: list[Span] = []
        self.own_part = False
        """Whether the last number of the list being read has a part of its own before it."""
        self.whole = next((i for i, t in enumerate(tokens) if t.kind in (TokenKind.ALL, TokenKind.ALL_BUT)), None)
        """Which token says that all are meant, less some."""
        # With nothing else in the message, a number alone is a reference: "17", "十一到十三".
        self.bare = all(t.kind not in _NO_LIST and not t.foreign for t in tokens)

    def kind(self, ahead: int = 0) -> TokenKind | None:
        at = self.at + ahead
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else None

    def accept(self, *kinds: TokenKind) -> Token | None:
        if self.kind() in kinds:
            self.at += 1
            return self.tokens[self.at - 1]
        return None

    def glue(self) -> None:
        while self.accept(*GLUE):
            pass

    def part(self) -> Part | None:
        token = self.accept(*_PARTS)
        return _PARTS[token.kind] if token else None

    def idle(self) -> bool:
        """Whether nothing more is asked: only words follow that change no reference."""
        return all(t.kind in _SAYS_LITTLE for t in self.tokens[self.at :])

    def ends(self) -> bool:
        """Whether what was read is not the beginning of something else: “paragraph last” of “paragraph last year”."""
        return self.kind() not in (TokenKind.OTHER, TokenKind.NUMBER, TokenKind.NTH)

    def parse(self) -> None:
        while self.at < len(self.tokens):
            start = self.at
            if self.stepped() or self.middle():
                self.spans.append(self.span(start))
            elif found := self.reference():
                self.spans.append(self.span(start))
                if self.found and self.kind(start - 1 - self.at) is TokenKind.AND:
                    # 序言第一段和最后一段: the part named first is that of both.
                    part = self.found[-1].selection.part
                    found = [replace(f, selection=replace(f.selection, part=f.selection.part or part)) for f in found]
                self.found += [replace(f, place=start) for f in found]
            else:
                self.at = start + 1

    def span(self, first: int) -> Span:
        """Where the tokens from that one to the last one read stand."""
        return self.tokens[first].start, self.tokens[self.at - 1].end

    # --- steps -----------------------------------------------------------------------------

    def stepped(self) -> bool:
        """A step from the paragraph shown last."""
        start = self.at
        for step in (self.further, self.beside, self.second, self.relative):
            if (n := step()) and abs(n) <= _MOST_STEPS:
                self.step = n
                self.joined = start > 0 and self.tokens[start - 1].kind is TokenKind.AND
                return True
            self.at = start
        return False

    def further(self) -> int:
        """再来一段, another paragraph."""
        if not self.accept(TokenKind.MORE):
            return 0
        number = self.accept(TokenKind.NUMBER)
        ordinal = number is not None and number.ordinal
        if ordinal or not self.accept(TokenKind.UNIT) or not self.idle():
            return 0
        return number.value if number else 1

    def beside(self) -> int:
        """Two paragraphs above: one step, however far."""
        number = self.accept(TokenKind.NUMBER)
        counts = number is not None and not number.ordinal and self.kind(-2) is not TokenKind.NTH
        unit = self.accept(TokenKind.UNIT) if counts else None
        # 5段后面 is behind paragraph 5: only in scripts with spaces can a count stand there.
        if number is None or unit is None or number.end == unit.start:
            return 0
        towards = self.accept(TokenKind.NEXT, TokenKind.PREVIOUS)
        if towards is None:
            return 0
        self.leap = self.paced = True
        return number.value if towards.kind is TokenKind.NEXT else -number.value

    def second(self) -> int:
        """下下段, the one after the next: one step over the one between."""
        token = self.accept(*_BUT_ONE)
        if token is None:
            return 0
        self.glue()
        self.accept(TokenKind.UNIT)
        self.leap = self.paced = True
        return _BUT_ONE[token.kind]

    def relative(self) -> int:
        """下一段, next two, the two after that, the paragraph before."""
        number, unit = None, self.kind(-1) is TokenKind.UNIT
        if self.kind() is TokenKind.GLUE and self.kind(1) is TokenKind.NUMBER:
            if self.kind(2) not in (TokenKind.NEXT, TokenKind.PREVIOUS):
                return 0
            self.at += 1
            number = self.accept(TokenKind.NUMBER)
        token = self.accept(TokenKind.NEXT, TokenKind.PREVIOUS)
        if token is None:
            return 0
        self.glue()
        number = number or self.accept(TokenKind.NUMBER)
        self.accept(*GLUE)
        n = number.value if number else 1
        # 下个 and following are ordinary words unless a paragraph follows, or nothing does.
        idle = self.idle()
        self.paced = bool(self.accept(TokenKind.UNIT) or number or unit)
        if not (self.paced or idle) or n < 1:
            return 0
        return n if token.kind is TokenKind.NEXT else -n

    def middle(self) -> bool:
        """中间那段, the middle one."""
        start = self.at
        part = self.part()
        self.glue()
        if not self.accept(TokenKind.MIDDLE):
            self.at = start
            return False
        if self.kind() in (TokenKind.UNIT, TokenKind.NTH) and self.kind(1) is TokenKind.NUMBER:
            # between paragraphs 6 and 8
            self.middles.append(self.span(start))
            return True
        self.glue()
        self.accept(TokenKind.NUMBER)
        self.glue()
        part = part or self.part()
        if not self.accept(TokenKind.UNIT) and not self.idle():
            self.at = start
            return False
        if part or (part := self.trailing_part()):
            self.found.append(Found(self.span(start), Selection(1, -1, part, middle=True)))
        else:
            self.middles.append(self.span(start))
        return True

    # --- references ------------------------------------------------------------------------

    def reference(self) -> list[Found]:
        """One reference from here on: a list of numbers with a part and a unit around it; or nothing."""
        start, self.own_part = self.at, False
        part = self.part()
        self.accept(*GLUE)
        unit = bool(self.accept(TokenKind.UNIT))
        part = part or self.part()
        unit = bool(self.accept(TokenKind.UNIT)) or unit
        first = self.at
        counted = self.end(unit)
        anchored = unit or part is not None or self.after_not(start)
        found = [Found(self.span(first), s) for s in counted] or self.numbers(anchored)
        if not found:
            self.at = start
            return []
        found_part = self.trailing_part()
        if part is None and not self.own_part and len({f.selection.part for f in found[:-1]} | {None}) == 1:
            # para 3 and 4 of the preamble; but 第5段和序言第3段
            found_part = found_part or found[-1].selection.part
        parts = (f.selection.part or part or found_part for f in found)
        return [replace(f, selection=replace(f.selection, part=p)) for f, p in zip(found, parts, strict=True)]

    def part_of_whole(self) -> Part | None:
        """The part named right behind “all”: all preambular paragraphs except 4."""
        if self.whole is None:
            return None
        behind = next((t.kind for t in self.tokens[self.whole + 1 :] if t.kind not in GLUE), None)
        return _PARTS.get(behind) if behind else None

    def after_not(self, at: int) -> bool:
        """Whether what comes is not wanted of what was named before: les paragraphes 1 à 4, sauf le 2; all but 4."""
        before = [t.kind for t in self.tokens[max(0, at - 3) : at] if t.kind not in GLUE]
        return (bool(self.found) or self.whole is not None) and bool(before) and before[-1] in LEAVES_OUT

    def trailing_part(self) -> Part | None:
        """A part named after the numbers: “paragraphe 8 du dispositif”, “最后一段，序言的”."""
        saved = self.at
        self.accept(TokenKind.UNIT)
        self.glue()
        if part := self.part():
            self.accept(TokenKind.UNIT)
            return part
        self.at = saved
        self.accept(TokenKind.UNIT)
        return None

    # --- from one of the two ends ----------------------------------------------------------

    def end(self, anchored: bool) -> list[Selection]:
        """Paragraphs counted from an end; anchored: a unit stands before it (le paragraphe avant-dernier)."""
        start = self.at
        token = self.accept(*_ENDS)
        if token is None:
            return self.number_first(anchored)
        if token.kind in (TokenKind.PENULTIMATE, TokenKind.ANTEPENULTIMATE):
            return self.from_last(_FROM_LAST[token.kind])
        if token.kind is TokenKind.LAST_BUT:
            number = self.accept(TokenKind.NUMBER)
            if number:
                return self.from_last(number.value + 1)
            self.at = start
            return []
        found = self.counted(token, anchored)
        if not found:
            self.at = start
        return found

    def from_last(self, n: int) -> list[Selection]:
        """The n-th paragraph from the end, with the part and the unit that may follow."""
        part = self.part()
        self.accept(TokenKind.UNIT)
        return [Selection(-n, -n, part)]

    def counted(self, token: Token, anchored: bool) -> list[Selection]:
        """前三段, 最后两段, last paragraph, 倒数第二段, 首段, 末段: what follows FIRST, LAST or FROM_END."""
        self.glue()
        nth = self.accept(TokenKind.NTH)
        number = self.accept(TokenKind.NUMBER)
        n = number.value if number else 1
        self.glue()
        part = self.part()
        unit = self.accept(TokenKind.UNIT)
        alone = self.bare and self.kind() is None
        by_number = number is not None and (self.bare or self.kind() is None)
        last_alone = token.kind is TokenKind.LAST and alone
        behind_a_unit = anchored and self.ends()
        if n < 1 or not (unit or part or by_number or last_alone or behind_a_unit):
            return []
        if token.kind is TokenKind.FROM_END and number and not nth and not number.ordinal:
            # 倒数两段
            return [Selection(-n, -1, part)]
        if token.kind is TokenKind.FROM_END or (token.kind is TokenKind.LAST and nth):
            return [Selection(-n, -n, part), *self.more_from_end(part)]
        return [Selection(1, n, part)] if token.kind is TokenKind.FIRST else [Selection(-n, -1, part)]

    def more_from_end(self, part: Part | None) -> list[Selection]:
        """The rest of 倒数第二和第三段."""
        start = self.at
        if self.accept(TokenKind.AND) and self.accept(TokenKind.NTH) and (number := self.accept(TokenKind.NUMBER)):
            self.accept(TokenKind.UNIT)
            return [Selection(-number.value, -number.value, part)]
        self.at = start
        return []

    def number_first(self, anchored: bool) -> list[Selection]:
        """“first three paragraphs”, “third last paragraph”, “third from last”, “les trois premiers alinéas”."""
        start = self.at
        first, second = (*self.tokens[start : start + 2], None, None)[:2]
        selection = _by_two(first, second) if first and second and first.kind is TokenKind.NUMBER else None
        if selection is None or second is None or first is None:
            return []
        self.at += 2
        counts_on = second.kind is TokenKind.FROM_END and self.kind() in (TokenKind.NTH, TokenKind.NUMBER)
        part = self.part()
        unit = self.accept(TokenKind.UNIT)
        of_words = second.kind is TokenKind.FROM_END and self.idle()
        behind_a_unit = anchored and first.foreign and self.ends()
        alone = self.kind() is None or self.bare
        if counts_on or not (unit or part or alone or of_words or behind_a_unit):
            self.at = start
            return []
        return [replace(selection, part=part)]

    # --- lists -----------------------------------------------------------------------------

    def numbers(self, anchored: bool) -> list[Found]:
        """A list of numbers and ranges, each with its span; anchored: a part or unit stands before it."""
        start = self.at
        found: list[Found] = []
        sure = anchored or self.bare
        while item := self.item(first=not found) or (self.last_item() if found else None):
            found += item[0]
            sure = sure or item[1]
            if self.summed_up(len(found)):
                return found
            end = self.at
            side_by_side = self.kind() in (TokenKind.NTH, TokenKind.NUMBER) and (self.bare or anchored)
            if not (self.accept(TokenKind.AND) or side_by_side):
                break
            while self.accept(TokenKind.AND, *GLUE):
                pass
            goes_on = (TokenKind.NTH, TokenKind.NUMBER, TokenKind.UNIT, TokenKind.PREAMBLE, TokenKind.OPERATIVE, *_ENDS)
            if self.kind() not in goes_on:
                self.at = end
                break
        if found and sure:
            return found
        self.at = start
        return []

    def last_item(self) -> tuple[list[Found], bool] | None:
        """The end of “the first and the last paragraph”, and whether a unit follows it."""
        start = self.at
        selections = self.end(anchored=True)
        if not selections:
            return None
        return [Found(self.span(start), s) for s in selections], self.tokens[self.at - 1].kind is TokenKind.UNIT

    def summed_up(self, count: int) -> bool:
        """Whether the list is counted behind it, which makes it sure: 3、7、19这三段."""
        saved = self.at
        self.glue()
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
        self.accept(*GLUE)
        inner = self.part()
        unit = self.accept(TokenKind.UNIT, TokenKind.WEAK_UNIT)
        part = part or inner or self.part()
        # 一段, 两条 without 第 are "a paragraph", "two articles"; 三项 without it is no reference at all.
        several = number.value > 2 and unit is not None and unit.kind is TokenKind.UNIT
        sure = bool(unit and (nth or number.ordinal or several)) or bool(part and (nth or number.ordinal))
        if last := self.range_end(number):
            low, high = sorted(last) if last[1] > 0 else last
            sure = sure or (self.ends_with_unit(start) and max(last) > 2)
            return [Found(self.span(start), Selection(low, high, part))], sure
        if self.from_behind():
            return [Found(self.span(start), Selection(-number.value, -number.value, part))], sure
        run = number.run if nth and number.run else (number.value,)
        return [Found(self.span(start), Selection(n, n, part)) for n in run], sure

    def from_behind(self) -> bool:
        """Whether the number just read counts from the end: paragraph 3 from the bottom, третий абзац с конца."""
        saved = self.at
        self.glue()
        if self.accept(TokenKind.FROM_END) and self.kind() not in (TokenKind.NTH, TokenKind.NUMBER):
            return True
        self.at = saved
        return False

    def range_end(self, number: Token) -> tuple[int, int] | None:
        """Both ends of a range that begins with that number: 第13到15段, 从第17段到最后; None if it is none."""
        saved = self.at
        if self.accept(TokenKind.TO):
            self.accept(TokenKind.GLUE)
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


def _by_two(first: Token, second: Token) -> Selection | None:
    """What a number and the word behind it count: first three, trois premiers, third last, deux derniers."""
    n = first.value
    match second.kind:
        case TokenKind.NUMBER if first.ordinal and n == 1 and not second.ordinal and second.value:
            return Selection(1, second.value)
        case TokenKind.NUMBER if first.foreign and second.ordinal and second.value == 1:
            return Selection(1, n)
        case TokenKind.FIRST if not first.ordinal and n:
            return Selection(1, n)
        case TokenKind.LAST if n:
            return Selection(-n, -n if first.ordinal else -1)
        case TokenKind.FROM_END if n:
            return Selection(-n, -n)
    return None


class ReferenceReader:
    """Finds references, by the words that content/references.toml has."""

    def __init__(self, words: dict[str, list[str]], numbers: Iterable[tuple[str, Spelled]] = ()) -> None:
        """words: for each TokenKind's value the phrases that are of it; numbers: those that are spelled out."""
        self._words: Phrases[Word] = words_of(words, numbers)

    def read(self, norm: str, taken: Iterable[tuple[int, int]] = ()) -> References:
        """The references in a text in normal form; taken: spans that mean something else (names)."""
        text = blank(norm, taken)
        if NUMERAL.search(text):
            for pattern in NOT_REFERENCES:
                text = pattern.sub(lambda m: BLANK * len(m[0]), text)
        tokens = tokens_of(text, self._words)
        if _TELLING.isdisjoint(t.kind for t in tokens):
            return References()
        parser = _Parser(tokens)
        parser.parse()
        of_all = parser.whole is not None
        unwanted = Unwanted(text, parser.tokens, parser.found, parser.middles, of_all).spans
        wanted, excluded, middle = _sorted_out(parser, unwanted)
        refused = bool(parser.found) and parser.whole is None and len(unwanted) == len(parser.found)
        parts = [t for t in tokens if t.kind in _PARTS]
        part = _PARTS[parts[0].kind] if parts else None
        spans = (*parser.spans, *((t.start, t.end) for t in parts))
        return References(
            wanted, excluded, parser.step, parser.leap, parser.paced, parser.joined, middle, refused, part, spans
        )


def _sorted_out(parser: _Parser, refused: frozenset[Span]) -> tuple[tuple[Selection, ...], tuple[Selection, ...], bool]:
    """What is wanted, what is not (十七不要, 除了第17段, except 17), and whether the middle one of those shown is."""
    wanted = [f.selection for f in parser.found if f.span not in refused]
    excluded = [f.selection for f in parser.found if f.span in refused]
    if not wanted and excluded:
        if parser.whole is None:
            wanted, excluded = excluded, []
        else:
            # All but the fourth.
            wanted = [Selection(1, -1, excluded[0].part or parser.part_of_whole())]
            excluded = [replace(s, part=s.part or wanted[0].part) for s in excluded]
    if len(parts := {s.part for s in wanted}) == 1:
        # Preambular 1–5 except 3: of the same part.
        excluded = [replace(s, part=s.part or next(iter(parts))) for s in excluded]
    if parser.middles and parser.middles[0] not in refused and len(wanted) == 2 and (between := _between(*wanted)):
        return (between,), tuple(excluded), False
    run = next((s for s in reversed(wanted) if s.first != s.last), None)
    if not parser.middles or run is None:
        return tuple(wanted), tuple(excluded), bool(parser.middles) and not wanted
    of_run = replace(run, middle=True)
    if parser.middles[0] in refused:
        excluded.append(of_run)
    else:
        wanted = [of_run if s is run else s for s in wanted]
    return tuple(wanted), tuple(excluded), False


def _between(one: Selection, other: Selection) -> Selection | None:
    """What stands between two paragraphs: 夹在第6段和第8段中间的那段."""
    low, high = sorted((one.first, other.first))
    single = one.first == one.last and other.first == other.last and one.part is other.part
    return replace(one, first=low + 1, last=high - 1) if single and 0 < low < high - 1 else None
