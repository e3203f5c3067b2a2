"""In which shape a reply is wanted: in words, as a picture, as a table. What is asked is read without the words that
say so."""

from __future__ import annotations

from enum import StrEnum

from bot.language.cues import Cue
from bot.language.lexicon import Lexicon, apart_from
from bot.language.normal import BLANK, blank, read
from bot.question.reading import letters


class ReplyForm(StrEnum):
    """How a reply is given."""

    WORDS = "words"
    PICTURE = "picture"
    TABLE = "table"
    """As a file of comma-separated values."""


_SIGNS = {Cue.CHART: ReplyForm.PICTURE, Cue.CSV: ReplyForm.TABLE}
_EMPTY = (Cue.FILLER, Cue.IT, Cue.THE_TEXT, Cue.THAT_SENTENCE, Cue.QUESTION, Cue.YES_OR_NO, Cue.THANKS, Cue.GREETING)
_OF_PARTS = (Cue.BY_YEAR, Cue.BY_BODY, Cue.BY_SUBJECT)
_ENDS = " ,.;:?!，。、；：？！·-"
"""What is left over at the ends of what is asked."""


def shaped(message: str, lexicon: Lexicon) -> tuple[ReplyForm, str]:
    """In which shape the reply to a message is wanted, and the message without the words that say so; as it is where it
    says nothing."""
    text = read(message)
    cues = lexicon.cues(text.norm)
    shape = next((shape for cue, shape in _SIGNS.items() if cues.get(cue)), ReplyForm.WORDS)
    if shape is ReplyForm.WORDS:
        return shape, message
    # A trend is one by year: of what it is to be is a part of what is asked.
    of_parts = [span for cue in _OF_PARTS for span in cues.get(cue, ())]
    said = apart_from([span for cue in _SIGNS for span in cues.get(cue, ())], of_parts)
    empty = [span for cue in _EMPTY for span in cues.get(cue, ())]
    if not of_parts and not letters(blank(text.norm, [*said, *empty])):
        # Can I have that as CSV: of what was asked before.
        return shape, ""
    return shape, " ".join(blank(text.cased, said).replace(BLANK, " ").split()).strip(_ENDS)
