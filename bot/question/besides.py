"""What a message asks and the question that it was taken for leaves unanswered."""

from __future__ import annotations

from itertools import pairwise

from bot.language.cues import Cue
from bot.language.normal import is_chinese, signs_in
from bot.language.shapes import Shape
from bot.question.division import ENDS
from bot.question.model import ClarifyQuestion, Question, RollQuestion, TallyQuestion, Unclear, VoteQuestion
from bot.question.reading import VOTE_CUES, Reading, letters
from bot.question.sets import Measure


def who_besides(question: Question, r: Reading) -> Question:
    """The question; asked back, where a clause that names nobody asks who voted so, and it is only asked how some
    did."""
    listed = isinstance(question, VoteQuestion) and question.measure is Measure.LIST and not question.asked
    part = _who_asked(r) if listed else ""
    return ClarifyQuestion(Unclear.PART, part=part) if part else question


def of_ourselves(question: Question, r: Reading) -> Question:
    """The question; asked back, where it is asked how those voted who ask, 我们怎么投的, how did we vote?, and no state
    is named."""
    asks = isinstance(question, TallyQuestion | RollQuestion) and not (r.mentions or r.has(Cue.WHO, Cue.COUNTRIES))
    votes = {a for a, _ in r.spans_of(Cue.CAST, Cue.HOW, *VOTE_CUES)}
    norm = r.text.norm
    leads = [(a, b) for a, b in r.spans_of(Shape.OURSELVES) if not letters(norm[:a]) and is_chinese(norm[a])]
    ours = [(a, b) for a, b in r.spans_of(Shape.OURSELVES) if (a, b) in leads or r.skipped(b, ()) in votes]
    asks = asks and r.has(Cue.HOW, Cue.CAST) and not r.has(Cue.RESULT)
    return ClarifyQuestion(Unclear.PART, part=norm[slice(*ours[0])]) if asks and ours else question


def _who_asked(r: Reading) -> str:
    """The first clause that asks who voted so and names nobody, beside one that asks how somebody voted; empty where
    there is none."""
    norm = r.text.norm
    asks, votes = r.spans_of(Cue.WHO, Cue.COUNTRIES), [span for spans in r.vote_spans.values() for span in spans]
    # Norway, Peru and Chad: which of the three said yes?
    of_them = r.spans_of(Cue.WHICH_OF, Cue.AMONG, Cue.IT, Cue.THAT_SET)
    ends = [*signs_in(norm, ",:"), *((at, at) for at in r.text.gaps), *(m.span() for m in ENDS.finditer(norm))]
    clauses = list(pairwise(sorted({0, *(b for _, b in ends), len(norm)})))
    named = [(start, end) for start, end in clauses if any(start <= m.start < end for m in r.mentions)]
    how = r.spans_of(Cue.HOW, Cue.CAST, Cue.STANCE)
    if not any(start <= a < end for start, end in named for a, _ in how):
        return ""
    for start, end in clauses:
        stands = [any(start <= a and b <= end for a, b in spans) for spans in (asks, votes, of_them)]
        if stands == [True, True, False] and (start, end) not in named:
            return norm[start:end].strip()
    return ""
