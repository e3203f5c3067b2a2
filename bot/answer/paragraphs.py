"""The paragraphs that a question names."""

from __future__ import annotations

from typing import Final

from bot.answer.model import Answer, ParagraphAnswer
from bot.corpus.library import Library
from bot.corpus.model import Paragraph, Part, Resolution
from bot.language.selection import Selection
from bot.question.model import ParagraphQuestion

MOST_SHOWN: Final = 20
"""How many paragraphs asked for by number are shown in one reply."""


def _part(selection: Selection, resolution: Resolution) -> tuple[Paragraph, ...]:
    """The paragraphs that a selection counts: those of a part, or of one annex."""
    paragraphs = resolution.part(selection.part or Part.OPERATIVE)
    return tuple(p for p in paragraphs if p.annex == selection.annex) if selection.annex else paragraphs


def _chosen(selection: Selection, resolution: Resolution, library: Library) -> list[Paragraph] | None:
    """The paragraphs a selection means; None where one of its ends does not exist."""
    paragraphs = _part(selection, resolution)
    if selection.piece:
        whole = next((p for p in paragraphs if p.number == selection.first), None)
        piece = library.piece(resolution, whole, selection.piece) if whole else None
        return [piece] if piece else None
    first = selection.first if selection.first >= 0 else len(paragraphs) + 1 + selection.first
    last = selection.last if selection.last >= 0 else len(paragraphs) + 1 + selection.last
    return list(paragraphs[first - 1 : last]) if 1 <= first <= last <= len(paragraphs) else None


def paragraphs_answer(question: ParagraphQuestion, resolution: Resolution, library: Library) -> Answer:
    """The paragraphs with these numbers, and which of the numbers are not there."""
    found: dict[str, Paragraph] = {}
    missing = []
    for selection in question.selections:
        chosen = _chosen(selection, resolution, library)
        if chosen is None:
            missing.append(selection)
            chosen = _existing(selection, resolution)
        found |= {p.id: p for p in chosen}
    for selection in question.excluded:
        for paragraph in _chosen(selection, resolution, library) or ():
            found.pop(paragraph.id, None)
    shown = tuple(found.values())
    return ParagraphAnswer(resolution, shown[:MOST_SHOWN], tuple(missing), left_out=max(0, len(shown) - MOST_SHOWN))


def _existing(selection: Selection, resolution: Resolution) -> list[Paragraph]:
    """What there is of a range that goes past the end: 第19到25段 has 19 and 20."""
    paragraphs = _part(selection, resolution)
    if selection.first < 1 or selection.first == selection.last:
        return []
    return list(paragraphs[selection.first - 1 :])
