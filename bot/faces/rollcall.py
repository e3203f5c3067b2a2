"""The record of a vote as a board to draw: what stands on it, in the asker's language."""

from __future__ import annotations

from dataclasses import replace

from bot.corpus.library import Library
from bot.faces.board import Board, Tile, draw
from bot.faces.drawing import find_font, shapes_letters
from bot.language.speaking import FALLBACK
from bot.resolution import CAST, Resolution, Vote, Voter
from bot.wording.outcome import outcome_of
from bot.wording.sentences import Wording


def board_of(resolution: Resolution, library: Library, wording: Wording, *, grouped: bool = False) -> Board:
    """The board of a resolution's roll call, in the record's order or by regional group.

    Raises ValueError where the resolution was adopted without a vote.
    """
    tally = resolution.tally
    if tally is None:
        raise ValueError(f"{resolution.symbol} was adopted without a vote")
    states, language = library.names.states, wording.language
    own = resolution.language == wording.speaking.printed

    def name(voter: Voter) -> str:
        # As printed, in a text in the reader's language; voting data has names in English capitals.
        return voter.name if voter.span and own else states[voter.code].name(language)

    tiles = tuple(Tile(name(v), v.code, v.vote, states[v.code].en) for v in resolution.roll_call)
    groups = [library.names.groups[g] for g in library.names.regional] if grouped else []
    return Board(
        title=resolution.title.text if own else resolution.symbol,
        result=outcome_of(resolution.symbol, tally, wording),
        source=wording("source.vote", symbol=resolution.symbol, date=wording.date(resolution.adopted)).lstrip("— "),
        headings={vote: wording(f"heading.{vote}") for vote in (*CAST, Vote.NOT_VOTING)},
        tiles=tiles,
        groups=tuple((g.name(language), tuple(t for t in tiles if t.code in g.on(resolution.adopted))) for g in groups),
        right_to_left=wording.speaking.right_to_left,
    )


def picture(
    resolution: Resolution, library: Library, wordings: dict[str, Wording], language: str, *, grouped: bool = False
) -> bytes:
    """The board as a PNG; in English where this system has no font for its words, or cannot join their letters."""
    board = board_of(resolution, library, wordings[language], grouped=grouped)
    font = find_font(board.letters) if shapes_letters() or not board.right_to_left else None
    if font is None and language != FALLBACK.tag:
        return draw(board_of(resolution, library, wordings[FALLBACK.tag], grouped=grouped), find_font())
    return draw(board, replace(font, shaped=board.right_to_left) if font else None)
