"""The command line: chat, ask, serve, reload, check, init, import, fetch, remove, backup, unanswered, export, board,
chart."""

from __future__ import annotations

import bot.hangup  # noqa: F401  # First: from here on SIGHUP no longer ends `serve`.

# isort: split
import errno
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

import click

from bot import __version__, settings
from bot.errors import ContentError
from bot.language.speaking import DEFAULT, REPLY_LANGUAGES
from bot.output import set_up_streams, write

if TYPE_CHECKING:
    from bot.corpus.library import Library
    from bot.doubts import DoubtKind
    from bot.importing.command import Imported, Incoming
    from bot.resolution import Resolution
    from bot.running import Serving
    from bot.talk import Speaker

UNSOUND = 1
"""Exit status where content is not sound."""
BAD_INPUT = 2
"""Exit status where what was given can't be used."""


def _fail(message: str, status: int) -> NoReturn:
    """Say what is wrong in one line, and leave with that status."""
    click.echo(f"resolution-bot: {message}", err=True)
    sys.exit(status)


content_option = click.option(
    "--content",
    metavar="DIR",
    help="Use this content folder (default: BOT_CONTENT, or the one that comes with the program).",
)


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
            _fail(f"{error.filename or 'standard output'}: {error.strerror}; expected a place to write to", BAD_INPUT)


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

    converse(_speaker(content))


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
    from bot.faces.json import line
    from bot.question.shape import ReplyForm

    speaker = _speaker(content)
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

    library = _speaker(content).library
    if as_json:
        for resolution in library.resolutions:
            click.echo(json.dumps(document(resolution), ensure_ascii=False))
    else:
        click.echo(table(library))


@main.command()
@content_option
def index(content: str | None) -> None:
    """Read what is new in content, and prepare the search of it, so that the next start does not have to.

    A start does the same by itself for what has changed; of many thousand documents that takes a while.
    """
    from bot.corpus.library import load

    try:
        with _progress("reading") as told:
            library = load(_folder(content), told)
        with _progress("indexing") as told:
            library.indexed(told)
        with _progress("encoding") as told:
            library.encode(told)
    except ContentError as error:
        _fail(str(error), UNSOUND)
    click.echo(f"{len(library.summaries)} documents, {len(library.places)} paragraphs")


@contextmanager
def _progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal, nothing elsewhere; given what tells it how many of how many are done."""
    with click.progressbar(length=1, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:

        def told(done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        yield told
        bar.update((bar.length or 1) - bar.pos)


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


@main.command("import", cls=_Accepting)
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
    from bot.language.names import Names

    folder = settings.content_folder(content)
    done = []
    try:
        for recorded in import_voting(path, folder, Names(settings.vocabulary(folder)), accept, dry_run=dry_run):
            done.append(recorded)
            if recorded.fate in (Fate.HELD, Fate.REFUSED, Fate.REPLACED):
                click.echo(recorded.line, err=recorded.error is not None)
    except ContentError as error:
        _fail(str(error), UNSOUND)
    click.echo(f"{path}:\n{fates(done)}")
    return not any(recorded.fate in (Fate.HELD, Fate.REFUSED) for recorded in done)


@main.command(cls=_Accepting)
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

    _folder(content)
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
            done = import_all(bar, _folder(content), tell)
    except ContentError as error:
        _fail(str(error), UNSOUND)
    if several:
        click.echo(outcomes(done))
    if report:
        write(report, as_report(done).encode())
    if any(imported.outcome in (Outcome.REFUSED, Outcome.HELD) for imported in done):
        sys.exit(UNSOUND)


@main.group()
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

    library = _library(content)
    resolution = _resolution(library, symbol)
    if not resolution.roll_call:
        _fail(f"{resolution.symbol} has no roll call; expected a resolution with a recorded vote", BAD_INPUT)
    write(out, as_csv(resolution, library.names).encode())


@main.command()
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

    speaker = _speaker(content)
    library = speaker.library
    resolution = _resolution(library, symbol)
    try:
        write(out, picture(resolution, library, speaker.wordings, language, grouped=grouped))
    except ValueError as error:
        _fail(f"{error}; expected a resolution with a recorded vote", BAD_INPUT)


@main.command()
@content_option
@click.argument("out")
@click.argument("question", nargs=-1, required=True)
def chart(out: str, question: tuple[str, ...], content: str | None) -> None:
    """Draw the reply to a QUESTION as a picture, into OUT (a PNG file).

    A state's votes by year, a group's, how often states voted the same, a vote by groups: chart china.png 中国历年投票
    """
    from bot.faces.charts import picture_of

    speaker = _speaker(content)
    spoken = speaker.answer(question)
    drawn = picture_of(spoken.answer, speaker.library, speaker.wordings, spoken.language)
    if drawn is None:
        _fail("there is no picture of that reply; expected a question about votes, as in: 中国历年投票", BAD_INPUT)
    write(out, drawn)


@main.command()
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
    folder = _folder(content)
    try:
        chosen = telegram_settings(webhook, listen, port)
    except SettingsError as error:
        _fail(str(error), BAD_INPUT)
    speaker = _speaker(content)
    from bot.faces.telegram.app import run
    from bot.faces.telegram.run import TokenRefusedError
    from bot.running import serving

    with serving(folder) as mine:
        try:
            run(chosen, speaker, partial(_read_again, folder, mine))
        except (TokenRefusedError, SettingsError) as error:
            _fail(str(error), BAD_INPUT)


def _read_again(folder: Path, mine: Serving) -> Speaker:
    """The content, read anew; `reload` is told what came of it."""
    from bot.corpus.library import load
    from bot.talk import Speaker

    try:
        speaker = Speaker(load(folder))
    except ContentError as error:
        mine.said(f"the content is not sound, the old one is kept: {error}")
        raise
    mine.said(f"content was read: {len(speaker.library.resolutions)} document(s)")
    return speaker


@main.command()
@content_option
def reload(content: str | None) -> None:
    """Have the bots of this user that serve this content read it anew (SIGHUP), once it is sound; say what came."""
    from bot.running import reload as tell

    folder = _folder(content)
    _speaker(content)
    done = tell(folder)
    if not done:
        expected = "expected a running `serve` with this content (under systemd: systemctl reload)"
        _fail(f"{folder}: no bot of yours serves it; {expected}", BAD_INPUT)
    for one in done:
        click.echo(f"process {one.pid}: {one.said or 'told, but it has not said that it has read the content'}")
    if not all(one.said.startswith("content was read") for one in done):
        sys.exit(UNSOUND)


# --- a folder of one's own ------------------------------------------------------------------------


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Make DIR a content folder of your own: resolutions/ with 56/4, overlay/ for own words, settings, a README."""
    from bot.importing.folder import init as make

    with _sound():
        make(folder)
    click.echo(f"{folder} is made; {folder / 'README.md'} says what is in it.")
    click.echo(f"Try: resolution-bot chat --content {folder}")


@main.command()
@click.option("--language", metavar="L", help="Only its text in this language: zh, en, … (default: all of it).")
@content_option
@click.argument("symbol")
def remove(symbol: str, language: str | None, content: str | None) -> None:
    """Take the document SYMBOL out of the content folder, with its notes and votes. Only a backup brings it back."""
    from bot.importing.folder import remove as take_out

    with _sound():
        removed = take_out(_folder(content), symbol, language)
    click.echo("\n".join(f"removed {name}" for name in removed))


@main.command()
@content_option
@click.argument("file")
def backup(file: str, content: str | None) -> None:
    """Write the content folder (texts, votes, words, settings without secrets) into FILE, a .tar.gz (- for stdout).

    Brought back with: mkdir DIR && tar -xzf FILE -C DIR
    """
    from bot.importing.folder import backup as packed

    with _sound():
        data = packed(_folder(content))
    write(file, data, mode=0o600)


@main.command()
@content_option
@click.argument("file", type=click.Path(path_type=Path), required=False)
def unanswered(file: Path | None, content: str | None) -> None:
    """Count what was asked without an answer, most asked first, out of FILE (default: that of BOT_UNANSWERED)."""
    from bot.unanswered import count, table

    _folder(content)
    path = file or settings.unanswered_file()
    if path is None:
        raise click.UsageError("There is no FILE, and BOT_UNANSWERED is not set; expected the file that it names.")
    with _sound():
        click.echo(table(count(path)), nl=False)


@contextmanager
def _sound() -> Iterator[None]:
    """Content that is not sound ends the program with one sentence."""
    try:
        yield
    except ContentError as error:
        _fail(str(error), UNSOUND)


def _folder(content: str | None) -> Path:
    """The content folder, whose settings file is read first."""
    folder = settings.content_folder(content)
    with _sound():
        settings.read_settings(folder)
    return folder


def _resolution(library: Library, symbol: str | None) -> Resolution:
    """The resolution of a symbol or number, or the first there is; the program ends where there is none, or several are
    called so."""
    from bot.importing.folder import plain_symbol

    if symbol is None:
        return library.resolutions[0]
    found = library.catalogue.called(plain_symbol(symbol).lower())
    if len(found) != 1:
        known = found or library.resolutions[:5]
        what = "is the number of several documents" if found else "is not in content"
        _fail(f"{symbol} {what}; expected a symbol, as in {', '.join(r.symbol for r in known)}", BAD_INPUT)
    return found[0]


def _library(content: str | None) -> Library:
    from bot.corpus.library import load

    folder = _folder(content)
    with _sound():
        return load(folder)


def _speaker(content: str | None) -> Speaker:
    from bot.talk import Speaker

    library = _library(content)
    with _sound():
        return Speaker(library)


if __name__ == "__main__":
    main()
