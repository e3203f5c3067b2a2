"""Several resolutions named by number, of which a state is asked: of 40/1, 41/1 and 42/1, on which did it abstain?"""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.named import Sense
from bot.language.shapes import Shape
from bot.question.among import chosen
from bot.question.compound import MOST_QUESTIONS
from bot.question.conditions import topic_of
from bot.question.documents import cited
from bot.question.model import ClarifyQuestion, Question, Several, Unclear
from bot.question.partly_here import missing_beside
from bot.question.reading import LITTLE, Reading
from bot.question.record import Among, HistoryQuestion, ListQuestion
from bot.question.turning import voters


def of_those_named(r: Reading) -> Question | None:
    """On which of some resolutions that are named by number states voted so; how they voted, or what the votes came to,
    where these are too many to be answered one by one. None where anything else is asked; of too many, asked back."""
    found = [cited(d, r) for d in r.documents]
    symbols = tuple(dict.fromkeys(x[0].symbol for x in found if len(x) == 1))
    many = len(symbols) > MOST_QUESTIONS
    if len(symbols) < _SEVERAL or not (many or _asks_on_which(r)):
        return None
    missing = missing_beside(r)
    # One that is not here, or may be several, is not passed over in silence.
    passed_over = len([x for x in found if len(x) != 1]) > len(missing)
    asked = None if passed_over else _asked(r, symbols)
    if asked is None:
        last = r.documents[-1]
        return ClarifyQuestion(Unclear.PART, part=r.text.norm[last.start : last.end]) if many else None
    return Several((asked, *missing)) if missing else asked


_SEVERAL = 2


def _asks_on_which(r: Reading) -> bool:
    """Whether it is asked on which of them states voted so."""
    which = r.tells(Shape.WHICH_OF_THEM, Shape.WHICH_RESOLUTIONS) or r.has(Cue.WHICH_ONES)
    return which and bool(r.states and r.votes) and not r.has(Cue.COUNTRIES)


def _asked(r: Reading, symbols: tuple[str, ...]) -> Question | None:
    """What is asked of all of those at once; None for what is not asked of all of them so."""
    among = Among(symbols=symbols)
    only_states = all(m.named.sense in (Sense.STATE, Sense.SEVERAL) for m in r.mentions)
    of_text = r.references.selections or r.has(Cue.WHY, Cue.IT_IS_SAID)
    compares = r.has(Cue.SAME, Cue.DIFFER, Cue.COMPARE, Cue.AGREEMENT, Cue.CHANGED, Cue.LIKE)
    if of_text or compares or not only_states or (r.left > LITTLE and not _on_that(r, symbols)):
        return None
    if r.states:
        states = tuple(dict.fromkeys(code for m in voters(r, symbols) for code in m.named.codes))
        return HistoryQuestion(states, r.votes, among=among)
    of_result = r.has(Cue.RESULT, Cue.HOW) and not (r.votes or r.has(Cue.WHO, Cue.COUNTRIES))
    return ListQuestion(among, results=True) if of_result else None


def _on_that(r: Reading, symbols: tuple[str, ...]) -> bool:
    """Whether all that is left of a message says what all of the resolutions are on, and how many they are, which is no
    condition besides: the six Council resolutions on settlements (46/26, …)."""
    counts = [(a, b) for a, b, n in r.library.lexicon.references.numbers(r.text.norm) if n == len(symbols)]
    words = topic_of(replace(r, own=(*r.own, *counts, *r.spans_of(Shape.COUNCIL))))
    on_it = chosen(Among(words=words), r.library) if words else []
    return not words or set(symbols) <= {r.library.summaries[at].symbol for at in on_it}
