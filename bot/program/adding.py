"""Documents and votes added to the content folder: from files, or from the UN's document system."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import settings
from bot.errors import ContentError
from bot.output import write
from bot.program.shared import (
    UNSOUND,
    content_option,
    fail,
    folder_of,
)

if TYPE_CHECKING:
    from bot.doubts import DoubtKind
    from bot.importing.command import Imported, Incoming


class _Accepting(click.Command):
    """A command whose ``--accept`` may stand alone, for all kinds, or before a list of kinds."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments, with the kinds that ``--accept`` means written out: what follows it is a file unless it is a
        list of kinds."""
        from bot.doubts import DoubtKind

        whole = []
        while args:
            whole.append(args.pop(0))
            named = args and set(args[0].split(",")) <= set(map(str, DoubtKind))
            if whole[-1] == "--accept" and not named:
                whole.append(",".join(DoubtKind))
        return super().parse_args(ctx, whole)


def _kinds(ctx: click.Context, parameter: click.Parameter, value: str | None) -> frozenset[DoubtKind]:
    from bot.doubts import DoubtKind

    words = [word for word in (value or "").split(",") if word]
    if unknown := [word for word in words if word not in set(map(str, DoubtKind))]:
        raise click.BadParameter(
            f"{', '.join(unknown)} is no kind of doubt; expected one or more of {', '.join(DoubtKind)}"
        )
    return frozenset(map(DoubtKind, words))


@click.command("import", cls=_Accepting)
@click.option("--symbol", metavar="S", help="What the FILEs must be, as in A/HRC/RES/56/4 (default: what they say).")
@click.option("--language", metavar="L", help="Of the text: zh, en, … (default: found in the text).")
@click.option("--replace", is_flag=True, help="Replace a text that is in content already.")
@click.option(
    "--accept", metavar="[KIND,…]", callback=_kinds, help="Write texts with doubts too: of all kinds, or of these."
)
@click.option("--dry-run", is_flag=True, help="Show what would be read, and write nothing.")
@click.option("--report", metavar="FILE", help="Write what came of each FILE, a line each, as TSV.")
@content_option
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
def import_(
    files: tuple[str, ...], symbol: str | None, language: str | None, replace: bool, accept: frozenset[DoubtKind],
    dry_run: bool, report: str | None, content: str | None,
) -> None:  # fmt: skip
    """Add official documents: each FILE (.docx, .pdf, .txt, .md, or - for standard input) becomes a text in
    content/resolutions/.

    What is unusual in a FILE is a doubt: it is shown, and the text is written only with --accept.
    """
    from bot.importing.command import Options, from_file
    from bot.importing.folder import plain_symbol

    options = Options(symbol and plain_symbol(symbol), language, replace, dry_run, accept)
    voting = [file for file in files if _has_votes(file)]
    whole = not voting or min([_import_votes(Path(file), content, accept, dry_run=dry_run) for file in voting])
    if documents := [from_file(file, options) for file in files if file not in voting]:
        _import_all(documents, content, report)
    if not whole:
        sys.exit(UNSOUND)


def _has_votes(file: str) -> bool:
    """Whether a file is voting data; one that can't be read is left to the import, which says so."""
    from bot.importing.voting import is_voting_data

    try:
        with open(file, "rb") as stream:
            return Path(file).is_file() and is_voting_data(stream.read(4096))
    except OSError:
        return False


def _import_votes(path: Path, content: str | None, accept: frozenset[DoubtKind], *, dry_run: bool) -> bool:
    """Import a file of voting data, saying what becomes of its records; whether all of them could be written."""
    from bot.importing.voting_command import Fate, fates, import_voting
    from bot.language.names import names_of

    folder = settings.content_folder(content)
    done = []
    try:
        for recorded in import_voting(path, folder, names_of(settings.vocabulary(folder)), accept, dry_run=dry_run):
            done.append(recorded)
            if recorded.fate in (Fate.HELD, Fate.REFUSED, Fate.REPLACED):
                click.echo(recorded.line, err=recorded.error is not None)
    except ContentError as error:
        fail(str(error), UNSOUND)
    click.echo(f"{path}:\n{fates(done)}")
    return not any(recorded.fate in (Fate.HELD, Fate.REFUSED) for recorded in done)


@click.command(cls=_Accepting)
@click.option(
    "--language", metavar="L,…", default="zh,en", show_default=True, help="Of the texts: zh, en, fr, es, ru, ar."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["pdf", "doc"]),
    default="pdf",
    show_default=True,
    help="Of the files: PDF, or Word.",
)
@click.option("--replace", is_flag=True, help="Replace a text that is in content already.")
@click.option(
    "--accept", metavar="[KIND,…]", callback=_kinds, help="Write texts with doubts too: of all kinds, or of these."
)
@click.option("--dry-run", is_flag=True, help="Show what would be read, and write nothing.")
@content_option
@click.argument("symbols", nargs=-1, required=True, metavar="SYMBOL...")
def fetch(
    symbols: tuple[str, ...],
    language: str,
    form: str,
    replace: bool,
    accept: frozenset[DoubtKind],
    dry_run: bool,
    content: str | None,
) -> None:
    """Fetch documents by SYMBOL from the UN's document system, and add them as import does.

    BOT_DOCUMENTS_URL names another address of it.
    """
    from bot.corpus.forms import FORMS
    from bot.importing.command import Incoming, Options
    from bot.importing.fetch import DocumentSystem, client
    from bot.importing.folder import plain_symbol

    folder_of(content)
    languages = [each.strip() for each in language.split(",") if each.strip()]
    if unknown := [each for each in languages if each not in FORMS]:
        raise click.UsageError(
            f"--language {', '.join(unknown)} can't be read; expected one or more of {', '.join(FORMS)}"
        )
    with client() as opened:
        system = DocumentSystem(opened, settings.documents_url())
        _import_all(
            [
                Incoming(
                    f"{symbol} ({each})", f"{symbol}.{each}.{form}", partial(system.fetch, symbol, each, form),
                    Options(symbol, each, replace, dry_run, accept),
                )
                for symbol in map(plain_symbol, symbols)
                for each in languages
            ],
            content,
        )  # fmt: skip


def _import_all(incoming: list[Incoming], content: str | None, report: str | None = None) -> None:
    """Import all of that, saying what comes of each; the program ends with UNSOUND where one was not written for what
    it is."""
    from bot.importing.command import Outcome, import_all, outcomes
    from bot.importing.command import report as as_report

    several = len(incoming) > 1

    def tell(imported: Imported) -> None:
        if said := imported.line if several else imported.whole:
            click.echo(said)
        if imported.error:
            click.echo(f"resolution-bot: {imported.error}", err=True)
        elif imported.outcome is Outcome.HELD:
            click.echo(f"resolution-bot: {imported.held}", err=True)

    try:
        with click.progressbar(incoming, file=sys.stderr, hidden=not several or not sys.stderr.isatty()) as bar:
            done = import_all(bar, folder_of(content), tell)
    except ContentError as error:
        fail(str(error), UNSOUND)
    if several:
        click.echo(outcomes(done))
    if report:
        write(report, as_report(done).encode())
    if any(imported.outcome in (Outcome.REFUSED, Outcome.HELD) for imported in done):
        sys.exit(UNSOUND)
