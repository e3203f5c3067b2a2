"""What a message that is refused for a word is answered with: a paragraph may be about that all the same."""

from __future__ import annotations

from typing import Final

from bot.answer.model import Answer, NoneAnswer
from bot.answer.subject import nearest, paragraphs_on, subject_answer
from bot.corpus.library import Library
from bot.question.model import Refusal, Refused, SubjectQuestion
from bot.question.reading import LITTLE, weight
from bot.resolution import Resolution

_NEAR: Final = 0.25
"""The least words of a paragraph that a refusal names as what comes nearest."""
MEANS: Final = 0.59
"""How nearly a paragraph has to have the words that a message is refused for (see Index.means), if it is to be answered
with that all the same. phone and 电话 are at 0.83 to 0.88 where telephones are spoken of, 签证 at 0.72 of visas, 垃圾
at 0.66 of electronic waste, 打电话 at 0.60 of dialling; 股市, 带伞, 笑话 and presided at 0.45 to 0.58 of the
paragraphs that come nearest to messages with them."""

AGREED: Final = 0.25
"""How near the second encoder has to find such a paragraph to a message that says more than these words: eleven on what
is treated are at 0.28 to 0.49, single words at 0.08 to 0.35.
今天天气怎么样 is at 0.00 to 0.19 in nine of twelve documents that say nothing of the weather, though a part of 全天候
means it; jokes, essays and shares are at 0.04 to 0.20."""


AGREED_DESPITE: Final = 0.34
"""The same for a message with words for sponsors: twelve that ask for these at length are at -0.14 to 0.28 of what
comes nearest in ten documents; not to ban books because of who wrote them at 0.41."""
_FROM_OUTSIDE: Final = frozenset({Refused.CHAT, Refused.SERVICE, Refused.SPONSORS})
"""Of what no text tells: no paragraph comes near."""


def refused(refusal: Refusal, resolution: Resolution | None, library: Library) -> Answer:
    """A refusal, with the paragraph that comes nearest to what was asked, where one comes near; or that it treats it
    after all."""
    if not refusal.words or resolution is None:
        return NoneAnswer(resolution, refusal)
    # Where it is written down what people call the paragraphs, words alone decide, and find something for most of them.
    beside = refusal.beside and resolution.symbol not in library.subjects
    if (refusal.by or beside) and (treated := _treated(refusal, resolution, library)):
        return treated
    if refusal.reason in _FROM_OUTSIDE or refusal.beside:
        return NoneAnswer(resolution, refusal)
    found = paragraphs_on(refusal.words, "", resolution, library)
    near = found and found[0][1].words >= _NEAR
    return NoneAnswer(resolution, refusal, found[0][0] if near else None)


def _treated(refusal: Refusal, resolution: Resolution, library: Library) -> Answer | None:
    """The paragraphs on what a message is refused for by a word, where one has that word, or what means the same, and
    comes near to all that it says, if it says more; the refusal with the nearest ones, where it may mean these; else
    None."""
    answer = subject_answer(SubjectQuestion(refusal.words, asked=refusal.asked), resolution, library)
    near = [library.place(resolution, p) for p in nearest(answer)]
    if not near or (isinstance(answer, NoneAnswer) and refusal.by):
        # Of a vote alone there is no text; what is not found is not treated.
        return None
    having = [at for at in near if not refusal.by or library.index.means(refusal.by, at) >= MEANS]
    if weight(refusal.words) - sum(map(weight, refusal.by)) < LITTLE:
        return answer if having else None
    # Who says much besides need not have meant that word: 外卖, a joke, not to ban books for who wrote them.
    ways = (refusal.asked or refusal.words, refusal.words)
    seconded = dict(zip(near, library.index.opinion(ways, near), strict=False))
    any_of = near if seconded and refusal.reason in _FROM_OUTSIDE else having
    least = AGREED_DESPITE if refusal.reason is Refused.SPONSORS else AGREED
    if not isinstance(answer, NoneAnswer) and max((seconded.get(at, AGREED) for at in any_of), default=0.0) >= least:
        return answer
    asked = frozenset(library.terms.known(ways[0]))
    start = library.place(resolution, resolution.paragraphs[0])
    each = library.found_by.terms_among(asked, resolution.symbol)
    its_terms = any(each[at - start] for at in near)
    comes_near = its_terms or max(seconded.values(), default=0.0) >= least
    return NoneAnswer(resolution, refusal, offered=nearest(answer)) if comes_near else None
