"""Which paragraphs a message names by number.

第12段, 第十六和第十八段, 序言第三段, 前三段, 倒数第二段, OP 3 & 4, paras. 14–16, third preambular para, ¶9,
next two; and not 0.7%, 1993年, 第4条 of a declaration that is only cited, 第34次会议.

The grammar, over the tokens that `tokens` cuts; GLUE may stand almost anywhere, and what fits nowhere is passed over:

    message   = { step | counted | reference | picked | between | middle | ALL | NOT }
    step      = [NUMBER] towards [NUMBER] [UNIT]                  next two, 下一段, the two after 12
              | (NEXT_BUT_ONE | PREVIOUS_BUT_ONE) [UNIT]          下下段, the one after the next
              | (FORWARD | BACKWARD) NUMBER [UNIT]                go back three
              | [NUMBER] (AROUND | EITHER_SIDE) [NUMBER] [UNIT]   前后各一段, its neighbours
              | MORE [NUMBER] UNIT                                再来一段
              | NUMBER UNIT towards                               two paragraphs above
    towards   = NEXT | PREVIOUS | (AFTER | BEFORE) [NUMBER]
    picked    = reference OF reference                            最后五段中的头两段, the first two of the last five
              | reference { any } (OF_THOSE reference | reference OF_THOSE)
    reference = [part] [UNIT] [part] (end | list) [UNIT] [part]
    part      = PREAMBLE | OPERATIVE
    list      = item { AND (item | end) }
    item      = [part] [UNIT] [NTH] NUMBER (range | [part] [UNIT] [FROM_END])
    range     = TO [UNIT] [part] [NTH] (NUMBER | LAST) | [AND] ONWARD          第15段起, 15 and following
              | BEYOND | SHORT_OF                                              第15段以后, 第15段以前
    end       = (FIRST | LAST | FROM_END) [NTH] [NUMBER] [part] [UNIT]          前三段, 倒数第二段, last
              | (PENULTIMATE | ANTEPENULTIMATE | LAST_BUT NUMBER) [part] [UNIT]
              | NUMBER (FIRST | LAST | FROM_END | ordinal 1) [part] [UNIT]      third last, trois premiers
              | ordinal 1 NUMBER [part] [UNIT]                                  first three
    middle    = [part] MIDDLE [NUMBER] [UNIT]
    between   = MIDDLE item AND item | item AND item MIDDLE                    less both, but where INCLUSIVE is said
    counted   = START_AT [UNIT] NUMBER | NUMBER [UNIT] START_AT                behind a step: 往后两段，从15算
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache

from bot.language.cursor import GLUE, PARTS
from bot.language.elsewhere import ElsewhereWords
from bot.language.normal import blank, normal
from bot.language.numbered import LEADS_ON
from bot.language.phrases import Phrases, is_letter
from bot.language.picking import Picking, picked
from bot.language.selection import References, Selection
from bot.language.slips import Ordinals
from bot.language.steps import Stepping
from bot.language.tokens import Spelled, Token, TokenKind, Word, cardinals, tokens_of, words_of
from bot.language.unwanted import Unwanted
from bot.resolution import Span

_TELLING = frozenset(TokenKind) - {
    TokenKind.NTH, TokenKind.UNIT, TokenKind.WEAK_UNIT, TokenKind.TO, TokenKind.AND, TokenKind.ALL, TokenKind.NOT,
    TokenKind.GLUE, TokenKind.OF, TokenKind.OF_THOSE, TokenKind.OTHER, TokenKind.SINGLE, TokenKind.INCLUSIVE,
    TokenKind.ONWARD, TokenKind.BEYOND, TokenKind.SHORT_OF, TokenKind.START_AT,
}  # fmt: skip
"""Without a piece of one of these kinds there is nothing to read."""
_LATELY = 32
"""Of how many texts the numbers are kept: those of a message are looked at three or four times over."""
_TWO = 2
_SHORT = 3
"""Letters of a word that too many others are like for a slip in it to be told."""


def _in_letters(text: str) -> bool:
    return any(map(is_letter, text))


class _Parser(Picking, Stepping):
    """Reads references off a list of tokens; what is no part of any is passed over."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        super().__init__(tokens)
        self.spans: list[Span] = []

    def parse(self) -> None:
        """Read all of them."""
        while self.at < len(self.tokens):
            start = self.at
            if self.counted_from() or self.stepped() or self.middle():
                self.spans.append(self.span(start))
            elif found := self.reference():
                self.spans.append(self.span(start))
                if self.picked(found):
                    continue
                if self.found and self.kind(start - 1 - self.at) is TokenKind.AND:
                    # 序言第一段和最后一段: the part named first is that of both.
                    part = self.found[-1].selection.part
                    found = [replace(f, selection=replace(f.selection, part=f.selection.part or part)) for f in found]
                self.found += [replace(f, place=start) for f in found if not self.named_before(f.selection)]
            else:
                self.at = start + 1

    def named_before(self, selection: Selection) -> bool:
        """Whether it says again, without its part, what was named last: 序言最后一段，最后一段."""
        last = self.found[-1].selection if self.found else selection
        return last.part is not None and replace(last, part=None) == selection


class ReferenceReader:
    """Finds references, by the words that content/references.toml has."""

    def __init__(
        self, words: dict[str, list[str]], elsewhere: ElsewhereWords, numbers: Sequence[tuple[str, Spelled]] = ()
    ) -> None:
        """words: for each TokenKind's value the phrases that are of it; elsewhere: tells numbers of paragraphs from
        others; numbers: those that are spelled out."""
        self._written, self._numbers, self.elsewhere = words, numbers, elsewhere
        self._ordinals = Ordinals(numbers)
        self.numbers = lru_cache(_LATELY)(self._cardinals)
        """(start, end, value) of every cardinal in a text in normal form, in figures or words, whatever it counts."""

    @cached_property
    def _words(self) -> Phrases[Word]:
        return words_of(self._written, self._numbers)

    @cached_property
    def _unlettered(self) -> Phrases[Word]:
        """The same less the numbers that are spelled in letters: to make the forms of these takes a third of a start,
        and a message in Chinese has none."""
        return words_of(self._written, [each for each in self._numbers if not _in_letters(each[0].lower())])

    def read(self, norm: str, taken: Iterable[tuple[int, int]] = ()) -> References:
        """The references in a text in normal form; taken: spans that mean something else (names)."""
        text = self.elsewhere.blanked(blank(norm, taken))
        words = self._words if _in_letters(text) else self._unlettered
        tokens = self._ordinals.mended(tokens_of(text, words), text)
        if _TELLING.isdisjoint(t.kind for t in tokens):
            return References()
        parser = _Parser(tokens)
        parser.parse()
        of_all = parser.whole is not None
        unwanted = Unwanted(text, parser.tokens, parser.found, parser.middles, of_all).spans
        wanted, excluded, middle = _sorted_out(parser, unwanted)
        named = len(parser.found) + len(parser.middles)
        refused = named > 0 and not of_all and len(unwanted) == named
        parts = [t for t in tokens if t.kind in PARTS]
        part = PARTS[parts[0].kind] if parts else None
        spans = (*parser.spans, *((t.start, t.end) for t in parts))
        of_two = bool(parser.middles) and len(parser.found) == _TWO and len(wanted) == 1 and not wanted[0].middle
        between = of_two and not excluded and all(t.kind is not TokenKind.INCLUSIVE for t in tokens)
        in_order, steps = _in_order(tokens), tuple(parser.steps)
        return References(wanted, excluded, steps, middle, refused, in_order, part, spans, between)

    @cached_property
    def leaving_out(self) -> frozenset[str]:
        """The words by themselves, of four letters or more, that leave something out: except, sauf."""
        words = (normal(word) for word in self._written[TokenKind.NOT])
        return frozenset(word for word in words if len(word) > _SHORT and all(map(is_letter, word)))

    def _cardinals(self, norm: str) -> tuple[tuple[int, int, int], ...]:
        return tuple((t.start, t.end, t.value) for t in cardinals(norm, self._words))

    def ordinals(self, norm: str) -> list[tuple[int, int, int]]:
        """(start, end, place) of every ordinal in a text in normal form, whatever it is of; -1 for the last."""
        tokens = self._ordinals.mended(tokens_of(norm, self._words), norm)
        places = {TokenKind.FIRST: 1, TokenKind.LAST: -1, TokenKind.PENULTIMATE: -2}
        placed = ((t, t.value if t.ordinal else places.get(t.kind, 0)) for t in tokens)
        return [(t.start, t.end, place) for t, place in placed if place]


def _in_order(tokens: Sequence[Token]) -> bool:
    """Whether a place in an order is named, and neither a paragraph, but for one that is a step away, nor a part."""
    kinds = {token.kind for token in tokens}
    places = kinds & {TokenKind.NTH, TokenKind.FIRST, TokenKind.LAST} or any(token.ordinal for token in tokens)
    units = (i for i, token in enumerate(tokens) if token.kind is TokenKind.UNIT)
    return bool(places) and not kinds & set(PARTS) and all(_of_step(tokens, i) for i in units)


def _of_step(tokens: Sequence[Token], unit: int) -> bool:
    """Whether a unit belongs to a step: the next paragraph, the paragraph after."""
    before = next((t.kind for t in reversed(tokens[:unit]) if t.kind not in (*GLUE, TokenKind.NUMBER)), None)
    behind = next((t.kind for t in tokens[unit + 1 :] if t.kind not in GLUE), None)
    return before in LEADS_ON or behind in (TokenKind.AFTER, TokenKind.BEFORE)


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
    inclusive = any(t.kind is TokenKind.INCLUSIVE for t in parser.tokens)
    of_two = parser.middles and parser.middles[0] not in refused and len(wanted) == 2
    if of_two and (between := _between(*wanted, inclusive=inclusive)):
        return (between,), tuple(excluded), False
    run = next((s for s in reversed(wanted) if s.first != s.last), None)
    if run is not None and len(wanted) == 1:
        excluded = [picked(run, s) or s if _outside(run, s) else s for s in excluded]
    if not parser.middles or run is None:
        return tuple(wanted), tuple(excluded), bool(parser.middles) and not wanted
    of_run = replace(run, middle=True)
    if parser.middles[0] in refused:
        excluded.append(of_run)
    else:
        wanted = [of_run if s is run else s for s in wanted]
    return tuple(wanted), tuple(excluded), False


def _outside(run: Selection, other: Selection) -> bool:
    """Whether a paragraph is surely none of a run, so that its number is its place in it: 3–7 without the first."""
    low, high = run.first, run.last
    return other.first == other.last and low > 0 and high > 0 and not low <= other.first <= high


def _between(one: Selection, other: Selection, *, inclusive: bool = False) -> Selection | None:
    """What stands between two paragraphs: 夹在第6段和第8段中间的那段; inclusive: with these themselves."""
    low, high = sorted((one.first, other.first))
    single = one.first == one.last and other.first == other.last and one.part is other.part
    low, high = (low, high) if inclusive else (low + 1, high - 1)
    return replace(one, first=low, last=high) if single and 0 < low <= high else None
