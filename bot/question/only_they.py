"""Those who were asked about before, alone: 还有哪些决议只有这两国弃权, on which did it alone abstain?"""

from __future__ import annotations

from dataclasses import replace

from bot.language.cues import Cue
from bot.language.lexicon import apart_from, longest
from bot.language.normal import is_chinese
from bot.language.shapes import Shape
from bot.question.conversation import Conversation
from bot.question.model import RollQuestion, VoteQuestion
from bot.question.reading import LITTLE, Reading
from bot.question.record import Comparison, HistoryQuestion, ListQuestion, PagedQuestion
from bot.question.thresholds import numbers_in, of_one

_SCRIPTS = (("\u0400", "\u052f", "ru"), ("\u0600", "\u06ff", "ar"))
"""The first and the last letter of those by which the language of the names is told."""
_SEVERAL = (Shape.WHICH_RESOLUTIONS, Shape.WHICH_OF_THEM)
"""What asks for resolutions, not for one that is in view."""


def in_their_names(r: Reading, conversation: Conversation) -> str:
    """A message with the names of those who were asked about, or were listed, in place of the word that stands for
    them, where it asks on which resolutions they alone voted so: only these two, она одна; empty where it does not, or
    says that they are as many as they are not."""
    names = r.mentions or r.documents or not r.named_votes or not r.has(Cue.ONLY)
    meant = _spoken_of(conversation)
    spans = longest(apart_from(r.spans_of(Cue.IT, Cue.THAT_SET), r.spans_of(*_SEVERAL)))
    if names or not meant or not spans or not _of_several(r, conversation):
        return ""
    # Seuls ces deux pays ont-ils voté contre: what stands nearest to "only".
    only = r.spans_of(Cue.ONLY)
    start, end = min(spans, key=lambda x: min(max(x[0] - b, a - x[1]) for a, b in only))
    counted = [n for a, b, n in numbers_in(r) if start <= a and b <= end and n > 1]
    if counted and counted != [len(meant)]:
        return ""
    text = r.text.cased
    named = (r.library.names.states[code] for code in meant)
    language = _language(text)
    said = ("、" if language == "zh-Hans" else ", ").join(x.name(language) for x in named)
    gap = "" if language == "zh-Hans" else " "
    return f"{text[:start]}{gap}{said}{gap}{text[end:]}"


def they_alone(r: Reading, last: PagedQuestion) -> HistoryQuestion | None:
    """Only those where it was alone, after the resolutions on which some voted so: of these, those on which nobody
    else did; None where it says more."""
    so = isinstance(last, HistoryQuestion) and bool(last.votes) and last.comparison is Comparison.NONE
    says_more = r.mentions or r.votes or r.documents or r.bodies or r.has(Cue.WHO, Cue.COUNTRIES) or of_one(r)
    if not isinstance(last, HistoryQuestion) or not so or says_more or not r.has(Cue.ONLY) or r.unaccounted > LITTLE:
        return None
    alone = r.has(Cue.IT, Cue.THAT_SET)
    return replace(last, alone=True, page=0) if alone else None


def _spoken_of(conversation: Conversation) -> tuple[str, ...]:
    """The codes of the states that the last question was of, or that its reply listed."""
    match conversation.last:
        case HistoryQuestion(states=states) | VoteQuestion(states=states):
            return states
        case RollQuestion():
            return conversation.voters
    return ()


def _of_several(r: Reading, conversation: Conversation) -> bool:
    """Whether a message asks for resolutions: by a word for them, or since it goes on with those that were listed."""
    if r.tells(Shape.THIS_DOCUMENT, Shape.THAT_ONE):
        return False
    goes_on = isinstance(conversation.last, HistoryQuestion | ListQuestion) and not r.asks
    return goes_on or r.has(Cue.DOCUMENTS, Cue.ALL_DOCUMENTS) or r.tells(*_SEVERAL)


def _language(text: str) -> str:
    """The language of replies in which names fit a message: that of its script."""
    if any(map(is_chinese, text)):
        return "zh-Hans"
    return next((code for first, last, code in _SCRIPTS if any(first <= x <= last for x in text)), "en")
