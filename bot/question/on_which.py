"""Whether it is asked on which resolutions states voted so, with no word for a resolution: 中国和美国一起反对的有哪些,
what did China and the US both oppose?"""

from __future__ import annotations

from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.shapes import Shape
from bot.question.reading import Reading


def asks_on_which(r: Reading) -> bool:
    """Whether a message that names states and a vote asks on what they cast it, and no document is in view."""
    if r.resolution is not None or r.documents or not (r.states and r.votes):
        return False
    # Which of them opposed it besides China asks for states; 有没有 for yes or no.
    of_states = (Cue.COUNTRIES, Cue.KIND_OF, Cue.ELSE, Cue.EXCEPT, Cue.EXCEPT_BEHIND, Cue.SAME, Cue.LIKE, Cue.AMONG)
    if r.has(*of_states, Cue.WHY, Cue.HOW_MANY, Cue.RESULT) or r.tells(Shape.THAT_ONE, Shape.THIS_DOCUMENT):
        return False
    return r.tells(Shape.ON_WHAT) or bool(_which_behind(r))


def _which_behind(r: Reading) -> list[tuple[int, int]]:
    """Where a word asks which ones, and not which states did so: with the name of a state before the vote, or right
    behind the word: which ones did China oppose?, 中国反对的有哪些."""
    votes = [start for spans in r.vote_spans.values() for start, _ in spans]
    first = min((m.start for m in r.mentions), default=0)
    asking = apart_from(r.spans_of(Cue.WHICH_ONES, Shape.WHICH_OF_THEM), r.spans_of(Shape.ASKS_WHEN))
    return [(a, b) for a, b in asking if first < min(votes) or b <= first < max(votes)]
