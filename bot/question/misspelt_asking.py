"""A misspelt word of those that only ask, in a message that is not understood as it is, or that takes it for a subject:
actualy, resolucions, 决义. It is read as the word that it almost is, and the reply says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, islice, product

from rapidfuzz import fuzz

from bot.corpus.library import Library
from bot.language.cues import Cue
from bot.language.kept import once
from bot.language.normal import all_chinese, is_chinese, normal
from bot.language.words import cut, is_rare, misheard
from bot.question.aside import typed
from bot.question.conversation import Understood
from bot.question.examine import GUESSED_IN
from bot.question.misspelt_subject import finds_nothing, not_understood
from bot.question.model import ClarifyQuestion, Question, Refusal, Refused, Several, Unclear
from bot.question.reading import Reading
from bot.question.record import OfAmong
from bot.question.spelling import almost, begun, of_letters
from bot.resolution import Span

_Slip = tuple[Span, Sequence[str]]
"""Where a word stands that is not understood, and what it may be meant for."""
_MOST_MEANT = 8
"""Of how many messages that one may be meant for it is looked at what they ask: each takes as long as the message."""
_LONG = 5
"""Letters from which a letter may be missing, too many, or another: wich. What it is read as has to be understood."""
_ENDING = 3
"""How many letters longer than a word that goes on one may be that begins almost as it does."""
_LONGEST = 4
"""Characters of the longest Chinese word that is sought by its sound."""


def with_asking_spelt(
    message: str, r: Reading, whole: Understood, ask: Callable[[str], Understood]
) -> Understood:
    """What a message is understood as; where it is not, what it asks with its misspelt words as they are meant, and how
    each was read. Where they may be meant for words that ask different things, it stays as it is.

    ask: understands a message.
    """
    if len(r.library.summaries) == 1 or len(r.text.norm) > GUESSED_IN:
        return whole
    left = not_understood(r)
    nothing, sought = _not_understood(whole[0], r.library), _sought(whole[0])
    slips = _slips(r, left, sought) if nothing or sought else []
    slips = [x for x in slips if nothing or r.text.norm[slice(*x[0])] in sought]
    if not slips:
        return whole
    found: list[tuple[Understood, tuple[str, ...]]] = []
    for meant in islice(product(*(words for _, words in slips)), _MOST_MEANT):
        question, goes_on = ask(_put(r.text.cased, slips, meant))
        if not (_not_understood(question, r.library) or any(word in _sought(question) for word in meant)):
            found.append(((question, goes_on), meant))
    if not found or any(asked != found[0][0] for asked, _ in found):
        return whole
    (question, goes_on), as_meant = found[0]
    read_as = (
        ClarifyQuestion(Unclear.SPELT, part=typed(message, r, span), meant=word)
        for (span, _), word in zip(slips, as_meant, strict=True)
    )
    return Several((*(question.questions if isinstance(question, Several) else (question,)), *read_as)), goes_on


def _not_understood(question: Question, library: Library) -> bool:
    """Whether nothing is known of what a message asks, or of what it asks there is nothing: no resolution on a subject,
    as it is taken for one, or at a time."""
    other_time = isinstance(question, Refusal) and question.reason is Refused.OTHER_TIME
    return other_time or finds_nothing(question, library)


def _sought(question: Question) -> str:
    """The words of the subject on which resolutions are sought; empty where none is."""
    return f"{question.among.words} {question.among.mentions}".strip() if isinstance(question, OfAmong) else ""


def _put(text: str, slips: Sequence[_Slip], meant: Sequence[str]) -> str:
    """A text with what words are meant for in their places."""
    for ((start, end), _), word in reversed(list(zip(slips, meant, strict=True))):
        text = f"{text[:start]}{word}{text[end:]}"
    return text


def _slips(r: Reading, left: str, sought: str) -> list[_Slip]:
    """The misspelt words of a message, from left to right. left: what is not understood of it; sought: the words of it
    that are taken for a subject."""
    # What stands behind a word for "on" is a subject.
    subjects = {r.skipped(end, (Cue.FILLER,)) for _, end in r.spans_of(Cue.ON_SUBJECT)}
    return [x for x in sorted([*_spelt(r, left, sought), *_heard(r, left)]) if x[0][0] not in subjects]


@once
def _of_subjects(library: Library) -> frozenset[str]:
    """The words of titles and of known terms, in scripts that put spaces between words."""
    terms = (word for terms in library.terms.sets for term in terms for _, _, word in of_letters(normal(term)))
    return frozenset(library.catalogue.title_words).union(terms)


def _spelt(r: Reading, left: str, sought: str) -> Iterator[_Slip]:
    """Those in scripts that put spaces between words; none that is as near to a word of titles."""
    whole, stems, _ = r.library.lexicon.asking
    titles = _of_subjects(r.library)
    for start, end, word in of_letters(r.text.norm):
        begins = word.startswith(tuple(stems))
        unknown = word in left[start:end] and not (begins or r.library.speaks_of(word))
        # Resolucions begins as one of them does, and yet is taken for a subject.
        if word in whole or word in titles or not (unknown or (begins and word in sought.split())):
            continue
        near = {x: fuzz.ratio(word, x) for x in whole | titles if almost(word, x, _LONG)}
        likely = max((near[x] for x in near if x not in whole), default=0)
        meant = sorted((x for x in near if x in whole and near[x] > likely), key=lambda x: (-near[x], x))
        # Of what only begins as a word does, the shortest is no invention: aprobadas, and not aprobvadas.
        long = [x for x in stems if len(word) - len(x) <= _ENDING]
        meant = meant or sorted((x for x in begun(word, long) if fuzz.ratio(word, x) > likely), key=len)
        if meant and not r.library.names.guess(r.text.norm, start, end):
            yield (start, end), meant


def _heard(r: Reading, left: str) -> Iterator[_Slip]:
    """Those in Chinese: one character is another that sounds the same."""
    _, _, chinese = r.library.lexicon.asking
    named = {i for a, b in (*((m.start, m.end) for m in r.mentions), *r.own) for i in range(a, b)}
    at, norm = 0, r.text.norm
    # What is misspelt is no part of a longer word: 饮用 in 饮用水.
    words = [x for x in zip(accumulate(map(len, cut(norm)), initial=0), cut(norm), strict=False) if not is_rare(x[1])]
    inside = {i for start, word in words for i in range(start + 1, start + len(word))}
    while at < len(norm):
        for end in range(min(at + _LONGEST, len(norm)), at + 1, -1):
            said, whole = norm[at:end], inside.isdisjoint((at, end))
            free = all_chinese(said) and any(map(is_chinese, left[at:end])) and named.isdisjoint(range(at, end))
            if not (whole and free) or said in r.library.terms.chinese or r.library.speaks_of(said):
                continue
            like = {x for i in range(len(said)) for x in chinese.get((i, said[:i] + said[i + 1 :]), ())}
            if meant := misheard(said, () if said in like else like):
                yield (at, end), (meant,)
                at = end - 1
                break
        at += 1
