"""A word for what resolutions are on that is misspelt, in a message that finds nothing as it is: chidren, 死型. It is
read as the nearest word of a title, and the reply says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from rapidfuzz.distance import OSA

from bot.corpus.library import Library
from bot.language.cues import Cue
from bot.language.normal import blank, is_chinese
from bot.language.shapes import Shape
from bot.language.words import sound
from bot.question import times
from bot.question.among import about, chosen
from bot.question.conversation import Understood
from bot.question.examine import GUESSED_IN
from bot.question.model import ClarifyQuestion, Question, Refusal, Refused, Several, SubjectQuestion, Unclear
from bot.question.pieces import OF_RESOLUTION
from bot.question.reading import LITTLE, Reading, letters, weight
from bot.question.record import OfAmong
from bot.resolution import Span

_SHORTEST = 6
"""Letters of the shortest word that may be misspelt."""
_LONG = 9
"""Letters from which a word may have two slips, and not only one."""


def with_subject_spelt(r: Reading, whole: Understood, ask: Callable[[str], Understood]) -> Understood:
    """What a message is understood as; where it finds nothing as it is, what it asks with a misspelt word as titles
    have it, and how that word was read.

    ask: understands a message.
    """
    library = r.library
    if len(library.summaries) == 1 or len(r.text.norm) > GUESSED_IN or not finds_nothing(whole[0], library):
        return whole
    left = not_understood(r)
    slip = _slip(r, left) if left else None
    if slip is None or not _is_all(left, slip[0]):
        return whole
    (start, end), meant = slip
    question, goes_on = ask(f"{r.text.cased[:start]}{meant}{r.text.cased[end:]}")
    if finds_nothing(question, library) and not _offers_others(question, whole[0]):
        return whole
    parts = question.questions if isinstance(question, Several) else (question,)
    read_as = ClarifyQuestion(Unclear.SPELT, part=r.text.cased[start:end], meant=meant)
    return Several((*parts, read_as)), goes_on


def not_understood(r: Reading) -> str:
    """What is not understood of a message, at its places; nothing where it seeks a paragraph."""
    in_text = r.has(Cue.WHERE, Cue.IT_IS_SAID) and not r.has(Cue.ON_SUBJECT)
    if in_text or r.tells(Shape.PART_UNIT):
        return ""
    of_resolution = r.spans_of(*OF_RESOLUTION, Shape.AMENDMENT, Shape.DRAFT, Shape.ADOPTED)
    return blank(r.text.norm, [*r.known, *times.spans(r), *of_resolution])


def _is_all(left: str, span: Span) -> bool:
    """Whether what is not understood is within a span, so that no paragraph is sought."""
    return weight(letters(blank(left, [span]))) < LITTLE


def _offers_others(question: Question, before: Question) -> bool:
    """Whether it is asked back which of some resolutions is meant, and of none before, or of others."""
    offers = isinstance(question, ClarifyQuestion) and question.unclear is Unclear.WHICH_DOCUMENT
    asked_so = isinstance(before, ClarifyQuestion) and before.unclear is Unclear.WHICH_DOCUMENT
    return offers and not asked_so


def finds_nothing(question: Question, library: Library) -> bool:
    """Whether nothing is known of what a message asks, or of what it asks there is nothing."""
    if isinstance(question, ClarifyQuestion):
        return question.unclear in (Unclear.WHAT, Unclear.PART, Unclear.WHICH_DOCUMENT)
    if isinstance(question, Refusal):
        return question.reason in (Refused.OTHER_DOCUMENT, Refused.OTHER_SUBJECT, Refused.NOT_FOUND)
    on = isinstance(question, OfAmong) and (question.among.words or question.among.mentions)
    return isinstance(question, SubjectQuestion) or bool(
        on and isinstance(question, OfAmong) and not chosen(question.among, library)
    )


def _slip(r: Reading, left: str) -> tuple[Span, str] | None:
    """Where the first misspelt word stands, and how titles have it; None where there is none. left: what is not
    understood; it is sought where this is all that is."""
    unnamed = blank(r.text.norm, [*r.known, *((m.start, m.end) for m in r.mentions), *r.own])
    for begin, end in (run for run in _runs(unnamed) if _is_all(left, run)):
        piece = unnamed[begin:end]
        if is_chinese(piece):
            if heard := _heard(piece, r.library):
                (start, stop), meant = heard
                return (begin + start, begin + stop), meant
        elif meant := _near(piece, {*r.library.catalogue.title_words, *r.library.terms.words}):
            return (begin, end), meant
    return None


def _runs(norm: str) -> Iterator[Span]:
    """Where two Chinese characters or more stand in a row, or a word of as many letters as a misspelt one has."""
    end = 0
    for (chinese, letter), run in groupby(norm, key=lambda c: (is_chinese(c), c.isalpha())):
        start, end = end, end + sum(1 for _ in run)
        if letter and end - start >= (2 if chinese else _SHORTEST):
            yield start, end


def _near(word: str, words: Iterable[str]) -> str:
    """The one word of titles from which a word is a slip or two away, with the letter that it begins with; empty where
    it is one of them, or there is none, or several are as near."""
    slips = 1 + (len(word) >= _LONG)
    # Members is no misspelt member, nor any other word that only ends otherwise.
    like = [x for x in words if x[:1] == word[:1] and abs(len(x) - len(word)) <= slips]
    if any(x.rstrip("s") == word.rstrip("s") for x in like):
        return ""
    near = sorted((slip, x) for x in like if (slip := OSA.distance(x, word, score_cutoff=slips)) <= slips)
    alone = near and near[0][0] > 0 and (len(near) == 1 or near[1][0] > near[0][0])
    return near[0][1] if alone else ""


def _heard(piece: str, library: Library) -> tuple[Span, str] | None:
    """Where a Chinese piece has what sounds like a known term and shares a character with it: 死型; None where it has a
    term there, or nothing like one."""
    for length in range(min(_LONGEST, len(piece)), 1, -1):
        for start in range(len(piece) - length + 1):
            said = piece[start : start + length]
            if library.speaks_of(said) or said in library.terms.chinese:
                continue
            heard = [x for x in library.terms.sounding.get(sound(said), ()) if any(map(str.__eq__, x, said))]
            if len(heard) == 1 and about(heard[0], library):
                return (start, start + length), heard[0]
    return None


_LONGEST = 6
"""Characters of the longest Chinese term that is sought by its sound."""
