"""A footnote that is asked for by its number: footnote 2, 脚注3, nota 4; and which paragraph cites it."""

from __future__ import annotations

from bot.language.cues import Cue
from bot.language.normal import blank, is_chinese, normal
from bot.language.shapes import Shape
from bot.question.frame import Frame
from bot.question.model import Fact, FactQuestion, ParagraphQuestion, Question, Told
from bot.question.reading import LITTLE, Reading, letters, weight
from bot.question.where import CitingNote
from bot.resolution import Span

_SIGNS = "№#"
"""Signs that may stand between the word and its number."""
_SHORTENED = 3
"""Characters of a word for “number” that is shortened: no., nº"""


def note_by_number(f: Frame) -> Question | None:
    """The footnote with a number; the answer knows whether there is one."""
    r = f.reading
    number = _number(r) if r.has(Cue.FACT_FOOTNOTE) or r.tells(Shape.NOTE) else None
    if number is None or r.resolution is None or r.states or r.groups or r.about_votes:
        return None
    there = number in {mark_of(note.mark) for note in r.resolution.footnotes}
    if r.has(Cue.WHICH_NUMBER) and there:
        return ParagraphQuestion(CitingNote(str(number)), Told.LIST)
    return FactQuestion((Fact.FOOTNOTE,), note=number)


def mark_of(mark: str) -> int | None:
    """The number that a mark is: 2 for ²; None for an asterisk."""
    plain = normal(mark)
    return int(plain) if plain.isdecimal() else None


def _number(r: Reading) -> int | None:
    """The number beside the word for a footnote; beside a shorter one, where nothing else is said."""
    references = r.library.lexicon.references
    behind = [(a, b, n) for a, b, n in references.numbers(r.text.norm) if n > 0]
    before = [(a, b, n) for a, b, n in references.ordinals(r.text.norm) if n > 0] + _counted(behind, r)
    for word in r.spans_of(Cue.FACT_FOOTNOTE):
        if (found := _beside(word, behind, before, r)) is not None:
            return found[1]
    for word in r.spans_of(Shape.NOTE):
        found = _beside(word, behind, [], r)
        if found and weight(letters(blank(r.text.norm, [*r.known, word, found[0]]))) < LITTLE:
            return found[1]
    return None


def _counted(numbers: list[tuple[int, int, int]], r: Reading) -> list[tuple[int, int, int]]:
    """The numbers of places, with the word that counts what has them: 第三个, 第2号."""
    leads = {end for _, end in r.spans_of(Shape.OF_NUMBER)}
    counting = dict(r.spans_of(Cue.FILLER, Shape.OF_NUMBER))
    return [(a, counting.get(b, b), n) for a, b, n in numbers if a in leads and is_chinese(r.text.norm[a - 1])]


def _beside(
    word: Span, behind: list[tuple[int, int, int]], before: list[tuple[int, int, int]], r: Reading
) -> tuple[Span, int] | None:
    """The number right behind a word, or in it, or the ordinal right before it, and where it stands."""
    norm = r.text.norm
    for a, b, n in behind:
        joined = word[1] <= a and _leads_to(norm[word[1] : a].strip(), r)
        if joined or (word[0] <= a and b <= word[1]):
            return (a, b), n
    return next((((a, b), n) for a, b, n in before if b <= word[0] and not norm[b : word[0]].strip()), None)


def _leads_to(between: str, r: Reading) -> bool:
    """Whether what stands between a word and a number is nothing, or says that it is one."""
    said = {r.text.norm[start:end] for start, end in r.spans_of(Shape.OF_NUMBER, Shape.NUMBER_WORD)}
    shortened = len(between) <= _SHORTENED and between[-1:] in (".", "°", "º") and between[0].isalpha()
    return between in ("", *_SIGNS, *said) or shortened
