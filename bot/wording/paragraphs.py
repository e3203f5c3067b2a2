"""The words for paragraphs: their clauses word for word, and what is said of those that there are not."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from bot.answer.model import OfferAnswer, ParagraphAnswer
from bot.language import normal
from bot.language.selection import Selection
from bot.question.model import Told
from bot.question.sets import Measure
from bot.question.where import (
    AddressedTo,
    BeginningWith,
    Both,
    ByNumber,
    CitingNote,
    Mentioning,
    OnSubject,
    Together,
    Where,
    Without,
)
from bot.resolution import Paragraph, Part, Resolution, leave_out
from bot.wording.documents import document_values
from bot.wording.pieces import Block, Piece, Reply, Style
from bot.wording.voice import Voice, numbered

FIRST_WORDS = 60
"""Characters of a clause by which it is offered."""


def paragraph_reply(answer: ParagraphAnswer, voice: Voice) -> Reply:
    """The clauses asked for; which there are not, and where else there are some."""
    resolution = answer.resolution
    blocks: list[Block] = [clause(p, resolution, answer.why, voice) for p in answer.paragraphs]
    verdict = voice.wording(f"verdict.{Measure.ANY}_{answer.verdict}") if answer.verdict else ""
    if first := voice.space.join(filter(None, (verdict, _first_line(answer, voice)))):
        blocks.insert(0, (Piece(first),))
    blocks += [(Piece(_missing(s, resolution, voice)),) for s in answer.missing]
    if answer.by_meaning:
        blocks.append((Piece(voice.wording("paragraph.by_meaning")),))
    if answer.further:
        further = voice.listed(voice.label(resolution.paragraph(i)) for i in answer.further)
        blocks.append((Piece(voice.wording("paragraph.further", paragraphs=further)),))
    if answer.elsewhere:
        blocks.append(
            (Piece(voice.wording("paragraph.elsewhere", symbols=voice.listed(r.symbol for r in answer.elsewhere))),)
        )
    if answer.left_out:
        blocks.append((Piece(voice.wording("paragraph.left_out", count=answer.left_out)),))
    if answer.paragraphs:
        blocks += voice.published(resolution)
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


def clause(paragraph: Paragraph, resolution: Resolution, why: tuple[str, ...], voice: Voice) -> Block:
    """A paragraph word for word under what it is called, with the footnotes that it cites."""
    label = voice.wording("paragraph.label", paragraph=voice.label(paragraph))
    pieces = [Piece(label[0].upper() + label[1:] + "\n", Style.BOLD)]
    pieces += _marked(paragraph.text, why)
    for note in resolution.footnotes:
        if note.mark in paragraph.marks:
            pieces.append(Piece("\n" + voice.wording("paragraph.footnote", mark=note.mark, text=note.text)))
    return tuple(pieces)


def _first_line(answer: ParagraphAnswer, voice: Voice) -> str:
    """What was asked, and in brief what there is of it; empty where the clauses say it all."""
    question = answer.question
    if question is None or not answer.paragraphs:
        return ""
    shown = voice.listed(voice.label(p) for p in answer.paragraphs)
    match question.told:
        case Told.CITATION:
            return "\n".join(_citation(p, answer.resolution, voice) for p in answer.paragraphs)
        case Told.NUMBER:
            return voice.wording("where.number", paragraphs=shown)
    if not (what := described(question.where, answer.resolution, voice)):
        return ""
    count = len(answer.paragraphs) + answer.left_out
    values = {"what": what, "count": count, "paragraphs": shown}
    if not answer.counted:
        return voice.wording("where.found", **values)
    line = voice.wording("where.times", **values, times=len(answer.counted))
    others = [
        w for w in dict.fromkeys(answer.counted) if isinstance(question.where, Mentioning) and w != question.where.words
    ]
    included = voice.wording("where.included", words=voice.wording("where.or").join(others)) if others else ""
    agenda = voice.wording("where.in_agenda_item") if answer.in_agenda_item else ""
    return voice.space.join(sentence for sentence in (line, included, agenda) if sentence)


def _citation(paragraph: Paragraph, resolution: Resolution, voice: Voice) -> str:
    """A line that cites a paragraph: the document with its number, then the paragraph, its symbol and date."""
    values = document_values(resolution, voice)
    return voice.wording("where.citation", **values, paragraph=voice.label(paragraph))


def described(where: Where, resolution: Resolution, voice: Voice) -> str:
    """What paragraphs are sought that are not named by number alone; empty for others."""
    match where:
        case BeginningWith(words, part, any_form):
            named = (f"…{word}" if any_form else word for word in words)
            said = voice.wording("where.beginning", words=voice.wording("where.or").join(named))
        case AddressedTo(addressee):
            return voice.wording("where.addressed", addressee=voice.addressee(addressee))
        case Mentioning(words, part):
            said = voice.wording("where.mentioning", words=words)
        case CitingNote():
            return voice.wording("where.citing_note")
        case Together(of) if all(parts := [described(x, resolution, voice) for x in of]):
            return voice.listed(parts)
        case Both((one, other)):
            values = {"what": described(one, resolution, voice), "whole": _named(other, resolution, voice)}
            return voice.wording("where.among", **values) if all(values.values()) else ""
        case Without(whole, left_out) if not isinstance(left_out, ByNumber) or not isinstance(whole, ByNumber):
            values = {"what": _named(whole, resolution, voice), "left_out": _named(left_out, resolution, voice)}
            return voice.wording("where.less", **values) if all(values.values()) else ""
        case _:
            return ""
    key = {Part.PREAMBLE: "where.in_preamble", Part.OPERATIVE: "where.in_operative"}.get(part) if part else None
    return voice.wording(key, what=said) if key else said


def _named(where: Where, resolution: Resolution, voice: Voice) -> str:
    """The same of what stands beside something else, so that numbers are said too."""
    match where:
        case ByNumber(selections):
            return voice.listed(_run(s, resolution, voice) for s in selections)
        case OnSubject(words):
            return voice.wording("where.on_subject", words=words)
    said = described(where, resolution, voice)
    return said[:1].lower() + said[1:]


def _run(selection: Selection, resolution: Resolution, voice: Voice) -> str:
    """What a run of paragraphs is called: operative paragraph 3–7."""
    part = selection.part or Part.OPERATIVE
    size = len(resolution.part(part))
    first, last = (n if n > 0 else n + size + 1 for n in (selection.first, selection.last))
    if not selection.counted and leave_out(resolution.part(part)):
        numbers = [p.number for p in resolution.part(part)]
        first, last = (n if n > 0 else numbers[max(n, -size)] for n in (selection.first, selection.last))
        size = numbers[-1]
    chapter = f"{selection.section.upper()}." if selection.section else ""
    number = f"{first}–{min(last, size)}" if first < last else f"{first}"
    return numbered(part, f"{chapter}{number}", voice.wording, selection.annex) + selection.piece


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


def _missing_in_annex(selection: Selection, resolution: Resolution, voice: Voice) -> str:
    """That there is no such paragraph of an annex, and how many it has, or how many annexes there are."""
    if not resolution.annexes:
        return voice.wording("paragraph.no_annex")
    there = [annex for annex in resolution.annexes if selection.annex in (0, annex.number)]
    name = numbered(Part.ANNEX, selection.first, voice.wording, selection.annex) + selection.piece
    if not there:
        return voice.wording("paragraph.missing_annex", paragraph=name, count=len(resolution.annexes))
    count = sum(len(annex.paragraphs) for annex in there)
    return voice.wording("paragraph.missing_in_annex", paragraph=name, count=count)


def _missing_piece(selection: Selection, resolution: Resolution, voice: Voice) -> str:
    """That a paragraph has no such sub-paragraph, and how many it has."""
    part = selection.part or Part.OPERATIVE
    whole = next((p for p in resolution.part(part) if p.number == selection.first), None)
    count = sum(s.level == 0 for s in whole.subparagraphs) if whole else 0
    name = numbered(part, selection.first, voice.wording)
    return voice.wording("paragraph.missing_piece", paragraph=name + selection.piece, whole=name, count=count)


def _has(resolution: Resolution, part: Part, number: int) -> bool:
    """Whether a part has a paragraph with that number, in one of its chapters."""
    return any(p.number == number for p in resolution.part(part))


def _missing(selection: Selection, resolution: Resolution, voice: Voice) -> str:
    counts = {"preambular": len(resolution.preamble), "operative": len(resolution.operative)}
    part = selection.part or Part.OPERATIVE
    size = counts["preambular" if part is Part.PREAMBLE else "operative"]
    if selection.first == 0:
        return voice.wording("paragraph.zero", **counts)
    if selection.first < 0:
        key = "from_end_preambular" if part is Part.PREAMBLE else "from_end_operative"
        return voice.wording(
            "paragraph.missing", paragraph=voice.wording(f"paragraph.{key}", number=-selection.first), **counts
        )
    if part is Part.ANNEX:
        return _missing_in_annex(selection, resolution, voice)
    if selection.piece and not selection.section and _has(resolution, part, selection.first):
        return _missing_piece(selection, resolution, voice)
    elsewhere = selection.piece or selection.section
    there = {p.number for p in resolution.part(part)} if leave_out(resolution.part(part)) else range(1, size + 1)
    numbers = [n for n in (selection.first, selection.last) if elsewhere or (n > 0 and n not in there)]
    chapter = f"{selection.section.upper()}." if selection.section else ""
    named = (
        numbered(part, f"{chapter}{n}", voice.wording, selection.annex) + selection.piece
        for n in dict.fromkeys(numbers)
    )
    names = voice.wording("paragraph.missing_list").join(named)
    return voice.wording("paragraph.missing", paragraph=names, **counts)
