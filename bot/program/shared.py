"""What every command needs: the content it works on, a sentence where that is not sound, and the exit status."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from bot import settings
from bot.errors import ContentError
from bot.memory import loading

if TYPE_CHECKING:
    from bot.corpus.library import Library
    from bot.resolution import Resolution
    from bot.talk import Speaker


UNSOUND = 1
"""Exit status where content is not sound."""

BAD_INPUT = 2
"""Exit status where what was given can't be used."""


def fail(message: str, status: int) -> NoReturn:
    """Say what is wrong in one line, and leave with that status."""
    click.echo(f"resolution-bot: {message}", err=True)
    sys.exit(status)


content_option = click.option(
    "--content",
    metavar="DIR",
    help="Use this content folder (default: BOT_CONTENT, or the one that comes with the program).",
)


@contextmanager
def sound() -> Iterator[None]:
    """Content that is not sound ends the program with one sentence."""
    try:
        yield
    except ContentError as error:
        fail(str(error), UNSOUND)


def folder_of(content: str | None) -> Path:
    """The content folder, whose settings file is read first."""
    folder = settings.content_folder(content)
    with sound():
        settings.read_settings(folder)
    return folder


def resolution_of(library: Library, symbol: str | None) -> Resolution:
    """The resolution of a symbol or number, or the first there is; the program ends where there is none, or several are
    called so."""
    from bot.importing.folder import plain_symbol

    if symbol is None:
        return library.resolutions[0]
    found = library.catalogue.called(plain_symbol(symbol).lower())
    if len(found) != 1:
        known = found or library.resolutions[:5]
        what = "is the number of several documents" if found else "is not in content"
        fail(f"{symbol} {what}; expected a symbol, as in {', '.join(r.symbol for r in known)}", BAD_INPUT)
    return found[0]


def library_of(content: str | None) -> Library:
    """The library of a content folder; the program ends with one sentence where it is not sound."""
    from bot.corpus.loading import load

    folder = folder_of(content)
    with sound():
        return load(folder)


def speaker_of(content: str | None) -> Speaker:
    """Who answers out of a content folder; the program ends with one sentence where that is not sound."""
    from bot.talk import Speaker

    with loading():
        library = library_of(content)
    with sound():
        return Speaker(library, date.today)
