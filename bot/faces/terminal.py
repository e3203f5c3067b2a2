"""Talk in the terminal."""

from __future__ import annotations

import sys

import click

from bot.question.commands import Command
from bot.talk import Speaker, Talk

PROMPT = "> "


def _read() -> str:
    """One line, with editing and history on a terminal; EOFError at the end of input."""
    return input(PROMPT if sys.stdin.isatty() else "")


def converse(speaker: Speaker) -> None:
    """Answer line after line until the end of input (Ctrl-D) or an interrupt."""
    if sys.stdin.isatty():
        # Importing it is what gives input() line editing and the history of the session.
        import readline  # noqa: F401

        hello, _ = speaker.command(Command.START, "", Talk())
        click.echo(hello.text + "\n")
    talk = Talk()
    while True:
        try:
            line = _read()
        except (EOFError, KeyboardInterrupt):
            click.echo()
            return
        except UnicodeDecodeError:
            click.echo("resolution-bot: that line is not UTF-8; expected text in UTF-8", err=True)
            continue
        if not line.strip():
            continue
        spoken, talk = speaker.next(line, talk)
        click.echo(spoken.text + "\n")
