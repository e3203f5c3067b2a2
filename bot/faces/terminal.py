"""Talk in the terminal."""

from __future__ import annotations

import sys
from dataclasses import replace
from enum import StrEnum

import click

from bot.language.speaking import REPLY_LANGUAGES
from bot.language.speaking import wanted as language_named
from bot.question.commands import Command
from bot.question.shape import ReplyForm
from bot.talk import Speaker, Spoken, Talk

PROMPT = "> "


def _read() -> str:
    """One line, with editing and history on a terminal; EOFError at the end of input."""
    return input(PROMPT if sys.stdin.isatty() else "")


class _Own(StrEnum):
    """The commands that Telegram has on top of those of all faces, as far as they mean something here."""

    MAP = "map"
    LANG = "lang"


LEAVES = frozenset({"quit", "exit", "/quit", "/exit"})
"""The lines that end a talk, as in other programs of the terminal."""


def printed(spoken: Spoken, speaker: Speaker) -> str:
    """A reply as the terminal has it: in words, or as CSV; for a picture it says how to draw it."""
    wording = speaker.wordings[spoken.language]
    match spoken.shape:
        case ReplyForm.TABLE:
            from bot.faces.table import table_of

            return (
                table_of(spoken.answer, speaker.library, wording).rstrip()
                or f"{spoken.text}\n\n{wording('chart.no_table')}"
            )
        case ReplyForm.PICTURE:
            # What draws takes a tenth of a second to import, which words need not wait for.
            from bot.faces.charts import drawable

            is_drawable = drawable(spoken.answer, speaker.library, wording)
            return f"{spoken.text}\n\n{wording('terminal.chart' if is_drawable else 'chart.none')}"
    return spoken.text


def _answered(line: str, speaker: Speaker, talk: Talk) -> tuple[str, Talk]:
    """The reply to a line, which may be a command as on Telegram: /use 56/4."""
    name, _, arguments = line.strip().removeprefix("/").partition(" ")
    commanded = line.lstrip().startswith("/")
    if commanded and name in set(_Own):
        return _own(_Own(name), arguments.strip().lower(), speaker, talk)
    if commanded and name in set(Command):
        spoken, talk = speaker.command(Command(name), arguments, talk)
    else:
        spoken, talk = speaker.next(line, talk)
    return printed(spoken, speaker), talk


def _own(command: _Own, wanted: str, speaker: Speaker, talk: Talk) -> tuple[str, Talk]:
    if command is _Own.MAP:
        return speaker.wordings[talk.language]("terminal.picture"), talk
    if wanted == "auto":
        return speaker.wordings[talk.language]("telegram.language_auto"), replace(talk, fixed=False)
    if chosen := language_named(wanted):
        return speaker.wordings[chosen]("telegram.language_now"), replace(talk, language=chosen, fixed=True)
    ask = speaker.wordings[talk.language]("telegram.language_ask")
    return f"{ask} {' · '.join(f'/lang {language}' for language in (*(x.tag for x in REPLY_LANGUAGES), 'auto'))}", talk


def converse(speaker: Speaker) -> None:
    """Answer line after line until the end of input (Ctrl-D), an interrupt, or one of LEAVES."""
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
            encoding = sys.stdin.encoding.upper()
            click.echo(f"resolution-bot: that line is not {encoding}; expected text in {encoding}", err=True)
            continue
        if not line.strip():
            continue
        if line.strip().lower() in LEAVES:
            return
        text, talk = _answered(line, speaker, talk)
        click.echo(text + "\n")
