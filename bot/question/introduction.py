"""What people say of themselves before they ask, and the question that comes after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.language.cues import Cue
from bot.language.lexicon import Lexicon
from bot.language.normal import blank, normal, read
from bot.language.shapes import Shape
from bot.question import times
from bot.question.division import ENDS
from bot.question.examine import examine
from bot.question.model import Fact
from bot.question.reading import SOME, VOTE_CUES, Reading, letters, weight

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


def asked_in_letter(whole: Reading) -> Reading | None:
    """The one sentence of a letter that ends with a question mark, where the others only tell; None where there is no
    such, or where they may say what it asks about: names that it has not, paragraphs, documents, times."""
    sentences = [each for each in ENDS.split(whole.text.cased.replace(". ", ".\n")) if letters(each)]
    asking = [each for each in sentences if each.rstrip().endswith(("?", "？"))]
    one = len(whole.library.summaries) == 1
    known = whole.resolution is not None or one
    if len(sentences) < _FEWEST or len(asking) != 1 or not known or weight(letters(whole.text.norm)) < _OF_A_LETTER:
        return None
    others = [examine(each, whole.library) for each in sentences if each not in asking]
    told, r = examine("\n".join(each.text.cased for each in others), whole.library), examine(asking[0], whole.library)
    names = {*told.states, *told.groups} - {*r.states, *r.groups}
    says_of_whom = names and (not (r.states or r.groups or r.has(Cue.WHERE)) or r.has(*_OF_OTHERS))
    of_which = not whole.named and (told.documents or (not one and times.spans(told)))
    wants = any(each.has(Cue.FULL, Cue.OUTLINE) and each.left <= SOME for each in others)
    asks_more = told.tells(Shape.BEGINS) or wants or told.references.spans
    back = goes_back(r) and not (r.states or r.groups) and r.left <= SOME
    return None if says_of_whom or of_which or asks_more or back else r


_FEWEST = 3
"""Sentences of the shortest letter: one that greets, one that tells, and one that asks."""
_OF_A_LETTER = 40
"""The least weight of it."""
_OF_OTHERS = (
    Cue.SAME, Cue.DIFFER, Cue.COMPARE, Cue.IT, Cue.AMONG, Cue.THAT_SET, Cue.REST, Cue.OTHER_ONE, Cue.OWN_GROUP,
)  # fmt: skip
"""What asks of those that were named before it."""


def goes_back(r: Reading) -> bool:
    """Whether a subject is not all there, since it goes back to what was said before: 此类理解, such views."""
    named = r.shapes.get(Shape.THIS_DOCUMENT, ())
    return any(not any(a <= start < b for a, b in named) for start, _ in r.shapes.get(Shape.SAID_BEFORE, ()))


def _places(norm: str, lexicon: Lexicon) -> list[re.Match[str]]:
    """The marks of a text in normal form behind which the question may begin."""
    begins = {start for start, _ in lexicon.shapes(norm).get(Shape.BEGINS, ())}
    return [m for m in _MARKS.finditer(norm) if m[0].strip(_WITHIN) or m[0] == "\n" or m.end() in begins]
