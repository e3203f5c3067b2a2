"""Which of the votes that a message names it negates, and negations that stand before what was voted on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from bot.language.cues import Cue
from bot.language.normal import BLANK, blank
from bot.language.phrases import is_letter
from bot.resolution import Span, Vote

OPEN = (Cue.WHO, Cue.COUNTRIES, Cue.WHICH_OF, Cue.DOCUMENTS, Cue.HOW_MANY, Cue.TIMES)
"""Words of questions that no yes or no answers."""

_SIGNS = frozenset(f" ,:'\"“”《》()-{BLANK}")

_Negating = Callable[[int, int], tuple[Span, ...]]


def sides(
    norm: str,
    words: Sequence[tuple[int, int, Vote]],
    negating: _Negating,
    excepts: frozenset[Span],
    not_done: frozenset[int],
    ors: Iterable[Span],
    joins: Iterable[Span],
    empty: Iterable[Span],
) -> tuple[frozenset[Vote], frozenset[Vote]]:
    """The votes named as they are, and those negated, of words for votes from left to right.

    negating: where the words stand that negate a vote; excepts: the words for "except"; not_done: where words begin
    that negate all that are joined behind them, 没有反对和弃权; empty: what may stand beside the word that joins two of
    them.
    """

    def left_out(start: int, end: int) -> bool:
        return not excepts.isdisjoint(negating(start, end))

    def listed(start: int, end: int, beside: Iterable[Span] = (), signs: frozenset[str] = frozenset(BLANK)) -> bool:
        inside = [(a - start, b - start) for a, b in (*joins, *beside) if start <= a and b <= end]
        joined = any(start <= a and b <= end for a, b in joins)
        return joined and set(blank(norm[start:end], inside)) <= signs

    refused = {word: bool(negating(*word[:2])) for word in words}
    for one, other in pairwise(words):
        # Did not abstain or vote against: one negation of two; 除了弃权的和反对的 leaves out both.
        either = any(one[1] <= a and b <= other[0] for a, b in ors)
        both = left_out(*one[:2]) and listed(one[1], other[0], empty, _SIGNS)
        of_all = not not_done.isdisjoint(a for a, _ in negating(*one[:2]))
        both = both or (of_all and listed(one[1], other[0]))
        refused[other] = refused[other] or (refused[one] and (either or both))
    for one, other in reversed(list(pairwise(words))):
        # 弃权和反对的都不要, 赞成反对都没投.
        refused[one] = refused[one] or (
            left_out(*other[:2]) and (one[1] == other[0] or listed(one[1], other[0], empty, _SIGNS))
        )
    meant = frozenset(word[2] for word in words if not refused[word])
    return meant, frozenset(word[2] for word in words if refused[word])


def votes_alone(
    norm: str, words: Sequence[tuple[int, int, Vote]], both: Sequence[Span], not_of: Sequence[Span], groups: set[int]
) -> list[tuple[int, int, Vote]]:
    """The words for votes, but for those of yes or no that only say what is to be answered, 对吗，是或否, where there
    are others, and for what says that those are meant that are not of a group: les non-africains.

    both: where words for yes or no stand; groups: where names of groups begin.
    """
    marks = " .?!¿¡。"
    first, last = len(norm) - len(norm.lstrip(marks)), len(norm.rstrip(marks))
    asking = [x for x in both if x[1] == last and norm[: x[0]].rstrip()[-1:] in _ENDS]
    asking += [x for x in both if x[0] == first and norm[x[1] :].lstrip()[:1] in _ENDS]
    voting = [x for x in words if not any(a <= x[0] and x[1] <= b for a, b in asking)] or words
    refusing = {x for x in not_of if not groups.isdisjoint((x[1], x[1] + 1))}
    return [x for x in voting if x[:2] not in refusing]


_ENDS = frozenset(",:;.?!")
"""What stands between a question and the words for yes or no that end or begin it."""


def before_object(
    norm: str,
    vote: int,
    negations: Iterable[Span],
    objects: Sequence[Span],
    prepositions: Sequence[Span],
    empty: Sequence[Span],
) -> Span | None:
    """The negation of a vote that begins at a place, 谁没有对78/35投赞成票, where nothing but one of the objects of
    votes, or the preposition of one that was taken out of the message, and empty words stand between them; None for
    none."""
    for start, end in negations:
        between = [x for x in objects if end <= x[0] and x[1] <= vote]
        left = blank(norm[end:vote], [(a - end, b - end) for a, b in (*between, *empty) if end <= a and b <= vote])
        # 没有对投赞成票: the object itself is read apart.
        apart = any(a == end and b <= vote for a, b in prepositions)
        if (between or apart) and set(left) <= _SIGNS:
            return start, end
    return None


def in_passive(norm: str, words: Iterable[Span], named: Sequence[Span], joins: Sequence[Span]) -> list[Span]:
    """Where those stand by whom something was done, behind a Chinese word that says so: 被印度和巴西."""
    found = []
    for start, end in words:
        at = end
        while behind := [b for a, b in (*named, *joins) if a == at]:
            at = max(behind)
        found += [(start, at)] if at > end else []
    return found


def in_a_phrase(left: str, start: int, end: int) -> bool:
    """Whether a word stands between two that are not known, in scripts with spaces between words: violence against
    women.

    left: the message with all that is known blanked, as is an article behind the word.
    """
    behind = left[end : end + _ARTICLE].lstrip(f" {BLANK}")
    around = (left[:start].rstrip(" ")[-1:], behind[:1])
    return all(c and is_letter(c) for c in around)


_ARTICLE = 7
"""Characters behind a word within which, behind an article, the next one begins."""
