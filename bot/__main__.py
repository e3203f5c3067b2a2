"""The command line: chat, ask, serve, check."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

import click

from bot import __version__, settings
from bot.errors import ContentError

if TYPE_CHECKING:
    from bot.corpus.library import Library
    from bot.talk import Speaker

UNSOUND = 1
"""Exit status where content is not sound."""
BAD_INPUT = 2
"""Exit status where what was given can't be used."""


def _fail(message: str, status: int) -> NoReturn:
    """Say what is wrong in one line, and leave with that status."""
    click.echo(f"resolution-bot: {message}", err=True)
    sys.exit(status)


content_option = click.option("--content", metavar="DIR", help="Use this content folder (default: BOT_CONTENT, or the one that comes with the program).")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="resolution-bot")
def main() -> None:
    """Answers questions about United Nations resolutions: clauses word for word, and recorded votes.

    Try it: resolution-bot chat
    """


@main.command()
@content_option
def chat(content: str | None) -> None:
    """Talk in the terminal (Ctrl-D leaves). Needs no token and no network."""
    from bot.faces.terminal import converse

    converse(_speaker(content))


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print the reply as one JSON object.")
@click.option("--batch", metavar="FILE", help="With --json: each line of FILE (- for standard input) is a JSON array, the messages of one conversation.")
@content_option
@click.argument("question", nargs=-1)
def ask(question: tuple[str, ...], as_json: bool, batch: str | None, content: str | None) -> None:
    """Answer a QUESTION. Several are the messages of one conversation; the last one is answered."""
    if batch is not None and (question or not as_json):
        raise click.UsageError("--batch goes with --json and without a QUESTION.")
    if batch is None and not question:
        raise click.UsageError("Nothing is asked; expected a QUESTION, as in: ask 第12段")
    from bot.faces.json import line

    speaker = _speaker(content)
    if batch is None:
        answer = speaker.answer(question)
        click.echo(line(answer) if as_json else answer.text)
        return
    try:
        with nullcontext(sys.stdin) if batch == "-" else Path(batch).open(encoding="utf-8") as stream:
            failed = _batch(stream, speaker)
    except OSError as error:
        _fail(f"{batch}: {error.strerror}; expected a file of questions", BAD_INPUT)
    except UnicodeDecodeError as error:
        _fail(f"{batch}: byte {error.start} is not UTF-8; expected text in UTF-8", BAD_INPUT)
    if failed:
        sys.exit(BAD_INPUT)


def _batch(lines: TextIO | Iterable[str], speaker: Speaker) -> bool:
    """Answer each line; whether one could not be read."""
    from bot.faces.json import line as as_line

    failed = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            turns = json.loads(line)
        except (ValueError, RecursionError):
            turns = None
        if not isinstance(turns, list) or not turns or not all(isinstance(t, str) for t in turns):
            click.echo(f"resolution-bot: line {number}: expected a JSON array of one or more strings, found {line.strip()[:60]!r}", err=True)
            failed = True
            continue
        click.echo(as_line(speaker.answer(turns)))
    return failed


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a document.")
@content_option
def check(as_json: bool, content: str | None) -> None:
    """Read and check all content, and print what was read."""
    from bot.faces.report import document, table

    library = _speaker(content).library
    if as_json:
        for resolution in library.resolutions:
            click.echo(json.dumps(document(resolution), ensure_ascii=False))
    else:
        click.echo(table(library))


@main.command()
@click.option("--symbol", metavar="S", help="Of which resolution (default: the first in content).")
@click.option("--language", type=click.Choice(["zh-Hans", "zh-Hant", "en"]), default="zh-Hans", show_default=True, help="Of the words on it.")
@click.option("--grouped", is_flag=True, help="By regional group instead of the record's order.")
@content_option
@click.argument("out", type=click.Path(dir_okay=False, writable=True, path_type=Path))
def board(out: Path, symbol: str | None, language: str, grouped: bool, content: str | None) -> None:
    """Draw the roll call as a picture: a tile a voter, into OUT (a PNG file)."""
    from bot.faces.rollcall import picture

    speaker = _speaker(content)
    library = speaker.library
    resolution = library.get(symbol) if symbol else library.resolutions[0]
    if resolution is None:
        _fail(f"{symbol} is not in content; expected one of {', '.join(r.symbol for r in library.resolutions)}", BAD_INPUT)
    try:
        out.write_bytes(picture(resolution, library, speaker.wordings, language, grouped=grouped))
    except ValueError as error:
        _fail(f"{error}; expected a resolution with a recorded vote", BAD_INPUT)
    except OSError as error:
        _fail(f"{out}: {error.strerror}; expected a place to write to", BAD_INPUT)


@main.command()
@content_option
def serve(content: str | None) -> None:
    """Run the Telegram bot by long polling, with the token in BOT_TOKEN."""
    from bot.faces.telegram.settings import SettingsError, telegram_settings

    try:
        chosen = telegram_settings()
    except SettingsError as error:
        _fail(str(error), BAD_INPUT)
    speaker = _speaker(content)
    from bot.faces.telegram.app import TokenRefusedError, run

    try:
        run(chosen, speaker)
    except TokenRefusedError as error:
        _fail(str(error), BAD_INPUT)


def _library(content: str | None) -> Library:
    from bot.corpus.library import load

    try:
        return load(settings.content_folder(content))
    except ContentError as error:
        _fail(str(error), UNSOUND)


def _speaker(content: str | None) -> Speaker:
    from bot.talk import Speaker

    library = _library(content)
    try:
        return Speaker(library)
    except ContentError as error:
        _fail(str(error), UNSOUND)


if __name__ == "__main__":
    main()
