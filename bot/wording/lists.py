"""The words for several documents: lists of them, page by page."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer.model import ListAnswer
from bot.corpus.model import Resolution
from bot.question.model import Among
from bot.wording.pieces import Block, Piece, Reply, Style
from bot.wording.voice import Voice

PAGE = 10
"""Entries of a list in one message."""
TITLE_LENGTH = 60
"""Characters of a title in a list."""


def list_reply(answer: ListAnswer, voice: Voice) -> Reply:
    """A page of the documents found, and how to take one of them into view; where there is one document, that."""
    if len(voice.library.resolutions) == 1:
        only = voice.wording("documents.only", entry=entry(voice.library.resolutions[0], voice))
        return ((Piece(only),),)
    among = conditions(answer.question.among, voice)
    head = voice.wording("documents.head_among" if among else "documents.head", among=among, count=len(answer.found))
    lines = [f"{i}. {entry(r, voice)}" for i, r in enumerate(answer.found, 1)]
    return ((Piece(head, Style.BOLD),), *paged(lines, answer.question.page, voice), (Piece(voice.wording("documents.use")),))


def entry(resolution: Resolution, voice: Voice) -> str:
    """A resolution in a list: symbol, title, date."""
    text = voice.library.text(resolution, voice.reading)
    title = text.title.text if len(text.title.text) <= TITLE_LENGTH else text.title.text[:TITLE_LENGTH] + "…"
    return voice.wording("documents.entry", symbol=text.symbol, title=title, date=voice.wording.date(text.adopted))


def conditions(among: Among, voice: Voice) -> str:
    """The conditions, in words."""
    said = [
        str(among.year or ""),
        voice.wording("documents.special") if among.special else "",
        voice.wording("documents.without_a_vote") if among.without_a_vote else "",
        voice.wording(f"body.{among.body.name.lower()}") if among.body else "",
        among.words,
    ]
    return voice.listed(filter(None, said))


def paged(lines: Sequence[str], page: int, voice: Voice) -> tuple[Block, ...]:
    """One page of a list, and which it is where there are several."""
    pages = max(1, -(-len(lines) // PAGE))
    page = min(page, pages - 1)
    blocks: tuple[Block, ...] = ((Piece("\n".join(lines[page * PAGE : (page + 1) * PAGE])),),) if lines else ()
    return (*blocks, (Piece(voice.wording("documents.page", page=page + 1, pages=pages)),)) if pages > 1 else blocks
