"""Questions about a subject, and the words of a message that say what it is about, without those that only ask.

The kinds give a SubjectQuestion; which paragraphs answer it is for the search to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.corpus.vocabulary import Vocabulary
from bot.language.cues import Cue
from bot.language.normal import BLANK, CJK, all_chinese, blank, has_digit, is_chinese
from bot.language.shapes import Shape
from bot.language.words import cut, is_rare, without_elided
from bot.question.frame import Frame
from bot.question.model import ClarifyQuestion, DocumentQuestion, Question, SubjectQuestion, Unclear
from bot.question.reading import LITTLE, Reading, weight
from bot.question.record import PagedQuestion
from bot.resolution import Part

_LONGEST = 45
"""Words of a message that are sought; the search itself looks at no more than 300 characters."""


def in_others(f: Frame) -> Question | None:
    """除了第4段，还有哪里提到宪章; 除了这段还有哪里提到: a subject in other paragraphs than these."""
    r = f.reading
    if not r.has(Cue.EXCEPT) or not r.has(Cue.WHERE, Cue.IT_IS_SAID) or r.states or r.groups:
        return None
    selections = (*r.references.selections, *r.references.excluded)
    named = tuple(
        f"{s.part or Part.OPERATIVE}{n}" for s in selections if s.last > 0 for n in range(s.first, s.last + 1)
    )
    beyond = named or (f.conversation.shown if r.has(Cue.THIS_PARAGRAPH) else ())
    these = [
        *r.references.spans,
        *(span for cue in (Cue.EXCEPT, Cue.ELSE, Cue.THIS_PARAGRAPH) for span in r.cues.get(cue, ())),
    ]
    if not beyond or weight(words := subject_words(r, these)) < LITTLE:
        return None
    return SubjectQuestion(words, in_document=True, beyond=beyond)


def subject(f: Frame) -> Question | None:
    """What a message is about, sought in the paragraphs; where it says nothing, it is asked back.

    The last of the kinds: every message asks this, if nothing else.
    """
    r = f.reading
    words = subject_words(r)
    # One character, or 不 alone, is no subject.
    # But after 哪段讲, it is: 水, 钱.
    sought = r.has(Cue.IT_IS_SAID, Cue.WHERE)
    if weight(words) < (1 if sought else LITTLE) and not has_digit(words):
        if r.has(Cue.OUTLINE, Cue.FULL):
            return DocumentQuestion(full=r.has(Cue.FULL))
        return ClarifyQuestion(Unclear.WHAT)
    if _of_no_text(f):
        return ClarifyQuestion(Unclear.WHAT)
    figure = r.has(Cue.HOW_MANY, Cue.FACT_COUNT) and not r.has(Cue.IT_IS_SAID)
    turns = f.conversation.turns
    follows = turns[-1].paragraphs if turns and r.has(Cue.IT) else ()
    return SubjectQuestion(
        words, sought, figure, _counted(r) if figure else "", r.has(Cue.FACT_SESSION) and r.tells(Shape.HANDED_IN),
        part=part_named(r), follows=follows,
    )  # fmt: skip


def _counted(r: Reading) -> str:
    """The word behind the one that asks how many, how much: that for what is counted; empty where there is none."""
    norm = r.text.norm
    at = max((end for cue in (Cue.HOW_MANY, Cue.FACT_COUNT) for _, end in r.cues.get(cue, ())), default=len(norm))
    behind = norm[at:].strip()
    word = cut(behind)[0] if is_chinese(behind[:1]) else behind.partition(" ")[0].strip("?.,!")
    return "" if word in r.library.lexicon.filler else word


def _of_no_text(f: Frame) -> bool:
    """Whether a message with no resolution in view says nothing that a text could be about: 谁最多, how often?, no, I
    meant that one; after a list, a word may ask anything of it."""
    r, turns = f.reading, f.conversation.turns
    of_list = bool(turns) and isinstance(turns[-1].question, PagedQuestion) and r.unaccounted <= LITTLE
    says_nothing = r.unaccounted < LITTLE or of_list or r.has(Cue.CORRECTION)
    return r.resolution is None and says_nothing and not r.has(Cue.IT_IS_SAID, Cue.WHERE)


def part_named(r: Reading) -> Part | None:
    """The part that the message seeks something in: 序言里哪段讲环境."""
    references = r.references
    units = {start for start, _ in r.shapes.get(Shape.PART_UNIT, ())}
    # 执行部分, 执行段 are of a part; what is to be carried out is not.
    any_word = any(end not in units for _, end in r.shapes.get(Shape.NO_PART, ()))
    return None if references.selections or references.part is Part.ANNEX or any_word else references.part


def subject_words(r: Reading, without: Iterable[tuple[int, int]] = ()) -> str:
    """What the message is about, for the search; empty where it only asks.

    Phrases that ask (哪段讲, does it say) go first, and what stands at the places to leave out; then, word by word,
    those that say nothing.
    """
    norm = r.text.norm
    spans = [
        span
        for cue in (Cue.WHERE, Cue.IT_IS_SAID, Cue.GREETING)
        for span in r.cues.get(cue, ())
        if span[1] - span[0] > 1
    ]
    spans += [
        *((d.start, d.end) for d in r.documents),
        *r.naming,
        *without,
        *(r.references.spans if part_named(r) else ()),
    ]
    left = blank(norm, spans)
    words: list[str] = []
    for piece in re.findall(rf"[{CJK}]+|[^{CJK}\s{BLANK}]+", left):
        words += cut(piece) if is_chinese(piece) else [piece.strip("-–—.,;:!?¿¡\"'()，。；：！？、《》“”「」")]
    # 不 says nothing in a question, but is a part of 粮食不安全.
    empty = (r.library.lexicon.filler | {norm[start:end] for start, end in r.cues.get(Cue.FILLER, ())}) - {"不"}
    words = [without_elided(word, empty) for word in words]
    kept = [w for w in words if w not in empty and any(map(str.isalnum, w)) and not (len(w) == 1 and w.isdecimal())]
    kept = (_unglued(kept, empty) if r.has(Cue.WHERE, Cue.IT_IS_SAID) else kept)[:_LONGEST]
    return _joined(_heard(kept, r.library.vocabulary(r.resolution)) if r.resolution else kept)


def _unglued(words: list[str], empty: frozenset[str]) -> list[str]:
    """The words, the first without a verb that only asks: 讲水, 谈钱, which jieba takes for words."""
    for word in words[:1]:
        if len(word) == 2 and word[0] in empty and word[1] not in empty and all_chinese(word) and is_rare(word):
            return [word[1], *words[1:]]
    return words


def _heard(words: list[str], vocabulary: Vocabulary) -> list[str]:
    """The words, with those that stand nowhere replaced by known ones that sound the same."""
    heard = list(words)
    chinese = [i for i, w in enumerate(heard) if 2 <= len(w) <= 4 and all_chinese(w)]
    for i in chinese:
        if vocabulary.knows(heard[i]):
            continue
        # 讲役情: jieba may glue a word to a misspelt one.
        for part in (heard[i], heard[i][-2:], heard[i][:2]):
            if not vocabulary.knows(part) and (known := vocabulary.heard(part)):
                heard[i] = heard[i].replace(part, known)
                break
    for i in range(len(heard) - 1):
        # jieba cuts through a word it does not know: 讲役 | 情.
        across = heard[i][-1:] + heard[i + 1][:1]
        if (
            len(across) == 2
            and all_chinese(across)
            and not vocabulary.knows(across)
            and (known := vocabulary.heard(across))
        ):
            heard[i], heard[i + 1] = heard[i][:-1] + known, heard[i + 1][1:]
    return [w for w in heard if w]


def _joined(words: list[str]) -> str:
    """The words as one string, with spaces between those of scripts that have them."""
    text = ""
    for word in words:
        chinese = is_chinese(text[-1:]) and is_chinese(word[:1])
        text += word if chinese or not text else f" {word}"
    return text
