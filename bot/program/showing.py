"""What is written into a file: the roll call, the board of a vote, a picture of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bot.language.speaking import DEFAULT, REPLY_LANGUAGES
from bot.output import write
from bot.program.shared import (
    BAD_INPUT,
    content_option,
    fail,
    library_of,
    resolution_of,
    speaker_of,
)

if TYPE_CHECKING:
    pass


@click.group()
def export() -> None:
    """Write what is known in other forms."""


@export.command()
@click.option("--symbol", metavar="S", help="Of which resolution (default: the first in content).")
@click.argument("out", default="-")
@content_option
def votes(out: str, symbol: str | None, content: str | None) -> None:
    """The roll call as CSV, in the columns of the UN Digital Library's voting data, into OUT (default: standard
    output)."""
    from bot.corpus.votes import export as as_csv

    library = library_of(content)
    resolution = resolution_of(library, symbol)
    if not resolution.roll_call:
        fail(f"{resolution.symbol} has no roll call; expected a resolution with a recorded vote", BAD_INPUT)
    write(out, as_csv(resolution, library.names).encode())


@click.command()
@click.option("--symbol", metavar="S", help="Of which resolution (default: the first in content).")
@click.option(
    "--language",
    type=click.Choice([x.tag for x in REPLY_LANGUAGES]),
    default=DEFAULT.tag,
    show_default=True,
    help="Of the words on it.",
)
@click.option("--grouped", is_flag=True, help="By regional group instead of the record's order.")
@content_option
@click.argument("out")
def board(out: str, symbol: str | None, language: str, grouped: bool, content: str | None) -> None:
    """Draw the roll call as a picture: a tile a voter, into OUT (a PNG file)."""
    from bot.faces.rollcall import picture

    speaker = speaker_of(content)
    library = speaker.library
    resolution = resolution_of(library, symbol)
    try:
        write(out, picture(resolution, library, speaker.wordings, language, grouped=grouped))
    except ValueError as error:
        fail(f"{error}; expected a resolution with a recorded vote", BAD_INPUT)


@click.command()
@content_option
@click.argument("out")
@click.argument("question", nargs=-1, required=True)
def chart(out: str, question: tuple[str, ...], content: str | None) -> None:
    """Draw the reply to a QUESTION as a picture, into OUT (a PNG file).

    A state's votes by year, a group's, how often states voted the same, a vote by groups: chart china.png 中国历年投票
    """
    from bot.faces.charts import picture_of

    speaker = speaker_of(content)
    spoken = speaker.answer(question)
    drawn = picture_of(spoken.answer, speaker.library, speaker.wordings, spoken.language)
    if drawn is None:
        fail("there is no picture of that reply; expected a question about votes, as in: 各地区组怎么投的", BAD_INPUT)
    write(out, drawn)
