"""What people say of themselves before they ask, and the question that comes after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.language.cues import Cue
from bot.language.lexicon import Lexicon
from bot.language.normal import blank, normal, read
from bot.language.shapes import Shape
from bot.question.examine import examine
from bot.question.model import Fact
from bot.question.reading import VOTE_CUES, Reading, weight

SHORTEST = 6
"""The weight (see `weight`) that what comes before and what comes after must have at least."""
_LONGEST = 400
"""Characters of the longest message in which an introduction is looked for: each place of it is a message to read."""
MOST_PLACES = 8
"""How many places of a message are looked at."""

_MARKS = re.compile(r"[。！!?？;；\n]+|\.(?=\s)|[,，:：、\s]")
"""Behind which the question itself may begin: behind one within a sentence only where a word says so."""
_WITHIN = " ,，:：、"
"""Signs within a sentence."""
_ASKING = (Cue.WHERE, Cue.IT_IS_SAID, Cue.RESULT, Cue.WHO, Cue.HOW, Cue.SHARE, Cue.COMPARE, Cue.EXCEPT)
"""What has one of these is no introduction."""


def without_introduction(message: str, whole: Reading, facts: dict[Cue, Fact]) -> Iterator[Reading]:
    """The message less what may be an introduction, the shortest rest first; facts: the cues that ask for one.

    What has a question in it, says what is asked about, or names what the rest goes back to is none.
    """
    if len(message) > _LONGEST:
        return
    text = read(message)
    # The stop in St. Lucia ends nothing.
    names = [(m.start, m.end) for m in whole.mentions]
    for place in reversed(_places(blank(text.norm, names), whole.library.lexicon)[:MOST_PLACES]):
        before, after = text.cased[: place.start()].strip(), text.cased[place.end() :]
        if min(weight(normal(before)), weight(normal(after))) < SHORTEST:
            continue
        told = examine(before, whole.library)
        # “56/4: 本人在编写大事记” names the document that is meant anyway.
        another = told.documents and not whole.named
        # “Were all those | who abstained” is one question, and so is “and only those | who abstained”.
        begun = told.has(Cue.YES_OR_NO, Cue.ONLY) and not place[0].strip(_WITHIN)
        asks = told.references.spans or another or begun or told.has(Cue.THAT_SET, *_ASKING, *VOTE_CUES, *facts)
        if asks:
            continue
        r = examine(after, whole.library)
        named = told.states or told.groups or told.ambiguous
        whole_again = r.states or r.groups or r.references.selections
        if named:
            continue
        if whole_again or not r.has(Cue.IT, Cue.AMONG, Cue.THIS_PARAGRAPH):
            yield r


def goes_back(r: Reading) -> bool:
    """Whether a subject is not all there, since it goes back to what was said before: 此类理解, such views."""
    named = r.shapes.get(Shape.THIS_DOCUMENT, ())
    return any(not any(a <= start < b for a, b in named) for start, _ in r.shapes.get(Shape.SAID_BEFORE, ()))


def _places(norm: str, lexicon: Lexicon) -> list[re.Match[str]]:
    """The marks of a text in normal form behind which the question may begin."""
    begins = {start for start, _ in lexicon.shapes(norm).get(Shape.BEGINS, ())}
    return [m for m in _MARKS.finditer(norm) if m[0].strip(_WITHIN) or m[0] == "\n" or m.end() in begins]
