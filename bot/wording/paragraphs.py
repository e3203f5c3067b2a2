"""The words for paragraphs: their clauses word for word, and what is said of those that there are not."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from bot.answer import OfferAnswer, ParagraphAnswer
from bot.corpus.model import Paragraph, Part, Resolution
from bot.language import normal
from bot.language.references import Selection
from bot.wording.pieces import Block, Piece, Reply, Style
from bot.wording.voice import Voice, numbered

FIRST_WORDS = 60
"""Characters of a clause by which it is offered."""


def paragraph_reply(answer: ParagraphAnswer, voice: Voice) -> Reply:
    """The clauses asked for; which there are not, and where else there are some."""
    resolution = answer.resolution
    blocks: list[Block] = [_clause(p, resolution, answer.why, voice) for p in answer.paragraphs]
    blocks += [(Piece(_missing(s, resolution, voice)),) for s in answer.missing]
    if answer.by_meaning:
        blocks.append((Piece(voice.wording("paragraph.by_meaning")),))
    if answer.further:
        further = voice.listed(voice.label(resolution.paragraph(i)) for i in answer.further)
        blocks.append((Piece(voice.wording("paragraph.further", paragraphs=further)),))
    if answer.elsewhere:
        blocks.append((Piece(voice.wording("paragraph.elsewhere", symbols=voice.listed(r.symbol for r in answer.elsewhere))),))
    if answer.left_out:
        blocks.append((Piece(voice.wording("paragraph.left_out", count=answer.left_out)),))
    if answer.paragraphs:
        shown = voice.listed(voice.label(p) for p in answer.paragraphs)
        blocks.append(voice.source(resolution, "paragraph", paragraph=shown))
    else:
        blocks.append(voice.source(resolution))
    return tuple(blocks)


def offer_reply(answer: OfferAnswer, voice: Voice) -> Reply:
    """The question back, and the paragraphs it is about by their first words, numbered."""
    asked = (Piece(voice.wording("clarify.which_paragraph")),)
    return (asked, numbered_lines(answer.paragraphs, voice), voice.source(answer.resolution))


def numbered_lines(paragraphs: Sequence[Paragraph], voice: Voice) -> Block:
    """Paragraphs by their first words, a line each, numbered to be chosen from."""
    return (Piece("\n".join(f"{i}. {voice.label(p)}: {first_words(p)}" for i, p in enumerate(paragraphs, 1))),)


def first_words(paragraph: Paragraph, length: int = FIRST_WORDS) -> str:
    """The beginning of a clause, on one line."""
    text = " ".join(paragraph.text.split())
    return text if len(text) <= length else text[:length].rstrip() + "…"


def _clause(paragraph: Paragraph, resolution: Resolution, why: tuple[str, ...], voice: Voice) -> Block:
    label = voice.wording("paragraph.label", paragraph=voice.label(paragraph))
    pieces = [Piece(label[0].upper() + label[1:] + "\n", Style.BOLD)]
    pieces += _marked(paragraph.text, why)
    for note in resolution.footnotes:
        if note.mark in paragraph.marks:
            pieces.append(Piece("\n" + voice.wording("paragraph.footnote", mark=note.mark, text=note.text)))
    return tuple(pieces)


def _marked(text: str, words: tuple[str, ...]) -> list[Piece]:
    """A clause with those words marked, where they stand in it; words are in lower case and Simplified characters."""
    simple = normal.simplified(text).lower()
    if not words or len(simple) != len(text):
        return [Piece(text, Style.QUOTE)]
    inside = [False] * len(text)
    for word in words:
        for found in re.finditer(re.escape(word), simple):
            inside[found.start() : found.end()] = [True] * len(word)
    runs = itertools.groupby(range(len(text)), key=inside.__getitem__)
    return [Piece("".join(text[i] for i in run), Style.QUOTE, marked) for marked, run in runs]


def _missing(selection: Selection, resolution: Resolution, voice: Voice) -> str:
    counts = {"preambular": len(resolution.preamble), "operative": len(resolution.operative)}
    part = selection.part or Part.OPERATIVE
    size = counts["preambular" if part is Part.PREAMBLE else "operative"]
    if selection.first == 0:
        return voice.wording("paragraph.zero", **counts)
    if selection.first < 0:
        key = "from_end_preambular" if part is Part.PREAMBLE else "from_end_operative"
        return voice.wording("paragraph.missing", paragraph=voice.wording(f"paragraph.{key}", number=-selection.first), **counts)
    numbers = [n for n in (selection.first, selection.last) if n > size or part is Part.ANNEX or selection.piece]
    named = (numbered(part, n, voice.wording, selection.annex) + selection.piece for n in dict.fromkeys(numbers))
    names = voice.wording("paragraph.missing_list").join(named)
    return voice.wording("paragraph.missing", paragraph=names, **counts)
