"""Paragraphs that are sought otherwise than by number or by subject alone.

By their first word, by whom they ask, by a note they cite, by every mention of a word, beside another, or among those
shown last.

Each reader gives a ParagraphQuestion, or None where the message is not of its kind; `found` tries them in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.language.cues import Cue
from bot.language.normal import BLANK, blank, is_chinese
from bot.language.selection import selection_of
from bot.language.shapes import Shape
from bot.language.words import cut
from bot.question.conversation import Conversation
from bot.question.model import ParagraphQuestion, Told
from bot.question.quotations import MARKS
from bot.question.reading import LITTLE, SOME, Reading, weight
from bot.question.subject import part_named, subject_words
from bot.question.where import (
    AddressedTo,
    BeginningWith,
    ByNumber,
    CitingNote,
    Mentioning,
    OnSubject,
    ShownBefore,
    Where,
    Without,
    beside,
    by_number,
    of_shown,
)
from bot.resolution import Span

_LONGEST_OPENING = 4
"""Words of the longest opening that is sought without quotation marks: “Recalling also the adoption of” has five."""

_LONGEST_CHINESE_OPENING = 24
"""Characters of the longest that is sought so in Chinese."""
_BETWEEN_WORDS = "、/"
_ENDS = ".;:?!"
COMMAS = ",、"
"""Marks that part the words of a list."""
_ELIDED = 3
"""Characters of the longest word that is elided before another: l'expert, qu'elle."""


def found(r: Reading, c: Conversation) -> ParagraphQuestion | None:
    """The paragraphs that a message seeks so."""
    # Нет, следующий за 10: a word for a vote that is none.
    from_one = bool(r.references.selections and r.references.steps) and not r.has(Cue.CAST)
    if r.states or r.groups or (r.about_votes and not (r.references.middle or from_one)):
        return None
    readers = (_first_asked, _cited, _numbered, _of_those, _beginning, _citing_a_note, _addressed, _mentioning, _beside)
    return next((question for read in readers if (question := read(r, c))), None)


def _left(r: Reading, *cues: Cue) -> int:
    """How much a message says beside references, these cues, and words that say nothing."""
    spans = [span for cue in (*cues, Cue.FILLER, Cue.QUESTION, Cue.AND_THEN) for span in r.cues.get(cue, ())]
    return weight(blank(r.text.norm, [*r.references.spans, *spans]).replace(BLANK, " "))


def _shown(c: Conversation, where: Where, told: Told = Told.CLAUSES) -> ParagraphQuestion | None:
    """The question about those shown last, where there are as many."""
    settled = of_shown(where, c.shown)
    return ParagraphQuestion(settled, told) if settled else None


def _cited(r: Reading, c: Conversation) -> ParagraphQuestion | None:
    """怎么引用第4段, how do I cite this paragraph?"""
    if not r.has(Cue.CITE):
        return None
    if r.references.selections:
        return ParagraphQuestion(by_number(r.references.selections), Told.CITATION)
    return (
        _shown(c, ShownBefore(), Told.CITATION)
        if r.has(Cue.THIS_PARAGRAPH, Cue.IT) or _left(r, Cue.CITE, Cue.FACT_SYMBOL) == 0
        else None
    )


def _first_asked(r: Reading, c: Conversation) -> ParagraphQuestion | None:
    """The paragraph after the one I asked about first: beside, or among, those that were shown first."""
    if not r.has(Cue.FIRST_ASKED) or not c.shown_first:
        return None
    first = ByNumber(tuple(map(selection_of, c.shown_first)))
    return ParagraphQuestion(beside(first, r.references.steps))


def _numbered(r: Reading, c: Conversation) -> ParagraphQuestion | None:
    """那句话在第几段: which number has what was shown?"""
    asks = r.has(Cue.THAT_SENTENCE) and r.has(Cue.WHICH_NUMBER) and not r.references.selections
    if (
        not asks
        or _left(r, Cue.THAT_SENTENCE, Cue.WHICH_NUMBER, Cue.WHERE, Cue.IT_IS_SAID, Cue.THIS_PARAGRAPH) > LITTLE
    ):
        return None
    return _shown(c, ShownBefore(), Told.NUMBER)


def _of_those(r: Reading, c: Conversation) -> ParagraphQuestion | None:
    """中间那段, the last of those: of the paragraphs shown last."""
    if r.has(Cue.OTHER_ONE) and r.left <= LITTLE and (other := c.other_of_two):
        return ParagraphQuestion(ByNumber((selection_of(other),)))
    if r.references.middle:
        middle = ShownBefore(middle=True)
        where = Without(ShownBefore(), middle) if r.references.refused else middle
        return _shown(c, where) if _left(r, Cue.BACK, Cue.OF_SHOWN) <= SOME else None
    selections = r.references.selections
    if len(c.shown) < 2 or _left(r, Cue.OF_SHOWN, Cue.AMONG, Cue.EXCEPT, Cue.ELSE) > LITTLE:
        return None
    if r.references.refused:
        part = selection_of(c.shown[0]).part
        gone = ByNumber(tuple(replace(s, part=s.part or part) for s in selections))
        return _shown(c, Without(ShownBefore(), gone))
    of_them = r.has(Cue.OF_SHOWN) or r.references.in_order
    if not of_them or len(selections) != 1:
        return None
    only = selections[0]
    one = only.first == only.last and only.part is None
    return _shown(c, beside(ShownBefore(only.first), r.references.steps)) if one else None


def _beginning(r: Reading, c: Conversation) -> ParagraphQuestion | None:
    """以“确认”开头的段落, paragraphs that begin with Recalling."""
    if not (spans := r.cues.get(Cue.BEGINNING)):
        return None
    quoted = tuple((a or b).strip() for a, b in MARKS.findall(r.text.norm))
    words = quoted or _opening(r, *spans[0])
    where = BeginningWith(words, r.references.part, any_form=r.tells(Shape.ANY_FORM))
    return ParagraphQuestion(where, Told.LIST) if words else None


def _opening(r: Reading, start: int, end: int) -> tuple[str, ...]:
    """The words that paragraphs begin with, beside the cue: before it in Chinese (以确认开头), behind it elsewhere."""
    norm = r.text.norm
    if is_chinese(norm[start]):
        return _opening_before(r, start)
    behind = re.match(r"[\s:]*([^.;:?!]+)", norm[end:])
    if not behind:
        return ()
    joins = [(a - end, b - end) for cue in (Cue.OR, Cue.JOIN) for a, b in r.cues.get(cue, ()) if a >= end]
    pieces = _divided(behind[1].rjust(behind.end()), joins, ",")
    words = (" ".join(_without_end(piece.split(), r)[:_LONGEST_OPENING]) for piece in pieces)
    return tuple(word for word in words if word)


def _without_end(words: list[str], r: Reading) -> list[str]:
    """Words without those of no meaning at their end: Reaffirming please."""
    while len(words) > 1 and words[-1] in r.library.lexicon.filler:
        words = words[:-1]
    return words


def _opening_before(r: Reading, start: int) -> tuple[str, ...]:
    """The words before that place, behind a word such as 以."""
    norm, shapes = r.text.norm, r.shapes
    until = min((a for a, b in shapes.get(Shape.OPENING_WORD, ()) if b == start), default=start)
    begins = (b for _, b in shapes.get(Shape.OPENING_FROM, ()) if until - _LONGEST_CHINESE_OPENING <= b < until)
    last = cut(norm[:until])[-1] if until else ""
    # 又字开头; 确认开头的段落, where clauses are known to begin so.
    opens = until < start or len(r.library.first_words.standing_for(last)) > 1
    word = until - len(last) if opens else until
    at = next((b for b in begins if all(is_chinese(c) or c in _BETWEEN_WORDS for c in norm[b:until])), word)
    joins = [(a - at, b - at) for cue in (Cue.OR, Cue.JOIN) for a, b in r.cues.get(cue, ()) if at <= a < b <= until]
    return tuple(word for word in _divided(norm[at:until], joins, _BETWEEN_WORDS) if word)


def _divided(text: str, spans: Iterable[Span], marks: str) -> list[str]:
    """What a text has between those spans, and between any of those marks."""
    return blank(text, spans).translate(dict.fromkeys(map(ord, marks), BLANK)).split(BLANK)


def _citing_a_note(r: Reading, c: Conversation) -> ParagraphQuestion | None:
    """带脚注的是哪一段, which paragraph cites a footnote?"""
    asks = r.has(Cue.FACT_FOOTNOTE) and r.has(Cue.WHICH_NUMBER) and not r.documents
    words_of_it = (Cue.FACT_FOOTNOTE, Cue.WHICH_NUMBER, Cue.WHERE, Cue.IT_IS_SAID, Cue.THIS_PARAGRAPH)
    return ParagraphQuestion(CitingNote(), Told.LIST) if asks and _left(r, *words_of_it) <= LITTLE else None


def _addressed(r: Reading, c: Conversation) -> ParagraphQuestion | None:
    """请秘书长做什么, what does it ask States to do?"""
    named = list(r.library.addressed.longest(r.text.norm))
    asks = (r.has(Cue.ASKED) and r.has(Cue.TO_DO)) or r.tells(Shape.ADDRESSED)
    if len({who for _, _, who in named}) != 1 or not asks:
        return None
    left = blank(r.text.norm, [(start, end) for start, end, _ in named])
    spans = [*r.spans_of(Shape.ADDRESSED, Shape.PART_UNIT), *(x for cue in _ASKING for x in r.cues.get(cue, ()))]
    spans += [*r.references.spans, *((d.start, d.end) for d in r.documents), *r.naming]
    if weight(blank(left, spans).replace(BLANK, " ")) > LITTLE:
        return None
    return ParagraphQuestion(AddressedTo(named[0][2]), Told.LIST)


_ASKING = (
    Cue.ASKED,
    Cue.TO_DO,
    Cue.WHICH_NUMBER,
    Cue.WHERE,
    Cue.IT_IS_SAID,
    Cue.FILLER,
    Cue.QUESTION,
    Cue.LIST,
    Cue.ALL,
)


def _mentioning(r: Reading, c: Conversation) -> ParagraphQuestion | None:
    """提到发展权的有几处, all mentions of climate."""
    # All of it, none left out, or which paragraphs speak of it: every mention, whatever word asks where.
    of_a_term = r.tells(Shape.WHICH_SEVERAL) and r.tells(Shape.SAYING)
    complete = of_a_term or (r.tells(Shape.COMPLETE) and (r.has(Cue.WHERE, Cue.IT_IS_SAID) or r.tells(Shape.SAYING)))
    # 讲气候的有几段, how many paragraphs are about climate?
    says = r.has(Cue.WHERE, Cue.IT_IS_SAID, Cue.ON_SUBJECT) or r.tells(Shape.SAYING, Shape.CLAIMS)
    counts = r.has(Cue.FACT_COUNT) and r.has(Cue.HOW_MANY) and says and r.left >= LITTLE and not r.references.spans
    if not (r.has(Cue.MENTIONS) or complete or counts):
        return None
    counting = (Cue.FACT_COUNT, Cue.ON_SUBJECT, Shape.SAYING, Shape.CLAIMS) if counts else ()
    spans = r.spans_of(Cue.MENTIONS, Cue.ALL, Cue.HOW_MANY, *((Shape.SAYING,) if complete else ()), *counting)
    sought = mentioned(r, spans)
    # Which paragraphs speak of it may be asked of what they say in other words.
    surely = r.has(Cue.MENTIONS) or counts or r.tells(Shape.COMPLETE) or (sought and sought.exact)
    return ParagraphQuestion(sought, Told.COUNT if surely else Told.LIST) if sought else None


def mentioned(r: Reading, spans: list[Span], *, listed: bool = False) -> Mentioning | None:
    """All mentions of what a message says beside those spans; None where it says nothing. listed: what commas part is
    one run of words."""
    quoted = [(a or b).strip() for a, b in MARKS.findall(r.text.norm)]
    words = quoted[0] if len(quoted) == 1 else _phrase(r, spans, _ENDS if listed else _ENDS + COMMAS)
    return Mentioning(words, part_named(r), exact=len(quoted) == 1) if weight(words) >= LITTLE else None


def _phrase(r: Reading, spans: list[tuple[int, int]], marks: str) -> str:
    """The longest run of what a message says beside those spans, those marks and what only asks, without empty words at
    its ends."""
    asking = r.spans_of(
        Cue.WHERE, Cue.IT_IS_SAID, Cue.QUESTION, Cue.GREETING, Cue.WHICH_OF, Cue.WHICH_NUMBER, Cue.ONLY
    )  # fmt: skip
    known = [
        *spans,
        *asking,
        *r.references.spans,
        *r.spans_of(Shape.COMPLETE),
        *((d.start, d.end) for d in r.documents),
    ]
    runs = (_bare(run.strip(), r.library.lexicon.filler) for run in _divided(r.text.norm, known, marks))
    # Of two that say as much, what is sought is the later: cuáles … mencionan los buques.
    return max(reversed(list(runs)), key=weight, default="")


def _bare(run: str, filler: frozenset[str]) -> str:
    """A run without words of no meaning at its ends."""
    words = list(cut(run)) if is_chinese(run) else run.split(" ")
    while words and (words[0] in filler or not words[0].strip()):
        words = words[1:]
    if words and "'" in words[0][:_ELIDED]:
        words = [words[0].partition("'")[2], *words[1:]]
    while words and (words[-1] in filler or not words[-1].strip()):
        words = words[:-1]
    return ("" if is_chinese(run) else " ").join(words)


CRITERIA = (_beginning, _citing_a_note, _addressed, _mentioning)
"""What reads by which sign paragraphs are known, beside their numbers."""


def _beside(r: Reading, c: Conversation) -> ParagraphQuestion | None:
    """写到自愿捐助的那一段，前面一段; the paragraph after paragraph 12."""
    references = r.references
    if not references.steps or not references.steps[-1].paced:
        return None
    if references.selections:
        return ParagraphQuestion(beside(by_number(references.selections, references.excluded), references.steps))
    # 刚才那段的下一段 is beside the one that was shown.
    words = subject_words(r, [*references.spans, *r.spans_of(Cue.BACK)])
    # 要秘书长出钱的那段，它后面一段: its subject is named besides; that of 她起草宣言的那段，前一段 has the word in it.
    ends = [end for cue in (Cue.THIS_PARAGRAPH, Cue.WHERE) for _, end in r.cues.get(cue, ())]
    described = [b for _, b in r.cues.get(Cue.THIS_PARAGRAPH, ()) if b <= min(references.spans)[0]]
    its = [start for start, _ in r.cues.get(Cue.IT, ()) if not any(end <= start for end in ends) and not described]
    of_shown = its and not r.has(Cue.WHICH_NUMBER)
    said = r.has(Cue.WHERE, Cue.IT_IS_SAID, Cue.THIS_PARAGRAPH) or references.part is not None
    sought = said or weight(words) > (SOME if c.shown else LITTLE)
    if of_shown or not sought or weight(words) < LITTLE:
        return None
    return ParagraphQuestion(beside(OnSubject(words, references.part), references.steps))
