"""Several documents named together of which not all are here: those that are not are said to be missing, beside what
the others say."""

from __future__ import annotations

from itertools import pairwise

from bot.language.cues import Cue
from bot.question.model import Refusal, Refused
from bot.question.pieces import joined
from bot.question.reading import Reading


def missing_beside(r: Reading) -> tuple[Refusal, ...]:
    """Of documents that a message names in one row, those that are not here; nothing where anything but a word that
    joins stands between two."""
    named = sorted(r.documents, key=lambda d: d.start)
    beside = (Cue.MEMBERS, Cue.FILLER)
    in_a_row = all(joined(r, a.end, b.start, (Cue.JOIN,), beside, ",、،") for a, b in pairwise(named))
    missing = [d for d in named if not r.library.catalogue.called(d.text)] if in_a_row else []
    return tuple(Refusal(Refused.OTHER_DOCUMENT, text) for text in dict.fromkeys(d.text.upper() for d in missing))
