"""Whether one paragraph mentions something, which ones mention each of several things, and which one thing but not
another: 第5段提到气候了吗, which mention poverty or hunger, those on water but not on trade."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.language.cues import Cue
from bot.language.normal import BLANK, blank, is_chinese, whole
from bot.language.selection import Selection, selection_of
from bot.language.shapes import Shape
from bot.language.words import cut
from bot.question.examine import examine
from bot.question.found import COMMAS, mentioned
from bot.question.frame import Frame
from bot.question.model import ParagraphQuestion, Question, Several, Told
from bot.question.quotations import MARKS
from bot.question.reading import LITTLE, Reading, letters, weight
from bot.question.where import Both, ByNumber, Mentioning, Without, by_number
from bot.resolution import Span

_OPEN = (Cue.HOW, Cue.WHO, Cue.HOW_MANY, Cue.WHY, Cue.WHICH_NUMBER, Cue.WHICH_OF, Cue.TO_DO)
"""Ask for more than yes or no."""
_OTHERS = (Cue.EXCEPT, Cue.EXCEPT_BEHIND, Cue.BEGINNING, Cue.BOTH, Cue.ONLY, Cue.ASKED, Cue.OF_SHOWN)
"""Say more of the paragraphs, and are read elsewhere."""
_SAID = (Shape.SAYING, Cue.ON_SUBJECT, Cue.BEING, Cue.YES_OR_NO, Cue.WHETHER, Cue.IT)
_SEEKS = (Cue.WHICH_NUMBER, Cue.WHERE, Cue.THERE_IS)
_UNITS = (Shape.UNITS, Shape.PART_UNIT, Shape.WHICH_SEVERAL, Shape.LISTED_ONE)

_COMMA = re.compile(f"[{re.escape(''.join(COMMAS))}]")
_CHINESE_WORD = 2
_A_LIST = 3
"""Words that are listed, where no word says that they are mentioned: is there anything on taxes, oil and the sea."""
_BETWEEN_CHINESE, _BETWEEN = 2, 6
"""Characters of what joins two words: 以及; a comma and "and"."""


def said_of_one(f: Frame) -> Question | None:
    """Does paragraph 5 mention climate, is it about that? Yes or no, by the words that stand there."""
    r, references = f.reading, f.reading.references
    one = references.selections[0] if len(references.selections) == 1 else _shown(f)
    if one is None or one.first != one.last or one.piece or references.excluded or references.steps:
        return None
    says = r.tells(Shape.SAYING) or r.has(Cue.ON_SUBJECT)
    asks = r.asks or (r.tells(Shape.SAYING) and r.ends_as_question and not r.has(Cue.QUESTION))
    if not (says and asks) or _of_others(r) or r.has(*_OPEN, *_OTHERS):
        return None
    sought = mentioned(r, r.spans_of(*_SAID, Cue.THIS_PARAGRAPH), listed=True)
    if sought is None or not _whole_of(r, sought):
        return None
    words = _apart(sought.words, r) or (sought.words,)
    each = (Both((Mentioning(word, exact=sought.exact), ByNumber((one,)))) for word in words)
    questions = tuple(ParagraphQuestion(where, Told.LIST, asks=True) for where in each)
    return questions[0] if len(questions) == 1 else Several(questions)


def _shown(f: Frame) -> Selection | None:
    """The one paragraph that was shown last, where a message says that it means this one: 这段提到气候了吗."""
    shown = f.conversation.turns[-1].paragraphs if f.conversation.turns else ()
    means = f.reading.has(Cue.THIS_PARAGRAPH) and not f.reading.references.spans and len(shown) == 1
    return selection_of(shown[0]) if means else None


def said_of_each(f: Frame) -> Question | None:
    """Which paragraphs mention poverty or hunger, is there anything on climate and oceans? Each of them by itself, so
    that of each it is said where it stands, or that it does not."""
    r = f.reading
    says = r.tells(Shape.SAYING) or (r.has(Cue.WHERE) and (r.asks or r.ends_as_question))
    seeks = says and (r.tells(Shape.WHICH_SEVERAL) or r.has(*_SEEKS))
    others = _of_others(r) or r.references.selections or MARKS.search(r.text.norm)
    whether = r.spans_of(Cue.WHETHER)
    denied = any(not any(a < end and start < b for a, b in whether) for start, end in r.spans_of(Cue.NOT_SAID))
    if not seeks or others or denied or r.resolution is None or r.has(Cue.HOW, Cue.WHY, *_OTHERS):
        return None
    sought = mentioned(r, r.spans_of(*_SAID, *_UNITS), listed=True)
    words = _apart(sought.words, r) if sought else ()
    if not r.tells(Shape.SAYING) and (len(words) < _A_LIST or not all(_is_a_word(word) for word in words)):
        return None
    stands = {word: _stands(word, r) for word in words}
    if not any(stands.values()):
        # What it says in other words is sought by the whole of the message, but for a list of single words.
        listed = words and (r.asks or r.ends_as_question) and all(_is_a_word(word) for word in words)
        each = tuple(ParagraphQuestion(Mentioning(word, r.references.part), Told.LIST) for word in words)
        return Several(each) if listed else None
    if r.has(Cue.OR):
        # Of one or the other, first the one that there is.
        words = tuple(sorted(words, key=lambda word: not stands[word]))
    part = r.references.part
    return Several(tuple(ParagraphQuestion(Mentioning(word, part), Told.COUNT) for word in words))


def _apart(phrase: str, r: Reading) -> tuple[str, ...]:
    """The words that a phrase joins by and, or, or commas; none where it is one thing: economic and social rights."""
    begin = r.text.norm.find(phrase)
    if begin > 0 and r.resolution and is_chinese(phrase):
        # 不 in 不平等 is a word of its own elsewhere.
        with_it = r.text.norm[begin - 1] + cut(phrase)[0]
        if any(with_it in whole(p.text) for p in r.resolution.paragraphs):
            begin, phrase = begin - 1, r.text.norm[begin - 1] + phrase
    inside = [(a - begin, b - begin) for a, b in r.spans_of(Cue.JOIN, Cue.OR) if begin <= a < b <= begin + len(phrase)]
    # 和 in 和平 joins nothing, where it begins what stands between two commas.
    inside = [(a, b) for a, b in inside if a and not (is_chinese(phrase) and phrase[a - 1] in COMMAS)]
    inside += [(at, at + 1) for at, mark in enumerate(phrase) if mark in COMMAS]
    runs = [run.strip() for run in blank(phrase, inside).split(BLANK)]
    words = tuple(_less_filler(run, r) for run in runs if run)
    # 和 in 和平; of what commas part, a single character is a word.
    of_one = [word for word in words if is_chinese(word) and len(word) < 2]
    short = any(weight(word) < LITTLE and word not in of_one for word in words)
    short = short or bool(of_one and not _COMMA.search(phrase))
    if begin < 0 or len(words) < 2 or short or r.resolution is None:
        return ()
    # Economic, social and cultural rights are one thing where a paragraph has it with an "as well as".
    between = _BETWEEN_CHINESE if is_chinese(phrase) else _BETWEEN
    one_thing = not r.has(Cue.OR) and any(_together(words, whole(p.text), between) for p in r.resolution.paragraphs)
    return () if one_thing or len(r.library.terms.standing_for(phrase)) > 1 else words


def _is_a_word(words: str) -> bool:
    """Whether no more than one word stands here, of Chinese one of two characters."""
    return len(words) <= _CHINESE_WORD if is_chinese(words) else " " not in words


def _together(words: tuple[str, ...], text: str, between: int) -> bool:
    """Whether a text has these words one after the other, with no more characters between two of them."""
    end = text.find(words[0]) + len(words[0])
    while end >= len(words[0]):
        reached = end
        for word in words[1:]:
            at = text.find(word, reached, reached + between + len(word))
            reached = at + len(word) if at >= 0 else -1
            if reached < 0:
                break
        if reached >= 0:
            return True
        end = text.find(words[0], end) + len(words[0])
    return False


def _less_filler(run: str, r: Reading) -> str:
    """A run of words without those of no meaning before it: la pobreza."""
    words = run.split(" ")
    while len(words) > 1 and words[0] in r.library.lexicon.filler:
        words = words[1:]
    return " ".join(words)


def less_another(f: Frame) -> Question | None:
    """Those about one thing, but not about another: by the words of both; all but one that is named by its number."""
    r = f.reading
    if _of_others(r) or r.resolution is None or r.tells(Shape.RESOLUTION) or MARKS.search(r.text.norm):
        return None
    if r.references.selections:
        return _all_but(r)
    for start, end in sorted(_buts(r)):
        pieces = r.text.cased[:start], r.text.cased[end:]
        if not all(piece.strip(" ,") for piece in pieces):
            continue
        one, other = (replace(examine(piece, r.library), resolution=r.resolution) for piece in pieces)
        units = r.tells(*_UNITS) or r.has(Cue.WHERE, Cue.WHICH_NUMBER)
        kept, gone = (mentioned(x, x.spans_of(*_SAID, *_UNITS, Cue.JOIN)) for x in (one, other))
        if not (kept and gone and (units or r.has(Cue.EXCEPT))):
            continue
        # Cooperation without conditions leaves out no paragraphs, as but not about trade does.
        plain = _stands(gone.words, r) or other.has(Cue.ON_SUBJECT) or other.tells(Shape.SAYING)
        stand = plain and _stands(kept.words, r)
        if stand and _whole_of(one, kept) and _whole_of(other, gone):
            return ParagraphQuestion(Without(kept, gone), Told.LIST)
    return None


def _stands(words: str, r: Reading) -> bool:
    """Whether some paragraph has these words, or what they are a synonym of."""
    texts = [whole(p.text) for p in r.resolution.paragraphs] if r.resolution else []
    return any(term.lower() in text for term in r.library.terms.standing_for(words) for text in texts)


def _whole_of(r: Reading, sought: Mentioning) -> bool:
    """Whether a piece says no more than the words that are sought."""
    return weight(letters(r.rest)) <= weight(sought.words) + LITTLE


def _buts(r: Reading) -> list[Span]:
    """The longest of the places where a word says what is not meant."""
    said = r.has(Cue.ON_SUBJECT) or r.tells(Shape.SAYING)
    found = r.spans_of(Cue.EXCEPT, *((Cue.NOT_OF,) if said else ()))
    # 除 in 消除 leaves nothing out, nor does 不要 in 要不要.
    norm = r.text.norm
    found = [(a, b) for a, b in found if b - a > 1 and not (a and is_chinese(norm[a]) and norm[a - 1] == norm[b - 1])]
    return [x for x in found if not any(a <= x[0] and x[1] <= b and (a, b) != x for a, b in found)]


def _all_but(r: Reading) -> Question | None:
    """All paragraphs but some: 第5段之外的所有段落."""
    references = r.references
    leaves_out = r.has(Cue.EXCEPT, Cue.EXCEPT_BEHIND) and r.has(Cue.ALL)
    if not leaves_out or references.excluded or references.steps or r.left > LITTLE or r.tells(Shape.SAYING):
        return None
    part = references.part or references.selections[0].part
    gone = tuple(replace(s, part=s.part or part) for s in references.selections)
    return ParagraphQuestion(by_number((Selection(1, -1, part),), gone))


def _of_others(r: Reading) -> bool:
    return bool(r.states or r.groups or r.about_votes or r.documents)
