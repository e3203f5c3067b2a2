"""The command line: chat, ask and check stand here, the other commands in bot/program/."""

from __future__ import annotations

import bot.hangup  # noqa: F401  # First: from here on SIGHUP no longer ends `serve`.

# isort: split
import errno
import gc
import json
import os
import sys
from collections.abc import Iterable
from contextlib import nullcontext, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from bot import __version__
from bot.output import set_up_streams
from bot.program import adding, keeping, serving, showing
from bot.program.shared import (
    BAD_INPUT,
    UNSOUND,
    content_option,
    fail,
    speaker_of,
)

if TYPE_CHECKING:
    from bot.talk import Speaker


class _Program(click.Group):
    """All commands; what can't be written to the terminal, or to the pipe or file in its place, is one sentence."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command."""
        set_up_streams()
        try:
            try:
                return super().main(*args, **kwargs)
            finally:
                sys.stdout.flush()
        except OSError as error:
            # What is left in the buffers would fail once more as the program ends.
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            if error.errno == errno.EPIPE:
                sys.exit(UNSOUND)
            fail(f"{error.filename or 'standard output'}: {error.strerror}; expected a place to write to", BAD_INPUT)


@click.group(cls=_Program, context_settings={"help_option_names": ["-h", "--help"]})
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

    converse(speaker_of(content))


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print the reply as one JSON object.")
@click.option(
    "--csv", "as_csv", is_flag=True, help="Print the table of the reply, all of its rows, as comma-separated values."
)
@click.option(
    "--batch",
    metavar="FILE",
    help="With --json: each line of FILE (- for standard input) is a JSON array, the messages of one conversation.",
)
@content_option
@click.argument("question", nargs=-1)
def ask(question: tuple[str, ...], as_json: bool, as_csv: bool, batch: str | None, content: str | None) -> None:
    """Answer a QUESTION. Several are the messages of one conversation; the last one is answered."""
    if batch is not None and (question or not as_json):
        raise click.UsageError("--batch goes with --json and without a QUESTION.")
    if as_csv and as_json:
        raise click.UsageError("--csv and --json are two ways to print a reply; expected one of them.")
    if batch is None and not question:
        raise click.UsageError("Nothing is asked; expected a QUESTION, as in: ask 第12段")
    if batch is None:
        # It ends before there is anything to let go; to look for that takes a tenth of the time.
        gc.disable()
    from bot.faces.json import line
    from bot.question.shape import ReplyForm

    speaker = speaker_of(content)
    if batch is None:
        from bot.faces.terminal import printed

        answer = speaker.answer(question)
        answer = replace(answer, shape=ReplyForm.TABLE) if as_csv else answer
        click.echo(line(answer) if as_json else printed(answer, speaker))
        return
    try:
        with nullcontext(sys.stdin) if batch == "-" else Path(batch).open(encoding="utf-8") as stream:
            failed = _batch(stream, speaker)
    except OSError as error:
        fail(f"{batch}: {error.strerror}; expected a file of questions", BAD_INPUT)
    except UnicodeDecodeError as error:
        fail(f"{batch}: byte {error.start} is not UTF-8; expected text in UTF-8", BAD_INPUT)
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
            click.echo(
                (
                    f"resolution-bot: line {number}: expected a JSON array of one or more strings, found "
                    f"{line.strip()[:60]!r}"
                ),
                err=True,
            )
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

    library = speaker_of(content).library
    if as_json:
        for resolution in library.resolutions:
            click.echo(json.dumps(document(resolution), ensure_ascii=False))
    else:
        click.echo(table(library))


# --- a folder of one's own ------------------------------------------------------------------------


for _command in (
    adding.import_,
    adding.fetch,
    keeping.index,
    keeping.init,
    keeping.remove,
    keeping.backup,
    keeping.unanswered,
    showing.export,
    showing.board,
    showing.chart,
    serving.serve,
    serving.reload,
):
    main.add_command(_command)

if __name__ == "__main__":
    main()
