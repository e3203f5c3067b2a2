"""The Telegram bot, run and told to read its content anew."""

from __future__ import annotations

import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.errors import ContentError
from bot.memory import unsettled
from bot.program.shared import (
    BAD_INPUT,
    UNSOUND,
    content_option,
    fail,
    folder_of,
    speaker_of,
)

if TYPE_CHECKING:
    from bot.running import Serving
    from bot.talk import Speaker


@click.command()
@click.option(
    "--webhook",
    is_flag=True,
    help="Be sent updates at BOT_WEBHOOK_URL, with BOT_WEBHOOK_SECRET, instead of fetching them.",
)
@click.option(
    "--listen", metavar="ADDRESS", help="With --webhook: where to await them (default: BOT_LISTEN, or 127.0.0.1)."
)
@click.option("--port", type=int, help="With --webhook: on which port (default: BOT_PORT, or 8443).")
@content_option
def serve(webhook: bool, listen: str | None, port: int | None, content: str | None) -> None:
    """Run the Telegram bot, with the token in BOT_TOKEN; by long polling, or by webhook."""
    from bot.faces.telegram.settings import SettingsError, telegram_settings

    if (listen or port) and not webhook:
        raise click.UsageError("--listen and --port go with --webhook.")
    folder = folder_of(content)
    try:
        chosen = telegram_settings(webhook, listen, port)
    except SettingsError as error:
        fail(str(error), BAD_INPUT)
    speaker = speaker_of(content)
    from bot.faces.telegram.app import run
    from bot.faces.telegram.run import TokenRefusedError
    from bot.running import serving

    with serving(folder) as mine:
        try:
            run(chosen, speaker, partial(_read_again, folder, mine))
        except (TokenRefusedError, SettingsError) as error:
            fail(str(error), BAD_INPUT)


def _read_again(folder: Path, mine: Serving) -> Speaker:
    """The content, read anew; `reload` is told what came of it."""
    from bot.corpus.loading import load
    from bot.talk import Speaker

    # What is no longer needed then can go.
    unsettled()
    try:
        speaker = Speaker(load(folder), date.today)
    except ContentError as error:
        mine.said(f"the content is not sound, the old one is kept: {error}")
        raise
    mine.said(f"content was read: {len(speaker.library.resolutions)} document(s)")
    return speaker


@click.command()
@content_option
def reload(content: str | None) -> None:
    """Have the bots of this user that serve this content read it anew (SIGHUP), once it is sound; say what came."""
    from bot.running import reload as tell

    folder = folder_of(content)
    speaker_of(content)
    done = tell(folder)
    if not done:
        expected = "expected a running `serve` with this content (under systemd: systemctl reload)"
        fail(f"{folder}: no bot of yours serves it; {expected}", BAD_INPUT)
    for one in done:
        click.echo(f"process {one.pid}: {one.said or 'told, but it has not said that it has read the content'}")
    if not all(one.said.startswith("content was read") for one in done):
        sys.exit(UNSOUND)
