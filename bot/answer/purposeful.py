"""Paragraphs by what they are for, whatever they are about: who is to report, who pays, when it comes up again."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.answer.model import Answer, NoneAnswer, ParagraphAnswer
from bot.corpus.library import Library
from bot.language.normal import normal
from bot.question.model import Refusal, Refused, SubjectQuestion
from bot.resolution import Paragraph, Resolution
from bot.search import Found

SERVES: Final = 0.06
"""What it counts for a paragraph that it is for what is asked for beside a subject."""
_MOST_SHOWN: Final = 3
"""How many are shown of those that are for what is asked for, where nothing else is."""
_MOST_FURTHER: Final = 3
"""How many more are named by their numbers."""


def with_purposes(question: SubjectQuestion, library: Library) -> SubjectQuestion:
    """The question, with what paragraphs are for that the message asks for beside a subject."""
    asked = question.purposes or tuple(library.purposes.asked(normal(question.asked)))
    return replace(question, purposes=asked)


def serving(question: SubjectQuestion, resolution: Resolution, library: Library) -> frozenset[str]:
    """The ids of the paragraphs that are for what is asked for; that one gives a number says little for it."""
    serves, language = library.purposes.serves, resolution.language
    purposes = [name for name in question.purposes if name not in library.purposes.numbers]
    return frozenset(p.id for p in resolution.paragraphs if any(serves(name, p, language) for name in purposes))


def favoured(
    ranked: list[tuple[Paragraph, Found]], question: SubjectQuestion, resolution: Resolution, library: Library
) -> list[tuple[Paragraph, Found]]:
    """Paragraphs on a subject, ranked again with what counts for those that are for what is asked for."""
    ids = serving(question, resolution, library) if question.purposes else frozenset()
    each = [(p, replace(f, of_kind=f.of_kind + SERVES) if p.id in ids else f) for p, f in ranked]
    return sorted(each, key=lambda one: -one[1].score) if ids else ranked


def giving_numbers(
    ranked: list[tuple[Paragraph, Found]], question: SubjectQuestion, resolution: Resolution, library: Library
) -> list[tuple[Paragraph, Found]]:
    """The same, each with whether it gives no number where one is asked for."""
    numbers, serves = library.purposes.numbers, library.purposes.serves
    asked = numbers.intersection(question.purposes) or (numbers if question.figure else frozenset())
    if not asked:
        return ranked

    def gives(paragraph: Paragraph) -> bool:
        return any(serves(name, paragraph, resolution.language) for name in asked)

    return [(p, replace(f, numberless=not gives(p))) for p, f in ranked]


def by_purpose(
    ranked: list[tuple[Paragraph, Found]], question: SubjectQuestion, resolution: Resolution, library: Library
) -> Answer:
    """The paragraphs that are for what is asked for and for nothing else; where none is, that it is not there, and what
    comes nearest. ranked: all that come near in any way."""
    ids = serving(question, resolution, library)
    # What comes near in no way is not among those ranked.
    each = dict.fromkeys((*(p for p, _ in ranked), *resolution.paragraphs))
    found = [p for p in each if p.id in ids and p.id not in question.beyond]
    further = tuple(p.id for p in found[_MOST_SHOWN : _MOST_SHOWN + _MOST_FURTHER])
    if found:
        return ParagraphAnswer(resolution, tuple(found[:_MOST_SHOWN]), further=further, by_meaning=True)
    near = tuple(p for p, _ in ranked[:_MOST_SHOWN])
    return NoneAnswer(resolution, Refusal(Refused.NOT_FOUND, paragraphs=tuple(p.id for p in near)), offered=near)
