"""Talk in the terminal."""

from __future__ import annotations

import sys

import click

from bot.question.commands import Command
from bot.talk import Speaker, Spoken, Talk

PROMPT = "> "


def _read() -> str:
    """One line, with editing and history on a terminal; EOFError at the end of input."""
    return input(PROMPT if sys.stdin.isatty() else "")


def _answered(line: str, speaker: Speaker, talk: Talk) -> tuple[Spoken, Talk]:
    """The reply to a line, which may be a command as on Telegram: /use 56/4."""
    name, _, arguments = line.strip().removeprefix("/").partition(" ")
    if line.lstrip().startswith("/") and name in set(Command):
        return speaker.command(Command(name), arguments, talk)
    return speaker.next(line, talk)


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
        spoken, talk = _answered(line, speaker, talk)
        click.echo(spoken.text + "\n")
