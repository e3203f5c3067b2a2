"""The content folder and what is noted beside it: made, indexed, lessened, backed up, counted."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import settings
from bot.errors import ContentError
from bot.memory import loading
from bot.output import write
from bot.program.shared import (
    UNSOUND,
    content_option,
    fail,
    folder_of,
    sound,
)

if TYPE_CHECKING:
    pass


@click.command()
@content_option
def index(content: str | None) -> None:
    """Read what is new in content, and prepare the search of it, so that the next start does not have to.

    A start does the same by itself for what has changed; of many thousand documents that takes a while.
    """
    from bot.corpus.loading import load

    try:
        with progress("reading") as told, loading():
            library = load(folder_of(content), told)
        with progress("indexing") as told:
            library.prepared(told)
        with progress("encoding") as told:
            library.encode(told)
    except ContentError as error:
        fail(str(error), UNSOUND)
    click.echo(f"{len(library.summaries)} documents, {len(library.places)} paragraphs")


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal, nothing elsewhere; given what tells it how many of how many are done."""
    with click.progressbar(length=1, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:

        def told(done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        yield told
        bar.update((bar.length or 1) - bar.pos)


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Make DIR a content folder of your own: resolutions/ with 56/4, overlay/ for own words, settings, a README."""
    from bot.importing.folder import init as make

    with sound():
        make(folder)
    click.echo(f"{folder} is made; {folder / 'README.md'} says what is in it.")
    click.echo(f"Try: resolution-bot chat --content {folder}")


@click.command()
@click.option("--language", metavar="L", help="Only its text in this language: zh, en, … (default: all of it).")
@content_option
@click.argument("symbol")
def remove(symbol: str, language: str | None, content: str | None) -> None:
    """Take the document SYMBOL out of the content folder, with its notes and votes. Only a backup brings it back."""
    from bot.importing.folder import remove as take_out

    with sound():
        removed = take_out(folder_of(content), symbol, language)
    click.echo("\n".join(f"removed {name}" for name in removed))


@click.command()
@content_option
@click.argument("file")
def backup(file: str, content: str | None) -> None:
    """Write the content folder (texts, votes, words, settings without secrets) into FILE, a .tar.gz (- for stdout).

    Brought back with: mkdir DIR && tar -xzf FILE -C DIR
    """
    from bot.importing.folder import backup as packed

    with sound():
        data = packed(folder_of(content))
    write(file, data, mode=0o600)


@click.command()
@content_option
@click.argument("file", type=click.Path(path_type=Path), required=False)
def unanswered(file: Path | None, content: str | None) -> None:
    """Count what was asked without an answer, most asked first, out of FILE (default: that of BOT_UNANSWERED)."""
    from bot.unanswered import count, table

    folder_of(content)
    path = file or settings.unanswered_file()
    if path is None:
        raise click.UsageError("There is no FILE, and BOT_UNANSWERED is not set; expected the file that it names.")
    with sound():
        click.echo(table(count(path)), nl=False)
