"""The paragraphs in which the figures of a question stand: a day, a year, an amount, the number of a resolution."""

from __future__ import annotations

from typing import Final

from bot.language.figures import figures, sought, telling
from bot.language.normal import normal
from bot.question.model import SubjectQuestion
from bot.question.reading import SOME, weight
from bot.resolution import Resolution


def having_figures(asked: str, resolution: Resolution) -> frozenset[str]:
    """The ids of the paragraphs that have most of the figures of a question; none where none has any."""
    wanted = _wanted(asked, resolution)
    counted = {p.id: len(wanted & figures(normal(p.text))) for p in resolution.paragraphs} if wanted else {}
    most = max(counted.values(), default=0)
    return frozenset(each for each, count in counted.items() if count == most > 0)


_MOST: Final = 3
"""Of so many paragraphs the one that comes nearest besides is the one that is sought; more have a year by chance."""


def sought_by_figures(question: SubjectQuestion, resolution: Resolution) -> bool:
    """Whether what has the figures of a question is what is sought: where some paragraphs have all of them, and they
    tell much, or the question says little else."""
    wanted = _wanted(question.asked or question.words, resolution)
    has_all = [p for p in resolution.paragraphs if wanted and wanted <= figures(normal(p.text))]
    tells = any(map(telling, wanted)) or weight(question.words) <= SOME
    return 0 < len(has_all) <= _MOST and tells


def _wanted(asked: str, resolution: Resolution) -> frozenset[str]:
    """The figures that a question names, without those that only say which resolution is meant."""
    return sought(normal(asked)) - figures(normal(resolution.symbol))
